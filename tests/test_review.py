"""`dossier review`: the screen driven by keys, what scripts get, and what is on disk afterwards."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import ROOT, run, script, write_files
from rich.cells import cell_len
from rich.console import Console

from dossier import Settings
from dossier.cli import main
from dossier.cli.reviewing import _many, finding
from dossier.cli.reviewing.answers import KINDS
from dossier.cli.reviewing.choosing import matches
from dossier.cli.reviewing.drawing import HELP, draw
from dossier.cli.reviewing.finding import find, named
from dossier.cli.reviewing.keyboard import keys_of, pressed_on_windows
from dossier.cli.reviewing.keys import press
from dossier.cli.reviewing.left import Taken
from dossier.cli.reviewing.listing import to_write
from dossier.cli.reviewing.session import Session, begin, mentioned, pending
from dossier.cli.reviewing.terminal import decide
from dossier.model import (
    Add,
    Alias,
    AliasOf,
    Dossier,
    Entity,
    Likeness,
    Location,
    Merge,
    Question,
    Quote,
    Register,
    Sighting,
)
from dossier.pipeline import build
from dossier.register import load_register, read_register

REGISTER = """\
# Mine
entities:
  - name: Ada Vance   # mayor
    kind: person
    aliases: [Mayor]
  - {name: Ada C. Vance, kind: person}
  - {name: North Harbour, kind: place, aliases: [NH, Mayor]}
  - {name: Bo Lind, kind: person, status: suggested}
