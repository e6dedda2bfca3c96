"""Trains the model that finds names: `python training/discovery.py TEXTS [--hold-out] [OUT]`.

TEXTS is a folder with the labelled texts that the model card names (`*.jsonl.gz`: `text` and `spans`). The libraries
and the word lists come with `pip install 'mkdocs-dossier[train]'`. The same input gives the same model, up to what the
arithmetic of another processor does to a rounding. With `--hold-out` the first seventh of each set is left out, and
written beside OUT for the benchmark to measure choices on.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycrfsuite
from gold import Text, labelled, read
from lexicon import lexicon

from dossier.discovery.chain import feature_names
from dossier.discovery.document import Document
from dossier.discovery.weights import FILE, LABELS, Weights, unpack

_OPTIONS = {
    "c1": 0.3,
    "c2": 0.05,
    "max_iterations": 90,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
_SCALE = 32
"""Weights are kept in this fraction of one."""
_HELD_OUT = 7


def main() -> None:
    """Train on the texts in a folder."""
    arguments = [each for each in sys.argv[1:] if each != "--hold-out"]
    out = Path(arguments[1] if len(arguments) > 1 else Path(__file__).parents[1] / "dossier" / "discovery" / FILE)
    sets = read(Path(arguments[0]))
    texts, held = [], []
    for name, each in sets.items():
        cut = len(each) // _HELD_OUT if "--hold-out" in sys.argv else 0
        texts += each[cut:]
        held += [{"set": name, "text": one.text, "spans": one.names} for one in each[:cut]]
    if held:
        _write(out.with_suffix(".held-out.gz"), held)
    tables = lexicon(texts)
    empty: dict[str, Any] = {"features": "", "scores": [[]], "transitions": [], "lexicon": tables}
    _write(out, {**train(texts, unpack(empty)), "lexicon": tables})


def train(texts: list[Text], weights: Weights) -> dict[str, Any]:
    """The weights of the features, from texts and a lexicon."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_OPTIONS)
    for text in texts:
        for features, labels in examples(text, weights):
            trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "chain.crfsuite")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        info = tagger.info()
    scores: dict[str, list[int]] = {}
    for (feature, label), weight in info.state_features.items():
        if rounded := round(weight * _SCALE):
            scores.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = rounded
    names = sorted(scores)
    return {
        "features": " ".join(names),
        "scores": [scores[name] for name in names],
        "transitions": [
            [round(info.transitions.get((before, label), 0.0) * _SCALE) for label in LABELS] for before in LABELS
        ],
    }


def examples(text: Text, weights: Weights) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Each stretch of a text: the features of its tokens, and their labels."""
    paragraphs = text.text.split("\n")
    document = Document.of(paragraphs)
    offset = 0
    for paragraph, line in zip(paragraphs, document.lines, strict=True):
        labels = labelled(line, offset, text)
        for start, end in line.stretches:
            features = feature_names(line, (start, end), document, weights)
            yield features, labels[start:end]
        offset += len(paragraph) + 1


def _write(path: Path, content: Any) -> None:
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
