"""Which verb governs a quoted span, and whose words it says they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dossier.statements.cues import AUXILIARIES, BARE, BE, CLAUSE, CUES, MODALS, PARTICIPLES, REPORTS, SPEAKERS
from dossier.statements.doubts import is_doubted
from dossier.statements.following import first_subject, name_before_colon, subject_after
from dossier.statements.preceding import Phrase, subject_before, without_adverbs
from dossier.statements.relays import (
    is_agency,
    is_quoting,
    listener_at,
    placed,
    quoted_by,
    quoter_behind,
    quoting_before,
    teller_ahead,
    teller_around,
    teller_behind,
)
from dossier.statements.tokens import Token
from dossier.statements.verbs import is_cue

_FAR = 45
"""A verb governs no quotation further on."""
_NEAR_WITH = 20
"""`with the mayor saying`: so many words may stand between."""
_NEAR_MANNER = 8
"""How somebody speaks governs what stands so near."""
_SO = frozenset("thus so way this follows".split())
_MANNER_WORDS = 5
_FEWEST_OF_NAME = 2
_MANNER = frozenset("screaming shouting yelling crying laughing sighing singing roaring groaning moaning".split())
_WITNESSES = frozenset(
    "captured captures caught catches heard hears overheard saw sees seen recorded records filmed shows showed shown "
    "showing found features featured depicts depicted taped videotaped spotted witnessed remembers remembered".split()
)
"""Behind these, a participle is what another does than their subject."""


class Attribution(NamedTuple):
    """A verb of saying with its subject: places in the text of the paragraph."""

    cue: str
    cue_start: int
    cue_end: int
    speaker: tuple[int, int] | None
    """The whole phrase."""
    core: tuple[int, int] | None
    """The phrase without what is set off behind it."""
    via: tuple[int, int] | None = None
    """Who relays it."""
    is_sure: bool = True
    is_doubted: bool = False
    """Whether the sentence does not say that it was said."""


def attributed(tokens: Sequence[Token], place: int) -> Attribution | None:
    """The attribution of the quoted span at an index of a sentence; none if that does not say that it was said."""
    if place > 2 and tokens[place - 1].lower == "of" and _is_accused(tokens, place - 2):
        return None
    found = _nearest(tokens, place)
    return None if found is None or found.is_doubted else _relayed(tokens, found)


def _is_accused(tokens: Sequence[Token], place: int) -> bool:
    """Whether somebody is accused, by whom nobody says: `is accused of`."""
    return tokens[place].lower == "accused" and tokens[place - 1].lower in BE


def _nearest(tokens: Sequence[Token], place: int) -> Attribution | None:
    behind, before = _behind(tokens, place), _before(tokens, place) or _headed(tokens, place)
    if behind is None or before is None:
        return behind or before
    if behind.speaker is not None and _is_relay(tokens, behind, place) and before.speaker is not None:
        return before._replace(via=behind.core)
    return before if before.cue_end > tokens[place].start - 3 else behind


def _headed(tokens: Sequence[Token], place: int) -> Attribution | None:
    """The name that heads a quotation, without a verb: `Vance: "…"`, `Vance on Twitter: "…"`."""
    name = name_before_colon(tokens, place)
    if name is None:
        return _put_so(tokens, place)
    whole, core = placed(tokens, name)
    if name.start:
        return Attribution(tokens[0].lower, tokens[0].start, tokens[0].end, whole, core)
    colon = tokens[place - 1].end
    return Attribution("", colon, colon, whole, core, is_sure=name.is_sure)


def _put_so(tokens: Sequence[Token], place: int) -> Attribution | None:
    """Somebody named who puts something so: `Vance framed the issue thus: "…"`."""
    if place < _MANNER_WORDS or tokens[place - 1].text != ":" or tokens[place - 2].lower not in _SO:
        return None
    subject = first_subject(tokens, place - 2)
    if subject is None or not subject.core - subject.start >= _FEWEST_OF_NAME or subject.core >= place - 2:
        return None
    verb = tokens[subject.core]
    is_finite = verb.lower.endswith("ed") or verb.lower in {"put", "puts", "has", "frames", "explains"}
    return _made(tokens, subject.core, subject) if is_finite and verb.text.islower() else None


def _is_relay(tokens: Sequence[Token], behind: Attribution, place: int) -> bool:
    """Whether who stands behind a quotation relays it: an agency, which the one before it is not."""
    if behind.cue != "according to" and behind.cue.rpartition(" ")[2] not in REPORTS:
        return False
    core = behind.core
    words = [word for word in tokens[place + 1 :] if core is not None and core[0] <= word.start < core[1]]
    return is_agency(words)


def _relayed(tokens: Sequence[Token], found: Attribution) -> Attribution:
    """With whoever relays it: the agency that was told, or `according to` which, or that reports it."""
    if found.via is not None or found.cue == "according to":
        return found
    told = next((at for at, word in enumerate(tokens) if word.end == found.cue_end), None)
    if told is None:
        return found
    behind = max(found.cue_end, found.speaker[1] if found.speaker is not None else 0)
    end = next((at for at in range(told + 1, len(tokens)) if tokens[at].start >= behind), len(tokens))
    via = teller_ahead(tokens) or teller_behind(tokens, end) or listener_at(tokens, told)
    return found._replace(via=via)


def _behind(tokens: Sequence[Token], place: int) -> Attribution | None:
    """The attribution behind a quoted span: `…, said Ri`, `…, Ri said`, `…, according to Ri`."""
    begin = place + 1
    while begin < len(tokens) and tokens[begin].text in {",", "-", "–", "—"}:
        begin += 1
    if begin + 1 >= len(tokens):
        return None
    if tokens[begin].lower == "according" and tokens[begin + 1].lower == "to":
        return _made(tokens, begin, subject_after(tokens, begin + 2), begin + 1)
    if _is_finite(tokens, begin):
        inverted = _inverted(tokens, begin)
        is_cut_short = CUES[tokens[begin].lower] == "says" and subject_after(tokens, begin + 1) is None
        return _made(tokens, begin, inverted) if inverted is not None or is_cut_short else None
    return _further_on(tokens, begin + (tokens[begin].lower == "as"))


def _further_on(tokens: Sequence[Token], begin: int) -> Attribution | None:
    """The first verb behind a place whose subject stands there, or is set off by a comma."""
    for verb in range(begin, min(len(tokens), begin + _FAR)):
        if tokens[verb].is_long:
            return None
        if not _is_finite(tokens, verb):
            continue
        subject = subject_before(tokens, verb, begin)
        is_set_off = subject is not None and subject.is_sure and tokens[subject.start - 1].text == ","
        if subject is not None and (subject.start == begin or is_set_off):
            return _made(tokens, verb, subject)
        if subject is None and tokens[verb - 1].text == ",":
            inverted = _inverted(tokens, verb)
            if inverted is not None:
                return _made(tokens, verb, inverted)
    return _according(tokens, begin)


def _according(tokens: Sequence[Token], begin: int) -> Attribution | None:
    """`…, according to Ri`, further on in the sentence."""
    for at in range(begin + 1, min(len(tokens) - 2, begin + _FAR)):
        if tokens[at].is_long or tokens[at].text == ";":
            return None
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to" and tokens[at - 1].text == ",":
            return _made(tokens, at, subject_after(tokens, at + 2), at + 1)
    return None


def _is_finite(tokens: Sequence[Token], verb: int) -> bool:
    return is_cue(tokens, verb) and tokens[verb].lower not in PARTICIPLES


def _inverted(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject behind a verb, if it is no clause of its own."""
    subject = subject_after(tokens, verb + 1)
    return None if subject is None or _has_own_verb(tokens, subject.end) else subject


