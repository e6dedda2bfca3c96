"""Stories: which articles tell the same one, and what each of them has alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from dossier.coverage.differences import Text, alone, namings
from dossier.coverage.grouping import stories
from dossier.coverage.telling import first_of, in_order
from dossier.coverage.traits import traits
from dossier.model import Article, Comparison, Passage, Story, Trait

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
) -> Story:
    """All that is known of a story.

    Args:
        texts: its texts, the fullest first, and the articles of each, likewise.
        found: the traits of the articles to tell apart.
        passages: what these share.
        comparisons: the first article with others.
    """
    ordered = in_order(chain.from_iterable(texts))
    told = [Text.of(article, found[article.id]) for article in to_tell_apart(texts)]
    shared = tuple(dict.fromkeys(passages))
    return Story(
        id=ordered[0].id,
        articles=tuple(article.id for article in ordered),
        texts=tuple(tuple(article.id for article in text) for text in texts),
        first=first_of(ordered),
        comparisons=tuple(comparisons),
        alone=alone(told, shared, comparisons),
        namings=namings(told),
        passages=shared,
    )
