"""The date that lies far ahead of all others: no clock says that it is in the future, but the other articles do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.model import Article, Diagnostic

_LEAST = 10
"""Of fewer articles with a date, none says when the others should be."""
_FEW = 100
"""One article in so many may be far ahead, and at least one."""
_YEAR = 366
_FAR = 2
"""So many times the longest time between two others."""


def far_ahead(articles: Sequence[Article]) -> Iterator[Diagnostic]:
    """Tell the few articles that are dated more than a year after all others, and farther than these are apart."""
    days = [(day.start, number) for number, each in enumerate(articles) if (day := each.date.value) is not None]
    days.sort()
    if len(days) < _LEAST:
        return
    gaps = [(later - earlier).days for (earlier, _), (later, _) in pairwise(days)]
    first = len(days) - max(1, len(days) // _FEW)
    at = max(range(first, len(days)), key=lambda place: gaps[place - 1])
    if gaps[at - 1] <= max(_YEAR, _FAR * max(gaps[: at - 1], default=0)):
        return
    for _, number in days[at:]:
        article = articles[number]
        iso = "" if article.date.value is None else article.date.value.iso
        message = f"`{iso}` is more than a year after the dates of all other articles"
        yield Diagnostic(
            "note", article.date.location or article.location, message, "mend it, if no article can be so new"
        )
