"""Where the lede stands: the first paragraph that tells something, not a label, a name or a line of buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dossier.agencies import DATELINE_AGENCIES
from dossier.model import Paragraph
from dossier.scripts import count_words

_TOP = 5
"""The lede is looked for in so many paragraphs."""
_LONGEST = 2000
"""No more characters of a paragraph are read: a title stands at its beginning."""
_MIN_WORDS = 4
_ROW_WORDS = 8
_ROWS = 2
"""So many rows of a table make a title: one tells too little, and figures are no words."""

_KINDS = frozenset({"paragraph", "list", "quote"})
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){1,3}"
_AND = r"(?:,|,?\s+and\s)\s*"
_NAMES = re.compile(rf"(?:[Ww]ritten by\s+{_NAME}|{_NAME}{_AND}{_NAME})(?:{_AND}{_NAME}){{0,6}}")
"""Those who wrote it, where the word "By" is missing; one name alone is too short to be a lede anyway."""
_NO_LEDE = re.compile(
    r"(?:share (?:this|all|on)|listen to (?:this )?(?:article|story|audio)|subscribe (?:to|now)|sign up|log in"
    r"|click here|get (?:breaking|the latest|our)|want the (?:best|latest)|(?:the )?(?:opinions|views) expressed"
    r"|updated (?:at|on)|updated \d[\d:.]*|this (?:combination of|image|photo|file)|photos?:"
    r"|photographer:|photo illustration|editors?['’]s? note"
    r"|this (?:article|story|post|column) (?:was|is|has been|first|originally))(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?i:story highlights|key points|(?:analysis|opinion|exclusive|breaking)(?:/opinion)?\s*:)[\s:]*"
    rf"|(?:[A-Z][\w.]*(?:,?\s[A-Z][\w.]*){{0,3}}\s)?\({DATELINE_AGENCIES}\)\s*[–—-]*\s*"
    r"|\([A-Z][\w. ,]{1,20}\)\s*[–—-]+\s*)(?=[^\sa-z])"
)
"""What may stand before the first sentence in its own line: a label, or the agency without its place."""
_BEFORE = re.compile(r"\s(?:vs\.?|versus)\s.*", re.DOTALL)
"""In a row of a table, what it was before."""
_NO_ROW = re.compile(r"[.!?:…]$|\d:\d\d")


@dataclass(frozen=True, slots=True)
class Lede:
    """A text that a title can be derived from."""

    text: str
    line: int
    """The line of the seed where it begins."""
    evidence: str


def ledes(paragraphs: Sequence[Paragraph]) -> Iterator[Lede]:
    """Yield what a title can be derived from, the best first; labels and names last, for want of better."""
    texts = [each for each in paragraphs if each.kind in _KINDS]
    likely: list[int] = []
    for index, each in enumerate(texts[:_TOP]):
        if not _is_likely(each.text[:_LONGEST]):
            continue
        likely.append(index)
        rows = list(takewhile(_is_row, texts[index : index + _ROWS]))
        if len(rows) == _ROWS:
            told = ", ".join(_BEFORE.sub("", row.text) for row in rows)
            yield Lede(told, rows[0].lines[0], "the first rows")
        yield _lede(each)
    yield from (_lede(each) for index, each in enumerate(texts) if index not in likely)


def _lede(paragraph: Paragraph) -> Lede:
    return Lede(_LABEL.sub("", paragraph.text[:_LONGEST], count=1), paragraph.lines[0], "the first sentence")


def _is_likely(text: str) -> bool:
    return (
        count_words(text) >= _MIN_WORDS
        and not text.endswith((":", "："))
        and _NO_LEDE.match(text) is None
        and _NAMES.fullmatch(text) is None
    )


def _is_row(paragraph: Paragraph) -> bool:
    """Whether it is a row of a table: a few words and figures, no sentence."""
    text = paragraph.text[:_LONGEST]
    told = any(map(str.isdigit, text)) or _BEFORE.search(text) is not None
    return told and len(text.split()) <= _ROW_WORDS and _NO_ROW.search(text) is None
