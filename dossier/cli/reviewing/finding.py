"""Find a thing by a few letters of one of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from dossier.same_name import folded

Thing = TypeVar("Thing")

_WITHIN, _LOOSE = 3, 4
"""How far a name is from what was typed: the letters stand within a word; they only stand in this order."""
fold = lru_cache(maxsize=100_000)(folded)
"""A name without capitals and accents: each is folded once, not at every key."""


@dataclass(frozen=True, slots=True)
class Named(Generic[Thing]):
    """A thing that can be found."""

    thing: Thing
    names: Sequence[str]
    folded: str
    """All its names, folded, each on a line."""


def named(things: Iterable[Thing], names: Callable[[Thing], Sequence[str]]) -> tuple[Named[Thing], ...]:
    """Make things ready to be found."""
    rows = ((thing, names(thing)) for thing in things)
    return tuple(Named(thing, written, "\n".join(map(fold, written))) for thing, written in rows if written)


def find(
    things: Sequence[Named[Thing]],
    typed: str,
    *,
    is_loose: bool = True,
    is_first: Callable[[Thing], bool] = lambda _: True,
) -> list[tuple[Thing, str]]:
    """The things with a name that has the letters in it, each with that name: the nearest first.

    Nearest is what is called just so, then what begins so, then what has a word that begins so. Only where there is
    none, what has the letters together within a word is found; where there is none of that either, and it is loose,
    what has them in this order. What `is_first` comes before the others where it is called so or begins so, and among
    equals; else the first stays the first. Where nothing is typed, all are found.
    """
    wanted = folded(typed)
    if not wanted:
        return [(each.thing, each.names[0]) for each in things]
    found: list[tuple[tuple[bool, int, bool], Thing, str]] = []
    within: list[tuple[bool, Thing, str]] = []
    for each in things:
        if wanted in each.folded:
            distance, name = _nearest(each, wanted)
            late = not is_first(each.thing)
            if distance == _WITHIN:
                within.append((late, each.thing, name))
            else:
                found.append(((distance > 1 or late, distance, late), each.thing, name))
    if found:
        return [(thing, name) for _, thing, name in sorted(found, key=lambda row: row[0])]
    if within or not is_loose:
        return [(thing, name) for _, thing, name in sorted(within, key=lambda row: row[0])]
    loose = ((each.thing, *_nearest(each, wanted)) for each in things)
    return [(thing, name) for thing, distance, name in loose if distance == _LOOSE]


def _nearest(each: Named[Thing], wanted: str) -> tuple[int, str]:
    lines = each.folded.split("\n")
    distance, place = min((_distance(line, wanted), place) for place, line in enumerate(lines))
    return distance, each.names[place]


def _distance(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    if wanted in name:
        return _WITHIN
    place = -1
    for letter in wanted:
        place = name.find(letter, place + 1)
        if place < 0:
            return _LOOSE + 1
    return _LOOSE
