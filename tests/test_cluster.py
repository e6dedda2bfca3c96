"""A cluster gives the same bytes as this process: whoever dies, runs other code, or never answers."""

from __future__ import annotations

import math
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, run, script, write_files
from invented import REGISTER, seeds

from dossier import Settings, build, render
from dossier import cluster as room
from dossier.cache import digest_of
from dossier.cluster import Cluster, ClusterError, StrangerError, cluster
from dossier.pipeline import each as program
from dossier.readers import find_seeds
from dossier.work import Helpers, work

DOSSIER = script("dossier")
SITE = "site_name: T\nplugins: [dossier]\n"


def wait_for(is_so: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.02)


@contextmanager
def dask(*arguments: str, path: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask's, on this machine alone."""
    local = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments, *local],
        cwd=path,  # the first place in which its modules are looked for
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def worker(address: str, folder: Path, path: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    with dask("worker", address, *options, path=path) as process:
        yield process


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    file = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
    with dask("scheduler", "--port", "0", "--scheduler-file", str(file)):
        wait_for(lambda: file.exists() and "tcp://" in file.read_text())
        found = re.search(r"tcp://[\d.]+:\d+", file.read_text())
        assert found is not None
        yield found[0]


@pytest.fixture
def workers(scheduler: str, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    with worker(scheduler, tmp_path / "one") as one, worker(scheduler, tmp_path / "two") as two:
        wait_for(lambda: number_of_workers(scheduler) == 2)
        yield [one, two]
    wait_for(lambda: number_of_workers(scheduler) == 0)


def number_of_workers(address: str) -> int:
    import distributed  # noqa: PLC0415 - slow to load

    with distributed.Client(address, timeout=20, set_as_default=False) as client:
        return len(client.nthreads())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write_files(folder, seeds(40, paragraphs=2) | {"entities.yml": REGISTER, "mkdocs.yml": SITE})
    (folder / "seeds" / "out.txt").symlink_to(folder / "mkdocs.yml")
    return folder


def settings_of(site: Path) -> Settings:
    return Settings(seeds=site / "seeds", entities=site / "entities.yml", root=site, cache=site / ".cache" / "dossier")


def made(settings: Settings) -> list[object]:
    """All that a reader gets to see."""
    dossier = build(settings)
    assert not [seen for seen in dossier.diagnostics if "cannot be kept" in seen.message]
    return [*dossier.diagnostics, *render(dossier)]


def test_it_gives_the_same_as_this_process(scheduler: str, workers: object, site: Path) -> None:
    done = run(DOSSIER, "warm", "--scheduler", scheduler, cwd=site)
    assert done.returncode == 0, done.stderr
    count = len(list(find_seeds(site / "seeds", str)))
    # The link that leads out of the folder is no article, and nothing that can be sent.
    wanted = f"0 results were there, {2 * count - 1} were worked out, {2 * count - 2} of them by {scheduler}\n"
    assert done.stdout == wanted
    settings = settings_of(site)
    reading = [path for path in site.rglob("*") if path.is_relative_to(settings.cache or site) and path.is_file()]
    assert made(settings) == made(replace(settings, cache=None))
    assert reading == [path for path in reading if path.exists()]
    again = run(DOSSIER, "warm", cwd=site)
    assert (again.returncode, again.stdout) == (0, f"{2 * count - 1} results were there, 0 were worked out\n")


def test_a_seed_travels_with_its_bytes(site: Path) -> None:
    settings = settings_of(site)
    files = [file for file in find_seeds(settings.seeds, settings.shown) if file.seed != "out.txt"]
    here = [program._kept_of(file, settings) for file in files]
    jobs = [program._sent(file, settings) for file in files]
    shutil.rmtree(settings.seeds)
    assert [job() for job in jobs if job is not None] == here


def test_a_worker_that_is_killed_loses_nothing(
    scheduler: str, workers: list[subprocess.Popen[bytes]], site: Path
) -> None:
    write_files(site, seeds(130, paragraphs=5))
    settings = settings_of(site)
    folder = settings.cache
    assert folder is not None
    with subprocess.Popen([DOSSIER, "warm", "--scheduler", scheduler], cwd=site, stdout=subprocess.PIPE) as warming:
        wait_for(lambda: len(list(folder.glob("??/*"))) > 10)
        assert warming.poll() is None
        workers[0].kill()
        said, _ = warming.communicate(timeout=120)
    assert warming.returncode == 0
    assert made(settings) == made(replace(settings, cache=None))


NUMBERS = list(range(100, 200))


def factorials(workers: Cluster) -> tuple[list[int], int]:
    """What many factorials are, and how many of them the cluster worked out."""
    with work(None, Helpers(lambda: workers, workers.count, enough=1, are_far=True)) as worker:
        found = worker.each(math.factorial, NUMBERS, [digest_of(str(number)) for number in NUMBERS])
    return found, worker.tally.helped


def test_where_every_worker_is_gone_this_process_works(
    scheduler: str, workers: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_ALONE", 2)
    with cluster(scheduler) as there:
        assert there.count == 2
        for each in workers:
            each.kill()
            each.wait()
        assert factorials(there) == ([math.factorial(number) for number in NUMBERS], 0)


def test_a_worker_of_other_code_is_left_out(
    scheduler: str, workers: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "dossier", tmp_path / "other" / "dossier", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "dossier" / "names.py").open("a") as file:
        file.write("# changed\n")
    with worker(scheduler, tmp_path / "three", tmp_path / "other"):
        wait_for(lambda: number_of_workers(scheduler) == 3)
        with cluster(scheduler) as there:
            (stranger,) = there.strangers
            assert re.fullmatch(r"tcp://127.0.0.1:\d+ is left out: its files of dossier are others", stranger)
            assert there.count == 2
            assert factorials(there)[1] == len(NUMBERS)
    monkeypatch.setattr(room, "versions", lambda: ["Python 3.2"])
    with pytest.raises(ClusterError, match=r"no worker .* runs the same code; tcp.*: other versions: .*Python 3"):
        cluster(scheduler).__enter__()


def test_a_worker_that_came_later_asks_what_code_is_meant() -> None:
    assert room._called(room.code_digest("dossier"), max, (1, 2), {"key": abs}) == 2
    with pytest.raises(StrangerError):
        room._called("another", max, (1, 2), {})


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "http://127.0.0.1:80", "silent"])
def test_who_does_not_answer_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        wanted = f"tcp://127.0.0.1:{server.getsockname()[1]}" if address == "silent" else address
        begun = time.monotonic()
        with pytest.raises(ClusterError, match=f"no scheduler answers at {re.escape(wanted)}: "):
            cluster(wanted).__enter__()
        assert time.monotonic() - begun < 15


def test_a_scheduler_without_workers_is_told(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 1)
    with pytest.raises(ClusterError, match="has no worker: begin one, `dask worker tcp"):
        cluster(scheduler).__enter__()


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=re.escape("pip install 'mkdocs-dossier[cluster]'")):
        cluster("tcp://127.0.0.1:1").__enter__()


