"""How large a seed may be."""

from __future__ import annotations

from dossier.model import Contents, Diagnostic, Record, SeedFile

MAX_BYTES = 20_000_000
"""An article larger than this is none; a book has about one million."""
MAX_WHOLE_BYTES = 200_000_000
"""So much may a file of several articles have that is read in one piece."""


def too_large(file: SeedFile, limit: int = MAX_WHOLE_BYTES, hint: str = "split it into its articles") -> Record | None:
    """The refusal of a file that is larger than it may be."""
    size = file.path.stat().st_size
    if size <= limit:
        return None
    seen = Diagnostic("error", file.location, f"{size:,} bytes, more than {limit:,}", hint)
    return Record(Contents(diagnostics=(seen,)), file.location, "")