"""
SENTENCE = "On Monday Dee Moss spoke of the toll, and nobody in the hall disagreed."
SIGHTING = Sighting("a1", Quote("p-1", SENTENCE, ((10, 18),)))


def name(text: str = "Dee Moss", **more: object) -> Question:
    told = {"kind": "person", "mentions": 5, "articles": 3, "sightings": (SIGHTING,)} | more
    return Question("name", text, **told)  # type: ignore[arg-type]


SAME = Question(
    "same", "Ada Vance", "person", candidates=(Likeness("ada-vance", "one more initial"), Likeness("ada-c-vance", ""))
)
AMBIGUOUS = Question("ambiguous", "Mayor", candidates=(Likeness("ada-vance", ""), Likeness("north-harbour", "")))
OPEN = Question("open", "Ms Moss", None, 2, 1, candidates=(Likeness("ada-vance", "x"),), rule="full name missing")
UNMENTIONED = Question("unmentioned", "North Harbour", "place", candidates=(Likeness("north-harbour", ""),))


def session(*questions: Question, register: str = REGISTER) -> Session:
    return begin(questions, read_register(register, Location("entities.yml"))[0])


@pytest.fixture
def typed(tmp_path: Path) -> Callable[..., tuple[Session, list[str]]]:
    """Press keys in a session over a real register; what came of it, and the lines that changed."""
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")

    def press_all(keys: str | list[str], *questions: Question) -> tuple[Session, list[str]]:
        settings = Settings(entities=path, root=tmp_path)
        after = decide(session(*questions), settings, iter(list(keys)), lambda _: None)
        old, new = REGISTER.splitlines(), path.read_text(encoding="utf-8").splitlines()
        return after, [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]

    return press_all


@pytest.mark.parametrize(
    ("question", "keys", "lines"),
    [
        (name(), "a", ["+  - {name: Dee Moss, kind: person}"]),
        (name(), "o", ["+  - {name: Dee Moss, kind: organisation}"]),
        (name(), "l", ["+  - {name: Dee Moss, kind: place}"]),
        (name(kind=None), "aw", ["+  - {name: Dee Moss, kind: work}"]),
        (
            name(forms=(("Dee Moss", 4), ("DEE MOSS", 2), ("Moss", 7), ("Mayor", 1), ("Dee-Moss", 1))),
            "a",
            ["+  - {name: Dee Moss, kind: person, aliases: [DEE MOSS, Dee-Moss]}"],
        ),
        (name("Bo Lind"), "a", ["-  - {name: Bo Lind, kind: person, status: suggested}", "+  - {name: Bo Lind, kind: person}"]),
        (name("Bo Lind"), "t", ["-  - {name: Bo Lind, kind: person, status: suggested}", "+  - {name: Bo Lind, kind: topic}"]),
        (name(), "s", ["+suppress:", "+  - Dee Moss"]),
        (name(candidates=(Likeness("ada-vance", ""),)), "1", ["-    aliases: [Mayor]", "+    aliases: [Mayor, Dee Moss]"]),
        (name(), ["=", *"hrbr", "enter"], [
            "-  - {name: North Harbour, kind: place, aliases: [NH, Mayor]}",
            "+  - {name: North Harbour, kind: place, aliases: [NH, Mayor, Dee Moss]}",
        ]),
        (name(), ["=", "a", "d", "a", "down", "enter"], [
            "-  - {name: Ada C. Vance, kind: person}", "+  - {name: Ada C. Vance, kind: person, aliases: [Dee Moss]}",
        ]),
        (name(), ["=", *"nobody", "enter", "esc", "n"], []),
        (name(), ["=", *"xx", "backspace", "backspace", *"bo", "enter"], [
            "-  - {name: Bo Lind, kind: person, status: suggested}",
            "+  - {name: Bo Lind, kind: person, status: suggested, aliases: [Dee Moss]}",
        ]),
        (SAME, "m", ["+redirects:", "+  ada-c-vance: ada-vance"]),
        (SAME, "2", ["+redirects:", "+  ada-vance: ada-c-vance"]),
        (SAME, "d", ["+distinct:", "+  - [ada-vance, ada-c-vance]"]),
        (AMBIGUOUS, "1", [
            "-  - {name: North Harbour, kind: place, aliases: [NH, Mayor]}", "+  - {name: North Harbour, kind: place, aliases: [NH]}",
        ]),
        (AMBIGUOUS, "d", ["+distinct:", "+  - [ada-vance, north-harbour]"]),
        (OPEN, "1", ["-    aliases: [Mayor]", "+    aliases: [Mayor, Ms Moss]"]),
        (OPEN, "as", ["+suppress:", "+  - Ms Moss"]),
        (UNMENTIONED, ["m", *"ada", "enter"], ["+redirects:", "+  north-harbour: ada-vance"]),
        (name(), " nb9=\x04", []),
        (name("Ada  Vance"), "a", []),
        (name(), ["?", "a", "down", "up", "left", "right", "q", "a"], []),
    ],
)  # fmt: skip
def test_what_keys_write(
    typed: Callable[..., tuple[Session, list[str]]], question: Question, keys: str, lines: list[str]
) -> None:
    after, written = typed(keys, question)
    assert written == lines
    assert bool(after.taken) == bool(lines)


def test_undo_restores_every_byte_step_by_step(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_bytes(REGISTER.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    settings = Settings(entities=path, root=tmp_path)
    questions = (name(), SAME, AMBIGUOUS, name("Elm Street", kind="place"))
    after = decide(session(*questions), settings, iter("ad1s"), lambda _: None)
    assert len(after.taken) == 4
    assert after.question is None
    assert path.read_bytes() != before
    path.write_bytes(before)
    after = decide(session(*questions), settings, iter("ad1suuuuu"), lambda _: None)
    assert path.read_bytes() == before
    assert (after.taken, after.place, after.message) == ((), 0, "There is nothing to undo.")


def test_what_a_decision_answers_is_not_asked(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    open_too = Question("open", "Dee Moss", mentions=1)
    after, _ = typed("s", name(), open_too, SAME)
    assert [*pending(after)] == [2]
    assert after.question is SAME
    after, _ = typed("u", name(), open_too, SAME)
    again = Question("unmentioned", "Ada C. Vance", "person", candidates=(Likeness("ada-c-vance", ""),))
    after, _ = typed("m", SAME, again, AMBIGUOUS)
    assert [*pending(after)] == [2]


def test_a_distinct_pair_answers_the_same_pair(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    after, _ = typed("d", SAME, SAME, name())
    assert [*pending(after)] == [2]


def test_what_was_added_can_be_chosen_at_once(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    _, lines = typed(["a", "=", *"dee", "enter"], name(), name("D. Moss"))
    assert lines == ["+  - {name: Dee Moss, kind: person, aliases: [D. Moss]}"]


def test_a_candidate_that_was_merged_is_the_one_that_it_became(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    like = name("A. Vance", candidates=(Likeness("ada-c-vance", "initial"),))
    _, lines = typed("m1", SAME, like)
    assert "+    aliases: [Mayor, A. Vance]" in lines


def test_skipping_and_going_back(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    questions = (name("A A"), name("B B"), name("C C"))
    assert typed("nnb", *questions)[0].place == 1
    assert typed("nnn", *questions)[0].question is None
    assert typed("nnnn", *questions)[0].place == 0
    assert typed("nanb", *questions)[0].place == 2
    assert typed("b", *questions)[0].message == "There is none before this one."


def test_an_entity_of_the_base_register_is_written_with_what_is_decided_about_it(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")
    register = read_register(REGISTER, Location("entities.yml"))[0]
    oslo = Entity("oslo", "Oslo", "place", (Alias("Oslo"),), base="world")
    register = replace(register, entities=(*register.entities, oslo))
    start = begin((name("A A"), name(candidates=(Likeness("oslo", "ends alike"),))), register)
    after = decide(start, Settings(entities=path, root=tmp_path), iter("s1"), lambda _: None)
    assert after.question is None
    assert "  - {name: Oslo, kind: place, aliases: [Dee Moss]}" in path.read_text(encoding="utf-8").splitlines()


def test_an_entity_of_the_base_register_is_there_again_when_what_was_decided_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")
    oslo = Entity("oslo", "Oslo", "place", (Alias("Oslo"),), base="world")
    register = read_register(REGISTER, Location("entities.yml"))[0]
    register = replace(register, entities=(*register.entities, oslo))
    start = begin((name(candidates=(Likeness("oslo", "ends alike"),)),), register)
    after = decide(start, Settings(entities=path, root=tmp_path), iter("1u"), lambda _: None)
    assert after.taken == ()
    assert after.register.entities[-1] == oslo
    assert path.read_text(encoding="utf-8") == REGISTER


def test_a_refusal_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text("entities: [\n", encoding="utf-8")
    after = decide(session(name()), Settings(entities=path, root=tmp_path), iter("a"), lambda _: None)
    assert after.message.startswith("Not done: line 2: not YAML")
    assert path.read_text(encoding="utf-8") == "entities: [\n"
    assert after.question is not None


def test_an_interrupt_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")

    def keys() -> Iterator[str]:
        yield "s"
        raise KeyboardInterrupt

    after = decide(session(name(), SAME), Settings(entities=path, root=tmp_path), keys(), lambda _: None)
    assert len(after.taken) == 1
    assert path.read_text(encoding="utf-8") == REGISTER + "suppress:\n  - Dee Moss\n"
    assert [each.name for each in tmp_path.iterdir()] == ["entities.yml"]


def test_every_key_in_every_state_is_harmless() -> None:
    questions = (
        name(),
        SAME,
        AMBIGUOUS,
        OPEN,
        UNMENTIONED,
        Question("same", "x"),
        Question("open", "y"),
        Question("unmentioned", "z"),
    )
    keys = [*map(chr, range(1, 127)), "up", "down", "left", "right", "enter", "esc", "backspace", "resized", "語", "🙂"]
    for place in range(len(questions) + 1):
        for mode in ("asking", "finding", "searching", "going", "forms", "help"):
            start = Session(questions, session().register, place=place, mode=mode)  # type: ignore[arg-type]
            for key in keys:
                after, _ = press(start, key)
                assert 0 <= after.place <= len(questions)


def test_every_key_is_in_the_handbook_and_in_the_help() -> None:
    text = (ROOT / "docs/handbook/deciding.md").read_text(encoding="utf-8")
    told = " ".join(keys for keys, _ in HELP)
    for key in (*KINDS, *"a=fmdsnb/gu?q"):
        assert f"`{key}`" in text
        assert key in told or key == "?"


def test_keys_of_a_terminal() -> None:
    assert keys_of("a\x1b[A\x1bOB\r\x7fé🙂\x1b\x03") == [
        "a",
        "up",
        "down",
        "enter",
        "backspace",
        "é",
        "🙂",
        "esc",
        "\x03",
    ]
    assert keys_of("\x1b[1;5A\x1b[3~q")[-1] == "q"


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("ada", ["Ada Vance", "Ada C. Vance"]),
        ("ada vance", ["Ada Vance"]),
        ("vance", ["Ada Vance", "Ada C. Vance"]),
        ("NH", ["North Harbour"]),
        ("hrb", ["North Harbour"]),
        ("líND", ["Bo Lind"]),
        ("zz", []),
    ],
)
def test_finding_an_entity(letters: str, names: list[str]) -> None:
    entities = session().register.entities
    found = find(named(entities, lambda entity: [alias.text for alias in entity.aliases]), letters)
    assert [entity.name for entity, _ in found] == names


LONG = "word " * 300
HOSTILE = name(
    "\x1b[31mRed\u202e \n北京" + "x" * 300, forms=(("a\tb", 2), ("語" * 100, 1)), candidates=(Likeness("ada-vance", "\x07" * 9), Likeness("gone", "")),
    sightings=(Sighting("none", Quote("p", LONG + "Red" + LONG, ((1500, 1503),))), Sighting("a1", Quote("p", "", ()))),
)  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 15), (24, 10), (12, 5), (3, 2), (1, 1)])
@pytest.mark.parametrize("mode", ["asking", "finding", "searching", "going", "forms", "help"])
def test_the_screen_fits_any_window(size: tuple[int, int], mode: str) -> None:
    questions = (name(), SAME, AMBIGUOUS, OPEN, UNMENTIONED, HOSTILE)
    console = Console(width=size[0], height=size[1], file=io.StringIO())
    for place in range(len(questions) + 1):
        now = Session(questions, session().register, place=place, mode=mode, typed="ad", message="m " * 60)  # type: ignore[arg-type]
        lines = draw(now, {"a1": "A title, 3 March 2021"}, console)
        assert len(lines) <= size[1]
        assert all(cell_len(line.plain) <= max(2, size[0]) for line in lines)
        assert not re.search("[\x00-\x1f\u202e]", "".join(line.plain for line in lines))


def shown(now: Session, width: int = 80, height: int = 24) -> str:
    console = Console(width=width, height=height, file=io.StringIO())
    return "\n".join(line.plain for line in draw(now, {"a1": "A title, 3 March 2021"}, console))


def test_the_screen_of_a_name() -> None:
    question = name(forms=(("DEE MOSS", 2),), candidates=(Likeness("ada-vance", "stands beside it"),))
    assert (
        shown(session(question, SAME))
        == """\
