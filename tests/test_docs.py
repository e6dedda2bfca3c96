"""The handbook and the README say what is there, and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from typing import get_args

import click
import yaml
from conftest import ROOT, SEED_A, SEED_B

from dossier import Settings, boilerplate
from dossier.clean import RULES
from dossier.cli import main
from dossier.metadata import FIELDS
from dossier.model import Kind
from dossier.readers import READERS
from dossier.readers.json_records import NAMES
from dossier.register.schema import AliasEntry, EntityEntry, RegisterFile
from mkdocs_dossier.options import DossierConfig

HANDBOOK = ROOT / "docs" / "handbook"


def page(name: str) -> str:
    return (HANDBOOK / f"{name}.md").read_text(encoding="utf-8")


def test_every_option_of_the_plugin_is_a_setting_and_in_the_handbook() -> None:
    settings = {field.name: field for field in dataclasses.fields(Settings)}
    for name, option in DossierConfig._schema:
        assert name in settings
        assert f"`{name}`" in page("options")
        if name in {"cache", "jobs"}:  # a library keeps nothing, and begins no process, unless it is asked to
            continue
        default = getattr(Settings(), name)
        shown = (
            dict(default)
            if name in {"fields", "outlets"}
            else list(default)
            if isinstance(default, tuple)
            else str(default)
        )
        assert option.default == shown


def test_every_command_and_its_options_are_in_the_handbook() -> None:
    text = page("commands")

    def check(command: click.Command, name: str) -> None:
        if isinstance(command, click.Group):
            for sub, inner in command.commands.items():
                check(inner, f"{name} {sub}")
            return
        assert f"`{name}" in text, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert f"`{parameter.opts[-1]}" in text, (name, parameter.opts)

    check(main, "dossier")


def test_every_format_field_and_rule_is_in_the_handbook() -> None:
    text = page("seeds")
    for name in (*READERS, *FIELDS, *NAMES, boilerplate.RULE, *(rule.name for rule in RULES)):
        assert f"`{name}`" in text, name


def test_every_key_of_the_register_is_in_the_handbook() -> None:
    text = page("register")
    for schema in (RegisterFile, EntityEntry, AliasEntry):
        for name, field in schema.model_fields.items():
            assert f"`{field.alias or name}`" in text, name
    for kind in get_args(Kind):
        assert f"`{kind}`" in text, kind


def test_the_readme_names_targets_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:^|`)make (\w+)", readme, re.MULTILINE))
    assert {"serve", "test"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for path in re.findall(r"\]\((?!http)([^)#]+)", readme):
        assert (ROOT / path).exists(), path


def test_ci_runs_what_the_readme_says() -> None:
    assert "exec make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


def test_the_seeds_of_the_story_are_untouched() -> None:
    digests = {name: hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() for name in (SEED_A, SEED_B)}
    assert digests == {
        SEED_A: "83ab4c4e190019db83d7de7859b2c292cb1bab046d6b205d710528966f4d4305",
        SEED_B: "ca041c2d350c0d0cc466f01a27e9380d9e54cbc606ed54dbf4a74ef6ce6a52a3",
    }
