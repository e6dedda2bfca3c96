from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from site_server import find_browser, free_port, serve

from dossier import Dossier, Settings, build

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so it is in what a shell runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]
settings.register_profile("dossier", deadline=None)  # a slow machine is no bug
settings.load_profile("dossier")
SEED_A = "000_3c2fe1f52566c7a5.txt"
SEED_B = "001_7269a4ff2dde0273.txt"

REGISTER = """\
entities:
  - name: Ada Vance
    kind: person
  - name: North Harbour
    kind: place
    aliases: [NH]
  - name: harbour toll
    kind: topic
"""

Files = Mapping[str, str | bytes]


def write_files(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called: what the work costs, however fast the machine is."""
    number = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


@pytest.fixture
def make_dossier(tmp_path: Path) -> Callable[..., Dossier]:
    """Build a dossier of seeds given as name → content."""

    def make(seeds: Files, register: str = REGISTER, pages: Files | None = None) -> Dossier:
        (tmp_path / "seeds").mkdir(exist_ok=True)
        write_files(tmp_path / "seeds", seeds)
        write_files(tmp_path, {"entities.yml": register})
        write_files(tmp_path / "docs", pages or {})
        return build(
            Settings(
                seeds=tmp_path / "seeds",
                entities=tmp_path / "entities.yml",
                handwritten=tuple((name, tmp_path / "docs" / name) for name in pages or {}),
                root=tmp_path,
            )
        )

    return make


@pytest.fixture(scope="session")
def two_seeds() -> Dossier:
    """The dossier that the project ships."""
    return build(Settings(seeds=ROOT / "seeds", entities=ROOT / "entities.yml", root=ROOT))


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment, and return what it said."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def script(name: str) -> Path:
    """A console script of the environment that runs the tests."""
    return Path(sys.executable).with_name(name)


def build_site(config: Path, site: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A real `mkdocs build --strict`."""
    return run(script("mkdocs"), "build", "--strict", "-f", config, "-d", site, *options, **environment)


BASE = "/dossier/"


@contextmanager
def built_and_served(config: Path, folder: Path) -> Iterator[str]:
    """Build a site for the address that it is then served at: a host, a port and a base path."""
    port = free_port()
    done = build_site(config, folder, SITE_URL=f"http://127.0.0.1:{port}{BASE}")
    assert done.returncode == 0, done.stderr
    with serve(folder, BASE, port) as address:
        yield address


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the project's own site, built and served."""
    with built_and_served(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's site source, to change."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "entities.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()
