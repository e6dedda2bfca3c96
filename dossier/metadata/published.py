"""When an article was published, and when it was changed; two dates that contradict each other are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.dates import contradict, either_order, latest_full_date, parse_date
from dossier.metadata.fields import Stated, fact_of
from dossier.model import CleanText, Fact, PartialDate

_HINT = "write it as 2019-12-30, 2019-12 or 2019"
_MEND = "say the right one as `date: 2019-12-30`, in its front matter if it is a text, else in a .yml file beside it"
_MEND_RECORD = "mend it in that record; a .yml file beside the file would hold for all of its articles"
_YEARS = range(1600, 2101)
"""The years of news: another number in a format's field is of another calendar, or a mistake."""
_DATE_LABEL = re.compile(r"^(?:(?:first|published|posted|publication|dated?|on|at)\b[\s:：]*)+", re.IGNORECASE)
_UPDATED = re.compile(r"[\s|/–—,;-]*\b(?:last )?(?:updated|modified)\b[\s:：]*(?:on\s+|at\s+)?", re.IGNORECASE)
"""Behind the day of publication, that of a change."""


def publication(stated: Stated, text: CleanText) -> Fact[PartialDate]:
    """The day of publication: as a person wrote it, as the format or a line of the text states it, else inferred."""
    written = stated.by_person("date", parse_date, *_complaint(stated, "date"))
    if written is not None:
        return written
    found = sorted((*_by_format(stated), *_by_line(stated, text)), key=lambda fact: fact.source != "stated")
    if not found:
        return stated.first("created", parse_date) or _inferred(stated, text)
    best, *others = found
    for other in others:
        if (
            other.source == "stated"
            and best.value
            and other.value
            and contradict(best.value, other.value)
            and other.location
        ):
            message = f"two dates: {best.value.iso} in {_where(best)}, and {other.value.iso} in {_where(other)}"
            stated.warn(other.location, f"{message}; the first was taken", mend(stated))
            break
    return best


def update(stated: Stated, text: CleanText, date: Fact[PartialDate]) -> Fact[PartialDate]:
    """The day of the last change, where one is stated that is not before the publication."""
    written = stated.by_person("updated", parse_date, *_complaint(stated, "updated"))
    if written is not None:
        return written
    for fact in (*stated.every("updated", parse_date), *_updates_by_line(stated, text)):
        day = fact.value
        if day is not None and (
            date.value is None or (date.value.start <= day.start and date.value.precise != day.precise)
        ):
            return fact
    return Fact()


def mend(stated: Stated) -> str:
    """What to do about a date that is missing or wrong."""
    return _MEND_RECORD if stated.doc.location.record else _MEND


def _complaint(stated: Stated, name: str) -> tuple[str, str]:
    """What is wrong with a date that a person wrote, and what to write."""
    field = stated.written(name)
    text = "".join(field.values) if field is not None else ""
    days = either_order(text)
    return _wrong(text), _HINT if days is None else f"write it as {days[0]} or as {days[1]}, whichever is meant"


def _wrong(text: str) -> str:
    days = either_order(text)
    if days is None:
        return "is no date"
    return f"may be {days[0]} or {days[1]}: it does not say whether the day or the month stands first"


def _by_format(stated: Stated) -> Iterator[Fact[PartialDate]]:
    for field in stated.by_format("date"):
        day = parse_date(field.values[0])
        if day is not None and day.year in _YEARS:
            yield fact_of(field, day)
        elif field.sure:
            wrong = "is of no year of news" if day is not None else _wrong(field.values[0])
            stated.warn(field.location, f"`{field.values[0]}` in {field.origin} {wrong}", mend(stated))


def _by_line(stated: Stated, text: CleanText) -> Iterator[Fact[PartialDate]]:
    for taken in text.taken("date-line"):
        location = stated.doc.location.at(taken.line)
        words = _DATE_LABEL.sub("", _UPDATED.split(taken.text)[0]).rstrip(". ")
        day = parse_date(words) if words else None
        if day is not None:
            yield Fact(day, "stated", location)
        elif words:
            stated.warn(location, f"`{taken.text}` {_wrong(words)}", mend(stated))


def _updates_by_line(stated: Stated, text: CleanText) -> Iterator[Fact[PartialDate]]:
    for taken in text.taken("date-line"):
        for words in _UPDATED.split(taken.text)[1:]:
            if day := parse_date(words.rstrip(". ")):
                yield Fact(day, "stated", stated.doc.location.at(taken.line))


def _inferred(stated: Stated, text: CleanText) -> Fact[PartialDate]:
    found = [(hit, paragraph) for paragraph in text.paragraphs if (hit := latest_full_date(paragraph.text))]
    if not found:
        return Fact()
    (latest, named), paragraph = max(found, key=lambda hit: hit[0][0].start)
    where = "the caption" if paragraph.kind == "caption" else "the text"
    evidence = f"“{named}” is the latest full date in {where}"
    return Fact(replace(latest, or_later=True), "inferred", stated.doc.location.at(paragraph.lines[0]), evidence)


def _where(fact: Fact[PartialDate]) -> str:
    line = fact.location.line if fact.location else 0
    return fact.evidence or (f"line {line}" if line else "the seed")
