"""A store of values by the digest of what they were made from: a folder that may be deleted at any time."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import io
import math
import os
import pickle
import tempfile
import zlib
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

_LIMIT = 2 * 2**30
"""Bytes that the folder may take; what was not asked for the longest goes first."""
_LITTLE, _SELDOM = 256, 16
"""Less than such a part of the limit is little; after that it is looked once in so many times."""
_DAY = 86_400.0
"""Seconds after which what was not finished never will be."""
_QUICK = 1
"""How hard is tried to make a value small: pages become a fifth, and what can be saved beyond that takes long."""
_LARGEST = 2**30
"""Bytes of a value, at most."""
_CHECK = hashlib.sha256().digest_size
_UNFINISHED = "unfinished-"
_PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
    }
)
"""The classes of other packages that a value may hold."""
_PATHS = frozenset({"PosixPath", "WindowsPath"})
"""Paths, whatever the module is called that they are in."""


class Missing(LookupError):  # noqa: N818 - it is no error that a value has not been made yet
    """Nothing is kept for a digest, or nothing that can be read."""


def digest_of(*parts: bytes | str) -> str:
    """The digest of some texts in order, as 64 hexadecimal digits: others have another one, however they are cut."""
    made = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "big"))
        made.update(content)
    return made.hexdigest()


class Cache:
    """The store in one folder. Several builds may use it at once.

    A value is in it whole or not at all: it is written beside, then renamed. One that was damaged counts as missing.
    Values are made of plain types and of classes of one package; the folder can name no other code to be run.
    """

    def __init__(self, folder: Path, package: str, limit: int = _LIMIT) -> None:
        """Use a folder, which need not be there.

        Args:
            folder: where the values are.
            package: the package whose classes they may hold.
            limit: bytes that it may take after `prune`.
        """
        self.folder = folder
        self.problem: OSError | None = None
        """What kept the last value from being written, if anything did: then no other is."""
        self._package = package
        self._limit = limit
        self._written = 0
        """Bytes, since the folder was looked through."""
        self._turn = 0
        self._classes: dict[tuple[str, str], type] = {}
        self._noted_since = math.inf

    def __contains__(self, digest: str) -> bool:
        """Whether something is kept for a digest, be it damaged or not."""
        try:
            return Path(self._path(digest)).is_file()
        except OSError:  # a folder that is closed to us
            return False

    def get(self, digest: str) -> Any:
        """The value of a digest.

        Raises:
            Missing: there is none.
        """
        path = self._path(digest)
        try:
            with io.FileIO(path) as file:
                noted = os.fstat(file.fileno()).st_mtime
                content = file.readall()
            value = _Reader(_unpacked(content), self._package, self._classes).load()
        except Exception as error:  # what is damaged may do anything while it is read
            raise Missing(digest) from error
        if noted < self._noted_since:
            self._note(path)
        return value

    def _note(self, path: str) -> None:
        """Note that a value was asked for. What was noted less than a day ago need not be."""
        with contextlib.suppress(OSError):  # a disk that is only read
            os.utime(path)
            self._noted_since = Path(path).stat().st_mtime - _DAY

    def put(self, digest: str, value: Any) -> None:
        """Keep a value. Where that cannot be, `problem` says why, and it is not tried again."""
        if self.problem is not None:
            return
        content = _pickled(value)
        path = self._path(digest)
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=_UNFINISHED, delete=False) as file:
                try:
                    file.write(content)
                    file.close()
                    Path(file.name).replace(path)
                except BaseException:
                    with contextlib.suppress(OSError):
                        file.close()
                    _remove(file.name)
                    raise
        except OSError as error:
            self.problem = error
        else:
            self._written += len(content)
            self._turn = int(digest[:2], 16)

    def moment(self) -> int | None:
        """What time it is on the disk that the folder is on, in nanoseconds; `None` where nothing can be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder, prefix=_UNFINISHED) as file:
                file.write(b"?")
                file.flush()
                return os.fstat(file.fileno()).st_mtime_ns
        except OSError:
            return None

    def prune(self) -> None:
        """If much was written, take away what is too much, what was asked for the longest ago first.

        After a little, it is not looked each time, but sometimes: by the digest of the last value.
        """
        if not self._written or (self._written < self._limit // _LITTLE and self._turn % _SELDOM):
            return
        self._written = 0
        kept = sorted(self._files())
        size = sum(each for _, each, _ in kept)
        self._take_unfinished(kept[-1][0] - _DAY if kept else 0.0)
        for _, each, path in kept:
            if size <= self._limit:
                break
            _remove(path)
            size -= each

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Each value with when it was last asked for, its size and its path."""
        for folder in _entries(self.folder):
            for value in _entries(folder) if folder.is_dir(follow_symlinks=False) else ():
                seen = _stat(value)
                if seen is not None:
                    yield seen.st_mtime, seen.st_size, value.path

    def _take_unfinished(self, before: float) -> None:
        """Take away what was begun before a time and never finished."""
        for entry in _entries(self.folder):
            seen = _stat(entry) if entry.name.startswith(_UNFINISHED) else None
            if seen is not None and seen.st_mtime < before:
                _remove(entry.path)

    def _path(self, digest: str) -> str:
        return f"{self.folder}{os.sep}{digest[:2]}{os.sep}{digest[2:]}"


class _Writer(pickle.Pickler):
    """Writes values so that they are read fast: what a frozen, slotted class does by itself takes ten times as long."""

    def reducer_override(self, value: Any) -> Any:
        """Let a dataclass be made again of its fields, where it can be."""
        kind: type = type(value)
        names = _made_of(kind)
        if names is None:
            return NotImplemented
        fields = attrgetter(*names)(value)
        return kind, fields if len(names) > 1 else (fields,)


def _pickled(value: Any) -> bytes:
    written = io.BytesIO()
    _Writer(written, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    packed = zlib.compress(written.getvalue(), _QUICK)
    return hashlib.sha256(packed).digest() + packed


def _unpacked(content: bytes) -> bytes:
    if hashlib.sha256(content[_CHECK:]).digest() != content[:_CHECK]:
        raise ValueError("damaged")
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(content[_CHECK:], _LARGEST)
    if not unpacking.eof:
        raise ValueError("cut, or larger than any value")
    return unpacked


@cache
def _made_of(kind: Any) -> tuple[str, ...] | None:
    """The fields that a slotted dataclass is made of, in order; `None` of any other class."""
    if not dataclasses.is_dataclass(kind) or "__slots__" not in vars(kind) or hasattr(kind, "__post_init__"):
        return None
    fields = dataclasses.fields(kind)
    is_plain = all(each.init and not each.kw_only for each in fields)
    return tuple(each.name for each in fields) or None if is_plain else None


class _Reader(pickle.Unpickler):
    """Reads values, and finds no class but those that they may hold."""

    def __init__(self, content: bytes, package: str, known: dict[tuple[str, str], type]) -> None:
        super().__init__(io.BytesIO(content))
        self._package = package
        self._known = known

    def find_class(self, module: str, name: str) -> Any:
        """Find a class.

        Raises:
            UnpicklingError: it is of another package, or none.
        """
        found = self._known.get((module, name))
        if found is None:
            found = super().find_class(module, name) if self._is_known(module, name) else None
            if not isinstance(found, type) or found.__module__ != module:
                raise pickle.UnpicklingError(f"{module}.{name} is no class of {self._package}")
            self._known[module, name] = found
        return found

    def _is_known(self, module: str, name: str) -> bool:
        top = module.partition(".")[0]
        return top == self._package or (module, name) in _PLAIN or (top == "pathlib" and name in _PATHS)


def _entries(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """What is in a folder: nothing, if it is gone or cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):  # another build may have been first
        Path(path).unlink()
