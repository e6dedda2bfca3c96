"""What one text of a story has and the others lack."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dossier.coverage.elsewhere import Elsewhere
from dossier.coverage.texts import Text
from dossier.model import Alone, Comparison, Excerpt, Passage, Place, Trait
from dossier.scripts import split_words

_PLACES = 3
"""A paragraph that was changed in more places was told anew: its pieces say nothing by themselves."""
_ADDED = 6
"""So many words, names aside, that were put into a paragraph are told by themselves."""
_LINE = 12
"""Fewer words, without the end of a sentence, are a credit, a headline within the text, or part of the page."""
_END = re.compile(r"[.!?…。！？:][\"'”’»)]*$")


def alone(
    texts: Sequence[Text],
    passages: Iterable[Passage],
    comparisons: Sequence[Comparison],
    called: Mapping[str, Sequence[str]],
) -> tuple[Alone, ...]:
    """What each text has alone, and what it lacks; for those that are compared, the base first.

    Args:
        texts: all of the story, the base first.
        passages: what they share.
        comparisons: the base with others.
        called: by what the register knows the entities.
    """
    of_texts = {text.article.id: text for text in texts}
    ends = ((passage.left, passage.right) for passage in passages)
    shared = {place for pair in ends if all(place.article in of_texts for place in pair) for place in pair}
    beside = {each.other: [each] for each in comparisons if each.other in of_texts}
    base = texts[0]
    added = {base.article.id: list(_merged(base, _added(comparisons, of_base=True)))}
    added |= {each: list(_merged(of_texts[each], _added(rows, of_base=False))) for each, rows in beside.items()}
    told = [text for text in texts if text.article.id in added]
    own = {text.article.id: list(_unshared(text, shared)) for text in told}
    asked = [text.words(each) for text in told for each in (*added[text.article.id], *own[text.article.id])]
    elsewhere = Elsewhere(texts, told, asked, called)
    return tuple(
        Alone(
            text.article.id,
            tuple(_passages(text, added[text.article.id], own[text.article.id], elsewhere)),
            tuple(elsewhere.only(text)),
            tuple(elsewhere.lacking(text)),
        )
        for text in told
    )


def _unshared(text: Text, shared: AbstractSet[Place]) -> Iterator[Excerpt]:
    """The paragraphs that no other text shares; a few words without an end are none."""
    for paragraph in text.article.paragraphs:
        is_told = len(split_words(paragraph.text)) >= _LINE or _END.search(paragraph.text.rstrip()[-4:]) is not None
        if is_told and paragraph.kind not in {"heading", "code"} and Place(text.article.id, paragraph.id) not in shared:
            yield Excerpt(paragraph.id, 0, len(paragraph.text))


def _passages(text: Text, added: Iterable[Excerpt], own: Sequence[Excerpt], elsewhere: Elsewhere) -> Iterator[Excerpt]:
    """The paragraphs that no other text shares, and what was put into those that another does, in order."""
    found = [each for each in own if elsewhere.is_only(text, text.words(each))]
    whole = {each.paragraph for each in own}
    named: defaultdict[str, list[Trait]] = defaultdict(list)
    for trait in text.traits:
        if trait.kind == "name":
            named[trait.paragraph].append(trait)
    for each in added:
        names = [trait for trait in named[each.paragraph] if each.start <= trait.start < each.end]
        length = len(text.words(each)) - sum(len(split_words(trait.text)) for trait in names)
        if each.paragraph not in whole and length >= _ADDED and elsewhere.is_only(text, text.words(each)):
            found.append(each)
    order = {paragraph: place for place, paragraph in enumerate(text.paragraphs)}
    yield from sorted(found, key=lambda each: (order[each.paragraph], each.start))


def _merged(text: Text, excerpts: Iterable[Excerpt]) -> Iterator[Excerpt]:
    """Excerpts without those that others hold, and without the signs around them."""
    before: Excerpt | None = None
    for each in sorted(set(excerpts)):
        if before is not None and before.paragraph == each.paragraph and each.start < before.end:
            before = Excerpt(each.paragraph, before.start, max(before.end, each.end))
            continue
        if before is not None:
            yield _trimmed(text, before)
        before = each
    if before is not None:
        yield _trimmed(text, before)


def _trimmed(text: Text, excerpt: Excerpt) -> Excerpt:
    letters = [excerpt.start + at for at, sign in enumerate(text.shown(excerpt)) if sign.isalnum()]
    return Excerpt(excerpt.paragraph, letters[0], letters[-1] + 1) if letters else excerpt


def _added(comparisons: Iterable[Comparison], *, of_base: bool) -> Iterator[Excerpt]:
    for comparison in comparisons:
        for row in comparison.rows:
            if row.relation == "edited":
                for side in row.base if of_base else row.other:
                    if len(side.marks) <= _PLACES:
                        yield from (Excerpt(side.paragraph, start, end) for start, end in side.marks)
