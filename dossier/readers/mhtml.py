"""A web page that a browser saved as one file: the page, and the pages in its frames."""

from __future__ import annotations

import email
import email.policy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from itertools import islice

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location
from dossier.readers.decode import decode
from dossier.readers.html import fragment_contents, read_html
from dossier.readers.mail_parts import MAX_PARTS, part_bytes

_PAGES = {"text/html", "application/xhtml+xml"}
_TEXTS = {*_PAGES, "text/plain"}
_WORDLESS = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "multipart/")
_CODE = ("javascript", "json", "font", "octet-stream", "woff")
"""What is in the names of the kinds that hold no words for a reader."""


def read_mhtml(content: bytes, location: Location) -> Contents:
    """Read a saved page; what its frames say is kept as a part of the page around its article."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_type() in _TEXTS]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        seen = Diagnostic("error", location, "holds no web page", "save the page again, or its text as .txt")
        return Contents(diagnostics=(seen,))
    main = _main(pages[:MAX_PARTS], location)
    url = str(main.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
    page = read_html(part_bytes(main), location, declared=main.get_content_charset(), url=url)
    fields = [Field("url", (url,), location, "the head of the saved page")] if url.startswith("http") else []
    framed = [_framed(part, location) for part in islice((part for part in parts if part is not main), MAX_PARTS)]
    return replace(
        page,
        blocks=(*page.blocks, *(block for each in framed for block in each.blocks)) if page.blocks else (),
        fields=(*page.fields, *fields),
        diagnostics=(
            *page.diagnostics,
            *(seen for each in framed for seen in each.diagnostics),
            *_unread(message, len(parts), location),
        ),
    )


def _main(pages: Sequence[EmailMessage], location: Location) -> EmailMessage:
    """The page that was saved, the first; if it shows nothing but frames, the one with most to read."""
    first = pages[0]
    if len(pages) == 1 or (b"<frameset" not in part_bytes(first).lower() and _framed(first, location).blocks):
        return first
    return max(pages[1:], key=lambda part: sum(len(block.lines[0].text) for block in _framed(part, location).blocks))


def _framed(part: EmailMessage, location: Location) -> Contents:
    """The words of a page within the page; their lines are not those of the page."""
    text, undecoded = decode(part_bytes(part), location, declared=part.get_content_charset())
    contents = fragment_contents(text or "", location)
    blocks = (Block("page", tuple(Line(0, line.text) for line in block.lines)) for block in contents.blocks)
    return Contents(tuple(blocks), diagnostics=(*undecoded, *contents.diagnostics))


def _unread(message: EmailMessage, texts: int, location: Location) -> Iterator[Diagnostic]:
    """What the file holds beside texts and pictures."""
    hint = "save what you need of it as a seed of its own"
    if texts > MAX_PARTS:
        yield Diagnostic("error", location, f"more than {MAX_PARTS} texts; the others were not read", hint)
    kinds = Counter(part.get_content_type() for part in message.walk())
    other = [
        f"{number:,} {kind}"
        for kind, number in sorted(kinds.items())
        if kind not in _TEXTS and not kind.startswith(_WORDLESS) and not any(code in kind for code in _CODE)
    ]
    if other:
        yield Diagnostic("note", location, f"parts of the saved page that were not read: {', '.join(other[:12])}", hint)
