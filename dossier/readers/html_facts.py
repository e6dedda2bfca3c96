"""What a web page says of itself: JSON-LD, meta tags, a canonical link, the language of its root element."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree, html

from dossier.model import Field, Location
from dossier.readers.html_authors import first_authors, short_text

_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report)$")
_MAX_JSON = 1_000_000
_MAX_OBJECTS = 2_000
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINKED = "its JSON-LD"

_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title"),
    "date": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publishdate", "publish-date",
        "pubdate", "article.published", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
        "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
    "authors": (
        "author", "parsely-author", "article:author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
        "cxenseparse:author", "article.author", "twitter:data1",
    ),
    "outlet": ("og:site_name", "dc.publisher", "cxenseparse:site", "publisher"),
    "url": ("og:url", "parsely-link", "twitter:url"),
    "section": ("article:section", "parsely-section", "cxenseparse:category"),
    "keywords": ("news_keywords", "article:tag", "parsely-tags", "keywords", "sailthru.tags"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "language": ("og:locale", "dc.language", "content-language"),
}  # fmt: skip
"""The names of meta tags for each fact, the most reliable first."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states."""

    fields: tuple[Field, ...]
    """For each fact the most reliable statement first."""
    descriptions: tuple[str, ...]
    """What the page says it is about: often the paragraph under its headline, word for word."""
    bodies: tuple[str, ...]
    """The text of the article, where the page states it apart."""


def page_facts(tree: html.HtmlElement, location: Location) -> PageFacts:
    """Read what a page states of its article."""
    linked = list(_linked_data(tree))
    objects = [(found, line) for found, line in linked if _is_article(found)]
    named = {
        found["@id"]: found["name"] for found, _ in linked if isinstance(found.get("@id"), str) and "name" in found
    }
    fields: list[Field] = []
    fields += _canonical(tree, location)
    own = _own(objects, tree)
    for found, line in own:
        fields += _of_object(_with_author(found, named), location.at(line))
    metas = _metas(tree)
    for name, keys in _META.items():
        for key in keys:
            values = tuple(value for value, _ in metas.get(key, ()))
            if values and name != "description" and not (key == "twitter:data1" and not _written_by(metas)):
                fields.append(Field(name, values, location.at(metas[key][0][1]), f"its meta tag {key}"))
    # The publisher of JSON-LD is a company; the name of the site is what its readers call it.
    for found, line in own:
        if values := tuple(_texts(found.get("publisher"))):
            fields.append(Field("outlet", values, location.at(line), f"{_LINKED} (publisher)"))
    fields += _of_elements(tree, location, dated=any(field.name == "date" for field in fields))
    stated = [value for key in _META["description"] for value, _ in metas.get(key, ())]
    stated += [text for found, _ in objects if (text := _text(found.get("description")))]
    bodies = tuple(text for found, _ in objects if (text := _text(found.get("articleBody"))))
    return PageFacts(tuple(fields), tuple(stated), bodies)


def _own(
    objects: Sequence[tuple[Mapping[str, Any], int]], tree: html.HtmlElement
) -> Sequence[tuple[Mapping[str, Any], int]]:
    """The object of the page's own article: of several the one whose headline the page shows, else none."""
    if len({_text(found.get("headline")) for found, _ in objects}) < 2:
        return objects[:1]
    shown = {short_text(heading).casefold() for heading in tree.iter("h1")}
    shown |= {
        " ".join((meta.get("content") or "").split()).casefold()
        for meta in tree.iter("meta")
        if meta.get("property") == "og:title"
    }
    return [each for each in objects if _text(each[0].get("headline")).casefold() in shown][:1]


