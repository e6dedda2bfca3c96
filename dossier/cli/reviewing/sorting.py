"""Which forms of a name go with it: each is taken or left."""

from __future__ import annotations

from dataclasses import replace

from dossier.cli.reviewing.answers import SHOWN, Standing
from dossier.cli.reviewing.forms import offered, taken_over
from dossier.cli.reviewing.session import Session, Step
from dossier.model import Question


def choices(session: Session, question: Question) -> tuple[tuple[str, bool], ...]:
    """The forms that can go with the name, and whether they do; none but of a name to add."""
    if question.about != "name" or question.waiting:
        return ()
    kind = question.kind or "topic"
    forms = offered(question, kind, Standing.of(session.register).names)
    taken = taken_over(forms, kind, session.turned)
    return tuple((form, form in taken) for form in forms)


def sort_forms(session: Session, question: Question) -> Session:
    """Begin to take and leave them."""
    if not choices(session, question):
        return replace(session, message="There are no other forms that could go with it.")
    return replace(session, mode="forms", chosen=0)


def turn(session: Session, key: str) -> Step:
    """Take or leave the form of a number, or the one that is chosen."""
    question = session.question
    forms = choices(session, question) if question is not None else ()
    if key in {"enter", "esc", "f", "q"} or not forms:
        return replace(session, mode="asking", chosen=0), None
    if key in {"up", "down"}:
        return replace(session, chosen=(session.chosen + (1 if key == "down" else -1)) % len(forms)), None
    index = session.chosen if key == " " else int(key) - 1 if key in "123456789" else -1
    if not 0 <= index < len(forms):
        return replace(session, message=f"The forms go from 1 to {min(len(forms), SHOWN)}."), None
    here = (session.place, forms[index][0])
    return replace(session, turns=session.turns ^ {here}, chosen=index), None
