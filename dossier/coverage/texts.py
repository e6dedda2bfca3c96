"""A text of a story: its fullest article, and the other versions of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Article, Excerpt, Trait
from dossier.scripts import split_words


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a story, told by its fullest article."""

    article: Article
    traits: Sequence[Trait]
    """Of that article, wherever they stand."""
    paragraphs: Mapping[str, str]
    versions: Sequence[tuple[Article, Sequence[Trait]]]
    """All its articles with their traits: what one of these has, no other text has alone."""

    @classmethod
    def of(cls, articles: Sequence[Article], found: Mapping[str, Sequence[Trait]]) -> Text:
        """The text of some articles, the fullest first."""
        fullest = articles[0]
        paragraphs = {paragraph.id: paragraph.text for paragraph in fullest.paragraphs}
        return cls(fullest, found[fullest.id], paragraphs, [(each, found[each.id]) for each in articles])

    def shown(self, excerpt: Excerpt) -> str:
        """What stands in an excerpt."""
        return self.paragraphs[excerpt.paragraph][excerpt.start : excerpt.end]

    def words(self, excerpt: Excerpt) -> list[str]:
        """The words of an excerpt."""
        return split_words(self.shown(excerpt))

    def headlines(self) -> Iterator[str]:
        """The titles and datelines of all versions."""
        for article, _ in self.versions:
            yield from filter(None, (article.title.value, article.dateline.value))

    def written(self) -> Iterator[str]:
        """Whatever stands in any version."""
        yield from self.headlines()
        yield from (paragraph.text for article, _ in self.versions for paragraph in article.paragraphs)
