"""The lists of all articles and of all names; of very many, on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Article, EntityEntry, Kind, Page
from dossier.pages.archive import Archive, ListPage, keys_of
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


def articles_pages(site: Site) -> Iterator[Page]:
    """Every article, newest first: on one page, or the newest, and all on a page a year or month."""
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
        counted=f"{counted(len(articles), 'article')}, newest first.",
        above=[],
        parts=archive.links(archive.whole, ARTICLES),
        newest=f"The newest {len(shown):,}",
        rows=[article_row(article, ARTICLES) for article in shown],
        pages=[],
        beside=[],
    )
    for page in archive.pages():
        yield _articles_page(page)


def _articles_page(page: ListPage[Article]) -> Page:
    title = f"Articles: {page.label}"
    return write_page(
        page.uri,
        "articles",
        {"title": title, "search": _EXCLUDED},
        title=title,
        counted=f"{counted(page.count, 'article')}, newest first.",
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
                "pages": _links(kind, lists.get(kind, ()), ENTITIES),
                "rows": [_entity_row(entry, ENTITIES, site) for entry in entries[:most]],
            }
            for kind, entries in kinds
        ],
        pages=[],
        suggested=suggested,
        more_suggested=more,
    )
    for kind, pages in lists.items():
        for number, entries in enumerate(pages, start=1):
            yield _names_page(kind, number, entries, pages, site)


def _names_page(
    kind: Kind, number: int, entries: Sequence[EntityEntry], pages: Sequence[Sequence[EntityEntry]], site: Site
) -> Page:
    """A page of the names of a kind, by the alphabet."""
    here = names_uri(kind, number)
    folder, label = FOLDERS[kind]
    title = f"{label}: {_span(entries)}"
    return write_page(
        here,
        "entities",
        {"title": title, "search": _EXCLUDED},
        title=escape(title),
        above=[link("Names", relative(ENTITIES, here)), link(label, f"{relative(ENTITIES, here)}#{folder}")],
        counted=f"{counted(len(entries), 'name')} of {sum(map(len, pages)):,}, by the alphabet.",
        groups=[{"label": "", "said": "", "pages": (), "rows": [_entity_row(each, here, site) for each in entries]}],
        pages=_links(kind, pages, here, number),
        suggested=[],
        more_suggested="",
    )


def _pages_of(entries: Sequence[EntityEntry]) -> list[Sequence[EntityEntry]]:
    ordered = sorted(entries, key=lambda entry: (entry.entity.name.casefold(), entry.entity.id))
    return [ordered[start : start + NAMES_ON_A_PAGE] for start in range(0, len(ordered), NAMES_ON_A_PAGE)]


def _links(kind: Kind, pages: Sequence[Sequence[EntityEntry]], here: str, current: int = 0) -> list[str]:
    """Links to the pages of a kind, by the first and the last name on each."""
    return [
        f"**{isolated(_span(entries))}**"
        if number == current
        else link(isolated(_span(entries)), relative(names_uri(kind, number), here))
        for number, entries in enumerate(pages, start=1)
    ]


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
