"""Feeds: RSS 0.9 to 2.0 and Atom, saved as a file; an article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape, unescape
from typing import Any

from lxml import etree

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location, Record, SeedFile
from dossier.readers.html import fragment_contents
from dossier.readers.limits import too_large

Element = Any
"""An element of lxml, which has no types."""

_TEXTS = ("encoded", "content", "description", "summary")
"""The elements that hold an entry's text, the fullest first."""
_FACTS: dict[str, str] = {
    "title": "title",
    "pubDate": "date",
    "published": "date",
    "issued": "date",
    "date": "date",
    "updated": "updated",
    "modified": "updated",
    "creator": "authors",
    "author": "authors",
    "link": "url",
    "category": "keywords",
    "subject": "keywords",
    "language": "language",
}
"""What the other elements of an entry are."""
_ENTRIES = {"item", "entry"}
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_ROOTS = {"rss", "RDF", "feed"}


def read_feed(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a feed entry by entry; what the feed says of itself holds for each of them."""
    if refused := too_large(file):
        yield refused
        return
    # A feed needs no entity beyond XML's own: none is defined, expanded or fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    content = file.path.read_bytes()
    root = etree.fromstring(content, parser) if content.strip() else None
    if root is None or _name(root) not in _ROOTS:
        found = "not XML" if root is None else f"XML of the kind <{_name(root)}>"
        message = f"no feed of RSS or Atom: {found}"
        seen = Diagnostic("error", file.location, message, "save the article itself, as .html or .txt")
        yield Record(Contents(diagnostics=(seen,) if content.strip() else ()), file.location, "")
        return
    if parser.error_log:
        worst = parser.error_log[0]
        message = f"not well-formed XML: {' '.join(worst.message.split())}"
        seen = Diagnostic("warning", file.location.at(worst.line), message, "check the entries near this line")
        yield Record(Contents(diagnostics=(seen,)), file.location, "")
    shared = tuple(_of_feed(root, file.location))
    entries = [element for element in root.iter() if _name(element) in _ENTRIES]
    for number, entry in enumerate(entries, 1):
        location = replace(file.location, record=number)
        yield _entry(entry, location, shared)
    if not entries:
        seen = Diagnostic("warning", file.location, "the feed has no entry", "save it again, or delete it")
        yield Record(Contents(diagnostics=(seen,)), file.location, "")


def _of_feed(root: Element, location: Location) -> Iterator[Field]:
    """The feed's title, which is the outlet's name as a rule, and its language."""
    channel = next((each for each in root if _name(each) == "channel"), root)
    for element in channel:
        text = _text(element)
        if _name(element) == "title" and text:
            yield Field("outlet", (text,), location.at(element.sourceline or 0), "the feed's title")
        elif _name(element) == "language" and text:
            yield Field("language", (text,), location.at(element.sourceline or 0), "the feed")


def _entry(entry: Element, location: Location, shared: tuple[Field, ...]) -> Record:
    fields: list[Field] = []
    unused: list[Line] = []
    texts: dict[str, str] = {}
    key = ""
    for element in entry:
        name = _name(element)
        value = _link(element) if name == "link" else _text(element)
        value = unescape(_TAGS.sub("", value)) if name == "title" else value
        if _is_media(element):
            if value := _text(element):
                unused.append(Line(element.sourceline or 0, f"media {name}: {value}"))
            continue
        if name in _TEXTS:
            texts[name] = texts.get(name, "") + _markup(element)
        elif name in {"guid", "id"}:
            key = value
        elif name in _FACTS and value:
            line = location.at(element.sourceline or 0)
            fields.append(Field(_FACTS[name], (value,), line, f"the entry's {name}"))
        elif value:
            unused.append(Line(element.sourceline or 0, f"{name}: {value}"))
    fullest = next((name for name in _TEXTS if texts.get(name, "").strip()), None)
    if fullest is None:
        title = next((field.values[0] for field in fields if field.name == "title"), "no title")
        message = f"the entry “{title}” has no text"
        seen = Diagnostic("error", location.at(entry.sourceline or 0), message, "save the article itself, as .html")
        return Record(Contents(diagnostics=(seen,)), location, "")
    blocks = fragment_contents(texts[fullest], location).blocks
    unused += [
        Line(entry.sourceline or 0, f"{name}: {_words(text, location)}")
        for name, text in texts.items()
        if name != fullest and text.strip()
    ]
    key = key or next((field.values[0] for field in fields if field.name == "url"), "") or str(location.record)
    more = (Block("fields", tuple(unused)),) if unused else ()
    return Record(Contents((*more, *blocks), (*_together(fields), *shared)), location, key)


def _words(markup: str, location: Location) -> str:
    return " ".join(line.text for block in fragment_contents(markup, location).blocks for line in block.lines)


def _together(fields: list[Field]) -> Iterator[Field]:
    """The fields, with several authors or keywords as one list."""
    listed = {name: [field for field in fields if field.name == name] for name in ("authors", "keywords")}
    yield from (field for field in fields if field.name not in listed)
    for found in listed.values():
        if found:
            yield replace(found[0], values=tuple(value for field in found for value in field.values))


def _name(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: Element) -> str:
    """The words of an element; of an author only the name, of a category its term."""
    if _name(element) == "category" and element.get("term"):
        return str(element.get("term"))
    named = next((each for each in element if _name(each) == "name"), element)
    return " ".join("".join(named.itertext()).split())


def _link(element: Element) -> str:
    """Where a link leads: Atom says it in an attribute, and has links to other things, too."""
    if element.get("href"):
        return str(element.get("href")).strip() if element.get("rel", "alternate") == "alternate" else ""
    return _text(element)


def _is_media(element: Element) -> bool:
    """Whether it tells of a picture or a film beside the entry: its names are those of texts, too."""
    return isinstance(element.tag, str) and "mrss" in (etree.QName(element).namespace or "")


def _markup(element: Element) -> str:
    """The HTML of an element: as text within it, or as elements; what says that it is plain text is no HTML."""
    if element.get("type") == "text":
        return escape(element.text or "")
    if len(element):
        return "".join((element.text or "", *(etree.tostring(each, encoding="unicode") for each in element)))
    return element.text or ""
