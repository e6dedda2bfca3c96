"""Everything that waits for a decision, the most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from dossier.memory import NO_MEMORY, Memory
from dossier.model import (
    AnnotatedArticle,
    Entity,
    EntityEntry,
    Likeness,
    Question,
    Register,
    Sighting,
    Suggestion,
)
from dossier.names import short_names
from dossier.same_name import key
from dossier.suggest.apart import Apart
from dossier.suggest.evidence import Evidence, Sentences
from dossier.suggest.first_names import FirstNames
from dossier.suggest.likeness import Known
from dossier.suggest.namesakes import Namesakes
from dossier.suggest.open_mentions import Unasked, open_mentions
from dossier.suggest.shared import shared_aliases
from dossier.suggest.strangers import Strangers

_NOTHING: Mapping[str, Suggestion] = {}
_EACH = 2
"""So many sentences are shown of each of two entities."""


def questions(
    suggested: Sequence[Suggestion],
    entries: Sequence[EntityEntry],
    articles: Sequence[AnnotatedArticle],
    register: Register,
    sentences: Sentences,
    *,
    waiting: Mapping[str, Suggestion] = _NOTHING,
    is_first_name: Callable[[str], bool] = lambda _: False,
    memory: Memory = NO_MEMORY,
) -> tuple[Question, ...]:
    """Ask for names to add, names that look like one, aliases of several, open mentions, and names never mentioned.

    What waits to be confirmed comes first, then what stands in the most articles.
    What a line of the register answers is not asked: an entity that is there, `suppress`, `distinct`, `redirects`.
    Nor is a first name that several persons have: no answer would hold for the next article.

    Args:
        suggested: the names to add.
        entries: all entities, with where they stand.
        articles: with their mentions, newest first.
        register: what was decided.
        sentences: divides a text into the spans of its sentences.
        waiting: what was found of the entities that wait to be confirmed, by their ids.
        is_first_name: whether a single word is known as one.
        memory: what the last build made.
    """
    apart = Apart(register.distinct)
    known = {entry.entity.id: entry for entry in entries}
    confirmed = [entry.entity for entry in entries if entry.entity.status == "confirmed"]
    namesakes, evidence = Namesakes(register.entities, suggested, is_first_name), Evidence(sentences)
    first_names = FirstNames(register.entities, suggested, is_first_name)
    strangers = Strangers(register.entities, suggested, is_first_name)
    unasked = Unasked(frozenset(register.suppress), apart, first_names, strangers)
    left_open = list(open_mentions(articles, unasked, evidence, memory))
    longer = {key(each.text): each for each in left_open if each.part}
    names = {key(each.name) for each in suggested}
    asked = (
        *_to_confirm(entries, waiting, register, namesakes),
        *(_with_open(_to_add(each, namesakes), longer) for each in suggested),
        *_to_merge(confirmed, known, apart),
        *shared_aliases(confirmed, articles, apart, evidence),
        *(each for each in left_open if not (each.part and key(each.text) in names)),
        *_unmentioned(entries),
    )
    return tuple(sorted(asked, key=lambda question: (not question.waiting, -question.articles)))


def _with_open(name: Question, longer: Mapping[str, Question]) -> Question:
    """A name that was found in some articles, and in others as what goes on behind a known one: asked for once."""
    other = longer.get(key(name.text))
    if other is None:
        return name
    return replace(name, mentions=max(name.mentions, other.mentions), articles=max(name.articles, other.articles))


def _to_add(each: Suggestion, namesakes: Namesakes) -> Question:
    return Question(
        "name",
        each.name,
        each.kind,
        each.mentions,
        len(each.articles),
        each.sightings,
        each.like,
        each.forms,
        namesakes=namesakes.of(each.name, each.kind),
    )


def _to_confirm(
    entries: Iterable[EntityEntry], waiting: Mapping[str, Suggestion], register: Register, namesakes: Namesakes
) -> Iterator[Question]:
    """The entities that stand in the register as suggested, those of the most articles first."""
    asked = []
    for entry in entries:
        entity = entry.entity
        if entity.status == "suggested" and entity.name not in register.suppress:
            seen = waiting.get(entity.id, Suggestion(entity.name, entity.kind, (), 0, ()))
            asked.append(replace(_to_add(seen, namesakes), waiting=True))
    yield from sorted(asked, key=lambda question: (-question.articles, -question.mentions, question.text))


def _to_merge(entities: Sequence[Entity], entries: Mapping[str, EntityEntry], apart: Apart) -> Iterator[Question]:
    """Two entities that look like one, the fuller name first: with the articles of both, and sentences of each."""
    own = [entity for entity in entities if not entity.base]
    for *pair, reason in chain(Known(own).pairs(), _called_by_one_word(own)):
        one, other = sorted(pair, key=lambda entity: -len(entity.name.split()))
        shared = {alias.text for alias in one.aliases} & {alias.text for alias in other.aliases}
        if not shared and not apart.all((one.id, other.id)):
            both = (entries[one.id], entries[other.id])
            yield Question(
                "same",
                f"{one.name} / {other.name}",
                one.kind,
                sum(entry.mentions for entry in both),
                sum(len(entry.appearances) for entry in both),
                tuple(sighting for entry in both for sighting in islice(_sightings(entry), _EACH)),
                (Likeness(one.id, reason), Likeness(other.id, reason)),
            )


def _called_by_one_word(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity, str]]:
    """Each person whose name is one word of that of just one other person."""
    bearers: defaultdict[str, list[Entity]] = defaultdict(list)
    persons = [entity for entity in entities if entity.kind == "person"]
    for entity in persons:
        for word in short_names(entity.name):
            bearers[word].append(entity)
    for entity in persons:
        others = bearers.get(entity.name, [])
        if len(others) == 1:
            yield others[0], entity, "a part of the name"


def _sightings(entry: EntityEntry) -> Iterator[Sighting]:
    for appearance in entry.appearances:
        yield from (Sighting(appearance.place, quote) for quote in appearance.quotes[:1])


def _unmentioned(entries: Iterable[EntityEntry]) -> Iterator[Question]:
    for entry in entries:
        entity = entry.entity
        if entity.status == "confirmed" and not entity.base and not entry.is_mentioned:
            itself = Likeness(entity.id, "no article names it")
            yield Question("unmentioned", entity.name, entity.kind, candidates=(itself,))
