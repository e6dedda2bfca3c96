"""A word processor's document: its paragraphs, headings, lists and links."""

from __future__ import annotations

import io
import zipfile

import mammoth

from dossier.model import Block, Contents, Diagnostic, Line, Location
from dossier.readers.docx_words import Words
from dossier.readers.html_blocks import blocks_of, parse

MAX_UNPACKED = 30_000_000
"""A document that unfolds to more bytes than this is no article."""


def read_docx(content: bytes, location: Location) -> Contents:
    """Read a `.docx`; its lines are numbered by paragraph."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _refusal(archive, location) or _contents(archive, location)
    except zipfile.BadZipFile:
        return _refused(
            location, "is no .docx: not even a zip archive", "open it in a word processor and save it again"
        )


def _refusal(archive: zipfile.ZipFile, location: Location) -> Contents | None:
    unpacked = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels")))
    if "word/document.xml" not in archive.namelist():
        return _refused(location, "is a zip archive, and no .docx", "unpack it, and put its articles there one by one")
    if unpacked > MAX_UNPACKED:
        return _refused(location, f"unfolds to {unpacked:,} bytes, more than {MAX_UNPACKED:,}", "save its text as .txt")
    return None


def _contents(archive: zipfile.ZipFile, location: Location) -> Contents:
    words = Words(archive)
    converted = mammoth.convert_to_html(
        words.document,
        convert_image=mammoth.images.img_element(lambda _image: {}),
        include_embedded_style_map=False,
    )
    page, missing = words.unmarked(converted.value)
    tree = parse(page)
    aside = (Block("page", (Line(0, text),), flowing=True) for text in missing)
    blocks = (*(() if tree is None else blocks_of(tree)), *aside)
    seen = tuple(
        Diagnostic("warning", location, f"a part of it, {name}, cannot be read", "open it, and save it again")
        for name in words.broken
    )
    return Contents(
        tuple(_numbered(block, number) for number, block in enumerate(blocks, 1)), diagnostics=seen, unit="paragraph"
    )


def _numbered(block: Block, number: int) -> Block:
    lines = tuple(Line(number, line.text) for line in block.lines)
    return Block(block.kind, lines, block.flowing, block.links)


def _refused(location: Location, message: str, hint: str) -> Contents:
    return Contents(diagnostics=(Diagnostic("error", location, message, hint),))
