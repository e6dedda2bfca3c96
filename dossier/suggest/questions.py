"""Everything that waits for a decision, the most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dossier.model import (
    AnnotatedArticle,
    Entity,
    EntityEntry,
    Likeness,
    Mention,
    OpenMention,
    OpenRule,
    Paragraph,
    Question,
    Register,
    Sighting,
    Suggestion,
)
from dossier.suggest.apart import Apart
from dossier.suggest.evidence import SHOWN, Evidence, Sentences
from dossier.suggest.first_names import FirstNames
from dossier.suggest.likeness import Known
from dossier.suggest.longer import Span, longer_name
from dossier.suggest.namesakes import Namesakes
from dossier.suggest.shared import shared_aliases

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
    """
    apart = Apart(register.distinct)
    known = {entry.entity.id: entry for entry in entries}
    confirmed = [entry.entity for entry in entries if entry.entity.status == "confirmed"]
    namesakes, evidence = Namesakes(register.entities, suggested, is_first_name), Evidence(sentences)
    asked = (
        *_to_confirm(entries, waiting, register, namesakes),
        *(_to_add(each, namesakes) for each in suggested),
        *_to_merge(confirmed, known, apart),
        *shared_aliases(confirmed, articles, apart, evidence),
        *_open(articles, register, apart, evidence, FirstNames(register.entities, suggested, is_first_name)),
        *_unmentioned(entries),
    )
    return tuple(sorted(asked, key=lambda question: (not question.waiting, -question.articles)))


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
    """Two entities that look like one: with the articles of both, and sentences of each."""
    own = [entity for entity in entities if not entity.base]
    for one, other, reason in Known(own).pairs():
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


def _sightings(entry: EntityEntry) -> Iterator[Sighting]:
    for appearance in entry.appearances:
        yield from (Sighting(appearance.place, quote) for quote in appearance.quotes[:1])


def _unmentioned(entries: Iterable[EntityEntry]) -> Iterator[Question]:
    for entry in entries:
        entity = entry.entity
        if entity.status == "confirmed" and not entity.base and not entry.is_mentioned:
            itself = Likeness(entity.id, "no article names it")
            yield Question("unmentioned", entity.name, entity.kind, candidates=(itself,))


@dataclass(frozen=True, slots=True, order=True)
class _Asked:
    """What mentions have in common that are asked for in one question."""

    text: str
    candidates: tuple[str, ...]
    rule: OpenRule
    part: str


def _open(
    articles: Iterable[AnnotatedArticle],
    register: Register,
    apart: Apart,
    evidence: Evidence,
    first_names: FirstNames,
) -> Iterator[Question]:
    """The mentions that stayed open: one question for all of the same words, candidates and rule.

    What is only a part of a longer name is asked for as that, where the words around it tell it.
    """
    groups: defaultdict[_Asked, dict[str, list[_Place]]] = defaultdict(dict)
    answered = frozenset(register.suppress)
    for annotated in articles:
        for each, place in _places(annotated):
            asked = _asked(each, place)
            is_told_apart = asked.rule == "several fit" and apart.all(asked.candidates)
            if not (asked.text in answered or is_told_apart or _is_of_another(asked, first_names)):
                groups[asked].setdefault(annotated.article.id, []).append(place)
    order = sorted(groups.items(), key=lambda pair: (-len(pair[1]), -sum(map(len, pair[1].values())), pair[0]))
    for asked, by_article in order:
        yield Question(
            "open",
            asked.text,
            None,
            sum(map(len, by_article.values())),
            len(by_article),
            tuple(
                Sighting(article, evidence.around(first.paragraph, first.start, first.end))
                for article, (first, *_) in list(by_article.items())[:SHOWN]
            ),
            tuple(Likeness(entity, asked.rule) for entity in asked.candidates),
            rule=asked.rule,
            part=asked.part,
        )


def _is_of_another(asked: _Asked, first_names: FirstNames) -> bool:
    """Whether it is but a first name: that of several persons, or of one whose last name is another."""
    if asked.part:
        return first_names.is_theirs(asked.part, asked.candidates)
    return first_names.is_of_several(asked.text, asked.candidates)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands that is asked for."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """With single spaces."""
        return " ".join(self.paragraph.text[self.start : self.end].split())


def _places(annotated: AnnotatedArticle) -> Iterator[tuple[OpenMention, _Place]]:
    """The open mentions of an article; of a part of a longer name, where that stands."""
    resolution = annotated.resolution
    paragraphs = {paragraph.id: paragraph for paragraph in annotated.article.paragraphs}
    spoken_for: defaultdict[str, list[Span]] = defaultdict(list)
    said: tuple[Mention | OpenMention, ...] = (*resolution.mentions, *resolution.unresolved)
    for mention in sorted(said, key=lambda mention: mention.start):
        spoken_for[mention.paragraph].append((mention.start, mention.end))
    for each in resolution.unresolved:
        paragraph, span = paragraphs[each.paragraph], (each.start, each.end)
        if each.rule == "part of a longer name":
            span = longer_name(paragraph, *span, spoken_for[paragraph.id]) or span
        yield each, _Place(paragraph, *span)


def _asked(each: OpenMention, place: _Place) -> _Asked:
    part = " ".join(each.text.split())
    return _Asked(place.text, each.candidates, each.rule, "" if place.text == part else part)
