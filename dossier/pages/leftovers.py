"""What is not in an article's text: the lines that rules took out of it, and the page that stood around it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Article, Removed
from dossier.pages.phrases import counted
from dossier.pages.prose import escape
from dossier.pages.spoken import spoken

_AROUND = "page"
"""The rule that takes what is outside the article."""
_LONG = 150
"""A line of so many letters may be text; a menu has none."""
_MOST_TOGETHER = 600
"""The letters in one row of short lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    number: str
    """The line in the seed, or the first and the last of several."""
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Leftovers:
    """A table of lines, with what is said over it."""

    count: str
    rows: tuple[Row, ...]
    more: tuple[Row, ...] = ()
    """The short lines, several in a row."""
    long: int = _LONG
    """The letters of the shortest long line."""


def removed_lines(article: Article) -> Leftovers | None:
    """What rules took out of the text, a line a row; `None` if there is nothing."""
    lines = [removed for removed in article.removed if removed.rule != _AROUND]
    return Leftovers(counted(len(lines), "line"), tuple(_row([line], article) for line in lines)) if lines else None


def lines_around(article: Article) -> Leftovers | None:
    """What stood around the article, the long lines first, for text that was left out would be among them."""
    lines = [removed for removed in article.removed if removed.rule == _AROUND]
    if not lines:
        return None
    long = [line for line in lines if len(line.text) >= _LONG]
    said = f"{counted(len(lines), 'line')}, {len(long) or 'none'} of them long"
    rows = tuple(_row([line], article) for line in long)
    return Leftovers(said, rows, tuple(_row(run, article) for run in _runs(lines, article)))


def _runs(lines: Sequence[Removed], article: Article) -> Iterator[Sequence[Removed]]:
    """The short lines, those together that stand together."""
    kept = sorted({line for paragraph in article.paragraphs for line in paragraph.lines})
    run: list[Removed] = []
    letters = 0
    for line in lines:
        is_long = len(line.text) >= _LONG
        apart = bool(run) and bisect(kept, run[-1].line) != bisect(kept, line.line)
        if run and (is_long or apart or letters + len(line.text) > _MOST_TOGETHER):
            yield run
            run, letters = [], 0
        if not is_long:
            run.append(line)
            letters += len(line.text)
    if run:
        yield run


def _row(lines: Sequence[Removed], article: Article) -> Row:
    first, last = lines[0].line, lines[-1].line
    number = f"{first}–{last}" if first < last else f"{first or ''}"
    return Row(number, spoken(" · ".join(escape(line.text) for line in lines), article), lines[0].why)
