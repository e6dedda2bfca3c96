"""Whether a place that stands in a text is one, or only in the name of something, or somebody, else."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import (
    AFTER_A_PLACE,
    BEFORE_A_PERSON,
    BEFORE_A_PLACE,
    BESIDE_A_PLACE,
    CALENDAR,
    FIRST_NAMES,
    HEADS_OF_NAMES,
    IN_A_STATE,
    INSIDE_TITLES,
    LEAVE_A_PLACE,
    NAMED_BODIES,
    STATE_OFFICES,
    bare_word,
    is_everyday,
    is_noun,
    is_title,
)
from dossier.resolver.bodies_of_places import NO_ADJECTIVE, BodiesOfPlaces
from dossier.resolver.body import LOOK_AROUND
from dossier.resolver.states import States, is_short

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

END_OF_WORD = re.compile(r"[^\W\d_][\w.’'-]*$")
_PERSONS = re.compile(r" [A-Z][a-z]+(?:['’]s|,? (?:and |who |[a-z]+(?:ed|es|s) |said |told |wrote ))")
"""What stands behind the name of a person more often than behind others."""
_ARTICLE = re.compile(r"(?<!\w)(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Ii]n|[Aa]t|[Nn]ear)(?: [a-z]+)? $")
_DIRECTIONS = ("east", "north", "south", "west")
_ADJECTIVE = 2
_ABBREVIATED = re.compile(r"\.(?=\s)")
_ABBREVIATION = 5
_BEHIND_THESE = (" in ", "In ", " the ", "The ", " near ", " outside ", " across ", " throughout ")
"""Behind these a name is no person's."""


