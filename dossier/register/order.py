"""Where a new entry goes among those that a file holds: in its alphabetical place.

Lines that are added at different times seldom touch each other, then, and `git revert` can take one of them away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dossier.register.schema import id_of


def sort_key(entry: Any) -> str:
    """By what an entry is ordered: a name, the name of an entity, or the first id of a group."""
    if isinstance(entry, dict):
        entry = entry.get("name", "")
    elif isinstance(entry, list):
        entry = entry[0] if entry else ""
    return _key(entry) if isinstance(entry, str) and entry else ""


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    return id_of(text)


def places(there: Sequence[str], new: Sequence[str]) -> list[int]:
    """How many of the entries that are there stand before each new one.

    Args:
        there: the keys of what is there. Its end is looked at, as far as it is in alphabetical order: what stands
            before that is in an order of its own, and stays among itself.
        new: the keys of what comes in.
    """
    first = len(there)
    while first and (first == len(there) or there[first - 1] <= there[first]):
        first -= 1
    return [bisect_right(there, each, lo=first) for each in new]


def inserted(there: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    """The entries with the new ones in their places."""
    found = places([sort_key(each) for each in there], [sort_key(each) for each in new])
    rows = [(place, 1, "", each) for place, each in enumerate(there)]
    rows += [(place, 0, sort_key(each), each) for place, each in zip(found, new, strict=True)]
    return [row[-1] for row in sorted(rows, key=lambda row: row[:3])]
