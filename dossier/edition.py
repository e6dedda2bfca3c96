"""A dossier as it is published: its pages, and what else a site must know of it. Kept whole while nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from dossier.cache import Cache, Missing, digest_of
from dossier.garbage import uncollected
from dossier.memory import Memory
from dossier.model import Diagnostic, Dossier, DossierError, Page, Register
from dossier.pages import asks, fragments_of, render
from dossier.pipeline import Progress, Seeds, build, register_of, seeds_of, silent, tidied
from dossier.settings import Settings
from dossier.work import code_digest

_ROOM = 4_000_000
"""So many characters of pages that are new are not read from the store again: after an edit, all of them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of a site, without what stands on it: `Edition.content` has that."""

    src_uri: str
    digest: str
    """Of all that stands on it: two sheets of one address and one digest are the same."""
    listed: bool
    """Whether it may stand in the navigation."""
    path: Path | None = None
    """Of an untouched seed, where it is."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of an edition beside its pages."""

    sheets: tuple[Sheet, ...]
    diagnostics: tuple[Diagnostic, ...]
    fragments: Mapping[str, Mapping[str, str]]


class Edition:
    """What a site publishes of a dossier."""

    def __init__(
        self, settings: Settings, store: Cache | None, found: _Kept | Dossier, key: str, memory: Memory | None = None
    ) -> None:
        self._settings = settings
        self._memory = memory
        self._store = store
        self._found = found
        self._key = key
        self._new: dict[str, str] = {}
        self._room = _ROOM
        if isinstance(found, Dossier):
            self.fragments = _fragments(found, settings)
            self.diagnostics = found.diagnostics
        else:
            self.fragments = found.fragments
            self.diagnostics = found.diagnostics

    fragments: Mapping[str, Mapping[str, str]]
    """What fills the hand-written pages that ask for something, by their `src_uri`; see `dossier.fill`."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the seeds and the register."""

    @cached_property
    def register(self) -> Register:
        """The register, with what is known beside it."""
        return self._found.register if isinstance(self._found, Dossier) else register_of(self._settings)

    def sheets(self) -> Iterator[Sheet]:
        """Every file of the site. Of an edition that is new they are written now, one by one, and kept."""
        if isinstance(self._found, _Kept):
            yield from self._found.sheets
            return
        written = []
        with uncollected():
            for page in render(self._found, self._memory):
                written.append(self._written(page))
                yield written[-1]
        self.register = self._found.register
        self._found = _Kept(tuple(written), self.diagnostics, self.fragments)  # the dossier is large
        if self._store is not None and self._store.problem is None:
            folder = self._settings.shown(self._store.folder)
            lasting = tuple(seen for seen in self.diagnostics if seen.location.path != folder)
            self._store.put(self._key, replace(self._found, diagnostics=lasting))

    def remember(self, memory: Memory) -> None:
        """Fill a memory with what a build would have made, if this was kept and nothing had to be made.

        Raises:
            DossierError: there is no seeds folder any more.
        """
        if self._memory is not memory:
            with uncollected():
                for _ in render(build(replace(self._settings, jobs=1), memory=memory), memory):
                    pass

    def tidy(self) -> tuple[Diagnostic, ...]:
        """Let the store not grow too large; and what kept a page from being put into it, if that was not said."""
        if self._store is None:
            return ()
        return tuple(seen for seen in tidied(self._store, self._settings) if seen not in self.diagnostics)

    def _written(self, page: Page) -> Sheet:
        if isinstance(page.content, Path):
            return Sheet(page.src_uri, "", page.listed, page.content)
        digest = digest_of("page", page.content)
        is_new = self._store is None or digest not in self._store
        if self._store is not None and is_new:
            self._store.put(digest, page.content)
        if self._store is None or self._store.problem is not None or (is_new and self._room > 0):
            self._new[digest] = page.content
            self._room -= len(page.content)
        return Sheet(page.src_uri, digest, page.listed)

    def content(self, sheet: Sheet) -> str:
        """What stands on a sheet that is no untouched seed: Markdown with its front matter.

        Raises:
            DossierError: the store was taken away, and so was what the sheet had been made from.
        """
        if sheet.digest not in self._new and self._store is not None:
            try:
                return str(self._store.get(sheet.digest))
            except Missing:  # somebody took the store away since, or damaged it
                pages = render(build(replace(self._settings, cache=None)))
                texts = [page.content for page in pages if isinstance(page.content, str)]
                made = {digest_of("page", text): text for text in texts}
                self._new |= made
                for digest, text in made.items():  # what is damaged looks as if it were kept
                    self._store.put(digest, text)
        if sheet.digest not in self._new:
            store = "" if self._store is None else f", and so was {self._settings.shown(self._store.folder)}"
            raise DossierError(
                f"{sheet.src_uri}: a seed or the register was changed while this was built{store}: build again"
            )
        return self._new[sheet.digest]


def edition(settings: Settings, progress: Progress = silent, memory: Memory | None = None) -> Edition:
    """What a site publishes. If nothing changed since it was kept, no seed is read.

    Args:
        settings: what is published, and how.
        progress: is told of each step.
        memory: what the last build of this process made, if the process builds again and again.

    Raises:
        DossierError: there is no seeds folder, or what `discover` names is not installed.
    """
    if settings.cache is None:
        return Edition(settings, None, build(settings, progress, memory), "", memory)
    store = Cache(settings.cache, "dossier")
    seeds = seeds_of(settings, store)
    key = _key(settings, seeds)
    try:
        kept = store.get(key)
    except Missing:
        kept = None
    if isinstance(kept, _Kept) and all(sheet.digest in store for sheet in kept.sheets if sheet.path is None):
        return Edition(settings, store, kept, key)
    return Edition(settings, store, build(settings, progress, memory, seeds), key, memory)


def _key(settings: Settings, seeds: Seeds) -> str:
    """A digest of all that an edition is made from."""
    files, digests = seeds
    places = [repr(file.path) for file in files]
    register = settings.entities.read_bytes() if settings.entities.is_file() else b""
    pages = [part for uri, path in settings.handwritten for part in (uri, _needed(uri, path, settings))]
    options = repr(replace(settings, cache=None, jobs=1))
    return digest_of("edition", code_digest("dossier"), options, register, *pages, *digests, *places)


def _needed(src_uri: str, path: Path, settings: Settings) -> bytes | str:
    """What an edition needs of a hand-written page: all of it if its mentions count, or else whether it asks."""
    content = path.read_bytes()
    return content if settings.links(src_uri) else str(asks(content.decode("utf-8", "replace")))


def _fragments(dossier: Dossier, settings: Settings) -> dict[str, dict[str, str]]:
    texts = ((uri, path.read_text(encoding="utf-8", errors="replace")) for uri, path in settings.handwritten)
    asking = [uri for uri, text in texts if asks(text)]
    return dict(zip(asking, fragments_of(dossier, asking), strict=True))
