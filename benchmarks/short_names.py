"""Which names of one article are of one thing: the groups in which names are suggested, against gold clusters.

CORPORA is a folder with `ner/redocred_clusters.jsonl.gz`: documents with the named mentions of persons, organisations
and places, each in the cluster of its entity. All are put as the articles of one dossier whose register is empty, to
the function that groups the names for `dossier.suggest.suggestions`; the gold mentions and their kinds stand in for
those that discovery finds, so that only the grouping is measured.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.model import Kind, NameSpan, Paragraph
from dossier.same_name import key
from dossier.suggest.grouping import Place, grouped

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def report(corpora: Path) -> None:
    """B³ (Bagga and Baldwin 1998) over all mentions; then of the mentions that are joined, how many are right."""
    read = list(_documents(corpora / "ner" / "redocred_clusters.jsonl.gz"))
    documents, gold = [places for places, _ in read], [clusters for _, clusters in read]
    alike = [[key(paragraph.text[span.start : span.end]) for paragraph, span in places] for places in documents]
    joined = grouped(documents)
    for what, groups in (("exact after normalising", alike), ("as they are suggested", joined)):
        precision, recall, f1 = b_cubed(list(zip(gold, groups, strict=True)))
        print(f"short names, {what}: B³ precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    right = Counter(is_right for rows in zip(gold, alike, joined, strict=True) for is_right in _judged(*rows))
    print(f"short names, mentions joined to one that is written otherwise: {right[True]} right, {right[False]} not")


def _documents(path: Path) -> Iterator[tuple[list[Place], list[int]]]:
    """The names of each document, in order, and the number of the cluster of each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            paragraph = Paragraph("p", "paragraph", row["text"], (1, 1))
            spans = sorted((*span, number) for number, spans in enumerate(row["clusters"]) for span in spans)
            places = [(paragraph, NameSpan(start, end, _KINDS[kind])) for start, end, kind, _ in spans]
            yield places, [number for *_, number in spans]


def _judged(gold: Sequence[int], alike: Sequence[str], joined: Sequence[str]) -> Iterator[bool]:
    """For each name whose group has the name of another: whether the first that is written so is of its cluster."""
    first: dict[str, int] = {}
    for form, number in zip(alike, gold, strict=True):
        first.setdefault(form, number)
    for form, group, number in zip(alike, joined, gold, strict=True):
        if form != group and group in first:
            yield first[group] == number


def b_cubed(documents: Sequence[tuple[Sequence[int], Sequence[str]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all mentions of all documents."""
    precision = recall = mentions = 0.0
    for gold, found in documents:
        golden, grouped = defaultdict(set), defaultdict(set)
        for place, (left, right) in enumerate(zip(gold, found, strict=True)):
            golden[left].add(place)
            grouped[right].add(place)
        for left, right in zip(gold, found, strict=True):
            shared = len(golden[left] & grouped[right])
            precision += shared / len(grouped[right])
            recall += shared / len(golden[left])
            mentions += 1
    precision, recall = precision / mentions, recall / mentions
    return precision, recall, 2 * precision * recall / (precision + recall)
