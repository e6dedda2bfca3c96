"""Average link over sparse pairs: the groups whose articles are alike on average."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from dossier.coverage.events import Vector, dot


class Groups:
    """Groups of articles, each alone at first, which are joined two by two.

    The average over all pairs of two groups is the product of their sums: none of the pairs has to be kept.
    """

    def __init__(self, vectors: Sequence[Vector], spans: Sequence[tuple[int, int] | None], longest: int) -> None:
        """`spans`: the first and the last day of each, or `None`; `longest`: the days a group may span."""
        self.sums = [dict(vector) for vector in vectors]
        self.members = [[place] for place in range(len(vectors))]
        self.spans = list(spans)
        self._longest = longest
        self._parents = list(range(len(vectors)))

    def _root(self, place: int) -> int:
        """The group that an article is in."""
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def join_alike(self, pairs: Iterable[tuple[int, int]], least: float) -> None:
        """Join groups that pairs lead to, the most alike first, while they are alike enough on average.

        The average of a joined group lies between those of its parts, so that what was computed before is never too
        low: it is computed anew only for the pair that is next.
        """
        queue = [(-dot(self.sums[one], self.sums[two]), one, two) for one, two in pairs]
        queue = [entry for entry in queue if -entry[0] >= least]
        heapq.heapify(queue)
        while queue:
            _, one, two = heapq.heappop(queue)
            one, two = sorted((self._root(one), self._root(two)))
            if one == two or not self._is_near(one, two):
                continue
            alike = dot(self.sums[one], self.sums[two]) / (len(self.members[one]) * len(self.members[two]))
            if alike < least:
                continue
            if queue and -queue[0][0] > alike + 1e-9:
                heapq.heappush(queue, (-alike, one, two))
            else:
                self._join(one, two)

    def _span(self, one: int, two: int) -> tuple[int, int] | None:
        """The first and the last day of both groups."""
        days = [day for span in (self.spans[one], self.spans[two]) if span is not None for day in span]
        return (min(days), max(days)) if days else None

    def _is_near(self, one: int, two: int) -> bool:
        span = self._span(one, two)
        return span is None or span[1] - span[0] <= self._longest

    def _join(self, one: int, two: int) -> None:
        kept, taken = (one, two) if len(self.sums[one]) >= len(self.sums[two]) else (two, one)
        self.spans[kept] = self._span(one, two)
        for word, weight in self.sums[taken].items():
            self.sums[kept][word] = self.sums[kept].get(word, 0.0) + weight
        self.sums[taken] = {}
        self.members[kept] += self.members[taken]
        self.members[taken] = []
        self._parents[taken] = kept
