"""Bytes to text: byte order mark, then strict UTF-8, then detection; double encoding repaired. Both are said."""

from __future__ import annotations

import codecs
import contextlib
import re

from charset_normalizer import from_bytes
from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from dossier.model import Diagnostic, Location

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_COMMON = "cp1252"
"""Where detection finds several encodings equally good, the one that most such files are in."""
_REPAIR = TextFixerConfig(uncurl_quotes=False, unescape_html=False, normalization=None)
_SHORT = 400
_WESTERN = re.compile(r"[\x09-\x0d\x20-\x7e€‚„…‘’“”•–—™£§©«»°·ÀÁÂÄÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäæçèéêëìíîïñòóôöøùúûüœŒåÅ]*")
"""What a text in a language of western Europe is made of; too short a text gives detection nothing to go by."""
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")


def decode(
    content: bytes, location: Location, *, declared: str | None = None
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    r"""Decode a seed to text whose lines end in `\n`; `None`, with an error, if it is no text."""
    if declared:
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            content = content.decode(declared).encode("utf-8", "replace")
    text, diagnostics = _decoded(content, location)
    if text is None:
        return None, diagnostics
    repaired, lines = _repaired(_unified(text))
    if lines:
        message = f"the letters of {len(lines)} lines had been read in a wrong encoding before, and were repaired"
        seen = Diagnostic("note", Location(location.path, lines[0]), message, "compare this line with the seed")
        diagnostics = (*diagnostics, seen)
    return repaired, diagnostics


def _decoded(content: bytes, location: Location) -> tuple[str | None, tuple[Diagnostic, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            return text, _replaced(text, encoding, location)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detect(content, content.count(b"\n", 0, error.start) + 1, location)
    if len(_CONTROL.findall(text)) > len(text) // 20:
        return None, (_no_text(location),)
    return text, ()


def _repaired(text: str) -> tuple[str, list[int]]:
    """Undo double encoding, line by line; returns the numbers of the lines that changed, 1-based."""
    lines = text.split("\n")
    changed: list[int] = []
    for index, line in enumerate(lines):
        if is_bad(line):
            repaired = fix_encoding(line, _REPAIR)
            if repaired != line and "\n" not in repaired:
                lines[index] = repaired
                changed.append(index + 1)
    return "\n".join(lines), changed


def _detect(content: bytes, line: int, location: Location) -> tuple[str | None, tuple[Diagnostic, ...]]:
    encoding = None if b"\0" in content else _guess(content)
    if encoding is None:
        return None, (_no_text(location),)
    seen = Diagnostic(
        "warning",
        Location(location.path, line),
        f"not UTF-8; read as {encoding}, which was guessed",
        "check the words of this line, and save the file as UTF-8",
    )
    return content.decode(encoding, "replace"), (seen,)


def _guess(content: bytes) -> str | None:
    if len(content) < _SHORT and _WESTERN.fullmatch(content.decode(_COMMON, "replace")):
        return _COMMON
    matches = list(from_bytes(content))
    if not matches:
        return None
    best = matches[0]
    equal = (each for each in matches if (each.chaos, each.coherence) == (best.chaos, best.coherence))
    return _COMMON if any(_COMMON in each.could_be_from_charset for each in equal) else best.encoding


def _unified(text: str) -> str:
    return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text))


def _replaced(text: str, encoding: str, location: Location) -> tuple[Diagnostic, ...]:
    if "\ufffd" not in text:
        return ()
    line = _unified(text[: text.index("\ufffd")]).count("\n") + 1
    message = f"begins like {encoding}, but not all of it is"
    return (Diagnostic("warning", Location(location.path, line), message, "save the file as UTF-8"),)


def _no_text(location: Location) -> Diagnostic:
    return Diagnostic("error", location, "not a text in any encoding known", "save the article as UTF-8 text")
