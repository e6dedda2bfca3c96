"""Quotation marks of every script → the outermost quoted spans of a paragraph, in one pass over its marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from dossier.scripts import count_words

_DOUBLE = '"“”„‟＂〝〞〟'
_ANGLE = "«»"
_SMALL_ANGLE = "‹›"
_CORNER = {"「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄"}
_MARK = re.compile(rf"[{_DOUBLE}{_ANGLE}{_SMALL_ANGLE}{''.join(_CORNER)}{''.join(_CORNER.values())}]|``|''|‘‘|’’")
_SINGLE = re.compile("['‘’‚‛]")
_ENDS_QUOTED = frozenset(".,!?;:…-–—")
_OPENERS = frozenset("([{<-–—/:…=+¿¡&") | frozenset("\"“„«‹‘'‚`")
_CLOSERS = frozenset(_CORNER.values()) | {"”", "’’", "〞", "〟"}
_ONLY_OPENS = frozenset(_CORNER) | {"„", "‟", "〝", "``", "‘‘"}
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset("a an the of and in on to for at by with from or but is as vs".split())
_FAMILY = dict.fromkeys((*_DOUBLE, "``", "''", "‘‘", "’’"), "double") | {
    **dict.fromkeys(_ANGLE, "angle"),
    **dict.fromkeys(_SMALL_ANGLE, "small angle"),
    **{mark: opening for opening, closing in _CORNER.items() for mark in (opening, closing)},
}


class Quoted(NamedTuple):
    """A quoted span: `text[start:end]` with its marks, `text[inner:outer]` without."""

    start: int
    end: int
    inner: int
    outer: int
    is_closed: bool
    words: int
    has_capitals: bool = False
    """Whether every word of weight begins with a capital, as in names and titles."""

    def says(self, text: str) -> str:
        """The words between the marks."""
        return text[self.inner : self.outer].strip()


def quoted_spans(text: str) -> list[Quoted]:
    """The outermost quoted spans of a paragraph, in order; what is nested in them is part of them.

    A mark that is never closed quotes up to the end of the paragraph, and never beyond it.
    """
    spans = _paired(text, [(mark.start(), mark.end(), mark.group()) for mark in _MARK.finditer(text)])
    if _SINGLE.search(text):
        spans = sorted([*spans, *_singles(text, spans)])
    return spans


def opens_quoted(text: str) -> bool:
    """Whether a paragraph begins with an opening mark."""
    begin = text.lstrip()[:1]
    return begin in {"“", "„", "«", "‹", "「", "『", '"', "＂", "»", "”"}


def _quoted(text: str, start: int, inner: int, outer: int, end: int) -> Quoted:
    words = text[inner:outer]
    return Quoted(start, end, inner, outer, outer < end, count_words(words), _has_capitals(words))


def _has_capitals(words: str) -> bool:
    heavy = [word for word in _WORD.findall(words[:200]) if word.lower() not in _SMALL]
    return bool(heavy) and all(word[0].isupper() for word in heavy)


def _paired(text: str, marks: list[tuple[int, int, str]]) -> list[Quoted]:
    """Pair the double, angle and corner marks; a family that does not nest once is taken flat from there on."""
    spans: list[Quoted] = []
    dead: set[str] = set()
    flat: set[str] = set()
    index = 0
    while index < len(marks):
        start, inner, mark = marks[index]
        family = _FAMILY[mark]
        if family in dead or not _can_open(text, start, inner, mark):
            index += 1
            continue
        closing = _closing(text, marks, index, nests=True) if family not in flat else None
        if closing is None:
            flat.add(family)
            closing = _closing(text, marks, index, nests=False)
        if closing is None:
            dead.add(family)
            spans_to_end = not any(_FAMILY[later] != family for _, _, later in marks[index + 1 :])
            if spans_to_end and text[inner:].strip():
                spans.append(_quoted(text, start, inner, len(text), len(text)))
                break
            index += 1
            continue
        index, is_restart = closing
        if not is_restart:
            outer, end, _ = marks[index]
            if text[inner:outer].strip():
                spans.append(_quoted(text, start, inner, outer, end))
            index += 1
    return spans


def _closing(text: str, marks: list[tuple[int, int, str]], opened: int, *, nests: bool) -> tuple[int, bool] | None:
    """The index of the mark that closes the opened one; or, if one of its family opens anew before, of that one.

    Args:
        text: of the paragraph.
        marks: all in it.
        opened: the index of the one to close.
        nests: whether marks that open anew are nested in it.
    """
    mark = marks[opened][2]
    family = _FAMILY[mark]
    within: list[str] = []
    for index in range(opened + 1, len(marks)):
        begin, end, other = marks[index]
        if _FAMILY[other] != family:
            continue
        if within and _can_close(text, begin, end, other, within[-1]) and (other != mark or within[-1] == mark):
            within.pop()
        elif _can_close(text, begin, end, other, mark) and not (mark == '"' and other == "”" and not within):
            return index, False
        elif _can_open(text, begin, end, other):
            if not nests:
                return index, True
            within.append(other)
        elif _can_close(text, begin, end, other, mark):
            return index, False
    return None


def _before(text: str, place: int) -> str:
    return text[place - 1] if place else " "


def _after(text: str, place: int) -> str:
    return text[place] if place < len(text) else " "


def _can_open(text: str, start: int, end: int, mark: str) -> bool:
    before, after = _before(text, start), _after(text, end)
    if mark in {"“", "„", "‟", "〝", "``", "‘‘"} or mark in _CORNER:
        return True
    if mark in _CORNER.values() or mark in {"’’", "〞", "〟"}:
        return False
    if mark in {"«", "‹"}:
        return True
    loose = before.isspace() or before in _OPENERS
    if mark in {"»", "›", "”"}:
        return loose and not after.isspace() and after.isalnum()
    return (loose or (not before.isalnum() and before not in ".,!?;")) and not after.isspace()


def _can_close(text: str, start: int, end: int, mark: str, opened: str) -> bool:
    before, after = _before(text, start), _after(text, end)
    if mark in _CLOSERS or mark in _ONLY_OPENS:
        return mark in _CLOSERS
    if mark in _ANGLE + _SMALL_ANGLE:
        is_turned = mark in {"«", "‹"}
        return opened in {"»", "›"} if is_turned else opened in {"«", "‹"} or not before.isspace()
    if mark == "“":
        return opened in {"„", "‚", "‟"} or (not before.isspace() and not after.isalnum() and before not in _OPENERS)
    return not (after.isalnum() and (before.isspace() or before.isdigit()))


def _singles(text: str, spans: list[Quoted]) -> list[Quoted]:
    """Single marks outside the spans; an apostrophe is none."""
    marks: list[tuple[int, str]] = []
    taken = iter(spans)
    span = next(taken, None)
    for found in _SINGLE.finditer(text):
        while span is not None and span.end <= found.start():
            span = next(taken, None)
        if span is None or found.start() < span.start:
            marks.append((found.start(), found.group()))
    return _paired_singles(text, marks, [each.start for each in spans])


def _paired_singles(text: str, marks: list[tuple[int, str]], walls: list[int]) -> list[Quoted]:
    spans: list[Quoted] = []
    index = wall = 0
    while index < len(marks):
        start, mark = marks[index]
        index += 1
        if not _opens_single(text, start, mark):
            continue
        while wall < len(walls) and walls[wall] < start:
            wall += 1
        limit = walls[wall] if wall < len(walls) else len(text)
        closing = later = None
        for later in range(index, len(marks)):
            place, other = marks[later]
            if place > limit or _opens_single(text, place, other):
                break
            strength = _closes_single(text, place, other)
            if strength == 2 or (strength == 1 and closing is None):
                closing = later
            if strength == 2:
                break
        if closing is not None:
            outer = marks[closing][0]
            spans.append(_quoted(text, start, start + 1, outer, outer + 1))
            index = closing + 1
        elif later is not None:
            index = max(index, later)
    return spans


def _opens_single(text: str, place: int, mark: str) -> bool:
    before, after = _before(text, place), _after(text, place + 1)
    if mark in "’‛" or after.isspace() or not (after.isalnum() or after in '“"[(¿¡…'):
        return False
    following = text[place + 1 : place + 6].lower()
    if following[:2].isdigit() or re.match(r"(?:em|til|tis|twas|cause|bout|n)\b", following):
        return False
    return before.isspace() or before in _OPENERS or (mark == "‚" and not before.isalnum())


def _closes_single(text: str, place: int, mark: str) -> int:
    """2 for a sure one, 1 for what may be an apostrophe behind an s, 0 for none."""
    before, after = _before(text, place), _after(text, place + 1)
    if mark == "‚" or before.isspace() or after.isalnum():
        return 0
    if before in _ENDS_QUOTED or not after.isspace() or place + 1 == len(text):
        return 2
    return 1 if before == "s" else 2
