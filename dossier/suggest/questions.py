"""Everything that waits for a decision, the most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

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
from dossier.suggest.evidence import SHOWN, Evidence, Sentences
from dossier.suggest.likeness import Known

_RARE = 2
"""A name of fewer articles and mentions than this is asked for last."""


def questions(
    suggested: Sequence[Suggestion],
    entries: Sequence[EntityEntry],
    articles: Sequence[AnnotatedArticle],
    register: Register,
    sentences: Sentences,
) -> tuple[Question, ...]:
    """Ask for names to add, names that look like one, aliases of several, names never mentioned, and open mentions.

    What a line of the register answers is not asked: an entity that is there, `suppress`, `distinct`, `redirects`.
    """
    distinct = {frozenset(pair) for group in register.distinct for pair in combinations(group, 2)}
    confirmed = [entry.entity for entry in entries if entry.entity.status == "confirmed"]
    frequent = [each for each in suggested if max(len(each.articles), each.mentions) >= _RARE]
    rare = [each for each in suggested if max(len(each.articles), each.mentions) < _RARE]
    return (
        *_to_confirm(entries, register),
        *map(_to_add, frequent),
        *_to_merge(confirmed, distinct),
        *_shared(confirmed, articles, distinct),
        *_unmentioned(entries),
        *_open(articles, Evidence(sentences)),
        *map(_to_add, rare),
    )


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


def _to_merge(entities: Sequence[Entity], distinct: set[frozenset[str]]) -> Iterator[Question]:
    own = [entity for entity in entities if not entity.base]
    for one, other, reason in Known(own).pairs():
        shared = {alias.text for alias in one.aliases} & {alias.text for alias in other.aliases}
        if frozenset((one.id, other.id)) not in distinct and not shared:
            pair = (Likeness(one.id, reason), Likeness(other.id, reason))
            yield Question("same", f"{one.name} / {other.name}", one.kind, candidates=pair)


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


def _open(articles: Iterable[AnnotatedArticle], evidence: Evidence) -> Iterator[Question]:
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
                Sighting(article, evidence.around(paragraphs[article][first.paragraph], first.start, first.end))
                for article, (first, *_) in list(by_article.items())[:SHOWN]
            ),
            tuple(Likeness(entity, rule) for entity in candidates),
            rule=rule,
        )
