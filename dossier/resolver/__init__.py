"""Candidates and their article to mentions: each linked by a named rule, or left open with its candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, LinkRule, Mention, OpenMention, OpenRule, Paragraph, Resolution, Senses
from dossier.resolver.around import Surroundings
from dossier.resolver.body import Body
from dossier.resolver.claims import Claims
from dossier.resolver.learnt import learn
from dossier.resolver.surnames import Surnames, is_shared


def resolve(paragraphs: Sequence[Paragraph], find: Callable[[str], Sequence[Candidate]]) -> Resolution:
    """Decide for every candidate of one article whether it is a mention, and of what.

    The longest candidate with enough evidence wins its place. An alias that needs the article to name its entity
    otherwise, as every bare part of a person's name does, counts only where it does; where two entities fit, or the
    words around a bare name say that it is somebody else's, the mention stays open.

    Args:
        paragraphs: the article's, in order.
        find: the candidates in a text of several paragraphs with `PARAGRAPH_END` between them, in order.
    """
    body = Body(paragraphs)
    found = find(body.text)
    if not found:
        return Resolution()
    learnt = learn(body, found)
    claims = Claims(learnt.found)
    around = Surroundings(body, claims)
    fitting = _Fitting(_named(around), around.surnames)
    # A bare name of nobody whom the article names stays open anyhow.
    telling = [
        each
        for each in claims.outermost
        if not (each.senses.is_bare or each.senses.is_beyond_doubt)
        or (fitting.of(each.senses) if each.senses.is_bare else around.people.may_be_named(each))
    ]
    article = _Article(body, around, fitting, around.strangers(telling), learnt.strangers)
    return _resolution(claims.final(fitting.is_weak), article)


class _Fitting:
    """Which entities each surface form may stand for in one article."""

    def __init__(self, named: frozenset[str], surnames: Surnames) -> None:
        self.named = named
        """The entities that the article names by a name or alias of their own."""
        self.surnames = surnames
        self._known: dict[int, Sequence[str]] = {}

    def of(self, senses: Senses) -> Sequence[str]:
        """Just the one that the article names otherwise, if there is one; else all that fit, if any."""
        if senses.is_settled:
            return senses.anywhere
        found = self._known.get(id(senses))
        if found is None:
            known: Sequence[str] = (
                () if senses.rules.keys().isdisjoint(self.named) else tuple(self.named & senses.rules.keys())
            )
            if is_shared(senses):
                known = self._of_a_surname(senses, known)
            found = known if len(known) == 1 else (*senses.anywhere, *(set(known) - set(senses.anywhere)))
            self._known[id(senses)] = found
        return found

    def _of_a_surname(self, senses: Senses, known: Sequence[str]) -> Sequence[str]:
        """Those of a body, and of persons of that name, that may be meant; some of them are named otherwise."""
        meanings = self.surnames.meanings(senses)
        if set(known) <= set(senses.anywhere):
            return senses.entities if "person" in meanings else senses.anywhere
        return (*senses.anywhere, *known) if meanings.isdisjoint(("person", "speaker")) else known

    def is_weak(self, each: Candidate) -> bool:
        """Whether nothing in the article says that a candidate is of anybody whom the register knows."""
        return not self.of(each.senses) and bool(each.senses.each)


@dataclass(frozen=True, slots=True)
class _Article:
    """What one article says of the names in it."""

    body: Body
    around: Surroundings
    fitting: _Fitting
    strangers: dict[str, int]
    """Bare names of which somebody else has one too, and where that first stands."""
    other_acronyms: frozenset[str]
    """Acronyms that it says are short for something that nobody listed."""


def _named(around: Surroundings) -> frozenset[str]:
    """The entities that an article names without help: by a name or alias that is their own."""
    return frozenset(
        [
            each.senses.own
            for each in around.outer.outermost
            if each.senses.own is not None
            and not around.is_part_of_longer_name(each)
            and not around.is_shouted(each)
            and not (
                not each.senses.is_settled
                and is_shared(each.senses)
                and "body" not in around.surnames.meanings(each.senses)
            )
        ]
    )


def _resolution(final: Sequence[Candidate], article: _Article) -> Resolution:
    """Link the candidates that get their places, or leave them open."""
    linked: list[Mention] = []
    unresolved: list[OpenMention] = []
    body = article.body
    paragraph, first, last = "", 0, -1
    for each in final:
        start, end, senses = each
        if not senses.each:
            continue
        if start > last:
            found, first = body.paragraph(start)
            paragraph, last = found.id, first + len(found.text)
        text = body.text[start:end]
        fitting = article.fitting.of(senses)
        stopped = _stopped(each, text, fitting, article)
        if stopped is None:
            rule = _rule(senses, fitting[0])
            linked.append(Mention(paragraph, start - first, end - first, text, fitting[0], rule))
        elif not article.around.people.is_of_nobody(each):
            unresolved.append(OpenMention(paragraph, start - first, end - first, text, senses.entities, stopped))
    return Resolution(tuple(linked), tuple(unresolved))


def _rule(senses: Senses, entity: str) -> LinkRule:
    return "shared alias" if len(senses.anywhere) > 1 else senses.rules[entity]


def _stopped(each: Candidate, text: str, fitting: Sequence[str], article: _Article) -> OpenRule | None:
    """Why a candidate stays open; `None` if it need not."""
    senses = each.senses
    if not fitting:
        return "full name missing"
    if len(fitting) > 1:
        return "several fit"
    if article.around.is_part_of_longer_name(each) or (
        senses.rules[fitting[0]] == "short name" and is_shared(senses) and article.around.is_in_a_persons_name(each)
    ):
        return "part of a longer name"
    if _may_be_a_strangers(each, text, fitting[0], article):
        return "another of that name"
    is_another = text in article.other_acronyms or article.around.is_shouted(each)
    return "another of that name" if is_another else None


def _may_be_a_strangers(each: Candidate, text: str, entity: str, article: _Article) -> bool:
    """Whether a text that is also in a stranger's name may stand for the stranger.

    Behind the place where the stranger is named it may. Before it, too, as in a headline, where the article gives the
    stranger the full name more often, and mentions the text far more often behind. Of a place, the words around it tell
    more.
    """
    stranger, around = article.strangers.get(text), article.around
    if stranger is None:
        return False
    is_behind = stranger < each.start
    if each.senses.rules[entity] == "short name" or around.is_one_part(each) or around.people.may_be_named(each):
        return is_behind or not (
            around.is_before(text, stranger) or around.people.office(each) or around.is_named_more(entity, text)
        )
    return is_behind and "place" in each.senses.kinds and not around.places.is_evidenced(each, entity)
