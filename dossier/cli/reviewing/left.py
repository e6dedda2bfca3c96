"""Which questions are left after some decisions, as far as these stand in the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.cli.reviewing.forms import tidy
from dossier.model import (
    Add,
    AliasOf,
    Confirm,
    Decision,
    Distinct,
    Merge,
    NoAlias,
    Question,
    Register,
    Suppress,
)
from dossier.register import id_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided, and on which question."""

    place: int
    decisions: tuple[Decision, ...]


def still_asked(questions: Sequence[Question], taken: Iterable[Taken], register: Register) -> list[int]:
    """The places of the questions that no decision has answered which still stands: somebody may have reverted it.

    A mention whose full name is missing waits for the next run, once a full name with it was decided about: then what
    it means is told by that.
    """
    stand = _Standing(register)
    standing = [each for each in taken if all(map(stand.holds, each.decisions))]
    decisions = [decision for each in standing for decision in each.decisions]
    answered = {each.place for each in standing}
    texts = {text for decision in decisions for text in texts_of(decision)}
    parts = {word for text in texts for word in text.split() if word != text}
    ids = {decision.old for decision in decisions if isinstance(decision, Merge)}
    groups = [frozenset(decision.entities) for decision in decisions if isinstance(decision, Distinct)]
    lost = {(decision.text, decision.entity) for decision in decisions if isinstance(decision, NoAlias)}
    return [
        place
        for place, question in enumerate(questions)
        if place not in answered
        and not (
            _is_moot(question, texts, ids, groups)
            or _is_left_to_one(question, lost)
            or (question.rule == "full name missing" and question.text in parts)
        )
    ]


class _Standing:
    """What the register says now."""

    def __init__(self, register: Register) -> None:
        self._names = {alias.text for entity in register.entities for alias in entity.aliases}
        self._ids = {entity.id for entity in (*register.entities, *register.merged)}
        self._suppressed = frozenset(register.suppress)
        self._redirected = {old for old, _ in register.redirects}
        self._groups = [frozenset(group) for group in register.distinct]

    def holds(self, decision: Decision) -> bool:
        """Whether a decision is still written there."""
        match decision:
            case Add(name):
                found = id_of(name) in self._ids or name in self._names
            case AliasOf(text):
                found = text in self._names
            case Confirm(entity):
                found = entity in self._ids
            case Merge(old):
                found = old in self._redirected
            case Distinct(entities):
                found = any(group.issuperset(entities) for group in self._groups)
            case Suppress(text):
                found = text in self._suppressed
            case NoAlias():
                found = True
        return found


def _is_moot(question: Question, texts: set[str], ids: set[str], groups: Sequence[frozenset[str]]) -> bool:
    if question.about in {"name", "open"} and tidy(question.text) in texts:
        return True
    if question.about == "name" or question.part:
        return False
    named = {likeness.entity for likeness in question.candidates}
    if named & ids and question.about != "open":
        return True
    return question.about != "unmentioned" and len(named) > 1 and any(named <= group for group in groups)


def _is_left_to_one(question: Question, lost: Collection[tuple[str, str]]) -> bool:
    """Whether all entities but one, between which a mention stayed open, have lost that name."""
    if question.about != "open" or question.rule != "several fit":
        return False
    return sum((question.text, each.entity) not in lost for each in question.candidates) < 2


def ids_of(decision: Decision) -> tuple[str, ...]:
    """The entities that a decision is about, by their ids."""
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


def texts_of(decision: Decision) -> Iterator[str]:
    """The names that a decision is about."""
    match decision:
        case Add(name, _, _, aliases):
            yield from (name, *aliases)
        case AliasOf(text) | Suppress(text):
            yield text
        case _:
            return
