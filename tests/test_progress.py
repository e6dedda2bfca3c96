"""How far a long run is: said to a person who waits, and to nobody else."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import run, script, write_files

from dossier import Settings, Watch, build
from mkdocs_dossier.progress import watching

PROGRAM = """
import sys, time
from dossier import progress
from dossier.cli.progress import watching
progress.DELAY, progress.INTERVAL = 0.2, 0.2
with watching() as watch:
    for number in range(4):
        watch(f"reading a\\x1b[31m{number}.txt", number, 4)
        time.sleep(0.2)
        with watch.paused():
            print("block", number, flush=True)
    watch("writing", 7, 0)
    time.sleep(0.3)
"""
BUILD = """
import logging, sys, time
from dossier import progress
from mkdocs_dossier.progress import watching
progress.DELAY, progress.INTERVAL = 0.2, 0.2
log = logging.getLogger("mkdocs")
log.addHandler(logging.StreamHandler())
log.setLevel(sys.argv[1])
with watching(logging.LoggerAdapter(logging.getLogger("mkdocs.plugins.dossier"))) as watch:
    for number in range(40):
        watch.count("reading", f"a{number}.md", 40)
        time.sleep(0.03)
        if number % 10 == 5:
            log.warning(f"complaint {number}")
    watch.count("building", "a0.md", 40)
    time.sleep(0.3)
log.warning("the end")
"""
BROKEN = """
import logging, time
from contextlib import ExitStack
from dossier import progress
from mkdocs_dossier.progress import watching
progress.DELAY = 0.1
log = logging.getLogger("mkdocs")
log.setLevel("INFO")
stack = logging.kept = ExitStack()  # as of two hooks, one that begins and one that ends
watch = stack.enter_context(watching(logging.LoggerAdapter(log)))
watch.count("reading", "a.md", 40)
time.sleep(0.5)
raise KeyboardInterrupt
"""


def test_progress_in_a_log() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"block {number}" for number in range(4)]
    lines = done.stderr.splitlines()
    assert 2 <= len(lines) <= 6
    assert all("\x1b" not in line for line in lines)
    assert any("of 4: reading a�[31m" in line for line in lines)
    assert lines[-1] == "7: writing"


def test_progress_on_a_terminal() -> None:
    shown, printed = on_terminal(PROGRAM)
    assert printed.splitlines() == [f"block {number}" for number in range(4)]
    assert "of 4: " in shown
    assert "reading a�[31m" in shown
    assert shown.rstrip("\x1b[2K\r").count("\x1b[?25h") >= 1  # the cursor is back


def test_a_build_on_a_terminal_has_a_line_beside_its_log() -> None:
    shown, _ = on_terminal(BUILD, "INFO")
    assert "of 40: " in shown
    assert "reading a" in shown
    assert "building a0.md" in shown
    steps_aside = [f"complaint {number}" for number in (5, 15, 25, 35)]
    for line in (*steps_aside, "the end"):
        assert re.search(rf"(?:^|\n|\r|\x1b\[2K|\x1b\[\?25h){line}\r?\n", shown), line  # on a line of its own
    assert shown.rindex("the end") > shown.rindex("\x1b[?25h")  # the cursor is back, and nothing moves any more


def test_a_quiet_build_shows_nothing() -> None:
    shown, _ = on_terminal(BUILD, "WARNING")
    assert "reading" not in shown
    assert shown.count("complaint") == 4


def test_a_build_that_is_broken_off_leaves_the_cursor() -> None:
    shown, _ = on_terminal(BROKEN)
    assert shown.count("\x1b[?25h") >= shown.count("\x1b[?25l") > 0
    assert "KeyboardInterrupt" in shown


def test_the_log_of_a_build_says_how_far_it_is_and_how_long_it_takes_still() -> None:
    done = subprocess.run([sys.executable, "-c", BUILD, "INFO"], capture_output=True, text=True, check=True)
    lines = [line for line in done.stderr.splitlines() if "reading" in line]
    assert 2 <= len(lines) <= 6
    for line in lines[1:]:
        assert re.fullmatch(r"\d+ of 40: reading a\d+\.md \(less than a minute left\)", line), line


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1, "less than a minute"), (3, "about 1 minute"), (8, "about 4 minutes"), (50, "about 23 minutes")],
)
def test_the_time_that_is_left(seconds: float, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    watch = Watch(said.append)
    now = 1_000.0
    monkeypatch.setattr(watch._bar, "get_time", lambda: now)
    monkeypatch.setattr("dossier.progress.INTERVAL", 0.02)
    for name in ("a.md", "b.md", "c.md"):
        watch.count("reading", name, 30)
        now += seconds
    watch.start()
    time.sleep(0.2)
    watch.stop()
    assert set(said) == {f"2 of 30: reading c.md ({text} left)"}  # that 28 others take


def test_things_are_counted_anew_when_something_else_is_done_with_them() -> None:
    steps: list[tuple[str, int, int]] = []

    class Told(Watch):
        def __call__(self, what: str, done: int, total: int) -> None:
            steps.append((what, done, total))

    watch = Told(print)
    for what, name in (("reading", "a"), ("reading", "b"), ("reading", "c"), ("building", "a")):
        watch.count(what, name, 2)
    assert steps == [("reading a", 0, 2), ("reading b", 1, 2), ("reading c", 2, 0), ("building a", 0, 2)]


def on_terminal(program: str, *arguments: str) -> tuple[str, str]:
    """What a program shows on its terminal, which is its standard error, and what it prints."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=theirs, env=environment, text=True
    ) as running:
        os.close(theirs)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            while part := _read(terminal.fileno()):
                shown += part
        assert running.stdout is not None
        return shown.decode(), running.stdout.read()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end is closed
        return b""


