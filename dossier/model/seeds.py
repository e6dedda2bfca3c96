"""Seeds as they are read: lines, blocks, fields."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dossier.model.basics import Diagnostic, Location

BlockKind = Literal["paragraph", "heading", "list", "quote", "code", "caption", "markup", "fields", "page"]
"""`fields`: of front matter, unread; `page`: of a web page, outside its article."""
Unit = Literal["line", "page", "paragraph"]
"""What the numbers in a seed count: in a PDF they are pages, in a word processor's file paragraphs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed, without its line end."""

    number: int
    """1-based, in the seed."""
    text: str


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file in the seeds folder."""

    seed: str
    """Path below the seeds folder, with forward slashes."""
    path: Path
    location: Location


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link of the source over `text[start:end]` of its line or paragraph."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a seed that stand together: between blank lines, or one element of its markup."""

    kind: BlockKind
    lines: tuple[Line, ...]
    flowing: bool = False
    """Whether the format says that the lines are one paragraph, however they are broken."""
    links: tuple[SourceLink, ...] = ()
    """Links of the source, over the block's lines joined by single spaces."""


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that is written somewhere: by a person, in front matter or the file beside a seed, or by the format."""

    name: str
    values: tuple[str, ...]
    """The text as written; several for a list."""
    location: Location
    origin: str = ""
    """The part of the format that says it, such as `its JSON-LD`; empty for what a person wrote about the seed."""
    sure: bool = True
    """Whether it is stated there; else it is inferred, and `origin` says from what."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A seed as read: its words in blocks, nothing decided yet."""

    seed: str
    """Path below the seeds folder, with forward slashes."""
    location: Location
    path: Path
    sha256: str
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    """In order of preference, what a person wrote first."""
    unit: Unit = "line"
    key: str = ""
    """What the article is called in a file of several: an address, an id, else its number."""

    @property
    def name_digest(self) -> str:
        """Eight hexadecimal digits of the seed's name and the key: what no other seed can have, whatever is in it."""
        name = f"{self.seed}\0{self.key}" if self.key else self.seed
        return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the reader of one format makes of one article's bytes; without blocks there is no article in them."""

    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unit: Unit = "line"


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file that holds several."""

    contents: Contents
    location: Location
    """With its number in the file."""
    key: str
    """What it is called there: an address or an id, which stays when records are added; else its number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A step in the reading of a seed file: one article, or only what is wrong."""

    document: RawDocument | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
