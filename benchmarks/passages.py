"""How well the paragraphs that two articles share are found.

CORPORA is a folder with `alignment_gold.jsonl.gz`: pairs of articles whose paragraphs were aligned by hand. Counted are
pairs of paragraphs, over all pairs of articles together; those marked as ambiguous are left out. The two articles of
the project's own seeds are among them, and reported apart as well. Two guards were added when their errors were seen.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dossier.model import Article, CleanText, Fact, Location, Paragraph
from dossier.reuse import passages


def report(corpora: Path) -> None:
    """Precision, recall and F1 over the pairs of paragraphs, for each pair of articles and for all."""
    with gzip.open(corpora / "alignment_gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    counts = [_count(row) for row in rows]
    for row, count in zip(rows, counts, strict=True):
        print(f"passages, {row['pair']}: {_figures([count])}")
    print(f"passages, all: {_figures(counts)}")
    others = [count for row, count in zip(rows, counts, strict=True) if not row["pair"].startswith("seeds")]
    print(f"passages, without the seeds: {_figures(others)}")


def _count(row: dict[str, Any]) -> tuple[int, int, int]:
    """How many pairs are right, found and gold."""
    pair = [_article(name, row[f"{name}_paragraphs"]) for name in "ab"]
    left_out = {tuple(each) for each in row.get("ambiguous", ())}
    gold = {tuple(each) for each in row["aligned"]} - left_out
    ends = [(each.left.paragraph, each.right.paragraph) for each in passages(pair)]
    found = {(int(left), int(right)) for left, right in ends} - left_out
    return len(gold & found), len(found), len(gold)


def _article(name: str, texts: Sequence[str]) -> Article:
    paragraphs = tuple(Paragraph(str(number), "paragraph", text, (number,)) for number, text in enumerate(texts))
    unknown: Fact[Any] = Fact()
    return Article(
        name, "", name, Location(name), Path(name), "", "line", *[unknown] * 11, CleanText(paragraphs, ())
    )  # fmt: skip


def _figures(counts: Sequence[tuple[int, int, int]]) -> str:
    right, found, gold = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * right / max(found + gold, 1)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {gold} pairs"
