"""How well and how fast seeds become articles: `python benchmarks/ingest.py CORPORA [NAME …]` prints a figure a line.

CORPORA is a folder with `reuters21578.jsonl.gz`, `allsides_multi_outlet.jsonl.gz`, `noise_lines.tsv.gz`,
`mojibake_titles.jsonl.gz`, `multilingual_news.jsonl.gz` and `html_fundus.tar.xz`; what each holds, and how a figure is
counted, stands beside its function. Ratios between figures of one run mean something; seconds of a busy machine do not.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from web_pages import html
from writing import encodings, languages

from dossier import Article, Settings, build
from dossier.clean import clean
from dossier.metadata import read_metadata
from dossier.metadata.apart import place_name
from dossier.metadata.title import STOP_WORDS
from dossier.model import Location, RawDocument
from dossier.readers import find_seeds, read_seed
from dossier.readers.decode import decode
from dossier.readers.text import read_text

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The lines of a gzipped file of JSON."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article_of(text: str) -> Article | None:
    """Read, clean and describe one text, with no register."""
    contents = read_text(text.encode(), Location("x.txt"))
    doc = RawDocument("x.txt", Location("x.txt"), Path("x.txt"), "0" * 64, contents.blocks)
    cleaned = clean(doc)
    return read_metadata(doc, cleaned)[0] if cleaned.paragraphs else None


def rouge_1(guess: str, real: str) -> float:
    """The F measure of shared words (Lin 2004)."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (guess, real))
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


def built(texts: list[str]) -> dict[int, Article]:
    """The articles of a dossier whose seeds are these texts, by their place in the list."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for index, text in enumerate(texts):
            (folder / f"{index:05}.txt").write_text(text, encoding="utf-8")
        dossier = build(Settings(seeds=folder, entities=folder / "none.yml"))
    return {int(each.article.path.stem): each.article for each in dossier.articles}


def titles(corpora: Path) -> None:
    """Derived or stated title against the real one, mean over all articles that have one.

    Then how many derived titles end on a stop word, and how many articles have the shown title and the address of
    another.
    """
    for name in ("allsides_multi_outlet", "reuters21578"):
        gold = [row for row in rows(corpora / f"{name}.jsonl.gz") if row["title"] and row["text"]]
        articles = built([row["text"] for row in gold])
        scores = [rouge_1(article.title.value or "", gold[place]["title"]) for place, article in articles.items()]
        derived = [each.title.value or "" for each in articles.values() if each.title.source == "inferred"]
        on_stop_word = sum(title.lower().split()[-1].strip("\"'“”‘’(),.;:?!…–—-") in STOP_WORDS for title in derived)
        twins = len(articles) - len({(each.shown_title.casefold(), each.id) for each in articles.values()})
        print(f"titles, {name}: ROUGE-1 {sum(scores) / len(scores):.3f} over {len(scores)}")
        print(f"titles, {name}: {on_stop_word} end on a stop word, {twins} share title and slug with another")


def folded(line: str) -> str:
    """A line as the table of noise has it: small letters, every digit a 0, 160 characters at most."""
    return re.sub(r"\d", "0", line.strip().lower())[:160]


def noise(corpora: Path) -> None:
    """Of the occurrences of lines that recur in three or more outlets, how many are removed; `--sample` to read 300."""
    with gzip.open(corpora / "noise_lines.tsv.gz", "rt", encoding="utf-8") as lines:
        table = [line.rstrip("\n").split("\t") for line in lines]
    known = {line for _, outlets, line in table[1:] if int(outlets) >= 3}
    seen = removed = 0
    rules: Counter[str] = Counter()
    sample: list[str] = []
    for row in rows(corpora / "allsides_multi_outlet.jsonl.gz"):
        there = [line.strip() for line in row["text"].split("\n") if folded(line) in known]
        if there:
            contents = read_text(row["text"].encode(), Location("x.txt"))
            cleaned = clean(RawDocument("x.txt", Location("x.txt"), Path("x.txt"), "", contents.blocks))
            taken = {each.text: each.rule for each in cleaned.removed}
            seen += len(there)
            removed += sum(line in taken for line in there)
            rules.update(each.rule for each in cleaned.removed)
            sample += (f"{each.rule}: {each.text}" for each in cleaned.removed)
    print(
        f"noise, lines of three outlets or more: {removed} of {seen} occurrences removed ({removed / max(1, seen):.3f})"
    )
    print("noise, by rule:", ", ".join(f"{rule} {number}" for rule, number in rules.most_common()))
    if "--sample" in sys.argv:
        print(*random.Random(0).sample(sorted(sample), min(300, len(sample))), sep="\n")  # noqa: S311 - for figures


def datelines(corpora: Path) -> None:
    """Put Reuters' own dateline back before the text, as a paper prints it, and read its place again."""
    found = total = 0
    for row in rows(corpora / "reuters21578.jsonl.gz"):
        match = re.match(r"\s*(?P<place>[^,]+),\s+(?P<day>[A-Z][a-z]{2}\w*\s+\d+)\s*-", row["dateline"] or "")
        if match is None or not row["text"]:
            continue
        place = match["place"].strip()
        article = article_of(f"{place.upper()}, {match['day']} (Reuters) - {row['text']}")
        total += 1
        found += article is not None and place_name(article.dateline.value or "").lower() == place_name(place).lower()
    print(f"datelines: {found} of {total} places right ({found / max(1, total):.3f})")


