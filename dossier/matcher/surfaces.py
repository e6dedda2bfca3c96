"""Every text by which an entity is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from dossier.model import Alias, Entity, Sense
from dossier.names import short_names


def surfaces(entity: Entity) -> Iterable[tuple[str, Sense]]:
    """Every text by which an entity is found, once."""
    names = tuple(alias.text for alias in entity.aliases)
    listed = set(names)
    for alias in entity.aliases:
        rule: Literal["name", "alias"] = "name" if alias.text == entity.name else "alias"
        sense = Sense(entity.id, alias, rule, entity.kind, names=names)
        yield alias.text, sense
        if entity.kind == "topic":
            for form in plural_and_singular(alias.text) - listed:
                yield form, sense
    if entity.kind == "person":
        for part in short_names(entity.name):
            if part not in listed:
                where = _part_of(part, entity.name)
                yield part, Sense(entity.id, Alias(part, "exact", "article"), "short name", "person", where, names)


def _part_of(part: str, name: str) -> Literal["first", "middle", "last"]:
    if name.startswith(part):
        return "first"
    return "last" if name.endswith(part) else "middle"


_ONE_FORM = frozenset(
    "news gas series species politics economics ethics athletics christmas chaos bus pus lens iris".split()
)
"""Words whose last letter only looks like that of a plural."""


def plural_and_singular(text: str) -> set[str]:
    """The regular English plural and singular of a topic's last word."""
    forms: set[str] = set()
    if text.rpartition(" ")[2].lower() in _ONE_FORM:
        return forms
    if re.search(r"[^aeiou]y$", text):
        forms.add(text[:-1] + "ies")
    elif re.search(r"(?:s|x|z|ch|sh)$", text):
        forms.add(text + "es")
    elif text[-1:].isalpha():
        forms.add(text + "s")
    if re.search(r"\w{2}ies$", text):
        forms.add(text[:-3] + "y")
    elif re.search(r"(?:ss|x|z|ch|sh)es$", text):
        forms.add(text[:-2])
    elif re.search(r"[^siu]s$", text):
        forms.add(text[:-1])
        forms.discard(text + "es")
    return forms
