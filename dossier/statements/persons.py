"""The persons that the paragraphs of an article name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model import Kind, Mention
from dossier.statements.cues import CUES, SPEAKERS
from dossier.statements.speakers import BODIES, NAME, Referent, bare_name

_SINGLE = re.compile(r"\b[A-Z][\w'’-]+")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Governor|Senator|President|Justice|Judge|Mayor)\.?\s+$")
"""A title, behind which no first name stands alone."""
_NEAR = 20
_NO_FIRST = CUES.keys() | SPEAKERS
_SAME_FIRST = 3
"""First names that begin with so many same letters may be one's."""


def persons_named(
    texts: Sequence[str],
    mentions: Sequence[Sequence[Mention]],
    quoted: Sequence[Sequence[tuple[int, int]]],
    kinds: Mapping[str, Kind],
) -> list[list[tuple[int, Referent]]]:
    """The persons that each paragraph names outside its quotations, with their places.

    Those of the register, those whose full names look like one's, and those by a part of such a name.
    """
    full = [list(_full_names(text, here, spans)) for text, here, spans in zip(texts, mentions, quoted, strict=True)]
    parts = {part.lower(): name for names in full for _, name in names for part in name.split()}
    lasts = {name.split()[-1].lower(): name for names in full for _, name in names}
    parts |= lasts
    shared = _shared(
        [name for names in full for _, name in names]
        + [each.text for here in mentions for each in here if kinds.get(each.entity) == "person"]
    )
    found = []
    for text, here, spans, names in zip(texts, mentions, quoted, full, strict=True):
        persons = [
            (each.start, Referent(each.entity, each.text, (each.entity,)))
            for each in _outside(here, spans)
            if kinds.get(each.entity) == "person"
        ]
        persons += [(at, Referent(_key(name, shared), name)) for at, name in names]
        taken = sorted(
            [*((each.start, each.end) for each in here), *((at, at + len(name)) for at, name in names), *spans]
        )
        single = [match.span() for match in _SINGLE.finditer(text)]
        for start, end in _apart(single, taken):
            word = text[start:end].lower().removesuffix("'s").removesuffix("’s")
            name = parts.get(word)
            if name is not None and (word in lasts or not _TITLED.search(text, max(0, start - _NEAR), start)):
                called = text[start:end] if word in shared else name
                persons.append((start, Referent(name.split()[-1].lower(), called)))
        found.append(sorted(persons))
    return found


def _shared(names: Iterable[str]) -> frozenset[str]:
    """The last names that two persons have, whose first names begin otherwise."""
    firsts: dict[str, set[str]] = {}
    for name in names:
        *before, last = name.lower().split()
        first = next((word for word in before if word not in _NO_FIRST), None)
        if first is not None:
            firsts.setdefault(last, set()).add(first[:_SAME_FIRST])
    return frozenset(last for last, found in firsts.items() if len(found) > 1)


def _key(name: str, shared: frozenset[str]) -> str:
    """What a full name is known by: its last part, unless two persons have that."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return name.lower() if last in shared else last


def _full_names(text: str, mentions: Sequence[Mention], quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """What looks like a person's full name outside the quotations, and is no mention."""
    taken = sorted([*((each.start, each.end) for each in mentions), *quoted])
    bare_spans = [(match.end() - len(bare_name(match.group())), match.end()) for match in NAME.finditer(text)]
    for start, end in _apart(bare_spans, taken):
        name = text[start:end]
        bare = name.removesuffix("'s").removesuffix("’s")
        if len(bare.split()) > 1 and BODIES.isdisjoint(bare.lower().split()):
            yield end - len(name), bare


def _outside(mentions: Sequence[Mention], quoted: Sequence[tuple[int, int]]) -> list[Mention]:
    kept = set(_apart([(each.start, each.end) for each in mentions], quoted))
    return [each for each in mentions if (each.start, each.end) in kept]


def _apart(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that touch none of the others; both in order."""
    kept: list[tuple[int, int]] = []
    index = 0
    for start, end in spans:
        while index < len(others) and others[index][1] <= start:
            index += 1
        if index == len(others) or others[index][0] >= end:
            kept.append((start, end))
    return kept
