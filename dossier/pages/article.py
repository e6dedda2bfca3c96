"""The page of an article: the text with its links, and everything known about where it comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from dossier.model import AnnotatedArticle, Article, Copy, Fact, Kind, Mention, Page, Paragraph, Resolution
from dossier.pages.beside import letters_of, shared_places
from dossier.pages.leftovers import lines_around, removed_lines
from dossier.pages.phrases import LEFT_OPEN_BY, LINKED_BY, byline_parts, counted, how_known, when_phrase
from dossier.pages.prose import Span, escape, escape_code, link, linker, safe_url, splice
from dossier.pages.site import Site, excerpt, write_page
from dossier.pages.spoken import attributes, isolated, spoken
from dossier.permalinks import ARTICLES, FOLDERS, article_uri, entity_uri, relative, seed_uri, story_uri

_NUMBERED = re.compile(r"(?P<number>\d{1,9})[.)]\s+")


_OUTLETS = 6
"""So many of those that tell the same story are named."""
MAX_PUBLISHED = 50_000_000
"""A seed larger than this is not published: free hosts of sites take no file of more than twice that."""


def article_page(annotated: AnnotatedArticle, site: Site) -> Page:
    """The page of one article."""
    article = annotated.article
    here = article_uri(article.id)
    times = Counter(mention.entity for mention in annotated.resolution.mentions)
    day = article.date.value
    length = article.words, counted(article.reading_minutes, "minute")
    related = [
        spoken(escape(text), article)
        for text in dict.fromkeys(taken.text for taken in article.text.taken("related-headline"))
    ]
    return write_page(
        here,
        "article",
        {
            "title": article.shown_title,
            "description": excerpt(article),
            "date": day.iso if day is not None and article.date.source == "stated" else None,
        },
        index=relative(ARTICLES, here),
        title=spoken(escape(article.shown_title), article),
        meta=[*map(isolated, byline_parts(article)), "{:,} words, {}".format(*length)],
        told=_told(article, here, site),
        named=[
            {
                "label": label,
                "names": [site.name(entity, here, times[entity]) for entity in _of_kind(kind, times, site)],
            }
            for kind, (_, label) in FOLDERS.items()
            if any(site.entities[entity].kind == kind for entity in times)
        ],
        attributes=attributes(article),
        body=list(_body(annotated, here, site)),
        note=" ".join(escape(taken.text) for taken in article.text.taken("source-note")),
        related=[spoken(escape(headline), article) for headline in related],
        facts=list(_facts(article, here, length)),
        linked_count=_linked_count(annotated.resolution),
        linked=[*_linked(annotated.resolution, here, site), *_left_open(annotated.resolution, here, site)],
        unit=article.unit.capitalize(),
        removed=removed_lines(article),
        around=lines_around(article),
    )


def copy_pages(article: Article) -> Iterator[Page]:
    """At the address that a copy would have by itself, a page that leads to the article."""
    for copy in article.copies:
        here = article_uri(copy.id)
        target = relative(article_uri(article.id), here)
        front = {"title": article.shown_title, "redirect": target, "search": {"exclude": True}}
        shown = escape(article.shown_title)
        yield write_page(here, "redirect", front, old=escape(copy.seed), new=link(shown, target))


def _told(article: Article, here: str, site: Site) -> str:
    """Who else tells the story, with a link to its page; empty if nobody does."""
    story = site.told.get(article.id)
    if story is None:
        return ""
    telling = site.outlets(story)
    own = article.outlet.value or ""
    names = [name for name in islice(telling, _OUTLETS + 1) if name != own or telling[name] > 1][:_OUTLETS]
    more = len(telling) - len(names) - (own in telling and telling[own] == 1)
    shown = [*map(isolated, names), *([counted(more, "other outlet")] if more > 0 else [])]
    named = ", ".join(shown) or counted(len(story.articles) - 1, "other article")
    return f"Also told by {named}: {link('what each leaves out', relative(story_uri(story.id), here))}"


def _of_kind(kind: Kind, times: Counter[str], site: Site) -> list[str]:
    found = [entity for entity in times if site.entities[entity].kind == kind]
    return sorted(found, key=lambda entity: (-times[entity], site.entities[entity].name))


def _body(annotated: AnnotatedArticle, here: str, site: Site) -> Iterator[str]:
    """Each paragraph as Markdown; the first mention of an entity in a section is a link."""
    linked: set[str] = set()
    counting = 0
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.resolution.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    beside = _beside(annotated.article, here, site)
    for number, paragraph in enumerate(annotated.article.paragraphs, start=1):
        counting = _counted_on(paragraph, counting)
        if paragraph.kind == "heading":
            linked.clear()
            yield _paragraph(paragraph, number, (), here, site)
            continue
        first: list[Mention] = []
        for mention in mentions.get(paragraph.id, ()):
            in_link = any(source.start < mention.end and mention.start < source.end for source in paragraph.links)
            if mention.entity not in linked and not in_link:
                linked.add(mention.entity)
                first.append(mention)
        shown = _paragraph(paragraph, number, first, here, site, counts=counting > 0)
        yield f"{shown} {beside[paragraph.id]}" if paragraph.id in beside and paragraph.kind == "paragraph" else shown


def _beside(article: Article, here: str, site: Site) -> dict[str, str]:
    """For each paragraph that another article shares, the link to both, side by side."""
    story = site.told.get(article.id)
    if story is None or article.id not in letters_of(story):
        return {}
    target = relative(story_uri(story.id), here)
    numbers = {paragraph.id: number for number, paragraph in enumerate(article.paragraphs, start=1)}
    return {
        place.paragraph: f"{link('⇆', f'{target}#{anchor}')}"
        f'{{ .dossier-compare aria-label="Compare paragraph {numbers[place.paragraph]}" }}'
        for place, anchor in shared_places(story)
        if place.article == article.id
    }


def _counted_on(paragraph: Paragraph, before: int) -> int:
    """The number of an item that follows `before` in a list; 0 for any other: a renderer may count it from 1."""
    item = _NUMBERED.match(paragraph.text) if paragraph.kind == "list" else None
    return before + 1 if item is not None and int(item["number"]) == before + 1 else 0


def _paragraph(
    paragraph: Paragraph, number: int, mentions: Sequence[Mention], here: str, site: Site, *, counts: bool = False
) -> str:
    attributes = f'class="dossier-anchor" href="#{paragraph.id}" aria-label="Link to paragraph {number}"'
    anchor = f'<a id="{paragraph.id}" {attributes}></a>'
    if paragraph.kind == "code":
        return f'<pre id="{paragraph.id}"><code>{escape_code(paragraph.text)}</code></pre>'
    spans = [
        (mention.start, mention.end, linker(relative(entity_uri(site.entities[mention.entity]), here)))
        for mention in mentions
    ]
    for source in paragraph.links:
        target = safe_url(source.url)
        if target is not None:
            spans.append((source.start, source.end, linker(target)))
    if paragraph.kind == "caption":
        text = anchor + _caption(paragraph, spans)
        return f'<div class="dossier-caption" markdown>\n\n{text}\n\n</div>'
    if paragraph.kind == "list" and (item := _NUMBERED.match(paragraph.text)):
        if not counts:
            return anchor + splice(paragraph.text, spans)
        shifted = [(start - item.end(), end - item.end(), write) for start, end, write in spans if start >= item.end()]
        return f"{item['number']}. {anchor}{splice(paragraph.text[item.end() :], shifted)}"
    begin = {"heading": "## ", "list": "- ", "quote": "> "}.get(paragraph.kind, "")
    return begin + anchor + splice(paragraph.text, spans)


def _caption(paragraph: Paragraph, spans: Sequence[Span]) -> str:
    """The words of a caption, and its credit: in one form where that leaves out no word but "photo", else as it is."""
    credit = paragraph.credit
    if credit is None:
        return splice(paragraph.text, spans)
    beside = paragraph.text[credit.start : credit.end].replace(credit.name, " ", 1)
    if set(re.findall(r"\w+", beside.lower())) - {"photo", "photos"}:
        return splice(paragraph.text, spans)
    words = splice(paragraph.text[: credit.start], [span for span in spans if span[1] <= credit.start])
    name = paragraph.text.index(credit.name, credit.start)
    inside = [(start - name, end - name, write) for start, end, write in spans if name <= start and end <= credit.end]
    named = splice(credit.name, [span for span in inside if span[1] <= len(credit.name)])
    label = "" if "photo" in credit.name.lower() else "Photo: "
    return f'{words} <span class="dossier-credit">{label}{named}</span>'


def _linked_count(resolution: Resolution) -> str:
    found = counted(len(resolution.mentions), "mention")
    return f"{found}, {len(resolution.unresolved):,} left open" if resolution.unresolved else found


def _linked(resolution: Resolution, here: str, site: Site) -> Iterator[dict[str, str]]:
    """The words that were linked, in the order of the text, each once a name and rule."""
    times = Counter((each.text, each.entity, each.rule) for each in resolution.mentions)
    first = {(each.text, each.entity, each.rule): each for each in reversed(resolution.mentions)}
    for key, number in times.items():
        text, entity, rule = key
        words = link(isolated(text), f"#{first[key].paragraph}")
        yield {"words": words, "times": _times(number), "name": site.name(entity, here), "why": LINKED_BY[rule]}


def _left_open(resolution: Resolution, here: str, site: Site) -> Iterator[dict[str, str]]:
    times = Counter((each.text, each.candidates, each.rule) for each in resolution.unresolved)
    first = {(each.text, each.candidates, each.rule): each for each in reversed(resolution.unresolved)}
    for key, number in times.items():
        text, candidates, rule = key
        words = link(isolated(text), f"#{first[key].paragraph}")
        fitting = " or ".join(site.name(entity, here) for entity in candidates)
        shown = f"left open: {fitting}?" if fitting else "left open"
        yield {"words": words, "times": _times(number), "name": shown, "why": LEFT_OPEN_BY[rule]}


def _times(number: int) -> str:
    return f" <small>×{number:,}</small>" if number > 1 else ""


def _facts(article: Article, here: str, length: tuple[int, str]) -> Iterator[dict[str, str]]:
    for name, fact, shown in _rows(article):
        value = "unknown"
        if shown:
            value = spoken(escape(shown), article) if name == "Title" else isolated(shown)
        url = safe_url(shown) if shown and name == "Address" else None
        value = link(value, url) if url is not None else value
        yield {"name": name, "value": value, "how": escape(how_known(fact, article.location.path, article.unit))}
    yield {"name": "Length", "value": "{:,} words, {} to read".format(*length), "how": "counted; 230 words a minute"}
    yield _file("Seed", article, here, "untouched")
    for copy in article.copies:
        yield _file("Same text", copy, here, "the same article once more")


def _rows(article: Article) -> Iterator[tuple[str, Fact[Any], str | None]]:
    """Each fact with its name and how it is shown; those that few articles have, only where they are known."""
    date, updated = article.date.value, article.updated.value
    yield "Title", article.title, article.title.value
    yield "Date", article.date, None if date is None else when_phrase(date)
    if updated is not None:
        yield "Updated", article.updated, when_phrase(updated)
    yield "Dateline", article.dateline, article.dateline.value
    if article.agency.value is not None:
        yield "Agency", article.agency, article.agency.value
    yield "Outlet", article.outlet, article.outlet.value
    yield "Authors", article.authors, ", ".join(article.authors.value or ())
    yield "Language", article.language, article.language.value
    if article.section.value is not None:
        yield "Section", article.section, article.section.value
    if article.keywords.value:
        yield "Keywords", article.keywords, ", ".join(article.keywords.value)
    yield "Address", article.url, article.url.value


def _file(name: str, file: Article | Copy, here: str, said: str) -> dict[str, str]:
    """A seed file with its digest; to be saved, not shown: a browser would guess the encoding of a text."""
    shown = escape(file.seed)
    if file.path.stat().st_size <= MAX_PUBLISHED:
        target = relative(seed_uri(file), here)
        saved = file.path.name if re.fullmatch(r"[\w.-]+", file.path.name) else "seed.txt"
        shown = f'{link(shown, target)}{{ download="{saved}" }}'
    number = f", number {file.location.record} in it" if file.location.record else ""
    return {"name": name, "value": shown, "how": f"{said}{number}; SHA-256 <code>{file.sha256}</code>"}
