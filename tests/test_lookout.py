"""`mkdocs serve` looks for edits between builds; none is lost, and nothing waits for it when it ends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from mkdocs_dossier.lookout import Lookout

SOON = 0.6
"""Seconds in which an edit is seen, if anybody looks."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """One that watches a folder, and serves nothing."""
    (tmp_path / "seeds").mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path), polling_interval=0.05)
    server.watch(str(tmp_path / "seeds"))
    yield server
    server.observer.stop()
    server.server_close()


def is_seen(server: LiveReloadServer, seconds: float) -> bool:
    with server._rebuild_cond:
        seen = server._rebuild_cond.wait_for(lambda: server._want_rebuild, timeout=seconds)
        server._want_rebuild = False
    return seen


def test_an_edit_during_a_build_is_seen_after_it(tmp_path: Path, server: LiveReloadServer) -> None:
    lookout = Lookout()
    lookout.take_over(server)
    server.observer.start()
    time.sleep(SOON)  # it has had its first look
    (tmp_path / "seeds" / "a.txt").write_text("before", encoding="utf-8")
    assert is_seen(server, 20)
    with lookout.closed():
        time.sleep(SOON)
        (tmp_path / "seeds" / "b.txt").write_text("meanwhile", encoding="utf-8")
        assert not is_seen(server, SOON)
    assert is_seen(server, 20)


def test_who_stops_during_a_build_does_not_wait(server: LiveReloadServer) -> None:
    lookout = Lookout()
    lookout.take_over(server)
    (emitter,) = server.observer.emitters
    server.observer.start()
    with lookout.closed():
        time.sleep(SOON)
        server.observer.stop()
        emitter.join(20)
        assert not emitter.is_alive()


def test_a_build_that_fails_ends_it() -> None:
    lookout = Lookout()

    def fail() -> None:
        with lookout.closed():
            assert not lookout._is_free.is_set()
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert lookout._is_free.is_set()
