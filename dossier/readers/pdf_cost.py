"""What reading a PDF may cost, counted in steps and not by the clock: the same file is always read as far."""

from __future__ import annotations

PAGE_STEPS = 12_000_000
FILE_STEPS = 50_000_000
"""A step is about a microsecond."""
LAYOUT_STEPS = 20_000_000
"""So many more may go into a better order of a file's text; they are never taken from what reads it."""


class SpentError(Exception):
    """A page, or the file, would cost more than it may."""


class Budget:
    """The steps that are left for a page, and for all pages of a file."""

    def __init__(self) -> None:
        self.page = PAGE_STEPS
        self.file = FILE_STEPS
        self.layout = LAYOUT_STEPS

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
        """Take the steps of work that only makes the order of the text better, if there are so many for that."""
        enough = steps <= min(self.layout, PAGE_STEPS / 4)
        if enough:
            self.layout -= int(steps)
        return enough
