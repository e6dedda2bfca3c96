"""The furniture that no list can hold: a paragraph that stands in several articles of one outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.model import Article, CleanText, Paragraph, Removed
from dossier.scripts import count_words

RULE = "boilerplate"
ENOUGH = 3
"""A paragraph that stands in so many articles of one outlet is furniture, whatever it says."""


def take_boilerplate(articles: Sequence[Article], families: Sequence[int]) -> list[Article]:
    """Take the paragraphs that stand in `ENOUGH` articles of one outlet out of all of them.

    Versions of one report share their text because they are one report: they count as one article.

    Args:
        articles: all of them.
        families: for each article a number; versions of one report have the same one.
    """
    seen: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for article, family in zip(articles, families, strict=True):
        for key in _once(article):
            seen[key].add(family)
    furniture = {key: len(there) for key, there in seen.items() if len(there) >= ENOUGH}
    return [_without(article, furniture) for article in articles]


def _once(article: Article) -> dict[tuple[str, str], Paragraph]:
    """The paragraphs by outlet and words, but for those that stand twice in the article: who speaks in a dialogue."""
    times = Counter(_key(article, paragraph) for paragraph in article.paragraphs)
    found = {_key(article, paragraph): paragraph for paragraph in article.paragraphs}
    return {key: paragraph for key, paragraph in found.items() if key is not None and times[key] == 1}


def _key(article: Article, paragraph: Paragraph) -> tuple[str, str] | None:
    """The outlet and the words; `None` where no outlet is known, or for what an outlet rightly uses again."""
    if article.outlet.value is None or paragraph.kind in {"caption", "code"}:
        return None
    return article.outlet.value, " ".join(paragraph.text.casefold().split())


def _without(article: Article, furniture: Mapping[tuple[str, str], int]) -> Article:
    taken = {paragraph.id: furniture[key] for key, paragraph in _once(article).items() if key in furniture}
    words = sum(count_words(each.text) for each in article.paragraphs if each.id in taken)
    if not taken or len(taken) == len(article.paragraphs):
        return article
    if article.paragraphs[0].id in taken and 2 * words > article.words:
        return article  # a text that begins so, and is little else, is a version of one report
    removed = (
        Removed(each.lines[0], each.text, RULE, _why(article, taken[each.id]))
        for each in article.paragraphs
        if each.id in taken
    )
    kept = tuple(each for each in article.paragraphs if each.id not in taken)
    every = sorted((*article.removed, *removed), key=lambda each: each.line)
    return replace(article, text=CleanText(kept, tuple(every)))


def _why(article: Article, number: int) -> str:
    return f"a paragraph that stands in {number:,} articles of {article.outlet.value}"
