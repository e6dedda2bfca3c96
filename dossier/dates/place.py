"""Where an expression stands in a text, and which of several days it can mean there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from dossier.dates.periods import FIRST_YEAR, LAST_YEAR, Stretch
from dossier.dates.tense import Verbs, is_quoted
from dossier.model import Precision, ResolvedFrom, Tense

Reading = tuple[Stretch, ResolvedFrom] | Precision | Literal["no date"] | None
"""What an expression means, and from what that is known; how exact it is, if it is left relative; `None` if it is none
of this form; `no date` if it is one, and no other form shall read it, either."""
_LIMIT = re.compile(r"\b(?:until|till|by|no\slater\sthan)\s(?:\d[\d:.]*\s?(?:[ap]\.?m\.?)?\s)?$", re.IGNORECASE)
_NEAR = 60
_FAR = 300
"""Days. A date without a year that is so near is not the one that is so far, whatever the verb says."""


@dataclass(frozen=True)
class Place:
    """`text[start:end]`, in an article of that day."""

    text: str
    start: int
    end: int
    verbs: Verbs
    """Of the text."""
    anchor: date | None
    """The day of publication, if it is known to the day."""

    @cached_property
    def tense(self) -> Tense:
        """Of the verb that governs it."""
        return self.verbs.tense_of(self.start, self.end)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether somebody says it, perhaps on another day."""
        return is_quoted(self.text, self.start)

    @property
    def is_limit(self) -> bool:
        """Whether something goes on until it: the verb, of what goes on, says nothing about the limit."""
        return _LIMIT.search(self.before) is not None

    @property
    def before(self) -> str:
        """The words in front of it."""
        return self.text[max(0, self.start - 40) : self.start]

    @property
    def behind(self) -> str:
        """The words after it."""
        return self.text[self.end : self.end + 40]


def published(stretch: Stretch) -> Reading:
    """A stretch that is known from the day of publication."""
    return stretch, "publication date"


def nearest(options: Iterable[Stretch | None], place: Place, precision: Precision) -> Reading:
    """Of the same day, month or season of several years, the one that is meant.

    That is the one that goes on; else one that is near while the other is far; else the tense decides, and where there
    is none, the distance.
    """
    anchor = place.anchor
    known = [each for each in options if each is not None]
    if anchor is None or not known:
        return precision
    away = {each: _days_away(each, anchor) for each in known}
    before = max((each for each in known if each.start <= anchor), default=None)
    after = min((each for each in known if each.start > anchor), default=None)
    if before is None or after is None:
        return published(min(known, key=away.__getitem__))
    near, far = sorted((before, after), key=away.__getitem__)
    if place.tense == "unknown" or place.is_limit or (away[near] <= _NEAR and away[far] > _FAR) or not away[near]:
        return published(near)
    return published(after if place.tense == "future" else before)


def year_said(words: str, place: Place) -> tuple[int, ResolvedFrom] | Literal["relative"] | None:
    """The year that stands with a month, in figures or as `last year`; `None` if it can be none."""
    if words.isdigit():
        return (int(words), "text") if FIRST_YEAR <= int(words) <= LAST_YEAR else None
    offset = {"last year": -1, "this year": 0, "the year": 0, "next year": 1}.get(" ".join(words.split()))
    if offset is None or place.anchor is None:
        return "relative"
    return place.anchor.year + offset, "publication date"


def _days_away(stretch: Stretch, day: date) -> int:
    return max((stretch.start - day).days, (day - stretch.end).days + 1, 0)
