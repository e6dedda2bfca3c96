"""The longer name that a mention is only a part of, read from the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dossier.model import Paragraph
from dossier.names import AFTER_A_PLACE, BEFORE_A_PLACE, CALENDAR, GENERATION, OF_A_PLACE, is_everyday, is_title

Span = tuple[int, int]

_BEHIND = re.compile(r"\s(?:(?:bin|ibn|al|el|van|von|de|da|der|di|la)\s)*(?P<word>[^\W\d_][\w’'&-]*)")
_BEFORE = re.compile(r"(?<![\w.’'&-])(?P<word>[^\W\d_](?:[\w’'&-]*|\.))\s$")
_HEAD = re.compile(r"(?<!\w)(?P<word>[A-Z]\w+) (?:of|for) (?:the )?$")
_FAR = 40
_MOST = 4
"""So many words with a capital on one side are read as a name; more are a headline."""


def beside(spoken_for: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Those of some spans, in order and without overlap, that share a letter with this one."""
    place = bisect_right(spoken_for, (start, start))
    if place and spoken_for[place - 1][1] > start:
        place -= 1
    while place < len(spoken_for) and spoken_for[place][0] < end:
        yield spoken_for[place]
        place += 1


def longer_name(paragraph: Paragraph, start: int, end: int, spoken_for: Sequence[Span]) -> Span | None:
    """The name around a mention: the words with a capital beside it, which no other mention holds.

    Args:
        paragraph: that it stands in.
        start: of the mention.
        end: of it.
        spoken_for: all mentions of the paragraph, in order.

    Returns:
        `None` where the words do not tell the name: in a headline, in a script without capitals.
    """
    if paragraph.kind == "heading":
        return None
    first, last = _first(paragraph.text, start, spoken_for), _last(paragraph.text, end, spoken_for)
    if first is None or last is None or (first, last) == (start, end):
        return None
    return first, last


def _last(text: str, end: int, spoken_for: Sequence[Span]) -> int | None:
    generation = GENERATION.match(text, end)
    if generation is not None:
        return generation.end()
    for _ in range(_MOST):
        match = _BEHIND.match(text, end)
        if match is None or not _is_part(match["word"]) or any(beside(spoken_for, *match.span("word"))):
            return end
        end = match.end()
        if match["word"].endswith(("'s", "’s")):
            return end - 2
    return None


def _first(text: str, start: int, spoken_for: Sequence[Span]) -> int | None:
    head = _HEAD.search(text, max(0, start - _FAR), start)
    if head is not None and head["word"].lower() in OF_A_PLACE:
        start = head.start("word")
    for _ in range(_MOST):
        match = _BEFORE.search(text, max(0, start - _FAR), start)
        if match is None or not _is_part(match["word"]) or any(beside(spoken_for, *match.span("word"))):
            return start
        start = match.start("word")
    return None


def _is_part(word: str) -> bool:
    """Whether a word beside a name belongs to it."""
    bare = word.lower().removesuffix("'s").removesuffix("’s")
    if bare in BEFORE_A_PLACE or bare in AFTER_A_PLACE:
        return word[0].isupper()
    return word[0].isupper() and not (bare in CALENDAR or is_everyday(bare) or is_title(bare))
