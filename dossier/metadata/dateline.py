"""The place in a dateline as it was taken from the text."""

from __future__ import annotations

import re

_TAIL = re.compile(r"\s*(?:[(\[].*)?(?:--+|[—–:-])?\s*$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf",?\s+\(?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\)?$", re.IGNORECASE)


def dateline_place(taken: str) -> str | None:
    """Return the place of a dateline such as `SEOUL, Dec 30 (Yonhap) --`, without day, agency and dash."""
    place = _DAY.sub("", _TAIL.sub("", taken)).strip(" ,")
    return place or None


def dateline_agency(taken: str) -> str | None:
    """Return the agency that a dateline names in parentheses: `Yonhap`."""
    match = re.search(r"[(\[]([^()\[\]]{2,40})[)\]]\s*(?:--+|[—–:-])?\s*$", taken)
    return None if match is None or _DAY.search(f", {match[1]}") else match[1].strip()
