"""The gazetteer: every alias of the register in one automaton. A text goes in, candidate spans come out.

Aho and Corasick 1975, over text that is folded to one form while the way back to the original offsets is kept. All
overlapping matches are read; boundaries, case and exceptions are checked before the longest is chosen.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
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
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|(?<!\w)[@#]\w+", re.IGNORECASE
)
_ELISION = re.compile(r"(?:^|[^\w'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one form for matching: `exact` as written, `lower` without capitals, of the same length."""

    exact: str
    lower: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    """For each character, where it begins and ends in the original; `None` where nothing was moved."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold white space, apostrophes, hyphens, invisible characters and combining accents to one form."""
    if _UNEVEN.search(text) is None:
        exact = text.translate(_SAME_LENGTH)
        return Folded(exact, _lower(exact))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(text):
        if match["nothing"] is not None:
            continue
        piece = " " if match["space"] is not None else unicodedata.normalize("NFC", match.group())
        pieces.append(piece)
        starts += [match.start()] * len(piece)
        ends += [match.end()] * len(piece)
    exact = "".join(pieces).translate(_SAME_LENGTH)
    return Folded(exact, _lower(exact), starts, ends)


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
        self._exceptions = {
            phrase: fold(phrase).lower
            for found in senses.values()
            for _, sense in found
            for phrase in sense.alias.exceptions
        }
        self._patterns = sorted({*senses, *self._suppressed, *self._exceptions.values()})
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
        longer = self._longer(spans)
        found: list[Candidate] = []
        for start, end, pattern in spans:
            place = bisect_left(addresses, (end, 0))
            if place and addresses[place - 1][1] > start:
                continue
            exact = folded.exact[start:end]
            senses = tuple(self._standing(exact, pattern, (start, end), longer))
            if senses or self._suppressed.get(pattern) == exact:
                found.append(Candidate(*folded.original(start, end), senses))
        return tuple(sorted(found, key=lambda candidate: (candidate.start - candidate.end, candidate.start)))

    def _longer(self, spans: Iterable[tuple[int, int, str]]) -> dict[str, list[int]]:
        """Where each phrase that is an exception begins, in order."""
        wanted = set(self._exceptions.values())
        longer: dict[str, list[int]] = {}
        for start, _, pattern in spans:
            if pattern in wanted:
                longer.setdefault(pattern, []).append(start)
        return {pattern: sorted(starts) for pattern, starts in longer.items()}

    def _standing(
        self, exact: str, pattern: str, span: tuple[int, int], longer: dict[str, list[int]]
    ) -> Iterable[Sense]:
        """The senses of a pattern whose case is right here, and whose exceptions do not stand around it."""
        for written, sense in self._senses.get(pattern, ()):
            if sense.alias.case == "exact" and written != exact:
                continue
            if longer and any(_is_inside(span, self._exceptions[each], longer) for each in sense.alias.exceptions):
                continue
            yield sense


def _is_inside(span: tuple[int, int], phrase: str, longer: dict[str, list[int]]) -> bool:
    """Whether the phrase stands somewhere around the span."""
    starts = longer.get(phrase, [])
    place = bisect_left(starts, span[1] - len(phrase))
    return place < len(starts) and starts[place] <= span[0]


def _surfaces(entity: Entity) -> Iterable[tuple[str, Sense]]:
    """Every text by which an entity is found, once."""
    listed = {alias.text for alias in entity.aliases}
    for alias in entity.aliases:
        rule: Literal["name", "alias"] = "name" if alias.text == entity.name else "alias"
        sense = Sense(entity.id, alias, rule, entity.kind)
        yield alias.text, sense
        if entity.kind == "topic":
            for form in plural_and_singular(alias.text) - listed:
                yield form, sense
    if entity.kind == "person":
        for part in short_names(entity.name):
            if part not in listed:
                where = _part_of(part, entity.name)
                yield part, Sense(entity.id, Alias(part, "exact", "article"), "short name", "person", where)


def _part_of(part: str, name: str) -> Literal["first", "middle", "last"]:
    if name.startswith(part):
        return "first"
    return "last" if name.endswith(part) else "middle"


_ONE_FORM = frozenset(
    "news gas series species politics economics ethics athletics christmas chaos bus pus lens iris".split()
)
"""Words whose last letter only looks like that of a plural."""


def plural_and_singular(text: str) -> set[str]:
    """The regular English plural and singular of a topic's last word."""
    forms: set[str] = set()
    if text.rpartition(" ")[2].lower() in _ONE_FORM:
        return forms
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
    """Small letters, one for each character: of `İ`, which becomes two, the first."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] or char for char in text)


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
