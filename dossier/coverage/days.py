"""When two articles name the same date, though in other words, or less exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from dossier.model import Event, PartialDate, Period

_DAY = timedelta(days=1)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORD = re.compile(r"[^\W\d_]+|\d+")
_BEFORE = frozenset("on in since until by the".split())


def key_of(event: Event) -> str:
    """The same for every date of the same days; that of a span without end is its bound.

    Of a date that could not be resolved: its weekday, or its words.
    """
    if event.period is None:
        return _unresolved(event.text)
    start, end = event.period
    if start is None or end is None:
        return _bound(event.period)
    if event.precision == "day":
        return f"{start}"
    return next((whole for whole in _around(start, end - _DAY) if _is_whole(event.period, whole)), f"{start}/{end}")


def is_counted_from(event: Event, published: PartialDate | None) -> bool:
    """Whether it is a stretch that begins or ends with the day of the article, as `in the past five years`."""
    if event.precision != "span" or event.resolved_from == "text" or event.period is None or published is None:
        return False
    start, end = event.period
    return start is not None and end is not None and published.start in {start, end - _DAY}


def keys_around(period: Period) -> Iterator[str]:
    """The keys of the week, the month and the year that a date lies in."""
    start, end = period
    if start is not None or end is not None:
        last = end - _DAY if end is not None else start or date.max
        yield from _around(start or last, last)


def keys_of_doubt(period: Period) -> Iterator[str]:
    """The keys of the unresolved dates that may mean a day: those of its weekday, of its day and month."""
    start, end = period
    if start is not None and end is not None and end - start == _DAY:
        yield f"?{_WEEKDAYS[start.weekday()]}"
        yield f"?{_MONTHS[start.month - 1]} {start.day}"


def keys_named(text: str) -> Iterator[str]:
    """The keys of the weekdays, and of the days of a month, that a text names, whatever it says of them."""
    words = [word.casefold() for word in _WORD.findall(text)]
    yield from (f"?{word}" for word in words if word in _WEEKDAYS)
    for one, two in pairwise(words):
        for month, number in ((one, two), (two, one)):
            if month[:3] in _MONTHS and number.isdecimal():
                yield f"?{month[:3]} {int(number[:3])}"


def _unresolved(text: str) -> str:
    words = [word for word in _WORD.findall(text.casefold()) if word not in _BEFORE]
    weekday = next((word for word in words if word in _WEEKDAYS), None)
    month = next((word[:3] for word in words if word[:3] in _MONTHS), None)
    number = next((str(int(word)) for word in words if word.isdecimal()), None)
    if weekday is not None:
        return f"?{weekday}"
    return f"?{month} {number}" if month is not None and number is not None else f"?{' '.join(words)}"


def _around(first: date, last: date) -> Iterator[str]:
    if first.isocalendar()[:2] == last.isocalendar()[:2]:
        yield "{}-W{:02}".format(*first.isocalendar()[:2])
    if (first.year, first.month) == (last.year, last.month):
        yield f"{first:%Y-%m}"
    if first.year == last.year:
        yield f"{first:%Y}"


def _is_whole(period: Period, key: str) -> bool:
    """Whether a period is all of the week, the month or the year that a key is of."""
    start, end = period
    if start is None or end is None:
        return False
    if "W" in key:
        return end - start == 7 * _DAY
    before = start - _DAY if start > date.min else start
    return key not in {*_around(before, before), *_around(end, end)}


def _bound(period: Period) -> str:
    """A bound as exact as it may have been named: `since 2006` is of that year."""
    start, end = period
    bound, day = (start, start) if start is not None else (end, end - _DAY if end is not None else None)
    if bound is None or day is None:
        return "/"
    if bound.day > 1:
        return f"{day}"
    return f"{day:%Y-%m}" if bound.month > 1 else f"{day:%Y}"
