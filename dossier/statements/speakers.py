"""Who it is that is called so: an entity, by its mention; a pronoun or a noun, by the one it can only mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dossier.model import Kind, Mention
from dossier.names import TITLES, is_everyday
from dossier.statements.cues import (
    CLAUSE,
    COLLECTIVES,
    CUES,
    DETERMINERS,
    DOCUMENTS,
    HIDDEN,
    LEADING,
    NAMELESS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
)
from dossier.statements.genders import gender_of_name
from dossier.statements.offices import is_office, named_in_office

_KEPT = 1024
"""Of so many phrases it is kept in mind what stands in them: an article calls its speakers alike again and again."""
_PREPOSITION = re.compile(r"\s(?:of|for|at|from|with|in|on|to)\s")
NAME = re.compile(r"[A-Z][\w'’-]*[a-z](?:(?:\s+(?:[A-Z]\.|van|de|bin|al|el|von|der))*\s+[A-Z][\w'’-]*[a-z])+")
_ROLES = frozenset(
    "business manager executive director chair ceo editor analyst columnist reporter blogger congressional former "
    "state investor treasurer secretary-general host author actor actress economist strategist lawyer activist "
    "speaker whip chief rear adm gov sen rep gen lt col capt sgt".split()
)
BODIES = COLLECTIVES | frozenset(
    (
        "economic research central federal reserve securities capital corp inc co ltd team department court house "
        "council party ministry university committee agency national state states street news times post journal "
        "avenue county city congress senate college school center centre institute act commission association "
        "church bank group union force army navy bureau office security north south east west new united york "
        "hampshire day america international foundation club press island islands river sunday monday tuesday "
        "wednesday thursday friday saturday morning january february march april june july august september "
        "october november december"
    ).split()
)
"""Words with capitals that make no person's name."""
_DEMONYM = re.compile(r"[a-z](?:ans?|ese|ish|i|is|ch|men)$")
_MEMBERS = frozenset(
    "democrat republican conservative liberal socialist communist nationalist tory libertarian green labourite "
    "democratic".split()
)
"""What one member of a party is called."""
_WORD = re.compile(r"\S+")
_NO_NAMES = CLAUSE | LEADING | PREPOSITIONS | DETERMINERS
_ASIDE_NAME = re.compile(rf",\s+({NAME.pattern})\s*(?:,|$)")
_APOSTROPHE = re.compile(r"['’]")
_ACRONYM = re.compile(r"\s*\([^()]{1,60}\)\s*$")
_TRIM = " ,.;:'’"


class Referent(NamedTuple):
    """Somebody who speaks or is named."""

    key: str
    """The entity's id, else the last name or the phrase in small letters."""
    called: str
    entities: tuple[str, ...] = ()
    is_anonymous: bool = False


def head_of(called: str) -> str:
    """The noun by which somebody is called."""
    core = _PREPOSITION.split(called.partition(",")[0])[0].split()
    return core[-1].lower() if core else ""


@lru_cache(maxsize=_KEPT)
def name_in(called: str) -> str | None:
    """The last personal name in some words."""
    in_office = named_in_office(called)
    if in_office is not None:
        return in_office
    found = [
        (match.start(), name) for match in NAME.finditer(called) if len((name := bare_name(match.group())).split()) > 1
    ]
    if not found or _is_anothers(called[: found[-1][0]].split()):
        return None
    if len(found) > 1 and called[: found[-1][0]].rstrip().endswith((" and", " or")):
        return None
    return found[-1][1]


def _is_title(word: str) -> bool:
    if len(word) == 2 and word.endswith("."):
        return False
    if word.endswith(("'s", "’s")):
        return True
    lower = word.lower().removesuffix(".")
    return (
        lower in TITLES
        or lower in _ROLES
        or lower in _NO_NAMES
        or is_everyday(word)
        or (lower.endswith("ed") and lower in CUES)
    )


