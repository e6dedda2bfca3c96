"""YAML as text with line numbers: every scalar stays what the user typed, and knows where.

Built from the parser's events, without recursion, and without anchors: no input can make it deep or large.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

MAX_DEPTH = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, where PyYAML was built with it


class YamlProblem(Exception):  # noqa: N818 - the user's problem, not ours
    """What is wrong with a YAML text, and in which of its lines (1-based)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class YamlText:
    """A scalar, as written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class YamlList:
    """A sequence."""

    values: list[YamlNode]
    line: int


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A mapping whose keys are scalars; a repeated key stands twice."""

    pairs: list[tuple[YamlText, YamlNode]]
    line: int


YamlNode = YamlText | YamlList | YamlMap


def parse_yaml(text: str) -> YamlNode | None:
    """Parse the first document of `text`; `None` if there is none.

    Raises:
        YamlProblem: not YAML, deeper than `MAX_DEPTH`, or with an anchor, an alias or a key that is no scalar.
    """
    try:
        return _build(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlProblem(error.problem or "not YAML", mark.line + 1 if mark else 1) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlProblem(f"a character that YAML does not allow: {error.reason}", line) from error


class _Open:
    """A collection whose end has not been seen."""

    def __init__(self, node: YamlList | YamlMap) -> None:
        self.node = node
        self.key: YamlText | None = None

    def add(self, value: YamlNode) -> None:
        if isinstance(self.node, YamlList):
            self.node.values.append(value)
        elif self.key is not None:
            self.node.pairs.append((self.key, value))
            self.key = None
        elif isinstance(value, YamlText):
            self.key = value
        else:
            raise YamlProblem("a key must be a plain text", value.line)


def _build(text: str) -> YamlNode | None:
    root: list[YamlNode] = []
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=_LOADER):
        line = 1 if event.start_mark is None else event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise YamlProblem("anchors (&) and aliases (*) are not supported; quote a text that begins so", line)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) == MAX_DEPTH:
                raise YamlProblem(f"nested deeper than {MAX_DEPTH} levels", line)
            node = YamlMap([], line) if isinstance(event, yaml.MappingStartEvent) else YamlList([], line)
            _add(root, stack, node)
            stack.append(_Open(node))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            _add(root, stack, YamlText(event.value, line))
        elif isinstance(event, yaml.DocumentEndEvent):
            break
    return root[0] if root else None


def _add(root: list[YamlNode], stack: list[_Open], node: YamlNode) -> None:
    if stack:
        stack[-1].add(node)
    else:
        root.append(node)
