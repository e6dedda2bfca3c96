"""The digests of files, which are read once: as long as a file looks as it did, it is not opened again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from dossier.cache import Cache, Missing, digest_of

DigestOf = Callable[[Path], str]
"""Gives the digest of a file's bytes; raises `OSError` if it cannot be read."""
_Look = tuple[int, int, int, int, int]
"""What tells a file's states apart: size, when it was written and changed, and which file it is."""
_SECOND = 1_000_000_000
_LATE, _LATE_WHERE_COARSE = _SECOND // 10, 2 * _SECOND
"""A file that was changed so shortly before it is read may be changed again and look the same. Some file systems count
in steps of two seconds, in which every time is a whole second."""


class Digests:
    """The digests of the files of one folder, with what each looked like, in a store.

    As git does it: what was changed just before it was read is not noted, and so read once more the next time. If two
    builds write the list at once, one of both stays, and each is right.
    """

    def __init__(self, store: Cache, folder: Path, read: DigestOf) -> None:
        """Take up what is noted about a folder.

        Args:
            store: where it is noted.
            folder: the folder of the files.
            read: reads a file.
        """
        self._store = store
        self._read = read
        self._key = digest_of("looks and digests of files", str(folder.absolute()))
        self._noted = self._load()
        self._seen: dict[str, tuple[_Look, str]] = {}
        self._moment: int | None = None

    def _load(self) -> dict[str, tuple[_Look, str]]:
        try:
            noted = self._store.get(self._key)
        except Missing:
            return {}
        return noted if isinstance(noted, dict) else {}

    def of(self, path: Path) -> str:
        """The digest of a file of the folder.

        Raises:
            OSError: it cannot be read.
        """
        name = str(path)
        look = _look(path.stat())
        noted = self._noted.get(name)
        if noted is not None and noted[0] == look:
            self._seen[name] = noted
            return noted[1]
        if self._moment is None:
            self._moment = self._store.moment() or 0
        digest = self._read(path)
        if _is_settled(look, self._moment):
            self._seen[name] = look, digest
        return digest

    def save(self) -> None:
        """Note what was seen, for the next time; files that nobody asked for are forgotten."""
        if self._seen != self._noted:
            self._store.put(self._key, self._seen)


def _look(seen: os.stat_result) -> _Look:
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_dev


def _is_settled(look: _Look, moment: int) -> bool:
    """Whether a change from this moment on will be seen."""
    _, written, changed, *_ = look
    is_coarse = not (written % _SECOND and changed % _SECOND)
    return max(written, changed) < moment - (_LATE_WHERE_COARSE if is_coarse else _LATE)
