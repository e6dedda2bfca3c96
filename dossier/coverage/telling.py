"""Which article told a story first, as far as stated dates say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.model import Article

_CLOCK = re.compile(r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:(?P<sign>[+-])(?P<ahead>\d\d:\d\d)|Z)")


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By stated date, and time where it can be compared; those without come last."""
    return sorted(
        articles, key=lambda article: (_day(article) is None, _day(article) or 0, _moment(article), article.id)
    )


def first_of(articles: Sequence[Article]) -> str | None:
    """The id of the article that told it first; `None` if one states no date, or if two are of the same moment."""
    days = [_day(article) for article in articles]
    if None in days:
        return None
    earliest = min(day for day in days if day is not None)
    of_that_day = [article for article, day in zip(articles, days, strict=True) if day == earliest]
    moments = sorted((_moment(article), article.id) for article in of_that_day)
    if len(moments) == 1:
        return moments[0][1]
    return moments[0][1] if 0 <= moments[0][0] < moments[1][0] else None


def _day(article: Article) -> int | None:
    """The stated day."""
    day = article.date.value
    stated = day is not None and day.day is not None and not day.or_later and article.date.source == "stated"
    return day.start.toordinal() if day is not None and stated else None


def _moment(article: Article) -> int:
    """Seconds from midnight in Greenwich, plus a day, of that day; -1 if the time or its zone is not stated."""
    day = article.date.value
    match = _CLOCK.fullmatch(day.clock) if day is not None else None
    if match is None:
        return -1
    seconds = int(match["hour"]) * 3600 + int(match["minute"]) * 60 + int(match["second"] or 0)
    hours, _, minutes = (match["ahead"] or "00:00").partition(":")
    ahead = int(hours) * 3600 + int(minutes) * 60
    return 86_400 + seconds - (ahead if match["sign"] == "+" else -ahead)
