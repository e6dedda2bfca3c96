"""What the words around a candidate say of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from string import ascii_lowercase

from dossier.model import PARAGRAPH_END, Candidate
from dossier.names import (
    CALENDAR,
    EVERYDAY_WORDS,
    bare_word,
    is_everyday,
    is_title,
    short_names,
)
from dossier.resolver.bodies import Bodies
from dossier.resolver.body import LOOK_AROUND, Body
from dossier.resolver.claims import Claims
from dossier.resolver.learnt import words_beside
from dossier.resolver.people import CHINESE_NAME, People
from dossier.resolver.places import END_OF_WORD, Places
from dossier.resolver.surnames import Surnames, is_shared

_PARTICLES = frozenset("bin bint ibn al el van von de da der den del di la le abu".split())
_NEXT_WORD = re.compile(rf"\s+(?:(?:{'|'.join(sorted(_PARTICLES))})\s+)*(?P<word>[^\W\d_][\w’'-]*)")
_BEGIN_ORDINARY = frozenset(set(ascii_lowercase) - {each[0] for each in _PARTICLES})
"""Letters with which neither a name begins nor a small word inside of one."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_JUDGED = 400
_LOWER_COMPOUND = re.compile(r"[-‐‑][a-z]")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w])")
_ACRONYM = 4
_SHOUTED = EVERYDAY_WORDS | {"am", "cares", "knows", "our"}
_BEFORE_US = ("Contact", "Follow", "Join")
_INITIAL = 2
_MANY = 4
"""Of so many mentions, one may stand before the full name, as in a headline."""
_SHORT = 20_000
"""Characters in which looking for one word is faster than reading them all."""


