"""Names in a register that are none, or would be found everywhere; and decisions that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.languages import is_of_every_sentence
from dossier.model import Alias, Entity, Kind, Severity
from dossier.register.schema import default_case
from dossier.scripts import is_hangul, is_unspaced

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w{2,};|\*\*|__|``|\]\(")


class Doubt(NamedTuple):
    """What is doubtful, on which line, and what to do."""

    severity: Severity
    line: int
    message: str
    hint: str


def doubtful_names(entities: Iterable[Entity]) -> Iterator[Doubt]:
    """The names of one letter, the words of every sentence, and those that hold markup."""
    for entity in entities:
        for alias in entity.aliases:
            said = _doubt(alias)
            if said is not None:
                line = entity.location.line if alias.source is None else alias.source.line
                yield Doubt("warning", line, f"`{alias.text}` {said[0]}", said[1])


def is_doubtful(text: str, kind: Kind) -> bool:
    """Whether a register would be warned of that has this as a name of an entity, without conditions."""
    return _doubt(Alias(text, default_case(kind, text))) is not None


def _doubt(alias: Alias) -> tuple[str, str] | None:
    text = alias.text
    if len(text) == 1 and not is_hangul(text) and not is_unspaced(text):
        return "is one letter, which stands in most articles", "delete it, or write a longer name"
    if _MARKUP.search(text):
        return "holds markup, which no text of an article does", "write the name as it is read"
    if alias.scope == "anywhere" and _is_stop_word(alias):
        hint = "delete it; or say when it counts: `case: exact`, or `scope: article`"
        return "is a word of every sentence, and would be linked there", hint
    return None


def _is_stop_word(alias: Alias) -> bool:
    """Whether a name is found where a sentence needs the word: `us` in any capitals, `The`, but not `US` as written."""
    return is_of_every_sentence(alias.text.lower() if alias.case == "any" else alias.text)


def contradictions(
    entities: Iterable[Entity],
    suppress: Iterable[tuple[str, int]],
    distinct: Iterable[tuple[Sequence[str], int]],
    redirects: Mapping[str, str],
) -> Iterator[Doubt]:
    """Decisions that cannot both hold.

    Args:
        entities: those that stay.
        suppress: names that are no entity, each with its line.
        distinct: ids that are never one, each group with its line.
        redirects: an old id, and the one it leads to in the end.
    """
    confirmed = (entity for entity in entities if entity.status == "confirmed")  # others link nothing
    owners = {alias.text: (entity, alias) for entity in confirmed for alias in entity.aliases}
    for text, line in suppress:
        if text in owners:
            entity, alias = owners[text]
            where = entity.location.line if alias.source is None else alias.source.line
            message = f"`{text}` is suppressed, and a name of {entity.name} (line {where}), which counts"
            yield Doubt("note", line, message, "delete one of the two lines")
    for ids, line in distinct:
        first: dict[str, str] = {}
        for each in ids:
            other = first.setdefault(redirects.get(each, each), each)
            if other != each:
                message = f"`{other}` and `{each}` are never one by `distinct`, and one by `redirects`"
                yield Doubt("warning", line, message, "delete the redirect, or this group")
        if len(set(ids)) < 2:
            yield Doubt(
                "warning", line, "a group in `distinct` needs two ids", "add the other one, or delete the group"
            )
