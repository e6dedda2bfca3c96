"""What a nameless file is: the suffix of its format, by how it begins."""

from __future__ import annotations

import codecs
import re
import zlib

HEAD_BYTES = 65_536
"""So much of a file is enough to tell what it is."""

_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_MARKUP: tuple[tuple[str, re.Pattern[str]], ...] = (
    (".html", re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)),
    (".rss", re.compile(r"\s*<(?:rss|rdf:RDF)\b")),
    (".atom", re.compile(r"\s*<(?:atom:)?feed\b")),
)
"""How the markup of each format begins, behind an XML declaration and comments."""
_RECORD = re.compile(r"\s*(?:\{\s*\"|\[\s*\{)")
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*):(?:\s|$)")
_MAIL = {"date", "subject", "message-id", "received", "mime-version"}
"""A mail has one of these beside `From:`."""
_PARTS = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
"""A page with its pictures."""


def recognise(head: bytes) -> str:
    """Tell the suffix of the format that a file begins like; what is like none is `.txt`."""
    if head.startswith(b"\x1f\x8b"):
        return ".warc.gz" if _unpacked(head).startswith(b"WARC/") else ".gz"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in head else ".zip"
    text = _text(head).lstrip("\ufeff \t\r\n")
    if text.startswith("%PDF-"):
        return ".pdf"
    if text.startswith("WARC/"):
        return ".warc"
    return _markup(text) or _records(text) or _mail(text) or ".txt"


def _text(head: bytes) -> str:
    """The text, well enough to compare signs: every format begins with letters that all encodings share."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _markup(text: str) -> str | None:
    at = 0
    while prolog := _PROLOG.match(text, at):
        at = prolog.end()
    return next((suffix for suffix, begins in _MARKUP if begins.match(text, at)), None)


def _records(text: str) -> str | None:
    if not _RECORD.match(text):
        return None
    first, _, rest = text.partition("\n")
    return ".jsonl" if first.startswith("{") and first.rstrip().endswith("}") and rest.strip() else ".json"


def _mail(text: str) -> str | None:
    """A mail begins with header lines alone, a mailbox with a line `From …` over them; a web archive is a mail, too."""
    first, _, rest = text.partition("\n")
    box = first.startswith("From ")
    lines = re.split(r"\r?\n\r?\n", rest if box else text, maxsplit=1)[0].splitlines()
    headers = [_HEADER.match(line) for line in lines if not line.startswith((" ", "\t"))]
    names = {header["name"].lower() for header in headers if header is not None}
    if None in headers or "from" not in names or not names & _MAIL:
        return None
    if box:
        return ".mbox"
    return ".mhtml" if _PARTS.search("\n".join(lines)) else ".eml"


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""
