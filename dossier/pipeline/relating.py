"""What several articles tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
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
_Found = TypeVar("_Found", Event, Statement)


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
    annotated = {each.article.id: each for each in articles}
    dates, statements = _by_article(dated), _by_article(said)
    told = []
    for number, texts in enumerate(groups):
        progress("comparing articles of the same story", number, len(groups))
        members = [article.id for text in texts for article in text]
        inside = frozenset(members)
        called = {entity: known.get(entity, ()) for each in members for entity in _named(annotated[each])}
        overlapping = [pair for each in members for pair in sharing[each] if pair.second in inside]

        def tell(
            texts: Texts = texts,
            members: list[str] = members,
            pairs: list[Overlap] = overlapping,
            called: Mapping[str, Sequence[str]] = called,
        ) -> Story:
            found = {each: list(traits(annotated[each], dates[each], statements[each])) for each in members}
            return _told(texts, found, pairs, called)

        what = f"story {[len(text) for text in texts]} {overlapping} {called}"
        subjects = ((annotated[each], *dates[each], *statements[each]) for each in members)
        told.append(memory.made(what, tell, *chain.from_iterable(subjects)))
    order = {article.id: place for place, article in enumerate(plain)}
    return tuple(sorted(told, key=lambda story: min(order[each] for each in story.articles)))


def _groups(articles: Sequence[Article], shingled: Shingled) -> tuple[Sequence[Overlap], list[list[list[Article]]]]:
    """The pairs of articles that share text, and the stories that they tell."""
    pairs = overlaps([article.id for article in articles], [shingled.of(article) for article in articles])
    return pairs, stories(articles, pairs, families)


def _told(
    texts: Texts, found: Mapping[str, Sequence[Trait]], pairs: Sequence[Overlap], called: Mapping[str, Sequence[str]]
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
    return story_of(texts, found, shared, comparisons, overlaps=pairs, called=called)


def _named(annotated: AnnotatedArticle) -> Iterator[str]:
    """The entities that an article mentions, and that its open mentions may mean."""
    yield from (mention.entity for mention in annotated.resolution.mentions)
    yield from (entity for each in annotated.resolution.unresolved for entity in each.candidates)


def _by_article(found: Iterable[_Found]) -> defaultdict[str, list[_Found]]:
    grouped: defaultdict[str, list[_Found]] = defaultdict(list)
    for each in found:
        grouped[each.article].append(each)
    return grouped
