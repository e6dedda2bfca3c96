"""A row of the timeline: when, in which words, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Article, Event, Happening
from dossier.pages.periods import period_phrase
from dossier.pages.phrases import date_phrase
from dossier.pages.prose import Span, attribute, escape, link, linker, splice
from dossier.pages.site import Site
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import article_uri, entity_uri, relative

_OTHERS = 10
"""So many others who tell the same are named."""
_ENDS = ".!?…:;\"”’')]"


def happening_row(happening: Happening, here: str, site: Site, anchors: Sequence[str] = ()) -> dict[str, object]:
    """A row as the template of a timeline wants it; `anchors` are set before it."""
    event = happening.event
    start, end = happening.period
    names = attribute(" ".join(happening.entities))
    when = escape(period_phrase(happening.period, event.precision))
    dates = f'data-from="{start or ""}" data-to="{end or ""}"'
    return {
        "when": "".join(f'<a id="{anchor}"></a>' for anchor in anchors)
        + f'<time datetime="{happening.period.place}" {dates} data-names="{names}">{when[:1].upper()}{when[1:]}</time>',
        "notes": list(_notes(event)),
        "sentence": sentence_of(event, here, site),
        "source": " · ".join(_source(event, here, site)),
        "others": list(_others(happening, here, site)),
    }


def sentence_of(event: Event, here: str, site: Site) -> str:
    """The sentence of an event: its date leads to its paragraph, and the first mention of each name to its page."""
    article = site.articles[event.article]
    text = site.paragraphs[event.article][event.paragraph]
    start, end = event.sentence
    spans: list[Span] = [(event.span[0] - start, event.span[1] - start, linker(_target(event, here)))]
    named: set[str] = set()
    for mention in event.mentions:
        first, last = mention.start - start, mention.end - start
        is_free = all(last <= other or until <= first for other, until, _ in spans)
        if mention.entity in site.paged and mention.entity not in named and is_free:
            named.add(mention.entity)
            spans.append((first, last, linker(relative(entity_uri(site.entities[mention.entity]), here))))
    before, behind = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    opened = "… " if before and before not in _ENDS else ""
    cut = " …" if behind and text[end - 1] not in _ENDS else ""
    return spoken(f"{opened}{splice(text[start:end], spans)}{cut}", article)


def _target(event: Event, here: str) -> str:
    return f"{relative(article_uri(event.article), here)}#{event.paragraph}"


def _notes(event: Event) -> Iterator[str]:
    if event.status == "announced":
        yield '<span class="dossier-badge">announced</span>'
    if event.resolved_from == "publication date":
        yield "<small>counted from the date of the article</small>"


def _source(event: Event, here: str, site: Site) -> Iterator[str]:
    article = site.articles[event.article]
    yield spoken(link(escape(article.shown_title), _target(event, here)), article)
    yield from _outlet(article)
    if article.date.value is not None:
        yield date_phrase(article.date.value)


def _outlet(article: Article) -> Iterator[str]:
    if article.outlet.value is not None:
        yield f'<span class="dossier-outlet">{isolated(article.outlet.value)}</span>'


def _named(event: Event, here: str, site: Site) -> str:
    article = site.articles[event.article]
    is_told = article.apart == article.outlet.value  # the title need not say it, too
    title = (article.title.value if is_told else None) or article.shown_title
    outlet = "".join(f" ({each})" for each in _outlet(article))
    return f"{spoken(link(escape(title), _target(event, here)), article)}{outlet}"


def _others(happening: Happening, here: str, site: Site) -> Iterator[str]:
    told = [_named(event, here, site) for event in happening.tellings[1:]]
    if told:
        yield f"Also told by {_listed(told)}"
    undated = [f"{_named(event, here, site)}, “{isolated(event.text)}”" for event in happening.undated]
    if undated:
        yield f"Told in the same words, without a date that is known, by {_listed(undated)}"
    if happening.elsewhere:
        said = [
            f"{escape(period_phrase(event.period, event.precision))} says {_named(event, here, site)}"
            for event in happening.elsewhere
            if event.period is not None
        ]
        yield f'<span class="dossier-differs">They disagree on the day:</span> {_listed(said)}'


def _listed(parts: Sequence[str]) -> str:
    more = f"; and {len(parts) - _OTHERS:,} more" if len(parts) > _OTHERS else ""
    return "; ".join(parts[:_OTHERS]) + more
