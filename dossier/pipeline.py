"""The program: the one room that knows the order of the stages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from dossier.backlinks import entity_entries
from dossier.base import with_base
from dossier.boilerplate import take_boilerplate
from dossier.cache import Cache, digest_of
from dossier.clean import clean, plain_paragraphs
from dossier.copies import merge_copies, near_copies, nearly_same, versions
from dossier.coverage import others_to_compare, stories, story_of, to_tell_apart, traits
from dossier.discovery import finder_of, is_first_name
from dossier.findings import together
from dossier.matcher import Gazetteer
from dossier.metadata import OutletRules, read_metadata, retitled, tell_apart
from dossier.model import (
    AnnotatedArticle,
    Article,
    Diagnostic,
    Dossier,
    Event,
    HandwrittenPage,
    Kind,
    Location,
    NameSpan,
    Overlap,
    Register,
    SeedFile,
    Statement,
    Story,
    Suggestion,
)
from dossier.readers import contents_of, find_seeds, read_page, read_seed
from dossier.register import load_register
from dossier.resolver import resolve
from dossier.reuse import compared, families, overlaps, passages, shingles
from dossier.sentences import sentence_spans
from dossier.settings import Settings
from dossier.statements import repeated, statements_of
from dossier.suggest import as_entities, awaited, gather, questions, recounted, suggestions
from dossier.timeline import events, happenings
from dossier.work import Work, code_digest, work

_TELLING = ("person", "organisation", "event", "work", "place", "topic")
"""The kinds of names that tell two articles apart, the most telling first."""


@dataclass(frozen=True, slots=True)
class Processed:
    """What one seed file became."""

    articles: tuple[Article, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says by itself."""

    names: tuple[tuple[NameSpan, ...], ...]
    """Of each paragraph, whether the register holds them or not."""
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]


Progress = Callable[[str, int, int], None]
"""Told before each step what is worked on, how much is done and how much there is; both are 0 where nobody knows."""


_Found = TypeVar("_Found", Event, Statement)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def build(settings: Settings, progress: Progress = _silent) -> Dossier:
    """Read, clean and annotate every seed, and relate the articles.

    What is wrong with a seed or an entry of the register stands in the result's diagnostics.

    Raises:
        DossierError: there is no seeds folder, or what `discover` names is not installed.
    """
    finder_of(settings.discover)
    cache = None if settings.cache is None else Cache(settings.cache, "dossier")
    with work(cache, settings.jobs) as worker:
        dossier = _build(settings, worker, progress)
    return dossier if cache is None else replace(dossier, diagnostics=(*dossier.diagnostics, *_tidied(cache, settings)))


def _tidied(cache: Cache, settings: Settings) -> Iterable[Diagnostic]:
    """Let a store not grow too large; and what kept anything from being put into it."""
    cache.prune()
    if cache.problem is not None:
        where = Location(settings.shown(cache.folder))
        hint = "make room or give leave to write there, or set `cache` to another folder"
        yield Diagnostic("warning", where, f"what is known cannot be kept: {cache.problem.strerror}", hint)


