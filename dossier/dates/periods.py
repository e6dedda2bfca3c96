"""Stretches of the calendar: days, weeks, months, quarters, seasons, years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dossier.model import Precision

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Years outside are not read as such: before, calendars and spellings differ; after, it is a number."""
DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """A stretch of the calendar, with how exact it is and how TIMEX3 writes it."""

    start: date
    end: date
    """The day after the last one."""
    precision: Precision
    value: str


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day + DAY, "day", day.isoformat())


def safe_day(year: int, month: int, day: int) -> Stretch | None:
    """A day of the calendar; `None` for the 30th of February."""
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return None


def week_of(day: date) -> Stretch:
    """The week, from Monday on, that a day is in."""
    first = day - day.weekday() * DAY
    year, week, _ = first.isocalendar()
    return Stretch(first, first + 7 * DAY, "week", f"{year}-W{week:02}")


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the week that a day is in."""
    week = week_of(day)
    return Stretch(week.start + 5 * DAY, week.end, "span", f"{week.value}-WE")


def month_of(year: int, month: int) -> Stretch:
    """A month; months below 1 and above 12 are those of the years beside it."""
    first = _first(year, month)
    return Stretch(first, _first(year, month + 1), "month", first.isoformat()[:7])


def year_of(year: int) -> Stretch:
    """A year."""
    return Stretch(date(year, 1, 1), date(year + 1, 1, 1), "year", f"{year:04}")


def years_of(first: int, number: int, value: str) -> Stretch:
    """Several years, such as a decade."""
    return Stretch(date(first, 1, 1), date(first + number, 1, 1), "span", value)


def months_of(year: int, month: int, number: int, value: str) -> Stretch:
    """Several months, such as a season."""
    return Stretch(_first(year, month), _first(year, month + number), "span", value)


def quarter_of(year: int, quarter: int) -> Stretch:
    """A quarter; those below 1 and above 4 are of the years beside it."""
    first = _first(year, 3 * quarter - 2)
    return months_of(first.year, first.month, 3, f"{first.year:04}-Q{first.month // 3 + 1}")


def from_to(first: Stretch, last: Stretch) -> Stretch | None:
    """From the beginning of one to the end of another; `None` if that is before it."""
    return Stretch(first.start, last.end, "span", first.value) if first.start < last.start else None


def _first(year: int, month: int) -> date:
    """The first day of a month; months below 1 and above 12 are those of the years beside it."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
