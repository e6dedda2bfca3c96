"""Find a thing by a few letters of one of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dossier.same_name import folded

Thing = TypeVar("Thing")

_LOOSE = 4


def find(
    things: Iterable[Thing], names: Callable[[Thing], Sequence[str]], typed: str, *, is_loose: bool = True
) -> list[tuple[Thing, str]]:
    """The things with a name that has the letters in it, each with that name: the nearest first.

    Nearest is what is called just so, then what begins so, then what has a word that begins so, then what has the
    letters together, then, if it is loose, what has them in this order. Among equals, the first stays the first.
    """
    wanted = folded(typed)
    found: list[tuple[int, Thing, str]] = []
    for thing in things:
        near = [(_distance(folded(name), wanted), place, name) for place, name in enumerate(names(thing))]
        distance, _, name = min(near, default=(_LOOSE + 1, 0, ""))
        if distance < _LOOSE + is_loose:
            found.append((distance, thing, name))
    return [(thing, name) for _, thing, name in sorted(found, key=lambda row: row[0])]


def _distance(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    if wanted in name:
        return 3
    letters = iter(name)
    return _LOOSE if all(letter in letters for letter in wanted) else _LOOSE + 1
