"""The program: the one room that knows the order of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.backlinks import entity_entries
from dossier.clean import clean, plain_paragraphs
from dossier.matcher import Gazetteer
from dossier.metadata import read_metadata, tell_apart
from dossier.model import (
    AnnotatedArticle,
    Diagnostic,
    Dossier,
    HandwrittenPage,
    Location,
    Register,
)
from dossier.readers import SeedFile, find_seeds, read_page, read_seed
from dossier.register import load_register
from dossier.resolver import resolve
from dossier.sentences import sentence_spans
from dossier.settings import Settings

_TELLING = ("person", "organisation", "event", "work", "place", "topic")
"""The kinds of names that tell two articles apart, the most telling first."""


@dataclass(frozen=True, slots=True)
class Processed:
    """What one seed file became."""

    articles: tuple[AnnotatedArticle, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(settings: Settings) -> Dossier:
    """Read, clean and annotate every seed, and relate the articles.

    What is wrong with a seed or an entry of the register stands in the result's diagnostics.

    Raises:
        DossierError: there is no seeds folder.
    """
    register, complaints = load_register(settings.entities, Location(settings.shown(settings.entities)))
    gazetteer = Gazetteer(register)
    processed = [process(file, settings, gazetteer) for file in find_seeds(settings.seeds, settings.shown)]
    pages = tuple(_handwritten(settings, gazetteer))
    found, clashes = _with_own_ids(annotated for each in processed for annotated in each.articles)
    articles = _newest_first(_told_apart(found, register))
    return Dossier(
        articles=articles,
        entries=entity_entries(register.entities, articles, pages, sentence_spans),
        register=register,
        handwritten=pages,
        diagnostics=(*complaints, *(seen for each in processed for seen in each.diagnostics), *clashes),
    )


def process(file: SeedFile, settings: Settings, gazetteer: Gazetteer) -> Processed:
    """Make articles of one seed file: a pure function of its bytes, the register and the settings."""
    reading = read_seed(file, settings.seeds)
    articles: list[AnnotatedArticle] = []
    diagnostics = list(reading.diagnostics)
    for doc in reading.documents:
        text = clean(doc)
        if not text.paragraphs:
            rules = ", ".join(dict.fromkeys(removed.rule for removed in text.removed))
            hint = "put the article's text into it, or delete it"
            diagnostics.append(
                Diagnostic("error", doc.location, f"no paragraph is left; all was taken as {rules}", hint)
            )
            continue
        article, seen = read_metadata(doc, text)
        diagnostics += seen
        articles.append(AnnotatedArticle(article, resolve(article.paragraphs, gazetteer.find)))
    return Processed(tuple(articles), tuple(sorted(diagnostics, key=_line_order)))


def _line_order(seen: Diagnostic) -> tuple[str, bool, int]:
    """In the order of the lines; what is said of a whole file comes last."""
    return seen.location.path, not seen.location.line, seen.location.line


def _handwritten(settings: Settings, gazetteer: Gazetteer) -> Iterable[HandwrittenPage]:
    for src_uri, path in sorted(settings.handwritten):
        if settings.links(src_uri):
            title, blocks = read_page(path)
            paragraphs = plain_paragraphs(blocks)
            yield HandwrittenPage(src_uri, title, paragraphs, resolve(paragraphs, gazetteer.find))


def _with_own_ids(articles: Iterable[AnnotatedArticle]) -> tuple[list[AnnotatedArticle], list[Diagnostic]]:
    """Give an article whose slug an earlier seed asked for already another one, and say so."""
    kept: dict[str, AnnotatedArticle] = {}
    clashes: list[Diagnostic] = []
    for annotated in articles:
        article = annotated.article
        if article.id in kept:
            message = f"`slug: {article.id}` is also that of {kept[article.id].article.location}"
            clashes.append(Diagnostic("warning", article.location, message, "give one of the two another slug"))
            article = replace(article, id=f"{article.id}-{article.name_digest}")
        kept[article.id] = replace(annotated, article=article)
    return list(kept.values()), clashes


def _told_apart(articles: Sequence[AnnotatedArticle], register: Register) -> list[AnnotatedArticle]:
    order = {entity.id: (_TELLING.index(entity.kind), entity.name) for entity in register.entities}
    names: dict[str, list[str]] = {}
    for annotated in articles:
        times = Counter(mention.entity for mention in annotated.resolution.mentions)
        telling = sorted(times, key=lambda entity: (order[entity][0], -times[entity], entity))
        names[annotated.article.id] = [order[entity][1] for entity in telling]
    apart = tell_apart([annotated.article for annotated in articles], names)
    return [replace(annotated, article=article) for annotated, article in zip(articles, apart, strict=True)]


def _newest_first(articles: Iterable[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    def key(annotated: AnnotatedArticle) -> tuple[bool, int, str]:
        day = annotated.article.date.value
        return day is None, 0 if day is None else -day.start.toordinal(), annotated.article.id

    return tuple(sorted(articles, key=key))
