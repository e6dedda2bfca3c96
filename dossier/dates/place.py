"""Where an expression stands in a text, and what is said around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from dossier.dates.periods import FIRST_YEAR, LAST_YEAR, Stretch
from dossier.dates.quoted import is_of_old, is_quoted
from dossier.dates.tense import Verbs
from dossier.model import Precision, ResolvedFrom, Tense

Reading = tuple[Stretch, ResolvedFrom] | Precision | Literal["no date"] | None
"""What an expression means, and from what that is known; how exact it is, if it is left relative; `None` if it is none
of this form; `no date` if it is one, and no other form shall read it, either."""
_LIMIT = re.compile(r"\b(?:until|till|by|no\slater\sthan)\s(?:\d[\d:.]*\s?(?:[ap]\.?m\.?)?\s)?$", re.IGNORECASE)
_AIM = re.compile(r"\b(?:to|for|through|before|ahead\sof)\s(?:the\s)?$", re.IGNORECASE)
_SIGNED = re.compile(r"\(@\w{1,30}\)[\s,|·—–-]*$")
_IF = re.compile(r"\b[Ii]f\s(?:[\w'’-]+\s){1,5}$")
_BUT = re.compile(r",?\s(?:but|until|before|when)\b")
_LISTED = re.compile(r"\s?[–—:]|\s-\s")
_YEAR = re.compile(r"\b(?P<lead>(?:[Ii]n|[Oo]f|[Dd]uring)\s)?(?P<year>(?:1[5-9]|20)\d\d)\b(?!%|,\d)")
_CLAUSE = 200
"""So many characters of a clause are looked through for a year."""


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
    decided: Tense | None = None
    """Whether it has been or is to come, if that is known by something else than the verb."""

    @cached_property
    def tense(self) -> Tense:
        """Of the verb that governs it."""
        return self.decided or self.verbs.tense_of(self.start, self.end)

    @property
    def told(self) -> Tense:
        """The tense in which the text speaks of it: none of the day of a post; a condition is to come."""
        if _SIGNED.search(self.before) or self.is_called_off:
            return "unknown"
        return "future" if self.is_condition else self.tense

    @property
    def is_condition(self) -> bool:
        """Whether something happens only if something happens then; `if that is so today` is none."""
        is_now = self.text[self.start : self.end].lower() == "today"
        return not is_now and _IF.search(self.before) is not None and self.tense != "past"

    @property
    def is_called_off(self) -> bool:
        """Whether it was planned for then, and something came between: `was due on Monday, but`."""
        return self.verbs.was_due(self.start) and _BUT.match(self.behind) is not None

    @property
    def is_sure(self) -> bool:
        """Whether its tense is beyond doubt."""
        return self.decided is not None or self.verbs.is_sure(self.start, self.end)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether somebody says it, perhaps on another day."""
        return is_quoted(self.text, self.start)

    @property
    def is_of_old(self) -> bool:
        """Whether somebody says it who said it some time ago, so that it is not counted from the day of publication."""
        return self.is_quoted and is_of_old(self.text, self.start)

    @property
    def is_limit(self) -> bool:
        """Whether something goes on until it: the verb, of what goes on, says nothing about the limit."""
        return _LIMIT.search(self.before) is not None

    @property
    def is_aimed_at(self) -> bool:
        """Whether something is put off to it, set for it, or done ahead of it: the verb says nothing about it."""
        return _AIM.search(self.before) is not None

    @property
    def is_scheduled(self) -> bool:
        """Whether a verb such as `begins` stands right before it, in the present tense."""
        verbs = self.verbs
        return (
            verbs.is_present(self.start, self.end) and verbs.is_scheduled(self.start) and not verbs.is_subject(self.end)
        )

    @property
    def is_listed(self) -> bool:
        """Whether it begins a line of a list of dates: the verb may tell of something else."""
        return self.start == 0 and _LISTED.match(self.behind) is not None

    @property
    def before(self) -> str:
        """The words in front of it."""
        return self.text[max(0, self.start - 40) : self.start]

    @property
    def behind(self) -> str:
        """The words after it."""
        return self.text[self.end : self.end + 40]

    @property
    def year(self) -> tuple[int, bool] | None:
        """The last year in front of it in its clause, and whether that is a setting, as in `in 2011 he left in May`."""
        begin = max(self.verbs.clause_of(self.start, self.end)[0], self.start - _CLAUSE)
        found = [(int(year["year"]), year["lead"] is not None) for year in _YEAR.finditer(self.text, begin, self.start)]
        return found[-1] if found else None


def published(stretch: Stretch) -> Reading:
    """A stretch that is known from the day of publication."""
    return stretch, "publication date"


def year_said(words: str, place: Place) -> tuple[int, ResolvedFrom] | Literal["relative"] | None:
    """The year that stands with a month, in figures or as `last year`; `None` if it can be none."""
    if words.isdigit():
        return (int(words), "text") if FIRST_YEAR <= int(words) <= LAST_YEAR else None
    offset = {"last year": -1, "this year": 0, "the year": 0, "next year": 1}.get(" ".join(words.split()))
    if offset is None or place.anchor is None or place.is_of_old:
        return "relative"
    return place.anchor.year + offset, "publication date"
