"""Whether the name of a body that stands in a text is that of the same body of another state, or party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dossier.model import PARAGRAPH_END, Candidate
from dossier.names import (
    BEFORE_A_PERSON,
    CALENDAR,
    INSIDE_TITLES,
    OF_A_PLACE,
    SHARED_BODIES,
    STATES,
    is_everyday,
    is_title,
)
from dossier.resolver.body import LOOK_AROUND
from dossier.resolver.legislatures import Legislatures, is_of_a_state

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_OF_A_STATE = OF_A_PLACE | frozenset(
    "assembly attorney democrats guard legislature office police representatives republicans".split()
)
_THE_STATES = frozenset(("United States", "US", "USA", "U.S."))
_PARTIES = frozenset(("Democrat", "Democratic", "Democrats", "Republican", "Republicans"))
_SHORTEST, _LONGEST = 8, 11
_OTHER_PARTY_BEHIND = re.compile(
    r"[ -](?:Alliance|Army|Brotherhood|Forces|Front|Guard|Labou?r|Left|Movement|People|Progressive Party|Republic|"
    r"Socialis(?:m|ts?)|Unionists?)\b"
)
_OTHER_PARTY_BEFORE = ("Social ", "Christian ", "Irish ")
_POSSESSIVE = ("'s ", "’s ")
_OF = re.compile(r" of (?:the )?")
_BEHIND_A_STATE = re.compile(
    r"(?<![\w’'-])(?:(?<!\bblue )(?<!\bborder )(?<!\bred )(?<!\bswing )[Ss]tate |"
    r"(?:commonwealth|county|island|province|state|territory)['’]s )$"
)
_ENDS_OF_STATES = ("tate ", *_POSSESSIVE)
_OF_ANOTHER = re.compile(r" of (?:the )?(?P<name>[A-Z][\w’'-]*)")
_HAS_SOMETHING = re.compile(r"\b(?:accus|assur|convinc|depriv|inform|notif|remind|rob|strip|warn)\w* (?:the )?$")
"""Behind these an `of` tells of what, not whose: `accused Congress of`."""


class Bodies:
    """What the words before the name of a body say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.legislatures = Legislatures(around)
        self._last: dict[int, str | None] = {}

    def is_anothers(self, each: Candidate) -> bool:
        """Whether the name of a body stands in that of another one: `Illinois Supreme Court`, `National Congress`."""
        if self.is_of_another_party(each):
            return True
        last = self.last_word(each)
        if last is None:
            return False
        if self.is_of_another_country(each) or self.is_of_some_state(each) or self.is_of_something(each, last):
            return True
        return self.ends_another_name(each, last) or self.legislatures.may_be_a_states(each)

    def ends_another_name(self, each: Candidate, last: str) -> bool:
        """Whether the word before the name of a body, with a capital, makes that of another one of it."""
        text, start = self.around.text, each.start
        if text[start - 1 : start] != " " or not text[max(0, start - 2)].isalnum():
            return False
        word = text[max(0, start - LOOK_AROUND) : start].rpartition(PARAGRAPH_END)[2].split()[-1:]
        if not word or not word[0][0].isupper():
            return False
        is_single = each.end - start == len(last) and last in OF_A_PLACE | SHARED_BODIES
        if self.is_of_a_state(each, word[0]) or (is_single and self.ends_a_name(each, word[0])):
            return True
        return last in SHARED_BODIES and self.goes_on_before(each)

    def is_of_another_party(self, each: Candidate) -> bool:
        """Whether a word for a party is in what others are called: `Democratic Socialist`, `Social Democrats`."""
        text, start, end = self.around.text, each.start, each.end
        if not _SHORTEST <= end - start <= _LONGEST or text[start:end] not in _PARTIES:
            return False
        return _OTHER_PARTY_BEHIND.match(text, end) is not None or text.endswith(_OTHER_PARTY_BEFORE, 0, start)

    def ends_a_name(self, each: Candidate, word: str) -> bool:
        """Whether a single word for a body ends another name: `Freedom House`; neither `Republican` nor `Last House`.

        Where that begins the sentence, the article must have it in the middle of another one, too.
        """
        bare = word.lower()
        is_known = not word.isalpha() or word.isupper() or is_title(bare) or bare in OF_A_PLACE | BEFORE_A_PERSON
        if is_known or self.around.word_before(each) != word or self.around.is_in_headline(each):
            return False
        if self.around.is_capital_inside(each, word):
            if bare.endswith("s") and self.around.precedes_a_name(each):  # `(Moss Says House Will Sleep)`
                return False
            return bare not in CALENDAR and (not is_everyday(bare) or bare in INSIDE_TITLES)
        if is_everyday(bare) or not self.around.begins_a_sentence(each, word):
            return False
        name = f"{word} {self.around.text[each.start : each.end]}"
        return re.search(rf"[a-z] {re.escape(name)}\b", self.around.text) is not None

    def last_word(self, each: Candidate) -> str | None:
        """The last word of a name, in small letters, where it is one that the names of many bodies end with."""
        key = id(each.senses)
        if key not in self._last:
            last = _last_word(self.around.text, each)
            self._last[key] = last if last in _OF_A_STATE else None
        return self._last[key]

    def is_of_a_state(self, each: Candidate, word: str) -> bool:
        """Whether the word before it is the name of a state of the USA of which it says nothing."""
        if word.lower() not in STATES:
            return False
        return not any(word in name for sense in each.senses.each for name in sense.names)

    def is_of_some_state(self, each: Candidate) -> bool:
        """Whether a body is said to be a state's, and its names are of none: `state Senate`, `the island's House`."""
        if not self.around.text.endswith(_ENDS_OF_STATES, 0, each.start):
            return False
        if _BEHIND_A_STATE.search(self.around.text, max(0, each.start - LOOK_AROUND), each.start) is None:
            return False
        return not is_of_a_state(each)

    def is_of_something(self, each: Candidate, last: str) -> bool:
        """Whether a single word for a body goes on to a name that is no place's: `House of Lords`.

        What stands behind a verb may be what the body is told, or accused, of.
        """
        text, start, end = self.around.text, each.start, each.end
        if end - start != len(last) or last not in OF_A_PLACE | SHARED_BODIES:
            return False
        behind = _OF_ANOTHER.match(text, end)
        if behind is None or behind["name"] == "Representatives" or self.around.is_in_headline(each):
            return False
        owner = self.around.outer.owner(behind.start("name"))
        if owner is not None and "place" in owner.senses.kinds:
            return behind["name"].lower() in STATES and self.is_of_a_state(each, behind["name"])
        return _HAS_SOMETHING.search(text, max(0, start - LOOK_AROUND), start) is None

    def is_of_another_country(self, each: Candidate) -> bool:
        """Whether a body of the United States is said to be another country's: `Israeli Supreme Court`."""
        if not any(_is_of_the_states(name) for sense in each.senses.each for name in sense.names):
            return False
        return any(
            "place" in owner.senses.kinds
            and not any(name in _THE_STATES for sense in owner.senses.each for name in sense.names)
            for owner in self.owners(each)
        )

    def owners(self, each: Candidate) -> Iterator[Candidate]:
        """Whose a body is said to be: `Israeli Senate`, `Senate of Peru`, `Peru's Senate`.

        What is a state's may be the country's: `Ohio's Senate race`.
        """
        text, start, outer = self.around.text, each.start, self.around.outer
        adjective = outer.owner(start - 2) if text[start - 1 : start] == " " else None
        if adjective is not None and adjective.end == start - 1 and not self.around.places.is_proper(adjective):
            yield adjective
        possessor = outer.owner(start - 4) if text.endswith(_POSSESSIVE, 0, start) else None
        if possessor is not None and possessor.end == start - 3 and _last_word(text, possessor) not in STATES:
            yield possessor
        behind = _OF.match(text, each.end)
        country = outer.owner(behind.end()) if behind is not None else None
        if behind is not None and country is not None and country.start == behind.end():
            yield country

    def goes_on_before(self, each: Candidate) -> bool:
        """Whether a word with a capital before it makes another name: `Liberal Democratic Party`."""
        following = self.around.word_behind(each)
        if following is not None and following[0].isupper() and not is_title(following.lower()):
            return False
        word = self.around.word_before(each)
        if word is None or not word[0].isupper() or not word.isalpha() or word.isupper():
            return False
        bare = word.lower()
        if (
            is_everyday(bare)
            or is_title(bare)
            or bare in OF_A_PLACE
            or self.around.is_small(bare)
            or self.around.begins_a_sentence(each, word)
        ):
            return False
        return not self.around.is_in_headline(each)


def _last_word(text: str, each: Candidate) -> str:
    return text[each.start : each.end].rpartition(" ")[2].lower()


def _is_of_the_states(name: str) -> bool:
    return name.startswith(("US ", "U.S. ")) or name.endswith(" of the United States")
