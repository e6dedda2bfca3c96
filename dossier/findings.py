"""What is said of many records of one file alike is said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model import Diagnostic

_FEW = 3
"""What is said of no more records than this is said of each."""
_RANGES = 8
"""So many ranges of records are named."""


def together(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics in the same order, of which those of many records or lines became one.

    It stands where the first of them stood, and says of how many and of which it holds.
    """
    groups: dict[object, list[Diagnostic]] = {}
    for number, seen in enumerate(diagnostics):
        place = seen.location
        alike = (seen.severity, seen.message, seen.hint, place.path, bool(place.record))
        groups.setdefault(alike if place.record or place.line else number, []).append(seen)
    return [seen for group in groups.values() for seen in _one(group)]


def _one(group: list[Diagnostic]) -> list[Diagnostic]:
    of_records = bool(group[0].location.record)
    numbers = sorted({seen.location.record if of_records else seen.location.line for seen in group})
    if len(numbers) <= _FEW:
        return group
    what = "records" if of_records else "lines"
    return [replace(group[0], message=f"{group[0].message}; so in {len(numbers):,} {what}: {_ranges(numbers)}")]


def _ranges(numbers: list[int]) -> str:
    """Numbers as people write them: `1-4, 6, 8-9`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in spans[:_RANGES]]
    return ", ".join([*shown, *(["…"] if len(spans) > _RANGES else [])])
