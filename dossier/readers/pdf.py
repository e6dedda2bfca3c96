"""A PDF: its paragraphs, page by page."""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import Block, Contents, Diagnostic, Line, Location
from dossier.readers.extras import needs

MAX_PAGES = 500
MAX_UNPACKED = 300_000_000
"""A file that unfolds to more bytes than this is refused."""
_STREAM = re.compile(rb"stream\r?\n")
_ENDS = re.compile(r"[.!?…:;。！？؟।][\"'”’»」』)\]]*$")
_DIGITS = re.compile(r"\d+")
_MARGINS = 3
"""A line that stands at the top or bottom of so many pages is no part of the text."""


def read_pdf(content: bytes, location: Location) -> Contents:
    """Read a PDF; its lines are numbered by page."""
    with needs("pdf", "pdfminer.six"):
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    if _unpacked(content) > MAX_UNPACKED:
        return _refused(location, f"unfolds to more than {MAX_UNPACKED:,} bytes", "save its text as .txt")
    pages: list[list[Block]] = []
    try:
        for number, page in enumerate(extract_pages(io.BytesIO(content)), 1):
            if number > MAX_PAGES:
                return _refused(location, f"has more than {MAX_PAGES} pages", "split it into its articles")
            boxes = (box for box in page if isinstance(box, LTTextContainer))
            pages.append([block for box in boxes if (block := _block(box.get_text(), number))])
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed):
        return _refused(location, "is encrypted", "open it with its password, and print it to a new PDF")
    if not pages:
        return _refused(location, "no page can be read; the file is cut off or is no PDF", "get the file once more")
    if not any(pages):
        hint = "have its text recognised (OCR), and save it with the text, or as .txt"
        return _refused(location, f"no text on {len(pages)} pages: they are pictures", hint)
    return Contents(tuple(_joined(_without_margins(pages))), unit="page")


def _block(text: str, number: int) -> Block | None:
    lines = tuple(Line(number, line.strip()) for line in text.split("\n") if line.strip())
    return Block("paragraph", lines, flowing=True) if lines else None


def _without_margins(pages: list[list[Block]]) -> Iterator[Block]:
    """The blocks of all pages; those that stand first or last on several pages, numbers aside, are the page's."""
    edges = Counter(_folded(block) for page in pages for block in {*page[:1], *page[-1:]})
    for page in pages:
        for index, block in enumerate(page):
            margin = index in {0, len(page) - 1} and edges[_folded(block)] >= _MARGINS
            yield replace(block, kind="page") if margin else block


def _folded(block: Block) -> str:
    return _DIGITS.sub("0", " ".join(line.text for line in block.lines))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks; a paragraph that goes on over the page is one."""
    waiting: Block | None = None
    aside: list[Block] = []
    for block in blocks:
        if block.kind == "page":
            aside.append(block)
            continue
        if waiting is not None and _goes_on(waiting, block):
            waiting = replace(waiting, lines=(*waiting.lines, *block.lines))
            continue
        if waiting is not None:
            yield waiting
        yield from aside
        aside = []
        waiting = block
    if waiting is not None:
        yield waiting
    yield from aside


def _goes_on(before: Block, block: Block) -> bool:
    over = block.lines[0].number == before.lines[-1].number + 1
    return over and not _ENDS.search(before.lines[-1].text) and block.lines[0].text[:1].islower()


def _unpacked(content: bytes) -> int:
    """How many bytes the compressed streams unfold to, up to a little more than the limit."""
    total = 0
    for match in _STREAM.finditer(content):
        unpack = zlib.decompressobj()
        try:
            waiting = content[match.end() : match.end() + 65536]
            position = match.end() + len(waiting)
            while waiting and total <= MAX_UNPACKED and not unpack.eof:
                total += len(unpack.decompress(waiting, 1_000_000))
                waiting = unpack.unconsumed_tail or content[position : position + 65536]
                position += 0 if unpack.unconsumed_tail else len(waiting)
        except zlib.error:
            continue
    return total


def _refused(location: Location, message: str, hint: str) -> Contents:
    return Contents(diagnostics=(Diagnostic("error", location, message, hint),))
