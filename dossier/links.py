"""A Python-Markdown extension: links the mentions in a hand-written page, and marks every link to an entity.

Whoever renders a page sets `LinkExtension.source` first, and `page` if its mentions are to be linked; those of a
generated page are linked already.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from dossier.matcher import Gazetteer
from dossier.model import Mention, Paragraph, Register
from dossier.permalinks import entity_uri, relative
from dossier.resolver import resolve

_SECTIONS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNLINKED = _SECTIONS | {"a", "code", "pre", "script", "style", "button", "summary", "th", "kbd"}
"""Inside these nothing is linked."""

_ENTITY_PAGE = re.compile(r"entities/(?:people|organisations|places|topics|events|works)/(?!index\.md)[^/]+\.md")


class LinkExtension(Extension):
    """Links the first mention of each entity in a section of a page."""

    def __init__(self, register: Register | None = None) -> None:
        """Begin with a register, or with none until `load`."""
        super().__init__()
        self.load(register or Register())
        self.source = ""
        """The `src_uri` of the page that is rendered next, from which its links lead."""
        self.page: str | None = None
        """The same, if the mentions of that page are to be linked; else `None`."""

    def load(self, register: Register) -> None:
        """Link by this register from now on."""
        self.gazetteer = Gazetteer(register)
        self.entities = {entity.id: entity for entity in register.entities}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor after the inline patterns and before links are resolved."""
        md.treeprocessors.register(_LinkProcessor(md, self), "dossier-links", 15)


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: LinkExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = self.extension.page
        if page is not None:
            self.link(root, page)
        folder = posixpath.dirname(self.extension.source)
        for element in root.iter("a"):
            target = posixpath.normpath(posixpath.join(folder, element.get("href", "")))
            if _ENTITY_PAGE.fullmatch(target):
                element.set("data-preview", "")

    def link(self, root: Element, page: str) -> None:
        slots = list(_slots(root))
        paragraphs = [
            Paragraph(str(index), "heading" if slot.is_heading else "paragraph", slot.text, ())
            for index, slot in enumerate(slots)
        ]
        mentions: dict[int, list[Mention]] = {}
        for mention in resolve(paragraphs, self.extension.gazetteer.find).mentions:
            mentions.setdefault(int(mention.paragraph), []).append(mention)
        linked: set[str] = set()
        # Backwards within an element, a splice would move the slots before it; so first decide, then splice.
        decided: list[tuple[_Slot, list[Mention]]] = []
        for index, slot in enumerate(slots):
            if slot.is_heading:
                linked.clear()
            elif slot.is_linkable:
                first = []
                for mention in mentions.get(index, ()):
                    target = entity_uri(self.extension.entities[mention.entity])
                    if mention.entity not in linked and target != page:
                        linked.add(mention.entity)
                        first.append(mention)
                decided.append((slot, first))
        for slot, first in reversed(decided):
            if first:
                slot.splice(first, lambda entity: relative(entity_uri(self.extension.entities[entity]), page))


class _Slot:
    """A piece of text in the tree: before the first child of `owner`, or behind its child `child`."""

    def __init__(self, owner: Element, child: Element | None, *, is_heading: bool, is_linkable: bool) -> None:
        self.owner = owner
        self.child = child
        self.is_heading = is_heading
        self.is_linkable = is_linkable
        self.text = str((owner.text if child is None else child.tail) or "")

    def splice(self, mentions: Sequence[Mention], target: Callable[[str], str]) -> None:
        """Put a link over each mention."""
        ordered = sorted(mentions, key=lambda mention: mention.start)
        before = self.text[: ordered[0].start]
        place = 0 if self.child is None else list(self.owner).index(self.child) + 1
        ends = [mention.start for mention in ordered[1:]] + [len(self.text)]
        for offset, (mention, end) in enumerate(zip(ordered, ends, strict=True)):
            anchor = Element("a", {"href": target(mention.entity)})
            anchor.text = AtomicString(self.text[mention.start : mention.end])
            anchor.tail = self.text[mention.end : end]
            self.owner.insert(place + offset, anchor)
        if self.child is None:
            self.owner.text = before
        else:
            self.child.tail = before


def _slots(root: Element) -> Iterator[_Slot]:
    """Every piece of text of a page, in reading order, with whether it may be linked."""

    def walk(element: Element, *, is_heading: bool, is_linkable: bool) -> Iterator[_Slot]:
        def slot(child: Element | None) -> Iterator[_Slot]:
            found = _Slot(element, child, is_heading=is_heading, is_linkable=is_linkable)
            # A text with a stashed piece of markup in it is not what the reader will see; leave it alone.
            if found.text.strip() and (STX not in found.text or is_heading):
                yield found

        yield from slot(None)
        for child in element:
            tag: Any = child.tag
            heading = is_heading or tag in _SECTIONS
            linkable = is_linkable and tag not in _UNLINKED and not child.get("class", "").startswith("dossier-")
            yield from walk(child, is_heading=heading, is_linkable=linkable)
            yield from slot(child)

    yield from walk(root, is_heading=False, is_linkable=True)
