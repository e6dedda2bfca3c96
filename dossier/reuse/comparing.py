"""Two articles side by side: which paragraphs stand beside each other, and which of their words differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from dossier.model import Article, Comparison, Marked, Paragraph, Passage, Row
from dossier.reuse.signs import alike, signs

_LONGEST = 5_000
"""So many words and signs are compared with as many: the cost is their product."""

_STRAY = 2
"""So many words that happen to stand in two texts as well are no common ground."""

_Side = tuple[Paragraph, ...]


def compared(base: Article, other: Article, passages: Iterable[Passage]) -> Comparison:
    """Put two articles side by side.

    Args:
        base: the one whose order the rows keep.
        other: the one beside it.
        passages: what they share, and perhaps others do.
    """
    behind: defaultdict[str, list[Row]] = defaultdict(list)
    beside = _beside(base, other, passages)
    anchor = ""
    first = {paragraph.id: bases[0].id for bases, others in beside for paragraph in others}
    for paragraph in other.paragraphs:
        anchor = first.get(paragraph.id, anchor)
        if paragraph.id not in first:
            behind[anchor].append(Row("other", (), (Marked(paragraph.id),)))
    shared = {bases[0].id: _row(bases, others) for bases, others in beside}
    met = {paragraph.id for bases, _ in beside for paragraph in bases}
    rows = [*behind[""]]
    for paragraph in base.paragraphs:
        if paragraph.id in shared:
            rows.append(shared[paragraph.id])
        elif paragraph.id not in met:
            rows.append(Row("base", (Marked(paragraph.id),), ()))
        rows += behind[paragraph.id]
    return Comparison(base.id, other.id, tuple(rows))


def _beside(base: Article, other: Article, passages: Iterable[Passage]) -> list[tuple[_Side, _Side]]:
    """The paragraphs that belong together, in the order of the base: one of one side, or several that are one there."""
    joined: defaultdict[tuple[bool, str], list[tuple[bool, str]]] = defaultdict(list)
    for passage in passages:
        ends = {passage.left.article: passage.left.paragraph, passage.right.article: passage.right.paragraph}
        if ends.keys() == {base.id, other.id}:
            one, two = (True, ends[base.id]), (False, ends[other.id])
            joined[one].append(two)
            joined[two].append(one)
    known = {
        (article is base, paragraph.id): (place, paragraph)
        for article in (base, other)
        for place, paragraph in enumerate(article.paragraphs)
    }
    met: set[tuple[bool, str]] = set()
    found = []
    for paragraph in base.paragraphs:
        group: list[tuple[bool, str]] = []
        waiting = [(True, paragraph.id)] if (True, paragraph.id) in joined else []
        while waiting:
            each = waiting.pop()
            if each not in met:
                met.add(each)
                group.append(each)
                waiting += joined[each]
        if group:
            ordered = sorted(group, key=lambda each: known[each][0])
            bases, others = (tuple(known[each][1] for each in ordered if each[0] is side) for side in (True, False))
            found.append((bases, others))
    return found


def _row(bases: _Side, others: _Side) -> Row:
    if _plain(bases) == _plain(others):
        return Row("same", _unmarked(bases), _unmarked(others))
    left, right = ([_Signs(paragraph) for paragraph in side] for side in (bases, others))
    one, two = ([sign for each in side for sign in each.signs] for side in (left, right))
    if max(len(one), len(two)) > _LONGEST:
        return Row("edited", _unmarked(bases), _unmarked(others), is_marked=False)
    changed = list(_changes([sign for sign, _, _ in one], [sign for sign, _, _ in two]))
    return Row(
        "edited",
        _marked(left, [(start, end) for start, end, _, _ in changed]),
        _marked(right, [(start, end) for _, _, start, end in changed]),
    )


class _Signs:
    """A paragraph in words and signs."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.signs = signs(paragraph.text)


def _unmarked(side: _Side) -> tuple[Marked, ...]:
    return tuple(Marked(paragraph.id) for paragraph in side)


def _plain(side: _Side) -> str:
    return " ".join(alike(paragraph.text) for paragraph in side)


_Change = tuple[int, int, int, int]
"""From where to where in the one, and in the other."""


def _changes(one: Sequence[str], two: Sequence[str]) -> Iterator[_Change]:
    """Where the one and the other differ; a word or two alike between longer changes belong to these."""
    before: _Change | None = None
    for each in LCSseq.opcodes(one, two):
        if each.tag == "equal":
            continue
        change = each.src_start, each.src_end, each.dest_start, each.dest_end
        if before is not None and _is_one(before, change, one[before[1] : each.src_start]):
            before = before[0], change[1], before[2], change[3]
            continue
        if before is not None:
            yield before
        before = change
    if before is not None:
        yield before


def _is_one(before: _Change, change: _Change, between: Sequence[str]) -> bool:
    words = sum(sign.isalnum() for sign in between)
    shorter = min(end - start + other_end - other_start for start, end, other_start, other_end in (before, change))
    return not between or (words <= _STRAY and 2 * words <= shorter)


def _marked(side: Sequence[_Signs], changed: Sequence[tuple[int, int]]) -> tuple[Marked, ...]:
    """The paragraphs of a side, with the changed spans of its signs as spans of their texts."""
    marked = []
    begin = 0
    for each in side:
        end = begin + len(each.signs)
        inside = [(max(first, begin) - begin, min(last, end) - begin) for first, last in changed]
        spans = tuple((each.signs[first][1], each.signs[last - 1][2]) for first, last in inside if first < last)
        marked.append(Marked(each.paragraph.id, spans))
        begin = end
    return tuple(marked)
