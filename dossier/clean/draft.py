"""A document while rules work on it: what is left of each line, and what was taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from dossier.model import Block, Removed

_WRAP_WIDTH = 120
"""A text with a longer line than this was not broken into lines by a program that wraps."""
_MAX_NOTICE = 4000
"""A longer line is no notice of the page: the longest hold a list of all countries to choose from."""
_UNTOUCHED = frozenset({"code", "quote", "fields", "markup"})
FULL = 0.6
"""A line at least this part of the longest is long enough to have been broken by wrapping."""
_ENDS_EARLY = re.compile(r"[A-Z]\w+(?: \w+){1,3} \w{4,20}\. [A-Z]")
"""A line so begins with the end of a sentence: `Region of Northland. It was …`."""
TERMINAL = re.compile(r"[.!?…:;。！？؟।۔።։][\"'”’»」』)\]]*$")
"""A line that ends so may end a paragraph."""


class Part:
    """What is left of one line of the document."""

    __slots__ = ("block", "captioned", "following", "full", "goes_on", "number", "offset", "preceding", "text")

    def __init__(self, block: Block, number: int, text: str, offset: int, around: tuple[str, str]) -> None:
        """`offset` is where `text` begins in the block's lines joined by spaces; `around`, the lines beside it."""
        self.captioned = False
        self.goes_on = False
        """Whether it stood in one line with the part before, with nothing between but what was cut out."""
        self.preceding, self.following = around
        self.full = len(text.strip())
        self.block = block
        self.number = number
        self.text = text
        self.offset = offset

    def drop_before(self, end: int) -> None:
        """Forget the first `end` characters and the white space around them."""
        rest = self.text[end:]
        self.offset += end + len(rest) - len(rest.lstrip())
        self.text = rest.strip()

    def behind(self, start: int, end: int) -> Part:
        """What of the text goes on at one place, up to another."""
        text = self.text[start:end]
        piece = Part(self.block, self.number, text if text.strip() else "", self.offset + start, self._around)
        piece.full, piece.goes_on = self.full, True
        return piece

    @property
    def _around(self) -> tuple[str, str]:
        return self.preceding, self.following


class Draft:
    """The parts that are left, in order, and what was removed."""

    def __init__(self, blocks: Iterable[Block], titles: Iterable[str] = ()) -> None:
        """Begin with every line of the blocks; `titles` are stated beside them."""
        self.titles = frozenset(map(letters, titles))
        self._parts: list[Part] = []
        self.removed: list[Removed] = []
        for block in blocks:
            offset = 0
            texts = ["", *(line.text.strip() for line in block.lines), ""]
            for index, line in enumerate(block.lines):
                part = Part(block, line.number, line.text, offset, (texts[index], texts[index + 2]))
                part.drop_before(0)
                offset += len(line.text) + 1
                if part.text:
                    self._parts.append(part)

    @property
    def parts(self) -> list[Part]:
        """What is left, in order."""
        return [part for part in self._parts if part.text]

    @cached_property
    def width(self) -> int | None:
        """The width the whole text is wrapped at, if it is."""
        return wrap_width([part for part in self._parts if part.text])

    def cuts_a_sentence(self, part: Part) -> bool:
        """Whether a line is only the first of a wrapped paragraph, or begins a sentence that the next one continues."""
        if not part.following:
            return False
        return (
            part.following[:1].islower()
            or _ENDS_EARLY.match(part.following) is not None
            or (self.width is not None and part.full >= FULL * self.width)
        )

    def stands_alone(self, part: Part) -> bool:
        """Whether a line is a paragraph of its own, and no part of a wrapped one; not in code or a quotation."""
        if part.block.kind in _UNTOUCHED:
            return False
        if part.block.flowing:
            return len(part.block.lines) == 1
        if self.cuts_a_sentence(part):
            return False
        if self.width is None or not part.preceding:
            return True
        return len(part.preceding) < FULL * self.width and TERMINAL.search(part.preceding) is not None

    @cached_property
    def _alone(self) -> list[Part]:
        return [part for part in self._parts if len(part.text) <= _MAX_NOTICE and self.stands_alone(part)]

    @property
    def alone(self) -> list[Part]:
        """The lines left that are a paragraph of their own, if no longer than a notice may be."""
        return [part for part in self._alone if part.text]

    def take(self, part: Part, rule: str, end: int | None = None) -> None:
        """Take the part, or its first `end` characters, in the name of a rule."""
        taken = part.text[:end].strip()
        if taken:
            self.removed.append(Removed(part.number, taken, rule))
        part.drop_before(len(part.text) if end is None else end)

    def cut(self, find: Callable[[Part], Sequence[tuple[int, int]]], rule: str) -> None:
        """Take spans out of the middle of parts, in the name of a rule; what stands behind goes on there.

        Args:
            find: the spans of a part's text, each behind the one before.
            rule: its name.
        """
        kept: list[Part] = []
        for part in self._parts:
            kept.append(part)
            spans = find(part) if part.text else ()
            for (start, end), (following, _) in pairwise([*spans, (len(part.text),) * 2]):
                self.removed.append(Removed(part.number, part.text[start:end].strip(), rule))
                kept.append(part.behind(end, following))
            if spans:
                part.text = part.text[: spans[0][0]]
        self._parts = kept


def letters(text: str) -> str:
    """What two ways to write a line have in common."""
    return "".join(filter(str.isalnum, text.casefold()))


def wrap_width(parts: list[Part]) -> int | None:
    """The width a text is wrapped at: if most line ends inside its blocks cut a sentence at about that width."""
    longest = max((part.full for part in parts), default=0)
    if longest > _WRAP_WIDTH:
        return None
    inner = [
        before.full >= FULL * longest and not TERMINAL.search(before.text)
        for before, part in pairwise(parts)
        if before.block is part.block and not part.block.flowing
    ]
    return longest if sum(inner) * 2 > len(inner) else None
