"""The house rules: who may import whom, and what only the edges may do."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "dossier"
LEAVES = {"model", "scripts", "languages", "agencies", "groups", "garbage"}
"""Rooms that every room may import."""
STAGES: dict[str, set[str]] = {
    "dates": set(),
    "readers": {"yaml_lines"},
    "clean": set(),
    "metadata": {"dates", "names"},
    "copies": set(),
    "reuse": set(),
    "coverage": {"names"},
    "findings": set(),
    "boilerplate": set(),
    "register": {"yaml_lines"},
    "matcher": {"names"},
    "resolver": {"names", "same_name"},
    "sentences": set(),
    "backlinks": {"memory"},
    "base": set(),
    "statements": {"names", "memory"},
    "suggest": {"names", "same_name", "memory"},
    "discovery": {"names"},
    "timeline": {"dates", "memory"},
}
"""Each stage, and what it may import beside the leaves: never another stage, but for dates."""
TOP: dict[str, set[str]] = {
    "__init__": {"cache", "edition", "links", "memory", "pages", "pipeline", "progress", "settings", "work"},
    "model": {"scripts"},
    "scripts": set(),
    "languages": set(),
    "agencies": set(),
    "groups": set(),
    "garbage": set(),
    "names": set(),
    "same_name": {"names"},
    "yaml_lines": set(),
    "cache": set(),
    "digests": {"cache"},
    "memory": set(),
    "work": {"cache", "memory"},
    "cluster": {"work"},
    "settings": set(),
    "permalinks": set(),
    "printable": set(),
    "progress": {"printable"},
    "pipeline": {*STAGES, "cache", "digests", "memory", "settings", "work"},
    "pages": {"memory", "permalinks"},
    "edition": {"cache", "memory", "pages", "pipeline", "settings", "work"},
    "export": {"permalinks"},
    "links": {"matcher", "resolver", "permalinks"},
    "scaffold": set(),
    "recognise": set(),
    "adding": {"pipeline", "readers", "recognise", "settings"},
    "cli": {
        "adding",
        "cache",
        "cluster",
        "export",
        "names",
        "pages",
        "pipeline",
        "printable",
        "progress",
        "register",
        "same_name",
        "scaffold",
        "settings",
        "suggest",
        "work",
    },
}
ROOMS = STAGES | TOP
EDGES = {"cli"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_who_imports_whom(path: Path) -> None:
    mine = room(path)
    assert mine in ROOMS, (
        "a new room: say in this table, and in the handbook's page on architecture, whom it may import"
    )
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "dossier" and len(parts) > 1:
            assert parts[1] in ROOMS[mine] | LEAVES | {mine}, f"{mine} imports {parts[1]}"
        assert parts[0] not in {"mkdocs", "material", "mkdocs_dossier"}, "MkDocs belongs into plugins/"
    if mine in LEAVES:
        assert {name.split(".")[0] for name in imports(path)} <= {*sys.stdlib_module_names, "dossier"}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_only_the_edges_speak_and_look_around(path: Path) -> None:
    if room(path) in EDGES:
        return
    assert not {"logging", "sys", "time", "subprocess", "socket", "urllib.request"} & set(imports(path))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"print", "exit", "os.getcwd", "Path.cwd", "date.today", "datetime.now", "os.getenv"}
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) != "os.environ"


def test_the_plugin_uses_the_public_names() -> None:
    for path in (ROOT / "plugins").rglob("*.py"):
        assert not [name for name in imports(path) if name.startswith("dossier.")]


def test_the_handbook_describes_every_room() -> None:
    text = (ROOT / "docs/handbook/architecture.md").read_text(encoding="utf-8")
    for name in ROOMS:
        if name != "__init__":
            assert f"`{name}.py`" in text or f"`{name}/`" in text, name


def test_the_table_holds_no_room_that_is_gone() -> None:
    assert set(ROOMS) == {room(path) for path in modules()}
