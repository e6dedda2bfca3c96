"""Where a page names its authors: elements that are marked as such, and lines that begin with `By`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html

from dossier.model import Field, Location

_CLASS = re.compile(r"(?:[\w-]*[-_])?(?:author|byline|autor)s?(?:[-_]?(?:names?|link|info|\d+))?", re.IGNORECASE)
_CLASS_OF_OTHERS = re.compile(r"(?:media|photo|image|picture|caption|comment|figure|video|quote)s?[-_]", re.IGNORECASE)
_AUTHORS_PAGE = re.compile(r"/(?:authors?|autor(?:en|es|in)?|auteurs?|autori|autore|journalists?|redacteurs?|byline)/")
_LABEL = re.compile(
    r"(?:(?:by|von|par|por|di|door|av|af|text|words|автор)\s*:|(?:written by|verfasst von|écrit par|escrito por)\b"
    r"|(?:authors?|autor(?:in|es)?|autor(?:in)?\s?/\s?autor(?:in)?|auteurs?)(?:\s*:|$))",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:By|Von|Par|Por|von|par|por)\s+\S")
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*|and|und|et|y|e|&|de|da|di|del|van|von|der|den|bin|al|el)"
_NAMES_ALONE = re.compile(rf"{_WORD}(?:\s?,?\s{_WORD}){{1,12}}\s?,?")
_NEAR = 100
"""A line that only begins with `By` is looked for in so many elements behind the headline, as far as a further one."""
_MAX_SHORT = 150
_MAX_TRIES = 100
_MAX_INNER = 200


def first_authors(elements: Sequence[html.HtmlElement], location: Location) -> Iterator[Field]:
    """Who the first element behind the headline names that is marked; else the first line with a label.

    Further ones are those of comments and of other articles.
    """
    found = next(_marked(elements), None) or next(_labelled(elements), None)
    if found is not None:
        element, names = found
        at = location.at(element.sourceline or 1)
        yield Field("authors", names, at, "it stands where the page names an author", sure=False)


def short_text(element: html.HtmlElement) -> str:
    """The words of an element, if they are few."""
    text = " ".join(" ".join(element.itertext()).split())
    return text if len(text) <= _MAX_SHORT else ""


def _marked(elements: Sequence[html.HtmlElement]) -> Iterator[tuple[html.HtmlElement, tuple[str, ...]]]:
    for element in islice(filter(_marks_author, elements), _MAX_TRIES):
        if next(element.iterancestors("figure", "figcaption"), None) is None and (text := short_text(element)):
            inner = _inner(element)
            yield element, inner if len(inner) > 1 else (text,)


def _inner(element: html.HtmlElement) -> tuple[str, ...]:
    """The texts of the elements within that name one author each."""
    texts = [short_text(each) for each in islice(element.iterdescendants(), _MAX_INNER) if _leads_to_author(each)]
    return tuple(dict.fromkeys(filter(None, texts)))


def _labelled(elements: Sequence[html.HtmlElement]) -> Iterator[tuple[html.HtmlElement, tuple[str, ...]]]:
    tries = 0
    near = islice(enumerate(elements), 1, _NEAR)
    end = next((index for index, element in near if element.tag == "h1"), _NEAR)
    for index, element in enumerate(elements):
        begins = _first_words(element)
        label = _LABEL.match(begins)
        if label is None and not (index < end and _BY.match(begins)):
            continue
        tries += 1
        if tries > _MAX_TRIES:
            return
        text = short_text(element)
        names = text[label.end() :].strip(" :") if label else text.partition(" ")[2]
        if _NAMES_ALONE.fullmatch(names) and next(element.iterancestors("a"), None) is None:
            yield element, (names,)


def _first_words(element: html.HtmlElement) -> str:
    """The text that an element begins with, itself or in its first child."""
    first = (element.text or "").strip()
    return first if first or not len(element) else (element[0].text or "").strip()


def _marks_author(element: html.HtmlElement) -> bool:
    """Whether an element says of itself that it names an author: `rel`, `itemprop`, its class, or where it leads."""
    if _leads_to_author(element):
        return True
    classes = (element.get("class") or "").split()
    return any(_CLASS.fullmatch(name) and not _CLASS_OF_OTHERS.search(name) for name in classes)


def _leads_to_author(element: html.HtmlElement) -> bool:
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    return element.tag == "a" and _AUTHORS_PAGE.search(element.get("href") or "") is not None
