"""Decisions as edits of the register's text: one line each, and every other byte stays as it is.

The text is parsed only to find the place. What comes out is parsed again, and must say what was there before and the
decision: a file that is written in a way that is not understood here is refused, never spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from dossier.model import (
    RESERVED,
    Add,
    AliasOf,
    Confirm,
    Decision,
    Distinct,
    Merge,
    NoAlias,
    Suppress,
)
from dossier.register.merging import ends
from dossier.register.nodes import is_nothing, text_of, value_of, values_of
from dossier.register.outcome import decided, plain
from dossier.register.schema import id_of
from dossier.register.text import EditError, RegisterText, Splice
from dossier.register.writing import Value, written
from dossier.yaml_lines import YamlList, YamlMap, YamlProblem, parse_document


def apply(text: str, decision: Decision) -> str:
    """The register's text with a decision, in one line more or one line changed.

    Raises:
        EditError: the text is no register, or the decision contradicts it.
    """
    return apply_all(text, [decision])


def apply_all(text: str, decisions: Sequence[Decision]) -> str:
    """The register's text with several decisions; additions are written all at once, in time linear in the text.

    Raises:
        EditError: as `apply`; nothing is decided, then. The text must be a register even if there is no decision.
    """
    if not decisions:
        RegisterText(text.removeprefix("\ufeff"))
    for additions, group in groupby(decisions, lambda decision: isinstance(decision, Add)):
        for together in [list(group)] if additions else [[decision] for decision in group]:
            text = _applied(text, together)
    return text


def _applied(text: str, decisions: Sequence[Decision]) -> str:
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    register = RegisterText(body)
    result = body
    for splice in sorted(_splices(register, decisions), reverse=True):
        result = result[: splice.start] + splice.text + result[splice.end :]
    wanted = decided(plain(register.document.root), decisions)
    try:
        said = plain(parse_document(result).root)
    except (YamlProblem, UnicodeEncodeError):
        said = None
    if said != wanted:
        raise EditError("the register is written in a way that cannot be added to here: edit it by hand")
    return mark + result


def _splices(register: RegisterText, decisions: Sequence[Decision]) -> list[Splice]:
    match decisions[0]:
        case Add():
            edits = _added(register, [decision for decision in decisions if isinstance(decision, Add)])
        case AliasOf() as decision:
            edits = _alias_added(register, decision)
        case NoAlias() as decision:
            edits = _alias_removed(register, decision)
        case Merge() as decision:
            edits = _redirected(register, decision)
        case Distinct() as decision:
            edits = _set_apart(register, decision)
        case Suppress() as decision:
            edits = _suppressed(register, decision)
        case Confirm() as decision:
            edits = _confirmed(register, decision)
    return edits


def _added(register: RegisterText, decisions: Iterable[Add]) -> list[Splice]:
    """Each one line among the entities."""
    lines: list[Value] = []
    known = {entity: f"line {node.line}" for entity, node in register.entities.items()}
    redirects = register.section("redirects")
    pairs = redirects.pairs if isinstance(redirects, YamlMap) else ()
    led = ends({key.text: text_of(value) or "" for key, value in pairs})
    for decision in decisions:
        new = id_of(decision.name)
        if new in known:
            raise EditError(f"`{new}` is there already, in {known[new]}")
        if new in RESERVED:
            raise EditError(f"`{new}` is the address of a list: edit the register, and give it another `id`")
        if led.get(new) in register.entities:
            raise EditError(f"`{new}` is redirected to `{led[new]}`: what is added would not be seen")
        register.refuse_suppressed(decision.name)
        known[new] = "what is added"
        lines.append(entry(decision))
    return register.appended("entities", lines)


def _alias_added(register: RegisterText, decision: AliasOf) -> list[Splice]:
    """In the entity's list of aliases, which is made if it has none."""
    node = register.entity(decision.entity)
    register.refuse_suppressed(decision.text)
    aliases = value_of(node, "aliases")
    name = value_of(node, "name")
    if decision.text in (text_of(each) for each in (name, *values_of(aliases))):
        raise EditError(f"`{decision.entity}` has this name already, in line {node.line}")
    if isinstance(aliases, YamlList):
        return [register.append(aliases, [decision.text])]
    if aliases is not None:
        if not is_nothing(aliases):
            raise EditError(f"line {aliases.line}: `aliases` is no list: put it into brackets")
        return [Splice(aliases.start, aliases.start, f" {written([decision.text])}")]
    return [register.put(node, "aliases", written([decision.text]), after="kind")]


