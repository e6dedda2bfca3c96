"""Markdown to HTML, as MkDocs converts it: on several cores, ahead of MkDocs, and kept for the next build."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import cast

from dossier import Cache, digest_of, pool
from mkdocs_dossier.converted import Converted, Dialect, convert
from mkdocs_dossier.parts import joined, parts_of

_PATIENCE = 5
"""What they are nicer by than the one process that everything else waits for."""
ENOUGH = 100
"""So many pages are worth the start of other processes."""
_CHUNK = 100_000
"""Characters that travel to a process at once."""
_AHEAD = 4
"""So many times as much as is worked on is on its way."""
_KEPT = 2_000
"""A part of a page of fewer characters is sooner converted again than kept."""


class Conversion:
    """Converts pages, and keeps what became of them."""

    def __init__(self, dialect: Dialect, folder: Path | None) -> None:
        """Begin.

        Args:
            dialect: what the pages are written in.
            folder: where what was converted is kept; nowhere, if there is none.
        """
        self._dialect = dialect
        self._digest = dialect.digest
        self._cache = None if folder is None else Cache(folder, "mkdocs_dossier")

    @property
    def keeps(self) -> bool:
        """Whether what was converted is kept, so that it need not be sent about."""
        return self._cache is not None and self._cache.problem is None

    def key(self, src_uri: str, markdown: str) -> str:
        """A digest of all that a page depends on."""
        return digest_of(self._digest, src_uri, markdown)

    def has(self, key: str) -> bool:
        """Whether a page is kept."""
        return self._cache is not None and key in self._cache

    def __call__(self, src_uri: str, markdown: str) -> Converted | None:
        """What a page becomes; nothing, if MkDocs had better see to it."""
        try:
            return self._kept(src_uri, markdown, self._by_parts)
        except Exception:  # noqa: BLE001 - whatever an extension does: MkDocs will say it better
            return None

    def _by_parts(self, src_uri: str, markdown: str) -> Converted:
        parts = parts_of(markdown, self._dialect.extensions)
        whole = joined(self._part(src_uri, part) for part in parts) if len(parts) > 1 else None
        return self._whole(src_uri, markdown) if whole is None else whole

    def _part(self, src_uri: str, part: str) -> Converted:
        return self._whole(src_uri, part) if len(part) < _KEPT else self._kept(src_uri, part, self._whole)

    def _whole(self, src_uri: str, markdown: str) -> Converted:
        return convert(src_uri, markdown, self._dialect)

    def _kept(self, src_uri: str, markdown: str, make: Callable[[str, str], Converted]) -> Converted:
        key = self.key(src_uri, markdown)
        if self._cache is not None and key in self._cache:
            with suppress(LookupError):  # damaged, or taken away since
                return cast("Converted", self._cache.get(key))
        made = make(src_uri, markdown)
        if self._cache is not None:
            self._cache.put(key, made)
        return made


class Converter:
    """Converts the generated pages of one build after another."""

    def __init__(self, dialect: Dialect, folder: Path | None, jobs: int) -> None:
        """Begin.

        Args:
            dialect: what the pages are written in.
            folder: where what was converted is kept; nowhere, if there is none.
            jobs: so many processes work beside this one, if that is worth it.
        """
        self._made_of = (dialect, folder, jobs)
        self._under_way: list[Future[list[Converted | None]]] = []
        self._convert = Conversion(dialect, folder)
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self.begin()

    def begin(self) -> None:
        """Begin a build: what was asked for in the last one, and is not there yet, is not waited for."""
        for future in self._under_way:
            future.cancel()
        self._asked: set[tuple[str, str]] = set()
        self._waiting: deque[tuple[str, str, Callable[[], str]]] = deque()
        self._under_way = []
        self._sent: dict[str, tuple[Future[list[Converted | None]], int]] = {}

    def is_for(self, dialect: Dialect, folder: Path | None, jobs: int) -> bool:
        """Whether it was made of these."""
        own, *others = self._made_of
        return [own.digest, *others] == [dialect.digest, folder, jobs]

    def ahead(self, src_uri: str, digest: str, read: Callable[[], str]) -> None:
        """Begin with a page, if there will be enough of them, or the processes are there already.

        Args:
            src_uri: of the page.
            digest: of all that stands on it.
            read: gives its Markdown with front matter, now and later.
        """
        if self._jobs == 1 or (src_uri, digest) in self._asked:
            return
        self._asked.add((src_uri, digest))
        key = self._convert.key(src_uri, _body(read()))
        if self._convert.has(key):
            return
        self._waiting.append((key, src_uri, read))
        if self._pool is None and len(self._waiting) >= ENOUGH:
            self._pool = pool(self._jobs, _begin, *self._made_of[:2])
        self._send()

    def __call__(self, src_uri: str, markdown: str) -> Converted | None:
        """What a page becomes; nothing, if MkDocs had better see to it."""
        self._send()
        key = self._convert.key(src_uri, markdown)
        if key in self._sent:
            future, place = self._sent.pop(key)
            with suppress(BrokenExecutor):
                results = future.result()
                if results:
                    return results[place]
        return self._convert(src_uri, markdown)

    def close(self) -> None:
        """Let go of the other processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None

    def _send(self) -> None:
        """Have the other processes busy, and no more: who stops the build should not have to wait for them."""
        self._under_way = [future for future in self._under_way if not future.done()]
        while self._pool is not None and self._waiting and len(self._under_way) < _AHEAD * self._jobs:
            chunk = list(self._chunk())
            try:
                future = self._pool.submit(_convert_all, [(src_uri, markdown) for _, src_uri, markdown in chunk])
            except BrokenExecutor:
                self._waiting.clear()
                self._pool = None
                return
            self._under_way.append(future)
            self._sent |= {key: (future, place) for place, (key, _, _) in enumerate(chunk)}

    def _chunk(self) -> Iterator[tuple[str, str, str]]:
        size = 0
        while self._waiting and size < _CHUNK:
            key, src_uri, read = self._waiting.popleft()
            markdown = _body(read())
            size += len(markdown)
            yield key, src_uri, markdown


def _body(source: str) -> str:
    """A page without its front matter, as MkDocs reads it."""
    return source.partition("\n---\n")[2].lstrip("\n")


class _Elsewhere:
    """What another process knows."""

    convert: Conversion


def _begin(dialect: Dialect, folder: Path | None) -> None:
    if hasattr(os, "nice"):
        os.nice(_PATIENCE)
    _Elsewhere.convert = Conversion(dialect, folder)


def _convert_all(pages: Iterable[tuple[str, str]]) -> list[Converted | None]:
    """What pages become; nothing, of those that were kept, so that they need not be held until MkDocs asks."""
    converted = [_Elsewhere.convert(src_uri, markdown) for src_uri, markdown in pages]
    return [] if _Elsewhere.convert.keeps else converted