class Places:
    """What the words around a place, or a body of one, say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.states = States(around)
        self.bodies = BodiesOfPlaces(around)
        self._proper: dict[int, bool] = {}

    def is_a_namesake(self, each: Candidate) -> bool:
        """Whether the longer name that a place is a part of is somebody's: `Jack London`, also where it comes first."""
        if self.around.body.paragraph(each.start)[0].kind == "heading":
            return False
        following = self.around.word_behind(each)
        goes_on = following is not None and following[0].isupper() and bare_word(following) not in CALENDAR
        word = self.around.word_before(each)
        if word is not None and word[0].isupper() and self.ends_a_name(each, word):
            is_persons = word.lower().rstrip(".") not in HEADS_OF_NAMES - BEFORE_A_PERSON
            return is_persons and (_needs_help(each) or not goes_on)
        if following is None or not goes_on or not self.is_continued_by(each, following):
            return False
        return _needs_help(each) or self.is_a_first_name(each, following)

    def is_a_first_name(self, each: Candidate, following: str) -> bool:
        """Whether the word behind a place may be somebody's last name: `Paris Hilton smiled`, no `the Paris Sewers`."""
        text = self.around.text
        bare = bare_word(following)
        if bare in AFTER_A_PLACE or bare in NAMED_BODIES or bare.endswith("s") or not _PERSONS.match(text, each.end):
            return False
        return not _ARTICLE.search(text[max(0, each.start - LOOK_AROUND) : each.start])

    def is_evidenced(self, each: Candidate, entity: str) -> bool:
        """Whether a place is meant where a namesake of it stands in the article: the words before say so.

        It is, too, where the article names it so elsewhere, or by another name; a name that is a person's as often, of
        scope `article`, needs it each time.
        """
        if self.around.text[each.start : each.end] in self.elsewhere:
            return len(self.written.get(entity, ())) > 1
        if self.around.text.endswith(_BEHIND_THESE, max(0, each.start - LOOK_AROUND), each.start):
            return True
        return entity in each.senses.anywhere and entity in self.evidenced

    @cached_property
    def evidenced(self) -> frozenset[str]:
        """The places that stand behind an `in`, before any namesake, or by another name than a namesake's."""
        found, others = set(), set()
        for each in self.around.outer.outermost:
            own = each.senses.own
            if own is None or "place" not in each.senses.kinds:
                continue
            if self.around.is_part_of_longer_name(each):
                if self.is_a_namesake(each):
                    others.add(own)
            elif self.around.text.endswith(_BEHIND_THESE, max(0, each.start - LOOK_AROUND), each.start) or (
                own not in others and not self.around.is_in_headline(each)
            ):
                found.add(own)
        return frozenset(found | {entity for entity, written in self.written.items() if len(written) > 1})

    @cached_property
    def written(self) -> dict[str, set[str]]:
        """The places that the article names, and in which ways."""
        written: dict[str, set[str]] = {}
        for each in self.around.outer.outermost:
            own = each.senses.own
            if own is not None and "place" in each.senses.kinds:
                written.setdefault(own, set()).add(self.around.text[each.start : each.end])
        return written

    @cached_property
    def elsewhere(self) -> dict[str, int]:
        """Names of places that the article says are of others, and where first: `Paris, Texas`, listed or not."""
        found: dict[str, int] = {}
        text = self.around.text
        for each in self.around.outer.outermost:
            if "place" not in each.senses.kinds:
                continue
            name, comma, _ = text[each.start : each.end].partition(", ")
            if comma or (text.startswith(", ", each.end) and self.is_elsewhere(each)):
                found.setdefault(name, each.start)
        return found

    def is_in_another_name(self, each: Candidate) -> bool:
        """Whether a place stands in the name of something else: `South China Sea`, `China Daily`."""
        last = self.around.word_before(each)
        if last is not None and last[0].isupper() and (last.lower() in BEFORE_A_PLACE or self.ends_a_name(each, last)):
            return True
        if self.around.text.startswith(", ", each.end) and self.is_elsewhere(each):
            return True
        following = self.around.word_behind(each)
        if following is None or not following[0].isupper():
            following = None
        if (
            self.bodies.is_behind_a_head(each, following)
            or self.bodies.is_of_descent(each)
            or self.follows_a_first_name(each)
        ):
            return True
        if following is not None:
            if bare_word(following) in AFTER_A_PLACE or self.is_continued_by(each, following):
                return True
            return self.bodies.begins_a_body(each) or self.states.is_meant(each)
        return self.states.is_meant(each) or (_needs_help(each) and self.is_a_state(each, last))

    def ends_a_name(self, each: Candidate, word: str) -> bool:
        """Whether a place is the last part of another name: `Jack London`, `Mr. London`, `Fort Washington`.

        Args:
            each: the place.
            word: the one before it, with a capital.
        """
        bare = word.lower().removesuffix(".")
        if bare in BEFORE_A_PERSON or bare in FIRST_NAMES:  # a demonym is a last name, too: `David French`
            return self.around.is_unsure(each)
        if not self.is_proper(each) and not self.is_initials(each):
            return False
        if word.endswith("."):
            return len(bare) == 1 and bare != "i"
        if word.isupper():
            return bare in HEADS_OF_NAMES
        is_compound = "-" in word and word.rpartition("-")[2].islower()
        is_ordinary = bare in BESIDE_A_PLACE or is_everyday(bare) or is_title(bare) or bare != bare_word(word)
        is_inside = bare in INSIDE_TITLES and self.around.is_capital_inside(each, word)
        if is_inside or (bare.endswith("ing") and not self.around.begins_a_sentence(each, word)):
            return self.around.is_unsure(each)
        is_ordinary = is_ordinary or is_compound
        return not is_ordinary and not self.around.is_small(bare) and self.around.is_unsure(each)

    def follows_a_first_name(self, each: Candidate) -> bool:
        """Whether the first name of somebody whom the register knows stands before a place: `George Washington`."""
        text, start = self.around.text, each.start
        owner = self.around.outer.owner(start - 2) if text[start - 1 : start] == " " and start > 1 else None
        if owner is None or owner.end != start - 1 or not owner.senses.is_bare or not self.is_proper(each):
            return False
        return owner.senses.parts == {"first"} and self.around.is_unsure(each)

    def is_proper(self, each: Candidate) -> bool:
        """Whether a text is what a place is called, as its name or a noun (`Holland`); not a `Chinese` or a `U.S.`."""
        found = self._proper.get(id(each.senses))
        if found is None:
            text = self.around.text[each.start : each.end]
            places = [sense for sense in each.senses.each if sense.kind == "place"]
            found = any(
                sense.rule == "name" or is_noun(text) or any(is_short(text, name) for name in sense.names)
                for sense in places
            )
            self._proper[id(each.senses)] = found
        return found

    def is_initials(self, each: Candidate) -> bool:
        """Whether a place is written in initials that stand for its name, and before no other: `USA`, not `US`."""
        text = self.around.text[each.start : each.end]
        return len(text) > _ADJECTIVE and text.isupper() and text.isalpha()

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
        if (
            city is None
            or not city.group()[0].isupper()
            or self.around.outer.is_spoken_for(each, city.start(), city.group())
        ):
            return False
        return not is_everyday(city.group().lower()) and not self.around.is_small(city.group().lower())

    def is_continued_by(self, each: Candidate, following: str) -> bool:
        """Whether a word with a capital behind a place makes one name with it: `China Mobile`, not `China President X`.

        A title, a day, an acronym and an abbreviation do not; and where every word has a capital, none tells anything.
        An alias such as `Chinese` or `U.S.` stands for the place in such names, too.
        """
        bare = bare_word(following)
        if not self.is_proper(each) and self.around.text[each.start : each.end] != NO_ADJECTIVE:
            return False
        if following.isupper() or self.around.text[each.end - 1] == ".":
            return False
        if _needs_help(each) and bare.rstrip(".") in STATE_OFFICES:
            return True
        is_ordinary = is_everyday(bare) and bare not in _DIRECTIONS  # `America West`
        if bare in CALENDAR or bare in LEAVE_A_PLACE or is_ordinary or is_title(bare):
            return False
        text = self.around.text
        if (
            _ABBREVIATED.match(text, text.find(following, each.end) + len(following))
            and len(following) <= _ABBREVIATION
        ):
            return False
        return self.around.is_unsure(each)


def _needs_help(each: Candidate) -> bool:
    """Whether a name is that of just one place, and the article must name it in another way, too: `Jordan`."""
    return each.senses.own is None and len({sense.entity for sense in each.senses.each if sense.kind == "place"}) == 1
