"""What a hand-written page may ask for: what the dossier holds, the newest articles, the most mentioned names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Dossier, EntityEntry, Page
from dossier.pages.phrases import counted
from dossier.pages.prose import link
from dossier.pages.site import Site, article_row, template
from dossier.permalinks import ARTICLES, ENTITIES, FOLDERS, HOME, relative

_TOP = 12
_NEWEST = 10
_MARKER = re.compile(r"^[ \t]*<!--[ \t]*dossier:[ \t]*(?P<name>[a-z]+)[ \t]*-->[ \t]*$", re.MULTILINE)


def home_page(dossier: Dossier) -> Page:
    """The home page of a site whose user has written none."""
    (fragments,) = fragments_of(dossier, [HOME])
    return Page(HOME, fill(template("home").render(), fragments), listed=True)


def asks(markdown: str) -> bool:
    """Whether a hand-written page asks for something."""
    return _MARKER.search(markdown) is not None


def fragments_of(dossier: Dossier, pages: Iterable[str]) -> Iterator[dict[str, str]]:
    """What each page may ask for, by its name: `counts`, `articles` (the newest), `entities` (the most mentioned).

    Args:
        dossier: what holds it.
        pages: their `src_uri`, from which the links lead.
    """
    site = Site(dossier)
    for here in pages:
        yield {
            "counts": _counts(site, here),
            "articles": _newest(site, here),
            "entities": _most_mentioned(site, here),
        }


def fill(markdown: str, fragments: Mapping[str, str]) -> str:
    """Fill in what a hand-written page asks for.

    A page asks by a comment that stands alone on its line: `<!-- dossier:counts -->`, with the name of what it wants.
    """
    return _MARKER.sub(lambda match: fragments.get(match["name"], match.group()), markdown)


def _counts(site: Site, here: str) -> str:
    articles = link(counted(len(site.articles), "article"), relative(ARTICLES, here))
    kinds = [
        link(counted(len(entries), kind, FOLDERS[kind][1].lower()), f"{relative(ENTITIES, here)}#{FOLDERS[kind][0]}")
        for kind, entries in site.by_kind()
    ]
    rows = "\n".join(f"- {row}" for row in (articles, *kinds))
    return f'<div class="dossier-counts" markdown>\n\n{rows}\n\n</div>'


def _newest(site: Site, here: str) -> str:
    if not site.articles:
        return "There is no article yet."
    rows = [article_row(article, here) for article in list(site.articles.values())[:_NEWEST]]
    listed = "\n\n".join(f"- {row['title']}\n\n    {row['lede']}\n\n    {row['meta']}" for row in rows)
    return f'<div class="dossier-rows" markdown>\n\n{listed}\n\n</div>'


def _most_mentioned(site: Site, here: str) -> str:
    if not site.confirmed:
        return "There is no name in the register yet."
    groups = "\n\n".join(
        f"**{FOLDERS[kind][1]}**\n\n" + "\n".join(f"- {_named(entry, here, site)}" for entry in entries[:_TOP])
        for kind, entries in site.by_kind()
    )
    return f'<div class="dossier-card dossier-named" markdown>\n\n{groups}\n\n</div>'


def _named(entry: EntityEntry, here: str, site: Site) -> str:
    return site.name(entry.entity.id, here, entry.mentions)
