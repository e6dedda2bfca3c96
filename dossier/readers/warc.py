"""Web archives: every page in one is an article."""

from __future__ import annotations

import io
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
_PAGES = {"text/html", "application/xhtml+xml"}


def read_warc(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read an archive record by record; a record's number counts all of them, whatever they hold."""
    with needs("warc", "warcio"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    pages = number = 0
    with file.path.open("rb") as stream:
        records = iter(ArchiveIterator(stream))
        try:
            while record := _next(records):
                number += 1
                if read := _record(record, replace(file.location, record=number)):
                    pages += 1
                    yield read
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            message = f"the archive cannot be read beyond record {number}: {' '.join(str(error).split())[:200]}"
            seen = Diagnostic("error", file.location, message, "get the file once more; what stands before was read")
            yield Record(Contents(diagnostics=(seen,)), file.location, "")
            return
    if number and not pages:
        seen = Diagnostic("warning", file.location, f"no page in {number} records", "delete it, or save the pages")
        yield Record(Contents(diagnostics=(seen,)), file.location, "")


def _next(records: Iterator[Any]) -> Any | None:
    """The next record; what the library prints of a damaged one, our diagnostics say."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _record(record: Any, location: Location) -> Record | None:
    """The page in a record; `None` if it is something else, such as a request, a picture or an error message."""
    headers = record.http_headers
    if record.rec_type not in _READ or (headers is not None and not headers.get_statuscode().startswith("2")):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    kind = Message()
    stated = (headers and headers.get_header("Content-Type")) or record.rec_headers.get_header("Content-Type")
    kind["Content-Type"] = stated or ""
    form = kind.get_content_type()
    if (
        url.endswith("/robots.txt")
        or form not in _PAGES | {"application/pdf", "text/plain"}
        or not url.startswith("http")
    ):
        return None
    content = record.content_stream().read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        seen = Diagnostic("error", location, f"{url} has more than {MAX_BYTES:,} bytes", "save it as a seed of its own")
        return Record(Contents(diagnostics=(seen,)), location, "")
    if not _whole(record):
        seen = Diagnostic("error", location, f"{url} ends before its end: the archive is cut off", "get it once more")
        return Record(Contents(diagnostics=(seen,)), location, "")
    charset = kind.get_content_charset()
    if form in _PAGES:
        contents = guarded(lambda: read_html(content, location, declared=charset, url=url), location)
    else:
        read = read_pdf if form == "application/pdf" else read_text
        contents = guarded(lambda: read(content, location), location)
    address = Field("url", (url,), location, "the archive")
    return Record(replace(contents, fields=(*contents.fields, address)), location, url)


def _whole(record: Any) -> bool:
    """Whether the record held as many bytes as it said, now that it is read."""
    return not getattr(record.raw_stream, "limit", 0)
