"""Plain text: blocks of lines between blank lines."""

from __future__ import annotations

from dossier.model import Block, Contents, Line, Location
from dossier.readers.decode import decode
from dossier.readers.fields import split_front_matter


def read_text(content: bytes, location: Location) -> Contents:
    """Read a plain text seed, with front matter if it has any."""
    text, undecoded = decode(content, location)
    if text is None:
        return Contents(diagnostics=undecoded)
    front = split_front_matter(text, location)
    blocks = text_blocks(front.body, front.first)
    return Contents((*front.unread, *blocks) if blocks else (), front.fields, (*undecoded, *front.diagnostics))


def text_blocks(body: str, first: int = 1) -> list[Block]:
    """Split plain text at its blank lines; line 1 of `body` is line `first` of its file."""
    blocks: list[Block] = []
    lines: list[Line] = []
    for number, text in enumerate((*body.split("\n"), ""), start=first):
        if text.strip():
            lines.append(Line(number, text))
        elif lines:
            blocks.append(Block("paragraph", tuple(lines)))
            lines = []
    return blocks
