"""Every value object of the project. They are frozen; what a stage learns, it returns as a new one.

Those of which an article has hundreds are named tuples, which are made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

from dossier.scripts import count_words

Severity = Literal["error", "warning", "note"]
Kind = Literal["person", "organisation", "place", "topic", "event", "work"]
Status = Literal["confirmed", "suggested"]
Case = Literal["exact", "any"]
Scope = Literal["anywhere", "article"]
Source = Literal["stated", "inferred", "unknown"]
BlockKind = Literal["paragraph", "heading", "list", "quote", "code", "caption", "markup", "fields", "page"]
"""`fields`: of front matter, unread; `page`: of a web page, outside its article."""
Unit = Literal["line", "page", "paragraph"]
"""What the numbers in a seed count: in a PDF they are pages, in a word processor's file paragraphs."""
SuggestedOn = Literal["report", "show", "hide"]
"""Names that are found and not confirmed stand on the report only, on the list of names too, or nowhere."""
ParagraphKind = Literal["paragraph", "caption", "heading", "list", "quote", "code"]

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


@dataclass(frozen=True, slots=True)
class Alias:
    """A text by which an entity is mentioned, and when it counts."""

    text: str
    case: Case = "exact"
    scope: Scope = "anywhere"
    exceptions: tuple[str, ...] = ()
    """Longer phrases inside which it is no mention."""
    source: Location | None = field(default=None, compare=False)
    """Where the register lists it; a part of a name that counts by itself is listed nowhere."""
    origin: str = field(default="", compare=False)
    """The id of the merged entity that brought it, if one did."""
    is_plain: bool = field(default=True, compare=False)
    """Whether the register gives it no conditions, so that those of a base register hold."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, topic, event or work of the register."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    """The name itself first."""
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()
    status: Status = "confirmed"
    location: Location = Location("")
    base: str = ""
    """The base register that it comes from; none for what the user wrote."""


@dataclass(frozen=True, slots=True)
class Register:
    """What a person decided: the entities, and what is none."""

    entities: tuple[Entity, ...] = ()
    suppress: tuple[str, ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """Old id, and the id of the entity it leads to in the end."""
    merged: tuple[Entity, ...] = ()
    """The entities that a redirect made one with another, as they stand in the file; their names are its aliases."""


@dataclass(frozen=True, slots=True)
class Add:
    """A decision: a name is an entity."""

    name: str
    kind: Kind
    status: Status = "confirmed"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasOf:
    """A decision: a text is another name of an entity."""

    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class NoAlias:
    """A decision: a text that is listed as a name of an entity is none."""

    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class Merge:
    """A decision: an entity is the same as another one, which stays."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """A decision: entities are never one, however alike."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suppress:
    """A decision: a name is no entity."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """A decision: a suggested entity is one."""

    entity: str
    kind: Kind | None = None
    """What it is, if it was suggested as something else."""


Decision = Add | AliasOf | NoAlias | Merge | Distinct | Suppress | Confirm
"""What a person decides about names; each is one line of the register."""


_GROUPS = frozenset({"organisation", "place"})

Part = Literal["first", "middle", "last"]
SenseRule = Literal["name", "alias", "short name", "acronym in parentheses", "initials"]
LinkRule = Literal["name", "alias", "short name", "acronym in parentheses", "initials", "shared alias"]
"""Why a mention was linked; the handbook's page on the register explains each."""
OpenRule = Literal["several fit", "full name missing", "part of a longer name", "another of that name"]
"""Why a mention was left open; explained there, too."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One entity that a surface form may stand for, and by which of its aliases."""

    entity: str
    alias: Alias
    rule: SenseRule = "alias"
    """`short name`: a part of a person's full name, which nobody listed; the last two: learnt from the article."""
    kind: Kind = "topic"
    """The entity's."""
    part: Part = "last"
    """Of a short name: where it stands in the full name."""
    names: tuple[str, ...] = field(default=(), compare=False)
    """All by which the register knows the entity."""


@dataclass(frozen=True, slots=True)
class Senses:
    """All that a surface form may stand for, computed once for all the places where it stands."""

    each: tuple[Sense, ...] = ()
    """In the register's order; none for a name that the register suppresses."""
    rules: Mapping[str, SenseRule] = field(default_factory=dict, compare=False)
    """Each entity, and the rule by which it is found; those that need no help from the article win."""
    entities: tuple[str, ...] = field(default=(), compare=False)
    """In order of their ids."""
    anywhere: tuple[str, ...] = field(default=(), compare=False)
    """The entities that it may stand for in any article, in order of their ids."""
    kinds: frozenset[Kind] = field(default=frozenset(), compare=False)
    """Of the entities that it is not only a part of the name of."""
    parts: frozenset[Part] = field(default=frozenset(), compare=False)
    """Where it stands in the names that it is a part of."""
    own: str | None = field(default=None, compare=False)
    """The one entity that it names in any article without help, if it names just one."""
    is_bare: bool = field(default=False, compare=False)
    """Whether it is only a part of the names of persons."""
    is_beyond_doubt: bool = field(default=True, compare=False)
    """Whether no words around it make it a part of another name: it is not of a person, nor of a place."""
    is_settled: bool = field(default=True, compare=False)
    """Whether it stands for the same in every article: for its one entity, or, suppressed, for none."""
    is_of_groups: bool = field(default=True, compare=False)
    """Whether it names nothing but organisations and places, whose initials it may have, too."""
    has_exceptions: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, each: Iterable[Sense]) -> Senses:
        """Sum up some senses."""
        senses = tuple(each)
        rules: dict[str, SenseRule] = {}
        for sense in sorted(senses, key=lambda sense: sense.alias.scope != "anywhere"):
            rules.setdefault(sense.entity, sense.rule)
        anywhere = tuple(sorted({sense.entity for sense in senses if sense.alias.scope == "anywhere"}))
        kinds = frozenset(sense.kind for sense in senses if sense.rule != "short name")
        is_bare = bool(senses) and all(sense.rule == "short name" for sense in senses)
        return cls(
            senses,
            rules,
            entities=tuple(sorted(rules)),
            anywhere=anywhere,
            kinds=kinds,
            parts=frozenset(sense.part for sense in senses if sense.rule == "short name"),
            own=anywhere[0] if len(anywhere) == 1 else None,
            is_bare=is_bare,
            is_of_groups=not is_bare and kinds <= _GROUPS,
            is_beyond_doubt=not is_bare and kinds.isdisjoint(("person", "place")),
            is_settled=len(rules) == len(anywhere) <= 1,
            has_exceptions=any(sense.alias.exceptions for sense in senses),
        )


