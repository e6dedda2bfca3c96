"""Decisions as edits of the register's text: one line each, and every other byte stays as it is.

The text is parsed only to find the place. What comes out is parsed again, and must say what was there before and the
decision: a file that is written in a way that is not understood here is refused, never spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.model import (
    RESERVED,
    Add,
    AliasOf,
    Confirm,
    Decision,
    Distinct,
    DossierError,
    Merge,
    NoAlias,
    Suppress,
)
from dossier.register.merging import ends
from dossier.register.outcome import decided, plain
from dossier.register.schema import id_of
from dossier.register.writing import Value, written
from dossier.yaml_lines import YamlDocument, YamlList, YamlMap, YamlNode, YamlProblem, YamlText, parse_document

_LINE_END = re.compile(r"\r\n|\n|\r")
_INDENT = 2


class EditError(DossierError):
    """A decision that the register cannot take."""


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """What stands between two places of a text is replaced."""

    start: int
    end: int
    text: str


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
    wanted = plain(register.document.root)
    for decision in decisions:
        wanted = decided(wanted, decision)
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
            edits = register.added([decision for decision in decisions if isinstance(decision, Add)])
        case AliasOf() as decision:
            edits = register.alias_added(decision)
        case NoAlias() as decision:
            edits = register.alias_removed(decision)
        case Merge() as decision:
            edits = register.redirected(decision)
        case Distinct() as decision:
            edits = register.set_apart(decision)
        case Suppress() as decision:
            edits = register.suppressed(decision)
        case Confirm() as decision:
            edits = register.confirmed(decision)
    return edits


class RegisterText:
    """The text of a register, and where a decision goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self.document: YamlDocument = parse_document(text)
        except YamlProblem as problem:
            raise EditError(f"line {problem.line}: not YAML: {problem.message}") from problem
        except UnicodeEncodeError as error:
            raise EditError("the register holds half of a character: save it as UTF-8 text") from error
        root = self.document.root
        if not isinstance(root, YamlMap) and not _is_nothing(root):
            raise EditError(f"line {root.line if root else 1}: the register is no mapping: begin it with `entities:`")
        self.root = root if isinstance(root, YamlMap) else None
        self.entities: dict[str, YamlMap] = {}
        for node in self.listed("entities"):
            if isinstance(node, YamlMap):
                self.entities.setdefault(_id(node), node)

    # What a decision writes

    def added(self, decisions: Iterable[Add]) -> list[Splice]:
        """Each one line at the end of the entities."""
        lines: list[Value] = []
        known = {entity: f"line {node.line}" for entity, node in self.entities.items()}
        redirects = self.section("redirects")
        pairs = redirects.pairs if isinstance(redirects, YamlMap) else ()
        led = ends({key.text: _text(value) or "" for key, value in pairs})
        for decision in decisions:
            new = id_of(decision.name)
            if new in known:
                raise EditError(f"`{new}` is there already, in {known[new]}")
            if new in RESERVED:
                raise EditError(f"`{new}` is the address of a list: edit the register, and give it another `id`")
            if led.get(new) in self.entities:
                raise EditError(f"`{new}` is redirected to `{led[new]}`: what is added would not be seen")
            self.refuse_suppressed(decision.name)
            known[new] = "what is added"
            lines.append(entry(decision))
        return self.appended("entities", lines)

    def alias_added(self, decision: AliasOf) -> list[Splice]:
        """In the entity's list of aliases, which is made if it has none."""
        node = self.entity(decision.entity)
        self.refuse_suppressed(decision.text)
        aliases = _value(node, "aliases")
        name = _value(node, "name")
        if decision.text in (_text(each) for each in (name, *_values(aliases))):
            raise EditError(f"`{decision.entity}` has this name already, in line {node.line}")
        if isinstance(aliases, YamlList):
            return [self.append(aliases, [decision.text])]
        if aliases is not None:
            if not _is_nothing(aliases):
                raise EditError(f"line {aliases.line}: `aliases` is no list: put it into brackets")
            return [Splice(aliases.start, aliases.start, f" {written([decision.text])}")]
        return [self.put(node, "aliases", written([decision.text]), after="kind")]

    def alias_removed(self, decision: NoAlias) -> list[Splice]:
        """Its line, or its place in the list."""
        aliases = _value(self.entity(decision.entity), "aliases")
        found = [index for index, each in enumerate(_values(aliases)) if _text(each) == decision.text]
        if not found or not isinstance(aliases, YamlList):
            raise EditError(f"`{decision.text}` is not listed among the aliases of `{decision.entity}`")
        if len(found) > 1:
            raise EditError(f"`{decision.text}` is listed twice in line {aliases.line}: edit it by hand")
        index, values = found[0], aliases.values
        start, end = values[index].start, self.content_end(values[index])
        if not aliases.flow:
            return [self.without_lines(start, end)]
        comma = re.compile(r" *, *").match(self.text, end)
        if comma is not None:
            return [Splice(start, comma.end(), "")]
        before = self.content_end(values[index - 1]) if index else start
        return [Splice(before if re.fullmatch(r" *, *", self.text[before:start]) else start, end, "")]

    def redirected(self, decision: Merge) -> list[Splice]:
        """One redirect, from an entity that is there to another one."""
        self.entity(decision.old)
        self.entity(decision.new)
        node = self.section("redirects")
        redirects = {key.text: _text(value) or "" for key, value in node.pairs} if isinstance(node, YamlMap) else {}
        if decision.old in redirects:
            raise EditError(f"`{decision.old}` is redirected already, to `{redirects[decision.old]}`")
        if ends(redirects | {decision.old: decision.new})[decision.old] is None:
            raise EditError(f"`{decision.new}` leads to `{decision.old}` already")
        for group in map(_values, self.listed("distinct")):
            if {decision.old, decision.new} <= {_text(each) for each in group}:
                raise EditError(f"line {group[0].line}: `{decision.old}` and `{decision.new}` are distinct")
        pair = f"{written(decision.old)}: {written(decision.new)}"
        if isinstance(node, YamlMap):
            return [self.put(node, decision.old, written(decision.new))]
        return [self.begun("redirects", node, [pair], "{" + pair + "}")]

    def set_apart(self, decision: Distinct) -> list[Splice]:
        """One group of ids."""
        ids = set(decision.entities)
        for each in decision.entities:
            self.entity(each)
        if len(ids) < 2:
            raise EditError("it takes two to be distinct")
        for group in map(_values, self.listed("distinct")):
            if ids <= {_text(each) for each in group}:
                raise EditError(f"line {group[0].line}: they are distinct already")
        return self.appended("distinct", [list(decision.entities)])

    def suppressed(self, decision: Suppress) -> list[Splice]:
        """One name."""
        self.refuse_suppressed(decision.text)
        return self.appended("suppress", [decision.text])

    def confirmed(self, decision: Confirm) -> list[Splice]:
        """Without its status; and with another kind, if that is wanted."""
        node = self.entity(decision.entity)
        status, kind = _value(node, "status"), _value(node, "kind")
        if _text(status) != "suggested" or status is None:
            raise EditError(f"`{decision.entity}` is no suggestion any more, in line {node.line}")
        edits = [self.without_pair(node, status)]
        if decision.kind is not None and kind is not None and _text(kind) != decision.kind:
            edits.append(Splice(kind.start, self.content_end(kind), decision.kind))
        return edits

    # What is there

    def section(self, name: str) -> YamlNode | None:
        """What stands under a key of the file."""
        return _value(self.root, name) if self.root is not None else None

    def listed(self, name: str) -> Sequence[YamlNode]:
        """The entries of a section."""
        return _values(self.section(name))

    def entity(self, entity: str) -> YamlMap:
        """The entry of an entity."""
        if entity not in self.entities:
            raise EditError(f"`{entity}` is no entity of the register")
        return self.entities[entity]

    def refuse_suppressed(self, text: str) -> None:
        """Raise if the name is none."""
        if not text or text != " ".join(text.split()):
            raise EditError("a name is words with single spaces between them")
        for node in self.listed("suppress"):
            if _text(node) == text:
                raise EditError(f"`{text}` is suppressed, in line {node.line}")

    # Where it goes

    def appended(self, name: str, values: Sequence[Value]) -> list[Splice]:
        """Put values at the end of a section that is a list, and begin the section if it is not there."""
        node = self.section(name)
        if isinstance(node, YamlList):
            return [self.append(node, values)]
        return [self.begun(name, node, [f"- {written(value)}" for value in values], written(values))]

    def append(self, node: YamlList, values: Sequence[Value]) -> Splice:
        """Put values at the end of a list."""
        last = node.values[-1] if node.values else None
        if node.flow:
            texts = ", ".join(map(written, values))
            if last is None:
                return Splice(node.start + 1, node.start + 1, texts)
            return Splice(self.content_end(last), self.content_end(last), f", {texts}")
        column = self.column(node.start)
        return self.below(self.content_end(node), column, [f"- {written(value)}" for value in values])

    def put(self, node: YamlMap, key: str, value: str, after: str = "") -> Splice:
        """Put a pair into a mapping: behind another one, else at its end."""
        pair = f"{written(key)}: {value}"
        values = [each for _, each in node.pairs]
        behind = _value(node, after) or (values[-1] if values else None)
        if not node.flow and behind is not None:
            return self.below(self.content_end(behind), self.column(node.start), [pair])
        if node.flow and values:
            end = self.content_end(values[-1])
            return Splice(end, end, f", {pair}")
        return Splice(node.start + 1, node.start + 1, pair)

    def begun(self, name: str, node: YamlNode | None, lines: Sequence[str], flow: str) -> Splice:
        """Begin a section: below its header, if that stands there already."""
        indent = self.indent() or (0 if lines[0].startswith("- ") else _INDENT)
        column = self.column(self.root.start) if self.root is not None else 0
        if node is not None:
            if not _is_nothing(node):
                raise EditError(f"line {node.line}: `{name}` is not what it should be: see the handbook")
            return self.below(node.start, column + indent, lines)
        if self.root is not None and self.root.flow:
            return self.put(self.root, name, flow)
        return self.last([" " * column + f"{name}:", *(" " * (column + indent) + line for line in lines)])

    def below(self, place: int, column: int, lines: Iterable[str]) -> Splice:
        """Put lines below the one that a place is in, and below the comments that belong to it."""
        here = _LINE_END.search(self.text, place)
        comment = re.compile(rf"(?:\r\n|\n|\r) {{{column + 1},}}#[^\r\n]*")
        while here is not None and (further := comment.match(self.text, here.start())) is not None:
            here = _LINE_END.search(self.text, further.end())
        at = len(self.text) if here is None else here.start()
        end = self.line_end() if here is None else here.group()
        return Splice(at, at, "".join(f"{end}{' ' * column}{line}" for line in lines))

    def last(self, lines: Iterable[str]) -> Splice:
        """Put lines at the end of the document."""
        end, at = self.line_end(), self.document.end
        block = end.join(lines)
        if at and self.text[at - 1] not in "\r\n":
            return Splice(at, at, end + block)
        return Splice(at, at, block + end)

    def line_end(self) -> str:
        """How the file ends its lines."""
        found = _LINE_END.search(self.text)
        return "\n" if found is None else found.group()

    def indent(self) -> int:
        """How far the file indents the entries of a section."""
        for _, node in self.root.pairs if self.root is not None else ():
            if self.root is not None and isinstance(node, YamlList) and not node.flow:
                return self.column(node.start) - self.column(self.root.start)
        return _INDENT

    def column(self, place: int) -> int:
        """How far from the beginning of its line a place is."""
        return place - 1 - max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place))

    def content_end(self, node: YamlNode) -> int:
        """Where the last sign of a node stands."""
        if isinstance(node, YamlText):
            return max(node.start, len(self.text[node.start : node.end].rstrip(" \t\r\n")) + node.start)
        if node.flow or _is_empty(node):
            return node.end
        return self.content_end(node.values[-1] if isinstance(node, YamlList) else node.pairs[-1][1])

    def without_lines(self, start: int, end: int) -> Splice:
        """Take away the lines that a span is in."""
        before = start - self.column(start)
        after = _LINE_END.search(self.text, end)
        if after is not None:
            return Splice(before, after.end(), "")
        previous = before - (2 if self.text[before - 2 : before] == "\r\n" else 1)
        return Splice(max(0, previous), len(self.text), "")

    def without_pair(self, node: YamlMap, value: YamlNode) -> Splice:
        """Take a pair away where nothing else is touched; else write what it is by default."""
        index = next(index for index, (_, each) in enumerate(node.pairs) if each is value)
        key, end = node.pairs[index][0], self.content_end(value)
        if node.flow and index:
            before = self.content_end(node.pairs[index - 1][1])
            if re.fullmatch(r",[ ]*", self.text[before : key.start]):
                return Splice(before, end, "")
        rest = _LINE_END.search(self.text, end)
        alone = self.text[end : len(self.text) if rest is None else rest.start()].strip() == ""
        if not node.flow and index and alone:
            return self.without_lines(key.start, end)
        return Splice(value.start, end, "confirmed")


def entry(decision: Add) -> dict[str, Value]:
    """What an entity that is added says."""
    told: dict[str, Value] = {"name": decision.name, "kind": decision.kind}
    if decision.aliases:
        told["aliases"] = list(decision.aliases)
    return told if decision.status == "confirmed" else told | {"status": decision.status}


def _id(node: YamlMap) -> str:
    return _text(_value(node, "id")) or id_of(_text(_value(node, "name")) or "")


def _value(node: YamlMap, name: str) -> YamlNode | None:
    return next((value for key, value in reversed(node.pairs) if key.text == name), None)


def _values(node: YamlNode | None) -> Sequence[YamlNode]:
    return node.values if isinstance(node, YamlList) else ()


def _text(node: YamlNode | None) -> str | None:
    """The text of a scalar, or of an alias with conditions."""
    if isinstance(node, YamlMap):
        node = _value(node, "text")
    return node.text.strip() if isinstance(node, YamlText) else None


def _is_nothing(node: YamlNode | None) -> bool:
    """Whether nothing was written."""
    return node is None or (isinstance(node, YamlText) and node.start == node.end)


def _is_empty(node: YamlList | YamlMap) -> bool:
    return not (node.values if isinstance(node, YamlList) else node.pairs)
