"""The timeline: one page, or where there is much, a page for each year, month or day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby
from urllib.parse import quote

from dossier.model import Event, Happening, Page
from dossier.pages.again import Writer
from dossier.pages.density import density
from dossier.pages.happenings import happening_row, sentence_of
from dossier.pages.periods import day_phrase, key_phrase, place_of
from dossier.pages.phrases import counted
from dossier.pages.prose import escape, link
from dossier.pages.sections import Section, sections
from dossier.pages.site import Site, write_page
from dossier.pages.spoken import spoken
from dossier.pages.timeline_form import filter_form
from dossier.permalinks import TIMELINE, article_uri, relative, timeline_uri

_ON_ONE = 200
"""The whole timeline stands on one page, up to so many rows."""
_ON_A_YEAR = 150
"""A year, a month or a day stands on one page, up to so many; what is more of one day goes on on further pages."""
_FEW = 5
"""So many rows make no page, unless there would be"""
_SMALL = 60
"""more than so many rows in such parts on the page above."""
_UNPLACED = 100
_MANY = 4
"""Of so many years or months, those of the most rows can be jumped to,"""
_JUMPS = 8
"""so many of them,"""
_FULL = 10
"""each at least such a part as full as the fullest."""


def timeline_pages(site: Site, written: Writer) -> Iterator[Page]:
    """The timeline, on as many pages as it needs.

    Args:
        site: has it.
        written: makes the pages of a section.
    """
    whole = sections(site.dossier.happenings)
    unplaced = [event for event in site.dossier.events if event.period is None]
    yield from _pages(whole, unplaced, written)


def _pages(section: Section, unplaced: Sequence[Event], written: Writer) -> Iterator[Page]:
    is_divided = len(section.rows) > (_ON_A_YEAR if section.key else _ON_ONE) and bool(section.parts)

    def make(_: object, site: Site) -> Iterator[Page]:
        yield _page(section, unplaced, site, is_divided=is_divided)
        for number in range(2, _pages_of(section) + 1):
            yield _further_page(section, number, site)

    yield from written(timeline_uri(section.key), (section.rows, unplaced), make)
    if is_divided:
        few = _few(section)
        for part in section.parts.values():
            if len(part.rows) > few:
                yield from _pages(part, (), written)


def _pages_of(section: Section) -> int:
    """So many pages are filled with what is known of the section as a whole only."""
    return -(-len(section.own) // _ON_A_YEAR)


def _few(section: Section) -> int:
    """So many rows at most has a part of a divided section that has no page, but stands on that of the whole."""
    sizes = [len(part.rows) for part in section.parts.values()]
    return next(few for few in range(_FEW, -1, -1) if sum(size for size in sizes if size <= few) <= _SMALL)


def _page(section: Section, unplaced: Sequence[Event], site: Site, *, is_divided: bool) -> Page:
    here = timeline_uri(section.key)
    writer = _Writer(here, site)
    blocks = list(writer.overview(section) if is_divided else writer.rows(section))
    title = _up(section.key)
    return write_page(
        here,
        "timeline",
        {"title": title, "search": {"exclude": True}},
        listed=not section.key,
        title=title,
        above=[link(_up(key), relative(timeline_uri(key), here)) for key in _above(section.key)],
        counted=_counted(section.rows, site),
        jump=list(_jump(section, writer.anchors)),
        picture=density(section.rows, writer.anchors),
        form=filter_form(section.rows, site) if section.rows else "",
        blocks=blocks,
        unplaced=_unplaced(unplaced, here, site),
        unplaced_count=counted(len(unplaced), "date"),
        unplaced_more=f"{len(unplaced) - _UNPLACED:,}" if len(unplaced) > _UNPLACED else "",
    )


def _further_page(section: Section, number: int, site: Site) -> Page:
    """What is left of a day, or of what is known of a year or month only, where it fills more than one page."""
    here = timeline_uri(_further(section.key, number))
    rows = section.own[(number - 1) * _ON_A_YEAR : number * _ON_A_YEAR]
    title = f"{_up(section.key)}, page {number}"
    return write_page(
        here,
        "timeline",
        {"title": title, "search": {"exclude": True}},
        listed=False,
        title=title,
        above=[link(_up(key), relative(timeline_uri(key), here)) for key in (*_above(section.key), section.key)],
        counted=_counted(rows, site),
        jump=[],
        picture="",
        form=filter_form(rows, site),
        blocks=[_Writer(here, site).block("", "", rows)],
        unplaced=[],
    )


def _further(key: str, number: int) -> str:
    return f"{key}-more-{number}"


def _above(key: str) -> Iterator[str]:
    """The keys of the pages above."""
    parts = key.split("-") if key else []
    for number in range(len(parts)):
        yield "-".join(parts[:number])


def _up(key: str) -> str:
    return key_phrase(key) if key else "Timeline"


def _counted(rows: Sequence[Happening], site: Site) -> str:
    articles = {event.article for each in rows for event in each.tellings}
    if not rows:
        return "No article says when." if not site.dossier.events else ""
    told = f"{counted(len(rows), 'date')} in {counted(len(articles), 'article')}."
    return f"What happened when, and what is to come, by the dates that the articles name: {told}"


def _jump(section: Section, anchors: Collection[str]) -> Iterator[str]:
    """Links to the years, or months, of the most rows, in order; none where there is little to jump over."""
    parts = [part for part in section.parts.values() if f"on-{part.key}" in anchors]
    if len(parts) < _MANY:
        return
    parts.sort(key=lambda part: -len(part.rows))
    most = [part for part in parts[:_JUMPS] if _FULL * len(part.rows) >= len(parts[0].rows)]
    for part in sorted(most, key=lambda part: part.key):
        yield f"{link(key_phrase(part.key), f'#on-{part.key}')} <small>{len(part.rows):,}</small>"


class _Writer:
    """Writes the sections of one page, and knows the anchors that it set."""

    def __init__(self, here: str, site: Site) -> None:
        self._here = here
        self._site = site
        self.anchors: set[str] = set()

    def overview(self, section: Section) -> Iterator[dict[str, object]]:
        """What is known of the section as a whole only, and for each part of it a link to its page."""
        yield from self._own(section)
        few = _few(section)
        for part in section.parts.values():
            if len(part.rows) <= few:
                yield self.block(part.key, "##", part.rows)
                continue
            page = relative(timeline_uri(part.key), self._here)
            is_divided = len(part.rows) > _ON_A_YEAR
            most = _few(part) if is_divided else len(part.rows)
            months = [self._month(inner, page, has_page=len(inner.rows) > most) for inner in part.parts.values()]
            label = f"[{key_phrase(part.key)}]({page})"
            yield self._link(label, part.key, months, len(part.rows))

    def _link(self, label: str, key: str, links: Sequence[str], number: int) -> dict[str, object]:
        """A heading that leads to another page of the timeline; the script reads the rows of those."""
        return {
            "label": label,
            "anchor": self._anchor(key),
            "level": "##",
            "rows": [],
            "links": links,
            "count": counted(number, "date"),
        }

    def _month(self, section: Section, page: str, *, has_page: bool) -> str:
        """The link to a smaller section on its page, or in the page of the one it is in."""
        target = f"{page}#on-{section.key}"
        if has_page:
            target = relative(timeline_uri(section.key), self._here)
        anchor = f'<a id="{self._anchor(section.key)}"></a>'
        return f"{anchor}{link(key_phrase(section.key), target)} <small>{len(section.rows):,}</small>"

    def rows(self, section: Section) -> Iterator[dict[str, object]]:
        """Every row, under headings of years and months."""
        if section.depth == 2 and section.parts:
            yield self.block("", "", section.rows)
            return
        yield from self._own(section)
        for part in section.parts.values():
            if part.depth == 1:
                yield self.block(part.key, "##", part.own)
                for inner in part.parts.values():
                    yield self.block(inner.key, "###", inner.rows)
            else:
                yield self.block(part.key, "##", part.rows)

    def _own(self, section: Section) -> Iterator[dict[str, object]]:
        """What is known of the section as a whole only, and the links to its further pages."""
        own = section.own
        if own:
            yield self.block("", "", own[:_ON_A_YEAR])
        for number in range(2, _pages_of(section) + 1):
            key = _further(section.key, number)
            label = f"[{_up(section.key)}, page {number}]({relative(timeline_uri(key), self._here)})"
            rest = len(own) - (number - 1) * _ON_A_YEAR
            yield self._link(label, key, [], min(rest, _ON_A_YEAR))

    def block(self, key: str, level: str, rows: Sequence[Happening]) -> dict[str, object]:
        """Rows, under the heading of a key, if there is one."""
        return {
            "label": key_phrase(key) if key else "",
            "anchor": self._anchor(key) if key else "",
            "level": level,
            "rows": [happening_row(each, self._here, self._site, self._day(each)) for each in rows],
            "links": [],
            "count": "",
        }

    def _anchor(self, key: str) -> str:
        self.anchors.add(f"on-{key}")
        return f"on-{key}"

    def _day(self, happening: Happening) -> Sequence[str]:
        """The anchor of a day, before its first row."""
        key = place_of(happening)[-1]
        is_new = key.count("-") == 2 and f"on-{key}" not in self.anchors
        return [self._anchor(key)] if is_new else []


def _unplaced(events: Sequence[Event], here: str, site: Site) -> list[dict[str, object]]:
    """The dates that have no place in time, an article at a time, with the reason."""
    return [
        {
            "name": spoken(
                link(escape(site.articles[key].shown_title), relative(article_uri(key), here)), site.articles[key]
            ),
            "why": _why(key, site),
            "sentences": [sentence_of(event, here, site) for event in group],
        }
        for key, group in groupby(events[:_UNPLACED], key=lambda event: event.article)
    ]


def _why(key: str, site: Site) -> str:
    day = site.articles[key].date.value
    if day is None:
        return "The date of the article is not known, so these words cannot be counted from it."
    if day.or_later or day.day is None:
        return "The day of the article is not known, so these words cannot be counted from it."
    return "These words do not say which day they are counted from."


def entity_rows(entity: str, here: str, site: Site, most: int) -> dict[str, object]:
    """The rows of the timeline that name an entity, those nearest to the news, and the link to all of them."""
    rows = site.happenings.get(entity, [])
    newest = _newest(rows, site)
    shown = rows[-most:] if newest is None else _nearest(rows, newest, most)
    target = f"{relative(TIMELINE, here)}?entity={quote(entity, safe='')}"
    return {
        "rows": [happening_row(each, here, site) for each in shown],
        "note": _note(len(shown), len(rows), newest),
        "all": link(f"All {len(rows):,} on the timeline" if len(rows) > most else "On the timeline", target),
    }


def _newest(rows: Sequence[Happening], site: Site) -> date | None:
    """The day of the newest article of some rows."""
    days = (site.articles[event.article].date.value for each in rows for event in each.tellings)
    return max((day.start for day in days if day is not None and not day.or_later), default=None)


def _nearest(rows: Sequence[Happening], day: date, most: int) -> list[Happening]:
    """The rows that are nearest to a day, in order."""
    by_distance = sorted(range(len(rows)), key=lambda number: abs((rows[number].period.place - day).days))
    return [rows[number] for number in sorted(by_distance[:most])]


def _note(shown: int, number: int, newest: date | None) -> str:
    if shown == number:
        return ""
    of = f"{shown:,} of {counted(number, 'date')}"
    return f"The last {of}." if newest is None else f"{of}, those nearest to its newest article ({day_phrase(newest)})."
