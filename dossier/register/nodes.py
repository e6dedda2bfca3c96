"""The nodes of a register's YAML, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.register.schema import id_of
from dossier.yaml_lines import YamlList, YamlMap, YamlNode, YamlText


def id_in(node: YamlMap) -> str:
    """The id of an entity's entry, given or made of its name."""
    return text_of(value_of(node, "id")) or id_of(text_of(value_of(node, "name")) or "")


def value_of(node: YamlMap, name: str) -> YamlNode | None:
    """What stands under a key: the last, if it is there twice."""
    return next((value for key, value in reversed(node.pairs) if key.text == name), None)


def values_of(node: YamlNode | None) -> Sequence[YamlNode]:
    """The values of a list; none of anything else."""
    return node.values if isinstance(node, YamlList) else ()


def text_of(node: YamlNode | None) -> str | None:
    """The text of a scalar, or of an alias with conditions."""
    if isinstance(node, YamlMap):
        node = value_of(node, "text")
    return node.text.strip() if isinstance(node, YamlText) else None


def is_nothing(node: YamlNode | None) -> bool:
    """Whether nothing was written."""
    return node is None or (isinstance(node, YamlText) and node.start == node.end)


def is_empty(node: YamlList | YamlMap) -> bool:
    """Whether nothing stands in it."""
    return not (node.values if isinstance(node, YamlList) else node.pairs)
