"""First names that several persons have: by itself, such a one tells nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from dossier.model import Entity, Suggestion
from dossier.same_name import key

_LEAST = 2
"""A suggested name counts if it stands in so many articles: one that was found once may be none."""


class FirstNames:
    """The first names of the persons that are listed or suggested, each with the last names that stand behind it."""

    def __init__(
        self, entities: Iterable[Entity], suggested: Iterable[Suggestion], is_first_name: Callable[[str], bool]
    ) -> None:
        self._is_first_name = is_first_name
        persons = [entity for entity in entities if entity.kind == "person"]
        self._firsts = {entity.id: key(entity.name).partition(" ")[0] for entity in persons}
        self._last: defaultdict[str, set[str]] = defaultdict(set)
        names = [alias.text for entity in persons for alias in entity.aliases]
        names += [each.name for each in suggested if each.kind == "person" and len(each.articles) >= _LEAST]
        for words in (key(name).split() for name in names):
            if len(words) > 1:
                self._last[words[0]].add(words[-1])

    def is_of_several(self, text: str, candidates: Sequence[str]) -> bool:
        """Whether a text is the first name of several persons, and of all that are thought of."""
        return len(self._last.get(key(text), ())) > 1 and self.is_theirs(text, candidates)

    def is_theirs(self, text: str, candidates: Sequence[str]) -> bool:
        """Whether a text is the first name of all that are thought of, and one that many have."""
        word = key(text)
        return all(self._firsts.get(each) == word for each in candidates) and self._is_first_name(word)
