"""Who said what: quotations and their speakers, against PolNeAR, and how long an article takes.

CORPORA is a folder with `quotes_gold.jsonl.gz`: articles with their attributions, each with the spans of its source,
its cue and its content. Gold contents that hold a quotation mark are counted. One is found when a quoted span overlaps
it; its speaker is right when that of the statement with the most of its words overlaps the gold source, out of all that
have a source. `--split train` counts another part than `dev`, `--show N` prints so many that are wrong.

`--textacy PIPELINE` counts textacy's `direct_quotations` beside it, with a pipeline of spaCy's, if both are installed.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dossier.model import AnnotatedArticle, Article, CleanText, Fact, Location, Paragraph, Resolution
from dossier.statements import statements_of
from dossier.statements.marks import quoted_spans

_MARK = re.compile(r"[\"“”«»„]")
_PARAGRAPH = re.compile(r"[^\n]+")

Place = tuple[int, int]
Said = tuple[list[Place], list[Place]]
"""The words of a statement and what calls its speaker, as places of the text."""


def report(corpora: Path) -> None:
    """Found and right, of the gold contents with a quotation mark; milliseconds of an article."""
    split = _option("--split") or "dev"
    documents = [row for row in _rows(corpora / "quotes_gold.jsonl.gz") if row["split"] == split]
    _measured(f"statements, PolNeAR {split}", documents, ours, marked)
    pipeline = _option("--textacy")
    if pipeline:
        _measured(f"textacy, PolNeAR {split}", documents, *_peer(pipeline))


def _option(name: str) -> str | None:
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _measured(
    what: str,
    documents: Sequence[dict[str, Any]],
    find: Callable[[str], list[Said]],
    quoted: Callable[[str], list[Place]] | None,
) -> None:
    contents = found = sources = right = shown = 0
    limit = int(_option("--show") or 0)
    began = time.process_time()
    results = [find(row["text"]) for row in documents]
    each = (time.process_time() - began) / len(documents) * 1000
    for row, said in zip(documents, results, strict=True):
        text = row["text"]
        spans = quoted(text) if quoted is not None else [place for words, _ in said for place in words]
        for gold in row["attributions"]:
            if not any(_MARK.search(text[start:end]) for start, end in gold["content"]):
                continue
            contents += 1
            is_found = _shared(spans, gold["content"]) > 0
            found += is_found
            if gold["source"]:
                sources += 1
                best = max(said, key=lambda one: _shared(one[0], gold["content"]), default=([], []))
                hit = _shared(best[0], gold["content"]) > 0
                is_right = hit and _shared(best[1], gold["source"]) > 0
                right += is_right
                if not is_right and shown < limit:
                    shown += 1
                    _show(text, gold, best if hit else ([], []))
    print(
        f"{what}: {contents} contents, quoted spans found {found / contents:.3f}, speaker right "
        f"{right / sources:.3f} of {sources}; {each:.2f} ms an article of {len(documents)}"
    )


def _show(text: str, gold: dict[str, Any], best: Said) -> None:
    start = min(place[0] for part in ("source", "cue", "content") for place in gold[part])
    end = max(place[1] for part in ("source", "cue", "content") for place in gold[part])
    called = [text[slice(*place)] for place in best[1]]
    source = [text[slice(*place)] for place in gold["source"]]
    print(f"- {text[start:end][:300]!r}\n    gold {source}, ours {called}; {'' if best[0] else 'no statement'}")


def _shared(left: Sequence[Place], right: Sequence[Place]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def ours(text: str) -> list[Said]:
    """Our statements of a text without mentions."""
    begins = {str(match.start()): match.start() for match in _PARAGRAPH.finditer(text)}
    paragraphs = tuple(Paragraph(str(m.start()), "paragraph", m.group(), ()) for m in _PARAGRAPH.finditer(text))
    found = statements_of(AnnotatedArticle(_article(paragraphs), Resolution()), {})
    return [
        (
            [(begins[span.paragraph] + span.start, begins[span.paragraph] + span.end) for span in each.spans],
            [(begins[span.paragraph] + span.start, begins[span.paragraph] + span.end) for span in each.called_at],
        )
        for each in found
    ]


def _article(paragraphs: tuple[Paragraph, ...]) -> Article:
    facts = (Fact() for _ in range(12))
    title, date, updated, dateline, agency, outlet, authors, language, section, keywords, url, _ = facts
    return Article(
        "a", "", "a.txt", Location("a.txt"), Path("a.txt"), "", "line", title, date, updated, dateline, agency, outlet,
        authors, language, section, keywords, url, CleanText(paragraphs, ()),
    )  # fmt: skip


def marked(text: str) -> list[Place]:
    """Every span of a text that stands between quotation marks."""
    return [
        (match.start() + span.start, match.start() + span.end)
        for match in _PARAGRAPH.finditer(text)
        for span in quoted_spans(match.group())
    ]


def _peer(pipeline: str) -> tuple[Callable[[str], list[Said]], None]:
    import spacy  # noqa: PLC0415 - only where it is asked for
    from textacy.extract import direct_quotations  # noqa: PLC0415 - as above

    nlp = spacy.load(pipeline)

    def find(text: str) -> list[Said]:
        try:
            found = list(direct_quotations(nlp(text)))
        except ValueError:  # it refuses a text whose marks are not balanced
            return []
        return [
            (
                [(each.content.start_char, each.content.end_char)],
                [(token.idx, token.idx + len(token)) for token in each.speaker],
            )
            for each in found
        ]

    return find, None
