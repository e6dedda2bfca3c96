"""Letters of a page to boxes of lines in the order of reading: as pdfminer groups them, where that is not too dear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pdfminer.layout import (
    IndexAssigner,
    LAParams,
    LTComponent,
    LTLayoutContainer,
    LTTextBox,
    LTTextBoxHorizontal,
    LTTextLine,
)

from dossier.readers.pdf_cost import Budget
from dossier.readers.pdf_order import cut
from dossier.readers.pdf_pages import Letters

_PARAMETERS = LAParams()
_LINES = 600
"""So many lines are grouped at once: each is compared with those around it, at worst with all."""
_BOXES = 250
"""So many boxes are put into order by pdfminer, which compares each pair, several times."""
_PAIR, _TRIPLE, _CELL = 3, 0.05, 0.02
"""The steps for a pair of lines, for three boxes, and for each cell of the page that is looked at for two of these."""
_GRID = 50
"""The width of a cell."""
_CELLS = 200_000
"""So many cells of the page may the lines of a group cover together."""


def boxes_of(page: Letters, budget: Budget) -> list[list[LTTextLine]]:
    """List the lines of a page, box by box; no line that shows anything is left out."""
    if not page.letters:
        return []
    paper = LTLayoutContainer(page.box)
    lines = [each for each in paper.group_objects(_PARAMETERS, page.letters) if each.get_text().strip()]
    flat = [each for each in lines if each.is_empty()]
    boxes = [
        box
        for part in cut([each for each in lines if not each.is_empty()], _LINES)
        for box in _grouped(paper, part, budget)
    ]
    return [
        [line for line in box if isinstance(line, LTTextLine)]
        for box in (*_in_order(paper, boxes, budget), *map(_box, flat))
    ]


def _grouped(paper: LTLayoutContainer, lines: Sequence[LTTextLine], budget: Budget) -> Iterator[LTTextBox]:
    """The boxes that lines make up; each line is one where too many stand too close."""
    covered = sum(_cells(paper, line) for line in lines)
    if len(lines) > _LINES or covered > _CELLS or not budget.affords(covered + _PAIR * len(lines) ** 2):
        yield from map(_box, lines)
    else:
        yield from paper.group_textlines(_PARAMETERS, lines)


def _in_order(paper: LTLayoutContainer, boxes: list[LTTextBox], budget: Budget) -> list[LTTextBox]:
    count = len(boxes)
    if count > _BOXES or not budget.affords(_TRIPLE * count**3 + _CELL * count**2 * _cells(paper, *boxes)):
        for box in boxes:
            box.analyze(_PARAMETERS)
        return [box for part in cut(boxes, 1) for box in part]
    assigner = IndexAssigner()
    for group in paper.group_textboxes(_PARAMETERS, boxes):
        group.analyze(_PARAMETERS)
        assigner.run(group)
    return sorted(boxes, key=lambda box: box.index)


def _box(line: LTTextLine) -> LTTextBox:
    box = LTTextBoxHorizontal()
    box.add(line)
    return box


def _cells(paper: LTLayoutContainer, *placed: LTComponent) -> float:
    """How many cells of the page's grid what stands there spans at most."""
    if not placed:
        return 0
    width = min(paper.x1, max(each.x1 for each in placed)) - max(paper.x0, min(each.x0 for each in placed))
    height = min(paper.y1, max(each.y1 for each in placed)) - max(paper.y0, min(each.y0 for each in placed))
    return (max(0, width) / _GRID + 2) * (2 * max(0, height) / _GRID + 2)
