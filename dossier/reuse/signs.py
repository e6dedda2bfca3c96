"""What two outlets write alike, though their signs differ."""

from __future__ import annotations

import re

_PLAIN = str.maketrans("“”„«»‘’‚‹›–—‐‑\u00a0", "\"\"\"\"\"'''''---- ")
_SIGN = re.compile(r"\w+|[^\w\s]")


def alike(text: str) -> str:
    """A text with plain quotation marks and dashes, and one space between words."""
    return " ".join(text.translate(_PLAIN).split())


def signs(text: str) -> list[tuple[str, int, int]]:
    """The words and signs of a text, made plain, with their spans."""
    return [(match.group().translate(_PLAIN), match.start(), match.end()) for match in _SIGN.finditer(text)]
