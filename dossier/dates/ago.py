"""Expressions that count from the day of publication: `two years ago`, `in two weeks`, `over the past three days`."""

from __future__ import annotations

import re

from dossier.dates.periods import DAY, Stretch, day_of, month_of, week_of
from dossier.dates.place import Place, Reading, published
from dossier.dates.units import LETTERS, MOST, PRECISIONS, UNIT, UNITS, moved
from dossier.dates.words import MONTH, NUMBER, WEEKDAY, month_number, number_of

_ABOUT = (
    r"(?:[Aa]bout|[Aa]lmost|[Nn]early|[Rr]oughly|[Aa]round|[Ss]ome|[Oo]ver|[Uu]nder|[Mm]ore\sthan|[Ll]ess\sthan|[Aa]t\s(?:least|most)"
    r"|[Uu]p\sto|[Ww]ell\sover|[Jj]ust\s(?:over|under))"
)
_VAGUE = r"(?:[Aa]\sfew|[Ss]everal|[Mm]any|[Mm]ere|[Hh]alf\sa|[Aa]\scouple(?:\sof)?)"
_COUNTED = (
    rf"(?:(?P<vague>(?:{_ABOUT}\s)?{_VAGUE})|(?:(?P<about>{_ABOUT})\s|[Jj]ust\s|[Oo]nly\s)?(?P<number>(?i:{NUMBER})))\s"
)
_DAY_THEN = (
    rf"(?P<day>today|tonight|yesterday|tomorrow|this\smorning)|(?P<week>this\sweek)|(?P<month>this\smonth)"
    rf"|(?P<other>(?:on\s|this\s|last\s|next\s)*{WEEKDAY}|(?:this|last|next)\s(?:week(?:end)?|month|spring|summer|fall|autumn|winter))"
    rf"|in\s(?P<named>{MONTH})"
)
AGO = (
    rf"(?<![\w-]){_COUNTED}(?:{UNIT}s?|(?P<odd>hours?|minutes?|seconds?|fortnights?|century|centuries))\s(?P<way>ago|from\snow)\b"
    rf"(?:\s(?:{_DAY_THEN})\b)?"
)
AHEAD = (
    rf"(?<![\w-])(?P<lead>[Ii]n|[Ww]ithin)\s(?P<number>(?i:{NUMBER}))\s{UNIT}(?P<many>s)?(?P<time>['’]s?\stime)?"
    r"(?![-\w]|['’]|\s(?:of|after|before|ago|from|later|earlier|to)\b)"
)
LAPSE = (
    r"(?<![\w-])(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)\s)?[Tt]he\s(?P<relation>past|last|next|coming)"
    rf"(?:\s(?P<number>{NUMBER}))?\s{UNIT}(?P<many>s)?(?P<vague>\sor\s(?:two|three|so))?(?![-\w])"
)
_ONCE_IN = re.compile(
    r"\b(?:first|second|third|only|once|twice|times?|most|least|record|[a-z]{2,}est|(?:1st|2nd|3rd|\d+th))\b(?:\s[\w-]+){0,4}\s$"
)
_LAPSED = re.compile(r"[Tt]he\spast|\w+\s[Tt]he\s(?:past|last)")
_CENTURY = 100
"""Years, of which nobody counts so many to the year."""
_OF_THE_DAY = {"yesterday": -1, "tomorrow": 1}


def ago(match: re.Match[str], place: Place) -> Reading:
    """`two years ago`, `three days from now`: as exact as its unit; `nearly a year ago`, `600 years ago` are none."""
    unit = match["unit"]
    precision = _precision(match)
    if place.anchor is None or match["number"] is None or match["about"] or unit in {None, "decade"} or match["other"]:
        return precision
    number = number_of(match["number"]) * (-1 if match["way"] == "ago" else 1)
    is_round = unit == "year" and number % _CENTURY == 0
    if place.is_of_old or abs(number) > MOST[unit] or is_round:
        return precision
    if match["day"] or match["week"] or match["month"] or match["named"]:
        return _then(match, place, unit, number)
    return published(UNITS[unit](place.anchor, number))


def _precision(match: re.Match[str]) -> Reading:
    if match["day"] or match["other"]:
        return "day"
    if match["odd"]:
        # Each value is one of those, which a table does not tell the type checker.
        return {"h": "day", "m": "day", "s": "day", "f": "week"}.get(match["odd"][0], "span")  # type: ignore[return-value]
    return PRECISIONS.get(match["unit"], "span")


def _then(match: re.Match[str], place: Place, unit: str, number: int) -> Reading:
    """`two years ago today`, `two years ago this week`, `two years ago in June`."""
    anchor = place.anchor
    if anchor is None or unit in {"weekend", "quarter"}:
        return "day"
    day = moved(anchor, unit, number)
    if match["day"]:
        return published(day_of(day + _OF_THE_DAY.get(match["day"], 0) * DAY))
    if match["named"]:
        return published(month_of(day.year, month_number(match["named"]))) if unit == "year" else "month"
    return published(week_of(day) if match["week"] else month_of(day.year, day.month))


def ahead(match: re.Match[str], place: Place) -> Reading:
    """`in two weeks`, `within ten days`, of what is to come; of what has been they say how long it took."""
    unit, number = match["unit"], number_of(match["number"])
    if _ONCE_IN.search(place.before) or not (match["time"] or (place.tense == "future" and place.is_sure)):
        return None
    if not match["many"] and not match["time"]:
        return None
    if place.anchor is None or place.is_of_old or number > MOST[unit]:
        return PRECISIONS.get(unit, "span")
    if match["lead"].lower() == "within":
        until = moved(place.anchor, unit, number) + DAY
        return published(Stretch(place.anchor, until, "span", f"P{number}{LETTERS[unit]}"))
    return published(UNITS[unit](place.anchor, number))


def lapse(match: re.Match[str], place: Place) -> Reading:
    """`over the past three days`: the days up to the day of publication, or from it on."""
    if match["number"] is None and (match["many"] or not _LAPSED.match(match.group()) or match["unit"] == "day"):
        return None  # "the next day" is one of the story
    number, unit = number_of(match["number"] or "1"), match["unit"]
    is_ahead = match["relation"] in {"next", "coming"}
    if is_ahead and not match.group().startswith("for") and place.verbs.is_story(place.start, place.end):
        return "span"
    if place.anchor is None or number > MOST[unit] or place.is_of_old or match["vague"]:
        return "span"
    value = f"P{number * 10 if unit == 'decade' else number}{LETTERS[unit]}"
    if not is_ahead:
        return published(Stretch(moved(place.anchor, unit, -number), place.anchor + DAY, "span", value))
    return published(Stretch(place.anchor, moved(place.anchor, unit, number) + DAY, "span", value))
