"""What several articles tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dossier.coverage import others_to_compare, stories, story_of, to_tell_apart, traits
from dossier.model import (
    AnnotatedArticle,
    Event,
    Overlap,
    Register,
    Statement,
    Story,
)
from dossier.pipeline.each import Progress, silent
from dossier.reuse import Shingled, compared, families, overlaps, passages

_Found = TypeVar("_Found", Event, Statement)


def tell_stories(
    articles: Sequence[AnnotatedArticle],
    dated: Iterable[Event] = (),
    said: Iterable[Statement] = (),
    register: Register | None = None,
    progress: Progress = silent,
    *,
    shingled: Shingled | None = None,
) -> tuple[Story, ...]:
    """The stories that several articles tell, newest first, with what each of these has alone.

    Args:
        articles: all of them.
        dated: every date in them.
        said: every statement in them.
        register: by what the entities are known.
        progress: is told what is being done.
        shingled: knows the shingles of articles already.
    """
    progress("looking for articles of the same story", len(articles), len(articles))
    plain = [annotated.article for annotated in articles]
    ids = [article.id for article in plain]
    shingled = shingled or Shingled()
    pairs = overlaps(ids, [shingled.of(article) for article in plain])
    groups = stories(plain, pairs, families)
    entities = () if register is None else register.entities
    called = {entity.id: [alias.text for alias in entity.aliases] for entity in entities}
    sharing: defaultdict[str, list[Overlap]] = defaultdict(list)
    for pair in pairs:
        sharing[pair.first].append(pair)
    annotated = {each.article.id: each for each in articles}
    dates, statements = _by_article(dated), _by_article(said)
    told = []
    for number, texts in enumerate(groups):
        progress("comparing articles of the same story", number, len(groups))
        apart = to_tell_apart(texts)
        shared = passages(apart)
        comparisons = []
        for other in others_to_compare(texts):
            # Of many texts at once, not every pair is compared.
            beside = shared if len(apart) == 2 and other is apart[1] else passages([apart[0], other])
            comparisons.append(compared(apart[0], other, beside))
            shared = [*shared, *beside]
        members = [article.id for text in texts for article in text]
        found = {each: list(traits(annotated[each], dates[each], statements[each])) for each in members}
        inside = frozenset(members)
        overlapping = [pair for each in members for pair in sharing[each] if pair.second in inside]
        told.append(story_of(texts, found, shared, comparisons, overlaps=overlapping, called=called))
    order = {each: place for place, each in enumerate(ids)}
    return tuple(sorted(told, key=lambda story: min(order[each] for each in story.articles)))


def _by_article(found: Iterable[_Found]) -> defaultdict[str, list[_Found]]:
    grouped: defaultdict[str, list[_Found]] = defaultdict(list)
    for each in found:
        grouped[each.article].append(each)
    return grouped
