"""Whether a person's name that stands in a text is in that of another person, or of a thing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.model import Candidate
from dossier.names import NAMED_AFTER, bare_word, is_title

if TYPE_CHECKING:
    from dossier.resolver.around import Surroundings

_LOOK_AROUND = 40
_MRS = re.compile(r"(?<!\w)(?:Mrs|Ms|Miss)\.? $")
_MARRIED = re.compile(r"(?<!\w)(?:(?P<man>Mr)|Mrs|Ms|Miss)\.? (?P<name>[^\W\d_][\w-]*)")
_OF_SOMETHING = re.compile(r" of (?:the )?[A-Z]")


class People:
    """What the words around a person's name say of it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def is_in_a_name_of_parts(self, each: Candidate) -> bool:
        """Whether a bare name stands in one of which the register knows the parts: `George Washington`, `John James`.

        So does a first name before an `of`, and any behind a participle: `Bill of Rights`, `Morning Joe`.
        """
        text, start, end = self.around.text, each.start, each.end
        first = self.around.outer.owner(start - 2) if text[start - 1 : start] == " " else None
        if first is not None and first.senses.parts == {"first"} and _are_of_two(first, each):
            return not self.around.is_in_headline(each)
        if text.endswith("ing", max(0, start - _LOOK_AROUND), start - 1) and self.is_behind_a_participle(each):
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
        if _MRS.search(self.around.text, max(0, each.start - _LOOK_AROUND), each.start) is None:
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


def _are_of_two(first: Candidate, last: Candidate) -> bool:
    """Whether two bare names are parts of the names of different persons."""
    return first.senses.is_bare and last.senses.is_bare and first.senses.rules.keys().isdisjoint(last.senses.rules)