def _alias_removed(register: RegisterText, decision: NoAlias) -> list[Splice]:
    """Its line, or its place in the list."""
    aliases = value_of(register.entity(decision.entity), "aliases")
    found = [index for index, each in enumerate(values_of(aliases)) if text_of(each) == decision.text]
    if not found or not isinstance(aliases, YamlList):
        raise EditError(f"`{decision.text}` is not listed among the aliases of `{decision.entity}`")
    if len(found) > 1:
        raise EditError(f"`{decision.text}` is listed twice in line {aliases.line}: edit it by hand")
    index, values = found[0], aliases.values
    start, end = values[index].start, register.content_end(values[index])
    if not aliases.flow:
        return [register.without_lines(start, end)]
    comma = re.compile(r" *, *").match(register.text, end)
    if comma is not None:
        return [Splice(start, comma.end(), "")]
    before = register.content_end(values[index - 1]) if index else start
    return [Splice(before if re.fullmatch(r" *, *", register.text[before:start]) else start, end, "")]


def _redirected(register: RegisterText, decision: Merge) -> list[Splice]:
    """One redirect, from an entity that is there to another one."""
    register.entity(decision.old)
    register.entity(decision.new)
    node = register.section("redirects")
    redirects = {key.text: text_of(value) or "" for key, value in node.pairs} if isinstance(node, YamlMap) else {}
    if decision.old in redirects:
        raise EditError(f"`{decision.old}` is redirected already, to `{redirects[decision.old]}`")
    if ends(redirects | {decision.old: decision.new})[decision.old] is None:
        raise EditError(f"`{decision.new}` leads to `{decision.old}` already")
    for group in map(values_of, register.listed("distinct")):
        if {decision.old, decision.new} <= {text_of(each) for each in group}:
            raise EditError(f"line {group[0].line}: `{decision.old}` and `{decision.new}` are distinct")
    pair = f"{written(decision.old)}: {written(decision.new)}"
    if isinstance(node, YamlMap):
        return [register.put_in_order(node, "redirects", decision.old, written(decision.new))]
    return [register.begun("redirects", node, [pair], "{" + pair + "}")]


def _set_apart(register: RegisterText, decision: Distinct) -> list[Splice]:
    """One group of ids."""
    ids = set(decision.entities)
    for each in decision.entities:
        register.entity(each)
    if len(ids) < 2:
        raise EditError("it takes two to be distinct")
    for group in map(values_of, register.listed("distinct")):
        if ids <= {text_of(each) for each in group}:
            raise EditError(f"line {group[0].line}: they are distinct already")
    return register.appended("distinct", [list(decision.entities)])


def _suppressed(register: RegisterText, decision: Suppress) -> list[Splice]:
    """One name."""
    register.refuse_suppressed(decision.text)
    return register.appended("suppress", [decision.text])


def _confirmed(register: RegisterText, decision: Confirm) -> list[Splice]:
    """Without its status; and with another kind, if that is wanted."""
    node = register.entity(decision.entity)
    status, kind = value_of(node, "status"), value_of(node, "kind")
    if text_of(status) != "suggested" or status is None:
        raise EditError(f"`{decision.entity}` is no suggestion any more, in line {node.line}")
    edits = [register.without_pair(node, status)]
    if decision.kind is not None and kind is not None and text_of(kind) != decision.kind:
        edits.append(Splice(kind.start, register.content_end(kind), decision.kind))
    return edits


def entry(decision: Add) -> dict[str, Value]:
    """What an entity that is added says."""
    told: dict[str, Value] = {"name": decision.name, "kind": decision.kind}
    if decision.aliases:
        told["aliases"] = list(decision.aliases)
    return told if decision.status == "confirmed" else told | {"status": decision.status}
