"""How well saved pages become articles, beside trafilatura: used by `ingest.py`.

The pages and what is right of them come from `html_fundus.tar.xz`: `gold.jsonl` and `html/`. Text is compared by
4-grams of words (of characters where words are not spaced), mean F over the pages; without captions, which the
site sets apart and which the gold leaves out. Authors are sets of names; those of persons leave out agencies,
outlets and initials on both sides, which are no authors of ours.
"""

from __future__ import annotations

import json
import re
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trafilatura

from dossier import Article, Settings, build
from dossier.metadata.authors import people

UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")


@dataclass
class Score:
    """The figures of one reader."""

    text: list[float] = field(default_factory=list)
    title: list[bool] = field(default_factory=list)
    date: list[bool] = field(default_factory=list)
    wrong_dates: int = 0
    authors: list[float] = field(default_factory=list)
    persons: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, gold: dict[str, Any], text: str, title: str, date: str, authors: Sequence[str]) -> None:
        """Compare one page."""
        self.text.append(f_measure(grams(text), grams(gold["body"])))
        self.title.append(" ".join(title.split()) == " ".join(gold["title"].split()))
        self.date.append(date[:10] == gold["date"][:10])
        self.wrong_dates += bool(date) and not self.date[-1]
        self.authors.append(f_measure(Counter(set(authors)), Counter(set(gold["authors"]))))
        self.persons.append(f_measure(Counter(people(authors)), Counter(people(gold["authors"]))))

    def __str__(self) -> str:
        named = (("text F", self.text), ("title", self.title), ("date", self.date))
        authors = (("authors F", self.authors), ("persons F", self.persons))
        means = ", ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in (*named, *authors))
        return f"{means}, {self.wrong_dates} wrong dates, {1000 * self.seconds / len(self.text):.0f} ms a page"


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text."""
    words = re.findall(r"\w+", text.lower())
    if UNSPACED.search(text[:500]):
        words = [letter for letter in text if letter.isalnum()]
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def f_measure(one: Counter[Any], other: Counter[Any]) -> float:
    """Twice what both share, by what both have; 1 if both have nothing."""
    every = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / every if every else 1.0


def articles_of(pages: Mapping[str, bytes]) -> dict[str, Article]:
    """The articles of a dossier whose seeds are these pages, with no option set and no names looked for, by seed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed, content in pages.items():
            (folder / seed).write_bytes(content)
        dossier = build(Settings(seeds=folder, entities=folder / "none.yml", discover=""))
    # A page that is a copy of another one stands for it.
    seeds = {each.article.seed: each.article for each in dossier.articles}
    return seeds | {copy.seed: each.article for each in dossier.articles for copy in each.article.copies}


def html(corpora: Path) -> None:
    """Every page with trafilatura, and all as one dossier, in one run."""
    ours, peer = Score(), Score()
    with tarfile.open(corpora / "html_fundus.tar.xz") as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        contents = {name: file.read() for name, file in files.items() if file}
    gold = [
        json.loads(line) for name in contents if name.endswith("gold.jsonl") for line in contents[name].splitlines()
    ]
    pages = {Path(name).name: content for name, content in contents.items() if name.endswith(".html")}
    started = time.process_time()
    articles = articles_of(pages)
    ours.seconds = time.process_time() - started
    for row in gold:
        seed = Path(row["file"]).name
        started = time.process_time()
        found = trafilatura.bare_extraction(pages[seed], with_metadata=True, include_comments=False)
        peer.seconds += time.process_time() - started
        known = found.as_dict() if isinstance(found, trafilatura.settings.Document) else {}
        names = [name.strip() for name in (known.get("author") or "").split(";") if name.strip()]
        peer.add(row, known.get("text") or "", known.get("title") or "", known.get("date") or "", names)
        article = articles[seed]
        text = "\n".join(paragraph.text for paragraph in article.paragraphs if paragraph.kind != "caption")
        date = article.date.value.iso if article.date.value else ""
        ours.add(row, text, article.title.value or "", date, article.authors.value or ())
    print(f"html, trafilatura {trafilatura.__version__}: {peer}")
    print(f"html, dossier, {len(ours.text)} pages: {ours}")
