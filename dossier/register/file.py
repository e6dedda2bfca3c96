"""The register on disk: changed whole or not at all, and never over what somebody else has just written there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.model import Decision, DossierError
from dossier.register.edits import apply_all
from dossier.register.text import EditError
from dossier.yaml_lines import YamlProblem, parse_document

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Change:
    """The text of the register before and after decisions; `before` is `None` if there was no file."""

    before: str | None
    after: str


def change(path: Path, decisions: Sequence[Decision]) -> Change:
    """Write decisions into the register, as it stands on disk at this moment; a missing file is made.

    Raises:
        EditError: it cannot take them; nothing is written, then.
        DossierError: it cannot be read, or is no UTF-8 text.
        OSError: it cannot be written.
    """
    return _rewritten(path, lambda text: apply_all(text or "", decisions))


def check(path: Path) -> None:
    """Raise if the register is such that no decision can be written into it.

    Raises:
        EditError: it is no YAML, or no mapping.
        DossierError: it cannot be read, or is no UTF-8 text.
    """
    try:
        apply_all(_read(path)[1] or "", [])
    except EditError as error:
        raise EditError(f"{path}: {error}") from error


def change_back(path: Path, done: Change) -> None:
    """Take a change back; what others have written in the meantime stays.

    Raises:
        EditError: they have written where the change was made; nothing is taken back, then.
        DossierError, OSError: as `change`.
    """
    if done.before is None and _read(path)[1] == done.after:
        path.unlink()
    else:
        _rewritten(path, lambda text: taken_back(text or "", done))


def taken_back(text: str, done: Change) -> str:
    """The text without a change: as it was before, or, if others have changed it too, without the line that came in."""
    before = done.before or ""
    if text == done.after:
        return before
    old, new = before.splitlines(keepends=True), done.after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    lines = text.splitlines(keepends=True)
    if len(new) != 1 or len(old) > 1 or lines.count(new[0]) != 1:
        raise EditError("the register was changed in the meantime: undo it there, or with git")
    place = lines.index(new[0])
    result = "".join([*lines[:place], *old, *lines[place + 1 :]])
    try:
        parse_document(result.removeprefix("\ufeff"))
    except YamlProblem as problem:
        raise EditError("the register was changed in the meantime: undo it there, or with git") from problem
    return result


def _rewritten(path: Path, edit: Callable[[str | None], str]) -> Change:
    for _ in range(_TRIES):
        raw, text = _read(path)
        after = edit(text)
        if _replaced(path, raw, after.encode("utf-8")):
            return Change(text, after)
    raise EditError("the register is being changed all the time: try again")


def _read(path: Path) -> tuple[bytes | None, str | None]:
    if not path.exists():
        return None, None
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DossierError(f"{path} cannot be read: {error.strerror}") from error
    try:
        return raw, raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DossierError(f"{path} cannot be read: {error}: save it as UTF-8 text") from error


def _replaced(path: Path, raw: bytes | None, after: bytes) -> bool:
    """Put a file in the place of another one, unless that is not what was read any more."""
    target = path.resolve()  # a link stays a link
    if raw is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(2, "its folder is not there", str(path))
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("xb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if raw is not None:
            fresh.chmod(target.stat().st_mode & 0o7777)
        if _read(path)[0] != raw:
            return False
        fresh.replace(target)
        return True
    finally:
        fresh.unlink(missing_ok=True)
