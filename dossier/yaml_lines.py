"""YAML as text with line numbers: every scalar stays what the user typed, and knows where.

Built from the parser's events, without recursion, and without anchors: no input can make it deep or large.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

MAX_DEPTH = 20

_OPENING = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_CLOSING = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser, where PyYAML was built with it


class YamlProblem(Exception):  # noqa: N818 - the user's problem, not ours
    """What is wrong with a YAML text, and in which of its lines (1-based)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class YamlText(NamedTuple):
    """A scalar, as written."""

    text: str
    line: int
    start: int = 0
    end: int = 0
    """Where it stands in the text, its quotes included; one that nobody wrote has no length."""


@dataclass(frozen=True, slots=True)
class YamlList:
    """A sequence."""

    values: list[YamlNode]
    line: int
    flow: bool = False
    """Whether it stands in brackets."""
    start: int = 0
    end: int = 0
    """Where it stands in the text; without brackets it may end anywhere before the next token."""


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A mapping whose keys are scalars; a repeated key stands twice."""

    pairs: list[tuple[YamlText, YamlNode]]
    line: int
    flow: bool = False
    """Whether it stands in braces."""
    start: int = 0
    end: int = 0
    """As of a list."""


YamlNode = YamlText | YamlList | YamlMap


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The first document of a text, which may have no content, and where it ends."""

    root: YamlNode | None
    end: int


def parse_yaml(text: str) -> YamlNode | None:
    """Parse the first document of `text`; `None` if there is none.

    Raises:
        YamlProblem: not YAML, deeper than `MAX_DEPTH`, or with an anchor, an alias or a key that is no scalar.
    """
    return parse_document(text).root


def parse_document(text: str) -> YamlDocument:
    """Parse the first document of `text`, with its end.

    Raises:
        YamlProblem: as `parse_yaml`.
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

    def __init__(self, began: Any, line: int) -> None:
        self.began = began
        self.line = line
        self.values: list[YamlNode] = []

    def closed(self, end: int) -> YamlNode:
        flow, start = bool(self.began.flow_style), self.began.start_mark.index
        if not isinstance(self.began, yaml.MappingStartEvent):
            return YamlList(self.values, self.line, flow, start, end)
        pairs: list[tuple[YamlText, YamlNode]] = []
        for key, value in zip(self.values[::2], self.values[1::2], strict=True):
            if not isinstance(key, YamlText):
                raise YamlProblem("a key must be a plain text", key.line)
            pairs.append((key, value))
        return YamlMap(pairs, self.line, flow, start, end)


def _build(text: str) -> YamlDocument:
    root: list[YamlNode] = []
    stack: list[_Open] = []
    values = root
    events: Iterable[Any] = yaml.parse(text, Loader=_LOADER)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind in _OPENING or kind is yaml.AliasEvent:
            begin, end = event.start_mark, event.end_mark
            line = begin.line + 1
            if event.anchor is not None:
                raise YamlProblem("anchors (&) and aliases (*) are not supported; quote a text that begins so", line)
            if kind is yaml.ScalarEvent:
                values.append(YamlText(event.value, line, begin.index, end.index))
                continue
            if len(stack) == MAX_DEPTH:
                raise YamlProblem(f"nested deeper than {MAX_DEPTH} levels", line)
            stack.append(_Open(event, line))
            values = stack[-1].values
        elif kind in _CLOSING:
            node = stack.pop().closed(event.end_mark.index)
            values = stack[-1].values if stack else root
            values.append(node)
        elif kind is yaml.DocumentEndEvent:
            return YamlDocument(root[0], event.start_mark.index)
    return YamlDocument(None, len(text))
