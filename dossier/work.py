"""One function over many values, in order: what is kept is not worked out again, and the rest on several cores."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import platform
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from dossier.cache import Cache, Missing, digest_of
from dossier.memory import Memory

ENOUGH = 200
"""So many values are worth the start of other processes."""
_CHUNK = 16
"""At most so many values travel at once."""
_CHUNK_BYTES = 1_000_000
"""A chunk that has so many bytes takes no further value."""
TOO_HEAVY = 8_000_000
"""A value of more bytes does not travel."""
_AHEAD = 4
"""So many chunks are under way for each helper: none has to wait, and no more is in memory."""

V = TypeVar("V")
R = TypeVar("R")
Job = Callable[[], R]
_Chunk = tuple[list[V], Future[list[R]] | None]


@dataclass(frozen=True, slots=True)
class Helpers:
    """What works beside this process."""

    begin: Callable[[], Executor]
    """Is called once, when there is enough to do."""
    count: int
    """How many of them work at once."""
    enough: int = ENOUGH
    """So many values are worth it."""
    are_far: bool = False
    """Whether they are on other machines, without the files of this one."""


@dataclass(slots=True)
class Tally:
    """How many results there were, and from where."""

    kept: int = 0
    made: int = 0
    helped: int = 0
    """Of those that were made, by helpers."""


class Work:
    """Works out results, with a store for them or without, in this process or with helpers."""

    def __init__(
        self, store: Cache | None = None, helpers: Helpers | None = None, memory: Memory | None = None
    ) -> None:
        """Begin.

        Args:
            store: what keeps results.
            helpers: what works beside this process.
            memory: holds results from one run to the next.
        """
        self.store = store
        """What keeps results, if anything does."""
        self.memory = memory or Memory(lasts=False)
        """What holds results from one run of this process to the next."""
        self.tally = Tally()
        """What was done so far."""
        self._helpers = helpers
        self._executor: Executor | None = None

    def each(
        self,
        function: Callable[[V], R],
        values: Sequence[V],
        digests: Sequence[str],
        told: Callable[[int], None] = lambda _: None,
        *,
        is_still: Callable[[int], bool] = lambda _: True,
        far: Callable[[V], Job[R] | None] | None = None,
    ) -> list[R]:
        """The result of a function for each value, in order.

        Args:
            function: pure, and such that it can be sent to another process, as its values and results can.
            values: what it is worked out of.
            digests: of all that a result depends on; values of one digest have one result.
            told: is told the place of each value that is worked out, before it is.
            is_still: whether a digest is still that of the value at this place; else its result is not kept.
            far: what gives the same result where the files of this machine are not, if there is any such thing.
        """
        found = dict(self._kept(digests))
        missing = {digest: place for place, digest in enumerate(digests) if digest not in found}
        places = sorted(missing.values())
        results = self._worked_out(function, [values[place] for place in places], far)
        for place in places:
            told(place)
            found[digests[place]] = next(results)
            if self.store is not None and is_still(place):
                self.store.put(digests[place], found[digests[place]])
                self.memory.note(digests[place], found[digests[place]])
        self.tally.kept += len(digests) - len(places)
        self.tally.made += len(places)
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

    def _worked_out(
        self, function: Callable[[V], R], values: Sequence[V], far: Callable[[V], Job[R] | None] | None
    ) -> Iterator[R]:
        """The results in order. What a helper did not do, whatever happened to it, is done here."""
        helpers = self._helpers
        if helpers is None or len(values) < helpers.enough:
            yield from map(function, values)
            return
        self._executor = self._executor or helpers.begin()
        job = far if far is not None and helpers.are_far else partial(partial, function)
        under_way: deque[_Chunk[V, R]] = deque()
        for chunk, parcels in _chunks(values, job):
            under_way.append((chunk, _send(self._executor, parcels) if parcels else None))
            if len(under_way) > _AHEAD * helpers.count:
                yield from self._received(function, *under_way.popleft())
        while under_way:
            yield from self._received(function, *under_way.popleft())

    def _received(self, function: Callable[[V], R], values: list[V], sent: Future[list[R]] | None) -> Iterator[R]:
        try:
            results = None if sent is None else sent.result()
        except Exception:  # noqa: BLE001 - if it is a fault of the function, it is raised again here
            results = None
        if results is None:
            yield from map(function, values)
        else:
            self.tally.helped += len(results)
            yield from results

    def close(self) -> None:
        """Let go of the helpers."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)


def _chunks(values: Sequence[V], job: Callable[[V], Job[R] | None]) -> Iterator[tuple[list[V], list[bytes]]]:
    """The values in order, some at a time, with what is sent of each; nothing is, of one that cannot travel."""
    chunk: list[V] = []
    parcels: list[bytes] = []
    for value in values:
        parcel = _packed(job, value)
        if parcel is None:
            if chunk:
                yield chunk, parcels
            yield [value], []
            chunk, parcels = [], []
            continue
        chunk.append(value)
        parcels.append(parcel)
        if len(chunk) == _CHUNK or sum(map(len, parcels)) > _CHUNK_BYTES:
            yield chunk, parcels
            chunk, parcels = [], []
    if chunk:
        yield chunk, parcels


def _packed(job: Callable[[V], Job[R] | None], value: V) -> bytes | None:
    travelling = job(value)
    packed = None if travelling is None else pickle.dumps(travelling, protocol=pickle.HIGHEST_PROTOCOL)
    return None if packed is None or len(packed) > TOO_HEAVY else packed


def _send(executor: Executor, parcels: list[bytes]) -> Future[list[Any]] | None:
    try:
        return executor.submit(_opened, parcels)
    except Exception:  # noqa: BLE001 - whatever became of the helpers: it is done here
        return None


def _opened(parcels: list[bytes]) -> list[Any]:
    return [pickle.loads(parcel)() for parcel in parcels]  # noqa: S301 - by who began this process


@contextmanager
def work(store: Cache | None, helpers: Helpers | None, memory: Memory | None = None) -> Iterator[Work]:
    """Work with helpers, or in this process alone."""
    made = Work(store, helpers, memory)
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
    return digest_of(*versions(), *parts)


def versions() -> list[str]:
    """The language and every distribution that is installed, with its version."""
    return [f"Python {platform.python_version()}", *sorted(f"{each.name} {each.version}" for each in distributions())]


def processes(jobs: int) -> Helpers | None:
    """So many processes of this machine; with one, this one alone."""
    return Helpers(partial(pool, jobs), jobs) if jobs > 1 else None


def pool(jobs: int, begin: Callable[..., None] | None = None, *options: object) -> ProcessPoolExecutor:
    """Processes of this machine, which end when this one does.

    Args:
        jobs: so many.
        begin: is called in each at its begin, with the options.
        options: can be sent there.
    """
    # Begun anew, and not forked: this process may have threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=partial(_follow, begin, *options))


def _follow(begin: Callable[..., None] | None = None, *options: object) -> None:
    """End with the process that began this one, at once and without a word: it may be killed, or interrupted."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_outlive_not, daemon=True).start()
    if begin is not None:
        begin(*options)


def _outlive_not() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
