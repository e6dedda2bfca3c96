"""Mails: one with what is attached to it, and a mailbox of them."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import PurePosixPath

from dossier.model import Contents, Diagnostic, Field, Location, Record, SeedFile
from dossier.readers.decode import decode
from dossier.readers.docx import read_docx
from dossier.readers.html import read_html
from dossier.readers.limits import guarded, too_large
from dossier.readers.mail_parts import MAX_DEPTH, part_bytes, read_parts
from dossier.readers.markdown import read_markdown
from dossier.readers.mbox import split_mailbox
from dossier.readers.mhtml import read_mhtml
from dossier.readers.pdf import read_pdf
from dossier.readers.text import read_text

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ATTACHED: dict[str, Callable[[bytes, Location], Contents]] = {
    **dict.fromkeys((".txt", "text/plain"), read_text),
    **dict.fromkeys((".md", "text/markdown"), read_markdown),
    **dict.fromkeys((".html", ".htm", "text/html", "application/xhtml+xml"), read_html),
    **dict.fromkeys((".mhtml", ".mht", "multipart/related"), read_mhtml),
    **dict.fromkeys((".pdf", "application/pdf"), read_pdf),
    **dict.fromkeys((".docx", _DOCX), read_docx),
}
"""What is an article when it is attached to a mail, by the suffix of its name, else by its kind."""
_WORDLESS = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|rv|re|aw|sv|vs)\s*:\s*)+", re.IGNORECASE)

Found = tuple[Contents, str]
"""An article of a mail, and what it is called there."""


def read_mail(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a mail: its text is an article, and so is every mail and document attached to it."""
    if refused := too_large(file):
        yield refused
        return
    found, _ = _read(file.path.read_bytes(), file.location)
    for number, (contents, key) in enumerate(found, 1):
        location = replace(file.location, record=number) if len(found) > 1 else file.location
        yield Record(_moved(contents, location), location, key)


def read_mailbox(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a mailbox, mail by mail."""
    with file.path.open("rb") as lines:
        for number, content in enumerate(split_mailbox(lines), 1):
            location = replace(file.location, record=number)
            if content is None:
                hint = "save the articles in it as seeds of their own"
                seen = Diagnostic("error", location, "the mail is too large, and was not read", hint)
                yield Record(Contents(diagnostics=(seen,)), location, "")
                continue
            found, name = _read(content, location)
            for contents, part in found:
                yield Record(_moved(contents, location), location, f"{name or number} {part}".strip())


def _read(content: bytes, location: Location) -> tuple[list[Found], str]:
    """The articles of a mail, as far as it can be read, and its id."""
    found: list[Found] = []
    name = ""

    def gather() -> Contents:
        nonlocal name
        message = email.message_from_bytes(content, policy=email.policy.default)
        name = _id(message)
        for each in _articles(message, location):
            found.append(each)  # noqa: PERF402 - what was found before an error counts
        return Contents()

    broken = guarded(gather, location)
    return [*found, *([(broken, "")] if broken.diagnostics else [])], name


def _id(message: EmailMessage) -> str:
    """The mail's own id, as it is written: the standard library trips over some."""
    return next((value.strip() for name, value in message.raw_items() if name.lower() == "message-id"), "")


def _articles(message: EmailMessage, location: Location, depth: int = 0) -> Iterator[Found]:
    """The text of a mail and what is attached to it, each with what it is called; the mail itself has no name."""
    body, attached = read_parts(message, location)
    if body.blocks:
        yield replace(body, fields=tuple(_fields(message, location))), ""
    elif body.diagnostics:
        yield body, ""
    if not body.blocks and not attached:
        hint = "put the article's text into it, or delete it"
        yield Contents(diagnostics=(Diagnostic("error", location, "the mail has no text", hint),)), ""
    for number, part in enumerate(attached, 1):
        inner = _mail_in(part) if depth < MAX_DEPTH else None
        if inner is None:
            yield from _attachment(part, number, location)
        else:
            for contents, key in _articles(inner, location, depth + 1):
                yield contents, " ".join(filter(None, (_id(inner) or str(number), key)))


def _mail_in(part: EmailMessage) -> EmailMessage | None:
    """The mail that is attached, as a part of its own kind or as a file."""
    payload = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(payload, list) and payload:
        return payload[0] if isinstance(payload[0], EmailMessage) else None
    if (part.get_filename() or "").lower().endswith(".eml"):
        return email.message_from_bytes(part_bytes(part), policy=email.policy.default)
    return None


def _attachment(part: EmailMessage, number: int, location: Location) -> Iterator[Found]:
    name, kind = part.get_filename() or "", part.get_content_type()
    read = _ATTACHED.get(PurePosixPath(name).suffix.lower()) or _ATTACHED.get(kind)
    called = f"the attachment {name or number} ({kind})"
    if read is not None:
        contents = guarded(lambda: _attached(part, read, location), location)
        told = tuple(replace(seen, message=f"{called}: {seen.message}") for seen in contents.diagnostics)
        if not contents.blocks and not told:
            told = (Diagnostic("note", location, f"{called} is empty", "nothing, if it is no article"),)
        yield replace(contents, diagnostics=told), name
    elif part.get_content_maintype() != "image" and kind not in _WORDLESS:
        seen = Diagnostic("note", location, f"{called} was not read", "save it beside the mail if it is an article")
        yield Contents(diagnostics=(seen,)), name


def _attached(part: EmailMessage, read: Callable[[bytes, Location], Contents], location: Location) -> Contents:
    """An attachment in the encoding that the mail says of it."""
    content, charset = part_bytes(part), part.get_content_charset()
    if read is read_html:
        return read_html(content, location, declared=charset)
    if charset is None or read not in {read_text, read_markdown}:
        return read(content, location)
    text, undecoded = decode(content, location, declared=charset)
    contents = Contents() if text is None else read(text.encode("utf-8", "replace"), location)
    return replace(contents, diagnostics=(*undecoded, *contents.diagnostics))


def _fields(message: EmailMessage, location: Location) -> Iterator[Field]:
    """What the head of a mail states; whoever forwards an article has not written it."""
    subject = _head(message, "Subject")
    forwarded = _FORWARDED.match(subject)
    title = subject[forwarded.end() :] if forwarded else subject
    if title:
        yield Field("title", (title,), location, "its subject")
    if forwarded:
        return
    if date := _head(message, "Date"):
        yield Field("date", (date,), location, "its head")
    if names := tuple(name for name, _ in getaddresses([_head(message, "From")]) if name):
        yield Field("authors", names, location, "its sender")
    if language := _head(message, "Content-Language"):
        yield Field("language", (language.split(",")[0],), location, "its head")


def _head(message: EmailMessage, name: str) -> str:
    """What stands in the head of a mail; as it is written, where the standard library trips over it."""
    try:
        value = str(message.get(name) or "")
    except Exception:  # noqa: BLE001 - its parser of addresses raises many things
        value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    return " ".join(value.split())


def _moved(contents: Contents, location: Location) -> Contents:
    """The same contents, at a place that became known later."""
    fields = tuple(replace(field, location=replace(location, line=field.location.line)) for field in contents.fields)
    diagnostics = tuple(
        replace(seen, location=replace(location, line=seen.location.line)) for seen in contents.diagnostics
    )
    return replace(contents, fields=fields, diagnostics=diagnostics)
