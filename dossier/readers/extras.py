"""Formats whose libraries are heavy are optional extras."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dossier.model import DossierError


class MissingExtraError(DossierError):
    """A library that reads a format is not installed."""

    def __init__(self, extra: str, library: str) -> None:
        super().__init__(f"needs {library}, which is not installed")
        self.hint = f"pip install 'mkdocs-dossier[{extra}]'"


@contextmanager
def needs(extra: str, library: str) -> Iterator[None]:
    """Around the import of a library that an extra brings.

    Raises:
        MissingExtraError: it is not there.
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(extra, library) from error
