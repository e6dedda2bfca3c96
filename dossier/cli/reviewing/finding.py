"""Find a thing by a few letters of one of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from dossier.same_name import folded

Thing = TypeVar("Thing")

_LOOSE = 4
_ENOUGH = 20
"""With so many that have the letters together, none are looked for that only have them in this order."""
fold = lru_cache(maxsize=100_000)(folded)
"""A name without capitals and accents: each is folded once, not at every key."""


def find(
    things: Iterable[Thing],
    names: Callable[[Thing], Sequence[str]],
    typed: str,
    *,
    is_loose: bool = True,
    is_first: Callable[[Thing], bool] = lambda _: True,
) -> list[tuple[Thing, str]]:
    """The things with a name that has the letters in it, each with that name: the nearest first.

    Nearest is what is called just so, then what begins so, then what has a word that begins so, then what has the
    letters together, then, if it is loose and these are few, what has them in this order. What `is_first` comes before the others
    where it is called so or begins so, and among equals; else the first stays the first.
    """
    wanted = folded(typed)
    found: list[tuple[tuple[bool, int, bool], Thing, str]] = []
    others: list[Thing] = []
    for thing in things:
        if wanted in all_folded(tuple(names(thing))):
            distance, _, name = min(_near(names(thing), wanted))
            late = bool(wanted) and not is_first(thing)
            found.append(((distance > 1 or late, distance, late), thing, name))
        else:
            others.append(thing)
    nearest = [(thing, name) for _, thing, name in sorted(found, key=lambda row: row[0])]
    if is_loose and len(nearest) < _ENOUGH:
        loose = [(*min(_near(names(thing), wanted)), thing) for thing in others]
        nearest += [(thing, name) for distance, _, name, thing in loose if distance == _LOOSE]
    return nearest


@lru_cache(maxsize=100_000)
def all_folded(names: tuple[str, ...]) -> str:
    """All names of a thing, each on a line: what is not in it need not be looked for in each."""
    return "\n".join(map(fold, names))


def _near(names: Sequence[str], wanted: str) -> list[tuple[int, int, str]]:
    return [(_distance(fold(name), wanted), place, name) for place, name in enumerate(names)] or [(_LOOSE + 1, 0, "")]


def _distance(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    if wanted in name:
        return 3
    place = -1
    for letter in wanted:
        place = name.find(letter, place + 1)
        if place < 0:
            return _LOOSE + 1
    return _LOOSE
