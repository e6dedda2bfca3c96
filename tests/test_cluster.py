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

import distributed
import pytest
from click.testing import CliRunner
from conftest import ROOT, run, script, write_files
from invented import REGISTER, seeds

from dossier import Settings, build, render
from dossier import cluster as room
from dossier.cache import digest_of
from dossier.cli import main
from dossier.cluster import Cluster, ClusterError, StrangerError, cluster
from dossier.pipeline import each as program
from dossier.readers import find_seeds
from dossier.work import TOO_HEAVY, Helpers, versions, work

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
    options = ("--nthreads", "1", "--no-nanny", "--death-timeout", "60", "--local-directory", str(folder))
    with dask("worker", address, *options, path=path) as process:
        yield process


@contextmanager
def scheduler(folder: Path) -> Iterator[distributed.Client]:
    file = folder / "scheduler.json"
    with dask("scheduler", "--port", "0", "--scheduler-file", str(file)):
        wait_for(lambda: file.exists() and "tcp://" in file.read_text())
        found = re.search(r"tcp://[\d.]+:\d+", file.read_text())
        assert found is not None
        with distributed.Client(found[0], timeout=20, set_as_default=False) as client:
            yield client


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[distributed.Client]:
    """A scheduler with two workers."""
    folder = tmp_path_factory.mktemp("dask")
    with scheduler(folder) as client:
        address = address_of(client)
        with worker(address, folder / "one"), worker(address, folder / "two"):
            client.wait_for_workers(2, timeout=60)
            yield client


def address_of(client: distributed.Client) -> str:
    return str(client.scheduler.address)


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


def test_it_gives_the_same_as_this_process(two_workers: distributed.Client, site: Path) -> None:
    address = address_of(two_workers)
    done = run(DOSSIER, "warm", "--scheduler", address, cwd=site)
    assert done.returncode == 0, done.stderr
    # The link that leads out of the folder is no article, and nothing that can be sent.
    assert done.stdout == f"0 results were there, 81 were worked out, 80 of them by {address}\n"
    settings = settings_of(site)
    assert made(settings) == made(replace(settings, cache=None))
    again = run(DOSSIER, "warm", cwd=site)
    assert (again.returncode, again.stdout) == (0, "81 results were there, 0 were worked out\n")


def test_a_seed_travels_with_its_bytes(site: Path) -> None:
    settings = settings_of(site)
    files = [file for file in find_seeds(settings.seeds, settings.shown) if file.seed != "out.txt"]
    here = [program._kept_of(file, settings) for file in files]
    jobs = [program._sent(file, settings) for file in files]
    shutil.rmtree(settings.seeds)
    assert [job() for job in jobs if job is not None] == here


def test_what_cannot_travel_does_not(site: Path) -> None:
    settings = settings_of(site)
    write_files(site, {"seeds/long.txt": "A" * (TOO_HEAVY + 1), "seeds/x.txt": "A.", "seeds/x.yml": "a: " * 50_000})
    (site / "seeds" / "folder.txt").symlink_to(site)
    (site / "seeds" / "gone.txt").symlink_to(site / "seeds" / "nowhere.txt")
    stay = {file.seed for file in find_seeds(settings.seeds, settings.shown) if program._sent(file, settings) is None}
    assert stay == {"out.txt", "long.txt", "x.txt", "folder.txt", "gone.txt"}


def test_a_worker_that_is_killed_loses_nothing(two_workers: distributed.Client, site: Path, tmp_path: Path) -> None:
    write_files(site, seeds(150, paragraphs=3))
    settings, address = settings_of(site), address_of(two_workers)
    with worker(address, tmp_path / "third") as third:
        two_workers.wait_for_workers(3, timeout=60)
        with subprocess.Popen([DOSSIER, "warm", "--scheduler", address], cwd=site, stdout=subprocess.PIPE) as warming:
            wait_for(lambda: len(list(site.glob(".cache/dossier/??/*"))) > 5)
            assert warming.poll() is None
            third.kill()
            said, _ = warming.communicate(timeout=120)
    assert warming.returncode == 0
    assert b" 301 were worked out" in said
    assert made(settings) == made(replace(settings, cache=None))


NUMBERS = list(range(100, 200))


