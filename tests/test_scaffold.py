"""`dossier new`: what it writes builds, and nothing of the user's is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, build_site, run, script, write_files
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import DossierError, Location
from dossier.register import load_register
from dossier.scaffold import FILES, make_dossier, site_name

DOSSIER = script("dossier")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml`, and takes `!ENV` as a list."""


Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))


def site(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 - it is a SafeLoader
    return loaded


def test_a_new_dossier_builds_and_so_it_does_with_an_article(tmp_path: Path) -> None:
    done = run(DOSSIER, "new", "ferry-strike", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "ferry-strike"
    assert set(contents(folder)) == set(FILES)
    assert done.stdout.splitlines() == [
        "Made in ferry-strike:",
        *(f"  {name}" for name in FILES),
        "Next, in that folder (cd ferry-strike):",
        "  dossier add PATH/TO/ARTICLES",
        "  mkdocs serve --dirty",
    ]
    built = build_site(folder / "mkdocs.yml", tmp_path / "none")
    assert built.returncode == 0, built.stderr
    home = (tmp_path / "none/index.html").read_text(encoding="utf-8")
    assert "<title>Home - Ferry strike</title>" in home
    assert "dossier:" not in home
    assert run(DOSSIER, "check", cwd=folder).returncode == 0

    write_files(folder, {"seeds/a.txt": "---\ntitle: On strike\n---\nAda Vance spoke of the harbour toll on Monday."})
    built = build_site(folder / "mkdocs.yml", tmp_path / "one")
    assert built.returncode == 0, built.stderr
    assert "On strike" in (tmp_path / "one/index.html").read_text(encoding="utf-8")
    assert len(list((tmp_path / "one/articles").glob("*/index.html"))) == 1


def test_the_register_s_example_is_right_once_its_signs_are_taken_away(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    path = tmp_path / "entities.yml"
    assert load_register(path, Location("entities.yml"))[1] == ()
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert (tmp_path / first.partition("$schema=")[2]).is_file()
    at = lines.index("entities:")
    path.write_text("\n".join(line.removeprefix("# ") for line in lines[at:] if "though one of" not in line))
    register, complaints = load_register(path, Location("entities.yml"))
    assert (len(register.entities), register.suppress, complaints) == (3, ("Ada Vance Street",), ())


def test_it_looks_like_the_site_that_the_project_ships(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    ours, shipped = site(tmp_path / "mkdocs.yml"), site(ROOT / "mkdocs.yml")
    for key in ("theme", "markdown_extensions", "validation"):
        assert ours[key] == shipped[key]
    assert ours["plugins"][0] == shipped["plugins"][0]
    assert ours["nav"] == [each for each in shipped["nav"] if "Handbook" not in each]


def test_the_workflow_installs_the_package_by_its_name(tmp_path: Path) -> None:
    make_dossier(tmp_path)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = (tmp_path / "requirements.txt").read_text(encoding="utf-8").strip()
    assert wanted == f"{project['name']}[all]"
    assert "all" in project["optional-dependencies"]
    workflow = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    steps = [step.get("run") for step in workflow["jobs"]["build"]["steps"]]
    assert steps.index("pip install -r requirements.txt") < steps.index("mkdocs build")
    assert list(workflow["jobs"]) == ["build", "deploy"]


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten_and_nothing_is_written_then(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {f"x/{name}": "mine"})
    done = run(DOSSIER, "new", "x", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {Path('x', name)} is there already: nothing was written")
    assert len(done.stderr.splitlines()) == 1
    assert contents(tmp_path) == {f"x/{name}": b"mine"}


@pytest.mark.parametrize("name", ["x", "x/seeds", "x/.github/workflows"])
def test_a_file_where_a_folder_should_be(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {name: "mine"})
    with pytest.raises(DossierError, match="is no folder: nothing was written"):
        make_dossier(tmp_path / "x")
    assert contents(tmp_path) == {name: b"mine"}


def test_a_link_to_nowhere_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(DossierError, match="is there already"):
        make_dossier(tmp_path)
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_folder_with_articles_or_a_repository_is_no_hindrance(tmp_path: Path) -> None:
    mine = {".git/HEAD": "ref", "LICENSE": "mine", "seeds/a.txt": "An article that was here before, of enough words."}
    write_files(tmp_path, mine)
    done = run(DOSSIER, "new", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert "\nNext:\n" in done.stdout
    assert {name: contents(tmp_path)[name].decode() for name in mine} == mine


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    done = run(DOSSIER, "new", "x" * 300, cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("ferry-strike", "Ferry strike"),
        ("Kim_2019", "Kim 2019"),
        ("北京", "北京"),
        ("2019", "2019"),
        ('a "b": c\n# d', "A b : c d"),
        ("---", "Dossier"),
        ("", "Dossier"),
    ],
)
def test_names_of_sites(folder: str, name: str) -> None:
    assert site_name(folder) == name


@given(st.text(st.characters(codec=None), max_size=120))
def test_every_name_is_one_that_yaml_gives_back(folder: str) -> None:
    name = site_name(folder)
    assert yaml.safe_load(f'site_name: "{name}"') == {"site_name": name}
    assert name.strip()


def test_no_file_of_the_package_is_hidden() -> None:
    for source in FILES.values():
        assert (ROOT / "dossier" / source).is_file()
        assert not any(part.startswith(".") for part in Path(source).parts)
    names = {path.relative_to(ROOT / "dossier").as_posix() for path in (ROOT / "dossier/scaffold/files").iterdir()}
    assert names == {source for source in FILES.values() if source.startswith("scaffold/")}
