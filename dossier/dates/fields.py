"""Partial dates: read one from a field, find the full ones in running text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, UTC, date, datetime
from functools import lru_cache

import dateparser

from dossier.model import PartialDate

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""English month names and their abbreviations, in lower case."""

ZONES = {
    **dict.fromkeys(("z", "utc", "gmt", "wet"), "Z"),
    **dict.fromkeys(("est",), "-05:00"),
    **dict.fromkeys(("edt", "ast"), "-04:00"),
    **dict.fromkeys(("cdt",), "-05:00"),
    **dict.fromkeys(("mst", "pdt"), "-07:00"),
    **dict.fromkeys(("mdt",), "-06:00"),
    **dict.fromkeys(("pst",), "-08:00"),
    **dict.fromkeys(("cet", "mez", "west"), "+01:00"),
    **dict.fromkeys(("cest", "mesz", "eet"), "+02:00"),
    **dict.fromkeys(("eest", "msk"), "+03:00"),
    **dict.fromkeys(("jst", "kst"), "+09:00"),
    **dict.fromkeys(("aest",), "+10:00"),
    **dict.fromkeys(("aedt",), "+11:00"),
}
"""Names of time zones that mean one offset wherever they are used: CST, IST and BST do not."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_TIME = r"\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?"
_ZONE = r"\(?(?:[A-Z]{1,5}(?![a-z])|(?:(?:UTC|GMT)\s?)?[+-]\d{2}:?\d{2}|(?:UTC|GMT)[+-]\d{1,2})\)?"
_CLOCK = (
    rf"(?:(?:,|\s|T|\bat\b|\||–|-|•|·)*(?P<time>{_TIME})\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>{_ZONE})?"
    r"(?:\s*\([\w ]+\))?)?"
)
_YEAR = r"(?P<year>\d{4})"
_ISO = rf"{_YEAR}(?:-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?)?"
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+{_YEAR}"
_MONTH_FIRST = rf"(?P<month>{_MONTH})\.?\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?{_YEAR}"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_UNIX = rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\s+(?P<time>{_TIME})(?P<half>)\s+(?P<zone>{_ZONE})?\s*{_YEAR}"

_FIELD = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_ISO}{_CLOCK}",
        rf"{_WEEKDAY}{_DAY_FIRST}{_CLOCK}",
        rf"{_WEEKDAY}{_MONTH_FIRST}{_CLOCK}",
        rf"{_WEEKDAY}{_UNIX}",
        rf"(?P<year>[12]\d{{3}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_CLOCK}",
        r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<time>)(?P<half>)(?P<zone>)(?:\d{4}|\d{6})Z?)?",
        rf"{_YEAR}\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월](?:\s*(?P<day>\d{{1,2}})\s*[日일号號])?{_CLOCK}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_CLOCK}",
        rf"(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{{2}}){_CLOCK}",
    )
)
_EITHER_FIRST = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[/-])(?P<two>\d{{1,2}})(?P=sign){_YEAR}{_CLOCK}", re.IGNORECASE
)
_EPOCH = re.compile(r"[1-9]\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, as programs write them: from 2001 on."""
_FULL = tuple(
    re.compile(rf"(?<![\w-]){form}(?![\w-])", re.IGNORECASE)
    for form in (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", _DAY_FIRST, _MONTH_FIRST)
)
_YEAR_NUMBER = re.compile(r"\d{4}")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|until|till|due|scheduled|planned|plans?|expir\w+|deadline|upcoming|next|set (?:to|for)"
    r"|payable|payment|ending|ends|matur\w+|effective|as of|of record|through|transition|between|on or after"
    r"|redeem\w*|if)\b"
    r"|\b(?:by|from|to|before|beginning|starting)\s+$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|did|began|broke|came|fell|fought|found|gave|got|held|led|left|lost|made|met|rose"
    r"|said|saw|sent"
    r"|shot|spoke|struck|told|took|went|won|wrote)\b"
)
_SENTENCE = 400
"""So many characters before a date may speak of it."""
_MAX_FIELD = 80
_PIVOT = 69
"""From here on a year in two figures is one of the century before, as POSIX has it."""


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate | None:
    """Read a date from a field that holds nothing else, with the time of day and its zone if they are there.

    Takes ISO 8601 from a year on (`2019`, `2019-12`, `2019-12-30T08:15Z`), dates of mails and feeds, dates in
    figures whose order is certain (`30/12/2019`; of a year in two figures `12/30/19` alone, where only that can be the
    day), and dates with the month as a word in any language that dateparser
    knows. Anything else, a date of uncertain order (`03/04/2021`) and an impossible day included, is `None`.
    """
    text = " ".join(text.split())
    if len(text) > _MAX_FIELD:
        return None
    for form in _FIELD:
        if match := form.fullmatch(text):
            return _timed(match)
    if _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return PartialDate(moment.year, moment.month, moment.day, clock=f"{moment:%H:%M}Z")
    if match := _EITHER_FIRST.fullmatch(text):
        return _of_certain_order(match)
    return _in_any_language(text)


