"""Days by their place in the calendar: `Monday (Dec 30)`, `3 May 2019`, `2019-12-30`, `30. Dezember 2019`."""

from __future__ import annotations

import re
from datetime import date

from dossier.dates.periods import DAY, FIRST_YEAR, LAST_YEAR, Stretch, from_to, month_of, safe_day, week_of
from dossier.dates.place import Place, Reading, year_said
from dossier.dates.words import ANY_WEEKDAY, MONTH, OTHER_MONTHS, YEAR_SAID, month_number
from dossier.dates.yearless import contradicts, yearless_day
from dossier.model import ResolvedFrom

_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until)\s)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:]\d|-[a-z])"
_FIRST_DAY = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.:]\d|-[a-z])"
_BEFORE = r"(?<![\w$€£#/.])(?<![^\d]-)(?<!\d[,.:])"
_LAST = rf"(?:{_TO}(?P<last>{_DAY})|\sand\s(?P<both>{_DAY})"
_MORE = r"(?=\s?(?:[.,;:)]|$)|\s(?:in|at|to|for|by|with|from|after|before|when|during|of|and)\b)"
_WEEK = r"(?P<week>(?:[Tt]he\s)?[Ww]eek\s(?P<side>of|beginning|starting|from|ending|ended)\s{1,3})?"
_LED = (
    rf"{_WEEK}(?:[Oo]n\s{{1,3}})?(?:[Tt]he\s{{1,3}})?(?:(?P<weekday>{ANY_WEEKDAY}),?\s{{0,3}}(?P<open>\()?(?:the\s)?)?"
)
_OVER = rf"(?(open)\)|(?:\s\((?P<behind>{ANY_WEEKDAY})\))?)"
_YEAR = rf"(?:\s?,?\s{{1,3}}(?:of\s)?(?P<year>{YEAR_SAID})(?![\w%-]|[.,]\d))?"
_ERA = r"(?!,?\s{0,3}\d{0,3}\s?(?:BCE?|B\.C|AH|A\.H|AD)\b)"
MONTH_FIRST = rf"{_BEFORE}{_LED}(?P<month>{MONTH})\s{{0,3}}(?P<day>{_FIRST_DAY}){_LAST}{_MORE})?{_YEAR}{_OVER}{_ERA}"
DAY_FIRST = (
    rf"{_BEFORE}{_LED}(?P<day>{_FIRST_DAY}){_LAST})?(?:\sof)?[\s-](?P<month>{MONTH})(?:-(?=\d{{4}}))?{_YEAR}"
    rf"{_OVER}{_ERA}"
)
_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
IN_FIGURES = rf"(?<![\w./-])(?P<year>\d{{4}})-(?P<one>\d{{1,2}})-(?P<two>\d{{1,2}}){_TIME}(?![\w/-]|\.\d)"
IN_ANY_ORDER = (
    r"(?<![\w./-])(?P<either>(?P<one>\d{1,2})(?P<sign>[/.])\s?(?P<two>\d{1,2})(?P=sign)\s?(?P<year>\d{4}))"
    r"(?![\w/-]|\.\d)"
)
IN_CHARACTERS = r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<one>\d{1,2})\s?[月월](?:\s?(?P<two>\d{1,2})\s?[日일號号])?"
IN_OTHER_WORDS = (
    rf"(?<![\w./-])(?P<day>\d{{1,2}})(?:\.|º|er)?\s(?:de\s)?(?P<month>(?i:{'|'.join(OTHER_MONTHS)}))\s(?:de\s|del\s)?(?P<year>\d{{4}})"
    r"(?![\w-]|[.,]\d)"
)

_OFTEN = re.compile(r"\b(?:every|each|annual(?:ly)?(?:\son)?)\s(?:on\s)?$", re.IGNORECASE)
_OLD_STYLE = re.compile(r"\b(?:Old\sStyle|Julian(?:\scalendar)?),?\s(?:[Oo]n\s)?$")
_IN_OLD_STYLE = re.compile(r",?\s\(?(?:Old\sStyle|O\.?S\b|Julian)")
_LONG_NUMBER = re.compile(r",?\s{0,3}\d{5}")
_COUNTED = re.compile(
    r"\s{1,3}(?:(?:more|other|new|different|local|young|foreign|of\s(?:the|them))\s{1,3})?(?:people|men|women|children|troops|homes"
    r"|houses|miles|km|kilomet\w+|met(?:er|re)s|feet|tons|tonnes|dollars|euros|pounds|points|votes|jobs|copies|words|pages"
    r"|cases|deaths|civilians|soldiers|students|workers|employees|members|residents|families|delegates|protesters|refugees"
    r"|migrants|schools|cities|towns|villages|units|cars|vehicles|shares|barrels|acres|hectares|days|hours|minutes|times"
    r"|percent|per\s?cent|million|billion|trillion|thousand|hundred|degrees|companies|countries|flights|stores)\b|\s?%"
)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)


def is_counted(place: Place) -> bool:
    """Whether a number counts what follows it."""
    return _COUNTED.match(place.behind) is not None


def day_named(match: re.Match[str], place: Place) -> Reading:
    """`Monday (Dec 30)`, `December 30, 2019`, `30 December`, `May 3-5`, `the week of December 9`."""
    month, day = month_number(match["month"]), int(_figures(match["day"]) or 0)
    if is_counted(place):
        return None
    if safe_day(2000, month, day) is None or _LONG_NUMBER.match(place.behind) or _OFTEN.search(place.before):
        return "no date"
    if _OLD_STYLE.search(place.before) or _IN_OLD_STYLE.match(place.behind):
        return "day"
    first = _in_its_year(match, (month, day), place)
    if not isinstance(first, tuple):
        return "week" if match["week"] and first == "day" else first
    if match["last"] or match["both"]:
        return _to_the_last(match, first[0], first[1], place)
    return (_week(first[0].start, match["side"]), first[1]) if match["week"] else first


def _in_its_year(match: re.Match[str], day: tuple[int, int], place: Place) -> Reading:
    if match["year"] is None:
        return yearless_day(match, day, place)
    year = year_said(match["year"], place)
    if year == "relative":
        return "day"
    stated = None if year is None else safe_day(year[0], *day)
    if year is None or stated is None:
        return "no date"
    return "day" if contradicts(stated, match) else (stated, year[1])


def _to_the_last(match: re.Match[str], first: Stretch, source: ResolvedFrom, place: Place) -> Reading:
    """`May 3-5`; `May 3 and 4`, but not `May 3 and 9`: those are two days, and no span."""
    last = int(_figures(match["last"] or match["both"]) or 0)
    until = safe_day(first.start.year, first.start.month, last)
    whole = None if until is None else from_to(first, until)
    if whole is None:
        return "no date"
    is_span = match["both"] is None or last == first.start.day + 1 or _BETWEEN.search(place.before)
    return (whole, source) if is_span else "day"


def _week(day: date, side: str) -> Stretch:
    """`the week of December 9`, `the week ending Dec. 13`."""
    if side == "of":
        return week_of(day)
    first = day - 6 * DAY if side in {"ending", "ended"} else day
    week = week_of(first)
    return week if week.start == first else Stretch(first, first + 7 * DAY, "span", week.value)


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
    return None if words is None else int(re.match(r"\d+", words).group())  # type: ignore[union-attr]  # it begins so
