"""Events: what a text says of when, and what the articles together say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Precision = Literal["day", "week", "month", "year", "span"]
"""How exact the words are: the day, week, month or year they name; anything else is a span of days."""
ResolvedFrom = Literal["text", "publication date"]
Tense = Literal["past", "future", "unknown"]
"""Of the verb phrase that a date belongs to."""
EventStatus = Literal["happened", "announced", "unknown"]
"""What the article says of it: that it had happened, or that it is to come."""


class Period(NamedTuple):
    """A half-open span of days; `None` is no bound."""

    start: date | None
    end: date | None
    """The day after the last one."""


class DateExpression(NamedTuple):
    """Words of a text that say when: `text[start:end]`, in code points."""

    start: int
    end: int
    period: Period | None
    """`None` if it could not be resolved: the words are relative, and what they are relative to is not known."""
    precision: Precision
    resolved_from: ResolvedFrom | None
    """`text`: the words say it all; `None` exactly when there is no period."""
    tense: Tense
    value: str = ""
    """As TIMEX3 writes it: `2019-12-30`, `2019-W52`, `2019-Q3`; empty where there is no period."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence of an article that says when, and what it says."""

    article: str
    paragraph: str
    span: tuple[int, int]
    """Of the expression, in code points of the paragraph's text."""
    text: str
    """The words of the expression."""
    sentence: str
    sentence_start: int
    """Where in the paragraph's text the sentence begins."""
    period: Period | None
    precision: Precision
    resolved_from: ResolvedFrom | None
    status: EventStatus
    entities: tuple[str, ...] = ()
    """The ids of those that the sentence mentions, in order."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, or was announced, with all that tell it."""

    tellings: tuple[Event, ...]
    """The oldest article's first; another one of the same article only where it says it again."""
    others: tuple[Event, ...] = ()
    """Those that tell the same in the same words, and put it on another date."""

    @property
    def event(self) -> Event:
        """The first telling, which speaks for all."""
        return self.tellings[0]
