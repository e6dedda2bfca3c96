"""What the words around a candidate say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from string import ascii_lowercase

from dossier.model import PARAGRAPH_END, Candidate
from dossier.names import (
    AFTER_A_PLACE,
    BEFORE_A_PLACE,
    CALENDAR,
    GENERATION,
    OF_A_PLACE,
    is_everyday,
    is_title,
    short_names,
)
from dossier.resolver.body import Body
from dossier.resolver.claims import Claims
from dossier.scripts import is_han

_PARTICLES = frozenset("bin bint ibn al el van von de da der den del di la le abu".split())
_NEXT_WORD = re.compile(rf"\s+(?:(?:{'|'.join(sorted(_PARTICLES))})\s+)*(?P<word>[^\W\d_][\w’'-]*)")
_END_OF_WORD = re.compile(r"[^\W\d_][\w.’'-]*$")
_BEGIN_ORDINARY = frozenset(set(ascii_lowercase) - {each[0] for each in _PARTICLES})
"""Letters with which neither a name begins nor a small word inside of one."""
_BEFORE_JUNIOR = frozenset(", \t\n\xa0")
_CHINESE_NAME = 2
_AFTER_A_CHINESE_NAME = re.compile(
    "[说說在是与與及的于對对称稱指也等被已则則就从從把让讓给給还還并曾由以又再却卻了不没沒将將]|"
    "表示|强调|強調|指出|认为|認為|会见|會見|会晤|會晤|出席|访问|訪問|抵达|抵達|先生|女士|同志|总统|總統|主席|总理|總理|部长|部長|外长|外長|首相|大臣|"
    "议员|議員|书记|書記|教授"
)
"""What stands behind a name, and is the third character of none."""
_BEHIND_A_HEAD = (" of ", " of the ", " for ", " for the ")
_OF = re.compile(r"(?<!\w)(?P<head>[A-Z]\w+) (?:of|for) (?:the )?$")
_ABBREVIATED = re.compile(r"\.(?=\s)")
_ABBREVIATION = 5
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_JUDGED = 400
_LOWER_COMPOUND = re.compile(r"[-‐‑][a-z]")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w])")
_LOOK_AROUND = 40
_SHORT = 20_000
"""Characters in which looking for one word is faster than reading them all."""


class Surroundings:
    """What the words around a candidate say of it."""

    def __init__(self, body: Body, outer: Claims) -> None:
        self.body = body
        self.text = body.text
        self.outer = outer
        self._judged: dict[int, bool] = {}

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the article also writes with a small letter: where a sentence begins they are no names."""
        return frozenset(word for paragraph in self.body.all for word in _SMALL_WORD.findall(paragraph.text))

    def strangers(self, outermost: Iterable[Candidate]) -> dict[str, int]:
        """Bare names that stand in the longer name of another person (`Kim Yo Jong`, `Robert Kim`), and where first."""
        found: dict[str, int] = {}
        for each in outermost:
            senses = each.senses
            if senses.is_bare:
                if self.is_part_of_longer_name(each) and self.is_of_a_stranger(each):
                    found.setdefault(self.text[each.start : each.end], each.start)
            elif "person" in senses.kinds and self.is_of_another_generation(each):
                for part in short_names(self.text[each.start : each.end]):
                    found.setdefault(part, each.start)
        return found

    def is_of_a_stranger(self, each: Candidate) -> bool:
        """Whether a bare name, outside of headings, is the part of a longer name that such a part can be."""
        if self.body.paragraph(each.start)[0].kind == "heading":
            return False
        return self.follows_a_name(each) or ("first" in each.senses.parts and self.precedes_a_name(each))

    def is_part_of_longer_name(self, each: Candidate) -> bool:
        """Whether a candidate is only a part of the name of somebody, or something, else."""
        if each.senses.is_beyond_doubt:
            return False
        judged = self._judged.get(id(each))
        if judged is None:
            judged = self._judged[id(each)] = self._judge(each)
        return judged

    def _judge(self, each: Candidate) -> bool:
        senses = each.senses
        if senses.is_bare:
            middle = senses.parts == {"middle"}
            compound = middle and _LOWER_COMPOUND.match(self.text, each.end) is not None
            return compound or self.follows_a_name(each) or self.precedes_a_name(each)
        return (
            self.is_of_another_generation(each)
            or ("place" in senses.kinds and self.is_in_another_name(each))
            or (each.end - each.start == _CHINESE_NAME and self.is_in_a_longer_chinese_name(each))
        )

    def is_of_another_generation(self, each: Candidate) -> bool:
        """Whether a full name is that of a son or daughter, as in `Donald Trump Jr.`, and not the person's."""
        text, end = self.text, each.end
        if "person" not in each.senses.kinds or text[end : end + 1] not in _BEFORE_JUNIOR:
            return False
        return text[end + 1 : end + 2] not in _BEGIN_ORDINARY and GENERATION.match(text, end) is not None

    def is_in_a_longer_chinese_name(self, each: Candidate) -> bool:
        """Whether a person's name of two Chinese characters may have a third one: no word follows that is another.

        Names have two or three characters, and no space divides them from the next word: `李明` stands in `李明博`.
        """
        text, end = self.text, each.end
        if "person" not in each.senses.kinds or not is_han(text[each.start : end]):
            return False
        return is_han(text[end : end + 1]) and _AFTER_A_CHINESE_NAME.match(text, end) is None

    def is_in_another_name(self, each: Candidate) -> bool:
        """Whether a place stands in the name of something else: `South China Sea`, `China Daily`."""
        last = self.word_before(each)
        if last is not None and last[0].isupper() and last.lower() in BEFORE_A_PLACE:
            return True
        following = self.word_behind(each)
        if following is not None and following[0].isupper():
            return _bare_word(following) in AFTER_A_PLACE or self.is_continued_by(each, following)
        text, start = self.text, each.start
        if not text.endswith(_BEHIND_A_HEAD, max(0, start - _LOOK_AROUND), start):
            return False
        head = _OF.search(text, max(0, start - _LOOK_AROUND), start)
        return head is not None and str(head["head"]).lower() in OF_A_PLACE

    def is_continued_by(self, each: Candidate, following: str) -> bool:
        """Whether a word with a capital behind a place makes one name with it: `China Mobile`, not `China President X`.

        A title, a day, an acronym and an abbreviation do not; and where every word has a capital, none tells anything.
        An alias such as `Chinese` or `U.S.` stands for the place in such names, too.
        """
        bare = _bare_word(following)
        if any(sense.rule != "name" for sense in each.senses.each if sense.kind == "place") or following.isupper():
            return False
        if bare in CALENDAR or is_everyday(bare) or is_title(bare):
            return False
        text = self.text
        if (
            _ABBREVIATED.match(text, text.find(following, each.end) + len(following))
            and len(following) <= _ABBREVIATION
        ):
            return False
        paragraph, _ = self.body.paragraph(each.start)
        return paragraph.kind != "heading" and not _is_in_capitals(paragraph.text)

    def is_small(self, word: str) -> bool:
        """Whether the article has a word with a small letter, too; in a short one it seldom stands at all."""
        if len(self.text) < _SHORT and word not in self.text:
            return False
        return word in self.small

    def precedes_a_name(self, each: Candidate) -> bool:
        """Whether a further part of a name stands directly behind."""
        word = self.word_behind(each)
        return word is not None and word[0].isupper() and _bare_word(word) not in CALENDAR

    def follows_a_name(self, each: Candidate) -> bool:
        """Whether a further part of a name stands directly before."""
        word = self.word_before(each)
        if word is None or not word[0].isupper():
            return False
        if word.endswith("."):
            return len(word) == 2
        bare = _bare_word(word)
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
        return None if match is None or self.outer.is_spoken_for(each, match.start("word")) else match["word"]

    def word_before(self, each: Candidate) -> str | None:
        """The word before a candidate, unless it belongs to another name or is an ordinary one."""
        text, start = self.text, each.start
        if not text[start - 1 : start].isspace():
            return None
        words = text[max(0, start - _LOOK_AROUND) : start].rpartition(PARAGRAPH_END)[2].split()
        if words and words[-1].islower() and words[-1].isalpha() and words[-1] not in _PARTICLES:
            return None
        while words and words[-1] in _PARTICLES:
            words.pop()
        if not words:
            return None
        match = _END_OF_WORD.search(words[-1])
        if match is None:
            return None
        word = match.group()
        return None if self.outer.is_spoken_for(each, text.rfind(word, 0, start)) else word


def _is_in_capitals(text: str) -> bool:
    """Whether nearly all longer words of a text begin with a capital, as in a headline."""
    words: list[str] = _LONG_WORD.findall(text[:_JUDGED])
    return 4 * sum(word[0].isupper() for word in words) > 3 * len(words)


def _bare_word(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return word.lower().removesuffix("'s").removesuffix("’s")
