"""Runs of other programs, each in a process of its own, and what they cost."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PROC = Path("/proc")
_LOOK = 0.05
"""Seconds between two looks at the memory of the processes that are there."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of the process and all that it started."""
    peak: float
    """The most memory of the process itself, in megabytes."""
    child: float = 0.0
    """The most memory of the largest process that it started, in megabytes; 0 where it started none."""
    output: str = ""


class FailedError(Exception):
    """A program did not do its work: what it said last."""


class TooLongError(Exception):
    """A program was ended, since it took longer than it may."""


def run(command: Sequence[str | Path], folder: Path, *, limit: float | None = None) -> Cost:
    """Run a program in a folder to its end.

    Raises:
        FailedError: it ended with an error, or is not there.
        TooLongError: it took more seconds than `limit`.
    """
    began = time.perf_counter()
    with Path(os.devnull).open() as nothing:
        try:
            process = subprocess.Popen(  # noqa: S603 - the programs that are measured
                [str(part) for part in command],
                cwd=folder,
                stdin=nothing,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                text=True,
                errors="replace",
                start_new_session=True,
            )
        except OSError as error:
            raise FailedError(str(error)) from error
    late = Event()
    watch = _Memory(process.pid, late, limit)
    watch.start()
    try:
        output = "" if process.stdout is None else process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:  # who breaks off a benchmark does not want what it measures to go on
        os.killpg(process.pid, signal.SIGKILL)
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    watch.stop()
    if late.is_set():
        raise TooLongError(f"ended after {limit:.0f} s")
    if process.returncode:
        raise FailedError(output[-2_000:])
    own = watch.peak or used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(wall, used.ru_utime + used.ru_stime, own, watch.child, output)


def median(costs: Iterable[Cost]) -> Cost:
    """The medians of several runs of one program, each figure by itself."""
    several = list(costs)
    wall, cpu, peak, child = (
        statistics.median(getattr(each, name) for each in several) for name in ("wall", "cpu", "peak", "child")
    )
    return Cost(wall, cpu, peak, child, several[-1].output)


def mkdocs(*arguments: str) -> list[str]:
    """The command that runs MkDocs in this Python."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def dossier(*arguments: str) -> list[str]:
    """The command that runs ours in this Python."""
    return [sys.executable, "-c", "from dossier.cli import main; main()", *arguments]


def installed(folder: Path, *packages: str) -> Path:
    """The programs of packages, in an environment of their own below a folder.

    Raises:
        FailedError: they cannot be installed here.
    """
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not folder.exists():
        try:
            run([sys.executable, "-m", "venv", folder], folder.parent)
            run([programs / "python", "-m", "pip", "install", "--quiet", *packages], folder)
        except FailedError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return programs


def most_memory(pid: int) -> float:
    """The most memory that a process has taken by itself, in megabytes; 0 where no `/proc` tells it, or it is over."""
    try:
        lines = (_PROC / str(pid) / "status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM:")), 0.0)


class _Memory(Thread):
    """Looks at the most memory of a process and of those that it started, while they run; where there is `/proc`.

    What the system tells of a process that ended counts what it was forked from, too.
    """

    def __init__(self, pid: int, late: Event, limit: float | None) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self.child = 0.0
        self._pid = pid
        self._late = late
        self._end = None if limit is None else time.monotonic() + limit
        self._over = Event()

    def run(self) -> None:
        """Look until it is over, and end what takes too long."""
        while not self._over.wait(_LOOK):
            self.peak = max(self.peak, most_memory(self._pid))
            self.child = max([self.child, *map(most_memory, _descendants(self._pid))])
            if self._end is not None and time.monotonic() > self._end:
                self._late.set()
                os.killpg(self._pid, signal.SIGKILL)
                return

    def stop(self) -> None:
        self._over.set()
        self.join()


def _descendants(pid: int) -> Iterator[int]:
    for tasks in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            children = [int(each) for each in tasks.read_text(encoding="ascii").split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from _descendants(child)
