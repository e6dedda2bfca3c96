"""How long a register of 100,000 entities takes to load, beside PyYAML's own loader, which says nothing of lines.

Every third entity has an alias in a list; the names are made of syllables, so that CORPORA is not needed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from dossier.model import Location
from dossier.register import read_register

ENTITIES = 100_000
RUNS = 3

_SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]


def report(_: Path) -> None:
    """Seconds of CPU time, the fastest of three, and the ratio to PyYAML's C loader."""
    text = register_text(ENTITIES)
    ours = _fastest(lambda: read_register(text, Location("entities.yml")))
    peer = _fastest(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    print(
        f"loading, {ENTITIES} entities: {ours:.1f} s, {ours / peer:.2f} times PyYAML's loader, {len(text) / 1e6:.1f} MB"
    )


def register_text(size: int) -> str:
    """A register of so many persons."""
    chance = random.Random(0)  # noqa: S311 - for a figure

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()

    names = {f"{word()} {word()}": None for _ in range(size + size // 100)}
    lines = (
        f"  - name: {name}\n    kind: person\n    aliases: [{word()} {word()}]\n"
        if number % 3 == 0
        else f"  - {{name: {name}, kind: person}}\n"
        for number, name in enumerate(list(names)[:size])
    )
    return "entities:\n" + "".join(lines)


def _fastest(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best
