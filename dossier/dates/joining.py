"""What is found, joined to spans and bounded by `since` and `until`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dossier.dates.periods import Stretch, from_to
from dossier.dates.place import Place, Reading
from dossier.dates.relative import on_weekday
from dossier.model import DateExpression, Period, Precision, ResolvedFrom, Tense

Reader = Callable[[re.Match[str], Place], Reading]


class Found(NamedTuple):
    """Words that say when, as they were read."""

    start: int
    end: int
    reading: Stretch | Precision
    source: ResolvedFrom | None
    place: Place
    match: re.Match[str]
    read: Reader

    def again(self, place: Place) -> Found | None:
        """The same words, read in an article of another day."""
        read = self.read(self.match, place)
        return self._replace(reading=read[0], source=read[1]) if isinstance(read, tuple) else None


_SINCE = re.compile(r"\b(?:since|(?:starting|beginning)(?:\s(?:on|in|from))?)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up\sto|by|no\slater\sthan)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_ON = re.compile(r"\s+(?:onwards?\b|on(?=\s*(?:[.,;:)]|$)))")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|through|until|till)\s+(?:the\s)?")
_DASH = re.compile(r"\s?[–—-]\s?")
_AND = re.compile(r"\s+and\s+")
_OF_SOMETHING = re.compile(r"['’]")
_NOUN = re.compile(
    r"\s(?!(?:and|or|but|to|in|on|at|by|of|as|for|with|from|when|while|after|before|because|if|that|which|who|the|a|an|his|her|its"
    r"|their|it|he|she|they|we|i|you|there|this|these|was|were|is|are|had|has|have|will|would|did|at)\b)[a-zA-Z]",
    re.IGNORECASE,
)
_GAP = 12
"""So many characters may stand between two dates that are one span."""


def joined(found: Iterable[Found]) -> Iterator[Found]:
    """The expressions, with `from May to June` and `between 2016 and 2018` as one."""
    last: Found | None = None
    for each in found:
        one, other = (None, each) if last is None else _beside(last, each)
        if one is not None:
            yield one
        last = other
    if last is not None:
        yield last


def _beside(first: Found, last: Found) -> tuple[Found | None, Found]:
    """Two that follow each other: as one, or each as the other wants it read."""
    text, before = first.place.text, first.place.before
    if last.start - first.end > _GAP:
        return first, last
    gap = text[first.end : last.start]
    is_pair = _AND.fullmatch(gap) is not None
    lead = _FROM.search(before) if _TO.fullmatch(gap) else _BETWEEN.search(before) if is_pair else None
    are_weekdays = first.read is last.read is on_weekday
    is_span = lead is not None or _DASH.fullmatch(gap) or (are_weekdays and _TO.fullmatch(gap))
    if not is_span and not (is_pair and are_weekdays):
        return first, last
    ordered = _in_order(first, last)
    if ordered is None:
        return first, last
    first, last = ordered
    whole = from_to(*map(_stretch, ordered)) if is_span else None
    if whole is None:
        return first, last
    start = first.start if lead is None else first.place.start - len(before) + lead.start()
    return None, first._replace(start=start, end=last.end, reading=whole, source=last.source)


def _stretch(found: Found) -> Stretch:
    assert isinstance(found.reading, Stretch)  # noqa: S101 - for the type checker
    return found.reading


def _in_order(first: Found, last: Found) -> tuple[Found, Found] | None:
    """Both, the second one the later: the one that says less is read as the other wants it."""
    if first.read is last.read is on_weekday and isinstance(last.reading, str):
        return _weekdays(first, last)
    is_open = not isinstance(last.reading, Stretch) and last.place.anchor is not None
    if isinstance(first.reading, Stretch) and (is_open or (first.source == "text" and last.source != "text")):
        later = last.again(replace(last.place, anchor=first.reading.start, decided="future"))
        return None if later is None else (first, later)
    if not isinstance(last.reading, Stretch):
        return None
    is_in_order = isinstance(first.reading, Stretch) and first.reading.start < last.reading.start
    if first.source != "text" and (last.source == "text" or not is_in_order):
        if last.place.tense == "future" and last.source != "text" and isinstance(first.reading, Stretch):
            later = last.again(replace(last.place, anchor=first.reading.start, decided="future"))
            return None if later is None else (first, later)
        earlier = first.again(replace(first.place, anchor=last.reading.start, decided="past"))
        return None if earlier is None else (earlier, last)
    return (first, last) if is_in_order else None


def _weekdays(first: Found, last: Found) -> tuple[Found, Found] | None:
    """`Monday to Wednesday`, by the verb: of two that only recur, none is known."""
    place = last.place
    if place.anchor is None or place.tense == "unknown" or place.verbs.is_present(place.start, place.end):
        return None
    later = last.again(replace(place, decided=place.tense))
    return None if later is None else _in_order(first, later)


def bounded(found: Found) -> DateExpression:
    """The expression as it is told: `since` and `until` have one bound only."""
    start, end, reading, source, place, _, _ = found
    if isinstance(reading, str):
        return DateExpression(start, end, None, reading, None, place.told)
    period, precision = Period(reading.start, reading.end), reading.precision
    if start == place.start and (bound := _bound(found, reading)) is not None:
        (start, end), period = bound
        precision = "span"
    return DateExpression(start, end, period, precision, source, _told(found, reading), reading.value)


def _told(found: Found, reading: Stretch) -> Tense:
    """The tense in which it is told; that of another clause says nothing of the day of the article itself."""
    place = found.place
    is_own = place.anchor == reading.start and reading.precision == "day"
    if is_own and place.told == "future" and not place.is_condition and place.verbs.is_remote(place.start, place.end):
        return "unknown"
    return place.told


def _bound(found: Found, reading: Stretch) -> tuple[tuple[int, int], Period] | None:
    start, end, place = found.start, found.end, found.place
    before, behind = place.before, place.text[end : end + _GAP]
    if (lead := _FROM.search(before)) and (on := _ON.match(behind)):
        return (start - len(before) + lead.start(), end + on.end()), Period(reading.start, None)
    if _OF_SOMETHING.match(behind):
        return None
    for lead_in, opened in _BOUNDS:
        if match := lead_in.search(before):
            if lead_in is not _SINCE and reading.precision == "year" and _NOUN.match(behind):
                return None  # "by 2018 Nobel winner Ada Vance"
            return (start - len(before) + match.start(), end), opened(reading)
    return None


_BOUNDS: tuple[tuple[re.Pattern[str], Callable[[Stretch], Period]], ...] = (
    (_SINCE, lambda stretch: Period(stretch.start, None)),
    (_UNTIL, lambda stretch: Period(None, stretch.end)),
    (_BEFORE, lambda stretch: Period(None, stretch.start)),
    (_AFTER, lambda stretch: Period(stretch.end, None)),
)
