from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, run, script, write_files

from dossier.cli import main

DOSSIER = script("dossier")
SEED = "---\ndate: 2021-03-03\n---\nAda Vance spoke of the harbour toll, and nobody in the hall disagreed with her."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, {"seeds/a.txt": SEED, "entities.yml": "entities:\n  - {name: Ada Vance, kind: person}\n"})
    return tmp_path


def test_check_says_nothing_of_the_shipped_dossier() -> None:
    done = run(DOSSIER, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_prints_every_diagnostic_and_exits_1(folder: Path) -> None:
    write_files(folder, {"seeds/b.txt": "", "entities.yml": "entities:\n  - {name: x, kind: ship}\n"})
    done = run(DOSSIER, "check", "--seeds", "seeds", "--entities", "entities.yml", cwd=folder)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("entities.yml:2: error: `kind: ship` should be 'person'")
    assert lines[1] == "seeds/b.txt: warning: the seed is empty (put the article's text into it, or delete it)"
    done = run(DOSSIER, "check", "--format", "json", "--seeds", "seeds", "--entities", "entities.yml", cwd=folder)
    assert done.returncode == 1
    first, second = json.loads(done.stdout)
    assert first["location"] == {"path": "entities.yml", "line": 2}
    assert (second["severity"], second["hint"]) == ("warning", "put the article's text into it, or delete it")


def test_check_goes_file_by_file(folder: Path) -> None:
    text = "The ferry lay in the harbour for the third day, and nobody knew when it would leave again."
    write_files(
        folder,
        {
            "seeds/b.md": f"---\nslug: one\n---\n{text} It rained.",
            "seeds/c.md": "---\nslug: one\n---\nNobody came to the fair this year, as it rained all day on Sunday.",
            "seeds/d.md": "---\ndate: soon\n---\nThe council put off its vote on the toll, and the hall was empty by noon.",
        },
    )
    lines = run(DOSSIER, "check", "--seeds", "seeds", "--entities", "entities.yml", cwd=folder).stdout.splitlines()
    paths = [line.partition(":")[0] for line in lines]
    assert paths == sorted(paths)
    assert any("is also that of" in line for line in lines)  # which is found out after all are read


def test_usage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    def check(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["check", *arguments])

    assert check("--nonsense").exit_code == 2
    done = check()
    assert done.exit_code == 2
    assert "no mkdocs.yml" in done.stderr
    assert check("-f", "none.yml", "--seeds", "seeds", "--entities", "entities.yml").exit_code == 2


def test_no_seeds_folder(folder: Path) -> None:
    done = run(DOSSIER, "check", "--seeds", "none", "--entities", "entities.yml", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: no seeds folder at none")


def test_settings_come_from_mkdocs_yml(folder: Path) -> None:
    write_files(
        folder,
        {
            "base.yml": "plugins:\n  - search\n  - dossier:\n      seeds: texts\n      entities: names.yml\n",
            "mkdocs.yml": "INHERIT: base.yml\nsite_url: !ENV [X, 'y']\nx: !!python/name:os.system\n",
            "texts/a.txt": SEED,
            "names.yml": "entities:\n  - {name: Ada Vance, kind: person}\n",
        },
    )
    done = run(DOSSIER, "export", "pages", folder / "out", "-f", folder / "mkdocs.yml", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "1 mention in 1 article" in (folder / "out/entities/people/ada-vance.md").read_text(encoding="utf-8")


def test_settings_that_are_empty_or_from_the_environment(folder: Path) -> None:
    text = "plugins:\n  dossier:\n    seeds: !ENV [MY_SEEDS, none]\n    entities: null\n    unlinked: null\n"
    write_files(folder, {"mkdocs.yml": text})
    assert run(DOSSIER, "check", cwd=folder, MY_SEEDS="seeds").returncode == 0
    assert "no seeds folder at none" in run(DOSSIER, "check", cwd=folder).stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins:\n  dossier:\n    seeds: 5\n", "`seeds` of the plugin `dossier` should be a text"),
        ("plugins:\n  dossier:\n    seeds: [x]\n", "`seeds` of the plugin `dossier` should be a text"),
        ("INHERIT: mkdocs.yml\n", "inherits from itself"),
        ("- x\n", "is no mapping of options"),
        ("x: [\n", "cannot be read"),
    ],
)
def test_settings_that_are_wrong(folder: Path, text: str, said: str) -> None:
    write_files(folder, {"mkdocs.yml": text})
    done = run(DOSSIER, "check", cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_export_json_to_a_file_and_to_standard_output(folder: Path) -> None:
    options = ("--seeds", "seeds", "--entities", "entities.yml")
    done = run(DOSSIER, "export", "json", "sub/out.json", *options, cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    written = (folder / "sub/out.json").read_text(encoding="utf-8")
    assert run(DOSSIER, "export", "json", "-", *options, cwd=folder).stdout == written
    assert json.loads(written)["schema"] == "dossier/1"


def test_export_is_strict_when_asked(folder: Path) -> None:
    write_files(folder, {"seeds/b.txt": ""})
    options = ("--seeds", "seeds", "--entities", "entities.yml")
    assert run(DOSSIER, "export", "json", "-", *options, cwd=folder).returncode == 0
    assert run(DOSSIER, "export", "json", "-", *options, "--strict", cwd=folder).returncode == 1


def test_export_pages_does_not_overwrite(folder: Path) -> None:
    options = ("--seeds", "seeds", "--entities", "entities.yml")
    done = run(DOSSIER, "export", "pages", ".", *options, cwd=folder)
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert (folder / "seeds/a.txt").exists()


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    write_files(folder, {"file": ""})
    done = run(DOSSIER, "export", "json", "file/out.json", "--seeds", "seeds", "--entities", "entities.yml", cwd=folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_exports_are_the_same_bytes_wherever_and_in_whatever_order(tmp_path: Path) -> None:
    first = run(DOSSIER, "export", "json", "-").stdout
    (tmp_path / "copy").mkdir()
    for path in sorted((ROOT / "seeds").iterdir(), reverse=True):
        write_files(tmp_path / "copy", {path.name: path.read_bytes()})
    done = run(
        DOSSIER, "export", "json", "-", "--seeds", tmp_path / "copy", "--entities", ROOT / "entities.yml",
        cwd=tmp_path, PYTHONHASHSEED="7", TZ="Asia/Tokyo",
    )  # fmt: skip
    assert done.stdout == first
    assert os.sep + "copy" not in first
