"""Whether the name of a city that stands in a text is that of the state of the USA which is called so, too."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from dossier.model import PARAGRAPH_END, Candidate
from dossier.names import CITIES_LIKE_STATES, STATES_APART
from dossier.resolver.body import LOOK_AROUND

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_OF_A_STATE = "Attorney General|Democrat|Gov|Governor|Legislature|Rep|Republican|Sen|Senator|State|Supreme"
_STATE_BEHIND = re.compile(rf" (?:governor|legislature|state|{_OF_A_STATE})\b(?! of)")
_STATE_BEFORE = ("state of ", "State of ", "governor of ", "Governor of ", "D-", "R-", " v. ", " vs. ")
_STATE_LIKE = "|".join(("New Mexico", "Rhode Island", *sorted(word.title() for word in STATES_APART)))
_STATE_JOINED_BEFORE = re.compile(rf"\b(?:{_STATE_LIKE})(?:,|,? and|,? or) $")
_STATE_JOINED_BEHIND = re.compile(rf"(?:,|,? and|,? or) (?:(?:New|North|South) )?(?:{_STATE_LIKE})\b")
_CITY_BEFORE = re.compile(r"(?<=[a-z] )(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), $")
_END_OF_ADDRESS = re.compile(r"[).;]|, (?:(?!and\b|or\b)[a-z]|[A-Z][a-z]+\.? \d|U\.S\.)|$")
_CITY_OF_THE_STATE = re.compile(r"\b(?:Seattle|Spokane|Tacoma|Yakima)\b")
_THE_CAPITAL = re.compile(r",? (?:D\.C|DC\b|District)")
_NEAR = 150

_CAPITAL = "Washington"
_OF_THE_CAPITAL = frozenset(("D.C.", "DC", "District of Columbia", "Washington D.C.", "Washington DC"))


class States:
    """What the words around the name of a city say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def is_meant(self, each: Candidate) -> bool:
        """Whether the name of a city is that of a state here: `Washington state`, `Colorado and Washington`."""
        text, start, end = self.around.text, each.start, each.end
        called = text[start:end]
        if called not in CITIES_LIKE_STATES:
            return False
        if not is_city({name for sense in each.senses.each for name in sense.names}, called):
            return False
        before = text[max(0, start - LOOK_AROUND) : start]
        if _STATE_BEHIND.match(text, end) is not None or before.endswith(_STATE_BEFORE):
            return True
        if _STATE_JOINED_BEFORE.search(before) is not None or _STATE_JOINED_BEHIND.match(text, end) is not None:
            return True
        city = _CITY_BEFORE.search(before)
        if city is not None and _END_OF_ADDRESS.match(text, end) is not None:
            return self.around.outer.owner(start - len(before) + city.start("city")) is None
        return called == _CAPITAL and self.is_near_a_city_of_the_state(each)

    def is_near_a_city_of_the_state(self, each: Candidate) -> bool:
        """Whether a `Washington` that is not said to be the capital stands beside `Seattle`, and may be either."""
        text, start, end = self.around.text, each.start, each.end
        if _THE_CAPITAL.match(text, end) is not None:
            return False
        before = text[max(0, start - _NEAR) : start].rpartition(PARAGRAPH_END)[2]
        behind = text[end : end + _NEAR].partition(PARAGRAPH_END)[0]
        return _CITY_OF_THE_STATE.search(before) is not None or _CITY_OF_THE_STATE.search(behind) is not None


def is_city(names: Collection[str], called: str) -> bool:
    """Whether the names of a place say that it is the city, where a state is called so, too.

    Without a word of that, `Washington` is the city, which the news name more often.
    """
    if any(is_short(called, name) or name in _OF_THE_CAPITAL for name in names):
        return True
    return called == _CAPITAL and called in names and not any("state" in name.lower() for name in names)


def is_short(text: str, name: str) -> bool:
    """Whether a text is short for the name of a place: `Washington` for `Washington, D.C.`, `America`."""
    return name.startswith(f"{text}, ") or name == f"{text} City" or name.endswith(f" of {text}")