class Surroundings:
    """What the words around a candidate say of it."""

    def __init__(self, body: Body, outer: Claims) -> None:
        self.body = body
        self.text = body.text
        self.outer = outer
        self._judged: dict[int, bool] = {}
        self._headlines: dict[int, bool] = {}
        self._one_part: dict[int, bool] = {}
        self.places = Places(self)
        self.bodies = Bodies(self)
        self.people = People(self)
        self.surnames = Surnames(self)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the article also writes with a small letter: where a sentence begins they are no names."""
        return frozenset(word for paragraph in self.body.all for word in _SMALL_WORD.findall(paragraph.text))

    def strangers(self, outermost: Iterable[Candidate]) -> dict[str, int]:
        """Bare names that stand in the longer name of another person (`Kim Yo Jong`, `Robert Kim`), and where first."""
        found = dict(self.places.elsewhere)
        for each in outermost:
            if not self.is_part_of_longer_name(each):
                continue
            senses, text = each.senses, self.text[each.start : each.end]
            if senses.is_bare or self.is_one_part(each):
                if self.is_of_a_stranger(each):
                    found.setdefault(text, each.start)
            elif "person" in senses.kinds and self.people.is_of_another_generation(each):
                for part in short_names(text):
                    found.setdefault(part, each.start)
            elif self.is_a_namesake(each):
                found.setdefault(text, each.start)
        return found

    def is_a_namesake(self, each: Candidate) -> bool:
        """Whether the name of a place, or of a body, is somebody's here."""
        kinds = each.senses.kinds
        if "place" in kinds and self.places.is_a_namesake(each):
            return True
        return "organisation" in kinds and self.people.is_of_a_namesake(each)

    def is_named_more(self, entity: str, text: str) -> bool:
        """Whether the article calls an entity more than a text as often as it so calls somebody else.

        `Ada Vance`, or `Mayor Vance`, for `Vance`; the other is `Bo Vance`.
        """
        return sum(length > len(text) for length in self._lengths[entity]) >= self._of_others[text]

    @cached_property
    def _lengths(self) -> defaultdict[str, list[int]]:
        """How long the names are by which the article calls an entity, with the office before."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for each in self.outer.outermost:
            own = each.senses.own
            office = self.people.office(each) if own is not None else ""
            if own is not None and (office or not self.is_part_of_longer_name(each)):
                found[own].append(each.end - each.start + len(office))
        return found

    @cached_property
    def _of_others(self) -> Counter[str]:
        """How often each name stands in the full name of somebody else."""
        return Counter(
            self.text[each.start : each.end]
            for each in self.outer.outermost
            if self.is_part_of_longer_name(each) and (self.people.is_of_a_namesake(each) or self.is_of_a_stranger(each))
        )

    def is_before(self, text: str, place: int) -> bool:
        """Whether a text stands before a place of the article, and not just once or twice for many times behind it."""
        places = self._places[text]
        return _MANY * bisect_left(places, place) > len(places)

    @cached_property
    def _places(self) -> defaultdict[str, list[int]]:
        """Where each name stands that is no part of a longer one."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for each in self.outer.outermost:
            if not self.is_part_of_longer_name(each):
                found[self.text[each.start : each.end]].append(each.start)
        return found

    @cached_property
    def plain(self) -> frozenset[str]:
        """The entities that the article names outside of headlines, by a name that is no part of a longer one."""
        return frozenset(
            each.senses.own
            for each in self.outer.outermost
            if each.senses.own is not None and not self.is_in_headline(each) and not self.is_part_of_longer_name(each)
        )

    def is_in_headline(self, each: Candidate) -> bool:
        """Whether every word around a candidate has a capital, so that none tells anything."""
        paragraph, first = self.body.paragraph(each.start)
        found = self._headlines.get(first)
        if found is None:
            found = self._headlines[first] = paragraph.kind == "heading" or _is_in_capitals(paragraph.text)
        return found

    def is_unsure(self, each: Candidate) -> bool:
        """Whether a word with a capital beside a candidate counts: in a headline, unless the text names it plainly."""
        return not self.is_in_headline(each) or each.senses.own not in self.plain

    def is_of_a_stranger(self, each: Candidate) -> bool:
        """Whether a bare name, outside of headings, is the part of a longer name that such a part can be."""
        if self.body.paragraph(each.start)[0].kind == "heading":
            return False
        return self.follows_a_name(each) or ("first" in each.senses.parts and self.precedes_a_name(each))

    def is_part_of_longer_name(self, each: Candidate) -> bool:
        """Whether a candidate is only a part of the name of somebody, or something, else."""
        judged = self._judged.get(id(each))
        if judged is None:
            judged = self._judged[id(each)] = self._judge(each)
        return judged

    def _judge(self, each: Candidate) -> bool:
        senses = each.senses
        if senses.is_beyond_doubt:
            return "organisation" in senses.kinds and (
                self.people.is_of_a_namesake(each)
                or self.bodies.is_anothers(each)
                or (not senses.is_settled and is_shared(senses) and self.people.is_named_after(each))
            )
        if senses.is_bare:
            return self.is_in_a_persons_name(each)
        if self.is_one_part(each):
            if self.follows_a_name(each) or self.precedes_a_name(each):
                return self.is_unsure(each)
            if self.people.is_of_the_spouse(each):
                return True
        return (
            self.people.is_of_another_generation(each)
            or (
                "person" in senses.kinds
                and (self.people.is_half_of_a_double_name(each) or self.people.is_named_after(each))
            )
            or ("place" in senses.kinds and self.places.is_in_another_name(each))
            or (each.end - each.start == CHINESE_NAME and self.people.is_in_a_longer_chinese_name(each))
        )

    def is_in_a_persons_name(self, each: Candidate) -> bool:
        """Whether a bare part of a person's name stands in a longer name."""
        is_middle = each.senses.parts == {"middle"}
        return (
            (is_middle and _LOWER_COMPOUND.match(self.text, each.end) is not None)
            or self.follows_a_name(each)
            or self.precedes_a_name(each)
            or self.people.is_in_a_name_of_parts(each)
            or self.people.is_of_the_spouse(each)
            or self.people.is_half_of_a_double_name(each)
        )

    def is_one_part(self, each: Candidate) -> bool:
        """Whether a listed alias is one part of the full name of its person: `Trump`."""
        senses = each.senses
        if "person" not in senses.kinds:
            return False
        found = self._one_part.get(id(senses))
        if found is None:
            people = [sense for sense in senses.each if sense.kind == "person"]
            text = self.text[each.start : each.end]
            found = any(text in short_names(name) for sense in people for name in sense.names)
            self._one_part[id(senses)] = found
        return found

    def is_shouted(self, each: Candidate) -> bool:
        """Whether an acronym stands for the everyday word that it is in small letters, too: `JOIN US NOW`."""
        text, start, end = self.text, each.start, each.end
        if end - start > _ACRONYM:
            return False
        word = text[start:end]
        if not word.isupper() or word.lower() not in _SHOUTED:
            return False
        before, behind = words_beside(text, start, end)
        if before is None:
            return behind is not None and behind.isupper() and (len(behind) > _ACRONYM or behind.lower() in _SHOUTED)
        if word == "US" and before in _BEFORE_US:
            return True
        place = text.rfind(before, 0, start)
        is_loud = before.isupper() and len(before) > 1 and self.outer.owner(place) is None
        return is_loud and (behind is None or behind.isupper())

    def is_small(self, word: str) -> bool:
        """Whether the article has a word with a small letter, too; in a short one it seldom stands at all."""
        if len(self.text) < _SHORT and word not in self.text:
            return False
        return word in self.small

    def precedes_a_name(self, each: Candidate) -> bool:
        """Whether a further part of a name stands directly behind."""
        word = self.word_behind(each)
        return word is not None and word[0].isupper() and bare_word(word) not in CALENDAR

    def begins_a_sentence(self, each: Candidate, word: str) -> bool:
        """Whether the word before a candidate is the first of its sentence."""
        place = self.text.rfind(word, 0, each.start)
        before = self.text[max(0, place - 2) : place].strip(" ")
        return not before or not (before[-1].isalnum() or before[-1] in ",;-’'")

    def is_capital_inside(self, each: Candidate, word: str) -> bool:
        """Whether the word before a candidate has its capital where no sentence begins, behind a small letter."""
        place = self.text.rfind(word, 0, each.start)
        return self.text[max(0, place - 2) : place - 1].islower() and self.text[place - 1] == " "

    def follows_a_name(self, each: Candidate) -> bool:
        """Whether a further part of a name stands directly before."""
        word = self.word_before(each)
        if word is None or not word[0].isupper():
            return False
        if word.endswith("."):
            return len(word) == _INITIAL or self.people.has_two_initials(each)
        bare = bare_word(word)
        is_ordinary = (
            bare != word.lower() or word.isupper() or is_everyday(bare) or is_title(bare) or self.is_small(bare)
        )
        return not is_ordinary

    def word_behind(self, each: Candidate) -> str | None:
        """The word behind a candidate, unless it belongs to another name or is an ordinary one."""
        text, end = self.text, each.end
        if not text[end : end + 1].isspace() or text[end + 1 : end + 2] in _BEGIN_ORDINARY:
            return None
        match = _NEXT_WORD.match(text, end)
        return (
            None
            if match is None or self.outer.is_spoken_for(each, match.start("word"), match["word"])
            else match["word"]
        )

    def word_before(self, each: Candidate) -> str | None:
        """The word before a candidate, unless it belongs to another name or is an ordinary one."""
        text, start = self.text, each.start
        if not text[start - 1 : start].isspace():
            return None
        words = text[max(0, start - LOOK_AROUND) : start].rpartition(PARAGRAPH_END)[2].split()
        if words and words[-1].islower() and words[-1].isalpha() and words[-1] not in _PARTICLES:
            return None
        while words and words[-1] in _PARTICLES:
            words.pop()
        if not words:
            return None
        match = END_OF_WORD.search(words[-1])
        if match is None:
            return None
        word = match.group()
        return None if self.outer.is_spoken_for(each, text.rfind(word, 0, start), word) else word


def _is_in_capitals(text: str) -> bool:
    """Whether nearly all longer words of a text begin with a capital, as in a headline."""
    words: list[str] = _LONG_WORD.findall(text[:_JUDGED])
    return 4 * sum(word[0].isupper() for word in words) > 3 * len(words)
