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
_DASHES = frozenset("-–—")
_NO_EFFECTS = frozenset(
    "including following during regarding depending pending something anything nothing everything being morning "
    "evening spring beijing king ring".split()
)
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
    if first.lower in PRONOUNS and begin + 1 < end and tokens[begin + 1].lower.endswith("ed"):
        return True
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
    while begin < end and tokens[begin].text == ",":
        begin += 1
    near = range(max(1, begin - _NEAR_VERB), begin)
    is_subordinate = tokens[0].lower in _SUBORDINATES or any(
        tokens[at].lower in _SUBORDINATES and tokens[at - 1].lower not in HAS for at in near
    )
    for at in range(begin + FEWEST, end - 1):
        if is_subordinate and tokens[at].text == ",":
            end = at
            break
        if tokens[at].text == ";" or (tokens[at].text == "," and _is_own_voice(tokens, begin, at + 1, end)):
            end = at
            break
        if _is_dash(tokens, at) and _is_judged(tokens, begin, at, end):
            end = at
            break
    last = next((at for at in range(end - 1, begin, -1) if tokens[at].text == ","), None)
    if last is not None:
        verb = next((at for at in range(last + 2, end) if is_cue(tokens, at)), None)
        if verb is not None and only_setting(tokens, verb + 1, end):
            end = last
    return (begin, end) if end - begin >= FEWEST else None


def _is_own_voice(tokens: Sentence, begin: int, at: int, end: int) -> bool:
    """Whether the words behind a comma are the article's: another clause, or what came of it: `, raising hopes`."""
    word = tokens[at]
    if word.lower in {"but", "according", "although", "though"}:
        return True
    if word.lower in {"while", "whereas"}:
        return tokens[at + 1].is_name
    if word.kind != "word" or not word.lower.endswith("ing"):
        return False
    is_last = not _is_list(tokens, begin, at, end)
    is_effect = word.text.islower() and word.lower not in _NO_EFFECTS and not tokens[at - 2].lower.endswith("ing")
    return word.lower in PARTICIPLES or (is_last and is_effect)


def _is_list(tokens: Sentence, begin: int, at: int, end: int) -> bool:
    """Whether the words behind a comma may stand in a list: with another comma, and an `and` or words in -ing."""
    if any(token.text == "," for token in tokens[at:end]):
        return True
    commas = [place for place in range(begin, at - 1) if tokens[place].text == ","]
    is_joined = any(token.lower in {"and", "or"} for token in tokens[at:end])
    return bool(commas) and (is_joined or any(token.lower.endswith("ing") for token in tokens[commas[0] : at]))


def _is_dash(tokens: Sentence, at: int) -> bool:
    return tokens[at].text in _DASHES and (tokens[at].text != "-" or tokens[at + 1].start > tokens[at].end)


def _is_judged(tokens: Sentence, begin: int, dash: int, end: int) -> bool:
    """Whether the article goes on behind a dash: it closes an aside, or says what that is: `– a claim he denied`."""
    if sum(_is_dash(tokens, at) for at in range(begin)) % 2:
        return True
    if any(_is_dash(tokens, at) for at in range(dash + 1, end - 1)):
        return False
    following = tokens[dash + 1].lower
    return following in {"a", "an", "another", "one", "which", "something", "despite"} or following.endswith("ing")


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
    if any(token.text in _DASHES or token.lower in PRONOUNS - {"it", "you"} for token in between):
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
