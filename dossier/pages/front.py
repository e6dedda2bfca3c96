"""Front matter as YAML.

The bytes are those that PyYAML writes, with or without libyaml: the two differ in what they escape, so a page must not
depend on which is installed. A text that needs no thought is written here, in a hundredth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

_SIMPLE = re.compile(r"[^\W_](?:[ -~\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]{,2000}(?<![\s:]))?")
"""A letter or digit, and then nothing that is escaped or folded."""
_SPECIAL = re.compile(r": | #")


def front_matter(fields: Mapping[str, Any]) -> str:
    """The fields that have a value, as YAML between its two lines."""
    return f"---\n{''.join(_field(name, value) for name, value in fields.items() if value)}---\n"


def _field(name: str, value: Any) -> str:
    if isinstance(value, str):
        return f"{name}: {_simple(value)}\n" if _is_simple(value) else _dumped_text(name, value)
    if isinstance(value, list):
        return f"{name}:\n" + "".join(map(_item, value))
    if isinstance(value, dict) and {*map(type, value.values())} <= {bool, int}:
        return f"{name}:\n" + "".join(f"  {key}: {str(each).lower()}\n" for key, each in value.items())
    return _dumped({name: value})


def _item(text: str) -> str:
    return f"- {_simple(text)}\n" if _is_simple(text) else _dumped({"_": [text]}).partition("\n")[2]


def _is_simple(text: str) -> bool:
    """Whether it is a text without quotation marks or in single ones, and YAML takes it for nothing but a text."""
    if _SIMPLE.fullmatch(text) is None:
        return False
    others = yaml.SafeDumper.yaml_implicit_resolvers.get(text[0], ())
    return not any(form.match(text) for _, form in others)


def _simple(text: str) -> str:
    return f"""'{text.replace("'", "''")}'""" if _SPECIAL.search(text) else text


@lru_cache(maxsize=1024)  # mostly days
def _dumped_text(name: str, text: str) -> str:
    return _dumped({name: text})


def _dumped(fields: Mapping[str, Any]) -> str:
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
