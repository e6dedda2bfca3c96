"""An article as the model reads it: its lines of tokens, and which words stand in it with and without a capital."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.discovery.tokens import Line, opens_sentence, tokenise


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of one article."""

    lines: tuple[Line, ...]
    small: frozenset[str]
    """The words that stand in small letters somewhere."""
    capitals: frozenset[str]
    """The words that have a capital where no sentence begins."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Document:
        """Read the paragraphs of one article."""
        lines = tuple(map(tokenise, texts))
        small: set[str] = set()
        capitals: set[str] = set()
        for line in lines:
            small.update(line.words)
            for start, end in line.stretches:
                inner = start + opens_sentence(line.words, start)
                capitals.update(line.words[inner:end])
        return cls(lines, frozenset(filter(str.islower, small)), frozenset(capitals))
