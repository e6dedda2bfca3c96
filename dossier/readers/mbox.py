"""A mailbox to its mails: where each begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from dossier.readers.limits import MAX_WHOLE_BYTES

_LONGEST = 1 << 16
"""Bytes of a line that are looked at together."""
_LONGEST_ENVELOPE = 500
_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_CLOCK = rb"\d{1,2}:\d\d(?::\d\d)?"
_ZONE = rb"(?:\s+(?:[A-Z]{1,5}|[+-]\d{4}))?"
_ENVELOPE = re.compile(
    rb"From \S.{0,300}?\s(?:"
    + rb"\s+".join((_DAY, _MONTH, rb"\d{1,2}", _CLOCK + _ZONE, rb"\d{4}" + _ZONE))
    + rb"|"
    + rb"\s+".join((_DAY + rb",", rb"\d{1,2}", _MONTH, rb"\d{4}", _CLOCK + _ZONE))
    + rb")\s*"
)
"""`From ada@coast.example Wed Mar  3 06:40:00 2021` (RFC 4155), or with the date as a mail's head has it."""
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_ESCAPED = re.compile(rb">+From ")


def split_mailbox(lines: BinaryIO, most: int = MAX_WHOLE_BYTES) -> Iterator[bytes | None]:
    """The mails of a mailbox; `None` for one that has more than `most` bytes.

    A mail begins where an envelope stands behind a blank line and above a header; a paragraph of a mail that begins
    with the word "From" is no envelope. What stands before the first of them is a mail, too.
    """
    mail: list[bytes] = []
    size = 0
    for line, begins in _marked(lines):
        if begins:
            yield from _whole(mail, size, most)
            mail, size = [], 0
            continue
        size += len(line)
        if size <= most:
            mail.append(line.removeprefix(b">") if _ESCAPED.match(line) else line)
        else:
            mail.clear()
    yield from _whole(mail, size, most)


def _whole(mail: list[bytes], size: int, most: int) -> Iterator[bytes | None]:
    content = b"".join(mail)
    if size > most or content.strip():
        yield content if size <= most else None


def _marked(lines: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Every line, and whether it is the envelope of a mail."""
    above = b""
    line = lines.readline(_LONGEST)
    while line:
        below = lines.readline(_LONGEST)
        begins = (
            not above.strip()
            and line.startswith(b"From ")
            and len(line) <= _LONGEST_ENVELOPE
            and _HEADER.match(below) is not None
            and _ENVELOPE.fullmatch(line) is not None
        )
        yield line, begins
        above, line = line, below
