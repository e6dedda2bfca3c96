"""The words of an article among a page's own: in which language they are, and which way they run.

WCAG 2.2, 3.1.2, and "Inline markup and bidirectional text in HTML" of the W3C.
"""

from __future__ import annotations

from functools import lru_cache

from dossier.model import Article
from dossier.pages.prose import escape
from dossier.scripts import Direction, direction, runs_both_ways

_OWN = frozenset({' dir="ltr"', ' lang="en" dir="ltr"'})
"""The attributes of words that are like a page's own."""


def isolated(text: str) -> str:
    """Escape a name or another short text that stands in a line with others, so that neither turns the other round."""
    return f"<bdi>{escape(text)}</bdi>" if runs_both_ways(text) else escape(text)


def attributes(article: Article) -> str:
    """The attributes `lang` and `dir` for the words of an article, each with a space before it."""
    language = article.language.value
    lede = article.paragraphs[0].text if article.paragraphs else ""
    return ("" if language is None else f' lang="{language}"') + f' dir="{_direction(article.shown_title, lede)}"'


@lru_cache(maxsize=1024)  # an article's page, its row in lists and every quotation of it ask the same
def _direction(title: str, lede: str) -> Direction:
    return direction(f"{title} {lede}")


def spoken(markdown: str, article: Article) -> str:
    """Words of an article among a page's own: marked with language and direction where these are others."""
    known = attributes(article)
    return markdown if known in _OWN else f"<span{known}>{markdown}</span>"
