"""An HTML tree to blocks: what a reader of the page sees, with kind, links and source lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml import etree, html

from dossier.model import Block, BlockKind, Line, SourceLink

MAX_CHARACTERS = 5_000_000

_NO_WORDS = frozenset(("script", "style"))
"""Elements whose text is for programs."""
_UNSEEN = frozenset(
    (
        "head template noscript noframes noembed iframe object canvas audio video datalist svg annotation "
        "annotation-xml"
    ).split()
)
"""Elements whose words stand in the file, and not in the text that a reader sees: what is said where something cannot
be shown, what a script may use later, the labels in a drawing."""
INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label map mark nobr q rb rp rt rtc ruby "
        "s samp small span strike strong sub sup time tt u var wbr "
        "math maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace "
        "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics"
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
_NUMBER = re.compile(r"\s*(-?\d{1,9})\s*")


class Place(NamedTuple):
    """Where a block stands."""

    around: int = 0
    """The number of the element around its own."""
    tag: str = ""
    named: str = ""
    """The class of its own element."""
    linked: bool = False
    """Whether a link is around it, and maybe around others."""


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
    """List the text of a tree in blocks, in the order of the page; what a browser does not show is of kind `page`."""
    return placed_blocks(tree)[0]


def placed_blocks(tree: html.HtmlElement) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """List the blocks of a tree, and where each stands."""
    walk = _Walk()
    walk.element(tree)
    walk.close()
    return tuple(walk.blocks), tuple(walk.places)


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.tag == "template":
        return not ("shadowrootmode" in element.attrib or "shadowroot" in element.attrib)
    if element.tag in _UNSEEN or "hidden" in element.attrib:
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()


def _counting(ordered: html.HtmlElement) -> tuple[int, int]:
    """The first number of an ordered list, and the step to the next."""
    if "reversed" not in ordered.attrib:
        return _number(ordered.get("start"), 1), 1
    return _number(ordered.get("start"), sum(1 for _ in ordered.iterchildren("li"))), -1


def _number(said: str | None, otherwise: int) -> int:
    match = _NUMBER.fullmatch(said or "")
    return int(match[1]) if match else otherwise


def _unseen(element: html.HtmlElement, line: int) -> Iterator[Block]:
    """The words of an element that is not shown, and of the page that it frames."""
    walk = _Walk(everything=True)
    walk.line = line
    walk.element(element)
    framed = element.get("srcdoc", "")
    tree = parse(framed) if framed.strip() else None
    if tree is None:
        walk.add(framed)
    else:
        walk.element(tree)
    walk.close()
    return (replace(block, kind="page", links=()) for block in walk.blocks)


class _Walk:
    """Goes through a tree, and gathers inline text until a block ends."""

    def __init__(self, *, everything: bool = False) -> None:
        self.everything = everything
        """Whether this walk is through what is hidden; nothing is hidden twice."""
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.holders: list[tuple[int, str, str]] = [(0, "", "")]
        """The open elements that are blocks: each with its number, its tag and its class."""
        self.holder = Place()
        self.elements = 0
        self.target = ""
        """Where the link that is open leads."""
        self.wraps = False
        """Whether it began in a block before."""
        self.unseen: list[Block] = []
        """What is hidden in the block that is open; it stands behind it."""
        self.kinds: list[BlockKind] = ["paragraph"]
        self.line = 1
        self.number = ""
        self.counts: list[tuple[int, int]] = []
        """The next number of each ordered list that is open, and the step to the one behind it."""
        self.begin()

    def begin(self) -> None:
        self.lines: list[Line] = []
        self.text: list[str] = []
        self.length = self.done = self.link_start = 0
        self.wraps = bool(self.target)
        self.start = self.line
        self.links: list[SourceLink] = []

    def element(self, root: html.HtmlElement) -> None:
        """Go through an element, without recursion: depth is hostile."""
        stack: list[tuple[html.HtmlElement, Iterator[html.HtmlElement]]] = []
        self.open(root)
        stack.append((root, iter(root)))
        self.add(root.text)
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.shut(element)
                if stack:
                    self.add(element.tail)
            elif not isinstance(child.tag, str) or child.tag in _NO_WORDS:
                self.add(child.tail)
            elif not self.everything and _is_hidden(child):
                self.unseen += _unseen(child, self.line)
                self.add(child.tail)
            else:
                self.open(child)
                stack.append((child, iter(child)))
                self.add(child.get("srcdoc") if self.everything else None)
                self.add(child.text)

    def open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        self.line = max(self.line, element.sourceline or 1)
        if tag == "br":
            self.end_line()
        elif tag not in INLINE:
            self.close()
            self.elements += 1
            self.holders.append((self.elements, tag, element.get("class") or ""))
        if tag == "a":
            self.target, self.link_start = (element.get("href") or "").strip(), self.length
            self.wraps = False
        if tag in _KINDS:
            self.kinds.append(_KINDS[tag])
        if tag == "ol":
            self.counts.append(_counting(element))
        if tag == "li":
            self.number = self.next_number(element)

    def shut(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag == "a":
            if self.target and not self.wraps and self.link_start < self.length:
                self.links.append(SourceLink(self.link_start, self.length, self.target))
            self.target, self.wraps = "", False
        if tag not in INLINE and tag != "br":
            self.close()
            self.holders.pop()
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
        number, step = self.counts[-1]
        number = _number(item.get("value"), number)
        self.counts[-1] = (number + step, step)
        return f"{number}. "

    def add(self, text: str | None) -> None:
        if not text:
            return
        shown = text if self.kinds[-1] == "code" else _SPACE.sub(" ", text)
        if not self.text or self.text[-1].endswith(" "):
            shown = shown if self.kinds[-1] == "code" else shown.lstrip(" ")
        if shown:
            if not self.text and not self.lines:
                self.holder = Place(self.holders[-2:][0][0], *self.holders[-1][1:])
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
            self.places.append(self.holder._replace(linked=bool(self.target) and self.link_start == 0))
        self.blocks += self.unseen
        self.places += [Place()] * len(self.unseen)
        self.unseen = []
        self.begin()
