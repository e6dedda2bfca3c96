"""What is done to each seed and each article by itself: pure functions, whose results are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dossier.cache import Cache, digest_of
from dossier.clean import clean
from dossier.digests import DigestOf, Digests
from dossier.discovery import finder_of
from dossier.findings import together
from dossier.metadata import OutletRules, read_metadata
from dossier.model import (
    AnnotatedArticle,
    Article,
    Diagnostic,
    Event,
    Kind,
    NameSpan,
    Register,
    SeedFile,
    Statement,
)
from dossier.readers import contents_of, copy_of, find_seeds, read_seed, sha256_of
from dossier.readers.travelling import SeedCopy, unpacked
from dossier.sentences import sentence_spans
from dossier.settings import Settings
from dossier.statements import statements_of
from dossier.timeline import events
from dossier.work import TOO_HEAVY, Work, code_digest

Progress = Callable[[str, int, int], None]
"""Told before each step what is worked on, how much is done and how much there is; both are 0 where nobody knows."""


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


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


Seeds = tuple[list[SeedFile], list[str]]
"""Every seed file, and a digest of all that it becomes articles by."""


def seeds_of(settings: Settings, store: Cache) -> Seeds:
    """Every seed file, and a digest of all that it becomes articles by.

    One that looks as it did when it was read the last time is not opened.
    """
    files = list(find_seeds(settings.seeds, settings.shown))
    known = Digests(store, settings.seeds, sha256_of)
    digests = [_seed_digest(file, settings, known.of) for file in files]
    known.save()
    return files, digests


def _seed_digest(file: SeedFile, settings: Settings, digest_of_file: DigestOf) -> str:
    options = repr((settings.fields, settings.outlets, settings.outlet_from, file.seed, file.location))
    contents = contents_of(file, settings.seeds, digest_of_file)
    return digest_of("seed", code_digest("dossier"), options, *contents)


def read_all(settings: Settings, worker: Work, progress: Progress, seeds: Seeds | None = None) -> list[Processed]:
    """What each seed file became. One that did not change is not read again.

    Args:
        settings: where they are, and how they are read.
        worker: does it.
        progress: is told of each.
        seeds: what there is of them, if that was looked up just now.
    """
    if seeds is not None:
        files, digests = seeds
    elif worker.store is None:
        files = list(find_seeds(settings.seeds, settings.shown))
        digests = [str(place) for place in range(len(files))]
    else:
        files, digests = seeds_of(settings, worker.store)
    found = worker.each(
        partial(_kept_of, settings=settings),
        files,
        digests,
        lambda place: progress(f"reading {files[place].seed}", place, len(files)),
        is_still=lambda place: _seed_digest(files[place], settings, sha256_of) == digests[place],
        far=partial(_sent, settings=settings),
    )
    return [
        worker.memory.made(f"placed {file.path}", partial(_placed, processed, file.path), processed)
        for file, processed in zip(files, found, strict=True)
    ]


def _kept_of(file: SeedFile, settings: Settings) -> Processed:
    """What is kept of a seed file: what it became, wherever it is."""
    return _placed(process(file, settings), Path())


def _sent(file: SeedFile, settings: Settings) -> Callable[[], Processed] | None:
    """What gives the same as `_kept_of` where there is no seeds folder."""
    copy = copy_of(file, settings.seeds, TOO_HEAVY)
    known = Settings(fields=settings.fields, outlets=settings.outlets, outlet_from=settings.outlet_from)
    return None if copy is None else partial(_kept_of_copy, copy, known)


def _kept_of_copy(copy: SeedCopy, settings: Settings) -> Processed:
    with unpacked(copy) as (file, folder):
        return _kept_of(file, replace(settings, seeds=folder))


def _placed(processed: Processed, path: Path) -> Processed:
    """What a seed file became, with where it is now: the folder may have been moved since it was kept."""
    return Processed(tuple(replace(each, path=path) for each in processed.articles), processed.diagnostics)


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


def _line_order(seen: Diagnostic) -> tuple[str, int, bool, int]:
    """In the order of the records and lines; what is said of a whole article comes last."""
    return seen.location.path, seen.location.record, not seen.location.line, seen.location.line


def facts_of_all(
    articles: Sequence[AnnotatedArticle], register: Register, discover: str, worker: Work, progress: Progress
) -> list[Facts]:
    """What each article says by itself. Nothing is looked for again in one that did not change, nor its mentions."""
    kinds = {entity.id: entity.kind for entity in register.entities}
    code = code_digest("dossier")
    values, digests = [], []
    for annotated in articles:
        named = {mention.entity: kinds[mention.entity] for mention in annotated.resolution.mentions}
        values.append((annotated, named, discover))
        digest = partial(_facts_digest, annotated, code, discover, repr(named))
        digests.append(worker.memory.made(f"facts {discover} {named}", digest, annotated))
    return worker.each(
        facts_of,
        values,
        digests,
        lambda place: progress(
            f"looking for names, dates and statements in {articles[place].article.seed}", place, len(articles)
        ),
    )


def _facts_digest(annotated: AnnotatedArticle, *others: str) -> str:
    bare = replace(annotated.article, path=Path())
    return digest_of("facts", *others, repr(bare), repr(annotated.resolution))


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
