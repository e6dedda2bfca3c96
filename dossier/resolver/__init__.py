"""Candidates and their article to mentions: each linked by a named rule, or left open with its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, LinkRule, Mention, OpenMention, OpenRule, Paragraph, Resolution
from dossier.resolver.around import Surroundings
from dossier.resolver.claims import Claims, Found, longest
from dossier.resolver.learnt import learn


def resolve(paragraphs: Sequence[Paragraph], find: Callable[[str], Sequence[Candidate]]) -> Resolution:
    """Decide for every candidate of one article whether it is a mention, and of what.

    The longest candidate with enough evidence wins its place. An alias that needs the article to name its entity
    otherwise, as every bare part of a person's name does, counts only where it does; where two entities fit, or the
    words around a bare name say that it is somebody else's, the mention stays open.

    Args:
        paragraphs: the article's, in order.
        find: the candidates in a text, longest first.
    """
    found = [
        Found(paragraph, order, candidate.start, candidate.end, candidate.senses)
        for order, paragraph in enumerate(paragraphs)
        if paragraph.kind != "code"
        for candidate in find(paragraph.text)
    ]
    if not found:
        return Resolution()
    learnt = learn(paragraphs, found)
    claims, outermost = longest(learnt.found, paragraphs)
    around = Surroundings(paragraphs, claims)
    article = _Article(around, _named(outermost, around), around.strangers(outermost), learnt.strangers)
    return _resolution(learnt.found, paragraphs, article)


@dataclass(frozen=True, slots=True)
class _Article:
    """What one article says of the names in it."""

    around: Surroundings
    named: frozenset[str]
    """The entities that it names by a name or alias of their own."""
    strangers: dict[str, tuple[int, int]]
    """Bare names of which somebody else has one too, and where that first stands."""
    other_acronyms: frozenset[str]
    """Acronyms that it says are short for something that nobody listed."""


def _named(outermost: Iterable[Found], around: Surroundings) -> frozenset[str]:
    """The entities that an article names without help: by a name or alias that is their own."""
    return frozenset(
        each.senses.own for each in outermost if each.senses.own is not None and not around.is_part_of_longer_name(each)
    )


def _resolution(found: Iterable[Found], paragraphs: Sequence[Paragraph], article: _Article) -> Resolution:
    """Let the candidates claim their places, the longest first; those without evidence come last."""
    claims = Claims(paragraphs)
    linked: list[tuple[Found, str, LinkRule]] = []
    unresolved: list[tuple[Found, OpenRule]] = []
    weak: list[Found] = []
    for each in found:
        fitting = _fitting(each, article.named)
        if not fitting and each.senses.each:
            weak.append(each)
        elif claims.claim(each) and fitting:
            stopped = _stopped(each, fitting, article)
            if stopped is None:
                linked.append((each, fitting[0], _rule(each, fitting[0])))
            else:
                unresolved.append((each, stopped))
    unresolved += ((each, "full name missing") for each in weak if claims.claim(each))
    return Resolution(
        tuple(_mention(*each) for each in sorted(linked, key=_place)),
        tuple(_open_mention(*each) for each in sorted(unresolved, key=_place)),
    )


def _place(decided: tuple[Found, object] | tuple[Found, object, object]) -> tuple[int, int]:
    return decided[0].order, decided[0].start


def _fitting(each: Found, named: frozenset[str]) -> tuple[str, ...]:
    """The entities that a candidate may stand for in this article: just the one it names otherwise, if there is one."""
    senses = each.senses
    if len(senses.entities) == 1:
        return senses.entities if senses.own or senses.entities[0] in named else ()
    known = named.intersection(senses.entities) if len(senses.entities) < len(named) else senses.rules.keys() & named
    return tuple(known) if len(known) == 1 else tuple(senses.anywhere.union(known))


def _rule(each: Found, entity: str) -> LinkRule:
    return "shared alias" if len(each.senses.anywhere) > 1 else each.senses.rules[entity]


def _stopped(each: Found, fitting: Sequence[str], article: _Article) -> OpenRule | None:
    """Why a candidate that fits somebody stays open all the same; `None` if it need not."""
    if len(fitting) > 1:
        return "several fit"
    if article.around.is_part_of_longer_name(each):
        return "part of a longer name"
    is_short = each.senses.rules[fitting[0]] == "short name"
    if is_short and article.strangers.get(each.text, each.place) < each.place:
        return "another of that name"
    return "another of that name" if each.text in article.other_acronyms else None


def _mention(found: Found, entity: str, rule: LinkRule) -> Mention:
    return Mention(found.paragraph.id, found.start, found.end, found.text, entity, rule)


def _open_mention(found: Found, rule: OpenRule) -> OpenMention:
    return OpenMention(found.paragraph.id, found.start, found.end, found.text, found.senses.entities, rule)
