"""One function over many values, in order: what is kept is not worked out again, and the rest on several cores."""

from __future__ import annotations

import multiprocessing
import platform
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from dossier.cache import Cache, Missing, digest_of
from dossier.memory import Memory

ENOUGH = 200
"""So many values are worth the start of other processes."""
_CHUNK = 16
"""So many values travel to a process at once."""

V = TypeVar("V")
R = TypeVar("R")


class Work:
    """Works out results, with a store for them or without, in this process or in several."""

    def __init__(
        self,
        cache: Cache | None = None,
        executor: Callable[[], Executor] | None = None,
        memory: Memory | None = None,
    ) -> None:
        """Begin.

        Args:
            cache: what keeps results.
            executor: makes what works beside this process; asked once, when there is enough to do.
            memory: holds results from one run to the next.
        """
        self.store = cache
        """What keeps results, if anything does."""
        self.memory = memory or Memory(lasts=False)
        """What holds results from one run of this process to the next."""
        self._make = executor
        self._made: Executor | None = None

    def each(
        self,
        function: Callable[[V], R],
        values: Sequence[V],
        digests: Sequence[str],
        told: Callable[[int], None] = lambda _: None,
        is_still: Callable[[int], bool] = lambda _: True,
    ) -> list[R]:
        """The result of a function for each value, in order.

        Args:
            function: pure, and such that it can be sent to another process, as its values and results can.
            values: what it is worked out of.
            digests: of all that a result depends on; values of one digest have one result.
            told: is told the place of each value that is worked out, before it is.
            is_still: whether a digest is still that of the value at this place; else its result is not kept.
        """
        found = dict(self._kept(digests))
        missing = {digest: place for place, digest in enumerate(digests) if digest not in found}
        places = sorted(missing.values())
        results = self._worked_out(function, [values[place] for place in places])
        for place in places:
            told(place)
            found[digests[place]] = next(results)
            if self.store is not None and is_still(place):
                self.store.put(digests[place], found[digests[place]])
                self.memory.note(digests[place], found[digests[place]])
        return [found[digest] for digest in digests]

    def _kept(self, digests: Sequence[str]) -> Iterator[tuple[str, Any]]:
        if self.store is not None:
            for digest in digests:
                recalled = self.memory.recall(digest)
                if recalled is not None:
                    yield digest, recalled[0]
                    continue
                with suppress(Missing):
                    value = self.store.get(digest)
                    self.memory.note(digest, value)
                    yield digest, value

    def _worked_out(self, function: Callable[[V], R], values: Sequence[V]) -> Iterator[R]:
        """The results in order. What a process that died had to do is done here."""
        if self._make is None or len(values) < ENOUGH:
            yield from map(function, values)
            return
        self._made = self._made or self._make()
        chunks = [values[first : first + _CHUNK] for first in range(0, len(values), _CHUNK)]
        sent = [_send(self._made, function, chunk) for chunk in chunks]
        for chunk, future in zip(chunks, sent, strict=True):
            try:
                results = None if future is None else future.result()
            except BrokenExecutor:
                results = None
            yield from map(function, chunk) if results is None else results

    def close(self) -> None:
        """Let go of the other processes."""
        if self._made is not None:
            self._made.shutdown(cancel_futures=True)


def _send(executor: Executor, function: Callable[[V], R], chunk: Sequence[V]) -> Future[list[R]] | None:
    try:
        return executor.submit(_all, function, chunk)
    except BrokenExecutor:
        return None


def _all(function: Callable[[V], R], values: Sequence[V]) -> list[R]:
    return list(map(function, values))


@contextmanager
def work(cache: Cache | None, jobs: int, memory: Memory | None = None) -> Iterator[Work]:
    """Work with so many processes; with one, in this one alone."""
    made = Work(cache, (lambda: _processes(jobs)) if jobs > 1 else None, memory)
    try:
        yield made
    finally:
        made.close()


@lru_cache
def code_digest(package: str) -> str:
    """A digest of all that results depend on beside their values: the package, what it needs, and the language."""
    folder = Path(str(files(package)))
    sources = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts = [part for path in sources for part in (path.relative_to(folder).as_posix(), path.read_bytes())]
    return digest_of(platform.python_version(), *_installed(), *parts)


def _installed() -> list[str]:
    """Every distribution that is installed, with its version."""
    return sorted(f"{each.name} {each.version}" for each in distributions())


def _processes(jobs: int) -> Executor:
    # Begun anew, and not forked: this process may have threads.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
