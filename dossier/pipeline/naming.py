"""What each article mentions. One that an edit of the register cannot touch keeps what the last run found in it."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.matcher import Gazetteer
from dossier.memory import Memory
from dossier.model import AnnotatedArticle, Article, Paragraph, Register, Resolution
from dossier.pipeline.sorting import told_apart
from dossier.resolver import resolve


def annotated(
    articles: Iterable[Article], register: Register, gazetteer: Gazetteer, memory: Memory
) -> list[AnnotatedArticle]:
    """The articles with what they mention, those of one title told apart by it.

    Args:
        articles: all of them.
        register: whose names they are.
        gazetteer: finds them.
        memory: what the last run found; what is the same then stays the same object.
    """
    found = [_annotated(article, gazetteer, memory) for article in articles]
    apart = told_apart(found, register)
    return [_titled(each, article, memory) for each, article in zip(found, apart, strict=True)]


def may_differ(texts: Iterable[Paragraph], gazetteer: Gazetteer, before: Gazetteer, memory: Memory) -> bool:
    """Whether a gazetteer may find something else in an article than another, the one of the last run."""
    if before is gazetteer:
        return False
    changed = memory.made("changed", lambda: gazetteer.changed_from(before), gazetteer, before)
    return any(changed(each.text) for each in texts)


def _annotated(article: Article, gazetteer: Gazetteer, memory: Memory) -> AnnotatedArticle:
    texts = article.paragraphs

    def renew(known: tuple[Gazetteer, Resolution] | None) -> tuple[Gazetteer, Resolution]:
        if known is not None and not may_differ(texts, gazetteer, known[0], memory):
            return gazetteer, known[1]
        found = resolve(texts, gazetteer.find)
        return gazetteer, known[1] if known is not None and known[1] == found else found

    _, resolution = memory.renewed("resolution", renew, texts)
    return _with(article, resolution, memory)


def _titled(annotated: AnnotatedArticle, article: Article, memory: Memory) -> AnnotatedArticle:
    """An article with the title that tells it from others; if it has that from the last run, as the same object."""
    if article is annotated.article:
        return annotated

    def settle(known: Article | None) -> Article:
        return known if known is not None and known == article else article

    settled = memory.renewed("told apart", settle, annotated.article)
    return _with(settled, annotated.resolution, memory)


def _with(article: Article, resolution: Resolution, memory: Memory) -> AnnotatedArticle:
    return memory.made("annotated", lambda: AnnotatedArticle(article, resolution), article, resolution)
