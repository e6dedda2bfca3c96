"""Seed files to raw documents: which files are seeds, and which reader reads each."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from dossier.model import (
    Block,
    Contents,
    Diagnostic,
    DossierError,
    Line,
    Location,
    RawDocument,
    Reading,
    Record,
    SeedFile,
)
from dossier.readers.docx import read_docx
from dossier.readers.extras import MissingExtraError
from dossier.readers.feed import read_feed
from dossier.readers.fields import SIDECARS, Fields, read_sidecar, sidecar_contents
from dossier.readers.html import read_html
from dossier.readers.json_records import read_json, read_json_lines
from dossier.readers.limits import MAX_BYTES, too_large
from dossier.readers.mail import read_mail, read_mailbox
from dossier.readers.markdown import read_markdown
from dossier.readers.mhtml import read_mhtml
from dossier.readers.pdf import read_pdf
from dossier.readers.text import read_text
from dossier.readers.warc import read_warc

_HALVES = re.compile("[\ud800-\udfff]")
Names = Mapping[str, str]
"""What the fields of a JSON record are called, and the fields of ours that they are."""
Reader = Callable[[SeedFile, Names], Iterator[Record]]


def one_article(read: Callable[[bytes, Location], Contents]) -> Reader:
    """Make a reader of a format in which a file is one article."""

    def read_file(file: SeedFile, names: Names) -> Iterator[Record]:
        yield too_large(file, MAX_BYTES) or Record(read(file.path.read_bytes(), file.location), file.location, "")

    return read_file


READERS: dict[str, Reader] = {
    ".txt": one_article(read_text),
    ".md": one_article(read_markdown),
    ".html": one_article(read_html),
    ".htm": one_article(read_html),
    ".mhtml": one_article(read_mhtml),
    ".mht": one_article(read_mhtml),
    ".pdf": one_article(read_pdf),
    ".docx": one_article(read_docx),
    ".eml": read_mail,
    ".mbox": read_mailbox,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
"""The reader for each suffix, in lower case."""
ABOUT_THE_FOLDER = ("README.md", "README.txt")
"""Files at the top of the seeds folder, written just so, that are no seeds."""


def find_seeds(folder: Path, shown: Callable[[Path], str]) -> Iterator[SeedFile]:
    """List the files below `folder` in the order of their names.

    Names that begin with a dot are left out, and so is what says what the folder is for: a `README` at its top.

    Raises:
        DossierError: there is no such folder.
    """
    if not folder.is_dir():
        raise DossierError(f"no seeds folder at {shown(folder)}: make it, or set `seeds` to where the articles are")
    found: list[str] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = "" if parent == str(folder) else Path(parent).relative_to(folder).as_posix() + "/"
        # A link to a folder is not followed; it is told like one to a file.
        for name in (*names, *(name for name in folders if Path(parent, name).is_symlink())):
            is_about_the_folder = not here and name in ABOUT_THE_FOLDER
            if not name.startswith(".") and not is_about_the_folder and not _is_facts(parent, name):
                found.append(here + name)
    for seed in sorted(found):
        name = _HALVES.sub("\ufffd", seed)  # a name that is no UTF-8
        path = folder / seed
        yield SeedFile(name, path, Location(_HALVES.sub("\ufffd", shown(path))))


def read_seed(file: SeedFile, folder: Path, names: Names = MappingProxyType({})) -> Iterator[Reading]:
    """Read one seed with the reader of its suffix, and the file beside it, article by article.

    What cannot be read gives diagnostics and no document; nothing is raised.
    """
    problem = _refusal(file, folder)
    if problem is not None:
        yield Reading(diagnostics=(problem,))
        return
    beside, found = read_sidecar(file.path, suffix_of(file.path), file.location, folder)
    if found:
        yield Reading(diagnostics=found)
    read = False
    try:
        digest = sha256_of(file.path)
        keys: Counter[str] = Counter()
        for record in READERS[suffix_of(file.path)](file, names) if file.path.stat().st_size else ():
            read = read or bool(record.contents.blocks or record.contents.diagnostics)
            yield _reading(file, record, keys, digest, beside)
    except MissingExtraError as error:
        yield Reading(diagnostics=(_error(file, str(error), error.hint),))
    except OSError as error:
        yield Reading(diagnostics=(_error(file, f"cannot be read: {error.strerror}", "check its permissions"),))
    except Exception as error:  # noqa: BLE001 - a hostile file may make a parser of somebody else's raise anything
        message = (
            f"cannot be read as {suffix_of(file.path)}: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        )
        yield Reading(diagnostics=(_error(file, message, "save it once more, or as another format"),))
    else:
        if not read and not found:
            hint = "put the article's text into it, or delete it"
            yield Reading(diagnostics=(Diagnostic("warning", file.location, "the seed is empty", hint),))


def contents_of(file: SeedFile, folder: Path, digest_of: Callable[[Path], str]) -> tuple[str, ...]:
    """What `read_seed` makes of a file depends on this, and on its name: its bytes, and those beside it.

    Args:
        file: the seed.
        folder: the seeds folder.
        digest_of: gives the digest of a file's bytes.
    """
    problem = _refusal(file, folder)
    if problem is not None:
        return (repr(problem),)
    try:
        return (digest_of(file.path), *sidecar_contents(file.path, suffix_of(file.path), folder, digest_of))
    except OSError as error:
        return (repr(error),)


def _reading(file: SeedFile, record: Record, keys: Counter[str], digest: str, beside: Fields) -> Reading:
    contents = record.contents
    if not contents.blocks:
        return Reading(diagnostics=contents.diagnostics)
    contents = _writable(contents)
    keys[record.key] += 1
    times = keys[record.key]
    doc = RawDocument(
        seed=file.seed,
        location=record.location,
        path=file.path,
        sha256=digest,
        blocks=contents.blocks,
        fields=(*beside, *contents.fields),
        unit=contents.unit,
        key=record.key if times == 1 else f"{record.key}\0{times}",
    )
    return Reading(doc, contents.diagnostics)


def _writable(contents: Contents) -> Contents:
    """The same contents, without halves of letters: JSON can say them, and nothing can write them."""
    blocks = tuple(
        replace(block, lines=tuple(Line(line.number, _HALVES.sub("\ufffd", line.text)) for line in block.lines))
        for block in contents.blocks
    )
    fields = tuple(
        replace(field, values=tuple(_HALVES.sub("\ufffd", value) for value in field.values))
        for field in contents.fields
    )
    return replace(contents, blocks=blocks, fields=fields)


def sha256_of(path: Path) -> str:
    """The digest of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def suffix_of(path: Path) -> str:
    """The suffix that tells the format, in lower case: `.txt`, `.warc.gz`."""
    two = "".join(path.suffixes[-2:]).lower()
    return two if two in READERS else path.suffix.lower()