def mojibake(corpora: Path) -> None:
    """Real titles that were encoded twice, repaired; white space aside."""
    gold = list(rows(corpora / "mojibake_titles.jsonl.gz"))
    right = sum(
        " ".join((decode(row["raw"].encode(), Location("x.txt"))[0] or "").split()) == " ".join(row["ftfy"].split())
        for row in gold
    )
    print(f"mojibake: {right} of {len(gold)} titles repaired")


def dates(corpora: Path) -> None:
    """The dates of AllSides, as records of a seed: right, malformed and told, malformed and silent, wrong."""
    counts: Counter[str] = Counter()
    stated = [row for row in rows(corpora / "allsides_multi_outlet.jsonl.gz") if row["text"].strip()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "rows.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"date": row["date"], "text": row["text"]}) + "\n" for row in stated)
        (seed,) = find_seeds(folder, str)
        for reading in read_seed(seed, folder):
            if reading.document is None:
                continue
            said = stated[reading.document.location.record - 1]["date"]
            article, told = read_metadata(reading.document, clean(reading.document))
            day = article.date.value.iso if article.date.value and article.date.source == "stated" else None
            if not said:
                counts["absent"] += 1
            elif re.fullmatch(r"\d{4}-\d\d-\d\d", said):
                counts["right" if day == said else "wrong"] += 1
            else:
                is_told = any("date" in seen.message for seen in told)
                counts["wrong" if day else "malformed, told" if is_told else "malformed, silent"] += 1
    print(f"dates, AllSides: {dict(sorted(counts.items()))}")


def speed(corpora: Path) -> None:
    """Text seeds a second of CPU time, from file to dossier, without a register; and the memory of reading alone."""
    texts = [row["text"] for row in rows(corpora / "reuters21578.jsonl.gz") if row["text"]]
    for number in (1000, 4000, len(texts)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for index, text in enumerate(texts[:number]):
                (folder / f"{index:05}.txt").write_text(text, encoding="utf-8")
            tracemalloc.start()
            for file in find_seeds(folder, str):
                for reading in read_seed(file, folder):
                    if reading.document is not None:
                        clean(reading.document)
            peak = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            started = time.process_time()
            build(Settings(seeds=folder, entities=folder / "none.yml"))
            took = time.process_time() - started
        print(f"speed, {number} seeds: {number / took:.0f} a second; reading and cleaning took {peak:.0f} MB at most")


def main() -> None:
    """Measure everything, or what is named after CORPORA."""
    corpora, *names = sys.argv[1:]
    for measure in (html, mojibake, encodings, languages, noise, dates, datelines, titles, speed):
        if not names or measure.__name__ in names or names == ["--sample"]:
            measure(Path(corpora))


if __name__ == "__main__":
    main()