def test_the_pipeline_tells_what_it_works_on(tmp_path: Path) -> None:
    write_files(tmp_path, {"seeds/a.txt": "Ada Vance spoke of the toll.", "seeds/b.txt": "Bo Lind spoke of the toll."})
    steps: list[tuple[str, int, int]] = []
    build(
        Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml"),
        lambda what, done, total: steps.append((what, done, total)),
    )
    names = [what for what, _, _ in steps if what.startswith("looking for names, dates and statements in ")]
    order = [name.rpartition(" ")[2] for name in names]  # that of the articles on the site
    assert sorted(order) == ["a.txt", "b.txt"]
    assert steps == [
        (f"reading {(tmp_path / 'entities.yml').as_posix()}", 0, 0),
        ("learning 0 names", 0, 0),
        ("reading a.txt", 0, 2),
        ("reading b.txt", 1, 2),
        ("looking for copies", 2, 2),
        ("looking for names", 2, 2),
        *(("looking for names, dates and statements in " + seed, number, 2) for number, seed in enumerate(order)),
        ("looking for articles of the same story", 2, 2),
        ("looking for what is to be decided", 2, 2),
    ]


def test_progress_in_the_log_of_mkdocs(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("dossier.progress.INTERVAL", 0.05)
    log = logging.LoggerAdapter(logging.getLogger("test"))
    with caplog.at_level(logging.INFO), watching(log) as progress:
        time.sleep(0.1)
        assert caplog.messages == []  # nothing is worked on yet
        progress("reading a\n.txt", 1200, 5000)
        time.sleep(0.2)
    assert set(caplog.messages) == {"1,200 of 5,000: reading a .txt"}
    said = len(caplog.messages)
    time.sleep(0.1)
    assert len(caplog.messages) == said  # and nothing is said afterwards


def test_a_build_tells_of_each_page_that_mkdocs_renders_and_builds(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "mkdocs.yml": "site_name: Tolls\nplugins: [dossier]\n",
            "docs/notes.md": "# Notes\n",
            "entities.yml": "entities:\n",
            "seeds/a.txt": "Ada Vance spoke of the toll.",
        },
    )
    program = """
import dossier
dossier.Watch.count = lambda _, *step: print(*step, sep="|")
from mkdocs.__main__ import cli
cli(["build", "--quiet"])
"""
    done = run(sys.executable, "-c", program, cwd=tmp_path)
    steps = [line.split("|") for line in done.stdout.splitlines()]
    rendered, built = ([page for what, page, _ in steps if what == each] for each in ("rendering", "building"))
    assert {"notes.md", "index.md", "report/index.md"} < set(rendered)
    assert sorted(rendered) == sorted(built)
    assert [int(total) for *_, total in steps] == [len(rendered)] * 2 * len(rendered)


def test_a_build_that_fails_before_it_begins_says_why(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": "site_name: Tolls\nplugins: [dossier: {discover: magic}]\n", "docs/a.md": ""})
    done = run(sys.executable, "-m", "mkdocs", "build", cwd=tmp_path)
    assert done.returncode == 1
    assert "`discover` should be" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_shown_of_a_short_run(tmp_path: Path) -> None:
    write_files(tmp_path, {"seeds/a.txt": "Ada Vance spoke of the toll.", "entities.yml": "entities:\n"})
    done = run(
        script("dossier"), "export", "pages", "out", "--seeds", "seeds", "--entities", "entities.yml", cwd=tmp_path
    )
    assert "reading" not in done.stderr
    assert "writing" not in done.stderr