def either_order(text: str) -> tuple[str, str] | None:
    """The two days, in ISO 8601, that a date of uncertain order may mean: the day first, and the month first."""
    match = _EITHER_FIRST.fullmatch(" ".join(text.split())[:_MAX_FIELD])
    if match is None or int(match["one"]) == int(match["two"]):
        return None
    days = [_partial(match["year"], *order) for order in (match.group("two", "one"), match.group("one", "two"))]
    first, second = (None if day is None else day.iso for day in days)
    return None if first is None or second is None else (first, second)


def latest_full_date(text: str) -> tuple[PartialDate, str] | None:
    """Find the latest day named in a running text that speaks of what has been, with the words that name it.

    Its sentence must have a verb in the past, and no word before the date that looks ahead ("due", "will", "until", …).
    """
    if _YEAR_NUMBER.search(text) is None:
        return None
    found: list[tuple[PartialDate, str]] = []
    for form in _FULL:
        for match in form.finditer(text):
            before = text[max(0, match.start() - _SENTENCE) : match.start()].rpartition(". ")[2]
            behind = text[match.end() : match.end() + _SENTENCE].partition(". ")[0]
            is_past = _AHEAD.search(before) is None and _PAST.search(before + behind)
            day = _partial(*match.group("year", "month", "day")) if is_past else None
            if day is not None and day.day is not None:
                found.append((day, match.group()))
    return max(found, key=lambda hit: hit[0].start, default=None)


def contradict(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates cannot be of one moment; a day apart they can, in two time zones."""
    if one.end is None or other.end is None:
        return False
    gap = max(one.start, other.start) - min(one.end, other.end)
    return gap.days > 0


def _timed(match: re.Match[str]) -> PartialDate | None:
    day = _partial(*match.group("year", "month", "day"))
    clock = _clock(match["time"], match["half"], match["zone"])
    if day is None or clock is None:
        return None
    return replace(day, clock=clock) if day.day is not None else day


def _clock(time: str | None, half: str | None, zone: str | None) -> str | None:
    """The time of day as ISO 8601 writes it; empty if there is none, `None` if it is impossible."""
    if not time:
        return ""
    hour, minute, *seconds = re.split(r"[:.h]", time.replace(",", "."))
    number = int(hour)
    if half:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    if number > 24 or int(minute) > 59:
        return None
    second = f":{seconds[0]}" if seconds and seconds[0] != "00" else ""
    return f"{number % 24:02}:{minute}{second}{_offset(zone)}"


def _offset(zone: str | None) -> str:
    name = (zone or "").strip("() ").lower()
    if match := re.search(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?$", name):
        hours, minutes = int(match["hours"]), match["minutes"] or "00"
        return "Z" if not hours and minutes == "00" else f"{match['sign']}{hours:02}:{minutes}"
    return ZONES.get(name, "")


def _of_certain_order(match: re.Match[str]) -> PartialDate | None:
    """A date in figures: whichever of the two is above twelve is the day."""
    one, two = int(match["one"]), int(match["two"])
    if (one > 12) == (two > 12) and one != two:
        return None
    month, day = (two, one) if one > 12 else (one, two)
    partial = _partial(match["year"], str(month), str(day))
    clock = _clock(match["time"], match["half"], match["zone"])
    return None if partial is None or clock is None else replace(partial, clock=clock)


def _in_any_language(text: str) -> PartialDate | None:
    """A date with the month as a word: day and year must stand there, so that none comes from the clock."""
    numbers = re.findall(r"\d+", text)
    if not numbers or not re.search(r"[^\W\d_]{3}", text) or not any(len(number) == 4 for number in numbers):
        return None
    settings = {
        "PARSERS": ["absolute-time"],
        "STRICT_PARSING": True,
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = dateparser.parse(text, settings=settings)
    if found is None or str(found.year) not in numbers or not {str(found.day), f"{found.day:02}"} & set(numbers):
        return None
    clock = f"{found:%H:%M}" if re.search(_TIME, text) else ""
    return PartialDate(found.year, found.month, found.day, clock=clock)


def _partial(year: str, month: str | None, day: str | None) -> PartialDate | None:
    if month is None:
        number = None
    elif month.isdigit():
        number = int(month)
    else:
        number = MONTHS[month.lower()]
    full = int(year) if len(year) > 2 else int(year) + (2000 if int(year) < _PIVOT else 1900)
    partial = PartialDate(full, number, None if day is None else int(day))
    try:
        date(partial.year, number or 1, partial.day or 1)
    except ValueError:
        return None
    return partial if partial.year < MAXYEAR else None
