"""What the search of Material reads of a page: it parses all, and drops the sections whose heading says so afterwards.

Lists of mentions, dates and statements are such sections, and the greater part of most pages: they are not given to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_HEADING = re.compile(r"<h(?P<level>[1-6])\b[^>]*>")
_LEFT_OUT = "data-search-exclude"
_BOX = re.compile(r"<(?P<end>/?)(?:div|section|details)\b")


def quicken(config: MkDocsConfig) -> None:
    """Have the search of Material, if the site has it, read no more than it keeps."""
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    if index is not None:
        index.add_entry_from_context = partial(_add, index.add_entry_from_context)


def _add(add: Callable[[Page], None], page: Page) -> None:
    whole = page.content
    page.content = searched(whole or "")
    try:
        add(page)
    finally:
        page.content = whole


def searched(html: str) -> str:
    """A page without the sections of the second level that are left out of the search.

    One that has headings of its own stays: these are not left out with it. So does one that ends or opens a box.
    """
    if _LEFT_OUT not in html:
        return html
    kept = []
    done = 0
    headings = [*_HEADING.finditer(html), None]
    for heading, following in pairwise(headings):
        if heading is None or heading["level"] != "2" or _LEFT_OUT not in heading[0]:
            continue
        end = len(html) if following is None else following.start()
        is_last = following is None or following["level"] in "12"
        if is_last and headings[0] is not heading and _is_whole(html, heading.start(), end):
            kept.append(html[done : heading.start()])
            done = end
    return "".join((*kept, html[done:]))


def _is_whole(html: str, start: int, end: int) -> bool:
    """Whether every box that begins there ends there, and the other way round."""
    depth = 0
    for box in _BOX.finditer(html, start, end):
        depth += -1 if box["end"] else 1
        if depth < 0:
            return False
    return depth == 0
