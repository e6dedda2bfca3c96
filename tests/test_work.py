"""What is kept is not worked out again; several processes give the same; and a build with a store is one without."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest
from conftest import write_files

from dossier import Dossier, Settings, build
from dossier.cache import Cache, digest_of
from dossier.pipeline import each as program
from dossier.work import ENOUGH, TOO_HEAVY, Helpers, Tally, Work, _chunks, code_digest, processes, work

MANY = list(range(ENOUGH + 30))


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    """Double a number, but die of some, unless it is the process that was begun first."""
    if number % 50 == 7 and os.environ.get("DOSSIER_TEST_FIRST") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def digests(numbers: list[int]) -> list[str]:
    return [digest_of(str(number)) for number in numbers]


def test_what_is_kept_is_not_worked_out_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "dossier")
    told: list[int] = []
    assert Work(cache).each(double, [1, 2, 3], digests([1, 2, 3]), told.append) == [2, 4, 6]
    assert told == [0, 1, 2]
    assert Work(cache).each(lambda number: -number, [3, 4, 1], digests([3, 4, 1]), told.append) == [6, -4, 2]
    assert told == [0, 1, 2, 1]


def test_values_of_one_digest_are_worked_out_once() -> None:
    done: list[int] = []
    assert Work().each(lambda number: done.append(number) or number, [5, 5, 6], digests([5, 5, 6])) == [5, 5, 6]
    assert len(done) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_in_order_however_many_work(jobs: int) -> None:
    with work(None, processes(jobs)) as worker:
        assert worker.each(double, MANY, digests(MANY)) == [2 * number for number in MANY]


def pid(_: int) -> int:
    return os.getpid()


def test_others_do_the_work_where_there_is_enough() -> None:
    with work(None, processes(2)) as worker:
        assert os.getpid() not in worker.each(pid, MANY, digests(MANY))
        assert worker.each(pid, MANY[:5], digests(MANY[:5])) == [os.getpid()] * 5


def test_a_process_that_dies_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_TEST_FIRST", str(os.getpid()))
    worker = Work(None, Helpers(lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")), 2))
    assert worker.each(double_or_die, MANY, digests(MANY)) == [2 * number for number in MANY]
    worker.close()


class Counted(Executor):
    """Does what it is asked at once, and counts what nobody has fetched yet."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.waiting = self.most = 0
        self.fault = fault

    def submit(self, function: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = Fetched(self)
        future.set_exception(self.fault) if self.fault else future.set_result(function(*args))
        return future


class Fetched(Future[Any]):
    def __init__(self, counted: Counted) -> None:
        super().__init__()
        self.counted = counted

    def result(self, timeout: float | None = None) -> Any:
        self.counted.waiting -= 1
        return super().result(timeout)


def test_only_so_much_is_under_way() -> None:
    counted, many = Counted(), list(range(5000))
    worker = Work(None, Helpers(lambda: counted, 3))
    assert worker.each(double, many, digests(many)) == [2 * number for number in many]
    assert 3 < counted.most < 20
    assert worker.tally == Tally(made=5000, helped=5000)


def test_what_is_heavy_travels_alone_or_not_at_all() -> None:
    values = ["a" * size for size in (10, 900_000, 900_000, 10, TOO_HEAVY, 10)]
    chunks = [[len(value) for value in chunk] + [bool(sent)] for chunk, sent in _chunks(values, partial(partial, len))]
    assert chunks == [[10, 900_000, 900_000, True], [10, True], [TOO_HEAVY, False], [10, True]]


@pytest.mark.parametrize("fault", [BrokenExecutor("gone"), CancelledError(), RuntimeError("of theirs")], ids=repr)
def test_whatever_becomes_of_the_helpers_it_is_done_here(fault: Exception) -> None:
    worker = Work(None, Helpers(lambda: Counted(fault), 3))
    assert worker.each(double, MANY, digests(MANY)) == [2 * number for number in MANY]
    assert worker.tally == Tally(made=len(MANY))


def test_a_fault_of_the_function_is_raised() -> None:
    with pytest.raises(ZeroDivisionError), work(None, processes(2)) as worker:
        worker.each((1).__truediv__, [*MANY, 0], digests([*MANY, -1]))


_BUSY = """
import os, time
from dossier.work import processes, work

def busy(number):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    with work(None, processes(2)) as worker:
        worker.each(busy, range(300), [str(number) for number in range(300)])
"""


def is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for as on Linux")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=str)
def test_processes_end_with_the_one_that_began_them(tmp_path: Path, how: signal.Signals) -> None:
    (tmp_path / "busy.py").write_text(_BUSY)
    command = [sys.executable, tmp_path / "busy.py"]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, start_new_session=True, text=True) as first:
        assert first.stdout is not None
        others = {int(first.stdout.readline()) for _ in range(2)}
        os.kill(first.pid, how) if how == signal.SIGKILL else os.killpg(first.pid, how)
        begun = time.monotonic()
        while any(is_there(process) for process in others):
            assert time.monotonic() - begun < 20
            time.sleep(0.05)
        _, said = first.communicate(timeout=20)
    assert said.count("Traceback") == (how == signal.SIGINT)


