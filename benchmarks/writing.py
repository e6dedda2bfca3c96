"""How well bytes become letters, and letters a language: the two figures of `ingest.py` that need many languages."""

from __future__ import annotations

import gzip
import json
import tarfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ftfy.badness import is_bad

from dossier.metadata.language import guess_language, load_model
from dossier.model import Location
from dossier.readers.decode import decode

_WESTERN = ("cp1252", "iso8859-1", "iso8859-15", "mac-roman")
LEGACY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("en", "de", "fr", "es", "it", "pt", "nl", "da", "no", "sv", "is", "fi"), _WESTERN),
    **dict.fromkeys(("pl", "cs", "hu", "sk", "hr", "sl", "ro"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("ru", "bg"), ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    "uk": ("cp1251", "koi8-u", "iso8859-5"),
    "sr": ("cp1251", "iso8859-5"),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257", "iso8859-13")),
    "el": ("cp1253", "iso8859-7"),
    "tr": ("cp1254", "iso8859-9"),
    "he": ("cp1255",),
    **dict.fromkeys(("ar", "fa"), ("cp1256", "iso8859-6")),
    "vi": ("cp1258",),
    "th": ("tis-620", "cp874"),
    "ja": ("shift_jis", "euc-jp", "iso2022-jp"),
    "zh": ("gbk", "gb18030", "big5"),
    "ko": ("euc-kr", "cp949"),
}
"""The encodings that files in a language are found in, where it is no UTF-8."""

_SIZES = (400, 3000)
_EACH = 8
"""So many samples of a language, an encoding and a size, spread evenly over its texts."""
_TYPED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\xa0": " "})
"""How a writer types what an encoding has no place for."""

_OUTLETS = {
    **dict.fromkeys(("at", "ch", "de", "li", "lu"), "de"),
    **dict.fromkeys(("au", "uk", "us", "za"), "en"),
    **dict.fromkeys(("dk", "gl"), "da"),
    **dict.fromkeys(("ru", "ua"), "ru"),
    "cn": "zh",
    "cz": "cs",
    "es": "es",
    "fr": "fr",
    "id": "id",
    "isl": "is",
    "it": "it",
    "jp": "ja",
    "kr": "ko",
    "lb": "ar",
    "lt": "lt",
    "no": "no",
    "pl": "pl",
    "se": "sv",
    "tr": "tr",
    "vn": "vi",
}
"""The language of the saved pages by the country of the outlet, where nearly all of it is in one."""


class Sample(NamedTuple):
    """A text as bytes, and what must come out."""

    language: str
    encoding: str
    size: int
    text: str
    content: bytes


def news(corpora: Path) -> dict[str, list[str]]:
    """Articles by language: `multilingual_news` first, then the bodies of the saved pages."""
    texts: dict[str, list[str]] = defaultdict(list)
    with gzip.open(corpora / "multilingual_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["text"]:
                texts[row["lang"]].append(row["text"])
    for language, text in pages(corpora):
        texts[language].append(text)
    return texts


def pages(corpora: Path) -> Iterator[tuple[str, str]]:
    """The bodies of the saved pages, with their languages."""
    with tarfile.open(corpora / "html_fundus.tar.xz") as archive:
        name = next(each for each in archive.getnames() if each.endswith("gold.jsonl"))
        gold = archive.extractfile(name)
        assert gold is not None  # noqa: S101 - it was listed as a file
        for row in map(json.loads, gold):
            if row["cc"] in _OUTLETS and row["body"]:
                yield _OUTLETS[row["cc"]], row["body"]


def samples(texts: Mapping[str, Sequence[str]]) -> Iterator[Sample]:
    """Pieces of the texts of each language in each of its encodings; none that is ASCII, or mojibake itself."""
    for language, encodings in LEGACY.items():
        whole = "\n".join(unicodedata.normalize("NFC", "\n\n".join(texts.get(language, ()))).splitlines())
        for encoding in encodings:
            for size in _SIZES:
                step = max(size // 2, len(whole) // (4 * _EACH))
                found = 0
                for start in range(0, len(whole), step):
                    sample = _piece(language, encoding, size, whole[start : start + size])
                    if sample is not None and found < _EACH:
                        found += 1
                        yield sample


def _piece(language: str, encoding: str, size: int, text: str) -> Sample | None:
    for written in (text, text.translate(_TYPED)):
        try:
            pieces = [_encode(character, encoding) for character in written]
        except UnicodeEncodeError:
            continue
        kept = length = 0
        while kept < len(pieces) and length + len(pieces[kept]) <= size:
            length += len(pieces[kept])
            kept += 1
        content = b"".join(pieces[:kept]) if encoding != "iso2022-jp" else written[: size // 2].encode(encoding)
        shown = written[:kept] if encoding != "iso2022-jp" else written[: size // 2]
        if length < size * 0.75 or shown.isascii() or is_bad(shown):
            return None
        return Sample(language, encoding, size, shown, content)
    return None


def _encode(character: str, encoding: str) -> bytes:
    """The bytes of a character; that of Vietnamese has the tone as a sign of its own."""
    if encoding != "cp1258":
        return character.encode(encoding)
    parts = unicodedata.normalize("NFD", character)
    tone = next((part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"), "")
    return (unicodedata.normalize("NFC", parts.replace(tone, "", 1)) + tone).encode(encoding)


def score_encodings(texts: Mapping[str, Sequence[str]]) -> None:
    """Decoded text equal to what was encoded; overall, and the cells that are below 1."""
    right: Counter[tuple[str, str, int]] = Counter()
    all_of: Counter[tuple[str, str, int]] = Counter()
    for sample in samples(texts):
        decoded = decode(sample.content, Location("x.txt"))[0]
        cell = sample.language, sample.encoding, sample.size
        all_of[cell] += 1
        right[cell] += decoded == sample.text
    languages = {language for language, _, _ in all_of}
    print(
        f"encodings: {right.total()} of {all_of.total()} texts in {len(languages)} languages read as they were "
        f"written ({right.total() / max(1, all_of.total()):.3f})"
    )
    for size in _SIZES:
        here = [cell for cell in all_of if cell[2] == size]
        print(f"encodings, {size} bytes: {sum(map(right.get, here)) / sum(map(all_of.get, here)):.3f}")
    for cell in sorted((cell for cell in all_of if right[cell] < all_of[cell]), key=lambda c: right[c] / all_of[c]):
        print(f"encodings, below 1: {' '.join(map(str, cell))}: {right[cell]} of {all_of[cell]}")


def encodings(corpora: Path) -> None:
    """Each language in each encoding it is written in, cut at 400 bytes and at 3 kB."""
    score_encodings(news(corpora))


def languages(corpora: Path) -> None:
    """The language of each article of `multilingual_news`, whole and its first 400 characters, with and without model.

    A language that is not known is counted apart from a wrong one; of the labels about one in fifty is wrong itself
    (a Kurdish site's pages in Arabic or English).
    """
    with gzip.open(corpora / "multilingual_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [(row["lang"], row["text"]) for row in map(json.loads, lines) if row["text"]]
    for name, by_model in (("words and letters", False), ("and py3langid", True)):
        if by_model and load_model() is None:
            print("languages, and py3langid: not installed")
            continue
        for size in (None, 400):
            counted = Counter(
                _verdict(language, guess_language(text[:size], by_model=by_model)) for language, text in gold
            )
            shares = ", ".join(f"{each} {counted[each] / len(gold):.3f}" for each in ("right", "wrong", "unknown"))
            print(f"languages, {name}, {size or 'all'} characters: {shares} of {len(gold)}")


def _verdict(language: str, guess: tuple[str, str] | None) -> str:
    if guess is None:
        return "unknown"
    return "right" if guess[0] == language else "wrong"
