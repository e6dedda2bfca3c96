"""What everybody knows: countries, capitals and international bodies, beside the user's own register."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dossier.model import Alias, Entity, Kind, Location, Register


def with_base(register: Register, name: str) -> Register:
    """Add what a base register knows to the user's own, which overrides it.

    An entity that both have, by id or by a name of the base, and as the same kind, is the user's own with the further
    names of the base, and with the conditions that the base has for a name, unless the user gives that some. What the
    user's register names otherwise, redirects or suppresses is left out.

    Args:
        register: the user's.
        name: of the base register; with none, nothing is added.
    """
    if not name:
        return register
    taken = {alias.text.casefold() for entity in register.entities for alias in entity.aliases}
    taken |= {phrase.casefold() for phrase in register.suppress}
    base = _entities(name)
    twins = _twins(register.entities, base)
    known = {twin.id for twin in twins.values()} | {old for old, _ in register.redirects}
    own = (_joined(entity, twins.get(entity.id), taken) for entity in register.entities)
    return replace(register, entities=(*own, *_beside(base, known, taken)))


def _twins(own: Sequence[Entity], base: Sequence[Entity]) -> dict[str, Entity]:
    """What the base has of each of the user's own entities: by id or name, else by a name that is nobody else's."""
    by_id, by_name = {entity.id: entity for entity in base}, {entity.name: entity for entity in base}
    found = {each.id: twin for each in own if (twin := by_id.get(each.id) or by_name.get(each.name))}
    by_other_name = _by_other_name(base)
    known = {twin.id for twin in found.values()}
    for each in own:
        twin = by_other_name.get((each.name, each.kind))
        if each.id not in found and twin is not None and twin.id not in known:
            found[each.id] = twin
            known.add(twin.id)
    return found


def _joined(own: Entity, twin: Entity | None, taken: set[str]) -> Entity:
    """The user's own entity, with the names of the base that the user gave nobody."""
    if twin is None or twin.kind != own.kind:
        return own
    theirs = {alias.text: alias for alias in twin.aliases}
    listed = (_with_conditions(alias, theirs.get(alias.text)) for alias in own.aliases)
    return replace(
        own,
        aliases=(*listed, *(alias for alias in twin.aliases if alias.text.casefold() not in taken)),
        description=own.description or twin.description,
        links=own.links or twin.links,
    )


def _with_conditions(own: Alias, theirs: Alias | None) -> Alias:
    """A name that the user lists without conditions has those of the base."""
    if theirs is None or not own.is_plain:
        return own
    return replace(own, scope=theirs.scope, exceptions=theirs.exceptions)


def _by_other_name(base: Iterable[Entity]) -> dict[tuple[str, Kind], Entity]:
    """The entity of a kind that has a name, where just one has it."""
    owners: defaultdict[tuple[str, Kind], list[Entity]] = defaultdict(list)
    for entity in base:
        for alias in entity.aliases:
            owners[alias.text, entity.kind].append(entity)
    return {named: entities[0] for named, entities in owners.items() if len(entities) == 1}


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
