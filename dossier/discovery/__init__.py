"""Names that the register does not hold, found in running text, each with its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.discovery.finder import find_names, is_first_name
from dossier.discovery.spacy import MissingPipelineError, check_pipeline, find_names_with
from dossier.model import NameSpan

__all__ = ["Finder", "MissingPipelineError", "find_names", "find_names_with", "finder_of", "is_first_name"]

Finder = Callable[[Sequence[str], str | None], list[tuple[NameSpan, ...]]]
"""The names in each paragraph of an article, whose language may be known."""


def finder_of(discover: str) -> Finder | None:
    """What finds names as the option `discover` says: nothing, the model of our own, or a pipeline of spaCy's.

    Raises:
        MissingPipelineError: spaCy or the pipeline is not there.
    """
    if not discover:
        return None
    _, is_spacy, pipeline = discover.partition("spacy:")
    if not is_spacy:
        return find_names
    check_pipeline(pipeline)
    return lambda texts, _: find_names_with(pipeline, texts)
