"""What seeds and their folders are called: names that every file system takes, and that stay."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from slugify import slugify

from dossier.model import DossierError
from dossier.scripts import without_japanese

_MAX_STEM = 80
_MAX_FOLDER_BYTES = 200
_REFUSED = frozenset('<>:"/\\|?*')
"""Signs that one of the common file systems refuses in a name."""


def folder_below(into: str) -> str:
    """Check the name of a folder below the seeds folder, and return it with forward slashes.

    Raises:
        DossierError: it leads elsewhere, would not be read, or cannot be typed.
    """
    parts = PurePosixPath(into.replace(os.sep, "/")).parts
    if any(part.startswith((".", "/")) or not part.isprintable() or _REFUSED & set(part) for part in parts):
        raise DossierError(f"`{into}` cannot be a folder of seeds: it takes a name, without a dot in front")
    return "/".join(parts)


def safe_folder(name: str) -> str:
    """The name of a folder, as every file system takes it; else as it was, for it may be that of an outlet."""
    text = unicodedata.normalize("NFC", name)
    kept = "".join(letter if letter.isprintable() and letter not in _REFUSED else " " for letter in text)
    short = " ".join(kept.split()).encode()[:_MAX_FOLDER_BYTES].decode(errors="ignore").strip(" .")
    return short or f"folder-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def stems(name: str, suffix: str, digest: str) -> Iterator[str]:
    """The stem of a file's name, made safe, and what to take in turn where it is taken.

    Where nothing is left of a name, it is called after its bytes.
    """
    last = PurePosixPath(name).name.encode("utf-8", "replace").decode()
    stem = last[: len(last) - len(suffix)] if last.lower().endswith(suffix) else last
    safe = slugify(without_japanese(stem), max_length=_MAX_STEM, word_boundary=True) or f"seed-{digest[:8]}"
    yield safe
    yield from (f"{safe}-{digest[:digits]}" for digits in (8, 16, 64))
