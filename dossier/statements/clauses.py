"""Where in a sentence what is said begins, and where it ends."""

from __future__ import annotations

from dossier.statements.cues import (
    BE,
    CLAUSE,
    CUES,
    DETERMINERS,
    MODALS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    VERBS,
)
from dossier.statements.tokens import Sentence
from dossier.statements.verbs import is_cue

FEWEST = 3
"""What is said has at least so many words."""
_NEAR_VERB = 5
"""The subject of a verb of saying, and what begins its clause, stand so near before what is said."""
_SUBORDINATES = frozenset("while when as after before because since although".split())
HAS = frozenset("has have had is are was were be been will would could should may might can must did does do".split())


def after_setting(tokens: Sentence, begin: int, end: int) -> int:
    """Past the words that say when: `on Sunday`, `last week`."""
    place = begin
    while place < end:
        word = tokens[place]
        following = tokens[place + 1].lower if place + 1 < end else ""
        if (
            word.lower in TIMES - {"this", "may", "march"}
            or (word.lower in {"on", "in", "this"} and following in TIMES)
            or (place > begin and (word.text.isdigit() or (word.text == "," and following.isdigit())))
        ):
            place += 1
        else:
            break
    return place


def after_listener(tokens: Sentence, begin: int, end: int) -> int:
    """Past those who were told."""
    place = begin
    while place < min(end, begin + 6) and tokens[place].kind == "word":
        word = tokens[place].lower
        if place > begin and (word in PRONOUNS or word in DETERMINERS):
            return after_setting(tokens, place, end)
        place += 1
        if word in {
            "reporters",
            "lawmakers",
            "journalists",
            "him",
            "her",
            "them",
            "me",
            "us",
            "reuters",
            "cnn",
            "supporters",
        }:
            return after_setting(tokens, place, end)
    return end


def begins_clause(tokens: Sentence, begin: int, end: int) -> bool:
    """Whether some words can be a clause of their own."""
    word = tokens[begin]
    if word.kind == "quote" or end - begin < FEWEST:
        return False
    if (
        word.kind == "sign"
        or word.lower in CLAUSE
        or word.lower in {"so", "nothing", "him", "them", "me", "us", "and", "or"}
    ):
        return False
    if begin + 1 < end and (word.lower, tokens[begin + 1].lower) in {("the", "same"), ("a", "lot"), ("as", "much")}:
        return False
    if word.lower in PREPOSITIONS or word.lower in BE or word.lower in MODALS or word.lower.endswith("ly"):
        return False
    return is_full(tokens, begin, end)


def has_verb_soon(tokens: Sentence, begin: int, end: int) -> bool:
    """Whether a few words and then an auxiliary begin a clause: `the plan would`."""
    first = tokens[begin]
    if not (first.is_name or first.lower in DETERMINERS | PRONOUNS | {"there"}):
        return False
    for token in tokens[begin + 1 : min(end, begin + 8)]:
        if token.lower in HAS or token.lower in VERBS:
            return True
        if token.kind != "word" or token.lower in CLAUSE or token.lower in PREPOSITIONS - {"of", "in"}:
            return False
    return False


def is_full(tokens: Sentence, begin: int, end: int) -> bool:
    """Whether some words hold a verb: an auxiliary, or a word that looks like one."""
    words = tokens[begin + 1 : min(end, begin + 25)]
    return any(
        word.lower in HAS
        or word.lower in VERBS
        or word.lower in CUES
        or "n't" in word.lower
        or word.lower.endswith(("'s", "'re", "'ve", "'ll", "'d"))
        or (word.kind == "word" and not word.is_name and word.lower.endswith(("ed", "s")) and len(word.lower) > 2)
        for word in words
    ) or tokens[begin].lower.endswith(("'s", "'re", "'ve", "'ll", "'d"))


def cut(tokens: Sentence, begin: int, end: int) -> tuple[int, int] | None:
    """What is said ends where the article goes on in its own voice: at a `but`, a semicolon, another's saying."""
    is_subordinate = tokens[0].lower in _SUBORDINATES or any(
        word.lower in _SUBORDINATES for word in tokens[max(0, begin - _NEAR_VERB) : begin]
    )
    for at in range(begin + FEWEST, end - 1):
        if is_subordinate and tokens[at].text == ",":
            end = at
            break
        if tokens[at].text == ";" or (
            tokens[at].text == "," and tokens[at + 1].lower in {"but", "according", "although", "though"}
        ):
            end = at
            break
        if tokens[at].text == "," and tokens[at + 1].kind == "word" and tokens[at + 1].lower in PARTICIPLES:
            end = at
            break
    last = next((at for at in range(end - 1, begin, -1) if tokens[at].text == ","), None)
    if last is not None:
        verb = next((at for at in range(last + 2, end) if is_cue(tokens, at)), None)
        if verb is not None and only_setting(tokens, verb + 1, end):
            end = last
    return (begin, end) if end - begin >= FEWEST else None


def voiced(tokens: Sentence, end: int) -> tuple[int, int] | None:
    """A clause before an index, without the word that joins it to the sentence before."""
    begin = 0
    while begin < end and (tokens[begin].kind == "sign" or tokens[begin].lower in {"and", "but", "meanwhile"}):
        begin += 1
    return (begin, end) if end - begin >= FEWEST else None


def only_setting(tokens: Sentence, begin: int, end: int) -> bool:
    """Whether only when, where and to whom it was said is left of a sentence."""
    if begin >= end:
        return True
    rest = tokens[begin:end]
    return (
        len(rest) <= 14
        and rest[0].lower in PREPOSITIONS | TIMES | {"late", ",", "earlier"}
        and not any(token.lower in CLAUSE - {"after", "before", "as"} or token.lower in HAS for token in rest)
    )


def leads_to_that(tokens: Sentence, begin: int, that: int, form: str) -> bool:
    """Whether only whom it was told, when and where stands between a verb and `that`."""
    between = tokens[begin:that]
    if any(token.lower in CLAUSE or token.lower in HAS or token.quoted is not None for token in between):
        return False
    if between and (between[-1].lower in PREPOSITIONS or _is_infinitive(between)):
        return False
    if form in {"told", "tells", "tell", "reminded", "assured", "reassured", "advised"} or not between:
        return True
    if form in {"pointed", "points"} and len(between) == 1:
        return True
    return between[0].lower in PREPOSITIONS | TIMES | {",", "last", "earlier"}


def _is_infinitive(words: Sentence) -> bool:
    """Whether words behind a verb are what somebody agrees to do, and not to whom it is said: `to hear a case`."""
    if words[0].lower != "to" or len(words) == 1:
        return False
    second = words[1]
    return not (second.is_name or second.lower in DETERMINERS or second.lower.endswith("s"))
