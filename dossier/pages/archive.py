"""Long lists of what has a date: the newest on one page, and all of it on a page a year, a month, or a part of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from dossier.model import PartialDate
from dossier.pages.periods import key_phrase
from dossier.pages.prose import link
from dossier.permalinks import relative

T = TypeVar("T")
UNDATED = "undated"
WRITTEN = "written"
"""The key of what no article holds, but a page that is written by hand."""
_LABELS = {UNDATED: "Undated", WRITTEN: "Pages of this site"}


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """What a list holds of a stretch of time: of all, of a year, of a month."""

    key: str
    """`2019`, `2019-03`, `undated`; empty for all."""
    rows: Sequence[T]
    """In the order of the list."""
    parts: tuple[Stretch[T], ...] = ()
    """The smaller stretches, newest first, if the rows do not fit on a page."""
    pages: tuple[Sequence[T], ...] = ()
    """The rows a page at a time, where there is no smaller stretch."""


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """One page of a divided list, and its links to the others as Markdown."""

    uri: str
    key: str
    """Of its stretch."""
    label: str
    """`March 2019`, `March 2019, page 2`."""
    count: int
    """The rows of its stretch."""
    rows: Sequence[T]
    """None, where the stretch has smaller ones."""
    above: list[str]
    parts: list[str]
    pages: list[str]
    beside: list[str]
    """The pages of the rows that are newer and older."""


def keys_of(day: PartialDate | None) -> tuple[str, ...]:
    """The keys of the year and the month that a date is in; that of neither, for none."""
    if day is None:
        return (UNDATED,)
    return f"{day.year:04}", f"{day.year:04}-{day.month or 0:02}"


class Archive(Generic[T]):
    """A list that is divided as far as it must be for every page to stay small.

    Args:
        rows: in the order of the list, newest first.
        keys: of a row, from the widest stretch to the narrowest.
        weight: of a row; what a page may hold is counted in it.
        most: what a page may hold.
        uri: the address of the page of a key; that of the list itself for an empty one.
        name: what the list is called in links, as Markdown.
    """

    def __init__(
        self,
        rows: Sequence[T],
        *,
        keys: Callable[[T], tuple[str, ...]],
        weight: Callable[[T], int],
        most: int,
        uri: Callable[[str], str],
        name: str,
    ) -> None:
        self._keys, self._weight, self._most, self._uri, self._name = keys, weight, most, uri, name
        self.whole = self._stretch("", rows)

    @property
    def is_divided(self) -> bool:
        """Whether there is more than a page holds."""
        return bool(self.whole.parts)

    def newest(self, most: int) -> Sequence[T]:
        """The first rows of the list that weigh no more than that; one in any case."""
        return next(iter(self._paged(self.whole.rows, most)), ())

    def links(self, stretch: Stretch[T], here: str) -> list[str]:
        """Links to the parts of a stretch, with how many rows each has."""
        return [
            link(f"{_label(part.key)} <small>{len(part.rows):,}</small>", relative(self._uri(part.key), here))
            for part in stretch.parts
        ]

    def pages(self) -> Iterator[ListPage[T]]:
        """Every page beside that of the list itself."""
        if not self.is_divided:
            return
        leaves = list(self._leaves(self.whole))
        around: dict[str, list[str]] = defaultdict(list)
        for (newer, _), (older, _) in pairwise(leaves):
            around[older].append(link(f"Newer: {_label(newer)}", relative(self._uri(newer), self._uri(older))))
            around[newer].append(link(f"Older: {_label(older)}", relative(self._uri(older), self._uri(newer))))
        for part in self.whole.parts:
            yield from self._pages_of(part, ("",), around)

    def _pages_of(
        self, stretch: Stretch[T], above: tuple[str, ...], around: dict[str, list[str]]
    ) -> Iterator[ListPage[T]]:
        numbered = [_numbered(stretch.key, number) for number in range(1, len(stretch.pages) + 1)]
        for key, rows in zip(numbered or [stretch.key], stretch.pages or [()], strict=True):
            here = self._uri(key)
            yield ListPage(
                here,
                stretch.key,
                _label(key),
                len(stretch.rows),
                rows,
                above=[link(_label(each) or self._name, relative(self._uri(each), here)) for each in above],
                parts=self.links(stretch, here),
                pages=[
                    f"**{number}**" if other == key else link(str(number), relative(self._uri(other), here))
                    for number, other in enumerate(numbered, start=1)
                ],
                beside=around[key],
            )
        for part in stretch.parts:
            yield from self._pages_of(part, (*above, stretch.key), around)

    def _leaves(self, stretch: Stretch[T]) -> Iterator[tuple[str, Sequence[T]]]:
        """The key and the rows of each page that has any, in the order of the list."""
        for number, rows in enumerate(stretch.pages, start=1):
            yield _numbered(stretch.key, number), rows
        for part in stretch.parts:
            yield from self._leaves(part)

    def _stretch(self, key: str, rows: Sequence[T], depth: int = 0) -> Stretch[T]:
        """All of one key, divided if it must be."""
        if sum(map(self._weight, rows)) <= self._most:
            return Stretch(key, rows, pages=(rows,))
        groups: defaultdict[str, list[T]] = defaultdict(list)
        for row in rows:
            groups["".join(self._keys(row)[depth : depth + 1])].append(row)
        if "" in groups:  # their keys are those of this stretch, so that nothing tells them apart
            return Stretch(key, rows, pages=tuple(self._paged(rows, self._most)))
        ordered = sorted(groups, key=lambda each: (each[0].isdigit(), each), reverse=True)
        return Stretch(key, rows, tuple(self._stretch(each, groups[each], depth + 1) for each in ordered))

    def _paged(self, rows: Sequence[T], most: int) -> Iterator[Sequence[T]]:
        """The rows in pages that weigh no more than that, or hold one row."""
        start = weight = 0
        for number, row in enumerate(rows):
            own = self._weight(row)
            if number > start and weight + own > most:
                yield rows[start:number]
                start, weight = number, 0
            weight += own
        if start < len(rows):
            yield rows[start:]


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}-page-{number}"


def _label(key: str) -> str:
    """What a stretch, or a page of it, is called; nothing, for all."""
    stretch, _, number = key.partition("-page-")
    year, _, month = stretch.partition("-")
    if stretch in _LABELS or not stretch:
        label = _LABELS.get(stretch, "")
    else:
        label = f"{int(year)}, month unknown" if month == "00" else key_phrase(stretch)
    return f"{label}, page {number}" if number else label
