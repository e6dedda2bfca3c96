"""Candidates and their article to mentions: each linked by a named rule, or left open with its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, LinkRule, Mention, OpenMention, OpenRule, Paragraph, Resolution, Senses
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
    fitting = _Fitting(_named(outermost, around))
    # A bare name of nobody whom the article names stays open anyhow.
    telling = (each for each in outermost if not each.senses.is_bare or fitting.of(each.senses))
    article = _Article(around, fitting, around.strangers(telling), learnt.strangers)
    return _resolution(learnt.found, paragraphs, article)


class _Fitting:
    """Which entities each surface form may stand for in one article."""

    def __init__(self, named: frozenset[str]) -> None:
        self.named = named
        """The entities that the article names by a name or alias of their own."""
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, senses: Senses) -> tuple[str, ...]:
        """Just the one that the article names otherwise, if there is one; else all that fit, if any."""
        found = self._known.get(id(senses))
        if found is None:
            known = tuple(self.named & senses.rules.keys())
            found = known if len(known) == 1 else tuple(senses.anywhere.union(known))
            self._known[id(senses)] = found
        return found


@dataclass(frozen=True, slots=True)
class _Article:
    """What one article says of the names in it."""

    around: Surroundings
    fitting: _Fitting
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
        fitting = article.fitting.of(each.senses)
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
