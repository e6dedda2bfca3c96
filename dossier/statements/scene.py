"""Whom a pronoun, `the diplomat` or a bare last name means: who was named and who spoke before, if that is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from dossier.model import Kind, Mention, Paragraph
from dossier.statements.cues import SPEAKERS
from dossier.statements.speakers import Referent, head_of, is_person, name_in, without_titles

_LOOKED_BACK = 4
"""So many paragraphs back a noun finds whom it means."""
_TWO = 2
"""Where two may be meant, none is: no more need be looked at."""

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
        named: Iterable[Sequence[tuple[int, Referent]]],
    ) -> None:
        """Look at an article.

        Args:
            article: its id.
            kinds: of the entities.
            paragraphs: those in which somebody may speak.
            mentions: of each paragraph, in order.
            named: the persons that each paragraph names outside quotations, in order.
        """
        self.article, self.kinds, self.paragraphs, self.mentions = article, kinds, paragraphs, mentions
        self._named: list[Seen] = []
        self._spoke: list[Seen] = [{} for _ in paragraphs]  # persons only
        self._called: list[dict[str, Seen]] = [{} for _ in paragraphs]
        self._full: dict[str, Seen] = {}
        self._full_spoke: dict[str, Seen] = {}
        self._genders: dict[str, str] = {}
        for number, persons in enumerate(named):
            seen: Seen = {}
            for at, who in persons:
                seen.setdefault(who.key, ((number, at), who))
                _keep_name(self._full, (number, at), who)
            self._named.append(seen)

    def spoke(self, number: int, at: int, who: Referent, gender: str | None) -> None:
        """Keep in mind that somebody spoke at a place of a paragraph."""
        place = (number, at)
        if is_person(who, self.kinds):
            self._spoke[number].setdefault(who.key, (place, who))
        self._called[number].setdefault(head_of(who.called), {}).setdefault(who.key, (place, who))
        _keep_name(self._full_spoke, place, who)
        if gender is not None:
            self._genders.setdefault(who.key, gender)

    def refer(self, number: int, at: int, phrase: str) -> Referent | None:
        """Whom a pronoun, `the diplomat` or a bare last name at a place means; `None` unless that is sure."""
        words = phrase.lower().split()
        if len(words) == 1 and words[0] in {"he", "she"}:
            return self._person((number, at), words[0])
        if words[0] == "the" and words[-1] in SPEAKERS and len(words) <= 3:
            return self._noun((number, at), words[-1])
        last = without_titles(phrase)
        if " " not in last and last[0].isupper():
            return self._full_name((number, at), last.lower())
        return None

    def _person(self, place: Place, pronoun: str) -> Referent | None:
        """The one person who is named or speaks in the paragraph before the pronoun, or else in the one before."""
        found: dict[str, Referent] = {}
        for back in range(place[0], max(-1, place[0] - 2), -1):
            found = {who.key: who for who in _before(place, self._named[back], self._spoke[back])}
            if found:
                break
        key, who = next(iter(found.items()), ("", None))
        if len(found) != 1 or self._genders.get(key, pronoun) != pronoun:
            return None
        self._genders[key] = pronoun
        return who

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
    return [who for each in seen for where, who in islice(each.values(), _TWO) if where < place]


def _keep_name(names: dict[str, Seen], place: Place, who: Referent) -> None:
    """Keep a full name of somebody who is no entity, by the last part of it."""
    if not who.entities and " " in who.called:
        names.setdefault(who.key, {}).setdefault(name_in(who.called) or who.called, (place, who))
