"""Events: what a text says of when, and what the articles together say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from dossier.model.mentions import Mention

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

    @property
    def place(self) -> date:
        """The day at which it stands on a timeline: its beginning, or its end where that is all there is."""
        return self.start or self.end or date.min


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


class Event(NamedTuple):
    """Words of an article that say when, and the sentence they stand in."""

    article: str
    paragraph: str
    span: tuple[int, int]
    """Of the words, in code points of the paragraph's text."""
    text: str
    """The words."""
    sentence: tuple[int, int]
    """In code points of the paragraph's text; of a sentence without end, the part around the words."""
    period: Period | None
    precision: Precision
    resolved_from: ResolvedFrom | None
    status: EventStatus
    mentions: tuple[Mention, ...]
    """Those in the sentence, in order."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, or was announced, on one date, with all who tell it."""

    period: Period
    tellings: tuple[Event, ...]
    """One an article, the newest first."""
    elsewhere: tuple[Event, ...] = ()
    """Of other articles, which tell the same in the same words, and put it on another day."""
    undated: tuple[Event, ...] = ()
    """Of other articles, which tell the same in the same words, and do not say on which day."""

    @property
    def event(self) -> Event:
        """The first telling, which speaks for all."""
        return self.tellings[0]

    @property
    def entities(self) -> tuple[str, ...]:
        """The ids of those that any of its sentences mentions, in order."""
        return tuple(dict.fromkeys(mention.entity for event in self.tellings for mention in event.mentions))
