"""What an article has that others of the story may have as well: names, numbers, dates, quotations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.coverage.days import is_counted_from, key_of
from dossier.model import AnnotatedArticle, Event, Paragraph, Statement, Trait
from dossier.names import EVERYDAY_WORDS
from dossier.scripts import UNSPACED, split_words

_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_VALUES = {word: number for number, word in enumerate(_SMALL, start=2)} | {
    word: 10 * number for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}
_TIMES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:[$€£¥]\s?)?(?:(?P<figures>\d+(?:[.,]\d+)*)|(?P<word>{'|'.join(_VALUES)}))(?![\w:/]|[.,]\d)"
    rf"(?:[\s-](?P<times>{'|'.join(_TIMES)})(?!\w))?(?P<thing>\s?%|[\s-][^\W\d_{UNSPACED}]{{4,}})?",
    re.IGNORECASE,
)
_FEWEST = 4
"""Fewer words in quotation marks are not a quotation, but a way to speak of something."""
_TELLING = 10
"""A smaller number tells something only together with what is counted."""
_FIGURES = 15
"""A number of more figures is an identifier."""


def traits(annotated: AnnotatedArticle, dates: Sequence[Event], said: Sequence[Statement]) -> Iterator[Trait]:
    """The names, numbers, dates and quotations of an article, wherever they stand, those of a kind in order.

    Args:
        annotated: the article.
        dates: every date in it.
        said: every statement in it.
    """
    for mention in annotated.resolution.mentions:
        yield Trait("name", mention.entity, mention.text, mention.paragraph, mention.start, mention.end)
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


def _numbers(paragraph: Paragraph, dates: list[tuple[int, int]]) -> Iterator[Trait]:
    """Numbers in figures and words, with the word behind them; those in dates are none."""
    for match in _NUMBER.finditer(paragraph.text):
        while dates and dates[0][1] <= match.start():
            dates.pop(0)
        value = _value(match["figures"] or match["word"], match["times"])
        if value is None or (dates and dates[0][0] < match.end("figures" if match["figures"] else "word")):
            continue
        start, end = match.span()
        thing = (match["thing"] or "").strip(" -").lower()
        if thing in EVERYDAY_WORDS and thing:
            thing, end = "", match.start("thing")
        if not thing and not match["times"] and float(value) < _TELLING:
            continue
        yield Trait("number", value, paragraph.text[start:end], paragraph.id, start, end)


def _value(number: str, times: str | None) -> str | None:
    factor = _TIMES[times.lower()] if times else 1
    if number.lower() in _VALUES:
        return str(_VALUES[number.lower()] * factor)
    if len(number) > _FIGURES:
        return None
    plain = (
        number.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number) else number.replace(",", ".")
    )
    try:
        return f"{float(plain) * factor:.10g}"
    except ValueError:
        return None
