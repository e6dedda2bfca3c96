"""What a word is elsewhere, for where its sentence leaves it open."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.discovery.weights import LABELS, Scores

_TRUST = 32.0
"""How much the other places count beside the sentence."""
_DOUBT = 0.5
"""So many votes every kind has beforehand."""
_KINDS = sorted({label.rpartition("-")[2] for label in LABELS})
_KIND = tuple(_KINDS.index(label.rpartition("-")[2]) for label in LABELS)
"""The kind of each label."""


@dataclass(frozen=True, slots=True)
class Votes:
    """How often each word of an article was taken for a part of each kind of name."""

    _counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * len(_KINDS)))

    def count(self, words: Sequence[str], labels: Sequence[int]) -> None:
        """Note the labels of a stretch."""
        for word, label in zip(words, labels, strict=True):
            if word[0].isupper():
                self._counts[word][_KIND[label]] += 1

    def added(self, words: Sequence[str], labels: Sequence[int], emissions: Sequence[Scores]) -> list[Scores] | None:
        """The emissions of a stretch with what its words are elsewhere; `None` if that says nothing else."""
        others = [self._elsewhere(word, _KIND[label]) for word, label in zip(words, labels, strict=True)]
        if not any(others):
            return None
        return [
            tuple(score + other[kind] for score, kind in zip(emission, _KIND, strict=True)) if other else emission
            for emission, other in zip(emissions, others, strict=True)
        ]

    def _elsewhere(self, word: str, kind: int) -> list[int] | None:
        counts = self._counts.get(word)
        if counts is None or sum(counts) == counts[kind]:
            return None
        total = sum(counts) - 1 + _DOUBT * len(counts)
        return [
            round(_TRUST * math.log(len(counts) * (number - (place == kind) + _DOUBT) / total))
            for place, number in enumerate(counts)
        ]
