"""Which names of one article are of one thing: rules against gold clusters.

CORPORA is a folder with `ner/redocred_clusters.jsonl.gz`: documents with the named mentions of persons, organisations
and places, each in the cluster of its entity. The spans are given; only the grouping is measured.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from dossier.model import Kind
from dossier.same_name import Name, cluster, introductions, key

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def report(corpora: Path) -> None:
    """B³ (Bagga and Baldwin 1998) over all mentions; then of each pair of keys that is joined, how many are right."""
    exact: list[tuple[list[int], list[object]]] = []
    joined: list[tuple[list[int], list[object]]] = []
    right: Counter[bool] = Counter()
    with gzip.open(corpora / "ner" / "redocred_clusters.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text, spans = row["text"], _spans(row["clusters"])
            names = [Name(text[start:end], _KINDS[kind]) for start, end, kind, _ in spans]
            pairs = [(text[slice(*each.short)], text[slice(*each.long)]) for each in introductions(text)]
            gold, found = [each[3] for each in spans], cluster(names, pairs)
            keys: list[object] = [key(name.text) for name in names]
            exact.append((gold, keys))
            joined.append((gold, list(found)))
            right.update(gold[place] == gold[group] for place, group in enumerate(found) if keys[place] != keys[group])
    for what, documents in (("exact after normalising", exact), ("all rules", joined)):
        precision, recall, f1 = b_cubed(documents)
        print(f"short names, {what}: B³ precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"short names, mentions joined to one that is written otherwise: {right[True]} right, {right[False]} not")


def _spans(clusters: Sequence[Sequence[tuple[int, int, str]]]) -> list[tuple[int, int, str, int]]:
    return sorted((*span, number) for number, spans in enumerate(clusters) for span in spans)


def b_cubed(documents: Sequence[tuple[Sequence[int], Sequence[object]]]) -> tuple[float, float, float]:
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
