"""How fast aliases are found and resolved as they grow in number, and whether a slow and obvious matcher agrees.

CORPORA is a folder with `reuters21578.jsonl.gz` and `allsides_multi_outlet.jsonl.gz`. The register holds the names that
stand in them, the most frequent first, and is filled up with names that do not, as that of a newsroom would be: six of
ten are persons with a first name of the texts, as frequent as there, and a surname that is made of syllables, but for
every tenth, which has one of the texts; the others are organisations and places, made of syllables too. So a frequent
first name has hundreds of owners and a surname few. How dense the names stand in the texts is printed with each figure.
"""

from __future__ import annotations

import gc
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.discovery.weights import packaged
from dossier.matcher import Gazetteer
from dossier.model import PARAGRAPH_END, Alias, Entity, Kind, Paragraph, Register
from dossier.names import CALENDAR, is_everyday, is_title
from dossier.resolver import resolve

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from reference_matcher import ReferenceMatcher

SIZES = (1_000, 10_000, 100_000)
RUNS = 3
COMPARED = 2_000
REFERENCE_ALIASES = 300

_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!\w)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}|(?<!\w)[A-Z]{3,6}(?!\w)")
_PLACED = re.compile(r"(?<!\w)(?:in|from) ([A-Z][a-z]+)(?![ -][A-Z]|\w)")
_COMPANY = re.compile(r"Bank|Corp|Inc|Ltd|Ministry|University|Council|House|Party|Court|Agency|Union|[A-Z]{3}")

_SYLLABLES = [
    first + vowel + last for first in "bdfgklmnprstvz" for vowel in "aeiou" for last in ("", "l", "n", "r", "s")
]
_ENDINGS = ("", "", " Bank", " Corp", " University", " Council", " Party", " Union")
_PERSONS = 0.6
_KNOWN_SURNAMES = 0.1

Article = tuple[Paragraph, ...]
Result = TypeVar("Result")


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
    chosen = islice(dict.fromkeys((*names, *islice(_made(names), 2 * size))), size)
    return Register(tuple(Entity(f"e{place}", name, _kind(name), (Alias(name),)) for place, name in enumerate(chosen)))


def _made(names: Sequence[str]) -> Iterator[str]:
    """Names without end, for a register of which most names stand in no text."""
    chance = random.Random(0)  # noqa: S311 - for a figure
    persons = [name.split() for name in names if _kind(name) == "person"]

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3)))).capitalize()

    while True:
        is_person, has_known_surname = chance.random() < _PERSONS, chance.random() < _KNOWN_SURNAMES
        if is_person:
            surname = chance.choice(persons)[-1] if has_known_surname else word()
            yield f"{chance.choice(persons)[0]} {surname}"
        else:
            yield f"{word()}{chance.choice(_ENDINGS)}"


@cache
def _kind(name: str) -> Kind:
    """Of two or three words, the first of which is a first name, are persons; one word is a place."""
    first, _, others = name.partition(" ")
    if not others and not name.isupper():
        return "place"
    is_first_name = "f" in packaged().known(first.lower()).lists
    return "person" if is_first_name and others.count(" ") < 2 and not _COMPANY.search(name) else "organisation"


def report(corpora: Path) -> None:
    """Megabytes a second of find and resolve, the ratio to the smallest register, and to the bare automaton's scan."""
    texts = articles(corpora)
    megabytes = sum(len(part.text.encode()) for article in texts for part in article) / 1e6
    joined = [PARAGRAPH_END.join(part.text for part in article) for article in texts]
    names = names_in(texts)
    base = 0.0
    for size in SIZES:
        register = register_of(names, size)
        began = time.perf_counter()
        gazetteer = Gazetteer(register)
        compiled = time.perf_counter() - began
        seconds, found = _fastest(lambda find=gazetteer.find: [resolve(article, find) for article in texts])
        searched, candidates = _fastest(lambda find=gazetteer.find: [len(find(text)) for text in joined])
        scan = AhoCorasick([entity.name for entity in register.entities], matchkind=MatchKind.Standard)
        peer, _ = _fastest(
            lambda scan=scan: [len(scan.find_matches_as_indexes(text, overlapping=True)) for text in joined]
        )
        base = base or seconds
        linked, left = (sum(len(getattr(each, part)) for each in found) for part in ("mentions", "unresolved"))
        print(
            f"matching, {size} aliases: {megabytes / seconds:.1f} MB/s, {seconds / base:.2f} times the smallest, "
            f"{seconds / peer:.1f} times the automaton alone; find alone: {megabytes / searched:.1f} MB/s, "
            f"{sum(candidates) / megabytes / 1000:.1f} candidates a kB; {linked} linked, {left} open; "
            f"compiled: {compiled:.1f} s"
        )
    agreement(texts)


def _fastest(work: Callable[[], list[Result]]) -> tuple[float, list[Result]]:
    best, result = float("inf"), []
    for _ in range(RUNS):
        gc.collect()  # what others left over is not this run's
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
