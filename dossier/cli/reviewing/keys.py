"""What a key does: a session goes in with a key, and comes out with what is to be done. Nothing is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dossier.cli.reviewing.answers import KINDS, Answers, Standing, addition, answers_to, candidates
from dossier.cli.reviewing.choosing import also_asked, identified, identified_with_new, look, matches, take
from dossier.cli.reviewing.forms import tidy
from dossier.cli.reviewing.moving import MOVES, arrive, go, sought
from dossier.cli.reviewing.session import Decide, Session, Step
from dossier.cli.reviewing.sorting import sort_forms, turn
from dossier.model import Decision, Distinct, NoAlias, Question, Suppress

RESIZED = "resized"
"""No key: the window has another size, and only wants to be drawn again."""


def press(session: Session, key: str) -> Step:
    """The session after a key, and what is to be done."""
    if key == RESIZED:
        return session, None
    session = replace(session, message="")
    if key in {"\x03", "\x04"}:
        return session, "quit"
    return _MODES[session.mode](session, key)


def _ask(session: Session, key: str) -> Step:
    if key == "q":
        return session, "quit"
    if key == "u":
        return _undo(session)
    if key == "?":
        return replace(session, mode="help"), None
    if key in MOVES:
        return MOVES[key](session)
    return (session, None) if session.question is None else _decide(session, session.question, key)


def _decide(session: Session, question: Question, key: str) -> Step:
    answers = answers_to(question, session.register)
    if key == "m" and answers.merge and question.about == "same":
        key = "1"
    if len(key) == 1 and key in "123456789":
        return _choose(session, question, answers, int(key) - 1)
    opened = _opened(session, question, answers, key)
    if opened is not None:
        return opened, None
    if key == "d" and answers.distinct:
        ids = tuple(entity.id for entity in candidates(question, session.register))
        return session, Decide((Distinct(ids),))
    if key == "s" and answers.suppress:
        return session, Decide((Suppress(tidy(question.text)),))
    if answers.kinds:
        return _decide_kind(session, question, answers, key)
    return _unknown(session, key)


def _opened(session: Session, question: Question, answers: Answers, key: str) -> Session | None:
    """What a key opens that decides nothing yet."""
    if (key == "m" and answers.merge) or (key == "=" and answers.find):
        return look(session, question)
    return sort_forms(session, question) if key == "f" and answers.kinds else None


def _decide_kind(session: Session, question: Question, answers: Answers, key: str) -> Step:
    kind = question.kind if key == "a" else KINDS.get(key)
    if kind in answers.kinds:
        standing = Standing.of(session.register)
        return session, Decide((addition(question, kind, standing, turned=session.turned),))
    if key == "a" and kind is None:
        told = ", ".join(f"{each} {name}" for each, name in KINDS.items() if name in answers.kinds)
        return replace(session, message=f"Of what kind? {told}"), None
    return _unknown(session, key)


def _choose(session: Session, question: Question, answers: Answers, index: int) -> Step:
    """Choose one of the entities in question; what it means depends on what is asked."""
    decisions: tuple[Decision, ...] = ()
    if index < len(answers.entities):
        this = answers.entities[index]
        if question.about == "ambiguous":
            others = (entity for entity in candidates(question, session.register) if entity is not this)
            decisions = tuple(NoAlias(question.text, entity.id) for entity in others)
        elif question.about in {"name", "open", "same"}:
            decisions = identified(session, question, this)
    else:
        names = also_asked(session)[index - len(answers.entities) :][:1]
        decisions = identified_with_new(session, question, names[0][0]) if names else ()
    if decisions:
        return session, Decide(decisions)
    return replace(session, message=f"There is no {index + 1} to choose here."), None


def _find(session: Session, key: str) -> Step:
    return take(session) if key == "enter" else _typed(session, key, lambda: len(matches(session)))


def _search(session: Session, key: str) -> Step:
    return arrive(session) if key == "enter" else _typed(session, key, lambda: len(sought(session)))


def _count(session: Session, key: str) -> Step:
    if key == "enter":
        return go(session)
    is_sign = len(key) == 1 and key.isprintable()
    if is_sign and (key not in "0123456789" or len(session.typed) > 8):
        return session, None
    return _typed(session, key, lambda: 1)


def _typed(session: Session, key: str, number: Callable[[], int]) -> Step:
    """While something is typed; how many are found is asked for only where one is chosen, as it takes time."""
    if key == "esc":
        session = replace(session, mode="asking", typed="")
    elif key in {"up", "down"}:
        session = replace(session, chosen=(session.chosen + (1 if key == "down" else -1)) % max(1, number()))
    elif key == "backspace":
        session = replace(session, typed=session.typed[:-1], chosen=0)
    elif len(key) == 1 and key.isprintable():
        session = replace(session, typed=session.typed + key, chosen=0)
    return session, None


def _undo(session: Session) -> Step:
    if session.taken:
        return session, "undo"
    return replace(session, message="There is nothing to undo."), None


def _unknown(session: Session, key: str) -> Step:
    shown = f"“{key}”" if len(key) == 1 and key.isprintable() else "This key"
    return replace(session, message=f"{shown} does nothing here; ? for help."), None


_MODES: dict[str, Callable[[Session, str], Step]] = {
    "asking": _ask,
    "finding": _find,
    "searching": _search,
    "going": _count,
    "forms": turn,
    "help": lambda session, _: (replace(session, mode="asking"), None),
}