2 left · a name that is not in the register · number 1

  Dee Moss  person?
  5 mentions in 3 articles · also written DEE MOSS (2)
  a writes {name: Dee Moss, kind: person, aliases: [DEE MOSS]}

  It may be another name of:
  1 Ada Vance (person; also Mayor): stands beside it

  On Monday Dee Moss spoke of the toll, and nobody in the hall disagreed.
    A title, 3 March 2021

a add as person   o organisation   l place   t topic   e event   w work
f forms   = another name of …   1 another name of Ada Vance
s no name: suppress   space skip   b back   / search   u undo   ? help   q quit"""
    )


def test_a_terminal_that_knows_few_letters() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    console = Console(width=80, height=24, file=file)
    lines = draw(session(name("金正恩 – “x”")), {}, console)
    assert "".join(line.plain for line in lines).isascii()
    assert '??? - "x"' in lines[2].plain


# What scripts get


@pytest.fixture
def project_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A dossier with given questions; returns the options of the command."""

    def make(*questions: Question, register: str = REGISTER) -> list[str]:
        write_files(tmp_path, {"seeds/a.txt": "x", "entities.yml": register})
        dossier = Dossier((), (), read_register(register, Location(""))[0], questions=questions)
        monkeypatch.setattr("dossier.cli.reviewing.build", lambda *_: dossier)
        return ["review", "--seeds", str(tmp_path / "seeds"), "--entities", str(tmp_path / "entities.yml")]

    return make


def test_as_text(project_with: Callable[..., list[str]]) -> None:
    done = CliRunner().invoke(main, project_with(name(forms=(("DEE", 1),)), AMBIGUOUS, OPEN))
    assert done.exit_code == 0
    assert (
        done.output
        == f"""\
1. Dee Moss (person?): a name that is not in the register
   5 mentions in 3 articles
   also written DEE (1)
   - {SENTENCE}
     a1
2. Mayor: a name of several entities
   perhaps Ada Vance
   perhaps North Harbour
3. Ms Moss: a mention that stayed open
   2 mentions in 1 article
   left open by: full name missing
   perhaps Ada Vance: x
"""
    )
    assert CliRunner().invoke(main, project_with()).output == "Nothing to decide.\n"


SCHEMA = {
    "type": "object",
    "required": ["schema", "questions"],
    "additionalProperties": False,
    "properties": {
        "schema": {"const": "dossier-review/1"},
        "questions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "about": {"enum": ["name", "same", "ambiguous", "open", "unmentioned"]},
                    "text": {"type": "string"},
                    "kind": {"type": ["string", "null"]},
                    "mentions": {"type": "integer"},
                    "articles": {"type": "integer"},
                    "forms": {"type": "array", "items": {"required": ["text", "mentions"]}},
                    "candidates": {"type": "array", "items": {"required": ["entity", "name", "reason"]}},
                    "rule": {"type": ["string", "null"]},
                    "part": {"type": ["string", "null"]},
                    "waiting": {"type": "boolean"},
                    "namesakes": {"type": "array", "items": {"type": "string"}},
                    "sentences": {
                        "type": "array",
                        "items": {"required": ["article", "title", "date", "paragraph", "text", "spans", "entity"]},
                    },
                },
            },
        },
    },
}


def test_as_json(project_with: Callable[..., list[str]]) -> None:
    done = CliRunner().invoke(main, [*project_with(name(), SAME, OPEN, HOSTILE), "--format", "json"])
    assert done.exit_code == 0
    told = json.loads(done.output)
    jsonschema.validate(told, SCHEMA)
    text = (ROOT / "docs/handbook/commands.md").read_text(encoding="utf-8")
    for key in (*told, *told["questions"][0], *told["questions"][0]["sentences"][0]):
        assert re.search(rf"\b{key}\b", text), key
    sentence = told["questions"][0]["sentences"][0]
    (span,) = sentence["spans"]
    assert sentence["text"][span["start"] : span["end"]] == "Dee Moss"


def test_write_adds_suggestions(project_with: Callable[..., list[str]], tmp_path: Path) -> None:
    questions = (
        name(), name("Elm: Street", kind="place", articles=7), name("Rare", articles=2), name("No Kind", kind=None),
        name("A. Vance", candidates=(Likeness("ada-vance", ""),)), name("Ada Vance"), name("Dee-Moss"), SAME,
    )  # fmt: skip
    options = project_with(*questions)
    done = CliRunner().invoke(main, [*options, "--write"])
    assert done.exit_code == 0
    assert done.output.splitlines()[:2] == [
        "Dee Moss (person): 5 mentions in 3 articles",
        "Elm: Street (place): 5 mentions in 7 articles",
    ]
    added = '  - {name: Dee Moss, kind: person, status: suggested}\n  - {name: "Elm: Street", kind: place, status: suggested}\n'
    assert (tmp_path / "entities.yml").read_text(encoding="utf-8") == REGISTER + added
    options = project_with(*questions)
    done = CliRunner().invoke(main, [*options, "--write", "--at-least", "2", "--limit", "1"])
    assert done.output.startswith("Dee Moss")
    assert len(done.output.splitlines()) == 2
    done = CliRunner().invoke(main, [*options, "--write", "--at-least", "20"])
    assert done.output == "No name to add\n"


def test_a_name_that_the_register_cannot_take_leaves_the_others(
    project_with: Callable[..., list[str]],
) -> None:
    questions = (name("Old Name"), name("Index", kind="topic"), name("Not This"), name("Dee Moss"))
    register = REGISTER + "suppress: [Not This]\nredirects: {old-name: ada-vance, dee-moss: nobody}\n"
    for question in questions[:3]:
        assert press(session(question, register=register), "p")[1] is None
    options = project_with(*questions, register=register)
    done = CliRunner().invoke(main, [*options, "--write"])
    assert done.output.splitlines()[0] == "Dee Moss (person): 5 mentions in 3 articles"
    assert done.exit_code == 0
    assert len(done.output.splitlines()) == 2


def test_names_to_write_cost_no_square() -> None:
    entities = tuple(Entity(f"e-{each}", f"E {each}", "person", (Alias(f"E {each}"),)) for each in range(3_000))
    began = time.monotonic()
    assert len(to_write([name(f"Ana Reed {each}") for each in range(3_000)], Register(entities))) == 3_000
    assert time.monotonic() - began < 10


def test_a_register_in_a_folder_that_is_not_there(project_with: Callable[..., list[str]], tmp_path: Path) -> None:
    options = project_with(name())
    options[options.index("--entities") + 1] = str(tmp_path / "nowhere" / "entities.yml")
    done = CliRunner().invoke(main, [*options, "--write"])
    assert done.exit_code == 1
    assert "nowhere/entities.yml cannot be written: its folder is not there" in done.output.replace("\\", "/")


def test_what_was_suggested_is_asked_until_it_is_confirmed(
    project_with: Callable[..., list[str]], typed: Callable[..., tuple[Session, list[str]]]
) -> None:
    waiting = Question("name", "Bo Lind", "person", waiting=True)
    assert "1. Bo Lind" in CliRunner().invoke(main, project_with(waiting)).output
    assert CliRunner().invoke(main, [*project_with(waiting), "--write"]).output == "No name to add\n"
    assert "suggested in the register" in shown(session(waiting))
    after, lines = typed("1a", waiting)
    assert "+  - {name: Bo Lind, kind: person}" in lines
    assert after.message == "Bo Lind is confirmed."


