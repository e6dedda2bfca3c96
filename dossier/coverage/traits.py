"""What an article has that others of the story may have as well: names, numbers, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.model import AnnotatedArticle, Paragraph, Trait
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
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:[$€£¥]\s?)?(?:(?P<figures>\d+(?:[.,]\d+)*)|(?P<word>{'|'.join(_VALUES)}))(?![\w:/]|[.,]\d)"
    rf"(?:[\s-](?P<times>{'|'.join(_TIMES)})(?!\w))?(?P<thing>\s?%|[\s-][^\W\d_{UNSPACED}]{{4,}})?",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?<!\w)(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?!\d)|\d{{1,2}}\s+(?:{_MONTH})(?!\w))", re.IGNORECASE)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_QUOTED = re.compile(
    r"“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|「[^「」]+」|『[^『』]+』"
    r"|(?<![\w.,!?…'’])\"(?=\S)[^\"“”]+(?<=\S)\"(?!\w)"  # a straight one opens where no word or clause has ended
)
_FEWEST = 4
"""Fewer words in quotation marks are not a quotation, but a way to speak of something."""
_TELLING = 10
"""A smaller number tells something only together with what is counted."""
_FIGURES = 15
"""A number of more figures is an identifier."""


def traits(annotated: AnnotatedArticle) -> Iterator[Trait]:
    """The names, numbers, years and quotations of an article, wherever they stand, those of a kind in order."""
    for mention in annotated.resolution.mentions:
        yield Trait("name", mention.entity, mention.text, mention.paragraph, mention.start, mention.end)
    for paragraph in annotated.article.paragraphs:
        if paragraph.kind != "code":
            yield from _numbers(paragraph)
            yield from _quotations(paragraph)


def _numbers(paragraph: Paragraph) -> Iterator[Trait]:
    """Numbers in figures and words, with the word behind them, and years; the day of a month is none."""
    days = [match.span() for match in _DAY.finditer(paragraph.text)]
    for match in _NUMBER.finditer(paragraph.text):
        while days and days[0][1] <= match.start():
            days.pop(0)
        value = _value(match["figures"] or match["word"], match["times"])
        if value is None or (days and days[0][0] <= match.start()):
            continue
        start, end = match.span()
        if _YEAR.fullmatch(match["figures"] or "") and not match["times"]:
            yield Trait("date", value, value, paragraph.id, start, match.end("figures"))
            continue
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


def _quotations(paragraph: Paragraph) -> Iterator[Trait]:
    """What stands in quotation marks that belong together, without the marks."""
    for match in _QUOTED.finditer(paragraph.text):
        words = split_words(match.group())
        if len(words) >= _FEWEST:
            yield Trait(
                "quotation", " ".join(words), match.group()[1:-1], paragraph.id, match.start() + 1, match.end() - 1
            )
