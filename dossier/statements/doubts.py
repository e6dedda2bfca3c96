"""Where an article itself does not say that something was said: it is denied, alleged, imagined, asked or wished."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.statements.cues import AUXILIARIES, BARE, BE, CLAUSE, MODALS, PARTICIPLES
from dossier.statements.tokens import Token

_WITHIN = 7
"""A verb governs an infinitive or a participle so many words further on."""
_PERFECT = frozenset("have has having been".split())
_DENIED = frozenset(
    "deny denies denied denying accused accuses accuse accusing suspected avoid avoids avoided avoiding refused "
    "refuses refuse refusing declined declines decline declining imagine imagines imagined imagining consider "
    "considered considering contemplated forgot forget forgets forgotten failed fails fail failing instead rather "
    "without never refrain refrained refraining short dreamed dream suggested suggests risk risked alleged alleges "
    "prevented barred banned stopped against".split()
)
"""Words behind which a participle or an infinitive says what somebody did not say, or only may have said."""
_WANTED = frozenset(
    "want wants wanted wanting like likes plan plans planned planning expect expects expected intend intends intended "
    "hope hopes hoped hoping ought need needs needed supposed unable afraid reluctant loath wait threaten threatens "
    "threatened likely unlikely asked asks urged urges ordered told allowed paid forced pressured encouraged "
    "instructed required prepared preparing ready tempted hesitate hesitated pretend pretended pretends tried trying "
    "tries try attempt attempted wish wishes wished if whether how".split()
)
"""Words behind which an infinitive says what was not said yet."""
_THOUGHT = frozenset(
    "believe believes believed think thinks thought doubt doubts doubted imagine imagines imagined suppose supposed "
    "supposing assume assumes assumed assuming suspect suspects suspected wish wishes wished hope hopes hoped fear "
    "fears feared guess guessed pretend pretends pretended deny denies denied denying dispute disputes disputed "
    "disputing expect expects expected allege alleged alleging if whether unless lest".split()
)
"""Words behind which a clause says what is only thought, or not even that."""
_RUMOURS = frozenset(
    "evidence proof sign indication rumor rumour rumors rumours claim claims allegation allegations suggestion "
    "suggestions idea notion possibility chance likelihood impression belief myth lie hoax accusation accusations "
    "likely unlikely possible impossible doubtful untrue false unclear".split()
)
"""Words before `that` which say how sure something is not."""
_ALLEGED = frozenset("allegedly supposedly purportedly ostensibly hypothetically hardly barely scarcely".split())
_MODALS = MODALS - {"to", "if", "whether"}
_LATER = frozenset("later then often always sometimes repeatedly eventually subsequently frequently".split())
"""Words that make of `would say` what somebody did say."""
_NOBODY = frozenset("nobody none neither nothing no few hardly".split())
_ASKING = frozenset("did does do has have had is was are were would could should can will may might must".split())
_BEFORE_CLAUSE = frozenset("but and or so then now yet".split())


def is_doubted(tokens: Sequence[Token], verb: int, subject: int | None) -> bool:
    """Whether a sentence does not say that something was said.

    Args:
        tokens: of the sentence.
        verb: the index of the verb of saying.
        subject: the index at which its subject begins, if it is known.
    """
    if subject is not None and (tokens[subject].lower in _NOBODY or _is_thought(tokens, subject)):
        return True
    return _is_supposed(tokens, verb) or _is_governed(tokens, verb)


def _is_supposed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it may have been said, would have been, will be, or is alleged to have been: `could have said`."""
    between = []
    at = verb - 1
    while at >= 0 and _goes_with(tokens[at]):
        between.append(tokens[at].lower)
        at -= 1
    if not _ALLEGED.isdisjoint(between):
        return True
    modal = tokens[at].lower if at >= 0 else ""
    return modal in _MODALS and not (modal == "would" and not _LATER.isdisjoint(between))


def _goes_with(word: Token) -> bool:
    """Whether a word can stand between a verb and its modal."""
    return word.lower in _PERFECT or word.lower in AUXILIARIES or (word.kind == "word" and word.lower.endswith("ly"))


def _is_governed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is an infinitive or a participle of a verb that says so: `denied saying`, `forgot to say`."""
    form, at = tokens[verb].lower, verb - 1
    while at >= 0 and _goes_with(tokens[at]):
        at -= 1
    is_infinitive = form in BARE and at >= 0 and tokens[at].lower == "to"
    is_gerund = (form in PARTICIPLES or at < verb - 1) and not (at >= 0 and tokens[at].lower in BE)
    if not (is_infinitive or is_gerund):
        return False
    words = _DENIED | _WANTED if is_infinitive else _DENIED
    for place in range(at, max(-1, at - _WITHIN), -1):
        word = tokens[place]
        if word.lower in words:
            return True
        if word.kind != "word" or word.lower in CLAUSE - {"if", "whether", "how", "than"}:
            return False
    return False


def _is_thought(tokens: Sequence[Token], subject: int) -> bool:
    """Whether the clause of a subject says what is only thought, asked or supposed."""
    at = subject - 1
    if at >= 0 and tokens[at].lower == "that":
        at -= 1
        if at >= 0 and tokens[at].lower in _RUMOURS:
            return True
    if at < 0:
        return False
    if tokens[at].lower in _THOUGHT:
        return True
    before = tokens[at - 1] if at else None
    is_first = before is None or before.kind != "word" or before.lower in _BEFORE_CLAUSE
    return tokens[at].lower in _ASKING and is_first
