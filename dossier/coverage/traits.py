"""What an article has that others of the story may have as well: names, numbers, dates, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from dossier.coverage.days import is_counted_from, key_of
from dossier.coverage.numbers import stated
from dossier.model import AnnotatedArticle, Event, Paragraph, Span, Statement, Trait
from dossier.scripts import split_words

_FEWEST = 4
"""Fewer words in quotation marks are not a quotation, but a way to speak of something."""


def traits(annotated: AnnotatedArticle, dates: Sequence[Event], said: Sequence[Statement]) -> Iterator[Trait]:
    """The names, numbers, dates and quotations of an article, wherever they stand, those of a kind in order.

    Args:
        annotated: the article.
        dates: every date in it.
        said: every statement in it.
    """
    quoted = [span for statement in said if not statement.is_indirect for span in statement.spans]
    yield from _names(annotated, quoted)
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for event in dates:
        spans[event.paragraph].append(event.span)
        if not is_counted_from(event, annotated.article.date.value):
            start, end = event.span
            yield Trait("date", key_of(event), event.text, event.paragraph, start, end, event.period, event.precision)
    for paragraph in annotated.article.paragraphs:
        if paragraph.kind != "code":
            yield from _numbers(paragraph, sorted(spans[paragraph.id]))
    for statement in said:
        words = split_words(statement.quotation)
        if not statement.is_indirect and len(words) >= _FEWEST:
            yield Trait("quotation", " ".join(words), statement.quotation, *statement.spans[0])


def _names(annotated: AnnotatedArticle, quoted: Iterable[Span]) -> Iterator[Trait]:
    """The names, and whether they stand in what somebody else said; and what open mentions may mean."""
    inside: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in sorted(quoted):
        inside[span.paragraph].append((span.start, span.end))
    for paragraph, start, end, text, entity, _ in annotated.resolution.mentions:
        spans = inside[paragraph]
        before = bisect_right(spans, start, key=itemgetter(0))
        is_quoted = before > 0 and start < spans[before - 1][1]
        yield Trait("name", entity, text, paragraph, start, end, is_quoted=is_quoted)
    for each in annotated.resolution.unresolved:
        for entity in each.candidates:
            yield Trait("name", entity, each.text, each.paragraph, each.start, each.end, is_sure=False)


def _numbers(paragraph: Paragraph, dates: list[tuple[int, int]]) -> Iterator[Trait]:
    """Numbers with the word behind them; those in dates are none."""
    for number in stated(paragraph.text):
        while dates and dates[0][1] <= number.start:
            dates.pop(0)
        if not dates or dates[0][0] >= number.end - len(number.thing):
            text = paragraph.text[number.start : number.end]
            yield Trait("number", number.value, text, paragraph.id, number.start, number.end, thing=number.thing)
