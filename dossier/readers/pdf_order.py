"""In which order what stands on a page is read, where nothing says it: along its gaps, columns and bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

_DEPTH = 12
"""So often a part of a page is cut into parts: the cost is bounded, and no page is laid out deeper."""
_ALSO = 0.6
"""A gap is cut, too, if it is so large a part of the widest."""


class Placed(Protocol):
    """Something on a page; its coordinates grow to the right and upwards."""

    x0: float
    y0: float
    x1: float
    y1: float


T = TypeVar("T", bound=Placed)


def cut(placed: Sequence[T], largest: int) -> Iterator[list[T]]:
    """Cut a page along its gaps into parts of at most `largest`, as they are read; one without gaps stays whole.

    The recursive X-Y cut of Nagy and Seth (1984): columns from left to right, bands from top to bottom. Within a part,
    what stands higher comes first.
    """
    waiting = [(list(placed), 0)]
    while waiting:
        part, depth = waiting.pop()
        parts = _parts(part, largest) if len(part) > largest and depth < _DEPTH else []
        if len(parts) > 1:
            waiting.extend((each, depth + 1) for each in reversed(parts))
        else:
            yield sorted(part, key=lambda each: (-each.y1, each.x0))


def _parts(part: list[T], largest: int) -> list[list[T]]:
    """The bands or the columns of a part, whichever are further apart; small ones that follow each other stay one."""
    columns = _runs([(each.x0, each.x1, each) for each in part])
    bands = _runs([(-each.y1, -each.y0, each) for each in part])
    gap, runs = max(columns, bands, key=lambda found: found[0])
    if gap <= 0:
        return [part]
    parts: list[list[T]] = []
    for run in runs:
        if parts and len(parts[-1]) + len(run) <= largest:
            parts[-1].extend(run)
        else:
            parts.append(run)
    return parts


def _runs(spans: list[tuple[float, float, T]]) -> tuple[float, list[list[T]]]:
    """What overlaps along one direction stands together; the widest gap, and the runs between the wide ones."""
    spans.sort(key=lambda span: span[:2])
    reach = [spans[0][1]]
    for _, end, _ in spans[1:]:
        reach.append(max(reach[-1], end))
    gaps = [start - before for before, (start, _, _) in zip(reach, spans[1:], strict=False)]
    widest = max(gaps, default=0)
    ends = [0, *(index for index, gap in enumerate(gaps, 1) if 0 < widest * _ALSO <= gap), len(spans)]
    return widest, [[each for _, _, each in spans[start:end]] for start, end in pairwise(ends)]
