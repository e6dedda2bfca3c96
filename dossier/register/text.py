"""The text of a register: what stands in it, and where something new goes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import DossierError
from dossier.register.nodes import id_in, is_empty, is_nothing, text_of, value_of, values_of
from dossier.register.order import places, sort_key
from dossier.register.outcome import plain
from dossier.register.writing import Value, written
from dossier.yaml_lines import YamlDocument, YamlList, YamlMap, YamlNode, YamlProblem, YamlText, parse_document

LINE_END = re.compile(r"\r\n|\n|\r")
_INDENT = 2


class EditError(DossierError):
    """A decision that the register cannot take."""


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """What stands between two places of a text is replaced."""

    start: int
    end: int
    text: str


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
        if not isinstance(root, YamlMap) and not is_nothing(root):
            raise EditError(f"line {root.line if root else 1}: the register is no mapping: begin it with `entities:`")
        self.root = root if isinstance(root, YamlMap) else None
        self.entities: dict[str, YamlMap] = {}
        for node in self.listed("entities"):
            if isinstance(node, YamlMap):
                self.entities.setdefault(id_in(node), node)

    # What is there

    def section(self, name: str) -> YamlNode | None:
        """What stands under a key of the file."""
        return value_of(self.root, name) if self.root is not None else None

    def listed(self, name: str) -> Sequence[YamlNode]:
        """The entries of a section."""
        return values_of(self.section(name))

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
            if text_of(node) == text:
                raise EditError(f"`{text}` is suppressed, in line {node.line}")

    # Where it goes

    def appended(self, name: str, values: Sequence[Value]) -> list[Splice]:
        """Put values into their places in a section that is a list, and begin the section if it is not there."""
        node = self.section(name)
        if isinstance(node, YamlList):
            return self.put_in_places(node, name, values)
        ordered = sorted(values, key=sort_key)
        return [self.begun(name, node, [f"- {written(value)}" for value in ordered], written(ordered))]

    def put_in_places(self, node: YamlList, name: str, values: Sequence[Value]) -> list[Splice]:
        """Put values into a list of a section, each where its order wants it."""
        groups: defaultdict[int, list[Value]] = defaultdict(list)
        there = [sort_key(plain(each)) for each in node.values]
        for place, value in zip(places(there, [sort_key(each) for each in values]), values, strict=True):
            groups[place].append(value)
        return [
            self.put_behind(node, name, place, [written(value) for value in sorted(group, key=sort_key)])
            for place, group in groups.items()
        ]

    def put_behind(self, node: YamlList, name: str, place: int, texts: Sequence[str]) -> Splice:
        """Put texts into a list, behind so many of its values."""
        before = self.content_end(node.values[place - 1]) if place else None
        if not node.flow:
            lines = [f"- {text}" for text in texts]
            return self.below(self.header(name) if before is None else before, self.column(node.start), lines)
        if before is not None:
            return Splice(before, before, "".join(f", {text}" for text in texts))
        start = node.values[0].start if node.values else node.start + 1
        return Splice(start, start, ", ".join(texts) + (", " if node.values else ""))

    def put_in_order(self, node: YamlMap, name: str, key: str, value: str) -> Splice:
        """Put a pair into the mapping of a section, where its order wants it."""
        if node.flow or not node.pairs:
            return self.put(node, key, value)
        (place,) = places([sort_key(each.text) for each, _ in node.pairs], [sort_key(key)])
        before = self.content_end(node.pairs[place - 1][1]) if place else self.header(name)
        return self.below(before, self.column(node.start), [f"{written(key)}: {value}"])

    def header(self, name: str) -> int:
        """Where the key of a section stands."""
        pairs = self.root.pairs if self.root is not None else ()
        return next(key.start for key, _ in reversed(pairs) if key.text == name)

    def append(self, node: YamlList, values: Sequence[Value]) -> Splice:
        """Put values at the end of a list, in the order they are given."""
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
        behind = value_of(node, after) or (values[-1] if values else None)
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
            if not is_nothing(node):
                raise EditError(f"line {node.line}: `{name}` is not what it should be: see the handbook")
            return self.below(node.start, column + indent, lines)
        if self.root is not None and self.root.flow:
            return self.put(self.root, name, flow)
        return self.last([" " * column + f"{name}:", *(" " * (column + indent) + line for line in lines)])

    def below(self, place: int, column: int, lines: Iterable[str]) -> Splice:
        """Put lines below the one that a place is in, and below the comments that belong to it."""
        here = LINE_END.search(self.text, place)
        comment = re.compile(rf"(?:\r\n|\n|\r) {{{column + 1},}}#[^\r\n]*")
        while here is not None and (further := comment.match(self.text, here.start())) is not None:
            here = LINE_END.search(self.text, further.end())
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
        found = LINE_END.search(self.text)
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
        if node.flow or is_empty(node):
            return node.end
        return self.content_end(node.values[-1] if isinstance(node, YamlList) else node.pairs[-1][1])

    def without_lines(self, start: int, end: int) -> Splice:
        """Take away the lines that a span is in."""
        before = start - self.column(start)
        after = LINE_END.search(self.text, end)
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
        rest = LINE_END.search(self.text, end)
        alone = self.text[end : len(self.text) if rest is None else rest.start()].strip() == ""
        if not node.flow and index and alone:
            return self.without_lines(key.start, end)
        return Splice(value.start, end, "confirmed")
