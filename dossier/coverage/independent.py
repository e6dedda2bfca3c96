"""Which texts of a story have nothing of each other, as far as can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.groups import Joined
from dossier.model import Article, Overlap, Passage


def independent(texts: Sequence[Sequence[Article]], passages: Iterable[Passage], overlaps: Iterable[Overlap]) -> int:
    """How many groups of texts share neither text with each other, nor an agency."""
    number = {article.id: place for place, text in enumerate(texts) for article in text}
    joined = Joined(len(texts))
    for passage in passages:
        joined.join(number[passage.left.article], number[passage.right.article])
    for pair in overlaps:
        joined.join(number[pair.first], number[pair.second])
    agencies: dict[str, int] = {}
    for text in texts:
        for article in text:
            if article.agency.value is not None:
                place = number[article.id]
                joined.join(agencies.setdefault(article.agency.value, place), place)
    return len({joined.root(place) for place in range(len(texts))})
