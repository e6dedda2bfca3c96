"""How well articles that share text, or tell the same story, are found, and what that costs.

CORPORA is a folder with `reuse_pairs.jsonl.gz`, `same_event_triplets.jsonl.gz`, `allsides_multi_outlet.jsonl.gz` and
`reuters21578.jsonl.gz`. All articles are read and cleaned as seeds are, from records of JSON.

- reuse: pairs of articles of different outlets with a containment of .3 or more, found among 10,000 articles.
- same event: the articles of 55 events, of three outlets each; F1 over the pairs that are put in one story, first by
  themselves, then mixed with all those of many outlets.
- cost: CPU time of relating the articles, all from shingles to comparisons, and by how much the memory grows.
"""

from __future__ import annotations

import gzip
import json
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path
from typing import Any

from dossier.model import AnnotatedArticle, Article, Resolution, Story
from dossier.pipeline import process, tell_stories
from dossier.readers import find_seeds
from dossier.reuse import overlaps, shingles
from dossier.settings import Settings

Rows = Sequence[dict[str, Any]]


def report(corpora: Path) -> None:
    """Pairs with shared text that are found; pairs of one event; seconds and memory."""
    outlets, agency = _rows(corpora, "allsides_multi_outlet"), _rows(corpora, "reuters21578")
    events, pairs = _rows(corpora, "same_event_triplets"), _rows(corpora, "reuse_pairs")
    many = articles(outlets)
    mixed = [*many, *articles(agency[: 10_000 - len(many)])]
    ids = [article.id for article in mixed]
    found = {frozenset((each.first, each.second)) for each in overlaps(ids, [shingles(each) for each in mixed])}
    right = sum(frozenset((each["a"], each["b"])) in found for each in pairs)
    print(f"stories, pairs that share text among {len(mixed):,} articles: {right} of {len(pairs)} found")
    of_events = articles(events)
    gold = {frozenset(pair) for pair in _pairs(_of(events, "event").values())}
    print(f"stories, same event, by themselves: {_figures(_told(of_events), gold, events)}")
    print(f"stories, same event, among {len(many):,} others: {_figures(_told([*of_events, *many]), gold, events)}")
    _cost("many outlets and an agency", mixed)
    agencies = articles(agency)
    small = _cost("an agency", agencies[:2_000])
    large = _cost("an agency", agencies)
    print(f"stories, time an article at {len(agencies):,} beside 2,000: {large / small:.2f}")


def articles(rows: Rows) -> list[Article]:
    """Records as articles, each with the record's own id."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder)
        (seeds / "all.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        settings = Settings(seeds=seeds, root=seeds)
        files = find_seeds(seeds, settings.shown)
        read = [article for file in files for article in process(file, settings).articles]
    return [replace(article, id=rows[article.location.record - 1]["id"]) for article in read]


def _told(read: Sequence[Article]) -> tuple[Story, ...]:
    return tell_stories([AnnotatedArticle(article, Resolution()) for article in read])


def _figures(stories: Iterable[Story], gold: set[frozenset[str]], rows: Rows) -> str:
    known = {row["id"] for row in rows}
    found = {pair for pair in map(frozenset, _pairs(story.articles for story in stories)) if pair <= known}
    right = len(found & gold)
    precision, recall, f1 = right / len(found), right / len(gold), 2 * right / (len(found) + len(gold))
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {len(gold)} pairs"


def _cost(what: str, read: Sequence[Article]) -> float:
    """CPU seconds an article."""
    before, began = _memory(), time.process_time()
    stories = _told(read)
    seconds, grown = time.process_time() - began, _memory() - before
    told = sum(len(story.articles) for story in stories)
    print(
        f"stories, {len(read):,} articles of {what}: {seconds:.1f} s, {1000 * seconds / len(read):.2f} ms each, "
        f"{grown} MB more; {len(stories):,} stories of {told:,} articles"
    )
    return seconds / len(read)


def _memory() -> int:
    """The most memory that was ever needed, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _pairs(groups: Iterable[Sequence[str]]) -> Iterable[tuple[str, ...]]:
    return chain.from_iterable(combinations(group, 2) for group in groups)


def _of(rows: Rows, key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row["id"])
    return found


def _rows(corpora: Path, name: str) -> Rows:
    with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
