"""The adapter: hands the pages of a dossier to MkDocs. What there is to know is known in `dossier`."""

from __future__ import annotations

import html
import logging
import os
import posixpath
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import dossier
from mkdocs_dossier.progress import watching

log = get_plugin_logger(__name__)

_DEFAULT = dossier.Settings()
STYLE = "assets/dossier.css"
SCRIPTS = {"timeline/index.md": "assets/dossier-timeline.js", "statements/index.md": "assets/dossier-statements.js"}
"""What a page gains by a script, if the site has that page."""
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}
_EXTENSIONS = ("attr_list", "md_in_html", "tables")


class DossierConfig(base.Config):
    """The options of the plugin in `mkdocs.yml`."""

    seeds = c.Type(str, default=str(_DEFAULT.seeds))
    """The folder of raw articles, relative to `mkdocs.yml`."""
    entities = c.Type(str, default=str(_DEFAULT.entities))
    """The register, relative to `mkdocs.yml`."""
    fields = c.DictOfItems(c.Type(str), default={})
    """What the fields of JSON records are called: `story: text`."""
    outlets = c.DictOfItems(c.Type(str), default={})
    """The domains of outlets, and their names: `bbc.co.uk: BBC News`."""
    outlet_from = c.Choice(("", "folder"), default="")
    """`folder`: the first folder of a seed's path is the name of its outlet."""
    base = c.Choice(("", "world"), default="")
    """`world`: countries, capitals and international bodies are known beside the register."""
    discover = c.Type((str, bool), default=_DEFAULT.discover)
    """How names are found that the register does not hold: `names`, `spacy:PIPELINE` or `false`."""
    suggested = c.Choice(dossier.SUGGESTED, default=_DEFAULT.suggested)
    """Such names stand on the report only, or on the list of names too (`show`), or nowhere (`hide`)."""
    cache = c.Type((str, bool), default=dossier.CACHE)
    """The folder in which what is known of a seed is kept for the next build, relative to `mkdocs.yml`; or `false`."""
    jobs = c.Type(int, default=0)
    """How many processes work where there is enough to do; 0 for as many as there are cores."""
    unlinked = c.ListOfItems(c.Type(str), default=[])
    """Hand-written pages to leave as they are: patterns such as `handbook/*`."""


class DossierPlugin(BasePlugin[DossierConfig]):
    """Makes the pages of a dossier part of a MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ExitStack()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need: Markdown extensions, the style sheet, and files to watch."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        self.settings = dossier.Settings(
            seeds=root / self.config.seeds,
            entities=root / self.config.entities,
            fields=tuple(self.config.fields.items()),
            outlets=tuple(self.config.outlets.items()),
            outlet_from="folder" if self.config.outlet_from else "",
            base="world" if self.config.base else "",
            discover=self._discover(),
            suggested=self.config.suggested,
            cache=root / self._cache() if self.config.cache else None,
            jobs=max(0, self.config.jobs) or os.cpu_count() or 1,
            unlinked=tuple(self.config.unlinked),
            root=root,
        )
        self.links = dossier.LinkExtension()
        for name in dossier.NOISY_LIBRARIES:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        config.markdown_extensions += [name for name in _EXTENSIONS if name not in config.markdown_extensions]
        config.markdown_extensions.append(self.links)  # type: ignore[arg-type]  # an instance is as good as a name
        config.extra_css.insert(0, STYLE)
        config.theme.dirs.append(str(Path(__file__).with_name("templates")))
        config.watch += [str(path) for path in (self.settings.seeds, self.settings.entities) if path.exists()]
        return config

    def _discover(self) -> str:
        value = self.config.discover
        name = value if isinstance(value, str) else _DEFAULT.discover if value else ""
        if not dossier.is_finder(name):
            raise PluginError(f"`discover` should be {dossier.FINDERS}, and is {value}")
        return name

    def _cache(self) -> str:
        value = self.config.cache
        return value if isinstance(value, str) else dossier.CACHE

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Begin to tell how far the build is."""
        self.progress = self._shown.enter_context(watching(log))

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Say nothing any more, when the others are done, too."""
        self._shown.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Say nothing any more."""
        self._shown.close()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the dossier, say what is wrong with it, and add its pages; a hand-written page stands."""
        written = tuple(
            (file.src_uri, Path(file.abs_src_path)) for file in files.documentation_pages() if file.abs_src_path
        )
        try:
            self.dossier = dossier.build(replace(self.settings, handwritten=written), self.progress)
        except dossier.DossierError as error:
            raise PluginError(str(error)) from error
        for diagnostic in self.dossier.diagnostics:
            log.log(_LEVELS[diagnostic.severity], "%s", diagnostic)
        self.links.load(self.dossier.register)
        self._add_pages(files, config)
        scripts = [script for page, script in SCRIPTS.items() if page in self.generated]
        config.extra_javascript += scripts
        for asset in (STYLE, *scripts):
            files.append(_asset(asset, config))
        return files

    def _add_pages(self, files: Files, config: MkDocsConfig) -> None:
        self.generated: set[str] = set()
        for number, page in enumerate(dossier.render(self.dossier)):
            self.progress(f"writing {page.src_uri}", number, 0)
            if files.get_file_from_path(page.src_uri) is None:
                files.append(_file(page, config))
                self.generated.add(page.src_uri)
            else:
                log.debug("%s is written by hand; the page that would be made is left out", page.src_uri)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Count the pages that are going to be rendered."""
        self.pages = len(files.documentation_pages())

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill in a hand-written page, and have its mentions linked."""
        uri = page.file.src_uri
        self.progress.count("rendering", uri, self.pages)
        self.links.source = uri
        if uri in self.generated:
            self.links.page = None
            if "redirect" in page.meta:
                page.meta.update(_redirect(page, files))
            # MkDocs and Material put these into HTML as they are.
            page.meta.update({name: html.escape(value) for name, value in page.meta.items() if isinstance(value, str)})
            return markdown
        self.links.page = uri if self.settings.links(uri) else None
        return dossier.fill(markdown, self.dossier, uri)

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Let the search, which comes after this, find an entity by every name it has."""
        self.progress.count("building", page.file.src_uri, self.pages)
        if page.file.src_uri in self.generated and "also_known_as" in page.meta:
            page.meta.setdefault("tags", page.meta["also_known_as"])
        return context


def _redirect(page: Page, files: Files) -> dict[str, str]:
    """The template of a page that leads on, and where to; nothing if the target is not there."""
    path = posixpath.join(posixpath.dirname(page.file.src_uri), page.meta["redirect"])
    target = files.get_file_from_path(posixpath.normpath(path))
    if target is None:
        return {}
    return {"template": "dossier-redirect.html", "location": target.url_relative_to(page.file)}


def _asset(uri: str, config: MkDocsConfig) -> File:
    return File.generated(config, uri, abs_src_path=str(Path(__file__).parent / uri))


def _file(page: dossier.Page, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
    if isinstance(page.content, Path):
        return File.generated(config, page.src_uri, abs_src_path=str(page.content), inclusion=inclusion)
    return File.generated(config, page.src_uri, content=page.content, inclusion=inclusion)
