"""The search of Material is given less of a page, and makes the same of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, write_files
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier import searching
from mkdocs_dossier.searching import searched

REGISTER = (ROOT / "entities.yml").read_text(encoding="utf-8")
SEEDS = {f"seeds/{path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").iterdir())}
LEFT_OUT = '<h2 data-search-exclude="true" id="b">B</h2>'
DEEPER = '<h3 data-search-exclude="true" id="c">C</h3>'


def rows(folder: Path) -> Any:
    build(load_config(str(folder / "mkdocs.yml")))
    return json.loads((folder / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]


def test_the_index_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = "site_name: Velm\ntheme: {name: material, font: false}\nplugins: [search, {dossier: {base: world}}]\n"
    write_files(tmp_path, {**SEEDS, "entities.yml": REGISTER, "mkdocs.yml": site, "docs/index.md": "# Velm\n"})
    given: list[int] = []
    monkeypatch.setattr(searching, "searched", lambda html: given.append(len(html)) or html)
    whole = rows(tmp_path)
    monkeypatch.setattr(searching, "searched", lambda html: given.append(-len(searched(html))) or searched(html))
    assert rows(tmp_path) == whole
    assert sum(given) > 0.3 * sum(each for each in given if each > 0)


def test_of_a_page_written_by_hand_it_is_given_all(tmp_path: Path) -> None:
    site = "site_name: Velm\ntheme: {name: material, font: false}\nplugins: [search, dossier]\n"
    page = '# Velm\n\n> ## Aside { data-search-exclude="true" }\n>\n> hidden\n\nVisible tail.\n\n## Next\n\nmore\n'
    write_files(tmp_path, {**SEEDS, "entities.yml": REGISTER, "mkdocs.yml": site, "docs/index.md": page})
    (home,) = (row for row in rows(tmp_path) if row["location"] == "")
    assert "Visible tail." in home["text"]


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f"<h1>A</h1>{LEFT_OUT}<p>b</p><h2>C</h2><p>c</p>", "<h1>A</h1><h2>C</h2><p>c</p>"),
        (f"<h1>A</h1><p>a</p>{LEFT_OUT}<div><p>b</p></div>", "<h1>A</h1><p>a</p>"),
        (f"<h1>A</h1>{LEFT_OUT}<p>b</p><h3>C</h3><p>c</p>", None),
        (f"<h1>A</h1>{LEFT_OUT}<div>{DEEPER}<p>c</p>{DEEPER}</div><h2>D</h2>", "<h1>A</h1><h2>D</h2>"),
        (f"<h1>A</h1>{LEFT_OUT}{DEEPER}<p>c</p>", "<h1>A</h1>"),
        (f"<h1>A</h1>{LEFT_OUT}{DEEPER}<h4>D</h4><p>d</p>", None),
        (f"<h1>A</h1><div>{LEFT_OUT}<p>b</p></div><h2>C</h2>", None),
        (f"<h1>A</h1><div>{LEFT_OUT}</div><div><p>b</p><h2>C</h2></div>", None),
        (f"{LEFT_OUT}<p>b</p><h2>C</h2>", None),
        ("<h1>A</h1><h2>B</h2><p data-search-exclude>b</p>", None),
    ],
    ids=[
        "between",
        "at the end",
        "with a heading",
        "with such headings",
        "at the end with one",
        "with another",
        "in a box",
        "out of a box",
        "first",
        "a paragraph",
    ],
)
def test_only_whole_sections_are_kept_from_it(html: str, kept: str | None) -> None:
    assert searched(html) == (html if kept is None else kept)
