"""Whether those who say the same words in two articles may be one speaker."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dossier.model import Statement
from dossier.statements.cues import PRONOUNS
from dossier.statements.genders import gender_of, gender_of_name
from dossier.statements.speakers import head_of, name_in

_TELLING = 20
"""So many words are no phrase that everybody says."""
_FEWEST = 12
"""Of fewer words, who is not named and who is not known may be two."""
_NEAR = 7
"""Articles so many days apart may tell of one saying."""


class Voice(NamedTuple):
    """Whoever says some words, as far as an article says who it is."""

    entities: tuple[str, ...]
    first: str
    """The first name, in small letters; empty where it is not told."""
    last: str
    """The last name; empty for whoever is not named."""
    noun: str
    """What somebody is called who is not named: `mayor`."""
    gender: str | None
    day: date | None
    """The day of the article."""

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """How well the speaker is known, to be compared."""
        return bool(self.entities), bool(self.last), bool(self.first)


def voice_of(statement: Statement, day: date | None) -> Voice:
    """The voice of a statement in an article of this day."""
    called = (statement.refers_to or statement.speaker or "").partition(",")[0]
    name = statement.name or name_in(called)
    gender = gender_of(called) or gender_of_name(name or "")
    if name is None and statement.entities and called[:1].isupper():
        name = called
    if name is not None:
        first, _, rest = name.rpartition(" ")
        return Voice(statement.entities, first.partition(" ")[0].casefold(), rest.casefold(), "", gender, day)
    lower = called.lower()
    if lower in PRONOUNS:
        return Voice(statement.entities, "", "", "", lower if lower in {"he", "she"} else None, day)
    return Voice(statement.entities, "", "", head_of(called), gender, day)


def may_be_one(left: Voice, right: Voice, words: int) -> bool:
    """Whether two voices that say the same words, so many of them, are one as far as is known."""
    if left.entities and right.entities:
        return left.entities == right.entities
    if left.gender and right.gender and left.gender != right.gender:
        return False
    is_distinct = words >= _TELLING or _is_near(left, right)
    if left.last and right.last:
        is_full = bool(left.first and right.first)
        return left.last == right.last and _may_be_first(left.first, right.first) and (is_full or is_distinct)
    if left.noun and right.noun:
        return left.noun == right.noun and is_distinct
    if (left.noun or right.noun) and (left.last or right.last):
        return words >= _TELLING
    return is_distinct and words >= _FEWEST


def _is_near(left: Voice, right: Voice) -> bool:
    return left.day is not None and right.day is not None and abs((left.day - right.day).days) <= _NEAR


def _may_be_first(left: str, right: str) -> bool:
    """Whether two first names may be one: where one is not told, is an initial or is short for the other."""
    one, two = sorted((left.rstrip("."), right.rstrip(".")), key=len)
    return two.startswith(one)
