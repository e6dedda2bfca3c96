"""What everybody knows: countries, capitals and international bodies, beside the user's own register."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dossier.model import Alias, Entity, Location, Register


def with_base(register: Register, name: str) -> Register:
    """Add what a base register knows to the user's own, which overrides it.

    An entity that both have, by id or by name, and as the same kind, is the user's own with the further names of the
    base. What the user's register names otherwise, redirects or suppresses is left out.

    Args:
        register: the user's.
        name: of the base register; with none, nothing is added.
    """
    if not name:
        return register
    taken = {alias.text.casefold() for entity in register.entities for alias in entity.aliases}
    taken |= {phrase.casefold() for phrase in register.suppress}
    base = _entities(name)
    by_id, by_name = {entity.id: entity for entity in base}, {entity.name: entity for entity in base}
    twins = {each.id: by_id.get(each.id) or by_name.get(each.name) for each in register.entities}
    known = {twin.id for twin in twins.values() if twin is not None} | {old for old, _ in register.redirects}
    own = (_joined(entity, twins[entity.id], taken) for entity in register.entities)
    return replace(register, entities=(*own, *_beside(base, known, taken)))


def _joined(own: Entity, twin: Entity | None, taken: set[str]) -> Entity:
    """The user's own entity, with the names of the base that the user gave nobody."""
    if twin is None or twin.kind != own.kind:
        return own
    return replace(
        own,
        aliases=(*own.aliases, *(alias for alias in twin.aliases if alias.text.casefold() not in taken)),
        description=own.description or twin.description,
        links=own.links or twin.links,
    )


def _beside(base: Iterable[Entity], known: set[str], taken: set[str]) -> Iterator[Entity]:
    for entity in base:
        if entity.id not in known and entity.name.casefold() not in taken:
            kept = tuple(alias for alias in entity.aliases if alias.text.casefold() not in taken)
            yield replace(entity, aliases=kept)


@lru_cache
def _entities(name: str) -> tuple[Entity, ...]:
    written = json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return tuple(_entity(entry, name) for entry in written["entities"])


def _entity(entry: dict[str, Any], base: str) -> Entity:
    """An entry in the form of the register; what it says of its own name stands beside it."""
    own = {"text": entry["name"], "scope": entry.get("scope", "anywhere"), "except": entry.get("except", ())}
    location = Location(f"base: {base}")
    others = (each if isinstance(each, dict) else {"text": each} for each in entry["aliases"])
    return Entity(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        aliases=tuple(
            Alias(each["text"], "exact", each.get("scope", "anywhere"), tuple(each.get("except", ())), location)
            for each in (own, *others)
        ),
        description=entry.get("description", ""),
        links=tuple(entry.get("links", {}).items()),
        location=location,
        base=base,
    )
