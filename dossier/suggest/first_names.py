"""First names that several persons have: by itself, such a one tells nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from dossier.model import Entity, Suggestion
from dossier.same_name import key


class FirstNames:
    """The first names of the persons that are listed or suggested, each with the last names that stand behind it."""

    def __init__(
        self, entities: Iterable[Entity], suggested: Iterable[Suggestion], is_first_name: Callable[[str], bool]
    ) -> None:
        self._is_first_name = is_first_name
        self._persons = {entity.id for entity in entities if entity.kind == "person"}
        self._last: defaultdict[str, set[str]] = defaultdict(set)
        names = [alias.text for entity in entities if entity.id in self._persons for alias in entity.aliases]
        for name in (*names, *(each.name for each in suggested if each.kind == "person")):
            words = key(name).split()
            if len(words) > 1:
                self._last[words[0]].add(words[-1])

    def is_of_several(self, text: str, candidates: Sequence[str]) -> bool:
        """Whether a text is the first name of several persons, and only persons are thought of."""
        word = key(text)
        return len(self._last.get(word, ())) > 1 and self._is_first_name(word) and self._persons.issuperset(candidates)
