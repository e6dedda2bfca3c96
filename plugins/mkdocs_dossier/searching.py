"""What the search of Material reads of a page: it parses all, and drops the sections whose heading says so afterwards.

Lists of mentions, dates and statements are such sections, and the greater part of most pages of a dossier: they are not
given to it. What stands on other pages, and how their sections end, is not known here: of those it is given all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import takewhile

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
    if page.file.generated_by != "dossier":
        add(page)
        return
    whole = page.content
    page.content = searched(whole or "")
    try:
        add(page)
    finally:
        page.content = whole


def searched(html: str) -> str:
    """A page without the sections of the second level that are left out of the search.

    One below which another heading is not left out stays: it would not be left out with it. So does one that ends or
    opens a box.
    """
    if _LEFT_OUT not in html:
        return html
    kept = []
    done = 0
    headings = list(_HEADING.finditer(html))
    for first, heading in enumerate(headings):
        if first == 0 or heading["level"] != "2" or _LEFT_OUT not in heading[0]:
            continue
        below = list(takewhile(lambda each: each["level"] not in "12", headings[first + 1 :]))
        following = headings[first + 1 + len(below) :]
        end = following[0].start() if following else len(html)
        if all(_LEFT_OUT in each[0] for each in below) and _is_whole(html, heading.start(), end):
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
