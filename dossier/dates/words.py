"""The words of dates, and the parts of expressions that match them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.dates.fields import MONTHS

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
"""Monday is 0, as in `datetime`."""
_NUMBERS = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a couple of": 2}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "fall": (9, "FA"), "autumn": (9, "FA"), "winter": (12, "WI")}
"""The month that each begins with, north of the equator, and what TIMEX3 calls it."""
OTHER_MONTHS = {
    name: number
    for names in (
        "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, each in enumerate(names.split(), start=1)
    for name in each.split("|")
}
"""The names of months in other languages, in small letters."""


def _both(names: Iterable[str]) -> frozenset[str]:
    """Names as they are written: with a capital, or in capitals only."""
    return frozenset(way for name in names for way in (name.capitalize(), name.upper()))


def _written(names: Iterable[str]) -> str:
    return "|".join(sorted(_both(names), key=lambda name: (-len(name), name)))


_FULL = [name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}]
_SHORT = [name for name in MONTHS if name not in _FULL]
MONTH = rf"(?:(?:{_written(_FULL)})\b|(?:{_written(_SHORT)})\b\.?)"
"""Abbreviated, too."""
FULL_MONTH = rf"(?:{_written(_FULL)})\b"
WEEKDAY = rf"(?:{_written(WEEKDAYS)})\b"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
"""Abbreviated, too: that says something beside a date only."""
NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b)"
SEASON = r"(?:spring|summer|fall|autumn|winter)\b"
PART = (
    r"(?:[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he\s)?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof)(?:\sin)?[\s-]+(?:the\s)?"
)
"""Of a month or a year."""


YEAR_SAID = (
    r"(?:\d{4}|(?:last|this|next|that|(?:the\s)?(?:same|previous|following)|the\s(?:next|last))\syear"
    r"|the\syear\s(?:before|after)|a\syear\s(?:before|earlier|later|after))"
)
"""Behind a month or a day."""


def month_number(name: str) -> int:
    """The number of an English month, abbreviated or not."""
    return MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """The number of an English weekday, abbreviated or not."""
    short = name[:3].lower()
    return next(number for weekday, number in WEEKDAYS.items() if weekday.startswith(short))


def number_of(words: str) -> int:
    """A number, in figures or in words."""
    words = " ".join(words.lower().split())
    return int(words) if words.isdigit() else _NUMBERS[words]


FIGURES = frozenset({"#"})
FOUR_FIGURES = frozenset({"####"})
MONTH_WORDS = _both(MONTHS)
WEEKDAY_WORDS = _both(WEEKDAYS)
SEASON_WORDS = _both(SEASONS) | frozenset(SEASONS)
UNIT_WORDS = frozenset(
    unit + ending
    for unit in "day week weekend month quarter year decade fortnight hour minute second".split()
    for ending in ("", "s")
) | {"century", "centuries"}
OTHER_MONTH_WORDS = _both(OTHER_MONTHS) | frozenset(OTHER_MONTHS)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def tokens_of(text: str) -> frozenset[str]:
    """The words of a text, with `#` for any figures and `####` for four: what tells which forms may stand in it."""
    found = set(_TOKEN.findall(text))
    figures = {len(token) for token in found if token.isdigit()}
    return frozenset(found | ({"#"} if figures else set()) | ({"####"} if 4 in figures else set()))
