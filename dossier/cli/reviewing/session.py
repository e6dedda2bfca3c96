"""Where a person stands who works through the questions, and what is left after each decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dossier.cli.reviewing.finding import Named, named
from dossier.cli.reviewing.forms import names_of, tidy
from dossier.cli.reviewing.left import Taken, ids_of, still_asked, texts_of
from dossier.cli.reviewing.near import Near
from dossier.cli.reviewing.telling import phrase
from dossier.model import (
    Add,
    AliasOf,
    Decision,
    Entity,
    Merge,
    Question,
    Register,
)
from dossier.register import id_of


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands who works through the questions."""

    questions: tuple[Question, ...]
    register: Register
    """As it is now, with what was decided."""
    near: Near | None = None
    """What the names may be other names of, as the register is now."""
    base: tuple[Entity, ...] = ()
    """The entities of the base register, whether or not the user's own has them now."""
    mentions: Mapping[str, int] = field(default_factory=dict)
    """How often an entity is mentioned, by its id."""
    place: int = 0
    """Which question is asked; their number, when all were."""
    trail: tuple[int, ...] = ()
    """The places that were shown before this one."""
    origin: int | None = None
    """From where a question was searched: one comes back there."""
    taken: tuple[Taken, ...] = ()
    left: tuple[int, ...] | None = None
    """The places of the questions that no decision has answered, once they were looked for."""
    mode: Literal["asking", "finding", "searching", "going", "forms", "help"] = "asking"
    """While something is typed: `finding` an entity, `searching` a question, `going` to one by its number."""
    choices: tuple[Named[Entity | Question], ...] = ()
    """While an entity is looked for: what can be chosen, the likeliest first."""
    listed: tuple[Named[int], ...] = ()
    """While a question is searched: the places of those that are left."""
    typed: str = ""
    chosen: int = 0
    """Which of those that were found."""
    sought: str = ""
    """What was searched for last, until it is let go."""
    hits: tuple[int, ...] = ()
    """The places of the questions with it, the nearest first, those behind the one that was gone to."""
    message: str = ""
    """What came of the last key."""
    turns: frozenset[tuple[int, str]] = frozenset()
    """The forms that were taken or left by hand, each with the place of its question."""

    @property
    def question(self) -> Question | None:
        """The question that is asked, with the candidates that came in this sitting; `None` at the end."""
        if self.place >= len(self.questions):
            return None
        question = self.questions[self.place]
        return question if self.near is None else self.near.told(question, self.place)

    @property
    def turned(self) -> frozenset[str]:
        """The forms of the question that were taken or left by hand."""
        return frozenset(form for place, form in self.turns if place == self.place)


@dataclass(frozen=True, slots=True)
class Decide:
    """Write what `written_out` makes of these into the register, then tell `settled` or `refused`."""

    decisions: tuple[Decision, ...]


Command = Decide | Literal["undo", "quit"]
Step = tuple[Session, Command | None]


def begin(questions: Iterable[Question], register: Register, mentions: Mapping[str, int] | None = None) -> Session:
    """The session at its first question."""
    base = tuple(entity for entity in register.entities if entity.base)
    asked = tuple(questions)
    named(asked, names_of)  # folds them here, that no key waits for it
    return Session(asked, register, Near.of(asked, register), base, mentions or {})


def written_out(decisions: Sequence[Decision], register: Register) -> tuple[Decision, ...]:
    """The decisions, and before them an entry of its own for each entity that a base register brought."""
    base = {entity.id: entity for entity in register.entities if entity.base}
    named = dict.fromkeys(each for decision in decisions for each in ids_of(decision) if each in base)
    own = []
    for each in named:
        texts = tuple(one.text for one in decisions if isinstance(one, AliasOf) and one.entity == each)
        own.append(Add(base[each].name, base[each].kind, "confirmed", texts))
    rest = (one for one in decisions if not (isinstance(one, AliasOf) and one.entity in base))
    return (*own, *rest)


