"""The gazetteer: every alias of the register in one automaton. A text goes in, candidate spans come out.

Aho and Corasick 1975, over text that is folded to one form while the way back to the original offsets is kept. All
overlapping matches are read; boundaries, case and exceptions are checked before the longest is chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.model import Alias, Candidate, Entity, Register, Sense
from dossier.names import short_names
from dossier.scripts import is_unspaced

_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "‐": "-", "‑": "-", "\xa0": " ", "\u202f": " ",
                              "\t": " ", "\n": " ", "\u3000": " "})  # fmt: skip
_UNEVEN = re.compile(r"\s{2,}|[\u00ad\u200b-\u200f\u2060\ufeff]|[\u0300-\u036f]")
_PIECE = re.compile(r"(?P<space>\s+)|(?P<nothing>[\u00ad\u200b-\u200f\u2060\ufeff])|.[\u0300-\u036f]*", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)[@#]\w+", re.IGNORECASE)
_ELISION = re.compile(r"(?:^|[^\w'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one form for matching: `exact` as written, `lower` without capitals, of the same length."""

    exact: str
    lower: str
    offsets: list[int] | None
    """For each character and the end, its offset in the original; `None` where they are the same."""

    def original(self, position: int) -> int:
        """The offset in the original text."""
        return position if self.offsets is None else self.offsets[position]


def fold(text: str) -> Folded:
    """Fold white space, apostrophes, hyphens, invisible characters and combining accents to one form."""
    if _UNEVEN.search(text) is None:
        exact = text.translate(_SAME_LENGTH)
        return Folded(exact, _lower(exact), None)
    pieces: list[str] = []
    offsets: list[int] = []
    for match in _PIECE.finditer(text):
        if match["nothing"] is not None:
            continue
        piece = " " if match["space"] is not None else unicodedata.normalize("NFC", match.group())
        pieces.append(piece)
        offsets += [match.start()] * len(piece)
    offsets.append(len(text))
    exact = "".join(pieces).translate(_SAME_LENGTH)
    return Folded(exact, _lower(exact), offsets)


class Gazetteer:
    """All aliases of the confirmed entities, compiled once; `find` does not slow down as they grow in number."""

    def __init__(self, register: Register) -> None:
        """Compile the register."""
        senses: defaultdict[str, list[tuple[str, Sense]]] = defaultdict(list)
        for entity in register.entities:
            if entity.status == "confirmed":
                for surface, sense in _surfaces(entity):
                    folded = fold(surface)
                    if folded.lower.strip():
                        senses[folded.lower].append((folded.exact, sense))
        self._senses = senses
        phrases = [fold(phrase) for phrase in register.suppress]
        self._suppressed = {phrase.lower: phrase.exact for phrase in phrases if phrase.lower.strip()}
        exceptions = (phrase for found in senses.values() for _, sense in found for phrase in sense.alias.exceptions)
        self._patterns = sorted({*senses, *self._suppressed, *(fold(phrase).lower for phrase in exceptions)})
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard, store_patterns=False)

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Find every place where an alias stands as whole words, longest first, then in order of place.

        They may overlap: which of them are mentions, the resolver decides. A candidate without senses is a name
        that the register suppresses.
        """
        folded = fold(text)
        spans = [
            (start, end, self._patterns[pattern])
            for pattern, start, end in self._automaton.find_matches_as_indexes(folded.lower, overlapping=True)
            if _is_whole(folded.exact, start, end)
        ]
        if not spans:
            return ()
        addresses = [match.span() for match in _ADDRESS.finditer(folded.exact)]
        found: list[Candidate] = []
        for start, end, pattern in spans:
            if any(left < end and start < right for left, right in addresses):
                continue
            exact = folded.exact[start:end]
            senses = tuple(self._standing(exact, pattern, (start, end), spans))
            if senses or self._suppressed.get(pattern) == exact:
                found.append(Candidate(folded.original(start), _end(folded, end), senses))
        return tuple(sorted(found, key=lambda candidate: (candidate.start - candidate.end, candidate.start)))

    def _standing(
        self, exact: str, pattern: str, span: tuple[int, int], spans: list[tuple[int, int, str]]
    ) -> Iterable[Sense]:
        """The senses of a pattern whose case is right here, and whose exceptions do not stand around it."""
        for written, sense in self._senses.get(pattern, ()):
            if sense.alias.case == "exact" and written != exact:
                continue
            exceptions = {fold(phrase).lower for phrase in sense.alias.exceptions}
            if any(start <= span[0] and span[1] <= end and other in exceptions for start, end, other in spans):
                continue
            yield sense


def _surfaces(entity: Entity) -> Iterable[tuple[str, Sense]]:
    """Every text by which an entity is found, once."""
    listed = {alias.text for alias in entity.aliases}
    for alias in entity.aliases:
        rule: Literal["name", "alias"] = "name" if alias.text == entity.name else "alias"
        sense = Sense(entity.id, alias, rule, is_place=entity.kind == "place")
        yield alias.text, sense
        if entity.kind == "topic":
            for form in plural_and_singular(alias.text) - listed:
                yield form, sense
    if entity.kind == "person":
        for part in short_names(entity.name):
            if part not in listed:
                leads = entity.name.startswith(part)
                yield part, Sense(entity.id, Alias(part, "exact", "article"), "short name", leads)


def plural_and_singular(text: str) -> set[str]:
    """The regular English plural and singular of a topic's last word."""
    forms = set()
    if re.search(r"[^aeiou]y$", text):
        forms.add(text[:-1] + "ies")
    elif re.search(r"(?:s|x|z|ch|sh)$", text):
        forms.add(text + "es")
    elif text[-1:].isalpha():
        forms.add(text + "s")
    if re.search(r"\w{2}ies$", text):
        forms.add(text[:-3] + "y")
    elif re.search(r"(?:ss|x|z|ch|sh)es$", text):
        forms.add(text[:-2])
    elif re.search(r"[^siu]s$", text):
        forms.add(text[:-1])
        forms.discard(text + "es")
    return forms


def _lower(text: str) -> str:
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span begins and ends at the boundary of a word.

    By Unicode's rules (UAX #29), but for a hyphen, which divides words here, and a possessive, which is none of
    the name's. Letters of scripts without spaces stand free.
    """
    return _opens(text, start) and _closes(text, end)


def _opens(text: str, start: int) -> bool:
    before, first = text[start - 1 : start], text[start]
    if not before or is_unspaced(first) or is_unspaced(before):
        return True
    if before == "'" and start >= 2 and text[start - 2].isalnum():
        return _ELISION.search(text[max(0, start - 9) : start]) is not None
    return not _in_word(before)


def _closes(text: str, end: int) -> bool:
    last, after = text[end - 1], text[end : end + 1]
    if not after or is_unspaced(last) or is_unspaced(after):
        return True
    if after == "'" and text[end + 1 : end + 2].isalnum():
        return text[end + 1] in "sS" and not _in_word(text[end + 2 : end + 3])
    return not _in_word(after) and unicodedata.category(after) != "Sc"


def _in_word(character: str) -> bool:
    return bool(character) and (
        character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
    )


def _end(folded: Folded, end: int) -> int:
    """The original offset behind the span, without the white space or invisible characters that follow it."""
    if folded.offsets is None:
        return end
    return folded.offsets[end]