def test_the_code_is_part_of_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    write_files(tmp_path, {"someroom/__init__.py": "ONE = 1\n", "someroom/table.txt": "one"})
    first = code_digest("someroom")
    assert len(first) == 64
    (tmp_path / "someroom" / "table.txt").write_text("two")
    code_digest.cache_clear()
    assert code_digest("someroom") != first


REGISTER = "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: Port Alder, kind: place}\n"
SEEDS = {
    f"seeds/{number}.txt": f"Report {number}\n\nPORT ALDER, March {number + 1}, 2021 - Ada Vance spoke of the toll on "
    f"Monday. “The quay is closed for {number} days,” Vance said. Bo Lind of the Harbour Board left in 2019."
    for number in range(4)
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    write_files(tmp_path, SEEDS | {"entities.yml": REGISTER})
    return Settings(
        seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", root=tmp_path, cache=tmp_path / ".cache" / "kept"
    )


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was read, and where something was looked for, since it was cleared."""
    done: list[str] = []
    process, facts_of = program.process, program.facts_of

    def counted_process(file: program.SeedFile, settings: Settings) -> program.Processed:
        done.append(f"read {file.seed}")
        return process(file, settings)

    def counted_facts(value: tuple[program.AnnotatedArticle, object, str]) -> program.Facts:
        done.append(f"looked at {value[0].article.seed}")
        return facts_of(value)  # type: ignore[arg-type]  # it is passed on as it came

    monkeypatch.setattr(program, "process", counted_process)
    monkeypatch.setattr(program, "facts_of", counted_facts)
    return done


def both(settings: Settings) -> Dossier:
    """The dossier by way of the store, which is that without."""
    kept, anew = build(settings), build(replace(settings, cache=None))
    assert kept == anew
    return kept


def test_nothing_that_did_not_change_is_read_again(settings: Settings, worked: list[str]) -> None:
    first = build(settings)
    assert first.statements
    assert first.events
    assert len(worked) == 8
    worked.clear()
    assert build(settings) == first
    assert worked == []


def test_one_edit_is_read_alone(settings: Settings, worked: list[str]) -> None:
    build(settings)
    path = settings.seeds / "2.txt"
    path.write_text(path.read_text().replace("toll", "ferry"))
    worked.clear()
    build(settings)
    assert worked == ["read 2.txt", "looked at 2.txt"]
    both(settings)


def test_a_name_that_is_added_touches_what_it_stands_in(settings: Settings, worked: list[str]) -> None:
    (settings.seeds / "3.txt").write_text("Report 3\n\nNobody came to the quay on Monday, they say.")
    build(settings)
    worked.clear()
    settings.entities.write_text(REGISTER + "  - {name: Bo Lind, kind: person}\n")
    build(settings)
    assert sorted(worked) == ["looked at 0.txt", "looked at 1.txt", "looked at 2.txt"]
    both(settings)


@pytest.mark.parametrize(
    "change",
    [
        {"outlet_from": "folder"},
        {"fields": (("story", "text"),)},
        {"outlets": (("coast.example", "Coast News"),)},
        {"discover": ""},
        {"base": "world"},
    ],
    ids=str,
)
def test_every_option_counts(settings: Settings, change: dict[str, object]) -> None:
    write_files(settings.root, {"seeds/coast/5.json": '{"story": "Ada Vance left.", "url": "https://coast.example/1"}'})
    build(settings)
    both(replace(settings, **change))  # type: ignore[arg-type]  # of several types


def test_what_stands_beside_a_seed_counts(settings: Settings) -> None:
    build(settings)
    (settings.seeds / "1.yml").write_text("title: Another title\n")
    assert "Another title" in {each.article.title.value for each in both(settings).articles}
    (settings.seeds / "1.yml").unlink()
    assert "Another title" not in {each.article.title.value for each in both(settings).articles}


def test_a_folder_that_was_moved_is_where_it_is_now(settings: Settings, worked: list[str], tmp_path: Path) -> None:
    build(settings)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("seeds", "entities.yml", ".cache"):
        shutil.move(tmp_path / name, moved / name)
    worked.clear()
    there = Settings(seeds=moved / "seeds", entities=moved / "entities.yml", root=moved, cache=moved / ".cache/kept")
    assert all(each.article.path.is_file() for each in build(there).articles)
    assert worked == []


def test_a_store_that_cannot_be_written_is_told_and_changes_nothing(settings: Settings) -> None:
    plain = build(replace(settings, cache=None))
    (settings.root / "file").write_text("no folder")
    told = build(replace(settings, cache=settings.root / "file" / "kept"))
    (warning,) = set(told.diagnostics) - set(plain.diagnostics)
    assert warning.severity == "warning"
    assert "cannot be kept" in warning.message
    assert replace(told, diagnostics=plain.diagnostics) == plain


def test_a_store_that_was_damaged_changes_nothing(settings: Settings) -> None:
    plain = build(settings)
    assert settings.cache is not None
    for number, path in enumerate(path for path in settings.cache.rglob("*") if path.is_file()):
        path.write_bytes(b"" if number % 2 else path.read_bytes()[:-3])
    assert build(settings) == plain
