"""Which entities a name may be another name of, and why.

No reason is enough to merge two: it is shown to a person. Similar letters alone are none (`North Korea`, `South
Korea`): each word must be like its counterpart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from dossier.model import Entity, Kind, Likeness
from dossier.same_name import SMALL_WORDS, key
from dossier.suggest.bodies import acronyms, beginnings, content, country_of, same_body, without_country
from dossier.suggest.nicknames import full_names
from dossier.suggest.persons import same_person

_ALIKE = 80
"""A word is like another one from so many of 100 points of similarity, in letters (Indel, normalised)."""
_ALMOST = 90
"""So are two names."""
_BEGINNING = 4
_TAIL = " of america"
_CROWD = 50
"""A word that more names share brings none of them together, nor does a name that more entities share."""


class Known:
    """The entities of a register, to be asked which of them a name is like."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities: dict[str, Entity] = {}
        self._forms: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
        self._shared: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entity in entities:
            self._entities[entity.id] = entity
            for alias in entity.aliases:
                form = key(alias.text)
                self._forms[form][entity.id] = entity
                for word in _traces(form):
                    self._shared[word][form] = None

    def named(self, form: str) -> Sequence[Entity]:
        """The entities that have a name of this normal form; none, if it is that of a crowd."""
        owners = self._forms.get(form, {})
        return tuple(owners.values()) if len(owners) <= _CROWD else ()

    def like(self, name: str, kind: Kind) -> tuple[Likeness, ...]:
        """The entities of the same kind that this may be another name of, each with the first reason that holds."""
        form = key(name)
        found = {entity.id: "written in another way" for entity in self.named(form)}
        near = dict.fromkeys(
            other
            for trace in _traces(form)
            if len(self._shared.get(trace, ())) <= _CROWD
            for other in self._shared.get(trace, ())
        )
        for other in near:
            reason = why_alike(form, other, kind)
            if reason:
                for entity in self.named(other):
                    if entity.kind == kind:
                        found.setdefault(entity.id, reason)
        return tuple(Likeness(entity, reason) for entity, reason in found.items())

    def pairs(self) -> Iterator[tuple[Entity, Entity, str]]:
        """Each two entities of one kind that look like one, once, with the reason."""
        seen: set[frozenset[str]] = set()
        for form in self._forms:
            owners = self.named(form)
            for kind in dict.fromkeys(entity.kind for entity in owners):
                alike = self.like(form, kind)
                for entity in owners:
                    for likeness in alike if entity.kind == kind else ():
                        other = self._entities[likeness.entity]
                        pair = frozenset((entity.id, other.id))
                        if len(pair) > 1 and other.kind == kind and pair not in seen:
                            seen.add(pair)
                            yield entity, other, likeness.reason


def why_alike(one: str, other: str, kind: Kind) -> str:
    """Why two normal forms may be names of one thing of that kind; empty if there is no reason."""
    if one == other:
        return "written in another way"
    left, right = one.split(), other.split()
    if sorted(left) == sorted(right) and len(left) > 1:
        return "the same words in another order"
    if one == f"{other}{_TAIL}" or other == f"{one}{_TAIL}":
        return "the same without `of America`"
    if country_of(left) and country_of(left) == country_of(right):
        return "names of the same country"
    if full_names(one) & full_names(other):
        return "it is called so, too"
    reason = ""
    if kind == "person":
        reason = same_person(left, right)
    elif kind == "organisation":
        reason = same_body(left, right)
    elif "and" not in (*left, *right):
        reason = "its initials" if one in acronyms(right) or other in acronyms(left) else ""
    return reason or _almost(left, right)


def _almost(left: Sequence[str], right: Sequence[str]) -> str:
    """The same number of words, each like its counterpart."""
    if len(left) != len(right) or fuzz.ratio(" ".join(left), " ".join(right)) < _ALMOST:
        return ""
    differing = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if any(fuzz.ratio(one, other) < _ALIKE or one[0] != other[0] or one.isdigit() for one, other in differing):
        return ""
    return "written almost the same"


def _traces(form: str) -> Iterator[str]:
    """What two names that may be one have at least one of in common."""
    words = form.split()
    rest = without_country(words)[1]
    yield from (f"{word[:_BEGINNING]}…" for word in words if word not in SMALL_WORDS)
    yield " ".join(content(rest))
    yield country_of(words)
    yield from full_names(form)
    yield from beginnings(words)
    for each in (words, rest):
        yield from acronyms(each)
