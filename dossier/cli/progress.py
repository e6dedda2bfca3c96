"""How far a long run is, on standard error: one line of a terminal, or a line now and then in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, RLock, Thread, Timer

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Column

from dossier.cli.output import safe, say

DELAY = 1.0
"""Seconds before anything is shown on a terminal."""
INTERVAL = 10.0
"""Seconds between two lines of a log; one that takes less has none."""


class Watch:
    """Is told of each step, and shows the one that is being worked on."""

    def __init__(self) -> None:
        self._step: tuple[str, int, int] | None = None
        self._over = Event()
        self._thread = Thread(target=self._speak, daemon=True)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take the next step: what is worked on, how much is done, and how much there is, or 0."""
        self._step = (what, done, total)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Show nothing any more."""
        self._over.set()
        self._thread.join()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While something else is printed."""
        yield

    def _speak(self) -> None:
        while not self._over.wait(INTERVAL):
            if self._step is not None:
                what, done, total = self._step
                say(f"{_counted(done, total)}{what}", err=True)


class TerminalWatch(Watch):
    """Rewrites one line, also while a step takes its time: what is slow should be seen."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._lock = RLock()
        self._bar = Progress(
            TextColumn("{task.fields[counted]}", markup=False),
            BarColumn(bar_width=20),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
            console=console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            expand=True,
        )
        self._timer = Timer(DELAY, self._show)
        self._timer.daemon = True
        self._task: TaskID | None = None
        self._total = -1

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take the next step; the time that is left is reckoned anew where the total changes."""
        text = safe(what)
        if self._task is None or total != self._total:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task, self._total = self._bar.add_task(text, total=total or None, counted=""), total
        self._bar.update(self._task, description=text, completed=done, counted=_counted(done, total))

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Take the line away."""
        self._timer.cancel()
        self._timer.join()
        self._bar.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the line away while something else is printed."""
        with self._lock:
            shown = self._bar.live.is_started
            self._bar.stop()
            yield
            if shown:
                self._bar.start()

    def _show(self) -> None:
        with self._lock:
            self._bar.start()


@contextmanager
def watching() -> Iterator[Watch]:
    """Show how far a long run is, for as long as it runs."""
    console = Console(stderr=True)
    watch = TerminalWatch(console) if sys.stderr.isatty() and not console.is_dumb_terminal else Watch()
    watch.start()
    try:
        yield watch
    finally:
        watch.stop()


def _counted(done: int, total: int) -> str:
    return f"{done:,} of {total:,}: " if total else f"{done:,}: " if done else ""
