"""Whom a pronoun, `the diplomat` or a bare last name means: who was named and who spoke before, if that is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from dossier.model import Kind, Mention, Paragraph
from dossier.statements.bystanders import Bystanders, is_subject
from dossier.statements.cues import SPEAKERS
from dossier.statements.genders import Pronoun, gender_of, gender_of_name
from dossier.statements.speakers import Referent, head_of, is_body, is_person, name_in, without_titles

_LOOKED_BACK = 4
"""So many paragraphs back a noun finds whom it means."""
_MANY = 6
"""Of so many who may be meant, none is looked at further."""
_LOOKED_AT = 40
"""So many names of a paragraph are looked at."""
_TITLE = 24
"""So much before a name may be its title."""
_BESIDE = re.compile(r"\b(?:with|to|by|from|against|about|for)\s+[^,.;]{2,60},\s*$")
"""What stands right before a pronoun and names another: `in an interview with Vance, she said`."""

Place = tuple[int, int]
"""The number of a paragraph, and a place in it."""
Seen = dict[str, tuple[Place, Referent]]
"""Where each referent was seen first, by its key; in order."""


class Scene:
    """An article's paragraphs, with who is named in them and who spoke so far."""

    def __init__(
        self,
        article: str,
        kinds: Mapping[str, Kind],
        paragraphs: Sequence[Paragraph],
        mentions: Sequence[Sequence[Mention]],
        *,
        named: Sequence[Sequence[tuple[int, Referent]]],
        quoted: Sequence[Sequence[tuple[int, int]]],
    ) -> None:
        """Look at an article.

        Args:
            article: its id.
            kinds: of the entities.
            paragraphs: those in which somebody may speak.
            mentions: of each paragraph, in order.
            named: the persons that each paragraph names outside quotations, in order.
            quoted: the places of the quotations of each paragraph, in order.
        """
        self.article, self.kinds, self.paragraphs, self.mentions = article, kinds, paragraphs, mentions
        self._named: list[Seen] = []
        self._spoke: list[Seen] = [{} for _ in paragraphs]  # persons only
        self._bodies: list[Seen] = [{} for _ in paragraphs]
        self._called: list[dict[str, Seen]] = [{} for _ in paragraphs]
        self._full: dict[str, Seen] = {}
        self._full_spoke: dict[str, Seen] = {}
        self._genders: dict[str, Pronoun] = {}
        self._persons, self._quoted = named, quoted
        self._bystanders: list[Bystanders] = []
        self._roles: dict[str, set[str]] = {}
        for number, persons in enumerate(named):
            seen: Seen = {}
            for at, who in persons:
                seen.setdefault(who.key, ((number, at), who))
                self._learn(number, at, who)
                _keep_name(self._full, (number, at), who)
            self._named.append(seen)

    def spoke(self, number: int, at: int, who: Referent, gender: Pronoun | None) -> None:
        """Keep in mind that somebody spoke at a place of a paragraph."""
        place = (number, at)
        if is_person(who, self.kinds):
            self._spoke[number].setdefault(who.key, (place, who))
        if is_body(who, self.kinds):
            self._bodies[number].setdefault(who.key, (place, who))
        self._called[number].setdefault(head_of(who.called), {}).setdefault(who.key, (place, who))
        _keep_name(self._full_spoke, place, who)
        if gender is not None:
            self._genders.setdefault(who.key, gender)

    def refer(self, number: int, at: int, phrase: str) -> Referent | None:
        """Whom a pronoun, `the diplomat` or a bare last name at a place means; `None` unless that is sure."""
        words = phrase.lower().split()
        if len(words) == 1 and words[0] in {"he", "she"}:
            return self._person((number, at), "he" if words[0] == "he" else "she")
        if words == ["it"]:
            return self._body((number, at))
        if words[0] == "the" and words[-1] in SPEAKERS and len(words) <= 3:
            return self._noun((number, at), words[-1])
        last = without_titles(phrase)
        if " " not in last and last[0].isupper():
            return self._full_name((number, at), last.lower())
        return None

    def _learn(self, number: int, at: int, who: Referent) -> None:
        """Keep in mind whether somebody is `he` or `she`, if the name or its title says so."""
        if who.key not in self._genders:
            title = self.paragraphs[number].text[max(0, at - _TITLE) : at].split()[-1:]
            name = who.called if " " in who.called else who.key.replace("-", " ")
            gender = (gender_of(title[0]) if title else None) or gender_of_name(name)
            if gender is not None:
                self._genders[who.key] = gender

    def _person(self, place: Place, pronoun: Pronoun) -> Referent | None:
        """The one person whom a pronoun can mean, of those in its paragraph before it, or else in the one before.

        Whose gender nothing tells must have spoken right before; and nobody else may be called by a noun.
        """
        found: dict[str, Referent] = {}
        first = place[0]
        for first in range(place[0], max(-1, place[0] - 2), -1):
            found = {who.key: who for who in _before(place, self._named[first], self._spoke[first])}
            if found:
                break
        left = [(key, who) for key, who in found.items() if self._genders.get(key, pronoun) == pronoun]
        if len(left) != 1 or len(found) >= _MANY:
            return None
        key, who = left[0]
        if key not in self._genders and (len(found) > 1 or not self._goes_on(place, first, pronoun, key)):
            return None
        if (
            not self._leads(place, first, key)
            or self._is_called_before(place, first, pronoun, key)
            or self._is_beside(place, who)
            or self._others_called(place, first, pronoun, key)
        ):
            return None
        self._genders[key] = pronoun
        return who

    def _goes_on(self, place: Place, first: int, pronoun: Pronoun, key: str) -> bool:
        """Whether a pronoun goes on with the one who speaks before it: in the paragraph, or at the beginning of one."""
        if key not in self._spoke[first] or (first < place[0] and place[1] > 0):
            return False
        others = {each for back in range(max(0, first - 2), first) for each in self._named[back]} - {key}
        return all(self._genders.get(each) != pronoun for each in others)

    def _leads(self, place: Place, first: int, key: str) -> bool:
        """Whether somebody spoke in the paragraphs up to a pronoun, or is there what a sentence is about."""
        numbers = range(first, place[0] + 1)
        if any(key in self._spoke[number] for number in numbers):
            return True
        return any(
            who.key == key and (number, at) < place and is_subject(self.paragraphs[number].text, at)
            for number in numbers
            for at, who in islice(self._persons[number], _LOOKED_AT)
        )

    def _is_called_before(self, place: Place, first: int, pronoun: Pronoun, key: str) -> bool:
        """Whether the pronoun stands already before the name in the paragraph of it: it means another."""
        self._look_up_to(place[0])
        named = min(each[first][key][0][1] for each in (self._named, self._spoke) if key in each[first])
        began = self._bystanders[first].pronouns.get(pronoun)
        if began is None or began > named:
            return False
        return first == 0 or key not in self._named[first - 1] | self._spoke[first - 1]

    def _is_beside(self, place: Place, who: Referent) -> bool:
        """Whether the pronoun stands in a sentence that begins with somebody else who is beside it."""
        begin = max(0, place[1] - 80)
        beside = _BESIDE.search(self.paragraphs[place[0]].text, begin, place[1])
        return beside is not None and who.called in beside.group()

    def _others_called(self, place: Place, first: int, pronoun: Pronoun, key: str) -> bool:
        """Whether somebody who is not named may be meant as well."""
        self._look_up_to(place[0])
        roles = self._roles.get(key, set())
        return any(
            self._bystanders[number].may_be(pronoun, place[1] if number == place[0] else None, roles)
            for number in range(first, place[0] + 1)
        )

    def _look_up_to(self, last: int) -> None:
        """Find who is called by a noun in the paragraphs up to one, and by which nouns the names are called."""
        for number in range(len(self._bystanders), last + 1):
            seen = Bystanders(self.paragraphs[number].text, self._quoted[number], self._persons[number])
            self._bystanders.append(seen)
            for key, nouns in seen.roles.items():
                self._roles.setdefault(key, set()).update(nouns)

    def _body(self, place: Place) -> Referent | None:
        """The one body that spoke in the paragraph before the pronoun, or else in the one before."""
        for back in range(place[0], max(-1, place[0] - 2), -1):
            found = _before(place, self._bodies[back])
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _noun(self, place: Place, noun: str) -> Referent | None:
        backs = range(place[0], max(-1, place[0] - _LOOKED_BACK), -1)
        found = {who.key: who for who in _before(place, *(self._called[back].get(noun, {}) for back in backs))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _full_name(self, place: Place, name: str) -> Referent | None:
        found = _before(place, self._full.get(name, {}), self._full_spoke.get(name, {}))
        names = {name_in(who.called) or who.called for who in found}
        return found[-1] if len(names) == 1 else None


def _before(place: Place, *seen: Seen) -> list[Referent]:
    """Those seen before a place; of each dictionary no more than tell that they are several."""
    return [who for each in seen for where, who in islice(each.values(), _MANY) if where < place]


def _keep_name(names: dict[str, Seen], place: Place, who: Referent) -> None:
    """Keep a full name of somebody who is no entity, by the last part of it."""
    if not who.entities and " " in who.called:
        names.setdefault(who.key.rpartition(" ")[2], {}).setdefault(name_in(who.called) or who.called, (place, who))
