"""The letters of a PDF's pages, as pdfminer reads them, at a bounded cost."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, list_value, resolve1, stream_value
from pdfminer.psparser import LIT
from pdfminer.utils import Matrix, Rect

from dossier.readers.pdf_cost import Budget, SpentError

_LETTER = 25
"""The steps that it takes to read a letter and to put it into its line."""
_BYTE = 4
"""The steps for a byte of what draws a page."""
_CALL = 400
"""The steps to begin with a stream of them."""
_COPY = 1e-4
"""The steps for a byte that is copied: pdfminer copies a text in brackets at each bracket and backslash within."""
_BRACKET = re.compile(rb"[()\\]")
_SIGN = 3
"""The steps for one sign of a font: in its list of widths, or in the one that says which letter it is."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What was read of a page, in the order of its file."""

    box: Rect
    letters: tuple[LTChar, ...]
    problem: str = ""
    """Why the rest of the page was not read."""


def read_letters(content: bytes, budget: Budget) -> Iterator[Letters]:
    """Read the pages, each as far as it can be read and as `budget` reaches.

    Raises:
        PSException: the file is no PDF, is cut off or is encrypted.
    """
    device = _Device(_Resources(budget), budget)
    interpreter = _Interpreter(device.rsrcmgr, device)
    for page in PDFPage.get_pages(io.BytesIO(content)):
        budget.next_page()
        device.next_page()
        problem = ""
        try:
            interpreter.process_page(page)
        except SpentError:
            problem = "holds more than can be read in reasonable time"
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - what is broken on a page may make pdfminer raise anything
            problem = f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        yield device.taken(problem)


class _Resources(PDFResourceManager):
    """Fonts; one that claims to have a sign for every number is refused before pdfminer counts them."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        if not (objid and objid in self._cached_fonts):
            self.budget.spend(_SIGN * (_widths(spec.get("W"), 3) + _widths(spec.get("W2"), 5)))
            names = resolve1(spec.get("ToUnicode"))
            if isinstance(names, PDFStream) and spec.get("Subtype") is not LIT("Type0"):
                content = names.get_data()
                self.budget.spend(_BYTE * 2 * len(content) + _COPY * _copied(content))
                CMapParser(_Counting(self.budget), io.BytesIO(content)).run()
        return super().get_font(objid, spec)


class _Counting(FileUnicodeMap):
    """A list of a font's letters that only counts them."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def add_cid2unichr(self, cid: int, code: object) -> None:
        self.budget.spend(2 * _SIGN)


def _widths(listed: object, size: int) -> int:
    """How many signs the ranges in a font's list of widths span."""
    waiting: list[Any] = []
    total = 0
    for value in list_value(listed) if listed is not None else ():
        found = resolve1(value)
        if isinstance(found, list):
            waiting = []
            total += len(found)
        else:
            waiting.append(found)
        if len(waiting) == size:
            first, last = waiting[:2]
            total += max(0, last - first) if isinstance(first, int) and isinstance(last, int) else 0
            waiting = []
    return total


def _copied(content: bytes) -> int:
    """How many bytes are copied at most to read the texts in brackets."""
    depth = start = signs = copied = 0
    for match in _BRACKET.finditer(content):
        sign = match.group()
        if not depth:
            start, signs = match.start(), 0
        signs += 1
        depth += {b"(": 1, b")": -1 if depth else 0}.get(sign, 0)
        if not depth:
            copied += signs * (match.end() - start)
    return copied + (signs * (len(content) - start) if depth else 0)


class _Interpreter(PDFPageInterpreter):
    """Runs what draws a page; a part that is drawn a thousand times costs as much each time."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        for each in streams:
            content = stream_value(each).get_data()
            self.device.budget.spend(_CALL + _BYTE * len(content) + _COPY * _copied(content))
        super().execute(streams)


class _Device(PDFLayoutAnalyzer):
    """Gathers the letters of a page; those of a form that is shown on it stand there like any other."""

    def __init__(self, manager: PDFResourceManager, budget: Budget) -> None:
        super().__init__(manager)
        self.budget = budget
        self.around: list[Matrix] = []

    def next_page(self) -> None:
        """Forget the page before."""
        self.cur_item = LTPage(0, (0, 0, 0, 0))
        self.around.clear()

    def taken(self, problem: str) -> Letters:
        """What was gathered of the page."""
        page = self.cur_item
        return Letters(page.bbox, tuple(each for each in page if isinstance(each, LTChar)), problem)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self.around.append(self.ctm)

    def end_figure(self, _: str) -> None:
        self.set_ctm(self.around.pop())

    def render_char(self, *arguments: Any) -> float:
        self.budget.spend(_LETTER)
        return super().render_char(*arguments)

    def render_image(self, name: str, stream: PDFStream) -> None:
        """A picture has no letters."""

    def paint_path(self, *_: object) -> None:
        """Nor has a line."""

    def receive_layout(self, ltpage: LTPage) -> None:
        """It is taken when the page is done, or when it cannot be."""
