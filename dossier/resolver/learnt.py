"""What an article teaches: acronyms it introduces in parentheses, and the initials of names that stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.model import PARAGRAPH_END, Alias, Candidate, Sense, Senses
from dossier.resolver.body import Body
from dossier.same_name import EVERYDAY_CAPITALS, LEAST_INITIALS, expands, initials, introductions, key

_CAPITAL_WORD = r"[A-Z][\w'’&-]*"
_SMALL_WORDS = r"(?:(?:of|and|for|the|on|in|to|&|de|du|des|del|la)\s+){0,2}"
_RUN = re.compile(rf"{_CAPITAL_WORD}(?:\s+{_SMALL_WORDS}{_CAPITAL_WORD})+")
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<word>\w+)[ ,]+$")
_WORD_BEHIND = re.compile(r"[ ,]+(?P<word>\w+)")

_Learnt = dict[str, dict[str, Sense]]
"""Texts, and for each the entities that it stands for here."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """The candidates of an article, those it taught among them, and the acronyms that it uses for something else."""

    found: Sequence[Candidate]
    """In order."""
    strangers: frozenset[str] = frozenset()


def learn(body: Body, found: Sequence[Candidate]) -> Learnt:
    """Look for the acronyms of an article's names, and add the places where they stand."""
    taught, strangers = _introduced(body, found) if "(" in body.text else ({}, set())
    _add_initials(taught, body.text, found, strangers)
    for suppressed in [body.text[start:end] for start, end, senses in found if not senses.each] if taught else ():
        taught.pop(suppressed, None)
    if not taught:
        return Learnt(found, frozenset(strangers))
    ordered = sorted((*found, *_places(taught, body.text, found)), key=lambda each: (each.start, each.end))
    return Learnt(ordered, frozenset(strangers))


def _introduced(body: Body, found: Sequence[Candidate]) -> tuple[_Learnt, set[str]]:
    """What stands in parentheses: names for entities, and the acronyms of names that nobody listed."""
    taught: defaultdict[str, dict[str, Sense]] = defaultdict(dict)
    strangers: set[str] = set()
    at: dict[tuple[int, int], Candidate] = {}
    for paragraph, first in zip(body.paragraphs, body.starts, strict=False):
        if "(" not in paragraph.text:
            continue
        for introduction in introductions(paragraph.text):
            at = at or {(each.start, each.end): each for each in found}
            (short, known_short), (long, known_long) = (
                (paragraph.text[start:end], at.get((first + start, first + end)))
                for start, end in (introduction.short, introduction.long)
            )
            if known_long is not None:
                _teach(taught, short, known_long, unless=known_short)
            elif known_short is None or _is_of_another(long, short, known_short) or _is_alone(known_short):
                strangers.add(short)
            elif not any(expands(name, short) for sense in known_short.senses.each for name in sense.names):
                _teach(taught, long, known_short, unless=None)
    return dict(taught), strangers


def _teach(taught: dict[str, dict[str, Sense]], text: str, known: Candidate, *, unless: Candidate | None) -> None:
    """Learn that a text stands for the one entity that a candidate stands for, unless the register says so."""
    own = [sense for sense in known.senses.each if sense.alias.scope == "anywhere" and sense.kind != "person"]
    if len(known.senses.entities) == len({sense.entity for sense in own}) == 1:
        entity = own[0].entity
        if unless is None or entity not in unless.senses.rules:
            alias = Alias(text)
            taught[text][entity] = Sense(entity, alias, "acronym in parentheses", own[0].kind, names=own[0].names)


def _is_of_another(long: str, short: str, known: Candidate) -> bool:
    """Whether an acronym that the register has for one long name is introduced for quite another one."""
    words = set(key(long).split())
    full = [name for sense in known.senses.each for name in sense.names if expands(name, short)]
    return bool(full) and all(2 * len(words & set(key(name).split())) <= len(words) for name in full)


def _is_alone(known: Candidate) -> bool:
    """Whether the register has no word that an acronym is short for: then it may be that of anything."""
    return not any(letter.islower() for sense in known.senses.each for name in sense.names for letter in name)


def _add_initials(taught: _Learnt, text: str, found: Sequence[Candidate], strangers: Iterable[str]) -> None:
    """Learn the initials of organisations and places that stand in the article in full, where they are theirs alone."""
    full: defaultdict[str, dict[str, Sense]] = defaultdict(dict)
    spelt: defaultdict[str, list[set[str]]] = defaultdict(list)
    groups = {text[each.start : each.end]: each.senses for each in found if each.senses.is_of_groups}
    for name, senses in groups.items():
        for acronym in _acronyms(name):
            if acronym in text:
                full[acronym] |= {sense.entity: sense for sense in senses.each}
                spelt[acronym].append(set(key(name).split()))
    if not full:
        return
    known = {text[each.start : each.end] for each in found} | taught.keys() | set(strangers)
    unknown = {acronym: spelt[acronym] for acronym in full if len(full[acronym]) == 1 and acronym not in known}
    others = set(_of_others(_runs(text.replace(PARAGRAPH_END, "\n")), unknown)) if unknown else ()
    for acronym in unknown:
        if acronym not in others:
            (sense,) = full[acronym].values()
            alias = Alias(acronym)
            taught[acronym] = {sense.entity: Sense(sense.entity, alias, "initials", sense.kind, names=sense.names)}


@lru_cache(maxsize=20_000)
def _acronyms(name: str) -> frozenset[str]:
    """The initials of a name of several words that may stand for it without being introduced."""
    made = initials(name) if " " in name else ()
    return frozenset(each for each in made if len(each) >= LEAST_INITIALS and each not in EVERYDAY_CAPITALS)


def _runs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Words with a capital that stand together, and their first letters."""
    for run in _RUN.findall(text):
        words = [word for word in run.split() if word[0].isupper()]
        yield "".join(word[0] for word in words), words


def _of_others(runs: Iterable[tuple[str, list[str]]], spelt: Mapping[str, Sequence[set[str]]]) -> Iterator[str]:
    """The acronyms whose initials another name of the article has, too: each is spelt as the words of its own."""
    lengths = sorted({len(acronym) for acronym in spelt})
    for letters, words in runs:
        for place in range(len(letters)):
            for length in lengths:
                own = spelt.get(letters[place : place + length])
                if own is None:
                    continue
                inside = set(key(" ".join(words[place : place + length])).split())
                if not any(inside <= each for each in own):
                    yield letters[place : place + length]


def _places(taught: _Learnt, text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every place where a learnt text stands as whole words; what the register says of it counts, too."""
    listed = {text[each.start : each.end]: each.senses for each in found}
    senses = {
        name: Senses.of((*(listed[name].each if name in listed else ()), *entities.values()))
        for name, entities in taught.items()
    }
    names = "|".join(re.escape(name) for name in sorted(taught, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<![\w@#/.])(?:{names})(?![\w@]|\.\w)")
    for match in pattern.finditer(text):
        if not _is_shouted(text, match):
            yield Candidate(*match.span(), senses[match.group()])


def words_beside(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The words before and behind a place, in its sentence."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    behind = _WORD_BEHIND.match(text, end)
    return before and before["word"], behind and behind["word"]


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words around an acronym, in its sentence, are in capitals, too: there it may be any word."""
    around = [word for word in words_beside(text, *match.span()) if word is not None]
    return bool(around) and all(len(word) > 1 and word.isupper() for word in around)
