"""Whether a chamber that is called by a word of many, as `Senate`, may be that of a state of the USA here."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import STATES

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_CHAMBERS = ("House", "Senate")
_STATES = "|".join(sorted(word.title() for word in STATES))
_RACE = "bid|campaign|candidate|contest|delegation|district|election|hopeful|incumbent|nominee|primar|race|runoff|seat"
_RACE_BEHIND = re.compile(rf" (?:{_RACE})")
_NEAR = 200
_OFTEN = 2
_OF_A_STATE = (
    r"(?<!blue )(?<!border )(?<!red )(?<!swing )[Ss]tate (?:Sen\.|Senat|Rep\.|Representative|House\b|Assembly)|"
    r"[Ss]tatehouse\b|House of Delegates|"
    rf"General Assembly|(?:{_STATES})(?:['’]s)? (?:state )?(?:House|Senate|(?i:legislature))\b(?! (?:{_RACE}))|"
    r"[Ss]tate['’]s (?:House|Senate|(?i:legislature))\b|Assembly(?:man|woman)\b|"
    r"Delegate [A-Z]"
)
_OF_THE_COUNTRY = (
    r"(?:U\.S\.|US|United States) (?:Congress|House|Rep|Sen)|Capitol Hill|[Cc]ongress(?:\b|ional|m[ae]n|wom[ae]n)|"
    r"\b[DR][-–][A-Z]|White House|[Ff]ederal|[Ff]ilibuster|[Ii]mpeach|"
    rf"(?:House|Senate) (?:{_RACE})"
)
_SPOKEN_OF = re.compile(rf"(?<![\w-])(?:(?P<state>{_OF_A_STATE})|{_OF_THE_COUNTRY})")


class Legislatures:
    """What an article says of legislatures."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def may_be_a_states(self, each: Candidate) -> bool:
        """Whether a state's is spoken of near a chamber, and nothing nearer says that it is the country's.

        Where neither is near, the article must speak of states', more than once, and more often than of the country's.
        A `Senate race` is the country's: a state's is called so.
        """
        text, start, end = self.around.text, each.start, each.end
        if not text.startswith(_CHAMBERS, start) or _RACE_BEHIND.match(text, end) is not None:
            return False
        states, places = self._spoken_of
        if True not in states or is_of_a_state(each):
            return False
        paragraph, first = self.around.body.paragraph(start)
        order = bisect_left(places, start)
        before = start - places[order - 1] if order and places[order - 1] >= first else _NEAR
        behind = places[order] - start if order < len(places) and places[order] < first + len(paragraph.text) else _NEAR
        if min(before, behind) < _NEAR:
            return states[order - 1 if before <= behind else order]
        return sum(states) >= _OFTEN and 2 * sum(states) > len(states)

    @cached_property
    def _spoken_of(self) -> tuple[list[bool], list[int]]:
        """Whether it is a state's legislature that each place speaks of, and the places."""
        found = [each for each in _SPOKEN_OF.finditer(self.around.text) if not self.is_listed(each)]
        return [match["state"] is not None for match in found], [match.start() for match in found]

    def is_listed(self, match: re.Match[str]) -> bool:
        """Whether the register has the legislature of a state that is spoken of: it is told from others by its name."""
        owner = self.around.outer.owner(match.end() - 1) if match["state"] is not None else None
        return owner is not None and is_of_a_state(owner)


def is_of_a_state(each: Candidate) -> bool:
    """Whether a name that a body has is that of a state of the USA, or says `state`."""
    words = {word.lower() for sense in each.senses.each for name in sense.names for word in name.split()}
    return not words.isdisjoint(STATES | {"state"})
