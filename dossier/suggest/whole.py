"""Names as they were found → as they are: not cut off, not run on into the next word, and not two joined by `and`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dossier.memory import NO_MEMORY, Memory
from dossier.model import AnnotatedArticle, Article, Kind, NameSpan, Paragraph
from dossier.names import AFTER_A_PLACE, CALENDAR, DESCENT, NAMED_BODIES
from dossier.same_name import key

FoundNames = Mapping[str, Sequence[Sequence[NameSpan]]]
"""For each article, by its id, the names in each of its paragraphs."""

_NEXT = re.compile(r" (?P<word>[A-Z][\w’'-]*)")
_CUT_OFF = re.compile(r"[\s.][^\W\d_]\.?$")
"""Where a person's name ends so, its last word is missing: `George W.`"""
_GLUED = re.compile(r"(?P<first>.*[a-z]{3})(?P<rest>[A-Z][a-z]\w+)", re.DOTALL)
_SHOUTED = re.compile(r"[A-Z]{4,}\s(?=[A-Z][a-z])")
"""A word before a person's name, as `WATCH`."""
_BEHIND_A_PERSON = re.compile(r"(?:\s\d+|\s(?:Chief|Democrat(?:ic|s)?|Republicans?))+$|/.*", re.DOTALL)
_AND = re.compile(r"\s(?:and|&)\s")
_DAY = re.compile(r"(?P<month>\w+)\.?\s\d{1,4}")
_GO_ON = AFTER_A_PLACE | NAMED_BODIES
_BODIES = frozenset("capital chronicle examiner gazette herald journal news post telegraph times today tribune".split())
"""Last words of names that are none of a place: `Washington Examiner`."""
_LONGEST = 200
"""What is longer is no name that the rules here are about, and may be anything."""
_OFTEN = 3
"""A name ends in that of a body, if that stands in so many articles for each that has the longer name."""


Whole = Sequence[tuple[NameSpan, ...]]
"""The names in each paragraph of an article."""


def whole_names(
    articles: Sequence[AnnotatedArticle], found: FoundNames, memory: Memory = NO_MEMORY
) -> dict[str, Whole]:
    """The names, each as it is written, as one thing and of a kind that its words allow."""
    spread = _Spread(articles, found)
    return {
        each.article.id: memory.renewed(
            "whole names", partial(_whole_in, each.article, found, spread), each.article, found.get(each.article.id)
        )[0]
        for each in articles
    }


def _whole_in(
    article: Article, found: FoundNames, spread: _Spread, known: tuple[Whole, Noted] | None
) -> tuple[Whole, Noted]:
    """The names in an article, and what was asked for them; those that are known, if the answers would be the same."""
    if known is not None and all(spread.told(*asked) == told for asked, told in known[1].items()):
        return known
    noting = _Noting(spread)
    return [tuple(_whole(*row, noting)) for row in _rows(article, found)], noting.noted


def _rows(article: Article, found: FoundNames) -> Iterator[tuple[Paragraph, Sequence[NameSpan]]]:
    """Each paragraph with its names."""
    return zip(article.paragraphs, found.get(article.id, ()), strict=False)


Noted = Mapping[tuple[str, bool], int]
"""What was asked of `_Spread.told`, and what it told."""


class _Spread:
    """In how many articles each name was found, and of what kinds."""

    def __init__(self, articles: Sequence[AnnotatedArticle], found: FoundNames) -> None:
        self._kinds: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
        for annotated in articles:
            here: dict[str, Kind] = {}
            for paragraph, spans in _rows(annotated.article, found):
                here.update((key(paragraph.text[span.start : span.end]), span.kind) for span in spans)
            for form, kind in here.items():
                self._kinds[form][kind] += 1

    def told(self, text: str, as_body: bool) -> int:
        """How many have a name, or take it for an organisation."""
        kinds = self._kinds.get(key(text))
        if kinds is None:
            return 0
        return kinds["organisation"] if as_body else kinds.total()


