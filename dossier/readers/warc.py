"""Web archives: every page in one is an article."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import replace
from email.message import Message
from typing import Any

from dossier.model import Contents, Diagnostic, Field, Location, Record, SeedFile
from dossier.readers.extras import needs
from dossier.readers.html import read_html
from dossier.readers.limits import MAX_BYTES, guarded
from dossier.readers.pdf import read_pdf
from dossier.readers.text import read_text

_READ = {"response", "resource", "conversion"}
_MANY = 8
"""So many kinds of records without a page are named."""
_LONGEST = 60
_PAGES = {"text/html", "application/xhtml+xml"}


def read_warc(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read an archive record by record; a record's number counts all of them, whatever they hold."""
    with needs("warc", "warcio"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    number = 0
    passed: Counter[str] = Counter()
    with file.path.open("rb") as stream:
        records = iter(ArchiveIterator(stream))
        try:
            while record := _next(records):
                number += 1
                read = _record(record, replace(file.location, record=number))
                if isinstance(read, Record):
                    yield read
                else:
                    passed[read] += 1
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            message = f"the archive cannot be read beyond record {number}: {' '.join(str(error).split())[:200]}"
            seen = Diagnostic("error", file.location, message, "get the file once more; what stands before was read")
            yield Record(Contents(diagnostics=(seen,)), file.location, "")
    yield from _told(passed, number, file.location)


def _told(passed: Counter[str], number: int, location: Location) -> Iterator[Record]:
    """What is said of all records that hold no page, together."""
    if not passed:
        return
    kinds = sorted(passed.items(), key=lambda kind: (-kind[1], kind[0]))
    parts = [f"{times:,} {kind}" for kind, times in kinds[:_MANY]]
    if len(kinds) > _MANY:
        parts.append(f"{sum(times for _, times in kinds[_MANY:]):,} of other kinds")
    counts = ", ".join(parts)
    if passed.total() == number:
        seen = Diagnostic(
            "warning", location, f"no page in {number:,} records: {counts}", "delete it, or save the pages"
        )
    else:
        message = f"{passed.total():,} of {number:,} records hold no page and were not read: {counts}"
        seen = Diagnostic("note", location, message, "nothing, if no article is missing")
    yield Record(Contents(diagnostics=(seen,)), location, "")


def _next(records: Iterator[Any]) -> Any | None:
    """The next record; what the library prints of a damaged one, our diagnostics say."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _record(record: Any, location: Location) -> Record | str:
    """The page in a record; else what it holds, such as a request, a picture or an error message."""
    headers = record.http_headers
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    kind = Message()
    stated = (headers and headers.get_header("Content-Type")) or record.rec_headers.get_header("Content-Type")
    kind["Content-Type"] = stated or ""
    form = kind.get_content_type()
    other = _other(record, url, form)
    return _page(record, location, url, kind) if other is None else other[:_LONGEST]


def _other(record: Any, url: str, form: str) -> str | None:
    """What a record holds that is no page."""
    headers = record.http_headers
    if record.rec_type not in _READ:
        return str(record.rec_type)
    if headers is not None and not headers.get_statuscode().startswith("2"):
        return f"status {headers.get_statuscode()}"
    if form not in _PAGES | {"application/pdf", "text/plain"}:
        return form
    if not url.startswith("http"):
        return "without an address of the web"
    return "robots.txt" if url.endswith("/robots.txt") else None


def _page(record: Any, location: Location, url: str, kind: Message) -> Record:
    content = record.content_stream().read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        seen = Diagnostic("error", location, f"{url} has more than {MAX_BYTES:,} bytes", "save it as a seed of its own")
        return Record(Contents(diagnostics=(seen,)), location, "")
    if not _whole(record):
        seen = Diagnostic("error", location, f"{url} ends before its end: the archive is cut off", "get it once more")
        return Record(Contents(diagnostics=(seen,)), location, "")
    charset = kind.get_content_charset()
    cut = record.rec_headers.get_header("WARC-Truncated")
    form = kind.get_content_type()
    if form in _PAGES:
        contents = guarded(lambda: read_html(content, location, declared=charset, url=url), location)
    else:
        read = read_pdf if form == "application/pdf" else read_text
        contents = guarded(lambda: read(content, location), location)
    told = contents.diagnostics
    if cut:
        message = f"{url} was cut off when it was saved ({cut[:_LONGEST]}); what is there was read"
        told += (Diagnostic("warning", location, message, "save the page once more, as a seed of its own"),)
    fields = (*contents.fields, Field("url", (url,), location, "the archive"))
    return Record(replace(contents, fields=fields, diagnostics=told), location, url)


def _whole(record: Any) -> bool:
    """Whether the record held as many bytes as it said, now that it is read."""
    return not getattr(record.raw_stream, "limit", 0)
