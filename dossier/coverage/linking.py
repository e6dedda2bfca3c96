"""Average link over sparse pairs: the groups whose articles are alike on average, in who and in what they tell of."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dossier.coverage.events import Vector

NAME, OTHER, TEXT, OUTLET = 1, 2, 4, 8
"""What a word of a vector is, perhaps both of the first two; or the mark of a shared text, or of an outlet."""

_ALIKE = 0.14
"""On average, the articles of a story are at least so much alike: the cosine of their words, measured on news."""
_NAMES = 0.01
_NAMELESS = 0.08
"""So much of that they must have from names, or be so much more alike."""
_OTHERS = 0.02
"""So much they must have from other words: two articles that have only names in common tell of two events."""
_SAME_OUTLET = 0.2
"""So much more alike are articles of one outlet, which tells an event once, and many others in the same words."""
_APART = 0.06
"""So much more alike are articles of two outlets for each day between them but the first."""
_APART_IN_AN_OUTLET = 0.2
"""So much more alike are articles of one outlet for each day: the next day, its form is filled in anew."""


class _Likeness(NamedTuple):
    """Of two groups, on average over their pairs."""

    words: float
    names: float
    others: float
    text: float
    outlet: float
    """The part of the pairs that are of one outlet."""

    def suffices(self, days: float) -> bool:
        """Whether they tell one story, if there are so many days between them."""
        if self.others + self.text < _OTHERS:
            return False
        least = _ALIKE + self.outlet * (_SAME_OUTLET + _APART_IN_AN_OUTLET * days)
        least += (1 - self.outlet) * _APART * max(0.0, days - 1)
        if self.names + self.text < _NAMES:
            least += _NAMELESS
        return self.words + self.text >= least


class Groups:
    """Groups of articles, each alone at first, which are joined two by two.

    The average over all pairs of two groups is the product of their sums: none of the pairs has to be kept.
    """

    def __init__(
        self,
        vectors: Sequence[Vector],
        kinds: Mapping[str, int],
        spans: Sequence[tuple[int, int] | None],
        longest: int,
        longest_of_text: int,
    ) -> None:
        """Begin with a group for each vector.

        Args:
            vectors: of the articles.
            kinds: what each word in them is.
            spans: the first and the last day of each article, or `None`.
            longest: the days a group may span.
            longest_of_text: the same, for what shares text.
        """
        self.sums = [dict(vector) for vector in vectors]
        self.members = [[place] for place in range(len(vectors))]
        self.spans = list(spans)
        self._kinds = kinds
        self._longest = longest
        self._longest_of_text = longest_of_text
        self._parents = list(range(len(vectors)))

    def _root(self, place: int) -> int:
        """The group that an article is in."""
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def join_alike(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join groups that pairs lead to, the most alike first, while they are alike enough on average.

        The average of a joined group lies between those of its parts, so that what was computed before is never too
        low: it is computed anew only for the pair that is next.
        """
        queue = [(-self._alike(one, two), one, two) for one, two in pairs]
        queue = [entry for entry in queue if entry[0]]
        heapq.heapify(queue)
        while queue:
            _, one, two = heapq.heappop(queue)
            one, two = sorted((self._root(one), self._root(two)))
            alike = self._alike(one, two) if one != two else 0.0
            if not alike:
                continue
            if queue and -queue[0][0] > alike + 1e-9:
                heapq.heappush(queue, (-alike, one, two))
            else:
                self._join(one, two)

    def _alike(self, one: int, two: int) -> float:
        """How much alike two groups are, if that suffices, and the time between them allows it; otherwise 0."""
        likeness = self._likeness(one, two)
        span = self._span(one, two)
        if span is not None and span[1] - span[0] > (self._longest_of_text if likeness.text else self._longest):
            return 0.0
        first, second = self.spans[one], self.spans[two]
        days = abs(sum(first) - sum(second)) / 2 if first is not None and second is not None else 0.0
        return likeness.words + likeness.text if likeness.suffices(days) else 0.0

    def _likeness(self, one: int, two: int) -> _Likeness:
        fewer, more = self.sums[one], self.sums[two]
        if len(fewer) > len(more):
            fewer, more = more, fewer
        parts = dict.fromkeys((0, NAME, OTHER, NAME | OTHER, TEXT, OUTLET), 0.0)
        for word, weight in fewer.items():
            if word in more:
                parts[self._kinds[word]] += weight * more[word]
        pairs = len(self.members[one]) * len(self.members[two])
        neither, names, others, both, text, outlet = (part / pairs for part in parts.values())
        return _Likeness(neither + names + others + both, names + both, others + both, text, outlet)

    def _span(self, one: int, two: int) -> tuple[int, int] | None:
        """The first and the last day of both groups."""
        days = [day for span in (self.spans[one], self.spans[two]) if span is not None for day in span]
        return (min(days), max(days)) if days else None

    def _join(self, one: int, two: int) -> None:
        kept, taken = (one, two) if len(self.sums[one]) >= len(self.sums[two]) else (two, one)
        self.spans[kept] = self._span(one, two)
        for word, weight in self.sums[taken].items():
            self.sums[kept][word] = self.sums[kept].get(word, 0.0) + weight
        self.sums[taken] = {}
        self.members[kept] += self.members[taken]
        self.members[taken] = []
        self._parents[taken] = kept
