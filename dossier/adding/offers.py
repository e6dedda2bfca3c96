"""What is offered: the files that a source, a file or a folder, holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.model import DossierError
from dossier.readers import find_seeds, is_sidecar, suffix_of
from dossier.readers.fields import SIDECARS
from dossier.recognise import HEAD_BYTES, recognise


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that is to become a seed."""

    path: Path
    name: str
    """As it was found, with the folders that it keeps, slashes forward; empty for what has no name."""
    shown: str
    """How the user calls it."""
    folder: Path | None = None
    """The folder that was named, which a link must not lead out of."""

    @property
    def suffix(self) -> str:
        """Of its name, or else what its content is like; in a folder, files without suffix are seldom articles."""
        suffix = suffix_of(Path(self.name))
        if suffix or self.folder is not None:
            return suffix
        with self.path.open("rb") as content:
            return recognise(content.read(HEAD_BYTES))

    @property
    def facts(self) -> Path | None:
        """The file beside it that holds its facts; a name may be too long to ask for such a file."""
        stem = self.path.name[: len(self.path.name) - len(suffix_of(self.path))]
        found = (self.path.with_name(stem + ending) for ending in SIDECARS)
        return next((path for path in found if os.path.lexists(path) and path.is_file()), None)

    def leads_out(self) -> bool:
        """Whether it, or its facts, is a link out of the folder that was named."""
        paths = [self.path] if self.facts is None else [self.path, self.facts]
        return self.folder is not None and not all(
            path.resolve().is_relative_to(self.folder.resolve()) for path in paths
        )


def offers_of(source: Path, seeds: Path) -> Iterator[Offer]:
    """List what a file or a folder offers, in the order of the names, each with its folders below `source`.

    Left out are hidden files, what a browser saves beside a page, and files of facts: they come along with theirs.

    Raises:
        DossierError: the seeds folder lies in that folder.
    """
    if not source.is_dir():
        if not is_sidecar(source):
            yield Offer(source, source.name, str(source))
        return
    if seeds.resolve().is_relative_to(source.resolve()):
        raise DossierError(f"{source} holds the seeds folder: name the folder of the articles alone")
    for file in find_seeds(source, str):
        if suffix_of(file.path) not in SIDECARS and not _saved_with_a_page(PurePosixPath(file.seed), source):
            yield Offer(file.path, file.seed, str(file.path), source)


def _saved_with_a_page(seed: PurePosixPath, source: Path) -> bool:
    """Whether the file stands in the folder `NAME_files` that a browser makes beside `NAME.html`."""
    folders = [source / parent for parent in seed.parents if parent.name.endswith("_files")]
    return any(
        folder.with_name(folder.name.removesuffix("_files") + suffix).is_file()
        for folder in folders
        for suffix in (".html", ".htm")
    )
