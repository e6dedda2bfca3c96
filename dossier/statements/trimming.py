"""Where in the words before a verb the subject itself begins, and whether that is sure."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.names import is_title
from dossier.statements.cues import (
    AUXILIARIES,
    BARE,
    CUES,
    DETERMINERS,
    LEADING,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
    TIMES,
    VERBS,
)
from dossier.statements.tokens import Token

_OF_NAMES = frozenset("the of 's van von der de del della la bin al el ten".split())
_IN_NAMES = _OF_NAMES | frozenset("for on at and".split())
_AGAIN = frozenset("former current longtime onetime veteran then ex now".split())
"""Behind `and`, these go on with one person: `the lawyer and former mayor`."""
_ADJECTIVES = ("ing", "ed", "er", "al", "ar", "ive", "ic", "an", "ly", "'s", "-")
_SHORTEST_LIST = 4
_PARTICLES = frozenset("out up down off back away over along".split())
_SETTING = frozenset("asked according".split())


def trimmed(tokens: Sequence[Token], start: int, core: int) -> tuple[int, bool]:
    """Where the subject itself begins, and whether that is sure."""
    start = _past_leading(tokens, start, core)
    if start >= core or _ends_list(tokens, start - 1):
        return core, False
    if tokens[core - 1].lower in PRONOUNS:
        return core - 1, True
    if tokens[core - 1].lower in PREPOSITIONS or tokens[core - 1].lower in DETERMINERS - {"some", "one", "others"}:
        return core, False
    start, is_whole = _own_conjunct(tokens, start, core)
    first = tokens[start]
    if first.lower in PREPOSITIONS or (first.lower.endswith("ing") and start == 0) or first.lower in _SETTING:
        tail = _tail(tokens, start, core)
        return tail, False
    start = _past_another(tokens, start, core)
    return start, is_whole and _is_noun_phrase(tokens[start:core])


def _past_another(tokens: Sequence[Token], start: int, core: int) -> int:
    """Past a noun that stands before a titled name and calls something else: `an approach President Vance`."""
    title = core
    while title > start and tokens[title - 1].is_name:
        title -= 1
    if (
        start < title < core - 1
        and tokens[core - 1].lower not in SPEAKERS
        and is_title(tokens[title].lower.rstrip("."))
    ):
        before = tokens[title - 1]
        is_beside = before.kind != "word" or before.lower in SPEAKERS | DETERMINERS | PREPOSITIONS | _IN_NAMES | {
            "to",
            "or",
        }
        if not is_beside and not before.lower.endswith(_ADJECTIVES) and before.lower not in _AGAIN:
            return title
    return start


def _past_leading(tokens: Sequence[Token], start: int, core: int) -> int:
    while start < core:
        word = tokens[start]
        following = tokens[start + 1].lower if start + 1 < core else ""
        if (word.lower in {"on", "in", "last", "earlier", "late", "this"} and following in TIMES) or (
            word.lower in TIMES and word.lower not in {"may", "march", "august", "april", "june"}
        ):
            start += 1
            while start < core and (
                tokens[start].lower in TIMES or tokens[start].text.isdigit() or tokens[start].text == ","
            ):
                start += 1
        elif (word.lower in LEADING and word.lower != "as") or word.text in {",", "."} or _is_clock(word):
            start += 1
        else:
            break
    return start


def _is_clock(word: Token) -> bool:
    return word.text[0].isdigit() and ":" in word.text


def _own_conjunct(tokens: Sequence[Token], start: int, core: int) -> tuple[int, bool]:
    """Where a subject with `and` in it begins: it is a list of names and nouns, or the `and` joins two clauses."""
    places = [place for place in range(start, core) if tokens[place].lower in {"and", "or"}]
    if not places:
        return start, True
    if _is_one(tokens, start, core, places):
        return start, True
    parts = [*places, core]
    left = start
    for place in parts:
        words = [word for word in tokens[left:place] if word.text != ","]
        is_noun = len(words) <= 7 and (
            all(word.is_name or word.lower in _OF_NAMES for word in words)
            or (bool(words) and words[-1].lower in SPEAKERS and _is_noun_phrase(words))
        )
        if not is_noun:
            lasting = places[-1] + 1
            return (lasting, _is_noun_phrase(tokens[lasting:core])) if lasting < core else (core, False)
        left = place + 1
    return start, True


def _ends_list(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at an index is the `and` of a list, which may be in a name: `its Ropes, Sails, and Boats`."""
    if place < _SHORTEST_LIST or tokens[place].lower != "and":
        return False
    return tokens[place - 1].text == tokens[place - 3].text == "," and tokens[place - 2].is_name


def _is_one(tokens: Sequence[Token], start: int, core: int, places: Sequence[int]) -> bool:
    """Whether words with `and` in them call one: a body's long name, its head, or somebody who is two things."""
    words = tokens[start:core]
    first, of = words[0], next((at for at, word in enumerate(words) if word.lower in {"of", "for", "at"}), 0)
    begins = 1 if first.lower in DETERMINERS else 0
    is_office = first.lower in DETERMINERS and of > 1 and words[of - 1].lower in SPEAKERS and first.text.islower()
    names = words[of:] if is_office else words[begins:]
    if of and all(word.is_name or word.lower in _IN_NAMES or word.text in "()" for word in names):
        return all(tokens[at - 1].is_name and tokens[at + 1 : core] and tokens[at + 1].is_name for at in places)
    lasting = places[-1] + 1
    return (
        len(places) == 1
        and first.lower in DETERMINERS
        and lasting < core
        and tokens[lasting].lower in _AGAIN
        and not any(word.lower in PREPOSITIONS for word in words)
    )


def _tail(tokens: Sequence[Token], start: int, core: int) -> int:
    """Where the last name of some words begins, or the last noun with its determiner."""
    place = core
    while place > start and tokens[place - 1].is_name:
        place -= 1
    if place < core:
        return place
    for place in range(core - 1, max(start, core - 6), -1):
        if tokens[place].lower in DETERMINERS:
            return place
        if tokens[place].lower in PREPOSITIONS:
            return core
    return core - 1 if tokens[core - 1].lower in SPEAKERS else core


def _is_noun_phrase(words: Sequence[Token]) -> bool:
    """Whether some words can be a subject as they stand."""
    if not words or words[0].kind != "word":
        return False
    first, last = words[0], words[-1]
    if not may_begin(words):
        return False
    if len(words) == 1 and first.lower in DETERMINERS - {"some", "one", "many", "most", "others"}:
        return False
    if first.lower in DETERMINERS or first.is_name:
        return True
    return any(word.lower in SPEAKERS for word in words) or (
        last.is_name
        and len(words) <= 5
        and first.lower.endswith(("er", "or", "ist", "ess", "man", "ian", "ant", "ent"))
    )


def may_begin(words: Sequence[Token]) -> bool:
    """Whether some words can call a speaker as they begin: no adverb, verb, particle or number that counts nobody."""
    first = words[0]
    if len(words) > 2 and words[1].text == "," and words[2].lower == "and":
        return False  # the end of a list in a name
    if first.text[0].isdigit():
        return len(words) > 1 and words[-1].lower in SPEAKERS and words[-1].lower.endswith(("s", "people", "men"))
    if first.is_name or first.lower in SPEAKERS:
        return True
    is_verb = first.lower in VERBS or (first.lower in CUES and first.lower not in BARE)
    return not (
        is_verb or first.lower in AUXILIARIES - {"both"} or first.lower in _PARTICLES or first.lower.endswith("ly")
    )
