"""The store of values: whole or not at all, whatever happens to its folder."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import pickle
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from dossier.cache import Cache, Missing, digest_of
from dossier.model import Diagnostic, Location

ONE, OTHER = digest_of("one"), digest_of("other")
VALUE = (Diagnostic("note", Location("a.txt", 3), "seen", "do"), frozenset({"a"}), dt.date(2019, 12, 30), Path("a"))
NOW = 2_000_000_000.0


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "dossier")


def files(cache: Cache) -> list[Path]:
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


def test_a_value_is_kept(cache: Cache) -> None:
    with pytest.raises(Missing):
        cache.get(ONE)
    cache.put(ONE, VALUE)
    assert Cache(cache.folder, "dossier").get(ONE) == VALUE
    with pytest.raises(Missing):
        cache.get(OTHER)


def test_texts_that_are_cut_elsewhere_have_another_digest() -> None:
    cut: list[tuple[bytes | str, ...]] = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"abc", "\udc80")]
    assert len({digest_of(*parts) for parts in cut}) == len(cut)


@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_damaged_value_is_missing(cache: Cache, place: int) -> None:
    cache.put(ONE, VALUE)
    (file,) = files(cache)
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    with pytest.raises(Missing):
        cache.get(ONE)
    for short in (b"", bytes(content[:20]), bytes(content[:-1])):
        file.write_bytes(short)
        with pytest.raises(Missing):
            cache.get(ONE)
    cache.put(ONE, VALUE)
    assert cache.get(ONE) == VALUE


def write(cache: Cache, payload: bytes) -> None:
    (file,) = files(cache)
    packed = zlib.compress(payload)
    file.write_bytes(hashlib.sha256(packed).digest() + packed)


class Trap:
    """What would be run when it is read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("trapped",)


@pytest.mark.parametrize("value", [Trap(), os.getcwd, subprocess.Popen], ids=["call", "function", "class"])
def test_no_other_code_is_run(cache: Cache, value: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    cache.put(ONE, value)
    with pytest.raises(Missing):
        cache.get(ONE)
    assert not (tmp_path / "trapped").exists()


@pytest.mark.parametrize("payload", [b"", b"0.", b"h\x05.", b"(.", b"\x95" + b"\xff" * 8], ids=repr)
def test_whatever_is_no_value_is_missing(cache: Cache, payload: bytes) -> None:
    cache.put(ONE, ())
    write(cache, payload)
    with pytest.raises(Missing):
        cache.get(ONE)


@pytest.mark.parametrize("name", ["os.getcwd", "os", "digest_of"])
def test_no_way_leads_through_a_module_of_ours(cache: Cache, name: str) -> None:
    cache.put(ONE, ())
    module = b"dossier.cache"
    payload = b"\x80\x04\x8c" + bytes([len(module)]) + module + b"\x8c" + bytes([len(name)]) + name.encode() + b"\x93."
    assert pickle.loads(payload) is not None  # noqa: S301 - it would be found
    write(cache, payload)
    with pytest.raises(Missing):
        cache.get(ONE)


def test_what_was_not_asked_for_goes_first(cache: Cache) -> None:
    digests = [digest_of(str(number)) for number in range(10)]
    for number, digest in enumerate(digests):
        cache.put(digest, os.urandom(1000))
        os.utime(cache.folder / digest[:2] / digest[2:], (NOW - 100 + number, NOW - 100 + number))
    cache.get(digests[0])  # which is long after the others
    os.utime(cache.folder / digests[0][:2] / digests[0][2:], (NOW, NOW))
    small = Cache(cache.folder, "dossier", limit=3500)
    small.prune()
    assert len(files(cache)) == 10, "nothing was written"
    small.put(digests[3], os.urandom(1000))
    os.utime(cache.folder / digests[3][:2] / digests[3][2:], (NOW, NOW))
    small.prune()
    kept = [number for number, digest in enumerate(digests) if (cache.folder / digest[:2] / digest[2:]).exists()]
    assert kept == [0, 3, 9]


def test_a_value_asked_for_is_noted(cache: Cache) -> None:
    cache.put(ONE, VALUE)
    (file,) = files(cache)
    os.utime(file, (1, 1))
    cache.get(ONE)
    assert file.stat().st_mtime > 1


def test_what_was_left_unfinished_goes(cache: Cache) -> None:
    cache = Cache(cache.folder, "dossier", limit=10_000)
    cache.put(ONE, VALUE)
    (value,) = files(cache)
    os.utime(value, (NOW, NOW))
    for name, age in (("unfinished-old", 90_000), ("unfinished-new", 10)):
        (cache.folder / name).write_bytes(b"half")
        os.utime(cache.folder / name, (NOW - age, NOW - age))
    cache.prune()
    assert [path.name for path in files(cache) if path.name.startswith("unfinished")] == ["unfinished-new"]
    assert cache.get(ONE) == VALUE


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file" / "cache", "dossier")
    cache.put(ONE, VALUE)
    first = cache.problem
    assert isinstance(first, OSError)
    cache.put(OTHER, VALUE)
    assert cache.problem is first
    cache.prune()


def test_a_folder_that_is_closed_holds_nothing(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache.put(ONE, VALUE)
    monkeypatch.setattr(Path, "stat", refuse)
    assert ONE not in cache


def test_a_full_disk_keeps_what_was_there(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put(ONE, VALUE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.put(OTHER, VALUE)
    assert cache.problem is not None
    assert cache.problem.errno == 28
    assert cache.get(ONE) == VALUE
    assert len(files(cache)) == 1


_WRITER = """
import sys
from pathlib import Path
from dossier.cache import Cache, digest_of
cache = Cache(Path(sys.argv[1]), "dossier")
print("begun", flush=True)
while True:
    for number in range(50):
        cache.put(digest_of(str(number)), str(number) * 20_000)
"""


def test_who_is_killed_leaves_whole_values(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for _ in range(2):
        with subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            while len(list(folder.glob("*/*"))) < 20:
                assert writer.poll() is None
            writer.kill()
        cache = Cache(folder, "dossier")
        for number in range(50):
            try:
                assert cache.get(digest_of(str(number))) == str(number) * 20_000
            except Missing:
                assert not (folder / digest_of(str(number))[:2] / digest_of(str(number))[2:]).exists()
