"""Decisions in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from dossier.model import Add, AliasOf, Confirm, Decision, Distinct, Merge, NoAlias, Register, Suppress
from dossier.register import id_of


def phrase(decisions: Sequence[Decision], register: Register) -> str:
    """What was decided together."""
    names = {entity.id: entity.name for entity in (*register.entities, *register.merged)}
    names |= {id_of(each.name): each.name for each in decisions if isinstance(each, Add)}
    told = []
    for _, group in groupby(decisions, lambda each: each.entity if isinstance(each, AliasOf) else id(each)):
        first, *more = group
        told.append(_aliases([first, *more], names) if more else _one(first, names))
    return "; ".join(told)


def _aliases(decisions: Sequence[Decision], names: Mapping[str, str]) -> str:
    aliases = [each for each in decisions if isinstance(each, AliasOf)]
    *texts, last = (f"“{each.text}”" for each in aliases)
    return f"{', '.join(texts)} and {last} are other names of {names.get(aliases[0].entity, aliases[0].entity)}"


def _apart(names: Sequence[str]) -> str:
    if len(names) == 2:
        return " and ".join(names) + " are never one"
    return f"{', '.join(names[:-1])} and {names[-1]} are all different: no two of them are ever one"


def _one(decision: Decision, names: Mapping[str, str]) -> str:
    match decision:
        case Add(name, kind, _, aliases):
            told = f"{name} is added as {kind}" + (f", also {', '.join(aliases)}" if aliases else "")
        case AliasOf(text, entity):
            told = f"“{text}” is another name of {names.get(entity, entity)}"
        case NoAlias(text, entity):
            told = f"“{text}” is no name of {names.get(entity, entity)} any more"
        case Merge(old, new):
            told = f"{names.get(old, old)} is merged into {names.get(new, new)}"
        case Distinct(entities):
            told = _apart([names.get(each, each) for each in entities])
        case Suppress(text):
            told = f"“{text}” is no name: nothing is found inside it"
        case Confirm(entity):
            told = f"{names.get(entity, entity)} is confirmed"
    return told
