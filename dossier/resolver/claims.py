"""Which of the candidates that overlap get their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from dossier.model import Candidate


class Claims:
    """The names that get their places when the longest comes first, in order."""

    def __init__(self, outermost: Sequence[Candidate]) -> None:
        self.outermost = outermost
        self._starts = [each.start for each in outermost]

    def is_spoken_for(self, found: Candidate, position: int) -> bool:
        """Whether a word beside a candidate belongs to another name: one that is no part of the same person's."""
        owner = self.owner(position)
        return owner is not None and (
            owner.start != position
            or not owner.senses.is_bare
            or owner.senses.rules.keys().isdisjoint(found.senses.rules)
        )

    def owner(self, position: int) -> Candidate | None:
        """The name that gets a place of the text."""
        order = bisect_right(self._starts, position) - 1
        return self.outermost[order] if order >= 0 and position < self.outermost[order].end else None


def overlapping(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """Divide candidates, in order, where none goes on: most stand alone, a few overlap with some others."""
    groups: list[list[Candidate]] = []
    furthest = 0
    for each in found:
        start, end, _ = each
        if start >= furthest or not groups:
            groups.append([each])
            furthest = end
        else:
            groups[-1].append(each)
            furthest = max(furthest, end)
    return groups


def longest(group: Sequence[Candidate], is_weak: Callable[[Candidate], bool] | None = None) -> Sequence[Candidate]:
    """Those of some overlapping candidates that get their places, in order: the longest first, the weak ones last."""
    if len(group) == 1:
        return group
    first, end = group[0].start, max(each.end for each in group)
    mask = bytearray(end - first)
    kept = []
    for each in sorted(group, key=lambda each: (is_weak is not None and is_weak(each), each.start - each.end)):
        start, end = each.start - first, each.end - first
        if mask.find(1, start, end) < 0:
            mask[start:end] = b"\1" * (end - start)
            kept.append(each)
    return sorted(kept, key=_place)


def _place(each: Candidate) -> int:
    return each.start
