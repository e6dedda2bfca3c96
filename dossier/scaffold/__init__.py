"""A working dossier to start from: the files of a site without articles, written into a folder."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from dossier.model import DossierError

FILES: Mapping[str, str] = {
    "mkdocs.yml": "scaffold/files/mkdocs.yml",
    "entities.yml": "scaffold/files/entities.yml",
    "entities.schema.json": "entities.schema.json",
    "seeds/README.md": "scaffold/files/seeds.md",
    "docs/index.md": "scaffold/files/index.md",
    "requirements.txt": "scaffold/files/requirements.txt",
    "README.md": "scaffold/files/README.md",
    ".gitignore": "scaffold/files/gitignore",
    ".github/workflows/pages.yml": "scaffold/files/pages.yml",
}
"""What is written, and the file of this package it is made from; no name in the package begins with a dot."""

_NAME = "@site_name@"
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~\"$@-]")
"""Signs that mean something in Markdown, in YAML or to us, and those that stand for spaces in the name of a folder."""
_MAX_NAME = 80


def make_dossier(folder: Path) -> tuple[str, ...]:
    """Write the files of a new dossier into `folder`, which is made if it is not there, and return their names.

    What stands there already is left alone.

    Raises:
        DossierError: something has the name of a file that would be written; nothing is, then.
        OSError: the folder cannot be written.
    """
    for name in FILES:
        _refuse_what_is_in_the_way(folder, name)
    title = site_name(folder.resolve().name)
    for name, source in FILES.items():
        text = (files("dossier") / source).read_text(encoding="utf-8")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text.replace(_NAME, title))
    return tuple(FILES)


def site_name(folder: str) -> str:
    """Make the name of a site from that of its folder: `ferry-strike` is `Ferry strike`."""
    text = unicodedata.normalize("NFC", _MARKUP.sub(" ", folder))
    printed = "".join(letter for letter in text if letter.isprintable() or unicodedata.category(letter) == "Cf")
    name = " ".join(printed.split())[:_MAX_NAME].strip()
    return name[:1].upper() + name[1:] if any(map(str.isalnum, name)) else "Dossier"


def _refuse_what_is_in_the_way(folder: Path, name: str) -> None:
    """Raise if `name` cannot be made in `folder`: it is there, or something that is no folder stands on its way."""
    path = folder / name
    if os.path.lexists(path):
        raise DossierError(f"{path} is there already: nothing was written; name another folder, or move it away")
    for parent in path.parents[: len(Path(name).parts)]:
        if os.path.lexists(parent) and not parent.is_dir():
            raise DossierError(f"{parent} is no folder: nothing was written; name another one, or move it away")
