"""What every command prints through: nothing that stands in a seed or its name can steer the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from dossier.model import DossierError
from dossier.printable import safe

__all__ = ["complaining", "safe", "say"]


def say(text: str, *, err: bool = False) -> None:
    """Print one line, in what the terminal can show."""
    encoding = getattr(sys.stderr if err else sys.stdout, "encoding", None) or "utf-8"
    click.echo(safe(text).encode(encoding, "replace").decode(encoding), err=err)


@contextmanager
def complaining() -> Iterator[None]:
    """End with exit code 1 and one line where the files are not as they must be."""
    try:
        yield
    except DossierError as error:
        raise click.ClickException(safe(str(error))) from error
    except BrokenPipeError:  # who reads has seen enough: click ends quietly
        raise
    except OSError as error:
        raise click.ClickException(safe(f"{error.filename} cannot be written: {error.strerror}")) from error
