"""Entity to where it is mentioned, in which sentence, and who appears with whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter

from dossier.memory import NO_MEMORY, Memory
from dossier.model import (
    AnnotatedArticle,
    Appearance,
    Company,
    Entity,
    EntityEntry,
    HandwrittenPage,
    Mention,
    Paragraph,
    Quote,
)

_FOREMOST = 200
"""So many of an article's entities, the most mentioned, keep company there: their pairs grow with the square."""

_START = attrgetter("start")
Sentences = Callable[[str], Sequence[tuple[int, int]]]


def entity_entries(
    entities: Iterable[Entity],
    articles: Sequence[AnnotatedArticle],
    handwritten: Sequence[HandwrittenPage],
    sentences: Sentences,
    memory: Memory = NO_MEMORY,
) -> tuple[EntityEntry, ...]:
    """Gather for each entity its appearances, in the order of the articles, and its company.

    Args:
        entities: those of the register; the result keeps their order.
        articles: with their mentions, newest first.
        handwritten: pages of `docs/` with their mentions.
        sentences: divides a text into the spans of its sentences.
        memory: what the last build made.
    """
    in_articles: defaultdict[str, list[Appearance]] = defaultdict(list)
    in_pages: defaultdict[str, list[Appearance]] = defaultdict(list)
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for annotated in articles:
        article = annotated.article
        look = partial(appearances, article.id, article.paragraphs, annotated.resolution.mentions, sentences)
        found = memory.made("appearances", look, annotated)
        for entity, appearance in found.items():
            in_articles[entity].append(appearance)
        foremost: Collection[str] = found.keys()
        if len(found) > _FOREMOST:
            foremost = sorted(found, key=lambda entity: (-found[entity].mentions, entity))[:_FOREMOST]
        for entity in foremost:
            together[entity].update(foremost)  # itself, too
    for page in handwritten:
        for entity, appearance in appearances(
            page.src_uri, page.paragraphs, page.resolution.mentions, sentences
        ).items():
            in_pages[entity].append(appearance)
    return tuple(
        EntityEntry(
            entity=entity,
            appearances=tuple(in_articles[entity.id]),
            handwritten=tuple(in_pages[entity.id]),
            company=tuple(
                Company(other, times)
                for other, times in sorted(together[entity.id].items(), key=lambda pair: (-pair[1], pair[0]))
                if other != entity.id
            ),
        )
        for entity in entities
    )


def appearances(
    place: str, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], sentences: Sentences
) -> Mapping[str, Appearance]:
    """Where each entity appears in one article or page: a pure function of its paragraphs and mentions.

    Args:
        place: the article's id, or the page's `src_uri`.
        paragraphs: of it.
        mentions: in it.
        sentences: divides a text into the spans of its sentences.
    """
    by_paragraph: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_paragraph[mention.paragraph].append(mention)
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.id in by_paragraph:
            for entity, quote in _quotes(paragraph, by_paragraph[paragraph.id], sentences):
                quotes[entity].append(quote)
    return {
        entity: Appearance(place, tuple(found), sum(len(quote.spans) for quote in found))
        for entity, found in quotes.items()
    }


def _quotes(paragraph: Paragraph, mentions: Sequence[Mention], sentences: Sentences) -> Iterable[tuple[str, Quote]]:
    """Each sentence of a paragraph that mentions an entity, once an entity."""
    ordered = sorted(mentions, key=_START)
    index = 0
    divided = [(0, len(paragraph.text))] if paragraph.kind == "caption" else sentences(paragraph.text)
    for start, end in _whole(divided, ordered):
        spans: dict[str, list[tuple[int, int]]] = {}
        while index < len(ordered) and ordered[index].start < end:
            mention = ordered[index]
            spans.setdefault(mention.entity, []).append((mention.start - start, mention.end - start))
            index += 1
        for entity, found in spans.items():
            yield entity, Quote(paragraph.id, paragraph.text[start:end], tuple(found))


def _whole(sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> Iterable[tuple[int, int]]:
    """The sentences, joined where a mention was cut in two."""
    starts = list(map(_START, mentions))
    first: int | None = None
    for start, end in sentences:
        first = start if first is None else first
        before = bisect_left(starts, end)
        if before and mentions[before - 1].end > end:
            continue
        yield first, end
        first = None
