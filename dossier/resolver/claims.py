"""Which of the candidates that overlap get their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from dossier.model import Candidate

Group = Sequence[Candidate]
"""Candidates that overlap, or those of them that get their places."""


class Claims:
    """The candidates of an article, and which of them get their places."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        self.outermost: list[Candidate] = []
        """Those that get their places when the longest comes first, in order."""
        self._contested: list[tuple[int, Group, Group]] = []
        """From which place on the outermost of some overlapping candidates stand there, all of these, and those."""
        group: list[Candidate] = []
        furthest = 0
        for each in found:
            if each.start >= furthest:
                if group:
                    self._contest(group)
                    group = []
                self.outermost.append(each)
                furthest = each.end
            else:
                group = group or [self.outermost.pop()]
                group.append(each)
                furthest = max(furthest, each.end)
        if group:
            self._contest(group)
        self._starts = [each.start for each in self.outermost]

    def _contest(self, group: Group) -> None:
        kept = _longest(group)
        self._contested.append((len(self.outermost), group, kept))
        self.outermost += kept

    def final(self, is_weak: Callable[[Candidate], bool]) -> Sequence[Candidate]:
        """Which candidates get their places in the end, in order: the weak ones come last."""
        found: list[Candidate] = []
        last = 0
        for place, group, kept in self._contested:
            if any(map(is_weak, kept)):
                found += self.outermost[last:place]
                found += _longest(group, is_weak)
                last = place + len(kept)
        return [*found, *self.outermost[last:]]

    def is_spoken_for(self, found: Candidate, position: int, word: str) -> bool:
        """Whether a word beside a candidate belongs to another name: one that is no part of the same person's.

        A single word that the register suppresses is nobody's name, and protects what it stands beside as any other
        word does, unless it is the candidate's own: `George Bush`, where `George` is suppressed, is George W. Bush.
        """
        owner = self._at(position)
        if owner is None:
            return False
        if not owner.senses.each:
            is_longer = owner.start != position or owner.end > position + len(word)
            return is_longer or any(word in name.split() for sense in found.senses.each for name in sense.names)
        return (
            owner.start != position
            or not owner.senses.is_bare
            or owner.senses.rules.keys().isdisjoint(found.senses.rules)
        )

    def owner(self, position: int) -> Candidate | None:
        """The name that gets a place of the text; what the register suppresses is nobody's."""
        order = bisect_right(self._starts, position) - 1
        if order < 0:
            return None
        owner = self.outermost[order]
        return owner if position < owner.end and owner.senses.each else None

    def _at(self, position: int) -> Candidate | None:
        order = bisect_right(self._starts, position) - 1
        return self.outermost[order] if order >= 0 and position < self.outermost[order].end else None


def _longest(group: Group, is_weak: Callable[[Candidate], bool] = lambda _: False) -> Group:
    """Those of some overlapping candidates that get their places, in order: the longest first, the weak ones last."""
    first, end = group[0].start, max([each.end for each in group])
    for each in group:
        if each.start == first and each.end == end and not is_weak(each):
            return (each,)
    mask = bytearray(end - first)
    kept = []
    for each in sorted(group, key=lambda each: (is_weak(each), each.start - each.end)):
        start, end = each.start - first, each.end - first
        if mask.find(1, start, end) < 0:
            mask[start:end] = b"\1" * (end - start)
            kept.append(each)
    return sorted(kept, key=_place)


def _place(each: Candidate) -> int:
    return each.start
