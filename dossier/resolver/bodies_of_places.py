"""Whether a place that stands in a text is only a part of the name of a body, or of a law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import DESCENT, FOR_A_PLACE, NAMED_BODIES, OF_A_PLACE, bare_word, is_everyday, is_title
from dossier.resolver.body import HYPHENS, LOOK_AROUND

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_BEHIND_A_HEAD = (" of ", " of the ", " for ", " for the ")
_OF = re.compile(r"(?<!\w)(?P<head>[A-Z]\w+) (?P<joint>of|for) (?:the )?$")
_AMERICAN = re.compile(r"[ \-‐‑]Americans?\b")
_ACROSS = re.compile(r"(?<!\w)(?:Afro|Anglo|Inter|Pan)[-‐‑]$")
_CAPITAL_BEFORE = re.compile(r"(?:[a-z] |, )(?:[A-Z][a-z]+ )+(?:for )?$")
_GOES_ON = re.compile(r" and [A-Z]")
_LONGEST_BODY = 6
_NEXT_IN_A_NAME = re.compile(r" (?:(?:and|for|of|the) ){0,2}(?P<word>[A-Z][\w’'&-]*)")
NO_ADJECTIVE = "USA"
"""Stands before another word only in a name, which a `UAE` and a `U.S.` need not."""
_ALSO_IN_BODIES = ("democratic", "foreign", "general", "justice")


class BodiesOfPlaces:
    """What the words around a place say of a body that is called after it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def is_behind_a_head(self, each: Candidate, following: str | None) -> bool:
        """Whether a place stands behind what makes something else of it: `Bank of China`, `Students for America`.

        An alias such as `American` does where a name goes on: `Center for American Progress`.
        """
        text, start = self.around.text, each.start
        if not text.endswith(_BEHIND_A_HEAD, max(0, start - LOOK_AROUND), start):
            return False
        match = _OF.search(text, max(0, start - LOOK_AROUND), start)
        if match is None:
            return False
        if self.is_last_of_a_body(each, match["head"]):
            return True
        head = match["head"].lower()
        if head not in OF_A_PLACE and not (match["joint"] == "for" and head in FOR_A_PLACE):
            return False
        if self.around.places.is_proper(each):
            return following is None or not is_title(bare_word(following))
        goes_on = following if following is not None else _GOES_ON.match(text, each.end)
        return goes_on is not None and not is_title(bare_word(following or "")) and self.around.is_unsure(each)

    def is_last_of_a_body(self, each: Candidate, head: str) -> bool:
        """Whether `America` ends the name of a body: `Voice of America`; elsewhere it has no name before its `of`."""
        text = self.around.text
        if text[each.start : each.end] != "America" or text.startswith(("'s", "’s"), each.end):
            return False
        bare = head.lower()
        is_ordinary = is_everyday(bare) or is_title(bare) or self.around.is_small(bare)
        place = text.rfind(head, 0, each.start)
        owner = self.around.outer.owner(place)  # `United States of America`
        if owner is not None and not owner.senses.rules.keys().isdisjoint(each.senses.rules):
            return False
        if _CAPITAL_BEFORE.search(text, max(0, place - LOOK_AROUND), place) is not None:
            is_ordinary = False  # `Gun Owners of America`
        return not (is_ordinary or self.around.begins_a_sentence(each, head) or self.around.is_in_headline(each))

    def begins_a_body(self, each: Candidate) -> bool:
        """Whether a name that a place begins goes on to the word for a body: `Ohio State University`.

        So do adjectives, but abbreviations, and what stands before a title, do not: `U.S. Senator`.
        """
        text, end = self.around.text, each.end
        is_word = text[end - 1].islower() or text[each.start : end] == NO_ADJECTIVE
        if not is_word or not self.around.is_unsure(each):
            return False
        for _ in range(_LONGEST_BODY):
            match = _NEXT_IN_A_NAME.match(text, end)
            if match is None or self.around.outer.owner(match.start("word")) is not None:
                return False
            word = bare_word(match["word"]).rstrip(".")
            if is_title(word) and word not in _ALSO_IN_BODIES:
                return False
            if word in NAMED_BODIES:
                return True
            end = match.end()
        return False

    def is_of_descent(self, each: Candidate) -> bool:
        """Whether it is said of Americans, or of a body, where they come from: `African American`, `Inter-American`."""
        text = self.around.text
        if text[each.start : each.end] in DESCENT and _AMERICAN.match(text, each.end) is not None:
            return True
        if text[each.start - 1 : each.start] not in HYPHENS or self.around.places.is_proper(each):
            return False
        return _ACROSS.search(text, max(0, each.start - LOOK_AROUND), each.start) is not None
