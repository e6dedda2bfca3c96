"""The lists of all articles and of all names; of very many, on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Article, EntityEntry, Kind, Page
from dossier.pages.again import Writer
from dossier.pages.archive import Archive, ListPage, keys_of, page_links
from dossier.pages.phrases import counted
from dossier.pages.prose import escape, link
from dossier.pages.site import Site, article_row, mentioned, write_page
from dossier.pages.spoken import isolated
from dossier.permalinks import ARTICLES, ENTITIES, FOLDERS, articles_uri, names_uri, relative

ON_A_PAGE = 300
"""So many articles stand on one page."""
NEWEST = 100
"""So many of them stand on the first page, where that leads to others."""
NAMES = 600
"""All names stand on one page, up to so many; beyond, it has the most mentioned of each kind,"""
MOST_MENTIONED = 100
"""so many of them, and leads to the pages of all of a kind,"""
NAMES_ON_A_PAGE = 300
"""so many on each."""
_SUGGESTED = 200
"""So many names that nobody has confirmed are shown: of those of the register, and of those that were found."""
_EXCLUDED = {"exclude": True}


def articles_pages(site: Site, written: Writer) -> Iterator[Page]:
    """Every article, newest first: on one page, or the newest, and all on a page a year or month.

    Args:
        site: has them.
        written: makes the page of a year or month.
    """
    articles = list(site.articles.values())
    archive = Archive(
        articles,
        keys=lambda article: keys_of(article.date.value),
        weight=lambda _: 1,
        most=ON_A_PAGE,
        uri=articles_uri,
        name="Articles",
    )
    shown = archive.newest(NEWEST) if archive.is_divided else articles
    yield write_page(
        ARTICLES,
        "articles",
        {"title": "Articles"},
        listed=True,
        title="Articles",
        counted=counted(len(articles), "article")
        + (". All of them, by date:" if archive.is_divided else ", newest first."),
        above=[],
        parts=archive.links(archive.whole, ARTICLES),
        newest=f"The newest {len(shown):,}",
        rows=[article_row(article, ARTICLES) for article in shown],
        pages=[],
        beside=[],
    )
    for page in archive.pages():
        yield from written(page.uri, page, lambda page, _: [_articles_page(page)])


def _articles_page(page: ListPage[Article]) -> Page:
    title = f"Articles: {page.label}"
    return write_page(
        page.uri,
        "articles",
        {"title": title, "search": _EXCLUDED},
        title=title,
        counted=f"{counted(page.count, 'article')}{page.order}",
        above=page.above,
        parts=page.parts,
        newest="",
        rows=[article_row(article, page.uri) for article in page.rows],
        pages=page.pages,
        beside=page.beside,
    )


def entities_pages(site: Site) -> Iterator[Page]:
    """Every entity by kind, with how often it is mentioned; of very many, the most mentioned, and pages of all."""
    kinds = list(site.by_kind())
    is_divided = len(site.confirmed) > NAMES
    most = MOST_MENTIONED if is_divided else NAMES
    lists = {kind: _pages_of(entries) for kind, entries in kinds if len(entries) > most}
    suggested, more = _suggested(site)
    yield write_page(
        ENTITIES,
        "entities",
        {"title": "Names"},
        listed=True,
        title="Names",
        above=[],
        counted=f"{counted(len(site.confirmed), 'name')}, by kind, the most mentioned first.",
        groups=[
            {
                "label": FOLDERS[kind][1],
                "said": f"The {most:,} most mentioned of {len(entries):,}. All of them, by the alphabet:"
                if kind in lists
                else "",
                "pages": [link(shown, relative(uri, ENTITIES)) for shown, uri in _named(kind, lists.get(kind, ()))],
                "rows": [_entity_row(entry, ENTITIES, site) for entry in entries[:most]],
            }
            for kind, entries in kinds
        ],
        pages=[],
        suggested=suggested,
        more_suggested=more,
    )
    for kind, pages in lists.items():
        named = _named(kind, pages)
        count = sum(map(len, pages))
        for number, entries in enumerate(pages):
            said = f"{counted(len(entries), 'name')} of {count:,}, by the alphabet."
            yield _names_page(kind, entries, site, said=said, uri=named[number][1], pages=page_links(named, number))


def _names_page(
    kind: Kind, entries: Sequence[EntityEntry], site: Site, *, said: str, uri: str, pages: Sequence[str]
) -> Page:
    """A page of the names of a kind, by the alphabet."""
    folder, label = FOLDERS[kind]
    title = f"{label}: {_span(entries)}"
    return write_page(
        uri,
        "entities",
        {"title": title, "search": _EXCLUDED},
        title=escape(title),
        above=[link("Names", relative(ENTITIES, uri)), link(label, f"{relative(ENTITIES, uri)}#{folder}")],
        counted=said,
        groups=[{"label": "", "said": "", "pages": (), "rows": [_entity_row(each, uri, site) for each in entries]}],
        pages=pages,
        suggested=[],
        more_suggested="",
    )


def _pages_of(entries: Sequence[EntityEntry]) -> list[Sequence[EntityEntry]]:
    ordered = sorted(entries, key=lambda entry: (entry.entity.name.casefold(), entry.entity.id))
    return [ordered[start : start + NAMES_ON_A_PAGE] for start in range(0, len(ordered), NAMES_ON_A_PAGE)]


def _named(kind: Kind, pages: Sequence[Sequence[EntityEntry]]) -> list[tuple[str, str]]:
    """What each page of the names of a kind is called, by the first and the last of them, and its path."""
    return [(isolated(_span(entries)), names_uri(kind, number)) for number, entries in enumerate(pages, start=1)]


def _span(entries: Sequence[EntityEntry]) -> str:
    first, last = entries[0].entity.name, entries[-1].entity.name
    return first if first == last else f"{first} … {last}"


def _entity_row(entry: EntityEntry, here: str, site: Site) -> dict[str, str]:
    return {
        "name": site.name(entry.entity.id, here),
        "description": escape(entry.entity.description),
        "counted": mentioned(entry),
    }


def _suggested(site: Site) -> tuple[list[dict[str, str]], str]:
    """The names that nobody has confirmed: those of the register, and if the user wants, those that were found."""
    registered = [entry.entity for entry in site.dossier.entries if entry.entity.status == "suggested"]
    rows = [
        {"name": isolated(entity.name), "counted": f"{entity.kind}, in the register"}
        for entity in registered[:_SUGGESTED]
    ]
    found = site.dossier.suggestions if site.dossier.suggested == "show" else ()
    for each in found[:_SUGGESTED]:
        times = f"{counted(each.mentions, 'time')} in {counted(len(each.articles), 'article')}"
        rows.append({"name": isolated(each.name), "counted": f"{each.kind}, by a guess; {times}"})
    more = len(registered) + len(found) - len(rows)
    return rows, f"{more:,}" if more else ""
