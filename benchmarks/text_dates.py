"""How well the dates of running text are found and resolved, in texts whose dates were marked by hand.

CORPORA is a folder with `timex_gold.jsonl.gz`: TimeBank, AQUAINT, MEANTIME. Counted are expressions of the types DATE
and TIME, the date of the document being known; one is right when it overlaps one of the gold and has its value, each of
the gold once. What we leave relative counts as found and wrong; what we read as a length of time (`the past three
days`), which the gold has under another type, is not counted. Of MEANTIME, whose texts were marked at their beginnings
only, the rest is left out. Beside it, in the same run, `dateparser.search.search_dates`.

With `--errors CORPUS` what is not right is printed instead.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from dossier.dates import find_dates, parse_date
from dossier.model import PartialDate

CORPORA = ("timebank", "aquaint", "meantime")
RUNS = 3

Found = Sequence[tuple[int, int, str]]
Finder = Callable[[str, PartialDate], Found]


def documents(corpora: Path) -> Iterator[dict[str, Any]]:
    """Every text that has a date, with its gold."""
    with gzip.open(corpora / "timex_gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = None if row["dct"] is None else parse_date(row["dct"][:10])
            if day is None:
                continue
            gold = [
                (each["start"], each["end"], each["value"]) for each in row["timex"] if each["type"] in {"DATE", "TIME"}
            ]
            marked = row["text"] if row["corpus"] in CORPORA else _marked(row)
            yield {"corpus": row["corpus"], "dct": row["dct"], "text": marked, "gold": sorted(gold), "day": day}


def _marked(row: dict[str, Any]) -> str:
    """The part of a text of MEANTIME that was marked: to the end of the line of its last expression."""
    last = max((each["end"] for each in row["timex"]), default=0)
    end = row["text"].find("\n", last)
    return row["text"] if end < 0 else row["text"][:end]


def ours(text: str, day: PartialDate) -> Found:
    """What Dossier finds, paragraph by paragraph, as it does in an article."""
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        dates = find_dates(paragraph, day)
        found += [(start + each.start, start + each.end, each.value) for each in dates if each.value[:1] != "P"]
        start += len(paragraph) + 2
    return found


def theirs(text: str, day: PartialDate) -> Found:
    """What dateparser finds: words and moments; the words are looked for in the text, in order."""
    settings = {"RELATIVE_BASE": datetime(day.start.year, day.start.month, day.start.day), "PREFER_DATES_FROM": "past"}  # noqa: DTZ001 - a day
    found, position = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            found.append((start, position, moment.date().isoformat()))
    return found


def right(found: Found, gold: Found) -> set[tuple[int, int]]:
    """Which of ours is which of the gold's, by their places in the lists: each of the gold once."""
    pairs: dict[int, int] = {}
    for mine, (start, end, value) in enumerate(found):
        for other, (first, last, gold_value) in enumerate(gold):
            if start < last and first < end and value == gold_value and other not in pairs.values():
                pairs[mine] = other
                break
    return set(pairs.items())


def score(rows: Sequence[dict[str, Any]], find: Finder) -> str:
    """Precision, recall and F1 of the values, over all expressions of all texts."""
    hits = total = gold = 0
    for row in rows:
        found = find(row["text"], row["day"])
        hits += len(right(found, row["gold"]))
        total += len(found)
        gold += len(row["gold"])
    return f"P {hits / total:.3f} R {hits / gold:.3f} F1 {2 * hits / (total + gold):.3f}"


def report(corpora: Path) -> None:
    """A line a corpus, and the time."""
    rows = list(documents(corpora))
    if "--errors" in sys.argv:
        errors([row for row in rows if row["corpus"].startswith(sys.argv[sys.argv.index("--errors") + 1])])
        return
    for corpus in CORPORA:
        chosen = [row for row in rows if row["corpus"].startswith(corpus)]
        number = sum(len(row["gold"]) for row in chosen)
        mine, others = score(chosen, ours), score(chosen, theirs)
        print(f"dates, {corpus}, {len(chosen)} texts with {number}: {mine}; dateparser: {others}")
    best = min(_seconds(rows, ours) for _ in range(RUNS))
    letters = sum(len(row["text"]) for row in rows) / len(rows)
    print(f"dates, time: {1000 * best / len(rows):.2f} ms an article of {letters:,.0f} letters; "
          f"dateparser: {1000 * _seconds(rows[::10], theirs) / len(rows[::10]):.0f} ms")  # fmt: skip


def _seconds(rows: Sequence[dict[str, Any]], find: Finder) -> float:
    began = time.process_time()
    for row in rows:
        find(row["text"], row["day"])
    return time.process_time() - began


def errors(rows: Sequence[dict[str, Any]]) -> None:
    """What was found and is not right, and what was not found, with the words around it."""
    for row in rows:
        found = ours(row["text"], row["day"])
        pairs = right(found, row["gold"])
        mine, gold = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        for number, each in enumerate(found):
            if number not in mine:
                print("found ", *_shown(row, each, [value for value in row["gold"] if _overlap(each, value)]))
        for number, each in enumerate(row["gold"]):
            if number not in gold and not any(_overlap(each, value) for value in found):
                print("missed", *_shown(row, each, []))


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _shown(row: dict[str, Any], each: tuple[int, int, str], gold: Found) -> tuple[object, ...]:
    start, end, value = each
    around = " ".join(
        f"{row['text'][max(0, start - 60) : start]}[[{row['text'][start:end]}]]{row['text'][end : end + 30]}".split()
    )
    return row["dct"][:10], value or "-", [other[2] for other in gold], around
