"""Paragraphs that articles share, word for word or edited: many to many, for one outlet joins what another divides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise, product

from rapidfuzz.fuzz import token_set_ratio

from dossier.model import Article, Paragraph, Passage, Place, Relation
from dossier.reuse.signs import alike
from dossier.scripts import split_words

_TOKENS_ALIKE = 0.73
_PAIRS_CONTAINED = 0.41
"""Both measured on aligned news: the ratio of the sorted words, and the part of the shorter one's pairs of words."""
_SOME_PAIRS = 0.3
"""The same words in another order are about the same; they are no passage without so many pairs of words."""
_SURELY = 0.5
_RUN = 6
"""With a smaller part of the pairs, so many words in a row must be the same: the words of a subject are soon alike."""
_OF_A_CAPTION = 0.6
"""A caption and what an article says of the same are alike, too: they are a passage if so many pairs are the same."""
_FEWEST_PAIRS = 4
"""Two paragraphs with fewer pairs of words in common are alike only if they are the same."""
_MANY = 20
"""A pair of words that stands in more paragraphs links each of them to the one before it only."""
_MOST = 12
"""So many paragraphs are compared with one, those with which it shares the most pairs of words."""
_LONG = 20_000
"""Of two paragraphs with more letters, only the pairs of words are compared."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a paragraph, wherever it stands."""

    words: str
    """In small letters, by spaces."""
    pairs: frozenset[tuple[str, str]]
    is_caption: bool
    places: dict[int, list[str]]
    """The articles that have it, by number, and its paragraphs there."""


def passages(articles: Sequence[Article]) -> list[Passage]:
    """Find the paragraphs that articles share, in the order of the articles; linear in their text."""
    texts = _texts(articles)
    found: dict[tuple[Place, Place], tuple[Relation, float]] = {}
    ids = [article.id for article in articles]
    for text in texts:
        for one, two in _linked(sorted(text.places)):
            for first, second in _in_turn(text.places[one], text.places[two]):
                found[Place(ids[one], first), Place(ids[two], second)] = ("same", 1.0)
    for one, two in sorted(_candidates(texts)):
        score = _score(texts[one], texts[two])
        if score is not None:
            for left, right in _edited(ids, texts[one], texts[two]):
                found.setdefault((left, right), ("edited", score))
    order = {
        Place(article.id, paragraph.id): (number, place)
        for number, article in enumerate(articles)
        for place, paragraph in enumerate(article.paragraphs)
    }
    return [Passage(*ends, *found[ends]) for ends in sorted(found, key=lambda ends: (order[ends[0]], order[ends[1]]))]


def _score(one: _Text, two: _Text) -> float | None:
    """How alike two texts are, from 0 to 1; `None` if they are not the same passage."""
    fewer, more = sorted((one.pairs, two.pairs), key=len)
    number = len(fewer & more)
    contained = number / len(fewer)
    if contained < _SOME_PAIRS or number < _FEWEST_PAIRS:
        return None
    if contained < _OF_A_CAPTION and one.is_caption != two.is_caption:
        return None
    if contained < _SURELY and not _share_a_run(one, two):
        return None
    ratio = 0.0 if max(len(one.words), len(two.words)) > _LONG else token_set_ratio(one.words, two.words) / 100
    if ratio < _TOKENS_ALIKE and contained < _PAIRS_CONTAINED:
        return None
    return round(max(ratio, contained), 3)


def _share_a_run(one: _Text, two: _Text) -> bool:
    runs, others = (_runs(text.words.split()) for text in (one, two))
    return not runs.isdisjoint(others)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _texts(articles: Sequence[Article]) -> list[_Text]:
    """Every text once, with its places; in the order of the articles."""
    texts: dict[str, _Text] = {}
    for number, article in enumerate(articles):
        for paragraph in article.paragraphs:
            if _counts(paragraph):
                text = texts.setdefault(alike(paragraph.text), _text(paragraph))
                text.places.setdefault(number, []).append(paragraph.id)
    return list(texts.values())


def _counts(paragraph: Paragraph) -> bool:
    return paragraph.kind not in {"code", "heading"}


def _text(paragraph: Paragraph) -> _Text:
    words = split_words(paragraph.text)
    return _Text(" ".join(words), frozenset(pairwise(words)), paragraph.kind == "caption", {})


def _candidates(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """Positions of texts of different articles that share pairs of words."""
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        if len(text.pairs) >= _FEWEST_PAIRS:
            for pair in text.pairs:
                postings[pair].append(position)
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for posting in postings.values():
        for one, two in _linked(posting):
            if len(texts[one].places.keys() | texts[two].places.keys()) > 1:
                shared[two][one] += 1
    for two, others in shared.items():
        ordered = sorted(others, key=lambda other: (-others[other], other))
        yield from ((one, two) for one in islice(ordered, _MOST))


def _linked(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from pairwise(numbers) if len(numbers) > _MANY else combinations(numbers, 2)


def _in_turn(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with the one that has its turn; those beyond the last one of the other side, with that."""
    for turn in range(max(len(left), len(right))):
        yield left[min(turn, len(left) - 1)], right[min(turn, len(right) - 1)]


def _edited(ids: Sequence[str], one: _Text, two: _Text) -> Iterator[tuple[Place, Place]]:
    """The places of two texts in different articles, neither of which has the text of the other as it is."""
    for left, right in product(islice(one.places, _MANY), islice(two.places, _MANY)):
        if left != right and left not in two.places and right not in one.places:
            ends = Place(ids[left], one.places[left][0]), Place(ids[right], two.places[right][0])
            yield ends if left < right else ends[::-1]
