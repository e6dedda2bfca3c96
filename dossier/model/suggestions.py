"""Names that nobody has decided about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.mentions import OpenRule, Quote
from dossier.model.register import Kind


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name that was found in a text without a register: `text[start:end]`, in code points."""

    start: int
    end: int
    kind: Kind
    """A guess: person, organisation or place."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sentence of an article in which a name stands."""

    article: str
    quote: Quote
    entity: str | None = None
    """Which entity it names there, where that is asked about."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entity that a name may stand for, and why it is thought so."""

    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that stands in the articles and not in the register."""

    name: str
    """Its fullest form."""
    kind: Kind
    """A guess."""
    forms: tuple[tuple[str, int], ...]
    """Each way it is written, and how often, the most frequent first."""
    mentions: int
    articles: tuple[str, ...]
    """The ids of those that hold it, newest first."""
    sightings: tuple[Sighting, ...] = ()
    """A few of its sentences."""
    like: tuple[Likeness, ...] = ()
    """Entities of the register that it may be another name of, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can decide, with what is known about it."""

    about: Literal["name", "same", "ambiguous", "open", "unmentioned"]
    """A name to add; entities that may be one; an alias of several; a mention left open; an entity never mentioned."""
    text: str
    """The name, the alias or the words of the mention; of a part of a longer name, that longer one."""
    kind: Kind | None = None
    """Of the name, as guessed; of the entity."""
    mentions: int = 0
    articles: int = 0
    sightings: tuple[Sighting, ...] = ()
    candidates: tuple[Likeness, ...] = ()
    forms: tuple[tuple[str, int], ...] = ()
    """Of a name: the other ways it is written, and how often."""
    rule: OpenRule | None = None
    """Of a mention left open: what stopped it."""
    part: str = ""
    """Of a longer name: the words in it that the register knows."""
    waiting: bool = False
    """Whether the name stands in the register already, as suggested."""
    namesakes: tuple[str, ...] = ()
    """What else the word names: of an organisation, persons by their last name; of a person, the organisation; of a
    mention left open, persons whom the register does not list."""
