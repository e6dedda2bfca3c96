"""The options of the plugin in `mkdocs.yml`, and the settings that they make."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError

import dossier

_DEFAULT = dossier.Settings()


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

    def settings(self, root: Path) -> dossier.Settings:
        """What is set, for a site whose `mkdocs.yml` stands in a folder.

        Raises:
            PluginError: what `discover` says is nothing that finds names.
        """
        cache = self.cache if isinstance(self.cache, str) else dossier.CACHE if self.cache else ""
        return dossier.Settings(
            seeds=root / self.seeds,
            entities=root / self.entities,
            fields=tuple(self.fields.items()),
            outlets=tuple(self.outlets.items()),
            outlet_from="folder" if self.outlet_from else "",
            base="world" if self.base else "",
            discover=self._finder(),
            suggested=self.suggested,
            cache=root / cache if cache else None,
            jobs=max(0, self.jobs) or os.cpu_count() or 1,
            unlinked=tuple(self.unlinked),
            root=root,
        )

    def _finder(self) -> str:
        name = self.discover if isinstance(self.discover, str) else _DEFAULT.discover if self.discover else ""
        if not dossier.is_finder(name):
            raise PluginError(f"`discover` should be {dossier.FINDERS}, and is {self.discover}")
        return name
