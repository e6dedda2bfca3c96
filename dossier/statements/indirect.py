"""What is retold: `diplomats said that …`, `…, diplomats said.`, `according to …`, where the rule is sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.statements.attribution import Attribution
from dossier.statements.clauses import (
    FEWEST,
    HAS,
    after_listener,
    after_setting,
    begins_clause,
    cut,
    has_verb_soon,
    is_full,
    leads_to_that,
    only_setting,
    voiced,
)
from dossier.statements.cues import (
    BARE,
    CLAUSE,
    CUES,
    DETERMINERS,
    DOCUMENTS,
    JUDGES,
    NO_THAT,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKERS,
    THAT_FREE,
    VERBS,
    WRITES,
)
from dossier.statements.direct import Draft
from dossier.statements.doubts import is_doubted
from dossier.statements.following import subject_after
from dossier.statements.preceding import Phrase, subject_before
from dossier.statements.relays import listener_at, placed, teller_ahead, teller_around, teller_behind
from dossier.statements.tokens import Sentence
from dossier.statements.verbs import is_cue

_LONGEST = 90
"""So many tokens of a sentence are looked at."""
_LONGEST_SPEAKER = 12
_NOBODY = frozenset("you i we one this that there who which".split())
_COUNTED = frozenset("percent % respondents thirds two-thirds half quarter three-quarters".split())
"""Of whom a poll tells: they are many, and nobody."""
_TOLD = frozenset("told tells reminded assured".split())
_IT = frozenset("said added warned announced reported noted confirmed stressed".split())
"""What `it`, a body, does; `it says a lot` is something else."""
_NEAR = 16
"""A word in quotation marks so many tokens behind a verb is still its."""
_SHOWS = frozenset(
    "reveal reveals revealed suggest suggests suggested confirm confirms confirmed point points pointed".split()
)
"""What things do, too."""
_RELATIVE = frozenset("who which whose when where while".split())


def retold(place: int, sentences: Sequence[Sentence], used: frozenset[int]) -> Iterator[Draft]:
    """The indirect statements of a paragraph.

    Args:
        place: the number of the paragraph.
        sentences: its sentences.
        used: where the verbs begin that a quotation has already.
    """
    for number, sentence in enumerate(sentences):
        if len(sentence) <= _LONGEST:
            draft = _retold(place, sentence, used)
            if draft is not None:
                draft.sentence = number
                yield draft


def _retold(place: int, tokens: Sentence, used: frozenset[int]) -> Draft | None:
    end = _end(tokens)
    for verb in range(len(tokens)):
        if tokens[verb].start in used:
            return None
        if tokens[verb].lower == "according" and verb + 2 < end and tokens[verb + 1].lower == "to":
            draft = _according(place, tokens, verb, end)
            if draft is not None:
                return draft
        if not is_cue(tokens, verb) or tokens[verb].lower in PARTICIPLES:
            continue
        is_telling = CUES[tokens[verb].lower] in {"says", "accuses"} or tokens[verb].lower in WRITES
        if not is_telling and tokens[verb].lower not in JUDGES:
            continue
        subject = subject_before(tokens, verb)
        if subject is None or not _can_speak(tokens, subject, verb):
            continue
        content = (is_telling and (_behind(tokens, verb, end) or _ahead(tokens, subject, verb, end))) or _partly(
            tokens, verb, end
        )
        if content is not None and not any(token.is_long for token in tokens[content[0] : content[1]]):
            return _draft(place, tokens, (verb, verb), subject, content)
    return None


def _end(tokens: Sentence) -> int:
    """The index of the signs that end a sentence."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "sign" and tokens[end - 1].text in ".!?…:;,":
        end -= 1
    return end


def _can_speak(tokens: Sentence, subject: Phrase, verb: int) -> bool:
    words = [token.lower for token in tokens[subject.start : subject.core]]
    is_thing = tokens[verb].lower in _SHOWS and not _is_somebody(tokens[subject.start : subject.core])
    if not subject.is_sure or _is_nobody(words, tokens[verb].lower) or is_doubted(tokens, verb, subject.start):
        return False
    if (
        is_thing
        or subject.core - subject.start > _LONGEST_SPEAKER
        or any(token.quoted is not None for token in tokens[subject.start : subject.core])
    ):
        return False
    if (
        tokens[verb].lower in BARE
        and tokens[verb - 1].lower not in {"did", "does", "do"}
        and not (words[-1].endswith("s") or words[-1] in {"police", "people", "they"} or "and" in words)
    ):
        return False
    if subject.start and tokens[subject.start - 1].lower in CLAUSE - {"but", "while", "though", "although", "as"}:
        return False
    if any(token.lower in {"if", "whether", "unless"} for token in tokens[: subject.start]):
        return False
    return not any(word in DOCUMENTS for word in words) and "who" not in (
        tokens[verb - 1].lower,
        tokens[subject.core - 1].lower,
    )


def _is_somebody(words: Sentence) -> bool:
    """Whether words call somebody: by a pronoun, a name or the noun of one who speaks; a virus is nobody."""
    return any(word.lower in PRONOUNS | SPEAKERS or (word.is_name and word.lower not in DETERMINERS) for word in words)


def _is_nobody(words: Sequence[str], form: str) -> bool:
    """Whether words call nobody who says something by a form of a verb."""
    if len(words) == 1 and (words[0] in _NOBODY or (words[0] == "it" and form not in _IT)):
        return True
    return not _COUNTED.isdisjoint(words)


