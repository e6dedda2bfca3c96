"""The timeline, divided into years, months and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model import Happening
from dossier.pages.periods import place_of


@dataclass
class Section:
    """A stretch of the timeline: the whole, a year, a month, a day."""

    key: str
    rows: list[Happening] = field(default_factory=list)
    """All in it, in order."""
    parts: dict[str, Section] = field(default_factory=dict)
    """The next smaller ones."""

    @cached_property
    def own(self) -> list[Happening]:
        """What is not in a smaller one; asked for when all is in."""
        return [each for each in self.rows if len(place_of(each)) < self.depth + 1]

    @property
    def depth(self) -> int:
        """0 for the whole, 3 for a day."""
        return len(self.key.split("-")) if self.key else 0


def sections(happenings: Sequence[Happening]) -> Section:
    """Divide a timeline."""
    whole = Section("")
    for happening in happenings:
        section = whole
        section.rows.append(happening)
        for key in place_of(happening):
            section = section.parts.setdefault(key, Section(key))
            section.rows.append(happening)
    return whole
