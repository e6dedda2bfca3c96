"""Every date of an article with its sentence, and whether that tells of what has been or of what is to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from dossier.dates import find_dates
from dossier.model import (
    AnnotatedArticle,
    Article,
    DateExpression,
    Event,
    EventStatus,
    Mention,
    Paragraph,
    PartialDate,
)

Sentences = Callable[[str], Sequence[tuple[int, int]]]

_LONGEST = 600
"""A sentence of more characters is cut around its date."""


def events(annotated: AnnotatedArticle, sentences: Sentences) -> tuple[Event, ...]:
    """Every date of an article with its sentence, in order of the text.

    Args:
        annotated: the article, with its mentions.
        sentences: divides a text into the spans of its sentences.
    """
    article = annotated.article
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in annotated.resolution.mentions:
        mentions[mention.paragraph].append(mention)
    return tuple(
        event
        for paragraph in article.paragraphs
        if paragraph.kind != "code"
        for event in _events(article, paragraph, mentions[paragraph.id], sentences)
    )


def _events(
    article: Article, paragraph: Paragraph, mentions: Sequence[Mention], sentences: Sentences
) -> Iterator[Event]:
    text, published = paragraph.text, article.date.value
    found = find_dates(text, published, language=article.language.value)
    if not found:
        return
    divided = [(0, len(text))] if paragraph.kind == "caption" else sentences(text)
    begins, ends = [start for start, _ in divided], [end for _, end in divided]
    starts = [mention.start for mention in mentions]
    for each in found:
        first = begins[max(0, bisect_right(begins, each.start) - 1)]
        last = ends[min(bisect_left(ends, each.end), len(ends) - 1)]
        start, end = _cut(text, first, last, each)
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Event(
            article=article.id,
            paragraph=paragraph.id,
            span=(each.start, each.end),
            text=text[each.start : each.end],
            sentence=(start, end),
            period=each.period,
            precision=each.precision,
            resolved_from=each.resolved_from,
            status=_status(each, published),
            mentions=tuple(mention for mention in inside if mention.end <= end),
        )


def _cut(text: str, start: int, end: int, date: DateExpression) -> tuple[int, int]:
    """The span of a sentence, or of the part of it around a date."""
    if end - start <= _LONGEST:
        return start, end
    first = max(start, date.start - _LONGEST // 2)
    last = min(end, date.end + _LONGEST // 2)
    space = text.find(" ", first, date.start) + 1
    until = text.rfind(" ", date.end, last)
    return (space if first > start and space else first), (until if last < end and until >= date.end else last)


def _status(date: DateExpression, published: PartialDate | None) -> EventStatus:
    """What the article says of it: by the verb, and by whether it comes after the day of publication."""
    day = None if published is None or published.or_later or published.day is None else published.start
    if day is not None and date.period is not None:
        start, end = date.period
        if start is not None and start > day:
            return "announced"
        if date.tense == "future" and end is not None and end <= day:
            return "unknown"
    return {"past": "happened", "future": "announced"}.get(date.tense, "unknown")  # type: ignore[return-value]
