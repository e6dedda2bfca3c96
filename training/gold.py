"""Labelled names to train on, made alike: what counts as a name differs between the sets."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from words import COUNTRIES, NATIONALITIES

from dossier.discovery.tokens import Line
from dossier.names import is_title

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_FIRST_WORD = re.compile(r"(\S+)\s+")
_POSSESSIVE = re.compile(r"\s*['’]s$")
_HANDLE = re.compile(r"[@#]\s?$")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the names in it."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    """Start, end, kind."""


def read(folder: Path) -> dict[str, list[Text]]:
    """Every set in the folder, shuffled the same way each time, by the name of its file."""
    sets = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts = [_text(row["text"], row["spans"]) for row in map(json.loads, lines)]
        random.Random(1).shuffle(texts)  # noqa: S311 - no secret
        sets[path.name.removesuffix(".jsonl.gz")] = texts
    return sets


def _text(text: str, spans: list[tuple[int, int, str]]) -> Text:
    return Text(text, tuple(_names(text, spans)))


def _names(text: str, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for first, last, label in spans:
        start, end = trimmed(text, first, last, label)
        name, kind = text[start:end], KINDS[label]
        if not name or name[0] in "@#" or _HANDLE.search(text[max(0, start - 2) : start]):
            continue
        if kind == "place" and (name in NATIONALITIES or name.removesuffix("s") in NATIONALITIES):
            continue  # One set has "German" as a place half of the time; as an adjective it names none.
        yield start, end, "place" if name.lower() in COUNTRIES else kind


def trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """A span without the article, and before a person the titles, at its start, and the `'s` at its end."""
    while (match := _FIRST_WORD.match(text[start:end])) and is_none(match[1], label):
        start += match.end()
    possessive = _POSSESSIVE.search(text[start:end])
    return start, start + possessive.start() if possessive else end


def is_none(word: str, label: str) -> bool:
    """Whether a word at the start of a name is no part of it."""
    small = word.strip(".").lower()
    return small in {"the", "a", "an"} or (label == "PER" and is_title(small))


def labelled(line: Line, offset: int, text: Text) -> list[str]:
    """The label of each token of a line that begins at `offset` of the text."""
    labels = ["O"] * len(line.words)
    starts = {offset + start: place for place, start in enumerate(line.starts)}
    ends = {
        offset + start + len(word): place
        for place, (start, word) in enumerate(zip(line.starts, line.words, strict=True))
    }
    for start, end, kind in text.names:
        first, last = starts.get(start), ends.get(end, ends.get(end + 1))
        if first is not None and last is not None:
            labels[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return labels
