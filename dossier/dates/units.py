"""The units that dates are counted in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from dossier.dates.periods import (
    DAY,
    Stretch,
    day_of,
    month_of,
    quarter_of,
    safe_day,
    week_of,
    weekend_of,
    year_of,
    years_of,
)
from dossier.model import Precision

UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade)"


def moved(day: date, unit: str, number: int) -> date:
    """A day so many units later."""
    if unit in {"day", "week", "weekend"}:
        return day + number * (1 if unit == "day" else 7) * DAY
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    other = month_of(day.year, day.month + months)
    same = safe_day(other.start.year, other.start.month, day.day)
    return other.end - DAY if same is None else same.start


def _quarter(day: date, offset: int) -> Stretch:
    return quarter_of(day.year, (day.month + 2) // 3 + offset)


PRECISIONS: Mapping[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year"}
"""Those of any other unit are spans."""
LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y"}
"""As TIMEX3 writes them."""
MOST: Mapping[str, int] = defaultdict(lambda: 999, {"decade": 50})
"""So many can be counted from a day of publication."""
UNITS: Mapping[str, Callable[[date, int], Stretch]] = {
    "day": lambda day, number: day_of(day + number * DAY),
    "week": lambda day, number: week_of(day + 7 * number * DAY),
    "weekend": lambda day, number: weekend_of(day + 7 * number * DAY),
    "month": lambda day, number: month_of(day.year, day.month + number),
    "quarter": _quarter,
    "year": lambda day, number: year_of(day.year + number),
    "decade": lambda day, number: years_of(day.year // 10 * 10 + 10 * number, 10, f"{day.year // 10 + number}"),
}
"""The unit that a day is in, moved by so many."""
