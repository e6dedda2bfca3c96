"""Every word of a word processor's document: moved to where mammoth reads it, or listed as what it did not read.

Each text gets a mark; the marks that the finished page lacks tell what is missing.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
}
_VML = "urn:schemas-microsoft-com:vml"
_PART = re.compile(r"word/(?:[^/]+|diagrams/data\d*)\.xml")
_TEXTS = frozenset({"w:t", "w:delText", "m:t", "a:t"})
_WRAPPERS = frozenset({"w:fldSimple", "w:dir", "w:bdo", "w:ruby", "w:rubyBase", "m:oMathPara"})
"""What mammoth does not look into."""
_MARK = re.compile("\ufdd0(\\d+)\ufdd1")
_NO_MARK = re.compile("[\ufdd0\ufdd1]")


@dataclass(slots=True)
class _Text:
    """A text of the document, and the paragraph it stands in, by number."""

    paragraph: int
    words: str


class Words:
    """The texts of a document, in the order of its parts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.broken: list[str] = []
        """The parts that are no XML."""
        self._texts: list[_Text] = []
        self._paragraphs = 0
        self.document = io.BytesIO()
        """The same document, without its pictures: every text has its mark."""
        with zipfile.ZipFile(self.document, "w") as marked:
            for name in dict.fromkeys(archive.namelist()):
                if name.endswith((".xml", ".rels")):
                    content = archive.read(name)
                    marked.writestr(name, self._marked(name, content) if _PART.fullmatch(name) else content)
        self.document.seek(0)

    def unmarked(self, page: str) -> tuple[str, tuple[str, ...]]:
        """The page without its marks, and the texts that are not on it, by paragraph."""
        seen = {int(mark) for mark in _MARK.findall(page)}
        missing: dict[int, list[str]] = {}
        for number, text in enumerate(self._texts):
            if number not in seen:
                missing.setdefault(text.paragraph, []).append(text.words)
        shown = (" ".join("".join(words).split()) for words in missing.values())
        return _MARK.sub("", page), tuple(text for text in shown if any(map(str.isalnum, text)))

    def _marked(self, name: str, content: bytes) -> bytes:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            self.broken.append(name)
            return content
        _one_of_each(root)
        _open_boxes(root)
        _spell_equations(root)
        for element in [each for each in root.iter("*") if _kind(each) in _WRAPPERS]:
            _unwrap(element, element)
        self._mark(root)
        return bytes(etree.tostring(root, encoding="utf-8"))

    def _mark(self, root: etree._Element) -> None:
        for element in root.iter("*"):
            kind = _kind(element)
            if kind in {"w:p", "a:p", "w:comment"}:
                self._paragraphs += 1
            if kind in {"w:tab", "w:br"} and self._texts:
                self._texts.append(_Text(self._paragraphs, " "))
            if kind in _TEXTS and element.text and element.text.strip():
                words = _NO_MARK.sub("\ufffd", element.text)
                element.text = f"\ufdd0{len(self._texts)}\ufdd1{words}"
                self._texts.append(_Text(self._paragraphs, words))


def _kind(element: etree._Element) -> str:
    name = etree.QName(element)
    return f"{_SPACES.get(name.namespace or '', '')}:{name.localname}"


def _all(root: etree._Element, kind: str) -> list[etree._Element]:
    return [each for each in root.iter("*") if _kind(each) == kind]


def _words(element: etree._Element) -> Iterator[str]:
    return (each.text or "" for each in element.iter("*") if _kind(each) in _TEXTS)


def _unwrap(element: etree._Element, *holders: etree._Element) -> None:
    """Put what the holders hold into the place of the element."""
    for holder in holders:
        for child in list(holder):
            element.addprevious(child)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _one_of_each(root: etree._Element) -> None:
    """Of what is there for new and for old programs, keep one, unless the two say different things."""
    for element in _all(root, "mc:AlternateContent"):
        ways = list(element.iterchildren("*"))
        old = [each for each in ways if _kind(each) == "mc:Fallback"]
        said = {tuple(_words(each)) for each in ways} - {()}
        if len(said) > 1 or not any(tuple(_words(each)) for each in old):
            _unwrap(element, *ways)
        else:
            _unwrap(element, *old)


def _open_boxes(root: etree._Element) -> None:
    """Make a text box of today one of those that mammoth looks into."""
    for content in _all(root, "w:txbxContent"):
        drawing = next((each for each in content.iterancestors() if _kind(each) == "w:drawing"), None)
        if drawing is not None:
            space = etree.QName(content).namespace
            picture = etree.Element(f"{{{space}}}pict")
            etree.SubElement(picture, f"{{{_VML}}}textbox").append(content)
            drawing.addnext(picture)


def _spell_equations(root: etree._Element) -> None:
    """Make an equation the words that its signs are."""
    spaces = [space for space, short in _SPACES.items() if short == "w"]
    space = next((each for each in spaces if each in root.nsmap.values()), spaces[0])
    for equation in _all(root, "m:oMath"):
        run = etree.Element(f"{{{space}}}r")
        etree.SubElement(run, f"{{{space}}}t").text = " ".join(_words(equation))
        equation.addprevious(run)
        _unwrap(equation)
