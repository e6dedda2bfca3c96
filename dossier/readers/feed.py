"""Feeds: RSS 0.9 to 2.0 and Atom, saved as a file; an article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape, unescape
from typing import Any

from lxml import etree

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location, Record, SeedFile
from dossier.readers.decode import decode
from dossier.readers.html import fragment_contents
from dossier.readers.limits import too_large
from dossier.readers.well_formed import VOID, well_formed, without_prologue

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
_DECLARED = re.compile(rb"\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_ROOTS = {"rss", "RDF", "feed"}


def read_feed(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a feed entry by entry; what the feed says of itself holds for each of them."""
    if refused := too_large(file):
        yield refused
        return
    content = file.path.read_bytes()
    declared = _DECLARED.match(content)
    text, told = decode(content, file.location, declared=declared[1].decode("ascii") if declared else None)
    if text is None or not text.strip():
        yield Record(Contents(diagnostics=told), file.location, "")
        return
    root, wrong = _parsed(text, file.location)
    told += wrong
    if root is None or _name(root) not in _ROOTS:
        found = "not XML" if root is None else f"XML of the kind <{_name(root)}>"
        message = f"no feed of RSS or Atom: {found}"
        seen = Diagnostic("error", file.location, message, "save the article itself, as .html or .txt")
        yield Record(Contents(diagnostics=(seen,)), file.location, "")
        return
    if told:
        yield Record(Contents(diagnostics=told), file.location, "")
    entries = list(_entries(root))
    shared = tuple(_of_feed(root, file.location))
    for number, entry in enumerate(entries, 1):
        location = replace(file.location, record=number)
        yield _entry(entry, location, shared)
    if not entries:
        seen = Diagnostic("warning", file.location, "the feed has no entry", "save it again, or delete it")
        yield Record(Contents(diagnostics=(seen,)), file.location, "")


def _parsed(text: str, location: Location) -> tuple[Element | None, tuple[Diagnostic, ...]]:
    """The root of a feed; of one that is not well-formed, with a warning, after it was mended."""
    text = without_prologue(text)
    # A feed needs no entity beyond XML's own: none is defined, expanded or fetched.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    wrong = next((seen for seen in parser.error_log if seen.level >= etree.ErrorLevels.ERROR), None)
    if wrong is None:
        return root, ()
    message = f"not well-formed XML: {' '.join(wrong.message.split())}"
    hint = "check the entries near this line; all words were kept"
    seen = Diagnostic("warning", location.at(wrong.line), message, hint)
    return etree.fromstring(well_formed(text).encode("utf-8", "replace"), parser), (seen,)


def _entries(root: Element) -> Iterator[Element]:
    """The entries of a feed; one within another is taken out of it, and is one of its own."""
    channel = next((each for each in root if _name(each) == "channel"), root)
    spaces = {_space(root), _space(channel)}
    found = [each for each in root.iter() if _name(each) in _ENTRIES and _space(each) in spaces]
    for entry in found:
        parent = entry.getparent()
        if parent is not None and entry is not root:
            before, tail = entry.getprevious(), entry.tail
            if tail and before is not None:
                before.tail = (before.tail or "") + tail
            elif tail:
                parent.text = (parent.text or "") + tail
            entry.tail = None
            parent.remove(entry)
        yield entry


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
        line = element.sourceline or 0
        value = _link(element) if name == "link" else _text(element)
        value = unescape(_TAGS.sub("", value)) if name == "title" else value
        if _is_media(element):
            unused += [Line(line, f"media {name}: {value}")] if value else []
        elif name in _TEXTS and "excerpt" not in _space(element):
            texts[name] = texts.get(name, "") + _markup(element)
        elif name in {"guid", "id"}:
            key = value
        elif name in _FACTS and value:
            fields.append(Field(_FACTS[name], (value,), location.at(line), f"the entry's {name}"))
        elif value:
            unused.append(Line(line, f"{name}: {value}"))
    said = " ".join(" ".join((entry.text or "", *(element.tail or "" for element in entry))).split())
    loose = (Line(entry.sourceline or 0, said),) if said else ()
    fullest = next((name for name in _TEXTS if texts.get(name, "").strip()), None)
    blocks = fragment_contents(texts[fullest], location).blocks if fullest else ()
    blocks = blocks or _of_pictures(entry, unused)
    if blocks:
        unused += loose
    elif loose:
        blocks = (Block("paragraph", loose, flowing=True),)
    if not blocks:
        title = next((field.values[0] for field in fields if field.name == "title"), "no title")
        message = f"the entry “{title}” has no text"
        seen = Diagnostic("error", location.at(entry.sourceline or 0), message, "save the article itself, as .html")
        return Record(Contents(diagnostics=(seen,)), location, "")
    unused += [
        Line(entry.sourceline or 0, f"{name}: {words}")
        for name, text in texts.items()
        if name != fullest and (words := _words(text, location))
    ]
    key = key or next((field.values[0] for field in fields if field.name == "url"), "") or str(location.record)
    more = (Block("fields", tuple(unused)),) if unused else ()
    return Record(Contents((*more, *blocks), (*_together(fields), *shared)), location, key)


def _of_pictures(entry: Element, unused: list[Line]) -> tuple[Block, ...]:
    """What is said of the pictures or films of an entry, where that is all its text; it is no unused line then."""
    found = [each for each in entry.iter() if _is_media(each) and _name(each) == "description" and _text(each)]
    for each in found:
        line = Line(each.sourceline or 0, f"media description: {_text(each)}")
        if line in unused:
            unused.remove(line)
    return tuple(
        Block("paragraph", (Line(each.sourceline or 0, " ".join(text.split())),), flowing=True)
        for each in found
        for text in re.split(r"\n\s*\n", "".join(each.itertext()))
        if text.strip()
    )


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
    """The name of an element without its prefix, also where that is not declared."""
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def _space(element: Element) -> str:
    """The namespace of an element; where it is not declared, the prefix."""
    space, _, _ = element.tag.rpartition("}" if element.tag.startswith("{") else ":")
    return str(space.removeprefix("{"))


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
    return "mrss" in _space(element) or _space(element) == "media"


def _markup(element: Element) -> str:
    """The HTML of an element: as text within it, or as elements; what says that it is plain text is no HTML."""
    if element.get("type") in {"text", "text/plain"}:
        return escape("".join(element.itertext()))
    if not len(element):
        return element.text or ""
    for each in element.iter(etree.Element):
        each.tag = _name(each)  # HTML knows no prefixes
        if not len(each) and each.text is None and each.tag not in VOID:
            each.text = ""  # nor elements that end where they begin
    etree.cleanup_namespaces(element)
    above = element.text or ""
    parts = (str(etree.tostring(each, encoding="unicode")) for each in element)
    return "".join((escape(above) if element.get("type") == "xhtml" else above, *parts))
