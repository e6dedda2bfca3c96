"""A PDF: its paragraphs, page by page."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dossier.model import Block, BlockKind, Contents, Diagnostic, Field, Line, Location
from dossier.readers.extras import needs

MAX_PAGES = 500
MAX_UNPACKED = 300_000_000
"""A file that unfolds to more bytes than this is refused."""
_STREAM = re.compile(rb"stream\r?\n")
_ENDS = re.compile(r"[.!?…:;。！？؟।][\"'”’»」』)\]]*$")
_DIGITS = re.compile(r"\d+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
"""Signs that are two or three letters."""
_BULLET = re.compile("[•‣▪●◦–\uf0b7\uf0a7]\\s+")
_HEADING = 1.15
"""A heading's letters are so much larger than the text's."""
_HEADING_LINES = 4
_MEND = "split the page, or save its text as .txt"
_MARGINS = 3
"""A line that stands at the top or bottom of so many pages is no part of the text."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A group of lines on a page, and the size of its letters in points."""

    page: int
    lines: tuple[str, ...]
    size: float


def read_pdf(content: bytes, location: Location) -> Contents:
    """Read a PDF; its lines are numbered by page."""
    with needs("pdf", "pdfminer.six"):
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
        from pdfminer.psexceptions import PSException
    if _unpacked(content) > MAX_UNPACKED:
        return _refused(location, f"unfolds to more than {MAX_UNPACKED:,} bytes", "save its text as .txt")
    pages: list[list[_Box]] = []
    seen: list[Diagnostic] = []
    try:
        for number, (boxes, problem) in enumerate(_pages(content), 1):
            if number > MAX_PAGES:
                return _refused(location, f"has more than {MAX_PAGES} pages", "split it into its articles")
            pages.append([_Box(number, *box) for box in boxes])
            if problem:
                seen.append(Diagnostic("error", location.at(number), problem, _MEND))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return _refused(location, "is encrypted", "open it with its password, and print it to a new PDF")
    except PSException as error:
        seen.append(
            Diagnostic("error", location.at(len(pages) + 1), f"from this page on it cannot be read: {error}", _MEND)
        )
    if not pages:
        return _refused(location, "no page can be read; the file is cut off or is no PDF", "get the file once more")
    if not any(pages):
        hint = "have its text recognised (OCR), and save it with the text, or as .txt"
        missing = Diagnostic("error", location, f"no text on {len(pages)} pages: they are pictures", hint)
        return Contents(diagnostics=tuple(seen) or (missing,))
    text = _text_size(pages)
    blocks = tuple(
        _joined(_without_margins([[block for box in page for block in _blocks(box, text)] for page in pages]))
    )
    return Contents(blocks, tuple(_title(pages[0], text, location)), tuple(seen), unit="page")


def _pages(content: bytes) -> Iterator[tuple[list[tuple[tuple[str, ...], float]], str]]:
    """The lines of each box on each page, with the size of its letters, and what is wrong with the page."""
    from dossier.readers.pdf_cost import Budget
    from dossier.readers.pdf_layout import boxes_of
    from dossier.readers.pdf_pages import read_letters

    budget = Budget()
    for page in read_letters(content, budget):
        yield [(_shown(box), _size(box)) for box in boxes_of(page, budget)], page.problem


def _shown(lines: list[Any]) -> tuple[str, ...]:
    return tuple(_LIGATURES.sub(_spelt_out, line.get_text()).strip() for line in lines)


def _size(lines: list[Any]) -> float:
    from pdfminer.layout import LTChar

    return max(round(letter.size, 1) for line in lines for letter in line if isinstance(letter, LTChar))


def _spelt_out(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


def _text_size(pages: list[list[_Box]]) -> float:
    """The size of letters that most of the text has."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for box in page:
            sizes[box.size] += sum(map(len, box.lines))
    return max(sizes, key=lambda size: (sizes[size], size))


def _title(boxes: list[_Box], text: float, location: Location) -> Iterator[Field]:
    """What stands in the largest letters on the first page."""
    largest = max(boxes, key=lambda box: box.size, default=None)
    if largest is not None and largest.size >= _HEADING * text:
        yield Field("title", (" ".join(largest.lines),), location.at(1), "it has the largest letters", sure=False)


def _blocks(box: _Box, text: float) -> Iterator[Block]:
    """The paragraph, the heading or the items of a list in a box."""
    kind: BlockKind = "heading" if box.size >= _HEADING * text and len(box.lines) <= _HEADING_LINES else "paragraph"
    items: list[list[str]] = []
    for line in box.lines:
        bullet = _BULLET.match(line)
        if bullet or not items:
            items.append([line[bullet.end() :] if bullet else line])
            kind = "list" if bullet else kind
        else:
            items[-1].append(line)
    for item in items:
        yield Block(kind, tuple(Line(box.page, line) for line in item), flowing=True)


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
