"""Statements: who said what, in whose words, and by way of whom."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Span(NamedTuple):
    """Words of a paragraph: `text[start:end]`, in code points."""

    paragraph: str
    start: int
    end: int


class Statement(NamedTuple):
    """Words that an article puts into somebody's mouth, quoted or retold."""

    article: str
    spans: tuple[Span, ...]
    """Of the words without their quotation marks; several for a quotation that is interrupted."""
    quotation: str
    """The words, of all spans."""
    is_indirect: bool = False
    """Whether they are the article's words for what was said."""
    speaker: str | None = None
    """As the article calls whoever speaks, perhaps only `he`."""
    entities: tuple[str, ...] = ()
    """Whom the speaker is known to be; several who speak together."""
    name: str | None = None
    """The name of a speaker who is no entity; `None` also for whoever is only called `a diplomat`."""
    cue: str | None = None
    """The verb of saying."""
    via: str | None = None
    """Who relays the words, as called."""
    via_entity: str | None = None
    is_anonymous: bool = False
    """Whether the speaker is not to be named."""
    refers_to: str | None = None
    """What a pronoun, a noun or a short name stands for, as the article calls it elsewhere."""
    is_carried: bool = False
    """Whether the speaker is that of the quotation next to it, as no verb says."""
    called_at: tuple[Span, ...] = ()
    """Where the speaker is called so."""
    about: tuple[str, ...] = ()
    """The entities that are mentioned in the words, in order of their ids."""

    @property
    def entity(self) -> str | None:
        """Whom the speaker is known to be, if it is one."""
        return self.entities[0] if len(self.entities) == 1 else None


class Piece(NamedTuple):
    """Some words of a wording, beside the fullest one of the same quotation."""

    kind: Literal["same", "left out", "added"]
    text: str


class Repeated(NamedTuple):
    """A quotation that stands in several articles."""

    statements: tuple[Statement, ...]
    """The one with the most words first, then in the order of the articles."""
    wordings: tuple[tuple[Piece, ...], ...]
    """For each but the first, how its words differ from those of the first; nothing where they are the same."""