class Candidate(NamedTuple):
    """A place in a text where an alias stands: `text[start:end]`, in code points."""

    start: int
    end: int
    senses: Senses


class Mention(NamedTuple):
    """A surface form in a paragraph that stands for one entity."""

    paragraph: str
    start: int
    end: int
    text: str
    entity: str
    rule: LinkRule
    """Why it was linked."""


class OpenMention(NamedTuple):
    """A surface form that was left unlinked, because the evidence does not decide."""

    paragraph: str
    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    """The entities it may stand for, in order of their ids."""
    rule: OpenRule
    """What stopped it."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """All mentions of one text, linked and open, in order."""

    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[OpenMention, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with the mentions in it."""

    article: Article
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page that a person wrote in `docs/`, as a place where entities are mentioned."""

    src_uri: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    resolution: Resolution = field(default_factory=Resolution)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in which an entity is mentioned, and where in it."""

    paragraph: str
    sentence: str
    spans: tuple[tuple[int, int], ...]
    """Of the mentions, in the sentence, in order."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """All the sentences of one article, or one hand-written page, that mention an entity."""

    place: str
    """The article's id, or the page's `src_uri`."""
    quotes: tuple[Quote, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Company:
    """Another entity, and in how many articles both are mentioned."""

    entity: str
    articles: int


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity with where it appears and with whom."""

    entity: Entity
    appearances: tuple[Appearance, ...] = ()
    """In articles, newest first."""
    handwritten: tuple[Appearance, ...] = ()
    company: tuple[Company, ...] = ()
    """Most frequent first."""

    @property
    def is_mentioned(self) -> bool:
        """Whether an article or a hand-written page mentions it."""
        return bool(self.appearances or self.handwritten)

    @property
    def mentions(self) -> int:
        """The number of mentions in articles."""
        return sum(appearance.mentions for appearance in self.appearances)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name that was found in a text without a register: `text[start:end]`, in code points."""

    start: int
    end: int
    kind: Kind
    """A guess: person, organisation or place."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sentence of an article in which a name stands."""

    article: str
    quote: Quote
    entity: str | None = None
    """Which entity it names there, where that is asked about."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entity that a name may stand for, and why it is thought so."""

    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that stands in the articles and not in the register."""

    name: str
    """Its fullest form."""
    kind: Kind
    """A guess."""
    forms: tuple[tuple[str, int], ...]
    """Each way it is written, and how often, the most frequent first."""
    mentions: int
    articles: tuple[str, ...]
    """The ids of those that hold it, newest first."""
    sightings: tuple[Sighting, ...] = ()
    """A few of its sentences."""
    like: tuple[Likeness, ...] = ()
    """Entities of the register that it may be another name of, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can decide, with what is known about it."""

    about: Literal["name", "same", "ambiguous", "open", "unmentioned"]
    """A name to add; entities that may be one; an alias of several; a mention left open; an entity never mentioned."""
    text: str
    """The name, the alias or the words of the mention; of a part of a longer name, that longer one."""
    kind: Kind | None = None
    """Of the name, as guessed; of the entity."""
    mentions: int = 0
    articles: int = 0
    sightings: tuple[Sighting, ...] = ()
    candidates: tuple[Likeness, ...] = ()
    forms: tuple[tuple[str, int], ...] = ()
    """Of a name: the other ways it is written, and how often."""
    rule: OpenRule | None = None
    """Of a mention left open: what stopped it."""
    part: str = ""
    """Of a longer name: the words in it that the register knows."""
    waiting: bool = False
    """Whether the name stands in the register already, as suggested."""
    namesakes: tuple[str, ...] = ()
    """What else the word names: of an organisation, persons by their last name; of a person, the organisation."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is known: what is written is a function of this alone."""

    articles: tuple[AnnotatedArticle, ...]
    """Newest first, undated last."""
    entries: tuple[EntityEntry, ...]
    """One an entity, in the register's order."""
    register: Register = field(default_factory=Register)
    handwritten: tuple[HandwrittenPage, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """Names to add to the register, those of the most articles first."""
    questions: tuple[Question, ...] = ()
    """What a person should decide, the most useful first."""
    suggested: SuggestedOn = "report"
    """Where on the site the suggestions stand."""
    is_searched: bool = True
    """Whether names were looked for that the register does not hold."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site's source."""

    src_uri: str
    """Its path below the docs folder, with forward slashes."""
    content: str | Path
    """Markdown with front matter, or the file on disk to publish as it is."""
    listed: bool = False
    """Whether it may stand in the site's navigation."""
