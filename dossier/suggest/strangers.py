"""Other persons of a last name: where an article has one's full name, the last name may be that person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.model import Article, Entity, Suggestion
from dossier.same_name import key
from dossier.suggest.persons import same_person

_FULL_NAME = re.compile(
    r"(?<![\w’'-])(?=(?P<first>[A-Z][\w’'-]{1,30})(?P<middle>(?:\s?(?<=[\s.])[A-Z]\.){0,4})\s"
    r"(?P<last>[A-Z][\w’'-]{1,30}))"
)
_LEAST = 2
"""So many articles must have a name that is told."""
_MOST = 3
"""So many are told."""


class Strangers:
    """The persons that the register does not list, by their last names."""

    def __init__(
        self, entities: Iterable[Entity], suggested: Iterable[Suggestion], is_first_name: Callable[[str], bool]
    ) -> None:
        self._is_first_name = is_first_name
        self._words = {entity.id: tuple(_full_names(entity)) for entity in entities if entity.kind == "person"}
        self._found: defaultdict[str, list[Suggestion]] = defaultdict(list)
        self._there: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for each in suggested:
            words = key(each.name).split()
            if each.kind == "person" and len(words) > 1:
                self._found[words[-1]].append(each)
                for article in each.articles:
                    self._there[article, words[-1]].append(each.name)
        self._read: dict[str, dict[str, set[str]]] = {}

    def of(self, text: str, candidates: Sequence[str]) -> tuple[str, ...]:
        """Those called so who are none of the candidates, the most frequent first."""
        found = (each.name for each in self._found.get(key(text), ()) if len(each.articles) >= _LEAST)
        return tuple(name for name in found if not self._is_one_of(name, candidates))[:_MOST]

    def are_in(self, article: Article, text: str, candidates: Sequence[str]) -> bool:
        """Whether an article has the full name of one: as it was found, or any that a first name begins."""
        word = key(text)
        if any(not self._is_one_of(name, candidates) for name in self._there.get((article.id, word), ())):
            return True
        if article.id not in self._read:
            self._read[article.id] = self._names_in(article)
        return any(not self._is_one_of(name, candidates) for name in self._read[article.id].get(word, ()))

    def _is_one_of(self, name: str, candidates: Iterable[str]) -> bool:
        words = key(name).split()
        return any(
            words == others or same_person(words, others) for each in candidates for others in self._words.get(each, ())
        )

    def _names_in(self, article: Article) -> dict[str, set[str]]:
        """The full names in a text that begin with a first name, by that and by the last name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for paragraph in article.paragraphs:
            for match in _FULL_NAME.finditer(paragraph.text):
                if self._is_first_name(match["first"]):
                    first, last = key(match["first"]), key(match["last"])
                    for word in (first, last):
                        found[word].add(f"{first}{match['middle']} {last}")
        return dict(found)


def _full_names(entity: Entity) -> Iterator[list[str]]:
    for alias in entity.aliases:
        words = key(alias.text).split()
        if len(words) > 1:
            yield words
