"""What an article is about, as weighted words, and which articles may be about the same event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

Vector = dict[str, float]
"""Words with their weights, of length 1."""

_TERMS = 96
_TELLING = 24
"""So many of its words, the rarest for their number, lead to articles that may be of the same event."""
_RECENT = 20
"""Of the articles with such a word, so many are looked at, the last before in time."""
_COMPARED = 30
_SHARED = 2
_EVIDENCE = 12.0
"""Short articles are soon alike, as forms are that differ in names and numbers: what they share must tell so much."""
_BACKGROUND = 1_000
"""A dossier is judged as if so many other articles stood beside it: in a small one, no word would be rare."""
_EVERYDAY = 0.005
"""The part of those other articles that have a word."""

_FREQUENT = 0.05
"""A word that more articles have says nothing of what one of them is about."""


def weights(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """How much each word tells: the fewer articles have it, the more (Spärck Jones 1972); nothing, if many do."""
    having = Counter(word for count in counts for word in count)
    enough = _FREQUENT * (len(counts) + _BACKGROUND)
    return {
        word: math.log(enough / (number + _BACKGROUND * _EVERYDAY))
        for word, number in having.items()
        if number + _BACKGROUND * _EVERYDAY < enough
    }


def vector(count: Counter[str], telling: Mapping[str, float]) -> Vector:
    """The words of an article that tell something, the most telling first."""
    weighed = {word: (1 + math.log(number)) * telling[word] for word, number in count.items() if word in telling}
    foremost = sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:_TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in foremost)) or 1.0
    return {word: weight / length for word, weight in foremost}


def _evidence(one: Vector, two: Vector, telling: Mapping[str, float]) -> float:
    """How much the words tell that two articles have in common, however many others they have."""
    fewer, more = (one, two) if len(one) <= len(two) else (two, one)
    return sum(telling[word] ** 2 for word in fewer if word in more)


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The product of two vectors; of two of length 1, their cosine."""
    fewer, more = (one, two) if len(one) <= len(two) else (two, one)
    return sum(weight * more[word] for word, weight in fewer.items() if word in more)


def near_pairs(
    found: Sequence[Vector], telling: Mapping[str, float], days: Sequence[int | None], within: int
) -> Iterator[tuple[int, int]]:
    """Pairs of articles with enough words in common and few days between them; those without a date have none.

    Linear: of the articles with a word, only the last few are looked at.
    """
    having = Counter(word for vector in found for word in vector)
    recent: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_RECENT))
    for day, place in sorted((day, place) for place, day in enumerate(days) if day is not None):
        foremost = list(islice((word for word in found[place] if having[word] > 1), _TELLING))
        shared = Counter(other for word in foremost for other in recent[word] if day - (days[other] or 0) <= within)
        for other, number in sorted(shared.items(), key=lambda pair: (-pair[1], -pair[0]))[:_COMPARED]:
            if number >= _SHARED and _evidence(found[other], found[place], telling) >= _EVIDENCE:
                yield other, place
        for word in foremost:
            recent[word].append(place)
