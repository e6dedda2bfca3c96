"""The keys that do something where one stands, each with what it does or writes."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cli.output import safe
from dossier.cli.reviewing.answers import KINDS, SHOWN, Answers, answers_to, candidates
from dossier.cli.reviewing.choosing import also_asked
from dossier.cli.reviewing.session import Session
from dossier.cli.reviewing.sorting import choices
from dossier.model import Question

Label = tuple[str, str]
_MOVES: tuple[Label, ...] = (("space", "skip"), ("b", "back"), ("/", "search"), ("u", "undo"))
_LONGEST = 30
"""So much of a name is shown beside a key."""
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
    keys += [(numbers, "this") for numbers, _ in _choice(question, session, answers)]
    keys += [("s", "suppress")] if answers.suppress else []
    keys += [("d", _apart(question, session))] if answers.distinct else []
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
        yield "m", "merge into 1" if question.about == "same" else "merge into …"
    yield from _choice(question, session, answers)
    if answers.distinct:
        yield "d", _apart(question, session)
    if answers.suppress:
        yield "s", "no name: suppress"


def _choice(question: Question, session: Session, answers: Answers) -> Iterator[Label]:
    """What a number says: of a single one, with its name."""
    names = [*(entity.name for entity in answers.entities), *(each.text for each, _ in also_asked(session))][:SHOWN]
    meaning = {"same": "keep {}", "ambiguous": "only {} has it"}.get(question.about, "another name of {}")
    if len(names) == 1:
        yield "1", meaning.format(_short(names[0]))
    elif names:
        yield f"1–{len(names)}", meaning.format("that one")


def _short(name: str) -> str:
    shown = safe(name)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def _apart(question: Question, session: Session) -> str:
    if question.about in {"ambiguous", "open"}:
        return "each has it"
    return "all different: no two are ever one" if len(candidates(question, session.register)) > 2 else "never one"
