"""The register: entities with their names, and what a person decides about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dossier.model.basics import NOWHERE, Location

Kind = Literal["person", "organisation", "place", "topic", "event", "work"]
Status = Literal["confirmed", "suggested"]
Case = Literal["exact", "any"]
Scope = Literal["anywhere", "article"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A text by which an entity is mentioned, and when it counts."""

    text: str
    case: Case = "exact"
    scope: Scope = "anywhere"
    exceptions: tuple[str, ...] = ()
    """Longer phrases inside which it is no mention."""
    source: Location | None = field(default=None, compare=False)
    """Where the register lists it; a part of a name that counts by itself is listed nowhere."""
    origin: str = field(default="", compare=False)
    """The id of the merged entity that brought it, if one did."""
    is_plain: bool = field(default=True, compare=False)
    """Whether the register gives it no conditions, so that those of a base register hold."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, topic, event or work of the register."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    """The name itself first."""
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()
    status: Status = "confirmed"
    location: Location = field(default=NOWHERE, compare=False)
    base: str = ""
    """The base register that it comes from; none for what the user wrote."""


@dataclass(frozen=True, slots=True)
class Register:
    """What a person decided: the entities, and what is none."""

    entities: tuple[Entity, ...] = ()
    suppress: tuple[str, ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """Old id, and the id of the entity it leads to in the end."""
    merged: tuple[Entity, ...] = ()
    """The entities that a redirect made one with another, as they stand in the file; their names are its aliases."""


@dataclass(frozen=True, slots=True)
class Add:
    """A decision: a name is an entity."""

    name: str
    kind: Kind
    status: Status = "confirmed"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasOf:
    """A decision: a text is another name of an entity."""

    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class NoAlias:
    """A decision: a text that is listed as a name of an entity is none."""

    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class Merge:
    """A decision: an entity is the same as another one, which stays."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """A decision: entities are never one, however alike."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suppress:
    """A decision: a name is no entity."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """A decision: a suggested entity is one."""

    entity: str
    kind: Kind | None = None
    """What it is, if it was suggested as something else."""


Decision = Add | AliasOf | NoAlias | Merge | Distinct | Suppress | Confirm
"""What a person decides about names; each is one line of the register."""