def read_page(path: Path) -> tuple[str, tuple[Block, ...]]:
    """Read a hand-written Markdown page: its title and its blocks."""
    contents = read_markdown(path.read_bytes(), Location(path.name))
    titles = (value for field in contents.fields if field.name == "title" for value in field.values)
    headings = (block.lines[0].text for block in contents.blocks if block.kind == "heading")
    return next(titles, None) or next(headings, None) or path.stem, contents.blocks


def _is_facts(folder: str, name: str) -> bool:
    return name.lower().endswith(SIDECARS) and is_sidecar(Path(folder, name))


def is_sidecar(path: Path) -> bool:
    """Whether the file holds the facts of a seed beside it."""
    return path.suffix.lower() in SIDECARS and any(
        os.path.lexists(path.with_suffix(suffix)) for suffix in (*READERS, *(suffix.upper() for suffix in READERS))
    )


def _leads_out(path: str, folder: str) -> bool:
    """Whether a path leads out of a folder. One below it that has no link in it does not."""
    below = path.removeprefix(f"{folder}{os.sep}")
    if below != path and ".." not in below:
        parts = [at for at, letter in enumerate(path) if letter == os.sep and at > len(folder)]
        if not any(Path(path[:end]).is_symlink() for end in (*parts, len(path))):
            return False
    return not os.path.realpath(path).startswith(f"{os.path.realpath(folder)}{os.sep}")


def _refusal(file: SeedFile, folder: Path) -> Diagnostic | None:
    if _leads_out(str(file.path), str(folder)):
        return _error(file, "leads outside the seeds folder", "put a copy of the file there instead of a link")
    suffix = suffix_of(file.path)
    if suffix in SIDECARS:
        return Diagnostic("warning", file.location, "stands beside no seed", "name it as the seed it describes")
    if suffix not in READERS:
        known = ", ".join(READERS)
        return _error(file, f"no reader for {suffix or 'a name without suffix'}", f"save it as one of {known}")
    if not file.path.is_file():
        return _error(file, "is no file that can be read", "put a copy of the article there")
    return None


def _error(file: SeedFile, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", file.location, message, hint)