def bare_name(name: str) -> str:
    """A name without the titles and other words that stand before it with a capital."""
    words = list(_WORD.finditer(name))
    begin = next((at for at in range(len(words) - 2, -1, -1) if _is_title(words[at].group())), -1) + 1
    return name[words[begin].start() :] if words else name


def is_person(who: Referent, kinds: Mapping[str, Kind]) -> bool:
    """Whether `he` or `she` may mean somebody: no body, no group, no document."""
    if who.entities:
        return all(kinds.get(entity) == "person" for entity in who.entities) and len(who.entities) == 1
    head = head_of(who.called)
    if head in COLLECTIVES | DOCUMENTS or (head.endswith("s") and head in SPEAKERS):
        return False
    words = who.called.partition(",")[0].split()
    return BODIES.isdisjoint(word.lower() for word in words) and not (words[-1].isupper() and len(words[-1]) > 1)


def is_body(who: Referent, kinds: Mapping[str, Kind]) -> bool:
    """Whether `it` may mean somebody who speaks: a body, a country, and no group of people."""
    if who.entities:
        return len(who.entities) == 1 and kinds.get(who.entities[0]) in {"organisation", "place"}
    return head_of(who.called) in COLLECTIVES - {"police", "people", "media", "family"}


def without_titles(called: str) -> str:
    """The one word that is left of `Mr. Olsen`; else what somebody is called."""
    *titles, last = called.split()
    return last if titles and all(map(_is_title, titles)) and last[0].isupper() else called


def referent(core: str, phrase: str, entities: tuple[str, ...]) -> Referent:
    """Who is called so, as far as the words themselves say."""
    key = entities[0] if len(entities) == 1 else ""
    if not key:
        name = name_in(core)
        key = name.split()[-1].lower() if name else core.lower().removeprefix("the ")
    return Referent(key, core if not is_anonymous(phrase) else phrase, entities, is_anonymous(phrase))


def named_behind(whole: tuple[int, int], core: tuple[int, int], text: str) -> tuple[int, int] | None:
    """Where the name stands that is set off behind a noun: `another survivor, Ada Vance`."""
    if not text[core[0] : core[1]].rsplit(maxsplit=1)[-1].islower():
        return None
    aside = _ASIDE_NAME.match(text, core[1], whole[1])
    return aside.span(1) if aside is not None and gender_of_name(aside.group(1)) is not None else None


@lru_cache(maxsize=_KEPT)
def is_anonymous(phrase: str) -> bool:
    """Whether the words say that somebody is not to be named: `on condition of anonymity`, `some diplomats`."""
    words = re.findall(r"[\w'-]+", phrase)
    if any(word.lower() in HIDDEN for word in words):
        return True
    head, _, aside = phrase.partition(",")
    if name_in(aside) is not None:
        return False
    core = _PREPOSITION.split(head)[0].split()
    # Whom an article calls `the official`, it may have named before.
    return bool(core) and core[0].lower() != "the" and core[-1].lower() in NAMELESS and core[-1].islower()


def name_of(core: str, *, begins: bool) -> str | None:
    """The name in what a speaker is called: of a person without titles, of a body as it stands; `None` for a noun.

    Args:
        core: what the speaker is called.
        begins: whether a sentence begins with it, so that a noun has a capital, too.
    """
    in_office = named_in_office(core)
    if in_office is not None:
        return in_office
    head = _PREPOSITION.split(_ACRONYM.sub("", core))[0]
    words = head.split()
    if words and words[0].lower() in DETERMINERS:
        words = words[1:]
    if len(words) == 1 and words[0].lower() in BODIES and words[0][0].isupper():
        words = _whole_name(_ACRONYM.sub("", core).split(), words[0])
    person = name_in(head)
    if person is not None and head.endswith(person) and BODIES.isdisjoint(person.lower().split()):
        return person
    if not words or not words[0][0].isupper() or not words[-1][0].isupper():
        return None
    if len(words) == 1 and begins and words[0].endswith("s") and not words[0].isupper():
        return None
    name = without_titles(" ".join(words))
    return None if _APOSTROPHE.split(name.lower())[0] in PRONOUNS | SPEAKERS or is_everyday(name) else name


