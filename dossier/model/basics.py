"""What every room speaks of: places in the user's files, what is said of them, partial dates, facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, Literal, TypeVar

Severity = Literal["error", "warning", "note"]
Source = Literal["stated", "inferred", "unknown"]
PARAGRAPH_END = "\0"
"""Between the paragraphs of an article that are read as one text: no name goes across it."""
RESERVED = frozenset({"index", "readme"})
"""Names that a page cannot have, because a folder's own page has them."""
T_co = TypeVar("T_co", covariant=True)


class DossierError(Exception):
    """A broken promise that stops the whole build, such as a seeds folder that is not there."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in one of the user's files."""

    path: str
    """As the user would open it: relative to the folder of the settings, with forward slashes."""
    line: int = 0
    """1-based; 0 for the file as a whole."""
    record: int = 0
    """Which of the articles in the file, 1-based; 0 if the file holds one article."""

    def __str__(self) -> str:
        path = "".join(letter if letter.isprintable() else "\ufffd" for letter in self.path)
        file = f"{path}#{self.record}" if self.record else path
        return f"{file}:{self.line}" if self.line else file

    def at(self, line: int) -> Location:
        """The same file, at a line."""
        return replace(self, line=line)


NOWHERE = Location("")
"""For what stands in no file."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something the user should know: what was seen, where, and what to do."""

    severity: Severity
    """`error`: something of the user's is not on the site; `warning`: to mend; `note`: may stay so."""
    location: Location
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}: {self.message} ({self.hint})"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it is known: the half-open span of days from `start` to `end`."""

    year: int
    month: int | None = None
    day: int | None = None
    or_later: bool = False
    """Whether this is the earliest possible date, and the span has no end."""
    clock: str = ""
    """The time of day and its zone, as far as they are stated: `08:15`, `08:15:30Z`, `08:15+09:00`."""

    @property
    def start(self) -> date:
        """The first day of the span."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> date | None:
        """The day after the last one; `None` if the span is open."""
        if self.or_later:
            return None
        if self.day is not None:
            return self.start + timedelta(days=1)
        if self.month is not None:
            return date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date(self.year + 1, 1, 1)

    @property
    def iso(self) -> str:
        """ISO 8601, possibly partial: `2019`, `2019-12` or `2019-12-30`."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @property
    def precise(self) -> str:
        """ISO 8601 with the time of day, if that is known: `2019-12-30T08:15+09:00`."""
        return f"{self.iso}T{self.clock}" if self.clock else self.iso


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value with how it is known. `value` is `None` exactly when `source` is `unknown`."""

    value: T_co | None = None
    source: Source = "unknown"
    location: Location | None = None
    """Where it is stated, or where the evidence stands."""
    evidence: str = ""
    """For an inferred value: from what; for one that the file itself states: in which part of it."""
