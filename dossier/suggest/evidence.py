"""The words around a name, for the person who decides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from dossier.model import Paragraph, Quote

Sentences = Callable[[str], Sequence[tuple[int, int]]]
"""Divides a text into the spans of its sentences."""

SHOWN = 5
"""So many sentences are shown of a name, each of another article."""
_LONGEST = 800
"""Of a sentence that is longer, so many characters are shown, those around the name."""


class Evidence:
    """Quotes names: each paragraph is divided once, however many names stand in it."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._divided: dict[str, Sequence[tuple[int, int]]] = {}

    def around(self, paragraph: Paragraph, start: int, end: int) -> Quote:
        """The sentence around a name; the whole paragraph, if a sentence seems to end within the name."""
        text = paragraph.text
        divided = self._divided.get(text)
        if divided is None:
            divided = self._divided[text] = self._sentences(text)
        place = bisect_right(divided, start, key=lambda sentence: sentence[0])
        first, last = divided[place - 1] if place and end <= divided[place - 1][1] else (0, len(text))
        if last - first > _LONGEST:
            first, last = _cut(text, (first, last), start, end)
        return Quote(paragraph.id, text[first:last], ((start - first, end - first),))


def _cut(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The whole words of a long sentence that stand around a name."""
    around = max(0, _LONGEST - (end - start)) // 2
    first, last = max(sentence[0], start - around), min(sentence[1], end + around)
    if first > sentence[0]:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < sentence[1]:
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return first, last
