"""What a hand-written page may ask for: what the dossier holds, the newest articles, the most mentioned names."""

from __future__ import annotations

import re

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
    return Page(HOME, fill(template("home").render(), dossier, HOME), listed=True)


def fill(markdown: str, dossier: Dossier, src_uri: str) -> str:
    """Fill in what the dossier holds where a hand-written page asks for it.

    A page asks by a comment that stands alone on its line: `<!-- dossier:counts -->`, `<!-- dossier:articles -->` (the
    newest) or `<!-- dossier:entities -->` (the most mentioned, by kind).
    """
    if _MARKER.search(markdown) is None:
        return markdown
    site = Site(dossier)
    fragments = {"counts": _counts, "articles": _newest, "entities": _most_mentioned}

    def fragment(match: re.Match[str]) -> str:
        write = fragments.get(match["name"])
        return match.group() if write is None else write(site, src_uri)

    return _MARKER.sub(fragment, markdown)


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
