"""The files and pages of MkDocs that a dossier adds."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from dossier import DossierError, Edition, Sheet
from mkdocs_dossier.converted import Converted

Convert = Callable[[str, str], Converted | None]


class SheetFile(File):
    """A generated file: its content is read when it is asked for, and not held."""

    def __init__(self, sheet: Sheet, edition: Edition, config: MkDocsConfig) -> None:
        """Make one.

        Args:
            sheet: what it is.
            edition: has what stands on it.
            config: of the site.
        """
        inclusion = InclusionLevel.INCLUDED if sheet.listed else InclusionLevel.NOT_IN_NAV
        super().__init__(sheet.src_uri, None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
        self.generated_by = "dossier"
        self._sheet = sheet
        self._edition = edition
        self.abs_src_path = None if sheet.path is None else str(sheet.path)

    @property
    def digest(self) -> str:
        """Of what stands on it; of an untouched seed, of how it looks: one that is moved here may be older."""
        if self._sheet.path is None:
            return self._sheet.digest
        seen = self._sheet.path.stat()
        return repr((seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))

    def read(self) -> str:
        """What stands on it.

        Raises:
            PluginError: it was taken away while the site is built, and cannot be made again.
        """
        if not self._is_ours:
            return super().content_string
        try:
            return self._edition.content(self._sheet)
        except DossierError as error:
            raise PluginError(str(error)) from error

    @property
    def _is_ours(self) -> bool:
        """Whether nobody gave it another content, and it is no untouched seed."""
        return self._content is None and self._sheet.path is None

    @property
    def content_string(self) -> str:
        """What stands on it."""
        return self.read()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The same, as UTF-8."""
        return self.read().encode() if self._is_ours else super().content_bytes

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value


class SheetPage(Page):
    """A page whose Markdown may have been converted already."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, convert: Convert) -> None:
        super().__init__(title, file, config)
        self._convert = convert

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown to HTML, unless that was done and all that it links to is still there."""
        converted = self._convert(self.file.src_uri, self.markdown or "")
        if converted is not None and converted.holds(files):
            converted.put_on(self, files)
        else:
            super().render(config, files)
