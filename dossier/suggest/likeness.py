"""Which entities a name may be another name of, and why.

No reason is enough to merge two: it is shown to a person. Similar letters alone are none (`North Korea`, `South
Korea`): each word must be like its counterpart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dossier.model import Entity, Kind, Likeness, Register
from dossier.same_name import SMALL_WORDS, key
from dossier.suggest.bodies import Form, beginnings, same_body
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


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a name is like, and what that hangs on."""

    likenesses: tuple[Likeness, ...]
    traces: frozenset[str]


class Known:
    """The entities of a register, to be asked which of them a name is like."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities: dict[str, Entity] = {}
        self._forms: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
        self._shared: defaultdict[str, dict[str, Form]] = defaultdict(dict)
        self._asked: dict[tuple[str, Kind], _Answer] = {}
        for entity in entities:
            self._entities[entity.id] = entity
            for alias in entity.aliases:
                form = Form(key(alias.text))
                self._forms[form.text][entity.id] = entity
                for trace in _traces(form):
                    self._shared[trace].setdefault(form.text, form)

    @classmethod
    def of(cls, register: Register, before: Known | None = None) -> Known:
        """Those that are confirmed; what was asked of those before stays known, if nothing changed that it hangs on."""
        new = cls(entity for entity in register.entities if entity.status == "confirmed")
        if before is not None:
            new.keep(before)
        return new

    def keep(self, other: Known) -> None:
        """Know what was asked of others, as far as the entities that it hangs on are the same here."""
        here, there = self._entities, other._entities
        if [each for each in here if each in there] != [each for each in there if each in here]:
            return  # of several reasons the first counts
        differing = [each for each in {**here, **there} if here.get(each) != there.get(each)]
        changed = (known[each] for each in differing for known in (here, there) if each in known)
        forms = {Form(key(alias.text)) for entity in changed for alias in entity.aliases}
        traces = {trace for form in forms for trace in _traces(form)}
        told = {trace for trace in traces if not (self._is_of_a_crowd(trace) and other._is_of_a_crowd(trace))}
        touched = told.union(form.text for form in forms)
        self._asked |= {asked: each for asked, each in other._asked.items() if each.traces.isdisjoint(touched)}

    def _is_of_a_crowd(self, trace: str) -> bool:
        """Whether so many names have it that it tells of none."""
        return len(self._shared.get(trace, ())) > _CROWD

    def named(self, form: str) -> Sequence[Entity]:
        """The entities that have a name of this normal form; none, if it is that of a crowd."""
        owners = self._forms.get(form, {})
        return tuple(owners.values()) if len(owners) <= _CROWD else ()

    def like(self, name: str, kind: Kind) -> tuple[Likeness, ...]:
        """The entities of the same kind that this may be another name of, each with the first reason that holds.

        What was asked once is known from then on.
        """
        asked = (name, kind)
        if asked not in self._asked:
            form = Form(key(name))
            traces = tuple(_traces(form))
            self._asked[asked] = _Answer(tuple(self._like(form, traces, kind)), frozenset((form.text, *traces)))
        return self._asked[asked].likenesses

    def _like(self, form: Form, traces: Iterable[str], kind: Kind) -> Iterator[Likeness]:
        found = {entity.id: "written in another way" for entity in self.named(form.text)}
        near: dict[str, Form] = {}
        for trace in traces:
            if trace in self._shared and not self._is_of_a_crowd(trace):
                near |= self._shared[trace]
        for other in near.values():
            reason = why_alike(form, other, kind)
            if reason:
                for entity in self.named(other.text):
                    if entity.kind == kind:
                        found.setdefault(entity.id, reason)
        return (Likeness(entity, reason) for entity, reason in found.items())

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


def why_alike(one: Form, other: Form, kind: Kind) -> str:
    """Why two normal forms may be names of one thing of that kind; empty if there is no reason."""
    if one.text == other.text:
        return "written in another way"
    if len(one.words) > 1 and one.ordered == other.ordered:
        return "the same words in another order"
    if one.text == f"{other.text}{_TAIL}" or other.text == f"{one.text}{_TAIL}":
        return "the same without `of America`"
    if one.country and one.country == other.country:
        return "names of the same country"
    if not full_names(one.text).isdisjoint(full_names(other.text)):
        return "it is called so, too"
    reason = ""
    if kind == "person":
        reason = same_person(one.words, other.words)
    elif kind == "organisation":
        reason = same_body(one, other)
    elif "and" not in (*one.words, *other.words):
        reason = "its initials" if one.text in other.initials or other.text in one.initials else ""
    return reason or _almost(one.words, other.words)


def _almost(left: Sequence[str], right: Sequence[str]) -> str:
    """The same number of words, each like its counterpart."""
    if len(left) != len(right) or fuzz.ratio(" ".join(left), " ".join(right)) < _ALMOST:
        return ""
    differing = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if any(fuzz.ratio(one, other) < _ALIKE or one[0] != other[0] or one.isdigit() for one, other in differing):
        return ""
    return "written almost the same"


def _traces(form: Form) -> Iterator[str]:
    """What two names that may be one have at least one of in common."""
    yield from (f"{word[:_BEGINNING]}…" for word in form.words if word not in SMALL_WORDS)
    yield " ".join(form.content)
    yield form.country
    yield from full_names(form.text)
    yield from beginnings(form.words)
    yield from form.acronyms
