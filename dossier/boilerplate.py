"""The furniture that no list can hold: a paragraph that stands in several articles of one outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from dossier.model import Article, CleanText, Paragraph, Removed
from dossier.scripts import count_words

RULE = "boilerplate"
ENOUGH = 3
"""A paragraph that stands in so many articles of one outlet is furniture, whatever it says."""

_WORDS = 4
"""So many first words tell most paragraphs apart."""


def take_boilerplate(articles: Sequence[Article], families: Sequence[int]) -> list[Article]:
    """Take the paragraphs that stand in `ENOUGH` articles of one outlet out of all of them.

    Versions of one report share their text because they are one report: they count as one article.

    Args:
        articles: all of them.
        families: for each article a number; versions of one report have the same one.
    """
    often = _begin_alike(articles)
    once = [_once(article, often) for article in articles]
    seen: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for found, family in zip(once, families, strict=True):
        for key in found:
            seen[key].add(family)
    furniture = {key: len(there) for key, there in seen.items() if len(there) >= ENOUGH}
    return [_without(article, found, furniture) for article, found in zip(articles, once, strict=True)]


_Start = tuple[str | None, str]
"""The outlet of a paragraph and its first words: what begins as few others do is not looked at further."""


def _begin_alike(articles: Iterable[Article]) -> AbstractSet[_Start]:
    """How the paragraphs begin that may be furniture."""
    starts = Counter(_start(article, each) for article in articles for each in _looked_at(article))
    return {start for start, number in starts.items() if number >= ENOUGH}


def _start(article: Article, paragraph: Paragraph) -> _Start:
    return article.outlet.value, " ".join(paragraph.text.split(None, _WORDS)[:_WORDS]).casefold()


def _looked_at(article: Article) -> Iterable[Paragraph]:
    """None where no outlet is known, nor what an outlet rightly uses again."""
    known = () if article.outlet.value is None else article.paragraphs
    return (each for each in known if each.kind not in {"caption", "code"})


def _once(article: Article, often: AbstractSet[_Start]) -> dict[tuple[str, str], Paragraph]:
    """Paragraphs by outlet and words, but for those that stand twice in the article: who speaks in a dialogue."""
    outlet = article.outlet.value or ""
    found = [
        ((outlet, " ".join(each.text.casefold().split())), each)
        for each in _looked_at(article)
        if _start(article, each) in often
    ]
    times = Counter(key for key, _ in found)
    return {key: paragraph for key, paragraph in found if times[key] == 1}


def _without(
    article: Article, once: Mapping[tuple[str, str], Paragraph], furniture: Mapping[tuple[str, str], int]
) -> Article:
    taken = {paragraph.id: furniture[key] for key, paragraph in once.items() if key in furniture}
    if not taken or len(taken) == len(article.paragraphs):
        return article
    words = sum(count_words(each.text) for each in article.paragraphs if each.id in taken)
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
