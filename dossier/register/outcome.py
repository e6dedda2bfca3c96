"""What a decision must make of a register, without regard to how it is written: edits are held against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.model import Add, AliasOf, Confirm, Decision, Distinct, Merge, NoAlias, Suppress
from dossier.register.order import inserted
from dossier.register.schema import id_of
from dossier.yaml_lines import YamlList, YamlNode, YamlText

Plain = dict[str, Any]


def plain(node: YamlNode | None) -> Any:
    """Texts, lists and mappings; of a key that stands twice, the last value. What is empty or the default is one."""
    if node is None:
        return ""
    if isinstance(node, YamlText):
        return node.text.strip()  # as it is loaded: a last line end in it means nothing
    if isinstance(node, YamlList):
        return [plain(value) for value in node.values] or ""
    told = {key.text: plain(value) for key, value in node.pairs}
    if told.get("status") == "confirmed":
        del told["status"]
    return told or ""


def decided(before: Any, decisions: Sequence[Decision]) -> Plain:
    """The plain register after additions, or after one other decision."""
    register: Plain = dict(before or {})
    new = [_added(decision) for decision in decisions if isinstance(decision, Add)]
    if new:
        return register | {"entities": inserted(register.get("entities") or [], new)}
    match decisions[0]:
        case AliasOf(text, entity_id):
            entity = _entity(register, entity_id)
            entity["aliases"] = [*(entity.get("aliases") or []), text]
        case NoAlias(text, entity_id):
            entity = _entity(register, entity_id)
            entity["aliases"] = [each for each in entity["aliases"] if _name(each, "text") != text] or ""
        case Merge(old, into):
            register["redirects"] = {**(register.get("redirects") or {}), old: into}
        case Distinct(entities):
            register["distinct"] = inserted(register.get("distinct") or [], [[*entities]])
        case Suppress(text):
            register["suppress"] = inserted(register.get("suppress") or [], [text])
        case Confirm(entity_id, wanted):
            entity = _entity(register, entity_id)
            del entity["status"]
            entity["kind"] = wanted or entity["kind"]
    return register


def _added(decision: Add) -> Plain:
    entity: Plain = {"name": decision.name, "kind": decision.kind}
    entity |= {"aliases": [*decision.aliases]} if decision.aliases else {}
    return entity | ({"status": decision.status} if decision.status != "confirmed" else {})


def _entity(register: Plain, entity_id: str) -> Plain:
    """The entity of an id: a copy, put into its place."""
    entities = list(register["entities"])
    register["entities"] = entities
    for index, entity in enumerate(entities):
        if isinstance(entity, dict) and (entity.get("id") or id_of(_name(entity, "name"))) == entity_id:
            copy: Plain = dict(entity)
            entities[index] = copy
            return copy
    raise KeyError(entity_id)


def _name(node: Any, key: str) -> str:
    text = node.get(key, "") if isinstance(node, dict) else node
    return text.strip() if isinstance(text, str) else ""
