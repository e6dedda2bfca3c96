"""Whether a person's name that stands in a text is in that of another person, or of a thing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import (
    BEFORE_A_PERSON,
    CALENDAR,
    FAMILY_NAMES_FIRST,
    FIRST_NAMES,
    GENERATION,
    NAMED_AFTER,
    bare_word,
    is_everyday,
    is_title,
)
from dossier.resolver.body import HYPHENS, LOOK_AROUND
from dossier.resolver.surnames import is_shared
from dossier.scripts import is_han

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_MRS = re.compile(r"(?<!\w)(?:Mrs|Ms|Miss)\.? $")
_MARRIED = re.compile(r"(?<!\w)(?:(?P<man>Mr)|Mrs|Ms|Miss)\.? (?P<name>[^\W\d_][\w-]*)")
_FIRST_NAME = re.compile(r"(?<![\w’'-])(?P<name>[A-Z][a-z]+)(?: [A-Z]\.){0,2} $")
_INITIALS = re.compile(r"(?<![\w’'-])(?P<name>[A-Z][a-z]+) [A-Z]\. ?[A-Z]\. $")
_TITLE = re.compile(r"(?<![\w’'-])(?P<title>[A-Z][a-z]+)(?P<stop>\.?) $")
_ABBREVIATION = 4
_OFFICES = BEFORE_A_PERSON - frozenset("dr hon lady lord madam miss mr mrs ms prof professor sir".split())
_BEFORE_JUNIOR = frozenset(", \t\n\xa0")
CHINESE_NAME = 2
_AFTER_A_CHINESE_NAME = re.compile(
    "[说說在是与與及的于對对称稱指也等被已则則就从從把让讓给給还還并曾由以又再却卻了不没沒将將]|"
    "表示|强调|強調|指出|认为|認為|会见|會見|会晤|會晤|出席|访问|訪問|抵达|抵達|先生|女士|同志|总统|總統|主席|总理|總理|部长|部長|外长|外長|首相|大臣|"
    "议员|議員|书记|書記|教授"
)
"""What stands behind a name, and is the third character of none."""
_JOINED_BEFORE = re.compile(r"(?<![\w’'])[^\W\d_][\w’']*$")
_JOINED_BEHIND = re.compile(r"[^\W\d_][\w’']*")
_JOINED = frozenset("anti appointed backed era ex led like mid neo non post pre pro style then un vs".split())
_GOES_ON = re.compile(
    r"(?P<initials>(?: ?[A-Z]\.)*) (?:(?:al|de|del|der|la|van|von) )*(?P<last>[A-Z][\w’'-]+)"
    r"(?: (?P<further>[A-Z][\w’'-]+))?"
)
_OF_SOMETHING = re.compile(r" of (?:the )?[A-Z]")


class People:
    """What the words around a person's name say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self._single: dict[int, bool] = {}

    def is_in_a_name_of_parts(self, each: Candidate) -> bool:
        """Whether a bare name stands in one of which the register knows the parts: `George Washington`, `John James`.

        So does a first name before an `of`, and any behind a participle: `Bill of Rights`, `Morning Joe`.
        """
        text, start, end = self.around.text, each.start, each.end
        first = self.around.outer.owner(start - 2) if text[start - 1 : start] == " " else None
        if first is not None and first.senses.parts == {"first"} and _are_of_two(first, each):
            return not self.around.is_in_headline(each)
        if text.endswith("ing", max(0, start - LOOK_AROUND), start - 1) and self.is_behind_a_participle(each):
            return True
        if each.senses.parts != {"first"} or text[end : end + 1] != " ":
            return False
        last = self.around.outer.owner(end + 1)
        if last is None:
            return _OF_SOMETHING.match(text, end) is not None
        is_place = "place" in last.senses.kinds and self.around.places.is_proper(last)
        is_one = is_place or (_are_of_two(each, last) and not self.around.precedes_a_name(last))
        return is_one and not self.around.is_in_headline(each)

    def is_of_the_spouse(self, each: Candidate) -> bool:
        """Whether a `Mrs.` stands before a name to which the article more often gives a `Mr.`: that is two persons."""
        if _MRS.search(self.around.text, max(0, each.start - LOOK_AROUND), each.start) is None:
            return False
        name = self.around.text[each.start : each.end]
        return self.married[False, name] < self.married[True, name]

    @cached_property
    def married(self) -> Counter[tuple[bool, str]]:
        """How often each name stands behind a `Mr.`, and behind a `Mrs.` or the like."""
        return Counter((match["man"] is not None, match["name"]) for match in _MARRIED.finditer(self.around.text))

    def is_behind_a_participle(self, each: Candidate) -> bool:
        """Whether one with a capital, in the middle of a sentence, stands before a name."""
        word = self.around.word_before(each)
        if word is None or not word[0].isupper() or is_title(word.lower()):  # `King Charles`
            return False
        return not (self.around.begins_a_sentence(each, word) or self.around.is_in_headline(each))

    def is_named_after(self, each: Candidate) -> bool:
        """Whether a person's full name stands in that of something else: `Ada Vance Street`."""
        word = self.around.word_behind(each)
        return word is not None and word[0].isupper() and bare_word(word) in NAMED_AFTER

    def is_of_nobody(self, each: Candidate) -> bool:
        """Whether a bare first name is that of somebody, or something, that the register does not know: `George Moss`.

        Not where the name goes on, be it behind a middle one, to a name of one of its persons: `George Perry Vance`.
        """
        text, start, end = self.around.text, each.start, each.end
        if text[end : end + 1] != " " or each.senses.parts != {"first"} or not each.senses.is_bare:
            return False
        if text[start:end].lower() in FAMILY_NAMES_FIRST:
            return False
        if _OF_SOMETHING.match(text, end) is not None:
            return True
        match = _GOES_ON.match(text, end)
        if match is None:
            return False
        owner = self.around.outer.owner(match.start("last"))
        is_other = owner is not None and not owner.senses.is_bare and not self.around.places.is_proper(owner)
        last = bare_word(match["last"])
        if is_other or last in CALENDAR or is_everyday(last) or self.may_be_one_of(each, match, owner):
            return False
        return bool(match["initials"]) or not self.around.is_in_headline(each)

    def may_be_one_of(self, each: Candidate, match: re.Match[str], last: Candidate | None) -> bool:
        """Whether the last name behind a first name is one of its persons', or the one behind that is."""
        further = self.around.outer.owner(match.start("further")) if match["further"] is not None else None
        known = each.senses.rules.keys()
        for owner in (last, further):
            own = known & owner.senses.rules.keys() if owner is not None else ()
            names = (
                [name.lower() for sense in each.senses.each if sense.entity in own for name in sense.names]
                if own
                else ()
            )
            if any(_may_have(name, match["initials"].strip().lower()) for name in names):
                return True
        return False

    def office(self, each: Candidate) -> str:
        """The title of an office before a person's name: it says who is meant, which a `Mr.` does not."""
        if "person" not in each.senses.kinds:
            return ""
        match = _TITLE.search(self.around.text, max(0, each.start - LOOK_AROUND), each.start)
        return match["title"] if match is not None and match["title"].lower() in _OFFICES else ""

    def has_two_initials(self, each: Candidate) -> bool:
        """Whether a common first name and two initials stand before a name: `George H.W. Moss`, not `the U.S. Moss`."""
        match = _INITIALS.search(self.around.text, max(0, each.start - LOOK_AROUND), each.start)
        return match is not None and match["name"].lower() in FIRST_NAMES

    def may_be_named(self, each: Candidate) -> bool:
        """Whether a body is called by a single word, as somebody may be, too: `Moss`, neither `FBI` nor `Moss Bank`."""
        found = self._single.get(id(each.senses))
        if found is None:
            text = self.around.text[each.start : each.end]
            found = each.senses.kinds == {"organisation"} and text.isalpha() and text[1:].islower()
            self._single[id(each.senses)] = found
        return found

    def is_of_a_namesake(self, each: Candidate) -> bool:
        """Whether the single word that a body is called by is somebody's name: `Michael Moss`, `Mr. Moss`.

        Behind a title it may be that of a person whom the register has.

        Where every word has a capital, it is the body's if the text names that plainly.
        """
        text, start = self.around.text, each.start
        if not self.may_be_named(each) or text[start - 1 : start] != " ":
            return False
        if not text[text.rfind(" ", 0, start - 1) + 1].isupper():
            return False
        first = _FIRST_NAME.search(text, max(0, start - LOOK_AROUND), start)
        if first is not None and first["name"].lower() in FIRST_NAMES:
            return self.around.is_unsure(each)
        title = _TITLE.search(text, max(0, start - LOOK_AROUND), start)
        if title is None or title["title"].lower() not in BEFORE_A_PERSON or is_shared(each.senses):
            return False
        is_end = bool(title["stop"]) and len(title["title"]) > _ABBREVIATION
        return not is_end and self.around.is_unsure(each)

    def is_half_of_a_double_name(self, each: Candidate) -> bool:
        """Whether a hyphen joins a person's name to another one: `Jones-Smith`, but not `Trump-Putin talks`."""
        text, start, end = self.around.text, each.start, each.end
        is_part = each.senses.is_bare or self.around.is_one_part(each)
        if is_part and text[start - 1 : start] in HYPHENS:
            match = _JOINED_BEFORE.search(text, max(0, start - LOOK_AROUND), start - 1)
            if match is None:
                return False
            owner = self.around.outer.owner(match.start())
            if owner is None:
                return self.is_surname(match.group())
            return "person" in owner.senses.kinds and " " in text[owner.start : owner.end]
        if not is_part and text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isupper():
            match = _JOINED_BEHIND.match(text, end + 1)
            owner = self.around.outer.owner(end + 1)
            return match is not None and self.is_surname(match.group()) and (owner is None or owner.senses.is_bare)
        return False

    def is_surname(self, word: str) -> bool:
        """Whether a word that a hyphen joins to a name may be one: `Jones-Smith`, not `Anti-Smith`, `Smith-Style`."""
        bare = word.lower()
        is_ordinary = (
            word.isupper() or bare in _JOINED or is_everyday(bare) or is_title(bare) or self.around.is_small(bare)
        )
        return word[0].isupper() and not is_ordinary

    def is_of_another_generation(self, each: Candidate) -> bool:
        """Whether a full name is that of a son or daughter, as in `Donald Trump Jr.`, and not the person's."""
        text, end = self.around.text, each.end
        if "person" not in each.senses.kinds or text[end : end + 1] not in _BEFORE_JUNIOR:
            return False
        return not text[end + 1 : end + 2].islower() and GENERATION.match(text, end) is not None

    def is_in_a_longer_chinese_name(self, each: Candidate) -> bool:
        """Whether a person's name of two Chinese characters may have a third one: no word follows that is another.

        Names have two or three characters, and no space divides them from the next word: `李明` stands in `李明博`.
        """
        text, end = self.around.text, each.end
        if "person" not in each.senses.kinds or not is_han(text[each.start : end]):
            return False
        return is_han(text[end : end + 1]) and _AFTER_A_CHINESE_NAME.match(text, end) is None


def _may_have(name: str, initials: str) -> bool:
    """Whether a full name is with these initials, or may be without its own."""
    own = " ".join(word for word in name.split() if word.endswith("."))
    return not initials or not own or own == initials


def _are_of_two(first: Candidate, last: Candidate) -> bool:
    """Whether two bare names are parts of the names of different persons."""
    return first.senses.is_bare and last.senses.is_bare and first.senses.rules.keys().isdisjoint(last.senses.rules)
