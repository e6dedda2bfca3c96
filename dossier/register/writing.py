"""Values as YAML on one line, as a person would write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

Value = str | Sequence["Value"] | Mapping[str, "Value"]

_SIGNS = re.compile(r"[:?#,\[\]{}]|^[^\w(]|^[-+.]*\d[\w.:+-]*$|^_|^[yYnN~]$|\s$|^(?:---|\.\.\.)")
"""What may mean something else than itself: signs inside, signs in front, what looks like a number or a date."""
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_UNSEEN = {"Cc", "Cs", "Cn", "Zl", "Zp"}
_RESOLVER: Any = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"


def written(value: Value) -> str:
    """A text, a list or a mapping on one line, which means the same wherever it stands."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]"


def _scalar(text: str) -> str:
    if any(map(_is_unseen, text)):
        return '"' + "".join(_escaped(letter) for letter in text) + '"'
    if text and _SIGNS.search(text) is None and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT:
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_unseen(letter: str) -> bool:
    """Whether an editor would not show it as itself, or YAML not take it."""
    return (
        letter == "\ufeff" or unicodedata.category(letter) in _UNSEEN or unicodedata.bidirectional(letter) in _TURNING
    )


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if not _is_unseen(letter):
        return letter
    return f"\\u{ord(letter):04X}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08X}"
