"""Which entity is meant: one of the register, or a name that is asked for too; found by a few letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice

from dossier.cli.reviewing.answers import SHOWN, Standing, addition, candidates, may_have
from dossier.cli.reviewing.finding import Named, find, fold, named
from dossier.cli.reviewing.forms import name_of, names_of, offered, taken_over, tidy
from dossier.cli.reviewing.session import Decide, Session, Step, mentioned, pending
from dossier.model import Add, AliasOf, Confirm, Decision, Entity, Merge, Question
from dossier.names import EVERYDAY_WORDS, FUNCTION_WORDS
from dossier.register import id_of

_SAY_NOTHING = EVERYDAY_WORDS | FUNCTION_WORDS
_FEW = 3
"""So many of the names that are asked for too are candidates."""


@dataclass(frozen=True, slots=True)
class Match:
    """What can be chosen, and the one of its names by which it was found."""

    thing: Entity | Question
    """An entity; or the question about a name that would be added."""
    name: str

    @property
    def shown(self) -> str:
        """What it is called."""
        return self.thing.name if isinstance(self.thing, Entity) else tidy(self.thing.text)


def look(session: Session, question: Question) -> Session:
    """Begin to look for what is meant."""
    return replace(session, mode="finding", typed="", chosen=0, choices=_likeliest(session, question))


def matches(session: Session) -> tuple[Match, ...]:
    """What may be meant by what was typed; before anything is typed, the likeliest first."""
    found = find(session.choices, session.typed, is_first=lambda thing: isinstance(thing, Entity))
    return tuple(islice(_possible(found, session), SHOWN))


def _possible(found: Iterable[tuple[Entity | Question, str]], session: Session) -> Iterator[Match]:
    """Without the names that no entity can be added of; asked of those alone that are shown, as it takes time."""
    standing = Standing.of(session.register)
    for thing, name in found:
        if isinstance(thing, Entity) or _can_be_added(thing, standing):
            yield Match(thing, name)


def _can_be_added(question: Question, standing: Standing) -> bool:
    kind = question.kind or "topic"
    name = name_of(question, kind)
    return standing.takes(name, kind) and id_of(name) not in standing.entities


def take(session: Session) -> Step:
    """Decide for the one that was chosen."""
    found, question = matches(session), session.question
    if question is None or not found:
        return replace(session, message="No entity is called so."), None
    thing = found[min(session.chosen, len(found) - 1)].thing
    if isinstance(thing, Entity):
        return session, Decide(identified(session, question, thing))
    return session, Decide(identified_with_new(session, question, thing))


def also_asked(session: Session) -> tuple[tuple[Question, str], ...]:
    """The names asked for too that the name of the question may be short for, each with the reason: few, the best."""
    if session.near is None or session.question is None:
        return ()
    places, standing = set(pending(session)), Standing.of(session.register)
    near = session.near.names(session.questions, session.place)
    found = ((session.questions[place], reason) for place, reason in near if place in places)
    return tuple(islice((row for row in found if _can_be_added(row[0], standing)), _FEW))


def identified(session: Session, question: Question, entity: Entity) -> tuple[Decision, ...]:
    """That what is asked about is this entity: another name of it, with its forms, or merged into it."""
    merged = _merged(session, question)
    if merged:
        confirmed = [Confirm(entity.id)] if entity.status == "suggested" else []
        return (*confirmed, *(Merge(each.id, entity.id) for each in merged if each.id != entity.id))
    standing = Standing.of(session.register)
    parts = entity.name.split() if entity.kind == "person" else []
    forms = offered(question, entity.kind, standing.names, without=parts)
    texts = (name_of(question, entity.kind), *taken_over(forms, entity.kind, session.turned))
    return tuple(AliasOf(text, entity.id) for text in texts)


def identified_with_new(session: Session, question: Question, other: Question) -> tuple[Decision, ...]:
    """The same, where the other name is added first."""
    standing = Standing.of(session.register)
    new = addition(other, other.kind or "topic", standing)
    if not isinstance(new, Add):
        return identified(session, question, standing.entities[new.entity])
    merged = _merged(session, question)
    if merged:
        return (new, *(Merge(each.id, id_of(new.name)) for each in merged))
    parts = new.name.split() if new.kind == "person" else []
    more = taken_over(offered(question, new.kind, standing.names, without=parts), new.kind, session.turned)
    forms = (*new.aliases, name_of(question, new.kind), *more)
    return (replace(new, aliases=tuple(each for each in dict.fromkeys(forms) if each != new.name)),)


def _merged(session: Session, question: Question) -> Sequence[Entity]:
    """The entities that would be merged; none, if it is asked about words."""
    if question.about == "name":
        text = tidy(question.text)
        return [each for each in session.register.entities if each.status == "suggested" and each.name == text][:1]
    if question.about == "open":
        return []
    found = candidates(question, session.register)
    return found[:1] if question.about == "unmentioned" else found


def _likeliest(session: Session, question: Question) -> tuple[Named[Entity | Question], ...]:
    """The candidates, then what has most words in common, then what is mentioned most."""
    first = {entity.id: place for place, entity in enumerate(candidates(question, session.register))}
    words = {word for form in (question.text, *(form for form, _ in question.forms)) for word in _words(fold(form))}
    mentions = mentioned(session)

    def rank(each: Named[Entity | Question]) -> tuple[int, int, int]:
        thing, none = each.thing, words.isdisjoint(_words(each.folded))
        shared = 0 if none else max(len(words & _words(line)) for line in each.folded.split("\n"))
        if isinstance(thing, Entity):
            return first.get(thing.id, len(first)), -shared, -mentions.get(thing.id, 0)
        return len(first), -shared, -thing.mentions

    things: Iterator[Entity | Question] = chain(_entities(session, question), _suggested(session, question))
    return tuple(sorted(named(things, _names), key=rank))


def _entities(session: Session, question: Question) -> Iterator[Entity]:
    """Those of the register that it answers the question to choose."""
    merged = _merged(session, question)
    without = {merged[0].id} if len(merged) == 1 else set()
    for entity in session.register.entities:
        if entity.id not in without and (question.about != "open" or may_have(entity, tidy(question.text))):
            yield entity


def _suggested(session: Session, question: Question) -> Iterator[Question]:
    """The names that are asked for too."""
    for place in pending(session):
        other = session.questions[place]
        is_name = other.about == "name" and not other.waiting and other.kind is not None
        if is_name and other is not question and tidy(other.text) != tidy(question.text):
            yield other


def _names(thing: Entity | Question) -> Sequence[str]:
    if isinstance(thing, Entity):
        return [alias.text for alias in thing.aliases]
    return names_of(thing)


@lru_cache(maxsize=100_000)
def _words(names: str) -> frozenset[str]:
    return frozenset(word for word in names.split() if len(word) > 1 and word not in _SAY_NOTHING)
