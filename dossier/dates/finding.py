"""The dates of a running text: found by a literal table of forms, joined to spans, bounded by `since` and `until`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from dossier.dates import days, relative, years
from dossier.dates.periods import FIRST_YEAR, LAST_YEAR, Stretch, from_to
from dossier.dates.place import Place, Reading
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
from dossier.model import DateExpression, PartialDate, Period, Precision, ResolvedFrom


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Form(NamedTuple):
    """A form of expressions: what must stand in a text that has one, how they look, and what reads them."""

    needs: tuple[frozenset[str], ...]
    """One word of each."""
    form: re.Pattern[str]
    read: Callable[[re.Match[str], Place], Reading]


def _form(form: str, read: Callable[[re.Match[str], Place], Reading], *needs: frozenset[str]) -> Form:
    return Form(needs, re.compile(form), read)


ANYWHERE = (
    _form(days.IN_FIGURES, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_ANY_ORDER, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_CHARACTERS, days.day_in_figures, FOUR_FIGURES),
    _form(days.IN_OTHER_WORDS, days.day_in_other_words, FOUR_FIGURES, OTHER_MONTH_WORDS),
)
"""The forms that are certain in any language."""
FORMS = (
    *ANYWHERE,
    _form(days.MONTH_FIRST, days.day_named, FIGURES, MONTH_WORDS),
    _form(days.DAY_FIRST, days.day_named, FIGURES, MONTH_WORDS),
    _form(years.MONTH_AND_YEAR, years.month_and_year, MONTH_WORDS),
    _form(years.QUARTER, years.quarter, _words("quarter half months Q")),
    _form(years.IN_SEASON, years.season, SEASON_WORDS),
    _form(years.DECADE, years.decade, FIGURES),
    _form(years.YEAR, years.year_alone, FOUR_FIGURES),
    _form(years.MONTH_ALONE, years.month_alone, MONTH_WORDS),
    _form(relative.ON_WEEKDAY, relative.on_weekday, WEEKDAY_WORDS),
    _form(relative.NAMED_DAY, relative.named_day, _words(relative.DAY_WORDS)),
    _form(relative.LAPSE, relative.lapse, UNIT_WORDS, _words("past last next coming")),
    _form(relative.NEAR_UNIT, relative.near_unit, UNIT_WORDS, _words("last Last this This next Next")),
    _form(relative.WEEKEND, relative.weekend, _words("weekend")),
    _form(relative.ENDING, relative.ending, _words("end End")),
    _form(relative.AGO, relative.ago, UNIT_WORDS, _words("ago now")),
)
"""Every form of English, in the order in which they claim words."""

_SINCE = re.compile(r"\b(?:since|(?:starting|beginning)(?:\s(?:on|in|from))?)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up\sto|by|no\slater\sthan)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)
_ON = re.compile(r"\s+on(?:wards?)?\b")
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|through|until|till)\s+")
_DASH = re.compile(r"\s?[–—-]\s?")
_AND = re.compile(r"\s+and\s+")
_OF_SOMETHING = re.compile(r"['’]")


class _Found(NamedTuple):
    start: int
    end: int
    reading: Stretch | Precision
    source: ResolvedFrom | None
    place: Place
    again: Callable[[Place], Reading]
    """Reads the same words, in an article of another day."""


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
    return tuple(map(_bounded, _joined(sorted(_found(text, anchor, forms), key=lambda each: each.start))))


def _found(text: str, anchor: date | None, forms: tuple[Form, ...]) -> Iterator[_Found]:
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
                yield _Found(start, end, *reading, place, partial(read, match))
            elif reading != "no date":
                yield _Found(start, end, reading, None, place, partial(read, match))


def _joined(found: Iterable[_Found]) -> Iterator[_Found]:
    """The expressions, with `from May to June` and `between 2016 and 2018` as one."""
    last: _Found | None = None
    for each in found:
        joined = None if last is None else _join(last, each)
        if joined is None and last is not None:
            yield last
        last = joined or each
    if last is not None:
        yield last


def _join(first: _Found, last: _Found) -> _Found | None:
    text = first.place.text
    if last.start - first.end > _GAP or isinstance(last.reading, str):
        return None
    gap, before = text[first.end : last.start], first.place.before
    lead = _FROM.search(before) if _TO.fullmatch(gap) else _BETWEEN.search(before) if _AND.fullmatch(gap) else None
    if lead is None and _DASH.fullmatch(gap) is None:
        return None
    if first.source != "text" and last.source == "text":  # "from January to March 2019"
        read = first.again(replace(first.place, anchor=last.reading.start))
        if not isinstance(read, tuple):
            return None
        first = first._replace(reading=read[0], source=read[1])
    whole = None if isinstance(first.reading, str) else from_to(first.reading, last.reading)
    if whole is None:
        return None
    start = first.start if lead is None else first.start - len(before) + lead.start()
    return first._replace(start=start, end=last.end, reading=whole, source=last.source)


def _bounded(found: _Found) -> DateExpression:
    """The expression as it is told: `since` and `until` have one bound only."""
    start, end, reading, source, place, _ = found
    if isinstance(reading, str):
        return DateExpression(start, end, None, reading, None, place.tense)
    period, precision = Period(reading.start, reading.end), reading.precision
    if start == place.start:
        for lead, opened in _BOUNDS:
            if (match := lead.search(place.before)) and not _OF_SOMETHING.match(place.behind):
                period, precision = opened(reading), "span"
                start -= len(place.before) - match.start()
                break
    return DateExpression(start, end, period, precision, source, place.tense, reading.value)


_BOUNDS: tuple[tuple[re.Pattern[str], Callable[[Stretch], Period]], ...] = (
    (_SINCE, lambda stretch: Period(stretch.start, None)),
    (_UNTIL, lambda stretch: Period(None, stretch.end)),
    (_BEFORE, lambda stretch: Period(None, stretch.start)),
    (_AFTER, lambda stretch: Period(stretch.end, None)),
)
_GAP = 12
"""So many characters may stand between two dates that are one span."""
