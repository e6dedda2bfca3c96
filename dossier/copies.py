"""The same article twice: exact copies become one, near copies are found."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from dossier.model import Article, Copy, Diagnostic, Fact

_SHINGLE = 8
_EVERY = 8
"""One word in so many begins a shingle that is compared: which ones, the words themselves decide."""
_MANY = 20
"""A shingle that stands in more articles than this links each of them to the one before it only."""
_FEWEST = 5
NEAR = 0.8
"""Near copies share at least this part of the shingles of the shorter one (Broder 1997: containment)."""
RELATED = 0.5
"""Versions of one report share at least this part."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two articles with shared text, as positions in the list of them."""

    first: int
    second: int
    containment: float
    """The part of the shorter article's sampled shingles that the other one has."""


def merge_copies(articles: Iterable[Article]) -> tuple[list[Article], list[Diagnostic]]:
    """Make one article of those with the same text whose stated facts do not contradict each other.

    The one with the most stated facts remains, and names the others as its copies.
    """
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[_digest(article)].append(article)
    kept: list[Article] = []
    told: list[Diagnostic] = []
    for group in groups.values():
        while group:
            best = max(group, key=_stated_facts)
            same = [each for each in group if each is not best and _agree(each, best)]
            copies = tuple(Copy(each.id, each.seed, each.location, each.path, each.sha256) for each in same)
            kept.append(replace(best, copies=copies))
            hint = "nothing, or delete one of them; its address leads to the other"
            told += [
                Diagnostic("note", each.location, f"the same article as {best.location}; they are one", hint)
                for each in same
            ]
            group[:] = [each for each in group if each is not best and each not in same]
    return kept, told


def overlaps(articles: Sequence[Article]) -> list[Overlap]:
    """Find the pairs of articles that share much of their text, in time linear in the text."""
    postings: defaultdict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for position, article in enumerate(articles):
        shingles = _shingles(article)
        sizes.append(len(shingles))
        for shingle in shingles:
            postings[shingle].append(position)
    shared: Counter[tuple[int, int]] = Counter()
    for posting in postings.values():
        shared.update(_pairs(posting))
    found = (
        Overlap(first, second, number / min(sizes[first], sizes[second]))
        for (first, second), number in shared.items()
        if number >= _FEWEST
    )
    return sorted((each for each in found if each.containment >= RELATED), key=lambda each: (each.first, each.second))


def near_copies(articles: Sequence[Article], pairs: Iterable[Overlap]) -> Iterator[Diagnostic]:
    """Tell of each pair of near copies."""
    for pair in pairs:
        if pair.containment >= NEAR:
            first, second = articles[pair.first], articles[pair.second]
            message = f"nearly the same text as {first.location}: about {pair.containment:.0%} of the shorter one"
            yield Diagnostic("note", second.location, message, "delete one of them if it is a copy")


def families(number: int, pairs: Iterable[Overlap]) -> list[int]:
    """Number the articles so that those which share much of their text have the same number."""
    parents = list(range(number))

    def root(position: int) -> int:
        while parents[position] != position:
            parents[position] = parents[parents[position]]
            position = parents[position]
        return position

    for pair in pairs:
        one, two = sorted((root(pair.first), root(pair.second)))
        parents[two] = one
    return [root(position) for position in range(number)]


def _pairs(posting: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(posting) > _MANY:
        yield from pairwise(posting)
    else:
        yield from ((one, two) for index, two in enumerate(posting) for one in posting[:index])


def _shingles(article: Article) -> set[int]:
    words = re.findall(r"\w+", " ".join(paragraph.text for paragraph in article.paragraphs).lower())
    return {
        crc32(" ".join(words[start : start + _SHINGLE]).encode("utf-8", "replace"))
        for start in range(len(words) - _SHINGLE + 1)
        if _begins(words[start])
    }


@lru_cache(maxsize=1 << 16)
def _begins(word: str) -> bool:
    return crc32(word.encode("utf-8", "replace")) % _EVERY == 0


def _digest(article: Article) -> str:
    """Of the words of the text, white space aside."""
    digest = hashlib.sha256()
    for paragraph in article.paragraphs:
        digest.update(" ".join(paragraph.text.split()).encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()


def _facts(article: Article) -> tuple[Fact[object], ...]:
    return (article.title, article.date, article.outlet, article.dateline, article.authors, article.url)


def _stated_facts(article: Article) -> tuple[int, int]:
    """How many facts are stated; of two equal ones the first in the order of their names counts more."""
    return sum(fact.source == "stated" for fact in _facts(article)), 0


def _agree(one: Article, other: Article) -> bool:
    pairs = zip(_facts(one), _facts(other), strict=True)
    return all(left.value == right.value for left, right in pairs if left.source == right.source == "stated")
