"""Where a verb says that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.statements.cues import (
    AUXILIARIES,
    BARE,
    BE,
    CUES,
    DOCUMENTS,
    LIKE_NOUNS,
    MODALS,
    NEGATIONS,
    PARTICIPLES,
    PRONOUNS,
    SPEAKERS,
    TIMES,
)
from dossier.statements.tokens import Token

_BEFORE_NOUNS = frozenset("the a an his her their its our my your no every these those".split())
_WITH = dict.fromkeys("shoot shoots shot shooting".split(), "back") | dict.fromkeys(
    "point points pointed pointing".split(), "out"
)
"""They say something only with this word behind them."""
_NO_NAMING = frozenset("in off up to back into".split())
"""Behind `call`, these say that somebody does something else: `called in the crew`, `calls to stop`."""
_RELATIVE = frozenset({"who", "which"})
_PLURALS = frozenset("they we i you police people who and did does do media".split())


def is_cue(tokens: Sequence[Token], place: int, *, beside: bool = False) -> bool:
    """Whether a word is a verb of saying that somebody does: in no passive, not denied, not only possible.

    Args:
        tokens: of the sentence.
        place: the index of the word.
        beside: whether a quotation stands beside it, which makes sure of forms that are not, alone.
    """
    word = tokens[place]
    if word.kind != "word" or word.lower not in CUES or word.is_name:
        return False
    if place == 0:
        return word.lower in PARTICIPLES and beside
    before = tokens[place - 1]
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    is_other = following in _NO_NAMING and word.lower.startswith("call")
    if following == "by" or is_other or following != _WITH.get(word.lower, following):
        return False
    if before.lower in BE:
        return word.lower in PARTICIPLES or (word.lower == "quoted" and beside)
    is_possible = before.lower in MODALS and not (
        beside and before.lower in {"to", "will", "would"} and CUES[word.lower] == "says"
    )
    is_colon = beside and following == ":" and place > 1 and tokens[place - 2].is_name
    return not is_possible and (is_colon or not _is_noun(word, before)) and not _is_denied(tokens, place)


def _is_noun(word: Token, before: Token) -> bool:
    """Whether a word that may be a verb is rather a noun: `his report`, `the claims`, `Ri's remarks`."""
    if word.lower in BARE and not _takes_bare(before):
        return True
    if word.lower.endswith("ed") and before.lower in _BEFORE_NOUNS:
        return True
    return before.lower.endswith(("'s", "s'")) or (word.lower in LIKE_NOUNS and not _takes_third(before))


def _takes_third(before: Token) -> bool:
    """Whether a word can stand before a verb of the third person: no plural, no number, no day, no adjective."""
    if before.kind != "word":
        return True
    if before.lower in TIMES or before.text[0].isdigit() or before.lower in {"media", "police", "people"}:
        return False
    is_many = before.lower in SPEAKERS and before.lower.endswith("s")
    return not is_many and (before.is_name or before.lower in PRONOUNS | SPEAKERS | AUXILIARIES | DOCUMENTS | _RELATIVE)


def _takes_bare(before: Token) -> bool:
    """Whether a word can stand before a verb without an ending: a plural, or a verb that goes with it."""
    if before.kind != "word":
        return before.text == ","
    if before.lower in MODALS | _PLURALS | AUXILIARIES:
        return True
    is_plural = before.lower.endswith("s") and not before.lower.endswith(("'s", "ss", "ous"))
    return is_plural and before.lower not in {"his", "this", "its"}


def _is_denied(tokens: Sequence[Token], place: int) -> bool:
    return any(word.lower in NEGATIONS for word in tokens[max(0, place - 3) : place])
