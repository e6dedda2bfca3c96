"""The gazetteer: every alias of the register in an automaton. A text goes in, candidate spans come out.

Aho and Corasick 1975, over text that is folded to one form while the way back to the original offsets is kept. All
overlapping matches are read; boundaries and exceptions are checked before the longest is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.matcher.boundaries import is_whole
from dossier.matcher.folding import Folded, Small, fold, small
from dossier.matcher.surfaces import surfaces
from dossier.model import Candidate, Register, Sense, Senses

Span = tuple[int, int]

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|(?<!\w)[@#]\w+", re.IGNORECASE
)
_SIGNS_OF_AN_ADDRESS = ("@", "#", "://", "www.", "WWW.", "Www.")


class Gazetteer:
    """All aliases of the confirmed entities, compiled once; `find` does not slow down as they grow in number."""

    def __init__(self, register: Register) -> None:
        """Compile the register."""
        exact: defaultdict[str, list[Sense]] = defaultdict(list)
        any_case: defaultdict[str, list[Sense]] = defaultdict(list)
        for entity in register.entities:
            if entity.status == "confirmed":
                for surface, sense in surfaces(entity):
                    folded = fold(surface)
                    if sense.alias.case == "exact":
                        exact[folded.exact].append(sense)
                    else:
                        any_case[small(folded).text].append(sense)
        for phrase in register.suppress:
            exact.setdefault(fold(phrase).exact, [])
        self._exact = _Index(exact)
        self._any_case = _Index(any_case)

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Find every place where an alias stands as whole words, longest first, then in order of place.

        They may overlap: which of them are mentions, the resolver decides. A candidate without senses is a name
        that the register suppresses.
        """
        folded = fold(text)
        exact = folded.exact
        found = {
            (start, end): self._exact.senses(index)
            for index, start, end in self._exact.matches(exact)
            if is_whole(exact, start, end)
        }
        if self._any_case:
            self._add_any_case(folded, found)
        if not found:
            return ()
        if any(sign in exact for sign in _SIGNS_OF_AN_ADDRESS):
            found = dict(_outside_addresses(exact, found))
        if any(senses.has_exceptions for senses in found.values()):
            found = dict(_without_exceptions(folded, found))
        ordered = sorted((start - end, start, end) for start, end in found)
        return tuple(Candidate(*folded.original(start, end), found[start, end]) for _, start, end in ordered)

    def _add_any_case(self, folded: Folded, found: dict[Span, Senses]) -> None:
        lower = small(folded)
        for index, start, end in self._any_case.matches(lower.text):
            span = lower.written(start, end)
            if is_whole(folded.exact, *span) and _covers(lower, start, end):
                senses = self._any_case.senses(index)
                exact = found.get(span)
                found[span] = senses if exact is None else Senses.of((*exact.each, *senses.each))


class _Index:
    """Texts in an automaton, and what each may stand for."""

    def __init__(self, senses: dict[str, list[Sense]]) -> None:
        self._texts = sorted(text for text in senses if text.strip())
        self._listed = senses
        self._summed: dict[int, Senses] = {}
        automaton = AhoCorasick(self._texts, matchkind=MatchKind.Standard, store_patterns=False)
        self._find: Callable[..., list[tuple[int, int, int]]] = automaton.find_matches_as_indexes

    def __bool__(self) -> bool:
        return bool(self._texts)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """The index of a text, and where it stands, inside of words too."""
        return self._find(text, overlapping=True)

    def senses(self, index: int) -> Senses:
        """What the text of an index may stand for; summed up when it is first found."""
        found = self._summed.get(index)
        if found is None:
            found = self._summed[index] = Senses.of(self._listed[self._texts[index]])
        return found


def _covers(lower: Small, start: int, end: int) -> bool:
    """Whether a span in small letters is whole letters: not the half of a `ß` that became two."""
    return lower.places is None or (
        (start == 0 or lower.places[0][start - 1] != lower.places[0][start])
        and (end == len(lower.text) or lower.places[1][end - 1] != lower.places[1][end])
    )


def _without_exceptions(folded: Folded, found: dict[Span, Senses]) -> Iterator[tuple[Span, Senses]]:
    """The senses of each span inside none of whose exceptions it stands."""
    for span, senses in found.items():
        if not senses.has_exceptions:
            yield span, senses
            continue
        standing = [
            sense
            for sense in senses.each
            if not any(_is_inside(span, phrase, folded) for phrase in sense.alias.exceptions)
        ]
        if standing:
            yield span, Senses.of(standing)


def _is_inside(span: Span, phrase: str, folded: Folded) -> bool:
    """Whether a longer phrase stands around the span as whole words, in any capitals."""
    wanted = small(fold(phrase)).text
    first = max(0, span[1] - len(phrase) - 1)
    around = small(Folded(folded.exact[first : span[0] + len(phrase) + 1]))
    place = around.text.find(wanted)
    while place >= 0:
        start, end = (first + each for each in around.written(place, place + len(wanted)))
        if start <= span[0] and span[1] <= end and is_whole(folded.exact, start, end):
            return True
        place = around.text.find(wanted, place + 1)
    return False


def _outside_addresses(text: str, found: dict[Span, Senses]) -> Iterator[tuple[Span, Senses]]:
    """The spans that stand in no web address, mail address or tag."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for span, senses in found.items():
        place = bisect_left(addresses, (span[1], 0))
        if not place or addresses[place - 1][1] <= span[0]:
            yield span, senses
