"""Which encoding bytes are in that are not UTF-8 and do not say it.

`charset-normalizer` finds the encodings that bytes can be in. Which of them they are in it often cannot say, least of
a short text (of 784 texts in 19 languages it told .80, and .99 with `plausibility`, which decides here).
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatches, from_bytes

from dossier.readers.plausible import ALPHABETIC, is_impossible, plausibility

_WEST = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "is", "ca", "id", "sq", "af")
_CENTRAL = ("pl", "cs", "hu", "sk", "hr", "sl", "ro", "de")
_BALTIC = ("lt", "lv", "et")
_CYRILLIC = ("ru", "uk", "bg", "sr-Cyrl", "mk", "be")

CANDIDATES: dict[str, tuple[str, ...]] = {
    "cp1252": _WEST,
    "iso8859-15": _WEST,
    "mac-roman": _WEST,
    "cp850": _WEST,
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp852": _CENTRAL,
    "cp1251": _CYRILLIC,
    "koi8-r": ("ru", "bg"),
    "koi8-u": ("uk", "be"),
    "iso8859-5": _CYRILLIC,
    "cp866": ("ru", "be", "bg"),
    "mac-cyrillic": ("ru", "uk", "bg"),
    "cp1253": ("el",),
    "iso8859-7": ("el",),
    "cp1254": ("tr",),
    "cp1255": ("he", "yi"),
    "cp1256": ("ar", "fa", "ur"),
    "iso8859-6": ("ar",),
    "cp1257": _BALTIC,
    "iso8859-13": _BALTIC,
    "cp1258": ("vi",),
    "cp874": ("th",),
    "cp932": ("ja",),
    "euc_jp": ("ja",),
    "gb18030": ("zh",),
    "big5hkscs": ("zh",),
    "cp949": ("ko",),
}
"""The encodings that news is found in, by Python's name, and the languages in each; of equal readings the first."""

SAMPLE = 16_384
"""Bytes that are looked at, whatever the length of the file."""
_AHEAD, _BEHIND = 100, 1000
"""Bytes that are taken before and after one that is not ASCII."""
_STRANGE = re.compile(rb"[\x80-\xff]")
_BETWEEN = re.compile(rb"[\t-\x2f]")
"""Bytes that are no part of a longer sequence in any encoding of the table."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1b\x1f\x7f]")
_SURE = 1.0
"""Below this, a reading is compared with those too that are no candidates."""
_RIGHT = 0.6
"""A text is right that is this plausible, if there is nothing to compare it with."""
_FLOOR = 0.3
"""Below this, a reading is no text in any language of the table."""
_MESS = 0.5
"""So much disorder, as charset-normalizer counts it, a candidate may have; its own limit drops right ones."""
_CALM = 0.1
"""With less, it is believed where no language of the table fits: a list of names, say, or signs."""
_ALL = (*ALPHABETIC, "ja", "zh", "ko")
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_WHITE = frozenset("\n\r\t\f\v\x1a")
_ANCHORS = re.compile(r"[ \n\r\t.,\u3000-\u3002\uff0c]")
"""Characters without which there is hardly a text."""


def detect(content: bytes) -> str | None:
    """The encoding that bytes are most probably in; `None` if they are no text in any that is known."""
    part = sample(content)
    if 100 * len(_CONTROL.findall(part)) > len(part):
        return None
    matches = from_bytes(part, cp_isolation=list(CANDIDATES), threshold=_MESS, enable_fallback=False)
    named = {codecs.lookup(name).name for match in matches for name in match.could_be_from_charset}
    best, score = _best(part, [name for name in CANDIDATES if name in named])
    if best is None or score < _SURE or any(map(is_impossible, set(part.decode(best, "replace")) - _WHITE)):
        best, score = _best(part, list(CANDIDATES))
    return best if score >= _FLOOR else _calmest(matches)


def _best(part: bytes, encodings: list[str]) -> tuple[str | None, float]:
    equal: dict[str, list[str]] = {}
    for encoding in encodings:
        equal.setdefault(part.decode(encoding, "replace"), []).append(encoding)
    best, score = None, float("-inf")
    for text, names in equal.items():
        fits = plausibility(text, dict.fromkeys(code for name in names for code in CANDIDATES[name]), above=score)
        if fits > score:
            best, score = names[0], fits
    return best, score


def _calmest(matches: CharsetMatches) -> str | None:
    match = matches.best()
    if match is None or match.chaos > _CALM:
        return None
    names = [codecs.lookup(name).name for name in match.could_be_from_charset]
    return next((name for name in CANDIDATES if name in names), None)


def detect_wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, where it is sure; `None` else.

    It is sure if every character is one that exists, and most stand for words; of two byte orders that one is right
    which has spaces, line ends and full stops.
    """
    found: list[tuple[int, str]] = []
    for encoding in _WIDE:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(map(is_impossible, set(text) - _WHITE)):
            found.append((len(_ANCHORS.findall(text)), encoding))
    found.sort(reverse=True)
    if not found or not found[0][0] or (len(found) > 1 and found[0][0] <= 2 * found[1][0]):
        return None
    return found[0][1]


def is_plausible(text: str) -> bool:
    """Whether a reading is surely right, whatever its language."""
    return plausibility(text, _ALL) >= _RIGHT


def sounds_better(text: str, other: str, encoding: str) -> bool:
    """Whether a reading is a more plausible text than another, which is that of an encoding."""
    return plausibility(text, _ALL) > plausibility(other, CANDIDATES.get(encoding, _WEST))


def sample(content: bytes) -> bytes:
    """At most `SAMPLE` bytes, those around the ones that are not ASCII; cut between characters where that shows."""
    if len(content) <= SAMPLE:
        return content
    parts: list[bytes] = []
    end = size = 0
    while size < SAMPLE and (found := _STRANGE.search(content, end)):
        start = max(end, found.start() - _AHEAD)
        cut = _BETWEEN.search(content, found.start() + _BEHIND, found.start() + 4 * _BEHIND)
        end = cut.end() if cut else min(len(content), found.start() + 4 * _BEHIND)
        parts.append(content[start:end])
        size += end - start
    return b"".join(parts)[:SAMPLE]
