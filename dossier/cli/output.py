"""What every command prints through: nothing that stands in a seed or its name can steer the terminal."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import click

from dossier.model import DossierError

_STEERING = {"Cc", "Cs", "Zl", "Zp"}
"""Categories of control characters, of halves of characters, and of separators of lines."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""What turns the direction of the text that follows: a name could look like another one."""


def safe(text: str) -> str:
    """Replace what would steer a terminal: control characters, line ends, changes of direction."""
    return "".join(_shown(letter) for letter in text)


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


def _shown(letter: str) -> str:
    if letter in "\t\n\r":
        return " "
    if unicodedata.category(letter) in _STEERING or unicodedata.bidirectional(letter) in _TURNING:
        return "�"
    return letter
