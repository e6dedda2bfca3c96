"""Who tells the same of one date, who of another, and who of none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from dossier.memory import NO_MEMORY, Memory
from dossier.model import AnnotatedArticle, Event, Happening, PartialDate, Period

Index = Mapping[str, Sequence[int]]

_ALIKE = 0.7
"""Such a part of the words of the shorter of two sentences stands in the other: they tell the same."""
_VERY_ALIKE = 0.85
"""The same, where they put it on two dates."""
_SHARED = 4
_MANY_SHARED = 7
"""So many words they must share; the second number, where they put it on two dates, or one on none."""
_APART = 7
"""Days between two dates of one happening, at most."""
_DATES = 3
"""What is told of so many other days recurs."""
_RARE = 6
"""So many of the rarest words of a sentence are looked up in others."""
_LISTED = 20
"""So many sentences are listed under a word."""
_RANK = {"year": 0, "span": 1, "month": 2, "week": 3, "day": 4}
_WORD = re.compile(r"[^\W_]{3,}|\d+")
_DENIAL = re.compile(
    r"\b(?:not|no|never|nor|neither|cannot|nobody|none|nothing|without|fail(?:s|ed)?|refus(?:es?|ed|ing)|den(?:y|ies|ied))\b|n['’]t\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    "the and for that with from was were has have had are been its his her their they who which said says would will"
    " not but this than after before into over also more about one when there could may some other".split()
)
_NO_NAMES = _STOP | {""}
_NOTHING: frozenset[str] = frozenset()
_COUNTS = frozenset("two three four five six seven eight nine ten".split())


class _Telling(NamedTuple):
    """An event with the words of its sentence, those of the date left out."""

    event: Event
    names: frozenset[str]
    """Those with a capital, but for the first one."""
    numbers: frozenset[str]
    order: tuple[str, ...]
    """All words, each where it stands first."""
    denials: int
    """So many times it says no."""
    told_on: date | None
    """The day of its article."""
    rare: tuple[str, ...]
    """The rarest of them that stand in another sentence, too."""


def happenings(
    articles: Sequence[AnnotatedArticle], told: Sequence[Event], memory: Memory = NO_MEMORY
) -> tuple[Happening, ...]:
    """Group what is told of one date in the same words, and find what is told of another date, or of none, in the same.

    Args:
        articles: those that the events are of.
        told: the events of all articles.
        memory: what the last build made.

    Returns:
        In order of time; what is less exact comes before what is more.
    """
    tellings = _tellings(articles, told, memory)
    groups = _grouped([telling for telling in tellings if telling.event.period is not None])
    firsts = [group[0] for group in groups]
    index = _index(firsts)
    elsewhere = _on_other_days(firsts, index)
    undated: defaultdict[int, list[Event]] = defaultdict(list)
    for telling in tellings:
        if telling.event.period is None:
            for number in _near(index.get(word, ()) for word in telling.rare):
                if _speak_of_one_day(firsts[number], telling):
                    undated[number].append(telling.event)
                    break
    found = [
        Happening(
            period,
            tuple(_once_an_article(telling.event for telling in group)),
            tuple(_once_an_article(elsewhere[number])),
            tuple(_once_an_article(undated[number])),
        )
        for number, group in enumerate(groups)
        if (period := group[0].event.period) is not None
    ]
    order = {annotated.article.id: number for number, annotated in enumerate(articles)}
    return tuple(sorted(found, key=lambda each: _order(each, order)))


def _order(happening: Happening, order: Mapping[str, int]) -> tuple[int, int, int, str, int]:
    event = happening.event
    day = happening.period.place.toordinal()
    return day, _RANK[event.precision], order[event.article], event.paragraph, event.span[0]


def _once_an_article(events_told: Iterable[Event]) -> Iterable[Event]:
    """The first of each article."""
    first: dict[str, Event] = {}
    for event in events_told:
        first.setdefault(event.article, event)
    return first.values()


def _tellings(articles: Sequence[AnnotatedArticle], told: Sequence[Event], memory: Memory) -> list[_Telling]:
    wanted = {(event.article, event.paragraph) for event in told}
    texts = {
        (annotated.article.id, paragraph.id): paragraph.text
        for annotated in articles
        for paragraph in annotated.article.paragraphs
        if (annotated.article.id, paragraph.id) in wanted
    }
    days = {annotated.article.id: _day(annotated.article.date.value) for annotated in articles}
    folded, named = _Folded(), _Named()
    words = [
        memory.made("words", partial(_words, texts[event.article, event.paragraph], event, folded, named), event)
        for event in told
    ]
    ranks = _ranks(Counter(chain.from_iterable(order for order, _, _ in words)))
    return [
        _Telling(event, names, _numbers(order), order, denials, days[event.article], _rarest(order, ranks))
        for event, (order, names, denials) in zip(told, words, strict=True)
    ]


def _day(published: PartialDate | None) -> date | None:
    return None if published is None or published.or_later or published.day is None else published.start


def _ranks(times: Mapping[str, int]) -> Mapping[str, int]:
    """The words that stand in more than one sentence, the rarest first."""
    shared = sorted((word for word, number in times.items() if number > 1), key=lambda word: (times[word], word))
    return {word: rank for rank, word in enumerate(shared)}


def _rarest(words: Iterable[str], ranks: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted((word for word in words if word in ranks), key=ranks.__getitem__)[:_RARE])


class _Folded(dict[str, str]):
    """Each word in small letters, as one object; nothing, if it tells nothing."""

    def __missing__(self, written: str) -> str:
        word = written.casefold()
        found = self[written] = "" if word in _STOP else self.setdefault(word, word)
        return found


class _Named(dict[str, str]):
    """Each word with a capital in small letters; nothing for others."""

    def __missing__(self, written: str) -> str:
        found = self[written] = written.casefold() if written[0].isupper() else ""
        return found


def _words(text: str, event: Event, folded: _Folded, named: _Named) -> tuple[tuple[str, ...], frozenset[str], int]:
    """The words of a sentence, but for its date, those of them that are names, and how often it denies something."""
    (start, end), (first, last) = event.sentence, event.span
    found = [*_WORD.findall(text, start, first), *_WORD.findall(text, last, end)]
    order = tuple(filter(None, dict.fromkeys(map(folded.__getitem__, found))))
    names = frozenset(map(named.__getitem__, found[1:])) - _NO_NAMES
    return order, names or _NOTHING, len(_DENIAL.findall(text, start, end))


def _index(tellings: Sequence[_Telling]) -> Index:
    """Where each rare word stands, in lists of so many that none grows with the articles."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for word in telling.rare:
            if len(index[word]) < _LISTED:
                index[word].append(number)
    return index


