"""What an article teaches: acronyms it introduces in parentheses, and the initials of names that stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Alias, Paragraph, Sense, Senses
from dossier.resolver.claims import Found
from dossier.same_name import EVERYDAY_CAPITALS, expands, initials, introductions, key

_CAPITAL_WORD = r"[A-Z][\w'’&-]*"
_SMALL_WORDS = r"(?:(?:of|and|for|the|on|in|to|&|de|du|des|del|la)\s+){0,2}"
_RUN = re.compile(rf"{_CAPITAL_WORD}(?:\s+{_SMALL_WORDS}{_CAPITAL_WORD})+")
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<word>\w+)[ ,]+$")
_WORD_BEHIND = re.compile(r"[ ,]+(?P<word>\w+)")
_LEAST = 3
"""Letters of initials that nobody introduced: two are those of too many things."""

_GROUPS = frozenset({"organisation", "place"})

_Learnt = dict[str, dict[str, Sense]]
"""Texts, and for each the entities that it stands for here."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """The candidates of an article, those it taught among them, and the acronyms that it uses for something else."""

    found: Sequence[Found]
    """The longest of each paragraph first."""
    strangers: frozenset[str] = frozenset()


def learn(paragraphs: Sequence[Paragraph], found: Sequence[Found]) -> Learnt:
    """Look for the acronyms of an article's names, and add the places where they stand."""
    taught, strangers = _introduced(paragraphs, found)
    _add_initials(taught, paragraphs, found, strangers)
    if not taught:
        return Learnt(found, frozenset(strangers))
    ordered = sorted((*found, *_places(taught, paragraphs, found)), key=lambda each: each.start - each.end)
    return Learnt(ordered, frozenset(strangers))


def _introduced(paragraphs: Sequence[Paragraph], found: Sequence[Found]) -> tuple[_Learnt, set[str]]:
    """What stands in parentheses: names for entities, and the acronyms of names that nobody listed."""
    taught: defaultdict[str, dict[str, Sense]] = defaultdict(dict)
    strangers: set[str] = set()
    at: dict[tuple[int, int, int], Found] = {}
    for order, paragraph in enumerate(paragraphs):
        if paragraph.kind == "code" or "(" not in paragraph.text:
            continue
        at = at or {(each.order, each.start, each.end): each for each in found}
        for introduction in introductions(paragraph.text):
            short, long = (paragraph.text[slice(*span)] for span in (introduction.short, introduction.long))
            known_short, known_long = at.get((order, *introduction.short)), at.get((order, *introduction.long))
            if known_long is not None:
                _teach(taught, short, known_long, unless=known_short)
            elif known_short is None or _is_of_another(long, short, known_short):
                strangers.add(short)
            elif not any(expands(name, short) for sense in known_short.senses.each for name in sense.names):
                _teach(taught, long, known_short, unless=None)
    return dict(taught), strangers


def _teach(taught: dict[str, dict[str, Sense]], text: str, known: Found, *, unless: Found | None) -> None:
    """Learn that a text stands for the one entity that a candidate stands for, unless the register says so."""
    own = [sense for sense in known.senses.each if sense.alias.scope == "anywhere" and sense.kind != "person"]
    if len(known.senses.entities) == len({sense.entity for sense in own}) == 1:
        entity = own[0].entity
        if unless is None or entity not in unless.senses.rules:
            alias = Alias(text)
            taught[text][entity] = Sense(entity, alias, "acronym in parentheses", own[0].kind, names=own[0].names)


def _is_of_another(long: str, short: str, known: Found) -> bool:
    """Whether an acronym that the register has for one long name is introduced for quite another one."""
    words = set(key(long).split())
    full = [name for sense in known.senses.each for name in sense.names if expands(name, short)]
    return bool(full) and all(2 * len(words & set(key(name).split())) <= len(words) for name in full)


def _add_initials(
    taught: _Learnt, paragraphs: Sequence[Paragraph], found: Sequence[Found], strangers: Iterable[str]
) -> None:
    """Learn the initials of organisations and places that stand in the article in full, where they are theirs alone."""
    full: defaultdict[str, dict[str, Sense]] = defaultdict(dict)
    spelt: defaultdict[str, list[set[str]]] = defaultdict(list)
    for name, senses in {each.text: each.senses for each in found if _GROUPS.issuperset(each.senses.kinds)}.items():
        for acronym in initials(name) if " " in name else ():
            if len(acronym) >= _LEAST and acronym not in EVERYDAY_CAPITALS:
                full[acronym] |= {sense.entity: sense for sense in senses.each}
                spelt[acronym].append(set(key(name).split()))
    text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.kind != "code") if full else ""
    used = [acronym for acronym in full if acronym in text]
    if not used:
        return
    known = {each.text for each in found} | taught.keys() | set(strangers)
    runs = list(_runs(text))
    for acronym in used:
        if len(full[acronym]) == 1 and acronym not in known and not _is_of_others(acronym, runs, spelt[acronym]):
            (sense,) = full[acronym].values()
            alias = Alias(acronym)
            taught[acronym] = {sense.entity: Sense(sense.entity, alias, "initials", sense.kind, names=sense.names)}


def _runs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Words with a capital that stand together, and their first letters."""
    for run in _RUN.findall(text):
        words = [word for word in run.split() if word[0].isupper()]
        yield "".join(word[0] for word in words), words


def _is_of_others(acronym: str, runs: Iterable[tuple[str, list[str]]], spelt: Sequence[set[str]]) -> bool:
    """Whether the article has another name with these initials."""
    for letters, words in runs:
        place = letters.find(acronym)
        while place >= 0:
            inside = set(key(" ".join(words[place : place + len(acronym)])).split())
            if not any(inside <= each for each in spelt):
                return True
            place = letters.find(acronym, place + 1)
    return False


def _places(taught: _Learnt, paragraphs: Sequence[Paragraph], found: Sequence[Found]) -> Iterator[Found]:
    """Every place where a learnt text stands as whole words; what the register says of it counts, too."""
    listed = {each.text: each.senses for each in found if each.text in taught}
    senses = {
        text: Senses.of((*(listed[text].each if text in listed else ()), *entities.values()))
        for text, entities in taught.items()
    }
    texts = "|".join(re.escape(text) for text in sorted(taught, key=lambda text: (-len(text), text)))
    pattern = re.compile(rf"(?<![\w@#/.])(?:{texts})(?![\w@]|\.\w)")
    for order, paragraph in enumerate(paragraphs):
        if paragraph.kind == "code":
            continue
        for match in pattern.finditer(paragraph.text):
            if not _is_shouted(paragraph.text, match):
                yield Found(paragraph, order, *match.span(), senses[match.group()])


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words around an acronym, in its sentence, are in capitals, too: there it may be any word."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    behind = _WORD_BEHIND.match(text, match.end())
    around = [found["word"] for found in (before, behind) if found is not None]
    return bool(around) and all(len(word) > 1 and word.isupper() for word in around)
