"""Which blocks of a web page are its article's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.model import Block
from dossier.readers.html_blocks import Place

_MANY_ALIKE = 3
_MIN_ALIKE = 80
"""So many paragraphs in the text, of so many letters, tell how the page marks those of its article."""
_LONGEST_NAME = 16
"""The letters of a link that is a name in a sentence, and no headline."""
_OFTEN = 3
"""What a page says so often is none of its article's."""
_FAR = 4
"""So many blocks between two are a part of the page."""
_ENDS = frozenset(".!?…。！？।؟\"'”’»«“」』)")
_MIN_STANDFIRST = 30
_MIN_BODY = 500
"""A shorter text that a page states apart is a summary."""
_MIN_STATED = 40
_MAX_SEARCHES = 500
_END_LETTERS = 24
_MOST_ENDS = 4
"""So many letters, at one of so many places from both ends, tell a line that differs otherwise."""


class PageArticle:
    """Which blocks of a page are its article's: those that hold the lines of an extraction.

    The extraction says what belongs to the article; the blocks say of what kind it is, on which line it stands and
    where its links lead.
    """

    def __init__(self, blocks: Sequence[Block], places: Sequence[Place]) -> None:
        self.blocks = blocks
        self.places = places
        self.kept: set[int] = set()
        self.letters = [
            "" if block.kind == "page" else _letters(" ".join(line.text for line in block.lines)) for block in blocks
        ]
        self.at: dict[str, list[int]] = {}
        self.starts: list[int] = []
        position = 0
        for index, letters in enumerate(self.letters):
            self.at.setdefault(letters, []).append(index)
            self.starts.append(position)
            position += len(letters)
        self.page = "".join(self.letters)
        self.last = 0
        self.searches = 0

    def keep(self, line: str) -> None:
        """Keep the block that is this line, else those that it runs over by half or more."""
        wanted = _letters(line)
        if not wanted:
            return
        if wanted in self.at:
            places = self.at[wanted]
            following = bisect_left(places, self.last)
            self.last = places[following] if following < len(places) else places[-1]
            self.kept.add(self.last)
        elif self.searches < _MAX_SEARCHES:
            self.searches += 1
            start = self.page.find(wanted, self.starts[self.last])
            start = self.page.find(wanted) if start < 0 else start
            if start >= 0:
                self._keep_span(start, start + len(wanted))
            else:
                self._keep_nearly(wanted)

    def _keep_nearly(self, wanted: str) -> None:
        """Keep the block that has a line's begin and end: the extraction leaves out formulas and the like between."""
        ends = range(0, min(len(wanted) // 2, _MOST_ENDS * _END_LETTERS) - _END_LETTERS + 1, _END_LETTERS)
        for at in ends:
            self.searches += 1
            start = self.page.find(wanted[at : at + _END_LETTERS])
            if start >= 0:
                index = bisect_right(self.starts, start) - 1
                block = self.letters[index]
                from_end = (len(wanted) - each for each in ends)
                if any(wanted[end - _END_LETTERS : end] in block for end in from_end):
                    self.kept.add(index)
                    self.last = index
                return

    def _keep_span(self, start: int, end: int) -> None:
        for index in range(bisect_right(self.starts, start) - 1, len(self.blocks)):
            begin, letters = self.starts[index], self.letters[index]
            if begin >= end:
                return
            shared = min(begin + len(letters), end) - max(begin, start)
            if letters and shared * 2 >= len(letters):
                self.kept.add(index)
                self.last = index

    def keep_stated(self, bodies: Sequence[str]) -> None:
        """Keep the blocks that stand in the text which the page states apart as that of its article."""
        body = _letters(max(bodies, key=len, default=""))
        if len(body) < _MIN_BODY:
            return
        have = {self.letters[index] for index in self.kept}
        for index, letters in enumerate(self.letters):
            if (
                len(letters) >= _MIN_STATED
                and self.blocks[index].kind != "caption"
                and letters not in have
                and letters in body
            ):
                self.kept.add(index)

    def keep_standfirst(self, descriptions: Sequence[str]) -> None:
        """Keep the paragraph above the text which says what the page's description says."""
        said = {letters for each in descriptions if len(letters := _letters(each)) >= _MIN_STANDFIRST}
        above = [index for index in range(min(self.kept)) if self._is_standfirst(index, said)]
        if above and self.letters[above[-1]] not in {self.letters[index] for index in self.kept}:
            self.kept.add(above[-1])

    def _is_standfirst(self, index: int, said: Collection[str]) -> bool:
        letters = self.letters[index]
        if len(letters) < _MIN_STANDFIRST or self.blocks[index].kind not in {"paragraph", "heading"}:
            return False
        cut_off = len(letters) >= 2 * _MIN_STANDFIRST and any(each.startswith(letters) for each in said)
        return letters in said or cut_off or any(letters.startswith(each[:-3]) for each in said)

    def fill_gaps(self) -> None:
        """Keep what stands between two kept blocks of its place: an extraction leaves out what is short."""
        last: dict[Place, int] = {}
        following: dict[Place, list[int]] = {}
        for index, place in enumerate(self.places):
            if index in self.kept:
                self.kept.update(following.pop(place, ()))
                last[place] = index
            elif place in last and self.letters[index] and self._is_text(index):
                following.setdefault(place, []).append(index)

    def keep_alike(self) -> None:
        """Keep the paragraphs that the page marks as it marks those that are kept."""
        marked: dict[tuple[str, str], list[int]] = {}
        for index, place in enumerate(self.places):
            is_long = len(self.letters[index]) >= _MIN_ALIKE and self.blocks[index].kind == "paragraph"
            if place.named and is_long and self._is_text(index):
                marked.setdefault((place.tag, place.named), []).append(index)
        for alike in marked.values():
            kept = [index for index in alike if index in self.kept]
            if len(kept) >= _MANY_ALIKE and 3 * self._weight(kept) >= self._weight(alike):
                self.kept.update(alike)

    def _is_text(self, index: int) -> bool:
        """Whether a block leads nowhere else: it has no links but such of single names."""
        return not self.places[index].linked and all(
            link.end - link.start <= _LONGEST_NAME for link in self.blocks[index].links
        )

    def leave_out_furniture(self, titles: Collection[str], descriptions: Collection[str]) -> None:
        """Leave out what is kept and cannot be the article's, unless that were a large part of the text."""
        above = self._above_headline({*map(_letters, titles)}, {*map(_letters, descriptions)})
        for found in (self._repeated(), self._pointers(), above, self._strays()):
            if 2 * self._weight(found) < self._weight(self.kept):
                self.kept -= found

    def _weight(self, indexes: Collection[int]) -> int:
        return sum(len(self.letters[index]) for index in indexes)

    def _repeated(self) -> set[int]:
        """What the page says three times or more, such as that a picture may not be shown."""
        return {
            index
            for index in self.kept
            if len(self.at[self.letters[index]]) >= _OFTEN and self.blocks[index].kind in {"paragraph", "heading"}
        }

    def _pointers(self) -> set[int]:
        """What is a link and nothing else: the headline of another article, the name of a section."""
        return {index for index in self.kept if self.places[index].linked or self._is_link(self.blocks[index])}

    def _is_link(self, block: Block) -> bool:
        linked = sum(link.end - link.start for link in block.links)
        return linked * 10 >= 9 * sum(len(line.text) for line in block.lines)

    def _above_headline(self, titles: Collection[str], said: Collection[str]) -> set[int]:
        """What stands above the headline, but for what the page says of its article."""
        is_headline = (self.places[index].tag == "h1" and each in titles for index, each in enumerate(self.letters))
        headline = next((index for index, found in enumerate(is_headline) if found), 0)
        return {
            index
            for index in self.kept
            if index < headline and self.letters[index] not in titles and not self._is_standfirst(index, said)
        }

    def _strays(self) -> set[int]:
        """Short lines that stand far below the text and are no sentence."""
        found: set[int] = set()
        from_below = sorted(self.kept, reverse=True)
        for index, before in pairwise(from_below):
            is_short = len(self.letters[index]) < _MIN_STATED and self.blocks[index].lines[-1].text[-1:] not in _ENDS
            if index - before < _FAR or not is_short:
                break
            found.add(index)
        return found

    def left_out(self) -> Iterator[Block]:
        """The paragraphs of running text that are not the article's."""
        for index, block in enumerate(self.blocks):
            if index not in self.kept and block.kind == "paragraph" and not block.links:
                yield block

    def sorted_out(self) -> Iterator[Block]:
        """Every block of the page: those of the article, and the captions among them, as they are."""
        first, last = min(self.kept), max(self.kept)
        for index, block in enumerate(self.blocks):
            if index in self.kept or (block.kind == "caption" and first < index <= last):
                yield replace(block, kind="paragraph") if block.kind == "heading" and index < first else block
            else:
                yield replace(block, kind="page", links=())


def _letters(text: str) -> str:
    """A text without what differs between two ways to read a page: space, capitals, signs."""
    return "".join(character for character in text.casefold() if character.isalnum())
