"""What a key does: a session goes in with a key, and comes out with what is to be done. Nothing is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dossier.cli.reviewing.answers import (
    KINDS,
    SHOWN,
    Answers,
    Standing,
    addition,
    answers_to,
    candidates,
    may_have,
    tidy,
)
from dossier.cli.reviewing.finding import Match, find
from dossier.model import (
    Add,
    AliasOf,
    Confirm,
    Decision,
    Distinct,
    Entity,
    Merge,
    NoAlias,
    Question,
    Register,
    Suppress,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided, and on which question."""

    place: int
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands who works through the questions."""

    questions: tuple[Question, ...]
    register: Register
    """As it is now, with what was decided."""
    base: tuple[Entity, ...] = ()
    """The entities of the base register, whether or not the user's own has them now."""
    place: int = 0
    """Which question is asked; their number, when all were."""
    taken: tuple[Taken, ...] = ()
    mode: Literal["asking", "finding", "help"] = "asking"
    typed: str = ""
    """While an entity is looked for: what was typed."""
    chosen: int = 0
    """Which of the entities that were found."""
    message: str = ""
    """What came of the last key."""

    @property
    def question(self) -> Question | None:
        """The question that is asked; `None` at the end."""
        return self.questions[self.place] if self.place < len(self.questions) else None


@dataclass(frozen=True, slots=True)
class Decide:
    """Write these into the register, then tell `settled` or `refused`."""

    decisions: tuple[Decision, ...]


Command = Decide | Literal["undo", "quit"]
Step = tuple[Session, Command | None]


def begin(questions: Iterable[Question], register: Register) -> Session:
    """The session at its first question."""
    base = tuple(entity for entity in register.entities if entity.base)
    return Session(tuple(questions), register, base)


def press(session: Session, key: str) -> Step:
    """The session after a key, and what is to be done."""
    return _only_own(_pressed(session, key))


def _pressed(session: Session, key: str) -> Step:
    session = replace(session, message="")
    if key in {"\x03", "\x04"}:
        return session, "quit"
    if session.mode == "help":
        return replace(session, mode="asking"), None
    if session.mode == "finding":
        return _find(session, key)
    if key in _MOVES:
        return _MOVES[key](session)
    return (session, None) if session.question is None else _decide(session, session.question, key)


def _only_own(step: Step) -> Step:
    """An entity that a base register brought is written into the user's own before anything is decided about it."""
    session, command = step
    if not isinstance(command, Decide):
        return step
    base = {entity.id: entity for entity in session.register.entities if entity.base}
    decisions: list[Decision] = []
    for decision in command.decisions:
        for foreign in (base[each] for each in _ids(decision) if each in base):
            aliases = (decision.text,) if isinstance(decision, AliasOf) else ()
            decisions.append(Add(foreign.name, foreign.kind, "confirmed", aliases))
        if not (isinstance(decision, AliasOf) and decision.entity in base):
            decisions.append(decision)
    return session, Decide(tuple(decisions))


def _ids(decision: Decision) -> tuple[str, ...]:
    match decision:
        case AliasOf(_, entity) | NoAlias(_, entity) | Confirm(entity):
            ids: tuple[str, ...] = (entity,)
        case Merge(old, new):
            ids = (old, new)
        case Distinct(entities):
            ids = entities
        case _:
            ids = ()
    return ids


def settled(session: Session, decisions: tuple[Decision, ...], register: Register) -> Session:
    """After decisions were written: the next question, without those that they answer too."""
    told = "; ".join(phrase(decision, session.register) for decision in decisions)
    taken = (*session.taken, Taken(session.place, decisions))
    return _skipped(
        replace(session, register=_with_base(session, register), taken=taken, mode="asking", message=f"{told}.")
    )


def refused(session: Session, why: str) -> Session:
    """After the register did not take them."""
    return replace(session, mode="asking", message=f"Not done: {why}.")


def undone(session: Session, register: Register) -> Session:
    """After the last decisions were taken back: at their question."""
    *taken, last = session.taken
    told = "; ".join(phrase(decision, register) for decision in last.decisions)
    now = _with_base(session, register)
    return replace(session, register=now, taken=tuple(taken), place=last.place, message=f"Undone: {told}.")


def _with_base(session: Session, register: Register) -> Register:
    """The register as it was read, with the entities that it does not write itself."""
    own = {entity.id for entity in (*register.entities, *register.merged)}
    base = (entity for entity in session.base if entity.id not in own)
    return replace(register, entities=(*register.entities, *base))


def pending(session: Session) -> list[int]:
    """The places of the questions that no decision has answered."""
    answered = {taken.place for taken in session.taken}
    decisions = [decision for taken in session.taken for decision in taken.decisions]
    texts = {text for decision in decisions for text in _texts(decision)}
    ids = {decision.old for decision in decisions if isinstance(decision, Merge)}
    groups = [frozenset(decision.entities) for decision in decisions if isinstance(decision, Distinct)]
    return [
        place
        for place, question in enumerate(session.questions)
        if place not in answered and not _is_moot(question, texts, ids, groups)
    ]


def matches(session: Session) -> tuple[Match, ...]:
    """The entities that what was typed may mean; before anything is typed, the candidates of the question."""
    question = session.question
    if question is None:
        return ()
    first = tuple(entity.id for entity in candidates(question, session.register))
    entities = [each for each in session.register.entities if _may_be_found(each, question, first)]
    return find(entities, session.typed, () if question.about == "unmentioned" else first)[:SHOWN]


def _may_be_found(entity: Entity, question: Question, first: Sequence[str]) -> bool:
    """Whether to choose an entity answers the question."""
    if question.about == "unmentioned":
        return entity.id not in first
    return question.about != "open" or may_have(entity, tidy(question.text))


