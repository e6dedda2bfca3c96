"""Mails: one with what is attached to it, a mailbox of them, and a web page saved as one."""

from __future__ import annotations

import email
import email.policy
import mailbox
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from itertools import islice
from pathlib import PurePosixPath
from typing import cast

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location, Record, SeedFile
from dossier.readers.decode import decode
from dossier.readers.docx import read_docx
from dossier.readers.html import fragment_contents, read_html
from dossier.readers.limits import guarded, too_large
from dossier.readers.markdown import read_markdown
from dossier.readers.pdf import read_pdf
from dossier.readers.text import read_text, text_blocks

_ATTACHED = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""What is an article when it is attached to a mail, by the suffix of its name."""
_MAX_DEPTH = 5
_MAX_PARTS = 500
_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|rv|re|aw|sv|vs)\s*:\s*)+", re.IGNORECASE)


def read_mail(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a mail: its text is an article, and so is every mail and document attached to it."""
    if refused := too_large(file):
        yield refused
        return
    message = email.message_from_bytes(file.path.read_bytes(), policy=email.policy.default)
    found: list[tuple[Contents, str]] = []
    broken = guarded(lambda: _gathered(found, message, file.location), file.location)
    found += [(broken, "")] if broken.diagnostics else []
    for number, (contents, key) in enumerate(found, 1):
        location = replace(file.location, record=number) if len(found) > 1 else file.location
        yield Record(_moved(contents, location), location, key)


