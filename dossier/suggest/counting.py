"""How often names stand in the articles: found by their letters, wherever discovery overlooked them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from dossier.model import (
    Alias,
    AnnotatedArticle,
    Article,
    Candidate,
    Entity,
    Mention,
    NameSpan,
    OpenMention,
    Paragraph,
    Resolution,
    Suggestion,
)
from dossier.same_name import capitals, key
from dossier.suggest.evidence import SHOWN, Evidence, Sentences
from dossier.suggest.found import sightings
from dossier.suggest.grouping import Place
from dossier.suggest.longer import Span, longer_name

Find = Callable[[str], Sequence[Candidate]]
"""The candidates in a text."""

_BELIEVED = 0.3
"""The part of the places of a single word in which it must have been found."""
_SEEN, _SEEN_PART = 5, 0.04
"""Or in so many articles, and such a part of those in which it stands by itself."""
_SMALL = 0.2
"""Then it is seldom written small: so often, for each place with a capital."""


@dataclass(slots=True)
class _Counted:
    """Where one name stands."""

    times: Counter[str] = field(default_factory=Counter)
    articles: dict[str, Place] = field(default_factory=dict)
    """The first place in each."""


_NOWHERE = _Counted()


class Standing(NamedTuple):
    """A place where a name stands that is no mention."""

    name: str
    """The id of its entity."""
    paragraph: Paragraph
    start: int
    end: int
    is_alone: bool
    """Of a single word: no word beside it makes a longer name of it."""


def as_entities(suggested: Sequence[Suggestion]) -> tuple[Entity, ...]:
    """The suggested names as entities, each with all its full forms."""
    return tuple(
        Entity(own, each.name, "work", tuple(Alias(form) for form, _ in each.forms if key(form) == key(each.name)))
        for own, each in zip(_ids(suggested), suggested, strict=True)
    )


def _ids(suggested: Sequence[Suggestion]) -> list[str]:
    """The id of each: its name, and behind the first of several, which of them it is."""
    times: Counter[str] = Counter()
    found = []
    for each in suggested:
        times[each.name] += 1
        found.append(each.name if times[each.name] == 1 else f"{each.name}\n{times[each.name]}")
    return found


def standing_in(annotated: AnnotatedArticle, find: Find) -> tuple[Standing, ...]:
    """Every place of an article where a name stands as whole words: the longest first, none that a mention holds.

    Args:
        annotated: the article, with its mentions.
        find: finds the entities of `as_entities`.
    """
    said = _said(annotated.resolution)
    return tuple(
        standing
        for paragraph in annotated.article.paragraphs
        if paragraph.kind != "code"
        for standing in _standing_in(paragraph, said[paragraph.id], find(paragraph.text))
    )


def _standing_in(paragraph: Paragraph, said: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Standing]:
    if not found:
        return
    claimed = _marked(len(paragraph.text), said)
    taken: list[tuple[str, int, int]] = []
    for candidate in sorted(found, key=lambda each: each.start - each.end):
        start, end = candidate.start, candidate.end
        if candidate.senses.entities and claimed.find(1, start, end) < 0:
            claimed[start:end] = b"\1" * (end - start)
            taken.append((candidate.senses.entities[0], start, end))
    spoken_for = _runs(claimed) if any(" " not in name for name, _, _ in taken) else ()
    for name, start, end in taken:
        is_alone = " " not in name and longer_name(paragraph, start, end, spoken_for) is None
        yield Standing(name, paragraph, start, end, is_alone)


def recounted(
    suggested: Sequence[Suggestion],
    articles: Sequence[AnnotatedArticle],
    standing: Iterable[Iterable[Standing]],
    sentences: Sentences,
    *,
    sure: int = 0,
) -> tuple[Suggestion, ...]:
    """Count every place where a name stands.

    Args:
        suggested: as they were found.
        articles: with their mentions, newest first.
        standing: what `standing_in` finds in each.
        sentences: divides a text into the spans of its sentences.
        sure: so many of the last are names, whatever discovery took them for.

    Returns:
        The same names in the same order.
    """
    counting = _Counting(suggested, len(suggested) - sure)
    for annotated, found in zip(articles, standing, strict=True):
        counting.count(annotated.article, found)
    order = {annotated.article.id: place for place, annotated in enumerate(articles)}
    evidence = Evidence(sentences)
    judged = (counting.judged(place, each) for place, each in enumerate(suggested))
    return tuple(
        each if counted is None else _with(each, counted, order, evidence)
        for each, counted in zip(suggested, judged, strict=True)
    )


def _said(resolution: Resolution) -> Mapping[str, Sequence[Span]]:
    """Where mentions stand in each paragraph, linked and open ones."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    said: tuple[Mention | OpenMention, ...] = (*resolution.mentions, *resolution.unresolved)
    for each in said:
        found[each.paragraph].append((each.start, each.end))
    return found


