"""The names that stand in the articles and not in the register; and those that wait in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from dossier.discovery import is_first_name
from dossier.matcher import Gazetteer
from dossier.memory import Memory
from dossier.model import AnnotatedArticle, NameSpan, Register, Suggestion
from dossier.pipeline.naming import may_differ
from dossier.suggest import (
    Known,
    Sentences,
    Standing,
    as_entities,
    awaited,
    gather,
    recounted,
    standing_in,
    suggestions,
)

Suggested = tuple[tuple[Suggestion, ...], dict[str, Suggestion]]
"""The names to be decided, most of them first; and those that wait in the register, by their entities."""


def suggested(
    articles: Sequence[AnnotatedArticle],
    register: Register,
    found: Mapping[str, Sequence[Sequence[NameSpan]]],
    sentences: Sentences,
    memory: Memory,
) -> Suggested:
    """Gather the names that stand in the articles.

    Of those that wait all is counted; if nothing looks for names, there are no others.

    Args:
        articles: all of them.
        register: what is known.
        found: the names in each paragraph, by the ids of their articles.
        sentences: divides a text.
        memory: what the last run made.
    """
    _, known = memory.renewed("known", partial(_known, register))
    gathered = gather(articles, found, memory)
    new = suggestions(gathered, register, known, sentences, is_first_name)
    waiting = awaited(gathered, register, sentences)
    names = (*new, *waiting.values())
    gazetteer = Gazetteer(Register(as_entities(names)))
    standing = [_standing(each, gazetteer, memory) for each in articles]
    counted = recounted(names, articles, standing, sentences, sure=len(waiting))
    ordered = sorted(counted[: len(new)], key=lambda each: (-len(each.articles), -each.mentions, each.name))
    return tuple(ordered), dict(zip(waiting, counted[len(new) :], strict=True))


def _known(register: Register, before: tuple[Register, Known] | None) -> tuple[Register, Known]:
    if before is not None and before[0] is register:
        return before
    return register, Known.of(register, None if before is None else before[1])


def _standing(annotated: AnnotatedArticle, gazetteer: Gazetteer, memory: Memory) -> tuple[Standing, ...]:
    """The places of names in an article, as far as they are no mentions."""

    def renew(known: tuple[Gazetteer, tuple[Standing, ...]] | None) -> tuple[Gazetteer, tuple[Standing, ...]]:
        if known is not None and not may_differ(annotated.article.paragraphs, gazetteer, known[0], memory):
            return gazetteer, known[1]
        return gazetteer, standing_in(annotated, gazetteer.find)

    return memory.renewed("standing", renew, annotated)[1]
