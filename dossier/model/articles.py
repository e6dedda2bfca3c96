"""Articles: kept paragraphs, what was removed, and their facts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dossier.model.basics import Fact, Location, PartialDate
from dossier.model.seeds import SourceLink, Unit
from dossier.scripts import count_words

ParagraphKind = Literal["paragraph", "caption", "heading", "list", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a picture: `text[start:end]` of the caption says so."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept paragraph of an article."""

    id: str
    """The anchor, `p-…`: made from the text alone, so that edits elsewhere do not move it."""
    kind: ParagraphKind
    text: str
    lines: tuple[int, ...]
    """The seed's lines it is made of."""
    links: tuple[SourceLink, ...] = ()
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A line, or the part of one, that a rule took out of the running text."""

    line: int
    text: str
    rule: str
    why: str = ""
    """Completes "It is …" for a reader."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A document after cleaning: together, kept and removed hold every word of the seed's text."""

    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]

    def taken(self, rule: str) -> tuple[Removed, ...]:
        """What the named rule took."""
        return tuple(removed for removed in self.removed if removed.rule == rule)


@dataclass(frozen=True, slots=True)
class Copy:
    """Another seed that holds the same article."""

    id: str
    """The slug it would have by itself."""
    seed: str
    location: Location
    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its facts, each with how it is known."""

    id: str
    """The slug, made from this seed alone."""
    name_digest: str
    """That of its document."""
    seed: str
    location: Location
    path: Path
    sha256: str
    unit: Unit
    title: Fact[str]
    date: Fact[PartialDate]
    """Of publication."""
    updated: Fact[PartialDate]
    """Of the last change."""
    dateline: Fact[str]
    agency: Fact[str]
    outlet: Fact[str]
    authors: Fact[tuple[str, ...]]
    """Persons only."""
    language: Fact[str]
    section: Fact[str]
    keywords: Fact[tuple[str, ...]]
    url: Fact[str]
    text: CleanText
    apart: str = ""
    """What tells this article from others of the same title."""
    copies: tuple[Copy, ...] = ()
    """The other seeds that hold the same article."""

    @property
    def shown_title(self) -> str:
        """The title as shown, told apart from other articles."""
        title = self.title.value or self.seed
        return f"{title} ({self.apart})" if self.apart else title

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The kept paragraphs, in order."""
        return self.text.paragraphs

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What cleaning took, in order of the lines."""
        return self.text.removed

    @property
    def words(self) -> int:
        """The number of words in the body; in a script without spaces, of characters."""
        return sum(count_words(paragraph.text) for paragraph in self.paragraphs)

    @property
    def reading_minutes(self) -> int:
        """At 230 words a minute (Brysbaert 2019: 238 for English non-fiction), at least 1."""
        return max(1, round(self.words / 230))
