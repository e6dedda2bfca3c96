"""The one list of options, with their defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from dossier.model import SuggestedOn

NOISY_LIBRARIES = ("pdfminer", "trafilatura", "htmldate", "courlan", "readability", "justext", "charset_normalizer")
"""What they log of a seed, the diagnostics say: the edges silence them."""

SUGGESTED: tuple[SuggestedOn, ...] = ("report", "show", "hide")
"""What `suggested` may be."""
CACHE = ".cache/dossier"
"""Where a site keeps what is known of its seeds, if it does not say, below the folder of its settings."""
FINDERS = "`names`, `spacy:PIPELINE` or false"
"""What `discover` may be."""


def is_finder(name: str) -> bool:
    """Whether this is a way to find names, or none."""
    return name in {"", "names"} or (name.startswith("spacy:") and len(name) > len("spacy:"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set. Paths are absolute, or relative to the working directory."""

    seeds: Path = Path("seeds")
    """The folder of raw articles."""
    entities: Path = Path("entities.yml")
    """The register."""
    fields: tuple[tuple[str, str], ...] = ()
    """What the fields of JSON records are called, and which of our fields they are."""
    outlets: tuple[tuple[str, str], ...] = ()
    """The domain of an outlet, and its name."""
    outlet_from: Literal["", "folder"] = ""
    """`folder`: the first folder of a seed's path is the name of its outlet."""
    base: Literal["", "world"] = ""
    """`world`: countries, capitals and international bodies are known beside the register."""
    discover: str = "names"
    """How names are found that the register does not hold: `names`, by the model of the package; `spacy:PIPELINE`, by
    one that is installed; empty, not at all."""
    suggested: SuggestedOn = "report"
    """Where on the site such names stand, apart and not linked."""
    cache: Path | None = None
    """The folder in which what is known of a seed is kept for the next time; none, if it is not."""
    jobs: int = 1
    """How many processes work, where there is enough to do."""
    unlinked: tuple[str, ...] = ()
    """Hand-written pages to leave as they are: patterns of paths below the docs folder, such as `handbook/*`."""
    handwritten: tuple[tuple[str, Path], ...] = ()
    """The hand-written pages, to find mentions in them too: path below the docs folder, file. The edges list them."""
    root: Path = Path()
    """The folder that paths in messages are relative to."""

    def links(self, src_uri: str) -> bool:
        """Whether mentions in this hand-written page are linked and counted."""
        return not any(fnmatchcase(src_uri, pattern) for pattern in self.unlinked)

    def shown(self, path: Path) -> str:
        """The path as the user would type it: relative to `root` where it lies below, slashes forward."""
        whole, root = str(path.absolute()), str(self.root.absolute())
        if whole == root:
            return "."
        below = whole.removeprefix(root if root.endswith(os.sep) else root + os.sep)
        return path.as_posix() if below == whole else below.replace(os.sep, "/")
