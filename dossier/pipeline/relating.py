"""What several articles tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from dossier.coverage import others_to_compare, stories, story_of, to_tell_apart, traits
from dossier.memory import NO_MEMORY, Memory
from dossier.model import (
    AnnotatedArticle,
    Article,
    Event,
    Overlap,
    Register,
    Statement,
    Story,
    Trait,
)
from dossier.pipeline.each import Progress, silent
from dossier.reuse import Shingled, compared, families, overlaps, passages

Texts = Sequence[Sequence[Article]]
"""The texts of a story, and the articles of each."""
_OfArticle = TypeVar("_OfArticle", Event, Statement)


def tell_stories(
    articles: Sequence[AnnotatedArticle],
    dated: Iterable[Event] = (),
    said: Iterable[Statement] = (),
    register: Register | None = None,
    progress: Progress = silent,
    *,
    shingled: Shingled | None = None,
    memory: Memory = NO_MEMORY,
) -> tuple[Story, ...]:
    """The stories that several articles tell, newest first, with what each of these has alone.

    Args:
        articles: all of them.
        dated: every date in them.
        said: every statement in them.
        register: by what the entities are known.
        progress: is told what is being done.
        shingled: knows the shingles of articles already.
        memory: what the last build made.
    """
    progress("looking for articles of the same story", len(articles), len(articles))
    plain = [annotated.article for annotated in articles]
    pairs, groups = memory.made("groups", lambda: _groups(plain, shingled or Shingled()), *plain)
    entities = () if register is None else register.entities
    known = {entity.id: [alias.text for alias in entity.aliases] for entity in entities}
    sharing: defaultdict[str, list[Overlap]] = defaultdict(list)
    for pair in pairs:
        sharing[pair.first].append(pair)
    found = _Found({each.article.id: each for each in articles}, _by_article(dated), _by_article(said))
    told = []
    for number, texts in enumerate(groups):
        progress("comparing articles of the same story", number, len(groups))
        members = [article.id for text in texts for article in text]
        inside = frozenset(members)
        called = {entity: known.get(entity, ()) for entity in found.entities(members)}
        overlapping = [pair for each in members for pair in sharing[each] if pair.second in inside]
        tell = partial(_told, texts, members, found, overlapping, called)
        what = f"story {[len(text) for text in texts]} {overlapping} {called}"
        told.append(memory.made(what, tell, *found.objects(members)))
    order = {article.id: place for place, article in enumerate(plain)}
    return tuple(sorted(told, key=lambda story: min(order[each] for each in story.articles)))


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found in each article, by its id."""

    annotated: Mapping[str, AnnotatedArticle]
    dates: Mapping[str, Sequence[Event]]
    statements: Mapping[str, Sequence[Statement]]

    def traits(self, articles: Iterable[str]) -> dict[str, list[Trait]]:
        return {each: list(traits(self.annotated[each], self.dates[each], self.statements[each])) for each in articles}

    def entities(self, articles: Iterable[str]) -> Iterator[str]:
        """The entities that articles mention, and that their open mentions may mean."""
        for each in articles:
            resolution = self.annotated[each].resolution
            yield from (mention.entity for mention in resolution.mentions)
            yield from (entity for open_one in resolution.unresolved for entity in open_one.candidates)

    def objects(self, articles: Iterable[str]) -> Iterator[object]:
        """All that is found in articles."""
        for each in articles:
            yield from (self.annotated[each], *self.dates[each], *self.statements[each])


def _groups(articles: Sequence[Article], shingled: Shingled) -> tuple[Sequence[Overlap], list[list[list[Article]]]]:
    """The pairs of articles that share text, and the stories that they tell."""
    pairs = overlaps([article.id for article in articles], [shingled.of(article) for article in articles])
    return pairs, stories(articles, pairs, families)


def _told(
    texts: Texts,
    members: Sequence[str],
    found: _Found,
    overlapping: Sequence[Overlap],
    called: Mapping[str, Sequence[str]],
) -> Story:
    """One story, with what its articles share and what each has alone."""
    apart = to_tell_apart(texts)
    shared = passages(apart)
    comparisons = []
    for other in others_to_compare(texts):
        # Of many texts at once, not every pair is compared.
        beside = shared if len(apart) == 2 and other is apart[1] else passages([apart[0], other])
        comparisons.append(compared(apart[0], other, beside))
        shared = [*shared, *beside]
    return story_of(texts, found.traits(members), shared, comparisons, overlaps=overlapping, called=called)


def _by_article(found: Iterable[_OfArticle]) -> defaultdict[str, list[_OfArticle]]:
    grouped: defaultdict[str, list[_OfArticle]] = defaultdict(list)
    for each in found:
        grouped[each.article].append(each)
    return grouped
