"""What MkDocs makes of the Markdown of a page, as a value: a pure function of it and how the site has it converted."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from dossier import LinkExtension, code_digest, digest_of

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
        found = ((files.src_uris.get(uri), url) for uri, url in self.targets)
        return all(file is not None and file.url == url and not file.inclusion.is_excluded() for file, url in found)

    def put_on(self, page: Page, files: Files) -> None:
        """Do to a page what its `render` does."""
        page.content = self.html
        page.toc = _table(self.toc)
        page.present_anchor_ids = set(self.anchors)
        if "title" not in page.meta and "title" not in vars(page):  # which one that the navigation gives is in
            page.title = self.title
        linked = ((files.src_uris.get(uri), anchors) for uri, anchors in self.links)
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
