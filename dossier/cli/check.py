"""`dossier check`: what could not be made out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from dossier.cli.output import complaining, say
from dossier.cli.progress import watching
from dossier.cli.settings import read_settings, shared_options
from dossier.model import Diagnostic
from dossier.pipeline import build


@click.command()
@shared_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def check(config_file: Path | None, seeds: Path | None, entities: Path | None, form: str) -> None:
    """Print every diagnostic, file by file in the order of their lines; exit 1 if there is any."""
    settings = read_settings(config_file, seeds, entities)
    with complaining(), watching() as watch:
        diagnostics = sorted(build(settings, watch).diagnostics, key=_order)
    if form == "json":
        click.echo(_json(diagnostics))
    else:
        for diagnostic in diagnostics:
            say(str(diagnostic))
    sys.exit(1 if diagnostics else 0)


def _order(seen: Diagnostic) -> tuple[str, int, bool, int]:
    """File by file, record by record, line by line; what is said of a whole file or record comes last."""
    return seen.location.path, seen.location.record, not seen.location.line, seen.location.line


def _json(diagnostics: Iterable[Diagnostic]) -> str:
    rows = [asdict(diagnostic) for diagnostic in diagnostics]
    for row in rows:
        row["location"]["line"] = row["location"]["line"] or None
        if not row["location"]["record"]:
            del row["location"]["record"]
    return json.dumps(rows, ensure_ascii=False, indent=1)
