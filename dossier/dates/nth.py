"""Days by their number in a month that is not named: `Friday the 13th`, `on the 5th`."""

from __future__ import annotations

import re

from dossier.dates.periods import Stretch, month_of, safe_day
from dossier.dates.place import Place, Reading, published
from dossier.dates.words import WEEKDAY, weekday_number

_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)"
NTH = (
    rf"(?<![\w-])(?:[Oo]n\s)?(?:(?P<weekday>{WEEKDAY}),?\sthe\s{_NUMBER}"
    rf"|(?<=[Oo]n\s)[Tt]he\s{_NUMBER.replace('number', 'bare')}(?P<month>\sof\s(?:this|last|next)\smonth)?"
    r"(?=[.,;:)]|$|\s(?:and|but|in|at|to|by|with|when|after|before|he|she|it|they|we)\b))(?!-\w|\w)"
)
_MONTHS = {"this": 0, "last": -1, "next": 1}


def nth(match: re.Match[str], place: Place) -> Reading:
    """The last one, or the next one if the verb says so; of a weekday the only one that is near."""
    if place.anchor is None or place.is_of_old:
        return "day"
    number, anchor = int(match["number"] or match["bare"]), place.anchor
    months = range(-1, 2)
    if match["month"]:
        offset = _MONTHS[match["month"].split()[1]]
        months = range(offset, offset + 1)
    firsts = [month_of(anchor.year, anchor.month + offset).start for offset in months]
    days = [day for first in firsts if (day := safe_day(first.year, first.month, number)) is not None]
    if match["weekday"]:
        days = [day for day in days if day.start.weekday() == weekday_number(match["weekday"])]
        days = [day for day in days if place.tense == "unknown" or (day.start > anchor) == (place.tense == "future")]
    elif not match["month"]:
        days = _by_verb(days, place)
    return published(days[0]) if len(days) == 1 else "day"


def _by_verb(days: list[Stretch], place: Place) -> list[Stretch]:
    anchor = place.anchor
    if anchor is None or place.tense == "unknown":
        return []
    if place.tense == "future":
        return [each for each in days if each.start > anchor][:1]
    return [each for each in days if each.start <= anchor][-1:]
