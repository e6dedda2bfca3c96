"""Partial dates: read one from a field, find the full ones in running text."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

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

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"
_CLOCK = (
    r"(?:(?:,|\s|T|\bat\b|\||–|-)*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?|[+-]\d{2}:?\d{2})?)?"
)
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
_MONTH_FIRST = rf"(?P<month>{_MONTH})\.?\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

_FIELD = tuple(re.compile(rf"{_WEEKDAY}{form}{_CLOCK}", re.IGNORECASE) for form in (_ISO, _DAY_FIRST, _MONTH_FIRST))
_FULL = tuple(
    re.compile(rf"(?<![\w-]){form}(?![\w-])", re.IGNORECASE)
    for form in (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", _DAY_FIRST, _MONTH_FIRST)
)
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


def parse_date(text: str) -> PartialDate | None:
    """Read a date from a field that holds nothing else.

    Takes ISO 8601 from a year on (`2019`, `2019-12`, `2019-12-30T08:15Z`), and English dates with the month
    as a word, in either order. A time of day is accepted and not kept. Anything else, a numeric date of
    uncertain order and an impossible day included, is `None`.
    """
    for form in _FIELD:
        if match := form.fullmatch(text.strip()):
            return _partial(match)
    return None


def latest_full_date(text: str) -> tuple[PartialDate, str] | None:
    """Find the latest day named in a running text that speaks of what has been, with the words that name it.

    Its sentence must have a verb in the past, and no word before the date that looks ahead ("due", "will", "until", …).
    """
    found: list[tuple[PartialDate, str]] = []
    for form in _FULL:
        for match in form.finditer(text):
            before = text[max(0, match.start() - _SENTENCE) : match.start()].rpartition(". ")[2]
            behind = text[match.end() : match.end() + _SENTENCE].partition(". ")[0]
            is_past = _AHEAD.search(before) is None and _PAST.search(before + behind)
            day = _partial(match) if is_past else None
            if day is not None and day.day is not None:
                found.append((day, match.group()))
    return max(found, key=lambda hit: hit[0].start, default=None)


def _partial(match: re.Match[str]) -> PartialDate | None:
    year, month, day = (match.group(part) for part in ("year", "month", "day"))
    if month is None:
        number = None
    elif month.isdigit():
        number = int(month)
    else:
        number = MONTHS[month.lower()]
    partial = PartialDate(int(year), number, None if day is None else int(day))
    try:
        date(partial.year, number or 1, partial.day or 1)
    except ValueError:
        return None
    return partial if partial.year < MAXYEAR else None
