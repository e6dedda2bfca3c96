"""The ways a name is written, and which of them go into the register with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from dossier.model import Kind, Question
from dossier.register import is_doubtful


def name_of(question: Question, kind: Kind) -> str:
    """What it would be called: as it is asked for; where a register cannot have that, as it is written most."""
    text = tidy(question.text)
    written = (tidy(form) for form, _ in sorted(question.forms, key=lambda form: -form[1]))
    return next((form for form in (text, *written) if form and not is_doubtful(form, kind)), text)


def names_of(question: Question) -> tuple[str, ...]:
    """The name that is asked about, and its other forms, as they are written."""
    return (question.text, *(form for form, _ in question.forms))


def offered(question: Question, kind: Kind, names: Collection[str], *, without: Iterable[str] = ()) -> tuple[str, ...]:
    """How else a name is written that can be another name of an entity.

    Not of a person the single parts of the name, as those are found anyway, nor what a register would be warned of.

    Args:
        question: about the name.
        kind: of the entity, in which capitals a name counts depends on it.
        names: what stands in the register already.
        without: what is no other name either.
    """
    name = name_of(question, kind)
    known = {name, *without, *(name.split() if kind == "person" else ())}
    forms = dict.fromkeys(tidy(form) for form, _ in question.forms)
    return tuple(
        form for form in forms if form and form not in known and form not in names and not is_doubtful(form, kind)
    )


def taken_over(forms: Iterable[str], kind: Kind, turned: Collection[str]) -> tuple[str, ...]:
    """Those that a decision takes over, with what was turned by hand.

    By itself all but a person's single word in capitals, as in a headline: it would name that person everywhere.
    """
    return tuple(form for form in forms if (form in turned) == _is_shouted(form, kind))


def _is_shouted(form: str, kind: Kind) -> bool:
    return kind == "person" and " " not in form and form.isupper()


@lru_cache(maxsize=100_000)
def tidy(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())
