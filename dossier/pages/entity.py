"""The page of an entity: what it is called, where it is mentioned in which words, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.model import Entity, EntityEntry, Page
from dossier.pages.coverage import entity_stories
from dossier.pages.mentions import Mentions, entity_mentions, mention_pages
from dossier.pages.phrases import FOUND_BY
from dossier.pages.prose import escape, link, safe_url
from dossier.pages.site import Site, write_page
from dossier.pages.spoken import isolated
from dossier.pages.statements import entity_statements
from dossier.pages.timeline import entity_rows
from dossier.permalinks import ENTITIES, FOLDERS, entity_uri, relative

_ROWS = 20
"""So many rows of the timeline."""
_COMPANY = 40
"""So many names are shown on a page, those of the most articles in common."""


def listed_in(entity: Entity) -> str:
    """Where the names of an entity are listed and which came by a merge: its page says so, and `==` does not look."""
    return repr([((alias.source or entity.location).path, alias.origin) for alias in entity.aliases])


def entity_pages(entry: EntityEntry, site: Site) -> Iterator[Page]:
    """The page of one confirmed entity, and those of its mentions where there are very many."""
    mentions = Mentions(entry, site)
    yield _entity_page(entry, mentions, site)
    yield from mention_pages(mentions, site)


def _entity_page(entry: EntityEntry, mentions: Mentions, site: Site) -> Page:
    entity = entry.entity
    here = entity_uri(entity)
    folder, kind = FOLDERS[entity.kind]
    aliases = [alias.text for alias in entity.aliases if alias.text != entity.name]
    shown = {text.casefold(): text for text in reversed(aliases) if text.casefold() != entity.name.casefold()}
    return write_page(
        here,
        "entity",
        {
            "title": entity.name,
            "description": entity.description,
            "kind": entity.kind,
            "also_known_as": aliases,
            "search": {"boost": 2},  # before an article whose title has the name in it
        },
        index=relative(ENTITIES, here),
        kind=kind,
        folder=folder,
        name=isolated(entity.name),
        description=escape(entity.description),
        aliases=", ".join(map(isolated, reversed(shown.values()))),
        names=list(_names(entity, site)),
        links=list(_entity_links(entity)),
        company=[site.name(other.entity, here, other.articles) for other in entry.company[:_COMPANY]],
        more=max(0, len(entry.company) - _COMPANY),
        statements=entity_statements(entity.id, here, site),
        stories=entity_stories(entity.id, here, site),
        timeline=entity_rows(entity.id, here, site, _ROWS),
        mentions=entity_mentions(mentions, site),
    )


def _names(entity: Entity, site: Site) -> Iterator[dict[str, str]]:
    """Each of its names: how often it stands in articles, and who says that it is one; then what was found besides."""
    forms = site.forms.get(entity.id, Counter())
    listed = {alias.text for alias in entity.aliases}
    for alias in entity.aliases:
        times = sum(number for (text, _), number in forms.items() if text == alias.text)
        source = escape((alias.source or entity.location).path)  # its line would change this page with every other one
        came = f", by way of {isolated(site.merged[alias.origin])}" if alias.origin in site.merged else ""
        yield {"name": isolated(alias.text), "times": f"{times:,}", "source": source + came}
    for (text, rule), times in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])):
        if text not in listed:
            yield {"name": isolated(text), "times": f"{times:,}", "source": FOUND_BY[rule]}


def _entity_links(entity: Entity) -> Iterator[str]:
    for name, target in entity.links:
        url = safe_url(f"https://www.wikidata.org/wiki/{target}" if target[:1] == "Q" else target)
        if url is not None:
            yield link(escape(name.capitalize()), url)


def redirect_pages(site: Site) -> Iterator[Page]:
    """A page at the old address of each renamed or merged entity, which leads to the new one."""
    for old, new in site.dossier.register.redirects:
        if new in site.paged and old not in site.entities:
            entity = site.entities[new]
            # Of what kind the old one was, nobody wrote down.
            for folder, _ in FOLDERS.values():
                here = f"entities/{folder}/{old}.md"
                front = {"title": old, "redirect": relative(entity_uri(entity), here), "search": {"exclude": True}}
                yield write_page(here, "redirect", front, old=escape(old), new=site.name(new, here))