def test_an_interrupt_ends_it_at_once(scheduler: str, workers: object, site: Path) -> None:
    write_files(site, seeds(200, paragraphs=5))
    with subprocess.Popen([DOSSIER, "warm", "--scheduler", scheduler], cwd=site, stderr=subprocess.PIPE) as warming:
        wait_for(lambda: len(list(site.glob(".cache/dossier/??/*"))) > 10)
        warming.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, said = warming.communicate(timeout=60)
        assert time.monotonic() - begun < 10
    assert warming.returncode == 1
    assert b"Aborted!" in said
    assert b"Traceback" not in said


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        ((), 2, "there is no cache to fill"),
        (("--scheduler",), 2, "requires an argument"),
        (("-f", "none.yml"), 2, "no none.yml"),
        (("-f", "empty.yml"), 1, "no seeds folder"),
        (("-f", "empty.yml", "--scheduler", "nonsense"), 1, "no scheduler answers at nonsense"),
        (("-f", "full.yml"), 1, "what is known cannot be kept: Not a directory"),
    ],
    ids=str,
)
def test_wrong_usage(tmp_path: Path, options: tuple[str, ...], code: int, message: str) -> None:
    full = "plugins: [{dossier: {cache: full.yml/kept}}]\n"
    sure = {"mkdocs.yml": "plugins: [{dossier: {cache: false}}]\n", "full.yml": full}
    write_files(tmp_path, sure | {"empty.yml": "plugins: [{dossier: {seeds: none}}]\n", "seeds/a.txt": "A. B."})
    done = run(DOSSIER, "warm", *options, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
