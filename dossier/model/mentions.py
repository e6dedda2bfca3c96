"""Mentions: what a surface form may stand for, what it was linked to or why not, and where an entity appears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dossier.model.articles import Article, Paragraph
from dossier.model.register import Alias, Entity, Kind

_GROUPS = frozenset({"organisation", "place"})
Part = Literal["first", "middle", "last"]
SenseRule = Literal["name", "alias", "short name", "acronym in parentheses", "initials"]
LinkRule = Literal["name", "alias", "short name", "acronym in parentheses", "initials", "shared alias"]
"""Why a mention was linked; the handbook's page on the register explains each."""
OpenRule = Literal["several fit", "full name missing", "part of a longer name", "another of that name"]
"""Why a mention was left open; explained there, too."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One entity that a surface form may stand for, and by which of its aliases."""

    entity: str
    alias: Alias
    rule: SenseRule = "alias"
    """`short name`: a part of a person's full name, which nobody listed; the last two: learnt from the article."""
    kind: Kind = "topic"
    """The entity's."""
    part: Part = "last"
    """Of a short name: where it stands in the full name."""
    names: tuple[str, ...] = field(default=(), compare=False)
    """All by which the register knows the entity."""


@dataclass(frozen=True, slots=True)
class Senses:
    """All that a surface form may stand for, computed once for all the places where it stands."""

    each: tuple[Sense, ...] = ()
    """In the register's order; none for a name that the register suppresses."""
    rules: Mapping[str, SenseRule] = field(default_factory=dict, compare=False)
    """Each entity, and the rule by which it is found; those that need no help from the article win."""
    entities: tuple[str, ...] = field(default=(), compare=False)
    """In order of their ids."""
    anywhere: tuple[str, ...] = field(default=(), compare=False)
    """The entities that it may stand for in any article, in order of their ids."""
    kinds: frozenset[Kind] = field(default=frozenset(), compare=False)
    """Of the entities that it is not only a part of the name of."""
    parts: frozenset[Part] = field(default=frozenset(), compare=False)
    """Where it stands in the names that it is a part of."""
    own: str | None = field(default=None, compare=False)
    """The one entity that it names in any article without help, if it names just one."""
    is_bare: bool = field(default=False, compare=False)
    """Whether it is only a part of the names of persons."""
    is_beyond_doubt: bool = field(default=True, compare=False)
    """Whether no words around it make it a part of another name: it is not of a person, nor of a place."""
    is_settled: bool = field(default=True, compare=False)
    """Whether it stands for the same in every article: for its one entity, or, suppressed, for none."""
    is_of_groups: bool = field(default=True, compare=False)
    """Whether it names nothing but organisations and places, whose initials it may have, too."""
    has_exceptions: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, each: Iterable[Sense]) -> Senses:
        """Sum up some senses."""
        senses = tuple(each)
        rules: dict[str, SenseRule] = {}
        for sense in sorted(senses, key=lambda sense: sense.alias.scope != "anywhere"):
            rules.setdefault(sense.entity, sense.rule)
        anywhere = tuple(sorted({sense.entity for sense in senses if sense.alias.scope == "anywhere"}))
        kinds = frozenset(sense.kind for sense in senses if sense.rule != "short name")
        is_bare = bool(senses) and all(sense.rule == "short name" for sense in senses)
        return cls(
            senses,
            rules,
            entities=tuple(sorted(rules)),
            anywhere=anywhere,
            kinds=kinds,
            parts=frozenset(sense.part for sense in senses if sense.rule == "short name"),
            own=anywhere[0] if len(anywhere) == 1 else None,
            is_bare=is_bare,
            is_of_groups=not is_bare and kinds <= _GROUPS,
            is_beyond_doubt=not is_bare and kinds.isdisjoint(("person", "place")),
            is_settled=len(rules) == len(anywhere) <= 1,
            has_exceptions=any(sense.alias.exceptions for sense in senses),
        )


class Candidate(NamedTuple):
    """A place in a text where an alias stands: `text[start:end]`, in code points."""

    start: int
    end: int
    senses: Senses


class Mention(NamedTuple):
    """A surface form in a paragraph that stands for one entity."""

    paragraph: str
    start: int
    end: int
    text: str
    entity: str
    rule: LinkRule
    """Why it was linked."""


class OpenMention(NamedTuple):
    """A surface form that was left unlinked, because the evidence does not decide."""

    paragraph: str
    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    """The entities it may stand for, in order of their ids."""
    rule: OpenRule
    """What stopped it."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """All mentions of one text, linked and open, in order."""

    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[OpenMention, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with the mentions in it."""

    article: Article
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page that a person wrote in `docs/`, as a place where entities are mentioned."""

    src_uri: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    resolution: Resolution = field(default_factory=Resolution)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in which an entity is mentioned, and where in it."""

    paragraph: str
    sentence: str
    spans: tuple[tuple[int, int], ...]
    """Of the mentions, in the sentence, in order."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """All the sentences of one article, or one hand-written page, that mention an entity."""

    place: str
    """The article's id, or the page's `src_uri`."""
    quotes: tuple[Quote, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Company:
    """Another entity, and in how many articles both are mentioned."""

    entity: str
    articles: int


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity with where it appears and with whom."""

    entity: Entity
    appearances: tuple[Appearance, ...] = ()
    """In articles, newest first."""
    handwritten: tuple[Appearance, ...] = ()
    company: tuple[Company, ...] = ()
    """Most frequent first."""

    @property
    def is_mentioned(self) -> bool:
        """Whether an article or a hand-written page mentions it."""
        return bool(self.appearances or self.handwritten)

    @property
    def mentions(self) -> int:
        """The number of mentions in articles."""
        return sum(appearance.mentions for appearance in self.appearances)
