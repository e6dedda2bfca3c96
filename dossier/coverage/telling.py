"""Which articles may have told a story first, as far as stated dates say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.model import Article

_CLOCK = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:(?P<sign>[+-])(?P<ahead>\d\d:\d\d)|(?P<z>Z))?"
)
_DAY = 86_400
_ZONES = _DAY // 2
"""So many seconds a clock may be before or behind Greenwich, if nobody says its zone."""


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By the stated moment, or the middle of those that it may be; those without come last."""

    def key(article: Article) -> tuple[bool, int, str]:
        span = _span(article)
        return span is None, sum(span or ()), article.id

    return sorted(articles, key=key)


def first_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """The ids of the articles that may have told it first; none if one states no date, or if it may be any of them."""
    spans = {article.id: _span(article) for article in articles}
    known = {each: span for each, span in spans.items() if span is not None}
    if len(known) < len(spans):
        return ()
    until = min(end for _, end in known.values())
    first = tuple(each for each, (start, _) in known.items() if start < until or known[each][1] == until)
    return first if len(first) < len(known) else ()


def _span(article: Article) -> tuple[int, int] | None:
    """The seconds in Greenwich between which it was published: one moment, if time and zone are stated."""
    day = article.date.value
    if day is None or day.day is None or day.or_later or article.date.source != "stated":
        return None
    start = day.start.toordinal() * _DAY
    match = _CLOCK.fullmatch(day.clock)
    if match is None:
        return start - _ZONES, start + _DAY + _ZONES
    moment = start + int(match["hour"]) * 3600 + int(match["minute"]) * 60 + int(match["second"] or 0)
    if match["sign"] is None and match["z"] is None:
        return moment - _ZONES, moment + _ZONES
    hours, _, minutes = (match["ahead"] or "00:00").partition(":")
    ahead = int(hours) * 3600 + int(minutes) * 60
    moment -= ahead if match["sign"] == "+" else -ahead
    return moment, moment
