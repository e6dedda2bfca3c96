"""Markdown to HTML, as MkDocs converts it: on several cores, ahead of MkDocs, and kept for the next build."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier import Cache, LinkExtension, code_digest, digest_of

ENOUGH = 100
"""So many pages are worth the start of other processes."""
_CHUNK = 100_000
"""Characters that travel to a process at once."""
_AHEAD = 4
"""So many times as much as is worked on is on its way."""
_PURE = ("markdown.extensions.", "pymdownx.", "material.extensions.")
"""Extensions that make HTML of the Markdown and their options alone …"""
_IMPURE = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""… but for these, which read files."""

Anchor = tuple[str, str, int, tuple["Anchor", ...]]
"""A heading in a table of contents: title, id, level and those below it."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What MkDocs makes of the Markdown of a page."""

    html: str
    title: str | None
    toc: tuple[Anchor, ...]
    anchors: frozenset[str]
    links: tuple[tuple[str, dict[str, str]], ...]
    """The files to whose anchors it links, by their `src_uri`, and these anchors with how the link was written."""
    targets: tuple[tuple[str, str], ...]
    """Every file that it links to, by `src_uri`, with the address that it is taken to have."""

    def holds(self, files: Files) -> bool:
        """Whether all that it links to is where it is taken to be."""
        found = ((files.get_file_from_path(uri), url) for uri, url in self.targets)
        return all(file is not None and file.url == url and not file.inclusion.is_excluded() for file, url in found)

    def put_on(self, page: Page, files: Files) -> None:
        """Do to a page what its `render` does."""
        page.content = self.html
        page.toc = _table(self.toc)
        page.present_anchor_ids = set(self.anchors)
        if "title" not in page.meta and "title" not in vars(page):  # which one that the navigation gives is in
            page.title = self.title
        linked = ((files.get_file_from_path(uri), anchors) for uri, anchors in self.links)
        page.links_to_anchors = {file: dict(anchors) for file, anchors in linked if file is not None}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What HTML depends on beside the Markdown of a page."""

    extensions: tuple[str, ...]
    """By name; an empty one stands for our own."""
    options: dict[str, Any]
    use_directory_urls: bool

    @property
    def digest(self) -> str:
        """Of all of it."""
        return digest_of("html", code_digest("dossier"), code_digest("mkdocs_dossier"), pickle.dumps(self, 5))


def dialect_of(config: MkDocsConfig) -> Dialect | None:
    """How a site has its Markdown converted; nothing, if that depends on what cannot be known."""
    extensions: Sequence[object] = config.markdown_extensions
    names = tuple("" if isinstance(each, LinkExtension) else each for each in extensions)
    if not all(isinstance(name, str) and (not name or _is_pure(name)) for name in names):
        return None
    dialect = Dialect(cast("tuple[str, ...]", names), dict(config.mdx_configs or {}), config.use_directory_urls)
    try:
        pickle.dumps(dialect)
    except (pickle.PicklingError, AttributeError, TypeError):  # an option that is a function without a name
        return None
    return dialect


def _is_pure(name: str) -> bool:
    short = entry_points(group="markdown.extensions", name=name)
    module = next((each.module for each in short), name.partition(":")[0])
    return f"{module}.".startswith(_PURE) and module not in _IMPURE


class Converter:
    """Converts the generated pages of one build."""

    def __init__(self, dialect: Dialect, folder: Path | None, jobs: int) -> None:
        """Begin.

        Args:
            dialect: what the pages are written in.
            folder: where what was converted is kept; nowhere, if there is none.
            jobs: so many processes work beside this one, if that is worth it.
        """
        self._dialect = dialect
        self._digest = dialect.digest
        self._folder = folder
        self._cache = None if folder is None else Cache(folder, "mkdocs_dossier")
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: deque[tuple[str, str, Callable[[], str]]] = deque()
        self._under_way: list[Future[list[Converted | None]]] = []
        self._sent: dict[str, tuple[Future[list[Converted | None]], int]] = {}

    def ahead(self, src_uri: str, read: Callable[[], str]) -> None:
        """Begin with a page, if there will be enough of them.

        Args:
            src_uri: of the page.
            read: gives its Markdown with front matter, now and later.
        """
        digest = self._key(src_uri, _body(read()))
        if self._jobs == 1 or (self._cache is not None and digest in self._cache):
            return
        self._waiting.append((digest, src_uri, read))
        if self._pool is None and len(self._waiting) >= ENOUGH:
            self._pool = ProcessPoolExecutor(
                self._jobs,
                mp_context=multiprocessing.get_context("spawn"),  # begun anew: this process may have threads
                initializer=_begin,
                initargs=(self._dialect, self._folder),
            )
        self._send()

    def __call__(self, src_uri: str, markdown: str) -> Converted | None:
        """What a page becomes; nothing, if MkDocs had better see to it."""
        self._send()
        digest = self._key(src_uri, markdown)
        if digest in self._sent:
            future, place = self._sent.pop(digest)
            with suppress(BrokenExecutor):
                results = future.result()
                if results:
                    return results[place]
        return _kept_or_converted(digest, src_uri, markdown, self._dialect, self._cache)

    def close(self) -> None:
        """Let go of the other processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _send(self) -> None:
        """Have the other processes busy, and no more: who stops the build should not have to wait for them."""
        self._under_way = [future for future in self._under_way if not future.done()]
        while self._pool is not None and self._waiting and len(self._under_way) < _AHEAD * self._jobs:
            chunk = list(self._chunk())
            try:
                future = self._pool.submit(_convert_all, chunk)
            except BrokenExecutor:
                self._waiting.clear()
                return
            self._under_way.append(future)
            self._sent |= {digest: (future, place) for place, (digest, _, _) in enumerate(chunk)}

    def _chunk(self) -> Iterator[tuple[str, str, str]]:
        size = 0
        while self._waiting and size < _CHUNK:
            digest, src_uri, read = self._waiting.popleft()
            markdown = _body(read())
            size += len(markdown)
            yield digest, src_uri, markdown

    def _key(self, src_uri: str, markdown: str) -> str:
        return digest_of(self._digest, src_uri, markdown)


