"""Stories: which articles tell the same one, and what each of them has alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from dossier.coverage.differences import alone
from dossier.coverage.grouping import stories
from dossier.coverage.independent import independent
from dossier.coverage.namings import namings
from dossier.coverage.telling import first_of, in_order
from dossier.coverage.texts import Text
from dossier.coverage.traits import traits
from dossier.model import Article, Comparison, Overlap, Passage, Story, Trait

__all__ = ["others_to_compare", "stories", "story_of", "to_tell_apart", "traits"]

_COMPARED = 12
"""The fullest text of a story is compared with so many others."""


def to_tell_apart(texts: Sequence[Sequence[Article]]) -> list[Article]:
    """The fullest article of each text; if there is only one text, some of its versions."""
    return [text[0] for text in texts] if len(texts) > 1 else list(texts[0][: _COMPARED + 1])


def others_to_compare(texts: Sequence[Sequence[Article]]) -> list[Article]:
    """The articles to put beside the fullest: of each other text the fullest, then other versions of a text."""
    fullest = [text[0] for text in texts[1:]]
    versions = [article for text in texts for article in text[1:]]
    return [*fullest, *versions][:_COMPARED]


def story_of(
    texts: Sequence[Sequence[Article]],
    found: Mapping[str, Sequence[Trait]],
    passages: Iterable[Passage],
    comparisons: Sequence[Comparison],
    *,
    overlaps: Iterable[Overlap] = (),
    called: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Story:
    """All that is known of a story.

    Args:
        texts: its texts, the fullest first, and the articles of each, likewise.
        found: the traits of its articles.
        passages: what these share.
        comparisons: the first article with others.
        overlaps: the pairs of its articles that share text.
        called: by what the register knows the entities.
    """
    ordered = in_order(chain.from_iterable(texts))
    apart = texts if len(texts) > 1 else [[article] for article in texts[0]]
    told = [Text.of(text, found) for text in apart]
    shared = tuple(dict.fromkeys(passages))
    return Story(
        id=ordered[0].id,
        articles=tuple(article.id for article in ordered),
        texts=tuple(tuple(article.id for article in text) for text in texts),
        independent=independent(texts, shared, overlaps),
        first=first_of(ordered),
        comparisons=tuple(comparisons),
        alone=alone(told, shared, comparisons, called),
        namings=namings(told[: _COMPARED + 1]),
        passages=shared,
    )
