"""Whether a word that a body is called by, and that is a listed person's last name, is the body's or the person's."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dossier.model import Candidate, Senses
from dossier.names import BEFORE_A_PERSON, CALENDAR, is_everyday, is_title
from dossier.resolver.body import LOOK_AROUND

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

Meaning = Literal["person", "speaker", "body"]
"""Clearly a person; somebody who says and does what a body may, too; clearly a body."""

_TITLE = re.compile(r"(?<![\w’'-])(?P<title>[A-Z][a-z]+)\.? $")
_HELPS = r",? (?:(?:also|has|had|have|is|later|never|once|repeatedly|then|was|would) )?"
_OF_A_PERSON = re.compile(
    rf"{_HELPS}(?:apologi[sz]ed|campaigned|campaigning|conceded|dropped out|elected|endorsed|himself|herself|hoped|"
    r"insisted|joked|pledged|ran for|resigned|running for|smiled|stepped down|thinks|thought|vow(?:ed|s)|who|whose)\b"
)
_OF_A_SPEAKER = re.compile(
    rf"{_HELPS}(?:added|admitted|announced|argued|asked|believe[ds]|considering|donate[ds]|entered|joined|launched|leads|"
    r"led|lost|promised|quit|ran|runs|said|saying|says|served|spen[dt]s?|suspended|told|trying|tweeted|want(?:ed|s)|won|"
    r"wrote)\b(?! its?\b)"
)
_OF_A_BODY_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ccording to|[Cc]redit:|[Ii]nterview with|[Rr]eported by|[Ss]ource:|[Tt]old|[Vv]ia) |/)$"
)
_OF_A_BODY_BEHIND = re.compile(
    r" (?:article|broadcast|journalist|poll|said its?|says its?|report(?:s|ed|er|ing)?|shares|stock|survey|via)\b|/"
)
_NAME_BEHIND = re.compile(r" (?P<word>[A-Z][\w’'-]+)")


class Surnames:
    """What an article says of the words that a body and a person of the register are called by."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def meanings(self, senses: Senses) -> frozenset[Meaning]:
        """As whose name the article clearly uses it, somewhere."""
        return self._used.get(id(senses), frozenset())

    @cached_property
    def _used(self) -> dict[int, frozenset[Meaning]]:
        found: dict[int, set[Meaning]] = {}
        for each in self.around.outer.outermost:
            if is_shared(each.senses) and not self.around.is_part_of_longer_name(each):
                meaning = self._meaning(each)
                if meaning is not None:
                    found.setdefault(id(each.senses), set()).add(meaning)
        return {key: frozenset(meanings) for key, meanings in found.items()}

    def _meaning(self, each: Candidate) -> Meaning | None:
        text, start, end = self.around.text, each.start, each.end
        title = _TITLE.search(text, max(0, start - LOOK_AROUND), start)
        if title is not None and title["title"].lower() in BEFORE_A_PERSON:
            return "person"
        if _OF_A_BODY_BEFORE.search(text, max(0, start - LOOK_AROUND), start) or _OF_A_BODY_BEHIND.match(text, end):
            return "body"
        following = _NAME_BEHIND.match(text, end)
        if following is not None and not self.around.is_in_headline(each):
            bare = following["word"].lower()
            return None if bare in CALENDAR or is_everyday(bare) or is_title(bare) else "body"
        if _OF_A_PERSON.match(text, end) is not None:
            return "person"
        return "speaker" if _OF_A_SPEAKER.match(text, end) is not None else None


def is_shared(senses: Senses) -> bool:
    """Whether a body has a name that is also the last part of the names of persons, and nothing else."""
    return senses.own is not None and len(senses.rules) > 1 and senses.parts == {"last"} and senses.is_beyond_doubt
