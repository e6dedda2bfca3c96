"""Those who are called by a noun in an article's own words: `his wife`, `an actress`, `the officer`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.statements.cues import COLLECTIVES, DETERMINERS, DOCUMENTS, PREPOSITIONS, SPEAKERS
from dossier.statements.genders import Pronoun, gender_of
from dossier.statements.speakers import Referent

_NOUNS = (
    frozenset(word for word in SPEAKERS - COLLECTIVES - DOCUMENTS if not word.endswith("s") or word.endswith("ss"))
    - frozenset("police people spokespeople spokesmen media head general office source".split())
) | frozenset(
    "girl boy girlfriend boyfriend fiancé fiancée aunt uncle niece nephew grandmother grandfather widow widower nun "
    "victim suspect teenager child neighbor neighbour colleague guest caller nurse patient driver soldier waitress "
    "hostess businesswoman policewoman policeman councilwoman councilman pastor rabbi imam artist scholar parent "
    "partner player coach passenger survivor gunman defendant plaintiff juror baby toddler heir boss owner founder "
    "employee staffer passer-by bystander onlooker interviewer moderator rival opponent predecessor successor "
    "counterpart ex-wife ex-husband".split()
)
_WORD = re.compile(r"\b[a-zA-Zé]+(?:-[a-zA-Z]+)*\b")
_TO_NAME = re.compile(r",?\s+")
_FROM_NAME = re.compile(r",\s+(?:(?:a|an|the|his|her|its|their)\s+)?(?:[\w-]+\s+){0,3}$")
_PREDICATE = re.compile(
    r"\b(?:is|was|be|been|being|as|become|became|becomes)\s+(?:(?:a|an|the|her|his)\s+)?(?:[\w-]+\s+){0,2}$"
)
_PRONOUNS: dict[str, Pronoun] = {"he": "he", "she": "she"}
_BREAK = re.compile(r"[.!?:;,—–(][\"”’)]*\s|\b(?:but|while|when|as|because|that|though|although|said|says)\s")
"""Behind these, a clause begins."""
_LIKE_TITLES = frozenset("former then late new now still today yesterday".split())
_LOOK = 60
"""What a noun belongs to stands so near before it."""


class Bystanders:
    """The nouns for persons in a paragraph that belong to no name in it, and which nouns the names have."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]], named: Sequence[tuple[int, Referent]]) -> None:
        """Look at a paragraph.

        Args:
            text: of the paragraph.
            quoted: its quotations, in order.
            named: the persons that it names outside them, in order.
        """
        self.roles: dict[str, set[str]] = {}
        self.pronouns: dict[Pronoun, int] = {}
        """Where each pronoun stands first."""
        self._first: dict[str, int] = {}
        starts = {at: who.key for at, who in named}
        ends = {at + len(who.called): who.key for at, who in named}
        for noun, match in _told(text, quoted):
            if noun in _PRONOUNS:
                self.pronouns.setdefault(_PRONOUNS[noun], match.start())
                continue
            whose = _name_of(text, match, starts, ends)
            if whose is not None:
                self.roles.setdefault(whose, set()).add(noun)
            elif not _is_told(text, match):
                self._first.setdefault(noun, match.start())

    def may_be(self, pronoun: Pronoun, before: int | None, roles: set[str]) -> bool:
        """Whether a noun before a place may be whom a pronoun means; those in `roles` are the name's itself."""
        return any(
            (before is None or at < before) and noun not in roles and gender_of(noun) in {None, pronoun}
            for noun, at in self._first.items()
        )


def is_subject(text: str, at: int) -> bool:
    """Whether a name at a place is what its sentence, or a clause of it, is about: only a title stands before it."""
    before = _BREAK.split(text[max(0, at - _LOOK) : at])[-1] if at else ""
    return all(
        (word[0].isupper() and word.lower() not in PREPOSITIONS)
        or word.lower() in DETERMINERS
        or word.lower() in _NOUNS
        or word.lower() in _LIKE_TITLES
        for word in _WORD.findall(before)
    )


def _told(text: str, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[str, re.Match[str]]]:
    """The nouns for persons and the pronouns outside the quotations, in small letters, each with where it stands."""
    index = 0
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word not in _NOUNS and word not in _PRONOUNS:
            continue
        while index < len(quoted) and quoted[index][1] <= match.start():
            index += 1
        if index == len(quoted) or quoted[index][0] >= match.end():
            yield word, match


def _name_of(text: str, noun: re.Match[str], starts: dict[int, str], ends: dict[int, str]) -> str | None:
    """The name that a noun belongs to: `Mayor Vance`, `Vance, the mayor`."""
    gap = _TO_NAME.match(text, noun.end())
    if gap is not None and gap.end() in starts:
        return starts[gap.end()]
    before = _FROM_NAME.search(text, max(0, noun.start() - _LOOK), noun.start())
    return ends.get(before.start()) if before is not None else None


def _is_told(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun only says what somebody is, or stands before a name: `is a lawyer`, `actress Jane Doe`."""
    following = text[noun.end() : noun.end() + 2]
    if following[:1] in {"'", "’", "-"} or (following[:1] == " " and following[1:].isupper()):
        return True
    return _PREDICATE.search(text, max(0, noun.start() - _LOOK), noun.start()) is not None
