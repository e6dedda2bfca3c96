"""A long page in parts, each converted by itself: where one changed, the others need not be converted again.

A part begins at a heading of the second level. That what becomes of the parts, one after the other, is what becomes of
the page, holds for pages of the templates of `dossier.pages` alone, under extensions that look at one block at a time:
no part refers to what another defines, nor ends within what it began. A block of code is HTML there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from mkdocs_dossier.converted import Converted

LONG = 16_000
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
_HEADING = re.compile(r"^(?=## )", re.MULTILINE)
_TAG = re.compile(r"^<(?P<end>/?)(?:div|section|details|pre)\b", re.MULTILINE)


def parts_of(markdown: str, extensions: Sequence[str]) -> list[str]:
    """The parts of a page; itself alone, if it is short or cannot be divided."""
    if len(markdown) < LONG or not _PLAIN.issuperset(extensions):
        return [markdown]
    parts = _HEADING.split(markdown)
    return parts if all(map(_is_whole, parts)) else [markdown]


def _is_whole(part: str) -> bool:
    """Whether every tag that begins in it ends in it."""
    tags = [(-1 if match["end"] else 1) for match in _TAG.finditer(part)]
    return sum(tags) == 0


def joined(parts: Iterable[Converted]) -> Converted | None:
    """The page that the parts make; nothing, if they do not fit together.

    If its title is in no table of contents, or not alone above all that is, none but the first part is asked for.
    """
    following = iter(parts)
    first = next(following)
    if len(first.toc) != 1:
        return None
    title, anchor, level, below = first.toc[0]
    others = list(following)
    parts = [first, *others]
    anchors = list(chain.from_iterable(part.anchors for part in parts))
    if len(anchors) != len(set(anchors)) or any(row[2] <= level for part in others for row in part.toc):
        return None
    links: dict[str, dict[str, str]] = {}
    for uri, found in chain.from_iterable(part.links for part in parts):
        links[uri] = {**found, **links.get(uri, {})}
    return replace(
        first,
        html="\n".join(part.html for part in parts),
        toc=((title, anchor, level, (*below, *chain.from_iterable(part.toc for part in others))),),
        anchors=frozenset(anchors),
        links=tuple(links.items()),
        targets=tuple(dict.fromkeys(chain.from_iterable(part.targets for part in parts))),
    )
