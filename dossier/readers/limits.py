"""How large a seed may be."""

from __future__ import annotations

from collections.abc import Callable

from dossier.model import Contents, Diagnostic, Location, Record, SeedFile
from dossier.readers.extras import MissingExtraError

MAX_BYTES = 20_000_000
"""An article larger than this is none; a book has about one million."""
MAX_WHOLE_BYTES = 200_000_000
"""So much may a file of several articles have that is read in one piece."""


def guarded(read: Callable[[], Contents], location: Location) -> Contents:
    """Read one article of several: what is broken in it stops none of the others."""
    try:
        return read()
    except (MissingExtraError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - a hostile file may make a parser of somebody else's raise anything
        message = f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Contents(diagnostics=(Diagnostic("error", location, message, "get it once more, or save it as .txt"),))


def too_large(file: SeedFile, limit: int = MAX_WHOLE_BYTES, hint: str = "split it into its articles") -> Record | None:
    """The refusal of a file that is larger than it may be."""
    size = file.path.stat().st_size
    if size <= limit:
        return None
    seen = Diagnostic("error", file.location, f"{size:,} bytes, more than {limit:,}", hint)
    return Record(Contents(diagnostics=(seen,)), file.location, "")