def settled(session: Session, decisions: tuple[Decision, ...], register: Register) -> Session:
    """After decisions were written: the next question, without those that they answer too."""
    told = phrase(decisions, session.register)
    copied = {each for decision in decisions for each in ids_of(decision)}
    copies = [entity.name for entity in session.register.entities if entity.base and entity.id in copied]
    if copies:
        told += f" (an entry for {' and for '.join(copies)} was added, which only the base had)"
    taken = (*session.taken, Taken(session.place, decisions))
    now = _with_taken(_with_register(session, register), taken)
    return onward(replace(now, mode="asking", message=_ended(told)))


def refused(session: Session, why: str) -> Session:
    """After the register did not take them."""
    return replace(session, mode="asking", message=_ended(f"Not done: {why}"))


def undone(session: Session, register: Register) -> Session:
    """After the last decisions were taken back: at their question."""
    *taken, last = session.taken
    now = _with_taken(_with_register(session, register), tuple(taken))
    trail = session.trail[: _last(session.trail, last.place)]
    told = _ended(f"Undone: {phrase(last.decisions, register)}")
    return replace(now, place=last.place, trail=trail, origin=None, message=told)


def _last(trail: Sequence[int], place: int) -> int:
    """Where a place was shown last; the end, if it was not."""
    return next((number for number in range(len(trail) - 1, -1, -1) if trail[number] == place), len(trail))


def onward(session: Session) -> Session:
    """At the next question that is open; from the end, at the first one; where one had searched it, back again."""
    places = pending(session)
    origin = session.origin
    if origin is not None:
        session = replace(session, sought=session.sought if set(session.hits).intersection(places) else "")
        return arrived(session, next((place for place in places if place >= origin), len(session.questions)))
    if session.question is None:
        return arrived(session, places[0]) if places else session
    return arrived(session, next((place for place in places if place > session.place), len(session.questions)))


def arrived(session: Session, place: int) -> Session:
    """At another question."""
    trail = (*session.trail, session.place)
    return replace(session, place=place, trail=trail, origin=None, mode="asking", typed="", chosen=0)


def away(session: Session, place: int) -> Session:
    """At a question that was searched, from which one comes back to where one was."""
    origin = session.place if session.origin is None else session.origin
    return replace(arrived(session, place), origin=origin)


def mentioned(session: Session) -> dict[str, int]:
    """How often each entity is mentioned, with what the names bring that were decided about in this sitting."""
    times = dict(session.mentions)
    asked = {tidy(question.text): question.mentions for question in session.questions if question.about == "name"}
    for taken in session.taken:
        for decision in taken.decisions:
            brought = sum(asked.get(text, 0) for text in texts_of(decision))
            match decision:
                case Add(name):
                    times[id_of(name)] = brought or session.questions[taken.place].mentions
                case AliasOf(_, entity):
                    times[entity] = times.get(entity, 0) + brought
                case Merge(old, new):
                    times[new] = times.get(new, 0) + times.get(old, 0)
                case _:
                    pass
    return times


def pending(session: Session) -> Sequence[int]:
    """The places of the questions that no decision has answered."""
    if not session.taken:
        return range(len(session.questions))
    return still_asked(session.questions, session.taken, session.register) if session.left is None else session.left


def _with_taken(session: Session, taken: tuple[Taken, ...]) -> Session:
    """With other decisions, and what they leave: once for each, not at every key."""
    return replace(session, taken=taken, left=tuple(still_asked(session.questions, taken, session.register)))


def _ended(told: str) -> str:
    """As a sentence: with one full stop."""
    return told if told.endswith(".") else f"{told}."


def _with_register(session: Session, register: Register) -> Session:
    """With the register as it was read, and the entities that it does not write itself."""
    own = {entity.id for entity in (*register.entities, *register.merged)}
    base = (entity for entity in session.base if entity.id not in own)
    now = replace(register, entities=(*register.entities, *base))
    return replace(session, register=now, near=None if session.near is None else session.near.now(now))
