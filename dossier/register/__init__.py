"""The register, `entities.yml`: loaded entry by entry, every complaint with its line; and decisions written into it."""

from __future__ import annotations

from dossier.register.doubtful import is_doubtful
from dossier.register.edits import apply, apply_all, entry
from dossier.register.file import Change, change, change_back, check
from dossier.register.loading import load_register, read_register
from dossier.register.schema import id_of, json_schema
from dossier.register.text import EditError
from dossier.register.writing import written

__all__ = [
    "Change",
    "EditError",
    "apply",
    "apply_all",
    "change",
    "change_back",
    "check",
    "entry",
    "id_of",
    "is_doubtful",
    "json_schema",
    "load_register",
    "read_register",
    "written",
]
