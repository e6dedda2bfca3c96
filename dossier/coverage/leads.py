"""Whether two articles that share text are about the same: text at their ends is often no more than background."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dossier.coverage.openings import COMMON, parts
from dossier.model import Article
from dossier.scripts import UNSPACED, split_words

_WORD = re.compile(rf"[^\W\d_{UNSPACED}]+|[{UNSPACED}]+")
_SHORT = 3
_TELLING = 2
"""So many words that headlines and first paragraphs have in common tell that they are about the same."""
_PARAGRAPHS = 2
_RUN = 8
_FRONT = 3
"""What stands behind the first third of both texts is at their ends."""


class Leads:
    """What articles say first."""

    def __init__(self) -> None:
        self._words: dict[str, AbstractSet[str]] = {}

    def are_of_one_event(self, one: Article, other: Article) -> bool:
        """Whether articles that share text begin in the same words, or share text before their ends."""
        return len(self._telling(one) & self._telling(other)) >= _TELLING or _share_more_than_the_end(one, other)

    def _telling(self, article: Article) -> AbstractSet[str]:
        """The words of the headline and of the first paragraphs."""
        if article.id not in self._words:
            prose = [each.text for each in article.paragraphs if each.kind == "paragraph"][:_PARAGRAPHS]
            texts = [
                article.title.value or "" if article.title.source == "stated" else "",
                *prose[: max(1, len(prose) // _FRONT)],
            ]
            words = {part for text in texts for word in _WORD.findall(text) for part in parts(word.casefold())}
            self._words[article.id] = {word for word in words if _tells(word)}
        return self._words[article.id]


def _tells(word: str) -> bool:
    return word not in COMMON and (len(word) > _SHORT or (len(word) > 1 and not word.isascii()))


def _share_more_than_the_end(one: Article, other: Article) -> bool:
    first, second = _runs(one), _runs(other)
    return not (set(_front(first)).isdisjoint(second) and set(_front(second)).isdisjoint(first))


def _front(runs: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    return runs[: len(runs) // _FRONT]


def _runs(article: Article) -> list[tuple[str, ...]]:
    words = [word for paragraph in article.paragraphs for word in split_words(paragraph.text)]
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))
