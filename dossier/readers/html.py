"""A saved web page: which of its visible text is the article, and what the page says of itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location
from dossier.readers.decode import decode
from dossier.readers.extras import needs
from dossier.readers.html_article import PageArticle
from dossier.readers.html_blocks import INLINE, MAX_CHARACTERS, blocks_of, parse, placed_blocks
from dossier.readers.html_facts import page_facts

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_TAGS = re.compile(r"</?(?P<name>\w*)[^<>]*>")
_DATE_LABEL = re.compile(
    r"(?:date|published(?: on)?|datum|stand|veröffentlicht(?: am)?|publié(?: le)?|mis en ligne(?: le)?|fecha"
    r"|publicado(?: el| em)?"
    r"|pubblicato(?: il)?|data|gepubliceerd(?: op)?|publicerad|publisert|opublikowano|yayınlanma(?: tarihi)?"
    r"|опубликовано|发布时间|公開日|입력)\s*[:：]?\s+(?P<date>[\w.,/: -]{0,20}\d[\w.,/: -]{3,40})",
    re.IGNORECASE,
)
_LONGEST_DATE = 80
_LONG = 350
_MANY_LONG = 2
"""So many paragraphs of so many letters beside the article may be a part of it."""
_MANY_ELEMENTS = 5_000
"""A news page has 500 to 2,500. In one of more, no second way to find the article is tried."""
_MAX_ELEMENTS = 20_000
"""In a page of more, none is: that takes minutes."""


def read_html(content: bytes, location: Location, *, declared: str | None = None, url: str = "") -> Contents:
    """Read a saved page.

    Args:
        content: the page's bytes.
        location: the file.
        declared: the encoding that a mail or an archive gives the page; a page's own says less.
        url: where the page was, if that is known from outside it.
    """
    text, undecoded = decode(content, location, declared=declared or _declared(content))
    if text is None:
        return Contents(diagnostics=undecoded)
    if declared is None:
        # A page declares what its server sent; the browser that saved it may have written another encoding.
        undecoded = tuple(replace(seen, severity="note") for seen in undecoded)
    contents = page_contents(text, location, url)
    return replace(contents, diagnostics=(*undecoded, *contents.diagnostics))


def _declared(content: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = _DECLARED.search(content[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def page_contents(text: str, location: Location, url: str = "") -> Contents:
    """Read a page that is decoded: the blocks of its article, those of the page around it, and its facts."""
    if len(text) > MAX_CHARACTERS:
        message = f"{len(text):,} characters of HTML, more than {MAX_CHARACTERS:,}"
        return Contents(diagnostics=(Diagnostic("error", location, message, "save only the article, as .txt"),))
    tree = parse(text)
    blocks, places = ((), ()) if tree is None else placed_blocks(tree)
    if tree is None or not _shows(blocks):
        return _without_markup(text, location)
    facts = page_facts(tree, location)
    extraction = _extract(text, url, sum(1 for _ in tree.iter()))
    article = PageArticle(blocks, places)
    for line in extraction.lines:
        article.keep(line)
    if not article.kept:
        message = "the article could not be told from the page around it; all of the page was taken"
        seen = Diagnostic("warning", location, message, "save the article's text alone, as .txt")
        return Contents(blocks, (*facts.fields, *extraction.fields(location)), (seen,))
    article.keep_stated(facts.bodies)
    article.keep_standfirst(facts.descriptions)
    article.fill_gaps()
    article.keep_alike()
    titles = [value for field in facts.fields if field.name == "title" for value in field.values]
    article.leave_out_furniture(titles, facts.descriptions)
    left = [block for block in article.left_out() if len(block.lines[0].text) >= _LONG]
    told: tuple[Diagnostic, ...] = ()
    if len(left) >= _MANY_LONG:
        message = f"{len(left)} long paragraphs of the page are not in the article; the first stands in this line"
        hint = "look for them under what was removed; if they belong to the article, save its text as .txt"
        told = (Diagnostic("note", location.at(left[0].lines[0].number), message, hint),)
    fields = (*facts.fields, *_dated_lines(blocks, location), *extraction.fields(location))
    return Contents(tuple(article.sorted_out()), fields, told)


def _dated_lines(blocks: Sequence[Block], location: Location) -> Iterator[Field]:
    """The first line of a page that calls itself the date."""
    for block in blocks:
        line = block.lines[0]
        text = line.text.strip()
        match = _DATE_LABEL.fullmatch(text) if len(text) <= _LONGEST_DATE else None
        if match:
            yield Field("date", (match["date"],), location.at(line.number), f"a line of the page, “{text}”", False)
            return


def fragment_contents(text: str, location: Location) -> Contents:
    """Read HTML that is an article and nothing else, as a feed or a mail holds it; plain text is read as it is."""
    tree = parse(text) if len(text) <= MAX_CHARACTERS else None
    blocks = () if tree is None else blocks_of(tree)
    return Contents(blocks) if _shows(blocks) else _without_markup(text, location)


def _shows(blocks: Sequence[Block]) -> bool:
    """Whether a reader sees any words."""
    return any(block.kind != "page" for block in blocks)


def _without_markup(text: str, location: Location) -> Contents:
    """The words of what no parser takes, one block a line, when the tags are left out."""
    bare = html.unescape(_TAGS.sub(lambda tag: "" if tag["name"] in INLINE else " ", text))
    lines = [Line(number, " ".join(line.split())) for number, line in enumerate(bare.split("\n"), 1) if line.strip()]
    if not lines:
        return Contents()
    seen = Diagnostic("warning", location, "not HTML that can be read; its tags were left out", "save the page again")
    return Contents(tuple(Block("paragraph", (line,)) for line in lines), diagnostics=(seen,))


@dataclass(frozen=True, slots=True)
class _Extraction:
    """What trafilatura finds in a page."""

    lines: Sequence[str] = ()
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""

    def fields(self, location: Location) -> tuple[Field, ...]:
        """What no part of the page states as such, least reliable of all."""
        found = (
            ("title", (self.title,)),
            ("date", (self.date,)),
            ("authors", self.authors),
        )
        return tuple(
            Field(name, values, location, "trafilatura reads it from the page", sure=False)
            for name, values in found
            if values and values[0] and not (name == "date" and self._is_uncertain(values[0]))
        )

    def _is_uncertain(self, date: str) -> bool:
        """Whether day and month of a date may have been taken for each other, and the address does not say."""
        year, month, day = date.split("-")
        return int(day) <= 12 and day != month and f"{year}{month}{day}" not in re.sub(r"\D", "", self.url)


def _extract(text: str, url: str, elements: int) -> _Extraction:
    """What trafilatura finds; it takes time that grows with the square of the elements, so they are bounded."""
    if elements > _MAX_ELEMENTS:
        return _Extraction()
    with needs("html", "trafilatura"):
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    # Dates of the future are kept: what is possible must not depend on the day of the build.
    dates = {"original_date": True, "extensive_search": True, "outputformat": "%Y-%m-%d", "max_date": "2999-12-31"}
    found = bare_extraction(
        text,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dates,
        fast=elements > _MANY_ELEMENTS,
    )
    if not isinstance(found, Document):
        return _Extraction()
    stated = found.as_dict()
    known = {name: stated.get(name) or "" for name in ("text", "url", "title", "author", "date")}
    authors = tuple(name.strip() for name in known["author"].split(";") if name.strip())
    lines = known["text"].split("\n")
    return _Extraction(lines, known["url"] or url, known["title"], authors, known["date"])