def phrase(decision: Decision, register: Register) -> str:
    """A decision in words."""
    names = {entity.id: entity.name for entity in (*register.entities, *register.merged)}
    match decision:
        case Add(name, kind):
            told = f"{name} is added as {kind}"
        case AliasOf(text, entity):
            told = f"“{text}” is another name of {names.get(entity, entity)}"
        case NoAlias(text, entity):
            told = f"“{text}” is no name of {names.get(entity, entity)} any more"
        case Merge(old, new):
            told = f"{names.get(old, old)} is merged into {names.get(new, new)}"
        case Distinct(entities):
            told = f"{' and '.join(names.get(each, each) for each in entities)} are never one"
        case Suppress(text):
            told = f"“{text}” is no entity"
        case Confirm(entity):
            told = f"{names.get(entity, entity)} is confirmed"
    return told


def _decide(session: Session, question: Question, key: str) -> Step:
    answers = answers_to(question, session.register)
    if key == "m" and answers.merge and question.about == "same":
        key = "1"
    if len(key) == 1 and key in "123456789":
        return _choose(session, question, answers, int(key) - 1)
    if (key == "m" and answers.merge) or (key == "=" and answers.alias):
        return replace(session, mode="finding", typed="", chosen=0), None
    if key == "d" and answers.distinct:
        ids = tuple(entity.id for entity in candidates(question, session.register))
        return session, Decide((Distinct(ids),))
    if key == "s" and answers.suppress:
        return session, Decide((Suppress(tidy(question.text)),))
    if answers.kinds:
        return _decide_kind(session, question, answers, key)
    return _unknown(session, key)


def _decide_kind(session: Session, question: Question, answers: Answers, key: str) -> Step:
    kind = question.kind if key == "a" else KINDS.get(key)
    if kind in answers.kinds:
        return session, Decide((addition(question, kind, Standing.of(session.register)),))
    if key == "a" and kind is None:
        told = ", ".join(f"{each} {name}" for each, name in KINDS.items() if name in answers.kinds)
        return replace(session, message=f"Of what kind? {told}"), None
    return _unknown(session, key)


def _choose(session: Session, question: Question, answers: Answers, index: int) -> Step:
    """Choose one of the entities in question; what it means depends on what is asked."""
    decisions: tuple[Decision, ...] = ()
    if index < len(answers.entities):
        this = answers.entities[index]
        others = [entity for entity in candidates(question, session.register) if entity is not this]
        if question.about == "same":
            decisions = tuple(Merge(entity.id, this.id) for entity in others)
        elif question.about == "ambiguous":
            decisions = tuple(NoAlias(question.text, entity.id) for entity in others)
        elif question.about in {"name", "open"}:
            decisions = (AliasOf(tidy(question.text), this.id),)
    if decisions:
        return session, Decide(decisions)
    return replace(session, message=f"There is no {index + 1} to choose here."), None


def _find(session: Session, key: str) -> Step:
    if key == "enter":
        return _take(session)
    if key == "esc":
        session = replace(session, mode="asking")
    elif key in {"up", "down"}:
        number = max(1, len(matches(session)))
        session = replace(session, chosen=(session.chosen + (1 if key == "down" else -1)) % number)
    elif key == "backspace":
        session = replace(session, typed=session.typed[:-1], chosen=0)
    elif len(key) == 1 and key.isprintable():
        session = replace(session, typed=session.typed + key, chosen=0)
    return session, None


def _take(session: Session) -> Step:
    found, question = matches(session), session.question
    if question is None or not found:
        return replace(session, message="No entity is called so."), None
    entity = found[min(session.chosen, len(found) - 1)].entity
    if question.about == "unmentioned":
        return session, Decide(tuple(Merge(old.id, entity.id) for old in candidates(question, session.register)[:1]))
    return session, Decide((AliasOf(tidy(question.text), entity.id),))


def _undo(session: Session) -> Step:
    if session.taken:
        return session, "undo"
    return replace(session, message="There is nothing to undo."), None


def _skipped(session: Session) -> Session:
    """At the next question that is open; from the end, at the first one."""
    places = pending(session)
    if session.question is None:
        return replace(session, place=places[0]) if places else session
    return replace(session, place=next((place for place in places if place > session.place), len(session.questions)))


def _back(session: Session) -> Step:
    before = [place for place in pending(session) if place < session.place]
    if before:
        return replace(session, place=before[-1]), None
    return replace(session, message="There is none before this one."), None


_MOVES: dict[str, Callable[[Session], Step]] = {
    "q": lambda session: (session, "quit"),
    "u": _undo,
    "?": lambda session: (replace(session, mode="help"), None),
    **dict.fromkeys((" ", "n", "down", "right"), lambda session: (_skipped(session), None)),
    **dict.fromkeys(("b", "up", "left"), _back),
}


def _unknown(session: Session, key: str) -> Step:
    shown = f"“{key}”" if len(key) == 1 and key.isprintable() else "This key"
    return replace(session, message=f"{shown} does nothing here; ? for help."), None


def _is_moot(question: Question, texts: set[str], ids: set[str], groups: Sequence[frozenset[str]]) -> bool:
    named = {likeness.entity for likeness in question.candidates}
    if question.about in {"name", "open"} and tidy(question.text) in texts:
        return True
    if question.about == "name" or (question.about == "open" and question.rule != "several fit"):
        return False
    if named & ids and question.about != "open":
        return True
    return question.about != "unmentioned" and bool(named) and any(named <= group for group in groups)


def _texts(decision: Decision) -> Iterator[str]:
    match decision:
        case Add(name, _, _, aliases):
            yield from (name, *aliases)
        case AliasOf(text) | Suppress(text):
            yield text
        case _:
            return
