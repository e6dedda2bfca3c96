"""How far a long run is: said to a person who waits, and to nobody else."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import run, script, write_files

from dossier import Settings, build
from mkdocs_dossier.progress import heartbeat

PROGRAM = """
import sys, time
from dossier.cli import progress
progress.DELAY, progress.INTERVAL = 0.2, 0.2
with progress.watching() as watch:
    for number in range(4):
        watch(f"reading a\\x1b[31m{number}.txt", number, 4)
        time.sleep(0.2)
        with watch.paused():
            print("block", number, flush=True)
    watch("writing", 7, 0)
    time.sleep(0.3)
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
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=theirs, env=environment, text=True
    ) as program:
        os.close(theirs)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            while part := _read(terminal.fileno()):
                shown += part
        assert program.stdout is not None
        assert program.stdout.read().splitlines() == [f"block {number}" for number in range(4)]
    text = shown.decode()
    assert "of 4: " in text
    assert "reading a�[31m" in text
    assert text.rstrip("\x1b[2K\r").count("\x1b[?25h") >= 1  # the cursor is back


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
    monkeypatch.setattr("mkdocs_dossier.progress.INTERVAL", 0.05)
    log = logging.LoggerAdapter(logging.getLogger("test"))
    with caplog.at_level(logging.INFO), heartbeat(log) as progress:
        time.sleep(0.1)
        assert caplog.messages == []  # nothing is worked on yet
        progress("reading a\n.txt", 1200, 5000)
        time.sleep(0.2)
    assert set(caplog.messages) == {"1,200 of 5,000: reading a�.txt"}
    said = len(caplog.messages)
    time.sleep(0.1)
    assert len(caplog.messages) == said  # and nothing is said afterwards


def test_nothing_is_shown_of_a_short_run(tmp_path: Path) -> None:
    write_files(tmp_path, {"seeds/a.txt": "Ada Vance spoke of the toll.", "entities.yml": "entities:\n"})
    done = run(
        script("dossier"), "export", "pages", "out", "--seeds", "seeds", "--entities", "entities.yml", cwd=tmp_path
    )
    assert "reading" not in done.stderr
    assert "writing" not in done.stderr
