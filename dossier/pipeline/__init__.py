"""The program: the one room that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dossier.backlinks import entity_entries
from dossier.base import with_base
from dossier.cache import Cache, digest_of
from dossier.clean import plain_paragraphs
from dossier.discovery import finder_of, is_first_name
from dossier.garbage import uncollected
from dossier.matcher import Gazetteer
from dossier.memory import Memory
from dossier.model import (
    AnnotatedArticle,
    Diagnostic,
    Dossier,
    HandwrittenPage,
    Location,
    Register,
)
from dossier.pipeline.each import (
    Facts,
    Processed,
    Progress,
    Seeds,
    facts_of,
    facts_of_all,
    process,
    read_all,
    seeds_of,
    silent,
)
from dossier.pipeline.naming import annotated
from dossier.pipeline.relating import tell_stories
from dossier.pipeline.sorting import newest_first, sorted_out, with_own_ids
from dossier.pipeline.suggesting import suggested
from dossier.readers import read_page
from dossier.register import load_register
from dossier.resolver import resolve
from dossier.reuse import Shingled
from dossier.sentences import sentence_spans
from dossier.settings import Settings
from dossier.statements import repeated
from dossier.suggest import questions
from dossier.timeline import happenings
from dossier.work import Helpers, Tally, Work, processes, work

__all__ = [
    "Facts",
    "Processed",
    "Progress",
    "Seeds",
    "build",
    "facts_of",
    "process",
    "register_of",
    "seeds_of",
    "silent",
    "tell_stories",
    "tidied",
    "warm",
]


def build(
    settings: Settings, progress: Progress = silent, memory: Memory | None = None, seeds: Seeds | None = None
) -> Dossier:
    """Read, clean and annotate every seed, and relate the articles.

    What is wrong with a seed or an entry of the register stands in the result's diagnostics.

    Args:
        settings: what is built, and how.
        progress: is told of each step.
        memory: what the last build of this process made, if the process builds again and again.
        seeds: what `seeds_of` found, if it was asked just now.

    Raises:
        DossierError: there is no seeds folder, or what `discover` names is not installed.
    """
    finder_of(settings.discover)
    if memory is not None:
        memory.turn()
    cache = None if settings.cache is None else Cache(settings.cache, "dossier")
    with uncollected(), work(cache, processes(settings.jobs), memory) as worker:
        dossier = _build(settings, worker, progress, seeds)
    return dossier if cache is None else replace(dossier, diagnostics=(*dossier.diagnostics, *tidied(cache, settings)))


def warm(settings: Settings, store: Cache, progress: Progress = silent, helpers: Helpers | None = None) -> Tally:
    """Keep all that a build asks for of each seed and each article, as far as it is not kept yet.

    Args:
        settings: as for `build`.
        store: what keeps it; its `problem` says what hindered it.
        progress: is told each step.
        helpers: what works beside this process, instead of so many processes as the settings say.

    Raises:
        DossierError: there is no seeds folder, or what `discover` names is not installed.
    """
    finder_of(settings.discover)
    register = register_of(settings)
    with work(store, helpers or processes(settings.jobs)) as worker:
        articles, _ = _articles(settings, register, Gazetteer(register), worker, progress, shingled=Shingled())
        facts_of_all(articles, register, settings.discover, worker, progress)
    store.prune()
    return worker.tally


def tidied(cache: Cache, settings: Settings) -> Iterable[Diagnostic]:
    """Let a store not grow too large; and what kept anything from being put into it."""
    cache.prune()
    if cache.problem is not None:
        where = Location(settings.shown(cache.folder))
        hint = "make room or give leave to write there, or set `cache` to another folder"
        yield Diagnostic("warning", where, f"what is known cannot be kept: {cache.problem.strerror}", hint)


def _build(settings: Settings, worker: Work, progress: Progress, seeds: Seeds | None) -> Dossier:
    progress(f"reading {settings.shown(settings.entities)}", 0, 0)
    made = worker.memory.made
    register, complaints = _register(settings, worker.memory)
    progress(f"learning {len(register.entities):,} names", 0, 0)
    gazetteer = made("gazetteer", lambda: Gazetteer(register), register)

    def sentences(text: str) -> Sequence[tuple[int, int]]:
        return made("sentences", lambda: sentence_spans(text), text)

    shingled = made("shingled", Shingled)
    ordered, seen = _articles(settings, register, gazetteer, worker, progress, shingled=shingled, seeds=seeds)
    shingled.keep({each.article.id for each in ordered})
    pages = tuple(_handwritten(settings, gazetteer))
    entries = tuple(
        entry
        for entry in entity_entries(register.entities, ordered, pages, sentences, worker.memory)
        if entry.is_mentioned or not entry.entity.base
    )
    facts = facts_of_all(ordered, register, settings.discover, worker, progress)
    dated = tuple(event for each in facts for event in each.events)
    said = tuple(statement for each in facts for statement in each.statements)
    told = tell_stories(ordered, dated, said, register, progress, shingled=shingled, memory=worker.memory)
    names = {each.article.id: found.names for each, found in zip(ordered, facts, strict=True)}
    new, waiting = made(
        "suggested", lambda: suggested(ordered, register, names, sentences, worker.memory), register, *ordered, *facts
    )
    progress("looking for what is to be decided", len(ordered), len(ordered))
    return Dossier(
        articles=ordered,
        entries=entries,
        register=register,
        handwritten=pages,
        suggestions=new,
        suggested=settings.suggested,
        is_searched=bool(settings.discover),
        questions=questions(
            new,
            entries,
            ordered,
            register,
            sentences,
            waiting=waiting,
            is_first_name=is_first_name,
            memory=worker.memory,
        ),
        events=dated,
        happenings=made("happenings", lambda: happenings(ordered, dated, worker.memory), *ordered, *dated),
        statements=said,
        repeated=made("repeated", lambda: repeated(said, _days(ordered), worker.memory), *ordered, *said),
        stories=told,
        diagnostics=(*complaints, *seen),
    )


def _articles(
    settings: Settings,
    register: Register,
    gazetteer: Gazetteer,
    worker: Work,
    progress: Progress,
    *,
    shingled: Shingled,
    seeds: Seeds | None = None,
) -> tuple[tuple[AnnotatedArticle, ...], tuple[Diagnostic, ...]]:
    """The articles, newest first, with what they mention; and what is wrong with the seeds."""
    processed = read_all(settings, worker, progress, seeds)
    progress("looking for copies", len(processed), len(processed))
    found = [article for each in processed for article in each.articles]
    memory = worker.memory
    articles, merged = memory.made("sorted out", lambda: sorted_out(with_own_ids(found), shingled), *found)
    progress("looking for names", len(processed), len(processed))
    seen = (*(seen for each in processed for seen in each.diagnostics), *merged)
    return newest_first(annotated(articles, register, gazetteer, memory)), seen


def register_of(settings: Settings) -> Register:
    """The register, with what is known beside it."""
    return _register(settings, Memory(lasts=False))[0]


def _register(settings: Settings, memory: Memory) -> tuple[Register, tuple[Diagnostic, ...]]:
    def load() -> tuple[Register, tuple[Diagnostic, ...]]:
        own, complaints = load_register(settings.entities, Location(settings.shown(settings.entities)))
        return with_base(own, settings.base), complaints

    content = settings.entities.read_bytes() if settings.entities.is_file() else b""
    return memory.made(f"register {digest_of(content, settings.base, str(settings.entities))}", load)


def _days(articles: Sequence[AnnotatedArticle]) -> dict[str, date]:
    """The day of each article, by its id, as far as it is known."""
    days = ((each.article.id, each.article.date.value) for each in articles)
    return {article: day.start for article, day in days if day is not None and day.day is not None}


def _handwritten(settings: Settings, gazetteer: Gazetteer) -> Iterable[HandwrittenPage]:
    for src_uri, path in sorted(settings.handwritten):
        if settings.links(src_uri):
            title, blocks = read_page(path)
            paragraphs = plain_paragraphs(blocks)
            yield HandwrittenPage(src_uri, title, paragraphs, resolve(paragraphs, gazetteer.find))
