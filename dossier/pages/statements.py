"""The pages of statements: who said what, by speaker; of many statements, a page a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.model import Article, Entity, Page, Piece, Repeated, Statement
from dossier.pages.again import Writer
from dossier.pages.phrases import counted, date_phrase
from dossier.pages.prose import attribute, escape, link
from dossier.pages.site import Site, write_page
from dossier.pages.speakers import MOST, STANDINGS, Shelf, Speaker, Standing
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import STATEMENTS, article_uri, entity_uri, relative, speaker_uri

_ABOUT = 100
"""So many statements about an entity stand on the page of them, the newest."""
ON_ENTITY = 5
"""So many statements by an entity, and about it, stand on its own page."""
_LISTED = 60
"""So many speakers of a kind are linked at the top of a page."""
_GROUPS: dict[Standing, tuple[str, str]] = {
    "entity": ("In the register", ""),
    "named": ("Named, not linked", "Names that the register does not hold, or that an article does not make sure of."),
    "called": ("Not named", "What they are called may mean somebody else in each article."),
    "unknown": ("Nobody named", "No words next to them say for sure who is speaking."),
}
_WRAPPED = {"same": "{}", "left out": "<del>{}</del>", "added": "<ins>{}</ins>"}


def statement_pages(site: Site, written: Writer) -> Iterator[Page]:
    """The list of speakers with their statements, on one page or on many.

    Args:
        site: has them.
        written: makes the pages of a shelf, and that of what others say about an entity.
    """
    speakers = site.speakers
    told = len(speakers.told)
    quoted = sum(not each.statements[0].is_indirect for each in speakers.told)
    front = {"title": "Statements", "search": {"exclude": True}}
    yield write_page(
        STATEMENTS,
        "statements",
        front,
        listed=True,
        title="Statements",
        counted=f"{counted(told, 'statement')}, {quoted:,} of them quoted, {told - quoted:,} in the articles’ words.",
        differs=any(any(each.wordings) for each in speakers.told),
        has_statements=bool(speakers.told),
        groups=[_group(standing, STATEMENTS, site) for standing in STANDINGS if speakers.by_standing[standing]],
        shelves=[],
        back="",
    )
    for shelf in speakers.shelves:
        yield from written(shelf.uri, shelf, _shelf_pages)
    yield from _year_lists(site)
    for entry in site.confirmed:
        about = tuple(site.speakers.about.get(entry.entity.id, ()))
        if len(about) > ON_ENTITY:
            yield from written(speaker_uri(entry.entity.id, "about"), (entry.entity, about), _about_page)


def _group(standing: Standing, here: str, site: Site) -> dict[str, Any]:
    speakers = site.speakers.by_standing[standing]
    label, said = _GROUPS[standing]
    shown = speakers if site.speakers.is_one_page else ()
    return {
        "anchor": standing,
        "label": label,
        "said": said,
        "speakers": [_linked(speaker, here, site) for speaker in speakers[:_LISTED] if speaker.label],
        "more": max(0, len(speakers) - _LISTED),
        "pages": [] if shown else list(_pages_of(standing, here, site)),
        "sections": [_section(speaker, here, site) for speaker in shown],
    }


def _linked(speaker: Speaker, here: str, site: Site) -> str:
    shown = f"{_label(speaker, site)} <small>{len(speaker.told):,}</small>"
    uri, _, anchor = site.speakers.place(speaker).partition("#")
    target = "" if uri == here else relative(uri, here)
    return link(shown, target + (f"#{anchor}" if anchor else ""))


def _pages_of(standing: Standing, here: str, site: Site) -> Iterator[str]:
    """Links to the pages of speakers who have none of their own, by their first and last names."""
    if standing == "entity":
        return
    for shelf in site.speakers.shelves:
        if shelf.speakers[0].standing == standing:
            first, last = (_label(shelf.speakers[at], site) for at in (0, -1))
            shown = first if first == last else f"{first} … {last}"
            yield link(shown, relative(shelf.uri, here))


def _label(speaker: Speaker, site: Site) -> str:
    if speaker.standing == "entity":
        return isolated(site.entities[speaker.label].name)
    return isolated(speaker.label[:1].upper() + speaker.label[1:]) or _GROUPS["unknown"][0]


def _section(speaker: Speaker, here: str, site: Site) -> dict[str, Any]:
    return {
        "anchor": speaker.anchor,
        "label": _label(speaker, site) if speaker.label else "",
        "entity": _page_link(speaker, here, site),
        "rows": [statement_row(told, here, site) for told in speaker.told],
    }


def _page_link(speaker: Speaker, here: str, site: Site) -> str:
    """A link to the page of an entity, if it has one."""
    if speaker.standing != "entity" or speaker.label not in site.paged:
        return ""
    return link("Where else they are mentioned", relative(entity_uri(site.entities[speaker.label]), here))


def _shelf_pages(shelf: Shelf, site: Site) -> Iterator[Page]:
    first = shelf.speakers[0]
    title = site.entities[first.label].name if first.standing == "entity" else _GROUPS[first.standing][0]
    heading = f"{title}, {shelf.part}" if shelf.part else title
    yield write_page(
        shelf.uri,
        "statements",
        {"title": f"Statements: {heading}", "search": {"exclude": True}},
        title="Statements",
        counted=f"{counted(sum(len(speaker.told) for speaker in shelf.speakers), 'statement')}, newest first.",
        differs=any(any(each.wordings) for speaker in shelf.speakers for each in speaker.told),
        has_statements=True,
        groups=[
            {
                "anchor": first.standing,
                "label": isolated(heading),
                "said": _GROUPS[first.standing][1],
                "speakers": [],
                "more": 0,
                "pages": [],
                "sections": [_section(speaker, shelf.uri, site) for speaker in shelf.speakers],
            }
        ],
        shelves=[],
        back=link("All speakers", relative(STATEMENTS, shelf.uri)),
    )


def _year_lists(site: Site) -> Iterator[Page]:
    """For an entity of very many statements the page that leads to those of the years."""
    for speaker in site.speakers.by_standing["entity"]:
        if site.speakers.is_one_page or len(speaker.told) <= MOST:
            continue
        here = speaker_uri(speaker.label)
        parts = [shelf for shelf in site.speakers.shelves if shelf.part and shelf.speakers[0].label == speaker.label]
        yield write_page(
            here,
            "statements",
            {"title": f"Statements: {site.entities[speaker.label].name}", "search": {"exclude": True}},
            title=f"Statements: {isolated(site.entities[speaker.label].name)}",
            counted=f"{counted(len(speaker.told), 'statement')}.",
            differs=False,
            has_statements=True,
            groups=[],
            shelves=[
                link(f"{shelf.part} <small>{len(shelf.speakers[0].told):,}</small>", relative(shelf.uri, here))
                for shelf in parts
            ],
            back=link("All speakers", relative(STATEMENTS, here)),
        )


def _about_page(subject: tuple[Entity, Sequence[Repeated]], site: Site) -> Iterator[Page]:
    """The statements about an entity, where there are more of them than its own page shows."""
    entity, told = subject
    here = speaker_uri(entity.id, "about")
    many = f", the newest {_ABOUT:,} of {len(told):,}" if len(told) > _ABOUT else ""
    name = isolated(entity.name)
    section = {
        "anchor": entity.id,
        "label": "",
        "entity": "",
        "rows": [statement_row(each, here, site) for each in told[:_ABOUT]],
    }
    group = {"anchor": "about", "label": f"Said about {name}", "said": "", "speakers": [], "more": 0, "pages": []}
    yield write_page(
        here,
        "statements",
        {"title": f"Said about {entity.name}", "search": {"exclude": True}},
        title="Statements",
        counted=f"{counted(min(len(told), _ABOUT), 'statement')} of others that mention {name}{many}.",
        differs=any(any(each.wordings) for each in told[:_ABOUT]),
        has_statements=True,
        groups=[group | {"sections": [section]}],
        shelves=[],
        back=link(name, relative(entity_uri(entity), here)),
    )


def statement_row(told: Repeated, here: str, site: Site) -> dict[str, Any]:
    """A statement with where it stands, and the others of the same words with how theirs differ."""
    first, others = told.statements[0], told.statements[1:]
    article = site.articles[first.article]
    words = escape(first.quotation.strip().rstrip(",;") if not first.is_indirect else first.quotation)
    return {
        "is_retold": first.is_indirect,
        "data": _data([site.articles[each.article] for each in told.statements]),
        "words": spoken(words if first.is_indirect else f"“{words}”", article),
        "said": " · ".join(_said(first, here, site)),
        "source": _source(first, here, site),
        "others": [
            {
                "source": _source(each, here, site),
                "said": " · ".join(_said(each, here, site)),
                "wording": _wording(pieces),
            }
            for each, pieces in zip(others, told.wordings, strict=True)
        ],
    }


def _data(articles: Sequence[Article]) -> str:
    """The days and outlets of a row, as attributes that a script filters by."""
    days = sorted({article.date.value.iso for article in articles if article.date.value is not None})
    outlets = sorted({article.outlet.value for article in articles if article.outlet.value is not None})
    parts = (("days", " ".join(days)), ("outlets", "|".join(outlets)))
    return "".join(f' data-{name}="{attribute(value)}"' for name, value in parts if value)


def _said(statement: Statement, here: str, site: Site) -> Iterator[str]:
    """Who says it, by which verb and by way of whom, as the article has it."""
    if statement.speaker is not None:
        said = [statement.cue or "", isolated(statement.speaker)]
        yield " ".join(said if statement.cue == "according to" else reversed(said))
    elif statement.cue is not None:
        yield escape(statement.cue)
    if statement.refers_to is not None:
        yield f"that is, {isolated(statement.refers_to)}"
    if statement.is_carried:
        yield "the speaker is that of the words beside it"
    if statement.via is not None:
        by = site.name(statement.via_entity, here) if statement.via_entity in site.paged else isolated(statement.via)
        yield f"by way of {by}"
    if statement.is_anonymous:
        yield "not named"
    if statement.is_indirect:
        yield "in the article’s words"


def _source(statement: Statement, here: str, site: Site) -> str:
    article = site.articles[statement.article]
    target = f"{relative(article_uri(article.id), here)}#{statement.spans[0].paragraph}"
    title = spoken(link(escape(article.shown_title), target), article)
    return " · ".join([*_facts(article), title])


def _facts(article: Article) -> Iterator[str]:
    day = article.date.value
    yield "date unknown" if day is None else date_phrase(day)
    if article.outlet.value is not None:
        yield isolated(article.outlet.value)


def _wording(pieces: Sequence[Piece]) -> str:
    """How a wording differs, as marks of what is left out and what is added."""
    return " ".join(_WRAPPED[piece.kind].format(escape(piece.text.strip())) for piece in pieces if piece.text.strip())


def entity_statements(entity: str, here: str, site: Site) -> dict[str, Any]:
    """What an entity says, and what is said about it: a few of each, and where the rest is."""
    speaker = site.speakers.of_entity.get(entity)
    by = () if speaker is None else speaker.told
    about = site.speakers.about.get(entity, [])
    place = site.speakers.places.get(entity, "")
    uri, _, anchor = place.partition("#")
    target = relative(uri, here) + (f"#{anchor}" if anchor else "") if place else ""
    return {
        "by": [statement_row(each, here, site) for each in by[:ON_ENTITY]],
        "by_all": link(f"All {len(by):,} statements", target) if len(by) > ON_ENTITY else "",
        "about": [statement_row(each, here, site) for each in about[:ON_ENTITY]],
        "about_all": link(f"All {len(about):,} statements", relative(speaker_uri(entity, "about"), here))
        if len(about) > ON_ENTITY
        else "",
    }
