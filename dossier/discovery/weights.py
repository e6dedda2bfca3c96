"""The trained model: its lexicon and its weights, as they stand in the package."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dossier.discovery.features import Known

LABELS = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")
"""B begins a name of the kind, I goes on with it."""

Scores = tuple[int, ...]
"""One number a label, in the order of `LABELS`."""

NO_SCORES: Scores = (0,) * len(LABELS)
_UNKNOWN = Known()
FILE = "names.json.gz"


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model over the labels of a chain (Lafferty et al. 2001), and a lexicon for its features."""

    features: Mapping[str, Scores]
    transitions: Sequence[Scores]
    """From each label to each."""
    rows: Mapping[str, int]
    """Small word to its row in the tables of the lexicon."""
    clusters: Sequence[int]
    fields: Sequence[int]
    """Cluster to field."""
    parts: Sequence[int]
    """Row to a place in `part_names`."""
    part_names: Sequence[tuple[str, str]]
    lists: Sequence[int]
    list_names: Sequence[str]

    def known(self, word: str) -> Known:
        """What the lexicon says of a word; of one with a hyphen that it does not hold, of its last part."""
        small = word.lower()
        row = self.rows.get(small)
        if row is None:
            row = self.rows.get(small.rstrip(".").rpartition("-")[2])
        if row is None:
            return _UNKNOWN
        cluster = self.clusters[row]
        part, other = self.part_names[self.parts[row]]
        field = str(self.fields[cluster]) if cluster >= 0 else "?"
        return Known(str(cluster), field, part, other, self.list_names[self.lists[row]])


def unpack(stored: dict[str, Any]) -> Weights:
    """The model from what `training/names.py` wrote."""
    lexicon = stored["lexicon"]
    words = lexicon["words"].split(" ")
    scores = [tuple(each) for each in stored["scores"]]
    return Weights(
        features=dict(zip(stored["features"].split(" "), scores, strict=True)),
        transitions=[tuple(each) for each in stored["transitions"]],
        rows=dict(zip(words, range(len(words)), strict=True)),
        clusters=lexicon["clusters"],
        fields=lexicon["fields"],
        parts=lexicon["parts"],
        part_names=[tuple(each) for each in lexicon["part_names"]],
        lists=lexicon["lists"],
        list_names=lexicon["list_names"],
    )


@cache
def packaged() -> Weights:
    """The model in the package, read when it is first needed."""
    packed = resources.files(__package__).joinpath(FILE).read_bytes()
    return unpack(json.loads(gzip.decompress(packed)))
