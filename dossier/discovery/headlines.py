"""Lines in which every word has a capital, so that a capital says nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier.discovery.spans import Name
from dossier.discovery.tokens import Line
from dossier.discovery.weights import Weights
from dossier.model import Kind

_FEW = 3
_LONG = 5
"""Shorter words are small in most headlines."""
_SHOUTED_SHARE = 0.85
_SENTENCE_ENDS = frozenset(".;,")
_ORDINARY = 2
"""So many words with a capital that have none elsewhere."""
_ORDINARY_SHARE = 0.3
_LONGEST = 8
"""The words of a name that is looked for in a headline."""


def is_headline(line: Line, weights: Weights) -> bool:
    """Whether a line is in title case or all in capitals."""
    words = [word for word in line.words if word[0].isalpha()]
    if len(words) < _FEW:
        return False
    if sum(word.isupper() and len(word) > 1 for word in words) >= _SHOUTED_SHARE * len(words):
        return True
    long = [word for word in words[1:] if len(word) >= _LONG]
    if line.words[-1] in _SENTENCE_ENDS or not all(word[0].isupper() for word in long):
        return False
    ordinary = sum(weights.known(word).part.startswith("sm") for word in long)
    return ordinary >= max(_ORDINARY, _ORDINARY_SHARE * len(long))


def known_names(lines: Sequence[Line], found: Sequence[Sequence[Name]]) -> Callable[[Line], list[Name]]:
    """A function that finds in a headline the names that were found in other lines."""
    kinds: dict[tuple[str, ...], Kind] = {}
    for line, names in zip(lines, found, strict=True):
        for start, end, kind in names:
            if end - start <= _LONGEST:
                kinds.setdefault(tuple(word.lower() for word in line.words[start:end]), kind)

    def find(line: Line) -> list[Name]:
        small = [word.lower() for word in line.words]
        here: list[Name] = []
        place = 0
        while place < len(small):
            ends = range(min(len(small), place + _LONGEST), place, -1) if line.capitals[place] else ()
            end = next((end for end in ends if tuple(small[place:end]) in kinds), None)
            if end is not None:
                here.append(Name(place, end, kinds[tuple(small[place:end])]))
            place = place + 1 if end is None else end
        return here

    return find
