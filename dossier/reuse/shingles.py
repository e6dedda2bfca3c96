"""Which articles share text: shingles of eight words, all those of an article counted, some of them looked up."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise
from zlib import crc32

from dossier.groups import Joined
from dossier.model import Article, CleanText, Overlap
from dossier.scripts import split_words

Shingles = Sequence[int]
"""Of one article: each once, in order."""

_WORDS = 8
_EVERY = 4
"""One shingle in so many is looked up: which ones, the shingle itself decides."""
_ALWAYS = 8
"""And so many of each article, the first in order: of a short one, perhaps no other."""
_MANY = 20
"""A shingle that stands in more articles links each of them to the one before it only."""
_AT_ONCE = 1 << 18
"""So many shingles or so are looked up at once, for the sake of memory."""
_FEWEST = 8
"""Articles that share fewer shingles share no text to speak of."""
_LEAST = 0.1
"""The least containment that is told."""
_HASHES = 1 << 32


def shingles(article: Article) -> Shingles:
    """Every run of eight words of an article, as a number; headings and captions are text, too."""
    words = [_hash(word) for paragraph in article.paragraphs for word in split_words(paragraph.text)]
    packed = struct.pack(f"<{len(words)}I", *words)
    size = struct.calcsize(f"<{_WORDS}I")
    step = size // _WORDS
    return array("I", sorted({crc32(packed[at : at + size]) for at in range(0, len(packed) - size + 1, step)}))


class Shingled:
    """The shingles of articles, made once for each text, however often they are asked for."""

    def __init__(self, make: Callable[[Article], Shingles] = shingles) -> None:
        """`make`: makes those of an article that nobody asked for before."""
        self._make = make
        self._made: dict[str, tuple[CleanText, Shingles]] = {}

    def of(self, article: Article) -> Shingles:
        """Those of an article as it is."""
        text, made = self._made.get(article.id, (None, None))
        if made is None or text is not article.text:
            made = self._make(article)
            self._made[article.id] = article.text, made
        return made

    def keep(self, ids: Collection[str]) -> None:
        """Let go of all other articles."""
        self._made = {each: made for each, made in self._made.items() if each in ids}


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))


def overlaps(ids: Sequence[str], texts: Sequence[Shingles]) -> list[Overlap]:
    """Find the pairs of articles that share text, in time linear in the text.

    Args:
        ids: of the articles.
        texts: the shingles of each.
    """
    found = []
    full: dict[int, frozenset[int]] = {}
    for first, second in sorted(_candidates(texts)):
        if first not in full:
            full = {first: frozenset(texts[first])}  # only one at a time
        number = len(full[first].intersection(texts[second]))
        shorter, longer = sorted((len(texts[first]), len(texts[second])))
        if number >= _FEWEST and number >= _LEAST * shorter:
            found.append(Overlap(ids[first], ids[second], number, number / shorter, number / longer))
    return found


def families(ids: Sequence[str], pairs: Iterable[Overlap]) -> Mapping[str, int]:
    """Number the articles so that those that pairs lead to have the same number, the place of the first of them."""
    places = {each: place for place, each in enumerate(ids)}
    joined = Joined(len(ids))
    for pair in pairs:
        joined.join(places[pair.first], places[pair.second])
    return {each: joined.root(place) for each, place in places.items()}


def _candidates(texts: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs that probably share enough, judged by the shingles that are looked up."""
    looked_up = [
        array("I", [*text[:_ALWAYS], *(each for each in text[_ALWAYS:] if not each % _EVERY)]) for text in texts
    ]
    shared: Counter[tuple[int, int]] = Counter()
    parts = 1 + sum(map(len, looked_up)) // _AT_ONCE
    for part in range(parts):
        low, high = (_HASHES * bound // parts for bound in (part, part + 1))
        shared.update(_shared([text[bisect_left(text, low) : bisect_left(text, high)] for text in looked_up]))
    for (first, second), number in shared.items():
        if number >= _LEAST / 2 * min(len(looked_up[first]), len(looked_up[second])):
            yield first, second


def _shared(texts: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """The articles that share a shingle, once for each."""
    times = Counter(chain.from_iterable(texts))
    several = {shingle for shingle, number in times.items() if number > 1}
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for shingle in several.intersection(text):
            postings[shingle].append(place)
    for posting in postings.values():
        yield from pairwise(posting) if len(posting) > _MANY else combinations(posting, 2)