def _near(lists: Iterable[Sequence[int]]) -> list[int]:
    """What stands in two lists at least, in order: of a sentence that is alike, more than one rare word is the same."""
    met: set[int] = set()
    again: set[int] = set()
    for each in lists:
        again.update(met.intersection(each))
        met.update(each)
    return sorted(again)


def _grouped(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    """Those of one date in the same words; each is held against the first of a group, so that none drifts."""
    groups: list[list[_Telling]] = []
    listed: defaultdict[Period | None, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    sentences: dict[tuple[object, ...], int] = {}
    for telling in tellings:
        event = telling.event
        here = (event.article, event.paragraph, event.sentence, event.period)
        own = sentences.get(here)
        if own is None:
            beside = listed[event.period]
            near = _near(beside.get(word, ()) for word in telling.rare)
            own = next((number for number in near if _are_alike(groups[number][0], telling, _ALIKE, _SHARED)), None)
        if own is None:
            own = len(groups)
            groups.append([])
            for word in telling.rare:
                if len(beside[word]) < _LISTED:
                    beside[word].append(own)
        groups[own].append(telling)
        sentences[here] = own
    return groups


def _are_alike(one: _Telling, other: _Telling, alike: float, words: int) -> bool:
    """Whether most words of the shorter of two sentences stand in the other, and neither numbers nor names tell.

    One that denies, or tells of what is to come, is not the same as one that does not; nor is one whose names stand in
    another order: who accuses whom.
    """
    if one.denials != other.denials or {one.event.status, other.event.status} == {"happened", "announced"}:
        return False
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return False
    words_shared = set(one.order).intersection(other.order)
    shared = len(words_shared)
    if one.names.isdisjoint(other.names) and (shared < _MANY_SHARED or (one.names and other.names)):
        return False
    if shared < words or shared < alike * min(len(one.order), len(other.order)):
        return False
    both = words_shared & (one.names | other.names)
    return _in_order(one, both) == _in_order(other, both)


def _in_order(telling: _Telling, names: AbstractSet[str]) -> list[str]:
    return [word for word in telling.order if word in names]


def _on_other_days(firsts: Sequence[_Telling], index: Index) -> defaultdict[int, list[Event]]:
    """For each happening those that another article puts on another day; none for what recurs, day after day."""
    found: defaultdict[int, list[Event]] = defaultdict(list)
    for number, telling in enumerate(firsts):
        if telling.event.precision == "day":
            found[number] = [
                firsts[other].event
                for other in _near(index.get(word, ()) for word in telling.rare)
                if _differ(telling, firsts[other])
            ]
    return defaultdict(list, {number: each for number, each in found.items() if 0 < len(each) < _DATES})


def _differ(one: _Telling, other: _Telling) -> bool:
    """Whether two articles tell the same in the same words and numbers, and put it on two days of one week or so."""
    first, second = one.event, other.event
    if first.article == second.article or second.precision != "day" or first.period is None or second.period is None:
        return False
    apart = abs((first.period.place - second.period.place).days)
    if not 0 < apart <= _APART or not _are_alike(one, other, _VERY_ALIKE, _MANY_SHARED):
        return False
    return one.numbers == other.numbers and not _is_daily(one, other)


def _is_daily(one: _Telling, other: _Telling) -> bool:
    """Whether the articles are so many days apart as what they tell: it may have happened on both days."""
    if one.told_on is None or other.told_on is None or one.event.period is None or other.event.period is None:
        return False
    return one.told_on - other.told_on == one.event.period.place - other.event.period.place


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word for word in words if word.isdigit() or word in _COUNTS]) or _NOTHING


def _speak_of_one_day(dated: _Telling, other: _Telling) -> bool:
    """Whether one sentence is the other without its date: `on Monday (Dec 30)` and `on Monday`."""
    if dated.event.article == other.event.article or not _are_alike(dated, other, _ALIKE, _MANY_SHARED):
        return False
    return set(_WORD.findall(other.event.text.casefold())) <= set(_WORD.findall(dated.event.text.casefold()))
