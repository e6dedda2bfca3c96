"""Where an entity is mentioned, in which words: on its page, and of very many mentions on a page a year or month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.model import Appearance, EntityEntry, Page, Quote
from dossier.pages.archive import WRITTEN, Archive, ListPage, keys_of
from dossier.pages.phrases import byline_parts, counted
from dossier.pages.prose import escape, link, linker, splice
from dossier.pages.site import Site, mentioned, write_page
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import article_uri, entity_uri, mentions_uri, relative

ON_A_PAGE = 300
"""So many sentences with a mention stand on one page, and"""
NEWEST = 120
"""so many of the newest on the page of the entity, where there are more,"""
IN_ONE = 25
"""so many of one article at most."""
_WRITTEN = 20
"""So many pages that are written by hand stand on the page of the entity, too."""


class Mentions:
    """The mentions of an entity, by article, divided where there are too many for its page."""

    def __init__(self, entry: EntityEntry, site: Site) -> None:
        self.entry = entry
        self.here = entity_uri(entry.entity)
        self.written = [each for each in entry.handwritten if each.place != self.here]
        written = {each.place for each in self.written}

        def keys(appearance: Appearance) -> tuple[str, ...]:
            is_written = appearance.place in written
            return (WRITTEN,) if is_written else keys_of(site.articles[appearance.place].date.value)

        self.archive = Archive(
            (*entry.appearances, *self.written),
            keys=keys,
            weight=lambda appearance: min(len(appearance.quotes), IN_ONE),
            most=ON_A_PAGE,
            uri=lambda key: mentions_uri(entry.entity, key),
            name=isolated(entry.entity.name),
        )


def entity_mentions(mentions: Mentions, site: Site) -> dict[str, Any]:
    """What stands on the entity's own page: every article, or the newest, and links to the lists of all."""
    entry, archive = mentions.entry, mentions.archive
    shown: Sequence[Appearance] = archive.whole.rows
    said = f"{mentioned(entry)}{', newest first' if len(entry.appearances) > 1 else ''}.".capitalize()
    if archive.is_divided:
        newest = archive.newest(NEWEST)[: len(entry.appearances)]
        shown = (*newest, *mentions.written[:_WRITTEN])
        said += f" Here are those in the newest {counted(len(newest), 'article')}; all are in the lists by date:"
    return {
        "counted": said,
        "parts": archive.links(archive.whole, mentions.here),
        "rows": _rows(shown, mentions.here, site),
        "more": len(archive.whole.rows) - len(shown),
    }


def mention_pages(mentions: Mentions, site: Site) -> Iterator[Page]:
    """The lists of all mentions of an entity, if they do not stand on its page."""
    name = mentions.entry.entity.name
    for page in mentions.archive.pages():
        yield write_page(
            page.uri,
            "mentions",
            {"title": f"{name}: {page.label}", "search": {"exclude": True}},
            title=f"{isolated(name)}: {page.label}",
            counted=f"Mentioned {_places(page)}.",
            above=page.above,
            parts=page.parts,
            rows=_rows(page.rows, page.uri, site),
            pages=page.pages,
            beside=page.beside,
        )


def _places(page: ListPage[Appearance]) -> str:
    if page.key == WRITTEN:
        return f"on {counted(page.count, 'page')} written for this site"
    return f"in {counted(page.count, 'article')}, newest first"


def _rows(appearances: Sequence[Appearance], here: str, site: Site) -> list[dict[str, Any]]:
    return [
        _in_article(each, here, site) if each.place in site.articles else _on_page(each, here, site)
        for each in appearances
    ]


def _in_article(appearance: Appearance, here: str, site: Site) -> dict[str, Any]:
    article = site.articles[appearance.place]
    target = relative(article_uri(article.id), here)
    return {
        "title": spoken(link(escape(article.shown_title), target), article),
        "meta": "- " + "\n- ".join(map(isolated, byline_parts(article))),
        "sentences": [
            spoken(_sentence(quote, f"{target}#{quote.paragraph}"), article) for quote in appearance.quotes[:IN_ONE]
        ],
        "more": _more(appearance),
    }


def _on_page(appearance: Appearance, here: str, site: Site) -> dict[str, Any]:
    target = relative(appearance.place, here)
    return {
        "title": link(escape(site.handwritten[appearance.place]), target),
        "meta": "- written for this site",
        "sentences": [_sentence(quote, target) for quote in appearance.quotes[:IN_ONE]],
        "more": _more(appearance),
    }


def _more(appearance: Appearance) -> str:
    rest = len(appearance.quotes) - IN_ONE
    return f"and {counted(rest, 'more sentence')} there" if rest > 0 else ""


def _sentence(quote: Quote, target: str) -> str:
    return splice(quote.sentence, ((start, end, linker(target)) for start, end in quote.spans))