def _body(source: str) -> str:
    """A page without its front matter, as MkDocs reads it."""
    return source.partition("\n---\n")[2].lstrip("\n")


class _Elsewhere:
    """What another process knows."""

    dialect: Dialect
    cache: Cache | None


def _begin(dialect: Dialect, folder: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked is told, and ends this one
    _Elsewhere.dialect = dialect
    _Elsewhere.cache = None if folder is None else Cache(folder, "mkdocs_dossier")


def _convert_all(chunk: Iterable[tuple[str, str, str]]) -> list[Converted | None]:
    """What pages become; nothing, of those that were kept, so that they need not be held until MkDocs asks."""
    converted = [_kept_or_converted(*each, _Elsewhere.dialect, _Elsewhere.cache) for each in chunk]
    return [] if _Elsewhere.cache is not None and _Elsewhere.cache.problem is None else converted


def _kept_or_converted(
    digest: str, src_uri: str, markdown: str, dialect: Dialect, cache: Cache | None
) -> Converted | None:
    if cache is not None and digest in cache:
        try:
            return cast("Converted", cache.get(digest))
        except LookupError:  # damaged, or taken away since
            pass
    try:
        converted = convert(src_uri, markdown, dialect)
    except Exception:  # noqa: BLE001 - whatever an extension does: MkDocs will say it better
        return None
    if cache is not None:
        cache.put(digest, converted)
    return converted


def convert(src_uri: str, markdown: str, dialect: Dialect) -> Converted:
    """Convert a page, as if every file that it links to were there."""
    config = MkDocsConfig()
    links = LinkExtension()
    links.source = src_uri
    config["markdown_extensions"] = [name or links for name in dialect.extensions]
    config["mdx_configs"] = dialect.options
    config["use_directory_urls"] = dialect.use_directory_urls
    targets = _Anything(dialect.use_directory_urls)
    page = Page(None, targets.get_file_from_path(src_uri), config)
    page.markdown = markdown
    page.render(config, cast("Files", targets))
    return Converted(
        html=page.content or "",
        title=page.title,
        toc=tuple(map(_row, page.toc)),
        anchors=frozenset(page.present_anchor_ids or ()),
        links=tuple((file.src_uri, anchors) for file, anchors in (page.links_to_anchors or {}).items()),
        targets=tuple((uri, file.url) for uri, file in targets.asked.items()),
    )


class _Anything:
    """Files of which there is every one, and which of them were asked for."""

    def __init__(self, use_directory_urls: bool) -> None:
        self.asked: dict[str, File] = {}
        self._use_directory_urls = use_directory_urls

    def get_file_from_path(self, path: str) -> File:
        """A file of that `src_uri`, where MkDocs would put it."""
        if path not in self.asked:
            self.asked[path] = File(path, None, "", self._use_directory_urls)
        return self.asked[path]


def _row(link: AnchorLink) -> Anchor:
    return link.title, link.id, link.level, tuple(map(_row, link.children))


def _table(rows: Iterable[Anchor]) -> TableOfContents:
    links = [_anchor(row) for row in rows]
    if links:
        links[0].active = True  # type: ignore[attr-defined]  # as MkDocs does
    return TableOfContents(links)


def _anchor(row: Anchor) -> AnchorLink:
    title, anchor, level, below = row
    link = AnchorLink(title, anchor, level)
    link.children = [_anchor(each) for each in below]
    return link
