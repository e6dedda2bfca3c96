"""Candidates and their article to mentions: each linked by a named rule, or left open with its candidates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, Mention, OpenMention, Paragraph, Resolution
from dossier.names import AFTER_A_PLACE, BEFORE_A_PLACE, CALENDAR, GENERATION, is_everyday, is_title, short_names

SEVERAL_FIT = "several fit"
NO_FULL_NAME = "full name missing"
LONGER_NAME = "part of a longer name"
ANOTHER_OF_THAT_NAME = "another of that name"

_PARTICLE = r"(?:(?:bin|bint|ibn|al|el|van|von|de|da|der|den|del|di|la|le|abu)\s+)*"
_NEXT_WORD = re.compile(rf"\s+{_PARTICLE}(?P<word>[^\W\d_][\w’'-]*)")
_LAST_WORD = re.compile(rf"(?P<word>[^\W\d_][\w.’'-]*)\s+{_PARTICLE}$")
_LOWER_COMPOUND = re.compile(r"[-‐‑][a-z]")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w])")
_LOOK_AROUND = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with the paragraph it stands in."""

    paragraph: Paragraph
    candidate: Candidate

    @property
    def text(self) -> str:
        return self.paragraph.text[self.candidate.start : self.candidate.end]


class _Claims:
    """Which characters of an article's paragraphs are spoken for, and by whom."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.masks = {paragraph.id: bytearray(len(paragraph.text)) for paragraph in paragraphs}
        self.owners: dict[tuple[str, int], _Found] = {}

    def claim(self, found: _Found) -> bool:
        """Claim the span of a candidate; `False` if a part of it is spoken for."""
        start, end = found.candidate.start, found.candidate.end
        if not self.free(found):
            return False
        self.masks[found.paragraph.id][start:end] = b"\1" * (end - start)
        self.owners[found.paragraph.id, start] = found
        return True

    def free(self, found: _Found) -> bool:
        """Whether no character of the span is spoken for."""
        return self.masks[found.paragraph.id].find(1, found.candidate.start, found.candidate.end) < 0

    def is_spoken_for(self, found: _Found, position: int) -> bool:
        """Whether a word beside a candidate belongs to another name: one that is no part of the same person's."""
        if not self.masks[found.paragraph.id][position]:
            return False
        owner = self.owners.get((found.paragraph.id, position))
        return owner is None or not _is_bare(owner.candidate) or not _entities(owner) & _entities(found)


def resolve(paragraphs: Sequence[Paragraph], find: Callable[[str], Sequence[Candidate]]) -> Resolution:
    """Decide for every candidate of one article whether it is a mention, and of what.

    The longest candidate with enough evidence wins its place. An alias that needs the article to name its entity
    otherwise, as every bare part of a person's name does, counts only where it does; where two entities fit, or the
    words around a bare name say that it is somebody else's, the mention stays open.

    Args:
        paragraphs: the article's, in order.
        find: the candidates in a text, longest first.
    """
    found = [
        _Found(paragraph, candidate)
        for paragraph in paragraphs
        if paragraph.kind != "code"
        for candidate in find(paragraph.text)
    ]
    if not found:
        return Resolution()
    outer = _Claims(paragraphs)
    outermost = [each for each in found if outer.claim(each)]
    around = _Surroundings(paragraphs, outer)
    named = {
        entity for each in outermost if not around.is_part_of_longer_name(each) for entity in _named(each.candidate)
    }
    strangers = around.strangers(outermost)

    claims = _Claims(paragraphs)
    mentions: list[Mention] = []
    unresolved: list[OpenMention] = []
    weak: list[_Found] = []

    for each in found:
        if not claims.free(each):
            continue
        entities, rule = _decide(each, named)
        if each.candidate.senses and not entities:
            weak.append(each)
            continue
        claims.claim(each)
        if len(entities) > 1:
            unresolved.append(_open(each, SEVERAL_FIT))
        elif around.is_part_of_longer_name(each):
            unresolved.append(_open(each, LONGER_NAME))
        elif rule == "short name" and strangers.get(each.text, around.last) < around.place(each):
            unresolved.append(_open(each, ANOTHER_OF_THAT_NAME))
        elif entities:
            start, end = each.candidate.start, each.candidate.end
            mentions.append(Mention(each.paragraph.id, start, end, each.text, entities[0], rule))
    unresolved += (_open(each, NO_FULL_NAME) for each in weak if claims.claim(each))
    return Resolution(
        tuple(sorted(mentions, key=lambda mention: (around.order[mention.paragraph], mention.start))),
        tuple(sorted(unresolved, key=lambda mention: (around.order[mention.paragraph], mention.start))),
    )


def _open(found: _Found, rule: str) -> OpenMention:
    start, end = found.candidate.start, found.candidate.end
    return OpenMention(found.paragraph.id, start, end, found.text, tuple(sorted(_entities(found))), rule)


