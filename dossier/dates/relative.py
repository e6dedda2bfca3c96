"""Expressions that say when by the day of publication: weekdays, `yesterday`, `last week`, `two years ago`."""

from __future__ import annotations

import re
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
from dossier.dates.place import Place, Reading, published
from dossier.dates.words import NUMBER, WEEKDAY, number_of, weekday_number
from dossier.model import Precision

_TIME_OF_DAY = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|midnight)\b(?!s))?"
ON_WEEKDAY = (
    r"(?<![\w-])(?:[Oo]n\s{1,3})?(?:(?P<relation>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming)?|[Pp]ast|[Cc]oming)\s{1,3})?"
    rf"(?P<weekday>{WEEKDAY})(?!-\w|\s(?:mornings|afternoons|evenings|nights)\b){_TIME_OF_DAY}(?:\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?"
)
NAMED_DAY = (
    r"(?<![\w-])(?:(?P<before>[Tt]he\sday\sbefore\syesterday)|(?P<after>[Tt]he\sday\safter\stomorrow)"
    r"|(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s)?(?P<day>[Tt]oday|TODAY|[Tt]onight|[Yy]esterday|[Tt]omorrow"
    rf"|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\s(?:night|evening)))\b{_TIME_OF_DAY}"
)
DAY_WORDS = "today Today TODAY tonight Tonight yesterday Yesterday tomorrow Tomorrow morning afternoon evening night"
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade)"
NEAR_UNIT = (
    r"(?<![\w-])(?:(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|(?:[Tt]he\s)?(?:[Ee]nd|[Bb]eginning|[Ss]tart|middle)\sof)\s{1,3})?"
    rf"(?<!the\s)(?P<relation>[Ll]ast|[Tt]his|[Nn]ext)\s{{1,3}}{_UNIT.replace('day|', '', 1)}(?![-\w])"
)
WEEKEND = r"(?<![\w-])(?:[Oo]ver|[Dd]uring)\sthe\sweekend\b"
ENDING = r"(?<![\w-])(?:(?:[Tt]he\s)?[Ee]nd\sof\sthe\s(?P<unit>year|month|week)|year-end|year's\send)\b(?!-)"
AGO = (
    r"(?<![\w-])(?:(?P<vague>[Aa]\sfew|[Ss]everal)|(?:(?:[Aa]bout|[Aa]lmost|[Nn]early|[Mm]ore\sthan|[Ss]ome|[Jj]ust)\s)?"
    rf"(?P<number>(?i:{NUMBER})))\s{_UNIT}s?\s(?P<way>ago|from\snow)\b"
)
LAPSE = (
    r"(?<![\w-])(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)\s)?[Tt]he\s(?P<relation>past|last|next|coming)"
    rf"(?:\s(?P<number>{NUMBER}))?\s{_UNIT}(?P<many>s)?(?![-\w])"
)

