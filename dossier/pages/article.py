"""The page of an article: the text with its links, and everything known about where it comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.model import AnnotatedArticle, Article, Fact, Kind, Mention, Page, Paragraph
from dossier.pages.phrases import byline_parts, counted, date_phrase, how_known
from dossier.pages.prose import Span, escape, escape_code, link, linker, safe_url, splice
from dossier.pages.site import Site, excerpt, write_page
from dossier.pages.spoken import attributes, isolated, spoken
from dossier.permalinks import ARTICLES, FOLDERS, article_uri, entity_uri, relative

_NUMBERED = re.compile(r"(?P<number>\d{1,9})[.)]\s+")


def article_page(annotated: AnnotatedArticle, site: Site) -> Page:
    """The page of one article."""
    article = annotated.article
    here = article_uri(article.id)
    times = Counter(mention.entity for mention in annotated.resolution.mentions)
    day = article.date.value
    minutes = counted(article.reading_minutes, "minute")
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
        meta=[*map(isolated, byline_parts(article)), f"{article.words:,} words, {minutes}"],
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
        facts=list(_facts(article, here)),
        removed_count=counted(len(article.removed), "line"),
        removed=[
            {"number": removed.line, "text": spoken(escape(removed.text), article), "why": removed.why}
            for removed in article.removed
        ],
    )


def _of_kind(kind: Kind, times: Counter[str], site: Site) -> list[str]:
    found = [entity for entity in times if site.entities[entity].kind == kind]
    return sorted(found, key=lambda entity: (-times[entity], site.entities[entity].name))


def _body(annotated: AnnotatedArticle, here: str, site: Site) -> Iterator[str]:
    """Each paragraph as Markdown; the first mention of an entity in a section is a link."""
    linked: set[str] = set()
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.resolution.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    for number, paragraph in enumerate(annotated.article.paragraphs, start=1):
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
        yield _paragraph(paragraph, number, first, here, site)


def _paragraph(paragraph: Paragraph, number: int, mentions: Sequence[Mention], here: str, site: Site) -> str:
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


def _facts(article: Article, here: str) -> Iterator[dict[str, str]]:
    url = safe_url(article.url.value or "")
    authors = Fact(", ".join(article.authors.value or ()), article.authors.source, article.authors.location)
    day = article.date.value
    for name, fact, shown in (
        ("Title", article.title, article.title.value),
        ("Date", article.date, None if day is None else date_phrase(day)),
        ("Dateline", article.dateline, article.dateline.value),
        ("Outlet", article.outlet, article.outlet.value),
        ("Authors", authors, authors.value),
        ("Language", article.language, article.language.value),
        ("Address", article.url, article.url.value),
    ):
        value = "unknown"
        if shown:
            value = spoken(escape(shown), article) if name == "Title" else isolated(shown)
        value = link(value, url) if name == "Address" and url is not None else value
        yield {"name": name, "value": value, "how": escape(how_known(fact, article.location.path))}
    length = f"{article.words:,} words, {counted(article.reading_minutes, 'minute')} to read"
    yield {"name": "Length", "value": length, "how": "counted; 230 words a minute"}
    name = article.path.name if re.fullmatch(r"[\w.-]+", article.path.name) else "seed.txt"
    target = relative(f"articles/{article.id}/seed.txt", here)
    # To be saved, not shown: a browser would guess the encoding of a text, and a server may not say it.
    seed = f'{link(escape(article.seed), target)}{{ download="{name}" }}'
    yield {"name": "Seed", "value": seed, "how": f"untouched; SHA-256 <code>{article.sha256}</code>"}
