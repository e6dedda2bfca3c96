"""Text in one form for matching, with the way back to where each character stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_COMMON = (("’", "'"), ("‘", "'"), ("\xa0", " "), ("‑", "-"), ("‐", "-"))
_RARE = str.maketrans(
    {
        **dict(_COMMON),
        **dict.fromkeys("ʼ＇", "'"),
        **dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF07},
        **dict.fromkeys("أإآٱ", "ا"),
        "ی": "ي",
        "ک": "ك",
    }
)
"""Other blanks; wide Latin letters; letters of Arabic that are written with a hamza and without, or as in Persian."""

_NOTHING = (
    r"\u00ad\u200b-\u200f\u2060\ufeff"  # soft hyphens, and what joins, divides or turns without being seen
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # Arabic vowels, and the line that only lengthens a word
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
)
_MARKS = r"\u0300-\u036f\u3099\u309a\uff9e\uff9f"
_WIDE = r"\ufb00-\ufb06\uff65-\uff9d"  # Latin ligatures, and narrow kana
_TO_MOVE = rf"{_NOTHING}{_MARKS}{_WIDE}\u1100-\u11ff"
_UNEVEN = re.compile(f"[{_TO_MOVE}]")
_USUAL = "“”—–…é"
"""What stays as it is. A text with no other such letters need not be searched for odd ones, which takes far longer."""
_IS_ODD = re.compile(f"[{_TO_MOVE}{re.escape(''.join(map(chr, _RARE)))}]")
_ODD_IN_ASCII = tuple(letter for letter in map(chr, _RARE) if letter.isascii())
_BLANKS = re.compile(r"\s{2,}")
"""What may not stay as it is in ASCII."""
_PIECE = re.compile(
    rf"(?P<space>\s{{2,}})|(?P<nothing>[{_NOTHING}])|[\u1100-\u11ff]+|(?P<wide>[{_WIDE}][{_MARKS}]?)"
    rf"|[!-~\u2010-\u2027][{_MARKS}]+|(?!\s)[^\x00-\x7f\u2010-\u2027][{_MARKS}]*"
)
"""What may not stay as it is; all between is copied."""
_STROKELESS = (("\u0307", ""), ("ı", "i"))
"""What is left of a Turkish `İ` in small letters, and the `ı`: any capitals of `i` and `ı` are one."""

Places = tuple[list[int], list[int]]
"""For each character, where it begins and ends in the form before."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one form for matching."""

    exact: str
    """As written, but for white space, apostrophes, hyphens, accents and invisible characters."""
    places: Places | None = None
    """In the original; `None` where nothing was moved."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text."""
        return _before(self.places, start, end)


@dataclass(frozen=True, slots=True)
class Small:
    """A folded text without capitals."""

    text: str
    places: Places | None = None
    """In the folded text; `None` where every letter became one."""

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The span in the folded text."""
        return _before(self.places, start, end)


def fold(text: str) -> Folded:
    """Fold white space, apostrophes, hyphens, wide and narrow letters, marks and what is invisible to one form."""
    even = text.replace("\n", " ")
    if not text.isascii():
        for written, kept in _COMMON:
            even = even.replace(written, kept)
    if "  " in even:
        return _unevenly(text)
    plain = even
    if not text.isascii():
        for sign in _USUAL:
            plain = plain.replace(sign, " ")
    is_plain = plain.isascii() and not any(map(plain.__contains__, _ODD_IN_ASCII))
    if is_plain or _IS_ODD.search(even) is None:
        return Folded(even)
    even = even.translate(_RARE)
    return _unevenly(text) if "  " in even or _UNEVEN.search(even) is not None else Folded(even)


def _unevenly(text: str) -> Folded:
    if text.isascii():
        exact, places = _pieces(_BLANKS, text, lambda _: " ")
    else:
        exact, places = _pieces(_PIECE, text, _folded_piece)
    return Folded(exact.translate(_RARE), places)


def small(folded: Folded) -> Small:
    """A folded text in small letters, also those that become two: `ß` is `ss`."""
    text = folded.exact
    lower = text.casefold()
    if text.isascii():
        return Small(lower)
    if len(lower) == len(text):
        return Small(_without_strokes(lower))
    return Small(*_pieces(re.compile(".", re.DOTALL), text, lambda match: _without_strokes(match.group().casefold())))


def _without_strokes(lower: str) -> str:
    for stroke, kept in _STROKELESS:
        lower = lower.replace(stroke, kept)
    return lower


def _folded_piece(match: re.Match[str]) -> str:
    if match["nothing"] is not None:
        return ""
    if match["space"] is not None:
        return " "
    return unicodedata.normalize("NFC" if match["wide"] is None else "NFKC", match.group())


def _pieces(pattern: re.Pattern[str], text: str, fold: Callable[[re.Match[str]], str]) -> tuple[str, Places]:
    """Replace every piece of a text, and keep where it and all between stood."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    last = 0
    for match in pattern.finditer(text):
        copy(last, match.start())
        last = match.end()
        piece = fold(match)
        pieces.append(piece)
        starts += [match.start()] * len(piece)
        ends += [last] * len(piece)
    copy(last, len(text))
    return "".join(pieces), (starts, ends)


def _before(places: Places | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if places is None else (places[0][start], places[1][end - 1])