def _whole_name(words: Sequence[str], first: str) -> list[str]:
    """The name of a body from its first word on, up to its last capital; or of whoever is named behind it."""
    whole = list(words[words.index(first) :])
    last = " ".join(whole[-2:])
    if len(whole) > 3 and (whole[-3].islower() or _is_title(whole[-3])) and whole[-3] not in _NO_NAMES:
        return whole[-2:] if gender_of_name(last) is not None else [first]
    return whole if all(word[0].isupper() or word in _NO_NAMES or word == "and" for word in whole) else [first]


def speaking(
    core: tuple[int, int], text: str, mentions: Sequence[Mention], kinds: Mapping[str, Kind]
) -> tuple[str, ...]:
    """The entities that a phrase is the name of: its last words, or all names of a list."""
    start, end = core
    inside = [each for each in mentions if start <= each.start and each.end <= end]
    if not inside:
        return ()
    between = "".join(f" {text[a:b]} " for a, b in _gaps(start, end, inside))
    is_list = (
        len({each.entity for each in inside}) > 1
        and re.fullmatch(r"[\s,]*(?:the|and|both|[\s,])*", between) is not None
    )
    if is_list and " and " in text[start:end]:
        return tuple(dict.fromkeys(each.entity for each in inside))
    last = inside[-1]
    if last.end == end and kinds.get(last.entity) == "person" and is_office(text[start : last.start]):
        return (last.entity,)
    end = _before_preposition(text, start, end, inside)
    inside = [each for each in inside if not (_is_demonym(each, kinds) or _is_member(each, kinds))]
    head = [each for each in inside if not text[each.end : end].strip(_TRIM + '"”') and each.end <= end]
    if not head:
        return ()
    last = head[-1]
    before = text[start : last.start].split()
    if kinds.get(last.entity) == "person":
        is_one = not _is_anothers(before) and not any(word.lower() in {"and", "or"} for word in before)
        return (last.entity,) if is_one else ()
    plain = all(word.islower() or word.lower() in DETERMINERS for word in before)
    return (last.entity,) if plain and not any(word in {"and", "or"} for word in before) else ()


def _is_anothers(before: Sequence[str]) -> bool:
    """Whether a name behind some words is that of another: `the lawyer representing Vance`, `a man who met Vance`."""
    return any(
        verb in PREPOSITIONS or verb in {"to", "who", "whom"} or (verb.endswith("ing") and noun in SPEAKERS)
        for noun, verb in pairwise(before)
    )


def _is_demonym(mention: Mention, kinds: Mapping[str, Kind]) -> bool:
    """Whether a place is mentioned by what comes from it: a Cuban, or somebody called Cuban, is not Cuba."""
    if kinds.get(mention.entity) != "place" or mention.text.lower().replace(" ", "-") == mention.entity:
        return False
    return _DEMONYM.search(mention.text) is not None


def _is_member(mention: Mention, kinds: Mapping[str, Kind]) -> bool:
    """Whether a body is mentioned by what one of its members is called: `the Democrat` is a person, and no party."""
    return kinds.get(mention.entity) != "person" and mention.text.lower() in _MEMBERS


def _gaps(start: int, end: int, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    edges = [start, *(place for each in mentions for place in (each.start, each.end)), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _before_preposition(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Where a phrase ends without `of Texas` and without what stands in parentheses behind it."""
    for match in _PREPOSITION.finditer(text, start, end):
        if not any(each.start <= match.start() < each.end for each in mentions):
            end = match.start()
            break
    bracket = _ACRONYM.search(text[start:end])
    return start + bracket.start() if bracket else end
