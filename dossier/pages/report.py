"""The report: what is not sorted out yet. Each row leads to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from dossier.model import Article, Page, Question, Sighting
from dossier.pages.phrases import LEFT_OPEN_BY, counted
from dossier.pages.prose import escape, link, linker, splice
from dossier.pages.site import Site, write_page
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import REPORT, article_uri, relative

_ROWS = 50
"""So many rows are shown of each part; it says where all of them are."""
_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the report, with what it says of its rows."""

    anchor: str
    label: str
    said: str
    shown_by: str = "dossier review"
    """The command that shows every row."""


_ASKED = (
    _Part("open", "Names left open", "The evidence does not decide what they name, so nothing is linked."),
    _Part("name", "Names to add", "They stand in the articles and not in the register. Their kinds are guesses."),
    _Part("same", "Names that look like one", "Merge them, or say that they are distinct."),
    _Part("ambiguous", "Names of several", "They are linked only where an article decides which of them it means."),
    _Part("unmentioned", "Never mentioned", "They stand in the register, and no article names them."),
)
"""A part for each kind of question."""
_MISSING = (
    _Part(
        "date", "Articles without a date", "State it in front matter, or in a file beside the seed.", "dossier check"
    ),
    _Part("outlet", "Articles without an outlet", "State it in front matter, or set `outlets`.", "dossier export json"),
)
"""A part for each fact that an article should have."""


def report_page(site: Site) -> Page:
    """What waits for a person: open mentions, names to add, entities that may be one, facts that are missing."""
    parts: list[dict[str, object]] = []
    for part in _ASKED:
        hidden = part.anchor == "name" and site.dossier.suggested == "hide"
        found = [each for each in site.dossier.questions if each.about == part.anchor and not hidden]
        parts.append(_shown(part, len(found), [_question(each, site) for each in found[:_ROWS]]))
    for part in _MISSING:
        articles = [each for each in site.articles.values() if getattr(each, part.anchor).value is None]
        parts.append(_shown(part, len(articles), [_article(each) for each in articles[:_ROWS]]))
    front = {"title": "Report", "search": {"exclude": True}}
    return write_page(
        REPORT,
        "report",
        front,
        listed=True,
        parts=[part for part in parts if part["rows"]],
        names_are_known=site.dossier.is_searched and site.dossier.suggested != "hide",
    )


def _shown(part: _Part, count: int, rows: list[dict[str, object]]) -> dict[str, object]:
    return asdict(part) | {"count": f"{count:,}", "rows": rows, "more": f"{count - len(rows):,}"}


def _question(question: Question, site: Site) -> dict[str, object]:
    return {
        "name": _names(question, site),
        "details": [each for each in _details(question, site) if each],
        "sentences": [_sentence(sighting, site) for sighting in question.sightings[:_SENTENCES]],
    }


def _names(question: Question, site: Site) -> str:
    if question.about in {"same", "unmentioned"}:
        return " / ".join(site.name(likeness.entity, REPORT) for likeness in question.candidates)
    return f"**{isolated(question.text)}**"


def _details(question: Question, site: Site) -> Iterator[str]:
    if question.about == "name":
        yield f"{question.kind}?"
    if question.articles:
        yield f"{counted(question.mentions, 'time')} in {counted(question.articles, 'article')}"
    if question.about == "open":
        yield LEFT_OPEN_BY[question.rule] if question.rule else ""
        yield _candidates(question, site)
    elif question.about == "ambiguous":
        yield _candidates(question, site)
    elif question.about == "same":
        yield escape(question.candidates[0].reason)
    elif question.about == "name":
        for likeness in question.candidates:
            yield f"{site.name(likeness.entity, REPORT)}? ({escape(likeness.reason)})"
    elif question.about == "unmentioned":
        entity = site.entities[question.candidates[0].entity]
        yield escape(str(entity.location))


def _candidates(question: Question, site: Site) -> str:
    return " or ".join(site.name(likeness.entity, REPORT) for likeness in question.candidates)


def _sentence(sighting: Sighting, site: Site) -> str:
    article, quote = site.articles[sighting.article], sighting.quote
    target = f"{relative(article_uri(article.id), REPORT)}#{quote.paragraph}"
    spans = [(start, end, linker(target)) for start, end in quote.spans]
    return f"{spoken(splice(quote.sentence, spans), article)} <small>{isolated(article.shown_title)}</small>"


def _article(article: Article) -> dict[str, object]:
    shown = link(escape(article.shown_title), relative(article_uri(article.id), REPORT))
    return {"name": spoken(shown, article), "details": [escape(str(article.location))], "sentences": []}
