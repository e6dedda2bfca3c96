"""Names that stand behind an office with an `of` in it: `Secretary of State Ada Vance`."""

from __future__ import annotations

import re

from dossier.names import is_title
from dossier.statements.genders import gender_of_name

_OFFICE = re.compile(
    r"(?:[\w.'’-]+\s+){0,5}?(?:secretary|minister|director|chief|president|speaker|chair|chairman|chairwoman|governor|"
    r"ambassador|archbishop|bishop|commissioner|administrator|superintendent|leader|head)\s+of\s+(?:[\w.'’&-]+\s+){1,5}",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:[\w.'’-]+\s+){0,5}?(?:Committee|Subcommittee|Department|Board|Office|Bureau|Ministry|Agency|Council|Institute)"
    r"\s+(?:on|of|for)\s+(?:[\w.'’&-]+\s+){1,6}"
)
_ANOTHERS = frozenset("for to with by who whose whom from about against under a an".split())


def is_office(before: str) -> bool:
    """Whether some words, with the space behind them, are the office of whoever is named behind them."""
    words = before.split()
    if not _ANOTHERS.isdisjoint(words[1:]):
        return False
    if _OFFICE.fullmatch(before) is not None:
        return True
    return _BODY.fullmatch(before) is not None and is_title(words[-1].lower())


def named_in_office(called: str) -> str | None:
    """The full name that ends some words, if its first name is a common one and an office stands before it."""
    words = called.rsplit(maxsplit=2)
    name = " ".join(words[1:])
    if len(words) <= 2 or not name[:1].isupper() or gender_of_name(name) is None:
        return None
    return name if is_office(f"{words[0]} ") else None
