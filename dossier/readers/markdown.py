"""Markdown: its blocks, with the inline markup flattened to text and links kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model import Block, BlockKind, Contents, Diagnostic, Line, Location, SourceLink
from dossier.readers.decode import decode
from dossier.readers.fields import split_front_matter

_PARSER = MarkdownIt("commonmark", {"maxNesting": 20})
_MAX_CHARACTERS = 2_000_000
"""Parsing takes 20 seconds for so many of the worst kind."""
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_CONTAINERS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "list_item_open": "list",
    "blockquote_open": "quote",
}


def read_markdown(content: bytes, location: Location) -> Contents:
    """Read a Markdown seed, with front matter if it has any."""
    text, undecoded = decode(content, location)
    if text is None:
        return Contents(diagnostics=undecoded)
    if len(text) > _MAX_CHARACTERS:
        message = f"{len(text):,} characters of Markdown, more than {_MAX_CHARACTERS:,}"
        return Contents(diagnostics=(Diagnostic("error", location, message, "split it, or save it as .txt"),))
    front = split_front_matter(text, location)
    blocks = markdown_blocks(front.body, front.first)
    return Contents((*front.unread, *blocks) if blocks else (), front.fields, (*undecoded, *front.diagnostics))


def markdown_blocks(body: str, first: int = 1) -> tuple[Block, ...]:
    """Split Markdown into blocks; line 1 of `body` is line `first` of its file.

    A line that makes up no block of text, such as a rule or a link's definition, becomes one of kind `markup`.
    """
    source = body.split("\n")
    blocks = list(_blocks(_PARSER.parse(body), first))
    covered = {line.number for block in blocks for line in block.lines} | _bare_fences(source, first)
    left = (Line(number, text) for number, text in enumerate(source, first) if number not in covered and text.strip())
    blocks += [Block("markup", (line,)) for line in left]
    return tuple(sorted(blocks, key=lambda block: block.lines[0].number))


def _bare_fences(source: list[str], first: int) -> set[int]:
    """The lines that open or close a block of code and say nothing else."""
    return {number for number, text in enumerate(source, first) if text.strip() and not text.strip().strip("`~")}


def _blocks(tokens: Sequence[Token], first: int) -> Iterator[Block]:
    kinds: list[BlockKind] = ["paragraph"]
    number = ""
    for token in tokens:
        if token.type in _CONTAINERS:
            kinds.append(_CONTAINERS[token.type])
            if token.type == "list_item_open":
                number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type.replace("_close", "_open") in _CONTAINERS:
            kinds.pop()
        elif token.map is None:
            continue
        elif token.type == "inline":
            texts, links = _flatten(token.children or ())
            start, end = token.map
            if number and kinds[-1] == "list":
                texts[0] = number + texts[0]
                links = tuple(
                    replace(link, start=link.start + len(number), end=link.end + len(number)) for link in links
                )
            number = ""
            yield Block(kinds[-1], _lines(texts, start + first, end + first), flowing=True, links=links)
        elif token.type in {"fence", "code_block", "html_block"}:
            start = token.map[0] + (token.type == "fence")
            texts = token.content.rstrip("\n").split("\n")
            lines = [Line(start + first + index, text) for index, text in enumerate(texts) if text.strip()]
            if lines:
                yield Block(_kind(token), tuple(lines))


def _kind(token: Token) -> BlockKind:
    """The kind of a block that is taken as it stands: HTML of nothing but tags and comments shows nothing."""
    if token.type != "html_block":
        return "code"
    return "paragraph" if _TAGS.sub("", token.content).strip() else "markup"


def _beside(token: Token, address: str) -> str:
    """What of a link or picture is not its text: its title, and an address that leads nowhere from the site."""
    target = str(token.attrGet(address) or "")
    told = [str(token.attrGet("title") or ""), "" if target.startswith(("http:", "https:", "mailto:")) else target]
    return "".join(f" ({words})" for words in told if words)


def _lines(texts: list[str], start: int, end: int) -> tuple[Line, ...]:
    """Give each text its line; what is left over stands in the last one."""
    texts = [*texts[: end - start - 1], " ".join(texts[end - start - 1 :])]
    return tuple(Line(start + index, text) for index, text in enumerate(texts))


def _flatten(children: Sequence[Token]) -> tuple[list[str], tuple[SourceLink, ...]]:
    """Return the text of each line, and the links over the lines joined by single spaces."""
    texts = [""]
    links: list[SourceLink] = []
    opened: list[tuple[int, Token]] = []
    position = 0
    for child in children:
        written = child.content
        if child.type in {"softbreak", "hardbreak"}:
            texts.append("")
            position += 1
        elif child.type == "link_open":
            opened.append((position, child))
        elif child.type == "link_close":
            start, link = opened.pop()
            links.append(SourceLink(start, position, str(link.attrGet("href") or "")))
            written = _beside(link, "href")
        elif child.type == "image":
            alt = " ".join(_flatten(child.children or ())[0])
            links.append(SourceLink(position, position + len(alt), str(child.attrGet("src") or "")))
            written = alt + _beside(child, "src")
        texts[-1] += written
        position += len(written)
    return texts, tuple(link for link in links if link.start < link.end)
