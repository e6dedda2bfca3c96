"""Coverage: text that articles share, and the stories that several of them tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.model.events import Period, Precision

Relation = Literal["same", "edited"]
RowRelation = Literal["same", "edited", "base", "other"]
"""What is to the left and right; the last two: only the base has it, only the other one."""
TraitKind = Literal["name", "number", "quotation", "date"]


class Overlap(NamedTuple):
    """Two articles with shared text."""

    first: str
    second: str
    """Their ids."""
    shared: int
    """The number of shingles that both have."""
    containment: float
    """The part of the shorter one's shingles that the other has (Broder 1997)."""
    resemblance: float
    """The part of the longer one's."""


class Place(NamedTuple):
    """A paragraph of an article."""

    article: str
    paragraph: str


class Passage(NamedTuple):
    """Two paragraphs of different articles that say the same in the same words, or edited ones."""

    left: Place
    right: Place
    relation: Relation
    score: float
    """From 0 to 1."""


class Marked(NamedTuple):
    """A paragraph, with the words in it that the other side of its row does not have."""

    paragraph: str
    marks: tuple[tuple[int, int], ...] = ()
    """Spans of its text, in order."""


class Row(NamedTuple):
    """Paragraphs of two articles that stand side by side."""

    relation: RowRelation
    base: tuple[Marked, ...]
    other: tuple[Marked, ...]
    is_marked: bool = True
    """Whether the words were compared; what is too long was not."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, paragraph beside paragraph."""

    base: str
    other: str
    rows: tuple[Row, ...]
    """In the order of the base; what only the other one has stands where it has it."""


class Trait(NamedTuple):
    """Something that articles of one story may have in common: a name, a number, a quotation, a date."""

    kind: TraitKind
    key: str
    """The same in every article that has it."""
    text: str
    """As this article has it."""
    paragraph: str
    start: int
    end: int
    period: Period | None = None
    """Of a date; `None` if it could not be resolved."""
    precision: Precision | None = None
    is_quoted: bool = False
    """Whether a name stands in the words of somebody else."""
    thing: str = ""
    """What a number counts, in small letters, if the word behind it says so."""
    is_sure: bool = True
    """Whether the article has it; otherwise it only may: no other has it alone, then."""


class Excerpt(NamedTuple):
    """Words of an article: `text[start:end]` of a paragraph."""

    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alone:
    """What one text of a story has and no other, and what it lacks that all others have."""

    article: str
    passages: tuple[Excerpt, ...] = ()
    """Whole paragraphs, and what was added to one."""
    traits: tuple[Trait, ...] = ()
    """Each once, at its first place."""
    lacks: tuple[Trait, ...] = ()
    """As another article has it; where there are more than two texts."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What each article of a story calls the same thing."""

    entity: str
    forms: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """An article, and its words with how often, the most frequent first; only articles that mention it."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same story."""

    id: str
    """The slug of its first article."""
    articles: tuple[str, ...]
    """In the order of their dates, as far as these are stated; then the others."""
    texts: tuple[tuple[str, ...], ...]
    """The same articles, those of one text or a cut of it together with the fullest first; the fullest text first."""
    independent: int = 1
    """So many groups of these texts have neither a shared passage nor an agency in common."""
    first: tuple[str, ...] = ()
    """Who may have told it first, in order; empty if that may be any of them, or one states no date."""
    comparisons: tuple[Comparison, ...] = ()
    """The fullest text with others; not with all, if there are many."""
    alone: tuple[Alone, ...] = ()
    """One for each text that is compared, the base first; if there is only one text, for each version of it."""
    namings: tuple[Naming, ...] = ()
    """What is called differently, the most mentioned first."""
    passages: tuple[Passage, ...] = ()

    @property
    def base(self) -> str:
        """The fullest text, with which the others are compared."""
        return self.texts[0][0]
