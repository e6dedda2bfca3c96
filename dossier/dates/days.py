"""Days by their place in the calendar: `Monday (Dec 30)`, `3 May 2019`, `2019-12-30`, `30. Dezember 2019`."""

from __future__ import annotations

import re

from dossier.dates.periods import FIRST_YEAR, LAST_YEAR, Stretch, from_to, month_of, safe_day
from dossier.dates.place import Place, Reading, nearest, published, year_said
from dossier.dates.words import ANY_WEEKDAY, MONTH, OTHER_MONTHS, YEAR_SAID, month_number, weekday_number

_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until)\s)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:]\d|-[a-z])"
_FIRST_DAY = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.:]\d|-[a-z])"
_BEFORE = r"(?<![\w$€£#/.-])(?<!\d[,.:])"
_LED = rf"(?:[Oo]n\s{{1,3}})?(?:[Tt]he\s{{1,3}})?(?:(?P<weekday>{ANY_WEEKDAY}),?\s{{0,3}}(?P<open>\()?(?:the\s)?)?"
_OVER = rf"(?(open)\)|(?:\s\((?P<behind>{ANY_WEEKDAY})\))?)"
_YEAR = rf"(?:\s?,?\s{{1,3}}(?:of\s)?(?P<year>{YEAR_SAID})(?![\w%-]|[.,]\d))?"
_ERA = r"(?!,?\s{0,3}\d{0,3}\s?(?:BCE?|B\.C|AH|A\.H|AD)\b)"
MONTH_FIRST = (
    rf"{_BEFORE}{_LED}(?P<month>{MONTH})\s{{0,3}}(?P<day>{_FIRST_DAY})(?:{_TO}(?P<last>{_DAY}))?{_YEAR}{_OVER}{_ERA}"
)
DAY_FIRST = (
    rf"{_BEFORE}{_LED}(?P<day>{_FIRST_DAY})(?:{_TO}(?P<last>{_DAY}))?(?:\sof)?[\s-](?P<month>{MONTH})(?:-(?=\d{{4}}))?{_YEAR}"
    rf"{_OVER}{_ERA}"
)
IN_FIGURES = r"(?<![\w./-])(?P<year>\d{4})-(?P<one>\d{1,2})-(?P<two>\d{1,2})(?![\w/-]|\.\d)"
IN_ANY_ORDER = (
    r"(?<![\w./-])(?P<either>(?P<one>\d{1,2})(?P<sign>[/.])\s?(?P<two>\d{1,2})(?P=sign)\s?(?P<year>\d{4}))"
    r"(?![\w/-]|\.\d)"
)
IN_CHARACTERS = r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<one>\d{1,2})\s?[月월](?:\s?(?P<two>\d{1,2})\s?[日일號号])?"
IN_OTHER_WORDS = (
    rf"(?<![\w./-])(?P<day>\d{{1,2}})(?:\.|º|er)?\s(?:de\s)?(?P<month>(?i:{'|'.join(OTHER_MONTHS)}))\s(?:de\s|del\s)?(?P<year>\d{{4}})"
    r"(?![\w-]|[.,]\d)"
)

_ICONIC = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
"""Days that are spoken of without their year for many years: after the second they are left as they are."""
_COUNTED = re.compile(
    r"\s{1,3}(?:(?:more|other|new|different|local|young|foreign|of\s(?:the|them))\s{1,3})?(?:people|men|women|children|troops|homes"
    r"|houses|miles|km|kilomet\w+|met(?:er|re)s|feet|tons|tonnes|dollars|euros|pounds|points|votes|jobs|copies|words|pages"
    r"|cases|deaths|civilians|soldiers|students|workers|employees|members|residents|families|delegates|protesters|refugees"
    r"|migrants|schools|cities|towns|villages|units|cars|vehicles|shares|barrels|acres|hectares|days|hours|minutes|times"
    r"|percent|per\s?cent|million|billion|trillion|thousand|hundred|degrees|companies|countries|flights|stores)\b|\s?%"
)
_IN = re.compile(r"\bin\s+$", re.IGNORECASE)


def is_counted(place: Place) -> bool:
    """Whether a number counts what follows it."""
    return _COUNTED.match(place.behind) is not None


def day_named(match: re.Match[str], place: Place) -> Reading:
    """`Monday (Dec 30)`, `December 30, 2019`, `30 December`, `May 3-5`."""
    month, day, last = month_number(match["month"]), _figures(match["day"]), _figures(match["last"])
    if safe_day(2000, month, day or 0) is None:
        return "no date"
    if is_counted(place):
        return None
    first = _day(match, month, day or 0, place)
    if last is None or not isinstance(first, tuple):
        return first
    until = safe_day(first[0].start.year, month, last)
    whole = None if until is None else from_to(first[0], until)
    return "no date" if whole is None else (whole, first[1])


def _day(match: re.Match[str], month: int, day: int, place: Place) -> Reading:
    if match["year"] is not None:
        year = year_said(match["year"], place)
        if year is None or year == "relative":
            return year and "day"
        stated = safe_day(year[0], month, day)
        return "no date" if stated is None else (stated, year[1])
    if match.group().startswith(match["month"]) and _IN.search(place.before):  # "In March 20 people came"
        return None
    if place.anchor is None or _ICONIC.get((month, day), LAST_YEAR) < place.anchor.year - 1:
        return "day"
    options = [safe_day(place.anchor.year + offset, month, day) for offset in (-1, 0, 1)]
    weekday = match["weekday"] or match["behind"]
    fitting = [each for each in options if each is not None and _is_on(each, weekday)]
    return published(fitting[0]) if len(fitting) == 1 else nearest(options, place, "day")


def _is_on(day: Stretch, weekday: str | None) -> bool:
    return weekday is not None and day.start.weekday() == weekday_number(weekday)


def day_in_figures(match: re.Match[str], place: Place) -> Reading:
    """`2019-12-30`, `2019年12月30日`; in an order that is certain, `12/30/2019`, too."""
    year, one, two = int(match["year"]), int(match["one"]), _figures(match["two"])
    if two is None:
        return (month_of(year, one), "text") if _is_year(year) and 1 <= one <= 12 else "no date"
    if "either" in match.re.groupindex and one != two:
        if match["sign"] == "." or one > 12:
            one, two = two, one
        elif two <= 12:
            return "no date"
    return _stated(year, one, two)


def day_in_other_words(match: re.Match[str], place: Place) -> Reading:
    """`30. Dezember 2019`, `30 de diciembre de 2019`."""
    return _stated(int(match["year"]), OTHER_MONTHS[match["month"].lower()], int(match["day"]))


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _stated(year: int, month: int, day: int) -> Reading:
    stated = safe_day(year, month, day) if _is_year(year) else None
    return "no date" if stated is None else (stated, "text")


def _figures(words: str | None) -> int | None:
    """The number that a text begins with."""
    return None if words is None else int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