def _build(settings: Settings, worker: Work, progress: Progress) -> Dossier:
    progress(f"reading {settings.shown(settings.entities)}", 0, 0)
    own, complaints = load_register(settings.entities, Location(settings.shown(settings.entities)))
    register = with_base(own, settings.base)
    progress(f"learning {len(register.entities):,} names", 0, 0)
    gazetteer = Gazetteer(register)
    processed = _processed(settings, worker, progress)
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
    facts = _facts(ordered, register, settings.discover, worker, progress)
    dated = tuple(event for each in facts for event in each.events)
    said = tuple(statement for each in facts for statement in each.statements)
    told = tell_stories(ordered, dated, said, register, progress)
    names = {each.article.id: found.names for each, found in zip(ordered, facts, strict=True)}
    suggested, waiting = _suggested(ordered, register, names)
    progress("looking for what is to be decided", len(processed), len(processed))
    return Dossier(
        articles=ordered,
        entries=entries,
        register=register,
        handwritten=pages,
        suggestions=suggested,
        suggested=settings.suggested,
        is_searched=bool(settings.discover),
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


def _processed(settings: Settings, worker: Work, progress: Progress) -> list[Processed]:
    """What each seed file became. One that did not change is not read again."""
    files = list(find_seeds(settings.seeds, settings.shown))
    code = code_digest("dossier")
    options = repr((settings.fields, settings.outlets, settings.outlet_from))
    names = [repr((file.seed, file.location)) for file in files]
    digests = [
        digest_of("seed", code, options, name, *contents_of(file, settings.seeds))
        for file, name in zip(files, names, strict=True)
    ]
    found = worker.each(
        partial(process, settings=settings),
        files,
        digests,
        lambda place: progress(f"reading {files[place].seed}", place, len(files)),
    )
    return [_where(*each) for each in zip(files, found, strict=True)]


def _where(file: SeedFile, processed: Processed) -> Processed:
    """What a seed became, with where the seed is now: the folder may have been moved since it was kept."""
    articles = (each if each.path == file.path else replace(each, path=file.path) for each in processed.articles)
    return Processed(tuple(articles), processed.diagnostics)


def _facts(
    articles: Sequence[AnnotatedArticle], register: Register, discover: str, worker: Work, progress: Progress
) -> list[Facts]:
    """What each article says by itself. Nothing is looked for again in one that did not change, nor its mentions."""
    kinds = {entity.id: entity.kind for entity in register.entities}
    code = code_digest("dossier")
    values, digests = [], []
    for annotated in articles:
        named = {mention.entity: kinds[mention.entity] for mention in annotated.resolution.mentions}
        bare = replace(annotated.article, path=Path())
        values.append((annotated, named, discover))
        digests.append(digest_of("facts", code, discover, repr(bare), repr(annotated.resolution), repr(named)))
    return worker.each(
        facts_of,
        values,
        digests,
        lambda place: progress(
            f"looking for names, dates and statements in {articles[place].article.seed}", place, len(articles)
        ),
    )


def facts_of(value: tuple[AnnotatedArticle, Mapping[str, Kind], str]) -> Facts:
    """Look for names, dates and statements in an article: a pure function of it, its mentions and what finds names.

    Args:
        value: the article, the kinds of the entities that it mentions, and the setting `discover`.
    """
    annotated, kinds, discover = value
    article, find_names = annotated.article, finder_of(discover)
    texts = ["" if paragraph.kind == "code" else paragraph.text for paragraph in article.paragraphs]
    return Facts(
        names=tuple(map(tuple, find_names(texts, article.language.value) if find_names is not None else ())),
        events=tuple(events(annotated, sentence_spans)),
        statements=tuple(statements_of(annotated, kinds)),
    )


def _suggested(
    articles: Sequence[AnnotatedArticle], register: Register, found: Mapping[str, Sequence[Sequence[NameSpan]]]
) -> tuple[tuple[Suggestion, ...], dict[str, Suggestion]]:
    """The names that stand in the articles and not in the register; and those that wait in it, by their entities.

    Of those that wait all is counted; if nothing looks for names, there are no others.
    """
    gathered = gather(articles, found)
    suggested = suggestions(gathered, register, sentence_spans, is_first_name)
    waiting = awaited(gathered, register, sentence_spans)
    names = (*suggested, *waiting.values())
    find = Gazetteer(Register(as_entities(names))).find
    counted = recounted(names, articles, find, sentence_spans, sure=len(waiting))
    new = sorted(counted[: len(suggested)], key=lambda each: (-len(each.articles), -each.mentions, each.name))
    return tuple(new), dict(zip(waiting, counted[len(suggested) :], strict=True))


def tell_stories(
    articles: Sequence[AnnotatedArticle],
    dated: Iterable[Event] = (),
    said: Iterable[Statement] = (),
    register: Register | None = None,
    progress: Progress = _silent,
) -> tuple[Story, ...]:
    """The stories that several articles tell, newest first, with what each of these has alone.

    Args:
        articles: all of them.
        dated: every date in them.
        said: every statement in them.
        register: by what the entities are known.
        progress: is told what is being done.
    """
    progress("looking for articles of the same story", len(articles), len(articles))
    plain = [annotated.article for annotated in articles]
    ids = [article.id for article in plain]
    pairs = overlaps(ids, [shingles(article) for article in plain])
    groups = stories(plain, pairs, families)
    entities = () if register is None else register.entities
    called = {entity.id: [alias.text for alias in entity.aliases] for entity in entities}
    sharing: defaultdict[str, list[Overlap]] = defaultdict(list)
    for pair in pairs:
        sharing[pair.first].append(pair)
    annotated = {each.article.id: each for each in articles}
    dates, statements = _by_article(dated), _by_article(said)
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
        members = [article.id for text in texts for article in text]
        found = {each: list(traits(annotated[each], dates[each], statements[each])) for each in members}
        inside = frozenset(members)
        overlapping = [pair for each in members for pair in sharing[each] if pair.second in inside]
        told.append(story_of(texts, found, shared, comparisons, overlaps=overlapping, called=called))
    order = {each: place for place, each in enumerate(ids)}
    return tuple(sorted(told, key=lambda story: min(order[each] for each in story.articles)))


def _by_article(found: Iterable[_Found]) -> defaultdict[str, list[_Found]]:
    grouped: defaultdict[str, list[_Found]] = defaultdict(list)
    for each in found:
        grouped[each.article].append(each)
    return grouped


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
    return shown, (*clashes, *copies, *near_copies(articles, near, families(ids, near)))


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
