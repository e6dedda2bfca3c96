"""A seed that did not change is not opened, and one that did is read, however alike it looks."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import write_files

from dossier import Settings, build
from dossier.cache import Cache
from dossier.digests import Digests
from dossier.pipeline import each as program
from dossier.readers import sha256_of

SETTLED = 0.15
"""Seconds after which a file that was written may be trusted to look otherwise when it is written again."""
_OPENED: list[str] | None = None


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _OPENED is not None and isinstance(arguments[0], str | os.PathLike):
        _OPENED.append(os.fspath(arguments[0]))  # type: ignore[arg-type]  # no path of ours is bytes


sys.addaudithook(_hook)


@contextmanager
def opened(folder: Path) -> Iterator[list[str]]:
    """The names of the files of a folder that are opened meanwhile, whoever opens them."""
    global _OPENED  # noqa: PLW0603 - a hook cannot be taken away
    _OPENED, found = [], []
    try:
        yield found
    finally:
        found += sorted({Path(path).name for path in _OPENED if Path(path).is_relative_to(folder)})
        _OPENED = None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    text = "PORT ALDER, March {0}, 2021 - Ada Vance spoke of the toll on Monday, and the quay is closed for {0} days."
    files = {
        f"seeds/{number}.txt": f"---\ntitle: Report {number}\n---\n{text.format(number)}" for number in range(1, 4)
    }
    write_files(tmp_path, files | {"seeds/1.yml": "outlet: Coast\n", "entities.yml": "entities: []\n"})
    return Settings(
        seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", root=tmp_path, cache=tmp_path / ".cache"
    )


def titles(settings: Settings) -> set[str]:
    return {each.article.title.value for each in build(settings).articles}


def test_a_seed_that_did_not_change_is_not_opened(settings: Settings) -> None:
    time.sleep(SETTLED)
    with opened(settings.seeds) as first:
        made = build(settings)
    assert first == ["1.txt", "1.yml", "2.txt", "3.txt"]
    with opened(settings.seeds) as second:
        assert build(settings) == made
    assert second == []
    (settings.seeds / "2.txt").write_text("---\ntitle: Another\n---\nNobody came to the quay on that day, they say.")
    with opened(settings.seeds) as third:
        assert "Another" in titles(settings)
    assert third == ["2.txt"]


def same_size_and_time(path: Path) -> None:
    seen = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Report", b"Letter"))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def other_file(path: Path) -> None:
    seen = path.stat()
    copy = path.with_name(".copy")
    copy.write_bytes(path.read_bytes().replace(b"Report", b"Letter"))
    os.utime(copy, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    copy.replace(path)


@pytest.mark.parametrize("edit", [same_size_and_time, other_file])
@pytest.mark.parametrize("wait", [0.0, SETTLED], ids=["at once", "later"])
def test_an_edit_that_looks_alike_is_seen(settings: Settings, edit: Callable[[Path], None], wait: float) -> None:
    time.sleep(wait)
    assert "Report 2" in titles(settings)
    edit(settings.seeds / "2.txt")
    assert "Letter 2" in titles(settings)


def outlets(settings: Settings) -> set[str | None]:
    return {each.article.outlet.value for each in build(settings).articles}


def test_an_edit_of_what_stands_beside_a_seed_is_seen(settings: Settings) -> None:
    time.sleep(SETTLED)
    assert outlets(settings) == {"Coast", None}
    (settings.seeds / "1.yml").write_text("outlet: River\n")
    assert outlets(settings) == {"River", None}
    (settings.seeds / "1.yml").unlink()
    assert outlets(settings) == {None}


def noted(folder: Path, monkeypatch: pytest.MonkeyPatch, written: int, changed: int, moment: int) -> bool:
    """Whether a file of these times, read at that moment, is taken for known the next time."""
    path = folder / "a.txt"
    path.write_text("a")
    look = (1, written, changed, 1, 1)
    monkeypatch.setattr("dossier.digests._look", lambda _: look)
    monkeypatch.setattr(Cache, "moment", lambda _: moment)
    store, reads = Cache(folder / "kept", "dossier"), []
    for _ in range(2):
        digests = Digests(store, folder, lambda path: reads.append(path) or "0")
        digests.of(path)
        digests.save()
    shutil.rmtree(store.folder, ignore_errors=True)
    return len(reads) == 1


SECOND = 1_000_000_000
NOW = 1_700_000_000 * SECOND + 7


def test_what_was_changed_just_before_it_was_read_counts_as_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert noted(tmp_path, monkeypatch, NOW, NOW, NOW + SECOND)
    assert not noted(tmp_path, monkeypatch, NOW, NOW, NOW)
    assert not noted(tmp_path, monkeypatch, NOW - 9 * SECOND, NOW, NOW), "changed, with an old time given to it"
    assert not noted(tmp_path, monkeypatch, NOW, NOW, NOW - SECOND), "written in the future"


def test_where_times_are_coarse_it_takes_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = NOW - 7
    assert not noted(tmp_path, monkeypatch, whole, whole, NOW + SECOND)
    assert noted(tmp_path, monkeypatch, whole, whole, NOW + 3 * SECOND)


def test_a_list_that_is_damaged_or_gone_changes_nothing(settings: Settings) -> None:
    time.sleep(SETTLED)
    made = build(settings)
    assert settings.cache is not None
    for content in (b"", b"damaged"):
        for path in settings.cache.rglob("*"):
            if path.is_file():
                path.write_bytes(content)
        assert build(settings) == made
    Cache(settings.cache, "dossier").put(Digests(Cache(settings.cache, "dossier"), settings.seeds, sha256_of)._key, 3)
    assert build(settings) == made


def test_what_nobody_can_write_is_read_every_time(settings: Settings) -> None:
    (settings.root / "file").write_text("no folder")
    digests = Digests(Cache(settings.root / "file" / "kept", "dossier"), settings.seeds, sha256_of)
    path = settings.seeds / "1.txt"
    assert digests.of(path) == sha256_of(path)
    digests.save()


def test_without_a_store_nothing_is_read_for_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "sha256_of", lambda path: pytest.fail(f"{path} is read for its digest"))
    build(replace(settings, cache=None))


def test_what_is_edited_while_it_is_read_is_not_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    path = settings.seeds / "2.txt"
    before = path.read_text()
    process = program.process

    def edited(file: program.SeedFile, settings: Settings) -> program.Processed:
        path.write_text(before.replace("Report", "Letter"))
        return process(file, settings)

    monkeypatch.setattr(program, "process", edited)
    assert "Letter 2" in titles(settings)
    monkeypatch.undo()
    path.write_text(before)
    assert "Report 2" in titles(settings)
