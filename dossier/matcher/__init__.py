"""The gazetteer: every alias of the register in an automaton. A text goes in, candidate spans come out.

Aho and Corasick 1975, over text that is folded to one form while the way back to the original offsets is kept. All
overlapping matches are read; boundaries and exceptions are checked before the longest is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.matcher.boundaries import FREE, is_whole
from dossier.matcher.folding import Folded, Small, fold, small
from dossier.matcher.surfaces import surfaces
from dossier.model import PARAGRAPH_END, Candidate, Register, Sense, Senses

Span = tuple[int, int]

_candidate: Callable[[tuple[int, int, Senses]], Candidate] = partial(tuple.__new__, Candidate)
"""Makes a candidate in half of the time that its own call takes."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\0]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|(?<!\w)[@#]\w+", re.IGNORECASE
)
_SIGNS = ("@", "#", "://", "ww.", "WW.")
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))
"""Each address has one; looking for it takes a small part of the time that looking for an address does."""


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
            text = fold(phrase).exact
            exact[text] = [sense for sense in exact.get(text, ()) if sense.rule != "short name"]
        exceptions = (text for entity in register.entities for alias in entity.aliases for text in alias.exceptions)
        self._reach = 2 * max(map(len, exceptions), default=0)
        self._exact = _Index(exact)
        self._any_case = _Index(any_case)

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Find every place where an alias stands as whole words, in order.

        They may overlap: which of them are mentions, the resolver decides. A candidate without senses is a name
        that the register suppresses.

        Args:
            text: a paragraph, or several with `PARAGRAPH_END` between them.
        """
        folded = fold(text)
        found = self._found(folded.exact)
        if self._any_case:
            found = self._with_any_case(folded, found)
        if not found:
            return ()
        if any(map(folded.exact.__contains__, _SIGNS)):
            found = list(_outside_addresses(folded.exact, found))
        if self._reach:
            found = list(_without_exceptions(folded, found, self._reach))
        found.sort()
        if folded.places is None:
            return tuple(found)
        return tuple(Candidate(*folded.original(start, end), senses) for start, end, senses in found)

    def changed_from(self, other: Gazetteer) -> Callable[[str], bool]:
        """Tells of a text whether it may have other candidates now than those of another gazetteer.

        It has none if it holds no name, not even inside of words, that means one thing here and another there.
        """
        exact = self._exact.changed_from(other._exact)
        any_case = self._any_case.changed_from(other._any_case)

        def may_have(text: str) -> bool:
            folded = fold(text)
            return bool(exact.matches(folded.exact) or (any_case and any_case.matches(small(folded).text)))

        return may_have

    def _found(self, exact: str) -> list[Candidate]:
        senses = self._exact.senses
        closed = exact + PARAGRAPH_END  # before the first letter, too: there `[-1]` reads it
        return [
            _candidate((start, end, senses[index]))
            for index, start, end in self._exact.matches(exact)
            if (closed[start - 1] in FREE and closed[end] in FREE) or is_whole(exact, start, end)
        ]

    def _with_any_case(self, folded: Folded, found: list[Candidate]) -> list[Candidate]:
        lower = small(folded)
        added: dict[Span, Senses] = {}
        for index, start, end in self._any_case.matches(lower.text):
            span = lower.written(start, end)
            if is_whole(folded.exact, *span) and _covers(lower, start, end):
                added[span] = self._any_case.senses[index]
        if not added:
            return found
        for start, end, senses in found:
            also = added.get((start, end))
            added[start, end] = senses if also is None else Senses.of((*senses.each, *also.each))
        return [Candidate(*span, senses) for span, senses in added.items()]


class _Index:
    """Texts in an automaton, and what each may stand for."""

    def __init__(self, senses: dict[str, list[Sense]]) -> None:
        texts = sorted(text for text in senses if text.strip() and PARAGRAPH_END not in text)
        self.senses = _Summed([senses[text] for text in texts])
        """What the text of an index may stand for."""
        self._texts = texts
        automaton = AhoCorasick(texts, matchkind=MatchKind.Standard, store_patterns=False)
        self._find: Callable[..., list[tuple[int, int, int]]] = automaton.find_matches_as_indexes

    def __bool__(self) -> bool:
        return bool(self.senses.listed)

    def changed_from(self, other: _Index) -> _Index:
        """The texts that stand for something else there, or for nothing in one of the two."""
        here, there = self._told(), other._told()
        return _Index({text: [] for text in here.keys() | there.keys() if here.get(text) != there.get(text)})

    def _told(self) -> dict[str, list[tuple[object, ...]]]:
        """All that is known of each text, with what `==` does not look at and the resolver does."""
        return {
            text: [(each, each.names, each.alias.is_plain) for each in senses]
            for text, senses in zip(self._texts, self.senses.listed, strict=True)
        }

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """The index of a text, and where it stands, inside of words too."""
        return self._find(text, overlapping=True)


class _Summed(dict[int, Senses]):
    """The senses of each index, summed up when it is first found: most of a large register never is."""

    def __init__(self, listed: Sequence[Sequence[Sense]]) -> None:
        super().__init__()
        self.listed = listed

    def __missing__(self, index: int) -> Senses:
        found = self[index] = Senses.of(self.listed[index])
        return found


def _covers(lower: Small, start: int, end: int) -> bool:
    """Whether a span in small letters is whole letters: not the half of a `ß` that became two."""
    return lower.places is None or (
        (start == 0 or lower.places[0][start - 1] != lower.places[0][start])
        and (end == len(lower.text) or lower.places[1][end - 1] != lower.places[1][end])
    )


def _without_exceptions(folded: Folded, found: Iterable[Candidate], reach: int) -> Iterator[Candidate]:
    """Each candidate with the senses inside none of whose exceptions it stands; those reach no further than that."""
    for each in found:
        if not each.senses.has_exceptions:
            yield each
            continue
        text = folded.exact[max(0, each.start - reach) : each.end + reach]
        near = text.lower() if text.isascii() else ""
        standing = [
            sense
            for sense in each.senses.each
            if not any(
                (not near or _wanted(phrase) in near) and _is_inside((each.start, each.end), phrase, folded)
                for phrase in sense.alias.exceptions
            )
        ]
        if standing:
            yield Candidate(each.start, each.end, Senses.of(standing))


def _is_inside(span: Span, phrase: str, folded: Folded) -> bool:
    """Whether a longer phrase stands around the span as whole words, in any capitals."""
    wanted = _wanted(phrase)
    first = max(0, span[1] - len(phrase) - 1)
    around = small(Folded(folded.exact[first : span[0] + len(phrase) + 1]))
    place = around.text.find(wanted)
    while place >= 0:
        start, end = (first + each for each in around.written(place, place + len(wanted)))
        if start <= span[0] and span[1] <= end and is_whole(folded.exact, start, end):
            return True
        place = around.text.find(wanted, place + 1)
    return False


@lru_cache(maxsize=10_000)
def _wanted(phrase: str) -> str:
    """An exception in the form in which it is looked for."""
    return small(fold(phrase)).text


def _outside_addresses(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates that stand in no web address, mail address or tag."""
    addresses = list(_addresses(text))
    for each in found:
        place = bisect_left(addresses, (each.end, 0))
        if not place or addresses[place - 1][1] <= each.start:
            yield each


def _addresses(text: str) -> Iterator[Span]:
    """Every web address, mail address and tag of a folded text: only the words with a sign of one are read."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end:
            start = max(end, text.rfind(" ", end, sign.start()) + 1)
            end = text.find(" ", sign.start())
            end = len(text) if end < 0 else end
            yield from (match.span() for match in _ADDRESS.finditer(text, start, end))
