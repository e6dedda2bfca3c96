"""How far a long build is, now and then in the log of MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

INTERVAL = 10.0
"""Seconds between two lines; a build that takes less has none."""


class Heartbeat:
    """Is told of each step, and logs the one that is being worked on."""

    def __init__(self, log: logging.LoggerAdapter[logging.Logger]) -> None:
        self._log = log
        self._step: tuple[str, int, int] | None = None
        self._over = Event()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take the next step: what is worked on, how much is done, and how much there is, or 0."""
        self._step = (what, done, total)

    def beat(self) -> None:
        """Log until it is over."""
        while not self._over.wait(INTERVAL):
            if self._step is not None:
                what, done, total = self._step
                name = "".join(letter if letter.isprintable() else "�" for letter in what)
                self._log.info("%s%s", f"{done:,} of {total:,}: " if total else f"{done:,}: " if done else "", name)

    def stop(self) -> None:
        """Say nothing any more."""
        self._over.set()


@contextmanager
def heartbeat(log: logging.LoggerAdapter[logging.Logger]) -> Iterator[Heartbeat]:
    """Log how far a long build is, for as long as it runs, also while one step takes its time."""
    progress = Heartbeat(log)
    thread = Thread(target=progress.beat, daemon=True)
    thread.start()
    try:
        yield progress
    finally:
        progress.stop()
        thread.join()
