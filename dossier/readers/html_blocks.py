"""An HTML tree to blocks: what a reader of the page sees, with kind, links and source lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from dossier.model import Block, BlockKind, Line, SourceLink

MAX_CHARACTERS = 5_000_000

_HIDDEN = frozenset("script style template noscript svg math head iframe object canvas audio video map dialog".split())
"""Elements whose text nobody sees, or that is no text."""
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
        "small span strike strong sub sup time tt u var wbr"
    ).split()
)
"""Elements that do not begin a line of their own; every other one does."""
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list",
    "blockquote": "quote",
    "figcaption": "caption",
    "pre": "code",
}
_SPACE = re.compile(r"[ \t\n\r\f]+")


def parse(text: str) -> html.HtmlElement | None:
    """Parse a page or a fragment of one; `None` if there is no element in it, or if it is nested too deep."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=False)
    content = text.encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(content, parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None
    # Behind what is nested too deep, the parser reads nothing more.
    return None if any("depth" in seen.message.lower() for seen in parser.error_log) else tree


def blocks_of(tree: html.HtmlElement) -> tuple[Block, ...]:
    """List the visible text of a tree in blocks, in the order of the page."""
    walk = _Walk()
    walk.element(tree)
    walk.close()
    return tuple(walk.blocks)


def _is_hidden(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _HIDDEN or "hidden" in element.attrib:
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


class _Walk:
    """Goes through a tree, and gathers inline text until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.kinds: list[BlockKind] = ["paragraph"]
        self.line = 1
        self.number = ""
        self.counts: list[int] = []
        """How many items each ordered list that is open has had."""
        self.begin()

    def begin(self) -> None:
        self.lines: list[Line] = []
        self.text: list[str] = []
        self.length = self.done = 0
        self.start = self.line
        self.links: list[SourceLink] = []

    def element(self, root: html.HtmlElement) -> None:
        """Go through an element, without recursion: depth is hostile."""
        stack: list[tuple[html.HtmlElement, Iterator[html.HtmlElement], int]] = []
        self.open(root)
        stack.append((root, iter(root), self.length))
        while stack:
            element, children, start = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.shut(element, start)
                if stack:
                    self.add(element.tail)
            elif _is_hidden(child):
                self.add(child.tail)
            else:
                self.open(child)
                stack.append((child, iter(child), self.length))
                self.add(child.text)

    def open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        self.line = max(self.line, element.sourceline or 1)
        if tag == "br":
            self.end_line()
        elif tag not in INLINE:
            self.close()
        if tag in _KINDS:
            self.kinds.append(_KINDS[tag])
        if tag == "ol":
            self.counts.append(0)
        if tag == "li":
            self.number = self.next_number(element)

    def shut(self, element: html.HtmlElement, start: int) -> None:
        tag = element.tag
        if tag == "a" and element.get("href") and start < self.length:
            self.links.append(SourceLink(start, self.length, element.get("href").strip()))
        if tag not in INLINE and tag != "br":
            self.close()
        if tag in _KINDS:
            self.kinds.pop()
            self.number = ""
        if tag == "ol":
            self.counts.pop()

    def next_number(self, item: html.HtmlElement) -> str:
        """The number that a browser shows before an item of an ordered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        self.counts[-1] += 1
        return f"{self.counts[-1]}. "

    def add(self, text: str | None) -> None:
        if not text:
            return
        shown = text if self.kinds[-1] == "code" else _SPACE.sub(" ", text)
        if not self.text or self.text[-1].endswith(" "):
            shown = shown if self.kinds[-1] == "code" else shown.lstrip(" ")
        if shown:
            if not self.text and not self.lines:
                self.start = self.line + text[: len(text) - len(text.lstrip())].count("\n")
            if self.number:
                shown, self.number = self.number + shown, ""
            self.text.append(shown)
            self.length += len(shown)
        self.line += text.count("\n")

    def end_line(self) -> None:
        """A line break: two in succession are the end of a paragraph."""
        if not "".join(self.text).strip():
            self.close()
            return
        self.push()

    def push(self) -> None:
        shown = "".join(self.text)
        if shown.strip():
            self.lines.append(Line(self.start, shown.rstrip()))
            self.done += len(shown.rstrip()) + 1
        self.length = self.done
        self.text = []
        self.start = self.line

    def close(self) -> None:
        self.push()
        if self.lines:
            kind: BlockKind = next((each for each in reversed(self.kinds) if each != "paragraph"), "paragraph")
            lines = tuple(self.lines)
            if kind == "code":
                lines = tuple(
                    Line(line.number + index, each)
                    for line in lines
                    for index, each in enumerate(line.text.split("\n"))
                    if each.strip()
                )
            end = sum(len(line.text) + 1 for line in lines) - 1
            links = tuple(SourceLink(x.start, min(x.end, end), x.url) for x in self.links if x.start < min(x.end, end))
            self.blocks.append(Block(kind, lines, flowing=len(lines) == 1, links=links))
        self.begin()
