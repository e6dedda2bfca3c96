"""The timeline: one page, or where there is much, a page for each year, month or day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote

from dossier.model import Event, Happening, Page
from dossier.pages.density import density
from dossier.pages.happenings import happening_row, sentence_of
from dossier.pages.periods import key_phrase, place_of
from dossier.pages.phrases import counted
from dossier.pages.prose import attribute, escape, link
from dossier.pages.site import Site, write_page
from dossier.pages.spoken import spoken
from dossier.permalinks import TIMELINE, article_uri, relative, timeline_uri

_ON_ONE = 300
"""The whole timeline stands on one page, up to so many rows."""
_ON_A_YEAR = 1000
"""A year, a month or a day stands on one page, up to so many; what is more of one day is left out."""
_FEW = 5
"""So many rows make no page."""
_UNPLACED = 500
_NAMES = 300
"""So many names can be chosen from, those of the most rows."""


@dataclass
class Section:
    """A stretch of the timeline: the whole, a year, a month, a day."""

    key: str
    rows: list[Happening] = field(default_factory=list)
    """All in it, in order."""
    parts: dict[str, Section] = field(default_factory=dict)
    """The next smaller ones."""

    @property
    def own(self) -> list[Happening]:
        """What is not in a smaller one."""
        return [each for each in self.rows if len(place_of(each)) < self.depth + 1]

    @property
    def depth(self) -> int:
        """0 for the whole, 3 for a day."""
        return len(self.key.split("-")) if self.key else 0


def sections(happenings: Sequence[Happening]) -> Section:
    """Divide a timeline."""
    whole = Section("")
    for happening in happenings:
        section = whole
        section.rows.append(happening)
        for key in place_of(happening):
            section = section.parts.setdefault(key, Section(key))
            section.rows.append(happening)
    return whole


def timeline_pages(site: Site) -> Iterator[Page]:
    """The timeline, on as many pages as it needs."""
    whole = sections(site.dossier.happenings)
    unplaced = [event for event in site.dossier.events if event.period is None]
    yield from _pages(whole, unplaced, site)


def _pages(section: Section, unplaced: Sequence[Event], site: Site) -> Iterator[Page]:
    is_divided = len(section.rows) > (_ON_A_YEAR if section.key else _ON_ONE) and bool(section.parts)
    yield _page(section, unplaced, site, is_divided=is_divided)
    if is_divided:
        for part in filter(_has_page, section.parts.values()):
            yield from _pages(part, (), site)


def _has_page(part: Section) -> bool:
    """Whether a part of a divided section has a page of its own, and does not stand on that of the whole."""
    return len(part.rows) > _FEW


def _page(section: Section, unplaced: Sequence[Event], site: Site, *, is_divided: bool) -> Page:
    here = timeline_uri(section.key)
    writer = _Writer(here, site)
    blocks = list(writer.overview(section) if is_divided else writer.rows(section))
    title = key_phrase(section.key) if section.key else "Timeline"
    shown = min(len(section.rows), _ON_A_YEAR if section.depth == 3 else len(section.rows))
    return write_page(
        here,
        "timeline",
        {"title": title, "search": {"exclude": True}},
        listed=not section.key,
        title=title,
        above=[link(_up(key), relative(timeline_uri(key), here)) for key in _above(section.key)],
        counted=_counted(section, site),
        picture=density(section.rows, writer.anchors),
        form=_form(section.rows, site) if section.rows else "",
        is_divided=is_divided,
        blocks=blocks,
        left_out=f"{len(section.rows) - shown:,}" if shown < len(section.rows) else "",
        unplaced=_unplaced(unplaced, here, site),
        unplaced_count=counted(len(unplaced), "date"),
        unplaced_more=f"{len(unplaced) - _UNPLACED:,}" if len(unplaced) > _UNPLACED else "",
    )


def _above(key: str) -> Iterator[str]:
    """The keys of the pages above."""
    parts = key.split("-") if key else []
    for number in range(len(parts)):
        yield "-".join(parts[:number])


def _up(key: str) -> str:
    return key_phrase(key) if key else "Timeline"


def _counted(section: Section, site: Site) -> str:
    articles = {event.article for each in section.rows for event in each.tellings}
    if not section.rows:
        return "No article says when." if not site.dossier.events else ""
    return f"{counted(len(section.rows), 'date')} in {counted(len(articles), 'article')}."


class _Writer:
    """Writes the sections of one page, and knows the anchors that it set."""

    def __init__(self, here: str, site: Site) -> None:
        self._here = here
        self._site = site
        self.anchors: set[str] = set()

    def overview(self, section: Section) -> Iterator[dict[str, object]]:
        """What is known of the section as a whole only, and for each part of it a link to its page."""
        if section.own:
            yield self._block("", "", section.own)
        for part in section.parts.values():
            if not _has_page(part):
                yield self._block(part.key, "##", part.rows)
                continue
            page = relative(timeline_uri(part.key), self._here)
            is_divided = len(part.rows) > _ON_A_YEAR
            months = [self._month(inner, page, is_divided=is_divided) for inner in part.parts.values()]
            label = f"[{key_phrase(part.key)}]({page})"
            yield {
                "label": label,
                "anchor": self._anchor(part.key),
                "level": "##",
                "rows": [],
                "links": months,
                "count": counted(len(part.rows), "date"),
            }

    def _month(self, section: Section, page: str, *, is_divided: bool) -> str:
        """The link to a smaller section on its page, or in the page of the one it is in."""
        target = f"{page}#on-{section.key}"
        if is_divided and _has_page(section):
            target = relative(timeline_uri(section.key), self._here)
        anchor = f'<a id="{self._anchor(section.key)}"></a>'
        return f"{anchor}{link(key_phrase(section.key), target)} <small>{len(section.rows):,}</small>"

    def rows(self, section: Section) -> Iterator[dict[str, object]]:
        """Every row, under headings of years and months."""
        if section.depth >= 2:
            yield self._block("", "", section.rows[:_ON_A_YEAR] if section.depth == 3 else section.rows)
            return
        if section.own:
            yield self._block("", "", section.own)
        for part in section.parts.values():
            if part.depth == 1:
                yield self._block(part.key, "##", part.own)
                for inner in part.parts.values():
                    yield self._block(inner.key, "###", inner.rows)
            else:
                yield self._block(part.key, "##", part.rows)

    def _block(self, key: str, level: str, rows: Sequence[Happening]) -> dict[str, object]:
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


def _form(rows: Sequence[Happening], site: Site) -> str:
    """What a script shows and works with: the names, outlets and days to choose from, as HTML of one line."""
    times = Counter(entity for each in rows for entity in each.entities if entity in site.paged)
    names = sorted((site.entities[entity].name, entity) for entity, _ in times.most_common(_NAMES))
    articles = (site.articles[event.article] for each in rows for event in each.tellings)
    outlets = sorted({article.outlet.value for article in articles if article.outlet.value is not None})
    chosen = [
        ("entity", "Name", [(entity, name) for name, entity in names]),
        ("outlet", "Outlet", [(each, each) for each in outlets]),
    ]
    fields = [
        _field(name, label, f"<select{{}}>{_options(options)}</select>") for name, label, options in chosen if options
    ]
    fields += [_field(name, label, '<input type="date"{}>') for name, label in (("from", "From"), ("to", "To"))]
    return (
        f'<form class="dossier-filter" hidden>{"".join(fields)}<button type="reset">Show all</button>'
        '<p role="status" aria-live="polite"></p></form>'
    )


def _field(name: str, label: str, control: str) -> str:
    """A field of the form, with its label."""
    named = control.replace("{}", f' id="dossier-{name}" name="{name}"', 1)
    return f'<span><label for="dossier-{name}">{label}</label>{named}</span>'


def _options(options: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{attribute(value)}">{attribute(shown)}</option>' for value, shown in options)
    return f'<option value="">all</option>{listed}'


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
    """The first rows of the timeline that name an entity, and the link to all of them."""
    rows = site.happenings.get(entity, [])
    target = f"{relative(TIMELINE, here)}?entity={quote(entity, safe='')}"
    return {
        "rows": [happening_row(each, here, site) for each in rows[:most]],
        "all": link(f"All {len(rows):,} on the timeline" if len(rows) > most else "On the timeline", target),
    }
