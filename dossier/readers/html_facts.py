"""What a web page says of itself: JSON-LD, meta tags, a canonical link, the language of its root element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html

from dossier.model import Field, Location

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
        "date", "last-modified-original",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
    "authors": (
        "author", "parsely-author", "article:author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
        "cxenseparse:author", "article.author", "twitter:creator:name",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "cxenseparse:site", "publisher"),
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
    objects = [(found, line) for found, line in _linked_data(tree) if _is_article(found)]
    fields: list[Field] = []
    for found, line in objects[:1]:
        fields += _of_object(found, location.at(line))
    metas = _metas(tree)
    for name, keys in _META.items():
        for key in keys:
            values = tuple(value for value, _ in metas.get(key, ()))
            if values and name != "description":
                fields.append(Field(name, values, location.at(metas[key][0][1]), f"its meta tag {key}"))
    fields += _of_elements(tree, location)
    stated = [value for key in _META["description"] for value, _ in metas.get(key, ())]
    stated += [text for found, _ in objects if (text := _text(found.get("description")))]
    bodies = tuple(text for found, _ in objects if (text := _text(found.get("articleBody"))))
    return PageFacts(tuple(fields), tuple(stated), bodies)


def _linked_data(tree: html.HtmlElement) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Every object in the page's JSON-LD, outer ones first."""
    number = 0
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > _MAX_JSON:
            continue
        try:
            waiting: list[Any] = [
                json.loads(re.sub(r"^\s*(?:<!\[CDATA\[|//.*\n)|\]\]>\s*;?\s*$", "", text), strict=False)
            ]
        except (ValueError, RecursionError):
            continue
        while waiting and number < _MAX_OBJECTS:
            found = waiting.pop(0)
            if isinstance(found, list):
                waiting += found
            elif isinstance(found, dict):
                number += 1
                yield found, script.sourceline or 1
                waiting += [value for value in found.values() if isinstance(value, (list, dict))]


def _is_article(found: Mapping[str, Any]) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names) and "headline" in found


def _of_object(found: Mapping[str, Any], at: Location) -> Iterator[Field]:
    for name, key in (
        ("title", "headline"),
        ("date", "datePublished"),
        ("date", "dateCreated"),
        ("updated", "dateModified"),
        ("authors", "author"),
        ("authors", "creator"),
        ("outlet", "publisher"),
        ("section", "articleSection"),
        ("keywords", "keywords"),
        ("language", "inLanguage"),
        ("url", "url"),
        ("url", "mainEntityOfPage"),
    ):
        values = tuple(_texts(found.get(key)))
        if values:
            yield Field(name, values, at, f"{_LINKED} ({key})")


def _texts(value: Any) -> Iterator[str]:
    """The texts or names in a value of JSON-LD, which may be one or a list, plain or an object."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            each = each.get("name") or each.get("@id")  # noqa: PLW2901 - it is the same thing, said in full
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


def _of_elements(tree: html.HtmlElement, location: Location) -> Iterator[Field]:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield Field("url", (link.get("href").strip(),), location.at(link.sourceline or 1), "its canonical link")
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    if root.get("lang"):
        yield Field("language", (root.get("lang").strip(),), location.at(root.sourceline or 1), "its root element")
    for headline in tree.iter("h1"):
        text = " ".join(headline.text_content().split())
        if text:
            yield Field("title", (text,), location.at(headline.sourceline or 1), "its first heading")
            break
