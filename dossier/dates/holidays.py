"""Days that have a name, and the same place in every year."""

from __future__ import annotations

import re

from dossier.dates.nearest import nearest
from dossier.dates.periods import safe_day
from dossier.dates.place import Place, Reading, published, year_said
from dossier.dates.words import YEAR_SAID

_DAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
HOLIDAY_WORDS = frozenset("Day Eve Fourth Halloween".split())
_NAME = (
    r"(?:New\sYear['’]s\s(?:Eve|Day)|Valentine['’]s\sDay|May\sDay|Fourth\sof\sJuly|July\sFourth|Halloween"
    r"|Christmas\s(?:Eve|Day)|Boxing\sDay)"
)
HOLIDAY = (
    r"(?<![\w-])(?:(?P<lead>[Oo]n)\s{1,3})?(?:(?P<relation>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he)\s{1,3})?"
    rf"(?P<name>{_NAME})(?![\w-]|\s[A-Z])(?:,?\s{{1,3}}(?:of\s)?(?P<year>{YEAR_SAID})(?![\w%-]|[.,]\d))?"
)
_BOUND = re.compile(r"\b(?:since|until|till|by|before|after)\s{1,3}$", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:every|each|a|an|any|most|some|many)\s{1,3}$", re.IGNORECASE)


def holiday(match: re.Match[str], place: Place) -> Reading:
    """`on Christmas Day`, `last New Year's Eve`; one that is only spoken of is left relative."""
    if _OFTEN.search(place.before):
        return "no date"
    month, day = _DAYS[match["name"].lower().replace("’", "'")]
    if match["year"] is not None:
        year = year_said(match["year"], place)
        stated = safe_day(year[0], month, day) if isinstance(year, tuple) else None
        return "day" if stated is None or not isinstance(year, tuple) else (stated, year[1])
    relation = (match["relation"] or "").lower()
    is_told = match["lead"] or relation in {"last", "this", "next"} or _BOUND.search(place.before)
    if place.anchor is None or place.is_of_old or not is_told:
        return "day"
    options = [each for offset in (-1, 0, 1) if (each := safe_day(place.anchor.year + offset, month, day)) is not None]
    related = {
        "last": max(each for each in options if each.end <= place.anchor),
        "this": options[1],
        "next": min(each for each in options if each.start > place.anchor),
    }
    if relation in related:
        return published(related[relation])
    return "day" if place.tense == "unknown" else nearest(options, place, "day")
