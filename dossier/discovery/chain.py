"""The likeliest labels of a stretch of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import add

from dossier.discovery.document import Document
from dossier.discovery.features import (
    NOTHING,
    OFFSETS,
    Known,
    Traits,
    in_document,
    in_stretch,
    of_word,
    together,
    traits,
)
from dossier.discovery.tokens import Line
from dossier.discovery.weights import LABELS, NO_SCORES, Scores, Weights

_REMEMBERED = 20_000
"""So many words are kept with their scores; a text can hold any number of others."""
_NEVER = -(10**9)
_START = tuple(_NEVER if label[0] == "I" else 0 for label in LABELS)
"""No name begins with I."""


@dataclass(frozen=True, slots=True)
class _Seen:
    word: str
    known: Known
    traits: Traits
    scores: dict[int, Scores]
    """By the offset from which it was looked at: most words stand beside names only."""


_OUTSIDE = _Seen("", Known(), NOTHING, dict.fromkeys(OFFSETS, NO_SCORES))


@dataclass(slots=True)
class Chain:
    """Scores labels by a model, and remembers what it made of each word."""

    weights: Weights
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _into: list[Scores] = field(init=False)
    """For each label the transitions to it."""

    def __post_init__(self) -> None:
        self._into = [
            tuple(
                row[place] if label[0] != "I" or before[1:] == label[1:] else _NEVER
                for before, row in zip(LABELS, self.weights.transitions, strict=True)
            )
            for place, label in enumerate(LABELS)
        ]

    def emissions(self, line: Line, stretch: tuple[int, int], document: Document) -> list[Scores]:
        """The scores of every label for every token of a stretch, neighbours considered, transitions not."""
        start, end = stretch
        words = [self._word(line, place) for place in range(start - 2, end + 2)]
        first, last = words[2].traits, words[-3].traits
        found = []
        for place in range(start, end):
            around = words[place - start : place - start + 5]
            _, back, word, on, _ = around
            names = together(back.traits, word.traits, on.traits)
            names += in_stretch(place, stretch, word.traits, first, last)
            names += in_document(line, place, word.traits, document, size=end - start)
            parts = [
                each.scores.get(offset) or self._look_at(each, offset)
                for each, offset in zip(around, OFFSETS, strict=True)
            ]
            parts += self._scores(names)
            found.append(tuple(map(sum, zip(*parts, strict=True))))
        return found

    def _scores(self, names: list[str]) -> Iterator[Scores]:
        return filter(None, map(self.weights.features.get, names))

    def _word(self, line: Line, place: int) -> _Seen:
        if not 0 <= place < len(line.words):
            return _OUTSIDE
        word = line.words[place]
        seen = self._seen.get(word)
        if seen is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            known = self.weights.known(word)
            seen = self._seen[word] = _Seen(word, known, traits(word, known), {})
        return seen

    def _look_at(self, seen: _Seen, offset: int) -> Scores:
        found = self._scores(of_word(seen.word, seen.known, offset))
        scores = seen.scores[offset] = tuple(map(sum, zip(NO_SCORES, *found, strict=True)))
        return scores

    def best(self, emissions: Sequence[Scores]) -> list[int]:
        """The labels, as places in `LABELS`, of the best path (Viterbi 1967)."""
        scores = list(map(add, emissions[0], _START))
        back: list[list[int]] = []
        for emission in emissions[1:]:
            came = []
            reached = []
            for into, gain in zip(self._into, emission, strict=True):
                ways = list(map(add, scores, into))
                best = max(ways)
                came.append(ways.index(best))
                reached.append(best + gain)
            back.append(came)
            scores = reached
        label = scores.index(max(scores))
        path = [label]
        for came in reversed(back):
            label = came[label]
            path.append(label)
        return path[::-1]


def feature_names(line: Line, stretch: tuple[int, int], document: Document, weights: Weights) -> list[list[str]]:
    """The features of each token of a stretch: what `Chain.emissions` sums the scores of, to train on."""
    start, end = stretch
    inside = range(len(line.words))
    known = {place: weights.known(line.words[place]) for place in range(start - 2, end + 2) if place in inside}
    all_traits = {place: traits(line.words[place], each) for place, each in known.items()}
    first, last = all_traits[start], all_traits[end - 1]
    found = []
    for place in range(start, end):
        word = all_traits[place]
        names = together(all_traits.get(place - 1, NOTHING), word, all_traits.get(place + 1, NOTHING))
        names += in_stretch(place, stretch, word, first, last)
        names += in_document(line, place, word, document, size=end - start)
        for offset in OFFSETS:
            if place + offset in known:
                names += of_word(line.words[place + offset], known[place + offset], offset)
        found.append(names)
    return found