def _has_own_verb(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words behind a verb go on with a verb of their own: they are what is said, not who says it."""
    return end < len(tokens) and tokens[end].lower in BE | (MODALS - {"to", "if", "whether"}) | {
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
    }


def _before(tokens: Sequence[Token], place: int) -> Attribution | None:
    far = max(-1, place - _FAR)
    for verb in range(place - 1, far, -1):
        word = tokens[verb]
        if word.text == ";" or (word.is_long and not _goes_on(tokens, verb, place)):
            return None
        if word.lower == "to" and verb and tokens[verb - 1].lower == "according":
            return _made(tokens, verb - 1, subject_after(tokens, verb + 1), verb)
        if not is_cue(tokens, verb, beside=True) or (word.lower in _MANNER and place - verb > _NEAR_MANNER):
            continue
        quoting = quoting_before(tokens, verb)
        if quoting is not None:
            return _quoting(tokens, quoting, _subject_of(tokens, quoting))
        if CUES[word.lower] == "calls" and not _names_something(tokens, verb, place):
            continue
        subject = _subject_of(tokens, verb)
        if subject is not None or word.lower not in BARE:
            return _outer(tokens, subject) or _with_teller(tokens, _made(tokens, verb, subject), subject)
    return None


def _with_teller(tokens: Sequence[Token], found: Attribution, subject: Phrase | None) -> Attribution:
    """With whoever says that the subject says it: `KCNA said Kim had told …`."""
    via = None if subject is None or found.via is not None else teller_around(tokens, subject.start)
    return found if via is None else found._replace(via=via)


def _subject_of(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of a verb before a quotation: next to it, or further away."""
    is_participle = tokens[verb].lower in PARTICIPLES
    if is_participle and not _is_progressive(tokens, verb):
        return _subject_of_participle(tokens, verb)
    subject = subject_before(tokens, verb)
    if subject is None and _is_behind_quotation(tokens, verb):
        subject = subject_after(tokens, verb + 1)
    if subject is not None or (not is_participle and _has_unread(tokens, verb)):
        return subject
    return _subject_of_clause(tokens, verb)


def _subject_of_participle(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of a participle: one of its own, `with the mayor saying`, or that of the clause before it.

    Whom somebody saw or caught `saying` something is not who saw it, and nothing says where it is told.
    """
    first = max(0, verb - _NEAR_WITH)
    for place in range(verb - 1, first - 1, -1):
        word = tokens[place]
        if word.lower in _WITNESSES or word.is_long or word.text in {";", ":"}:
            break
        if word.lower == "with" and place and tokens[place - 1].text == ",":
            own = subject_before(tokens, verb, place + 1)
            return _before_doing(tokens, own) if own is not None and own.start == place + 1 else None
    subject = subject_before(tokens, verb)
    if subject is not None and subject.start > 0 and tokens[subject.start - 1].lower == "with":
        return subject
    subject = _subject_of_clause(tokens, verb)
    begin = 0 if subject is None else subject.end
    is_seen = tokens[verb - 1].text != "," and any(word.lower in _WITNESSES for word in tokens[begin:verb])
    return None if is_seen else subject


def _before_doing(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """A subject without what it does besides: `with the mayor issuing a statement saying`."""
    doing = next(
        (
            at
            for at in range(subject.start + 1, subject.core)
            if tokens[at].text.islower() and tokens[at].lower.endswith("ing") and tokens[at].lower not in SPEAKERS
        ),
        subject.core,
    )
    return subject if doing == subject.core else subject._replace(core=doing, end=doing)


def _has_unread(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb has a subject of its own before it which is not understood: `fact-checkers have called it`."""
    place = without_adverbs(tokens, verb, 0)
    if place == verb or tokens[place].lower not in {"has", "have", "had"} or not place:
        return False
    before = tokens[place - 1]
    return before.kind == "word" and before.lower.endswith("s") and before.lower not in CLAUSE | AUXILIARIES


def _is_behind_quotation(tokens: Sequence[Token], verb: int) -> bool:
    before = verb - 1
    while before > 0 and tokens[before].text in {",", "-", "—", "–"}:
        before -= 1
    return before >= 0 and tokens[before].quoted is not None


def _outer(tokens: Sequence[Token], subject: Phrase | None) -> Attribution | None:
    """The attribution around a verb whose subject is a pronoun: in `Ri said he thought` it is Ri's saying."""
    if subject is None or tokens[subject.start].lower not in {"he", "she", "they"} or subject.start < 2:
        return None
    verb = subject.start - 1
    if tokens[verb].lower in {"that", "reporters"}:
        verb -= 1
    if verb < 1 or not is_cue(tokens, verb) or CUES[tokens[verb].lower] != "says" or tokens[verb].lower in PARTICIPLES:
        return None
    outer = subject_before(tokens, verb)
    return None if outer is None else _made(tokens, verb, outer)


def _goes_on(tokens: Sequence[Token], quote: int, place: int) -> bool:
    """Whether one verb governs two quoted spans: they stand close together, in one clause."""
    between = tokens[quote + 1 : place]
    return not any(word.lower in {"she", "he", "they", "who"} for word in between) and len(between) <= 20


def _subject_of_clause(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of a verb that does not stand next to it: that of the last verb of saying before it, or the first."""
    for earlier in range(verb - 1, max(-1, verb - _FAR), -1):
        if tokens[earlier].is_long and earlier + 1 < verb:
            following = _behind(tokens, earlier)
            if following is not None and following.core is not None:
                return _phrase_at(tokens, following)
        if is_cue(tokens, earlier) and tokens[earlier].lower not in PARTICIPLES and not tokens[earlier].is_name:
            subject = subject_before(tokens, earlier)
            if subject is not None and subject.is_sure:
                return subject
    return first_subject(tokens, verb)


def _phrase_at(tokens: Sequence[Token], found: Attribution) -> Phrase | None:
    assert found.speaker is not None and found.core is not None  # noqa: S101, PT018 - for the type checker
    inside = [at for at, word in enumerate(tokens) if found.speaker[0] <= word.start < found.speaker[1]]
    core = [at for at in inside if tokens[at].start < found.core[1]]
    return Phrase(inside[0], core[-1] + 1, inside[-1] + 1, found.is_sure) if inside else None


def _is_progressive(tokens: Sequence[Token], verb: int) -> bool:
    return bool(verb) and tokens[verb - 1].lower in BE


def _names_something(tokens: Sequence[Token], verb: int, place: int) -> bool:
    """Whether a verb of naming has an object before the quoted span, or is itself behind `what`."""
    if place - verb > 1:
        return True
    return any(word.lower == "what" for word in tokens[max(0, verb - 8) : verb])


def _made(tokens: Sequence[Token], verb: int, subject: Phrase | None, last: int | None = None) -> Attribution:
    end = verb if last is None else last
    cue = " ".join(word.lower for word in tokens[verb : end + 1])
    if last is None and is_quoting(tokens, verb):
        return _quoting(tokens, verb, subject)
    whole, core = (None, None) if subject is None else placed(tokens, subject)
    return Attribution(
        cue,
        tokens[verb].start,
        tokens[end].end,
        whole,
        core,
        is_sure=subject is None or subject.is_sure,
        is_doubted=is_doubted(tokens, verb, None if subject is None else subject.start),
    )


def _quoting(tokens: Sequence[Token], verb: int, subject: Phrase | None) -> Attribution:
    """`X quoted Y as saying`, `Y was quoted by X as saying`: Y says it, by way of X; else nobody is known to say it."""
    found = Attribution(tokens[verb].lower, tokens[verb].start, tokens[verb].end, None, None)
    if verb and tokens[verb - 1].lower in BE:
        speaker, via = subject, quoter_behind(tokens, verb)
    else:
        speaker, is_saying = quoted_by(tokens, verb)
        via = None if subject is None or not is_saying else placed(tokens, subject)[1]
    if speaker is None:
        return found
    whole, core = placed(tokens, speaker)
    is_thought = is_doubted(tokens, verb, None if subject is None else subject.start)
    return found._replace(speaker=whole, core=core, via=via, is_doubted=is_thought)
