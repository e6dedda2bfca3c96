"""`mkdocs serve --dirty`: after every edit the site is what a clean build makes, and no more is built than must be."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import write_files
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from dossier.model import Paragraph
from dossier.pipeline import naming
from dossier.resolver import resolve

REGISTER = "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: Port of Velm, kind: organisation}\n"
NAV = "nav:\n  - index.md\n  - Articles: articles/index.md\n  - Names: entities/index.md\n"
CONFIG = "site_name: Velm\ntheme: {name: material, font: false}\nplugins: [search, {dossier: {jobs: 1}}]\n"
SEEDS = {
    "seeds/toll.md": "---\ntitle: The toll\ndate: 2019-12-30\n---\n\nAda Vance raised the harbour toll on Monday.\n",
    "seeds/quay.md": "---\ntitle: The quay\ndate: 2019-12-31\n---\n\nThe Port of Velm closed the old quay.\n",
    "seeds/boat.md": "---\ntitle: The boat\ndate: 2019-12-29\n---\n\nA fishing boat sank off the harbour wall.\n",
}
HOME = "# Velm\n\nAll about Ada Vance.\n\n<!-- dossier:counts -->\n"

Edit = Callable[[Path], None]


def writing(name: str, text: str) -> Edit:
    return lambda folder: write_files(folder, {name: text})


def taking(name: str) -> Edit:
    return lambda folder: (folder / name).unlink()


EDITS: dict[str, Edit] = {
    "a seed": writing("seeds/toll.md", SEEDS["seeds/toll.md"].replace("raised", "abolished")),
    "its title": writing("seeds/toll.md", SEEDS["seeds/toll.md"].replace("The toll", "No toll")),
    "a new seed": writing("seeds/new.md", "---\ntitle: New\n---\n\nThe Port of Velm welcomed Ada Vance.\n"),
    "a seed that is gone": taking("seeds/boat.md"),
    "a name": writing("entities.yml", REGISTER + "  - {name: old quay, kind: place}\n"),
    "a name that is gone": writing("entities.yml", REGISTER.partition("  - {name: Port")[0]),
    "a hand-written page": writing("docs/index.md", HOME + "\nMore of it.\n"),
    "a title in the navigation": writing("docs/index.md", HOME.replace("# Velm", "# Harbour")),
    "a new hand-written page": writing("docs/about.md", "# About\n\nAda Vance pays.\n"),
    "a page that is excluded": writing("mkdocs.yml", CONFIG + NAV + "exclude_docs: left-out.md\n"),
    "the settings": writing("mkdocs.yml", CONFIG.replace("site_name: Velm", "site_name: Port") + NAV),
}


def made(folder: Path, site: Path, *, first: bool = False, dirty: bool = True) -> dict[str, bytes]:
    """Build as `mkdocs serve` does: the plugins stay, the settings are read again."""
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(site))
    if first:
        config.plugins.on_startup(command="serve", dirty=dirty)
    build(config, dirty=dirty)
    return contents(site)


def contents(site: Path) -> dict[str, bytes]:
    """What is in a site, but for what is compressed, which has the time in it."""
    paths = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def clean(folder: Path, site: Path) -> dict[str, bytes]:
    """What a process that knows nothing makes of it."""
    return made(folder, site, first=True, dirty=False)


@pytest.fixture
def velm(tmp_path: Path) -> Path:
    folder = tmp_path / "velm"
    write_files(folder, {**SEEDS, "entities.yml": REGISTER, "mkdocs.yml": CONFIG + NAV, "docs/index.md": HOME})
    write_files(folder, {"docs/left-out.md": "# Left out\n"})
    return folder


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_gives_what_a_clean_build_gives(velm: Path, tmp_path: Path, edit: Edit) -> None:
    before = made(velm, tmp_path / "dirty", first=True)
    edit(velm)
    after = made(velm, tmp_path / "dirty")
    assert after != before
    assert after == clean(velm, tmp_path / "clean")


def test_one_edit_after_another(velm: Path, tmp_path: Path) -> None:
    made(velm, tmp_path / "dirty", first=True)
    for edit in EDITS.values():
        edit(velm)
        made(velm, tmp_path / "dirty")
    for name, text in {**SEEDS, "entities.yml": REGISTER}.items():
        write_files(velm, {name: text})
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def test_what_goes_while_the_settings_change_goes_from_the_site(velm: Path, tmp_path: Path) -> None:
    made(velm, tmp_path / "dirty", first=True)
    EDITS["a seed that is gone"](velm)
    EDITS["the settings"](velm)
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def test_a_seed_that_is_older_than_the_site_takes_the_place_of_another(velm: Path, tmp_path: Path) -> None:
    made(velm, tmp_path / "dirty", first=True)
    EDITS["a seed"](velm)
    os.utime(velm / "seeds/toll.md", (1_000_000_000, 1_000_000_000))
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def test_what_the_site_watches_may_be_part_of_any_page(velm: Path, tmp_path: Path) -> None:
    snippets = f"markdown_extensions: [{{pymdownx.snippets: {{base_path: ['{velm / 'parts'}']}}}}]\nwatch: [parts]\n"
    page = {"docs/about.md": '# About\n\n--8<-- "fee.md"\n', "mkdocs.yml": CONFIG + NAV + snippets}
    write_files(velm, {**page, "parts/fee.md": "The fee is 12 crowns.\n"})
    made(velm, tmp_path / "dirty", first=True)
    write_files(velm, {"parts/fee.md": "The fee is fourteen crowns.\n"})
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def test_what_an_edit_does_not_touch_is_not_built_again(velm: Path, tmp_path: Path) -> None:
    site = tmp_path / "dirty"
    made(velm, site, first=True)
    for path in site.rglob("*.html"):
        os.utime(path, (0, 0))
    EDITS["a seed"](velm)
    made(velm, site)
    built = {path.parent.name for path in site.rglob("*.html") if path.stat().st_mtime}
    (toll,), (boat,) = ([path.name for path in (site / "articles").glob(f"*{name}*")] for name in ("toll", "boat"))
    assert toll in built
    assert "ada-vance" in built
    assert boat not in built
    assert "port-of-velm" not in built


def test_what_the_first_build_found_kept_is_in_memory_when_the_site_is_served(
    velm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(velm, tmp_path / "before", first=True)
    made(velm, tmp_path / "dirty", first=True)
    config = load_config(str(velm / "mkdocs.yml"), site_dir=str(tmp_path / "dirty"))
    with LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path)) as server:
        config.plugins.on_serve(server, config=config, builder=build)
    config.plugins["dossier"].remembering.join()
    EDITS["a seed"](velm)
    read: list[Sequence[Paragraph]] = []
    monkeypatch.setattr(naming, "resolve", lambda texts, find: read.append(texts) or resolve(texts, find))
    after = made(velm, tmp_path / "dirty")
    articles = [texts[0].text for texts in read if texts[0].text not in {"Velm", "Left out"}]
    assert articles == ["Ada Vance abolished the harbour toll on Monday."]
    assert after == clean(velm, tmp_path / "clean")


def test_the_search_stays_complete(velm: Path, tmp_path: Path) -> None:
    def rows() -> dict[str, str]:
        index = json.loads((tmp_path / "dirty/search/search_index.json").read_text(encoding="utf-8"))
        return {row["location"]: row["text"] for row in index["docs"]}

    made(velm, tmp_path / "dirty", first=True)
    before = rows()
    EDITS["a seed"](velm)
    made(velm, tmp_path / "dirty")
    assert set(rows()) == set(before)
    assert any("abolished" in text for text in rows().values())
    assert any("fishing boat" in text for text in rows().values())


def test_a_build_that_failed_is_not_trusted(velm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(velm, tmp_path / "dirty", first=True)
    EDITS["a seed"](velm)
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs.structure.pages.Page.validate_anchor_links", fail)
        with pytest.raises(ZeroDivisionError):
            made(velm, tmp_path / "dirty")
    write_files(velm, SEEDS)
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def test_what_goes_after_a_build_that_failed_goes_from_the_site(
    velm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(velm, tmp_path / "dirty", first=True)
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs.structure.pages.Page.validate_anchor_links", fail)
        with pytest.raises(ZeroDivisionError):
            made(velm, tmp_path / "dirty")
    EDITS["a seed that is gone"](velm)
    assert made(velm, tmp_path / "dirty") == clean(velm, tmp_path / "clean")


def fail(*_: object, **__: object) -> None:
    """Let a build end early, when its pages are written."""
    raise ZeroDivisionError
