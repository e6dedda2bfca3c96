"""How fast aliases are found and resolved as they grow in number, and whether a slow and obvious matcher agrees.

CORPORA is a folder with `reuters21578.jsonl.gz` and `allsides_multi_outlet.jsonl.gz`. The register is made of the names
that stand in them, the most frequent first, and filled up with names that are put together of parts of them.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice, product
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.matcher import Gazetteer
from dossier.model import Alias, Entity, Kind, Paragraph, Register, Resolution
from dossier.names import CALENDAR, is_everyday, is_title
from dossier.resolver import resolve

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from reference_matcher import ReferenceMatcher

SIZES = (1_000, 10_000, 100_000)
RUNS = 2
COMPARED = 2_000
REFERENCE_ALIASES = 300

_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!\w)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}|(?<!\w)[A-Z]{3,6}(?!\w)")
_PLACED = re.compile(r"(?<!\w)(?:in|from) ([A-Z][a-z]+)(?![ -][A-Z]|\w)")
_COMPANY = re.compile(r"Bank|Corp|Inc|Ltd|Ministry|University|Council|House|Party|Court|Agency|Union|[A-Z]{3}")

Article = tuple[Paragraph, ...]


def articles(corpora: Path) -> list[Article]:
    """The texts of both corpora in paragraphs."""
    texts = []
    for name in ("reuters21578", "allsides_multi_outlet"):
        with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    return [
        tuple(
            Paragraph(str(index), "paragraph", part.strip(), ())
            for index, part in enumerate(re.split(r"\n\s*\n|\n(?=   )", text))
            if part.strip()
        )
        for text in texts
    ]


def names_in(texts: Sequence[Article]) -> list[str]:
    """The names that stand in the texts, the most frequent first."""
    parts = [part.text for article in texts for part in article]
    counted = Counter(name for text in parts for name in _NAME.findall(text))
    placed = Counter(name for text in parts for name in _PLACED.findall(text))
    return [
        name
        for name, times in counted.most_common()
        if times > 2
        and (" " in name or name.isupper() or 6 * placed[name] > times)
        and not any(is_everyday(word) or is_title(word) or word in CALENDAR for word in name.lower().split())
    ]


def register_of(names: Sequence[str], size: int) -> Register:
    """A register of persons, organisations and places with so many names."""
    persons = [name.split() for name in names if name.count(" ") == 1]
    made = (f"{first[0]} {last[1]}" for first, last in product(persons[:1500], persons[:1500]))
    chosen = islice(dict.fromkeys((*names, *islice(made, 2 * size))), size)
    return Register(tuple(Entity(f"e{place}", name, _kind(name), (Alias(name),)) for place, name in enumerate(chosen)))


def _kind(name: str) -> Kind:
    if " " not in name and not name.isupper():
        return "place"
    return "organisation" if _COMPANY.search(name) or name.count(" ") > 1 else "person"


def report(corpora: Path) -> None:
    """Megabytes a second of find and resolve, the ratio to the smallest register, and to the bare automaton's scan."""
    texts = articles(corpora)
    megabytes = sum(len(part.text.encode()) for article in texts for part in article) / 1e6
    names = names_in(texts)
    base = 0.0
    for size in SIZES:
        register = register_of(names, size)
        began = time.perf_counter()
        gazetteer = Gazetteer(register)
        compiled = time.perf_counter() - began
        seconds, found = _fastest(lambda find=gazetteer.find: [resolve(article, find) for article in texts])
        scan = AhoCorasick([entity.name for entity in register.entities], matchkind=MatchKind.Standard)
        peer, _ = _fastest(lambda scan=scan: _scanned(texts, scan))
        base = base or seconds
        linked, left = (sum(len(getattr(each, part)) for each in found) for part in ("mentions", "unresolved"))
        print(
            f"matching, {size} aliases: {megabytes / seconds:.1f} MB/s, {seconds / base:.2f} times the smallest, "
            f"{seconds / peer:.1f} times the automaton alone; {linked} linked, {left} open; compiled: {compiled:.1f} s"
        )
    agreement(texts)


def _scanned(texts: Sequence[Article], scan: AhoCorasick) -> list[Resolution]:
    for article in texts:
        for part in article:
            scan.find_matches_as_indexes(part.text, overlapping=True)
    return []


def _fastest(work: Callable[[], list[Resolution]]) -> tuple[float, list[Resolution]]:
    best, result = float("inf"), []
    for _ in range(RUNS):
        began = time.process_time()
        result = work()
        best = min(best, time.process_time() - began)
    return best, result


def agreement(texts: Sequence[Article]) -> None:
    """Random articles whose mentions are the same by a slow and obvious matcher."""
    chosen = random.Random(0).sample(texts, COMPARED)  # noqa: S311 - for a figure
    register = register_of(names_in(chosen), REFERENCE_ALIASES)
    fast, slow = Gazetteer(register), ReferenceMatcher(register)
    same = sum(resolve(article, fast.find) == resolve(article, slow.find) for article in chosen)
    mentions = sum(len(resolve(article, fast.find).mentions) for article in chosen)
    print(f"matching, the reference agrees on {same} of {len(chosen)} articles with {mentions} mentions")
