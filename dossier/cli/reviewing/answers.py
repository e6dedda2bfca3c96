"""What a question can be answered with: each answer settles it, so that the next run does not ask again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dossier.cli.reviewing.forms import name_of, offered, taken_over, tidy
from dossier.model import RESERVED, Add, Confirm, Entity, Kind, Question, Register, Status
from dossier.names import short_names
from dossier.register import id_of, is_doubtful

KINDS: dict[str, Kind] = {
    "p": "person",
    "o": "organisation",
    "l": "place",
    "t": "topic",
    "e": "event",
    "w": "work",
}
"""The key of each kind."""
SHOWN = 9
"""So many entities are offered at once: as many as there are digits."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that a question has."""

    kinds: tuple[Kind, ...] = ()
    """As what the name can be added."""
    entities: tuple[Entity, ...] = ()
    """Those that can be chosen by their number."""
    find: bool = False
    """Whether any other entity can be looked for, which this is another name of, or these become."""
    suppress: bool = False
    distinct: bool = False
    merge: bool = False
    """Whether it can be merged: into the first candidate, or into any entity."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a register, looked up once for many names."""

    entities: Mapping[str, Entity]
    """By id."""
    names: frozenset[str]
    """Everything that is a name of an entity, or is said to be none."""
    suppressed: frozenset[str]
    taken: frozenset[str]
    """The addresses that no new entity can have."""
    base: tuple[Entity, ...]
    """Those that a base register brought."""

    @classmethod
    def of(cls, register: Register) -> Standing:
        """Look it up."""
        own = {entity.id for entity in (*register.entities, *register.merged) if not entity.base}
        suppressed = frozenset(register.suppress)
        return cls(
            entities={entity.id: entity for entity in register.entities},
            names=suppressed.union(alias.text for entity in register.entities for alias in entity.aliases),
            suppressed=suppressed,
            taken=RESERVED.union(own, (old for old, _ in register.redirects)),
            base=tuple(entity for entity in register.entities if entity.base),
        )

    def takes(self, name: str, kind: Kind) -> bool:
        """Whether an entity of this name can be added: its address is free, and it is no word of every sentence."""
        return id_of(name) not in self.taken and name not in self.suppressed and not is_doubtful(name, kind)


def answers_to(question: Question, register: Register) -> Answers:
    """What can be decided, as the register is now."""
    entities = candidates(question, register)
    match question.about:
        case "name":
            return Answers(_kinds(question, register), entities, find=True, suppress=not _is_listed(question, register))
        case "same":
            several = len(entities) > 1
            return Answers(entities=entities if several else (), find=several, merge=several, distinct=several)
        case "ambiguous":
            several = len(entities) > 1
            return Answers(entities=tuple(_sole(question.text, entities)), distinct=several, merge=several)
        case "unmentioned":
            return Answers(merge=bool(entities))
        case "open":
            return _of_an_open_mention(question, entities, register)


def _of_an_open_mention(question: Question, entities: tuple[Entity, ...], register: Register) -> Answers:
    """By what stopped it: another name helps only where the full one is missing."""
    text = tidy(question.text)
    # To say that a name is none which the register lists would contradict it; of a base, it would take the name away.
    suppress = not _is_listed(question, register)
    if question.rule == "part of a longer name" and question.part:
        return Answers(_kinds(question, register), find=True, suppress=suppress)
    if question.rule == "several fit":
        return Answers(suppress=suppress, distinct=len(entities) > 1)
    if question.rule == "full name missing":
        free = tuple(entity for entity in entities if may_have(entity, text))
        return Answers(_kinds(question, register), free, find=True, suppress=suppress, distinct=len(entities) > 1)
    return Answers(suppress=suppress)


def may_have(entity: Entity, text: str) -> bool:
    """Whether the entity links what it is named by, and does not list this name yet."""
    return entity.status == "confirmed" and all(alias.text != text for alias in entity.aliases)


def _kinds(question: Question, register: Register) -> tuple[Kind, ...]:
    """Those as which it can be added; a base entity of that name keeps its conditions in its kind."""
    standing = Standing.of(register)
    return tuple(kind for kind in KINDS.values() if _can_be(question, kind, standing))


def _can_be(question: Question, kind: Kind, standing: Standing) -> bool:
    if isinstance(addition(question, kind, standing), Confirm):
        return True
    text = name_of(question, kind)
    base = (entity for entity in standing.base if entity.kind == kind)
    return standing.takes(text, kind) and not any(entity.id == id_of(text) or _has(entity, text) for entity in base)


def _sole(text: str, entities: tuple[Entity, ...]) -> Iterator[Entity]:
    """Those that can be the only one of a name: nobody else is called so, or brings it from a merged entity."""
    fixed = [entity for entity in entities if not _can_lose(entity, text)]
    if len(entities) > 1 and len(fixed) < 2:
        yield from fixed or entities


def _can_lose(entity: Entity, text: str) -> bool:
    return text != entity.name and all(not alias.origin for alias in entity.aliases if alias.text == text)


def _is_listed(question: Question, register: Register) -> bool:
    """Whether the register, or its base, has it as a name of an entity that is confirmed."""
    text = tidy(question.text)
    return any(_has(entity, text) for entity in register.entities if entity.status == "confirmed")


def _has(entity: Entity, text: str) -> bool:
    return any(alias.text.casefold() == text.casefold() for alias in entity.aliases)


def candidates(question: Question, register: Register) -> tuple[Entity, ...]:
    """The entities in question, as they are now: of one that was merged, the one that it became."""
    known = {entity.id: entity for entity in register.entities}
    ids = [likeness.entity for likeness in question.candidates]
    if question.about == "unmentioned" and not ids:
        ids = [entity.id for entity in register.entities if entity.name == question.text][:1]
    ids += [entity.id for entity in bearers(question, register)]
    became = dict(register.redirects)
    found = (known[each] for each in dict.fromkeys(became.get(each, each) for each in ids) if each in known)
    itself = question.text if question.about == "name" else None  # which waits to be confirmed
    return tuple(entity for entity in found if entity.name != itself)


def bearers(question: Question, register: Register) -> Iterator[Entity]:
    """The persons of whose names a single word is a part, and for a full name, those of one word of it.

    What is asked for was found before they were added.
    """
    if question.about != "name" or question.kind not in {"person", "organisation"}:
        return
    text, parts = question.text, short_names(question.text) if question.kind == "person" else ()
    for entity in register.entities:
        if entity.kind == "person" and entity.name != text:
            is_part = " " not in text and text in entity.name and text in short_names(entity.name)
            if is_part or entity.name in parts:
                yield entity


def addition(
    question: Question,
    kind: Kind,
    standing: Standing,
    status: Status = "confirmed",
    *,
    turned: Collection[str] = (),
) -> Add | Confirm:
    """What makes an entity of a name: its other forms become aliases, but for those that name too much.

    `turned` are the forms that a person took or left, other than is done by itself.
    """
    name = name_of(question, kind)
    there = standing.entities.get(id_of(name))
    if there is not None and there.status == "suggested" and there.name == name:
        return Confirm(there.id, None if there.kind == kind else kind)
    return Add(name, kind, status, taken_over(offered(question, kind, standing.names), kind, turned))
