"""The words around a name, for the person who decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.model import Paragraph, Quote

Sentences = Callable[[str], Sequence[tuple[int, int]]]
"""Divides a text into the spans of its sentences."""

SHOWN = 5
"""So many sentences are shown of a name, each of another article."""


def quote_around(paragraph: Paragraph, start: int, end: int, sentences: Sentences) -> Quote:
    """The sentence around a name; the whole paragraph, if a sentence seems to end within the name."""
    whole = (0, len(paragraph.text))
    first, last = next((each for each in sentences(paragraph.text) if each[0] <= start and end <= each[1]), whole)
    return Quote(paragraph.id, paragraph.text[first:last], ((start - first, end - first),))
