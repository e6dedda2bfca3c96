"""Seed files to raw documents: which files are seeds, and which reader reads each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.model import Block, Contents, Diagnostic, DossierError, Location, RawDocument, Reading
from dossier.readers.fields import SIDECARS, read_sidecar
from dossier.readers.markdown import read_markdown
from dossier.readers.text import read_text

MAX_BYTES = 20_000_000
"""A seed larger than this is not an article; a book has about one million."""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file in the seeds folder."""

    seed: str
    """Path below the seeds folder, with forward slashes."""
    path: Path
    location: Location


Reader = Callable[[bytes, Location], Contents]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
}
"""The reader for each suffix, in lower case."""


def find_seeds(folder: Path, shown: Callable[[Path], str]) -> Iterator[SeedFile]:
    """List the files below `folder` in the order of their names; names that begin with a dot are left out.

    Raises:
        DossierError: there is no such folder.
    """
    if not folder.is_dir():
        raise DossierError(f"no seeds folder at {shown(folder)}: make it, or set `seeds` to where the articles are")
    found: list[SeedFile] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and not _is_sidecar(path):
                found.append(SeedFile(path.relative_to(folder).as_posix(), path, Location(shown(path))))
    yield from sorted(found, key=lambda file: file.seed)


def read_seed(file: SeedFile, folder: Path) -> Reading:
    """Read one seed with the reader of its suffix, and the file beside it.

    A seed that cannot be read gives diagnostics and no document; nothing is raised.
    """
    problem = _refusal(file, folder)
    if problem is not None:
        return Reading(diagnostics=(problem,))
    try:
        content = file.path.read_bytes()
    except OSError as error:
        return Reading(diagnostics=(_error(file, f"cannot be read: {error.strerror}", "check its permissions"),))
    contents = READERS[file.path.suffix.lower()](content, file.location)
    beside, found = read_sidecar(file.path, file.location, folder)
    diagnostics = (*contents.diagnostics, *found)
    if not contents.blocks:
        if not diagnostics:
            hint = "put the article's text into it, or delete it"
            diagnostics = (Diagnostic("warning", file.location, "the seed is empty", hint),)
        return Reading(diagnostics=diagnostics)
    doc = RawDocument(
        seed=file.seed,
        location=file.location,
        path=file.path,
        sha256=hashlib.sha256(content).hexdigest(),
        blocks=contents.blocks,
        fields=(*contents.fields, *beside),
    )
    return Reading((doc,), diagnostics)


def read_page(path: Path) -> tuple[str, tuple[Block, ...]]:
    """Read a hand-written Markdown page: its title and its blocks."""
    contents = read_markdown(path.read_bytes(), Location(path.name))
    titles = (value for field in contents.fields if field.name == "title" for value in field.values)
    headings = (block.lines[0].text for block in contents.blocks if block.kind == "heading")
    return next(titles, None) or next(headings, None) or path.stem, contents.blocks


def _is_sidecar(path: Path) -> bool:
    return path.suffix.lower() in SIDECARS and any(
        path.with_suffix(suffix).exists() for suffix in (*READERS, *(suffix.upper() for suffix in READERS))
    )


def _refusal(file: SeedFile, folder: Path) -> Diagnostic | None:
    if not file.path.resolve().is_relative_to(folder.resolve()):
        return _error(file, "leads outside the seeds folder", "put a copy of the file there instead of a link")
    suffix = file.path.suffix.lower()
    if suffix in SIDECARS:
        return Diagnostic("warning", file.location, "stands beside no seed", "name it as the seed it describes")
    if suffix not in READERS:
        known = ", ".join(READERS)
        return _error(file, f"no reader for {suffix or 'a name without suffix'}", f"save it as one of {known}")
    if not file.path.is_file():
        return _error(file, "is no file that can be read", "put a copy of the article there")
    size = file.path.stat().st_size
    if size > MAX_BYTES:
        return _error(file, f"{size:,} bytes, more than {MAX_BYTES:,}", "split it into its articles")
    return None


def _error(file: SeedFile, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", file.location, message, hint)
