"""A document while rules work on it: what is left of each line, and what was taken."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Block, Removed


class Part:
    """What is left of one line of the document."""

    __slots__ = ("block", "number", "offset", "text")

    def __init__(self, block: Block, number: int, text: str, offset: int) -> None:
        """`offset` is the position of `text` in the block's lines joined by single spaces."""
        self.block = block
        self.number = number
        self.text = text
        self.offset = offset

    def drop_before(self, end: int) -> None:
        """Forget the first `end` characters and the white space around them."""
        rest = self.text[end:]
        self.offset += end + len(rest) - len(rest.lstrip())
        self.text = rest.strip()


class Draft:
    """The parts that are left, in order, and what was removed."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Begin with every line of the blocks."""
        self._parts: list[Part] = []
        self.removed: list[Removed] = []
        for block in blocks:
            offset = 0
            for line in block.lines:
                part = Part(block, line.number, line.text, offset)
                part.drop_before(0)
                offset += len(line.text) + 1
                if part.text:
                    self._parts.append(part)

    @property
    def parts(self) -> list[Part]:
        """What is left, in order."""
        return [part for part in self._parts if part.text]

    def take(self, part: Part, rule: str, end: int | None = None) -> None:
        """Take the part, or its first `end` characters, in the name of a rule."""
        taken = part.text[:end].strip()
        if taken:
            self.removed.append(Removed(part.number, taken, rule))
        part.drop_before(len(part.text) if end is None else end)
