"""Two articles side by side: each paragraph in one row, with its differences marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dossier.model import Article, Comparison, Marked, Row, RowRelation
from dossier.pages.phrases import counted
from dossier.pages.prose import escape, link, splice
from dossier.pages.site import Site
from dossier.pages.spoken import attributes, spoken
from dossier.permalinks import article_uri, relative

_ROWS = 400
"""So many rows are shown; the rest is counted."""
_SAID: Mapping[RowRelation, str] = {"same": "The same", "edited": "Edited"}


def comparison_section(
    comparison: Comparison, letters: Mapping[str, str], here: str, site: Site, *, is_first: bool
) -> dict[str, Any]:
    """The rows of two articles; beyond the first section, paragraphs that only the base has are counted, not shown."""
    base, other = site.articles[comparison.base], site.articles[comparison.other]
    sides = _Sides(base, other, letters, here, is_first=is_first)
    shared = [row for row in comparison.rows if row.relation in _SAID]
    rows = list(_rows(comparison.rows, sides, with_base=is_first))
    is_same = all(row.relation == "same" for row in comparison.rows)
    return {
        "letters": f"{letters[base.id]} and {letters[other.id]}",
        "anchor": f"beside-{letters[other.id].lower()}",
        "base": sides.head(base),
        "other": sides.head(other),
        "said": _said(shared, is_same=is_same, names=(letters[base.id], letters[other.id])),
        "rows": rows[:_ROWS] if shared and not is_same else [],
        "more": max(0, len(rows) - _ROWS) if shared and not is_same else 0,
    }


def _said(shared: Sequence[Row], *, is_same: bool, names: tuple[str, str]) -> str:
    if is_same:
        return "They are the same, word for word."
    if not shared:
        return f"{names[0]} and {names[1]} share no paragraph."
    return ""


class _Sides:
    """Both articles, with how their paragraphs are shown."""

    def __init__(self, base: Article, other: Article, letters: Mapping[str, str], here: str, *, is_first: bool) -> None:
        self.base, self.other = base, other
        self._anchored = {base.id, other.id} if is_first else {other.id}
        self._letters, self._here = letters, here
        self._paragraphs = {
            (article.id, paragraph.id): (number, paragraph)
            for article in (base, other)
            for number, paragraph in enumerate(article.paragraphs, start=1)
        }

    def letter(self, article: Article) -> str:
        """What an article is called on the page."""
        return self._letters[article.id]

    def head(self, article: Article) -> str:
        """The letter of an article, and its title as a link."""
        target = relative(article_uri(article.id), self._here)
        return letter_badge(self._letters[article.id]) + spoken(link(escape(article.shown_title), target), article)

    def shown(self, article: Article, side: Sequence[Marked]) -> dict[str, Any]:
        """What stands on one side of a row."""
        letter = self._letters[article.id]
        return {
            "letter": letter,
            "label": "",
            "attributes": attributes(article),
            "texts": [self._text(article, each, letter) for each in side],
        }

    def _text(self, article: Article, marked: Marked, letter: str) -> str:
        number, paragraph = self._paragraphs[article.id, marked.paragraph]
        target = f"{relative(article_uri(article.id), self._here)}#{paragraph.id}"
        anchor = f'<a id="{row_anchor(letter, paragraph.id)}"></a>' if article.id in self._anchored else ""
        label = f'{{ .dossier-place aria-label="Paragraph {number} of {letter}" }}'
        text = splice(paragraph.text, [(start, end, _mark) for start, end in marked.marks])
        return f"{anchor}{text} {link(f'¶{number}', target)}{label}"


def letter_badge(letter: str) -> str:
    """The letter that an article is called by on the page, before its title."""
    return f'<span class="dossier-letter">{letter}</span> '


def row_anchor(letter: str, paragraph: str) -> str:
    """Where a paragraph stands on the page of its story."""
    return f"{letter.lower()}-{paragraph}"


def _mark(shown: str) -> str:
    return f"<mark>{shown}</mark>"


def _rows(rows: Sequence[Row], sides: _Sides, *, with_base: bool) -> Iterator[dict[str, Any]]:
    """Each shared passage is a row; what stands alone between two of them is one, the one's beside the other's."""
    for is_shared, group in groupby(rows, key=lambda row: row.relation in _SAID):
        if is_shared:
            yield from (_shared(row, sides) for row in group)
        else:
            run = list(group)
            base = [each for row in run for each in row.base]
            other = [each for row in run for each in row.other]
            alone = [_alone(article, side, sides) for article, side in ((sides.base, base), (sides.other, other))]
            if base and not with_base:
                alone[0] |= {"texts": [], "label": f"{alone[0]['label']}: {counted(len(base), 'paragraph')}"}
            yield {"kind": "apart", "label": "", "sides": alone}


def _alone(article: Article, side: Sequence[Marked], sides: _Sides) -> dict[str, Any]:
    return sides.shown(article, side) | {"label": f"Only {sides.letter(article)}" if side else ""}


def _shared(row: Row, sides: _Sides) -> dict[str, Any]:
    label = _SAID[row.relation] if row.is_marked else "Edited, and too long to compare word by word"
    shown = [sides.shown(sides.base, row.base), sides.shown(sides.other, row.other)]
    return {"kind": row.relation, "label": label, "sides": shown}
