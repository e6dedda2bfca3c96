"""The subject behind a verb of saying, and the one a sentence begins with."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.statements.cues import (
    AUXILIARIES,
    BARE,
    BE,
    CLAUSE,
    CUES,
    DETERMINERS,
    HIDDEN,
    LEADING,
    MODALS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
    TIMES,
    VERBS,
)
from dossier.statements.preceding import LONGEST, Phrase
from dossier.statements.tokens import Token

_NAME = range(2, 5)
_MOST_NAMES = 4
_MOST_BEFORE_COLON = 12
_PLACES = frozenset(
    "twitter facebook instagram statement interview speech reporters letter email monday tuesday wednesday thursday "
    "friday saturday sunday cnn cbs nbc abc fox".split()
)
"""Where somebody says something."""
_OF = frozenset("of for at from with and".split())


def subject_after(tokens: Sequence[Token], begin: int) -> Phrase | None:
    """The subject that stands behind a verb: `said the council diplomat`."""
    if begin < len(tokens) and tokens[begin].lower in {"out", "back"}:
        begin += 1  # `called out Ada Vance`
    if begin >= len(tokens) or not _begins_subject(tokens, begin):
        return None
    core = begin
    while core < len(tokens) and core - begin < LONGEST:
        word = tokens[core]
        if word.text == "(":
            closing = next((at for at in range(core, min(len(tokens), core + 10)) if tokens[at].text == ")"), None)
            if closing is None:
                break
            core = closing + 1
            continue
        if word.kind == "sign" and word.text not in "/&@":
            break
        if word.kind == "quote" and word.is_long:
            break
        if core > begin and _ends_subject(tokens, core, begin):
            break
        core += 1
    while core > begin and tokens[core - 1].lower in (DETERMINERS | _OF) - {"one", "others"}:
        core -= 1
    return Phrase(begin, core, _with_aside(tokens, core), is_sure=True) if core > begin else None


def _with_aside(tokens: Sequence[Token], core: int) -> int:
    """Where a subject ends with what is set off behind it, if that tells that it is not named."""
    if core >= len(tokens) or tokens[core].text != ",":
        return core
    end = next(
        (at for at in range(core + 1, len(tokens)) if tokens[at].text in ",;." or tokens[at].is_long), len(tokens)
    )
    words = tokens[core + 1 : end]
    is_name = len(words) in _NAME and all(word.is_name for word in words) and tokens[core - 1].text.islower()
    return end if is_name or any(word.lower in HIDDEN for word in words) else core


def _begins_subject(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place]
    if word.kind != "word" or word.lower in TIMES or word.lower in CLAUSE:
        return False
    if word.lower in PRONOUNS:
        return True
    if word.is_name or word.lower in DETERMINERS:
        return True
    return any(
        each.lower in SPEAKERS or each.is_name for each in tokens[place : place + 4] if each.kind == "word"
    ) and (
        word.lower not in PREPOSITIONS
        and word.lower not in CLAUSE
        and not word.lower.endswith("ly")
        and word.lower not in {"him", "them", "us", "me", "and", "or"}
    )


def _ends_subject(tokens: Sequence[Token], place: int, begin: int) -> bool:
    word = tokens[place]
    if word.lower in PRONOUNS or tokens[begin].lower in PRONOUNS:
        return True
    if word.lower in {"of", "for", "at", "from", "with"}:
        following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        if following in {"his", "her", "their", "its"} and tokens[place - 1].is_name:
            return True
        return word.lower == "at" and not any(each.lower in SPEAKERS for each in tokens[begin:place])
    if word.lower == "and":
        return place + 1 >= len(tokens) or not (tokens[place + 1].is_name or tokens[place + 1].lower in SPEAKERS)
    if word.is_name and word.lower not in TIMES:
        return False
    return (
        word.lower in PREPOSITIONS
        or word.lower in CLAUSE
        or word.lower in VERBS
        or word.lower in BE
        or word.lower in MODALS
        or word.lower in TIMES
        or word.lower in AUXILIARIES
        or (word.lower.endswith("ing") and word.lower not in SPEAKERS)
        or (word.lower.endswith("ly") and not word.is_name)
        or (word.lower in CUES and word.lower not in SPEAKERS)
    )


def first_subject(tokens: Sequence[Token], limit: int, begin: int = 0) -> Phrase | None:
    """The subject a sentence begins with, before an index: what a participle further on has as its subject."""
    if begin == 0 and tokens[0].text.isupper():
        begin = next((at + 1 for at in range(min(limit, 14)) if tokens[at].text in {"—", "–", "-"}), 0)
    while begin < limit and (
        tokens[begin].lower in LEADING or tokens[begin].lower in TIMES or tokens[begin].text == ","
    ):
        begin += 1
    if begin >= limit or tokens[begin].kind != "word":
        return None
    if tokens[begin].lower in PRONOUNS:
        return Phrase(begin, begin + 1, begin + 1, is_sure=True)
    core = begin
    while core < limit and (tokens[core].is_name or tokens[core].lower in {"the", "of"}):
        core += 1
    is_setting = tokens[begin].lower in PREPOSITIONS | CLAUSE or (
        core == begin + 1 and core < limit and tokens[core].lower in PREPOSITIONS | CLAUSE | TIMES
    )
    if is_setting or tokens[begin].lower in {"there", "here", "asked"} or tokens[begin].lower.endswith(("ing", "ed")):
        comma = next((at for at in range(begin, limit) if tokens[at].text == ","), None)
        return None if comma is None else first_subject(tokens, limit, comma + 1)
    if core == begin + 1 and tokens[begin].lower in DETERMINERS:
        noun = next((at for at in range(begin, min(limit, begin + 6)) if tokens[at].lower in SPEAKERS), None)
        core = begin if noun is None else noun + 1
    return Phrase(begin, core, core, is_sure=False) if core > begin else None


def name_before_colon(tokens: Sequence[Token], place: int) -> Phrase | None:
    """The name that a sentence begins with, if only a colon, or also where it was said, stands behind it.

    It is sure if something says where: a word alone may be a label as well.
    """
    if not 2 <= place <= _MOST_BEFORE_COLON or tokens[place - 1].text != ":":
        return None
    words = tokens[: place - 1]
    begin = int(words[0].lower in CUES and words[0].lower not in BARE | PARTICIPLES)
    core = next(
        (at for at in range(begin, len(words)) if not words[at].is_name or words[at].text.isdigit()), len(words)
    )
    setting = [word.lower for word in words[core:]]
    is_aside = core < len(words) and words[core].text == ","
    if not begin < core <= _MOST_NAMES + begin or not (is_aside or all(word.kind == "word" for word in words)):
        return None
    if any(word.lower in TIMES | CLAUSE | LEADING | PREPOSITIONS | DETERMINERS for word in words[begin:core]):
        return None
    if setting and not is_aside and (setting[0] not in PREPOSITIONS | {"to"} or _PLACES.isdisjoint(setting)):
        return None
    return Phrase(begin, core, core, is_sure=bool(begin) or (bool(setting) and not is_aside))
