"""Labels → names: spans of tokens, then spans of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from dossier.discovery.tokens import Line
from dossier.discovery.weights import LABELS
from dossier.model import Kind, NameSpan
from dossier.names import is_title

_ARTICLES = frozenset({"a", "an", "the"})
_SHORT_TITLES = frozenset("capt col gen gov hon lt prof rep reps rev sen sens sgt".split())


class Name(NamedTuple):
    """The tokens `start` to `end` of a line, which name something."""

    start: int
    end: int
    kind: Kind


def names_of(line: Line, offset: int, labels: Sequence[int]) -> Iterator[Name]:
    """The names that the labels of the tokens from `offset` on say, trimmed."""
    start = -1
    for place, label in enumerate((*labels, 0)):
        if start >= 0 and LABELS[label][0] != "I":
            kind = cast("Kind", LABELS[labels[start]][2:])
            name = trimmed(line, Name(offset + start, offset + place, kind))
            if name is not None and any(line.capitals[name.start : name.end]):
                yield name
            start = -1
        if LABELS[label][0] == "B":
            start = place


def trimmed(line: Line, name: Name) -> Name | None:
    """Without articles and titles before it, and a possessive, signs or a title cut short behind it.

    `None` if nothing is left.
    """
    start, end, kind = name
    while end > start and _behind(line.words[end - 1]):
        end -= 1
    while start < end and _before(line.words[start].strip(".").lower(), kind, alone=start + 1 == end):
        start += 1
    return Name(start, end, kind) if start < end else None


def _behind(word: str) -> bool:
    return not word[0].isalnum() or (word.istitle() and word.strip(".").lower() in _SHORT_TITLES)


def _before(word: str, kind: Kind, *, alone: bool) -> bool:
    return (
        word in _ARTICLES
        or not word[:1].isalnum()
        or (kind == "person" and not alone and (word in _SHORT_TITLES or is_title(word)))
    )


def spans_of(line: Line, names: Iterable[Name]) -> tuple[NameSpan, ...]:
    """Where the names stand in their paragraph."""
    return tuple(
        NameSpan(line.starts[start], line.starts[end - 1] + len(line.words[end - 1]), kind)
        for start, end, kind in names
    )
