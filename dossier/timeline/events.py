"""Every date of an article with its sentence, and whether that tells of what has been or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date as calendar_day

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

_MONTHS = frozenset({"april", "may", "june", "august"})
"""Those that are names of persons, too."""
_BOUNDS = frozenset({"since", "until", "till", "before", "after", "by"})
_FIGURE = re.compile(r"\d")
_LONGEST = 600
"""A sentence of more characters is cut around its date."""


def events(annotated: AnnotatedArticle, sentences: Sentences) -> tuple[Event, ...]:
    """Every date of an article with its sentence, in order of the text.

    Args:
        annotated: the article, with its mentions.
        sentences: divides a text into the spans of its sentences.
    """
    article = annotated.article
    called = {mention.text.rpartition(" ")[2].casefold() for mention in annotated.resolution.mentions}
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in annotated.resolution.mentions:
        mentions[mention.paragraph].append(mention)
    return tuple(
        event
        for paragraph in article.paragraphs
        if paragraph.kind != "code"
        for event in _events(article, paragraph, mentions[paragraph.id], sentences)
        if not (called & _MONTHS and _is_of_person(paragraph.text, event, called))
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
        if _is_in_name(text, each, mentions, starts):
            continue
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


def _is_in_name(text: str, date: DateExpression, mentions: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether the words are a part of a name without figures, such as `May` and `Bloody Sunday`."""
    near = mentions[max(0, bisect_left(starts, date.start) - 1) : bisect_left(starts, date.end)]
    found = (each for each in near if date.start < each.end and each.start < date.end)
    return any(not _FIGURE.search(text, each.start, each.end) for each in found)


def _is_of_person(text: str, event: Event, called: Container[str]) -> bool:
    """Whether it is no month, but somebody of that name in the article: `since May`, `May's last year`."""
    words = event.text.casefold().replace("’", "'").split()
    if not any(word.removesuffix("'s") in called for word in words) or _FIGURE.search(event.text):
        return False
    is_owner = "'" in event.text.replace("’", "'") or text[event.span[1] : event.span[1] + 1] in {"'", "’"}
    is_alone = len(words) == 1 and not text[: event.span[0]].endswith("in ")
    return is_owner or is_alone or words[0] in _BOUNDS


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
        if start is not None and (start > day or _goes_on_from(date, day)):
            return "announced"
        if date.tense == "future" and end is not None and end <= day:
            return "unknown"
    # Each value is one of those, which a table does not tell the type checker.
    return {"past": "happened", "future": "announced"}.get(date.tense, "unknown")  # type: ignore[return-value]


def _goes_on_from(date: DateExpression, day: calendar_day) -> bool:
    """Whether it is a stretch that begins with the day of publication: `over the next two years`."""
    start, end = date.period or (None, None)
    is_counted = date.precision == "span" and date.resolved_from == "publication date"
    return is_counted and start == day and end is not None and (end - day).days > 1
