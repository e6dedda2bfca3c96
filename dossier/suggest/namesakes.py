"""The word that is the last name of a person and the name of an organisation: it may be both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from dossier.model import Entity, Kind, Suggestion
from dossier.names import is_everyday, is_title
from dossier.same_name import capitals, key

_LEAST = 2
"""In so many articles a person must have been found."""
_SHORT = 3
_MOST = 3
"""So many are told."""


class Namesakes:
    """The persons and organisations that are listed or suggested, to be asked who shares a word with a name."""

    def __init__(
        self, entities: Sequence[Entity], suggested: Sequence[Suggestion], is_first_name: Callable[[str], bool]
    ) -> None:
        self._persons: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._organisations: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for name, kind, is_listed in _names(entities, suggested):
            words = key(name).split()
            if kind == "person" and not is_listed and not (is_first_name(words[0]) and _may_be_last(words[-1])):
                continue  # what is taken for a person may be anything
            if kind == "organisation" and _is_acronym(name):
                continue
            if kind == "person" and len(words) > 1:
                self._persons[words[-1]][name] = None
            elif kind == "organisation" and len(words) == 1:
                self._organisations[words[0]][name] = None

    def of(self, name: str, kind: Kind | None) -> tuple[str, ...]:
        """Of a single word the persons with that last name; of a person's name, what else its last word names."""
        words = key(name).split()
        if _is_acronym(name):
            return ()
        if kind == "person" and len(words) > 1:
            return tuple(self._organisations.get(words[-1], ()))[:_MOST]
        if len(words) == 1 and (kind == "organisation" or words[0] in self._organisations):
            return tuple(self._persons.get(words[0], ()))[:_MOST]
        return ()


def _names(entities: Sequence[Entity], suggested: Sequence[Suggestion]) -> Iterator[tuple[str, Kind, bool]]:
    """Each name with its kind, and whether the register lists it."""
    for entity in entities:
        yield from ((alias.text, entity.kind, True) for alias in entity.aliases)
    yield from (
        (each.name, each.kind, False) for each in suggested if len(each.articles) >= _LEAST or each.kind != "person"
    )


def _is_acronym(name: str) -> bool:
    """Whether a name is nobody's last name, as `U.N.` and `UN` are not."""
    return bool(capitals(name)) and (not name.isalpha() or len(name) <= _SHORT)


def _may_be_last(word: str) -> bool:
    """Whether a word may be a person's last name: no everyday word, party or office."""
    return not (is_everyday(word) or is_title(word))
