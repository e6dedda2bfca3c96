"""What the words around a candidate say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from dossier.model import Paragraph
from dossier.names import AFTER_A_PLACE, BEFORE_A_PLACE, CALENDAR, GENERATION, is_everyday, is_title, short_names
from dossier.resolver.claims import Claims, Found

_PARTICLE = r"(?:(?:bin|bint|ibn|al|el|van|von|de|da|der|den|del|di|la|le|abu)\s+)*"
_NEXT_WORD = re.compile(rf"\s+{_PARTICLE}(?P<word>[^\W\d_][\w’'-]*)")
_LAST_WORD = re.compile(rf"(?P<word>[^\W\d_][\w.’'-]*)\s+{_PARTICLE}$")
_LOWER_COMPOUND = re.compile(r"[-‐‑][a-z]")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w])")
_LOOK_AROUND = 40


class Surroundings:
    """What the words around a candidate say of it."""

    def __init__(self, paragraphs: Sequence[Paragraph], outer: Claims) -> None:
        self.paragraphs = paragraphs
        self.outer = outer

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the article also writes with a small letter: at the beginning of a sentence they are no names."""
        return frozenset(word for paragraph in self.paragraphs for word in _SMALL_WORD.findall(paragraph.text))

    def strangers(self, outermost: Iterable[Found]) -> dict[str, tuple[int, int]]:
        """Bare names that stand in the longer name of another person (`Kim Yo Jong`, `Robert Kim`), and where first."""
        found: dict[str, tuple[int, int]] = {}
        for each in outermost:
            if self.is_of_another_generation(each):
                for part in short_names(each.text):
                    found[part] = min(found.get(part, each.place), each.place)
            if each.senses.is_bare and each.paragraph.kind != "heading":
                leads = "first" in each.senses.parts
                if self.follows_a_name(each) or (leads and self.precedes_a_name(each)):
                    found[each.text] = min(found.get(each.text, each.place), each.place)
        return found

    def is_part_of_longer_name(self, each: Found) -> bool:
        """Whether a candidate is only a part of the name of somebody, or something, else."""
        candidate, text = each.candidate, each.paragraph.text
        if each.senses.is_bare:
            middle = each.senses.parts == {"middle"}
            compound = middle and _LOWER_COMPOUND.match(text, candidate.end) is not None
            return compound or self.follows_a_name(each) or self.precedes_a_name(each)
        return self.is_of_another_generation(each) or (
            "place" in each.senses.kinds and self.is_in_another_name(each)
        )

    def is_of_another_generation(self, each: Found) -> bool:
        """Whether a full name is that of a son or daughter, as in `Donald Trump Jr.`, and not the person's."""
        return "person" in each.senses.kinds and GENERATION.match(each.paragraph.text, each.candidate.end) is not None

    def is_in_another_name(self, each: Found) -> bool:
        """Whether a place stands in the name of something else: `South China Sea`, `China Daily`."""
        last, following = self.word_before(each), self.word_behind(each)
        return (last is not None and last[0].isupper() and last.lower() in BEFORE_A_PLACE) or (
            following is not None and following[0].isupper() and _bare_word(following) in AFTER_A_PLACE
        )

    def precedes_a_name(self, each: Found) -> bool:
        """Whether a further part of a name stands directly behind."""
        word = self.word_behind(each)
        return word is not None and word[0].isupper() and _bare_word(word) not in CALENDAR

    def follows_a_name(self, each: Found) -> bool:
        """Whether a further part of a name stands directly before."""
        word = self.word_before(each)
        if word is None or not word[0].isupper():
            return False
        if word.endswith("."):
            return len(word) == 2
        bare = _bare_word(word)
        is_ordinary = (
            bare != word.lower() or word.isupper() or bare in self.small or is_everyday(bare) or is_title(bare)
        )
        return not is_ordinary

    def word_behind(self, each: Found) -> str | None:
        """The word behind a candidate, unless it belongs to another name."""
        match = _NEXT_WORD.match(each.paragraph.text, each.candidate.end)
        return None if match is None or self.outer.is_spoken_for(each, match.start("word")) else match["word"]

    def word_before(self, each: Found) -> str | None:
        """The word before a candidate, unless it belongs to another name."""
        text, start = each.paragraph.text, each.candidate.start
        first = max(0, start - _LOOK_AROUND)
        match = _LAST_WORD.search(text[first:start])
        return None if match is None or self.outer.is_spoken_for(each, first + match.start("word")) else match["word"]


def _bare_word(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return re.sub(r"['’]s$", "", word.lower())
