"""A long page in parts, each converted by itself: where one changed, the others need not be converted again.

A part begins at a heading, or at a box of HTML. That what becomes of the parts, one after the other, is what becomes of
the page, holds for pages of the templates of `dossier.pages` alone, under extensions that look at one block at a time:
no part refers to what another defines, nor ends within what it began. A block of code is HTML there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from zlib import crc32

from mkdocs_dossier.converted import Anchor, Converted

LONG = 8_000
"""A page of so many characters is worth it."""

_PLAIN = frozenset(
    [
        "",
        "admonition",
        "attr_list",
        "fenced_code",
        "md_in_html",
        "pymdownx.details",
        "pymdownx.highlight",
        "pymdownx.superfences",
        "tables",
        "toc",
    ]
)
"""The extensions that look at one block at a time; those that number blocks of code find none on these pages."""
_EDGE = re.compile(r"(?P<heading>(?<=\n\n)#{2,3} )|<(?P<end>/?)(?:div|section|details|pre)\b(?P<attributes>[^>]*)")
_SIZE = 6_000
"""So many characters a part has, more or less."""


def parts_of(markdown: str, extensions: Sequence[str]) -> list[str]:
    """The parts of a page; itself alone, if it is short or cannot be divided.

    What stands at a heading or in a box says whether a part begins there: one that comes in, or goes, moves no other
    part.
    """
    if len(markdown) < LONG or not _PLAIN.issuperset(extensions):
        return [markdown]
    edges = _edges(markdown)
    if edges is None:
        return [markdown]
    pieces = (markdown[start:end] for start, end in pairwise([0, *edges, len(markdown)]))
    parts = [""]
    for piece in pieces:
        if crc32(piece.encode()) % _SIZE < len(piece):
            parts.append("")
        parts[-1] += piece
    return [part for part in parts if part]


def _edges(markdown: str) -> list[int] | None:
    """Where headings and boxes begin that are in no other box; nothing, if a box does not end.

    Not the first behind a box that is HTML through and through: such a one leaves an empty line to the page.
    """
    found, depth, is_behind_html = [], 0, False
    for edge in _EDGE.finditer(markdown):
        if depth == 0 and not edge["end"] and markdown.endswith("\n\n", 0, edge.start()):
            if not is_behind_html:
                found.append(edge.start())
            is_behind_html = not edge["heading"] and "markdown" not in edge["attributes"]
        if not edge["heading"]:
            depth += -1 if edge["end"] else 1
        if depth < 0:
            return None
    return found if depth == 0 else None


def joined(parts: Iterable[Converted]) -> Converted | None:
    """The page that the parts make; nothing, if they do not fit together.

    If its title is in no table of contents, or not alone above all that is, none but the first part is asked for.
    """
    following = iter(parts)
    first = next(following)
    if len(first.toc) != 1:
        return None
    parts = [first, *following]
    headings = [each for part in parts for each in _flat(part.toc)]
    anchors = list(chain.from_iterable(part.anchors for part in parts))
    if len(anchors) != len(set(anchors)) or any(level <= headings[0][2] for _, _, level, _ in headings[1:]):
        return None
    links: dict[str, dict[str, str]] = {}
    for uri, found in chain.from_iterable(part.links for part in parts):
        links[uri] = {**found, **links.get(uri, {})}
    return replace(
        first,
        html="\n".join(part.html for part in parts),
        toc=_nested(headings),
        anchors=frozenset(anchors),
        links=tuple(links.items()),
        targets=tuple(dict.fromkeys(chain.from_iterable(part.targets for part in parts))),
    )


def _flat(rows: Iterable[Anchor]) -> Iterator[Anchor]:
    """Headings in the order of the page."""
    for row in rows:
        yield row
        yield from _flat(row[3])


def _nested(headings: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Headings in the order of the page, each below the last one before it that is of a higher level."""
    rows: list[Anchor] = []
    start = 0
    while start < len(headings):
        title, anchor, level, _ = headings[start]
        end = next((n for n in range(start + 1, len(headings)) if headings[n][2] <= level), len(headings))
        rows.append((title, anchor, level, _nested(headings[start + 1 : end])))
        start = end
    return tuple(rows)
