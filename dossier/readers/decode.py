"""Bytes to text: byte order mark, what is declared, strict UTF-8, detection; double encoding repaired. All is said."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from dossier.model import Diagnostic, Location
from dossier.readers.detect import detect, detect_wide, is_plausible, sample, sounds_better
from dossier.readers.labels import codec_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = (
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"\x1b(?:\$[@B]|\([JI]|\$\(D)"), "iso2022_jp_ext"),
)
"""Encodings in seven bits, which would pass for UTF-8, by the sequences that switch alphabets in them."""
_REPAIR = TextFixerConfig(uncurl_quotes=False, unescape_html=False, normalization=None)
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")

Decoded = tuple[str | None, tuple[Diagnostic, ...]]


def decode(content: bytes, location: Location, *, declared: str | None = None) -> Decoded:
    r"""Decode a seed to text whose lines end in `\n`; `None`, with an error, if it is no text.

    Args:
        content: the bytes.
        location: the file, for diagnostics.
        declared: the encoding that the file names itself, as it stands there; it wins over detection if it fits.
    """
    text, diagnostics = _decoded(content, location, declared)
    if text is None:
        return None, diagnostics
    repaired, lines = _repaired(_unified(text))
    if lines:
        several = f"{len(lines):,} lines" if len(lines) > 1 else "one line"
        message = f"the letters of {several} had been read in a wrong encoding before, and were repaired"
        seen = Diagnostic("note", location.at(lines[0]), message, "compare this line with the seed")
        diagnostics = (*diagnostics, seen)
    return repaired, diagnostics


def _decoded(content: bytes, location: Location, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _read(content[len(mark) :], encoding, location)
    said: tuple[Diagnostic, ...] = ()
    if declared is not None:
        text, said = _as_declared(content, declared, location)
        if text is not None:
            return text, said
    text, guessed = _as_found(content, location)
    return text, (*said, *guessed)


def _as_declared(content: bytes, declared: str, location: Location) -> Decoded:
    """The text in the encoding that is declared; `None`, with a warning, if it is in another."""
    encoding = codec_of(declared)
    if encoding is None:
        message = f"the encoding it declares, {declared[:40]!r}, is none that is known"
        return None, (Diagnostic("warning", location, message, "declare utf-8, and save the file as UTF-8"),)
    hint = "declare the encoding that the file is in"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        at = location.at(_line(content, error.start))
        return None, (Diagnostic("warning", at, f"declared as {encoding}, but not all of it is", hint),)
    wide = encoding.startswith(("utf-16", "utf-32"))
    if (wide and detect_wide(content) != encoding) or not _is_text(text, 0.05):
        return None, (Diagnostic("warning", location, f"declared as {encoding}, which it is not", hint),)
    if encoding != "utf-8" and not content.isascii():
        unicode = _strict(content, "utf-8")
        if unicode is not None and sounds_better(unicode, text, encoding):
            return unicode, (Diagnostic("warning", location, f"declared as {encoding}, but it is UTF-8", hint),)
    return _composed(text, encoding), ()


def _as_found(content: bytes, location: Location) -> Decoded:
    """The text in the encoding that the bytes themselves show."""
    encoding = None
    if b"\0" in content:
        encoding = detect_wide(content)
    elif content.isascii():
        encoding = next((name for escape, name in _ESCAPES if escape.search(content)), None)
    if encoding is None:
        text = _strict(content, "utf-8")
        if text is not None:
            return (text, ()) if _is_text(text, 0.05) else (None, (_no_text(location),))
        if b"\0" not in content:
            encoding = "utf-8" if _is_broken_utf_8(sample(content)) else detect(content)
    if encoding is None:
        return None, (_no_text(location),)
    text, broken = _read(content, encoding, location)
    if text is None or not _is_text(text, 0.01):
        return None, (_no_text(location),)
    if encoding == "utf-8":
        return text, broken
    seen = Diagnostic(
        "warning",
        location.at(_first_strange(content)),
        f"not UTF-8; read as {encoding}, which was guessed",
        "check the words of this line, and save the file as UTF-8",
    )
    return _composed(text, encoding), (seen, *broken)


def _composed(text: str, encoding: str) -> str:
    """The text with its letters whole: one encoding has the tones of Vietnamese apart from them."""
    return unicodedata.normalize("NFC", text) if encoding == "cp1258" else text


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_broken_utf_8(content: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8; sequences of two bytes are there by chance in some Chinese."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    strange = sum(character > "\x7f" for character in text) - broken
    if 20 * broken > strange:
        return False
    return 2 * sum(character > "\u07ff" for character in text) > strange or is_plausible(text)


def _is_text(text: str, limit: float) -> bool:
    return len(_CONTROL.findall(text)) <= len(text) * limit


def _repaired(text: str) -> tuple[str, list[int]]:
    """Undo double encoding, line by line; returns the numbers of the lines that changed, 1-based."""
    lines = text.split("\n")
    changed: list[int] = []
    for index, line in enumerate(lines):
        if not line.isascii() and is_bad(line):
            repaired = fix_encoding(line, _REPAIR)
            if repaired != line and "\n" not in repaired:
                lines[index] = repaired
                changed.append(index + 1)
    return "\n".join(lines), changed


def _unified(text: str) -> str:
    return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text))


def _read(content: bytes, encoding: str, location: Location) -> Decoded:
    """The text in an encoding; what is broken is replaced, and said."""
    text = content.decode(encoding, "replace")
    if "\ufffd" not in text:
        return text, ()
    line = _unified(text[: text.index("\ufffd")]).count("\n") + 1
    message = f"begins like {encoding}, but not all of it is"
    return text, (Diagnostic("warning", location.at(line), message, "save the file as UTF-8"),)


def _line(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1


def _first_strange(content: bytes) -> int:
    """The line of the first byte that is not plain text in ASCII."""
    found = re.search(rb"[\x00\x1b\x80-\xff]", content)
    return _line(content, found.start()) if found else 1


def _no_text(location: Location) -> Diagnostic:
    return Diagnostic("error", location, "not a text in any encoding known", "save the article as UTF-8 text")
