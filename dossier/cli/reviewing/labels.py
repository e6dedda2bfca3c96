"""The keys that do something where one stands, each with what it does or writes."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cli.output import safe
from dossier.cli.reviewing.answers import KINDS, SHOWN, Answers, answers_to, candidates
from dossier.cli.reviewing.forms import tidy
from dossier.cli.reviewing.session import Session
from dossier.cli.reviewing.sorting import choices
from dossier.model import Question

Label = tuple[str, str]
_MOVES: tuple[Label, ...] = (("space", "skip"), ("b", "back"), ("/", "search"), ("u", "undo"))
_ALWAYS: tuple[Label, ...] = (("?", "help"), ("q", "quit"))


def labels(question: Question, session: Session) -> list[Label]:
    """All of them."""
    answers = answers_to(question, session.register)
    searched = [("n", f"next “{safe(session.sought)}”")] if session.sought else []
    return [*_kinds(question, session, answers), *_others(question, session, answers), *searched, *_MOVES, *_ALWAYS]


def short_labels(question: Question, session: Session) -> list[Label]:
    """The few that a small window must show."""
    answers = answers_to(question, session.register)
    keys = [("a", "add")] if question.kind in answers.kinds else []
    number = min(len(answers.entities), SHOWN)
    keys += [("1" if number == 1 else f"1–{number}", "this")] if number else []
    keys += [("s", "suppress")] if answers.suppress else []
    keys += [("d", "never one")] if answers.distinct else []
    return [*keys, ("space", "skip"), *_ALWAYS]


def _kinds(question: Question, session: Session, answers: Answers) -> Iterator[Label]:
    if question.kind in answers.kinds:
        yield "a", f"add as {question.kind}"
    yield from ((key, name) for key, name in KINDS.items() if name in answers.kinds and name != question.kind)
    if answers.kinds and choices(session, question):
        yield "f", "forms"


def _others(question: Question, session: Session, answers: Answers) -> Iterator[Label]:
    if answers.find:
        yield "=", "merge into …" if question.about == "same" else "another name of …"
    if answers.merge:
        yield "m", {"same": "merge into 1", "name": "merge with …"}.get(question.about, "merge into …")
    number = min(len(answers.entities), SHOWN)
    if number:
        meaning = {"same": "keep this", "ambiguous": "only this has it"}.get(question.about, "of this")
        yield "1" if number == 1 else f"1–{number}", meaning
    if answers.distinct:
        several = len(candidates(question, session.register)) > 2
        yield "d", "all different: no two are ever one" if several else "never one"
    if answers.suppress:
        yield "s", "do not ask again" if _is_listed(question, session) else "no name: suppress"


def _is_listed(question: Question, session: Session) -> bool:
    """Whether the register has it as a name, which then counts however it is suppressed."""
    text = tidy(question.text)
    return any(alias.text == text for entity in session.register.entities for alias in entity.aliases)
