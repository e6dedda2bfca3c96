"""The adapter: hands the pages of a dossier to MkDocs. What there is to know is known in `dossier`."""

from __future__ import annotations

import html
import logging
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Thread

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import dossier
from dossier import digest_of
from mkdocs_dossier.converted import dialect_of
from mkdocs_dossier.converting import Converter
from mkdocs_dossier.dirty import Built, quieten
from mkdocs_dossier.files import SheetFile, SheetPage
from mkdocs_dossier.lookout import Lookout
from mkdocs_dossier.options import DossierConfig
from mkdocs_dossier.progress import watching
from mkdocs_dossier.searching import quicken

log = get_plugin_logger(__name__)

STYLE = "assets/dossier.css"
SCRIPTS = {"timeline/index.md": "assets/dossier-timeline.js", "statements/index.md": "assets/dossier-statements.js"}
"""What a page gains by a script, if the site has that page."""
PLACES = "assets/dossier-places.js"
"""What a site gains by a script whose theme loads pages itself."""
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}
_EXTENSIONS = ("attr_list", "md_in_html", "tables")


class DossierPlugin(BasePlugin[DossierConfig]):
    """Makes the pages of a dossier part of a MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        self.converter: Converter | None = None
        self.built: Built | None = None
        self.memory: dossier.Memory | None = None
        self.remembering: Thread | None = None
        self.sweep = dossier.Sweep()
        self.lookout = Lookout()
        self.during = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin to remember what is built, if only what changed is to be."""
        if dirty:
            self.built = Built()
            self.memory = dossier.Memory()
            quieten()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what the pages need: Markdown extensions, the style sheet, and files to watch."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        self.settings = self.config.settings(root)
        self.links = dossier.LinkExtension()
        for name in dossier.NOISY_LIBRARIES:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        config.markdown_extensions += [name for name in _EXTENSIONS if name not in config.markdown_extensions]
        config.markdown_extensions.append(self.links)  # type: ignore[arg-type]  # an instance is as good as a name
        config.extra_css.insert(0, STYLE)
        config.theme.dirs.append(str(Path(__file__).with_name("templates")))
        config.watch += [str(path) for path in (self.settings.seeds, self.settings.entities) if path.exists()]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Tell how far the build is, and look for no edits; for no garbage, where few pages are to be built."""
        if self.remembering is not None:
            self.remembering.join()
        self.sweep.put_off()
        self.during.enter_context(self.lookout.closed())
        if self.built is not None and self.built.is_known:
            self.during.enter_context(dossier.uncollected())
        self.progress = self.during.enter_context(watching(log))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the dossier, say what is wrong with it, and add its pages; a hand-written page stands."""
        written = tuple(
            (file.src_uri, Path(file.abs_src_path)) for file in files.documentation_pages() if file.abs_src_path
        )
        try:
            self.edition = dossier.edition(replace(self.settings, handwritten=written), self.progress, self.memory)
        except dossier.DossierError as error:
            raise PluginError(str(error)) from error
        self._say(self.edition.diagnostics)
        self._add_pages(files, config)
        self.links_are_loaded = False
        scripts = [script for page, script in SCRIPTS.items() if page in self.generated]
        if "navigation.instant" in config.theme.get("features", ()):
            scripts.append(PLACES)
        config.extra_javascript += scripts
        for asset in (STYLE, *scripts):
            files.append(_asset(asset, config))
        if self.built is not None:
            told = [str(self.settings.seeds), str(self.settings.entities)]
            self.built.begin(config, files, dict(self._digests(written)), told)
        self._convert_ahead()
        return files

    def _say(self, diagnostics: Iterable[dossier.Diagnostic]) -> None:
        for diagnostic in diagnostics:
            log.log(_LEVELS[diagnostic.severity], "%s", diagnostic)

    def _add_pages(self, files: Files, config: MkDocsConfig) -> None:
        self._begin_converting(config)
        self.generated: dict[str, SheetFile] = {}
        titles = dict(_titles(config.nav))
        for number, sheet in enumerate(self.edition.sheets()):
            self.progress(f"writing {sheet.src_uri}", number, 0)
            if sheet.src_uri in files.src_uris:
                log.debug("%s is written by hand; the page that would be made is left out", sheet.src_uri)
                continue
            self.generated[sheet.src_uri] = file = SheetFile(sheet, self.edition, config)
            files.append(file)
            if self.converter is not None and file.is_documentation_page():
                SheetPage(titles.get(sheet.src_uri), file, config, self.converter)
                if self.built is None or not self.built.stands(sheet.src_uri, file.digest):
                    self.converter.ahead(sheet.src_uri, file.digest, file.read)

    def _begin_converting(self, config: MkDocsConfig) -> None:
        dialect, folder, jobs = dialect_of(config), self.settings.cache, self.settings.jobs
        if self.converter is not None and (dialect is None or not self.converter.is_for(dialect, folder, jobs)):
            self._close()
        if self.converter is not None:
            self.converter.begin()
        elif dialect is not None:
            self.converter = Converter(dialect, folder, jobs)

    def _convert_ahead(self) -> None:
        """Begin to convert what else is to be built, if only what changed is: its file is gone, or all is."""
        if self.converter is not None and self.built is not None:
            for uri, file in self.generated.items():
                if file.is_documentation_page() and file.is_modified():
                    self.converter.ahead(uri, file.digest, file.read)

    def _digests(self, written: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, str]]:
        """What stands on each page, as a digest, by its `src_uri`: also on the hand-written ones that are filled in."""
        yield from ((uri, file.digest) for uri, file in self.generated.items())
        register = self.settings.entities
        links = digest_of(register.read_bytes() if register.is_file() else b"", *self.generated)
        for uri, path in written:
            linked = links if self.settings.links(uri) else ""
            yield uri, digest_of(path.read_bytes(), linked, repr(self.edition.fragments.get(uri)))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Name the pages that are not built again, and count those that are."""
        self.nav = nav
        built = [file for file in files.documentation_pages() if self.built is None or file.is_modified()]
        self.pages = len(built)
        if self.built is not None:
            self.built.name(nav)
        return nav

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
        if self.links.page is not None and not self.links_are_loaded:
            self.links.load(self.edition.register)
            self.links_are_loaded = True
        return dossier.fill(markdown, self.edition.fragments.get(uri, {}))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All pages are converted: let go of what did it, unless it is soon needed again."""
        quicken(config)
        if self.built is None:
            self._close()
        else:
            self.built.complete(self.nav, config, files)
            env.bytecode_cache = self.built.bytecode
        self.files = files
        return env

    @event_priority(100)
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Tidy up; and complete the index of the search before it is written, if only what changed was built."""
        self._say(self.edition.tidy())
        if self.built is not None:
            self.built.end(config, self.files)

    @event_priority(-100)
    def _end(self, *, config: MkDocsConfig) -> None:
        """Say nothing any more, and look for edits again, when the others have done their work, too."""
        self.during.close()
        if self.built is not None:
            self.sweep.want()

    on_post_build = CombinedEvent(_complete, _end)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Look for edits between builds only.

        While the first pages are read, make what the first build found kept: an edit needs but little anew then.
        """
        for path in config.watch:
            server.watch(path)
        self.lookout.take_over(server)
        if self.memory is not None:
            self.remembering = Thread(target=self._remember, args=(self.memory,), daemon=True)
            self.remembering.start()

    def _remember(self, memory: dossier.Memory) -> None:
        try:
            self.edition.remember(memory)
        except Exception as error:  # noqa: BLE001 - the next build says what it is
            log.debug("what is kept could not be remembered: %s", error)

    @event_priority(100)
    def on_build_error(self, *, error: Exception) -> None:
        """Let go of what converts the pages, and trust nothing that was written, when a build ends early."""
        self.during.close()
        self._close()
        if self.built is not None:
            self.built.forget()
            self.sweep.want()

    def on_shutdown(self) -> None:
        """Let go of what converts the pages, when nothing is served any more."""
        self.sweep.put_off()
        self._close()

    def _close(self) -> None:
        if self.converter is not None:
            self.converter.close()
        self.converter = None

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Let the search, which comes after this, find an entity by every name it has."""
        self.progress.count("building", page.file.src_uri, self.pages)
        if page.file.src_uri in self.generated and "also_known_as" in page.meta:
            page.meta.setdefault("tags", page.meta["also_known_as"])
        return context


def _titles(nav: object) -> Iterator[tuple[str, str]]:
    """The titles that the navigation of `mkdocs.yml` gives to pages: MkDocs gives none to a page that is there."""
    if isinstance(nav, list):
        for each in nav:
            yield from _titles(each)
    elif isinstance(nav, dict):
        for title, target in nav.items():
            if isinstance(target, str):
                yield target.lstrip("/"), title
            else:
                yield from _titles(target)


def _redirect(page: Page, files: Files) -> dict[str, str]:
    """The template of a page that leads on, and where to; nothing if the target is not there."""
    path = posixpath.join(posixpath.dirname(page.file.src_uri), page.meta["redirect"])
    target = files.get_file_from_path(posixpath.normpath(path))
    if target is None:
        return {}
    return {"template": "dossier-redirect.html", "location": target.url_relative_to(page.file)}


def _asset(uri: str, config: MkDocsConfig) -> File:
    return File.generated(config, uri, abs_src_path=str(Path(__file__).parent / uri))