class _Noting:
    """Asks in how many articles names stand, and notes the answers."""

    def __init__(self, spread: _Spread) -> None:
        self._spread = spread
        self.noted: dict[tuple[str, bool], int] = {}

    def articles(self, text: str) -> int:
        """How many have a name."""
        return self._told(text, as_body=False)

    def bodies(self, text: str) -> int:
        """In how many it was taken for an organisation."""
        return self._told(text, as_body=True)

    def _told(self, text: str, *, as_body: bool) -> int:
        if (text, as_body) not in self.noted:
            self.noted[text, as_body] = self._spread.told(text, as_body)
        return self.noted[text, as_body]


def _whole(paragraph: Paragraph, spans: Iterable[NameSpan], standing: _Noting) -> Iterator[NameSpan]:
    last = -1
    text = paragraph.text
    ordered = tuple(spans)
    starts = {span.start: span.end for span in ordered}
    for span in ordered:
        if span.start < last:
            continue
        if span.end - span.start > _LONGEST:
            yield span
            continue
        one = _trimmed(text, _extended(paragraph, span, starts), standing)
        last = max(last, one.end)
        for each in _apart(text, one, standing):
            name = text[each.start : each.end]
            if not _is_none(name, each.kind, standing):
                kind = _kind(name, each.kind, standing)
                yield each if kind == each.kind else replace(each, kind=kind)


def _extended(paragraph: Paragraph, span: NameSpan, starts: Mapping[int, int]) -> NameSpan:
    """With the last name behind an initial, and the word that makes another name of a place: `Wall Street Journal`."""
    text = paragraph.text
    if paragraph.kind == "heading":
        return span
    following = _NEXT.match(text, span.end)
    if following is None or starts.get(following.start("word"), following.end()) != following.end():
        return span
    if span.kind == "person":
        goes_on = _CUT_OFF.search(text, span.start, span.end) is not None
    else:
        goes_on = following["word"].lower() in _GO_ON
    return replace(span, end=following.end()) if goes_on else span


def _trimmed(text: str, span: NameSpan, standing: _Noting) -> NameSpan:
    """A person's name without a number, a party or an office behind it, a shout before it, and what is glued to it."""
    if span.kind != "person":
        return span
    shouted = _SHOUTED.match(text, span.start, span.end)
    start = span.start if shouted is None else shouted.end()
    behind = _BEHIND_A_PERSON.search(text, start, span.end)
    end = span.end if behind is None or behind.start() == start else behind.start()
    glued = _GLUED.fullmatch(text, start, end)
    if glued is not None and standing.articles(glued["first"]) >= standing.articles(text[start:end]):
        end = start  # the name itself ends inside a word: there is none to count
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


def _apart(text: str, span: NameSpan, standing: _Noting) -> Iterator[NameSpan]:
    """Two names that `and` joins, if each stands in more articles than both together: `House and Senate`."""
    for match in _AND.finditer(text, span.start, span.end):
        both = (span.start, match.start()), (match.end(), span.end)
        joined = standing.articles(text[span.start : span.end])
        if all(standing.articles(text[start:end]) > joined for start, end in both):
            yield from (replace(span, start=start, end=end) for start, end in both)
            return
    if span.start < span.end:
        yield span


def _is_none(text: str, kind: Kind, standing: _Noting) -> bool:
    """Whether it is a day, or several names that ran together without a space."""
    day = _DAY.fullmatch(text)
    if day is not None and day["month"].lower() in CALENDAR:
        return True
    glued = _GLUED.fullmatch(text) if kind == "person" else None
    words = () if glued is None else (glued["first"].rpartition(" ")[2], glued["rest"])
    return bool(words) and all(map(standing.articles, words))


def _kind(text: str, kind: Kind, standing: _Noting) -> Kind:
    """Of what kind a name is by its words: of its place, if they tell nothing."""
    words = text.split()
    if len(words) > 1 and words[0] in DESCENT and words[1].startswith("American"):
        return "topic"
    if kind == "place" and len(words) > 1 and words[-1].lower() in _BODIES:
        return "organisation"
    if kind in {"person", "place"} and len(words) > 2:
        tail = standing.bodies(" ".join(words[-2:]))
        return "organisation" if tail > _OFTEN * standing.articles(text) else kind
    return kind
