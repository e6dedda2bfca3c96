"""How often suggested names stand in the articles: found by their letters, wherever discovery overlooked them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dossier.model import Alias, AnnotatedArticle, Candidate, Entity, Mention, OpenMention, Suggestion
from dossier.same_name import key

Find = Callable[[str], Sequence[Candidate]]
"""The candidates in a text."""

_BELIEVED = 0.3
"""The part of the places of a single word in which it must have been found."""


def as_entities(suggested: Sequence[Suggestion]) -> tuple[Entity, ...]:
    """The suggested names as entities, each with all its full forms; its place is its id."""
    return tuple(
        Entity(
            str(place), each.name, "work", tuple(Alias(form) for form, _ in each.forms if key(form) == key(each.name))
        )
        for place, each in enumerate(suggested)
    )


def recounted(
    suggested: Sequence[Suggestion], articles: Sequence[AnnotatedArticle], find: Find
) -> tuple[Suggestion, ...]:
    """Count every place where a name stands as whole words and is no mention; those of the most articles first.

    Args:
        suggested: as they were found.
        articles: with their mentions, newest first.
        find: finds the entities of `as_entities`.
    """
    times: defaultdict[int, Counter[str]] = defaultdict(Counter)
    places: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for annotated in articles:
        for text, claimed in _claimed(annotated):
            for candidate in sorted(find(text), key=lambda each: each.start - each.end):  # the longest first
                start, end = candidate.start, candidate.end
                if candidate.senses.entities and claimed.find(1, start, end) < 0:
                    claimed[start:end] = b"\1" * (end - start)
                    place = int(candidate.senses.entities[0])
                    times[place][text[start:end]] += 1
                    places[place][annotated.article.id] = None
    found = (_with(each, times[place], places[place]) for place, each in enumerate(suggested))
    return tuple(sorted(found, key=lambda each: (-len(each.articles), -each.mentions, each.name)))


def _claimed(annotated: AnnotatedArticle) -> Iterator[tuple[str, bytearray]]:
    """The texts in which names are looked for, with a mark on each character that a mention holds."""
    resolution = annotated.resolution
    masks = {each.id: bytearray(len(each.text)) for each in annotated.article.paragraphs if each.kind != "code"}
    said: tuple[Mention | OpenMention, ...] = (*resolution.mentions, *resolution.unresolved)
    for each in said:
        masks[each.paragraph][each.start : each.end] = b"\1" * (each.end - each.start)
    return ((each.text, masks[each.id]) for each in annotated.article.paragraphs if each.id in masks)


def _with(each: Suggestion, times: Counter[str], places: dict[str, None]) -> Suggestion:
    """A suggestion with what was counted, where that is more and can be believed.

    A single word is believed if discovery took it for a name in a good part of its places: else it is rather a month
    or a title that it mistook once. That of a person is left as it is: it belongs to the full name of its article.
    """
    total = times.total()
    if " " not in each.name and (each.kind == "person" or each.mentions < _BELIEVED * total):
        return each
    forms = {form: max(number, times[form]) for form, number in each.forms}
    return replace(
        each,
        forms=tuple(sorted(forms.items(), key=lambda pair: (-pair[1], pair[0]))),
        mentions=sum(forms.values()),
        articles=tuple(dict.fromkeys((*each.articles, *places))),
    )
