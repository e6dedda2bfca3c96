"""Which characters of an article are spoken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, Paragraph, Senses


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the paragraph it stands in."""

    paragraph: Paragraph
    order: int
    """Of the paragraph in the article."""
    candidate: Candidate

    @property
    def text(self) -> str:
        """As written."""
        return self.paragraph.text[self.candidate.start : self.candidate.end]

    @property
    def senses(self) -> Senses:
        """What it may stand for."""
        return self.candidate.senses

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article."""
        return self.order, self.candidate.start


class Claims:
    """Which characters of an article's paragraphs are spoken for, and by whom."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.masks = [bytearray(len(paragraph.text)) for paragraph in paragraphs]
        self.owners: dict[tuple[int, int], Found] = {}

    def claim(self, found: Found) -> bool:
        """Claim the span of a candidate; `False` if a part of it is spoken for."""
        if not self.free(found):
            return False
        start, end = found.candidate.start, found.candidate.end
        self.masks[found.order][start:end] = b"\1" * (end - start)
        self.owners[found.place] = found
        return True

    def free(self, found: Found) -> bool:
        """Whether no character of the span is spoken for."""
        return self.masks[found.order].find(1, found.candidate.start, found.candidate.end) < 0

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
