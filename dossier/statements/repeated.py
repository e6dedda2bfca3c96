"""The same quotation in several articles: one statement with several sources, and how their wordings differ.

Two quotations are one when most word triples of the shorter stand in the other (containment, Broder 1997) and nothing
says that their speakers are two. Posting lists are capped, so that the cost is linear in the words.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from itertools import pairwise

from rapidfuzz.distance import Indel

from dossier.memory import NO_MEMORY, Memory
from dossier.model import Piece, Repeated, Statement
from dossier.scripts import UNSPACED
from dossier.statements.voices import Voice, may_be_one, voice_of

_FEWEST = 5
"""A quotation of fewer words says nothing by being the same."""
_CONTAINMENT = 0.8
_SHORT = 10
"""Of so few triples, all must stand in the other: one word makes another sentence of it."""
_MOST = 20
"""So many quotations with the same three words are looked at."""
_WEIGHT = 232_792_560
"""Can be divided by every number up to `_MOST`, so that sums do not depend on their order."""
_COMPARED = 1_500
"""Longer wordings, in words, are not compared word by word."""
_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}](?:['’]?[^\W{UNSPACED}])*")

Triples = AbstractSet[int]
"""Word triples as numbers."""


def repeated(
    statements: Sequence[Statement], days: Mapping[str, date], memory: Memory = NO_MEMORY
) -> tuple[Repeated, ...]:
    """The quotations that stand in several articles, in the order of the first of each.

    Args:
        statements: of all articles.
        days: the days of the articles, by their ids, as far as they are known.
        memory: what the last build made.
    """
    said, sizes = _said(statements, memory)
    heads = list(range(len(statements)))
    voices: dict[int, Voice] = {}

    def voice(number: int) -> Voice:
        if number not in voices:
            voices[number] = voice_of(statements[number], days.get(statements[number].article))
        return voices[number]

    posted: defaultdict[int, list[int]] = defaultdict(list)
    for number, triples in said.items():
        for other in _likeliest(posted[triple] for triple in triples):
            one, two = _head(heads, other), _head(heads, number)
            fewest = min(sizes[number], sizes[other])
            if _is_contained(triples, said[other], fewest - 1) and may_be_one(voice(one), voice(two), fewest + 1):
                heads[max(one, two)] = min(one, two)
                voices[min(one, two)] = max(voice(one), voice(two), key=lambda voice: voice.rank)
        for triple in triples:
            if len(posted[triple]) < _MOST:
                posted[triple].append(number)
    groups: defaultdict[int, list[Statement]] = defaultdict(list)
    for number in said:
        groups[_head(heads, number)].append(statements[number])
    return tuple(_told(group) for _, group in sorted(groups.items()) if len({each.article for each in group}) > 1)


def _said(statements: Sequence[Statement], memory: Memory) -> tuple[dict[int, Triples], dict[int, int]]:
    """The triples of each quotation, by its number, that stand in others, too; and how many it has in all.

    What has none in common with others has no place here.
    """
    every = [memory.made("triples", partial(_triples, statement), statement) for statement in statements]
    met: set[int] = set()
    again: set[int] = set()
    for triples in every:
        again |= met.intersection(triples)
        met.update(triples)
    found = ((number, again.intersection(triples)) for number, triples in enumerate(every))
    said: dict[int, Triples] = {number: triples for number, triples in found if triples}
    return said, {number: len(every[number]) for number in said}


def _likeliest(lists: Iterable[Sequence[int]]) -> list[int]:
    """The quotations that share the most words with one, those that few others have counting for more."""
    shared: defaultdict[int, int] = defaultdict(int)
    for numbers in lists:
        for number in numbers:
            shared[number] += _WEIGHT // len(numbers)
    return sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _triples(statement: Statement) -> array[int]:
    """The word triples of a quotation, and all its words as one more: what is the same is found by that at least."""
    words = [] if statement.is_indirect else _words(statement.quotation)
    if len(words) < _FEWEST:
        return array("q")
    every = [*zip(words, words[1:], words[2:], strict=False), ("", "", " ".join(words))]
    return array("q", frozenset(map(hash, every)))


def _is_contained(left: Triples, right: Triples, fewest: int) -> bool:
    """Whether the triples of the shorter quotation, so many, stand in the other; of a short one all must."""
    return len(left & right) >= fewest * (_CONTAINMENT if fewest >= _SHORT else 1)


def _head(heads: list[int], number: int) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number


def _told(group: Sequence[Statement]) -> Repeated:
    """A group with the fullest wording first, and how each other differs from it."""
    fullest = max(group, key=lambda each: len(_words(each.quotation)))
    others = [each for each in group if each is not fullest]
    return Repeated((fullest, *others), tuple(tuple(_pieces(fullest.quotation, each.quotation)) for each in others))


def _pieces(full: str, other: str) -> Iterator[Piece]:
    """How a wording differs from another, word by word; nothing where the words are the same."""
    left, right = _words(full), _words(other)
    if left == right or max(len(left), len(right)) > _COMPARED:
        return
    cuts, ends = _cuts(full), _cuts(other)
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            yield Piece("same", other[ends[step.dest_start] : ends[step.dest_end]])
        elif step.tag == "delete":
            yield Piece("left out", full[cuts[step.src_start] : cuts[step.src_end]])
        else:
            yield Piece("added", other[ends[step.dest_start] : ends[step.dest_end]])


def _cuts(text: str) -> list[int]:
    """Where each word with what follows it begins, and the end of the text."""
    starts = [match.start() for match in _WORD.finditer(text)]
    return [0, *(after for _, after in pairwise(starts)), len(text)] if starts else [0, len(text)]
