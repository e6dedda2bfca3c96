"""The paragraphs of an article as one text: so that it is searched once, and all places in it are plain numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dossier.model import PARAGRAPH_END, Paragraph

LOOK_AROUND = 40
"""Characters beside a candidate that are read at most."""
HYPHENS = ("-", "‐", "‑")


class Body:
    """The paragraphs in which names are looked for, as one text with `PARAGRAPH_END` between them."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.all = paragraphs
        """Code among them, in which no name is looked for."""
        self.paragraphs = [each for each in paragraphs if each.kind != "code"]
        texts = [each.text for each in self.paragraphs]
        self.text = PARAGRAPH_END.join(texts)
        self.starts = [0, *accumulate([len(text) + 1 for text in texts[:-1]])]
        """Where each begins in the text."""

    def paragraph(self, place: int) -> tuple[Paragraph, int]:
        """The paragraph around a place of the text, and where it begins."""
        order = bisect_right(self.starts, place) - 1
        return self.paragraphs[order], self.starts[order]
