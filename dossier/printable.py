"""What may be shown on a terminal: nothing that stands in a seed or its name can steer it."""

from __future__ import annotations

import unicodedata

_STEERING = {"Cc", "Cs", "Zl", "Zp"}
"""Categories of control characters, of halves of characters, and of separators of lines."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""What turns the direction of the text that follows: a name could look like another one."""


def safe(text: str) -> str:
    """Replace what would steer a terminal: control characters, line ends, changes of direction."""
    return text if text.isprintable() else "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in "\t\n\r":
        return " "
    if unicodedata.category(letter) in _STEERING or unicodedata.bidirectional(letter) in _TURNING:
        return "�"
    return letter
