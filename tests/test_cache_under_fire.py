"""A build is right whatever became of the cache: builds that are killed, two at once, a disk that is full or closed."""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import script, write_files
from invented import REGISTER, seeds

from dossier import DossierError, Settings, build, edition, render
from dossier.export import to_json

MOMENTS = 20
"""So many builds are killed."""
_STARTER = """
import os, sys
from dossier.cli import main
try:
    main(["export", "json", "-f", "plain.yml", "plain.json"])
except SystemExit:
    pass
for line in sys.stdin:
    pids = []
    for command in line.split("|"):
        pid = os.fork()
        if pid == 0:
            os.dup2(2, 1)
            try:
                main(command.split(), standalone_mode=False)
                os._exit(0)
            finally:
                os._exit(9)
        pids.append(pid)
    print(*pids, flush=True)
    sys.stdin.readline()
    print(*[os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids], flush=True)
"""
"""Begins commands in processes of their own, which need not load everything anew."""


PLAIN = "plugins: [{dossier: {jobs: 1, cache: false}}]\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    config = "plugins: [{dossier: {jobs: 1}}]\n"
    write_files(
        tmp_path, seeds(24, paragraphs=2) | {"entities.yml": REGISTER, "mkdocs.yml": config, "plain.yml": PLAIN}
    )
    return Settings(
        seeds=tmp_path / "seeds",
        entities=tmp_path / "entities.yml",
        root=tmp_path,
        cache=tmp_path / ".cache" / "dossier",
    )


def made(settings: Settings) -> list[object]:
    """All that a reader gets to see."""
    dossier = build(settings)
    return [to_json(dossier), *dossier.diagnostics, *render(dossier)]


def values(settings: Settings) -> list[Path]:
    assert settings.cache is not None
    return sorted(settings.cache.glob("??/*"))


@contextmanager
def starter(folder: Path) -> Iterator[Callable[[str], tuple[list[int], Callable[[], list[int]]]]]:
    """Begins commands in a folder: gives their process ids, and what waits for their exit codes."""
    with subprocess.Popen(
        [sys.executable, "-c", _STARTER],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def say(line: str) -> list[int]:
            process.stdin.write(line + "\n")  # type: ignore[union-attr]  # it is a pipe
            process.stdin.flush()  # type: ignore[union-attr]  # it is a pipe
            return [int(each) for each in process.stdout.readline().split()]  # type: ignore[union-attr]  # it is a pipe

        def begin(commands: str) -> tuple[list[int], Callable[[], list[int]]]:
            return say(commands), lambda: say("")

        yield begin
        process.stdin.close()


def test_builds_that_are_killed_leave_a_cache_that_is_right(settings: Settings) -> None:
    chance, killed = random.Random(6), 0  # noqa: S311 - it is no secret
    with starter(settings.root) as begin:
        _, ended = begin("export json out.json")
        assert ended() == [0]
        whole = values(settings)
        for _ in range(MOMENTS):
            for path in whole:
                if chance.random() < 0.6:
                    path.unlink(missing_ok=True)
            wanted_values = chance.randint(len(values(settings)), len(whole) - 1)
            (pid,), ended = begin("export json out.json")
            while len(values(settings)) < wanted_values:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.005))
            os.kill(pid, signal.SIGKILL)
            killed += ended() == [-signal.SIGKILL]
    wanted = made(replace(settings, cache=None))
    assert killed > MOMENTS / 2
    assert made(settings) == wanted
    assert made(settings) == wanted


def test_two_builds_at_once_are_both_right(settings: Settings) -> None:
    wanted = to_json(build(replace(settings, cache=None)))
    with starter(settings.root) as begin:
        for round_ in range(2):
            _, ended = begin(f"export json one{round_}.json|export json two{round_}.json|warm")
            assert ended() == [0, 0, 0]
            assert (settings.root / f"one{round_}.json").read_text() == wanted
            assert (settings.root / f"two{round_}.json").read_text() == wanted
    assert to_json(build(settings)) == wanted


def test_a_page_that_was_damaged_is_made_and_kept_once_more(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def texts() -> list[str]:
        found = edition(settings)
        return [found.content(sheet) for sheet in found.sheets() if sheet.path is None]

    whole = texts()
    sheets = [sheet for sheet in edition(settings).sheets() if sheet.path is None]
    for sheet in sheets[:2]:
        assert settings.cache is not None
        (settings.cache / sheet.digest[:2] / sheet.digest[2:]).write_bytes(b"damaged")
    assert texts() == whole
    monkeypatch.setattr(sys.modules["dossier.edition"], "build", None)
    assert texts() == whole


def test_pages_whose_store_and_seeds_went_are_told(settings: Settings) -> None:
    assert settings.cache is not None
    list(edition(settings).sheets())
    found = edition(settings)
    sheets = [sheet for sheet in found.sheets() if sheet.src_uri.startswith("articles/") and sheet.path is None]
    shutil.rmtree(settings.cache)
    for path in filter(Path.is_file, settings.seeds.rglob("*")):
        path.write_text(path.read_text().replace("quay", "pier").replace("toll", "levy"))
    with pytest.raises(DossierError, match=r"articles/.*: a seed or the register was changed .* build again"):
        [found.content(sheet) for sheet in sheets]


def test_a_disk_that_was_full_for_a_moment_is_told_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    def told() -> bool:
        found = edition(settings)
        monkeypatch.undo()
        list(found.sheets())
        return any("cannot be kept" in seen.message for seen in found.diagnostics)

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    assert told()
    assert not told()


def full() -> None:
    """Let no file grow: what a full disk does in the middle of one."""
    import resource  # noqa: PLC0415 - it is not on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))


def unprivileged() -> None:
    """Give up what lets root write where nobody may."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")
@pytest.mark.parametrize(("limit", "reason"), [(full, "File too large"), (unprivileged, "Permission denied")])
def test_a_disk_that_is_full_or_closed_is_told_and_the_build_is_right(
    settings: Settings, limit: Callable[[], None], reason: str
) -> None:
    assert settings.cache is not None
    build(settings)
    kept = [path for path in sorted(settings.cache.rglob("*")) if path.is_file()]
    path = settings.seeds / "0.txt"
    path.write_text(path.read_text().replace("quay", "pier").replace("toll", "levy"))
    wanted = to_json(build(replace(settings, cache=None)))
    for folder in (settings.cache, *{each.parent for each in kept}):
        folder.chmod(0o555 if limit is unprivileged else 0o755)
    done = subprocess.run(
        [script("dossier"), "export", "json", "-"],
        cwd=settings.root,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == wanted
    assert f".cache/dossier: warning: what is known cannot be kept: {reason}" in done.stderr
    assert [path for path in sorted(settings.cache.rglob("*")) if path.is_file()] == kept
