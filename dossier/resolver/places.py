"""Whether a place that stands in a text is one, or only in the name of something, or somebody, else."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import (
    AFTER_A_PLACE,
    BEFORE_A_PERSON,
    BEFORE_A_PLACE,
    BESIDE_A_PLACE,
    CALENDAR,
    HEADS_OF_NAMES,
    IN_A_STATE,
    OF_A_PLACE,
    STATE_OFFICES,
    STATES,
    is_everyday,
    is_title,
)

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

END_OF_WORD = re.compile(r"[^\W\d_][\w.’'-]*$")
_BEHIND_A_HEAD = (" of ", " of the ", " for ", " for the ")
_OF_A_STATE = OF_A_PLACE | frozenset("assembly attorney guard legislature office police republicans democrats".split())
_OF = re.compile(r"(?<!\w)(?P<head>[A-Z]\w+) (?:of|for) (?:the )?$")
_ABBREVIATED = re.compile(r"\.(?=\s)")
_ABBREVIATION = 5
_BEHIND_THESE = (" in ", "In ", " the ", "The ", " near ", " outside ", " across ", " throughout ")
"""Behind these a name is no person's."""
LOOK_AROUND = 40


class Places:
    """What the words around a place, or a body of one, say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def is_a_namesake(self, each: Candidate) -> bool:
        """Whether the longer name that a place is a part of is somebody's: `Jack London`, also where it comes first."""
        if self.around.body.paragraph(each.start)[0].kind == "heading":
            return False
        word = self.around.word_before(each)
        if word is not None and word[0].isupper() and self.ends_a_name(each, word):
            return word.lower().rstrip(".") not in HEADS_OF_NAMES - BEFORE_A_PERSON
        if not _needs_help(each):
            return False
        following = self.around.word_behind(each)
        return following is not None and following[0].isupper() and self.is_continued_by(each, following)

    def is_evidenced(self, each: Candidate, entity: str) -> bool:
        """Whether a place is meant where a namesake of it stands in the article: the words before say so.

        It is, too, where the article names it so elsewhere, or by another name; a name that is a person's as often, of
        scope `article`, needs it each time.
        """
        if self.around.text.endswith(_BEHIND_THESE, max(0, each.start - LOOK_AROUND), each.start):
            return True
        return entity in each.senses.anywhere and entity in self.evidenced

    @cached_property
    def evidenced(self) -> frozenset[str]:
        """The places that stand behind an `in`, or by another name than a namesake's."""
        texts: dict[str, set[str]] = {}
        found = set()
        for each in self.around.outer.outermost:
            own = each.senses.own
            if own is None or "place" not in each.senses.kinds:
                continue
            text = self.around.text[each.start : each.end]
            is_longer = self.around.is_part_of_longer_name(each)
            if not is_longer and self.around.text.endswith(_BEHIND_THESE, max(0, each.start - LOOK_AROUND), each.start):
                found.add(own)
            texts.setdefault(own, set()).add(text)
        return frozenset(found | {entity for entity, written in texts.items() if len(written) > 1})

    def is_of_a_state(self, each: Candidate) -> bool:
        """Whether the name of a body follows that of a state of which it says nothing: `Illinois Supreme Court`."""
        text, start = self.around.text, each.start
        if text[start - 1 : start] != " " or not _may_be_of_a_state(text[start : each.end]):
            return False
        word = text[max(0, start - LOOK_AROUND) : start].split()[-1:]
        if not word or word[0].lower() not in STATES or not word[0][0].isupper():
            return False
        return not any(word[0] in name for sense in each.senses.each for name in sense.names)

    def is_in_another_name(self, each: Candidate) -> bool:
        """Whether a place stands in the name of something else: `South China Sea`, `China Daily`."""
        last = self.around.word_before(each)
        if last is not None and last[0].isupper() and (last.lower() in BEFORE_A_PLACE or self.ends_a_name(each, last)):
            return True
        if self.around.text.startswith(", ", each.end) and self.is_elsewhere(each):
            return True
        following = self.around.word_behind(each)
        if following is not None and following[0].isupper():
            return bare_word(following) in AFTER_A_PLACE or self.is_continued_by(each, following)
        if _needs_help(each) and self.is_a_state(each, last):
            return True
        text, start = self.around.text, each.start
        if not text.endswith(_BEHIND_A_HEAD, max(0, start - LOOK_AROUND), start):
            return False
        head = _OF.search(text, max(0, start - LOOK_AROUND), start)
        return head is not None and str(head["head"]).lower() in OF_A_PLACE

    def ends_a_name(self, each: Candidate, word: str) -> bool:
        """Whether a place is the last part of another name: `Jack London`, `Mr. London`, `Fort Washington`.

        Args:
            each: the place.
            word: the one before it, with a capital.
        """
        bare = word.lower().removesuffix(".")
        if bare in BEFORE_A_PERSON:
            return self.around.is_unsure(each)
        if all(sense.rule != "name" for sense in each.senses.each if sense.kind == "place"):
            return False
        if word.endswith("."):
            return len(bare) == 1 and bare != "i"
        if word.isupper():
            return bare in HEADS_OF_NAMES
        is_compound = "-" in word and word.rpartition("-")[2].islower()
        is_ordinary = bare in BESIDE_A_PLACE or is_everyday(bare) or is_title(bare) or bare != bare_word(word)
        is_ordinary = is_ordinary or is_compound
        return not is_ordinary and not self.around.is_small(bare) and self.around.is_unsure(each)

    def is_elsewhere(self, each: Candidate) -> bool:
        """Whether a state stands behind a city that the register knows elsewhere: `Paris, Texas`."""
        match = IN_A_STATE.match(self.around.text, each.end)
        if match is None:
            return False
        city = f"{self.around.text[each.start : each.end]}, "
        known = [name for sense in each.senses.each for name in sense.names if name.startswith(city)]
        return bool(known) and not any(name.endswith(match.group()) for name in known)

    def is_a_state(self, each: Candidate, last: str | None) -> bool:
        """Whether a country whose name is a state's, too, is that: `state of Georgia`, `Atlanta, Georgia`."""
        text, start = self.around.text, each.start
        if text.endswith(("state of ", "State of "), max(0, start - LOOK_AROUND), start):
            return True
        if last is not None or not text.endswith(", ", max(0, start - LOOK_AROUND), start):
            return False
        city = END_OF_WORD.search(text, max(0, start - LOOK_AROUND), start - 2)
        if city is None or not city.group()[0].isupper() or self.around.outer.is_spoken_for(each, city.start()):
            return False
        return not is_everyday(city.group().lower()) and not self.around.is_small(city.group().lower())

    def is_continued_by(self, each: Candidate, following: str) -> bool:
        """Whether a word with a capital behind a place makes one name with it: `China Mobile`, not `China President X`.

        A title, a day, an acronym and an abbreviation do not; and where every word has a capital, none tells anything.
        An alias such as `Chinese` or `U.S.` stands for the place in such names, too.
        """
        bare = bare_word(following)
        if any(sense.rule != "name" for sense in each.senses.each if sense.kind == "place") or following.isupper():
            return False
        if self.around.text[each.end - 1] == ".":
            return False
        if _needs_help(each) and bare.rstrip(".") in STATE_OFFICES:
            return True
        if bare in CALENDAR or is_everyday(bare) or is_title(bare):
            return False
        text = self.around.text
        if (
            _ABBREVIATED.match(text, text.find(following, each.end) + len(following))
            and len(following) <= _ABBREVIATION
        ):
            return False
        return self.around.is_unsure(each)


@lru_cache(maxsize=20_000)
def _may_be_of_a_state(name: str) -> bool:
    """Whether a body has a name as those of a state have: `Supreme Court`."""
    return name.rpartition(" ")[2].lower() in _OF_A_STATE


def _needs_help(each: Candidate) -> bool:
    """Whether a name is that of just one place, and the article must name it in another way, too: `Jordan`."""
    return each.senses.own is None and len({sense.entity for sense in each.senses.each if sense.kind == "place"}) == 1


def bare_word(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return word.lower().removesuffix("'s").removesuffix("’s")
