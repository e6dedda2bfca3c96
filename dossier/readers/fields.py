"""What a person wrote about a seed: front matter on top of it, or `NAME.yml` beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from dossier.model import Block, Diagnostic, Field, Line, Location
from dossier.readers.decode import decode
from dossier.yaml_lines import YamlMap, YamlNode, YamlProblem, YamlText, parse_yaml

SIDECARS = (".yml", ".yaml")
_MAX_CHARACTERS = 100_000
_FIELD_LINE = re.compile(r"(?P<name>[A-Za-z][\w-]*):\s+(?P<value>\S.*)")

Fields = tuple[Field, ...]
Diagnostics = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands on top of a seed, and what is below it."""

    body: str
    first: int = 1
    """The number of the seed's line on which the body begins."""
    fields: Fields = ()
    unread: tuple[Block, ...] = ()
    """The lines of the front matter that say nothing."""
    diagnostics: Diagnostics = ()


def split_front_matter(text: str, location: Location) -> FrontMatter:
    """Split a seed into front matter and body.

    Front matter is there only if line 1 is exactly `---` and the block below it is a mapping that holds
    something; else everything is body. A mapping with mistakes is read line by line.
    """
    if text.partition("\n")[0].rstrip(" \t") != "---":
        return FrontMatter(text)
    try:
        front, body = YAMLHandler().split(text)
    except ValueError:
        hint = "close it with a second line `---`, or put a blank line first if it is part of the text"
        found = (_warning(location, 1, "front matter begins here and never ends", hint),)
        return FrontMatter(text, diagnostics=found)
    top = Location(location.path, text.count("\n", 0, text.index(front, 3)) + 1)
    fields, diagnostics, unread = _read_mapping(front, top)
    if not fields and not any("is neither text" in each.message for each in diagnostics):
        return FrontMatter(text, diagnostics=diagnostics)
    first = text.count("\n", 0, len(text) - len(body)) + 1
    blocks = (Block("fields", unread),) if unread else ()
    return FrontMatter(body, first, fields, blocks, diagnostics)


def read_sidecar(seed: Path, suffix: str, location: Location, folder: Path) -> tuple[Fields, Diagnostics]:
    """Read the `NAME.yml` beside a seed, if there is one; `suffix` is the seed's, `.warc.gz` at its longest."""
    for path, ending in _sidecars(seed, suffix):
        beside = Location(location.path[: len(location.path) - len(suffix)] + ending, 1)
        if _is_refused(path, folder):
            hint = f"put a file of at most {_MAX_CHARACTERS:,} bytes there"
            return (), (_warning(beside, 1, "leads outside the seeds folder, or is too large", hint),)
        text, undecoded = decode(path.read_bytes(), beside)
        fields, diagnostics, _ = _read_mapping(text or "", beside)
        return fields, (*undecoded, *diagnostics)
    return (), ()


def sidecar_contents(seed: Path, suffix: str, folder: Path, digest_of: Callable[[Path], str]) -> Iterator[str]:
    """What `read_sidecar` depends on beside names."""
    for path, ending in _sidecars(seed, suffix):
        yield ending
        yield "" if _is_refused(path, folder) else digest_of(path)


def _sidecars(seed: Path, suffix: str) -> Iterator[tuple[Path, str]]:
    """The files beside a seed that may hold its fields, with their endings; the first one counts."""
    stem = str(seed)[: len(str(seed)) - len(suffix)]
    for ending in SIDECARS:
        # A name may be too long to ask for such a file.
        if os.path.lexists(stem + ending) and (path := Path(stem + ending)).is_file():
            yield path, ending


def _is_refused(path: Path, folder: Path) -> bool:
    return not path.resolve().is_relative_to(folder.resolve()) or path.stat().st_size > _MAX_CHARACTERS


def _read_mapping(text: str, top: Location) -> tuple[Fields, Diagnostics, tuple[Line, ...]]:
    """Read a mapping that begins on the line `top`: its fields, what is wrong, and the lines that were not read."""
    if len(text) > _MAX_CHARACTERS:
        message = f"{len(text):,} characters of fields, more than {_MAX_CHARACTERS:,}"
        return (), (_warning(top, top.line, message, "keep only the article's facts there"),), ()
    try:
        node = parse_yaml(text)
    except YamlProblem as problem:
        return _read_by_line(text, top, problem)
    if not isinstance(node, YamlMap) or not node.pairs:
        message = "the fields are no mapping of names to values"
        return (), (_warning(top, top.line, message, "write one `name: value` a line"),), ()
    fields, diagnostics = _fields(node, top)
    return fields, diagnostics, ()


def _read_by_line(text: str, top: Location, problem: YamlProblem) -> tuple[Fields, Diagnostics, tuple[Line, ...]]:
    """Read what can be read of a mapping that is not YAML: each line `name: value` by itself."""
    fields: list[Field] = []
    diagnostics: list[Diagnostic] = []
    unread: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=top.line):
        match = _FIELD_LINE.match(line)
        here = Location(top.path, number)
        if match is not None:
            try:
                node = parse_yaml(line)
            except YamlProblem as seen:
                fields.append(Field(match["name"], (match["value"].strip(),), here))
                hint = "put the value into quotation marks; it was read as it stands"
                diagnostics.append(_warning(here, number, f"not YAML: {seen.message}", hint))
            else:
                read, found = _fields(node, here) if isinstance(node, YamlMap) else ((), ())
                fields += read
                diagnostics += found
        elif line.strip():
            unread.append(Line(number, line))
    if unread or not diagnostics:
        number = unread[0].number if unread else top.line + problem.line - 1
        hint = "write one `name: value` a line"
        diagnostics.append(_warning(top, number, f"not the YAML of a mapping: {problem.message}", hint))
    return tuple(fields), tuple(diagnostics), tuple(unread)


def _fields(node: YamlMap, top: Location) -> tuple[Fields, Diagnostics]:
    fields: list[Field] = []
    diagnostics: list[Diagnostic] = []
    for key, value in node.pairs:
        line = top.line + key.line - 1
        values = _texts(value)
        if values is None:
            hint = "write a text or a list of texts"
            diagnostics.append(_warning(top, line, f"`{key.text}` is neither text nor a list of texts", hint))
        else:
            fields.append(Field(key.text.lower(), values, Location(top.path, line)))
    return tuple(fields), tuple(diagnostics)


def _texts(node: YamlNode) -> tuple[str, ...] | None:
    if isinstance(node, YamlText):
        return (node.text,) if node.text else ()
    if isinstance(node, YamlMap) or not all(isinstance(value, YamlText) for value in node.values):
        return None
    return tuple(value.text for value in node.values if isinstance(value, YamlText))


def _warning(location: Location, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic("warning", Location(location.path, line), message, hint)
