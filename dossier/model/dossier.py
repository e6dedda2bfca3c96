"""The dossier as a whole, and the pages it is written as."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dossier.model.basics import Diagnostic
from dossier.model.coverage import Story
from dossier.model.events import Event, Happening
from dossier.model.mentions import AnnotatedArticle, EntityEntry, HandwrittenPage
from dossier.model.register import Register
from dossier.model.statements import Repeated, Statement
from dossier.model.suggestions import Question, Suggestion

SuggestedOn = Literal["report", "show", "hide"]
"""Names that are found and not confirmed stand on the report only, on the list of names too, or nowhere."""


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
    events: tuple[Event, ...] = ()
    """Every date in the articles with its sentence, in order of the articles."""
    happenings: tuple[Happening, ...] = ()
    """What is told of a date, in order of time."""
    statements: tuple[Statement, ...] = ()
    """What the articles say that somebody said, in the order of the articles and their text."""
    repeated: tuple[Repeated, ...] = ()
    """The quotations among them that several articles have."""
    stories: tuple[Story, ...] = ()
    """That several articles tell, newest first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site's source."""

    src_uri: str
    """Its path below the docs folder, with forward slashes."""
    content: str | Path
    """Markdown with front matter, or the file on disk to publish as it is."""
    listed: bool = False
    """Whether it may stand in the site's navigation."""
