"""The options that every command has, and the settings they and `mkdocs.yml` give."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
import yaml

from dossier.settings import CACHE, FINDERS, SUGGESTED, Settings, is_finder

F = TypeVar("F", bound=Callable[..., Any])
C = TypeVar("C", bound=str)


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


def shared_options(command: F) -> F:
    """The options that every command has."""
    options: Sequence[Callable[[F], F]] = (
        click.option("-f", "--config-file", type=click.Path(path_type=Path), help="The site's mkdocs.yml."),
        click.option("--seeds", type=click.Path(path_type=Path), help="The folder of raw articles."),
        click.option("--entities", type=click.Path(path_type=Path), help="The register."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def read_settings(config_file: Path | None, seeds: Path | None, entities: Path | None) -> Settings:
    """The settings of `mkdocs.yml`, overridden by the options; with both options no `mkdocs.yml` is needed."""
    path = config_file or Path("mkdocs.yml")
    options: Mapping[str, Any] = {}
    if config_file is not None or seeds is None or entities is None or path.exists():
        options = _plugin_options(_site_options(path).get("plugins"))
    root = path.parent
    default = Settings()
    return Settings(
        seeds=seeds or root / (_text_option(options, "seeds") or default.seeds),
        entities=entities or root / (_text_option(options, "entities") or default.entities),
        fields=_pairs_option(options, "fields"),
        outlets=_pairs_option(options, "outlets"),
        outlet_from=_choice_option(options, "outlet_from", default.outlet_from, "folder"),
        base=_choice_option(options, "base", default.base, "world"),
        discover=_discover_option(options, default.discover),
        suggested=_choice_option(options, "suggested", default.suggested, *SUGGESTED),
        cache=_cache_option(options, root) if path.exists() else None,
        jobs=_jobs_option(options),
        root=root,
    )


def _text_option(options: Mapping[str, Any], name: str) -> str | None:
    value = options.get(name)
    if value is not None and not isinstance(value, str):
        raise click.UsageError(f"`{name}` of the plugin `dossier` should be a text, and is {value!r}")
    return value


def _choice_option(options: Mapping[str, Any], name: str, default: C, *choices: C) -> C:
    """An option that has a few values."""
    value = _text_option(options, name) or default
    for choice in (default, *choices):
        if value == choice:
            return choice
    wanted = " or ".join(choices)
    raise click.UsageError(f"`{name}` of the plugin `dossier` should be {wanted}, and is {value}")


def _discover_option(options: Mapping[str, Any], default: str) -> str:
    value = options.get("discover", default)
    text = {False: "", True: default}.get(value, value) if isinstance(value, bool) else value
    if not isinstance(text, str) or not is_finder(text):
        raise click.UsageError(f"`discover` of the plugin `dossier` should be {FINDERS}, and is {value}")
    return text


def _cache_option(options: Mapping[str, Any], root: Path) -> Path | None:
    value = options.get("cache", CACHE)
    if value is False:
        return None
    if not isinstance(value, str) or not value:
        raise click.UsageError(f"`cache` of the plugin `dossier` should be a folder or false, and is {value!r}")
    return root / value


def _jobs_option(options: Mapping[str, Any]) -> int:
    value = options.get("jobs", 0)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise click.UsageError(f"`jobs` of the plugin `dossier` should be a number of processes, and is {value!r}")
    return value or os.cpu_count() or 1


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
