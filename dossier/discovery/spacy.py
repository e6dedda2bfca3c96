"""Names by a pipeline of spaCy, for those who have one installed: any language, at its own cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from dossier.discovery.spans import Name, spans_of, trimmed
from dossier.discovery.tokens import tokenise
from dossier.model import DossierError, Kind, NameSpan

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The labels of spaCy's own pipelines; of others, such as `NORP` for nationalities, nothing is a name here."""


class MissingPipelineError(DossierError):
    """spaCy, or the pipeline that the settings name, is not installed."""

    def __init__(self, missing: str, hint: str) -> None:
        super().__init__(f"`discover` needs {missing}, which is not installed: {hint}")


def find_names_with(pipeline: str, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
    """Find names by an installed pipeline of spaCy, such as `en_core_web_sm`.

    Args:
        pipeline: its name, as `spacy.load` takes it.
        texts: the paragraphs; of one that is longer than the pipeline reads, its beginning is read.

    Returns:
        For each paragraph the spans of its names, trimmed as `find_names` has them.

    Raises:
        MissingPipelineError: spaCy or the pipeline is not there.
    """
    loaded = _load(pipeline)
    docs = loaded.pipe(text[: loaded.max_length] for text in texts)
    return [tuple(_names(doc)) for doc in docs]


def check_pipeline(pipeline: str) -> None:
    """Load a pipeline, so that it is told at once if it is missing.

    Raises:
        MissingPipelineError: spaCy or the pipeline is not there.
    """
    _load(pipeline)


@cache
def _load(pipeline: str) -> Any:
    try:
        spacy: Any = import_module("spacy")
    except ImportError as error:
        raise MissingPipelineError("spaCy", "pip install spacy") from error
    try:
        return spacy.load(pipeline)
    except OSError as error:
        raise MissingPipelineError(f"the spaCy pipeline {pipeline}", f"python -m spacy download {pipeline}") from error


def _names(doc: Any) -> Iterator[NameSpan]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        line = tokenise(entity.text)
        name = trimmed(line, Name(0, len(line.words), kind))
        if name is not None:
            (span,) = spans_of(line, [name])
            yield NameSpan(entity.start_char + span.start, entity.start_char + span.end, kind)
