"""Which characters of an article are spoken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Paragraph, Senses


@dataclass(slots=True, eq=False)
class Found:
    """A candidate with the paragraph it stands in: `paragraph.text[start:end]`, of an article's `order`th paragraph."""

    paragraph: Paragraph
    order: int
    start: int
    end: int
    senses: Senses
    is_in_longer_name: bool | None = None
    """Whether the words around it say so, once they have been looked at."""

    @property
    def text(self) -> str:
        """As written."""
        return self.paragraph.text[self.start : self.end]

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article."""
        return self.order, self.start


class Claims:
    """Which characters of an article's paragraphs are spoken for, and by whom."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.masks = [bytearray(len(paragraph.text)) for paragraph in paragraphs]
        self.owners: dict[tuple[int, int], Found] = {}

    def claim(self, found: Found) -> bool:
        """Claim the span of a candidate; `False` if a part of it is spoken for."""
        start, end = found.start, found.end
        mask = self.masks[found.order]
        if mask.find(1, start, end) >= 0:
            return False
        mask[start:end] = b"\1" * (end - start)
        self.owners[found.order, start] = found
        return True

    def is_spoken_for(self, found: Found, position: int) -> bool:
        """Whether a word beside a candidate belongs to another name: one that is no part of the same person's."""
        if not self.masks[found.order][position]:
            return False
        owner = self.owners.get((found.order, position))
        return owner is None or not owner.senses.is_bare or owner.senses.rules.keys().isdisjoint(found.senses.rules)


def longest(found: Iterable[Found], paragraphs: Sequence[Paragraph]) -> tuple[Claims, list[Found]]:
    """Claim what can be claimed when the longest comes first."""
    claims = Claims(paragraphs)
    return claims, [each for each in found if claims.claim(each)]