def _marked(length: int, spans: Iterable[Span]) -> bytearray:
    """A mark on each of so many characters that a span holds."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


class _Counting:
    """What is known of the places of each name so far, each name by its number."""

    def __init__(self, suggested: Sequence[Suggestion], doubted: int) -> None:
        self._doubted = doubted
        """So many of the first may be none."""
        self._everywhere: defaultdict[int, _Counted] = defaultdict(_Counted)
        self._alone: defaultdict[int, _Counted] = defaultdict(_Counted)
        """Of the single words: where no word beside them makes a longer name of them."""
        self._small: Counter[str] = Counter()
        self._places = {own: place for place, own in enumerate(_ids(suggested))}
        single = [each for each in suggested[:doubted] if _is_overlooked(each)]
        self._words = {form.lower() for each in single for form, _ in each.forms}

    def count(self, article: Article, found: Iterable[Standing]) -> None:
        """Count what stands in an article."""
        for paragraph in article.paragraphs:
            if paragraph.kind != "code":
                self._small.update(filter(self._words.__contains__, paragraph.text.split()))
        for each in found:
            place = self._places[each.name]
            _note(self._everywhere[place], article.id, each)
            if each.is_alone:
                _note(self._alone[place], article.id, each)

    def judged(self, place: int, each: Suggestion) -> _Counted | None:
        """What was counted of a suggestion, where it can be believed.

        A single word is believed if discovery took it for a name in a good part of its places, or in many articles
        without its being a word of the language, as `Democrats`: else it is rather a month or a title that it
        mistook once. That of a person is left as it is: it belongs to the full name of its article.
        """
        everywhere, alone = self._everywhere.get(place, _NOWHERE), self._alone.get(place, _NOWHERE)
        is_sure = place >= self._doubted
        if " " not in each.name and each.kind == "person" and (each.mentions or not is_sure):
            return None
        if is_sure or " " in each.name:
            return everywhere
        if each.mentions >= _BELIEVED * everywhere.times.total():
            return everywhere
        small = sum(self._small[form] for form in {form.lower() for form, _ in each.forms})
        is_seen = len(each.articles) >= max(_SEEN, _SEEN_PART * len(alone.articles)) or capitals(each.name)
        return alone if is_seen and small <= _SMALL * alone.times.total() else None


def _is_overlooked(each: Suggestion) -> bool:
    return " " not in each.name and each.kind != "person"


def _runs(claimed: bytearray) -> list[Span]:
    """The stretches that are marked."""
    found: list[Span] = []
    start = claimed.find(1)
    while start >= 0:
        end = claimed.find(0, start)
        end = len(claimed) if end < 0 else end
        found.append((start, end))
        start = claimed.find(1, end)
    return found


def _note(counted: _Counted, article: str, each: Standing) -> None:
    counted.times[each.paragraph.text[each.start : each.end]] += 1
    if article not in counted.articles:
        counted.articles[article] = each.paragraph, NameSpan(each.start, each.end, "work")


def _with(each: Suggestion, counted: _Counted, order: Mapping[str, int], evidence: Evidence) -> Suggestion:
    """A suggestion with what was counted, where that is more."""
    forms = {form: max(number, counted.times[form]) for form, number in each.forms}
    places = dict.fromkeys(sorted({*each.articles, *counted.articles}, key=order.__getitem__))
    shown = list(each.sightings)
    for article in islice(counted.articles, SHOWN if len(shown) < SHOWN else 0):
        if all(sighting.article != article for sighting in shown):
            shown += sightings({article: counted.articles[article]}, evidence)
    return replace(
        each,
        forms=tuple(
            sorted(((form, number) for form, number in forms.items() if number), key=lambda pair: (-pair[1], pair[0]))
        ),
        mentions=each.mentions + sum(forms.values()) - sum(number for _, number in each.forms),
        articles=tuple(places),
        sightings=tuple(shown[:SHOWN]),
    )
