"""By way of whom words come: an agency that was told, or that reports them; whoever says that another said them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dossier.agencies import agency_of
from dossier.statements.cues import (
    CUES,
    DETERMINERS,
    DOCUMENTS,
    NO_THAT,
    OUTLETS,
    PARTICIPLES,
    PRONOUNS,
    REPORTS,
    SPEAKERS,
)
from dossier.statements.following import subject_after
from dossier.statements.preceding import Phrase, subject_before
from dossier.statements.tokens import Token
from dossier.statements.verbs import is_cue

_LISTENERS = frozenset("told tells telling tell".split())
_QUOTING = frozenset("quoted quotes quoting quote cited cites citing cite".split())
_HAVING_SAID = frozenset("saying telling warning writing adding insisting claiming asking calling".split())
_WITHIN = 20
"""Whom somebody quotes `as saying` is named within so many words."""
_LONGEST = 14
"""No more words than these stand between `according to` and the comma behind whoever is named."""

Place = tuple[int, int]


def placed(tokens: Sequence[Token], phrase: Phrase) -> tuple[Place, Place]:
    """Where a phrase stands in the text, and where the name or noun itself does."""
    begin = tokens[phrase.start].start
    pronoun = tokens[phrase.start].lower.partition("'")[0]
    if phrase.end - phrase.start == 1 and pronoun in PRONOUNS:
        return (begin, begin + len(pronoun)), (begin, begin + len(pronoun))
    return (begin, tokens[phrase.end - 1].end), (begin, tokens[phrase.core - 1].end)


def is_agency(words: Sequence[Token]) -> bool:
    """Whether some words name a news agency or an outlet."""
    bare = [word for word in words if word.lower not in {"the", "official", "state"}]
    named = " ".join(word.text for word in bare)
    return (
        agency_of(named) is not None
        or any(word.text == "Agency" for word in bare)
        or (bool(bare) and bare[-1].lower in OUTLETS and bare[-1].is_name)
        or (bool(bare) and agency_of(bare[0].text) is not None and len(bare) <= 3)
    )


def teller_at(tokens: Sequence[Token], begin: int) -> Place | None:
    """Who is named behind `according to`; a document is nobody."""
    teller = subject_after(tokens, begin)
    if teller is None or not _can_tell(tokens[teller.start : teller.end]):
        return None
    return placed(tokens, teller)[1]


def _can_tell(words: Sequence[Token]) -> bool:
    """Whether some words call somebody, by a name or a noun: no pronoun, and no document."""
    is_somebody = any((word.is_name and word.lower not in DETERMINERS) or word.lower in SPEAKERS for word in words)
    is_pronoun = len(words) == 1 and words[0].lower in PRONOUNS
    return is_somebody and not is_pronoun and not any(word.lower in DOCUMENTS for word in words)


def listener_at(tokens: Sequence[Token], told: int) -> Place | None:
    """The agency or outlet that was told."""
    if tokens[told].lower not in _LISTENERS:
        return None
    words = list(takewhile(lambda word: word.is_name or word.lower == "the", tokens[told + 1 : told + 5]))
    while words and not is_agency(words):
        words.pop()
    return (words[0].start, words[-1].end) if words else None


def teller_ahead(tokens: Sequence[Token]) -> Place | None:
    """Who is named at the beginning of a sentence: `According to KCNA, …`."""
    if len(tokens) < 4 or tokens[0].lower != "according" or tokens[1].lower != "to":
        return None
    teller = subject_after(tokens, 2)
    is_set_off = teller is not None and any(word.text == "," for word in tokens[teller.core : teller.core + _LONGEST])
    return teller_at(tokens, 2) if is_set_off else None


def teller_behind(tokens: Sequence[Token], begin: int) -> Place | None:
    """Who relays what came before an index: `…, KCNA reported`, `…, according to Xinhua`."""
    for at in range(begin, len(tokens)):
        word = tokens[at]
        if word.is_long:
            return None
        if word.lower == "to" and at > begin and tokens[at - 1].lower == "according":
            return teller_at(tokens, at + 1)
        if word.lower in REPORTS:
            comma = max((place for place in range(begin, at) if tokens[place].text == ","), default=begin)
            words = tokens[comma + 1 : at]
            return (words[0].start, words[-1].end) if words and is_agency(words) else None
    return None


def teller_around(tokens: Sequence[Token], begin: int) -> Place | None:
    """Who says that another, whom the words at an index call, says something: `KCNA said Kim had told …`."""
    is_that = begin > 0 and tokens[begin - 1].lower == "that"
    verb = begin - 1 - is_that
    if verb < 1 or not is_cue(tokens, verb) or tokens[verb].lower in PARTICIPLES:
        return None
    if tokens[verb].lower not in NO_THAT and not (is_that and CUES[tokens[verb].lower] == "says"):
        return None
    teller = subject_before(tokens, verb)
    if teller is None or not teller.is_sure or not _can_tell(tokens[teller.start : teller.end]):
        return None
    return placed(tokens, teller)[1]


def is_quoting(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb says that somebody quotes another."""
    return tokens[verb].lower in _QUOTING


def quoted_by(tokens: Sequence[Token], verb: int) -> tuple[Phrase | None, bool]:
    """Whom somebody quotes by the verb at an index, and whether that one is quoted `as saying` something."""
    end = min(len(tokens), verb + _WITHIN)
    saying = next(
        (at for at in range(verb + 2, end) if tokens[at].lower in _HAVING_SAID and tokens[at - 1].lower == "as"), None
    )
    if saying is None:
        return None, False
    speaker = subject_after(tokens, verb + 1)
    return (speaker if speaker is not None and speaker.start < saying else None), True


def quoting_before(tokens: Sequence[Token], saying: int) -> int | None:
    """The verb by which somebody quotes another `as saying` what follows; `saying` is the index of that word."""
    if tokens[saying].lower not in _HAVING_SAID or not saying or tokens[saying - 1].lower != "as":
        return None
    for at in range(saying - 2, max(-1, saying - _WITHIN), -1):
        if tokens[at].text in {";", ":"} or tokens[at].is_long:
            return None
        if is_quoting(tokens, at):
            return at
    return None


def quoter_behind(tokens: Sequence[Token], verb: int) -> Place | None:
    """By whom somebody is quoted: `was quoted by KCNA as saying`, `was quoted as saying by KCNA`."""
    for at in range(verb + 1, min(len(tokens) - 1, verb + 5)):
        if tokens[at].lower == "by":
            return teller_at(tokens, at + 1)
        if tokens[at].lower not in {"as", "saying", "on", "in", "telling"}:
            return None
    return None
