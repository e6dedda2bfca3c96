"""What stands between the headline and the first sentence: the byline and the date."""

from __future__ import annotations

import re

from dossier.clean.byline import is_byline
from dossier.clean.draft import Draft, Part

TOP = 8
"""Byline, date and dateline are looked for in so many lines: a page may show its sections above them."""
_LONGEST_DATE = 200
"""A date and what belongs to it is no longer: patterns with white space in several places are slow on more."""

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:(?:,|\s|T|\bat\b|\||–|-)*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?|[+-]\d{2}:?\d{2})?)?"
)
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_WORDED = rf"{_WEEKDAY}(?:{MONTH}\s+{_ORDINAL},?\s+\d{{4}}|{_ORDINAL}\s+{MONTH},?\s+\d{{4}})"
_DATE_LABEL = r"(?i:(?:first\s+)?(?:published|posted|date|dated|publication date)(?:\s+(?:on|at))?\s*[:：]?\s+)"
_UPDATED = r"(?:\s*[|/–—,;-]?\s*(?i:(?:last )?(?:updated|modified))\b.{0,60})?"
_NUMERIC = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_DATE_LINE = re.compile(
    rf"(?:{_DATE_LABEL})?(?:{_ISO}|{_WORDED}){_CLOCK}\.?{_UPDATED}|{_NUMERIC}{_CLOCK}"
    rf"|{_DATE_LABEL}(?:{_NUMERIC}|{_WEEKDAY}{MONTH}?\s*\d[\w\s,.]{{0,20}}){_CLOCK}{_UPDATED}"
)
_DATE_PREFIX = re.compile(rf"(?:{_DATE_LABEL})?{_ISO}{_CLOCK}(?=\s+\S)|{_DATE_LABEL}{_WORDED}{_CLOCK}(?=\s+\S)")


def take_byline(draft: Draft) -> None:
    """Take "By Jane Doe" near the top."""
    for part in draft.parts[:TOP]:
        if is_byline(part):
            draft.take(part, "byline")
            return


def _is_date_line(part: Part) -> bool:
    return len(part.text) <= _LONGEST_DATE and _DATE_LINE.fullmatch(part.text) is not None


def take_date_line(draft: Draft) -> None:
    """Take a line that is a date, or the date that a line begins with, near the top."""
    for part in draft.parts[:TOP]:
        if _is_date_line(part):
            draft.take(part, "date-line")
            return
        if prefix := _DATE_PREFIX.match(part.text[:_LONGEST_DATE]):
            draft.take(part, "date-line", prefix.end())
            return


def begins_with_date(part: Part) -> bool:
    """Whether a line is a date, or begins with one that is set before the text."""
    return _is_date_line(part) or _DATE_PREFIX.match(part.text[:_LONGEST_DATE]) is not None
