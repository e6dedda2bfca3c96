"""A paragraph as words, signs and quoted spans, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dossier.statements.cues import ABBREVIATIONS
from dossier.statements.marks import Quoted

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w&'’/]|[.-](?=\w)|’(?=\w)|(?<=\d)[,:](?=\d))*|[^\w\s]|_")
_STOPS = frozenset(".!?…")
_LONG = 4
"""A quoted span of fewer words is a quotation only where a cue governs it."""


class Token(NamedTuple):
    """A word, a sign or a quoted span of a paragraph: `text[start:end]`."""

    kind: Literal["word", "sign", "quote"]
    start: int
    end: int
    text: str
    lower: str
    quoted: Quoted | None = None

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital or a digit."""
        return self.kind == "word" and not self.text[0].islower()

    @property
    def is_long(self) -> bool:
        """Whether it is a quoted span that is no mere word or two."""
        return self.quoted is not None and self.quoted.words >= _LONG


Sentence = list[Token]


def sentences(text: str, spans: Sequence[Quoted]) -> list[Sentence]:
    """The sentences of a paragraph; a quoted span is one token, and ends a sentence only if its last sign does."""
    found: list[Sentence] = []
    current: Sentence = []
    before: Token | None = None
    for token in _tokens(text, spans):
        if before is not None and before.kind != "word" and _ends(before, token, text):
            found.append(current)
            current = []
        current.append(token)
        before = token
    return [*found, current] if current else found


def _tokens(text: str, spans: Sequence[Quoted]) -> Iterator[Token]:
    position = 0
    for span in spans:
        yield from _plain(text, position, span.start)
        yield Token("quote", span.start, span.end, text[span.start], "", span)
        position = span.end
    yield from _plain(text, position, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    covered = start
    for match in _TOKEN.finditer(text, start, end):
        first, stop = match.span()
        if first < covered:
            continue
        word = match.group()
        if not word[0].isalnum():
            yield Token("sign", first, stop, word, word)
            continue
        lower = word.lower()
        if text.startswith(".", stop, end) and (lower in ABBREVIATIONS or (len(word) == 1 and word.isupper())):
            stop += 1
            word = text[first:stop]
            covered = stop
        yield Token("word", first, stop, word, lower.replace("’", "'") if "’" in word else lower)


def _ends(token: Token, following: Token, text: str) -> bool:
    """Whether a sentence ends with a sign or a quoted span."""
    begins = following.kind == "quote" or following.is_name or following.text in "[("
    if token.quoted is not None:
        said = text[token.quoted.inner : token.quoted.outer].rstrip()
        return said[-1:] == "." and begins and following.kind != "sign"
    return token.text in _STOPS and begins
