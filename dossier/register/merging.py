"""What redirects make of the entities: one that is redirected is another name of the one it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from dossier.model import Entity


def ends(redirects: Mapping[str, str]) -> dict[str, str | None]:
    """Where each redirect leads in the end; `None` for one that leads in a circle."""
    found: dict[str, str | None] = {}
    for start in redirects:
        way: dict[str, None] = {}
        at = start
        while at in redirects and at not in found and at not in way:
            way[at] = None
            at = redirects[at]
        end = None if at in way else found.get(at, at)
        found |= dict.fromkeys(way, end)
    return found


def merged(entities: Mapping[str, Entity], redirects: Mapping[str, str]) -> tuple[Entity, ...]:
    """The entities that stay, each with the names of those that lead to it behind its own."""
    brought: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities.values():
        if entity.id in redirects:
            brought[redirects[entity.id]].append(entity)
    return tuple(
        _with_names(entity, brought[entity.id]) if entity.id in brought else entity
        for entity in entities.values()
        if entity.id not in redirects
    )


def _with_names(entity: Entity, others: list[Entity]) -> Entity:
    aliases = {alias.text: alias for alias in entity.aliases}
    for other in others:
        for alias in other.aliases:
            aliases.setdefault(alias.text, replace(alias, origin=other.id))
    return replace(entity, aliases=tuple(aliases.values()))
