"""The dates of a running text: found by a literal table of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dossier.dates import ago, days, holidays, nth, relative, years
from dossier.dates.joining import Found, Reader, bounded, joined
from dossier.dates.periods import FIRST_YEAR, LAST_YEAR
from dossier.dates.place import Place
from dossier.dates.tense import Verbs
from dossier.dates.words import (
    FIGURES,
    FOUR_FIGURES,
    MONTH_WORDS,
    OTHER_MONTH_WORDS,
    SEASON_WORDS,
    UNIT_WORDS,
    WEEKDAY_WORDS,
    tokens_of,
)
from dossier.model import DateExpression, PartialDate


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Form(NamedTuple):
    """A form of expressions: what must stand in a text that has one, how they look, and what reads them."""

    needs: tuple[frozenset[str], ...]
    """One word of each."""
    form: re.Pattern[str]
    read: Reader


def _form(form: str, read: Reader, *needs: frozenset[str]) -> Form:
    return Form(needs, re.compile(form), read)


ANYWHERE = (
    _form(days.IN_FIGURES, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_ANY_ORDER, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_CHARACTERS, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_OTHER_WORDS, days.day_in_other_words, FOUR_FIGURES, OTHER_MONTH_WORDS),
)
"""The forms that are certain in any language."""
FORMS = (
    *ANYWHERE[:-1],
    _form(holidays.HOLIDAY, holidays.holiday, holidays.HOLIDAY_WORDS),
    _form(ago.AGO, ago.ago, UNIT_WORDS, _words("ago now")),
    _form(days.MONTH_FIRST, days.day_named, FIGURES, MONTH_WORDS),
    _form(days.DAY_FIRST, days.day_named, FIGURES, MONTH_WORDS),
    ANYWHERE[-1],
    _form(nth.NTH, nth.nth, FIGURES),
    _form(years.MONTH_AND_YEAR, years.month_and_year, MONTH_WORDS),
    _form(years.QUARTER, years.quarter, _words("quarter half months Q")),
    _form(years.IN_SEASON, years.season, SEASON_WORDS),
    _form(years.DECADE, years.decade, FIGURES),
    _form(years.YEAR, years.year_alone, FOUR_FIGURES),
    _form(years.MONTH_ALONE, years.month_alone, MONTH_WORDS),
    _form(relative.ON_WEEKDAY, relative.on_weekday, WEEKDAY_WORDS),
    _form(relative.NAMED_DAY, relative.named_day, _words(relative.DAY_WORDS)),
    _form(ago.LAPSE, ago.lapse, UNIT_WORDS, _words("past last next coming")),
    _form(relative.NEAR_UNIT, relative.near_unit, UNIT_WORDS, _words("last Last this This next Next")),
    _form(relative.WEEKEND, relative.weekend, _words("weekend")),
    _form(relative.ENDING, relative.ending, _words("end End")),
    _form(ago.AHEAD, ago.ahead, UNIT_WORDS, _words("in In within Within")),
)
"""Every form of English, in the order in which they claim words."""


def find_dates(text: str, published: PartialDate | None, *, language: str | None = None) -> tuple[DateExpression, ...]:
    """Find the expressions of a paragraph that say when, in order, and resolve them against the day of publication.

    Args:
        text: a paragraph.
        published: the date of its article. One that is no day, or only a bound, resolves nothing.
        language: of the text, if it is known. Of any but English, only full dates in a form that is certain are found.
    """
    anchor = None if published is None or published.or_later or published.day is None else published.start
    anchor = anchor if anchor is not None and FIRST_YEAR <= anchor.year <= LAST_YEAR else None
    forms = FORMS if language in {None, "en"} else ANYWHERE
    return tuple(map(bounded, joined(sorted(_found(text, anchor, forms), key=lambda each: each.start))))


def _found(text: str, anchor: date | None, forms: tuple[Form, ...]) -> Iterator[Found]:
    """What each form claims; words that one form reads as no date are not offered to the next."""
    claimed = bytearray(len(text))
    tokens, verbs = tokens_of(text), Verbs(text)
    for needs, form, read in forms:
        if any(tokens.isdisjoint(words) for words in needs):
            continue
        for match in form.finditer(text):
            start, end = match.span()
            if claimed.find(1, start, end) >= 0:
                continue
            place = Place(text, start, end, verbs, anchor)
            reading = read(match, place)
            if reading is None:
                continue
            claimed[start:end] = b"\1" * (end - start)
            if isinstance(reading, tuple):
                yield Found(start, end, *reading, place, match, read)
            elif reading != "no date":
                yield Found(start, end, reading, None, place, match, read)