def _linked_data(tree: html.HtmlElement) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Every object in the page's JSON-LD, outer ones first."""
    number = 0
    for script in tree.iter("script"):
        text = (script.text or "").strip()
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > _MAX_JSON:
            continue
        text = text.removeprefix("//").removeprefix("<![CDATA[").rstrip(";").removesuffix("]]>").removesuffix("//")
        try:
            waiting: deque[Any] = deque([json.loads(text, strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting and number < _MAX_OBJECTS:
            number += 1
            found = waiting.popleft()
            if isinstance(found, list):
                waiting.extend(found[:_MAX_OBJECTS])
            elif isinstance(found, dict):
                yield found, script.sourceline or 1
                waiting.extend(value for value in found.values() if isinstance(value, (list, dict)))


def _is_article(found: Mapping[str, Any]) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names) and "headline" in found


def _canonical(tree: html.HtmlElement, location: Location) -> Iterator[Field]:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield Field("url", (link.get("href").strip(),), location.at(link.sourceline or 1), "its canonical link")


def _with_author(found: Mapping[str, Any], named: Mapping[str, Any]) -> Mapping[str, Any]:
    """The object with the author's name where it only refers to another object by its id."""
    author = found.get("author")
    if isinstance(author, dict) and "name" not in author and author.get("@id") in named:
        return {**found, "author": named[author["@id"]]}
    return found


def _of_object(found: Mapping[str, Any], at: Location) -> Iterator[Field]:
    for name, key in (
        ("title", "headline"),
        ("date", "datePublished"),
        ("created", "dateCreated"),
        ("updated", "dateModified"),
        ("authors", "author"),
        ("authors", "creator"),
        ("section", "articleSection"),
        ("keywords", "keywords"),
        ("language", "inLanguage"),
        ("url", "url"),
    ):
        value = found.get(key)
        if name == "authors" and (
            others := tuple(_texts([each for each in _listed(value) if _is_of(each, "Organization")]))
        ):
            yield Field("agency", others, at, f"{_LINKED} ({key})")
        if name == "authors" and (said := tuple(_texts([each for each in _listed(value) if _is_of(each, "Person")]))):
            yield Field("person", said, at, f"{_LINKED} ({key})")
        values = tuple(_texts(_persons(value) if name == "authors" else value))
        if values:
            yield Field(name, values, at, f"{_LINKED} ({key})")


def _persons(value: Any) -> list[Any]:
    """The authors that are not said to be an organisation."""
    return [each for each in _listed(value) if not _is_of(each, "Organization")]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_of(value: Any, kind: str) -> bool:
    return isinstance(value, dict) and kind in str(value.get("@type"))


def _texts(value: Any) -> Iterator[str]:
    """The texts or names in a value of JSON-LD, which may be one or a list, plain or an object."""
    for each in _listed(value):
        if isinstance(each, dict):
            each = each.get("name")  # noqa: PLW2901 - it is the same thing, said in full
            if isinstance(each, list):
                yield from filter(None, map(_text, each))
                continue
        if text := _text(each):
            yield text


def _text(value: Any) -> str:
    """A text without the markup and references that some pages put into JSON."""
    if not isinstance(value, str) or not value.strip():
        return ""
    if "<" in value or "&" in value:
        value = unescape(_TAGS.sub(" ", value))
    return " ".join(value.split())


def _metas(tree: html.HtmlElement) -> dict[str, list[tuple[str, int]]]:
    """The contents of all meta tags, and their lines, by property or name."""
    found: dict[str, list[tuple[str, int]]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = " ".join((meta.get("content") or "").split())
        if content:
            found.setdefault(key.lower().strip(), []).append((content, meta.sourceline or 1))
    return found


def _written_by(metas: Mapping[str, list[tuple[str, int]]]) -> bool:
    """Whether the pair of tags that shows an article in a message says who wrote it."""
    label = metas.get("twitter:label1", [("", 0)])[0][0].lower()
    return label in {"written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door"}


def _of_elements(tree: html.HtmlElement, location: Location, *, dated: bool) -> Iterator[Field]:
    """What elements of the page state: the headline, and behind it times and authors that are marked as such."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    if root.get("lang"):
        yield Field("language", (root.get("lang").strip(),), location.at(root.sourceline or 1), "its root element")
    every = list(tree.iter(etree.Element))
    start = next((index for index, element in enumerate(every) if element.tag == "h1"), 0)
    times: set[str] = set()
    for element in every[start:]:
        at = location.at(element.sourceline or 1)
        if element.tag == "h1":
            if text := short_text(element):
                yield Field("title", (text,), at, "its first heading")
        elif element.get("datetime", "").strip():
            # Of each kind the first; further ones are those of comments and of other articles.
            name = "date" if element.get("itemprop") == "datePublished" else "created"
            if name in times or (times and dated):
                continue
            times.add(name)
            yield Field(name, (element.get("datetime").strip(),), at, f"its element <{element.tag}>")
    yield from first_authors(every[start:], location)
