"""What hostile texts cost: `python benchmarks/hostile.py` prints how the time grows when a text is four times as long.

A cost that is linear grows four times, one with the square sixteen times. Of a text that is cut at a limit it does not
grow at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from dossier.discovery import find_names
from dossier.metadata.authors import agency, people

UNITS = {
    "one word": "A",
    "capitals": "Ab ",
    "initials": "A.",
    "hyphens": "A-",
    "links": "of ",
    "linked": "X of the ",
    "possessives": "'s",
    "handles": "@",
    "brackets": "Ada (",
    "commas": ", ",
}
_LENGTH = 100_000
"""Characters of the shorter text."""


def byline(text: str) -> None:
    """Read a text as a byline."""
    people([text])
    agency([text])


def names(text: str) -> None:
    """Look for names in a text."""
    find_names([text], "en")


def seconds(work: Callable[[str], None], text: str) -> float:
    """The least CPU time of three runs."""
    took = []
    for _ in range(3):
        started = time.process_time()
        work(text)
        took.append(time.process_time() - started)
    return min(took)


def main() -> None:
    """Every kind of text by everything that reads one."""
    for work in (names, byline):
        for what, unit in UNITS.items():
            text = unit * (_LENGTH // len(unit))
            short, long = seconds(work, text), seconds(work, 4 * text)
            print(
                f"{work.__name__}, {what}: {short:.3f} s; four times the text, {long / max(short, 1e-9):.1f} times that"
            )


if __name__ == "__main__":
    main()