def _behind(tokens: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    """What is said behind the verb: up to the end of the sentence, or of the clause."""
    form = tokens[verb].lower
    if CUES[form] == "accuses":
        near = {token.lower for token in tokens[verb + 1 : verb + 12]}
        return cut(tokens, verb + 1, end) if "of" in near else None
    begin = after_setting(tokens, verb + 1, end)
    that = next(
        (at for at in range(verb + 1, min(end, verb + (16 if form in _TOLD else 9))) if tokens[at].lower == "that"),
        None,
    )
    if that is not None and leads_to_that(tokens, verb + 1, that, form):
        following = tokens[that + 1].lower if that + 1 < end else ""
        is_thing = that == verb + 1 and (following.endswith("ed") or following in HAS)
        return cut(tokens, that if is_thing else that + 1, end)
    if form in NO_THAT and begin < end and begins_clause(tokens, begin, end):
        return cut(tokens, begin, end)
    if form in THAT_FREE:
        if form in {"told", "tells"}:
            begin = after_listener(tokens, begin, end)
        if begin < end and begins_clause(tokens, begin, end) and has_verb_soon(tokens, begin, end):
            return cut(tokens, begin, end)
    return None


def _partly(tokens: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    """What is said behind a verb, if a word or two of it are quoted: `denounced the plan as "hurtful"`."""
    for place in range(verb + 1, min(end, verb + _NEAR)):
        token = tokens[place]
        if token.quoted is not None:
            return None if _is_name(tokens, place) else cut(tokens, verb + 1, end)
        if token.text in {",", ";", ":", "—", "–"} or token.lower in _RELATIVE or is_cue(tokens, place):
            return None
    return None


def _is_name(tokens: Sentence, place: int) -> bool:
    """Whether the quoted words look like a name: `the show "Morning Joe"`."""
    quoted = tokens[place].quoted
    return quoted is None or quoted.has_capitals


def _ahead(tokens: Sentence, subject: Phrase, verb: int, end: int) -> tuple[int, int] | None:
    """What is said before the verb: `…, diplomats said`."""
    if tokens[verb].lower not in NO_THAT | {"added", "reported", "reports", "noted", "explained"}:
        return None
    before = subject.start - 1
    if before < FEWEST or tokens[before].text != "," or not only_setting(tokens, verb + 1, end):
        return None
    if not is_full(tokens, 0, before) or _is_setting(tokens, before) or _is_as(tokens, before):
        return None
    return voiced(tokens, before)


def _is_as(tokens: Sentence, end: int) -> bool:
    """Whether the words before a comma name who says it: `…, as Vance, a mayor, said`."""
    comma = next((at for at in range(end - 1, 0, -1) if tokens[at].text == ","), None)
    if comma is None or comma + 2 >= end or tokens[comma + 1].lower != "as":
        return False
    return all(token.is_name for token in tokens[comma + 2 : end])


def _is_setting(tokens: Sentence, end: int) -> bool:
    """Whether some words only say when or where: they begin as such, and hold no comma and no verb."""
    if tokens[0].lower not in {"as", "when", "if", "while"} | PREPOSITIONS:
        return False
    return not any(token.text == "," or token.lower in HAS or token.lower in VERBS for token in tokens[1:end])


def _according(place: int, tokens: Sentence, verb: int, end: int) -> Draft | None:
    subject = subject_after(tokens, verb + 2)
    if subject is None or any(token.lower in DOCUMENTS for token in tokens[subject.start : subject.end]):
        return None
    if any(token.is_long for token in tokens):
        return None
    if verb == 0:
        comma = next((at for at in range(subject.core, min(end, subject.core + 25)) if tokens[at].text == ","), None)
        if comma is None or comma + 1 >= end:
            return None
        content = cut(tokens, comma + 1, end)
        return None if content is None else _relayed(place, tokens, verb, subject, content)
    if tokens[verb - 1].text == "," and (subject.core >= end or tokens[subject.core].kind == "sign"):
        content = voiced(tokens, verb - 1)
        if content is not None:
            return _relayed(place, tokens, verb, subject, content)
    else:
        content = None
    return None if content is None else _draft(place, tokens, (verb, verb + 1), subject, content)


def _relayed(place: int, tokens: Sentence, verb: int, teller: Phrase, content: tuple[int, int]) -> Draft:
    """`X said that …, according to Y`: X says it, by way of Y."""
    for at in range(content[0], content[1]):
        if not is_cue(tokens, at) or tokens[at].lower in PARTICIPLES:
            continue
        speaker = subject_before(tokens, at)
        if CUES[tokens[at].lower] not in {"says", "accuses"} or speaker is None or not _can_speak(tokens, speaker, at):
            continue
        said = _behind(tokens, at, content[1])
        if said is not None:
            return _draft(place, tokens, (at, at), speaker, said)
    return _draft(place, tokens, (verb, verb + 1), teller, content)


def _draft(place: int, tokens: Sentence, cue: tuple[int, int], subject: Phrase, content: tuple[int, int]) -> Draft:
    verb, last = cue
    speaker, core = placed(tokens, subject)
    via = None
    if verb == last:
        via = (
            teller_around(tokens, subject.start)
            or teller_ahead(tokens[: subject.start])
            or teller_behind(tokens, max(content[1], verb + 1))
            or listener_at(tokens, verb)
        )
    said = Attribution(
        " ".join(token.lower for token in tokens[verb : last + 1]),
        tokens[verb].start,
        tokens[last].end,
        speaker,
        core,
        via,
    )
    span = (tokens[content[0]].start, tokens[content[1] - 1].end)
    return Draft(place, [span], said, is_indirect=True, said_at=place)
