"""The articles in order: each once, under an id and a title of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from dossier.boilerplate import take_boilerplate
from dossier.copies import merge_copies, near_copies, nearly_same, versions
from dossier.metadata import far_ahead, retitled, tell_apart
from dossier.model import (
    AnnotatedArticle,
    Article,
    Diagnostic,
    Register,
)
from dossier.reuse import Shingled, families, overlaps

_TELLING = ("person", "organisation", "event", "work", "place", "topic")
"""The kinds of names that tell two articles apart, the most telling first."""


def sorted_out(
    found: tuple[list[Article], list[Diagnostic]], shingled: Shingled
) -> tuple[list[Article], tuple[Diagnostic, ...]]:
    """The articles, each once, without what stands in many of one outlet; and what is to be told of them."""
    named, clashes = found
    articles, copies = merge_copies(named)
    ids = [article.id for article in articles]
    pairs = overlaps(ids, [shingled.of(article) for article in articles])
    cleaned = take_boilerplate(articles, list(families(ids, versions(pairs)).values()))
    shown = [
        retitled(article) if article.text is not before.text else article
        for article, before in zip(cleaned, articles, strict=True)
    ]
    near = nearly_same(pairs)
    return shown, (*clashes, *copies, *near_copies(articles, near, families(ids, near)), *far_ahead(shown))


def with_own_ids(articles: Iterable[Article]) -> tuple[list[Article], list[Diagnostic]]:
    """Give an article whose slug an earlier seed asked for already another one, and say so."""
    kept: dict[str, Article] = {}
    clashes: list[Diagnostic] = []
    for article in articles:
        if article.id in kept:
            message = f"`slug: {article.id}` is also that of {kept[article.id].location}"
            clashes.append(Diagnostic("warning", article.location, message, "give one of the two another slug"))
            free = (f"{article.id}-{article.name_digest}{'-again' * again}" for again in count())
            article = replace(article, id=next(each for each in free if each not in kept))  # noqa: PLW2901 - renamed
        kept[article.id] = article
    return list(kept.values()), clashes


def told_apart(articles: Sequence[AnnotatedArticle], register: Register) -> tuple[Article, ...]:
    """The articles, those of one title told apart by the names that only one of them has last."""
    order = {entity.id: (_TELLING.index(entity.kind), entity.name) for entity in register.entities}
    names: dict[str, list[str]] = {}
    for annotated in articles:
        times = Counter(mention.entity for mention in annotated.resolution.mentions)
        telling = sorted(times, key=lambda entity: (order[entity][0], -times[entity], entity))
        names[annotated.article.id] = [order[entity][1] for entity in telling]
    return tell_apart([annotated.article for annotated in articles], names)


def newest_first(articles: Iterable[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    """Order articles by their dates, those without one last."""

    def key(annotated: AnnotatedArticle) -> tuple[bool, int, str]:
        day = annotated.article.date.value
        return day is None, 0 if day is None else -day.start.toordinal(), annotated.article.id

    return tuple(sorted(articles, key=key))
