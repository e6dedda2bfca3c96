"""A Dask cluster that works beside this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from threading import Event, Lock, Thread
from typing import Any
from weakref import WeakSet

from dossier.model import DossierError
from dossier.work import code_digest, versions

_PACKAGE = "dossier"
_PATIENCE = 10
"""Seconds in which a scheduler must answer, and have a worker."""
_ALONE = 20
"""After so many seconds without a worker nobody is waited for any more."""
_TURN = Lock()


class ClusterError(DossierError):
    """There is no cluster to work with."""


class StrangerError(RuntimeError):
    """A worker runs other code than who asks it: its results could be others."""


class Cluster(Executor):
    """The workers of a Dask scheduler that run the same code as this process."""

    def __init__(self, client: Any, same: Mapping[str, int], strangers: tuple[str, ...]) -> None:
        """Take on the workers.

        Args:
            client: Dask's, which is connected.
            same: the addresses of those that run the same code, with how many threads each has.
            strangers: what is to be said of the others.
        """
        self.count = sum(same.values())
        """How many of them work at once."""
        self.strangers = strangers
        """A line for each worker that is left out, with the reason."""
        self._client = client
        # Who comes later is asked too, and tells by itself if it runs other code.
        self._where = {"workers": sorted(same), "allow_other_workers": True} if strangers else {}
        self._executor = client.get_executor(pure=False, **self._where)
        self._asked: WeakSet[Future[Any]] = WeakSet()
        self._is_lost = False
        self._over = Event()
        self._guard = Thread(target=self._watch, daemon=True)
        self._guard.start()

    def submit(self, function: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """Have one of them call a function.

        Raises:
            BrokenExecutor: none is left.
        """
        if self._is_lost:
            raise BrokenExecutor("no worker is left")
        asked: Future[Any] = self._executor.submit(_called, code_digest(_PACKAGE), function, args, options)
        self._asked.add(asked)
        return asked

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of them."""
        self._over.set()
        if cancel_futures:
            self._cancel()
        self._executor.shutdown(wait=wait and not cancel_futures)

    def close(self) -> None:
        """Let go of them, and of what they have not done."""
        self.shutdown(cancel_futures=True)

    def _cancel(self) -> None:
        for each in list(self._asked):
            each.cancel()

    def _watch(self) -> None:
        """Give up what nobody does, when every worker has been gone for a while."""
        alone = 0
        while not self._over.wait(1.0):
            there = self._client.status == "running" and self._client.scheduler_info()["workers"]
            alone = 0 if there else alone + 1
            if alone >= _ALONE:
                self._is_lost = True
                self._cancel()
                return


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Work with the cluster of a scheduler.

    Raises:
        ClusterError: Dask is not installed, nobody answers at the address, or no worker there runs the same code.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        hint = "pip install 'mkdocs-dossier[cluster]'"
        raise ClusterError(f"`--scheduler` needs distributed, which is not installed: {hint}") from error
    try:
        asyncio.run(_greet(distributed, address))
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error) or f"nothing was said within {_PATIENCE} seconds"
        raise ClusterError(f"no scheduler answers at {address}: {reason}") from error
    try:
        with closing(Cluster(client, *_introduced(client, address))) as workers:
            yield workers
    finally:
        with suppress(TimeoutError):
            client.close(timeout=_PATIENCE)


async def _greet(distributed: Any, address: str) -> None:
    """Hear whether somebody is there that speaks as Dask does: a client would wait for ever."""
    options = distributed.Security().get_connection_args("client")
    comm = await asyncio.wait_for(distributed.comm.connect(address, timeout=_PATIENCE, **options), _PATIENCE)
    await comm.close()


def _introduced(client: Any, address: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """The workers that run the same code as this process, and what is to be said of the others."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ClusterError(f"the scheduler at {address} has no worker: begin one, `dask worker {address}`") from error
    answers = client.run(_introduction, on_error="return")
    mine = _introduction()
    strangers = tuple(
        f"{worker} is left out: {_difference(mine, answer)}"
        for worker, answer in sorted(answers.items())
        if answer != mine
    )
    threads = client.nthreads()
    same = {worker: threads.get(worker, 1) for worker, answer in answers.items() if answer == mine}
    if not same:
        raise ClusterError("; ".join((f"no worker of {address} runs the same code", *strangers)))
    return same, strangers


def _introduction() -> tuple[str, list[str]]:
    """What a worker says of itself."""
    return code_digest(_PACKAGE), versions()


def _difference(mine: tuple[str, list[str]], answer: Any) -> str:
    if isinstance(answer, Exception):
        return f"it cannot say what it runs ({type(answer).__name__}: {answer})"
    here, there = (dict(each.rsplit(" ", 1) for each in said[1]) for said in (mine, answer))
    names = sorted(name for name in {*here, *there} if here.get(name) != there.get(name))
    if not names:
        return f"its files of {_PACKAGE} are others"
    told = [f"{name} {there.get(name, 'is not there')} instead of {here.get(name, 'none')}" for name in names[:3]]
    return f"{', '.join(told)}, and {len(names) - 3} more" if len(names) > 3 else ", ".join(told)


def _called(code: str, function: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """On a worker: call a function, if this is the code it is meant for.

    The threads of a worker take turns: not all that we build on is made for several.

    Raises:
        StrangerError: it is not.
    """
    if code != code_digest(_PACKAGE):
        raise StrangerError("this worker runs other code than who asks it")
    with _TURN:
        return function(*args, **options)
