"""The program: the one room that knows the order of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from dossier.backlinks import entity_entries
from dossier.base import with_base
from dossier.boilerplate import take_boilerplate
from dossier.clean import clean, plain_paragraphs
from dossier.copies import merge_copies, near_copies, nearly_same, versions
from dossier.coverage import others_to_compare, stories, story_of, to_tell_apart, traits
from dossier.discovery import Finder, finder_of, is_first_name
from dossier.findings import together
from dossier.matcher import Gazetteer
from dossier.metadata import OutletRules, far_ahead, read_metadata, retitled, tell_apart
from dossier.model import (
    AnnotatedArticle,
    Article,
    Diagnostic,
    Dossier,
    Event,
    HandwrittenPage,
    Location,
    Register,
    SeedFile,
    Statement,
    Story,
    Suggestion,
)
from dossier.readers import find_seeds, read_page, read_seed
from dossier.register import load_register
from dossier.resolver import resolve
from dossier.reuse import compared, families, overlaps, passages, shingles
from dossier.sentences import sentence_spans
from dossier.settings import Settings
from dossier.statements import repeated, statements_of
from dossier.suggest import as_entities, awaited, gather, questions, recounted, suggestions
from dossier.timeline import events, happenings

_TELLING = ("person", "organisation", "event", "work", "place", "topic")
"""The kinds of names that tell two articles apart, the most telling first."""


@dataclass(frozen=True, slots=True)
class Processed:
    """What one seed file became."""

    articles: tuple[Article, ...]
    diagnostics: tuple[Diagnostic, ...]


Progress = Callable[[str, int, int], None]
"""Told before each step what is worked on, how much is done and how much there is; both are 0 where nobody knows."""


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def build(settings: Settings, progress: Progress = _silent) -> Dossier:
    """Read, clean and annotate every seed, and relate the articles.

    What is wrong with a seed or an entry of the register stands in the result's diagnostics.

    Raises:
        DossierError: there is no seeds folder, or what `discover` names is not installed.
    """
    find_names = finder_of(settings.discover)
    progress(f"reading {settings.shown(settings.entities)}", 0, 0)
    own, complaints = load_register(settings.entities, Location(settings.shown(settings.entities)))
    register = with_base(own, settings.base)
    progress(f"learning {len(register.entities):,} names", 0, 0)
    gazetteer = Gazetteer(register)
    processed = _processed(settings, progress)
    progress("looking for copies", len(processed), len(processed))
    articles, merged = _sorted_out(_with_own_ids(article for each in processed for article in each.articles))
    progress("looking for names", len(processed), len(processed))
    annotated = [AnnotatedArticle(article, resolve(article.paragraphs, gazetteer.find)) for article in articles]
    pages = tuple(_handwritten(settings, gazetteer))
    ordered = _newest_first(_told_apart(annotated, register))
    entries = tuple(
        entry
        for entry in entity_entries(register.entities, ordered, pages, sentence_spans)
        if entry.is_mentioned or not entry.entity.base
    )
    dated = _events(ordered, progress)
    said = tuple(_said(ordered, register, progress))
    told = tell_stories(ordered, progress)
    suggested, waiting = _suggested(ordered, register, find_names, progress)
    progress("looking for what is to be decided", len(processed), len(processed))
    return Dossier(
        articles=ordered,
        entries=entries,
        register=register,
        handwritten=pages,
        suggestions=suggested,
        suggested=settings.suggested,
        is_searched=find_names is not None,
        questions=questions(
            suggested, entries, ordered, register, sentence_spans, waiting=waiting, is_first_name=is_first_name
        ),
        events=dated,
        happenings=happenings(ordered, dated),
        statements=said,
        repeated=repeated(said),
        stories=told,
        diagnostics=(*complaints, *(seen for each in processed for seen in each.diagnostics), *merged),
    )


def _processed(settings: Settings, progress: Progress) -> list[Processed]:
    files = list(find_seeds(settings.seeds, settings.shown))
    processed = []
    for number, file in enumerate(files):
        progress(f"reading {file.seed}", number, len(files))
        processed.append(process(file, settings))
    return processed


def _events(articles: Sequence[AnnotatedArticle], progress: Progress) -> tuple[Event, ...]:
    """Every date of every article."""
    found: list[Event] = []
    for number, annotated in enumerate(articles):
        progress(f"looking for dates in {annotated.article.seed}", number, len(articles))
        found += events(annotated, sentence_spans)
    return tuple(found)


def _suggested(
    articles: Sequence[AnnotatedArticle], register: Register, find_names: Finder | None, progress: Progress
) -> tuple[tuple[Suggestion, ...], dict[str, Suggestion]]:
    """The names that stand in the articles and not in the register; and those that wait in it, by their entities.

    Of those that wait all is counted; if nothing looks for names, there are no others.
    """
    found = {}
    for number, annotated in enumerate(() if find_names is None else articles):
        article = annotated.article
        progress(f"looking for unknown names in {article.seed}", number, len(articles))
        texts = ["" if paragraph.kind == "code" else paragraph.text for paragraph in article.paragraphs]
        found[article.id] = find_names(texts, article.language.value) if find_names is not None else []
    gathered = gather(articles, found)
    suggested = suggestions(gathered, register, sentence_spans, is_first_name)
    waiting = awaited(gathered, register, sentence_spans)
    names = (*suggested, *waiting.values())
    find = Gazetteer(Register(as_entities(names))).find
    counted = recounted(names, articles, find, sentence_spans, sure=len(waiting))
    new = sorted(counted[: len(suggested)], key=lambda each: (-len(each.articles), -each.mentions, each.name))
    return tuple(new), dict(zip(waiting, counted[len(suggested) :], strict=True))


def _said(articles: Sequence[AnnotatedArticle], register: Register, progress: Progress) -> Iterable[Statement]:
    kinds = {entity.id: entity.kind for entity in register.entities}
    for number, annotated in enumerate(articles):
        progress(f"looking for statements in {annotated.article.seed}", number, len(articles))
        yield from statements_of(annotated, kinds)


def tell_stories(articles: Sequence[AnnotatedArticle], progress: Progress = _silent) -> tuple[Story, ...]:
    """The stories that several articles tell, newest first, with what each of these has alone."""
    progress("looking for articles of the same story", len(articles), len(articles))
    plain = [annotated.article for annotated in articles]
    ids = [article.id for article in plain]
    pairs = overlaps(ids, [shingles(article) for article in plain])
    groups = stories(plain, pairs, families)
    annotated = {each.article.id: each for each in articles}
    told = []
    for number, texts in enumerate(groups):
        progress("comparing articles of the same story", number, len(groups))
        apart = to_tell_apart(texts)
        shared = passages(apart)
        comparisons = []
        for other in others_to_compare(texts):
            # Of many texts at once, not every pair is compared.
            beside = shared if len(apart) == 2 and other is apart[1] else passages([apart[0], other])
            comparisons.append(compared(apart[0], other, beside))
            shared = [*shared, *beside]
        found = {article.id: list(traits(annotated[article.id])) for article in apart}
        told.append(story_of(texts, found, shared, comparisons))
    order = {each: place for place, each in enumerate(ids)}
    return tuple(sorted(told, key=lambda story: min(order[each] for each in story.articles)))


def process(file: SeedFile, settings: Settings) -> Processed:
    """Make articles of one seed file: a pure function of its bytes and the settings."""
    articles: list[Article] = []
    diagnostics: list[Diagnostic] = []
    outlets = OutletRules(dict(settings.outlets), settings.outlet_from == "folder")
    for reading in read_seed(file, settings.seeds, dict(settings.fields)):
        diagnostics += reading.diagnostics
        doc = reading.document
        if doc is None:
            continue
        text = clean(doc)
        if text.paragraphs:
            article, seen = read_metadata(doc, text, outlets)
            diagnostics += seen
            articles.append(article)
        else:
            rules = ", ".join(dict.fromkeys(removed.rule for removed in text.removed))
            hint = "put the article's text into it, or delete it"
            message = f"no paragraph is left; all was taken as {rules}"
            diagnostics.append(Diagnostic("error", doc.location, message, hint))
    return Processed(tuple(articles), tuple(together(sorted(diagnostics, key=_line_order))))


def _sorted_out(found: tuple[list[Article], list[Diagnostic]]) -> tuple[list[Article], tuple[Diagnostic, ...]]:
    """The articles, each once, without what stands in many of one outlet; and what is to be told of them."""
    named, clashes = found
    articles, copies = merge_copies(named)
    ids = [article.id for article in articles]
    pairs = overlaps(ids, [shingles(article) for article in articles])
    cleaned = take_boilerplate(articles, list(families(ids, versions(pairs)).values()))
    shown = [
        retitled(article) if article.text is not before.text else article
        for article, before in zip(cleaned, articles, strict=True)
    ]
    near = nearly_same(pairs)
    return shown, (*clashes, *copies, *near_copies(articles, near, families(ids, near)), *far_ahead(shown))


def _line_order(seen: Diagnostic) -> tuple[str, int, bool, int]:
    """In the order of the records and lines; what is said of a whole article comes last."""
    return seen.location.path, seen.location.record, not seen.location.line, seen.location.line


def _handwritten(settings: Settings, gazetteer: Gazetteer) -> Iterable[HandwrittenPage]:
    for src_uri, path in sorted(settings.handwritten):
        if settings.links(src_uri):
            title, blocks = read_page(path)
            paragraphs = plain_paragraphs(blocks)
            yield HandwrittenPage(src_uri, title, paragraphs, resolve(paragraphs, gazetteer.find))


def _with_own_ids(articles: Iterable[Article]) -> tuple[list[Article], list[Diagnostic]]:
    """Give an article whose slug an earlier seed asked for already another one, and say so."""
    kept: dict[str, Article] = {}
    clashes: list[Diagnostic] = []
    for article in articles:
        if article.id in kept:
            message = f"`slug: {article.id}` is also that of {kept[article.id].location}"
            clashes.append(Diagnostic("warning", article.location, message, "give one of the two another slug"))
            free = (f"{article.id}-{article.name_digest}{'-again' * again}" for again in count())
            article = replace(article, id=next(each for each in free if each not in kept))  # noqa: PLW2901 - renamed
        kept[article.id] = article
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
