"""Two articles side by side: each paragraph in one row, with its differences marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import Any

from dossier.model import Article, Comparison, Marked, Place, Row, RowRelation, Story
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
    runs = _runs(comparison)
    return {
        "letters": f"{letters[base.id]} and {letters[other.id]}",
        "anchor": f"beside-{letters[other.id].lower()}",
        "base": sides.head(base),
        "other": sides.head(other),
        "rows": [_row(run, sides, with_base=is_first) for run in runs[:_ROWS]],
        "more": max(0, len(runs) - _ROWS),
    }


def has_rows(comparison: Comparison) -> bool:
    """Whether there is anything to show side by side: neither are they the same, nor do they share nothing."""
    return any(map(_is_shared, comparison.rows)) and any(row.relation != "same" for row in comparison.rows)


def without_rows(story: Story, letters: Mapping[str, str]) -> list[str]:
    """Sentences on the articles that there is nothing to show of beside the base; not if that shares with none."""
    base = letters[story.base]
    others = [comparison for comparison in story.comparisons if not has_rows(comparison)]
    same = [letters[each.other] for each in others if any(map(_is_shared, each.rows))]
    apart = [letters[each.other] for each in others if not any(map(_is_shared, each.rows))]
    sentences = []
    if same:
        sentences.append(f"{listed([base, *same])} are the same, word for word.")
    if apart and len(apart) < len(story.comparisons):
        sentences.append(f"{listed(apart)} {'shares' if len(apart) == 1 else 'share'} no paragraph with {base}.")
    return sentences


def listed(names: Sequence[str], joined: str = "and") -> str:
    """`A, B and C`."""
    *others, last = names
    return f"{', '.join(others)} {joined} {last}" if others else last


def letters_of(story: Story) -> dict[str, str]:
    """The letters by which the articles that are compared are called on the story's page."""
    compared = (story.base, *(comparison.other for comparison in story.comparisons))
    return dict(zip(compared, ascii_uppercase, strict=False))


def shared_places(story: Story) -> Iterator[tuple[Place, str]]:
    """The shared paragraphs that stand on the story's page, and the anchors they have there."""
    letters = letters_of(story)
    for number, comparison in enumerate(filter(has_rows, story.comparisons)):
        for run in _runs(comparison)[:_ROWS]:
            sides = [(comparison.other, run[0].other), *([] if number else [(comparison.base, run[0].base)])]
            for article, side in sides if _is_shared(run[0]) else ():
                for each in side:
                    yield Place(article, each.paragraph), row_anchor(letters[article], each.paragraph)


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


def _runs(comparison: Comparison) -> list[list[Row]]:
    """The rows as they are shown: what stands alone between two shared passages together."""
    runs: list[list[Row]] = []
    for is_shared, group in groupby(comparison.rows, key=_is_shared):
        run = list(group)
        runs += [[row] for row in run] if is_shared else [run]
    return runs


def _is_shared(row: Row) -> bool:
    return row.relation in _SAID


def _row(run: Sequence[Row], sides: _Sides, *, with_base: bool) -> dict[str, Any]:
    if _is_shared(run[0]):
        return _shared(run[0], sides)
    base = [each for row in run for each in row.base]
    other = [each for row in run for each in row.other]
    alone = [_alone(article, side, sides) for article, side in ((sides.base, base), (sides.other, other))]
    if base and not with_base:
        alone[0] |= {"texts": [], "label": f"{alone[0]['label']}: {counted(len(base), 'paragraph')}"}
    return {"kind": "apart", "label": "", "sides": alone}


def _alone(article: Article, side: Sequence[Marked], sides: _Sides) -> dict[str, Any]:
    return sides.shown(article, side) | {"label": f"Only {sides.letter(article)}" if side else ""}


def _shared(row: Row, sides: _Sides) -> dict[str, Any]:
    label = _SAID[row.relation] if row.is_marked else "Edited, and too long to compare word by word"
    shown = [sides.shown(sides.base, row.base), sides.shown(sides.other, row.other)]
    return {"kind": row.relation, "label": label, "sides": shown}
