"""The same quotation in several articles: one statement with several sources, and how their wordings differ.

Two quotations are one when most word triples of the shorter stand in the other (containment, Broder 1997) and nothing
says that their speakers are two. Posting lists are capped, so that the cost is linear in the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import Indel

from dossier.model import Piece, Repeated, Statement
from dossier.scripts import UNSPACED
from dossier.statements.voices import may_be_one, voice_of

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

Triple = tuple[str, str, str]


def repeated(statements: Sequence[Statement], days: Mapping[str, date]) -> tuple[Repeated, ...]:
    """The quotations that stand in several articles, in the order of the first of each.

    Args:
        statements: of all articles.
        days: the days of the articles, by their ids, as far as they are known.
    """
    heads = list(range(len(statements)))
    voices = [voice_of(statement, days.get(statement.article)) for statement in statements]
    posted: defaultdict[Triple, list[int]] = defaultdict(list)
    held: dict[int, frozenset[Triple]] = {}
    for number, statement in enumerate(statements):
        triples = _triples(statement)
        if not triples:
            continue
        for other in _likeliest(posted[triple] for triple in triples):
            one, two = _head(heads, other), _head(heads, number)
            words = min(len(triples), len(held[other])) + 1
            if _is_contained(triples, held[other]) and may_be_one(voices[one], voices[two], words):
                heads[max(one, two)] = min(one, two)
                voices[min(one, two)] = max(voices[one], voices[two], key=lambda voice: voice.rank)
        held[number] = triples
        for triple in triples:
            if len(posted[triple]) < _MOST:
                posted[triple].append(number)
    groups: defaultdict[int, list[Statement]] = defaultdict(list)
    for number in held:
        groups[_head(heads, number)].append(statements[number])
    return tuple(_told(group) for _, group in sorted(groups.items()) if len({each.article for each in group}) > 1)


def _likeliest(lists: Iterable[Sequence[int]]) -> list[int]:
    """The quotations that share the most words with one, those that few others have counting for more."""
    shared: defaultdict[int, int] = defaultdict(int)
    for numbers in lists:
        for number in numbers:
            shared[number] += _WEIGHT // len(numbers)
    return sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _triples(statement: Statement) -> frozenset[Triple]:
    """The word triples of a quotation, and all its words as one more: what is the same is found by that at least."""
    words = [] if statement.is_indirect else _words(statement.quotation)
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset([*zip(words, words[1:], words[2:], strict=False), ("", "", " ".join(words))])


def _is_contained(left: frozenset[Triple], right: frozenset[Triple]) -> bool:
    """Whether the triples of the shorter quotation stand in the other; of a short one all must."""
    if left == right:
        return True
    fewest = min(len(left), len(right)) - 1  # without that of all words
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
