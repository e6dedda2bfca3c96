"""What a person wrote about a seed: front matter on top of it, or `NAME.yml` beside it."""

from __future__ import annotations

from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from dossier.model import Diagnostic, Field, Location
from dossier.readers.decode import decode
from dossier.yaml_lines import YamlMap, YamlNode, YamlProblem, YamlText, parse_yaml

SIDECARS = (".yml", ".yaml")
_MAX_CHARACTERS = 100_000

Fields = tuple[Field, ...]
Diagnostics = tuple[Diagnostic, ...]


def split_front_matter(text: str, location: Location) -> tuple[Fields, str, int, Diagnostics]:
    """Split a seed into fields and body.

    Front matter is there only if line 1 is exactly `---` and the block below it is a mapping that holds
    something; else everything is body.

    Returns:
        The fields, the body, the number of the seed's line on which the body begins, and diagnostics.
    """
    if text.partition("\n")[0].rstrip(" \t") != "---":
        return (), text, 1, ()
    try:
        front, body = YAMLHandler().split(text)
    except ValueError:
        hint = "close it with a second line `---`, or put a blank line first if it is part of the text"
        return (), text, 1, (_warning(location, 1, "front matter begins here and never ends", hint),)
    fields, diagnostics = _read_mapping(front, location, text.count("\n", 0, text.index(front, 3)) + 1)
    if fields is None:
        return (), text, 1, diagnostics
    return fields, body, text.count("\n", 0, len(text) - len(body)) + 1, diagnostics


def read_sidecar(seed: Path, location: Location) -> tuple[Fields, Diagnostics]:
    """Read the `NAME.yml` beside a seed, if there is one."""
    for suffix in SIDECARS:
        path = seed.with_suffix(suffix)
        if path.is_file():
            beside = Location(location.path[: len(location.path) - len(seed.suffix)] + suffix)
            text, diagnostics = decode(path.read_bytes(), beside)
            fields, more = _read_mapping(text or "", beside, 1)
            return fields or (), (*diagnostics, *more)
    return (), ()


def _read_mapping(text: str, location: Location, first: int) -> tuple[Fields | None, Diagnostics]:
    if len(text) > _MAX_CHARACTERS:
        message = f"{len(text):,} characters of fields, more than {_MAX_CHARACTERS:,}"
        return None, (_warning(location, first, message, "keep only the article's facts there"),)
    try:
        node = parse_yaml(text)
    except YamlProblem as problem:
        hint = "write one `name: value` a line, and quote a value that holds a colon"
        return None, (
            _warning(location, first + problem.line - 1, f"not the YAML of a mapping: {problem.message}", hint),
        )
    if not isinstance(node, YamlMap) or not node.pairs:
        message = "the fields are no mapping of names to values"
        return None, (_warning(location, first, message, "write one `name: value` a line"),)
    fields: list[Field] = []
    diagnostics: list[Diagnostic] = []
    for key, value in node.pairs:
        line = first + key.line - 1
        values = _texts(value)
        if values is None:
            hint = "write a text or a list of texts"
            diagnostics.append(_warning(location, line, f"`{key.text}` is neither text nor a list of texts", hint))
        fields.append(Field(key.text, values or (), Location(location.path, line)))
    return tuple(fields), tuple(diagnostics)


def _texts(node: YamlNode) -> tuple[str, ...] | None:
    if isinstance(node, YamlText):
        return (node.text,) if node.text else ()
    if isinstance(node, YamlMap) or not all(isinstance(value, YamlText) for value in node.values):
        return None
    return tuple(value.text for value in node.values if isinstance(value, YamlText))


def _warning(location: Location, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic("warning", Location(location.path, line), message, hint)
