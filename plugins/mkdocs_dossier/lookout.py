"""`mkdocs serve` looks for edits between builds, and not while it builds.

MkDocs asks for the state of every file twice a second, in a thread of its own. In Python only one thread works at a
time, and each file that is asked for makes the build wait: with thousands of seeds, a third of its time. What is edited
meanwhile is seen as soon as the build has ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from mkdocs.livereload import LiveReloadServer

if TYPE_CHECKING:
    from watchdog.observers.api import EventEmitter

_ASKED = 0.2
"""Seconds after which one that waits asks whether it is still wanted."""


class Lookout:
    """Says when there is time to look for edits."""

    def __init__(self) -> None:
        self._is_free = Event()
        self._is_free.set()

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Look for none."""
        self._is_free.clear()
        try:
            yield
        finally:
            self._is_free.set()

    def take_over(self, server: LiveReloadServer) -> None:
        """Have what a server watches so far watched when there is time."""
        for emitter in server.observer.emitters:
            self._hold(emitter)

    def _hold(self, emitter: EventEmitter) -> None:
        look = emitter.queue_events

        def look_in_time(timeout: float) -> None:
            if emitter.stopped_event.wait(timeout):
                return
            while not self._is_free.wait(_ASKED):
                if not emitter.should_keep_running():
                    return
            look(0)

        emitter.queue_events = look_in_time  # type: ignore[method-assign]  # which watchdog calls again and again