def read_mailbox(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a mailbox, mail by mail."""
    box = mailbox.mbox(file.path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), 1):
            location = replace(file.location, record=number)
            found: list[tuple[Contents, str]] = []
            message = email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)
            broken = guarded(lambda: _gathered(found, message, location), location)  # noqa: B023 - called here
            for contents, part in (*found, *([(broken, "")] if broken.diagnostics else [])):
                yield Record(_moved(contents, location), location, f"{_id(message) or number} {part}".strip())
    finally:
        box.close()


def _gathered(found: list[tuple[Contents, str]], message: EmailMessage, location: Location) -> Contents:
    """Add the articles of a mail to those found, as far as it can be read."""
    for each in _articles(message, location):
        found.append(each)  # noqa: PERF402 - what was found before an error counts
    return Contents()


def _id(message: EmailMessage) -> str:
    """The mail's own id, as it is written: the standard library trips over some."""
    return next((value.strip() for name, value in message.raw_items() if name.lower() == "message-id"), "")


def read_mhtml(content: bytes, location: Location) -> Contents:
    """Read a web page that a browser saved as one file."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            url = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
            page = read_html(_bytes(part), location, declared=part.get_content_charset(), url=url)
            stated = Field("url", (url,), location, "the head of the saved page") if url.startswith("http") else None
            return replace(page, fields=(*page.fields, stated)) if stated else page
    seen = Diagnostic("error", location, "holds no web page", "save the page again, or its text as .txt")
    return Contents(diagnostics=(seen,))


def _articles(message: EmailMessage, location: Location, depth: int = 0) -> Iterator[tuple[Contents, str]]:
    """The text of a mail and what is attached to it, each with what it is called; the mail itself has no name."""
    body = _body(message, location)
    shown = {id(part) for part in _shown(message)}
    attached = [part for part in islice(_leaves(message), _MAX_PARTS) if id(part) not in shown]
    if not body.blocks and not body.diagnostics and not attached:
        hint = "put the article's text into it, or delete it"
        yield Contents(diagnostics=(Diagnostic("error", location, "the mail has no text", hint),)), ""
    elif body.blocks or not attached:
        yield replace(body, fields=tuple(_fields(message, location))), ""
    for number, part in enumerate(attached, 1):
        if part.get_content_type() == "message/rfc822" and depth < _MAX_DEPTH:
            inner = part.get_content()
            for contents, key in _articles(inner, location, depth + 1):
                yield contents, " ".join(filter(None, (_id(inner) or str(number), key)))
        else:
            yield from _attachment(part, number, location)


def _leaves(part: MIMEPart, depth: int = 0) -> Iterator[EmailMessage]:
    """What may be attached: the parts that hold no others, and whole mails; not the other forms of the text."""
    if part.get_content_type() == "multipart/alternative" or depth > _MAX_DEPTH:
        return
    for child in part.iter_parts() if part.get_content_maintype() == "multipart" else ():
        if child.get_content_maintype() == "multipart":
            yield from _leaves(child, depth + 1)
        else:
            yield cast("EmailMessage", child)


def _attachment(part: EmailMessage, number: int, location: Location) -> Iterator[tuple[Contents, str]]:
    name = part.get_filename() or ""
    read = _ATTACHED.get(PurePosixPath(name).suffix.lower())
    if read is not None:
        yield guarded(lambda: read(_bytes(part), location), location), name
    elif part.get_content_maintype() != "image":
        message = f"the attachment {name or number} ({part.get_content_type()}) was not read"
        seen = Diagnostic("note", location, message, "save it beside the mail if it is an article")
        yield Contents(diagnostics=(seen,)), name


def _body(message: EmailMessage, location: Location) -> Contents:
    """The text of a mail: every part that is shown as text, in order."""
    blocks: list[Block] = []
    diagnostics: list[Diagnostic] = []
    parts = list(islice(_shown(message), _MAX_PARTS))
    for part in parts:
        contents = _text_of(part, location)
        blocks += contents.blocks
        diagnostics += contents.diagnostics
    if not parts:
        hint = "put the article's text into it, or delete it"
        diagnostics.append(Diagnostic("error", location, "the mail has no text", hint))
    return Contents(tuple(blocks), diagnostics=tuple(diagnostics))


def _shown(part: MIMEPart, depth: int = 0) -> Iterator[MIMEPart]:
    """The parts of a mail that a reader sees as its text; of alternatives HTML, which knows its paragraphs."""
    if part.is_attachment() or depth > _MAX_DEPTH:
        return
    children = [each for each in part.iter_parts() if isinstance(each, MIMEPart)] if part.is_multipart() else []
    if part.get_content_type() == "multipart/alternative":
        best = part.get_body(preferencelist=("html", "plain"))
        yield from [best] if isinstance(best, MIMEPart) else []
    elif part.get_content_type() == "multipart/related":
        yield from _shown(children[0], depth + 1) if children else []
    elif part.get_content_maintype() == "multipart":
        for child in children:
            yield from _shown(child, depth + 1)
    elif part.get_content_type() in {"text/plain", "text/html"} and (not depth or not part.get_filename()):
        yield part


def _text_of(part: MIMEPart, location: Location) -> Contents:
    text, undecoded = decode(_bytes(part), location, declared=part.get_content_charset())
    if text is None:
        return Contents(diagnostics=undecoded)
    if part.get_content_type() == "text/html":
        contents = fragment_contents(text, location)
    elif str(part.get_param("format", "")).lower() == "flowed":
        contents = Contents(tuple(_flowed(text)))
    else:
        contents = Contents(tuple(text_blocks(text)))
    return replace(contents, diagnostics=(*undecoded, *contents.diagnostics))


def _flowed(text: str) -> Iterator[Block]:
    """The paragraphs of a text whose lines end in a space where they were broken (RFC 3676)."""
    for block in text_blocks(text):
        paragraph: list[Line] = []
        for line in block.lines:
            paragraph.append(Line(line.number, line.text.removeprefix(" ")))
            if not line.text.endswith(" ") or line.text == "-- ":
                yield Block("paragraph", tuple(paragraph), flowing=True)
                paragraph = []
        if paragraph:
            yield Block("paragraph", tuple(paragraph), flowing=True)


def _fields(message: EmailMessage, location: Location) -> Iterator[Field]:
    """What the head of a mail states; whoever forwards an article has not written it."""
    subject = " ".join(str(message.get("Subject") or "").split())
    forwarded = _FORWARDED.match(subject)
    title = subject[forwarded.end() :] if forwarded else subject
    if title:
        yield Field("title", (title,), location, "its subject")
    if forwarded:
        return
    if date := str(message.get("Date") or "").strip():
        yield Field("date", (date,), location, "its head")
    if names := tuple(name for name, _ in getaddresses([str(message.get("From") or "")]) if name):
        yield Field("authors", names, location, "its sender")
    if language := str(message.get("Content-Language") or "").strip():
        yield Field("language", (language.split(",")[0],), location, "its head")


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _moved(contents: Contents, location: Location) -> Contents:
    """The same contents, at a place that became known later."""
    fields = tuple(replace(field, location=replace(location, line=field.location.line)) for field in contents.fields)
    diagnostics = tuple(
        replace(seen, location=replace(location, line=seen.location.line)) for seen in contents.diagnostics
    )
    return replace(contents, fields=fields, diagnostics=diagnostics)
