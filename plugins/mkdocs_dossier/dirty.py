"""`mkdocs serve --dirty`, made right: a page is built again if what stands on it changed, and only then.

MkDocs asks each file whether it is modified, and leaves the pages of the others as they are; then they have no title
in the navigation, and nothing in the index of the search. What the last build knew of them is put back.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dossier import code_digest, digest_of

_INHERIT = re.compile(rb"^INHERIT:[ \t]*[\"']?([^\"'#\r\n]+)", re.MULTILINE)
_WARNING = "A 'dirty' build is being performed"


class Built:
    """What the last build of this process left in the site folder."""

    def __init__(self) -> None:
        self._outputs: set[str] = set()
        self.forget()

    def forget(self) -> None:
        """Take nothing for built: the next build makes every page, and takes away what is no more."""
        self._stamp = ""
        self._digests: dict[str, str] = {}
        self._nav: dict[str, tuple[str | None, MutableMapping[str, Any]]] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._stale: dict[str, bool] = {}
        self.bytecode = Bytecode()

    @property
    def is_known(self) -> bool:
        """Whether there was a build, so that not every page is to be built."""
        return bool(self._digests)

    def stands(self, src_uri: str, digest: str) -> bool:
        """Whether the last build made a page of just this."""
        return self._digests.get(src_uri) == digest

    def begin(self, config: MkDocsConfig, files: Files, digests: Mapping[str, str], told: Collection[str] = ()) -> None:
        """Have each page, and each untouched seed, know whether it is to be built.

        Args:
            config: of the site. If it changed, all are.
            files: of the site.
            digests: of all that stands on each, by its `src_uri`.
            told: of what the site watches, the paths whose changes the digests tell; any other may be part of any page.
        """
        stamp = _stamp(config, [Path(path) for path in config.watch if path not in told])
        if stamp != self._stamp:
            self.forget()
            self._stamp = stamp
        self._wanted = digests
        self._stale = {}
        for file in files:
            if file.src_uri in digests:
                file.is_modified = partial(self._is_stale, file)  # type: ignore[method-assign]  # as MkDocs asks

    def _is_stale(self, file: File) -> bool:
        uri = file.src_uri
        if uri not in self._stale:
            self._stale[uri] = not (self.stands(uri, self._wanted[uri]) and Path(file.abs_dest_path).is_file())
        return self._stale[uri]

    def name(self, nav: Navigation) -> None:
        """Give the pages in the navigation that are not built again the titles and facts that they had."""
        for page in nav.pages:
            if not page.file.is_modified() and page.file.src_uri in self._nav:
                page.title, page.meta = self._nav[page.file.src_uri]

    def complete(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """If the navigation changed, which stands on every page, read the pages that have not been read too."""
        named = {page.file.src_uri: (page.title, page.meta) for page in nav.pages}
        if self._nav and list(named.items()) != list(self._nav.items()):
            self._digests, self._stale = {}, {}
            for file in files.documentation_pages():
                if file.page is not None and file.page.markdown is None:
                    _read(file.page, config, files)
        self._nav = named

    def end(self, config: MkDocsConfig, files: Files) -> None:
        """Complete the index of the search, take away what is no more, and remember what there is."""
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for rows in _indexes(config):
            self._index(rows, pages)
        outputs = {file.abs_dest_path for file in files if file.inclusion.is_in_serve()}
        for path in self._outputs - outputs:
            with contextlib.suppress(OSError):  # somebody else may have
                Path(path).unlink()
        self._outputs = outputs
        self._digests = dict(self._wanted)

    def _index(self, rows: list[dict[str, Any]], pages: Iterable[Page]) -> None:
        """Put the rows of the pages that were not built again between those that were, in the order of the pages."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            found.setdefault(row["location"].partition("#")[0], []).append(row)
        kept = {
            page.url: found.get(page.url, []) if page.markdown is not None else self._rows.get(page.url, [])
            for page in pages
        }
        rows[:] = [row for each in kept.values() for row in each]
        self._rows = kept


class Bytecode(BytecodeCache):
    """Templates that an earlier build compiled: MkDocs begins with new ones in each."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find one; if its source is another now, it is refused."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


def quieten() -> None:
    """Keep MkDocs from its warning that links and navigation will be wrong."""
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: _WARNING not in str(record.msg))


def _stamp(config: MkDocsConfig, watched: Iterable[Path]) -> str:
    """A digest of all that every page depends on beside itself."""
    folders = [*watched, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]
    own = [path for folder in folders for path in (folder, *sorted(folder.rglob("*")))]
    paths = [*own, *(Path(str(hook)) for hook in config.hooks)]
    return digest_of(
        code_digest("dossier"),
        *(path.read_bytes() for path in _settings(config)),
        repr([(str(path), path.stat().st_mtime_ns) for path in paths if path.is_file()]),
        repr(config.extra_javascript),
    )


def _settings(config: MkDocsConfig) -> Iterator[Path]:
    """`mkdocs.yml`, and what it inherits from."""
    path = Path(config.config_file_path)
    seen: set[Path] = set()
    while path.is_file() and path not in seen:
        yield path
        seen.add(path)
        parent = _INHERIT.search(path.read_bytes())
        if parent is not None:
            path = path.parent / parent[1].decode("utf-8", "replace").strip()


def _read(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Do to a page what MkDocs does to one that it builds."""
    plugins = config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.markdown = markdown
    page.render(config, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def _indexes(config: MkDocsConfig) -> Iterable[list[dict[str, Any]]]:
    """The rows that the search has of this build: Material's, or that of MkDocs."""
    for name, rows in (("material/search", "entries"), ("search", "entries"), ("search", "_entries")):
        plugin = config.plugins.get(name)
        found = getattr(getattr(plugin, "search_index", None), rows, None)
        if isinstance(found, list):
            # What Material's would put together by itself is right where one page changed.
            setattr(plugin, "search_index_prev", None)  # noqa: B010 - another's, and not of every search
            yield found
            return
