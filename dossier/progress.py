"""How far a long run is, and when it ends: one line of a terminal that is rewritten, or a line now and then elsewhere.

The edges say where it is shown, and when a run begins and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, RLock, Thread, Timer

from rich.console import Console
from rich.progress import BarColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.table import Column

from dossier.printable import safe

DELAY = 1.0
"""Seconds before anything is shown on a terminal."""
INTERVAL = 10.0
"""Seconds between two lines of a log; a run that takes less has none."""
_REMEMBERED = 60.0
"""Seconds from which is reckoned how long it will take still."""
_DRAWN = 4.0
"""So many times a second the line of a terminal is drawn anew."""


class Watch:
    """Is told of each step, and says now and then which one is being worked on."""

    def __init__(self, say: Callable[[str], None], bar: Progress | None = None) -> None:
        """Begin with nothing to say.

        Args:
            say: takes a line, in which nothing can steer a terminal.
            bar: what reckons the time that is left, and may show it.
        """
        self._say = say
        self._bar = bar or Progress(disable=True, speed_estimate_period=_REMEMBERED)
        self._task: Task | None = None
        self._counted = ("", 0)
        self._over = Event()
        self._thread = Thread(target=self._speak, daemon=True)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take the next step: what is worked on, how much is done, and how much there is, or 0 where nobody knows.

        The time that is left is reckoned anew where the total changes, or it is begun from the start.
        """
        text, counted, task = safe(what), _counted(done, total), self._task
        if task is not None and task.total == (total or None) and done >= task.completed:
            self._bar.update(task.id, completed=done, description=text, counted=counted)
            return
        if task is not None:
            self._bar.remove_task(task.id)
        self._bar.add_task(text, total=total or None, completed=done, counted=counted)
        self._task = self._bar.tasks[-1]

    def count(self, what: str, name: str, total: int) -> None:
        """Take the next of many things with which the same is done: they are counted here.

        Args:
            what: is done with each.
            name: of the one that is worked on.
            total: how many there are, as far as that is known; if there are more, it is not.
        """
        before, number = self._counted
        done = number + 1 if before == what else 0
        self._counted = what, done
        self(f"{what} {name}", done, total if done < total else 0)

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
            if self._task is not None:
                task = self._task
                self._say(f"{task.fields['counted']}{task.description}{_left(task.time_remaining)}")


class TerminalWatch(Watch):
    """Rewrites one line, also while a step takes its time: what is slow should be seen."""

    def __init__(self, say: Callable[[str], None], console: Console) -> None:
        """Begin with nothing to show."""
        super().__init__(
            say,
            Progress(
                TextColumn("{task.fields[counted]}", markup=False),
                BarColumn(bar_width=20),
                TimeRemainingColumn(),
                TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
                console=console,
                speed_estimate_period=_REMEMBERED,
                refresh_per_second=_DRAWN,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
                expand=True,
            ),
        )
        self._lock = RLock()
        self._timer = Timer(DELAY, self._show)
        self._timer.daemon = True

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
def watching(console: Console, say: Callable[[str], None]) -> Iterator[Watch]:
    """Show how far a long run is, for as long as it runs.

    Args:
        console: where it is shown, if that is a terminal.
        say: takes a line now and then if it is not.
    """
    moves = console.file.isatty() and not console.is_dumb_terminal
    watch = TerminalWatch(say, console) if moves else Watch(say)
    watch.start()
    try:
        yield watch
    finally:
        watch.stop()


def _counted(done: int, total: int) -> str:
    return f"{done:,} of {total:,}: " if total else f"{done:,}: " if done else ""


def _left(seconds: float | None) -> str:
    """How long this will take still, as far as that can be said."""
    if not seconds:
        return ""
    minutes = round(seconds / 60)
    if minutes < 1:
        return " (less than a minute left)"
    if minutes < 90:
        return f" (about {minutes} minute{'s' if minutes > 1 else ''} left)"
    return f" (about {round(minutes / 60)} hours left)"
