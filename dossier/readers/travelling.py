"""A seed by its content, to be read on a machine that does not have the seeds folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.model import SeedFile


@dataclass(frozen=True, slots=True)
class SeedCopy:
    """A seed file and what stands beside it."""

    file: SeedFile
    """Whose path leads nowhere on another machine."""
    contents: tuple[tuple[str, bytes], ...]
    """Names and bytes, its own first."""


def copied(file: SeedFile, paths: tuple[Path, ...], limit: int) -> SeedCopy | None:
    """A copy of a seed, with the files that it is made of; `None` if they cannot be read, or have more bytes."""
    try:
        if sum(path.stat().st_size for path in paths) > limit:
            return None
        contents = tuple((path.name, path.read_bytes()) for path in paths)
    except OSError:
        return None
    return SeedCopy(replace(file, path=Path(file.path.name)), contents)


@contextmanager
def unpacked(copy: SeedCopy) -> Iterator[tuple[SeedFile, Path]]:
    """The seed in a folder of its own, which is the seeds folder for as long as it is read.

    Raises:
        OSError: it cannot be written there.
    """
    with TemporaryDirectory(prefix="dossier-") as made:
        folder = Path(made)
        for name, content in copy.contents:
            (folder / name).write_bytes(content)
        yield replace(copy.file, path=folder / copy.contents[0][0]), folder
