"""The lists of all articles and of all names."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Page
from dossier.pages.phrases import counted
from dossier.pages.prose import escape
from dossier.pages.site import Site, article_row, mentioned, write_page
from dossier.pages.spoken import isolated
from dossier.permalinks import ARTICLES, ENTITIES, FOLDERS

_SUGGESTED = 200
"""So many names that were found are shown, those of the most articles."""


def articles_page(site: Site) -> Page:
    """Every article, newest first."""
    return write_page(
        ARTICLES,
        "articles",
        {"title": "Articles"},
        listed=True,
        counted=f"{counted(len(site.articles), 'article')}, newest first.",
        rows=[article_row(article, ARTICLES) for article in site.articles.values()],
    )


def entities_page(site: Site) -> Page:
    """Every entity by kind, with how often it is mentioned."""
    groups = [
        {
            "label": FOLDERS[kind][1],
            "rows": [
                {
                    "name": site.name(entry.entity.id, ENTITIES),
                    "description": escape(entry.entity.description),
                    "counted": mentioned(entry),
                }
                for entry in entries
            ],
        }
        for kind, entries in site.by_kind()
    ]
    return write_page(
        ENTITIES,
        "entities",
        {"title": "Names"},
        listed=True,
        counted=f"{counted(len(site.confirmed), 'name')}, by kind, the most mentioned first.",
        groups=groups,
        suggested=list(_suggested(site)),
    )


def _suggested(site: Site) -> Iterator[dict[str, str]]:
    """The names that nobody has confirmed: those of the register, and if the user wants, those that were found."""
    for entry in site.dossier.entries:
        if entry.entity.status == "suggested":
            yield {"name": isolated(entry.entity.name), "counted": f"{entry.entity.kind}, in the register"}
    if site.dossier.suggested == "show":
        for each in site.dossier.suggestions[:_SUGGESTED]:
            times = f"{counted(each.mentions, 'time')} in {counted(len(each.articles), 'article')}"
            yield {"name": isolated(each.name), "counted": f"{each.kind}, by a guess; {times}"}