def test_limits(project_with: Callable[..., list[str]]) -> None:
    options = project_with(name(), name("Rare", articles=1), SAME)
    assert "Rare" not in CliRunner().invoke(main, [*options, "--at-least", "2"]).output
    assert "2." not in CliRunner().invoke(main, [*options, "--limit", "1"]).output


def test_usage_and_registers_that_cannot_be_used(project_with: Callable[..., list[str]], tmp_path: Path) -> None:
    options = project_with(name())
    assert CliRunner().invoke(main, [*options, "--limit", "0"]).exit_code == 2
    assert CliRunner().invoke(main, [*options, "--write", "--format", "json"]).exit_code == 2
    for raw, said in (
        (b"entities: [\n", "entities.yml: line 2: not YAML"),
        (b"\xff", "cannot be read"),
        (b"- x\n", "entities.yml: line 1: the register is no mapping"),
    ):
        (tmp_path / "entities.yml").write_bytes(raw)
        done = CliRunner().invoke(main, options)
        assert done.exit_code == 1
        assert said in done.output
        assert "Traceback" not in done.output
    (tmp_path / "entities.yml").unlink()
    (tmp_path / "entities.yml").mkdir()
    assert CliRunner().invoke(main, options).exit_code == 1


def test_a_register_that_cannot_be_written(
    project_with: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = project_with(name())
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    done = CliRunner().invoke(main, [*options, "--write"])
    assert done.exit_code == 1
    assert done.output.endswith("entities.yml cannot be written: Permission denied\n")
    assert (tmp_path / "entities.yml").read_text(encoding="utf-8") == REGISTER


def test_no_word_about_a_reader_who_has_seen_enough(
    project_with: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    options = project_with(name())
    monkeypatch.setattr("dossier.cli.reviewing.say", closed)
    done = CliRunner().invoke(main, options)
    assert (done.exit_code, done.output) == (1, "")


def test_the_console_script() -> None:
    done = run(script("dossier"), "review", "--format", "json")
    assert done.returncode == 0, done.stderr
    jsonschema.validate(json.loads(done.stdout), SCHEMA)


# A real terminal

PROGRAM = """
import sys
sys.path.insert(0, {tests!r})
from test_review import AMBIGUOUS, Dossier, Location, REGISTER, SAME, name, read_register
import dossier.cli.reviewing as command
from dossier.cli import main
questions = (name(), SAME, AMBIGUOUS, name("\\u91d1\\u6b63\\u6069"))
command.build = lambda settings, watch: Dossier((), (), read_register(REGISTER, Location(""))[0], questions=questions)
main(["review", "--seeds", "seeds", "--entities", "entities.yml"])
"""


class Terminal:
    """A program on a terminal of its own: keys go in, and what is shown comes out."""

    def __init__(self, folder: Path, **environment: str) -> None:
        pty = pytest.importorskip("pty")
        self.ours, theirs = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(tests=str(ROOT / "tests"))],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, start_new_session=True,
            env=os.environ | {"TERM": "xterm", "COLUMNS": "80", "LINES": "24", "NO_COLOR": "1"} | environment,
        )  # fmt: skip
        os.close(theirs)
        self.shown = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.ours)

    def until(self, text: str) -> None:
        deadline = time.monotonic() + 60
        while text.encode() not in self.shown:
            assert time.monotonic() < deadline, self.shown.decode(errors="replace")
            if select.select([self.ours], [], [], 1)[0]:
                try:
                    self.shown += os.read(self.ours, 65_536)
                except OSError:  # the program has ended
                    assert text.encode() in self.shown, self.shown.decode(errors="replace")
                    return

    def type(self, keys: str, then: str) -> None:
        self.shown = b""
        os.write(self.ours, keys.encode())
        self.until(then)

    def end(self) -> int:
        return self.program.wait(timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, {"seeds/a.txt": "x", "entities.yml": REGISTER})
    return tmp_path


