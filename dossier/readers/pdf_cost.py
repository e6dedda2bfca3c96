"""What reading a PDF may cost, counted in steps and not by the clock: the same file is always read as far."""

from __future__ import annotations

PAGE_STEPS = 12_000_000
FILE_STEPS = 60_000_000
"""A step is about a microsecond."""


class SpentError(Exception):
    """A page, or the file, would cost more than it may."""


class Budget:
    """The steps that are left for a page, and for all pages of a file."""

    def __init__(self) -> None:
        self.page = PAGE_STEPS
        self.file = FILE_STEPS

    def next_page(self) -> None:
        """Begin with a page."""
        self.page = min(PAGE_STEPS, self.file)

    def spend(self, steps: float) -> None:
        """Take the steps of work that is about to be done.

        Raises:
            SpentError: there are not so many left.
        """
        if steps > self.page:
            raise SpentError
        self.page -= int(steps)
        self.file -= int(steps)

    def affords(self, steps: float) -> bool:
        """Take the steps of work that need not be done, if that leaves enough for the rest."""
        enough = steps <= self.page / 2 and steps <= self.file / 2
        if enough:
            self.spend(steps)
        return enough
