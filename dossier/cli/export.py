"""`dossier export`: the dossier for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dossier.cli.output import complaining, say
from dossier.cli.progress import watching
from dossier.cli.settings import read_settings, shared_options
from dossier.export import to_json, write_pages
from dossier.model import Dossier, Page
from dossier.pages import render
from dossier.pipeline import Progress, build
from dossier.settings import Settings


@click.group()
def export() -> None:
    """Write the dossier for other programs."""


@export.command("json")
@shared_options
@click.option("--strict", is_flag=True, help="Exit 1 on errors and warnings.")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def export_json(
    config_file: Path | None, seeds: Path | None, entities: Path | None, *, strict: bool, out: Path
) -> None:
    """Write everything that is known as JSON to OUT, or to standard output for `-`."""
    dossier = _build(read_settings(config_file, seeds, entities))
    text = to_json(dossier)
    if str(out) == "-":
        click.echo(text, nl=False)
    else:
        with complaining():
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(text, encoding="utf-8", newline="\n")
    _finish(dossier, strict=strict)


@export.command("pages")
@shared_options
@click.option("--strict", is_flag=True, help="Exit 1 on errors and warnings.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_pages(
    config_file: Path | None, seeds: Path | None, entities: Path | None, *, strict: bool, folder: Path
) -> None:
    """Write the generated pages as Markdown into FOLDER, for any site generator."""
    dossier = _build(read_settings(config_file, seeds, entities))
    with complaining(), watching() as watch:
        number = write_pages(_told(render(dossier), watch), folder)
    say(f"{number} files in {folder}", err=True)
    _finish(dossier, strict=strict)


def _build(settings: Settings) -> Dossier:
    with complaining(), watching() as watch:
        return build(settings, watch)


def _told(pages: Iterable[Page], progress: Progress) -> Iterator[Page]:
    for number, page in enumerate(pages):
        progress(f"writing {page.src_uri}", number, 0)
        yield page


def _finish(dossier: Dossier, *, strict: bool) -> None:
    for diagnostic in dossier.diagnostics:
        say(str(diagnostic), err=True)
    if strict and any(diagnostic.severity != "note" for diagnostic in dossier.diagnostics):
        sys.exit(1)