def test_on_a_real_terminal(folder: Path) -> None:
    with Terminal(folder) as terminal:
        terminal.until("number 1")
        terminal.type("=no", "is another name of which entity?")
        terminal.type("\x1b", "number 1")
        terminal.type("a", "Dee Moss is added as person.")
        added = REGISTER + "  - {name: Dee Moss, kind: person}\n"
        assert (folder / "entities.yml").read_text(encoding="utf-8") == added
        terminal.type("dn\x1b[B", "That was all: 2 decided, 2 left.")
        terminal.type("u", "Undone: Ada Vance and Ada C. Vance are never one.")
        terminal.type("q", "Decided: 1 added. 3 left.")
        terminal.until("git diff entities.yml")
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.shown  # the screen that was there before is back
        assert (folder / "entities.yml").read_text(encoding="utf-8") == added


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_control_keys_leave_a_whole_file(folder: Path, key: str) -> None:
    with Terminal(folder, TERM="dumb", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii") as terminal:
        terminal.until("number 1")
        terminal.type("s", "is no name: nothing is found inside it.")
        terminal.type("nn", "???")
        terminal.type(key, "Decided: 1 suppressed. 3 left.")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.shown
        assert (folder / "entities.yml").read_text(encoding="utf-8") == REGISTER + "suppress:\n  - Dee Moss\n"


def test_a_part_of_a_name_that_was_just_added_is_offered_as_its_name(
    typed: Callable[..., tuple[Session, list[str]]],
) -> None:
    after, lines = typed("a1", name("Rolf Berg"), name("Berg"))
    assert lines == ["+  - {name: Rolf Berg, kind: person, aliases: [Berg]}"]
    assert after.question is None


def test_a_person_who_was_added_by_one_word_is_a_candidate_for_the_full_name(
    typed: Callable[..., tuple[Session, list[str]]],
) -> None:
    assert typed("a1", name("Berg"), name("Rolf Berg"))[1] == ["+  - {name: Berg, kind: person, aliases: [Rolf Berg]}"]


OPEN_CASES = [
    # rule, the article, the register, the base, the question's text, the keys that are offered
    ("full name missing", "Kim came on Monday, they say.", "Kim Bora", "", "Kim", "poltew=1s"),
    ("full name missing", "Vance came on Monday, they say.", "Ada Vance, Tom Vance", "", "Vance", "poltew=12ds"),
    ("several fit", "Ada Vance met Tom Vance. Vance left.", "Ada Vance, Tom Vance", "", "Vance", "ds"),
    (
        "part of a longer name",
        "The shares of China Mobile fell today, said a trader who sold some.",
        "",
        "world",
        "China Mobile",
        "poltew=s",
    ),
    ("part of a longer name", "The Bank of China’s shares fell.", "", "world", "Bank of China", "poltew=s"),
    ("part of a longer name", "It crossed the South China Sea at dawn.", "", "world", "South China Sea", "poltew=s"),
    ("part of a longer name", "Then Tom Vance Jr. spoke of it.", "Tom Vance", "", "Tom Vance Jr", "poltew=s"),
    ("full name missing", "Then Chad came home, they say.", "", "world", "Chad", "potew="),
]


def open_question(folder: Path, base: str, rule: str) -> tuple[Settings, Dossier, list[Question]]:
    settings = Settings(seeds=folder / "seeds", entities=folder / "entities.yml", root=folder, base=base, discover="")
    dossier = build(settings)
    return settings, dossier, [each for each in dossier.questions if each.about == "open" and each.rule == rule]


@pytest.mark.parametrize("case", OPEN_CASES)
def test_each_answer_to_an_open_mention_settles_it(tmp_path: Path, case: tuple[str, ...]) -> None:
    rule, text, people, base, asked, keys = case
    entries = [f"  - {{name: {each}, kind: person}}\n" for each in [*filter(None, people.split(", ")), "Rolf Berg"]]
    register = "entities:\n" + "".join(entries)
    write_files(tmp_path, {"seeds/a.md": f"---\ntitle: Report\n---\n{text}\n", "entities.yml": register})
    settings, dossier, (question,) = open_question(tmp_path, base, rule)
    assert question.text == asked
    start = begin((question,), dossier.register)
    tried = [*"apoltew=mds", *"123456789"]
    works = [key for key in tried if press(start, key)[1] is not None or press(start, key)[0].mode == "finding"]
    assert sorted(works) == sorted(keys)
    drawn = "\n".join(line.plain for line in draw(start, {}, Console(width=100, height=40, file=io.StringIO())))
    shown_keys = [
        key for key in tried if re.search(rf"(?:^|   ){re.escape(key)} ", drawn.partition("left open")[2], re.MULTILINE)
    ]
    assert set(shown_keys) - set("123456789") == set(works) - set("123456789")
    for key in works:
        (tmp_path / "entities.yml").write_text(register, encoding="utf-8")
        after = decide(
            start, settings, iter([key, *(["b", "e", "r", "g", "enter"] if key == "=" else [])]), lambda _: None
        )
        assert len(after.taken) == 1, (key, after.message)
        assert [each.text for each in open_question(tmp_path, base, rule)[2]] == [], key
        read = load_register(tmp_path / "entities.yml", Location("entities.yml"))[1]
        assert [each for each in read if each.severity in {"error", "warning"}] == []


@pytest.mark.parametrize(
    ("name", "text"), [("李明", "李明博昨天来了。"), ("Kim Bora", "Kim Bora came. Kim Yuna left. Then Kim spoke.")]
)
def test_what_no_answer_would_settle_is_not_asked(tmp_path: Path, name: str, text: str) -> None:
    register = f"entities:\n  - {{name: {name}, kind: person}}\n"
    write_files(tmp_path, {"seeds/a.md": f"---\ntitle: Report\n---\n{text}\n", "entities.yml": register})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", root=tmp_path, discover="")
    dossier = build(settings)
    assert dossier.articles[0].resolution.unresolved
    assert [each for each in dossier.questions if each.about == "open"] == []


def test_an_answer_that_tells_entities_apart_answers_open_mentions_of_both(
    typed: Callable[..., tuple[Session, list[str]]],
) -> None:
    pair = (Likeness("ada-vance", ""), Likeness("north-harbour", ""))
    several = Question("open", "Mayor", candidates=pair, rule="several fit")
    after, _ = typed("d", AMBIGUOUS, several, name())
    assert [*pending(after)] == [2]


def test_a_name_that_only_one_entity_keeps_is_not_asked_for_where_it_stayed_open_between_them(
    typed: Callable[..., tuple[Session, list[str]]],
) -> None:
    ids = ("ada-vance", "north-harbour", "ada-c-vance")
    several, three = (
        Question("open", "Mayor", candidates=tuple(Likeness(each, "") for each in ids[:number]), rule="several fit")
        for number in (2, 3)
    )
    after, _ = typed("1", AMBIGUOUS, several, three, name())
    assert [*pending(after)] == [2, 3]


# What a name may be another name of, as things are now


PARTY = name("Reform Party", kind="organisation", articles=2)
PEOPLE = name("Reformers", kind="organisation", articles=9)
SHORT = name("Reform", kind="organisation", articles=8)


def test_an_entity_of_this_sitting_is_a_candidate(afresh: Callable[..., tuple[Session, list[str]]]) -> None:
    bureau, short = name("Harbour Watch Bureau", kind="organisation"), name("HWB", kind="organisation")
    after, lines = afresh("a1", bureau, short)
    assert lines == ["+  - {name: Harbour Watch Bureau, kind: organisation, aliases: [HWB]}"]
    assert after.question is None
    at_second = afresh("a", bureau, short)[0]
    assert "1 Harbour Watch Bureau (organisation): its initials" in shown(at_second)
    assert "1 another name of Harbour Watch Bureau" in shown(at_second)
    undone = afresh("aun", bureau, short)[0]
    assert undone.question is not None
    assert undone.question.candidates == ()


def test_a_fuller_name_that_is_asked_for_too_is_a_candidate(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    moss, full, other = name("Moss"), name("Dee Moss", articles=2), name("Lo Moss", articles=1)
    screen = shown(session(moss, full, other, SAME))
    assert "1 Dee Moss (person, not added yet): a part of the name" in screen
    assert "1–2 another name of that one" in screen
    after, lines = typed("1", moss, full, other)
    assert lines == ["+  - {name: Dee Moss, kind: person, aliases: [Moss]}"]
    assert [*pending(after)] == [2]
    assert "1 Reform Party (organisation, not added yet)" in shown(session(SHORT, PARTY))
    assert "not added yet" not in shown(session(PARTY, SHORT))  # the fuller name is the better one


def test_a_mention_waits_once_a_full_name_with_it_was_decided_about(
    typed: Callable[..., tuple[Session, list[str]]],
) -> None:
    vance = Question("open", "Vance", None, 9, 9, candidates=(Likeness("ada-vance", ""),), rule="full name missing")
    after, _ = typed(["a", "g", "2", "enter"], name("Tom Vance"), vance, SAME)
    assert [*pending(after)] == [2]
    assert after.message == "Question 2 is decided, or waits for the next run."


def test_a_longer_name_is_left_when_its_beginning_was_added(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    after, _ = typed("a", name("Quay Street", kind="place"), name("Quay Street Journal", kind="organisation"))
    assert [*pending(after)] == [1]


def test_what_was_reverted_meanwhile_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")

    def keys() -> Iterator[str]:
        yield "a"
        path.write_text(REGISTER, encoding="utf-8")  # as `git revert` does
        yield "a"

    questions = (name("A Moss"), name("Bo Reed"), name("Cy Kerr"))
    after = decide(session(*questions), Settings(entities=path, root=tmp_path), keys(), lambda _: None)
    assert [*pending(after)] == [0, 2]


def test_back_after_undoing_leads_back(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    questions = [name(f"{each} Moss") for each in ("Ana", "Bo", "Cy", "Dee")]
    assert typed("naau", *questions)[0].place == 2
    assert typed("naaub", *questions)[0].place == 0  # the one between is decided
    assert typed("naauub", *questions)[0].place == 0


def test_the_next_with_it_goes_as_they_were_listed(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    questions = [name(each) for each in ("Old Moss", "Lo Berg", "Team Moss", "Moss")]
    keys = ["n", "/", *"moss", "enter"]
    assert typed(keys, *questions)[0].place == 3
    assert typed([*keys, "n"], *questions)[0].place == 0
    assert typed([*keys, "n", "n"], *questions)[0].place == 2
    only = typed(["/", *"berg", "enter", "s"], *questions)[0]
    assert (only.place, only.sought) == (0, "")
    assert "n next" not in shown(only)


@pytest.mark.parametrize(
    ("letters", "names"), [("usa", ["USA"]), ("san", ["Susan Rice"]), ("srice", ["Susan Rice"]), ("tcr", ["Ted Cruz"])]
)
def test_letters_within_a_word_count_only_where_no_name_begins_so(letters: str, names: list[str]) -> None:
    things = named(["Susan Rice", "Ted Cruz", "USA"], lambda each: [each])
    assert [each for each, _ in find(things, letters)] == names


# Choosing what is meant


def chosen(now: Session) -> list[str]:
    return [match.shown for match in matches(now)]


def test_the_likeliest_entities_come_first_before_anything_is_typed() -> None:
    register = "entities:\n" + "".join(
        f"  - {{name: {each}, kind: person}}\n"
        for each in ("Abe Often", "Bo Seldom", "Cy Moss", "Dee C. Moss", "Ed Last")
    )
    question = name("Dee Moss", candidates=(Likeness("ed-last", "said so"),))
    more = (question, name("Moss Bridge", kind="place"), name("Other", kind=None))
    read = read_register(register, Location("entities.yml"))[0]
    now = press(begin(more, read, {"abe-often": 9, "bo-seldom": 1}), "=")[0]
    assert chosen(now) == ["Ed Last", "Dee C. Moss", "Moss Bridge", "Cy Moss", "Abe Often", "Bo Seldom"]
    assert chosen(press(now, "b")[0])[0] == "Bo Seldom"  # and what is typed decides
    assert "> Ed Last (person)" in shown(now)
    assert "Moss Bridge (place), not added yet" in shown(now)


def test_other_forms_come_with_the_name(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    question = name(
        "Harbour Master",
        kind="organisation",
        forms=(("Harbour Master", 4), ("HARBOUR MASTER", 2), ("HM", 1), ("NH", 1)),
    )
    after, lines = typed(["=", *"north", "enter"], question)
    assert lines[1:] == [
        "+  - {name: North Harbour, kind: place, aliases: [NH, Mayor, Harbour Master, HARBOUR MASTER, HM]}"
    ]
    assert after.message == "“Harbour Master”, “HARBOUR MASTER” and “HM” are other names of North Harbour."
    question = name(forms=(("Dee Moss", 4), ("Moss", 2), ("Dee M. Moss", 1)), candidates=(Likeness("ada-vance", ""),))
    assert typed("1u", question)[1] == lines
    assert "+    aliases: [Mayor, Dee Moss, Dee M. Moss]" in typed("1", question)[1]


def test_a_name_may_be_another_one_that_is_asked_for(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    other = name("Deirdre Moss", forms=(("Deirdre Moss", 4), ("DEIRDRE MOSS", 2)))
    after, lines = typed(["=", *"deir", "enter"], name(forms=(("DEE MOSS", 1),)), SAME, other)
    assert lines == ["+  - {name: Deirdre Moss, kind: person, aliases: [DEIRDRE MOSS, Dee Moss, DEE MOSS]}"]
    assert [*pending(after)] == [1]
    assert after.message == "Deirdre Moss is added as person, also DEIRDRE MOSS, Dee Moss, DEE MOSS."


@pytest.mark.parametrize(
    ("question", "keys", "lines"),
    [
        (SAME, ["=", *"north", "enter"], ["+redirects:", "+  ada-c-vance: north-harbour", "+  ada-vance: north-harbour"]),
        (AMBIGUOUS, ["m", "enter"], ["+redirects:", "+  north-harbour: ada-vance"]),
        (AMBIGUOUS, ["m", *"ada c", "enter"], ["+redirects:", "+  ada-vance: ada-c-vance", "+  north-harbour: ada-c-vance"]),
        (UNMENTIONED, ["m", *"moss", "enter"], [
            "+  - {name: Dee Moss, kind: person}", "+redirects:", "+  north-harbour: dee-moss",
        ]),
        (UNMENTIONED, ["m", *"bo lind", "enter"], [
            "-  - {name: Bo Lind, kind: person, status: suggested}", "+  - {name: Bo Lind, kind: person}", "+redirects:",
            "+  north-harbour: bo-lind",
        ]),
        (Question("name", "Bo Lind", "person", waiting=True), ["=", *"ada v", "enter"], ["+redirects:", "+  bo-lind: ada-vance"]),
    ],
)  # fmt: skip
def test_what_is_asked_about_is_merged_with_anything(
    typed: Callable[..., tuple[Session, list[str]]], question: Question, keys: list[str], lines: list[str]
) -> None:
    after, written = typed(keys, question, name())
    assert sorted(written) == sorted(lines), after.message
    assert 0 not in pending(after)


def test_a_suggested_entity_that_was_merged_is_not_asked_again(tmp_path: Path) -> None:
    register = "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: A. Vance, kind: person, status: suggested}\n"
    write_files(tmp_path, {"seeds/a.md": "---\ntitle: Report\n---\nAda Vance came.\n", "entities.yml": register})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", root=tmp_path, discover="")
    dossier = build(settings)
    assert [each.text for each in dossier.questions] == ["A. Vance"]
    decide(begin(dossier.questions, dossier.register), settings, iter(["=", *"ada", "enter"]), lambda _: None)
    assert build(settings).questions == ()


def test_what_was_decided_about_an_entity_of_the_base_register_is_said(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(REGISTER, encoding="utf-8")
    register = read_register(REGISTER, Location("entities.yml"))[0]
    oslo = Entity("oslo", "Oslo", "place", (Alias("Oslo"),), base="world")
    question = name("Christiania", kind="place", forms=(("CHRISTIANIA", 1),), candidates=(Likeness("oslo", "x"),))
    start = begin((question,), replace(register, entities=(*register.entities, oslo)))
    after = decide(start, Settings(entities=path, root=tmp_path), iter("1"), lambda _: None)
    assert after.message == (
        "“Christiania” and “CHRISTIANIA” are other names of Oslo (an entry for Oslo was added, which only the base had)."
    )
    assert "  - {name: Oslo, kind: place, aliases: [Christiania, CHRISTIANIA]}" in path.read_text(encoding="utf-8")


# From one question to another

MANY = (name("Ana Reed"), name("Bo Berg"), name("Cy Reed"), name("Dee Moss", forms=(("Reed Moss", 1),)), SAME)


def test_a_name_is_searched_and_the_next_one_with_n(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    def place(*keys: str) -> int:
        return typed([*keys], *MANY)[0].place

    assert place("/", *"berg", "enter") == 1
    assert place("/", *"REED", "enter") == 3  # it begins so
    assert place("/", *"REED", "down", "enter") == 0
    found = ("/", *"reed", "enter")
    first = place(*found)
    assert {place(*found, *"n" * times) for times in range(3)} == {0, 2, 3}
    assert place(*found, "n", "n", "n") == first
    assert place("/", *"berg", "enter", "n") == 1  # there is no other
    assert place("/", *"berg", "enter", "esc", "n") == 2  # let go: n skips
    assert place("/", *"zzz", "enter", "esc") == 0
    assert place("n", "/", "esc", "n") == 2
    assert place("s", "/", *"ana", "enter", "esc") == 1  # what is decided is not found
    after = typed(["/", *"zzz", "enter"], *MANY)[0]
    assert after.message == "No question is about such a name."
    drawn = shown(typed(["/", *"ree"], *MANY)[0])
    assert "Ana Reed: 1, a name that is not in the register" in drawn
    assert "Dee Moss, as Reed Moss: 4" in drawn
    assert "n next “berg”" in shown(typed(["/", *"berg", "enter"], *MANY)[0])


def test_a_number_leads_to_its_question_and_back(typed: Callable[..., tuple[Session, list[str]]]) -> None:
    assert typed(["g", "4", "enter"], *MANY)[0].place == 3
    assert typed(["g", "4", "enter", "b"], *MANY)[0].place == 0
    assert typed(["n", "g", "4", "enter", "n", "b", "b"], *MANY)[0].place == 1
    after = typed(["g", "x", "9", "backspace", "9", "9", "enter"], *MANY)[0]
    assert (after.place, after.mode, after.message) == (0, "going", "The questions go from 1 to 5.")
    assert "of 1 to 5?" in shown(after)
    after = typed(["s", "g", "1", "enter"], *MANY)[0]
    assert (after.place, after.message) == (1, "Question 1 is decided, or waits for the next run.")
    assert typed(["g", "enter", "esc"], *MANY)[0].place == 0
    assert typed(["n"] * 5 + ["g", "2", "enter"], *MANY)[0].place == 1


@pytest.mark.parametrize("mode", ["asking", "finding", "searching", "going", "help"])
def test_another_size_of_the_window_changes_nothing(mode: str) -> None:
    now = replace(session(*MANY), mode=mode, typed="re", message="Told.")  # type: ignore[arg-type]
    assert press(now, "resized") == (now, None)


def test_at_least_holds_for_every_kind_of_question(project_with: Callable[..., list[str]]) -> None:
    asked = (name(), replace(OPEN, articles=1), replace(AMBIGUOUS, articles=2), replace(SAME, articles=5), UNMENTIONED)
    options = project_with(*asked)

    def texts(*more: str) -> list[str]:
        done = CliRunner().invoke(main, [*options, "--format", "json", *more])
        return [each["text"] for each in json.loads(done.output)["questions"]]

    assert len(texts()) == 5
    assert texts("--at-least", "2") == ["Dee Moss", "Mayor", "Ada Vance"]
    assert texts("--at-least", "3") == ["Dee Moss", "Ada Vance"]


def test_an_ambiguous_name_is_shown_with_whom_it_names() -> None:
    sightings = (SIGHTING, replace(SIGHTING, entity="north-harbour"))
    drawn = shown(session(replace(AMBIGUOUS, sightings=sightings)))
    assert "A title, 3 March 2021 · left open" in drawn
    assert "A title, 3 March 2021 · North Harbour" in drawn
    assert "m merge into …" in drawn


def test_a_word_that_names_two_is_told() -> None:
    drawn = shown(session(name("Berg", kind="organisation", namesakes=("Rolf Berg", "Ida Berg"))), width=120)
    assert "may be both: it is also the last name of Rolf Berg, Ida Berg" in drawn
    drawn = shown(session(name("Rolf Berg", namesakes=("Berg",))), width=120)
    assert "the last name is that of an organisation, too: Berg" in drawn


# Which forms go with a name


@pytest.fixture
def afresh(typed: Callable[..., tuple[Session, list[str]]], tmp_path: Path) -> Callable[..., tuple[Session, list[str]]]:
    """As `typed`, each time over the same register."""

    def press_all(keys: str | list[str], *questions: Question) -> tuple[Session, list[str]]:
        (tmp_path / "entities.yml").write_text(REGISTER, encoding="utf-8")
        return typed(keys, *questions)

    return press_all


def test_no_form_is_taken_over_that_the_register_would_be_warned_of(
    afresh: Callable[..., tuple[Session, list[str]]],
) -> None:
    forms = (("U.S.", 676), ("US", 87), ("Us", 4))
    assert afresh("a", name("Us", kind="place", forms=forms))[1] == ["+  - {name: U.S., kind: place, aliases: [US]}"]
    assert "a writes {name: U.S., kind: place, aliases: [US]}" in shown(session(name("Us", kind="place", forms=forms)))
    question = name("Us", kind="place", forms=forms, candidates=(Likeness("north-harbour", ""),))
    assert "+  - {name: North Harbour, kind: place, aliases: [NH, Mayor, U.S., US]}" in afresh("1", question)[1]
    assert afresh("ap", name("Our", forms=(("Our", 3),)))[1] == []


def test_a_persons_word_in_capitals_is_taken_over_only_by_hand(
    afresh: Callable[..., tuple[Session, list[str]]],
) -> None:
    question = name("Dee Moss", forms=(("Dee Moss", 4), ("DEE MOSS", 3), ("MOSS", 2), ("Dee Mos", 1)))
    assert afresh("a", question)[1] == ["+  - {name: Dee Moss, kind: person, aliases: [DEE MOSS, Dee Mos]}"]
    assert afresh("f2fa", question)[1] == ["+  - {name: Dee Moss, kind: person, aliases: [DEE MOSS, MOSS, Dee Mos]}"]
    assert afresh("o", question)[1] == ["+  - {name: Dee Moss, kind: organisation, aliases: [DEE MOSS, MOSS, Dee Mos]}"]


def test_a_form_is_left_out_before_the_name_is_added(afresh: Callable[..., tuple[Session, list[str]]]) -> None:
    forms = (("Dee Moss", 4), ("DEE MOSS", 3), ("Dee May Moss", 2))
    question = name("Dee Moss", forms=forms, candidates=(Likeness("ada-vance", ""),))
    drawn = shown(press(session(question), "f")[0])
    assert "> 1 [x] DEE MOSS (3)" in drawn
    assert "2 [x] Dee May Moss (2)" in drawn
    assert afresh(["f", "2", "enter", "a"], question)[1] == ["+  - {name: Dee Moss, kind: person, aliases: [DEE MOSS]}"]
    assert "+    aliases: [Mayor, Dee Moss, Dee May Moss]" in afresh(["f", "1", "esc", "1"], question)[1]
    assert afresh(["f", "down", " ", "up", " ", "enter", "a"], question)[1] == ["+  - {name: Dee Moss, kind: person}"]
    assert afresh("f1122fa", question)[1] == ["+  - {name: Dee Moss, kind: person, aliases: [DEE MOSS, Dee May Moss]}"]
    _, lines = afresh("f2fna", question, name("Bo Berg", forms=(("BO BERG", 1), ("Dee May Moss", 1))))
    assert lines == [
        "+  - {name: Bo Berg, kind: person, aliases: [BO BERG, Dee May Moss]}"
    ]  # another question, other forms
    assert afresh("f7", question)[0].message == "The forms go from 1 to 2."
    assert afresh("f", name())[0].message == "There are no other forms that could go with it."


# What was decided in this sitting


def test_what_was_just_added_is_found_before_names_that_are_not(
    afresh: Callable[..., tuple[Session, list[str]]],
) -> None:
    others = [name(f"United {each} Board", kind="organisation", mentions=50) for each in "ABCDEFGHIJK"]
    country = name("United Lands", kind="place", mentions=900, forms=(("U.L.", 90),))
    rare = name("Lands", kind="place", mentions=2)
    after, _ = afresh(["a", "=", *"unite"], country, rare, *others)
    assert chosen(after)[0] == "United Lands"
    after, lines = afresh(["a", "=", *"united", "enter"], country, rare, *others)
    assert lines == ["+  - {name: United Lands, kind: place, aliases: [U.L., Lands]}"]
    party = name("Tree Party", kind="organisation", mentions=30)
    after, _ = afresh(["a", "=", *"tree"], party, name("Tree"), name("Treeless"), name("Tree Top"))
    assert chosen(after)[0] == "Tree Party"


def test_a_new_entity_has_the_mentions_of_its_question() -> None:
    now = begin((name("A A", mentions=7), name("B B", mentions=9), SAME), session().register, {"ada-vance": 5})
    add, alias = Add("A A", "person"), AliasOf("B B", "ada-vance")
    taken = (Taken(0, (add,)), Taken(1, (alias,)), Taken(2, (Merge("ada-vance", "ada-c-vance"),)))
    assert mentioned(replace(now, taken=taken)) == {"a-a": 7, "ada-vance": 14, "ada-c-vance": 14}
    assert mentioned(now) == {"ada-vance": 5}


def test_a_decision_at_a_question_that_was_searched_leads_back(
    afresh: Callable[..., tuple[Session, list[str]]],
) -> None:
    found = ["n", "/", *"moss", "enter"]
    assert afresh(found, *MANY)[0].place == 3
    assert afresh([*found, "a"], *MANY)[0].place == 1
    assert afresh([*found, " "], *MANY)[0].place == 1
    assert afresh([*found, "a", "a"], *MANY)[0].place == 2  # and on from there
    assert afresh([*found, "/", *"ana", "enter", "a"], *MANY)[0].place == 1
    assert afresh([*found, "b", " "], *MANY)[0].place == 2
    assert afresh([*found, "esc", "a"], *MANY)[0].place == 4  # the search is let go: on from here
    assert afresh(["n", "/", *"reed", "enter", "n", "s"], *MANY)[0].place == 1
    assert afresh([*found, "a", "u"], *MANY)[0].place == 3
    assert afresh([*found, "a", "u", " "], *MANY)[0].place == 4


def test_what_is_typed_is_found_at_once_among_many_questions() -> None:
    many = [name(f"Person Number{each} Surname{each % 700}", forms=((f"PERSON {each}", 1),)) for each in range(5_000)]
    now = press(begin(many, session().register), "=")[0]
    console = Console(width=80, height=24, file=io.StringIO())
    draw(now, {}, console)
    with folding() as folded_names:
        for key in "surname69":
            now = press(now, key)[0]
            draw(now, {}, console)
    assert len(folded_names) < 50  # what is typed, not the names
    assert chosen(now)


@contextmanager
def folding() -> Iterator[list[str]]:
    """What is folded in the meantime."""
    before, seen = finding.folded, list[str]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "folded", lambda text: seen.append(text) or before(text))
        misses = finding.fold.cache_info().misses
        yield seen
        seen += [""] * (finding.fold.cache_info().misses - misses)


# What is told


def test_what_s_and_d_write_is_said(afresh: Callable[..., tuple[Session, list[str]]]) -> None:
    assert "s no name: suppress" in shown(session(name()))
    assert afresh("s", name())[0].message == "“Dee Moss” is no name: nothing is found inside it."
    listed = Question("open", "Mayor", candidates=AMBIGUOUS.candidates, rule="several fit")
    assert "s no name" not in shown(session(listed))
    assert afresh("s", listed)[1] == []  # the register would contradict itself
    assert "d never one" in shown(session(SAME))
    assert "d each has it" in shown(session(AMBIGUOUS))
    ids = ("ada-vance", "north-harbour", "ada-c-vance")
    three = replace(AMBIGUOUS, candidates=tuple(Likeness(each, "") for each in ids))
    assert "d each has it" in shown(session(three))
    assert "d all different: no two are ever one" in shown(session(replace(three, about="same")))
    said = "Ada Vance, North Harbour and Ada C. Vance are all different: no two of them are ever one."
    assert afresh("d", three)[0].message == said


def test_what_s_writes_the_check_does_not_complain_of(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    for question in (name(), Question("name", "Bo Lind", "person", waiting=True), OPEN, AMBIGUOUS, name("Mayor")):
        path.write_text(REGISTER, encoding="utf-8")
        before = load_register(path, Location("entities.yml"))[1]
        decide(session(question), Settings(entities=path, root=tmp_path), iter("s"), lambda _: None)
        assert load_register(path, Location("entities.yml"))[1] == before


def test_a_message_ends_with_one_full_stop(afresh: Callable[..., tuple[Session, list[str]]]) -> None:
    question = name("Harbour Bureau", kind="organisation", forms=(("H.B.", 2),))
    assert afresh("a", question)[0].message == "Harbour Bureau is added as organisation, also H.B."
    assert afresh("au", question)[0].message == "Undone: Harbour Bureau is added as organisation, also H.B."


def test_a_small_window_shows_the_name_a_sentence_the_keys_and_what_came_of_the_last_one() -> None:
    forms = tuple((f"DEE MOSS {each}", 9) for each in "ABCDEFG")
    question = name(forms=forms, candidates=(Likeness("ada-vance", "stands beside it"),))
    question = replace(
        question, sightings=(Sighting("a1", Quote("p", f"{'Early ' * 30}Dee Moss spoke.", ((180, 188),))),)
    )
    for width, height in ((40, 12), (30, 10), (80, 12)):
        drawn = shown(replace(session(question, SAME), message="Undone: something."), width, height)
        for wanted in (
            "2 left",
            "number 1",
            "Dee Moss  person?",
            "5 mentions",
            "1 Ada Vance",
            "Dee Moss",
            "spoke.",
            "a add",
            "space",
        ):
            assert wanted in drawn, (width, height, wanted)
        assert "q quit" in drawn
        assert "Undone: something." in drawn
        assert len(drawn.splitlines()) <= height


def test_many_questions_are_told_how_to_be_fewer() -> None:
    many = [*[name(articles=1)] * 299, *[name()] * 10]
    assert _many(many) == "299 are of one or two articles; dossier review --at-least 3 leaves them out."
    assert _many(many[:300]) == ""
    assert _many([name()] * 400) == ""


# Windows


class WindowsKeys:
    """What `msvcrt` does, with keys that are there already; `None` is a moment without one."""

    def __init__(self, signs: list[str | None]) -> None:
        self.signs = signs

    def kbhit(self) -> bool:
        if not self.signs:
            raise KeyboardInterrupt
        if self.signs[0] is None:
            self.signs.pop(0)
            return False
        return True

    def getwch(self) -> str:
        sign = self.signs.pop(0)
        assert sign is not None
        return sign


def test_keys_of_a_windows_console(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = iter([(80, 24), (100, 24), (100, 24)])
    last = [(80, 24)]

    def size() -> tuple[int, int]:
        last[0] = next(sizes, last[0])
        return last[0]

    monkeypatch.setattr("dossier.cli.reviewing.keyboard.shutil.get_terminal_size", size)
    signs = [
        *"a\xe0H", *"\x00P", *"\xe0K", *"\x00M", "\r", "\x08", "\x1b", "\x03", *"\xe0S", "\xe0", None, None, None, "q",
        "\ud83d", "\ude42", "é",
    ]  # fmt: skip
    found: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        found += iter(pressed_on_windows(WindowsKeys(signs), (80, 24)))
    assert found == [
        "a", "up", "down", "left", "right", "enter", "backspace", "esc", "\x03", "unknown", "à", "resized", "q", "🙂", "é",
    ]  # fmt: skip


def test_the_window_of_a_real_terminal_is_resized(folder: Path) -> None:
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    with Terminal(folder, COLUMNS="", LINES="") as terminal:
        terminal.until("number 1")
        terminal.shown = b""
        fcntl.ioctl(terminal.ours, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 60, 0, 0))
        terminal.until("number 1")
        assert "does nothing" not in terminal.shown.decode(errors="replace")
        terminal.type("/mayor\r", "a name of several entities")
        terminal.type("b", "Dee Moss")
        terminal.type("q", "Decided: nothing")
        assert terminal.end() == 0
