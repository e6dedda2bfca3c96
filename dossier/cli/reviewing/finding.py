"""Find an entity by a few letters of one of its names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Entity
from dossier.same_name import folded


@dataclass(frozen=True, slots=True)
class Match:
    """An entity, and the one of its names by which it was found."""

    entity: Entity
    name: str


def find(entities: Iterable[Entity], typed: str, first: Sequence[str] = ()) -> tuple[Match, ...]:
    """The entities with a name that has the letters in it, the nearest first; among equals, the ids of `first`.

    Nearest is what is called just so, then what begins so, then what has a word that begins so, then what has the
    letters together, then what has them in this order.
    """
    wanted = folded(typed)
    found: list[tuple[tuple[int, int, int], int, Match]] = []
    for place, entity in enumerate(entities):
        preferred = first.index(entity.id) if entity.id in first else len(first)
        names = [
            (_distance(folded(alias.text), wanted), index, alias.text) for index, alias in enumerate(entity.aliases)
        ]
        near = [(distance, index, name) for distance, index, name in names if distance is not None]
        if near:
            distance, index, name = min(near)
            found.append(((distance, preferred, index), place, Match(entity, name)))
    return tuple(each for _, _, each in sorted(found, key=lambda row: row[:2]))


def _distance(name: str, wanted: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    if wanted in name:
        return 3
    letters = iter(name)
    return 4 if all(letter in letters for letter in wanted) else None
