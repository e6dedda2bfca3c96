"""Periods in the words a reader sees, and where they stand in the years, months and days of a timeline."""

from __future__ import annotations

from datetime import date, timedelta

from dossier.model import Happening, Period, Precision

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = timedelta(days=1)


def day_phrase(day: date) -> str:
    """`30 December 2019`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_phrase(day: date) -> str:
    """`Monday 30 December 2019`."""
    return f"{_WEEKDAYS[day.weekday()]} {day_phrase(day)}"


def period_phrase(period: Period, precision: Precision) -> str:
    """A period as exact as it is: `Monday 30 December 2019`, `December 2019`, `from 2006 on`, `3 to 5 May 2018`."""
    start, end = period
    if start is None or end is None:
        return f"from {_from(start)} on" if start is not None else f"until {_until(end)}" if end is not None else ""
    if precision == "day":
        return weekday_phrase(start)
    if precision == "week":
        return f"week of {weekday_phrase(start)}"
    return _both(start, end)


def _both(start: date, end: date) -> str:
    """Whole years and months by their names, else the first and the last day."""
    last = end - _DAY
    if _is_whole(start, end, month=1):
        return f"{start.year}" if start.year == last.year else f"{start.year} to {last.year}"
    if _is_whole(start, end):
        first, until = (f"{_MONTHS[day.month - 1]} {day.year}" for day in (start, last))
        if first == until:
            return first
        return f"{_MONTHS[start.month - 1]} to {until}" if start.year == last.year else f"{first} to {until}"
    if (start.year, start.month) == (last.year, last.month):
        return day_phrase(last) if start == last else f"{start.day} to {day_phrase(last)}"
    return f"{day_phrase(start)} to {day_phrase(last)}"


def _is_whole(start: date, end: date, month: int = 0) -> bool:
    """Whether both are the first of a month, or of that month."""
    return start.day == end.day == 1 and (not month or start.month == end.month == month)


def _from(start: date) -> str:
    if start.day > 1:
        return day_phrase(start)
    return f"{_MONTHS[start.month - 1]} {start.year}" if start.month > 1 else f"{start.year}"


def _until(end: date) -> str:
    last = end - _DAY
    if end.day > 1:
        return day_phrase(last)
    return f"the end of {_MONTHS[last.month - 1]} {last.year}" if end.month > 1 else f"the end of {last.year}"


def place_of(happening: Happening) -> tuple[str, ...]:
    """Where it stands: the keys of its year, its month and its day, as far as they are known."""
    start, end = happening.period
    day = happening.period.place
    whole = day.isoformat()
    keys = (whole[:4], whole[:7], whole)
    if happening.event.precision == "day":
        return keys
    is_in_one_month = (
        start is not None and end is not None and (start.year, start.month) == ((end - _DAY).year, (end - _DAY).month)
    )
    return keys[:2] if is_in_one_month or happening.event.precision in {"week", "month"} else keys[:1]


def key_phrase(key: str) -> str:
    """The heading of a year, month or day: `2019`, `December 2019`, `Monday 30 December 2019`."""
    year, *parts = map(int, key.split("-"))
    if not parts:
        return f"{year}"
    return weekday_phrase(date(year, *parts)) if len(parts) == 2 else f"{_MONTHS[parts[0] - 1]} {year}"
