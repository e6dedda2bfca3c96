"""`dossier new`: a working dossier to start from."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from dossier.cli.output import complaining, say
from dossier.scaffold import make_dossier


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a dossier to start from in DIR.

    What is there already stays as it is; exit 1, with nothing written, if it is in the way.
    """
    with complaining():
        names = make_dossier(folder)
    say(f"Made in {folder}:")
    for name in names:
        say(f"  {name}")
    say("Next:" if folder.resolve() == Path.cwd() else f"Next, in that folder (cd {shlex.quote(str(folder))}):")
    say("  dossier add PATH/TO/ARTICLES")
    say("  mkdocs serve --dirty")
