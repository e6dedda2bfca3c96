"""Candidates and their article to mentions: each linked by a named rule, or left open with its candidates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Candidate, Mention, OpenMention, Paragraph, Resolution
from dossier.names import AFTER_A_PLACE, BEFORE_A_PLACE, EVERYDAY_WORDS, TITLES

SEVERAL_FIT = "several fit"
NO_FULL_NAME = "full name missing"
LONGER_NAME = "part of a longer name"
ANOTHER_OF_THAT_NAME = "another of that name"

_NEXT_WORD = re.compile(r"\s+(?P<word>[^\W\d_][\w’'-]*)")
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_][\w.’'-]*)\s+$")
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
    """Which characters of an article's paragraphs are spoken for."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.masks = {paragraph.id: bytearray(len(paragraph.text)) for paragraph in paragraphs}

    def claim(self, found: _Found) -> bool:
        """Claim the span of a candidate; `False` if a part of it is spoken for."""
        start, end = found.candidate.start, found.candidate.end
        if not self.free(found):
            return False
        self.masks[found.paragraph.id][start:end] = b"\1" * (end - start)
        return True

    def free(self, found: _Found) -> bool:
        """Whether no character of the span is spoken for."""
        return self.masks[found.paragraph.id].find(1, found.candidate.start, found.candidate.end) < 0


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
    named = {entity for each in outermost for entity in _named(each.candidate)}
    strangers = {each.text for each in outermost if _names_a_stranger(each, outer)}

    claims = _Claims(paragraphs)
    mentions: list[Mention] = []
    unresolved: list[OpenMention] = []
    weak: list[_Found] = []

    def leave_open(each: _Found, rule: str) -> None:
        ids = tuple(sorted({sense.entity for sense in each.candidate.senses}))
        start, end = each.candidate.start, each.candidate.end
        unresolved.append(OpenMention(each.paragraph.id, start, end, each.text, ids, rule))

    for each in found:
        entities, rule = _decide(each, named)
        if not claims.free(each):
            continue
        if each.candidate.senses and not entities:
            weak.append(each)
            continue
        claims.claim(each)
        if not each.candidate.senses:
            continue
        if len(entities) > 1:
            leave_open(each, SEVERAL_FIT)
        elif (rule == "short name" and _in_longer_name(each, outer)) or _in_name_of_another_thing(each, outer):
            leave_open(each, LONGER_NAME)
        elif rule == "short name" and each.text in strangers:
            leave_open(each, ANOTHER_OF_THAT_NAME)
        else:
            start, end = each.candidate.start, each.candidate.end
            mentions.append(Mention(each.paragraph.id, start, end, each.text, entities[0], rule))
    for each in weak:
        if claims.claim(each):
            leave_open(each, NO_FULL_NAME)

    order = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    return Resolution(
        tuple(sorted(mentions, key=lambda mention: (order[mention.paragraph], mention.start))),
        tuple(sorted(unresolved, key=lambda mention: (order[mention.paragraph], mention.start))),
    )


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


def _is_bare(each: _Found) -> bool:
    return bool(each.candidate.senses) and all(sense.rule == "short name" for sense in each.candidate.senses)


def _names_a_stranger(each: _Found, outer: _Claims) -> bool:
    """Whether a bare name stands in the longer name of another person: `Kim Yo Jong`, `Robert Kim`."""
    if not _is_bare(each):
        return False
    leads = any(sense.leads for sense in each.candidate.senses)
    return _follows_a_name(each, outer) or (leads and _precedes_a_name(each, outer))


def _in_longer_name(each: _Found, outer: _Claims) -> bool:
    return _follows_a_name(each, outer) or _precedes_a_name(each, outer)


def _in_name_of_another_thing(each: _Found, outer: _Claims) -> bool:
    """Whether a place stands in the name of something else: `South China Sea`, `China Daily`, `Paris Agreement`."""
    if not any(sense.is_place for sense in each.candidate.senses):
        return False
    text, start, end = each.paragraph.text, each.candidate.start, each.candidate.end
    before = text[max(0, start - _LOOK_AROUND) : start]
    last, following = _LAST_WORD.search(before), _NEXT_WORD.match(text, end)
    is_part_of_place = (
        last is not None
        and last["word"][0].isupper()
        and last["word"].lower() in BEFORE_A_PLACE
        and not _is_spoken_for(each, start - len(before) + last.start("word"), outer)
    )
    return is_part_of_place or (
        following is not None
        and following["word"][0].isupper()
        and re.sub(r"['’]s$", "", following["word"].lower()) in AFTER_A_PLACE
        and not _is_spoken_for(each, following.start("word"), outer)
    )


def _precedes_a_name(each: _Found, outer: _Claims) -> bool:
    text, end = each.paragraph.text, each.candidate.end
    match = _NEXT_WORD.match(text, end)
    return match is not None and _is_name_part(match["word"]) and not _is_spoken_for(each, match.start("word"), outer)


def _follows_a_name(each: _Found, outer: _Claims) -> bool:
    text, start = each.paragraph.text, each.candidate.start
    before = text[max(0, start - _LOOK_AROUND) : start]
    match = _LAST_WORD.search(before)
    if match is None:
        return False
    word = match["word"]
    if word.endswith("."):
        return len(word) == 2 and word[0].isupper()
    position = start - len(before) + match.start("word")
    return _is_name_part(word) and not word.isupper() and not _is_spoken_for(each, position, outer)


def _is_name_part(word: str) -> bool:
    bare = word.lower().removesuffix("'s").removesuffix("’s")
    possessive = bare != word.lower()
    return word[0].isupper() and not possessive and bare not in EVERYDAY_WORDS and bare not in TITLES


def _is_spoken_for(each: _Found, position: int, outer: _Claims) -> bool:
    """Whether the word at a position belongs to another candidate."""
    return outer.masks[each.paragraph.id][position] == 1
