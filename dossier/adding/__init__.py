"""Bringing articles in: each is copied untouched into the seeds folder, under a name that stays, and read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Literal

from dossier.adding.names import folder_below, safe_folder, stems
from dossier.adding.offers import Offer, offers_of
from dossier.adding.shelf import Shelf, sha256, stem_of
from dossier.model import Article, Diagnostic, Location, SeedFile
from dossier.pipeline import Processed, Progress, process
from dossier.readers import READERS
from dossier.settings import Settings

__all__ = ["Arrival", "Offer", "add", "offers_of"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of an offer."""

    shown: str
    """How the user calls what was offered."""
    outcome: Literal["added", "there", "refused"]
    seed: str = ""
    """Path below the seeds folder: its own, or that of the seed with the same bytes."""
    articles: tuple[Article, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def add(offers: Sequence[Offer], settings: Settings, progress: Progress, *, into: str = "") -> Iterator[Arrival]:
    """Copy what is offered into the seeds folder, or into the folder `into` below it, and say of each what it became.

    A seed that stands there is never changed; what no reader makes an article of is not copied.

    Raises:
        DossierError: there is no seeds folder, or `into` leads out of it.
    """
    below = folder_below(into)
    shelf = Shelf(settings)
    for number, offer in enumerate(offers):
        progress(f"reading {offer.shown}", number, len(offers))
        try:
            yield _arrival(offer, shelf, below, settings)
        except OSError as error:
            yield _refused(offer, f"cannot be read or copied: {error.strerror}", "check permissions, names and space")


def _arrival(offer: Offer, shelf: Shelf, below: str, settings: Settings) -> Arrival:
    if not offer.path.is_file():
        return _refused(offer, "is no file that can be read", "give a file, a folder, or - for standard input")
    if offer.leads_out():
        return _refused(offer, "leads out of the folder that was given", "add the file that it leads to")
    suffix = offer.suffix
    if suffix not in READERS:
        known = ", ".join(READERS)
        return _refused(offer, f"no reader for {suffix or 'a name without suffix'}", f"save it as one of {known}")
    digest = sha256(offer.path)
    folder = "/".join((*PurePosixPath(below).parts, *map(safe_folder, PurePosixPath(offer.name).parts[:-1])))
    names = [stem + suffix for stem in stems(offer.name, suffix, digest)]
    there = shelf.same(offer.path.stat().st_size, digest, PurePosixPath(folder, names[0]).as_posix())
    if there is not None:
        return Arrival(offer.shown, "there", there)
    seed = shelf.free_name(folder, names, offer.facts)
    with TemporaryDirectory(prefix=".adding-", dir=settings.seeds) as desk:
        copy, facts = _copied(offer, PurePosixPath(seed).name, Path(desk))
        shown = settings.shown(settings.seeds / seed)
        read = process(SeedFile(seed, copy, Location(shown)), replace(settings, seeds=Path(desk)))
        if not read.articles:
            return Arrival(offer.shown, "refused", diagnostics=_as_offered(read, shown, offer))
        shelf.take(seed, digest, copy, facts)
    return Arrival(offer.shown, "added", seed, read.articles, read.diagnostics)


def _copied(offer: Offer, name: str, desk: Path) -> tuple[Path, Path | None]:
    """Copy an article and its facts, under their new name, to where they are read before they are let in."""
    copy = Path(shutil.copyfile(offer.path, desk / name))
    if offer.facts is None:
        return copy, None
    return copy, Path(shutil.copyfile(offer.facts, desk / (stem_of(name) + offer.facts.suffix)))


def _as_offered(read: Processed, shown: str, offer: Offer) -> tuple[Diagnostic, ...]:
    """What is wrong with a file that was not let in, said of the file that the user has."""
    return tuple(
        replace(seen, location=replace(seen.location, path=offer.shown)) if seen.location.path == shown else seen
        for seen in read.diagnostics
    )


def _refused(offer: Offer, message: str, hint: str) -> Arrival:
    return Arrival(offer.shown, "refused", diagnostics=(Diagnostic("error", Location(offer.shown), message, hint),))
