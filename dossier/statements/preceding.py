"""The subject before a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.names import is_title
from dossier.statements.cues import (
    AUXILIARIES,
    BARE,
    BE,
    CLAUSE,
    COLLECTIVES,
    CUES,
    DETERMINERS,
    HIDDEN,
    LEADING,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
    TIMES,
    VERBS,
)
from dossier.statements.genders import gender_of_name
from dossier.statements.tokens import Token
from dossier.statements.trimming import may_begin, trimmed

LONGEST = 18
"""No subject has more words, without what is set off by commas."""
_ASIDE = 40
"""Nothing that is set off by commas has more."""
_TITLED = range(3, 6)
"""So many words are a title in small letters with a full name: `presidential physician Ada Vance`."""
_MOST_OF_NAME = 5
_SPANS = frozenset("hours days weeks months years decades".split())
_NEAR_WHO = 8
"""`who` stands so near before the object of its clause."""
_RELATIVE = frozenset("who which whose whom".split())
_TELLS_WHO = frozenset("speaking asking requesting insisting citing".split())
_JOINS = frozenset("and or but nor".split())
_HAS = frozenset("has have had".split())
_DOES = frozenset("did does do".split())


class Phrase(NamedTuple):
    """The words that call a speaker: `tokens[start:end]`, the name or noun itself being `tokens[start:core]`."""

    start: int
    core: int
    end: int
    is_sure: bool


def subject_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Phrase | None:
    """The subject that stands before the verb at an index, not before `floor`."""
    right = without_adverbs(tokens, verb, floor)
    if right > floor and (tokens[right - 1].lower in _RELATIVE or _is_relative_that(tokens, right - 1, floor)):
        antecedent = _antecedent(tokens, right - 1, floor)
        return None if antecedent is not None and _reads(tokens, verb, antecedent) else antecedent
    core, end = _without_asides(tokens, right, floor)
    if core <= floor or tokens[core - 1].lower in _JOINS or tokens[core - 1].text == ",":
        return None
    start = _reach_left(tokens, core, floor)
    if start > floor and tokens[start].lower in PREPOSITIONS and tokens[start - 1].lower in _HAS:
        return subject_before(tokens, start, floor)
    relative = _own_clause(tokens, start, core, floor)
    if relative is not None:
        outer = _antecedent(tokens, relative, floor)
        return None if outer is None else outer._replace(end=core)
    start, is_sure = trimmed(tokens, start, core) if not _is_object(tokens, start, floor) else (core, False)
    if start >= core or not (is_sure or _is_likely(tokens, start, core)) or not may_begin(tokens[start:core]):
        return None
    named = _named_ahead(tokens, start, floor)
    return Phrase(start, core, max(core, end), is_sure) if named is None else named._replace(end=max(core, end))


def _named_ahead(tokens: Sequence[Token], start: int, floor: int) -> Phrase | None:
    """The name that stands before words which no second comma sets off: `Vance, the mayor told`."""
    comma = start - 1
    if comma - 2 < floor or tokens[comma].text != "," or tokens[start].lower not in {"the", "a", "an"}:
        return None
    begin = comma
    while begin > floor and tokens[begin - 1].is_name and comma - begin <= _MOST_OF_NAME:
        begin -= 1
    is_first = all(
        word.text == "," or word.lower in TIMES | PREPOSITIONS for word in tokens[max(floor, begin - 8) : begin]
    )
    if not is_first or not 2 <= comma - begin <= _MOST_OF_NAME:
        return None
    words = tokens[begin:comma]
    bare = words[1:] if is_title(words[0].lower.rstrip(".")) else words
    is_person = len(bare) > 1 and gender_of_name(" ".join(word.text for word in bare)) is not None
    return Phrase(begin, comma, comma, is_sure=True) if is_person else None


def _reads(tokens: Sequence[Token], verb: int, antecedent: Phrase) -> bool:
    """Whether people stand before `that read`: a letter does, which was sent to them."""
    noun = tokens[antecedent.core - 1].lower
    return tokens[verb].lower in {"read", "reads"} and noun in SPEAKERS - COLLECTIVES


def _is_object(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """Whether the words before a verb belong to a verb before them: `those close to Vance`, `a man shot by Vance`."""
    if start <= floor:
        return False
    before = tokens[start - 1].lower
    return before == "to" or (tokens[start].lower in PREPOSITIONS and before not in CLAUSE)


def _without_asides(tokens: Sequence[Token], core: int, floor: int) -> tuple[int, int]:
    """Where a subject ends without what is set off behind it by commas, and with as much of it as says who it is."""
    end = core
    while core > floor and tokens[core - 1].text == ",":
        before = _before_aside(tokens, core - 1, floor)
        if before is None:
            return core, end
        if not _is_kept(tokens[before + 1 : core - 1]):
            end = before
        elif end == core:
            end = core - 1
        core = before
        if core > floor + 1 and tokens[core - 1].text.isdigit() and tokens[core - 2].text == ",":
            core -= 2
    if core > floor + 1 and tokens[core - 1].lower in LEADING - _JOINS and tokens[core - 2].text == ",":
        core -= 2
    return core, end


def _is_likely(tokens: Sequence[Token], start: int, core: int) -> bool:
    """Whether words may be a subject that are not sure to be one."""
    first, words = tokens[start], tokens[start:core]
    if first.is_name or first.lower in DETERMINERS or any(word.lower in SPEAKERS for word in words):
        return True
    return (
        len(words) in _TITLED
        and all(word.is_name for word in words[-2:])
        and first.lower not in PREPOSITIONS | CUES.keys()
    )


def _antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Phrase | None:
    """What `who` stands for: the noun right before it."""
    core = relative - 1 if relative > floor and tokens[relative - 1].text == "," else relative
    if core <= floor or tokens[core - 1].kind != "word":
        return None
    start = core
    while start > floor and tokens[start - 1].kind == "word" and core - start < 8:
        if tokens[start - 1].lower in PREPOSITIONS or _is_wall(tokens, start - 1):
            break
        start -= 1
        if tokens[start].lower in DETERMINERS or (tokens[start].lower in PRONOUNS):
            break
    return Phrase(start, core, core, is_sure=False) if start < core else None


def _is_relative_that(tokens: Sequence[Token], place: int, floor: int) -> bool:
    """Whether `that` stands for the noun before it: `a probe that found`."""
    if tokens[place].lower != "that" or place <= floor:
        return False
    return tokens[place - 1].kind == "word" and tokens[place - 1].lower not in CUES


def _own_clause(tokens: Sequence[Token], start: int, core: int, floor: int) -> int | None:
    """The `who` whose clause holds the words before a verb: in `the man who shot Vance said` they are no subject."""
    if start >= core:
        return None
    for place in range(start - 1, max(floor, start - _NEAR_WHO) - 1, -1):
        word = tokens[place]
        if word.kind != "word":
            return None
        if word.lower in _RELATIVE:
            return place if place < start - 1 or _holds_verb(tokens[start:core], word.lower) else None
        if word.lower == "that":
            is_noun_before = place > floor and tokens[place - 1].kind == "word" and tokens[place - 1].lower not in CUES
            return place if is_noun_before and _holds_verb(tokens[place + 1 : core], "that") else None
    return None


def _holds_verb(words: Sequence[Token], relative: str) -> bool:
    """Whether words behind `who` are a verb with its object: `shot Vance`, and no `critics` or `Mayor Vance`."""
    first, last = words[0], words[-1]
    if first.is_name or first.kind != "word" or len(words) <= 1:
        return False
    if relative == "whose":
        return last.is_name and any(not word.is_name and word.lower not in SPEAKERS for word in words[1:])
    if first.lower in PREPOSITIONS:
        return relative != "that"
    if first.lower in DETERMINERS | PRONOUNS | SPEAKERS or (relative == "that" and not last.is_name):
        return False
    return not any(word.lower in SPEAKERS for word in words[:2])


def without_adverbs(tokens: Sequence[Token], verb: int, floor: int) -> int:
    """Where the words before a verb end that are neither its adverbs nor its auxiliaries."""
    place = verb
    while place > floor:
        word = tokens[place - 1]
        if word.lower in AUXILIARIES or (word.kind == "word" and word.lower.endswith("ly") and not word.is_name):
            place -= 1
        elif word.lower in TIMES and place - 1 > floor:
            first = place - 1
            while first > floor and (tokens[first - 1].lower in TIMES or tokens[first - 1].lower in {"on", "in"}):
                first -= 1
            if first <= floor or tokens[first - 1].text == ",":
                return place
            place = first
        elif word.lower in _SPANS:
            span = next((at for at in range(place - 2, max(floor, place - 5), -1) if tokens[at].lower == "for"), None)
            if span is None:
                break
            place = span
        elif (word.lower in BE and tokens[verb].lower.endswith("ing")) or (
            word.lower in _DOES and tokens[verb].lower in BARE
        ):
            place -= 1
        else:
            break
    return place


def _before_aside(tokens: Sequence[Token], comma: int, floor: int) -> int | None:
    """The index of the comma before what is set off by the one at `comma`."""
    for place in range(comma - 1, max(floor, comma - _ASIDE) - 1, -1):
        if tokens[place].text in ",;":
            return place if place > floor and tokens[place - 1].kind == "word" else None
        if tokens[place].is_long:
            return None
    return None


def _is_kept(aside: Sequence[Token]) -> bool:
    """Whether what is set off by commas says who somebody is."""
    if not aside:
        return False
    first = aside[0].lower
    return (
        first in _RELATIVE
        or first in _TELLS_WHO
        or first in DETERMINERS
        or any(word.lower in HIDDEN for word in aside)
        or (aside[0].kind == "word" and first not in PREPOSITIONS and first not in CLAUSE and not first.endswith("ing"))
    )


def _reach_left(tokens: Sequence[Token], core: int, floor: int) -> int:
    """How far to the left a subject may reach."""
    start = core
    while start > floor and core - start < LONGEST:
        word = tokens[start - 1]
        if word.text == ")":
            opening = next(
                (at for at in range(start - 2, max(floor, start - 12) - 1, -1) if tokens[at].text == "("), None
            )
            if opening is None:
                break
            start = opening
        elif (
            (word.text == "," and _is_listed(tokens, start, core))
            or (word.kind == "word" and not _is_wall(tokens, start - 1))
            or (word.quoted is not None and not word.is_long)
            or word.text in {"/", "#", "@", "$", "%"}
        ):
            start -= 1
        else:
            break
    return start


def _is_wall(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place]
    if word.is_name and place and word.lower not in PRONOUNS and word.lower not in CLAUSE:
        return False
    return (
        word.lower in CLAUSE
        or word.lower in VERBS
        or word.lower in BE
        or word.lower in MODALS
        or word.lower in _HAS
        or (word.lower in CUES and word.lower not in BARE and word.lower not in SPEAKERS)
        or word.lower.endswith("n't")
    )


def _is_listed(tokens: Sequence[Token], start: int, core: int) -> bool:
    """Whether the comma before `tokens[start]` stands in a list of names: `the United States, France and Britain`."""
    words = tokens[start:core]
    return (
        start >= 2
        and tokens[start - 2].is_name
        and bool(words)
        and words[0].is_name
        and any(word.lower == "and" for word in words)
        and all(word.is_name or word.lower in {"and", "the", "of"} or word.text == "," for word in words)
    )