def factorials(workers: Cluster) -> tuple[list[int], int]:
    """What many factorials are, and how many of them the cluster worked out."""
    with work(None, Helpers(lambda: workers, workers.count, enough=1, are_far=True)) as worker:
        found = worker.each(math.factorial, NUMBERS, [digest_of(str(number)) for number in NUMBERS])
    return found, worker.tally.helped


def test_a_worker_of_other_code_is_left_out(
    two_workers: distributed.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "dossier", tmp_path / "other" / "dossier", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "other" / "dossier" / "names.py").open("a") as file:
        file.write("# changed\n")
    address = address_of(two_workers)
    with worker(address, tmp_path / "third", tmp_path / "other"):
        two_workers.wait_for_workers(3, timeout=60)
        with cluster(address) as there:
            (stranger,) = there.strangers
            assert re.fullmatch(r"tcp://127.0.0.1:\d+ is left out: its files of dossier are others", stranger)
            assert there.count == 2
            assert factorials(there) == ([math.factorial(number) for number in NUMBERS], len(NUMBERS))
    old = ["Python 3.2", *versions()[1:]]
    monkeypatch.setattr(room, "versions", lambda: old)
    with pytest.raises(ClusterError, match=r"no worker .* runs the same code; tcp.*: Python 3[.0-9]+ instead of 3.2"):
        cluster(address).__enter__()


def test_a_worker_that_came_later_asks_what_code_is_meant() -> None:
    assert room._called(room.code_digest("dossier"), max, (1, -2), {"key": abs}) == -2
    with pytest.raises(StrangerError):
        room._called("another", max, (1, 2), {})


def test_where_no_worker_is_left_this_process_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with scheduler(tmp_path) as client:
        address = address_of(client)
        with monkeypatch.context() as patch:
            patch.setattr(room, "_PATIENCE", 1)
            with pytest.raises(ClusterError, match="has no worker: begin one, `dask worker tcp"):
                cluster(address).__enter__()
        monkeypatch.setattr(room, "_ALONE", 2)
        with worker(address, tmp_path / "one") as one:
            client.wait_for_workers(1, timeout=60)
            with cluster(address) as there:
                one.kill()
                one.wait()
                assert factorials(there) == ([math.factorial(number) for number in NUMBERS], 0)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "http://127.0.0.1:80", "silent"])
def test_who_does_not_answer_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        wanted = f"tcp://127.0.0.1:{server.getsockname()[1]}" if address == "silent" else address
        begun = time.monotonic()
        with pytest.raises(ClusterError, match=f"no scheduler answers at {re.escape(wanted)}: "):
            cluster(wanted).__enter__()
        assert time.monotonic() - begun < 15


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=re.escape("pip install 'mkdocs-dossier[cluster]'")):
        cluster("tcp://127.0.0.1:1").__enter__()


def test_an_interrupt_ends_it_at_once(two_workers: distributed.Client, site: Path) -> None:
    write_files(site, seeds(200, paragraphs=5))
    command = [DOSSIER, "warm", "--scheduler", address_of(two_workers)]
    with subprocess.Popen(command, cwd=site, stderr=subprocess.PIPE) as warming:
        wait_for(lambda: len(list(site.glob(".cache/dossier/??/*"))) > 10)
        warming.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, said = warming.communicate(timeout=60)
        assert time.monotonic() - begun < 10
    assert warming.returncode == 1
    assert b"Aborted!" in said
    assert b"KeyboardInterrupt" not in said


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("-f", "mkdocs.yml"), 2, "there is no cache to fill"),
        (("--scheduler",), 2, "requires an argument"),
        (("-f", "none.yml"), 2, "no none.yml"),
        (("-f", "empty.yml"), 1, "no seeds folder"),
        (("-f", "empty.yml", "--scheduler", "nonsense"), 1, "no scheduler answers at nonsense"),
        (("-f", "full.yml"), 1, "what is known cannot be kept: Not a directory"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], code: int, message: str
) -> None:
    full = "plugins: [{dossier: {cache: full.yml/kept}}]\n"
    sure = {"mkdocs.yml": "plugins: [{dossier: {cache: false}}]\n", "full.yml": full}
    write_files(tmp_path, sure | {"empty.yml": "plugins: [{dossier: {seeds: none}}]\n", "seeds/a.txt": "A. B."})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["warm", *options])
    assert (done.exit_code, done.stdout) == (code, "")
    assert message in done.stderr
