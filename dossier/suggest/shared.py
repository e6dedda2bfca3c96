"""Aliases that stand under several entities, with the sentences in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from dossier.model import AnnotatedArticle, Entity, Likeness, Mention, OpenMention, Question, Sighting
from dossier.suggest.apart import Apart
from dossier.suggest.evidence import SHOWN, Evidence

_EACH = 2
"""So many sentences are shown of each entity that the alias was found to name."""

_MOST = 10
"""So many are shown of an alias."""

_Where = dict[str, tuple[AnnotatedArticle, Mention | OpenMention]]
"""The first place in each article, by the article's id."""


@dataclass(slots=True)
class _Used:
    """Where an alias stands."""

    left: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """How often it stayed open, by the article's id."""
    opened: _Where = field(default_factory=dict)
    linked: defaultdict[str, _Where] = field(default_factory=lambda: defaultdict(dict))
    """By the entity that it names there."""


def shared_aliases(
    entities: Sequence[Entity], articles: Sequence[AnnotatedArticle], apart: Apart, evidence: Evidence
) -> Iterator[Question]:
    """Ask whose they are; to say that the entities are distinct is an answer."""
    owners: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for alias in entity.aliases:
            owners[alias.text].append(entity)
    several = {
        text: found for text, found in owners.items() if len(found) > 1 and not apart.all(entity.id for entity in found)
    }
    used = _used(several, articles)
    for text in sorted(several, key=lambda text: (-len(used[text].left), text)):
        left = used[text].left
        yield Question(
            "ambiguous",
            text,
            mentions=sum(left.values()),
            articles=len(left),
            sightings=tuple(islice(_sightings(used[text], several[text], evidence), _MOST)),
            candidates=tuple(Likeness(entity.id, f"`{text}` stands under it") for entity in several[text]),
        )


def _used(texts: Collection[str], articles: Sequence[AnnotatedArticle]) -> defaultdict[str, _Used]:
    used: defaultdict[str, _Used] = defaultdict(_Used)
    for annotated in articles:
        place = annotated.article.id
        for open_mention in annotated.resolution.unresolved:
            if open_mention.text in texts:
                used[open_mention.text].left[place] += 1
                used[open_mention.text].opened.setdefault(place, (annotated, open_mention))
        for mention in annotated.resolution.mentions:
            if mention.text in texts:
                used[mention.text].linked[mention.entity].setdefault(place, (annotated, mention))
    return used


def _sightings(used: _Used, entities: Sequence[Entity], evidence: Evidence) -> Iterator[Sighting]:
    """In turn one of those that stayed open, and one of those that were found to name each entity."""
    opened = [(place, None) for place in islice(used.opened.values(), SHOWN)]
    linked = ([(place, each.id) for place in islice(used.linked[each.id].values(), _EACH)] for each in entities)
    for row in zip_longest(opened, *linked):
        for (annotated, mention), entity in filter(None, row):
            yield _sighting(annotated, mention, entity, evidence)


def _sighting(
    annotated: AnnotatedArticle, mention: Mention | OpenMention, entity: str | None, evidence: Evidence
) -> Sighting:
    paragraph = next(each for each in annotated.article.paragraphs if each.id == mention.paragraph)
    return Sighting(annotated.article.id, evidence.around(paragraph, mention.start, mention.end), entity)
