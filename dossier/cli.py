"""The command `dossier`: arguments, output, exit codes."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click
import yaml

from dossier.export import to_json, write_pages
from dossier.model import Diagnostic, Dossier, DossierError
from dossier.pages import render
from dossier.pipeline import build
from dossier.settings import NOISY_LIBRARIES, Settings

F = TypeVar("F", bound=Callable[..., Any])


class _Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml`: `!ENV` as MkDocs does; other tags that it gives a meaning become nothing here."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV NAME`, or `!ENV [NAME, OTHER_NAME, default]`."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = [*loader.construct_sequence(node)]
    else:
        names, default = [getattr(node, "value", "")], None
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_Loader.add_constructor("!ENV", _environment)


def _shared(command: F) -> F:
    """The options that every command has."""
    options: Sequence[Callable[[F], F]] = (
        click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml."),
        click.option("--seeds", type=click.Path(path_type=Path), help="The folder of raw articles."),
        click.option("--entities", type=click.Path(path_type=Path), help="The register."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-dossier")
def main() -> None:
    """Turn a folder of news articles about one story into a cross-linked, searchable site."""
    for name in NOISY_LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)


@main.command()
@_shared
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def check(config_file: Path | None, seeds: Path | None, entities: Path | None, form: str) -> None:
    """Print every diagnostic; exit 1 if there is any."""
    diagnostics = _build(_settings(config_file, seeds, entities)).diagnostics
    if form == "json":
        rows = [asdict(diagnostic) for diagnostic in diagnostics]
        for row in rows:
            row["location"]["line"] = row["location"]["line"] or None
            if not row["location"]["record"]:
                del row["location"]["record"]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print(diagnostics)
    sys.exit(1 if diagnostics else 0)


@main.group()
def export() -> None:
    """Write the dossier for other programs."""


@export.command("json")
@_shared
@click.option("--strict", is_flag=True, help="Exit 1 on errors and warnings.")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def export_json(
    config_file: Path | None, seeds: Path | None, entities: Path | None, *, strict: bool, out: Path
) -> None:
    """Write everything that is known as JSON to OUT, or to standard output for `-`."""
    dossier = _build(_settings(config_file, seeds, entities))
    text = to_json(dossier)
    if str(out) == "-":
        click.echo(text, nl=False)
    else:
        with _complaining():
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(text, encoding="utf-8", newline="\n")
    _finish(dossier, strict=strict)


@export.command("pages")
@_shared
@click.option("--strict", is_flag=True, help="Exit 1 on errors and warnings.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_pages(
    config_file: Path | None, seeds: Path | None, entities: Path | None, *, strict: bool, folder: Path
) -> None:
    """Write the generated pages as Markdown into FOLDER, for any site generator."""
    dossier = _build(_settings(config_file, seeds, entities))
    with _complaining():
        number = write_pages(render(dossier), folder)
    click.echo(f"{number} files in {folder}", err=True)
    _finish(dossier, strict=strict)


def _settings(config_file: Path | None, seeds: Path | None, entities: Path | None) -> Settings:
    """The settings of `mkdocs.yml`, overridden by the options; with both options no `mkdocs.yml` is needed."""
    path = config_file or Path("mkdocs.yml")
    options: Mapping[str, Any] = {}
    if config_file is not None or seeds is None or entities is None or path.exists():
        options = _plugin_options(_site_options(path).get("plugins"))
    root = path.parent
    default = Settings()
    outlet_from = _text_option(options, "outlet_from") or ""
    if outlet_from not in {"", "folder"}:
        raise click.UsageError(f"`outlet_from` of the plugin `dossier` should be folder, and is {outlet_from}")
    return Settings(
        seeds=seeds or root / (_text_option(options, "seeds") or default.seeds),
        entities=entities or root / (_text_option(options, "entities") or default.entities),
        fields=_pairs_option(options, "fields"),
        outlets=_pairs_option(options, "outlets"),
        outlet_from="folder" if outlet_from else "",
        root=root,
    )


def _text_option(options: Mapping[str, Any], name: str) -> str | None:
    value = options.get(name)
    if value is not None and not isinstance(value, str):
        raise click.UsageError(f"`{name}` of the plugin `dossier` should be a text, and is {value!r}")
    return value


def _pairs_option(options: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    value = options.get(name) or {}
    if not isinstance(value, dict) or not all(isinstance(each, str) for pair in value.items() for each in pair):
        raise click.UsageError(f"`{name}` of the plugin `dossier` should be names and texts, and is {value!r}")
    return tuple(value.items())


def _site_options(path: Path, heirs: tuple[Path, ...] = ()) -> Mapping[str, Any]:
    if path.resolve() in heirs:
        raise click.UsageError(f"{path} inherits from itself")
    try:
        site = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - it is a SafeLoader
    except FileNotFoundError as error:
        message = f"no {path}: run this in the folder of the site, or give -f, or both --seeds and --entities"
        raise click.UsageError(message) from error
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path} cannot be read: {error}") from error
    if not isinstance(site, dict):
        raise click.UsageError(f"{path} is no mapping of options")
    parent = site.pop("INHERIT", None)
    return site if parent is None else {**_site_options(path.parent / str(parent), (*heirs, path.resolve())), **site}


def _plugin_options(plugins: Any) -> Mapping[str, Any]:
    """The options of the plugin `dossier`, in a list or mapping of plugins."""
    entries = plugins.items() if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        entries = [pair for plugin in plugins if isinstance(plugin, dict) for pair in plugin.items()]
    return next((options for name, options in entries if name == "dossier" and isinstance(options, dict)), {})


def _build(settings: Settings) -> Dossier:
    with _complaining():
        return build(settings)


@contextmanager
def _complaining() -> Iterator[None]:
    """End with exit code 1 and one line where the files are not as they must be."""
    try:
        yield
    except DossierError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be written: {error.strerror}") from error


def _print(diagnostics: Iterable[Diagnostic], *, err: bool = False) -> None:
    for diagnostic in diagnostics:
        click.echo(str(diagnostic), err=err)


def _finish(dossier: Dossier, *, strict: bool) -> None:
    _print(dossier.diagnostics, err=True)
    if strict and any(diagnostic.severity != "note" for diagnostic in dossier.diagnostics):
        sys.exit(1)
