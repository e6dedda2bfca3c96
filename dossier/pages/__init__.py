"""The dossier as pages: one function and one template for each kind. Python decides, templates arrange."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.memory import Memory
from dossier.model import Article, Copy, Dossier, Page
from dossier.pages.again import Again, Writer, afresh
from dossier.pages.article import MAX_PUBLISHED, article_page, copy_pages
from dossier.pages.coverage import coverage_pages
from dossier.pages.entity import entity_pages, listed_in, redirect_pages
from dossier.pages.home import asks, fill, fragments_of, home_page
from dossier.pages.indexes import articles_pages, entities_pages
from dossier.pages.report import report_page
from dossier.pages.site import Site
from dossier.pages.statements import statement_pages
from dossier.pages.timeline import timeline_pages
from dossier.permalinks import article_uri, entity_uri, seed_uri

__all__ = ["asks", "fill", "fragments_of", "render"]


def render(dossier: Dossier, memory: Memory | None = None) -> Iterator[Page]:
    """Write every page of a dossier, and the untouched seeds beside the articles.

    Args:
        dossier: all that there is to write.
        memory: what the last build of this process made, if the process builds again and again.
    """
    site = Site(dossier)
    written = afresh(site) if memory is None else _again(site, memory)
    yield home_page(dossier)
    yield from articles_pages(site, written)
    published: set[str] = set()
    for annotated in dossier.articles:
        article = annotated.article
        yield from written(article_uri(article.id), annotated, lambda annotated, site: [article_page(annotated, site)])
        yield from copy_pages(article)
        sources: tuple[Article | Copy, ...] = (article, *article.copies)
        for source in sources:
            seed = seed_uri(source)
            if seed not in published and source.path.stat().st_size <= MAX_PUBLISHED:
                published.add(seed)
                yield Page(seed, source.path)
    yield from entities_pages(site)
    for entry in site.confirmed:
        key = f"{entity_uri(entry.entity)} {listed_in(entry.entity)}"
        yield from written(key, entry, entity_pages)
    yield from redirect_pages(site)
    yield from timeline_pages(site, written)
    yield from statement_pages(site, written)
    yield from coverage_pages(site, written)
    yield report_page(site)


def _again(site: Site, memory: Memory) -> Writer:
    again = memory.made("pages", Again)
    again.begin(site)
    return again.pages
