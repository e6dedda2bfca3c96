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
    """Add the entities of a base register behind the user's own, which override them.

    An entity is left out where the user's register has its id or its name, redirects it or suppresses its name; an
    alias, where it names one of the user's entities or is suppressed.

    Args:
        register: the user's.
        name: of the base register; with none, nothing is added.
    """
    if not name:
        return register
    return replace(register, entities=(*register.entities, *_beside(register, _entities(name))))


def _beside(register: Register, base: Iterable[Entity]) -> Iterator[Entity]:
    ids = {entity.id for entity in register.entities} | {old for old, _ in register.redirects}
    taken = {alias.text.casefold() for entity in register.entities for alias in entity.aliases}
    taken |= {phrase.casefold() for phrase in register.suppress}
    for entity in base:
        if entity.id not in ids and entity.name.casefold() not in taken:
            kept = tuple(alias for alias in entity.aliases if alias.text.casefold() not in taken)
            yield replace(entity, aliases=kept)


@lru_cache
def _entities(name: str) -> tuple[Entity, ...]:
    written = json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return tuple(_entity(entry, name) for entry in written["entities"])


def _entity(entry: dict[str, Any], base: str) -> Entity:
    """An entry in the form of the register; what it says of its own name stands beside it."""
    own = {"text": entry["name"], "scope": entry.get("scope", "anywhere"), "except": entry.get("except", ())}
    others = (each if isinstance(each, dict) else {"text": each} for each in entry["aliases"])
    return Entity(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        aliases=tuple(
            Alias(each["text"], "exact", each.get("scope", "anywhere"), tuple(each.get("except", ())))
            for each in (own, *others)
        ),
        description=entry.get("description", ""),
        links=tuple(entry.get("links", {}).items()),
        location=Location(f"base: {base}"),
        base=base,
    )