_LATER = re.compile(r"\s(?:later|following|afterwards)\b")
_NARRATED = re.compile(
    r"\b(?:following|previous|preceding|that|same|every|each|a|an|any|one|most|some)\s{1,3}(?:On\s|on\s)?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Cyber|Super|Good|Easter|Palm|Bloody|Ash|Fat|Shrove|Holy|Maundy|Whit|Ruby|Sheffield|Bowl|Giving|Casual|Freaky|Taco|News"
    r"|Stormy|Mad|Boxing|Radio|Blue|Manic)\s$"
)
_NAME_BEHIND = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Sun|Age|World|Night\s[A-Z]|Live|Evening\s[A-Z]|Business|Review|Magazine"
    r"|Club|School|Group|Morning|Addams|Independent|People|Journal|Tribune)\b"
)
_WORLD = re.compile(
    r"['’]s\s(?:world|society|youth|generations?|kids|standards|young|children|economy|market|technology)"
)
_AWAITED = re.compile(
    r"\b(?:ahead\sof|before|prior\sto|until|for|by|upcoming|eve\sof)\s(?:the\s)?(?:On\s|on\s)?$", re.IGNORECASE
)
_LAPSED = re.compile(r"[Tt]he\spast|\w+\s[Tt]he\s(?:past|last)")
_TIMES = {"night": "TNI", "morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
_ATTRIBUTE = re.compile(r"\s(?!when|with|that|where|after|before|from)[a-z]{4,}")
_ONE = re.compile(r"(?<!on )(?<!On )\b[Aa]\s$")
_DECADES = 50
"""So many can be counted back from a day of publication."""
_SUNDAY = 6


def on_weekday(match: re.Match[str], place: Place) -> Reading:
    """`on Monday`: the day of publication, else the last one before; the next one only if the verb says so."""
    if not _is_weekday(place):
        return None
    if place.anchor is None:
        return "day"
    offset = _days_to(match, place, place.anchor)
    return "day" if offset is None else _day(place.anchor + offset * DAY, match.group())


def _is_weekday(place: Place) -> bool:
    """Whether it is that of some week, and not a name, or a day that a story counts from."""
    if _NAME_BEFORE.search(place.before) or _NAME_BEHIND.match(place.behind) or _LATER.match(place.behind):
        return False
    return not _NARRATED.search(place.before) or bool(_ONE.search(place.before) and _ATTRIBUTE.match(place.behind))


def _days_to(match: re.Match[str], place: Place, anchor: date) -> int | None:
    """How many days after the day of publication; `None` if the words do not say which of two."""
    weekday, relation = weekday_number(match["weekday"]), (match["relation"] or "").lower()
    back = (anchor.weekday() - weekday) % 7
    if match["week"] is not None:
        return 7 * _OFFSETS[match["week"]] + weekday - anchor.weekday()
    if relation in {"last", "past", "this past"}:
        return -(back or 7)
    if relation in {"next", "coming", "this coming"} or (back and _is_ahead(place)):
        return 7 - back
    return None if back and not relation and place.is_limit else -back  # "was closed until Friday"


def _is_ahead(place: Place) -> bool:
    """Whether it is to come; of `Monday's vote` no verb says it, only what the vote is awaited with."""
    if place.behind[:1] in {"'", "’"}:
        return _AWAITED.search(place.before) is not None
    return place.tense == "future"


def _day(day: date, words: str) -> Reading:
    """A day, with the time of day in its value."""
    time = next((sign for word, sign in _TIMES.items() if word in words.lower()), "")
    stretch = day_of(day)
    return published(stretch._replace(value=stretch.value + time))


def named_day(match: re.Match[str], place: Place) -> Reading:
    """`yesterday`, `tonight`; in a quotation it is left relative, for it may be of another day than the article."""
    if _WORLD.match(place.behind):
        return None
    if place.anchor is None or place.is_quoted:
        return "day"
    day = (match["day"] or "").split()[-1:]
    if match["before"] or match["after"]:
        offset = -2 if match["before"] else 2
    else:
        offset = {"yesterday": -1, "tomorrow": 1}.get(day[0].lower(), 0)
        offset = -1 if match["day"].lower().startswith("last") else offset
    return _day(place.anchor + offset * DAY, match.group())


def near_unit(match: re.Match[str], place: Place) -> Reading:
    """`last week`, `earlier this month`, `next year`."""
    unit = match["unit"]
    precision = _PRECISION.get(unit, "span")
    if place.anchor is None:
        return precision
    offset = _OFFSETS[match["relation"].lower()]
    if unit in {"week", "weekend"} and place.anchor.weekday() == _SUNDAY and offset < 1:
        return _on_sunday(unit, offset, place)
    if unit == "weekend" and offset == 0:
        return _this_weekend(place)
    return published(_UNITS[unit](place.anchor, offset))


def _on_sunday(unit: str, offset: int, place: Place) -> Reading:
    """On a Sunday a week may be over or may just begin: only the weekend is sure, and a week that has a tense."""
    anchor = place.anchor or date.min
    if unit == "weekend":
        return published(weekend_of(anchor + 7 * offset * DAY))
    if offset == 0 and place.tense != "unknown":
        return published(week_of(anchor + (DAY if place.tense == "future" else 0 * DAY)))
    return published(week_of(anchor + 7 * offset * DAY)) if offset < 0 and place.tense == "past" else "week"


def _this_weekend(place: Place) -> Reading:
    anchor = place.anchor or date.min
    coming = weekend_of(anchor)
    if coming.start <= anchor or place.tense == "future":
        return published(coming)
    return published(weekend_of(anchor - 7 * DAY)) if place.tense == "past" else "span"


def weekend(match: re.Match[str], place: Place) -> Reading:
    """`over the weekend`."""
    return "span" if place.anchor is None else _this_weekend(place)


def ending(match: re.Match[str], place: Place) -> Reading:
    """`the end of the year`, `year-end`: of that which goes on."""
    unit = match["unit"] or "year"
    return _PRECISION[unit] if place.anchor is None else published(_UNITS[unit](place.anchor, 0))


def ago(match: re.Match[str], place: Place) -> Reading:
    """`two years ago`, `three days from now`: as exact as its unit."""
    unit = match["unit"]
    precision = _PRECISION.get(unit, "span")
    if place.anchor is None or match["vague"] is not None:
        return precision
    number = number_of(match["number"]) * (-1 if match["way"] == "ago" else 1)
    if unit == "decade" and abs(number) > _DECADES:
        return precision
    return published(_UNITS[unit](place.anchor, number))


def lapse(match: re.Match[str], place: Place) -> Reading:
    """`over the past three days`: the days up to the day of publication, or from it on."""
    if match["number"] is None and (match["many"] or not _LAPSED.match(match.group()) or match["unit"] == "day"):
        return None  # "the next day" is one of the story
    number, unit = number_of(match["number"] or "1"), match["unit"]
    if place.anchor is None or (unit == "decade" and number > _DECADES):
        return "span"
    value = f"P{number * 10 if unit == 'decade' else number}{_LETTERS[unit]}"
    if match["relation"] in {"past", "last"}:
        return published(Stretch(_moved(place.anchor, unit, -number), place.anchor + DAY, "span", value))
    return published(Stretch(place.anchor, _moved(place.anchor, unit, number) + DAY, "span", value))


def _moved(day: date, unit: str, number: int) -> date:
    if unit in {"day", "week", "weekend"}:
        return day + number * (1 if unit == "day" else 7) * DAY
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    moved = month_of(day.year, day.month + months)
    same = safe_day(moved.start.year, moved.start.month, day.day)
    return moved.end - DAY if same is None else same.start


def _quarter(day: date, offset: int) -> Stretch:
    return quarter_of(day.year, (day.month + 2) // 3 + offset)


_PRECISION: Mapping[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_OFFSETS = {"last": -1, "this": 0, "next": 1}
_LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y"}
_UNITS: Mapping[str, Callable[[date, int], Stretch]] = {
    "day": lambda day, number: day_of(day + number * DAY),
    "week": lambda day, number: week_of(day + 7 * number * DAY),
    "weekend": lambda day, number: weekend_of(day + 7 * number * DAY),
    "month": lambda day, number: month_of(day.year, day.month + number),
    "quarter": _quarter,
    "year": lambda day, number: year_of(day.year + number),
    "decade": lambda day, number: years_of(day.year // 10 * 10 + 10 * number, 10, f"{day.year // 10 + number}"),
}
"""The unit that a day is in, moved by so many."""