def _named(candidate: Candidate) -> set[str]:
    """The entity that this candidate names without help: by a name or alias that is its own."""
    entities = {sense.entity for sense in candidate.senses if sense.alias.scope == "anywhere"}
    return entities if len(entities) == 1 else set()


def _decide(each: _Found, named: set[str]) -> tuple[tuple[str, ...], str]:
    """The entities that a candidate may stand for in this article, and the rule that says so."""
    live = [sense for sense in each.candidate.senses if sense.alias.scope == "anywhere" or sense.entity in named]
    entities = dict.fromkeys(sense.entity for sense in live)
    if len(entities) == 1:
        return tuple(entities), live[0].rule
    known = tuple(entity for entity in entities if entity in named)
    return (known, "shared alias") if len(known) == 1 else (tuple(entities), "")


def _is_bare(candidate: Candidate) -> bool:
    return bool(candidate.senses) and all(sense.rule == "short name" for sense in candidate.senses)


def _entities(found: _Found) -> set[str]:
    return {sense.entity for sense in found.candidate.senses}


class _Surroundings:
    """What the words around a candidate say of it."""

    def __init__(self, paragraphs: Sequence[Paragraph], outer: _Claims) -> None:
        self.outer = outer
        self.order = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
        self.last = (len(paragraphs), 0)
        self.small = {word for paragraph in paragraphs for word in _SMALL_WORD.findall(paragraph.text)}
        """Words that the article also writes with a small letter: at the beginning of a sentence they are no names."""

    def place(self, each: _Found) -> tuple[int, int]:
        """Where a candidate stands in the article."""
        return self.order[each.paragraph.id], each.candidate.start

    def strangers(self, outermost: Iterable[_Found]) -> dict[str, tuple[int, int]]:
        """Bare names that stand in the longer name of another person (`Kim Yo Jong`, `Robert Kim`), and where first."""
        found: dict[str, tuple[int, int]] = {}
        for each in outermost:
            if self.is_of_another_generation(each):
                for part in short_names(each.text):
                    found[part] = min(found.get(part, self.last), self.place(each))
            if _is_bare(each.candidate) and each.paragraph.kind != "heading":
                leads = any(sense.part == "first" for sense in each.candidate.senses)
                if self.follows_a_name(each) or (leads and self.precedes_a_name(each)):
                    found[each.text] = min(found.get(each.text, self.last), self.place(each))
        return found

    def is_part_of_longer_name(self, each: _Found) -> bool:
        """Whether a candidate is only a part of the name of somebody, or something, else."""
        candidate, text = each.candidate, each.paragraph.text
        if _is_bare(candidate):
            middle = all(sense.part == "middle" for sense in candidate.senses)
            compound = middle and _LOWER_COMPOUND.match(text, candidate.end) is not None
            return compound or self.follows_a_name(each) or self.precedes_a_name(each)
        return self.is_of_another_generation(each) or (
            any(sense.kind == "place" for sense in candidate.senses) and self.is_in_another_name(each)
        )

    def is_of_another_generation(self, each: _Found) -> bool:
        """Whether a full name is that of a son or daughter, as in `Donald Trump Jr.`, and not the person's."""
        is_person = any(sense.kind == "person" and sense.rule != "short name" for sense in each.candidate.senses)
        return is_person and GENERATION.match(each.paragraph.text, each.candidate.end) is not None

    def is_in_another_name(self, each: _Found) -> bool:
        """Whether a place stands in the name of something else: `South China Sea`, `China Daily`."""
        last, following = self.word_before(each), self.word_behind(each)
        return (last is not None and last[0].isupper() and last.lower() in BEFORE_A_PLACE) or (
            following is not None and following[0].isupper() and _bare_word(following) in AFTER_A_PLACE
        )

    def precedes_a_name(self, each: _Found) -> bool:
        """Whether a further part of a name stands directly behind."""
        word = self.word_behind(each)
        return word is not None and word[0].isupper() and _bare_word(word) not in CALENDAR

    def follows_a_name(self, each: _Found) -> bool:
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

    def word_behind(self, each: _Found) -> str | None:
        """The word behind a candidate, unless it belongs to another name."""
        match = _NEXT_WORD.match(each.paragraph.text, each.candidate.end)
        return None if match is None or self.outer.is_spoken_for(each, match.start("word")) else match["word"]

    def word_before(self, each: _Found) -> str | None:
        """The word before a candidate, unless it belongs to another name."""
        text, start = each.paragraph.text, each.candidate.start
        first = max(0, start - _LOOK_AROUND)
        match = _LAST_WORD.search(text[first:start])
        return None if match is None or self.outer.is_spoken_for(each, first + match.start("word")) else match["word"]


def _bare_word(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return re.sub(r"['’]s$", "", word.lower())
