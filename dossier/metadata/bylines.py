"""The authors and the agency of an article, from all that states them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.metadata.authors import agency, letters, people
from dossier.metadata.dateline import dateline_agency
from dossier.metadata.fields import Stated, fact_of
from dossier.metadata.outlet import one_line
from dossier.model import CleanText, Fact, Field
from dossier.names import AFTER_A_PLACE

_ARTICLES = frozenset("the der die das le la les el los las il lo i gli de het den o os a as".split())
_SHORTEST = 5
"""So many letters of a name at the beginning of a host are no chance."""


class Site:
    """Who published an article, by all its names: to tell its authors from it."""

    def __init__(self, stated: Stated, outlet: str, host: str) -> None:
        """`outlet` is the name it is shown by, `host` that of the article's address."""
        named = (value for field in stated.by_format("outlet") for value in field.values)
        self._names = tuple(filter(None, {outlet, *(" ".join(name.split()) for name in named)}))
        self._letters = {form for name in self._names for form in _forms(name)}
        self._labels = [letters(label) for label in (host, *host.split("."))]
        said = (value for field in stated.by_format("person") for value in field.values)
        self._persons = {letters(name) for name in said if _may_be_personal(name)}

    def bears(self, name: str) -> bool:
        """Whether a name is that of the site, and not that of the person whose site it is."""
        key = letters(name)
        if any(map(name.startswith, self._parents())):
            return True
        return key not in self._persons and (key in self._letters or self._is_host(key))

    def _parents(self) -> Iterator[str]:
        """How the name of a part of the outlet begins: `CBC Harbour` at `CBC`, `Coast News Today` at `Coast News`."""
        return (f"{name} " for name in self._names if name.isupper() or " " in name)

    def _is_host(self, key: str) -> bool:
        return any(
            label == key or (len(key) >= _SHORTEST and label.removeprefix("the").startswith(key))
            for label in self._labels
            if label
        )


def _forms(name: str) -> Iterator[str]:
    """The letters of an outlet's name, also without what stands in brackets, and without its article or with one."""
    for each in (name, re.sub(r"\s*\([^()]*\)", "", name)):
        key = letters(each)
        if key:
            yield from (key, f"the{key}", key.removeprefix("the"))


def _may_be_personal(name: str) -> bool:
    """Whether it has the form of a full name: many pages say of an outlet that it is a person."""
    words = name.casefold().split()
    return len(words) in {2, 3, 4} and words[0] not in _ARTICLES and words[-1] not in AFTER_A_PLACE


def read_authors(stated: Stated, text: CleanText, site: Site) -> Fact[tuple[str, ...]]:
    """The persons who wrote it; a person who lists them is believed, whatever they are called."""
    written = stated.written("authors")
    if written is not None:
        values = tuple(
            name for name in map(one_line, written.values) if name and (people([name]) or not agency([name]))
        )
        names = people(values) or values if len(values) == 1 else values
        if names:
            return Fact(names, "stated", written.location)
    guessed = [(field, people(field.values, site.bears)) for field in stated.by_format("authors") if not field.sure]
    for field in stated.by_format("authors"):
        if field.sure and (names := people(field.values, site.bears)):
            # What a page shows may name more persons than what it says to machines.
            more = next((each for each in guessed if _says_more(*each, names)), None)
            return fact_of(field, names) if more is None else fact_of(*more)
    for taken in text.taken("byline"):
        if names := people([taken.text], site.bears):
            return Fact(names, "stated", stated.doc.location.at(taken.line))
    for field, guess in guessed:
        # What is only guessed must at least have the shape of a full name.
        if names := tuple(name for name in guess if " " in name):
            return fact_of(field, names)
    return Fact()


def _says_more(field: Field, guess: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether a line of the page names these persons and further ones, in full."""
    shown = field.location.line and all(" " in name for name in guess)
    return bool(shown) and set(map(letters, names)) < set(map(letters, guess))


def read_agency(stated: Stated, text: CleanText) -> Fact[str]:
    """The agency in the dateline, or in a byline."""
    for taken in (*text.taken("dateline"), *text.taken("byline")):
        words = dateline_agency(taken.text) if taken.rule == "dateline" else taken.text
        if words and (name := agency([words]) or (words if taken.rule == "dateline" else None)):
            return Fact(name, "stated", stated.doc.location.at(taken.line))
    written = stated.written("authors")
    for field in (written, *stated.by_format("agency"), *stated.by_format("authors")):
        if field is not None and (name := agency(field.values)):
            return fact_of(field, name)
    return Fact()
