"""How far a long run is, on standard error."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial

from rich.console import Console

from dossier.cli.output import say
from dossier.progress import Watch
from dossier.progress import watching as watching_on


def watching() -> AbstractContextManager[Watch]:
    """Show how far a long run is, for as long as it runs."""
    return watching_on(Console(stderr=True), partial(say, err=True))
