"""How far a long build is: on the terminal on which MkDocs logs, or now and then in its log."""

from __future__ import annotations

import atexit
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, Any

from rich.console import Console

import dossier


@contextmanager
def watching(log: logging.LoggerAdapter[logging.Logger]) -> Iterator[dossier.Watch]:
    """Show how far a long build is, for as long as it runs, also while one step takes its time.

    Nothing is shown where the log would not hold it: `mkdocs build --quiet`.
    """
    console = Console(stderr=True, quiet=not log.isEnabledFor(logging.INFO))
    with ExitStack() as stack:
        watch = stack.enter_context(dossier.watching(console, log.info))
        for handler in _on_terminals(log.logger):
            stream = handler.setStream(_Aside(handler.stream, watch))
            stack.callback(handler.setStream, stream)
        atexit.register(stack.close)  # who breaks off a build between two hooks wants the cursor back
        stack.callback(atexit.unregister, stack.close)
        yield watch


class _Aside:
    """The stream of a log: the line that moves is away while something is written."""

    def __init__(self, stream: IO[str], watch: dossier.Watch) -> None:
        self._stream = stream
        self._watch = watch

    def write(self, text: str) -> int:
        with self._watch.paused():
            written = self._stream.write(text)
            self._stream.flush()
        return written

    def flush(self) -> None:
        self._stream.flush()


def _on_terminals(logger: logging.Logger | None) -> Iterator[logging.StreamHandler[Any]]:
    """The handlers that write what is logged here on a terminal."""
    while logger is not None:
        for handler in logger.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream.isatty():
                yield handler
        logger = logger.parent if logger.propagate else None
