"""The seeds folder while it fills: what stands there, and which names are free."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from dossier.model import DossierError
from dossier.readers import find_seeds, is_sidecar
from dossier.readers.fields import SIDECARS
from dossier.settings import Settings


def sha256(path: Path) -> str:
    """The digest of a file's bytes."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


class Shelf:
    """The seeds folder, with the bytes of every seed, as far as they were asked for.

    Raises:
        DossierError: there is none.
    """

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.seeds
        self._shown = settings.shown
        self._digests: dict[str, str] = {}
        self._by_size: dict[int, list[str]] = {}
        for file in find_seeds(settings.seeds, settings.shown):
            with suppress(OSError):
                self._by_size.setdefault(file.path.stat().st_size, []).append(file.seed)

    def same(self, size: int, digest: str, wanted: str) -> str | None:
        """The seed of these bytes; the one of the name that is wanted, if it is among them."""
        found = [seed for seed in self._by_size.get(size, []) if self._digest(seed) == digest]
        return wanted if wanted in found else next(iter(found), None)

    def free_name(self, folder: str, names: Iterable[str], facts: Path | None) -> str:
        """The first name that no seed has, and under which facts are of one seed alone.

        Raises:
            DossierError: the folder leads out of the seeds folder, or every name is taken.
        """
        place = self._folder / folder
        if not place.resolve().is_relative_to(self._folder.resolve()):
            raise DossierError(f"{self._shown(place)} leads out of the seeds folder")
        for name in names:
            if not os.path.lexists(place / name) and _facts_fit(place / name, facts):
                return PurePosixPath(folder, name).as_posix()
        raise DossierError(f"every name for it is taken in {self._shown(place)}")

    def take(self, seed: str, digest: str, copy: Path, facts: Path | None) -> None:
        """Put a copy of an article in its place, and before it the facts that came with it."""
        target = self._folder / seed
        target.parent.mkdir(parents=True, exist_ok=True)
        if facts is not None and not target.with_name(facts.name).exists():
            facts.replace(target.with_name(facts.name))
        copy.replace(target)
        self._by_size.setdefault(target.stat().st_size, []).append(seed)
        self._digests[seed] = digest

    def _digest(self, seed: str) -> str:
        if seed not in self._digests:
            self._digests[seed] = sha256(self._folder / seed)
        return self._digests[seed]


def stem_of(name: str) -> str:
    """The name of a seed without its suffix; made safe, it has no other dot."""
    return name.partition(".")[0]


def _facts_fit(place: Path, facts: Path | None) -> bool:
    """Whether the facts under that name, new or there already, would be this seed's alone, or are the same."""
    beside = [place.with_name(stem_of(place.name) + ending) for ending in SIDECARS]
    there = next((path for path in beside if path.exists()), None)
    if there is not None:
        return facts is not None and facts.read_bytes() == there.read_bytes()
    return facts is None or not is_sidecar(beside[0])
