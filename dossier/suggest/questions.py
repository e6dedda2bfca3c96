"""Everything that waits for a decision, the most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice

from dossier.model import (
    AnnotatedArticle,
    Entity,
    EntityEntry,
    Likeness,
    OpenMention,
    OpenRule,
    Paragraph,
    Question,
    Register,
    Sighting,
    Suggestion,
)
from dossier.suggest.evidence import SHOWN, Sentences, quote_around
from dossier.suggest.likeness import Known

_EACH = 2
"""So many sentences are shown of each of two entities."""


def questions(
    suggested: Sequence[Suggestion],
    entries: Sequence[EntityEntry],
    articles: Sequence[AnnotatedArticle],
    register: Register,
    sentences: Sentences,
) -> tuple[Question, ...]:
    """Ask for names to add, names that look like one, aliases of several, open mentions, and names never mentioned.

    What waits to be confirmed comes first, then what stands in the most articles.
    What a line of the register answers is not asked: an entity that is there, `suppress`, `distinct`, `redirects`.
    """
    distinct = {frozenset(pair) for group in register.distinct for pair in combinations(group, 2)}
    known = {entry.entity.id: entry for entry in entries}
    confirmed = [entry.entity for entry in entries if entry.entity.status == "confirmed"]
    asked = (
        *_to_confirm(entries, register),
        *map(_to_add, suggested),
        *_to_merge(confirmed, known, distinct),
        *_shared(confirmed, articles, distinct),
        *_open(articles, sentences),
        *_unmentioned(entries),
    )
    return tuple(sorted(asked, key=lambda question: (not question.waiting, -question.articles)))


def _to_add(each: Suggestion) -> Question:
    return Question(
        "name", each.name, each.kind, each.mentions, len(each.articles), each.sightings, each.like, each.forms
    )


def _to_confirm(entries: Iterable[EntityEntry], register: Register) -> Iterator[Question]:
    """The entities that stand in the register as suggested."""
    for entry in entries:
        entity = entry.entity
        if entity.status == "suggested" and entity.name not in register.suppress:
            yield Question("name", entity.name, entity.kind, waiting=True)


def _to_merge(
    entities: Sequence[Entity], entries: Mapping[str, EntityEntry], distinct: set[frozenset[str]]
) -> Iterator[Question]:
    """Two entities that look like one: with the articles of both, and sentences of each."""
    own = [entity for entity in entities if not entity.base]
    for one, other, reason in Known(own).pairs():
        shared = {alias.text for alias in one.aliases} & {alias.text for alias in other.aliases}
        if frozenset((one.id, other.id)) not in distinct and not shared:
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


def _sightings(entry: EntityEntry) -> Iterator[Sighting]:
    for appearance in entry.appearances:
        yield from (Sighting(appearance.place, quote) for quote in appearance.quotes[:1])


def _shared(
    entities: Sequence[Entity], articles: Sequence[AnnotatedArticle], distinct: set[frozenset[str]]
) -> Iterator[Question]:
    """Aliases that stand under several entities; to say that these are distinct is an answer."""
    owners: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for alias in entity.aliases:
            owners[alias.text].append(entity)
    several = {
        text: found
        for text, found in owners.items()
        if any(frozenset((one.id, other.id)) not in distinct for one, other in combinations(found, 2))
    }
    left: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for annotated in articles:
        for each in annotated.resolution.unresolved:
            if each.text in several:
                left[each.text][annotated.article.id] += 1
    for text in sorted(several, key=lambda text: (-len(left[text]), text)):
        fitting = tuple(Likeness(entity.id, f"`{text}` stands under it") for entity in several[text])
        yield Question("ambiguous", text, None, sum(left[text].values()), len(left[text]), candidates=fitting)


def _unmentioned(entries: Iterable[EntityEntry]) -> Iterator[Question]:
    for entry in entries:
        entity = entry.entity
        if entity.status == "confirmed" and not entity.base and not entry.is_mentioned:
            itself = Likeness(entity.id, "no article names it")
            yield Question("unmentioned", entity.name, entity.kind, candidates=(itself,))


def _open(articles: Iterable[AnnotatedArticle], sentences: Sentences) -> Iterator[Question]:
    """The mentions that stayed open: one question for all of the same words, candidates and rule."""
    groups: defaultdict[tuple[str, tuple[str, ...], OpenRule], dict[str, list[OpenMention]]] = defaultdict(dict)
    paragraphs: dict[str, Mapping[str, Paragraph]] = {}
    for annotated in articles:
        article = annotated.article
        for each in annotated.resolution.unresolved:
            groups[each.text, each.candidates, each.rule].setdefault(article.id, []).append(each)
            paragraphs.setdefault(article.id, {paragraph.id: paragraph for paragraph in article.paragraphs})
    order = sorted(groups.items(), key=lambda pair: (-len(pair[1]), -sum(map(len, pair[1].values())), pair[0]))
    for (text, candidates, rule), by_article in order:
        yield Question(
            "open",
            text,
            None,
            sum(map(len, by_article.values())),
            len(by_article),
            tuple(
                Sighting(article, quote_around(paragraphs[article][first.paragraph], first.start, first.end, sentences))
                for article, (first, *_) in list(by_article.items())[:SHOWN]
            ),
            tuple(Likeness(entity, rule) for entity in candidates),
            rule=rule,
        )
