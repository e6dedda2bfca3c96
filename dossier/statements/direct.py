"""Quotations of a paragraph, each with the verb and the words that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.statements.attribution import Attribution, attributed
from dossier.statements.cues import CUES
from dossier.statements.marks import Quoted
from dossier.statements.tokens import Sentence, Token

_WINDOW = 60
"""So many tokens to either side of a quotation are looked at."""
_SENTENCE_END = re.compile(r"\w{2}([.!?…])\s+[A-Z]")
_LONGEST_TITLE = 6
_ENDS = frozenset(".?!")
_SAID = frozenset(".,!?…—–-;")


@dataclass(slots=True)
class Draft:
    """A statement in the making: places are those in the text of its paragraph."""

    place: int
    """The number of its paragraph."""
    spans: list[tuple[int, int]]
    said: Attribution | None
    is_indirect: bool = False
    is_carried: bool = False
    stands_alone: bool = False
    """Whether its sentence holds nothing else."""
    is_closed: bool = True
    said_at: int = 0
    """The number of the paragraph in which the attribution stands."""
    is_governed: bool = True
    """Whether it is a quotation even if nobody is known to say it."""
    sentence: int = 0
    """The number of its sentence in the paragraph."""


def quotations(place: int, text: str, sentences: Sequence[Sentence], *, goes_on: bool = False) -> list[Draft]:
    """The quotations of a paragraph in order; mere words in quotation marks and titles are none.

    Args:
        place: the number of the paragraph.
        text: of the paragraph.
        sentences: its sentences.
        goes_on: whether the next paragraph begins with a quotation mark. If not, one that is never closed quotes no
            more than its sentence.
    """
    drafts: list[Draft] = []
    for number, sentence in enumerate(sentences):
        found: list[tuple[int, Draft]] = []
        stands_alone = all(token.kind != "word" for token in sentence)
        for at, token in enumerate(sentence):
            if token.quoted is None:
                continue
            draft = _draft(place, text, sentence, at)
            if draft is None:
                continue
            if not draft.is_closed and not goes_on:
                draft.spans = [_first_sentence(text, draft.spans[0])]
            draft.stands_alone, draft.sentence = stands_alone, number
            is_sentence = stands_alone and text[draft.spans[0][1] - 1] in _ENDS
            if found and _interrupted(found[-1], (at, draft), text):
                found[-1][1].spans += draft.spans
                found[-1][1].is_closed = draft.is_closed
            elif draft.is_governed or is_sentence:
                found.append((at, draft))
        drafts += [draft for _, draft in found]
    return drafts


def _draft(place: int, text: str, sentence: Sentence, at: int) -> Draft | None:
    token = sentence[at]
    quoted = token.quoted
    assert quoted is not None  # noqa: S101 - for the type checker
    first = max(0, at - _WINDOW)
    window = sentence[first : at + _WINDOW]
    said = attributed(window, at - first)
    words = quoted.says(text)
    is_governed = token.is_long or _is_governed(window, at - first, said, words)
    if quoted.has_capitals and 2 <= quoted.words <= _LONGEST_TITLE and _is_named(sentence, at):
        return None
    if (
        quoted.has_capitals
        and 2 <= quoted.words <= 16
        and words[-1:] not in ".!"
        and (said is None or words[-1] not in _SAID or _is_listed(sentence, at, said))
    ):
        return None
    start = quoted.inner + len(text[quoted.inner : quoted.outer]) - len(text[quoted.inner : quoted.outer].lstrip())
    return Draft(
        place, [(start, start + len(words))], said, is_closed=quoted.is_closed, said_at=place, is_governed=is_governed
    )


def _first_sentence(text: str, span: tuple[int, int]) -> tuple[int, int]:
    ended = _SENTENCE_END.search(text, *span)
    return (span[0], ended.end(1)) if ended is not None else span


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a noun stands right before quoted words with capitals: `on the show “This Week.”`."""
    before = sentence[at - 1] if at else None
    return before is not None and before.kind == "word" and before.lower not in CUES.keys() | {"that", "as", "with"}


def _is_listed(sentence: Sentence, at: int, said: Attribution) -> bool:
    """Whether quoted words with capitals stand in a list of names: `on the show, "The Ferry," and at home`."""
    return (
        at + 1 < len(sentence)
        and said.cue_end < sentence[at - 1].start
        and sentence[at - 1].text == ","
        and sentence[at + 1].lower in {"and", "or"}
    )


def _is_governed(tokens: Sequence[Token], at: int, said: Attribution | None, words: str) -> bool:
    """Whether a verb makes a quotation of a word or two: `"No," he said`, `called it "dopey"`."""
    if said is None or not words:
        return False
    cue = said.cue.rpartition(" ")[2]
    if CUES.get(cue) == "calls":
        return said.cue_end <= tokens[at].start and tokens[at].start - said.cue_end < 80
    if at and tokens[at - 1].lower == "as" and cue in CUES and said.cue_end <= tokens[at].start:
        return True
    if said.cue_start > tokens[at].start:
        return words[-1] in ",!?" or (at + 1 < len(tokens) and tokens[at + 1].text == ",")
    return bool(at) and tokens[at - 1].text in {",", ":"} and tokens[at - 2].end == said.cue_end


def _interrupted(before: tuple[int, Draft], after: tuple[int, Draft], text: str) -> bool:
    """Whether one attribution stands between two quoted spans of one sentence."""
    first, second = before[1].said, after[1].said
    if first is None or first.cue_start < before[1].spans[-1][1]:
        return False
    end, begin = before[1].spans[-1][1], after[1].spans[0][0]
    if not end <= first.cue_start < begin:
        return False
    return text[end - 1 : end] in {",", "-", "—", "–", "…", "?", "!"} and (second is None or second.cue_start < begin)


def carry(drafts: Sequence[Draft]) -> None:
    """A quotation that is a sentence by itself belongs to whoever speaks in the sentence next to it."""
    for before, after in pairwise(drafts):
        if after.said is None and after.stands_alone and after.sentence <= before.sentence + 1 and _speaks(before):
            after.said, after.is_carried = before.said, True
    for after, before in pairwise(reversed(drafts)):
        if before.said is not None or not before.stands_alone or after.said is None or after.is_carried:
            continue
        if not after.is_indirect and after.said.cue_start > after.spans[0][1] and _speaks(after):
            before.said, before.is_carried = after.said, True


def _speaks(draft: Draft) -> bool:
    return draft.said is not None and draft.said.speaker is not None


def introduced(sentence: Sentence) -> Attribution | None:
    """The attribution at the end of a paragraph, before a colon, of the quotation that is the next one."""
    if not sentence or sentence[-1].text != ":":
        return None
    end = sentence[-1].end
    quoted = Token("quote", end, end, "", "", Quoted(end, end, end, end, True, 4))
    window = [*sentence[-_WINDOW:], quoted]
    return attributed(window, len(window) - 1)


def carried_over(
    drafts: Sequence[Sequence[Draft]],
    opens: Sequence[bool],
    introductions: Sequence[Attribution | None],
    lengths: Sequence[int],
) -> None:
    """Give the quotations at the beginning of paragraphs the speaker of the paragraph before, where that is sure.

    Args:
        drafts: of each paragraph.
        opens: whether it begins with a quotation mark.
        introductions: what it ends with, if that leads to a quotation.
        lengths: how many sentences it has.
    """
    for place in range(1, len(drafts)):
        if not drafts[place]:
            continue
        before, first = drafts[place - 1], drafts[place][0]
        if first.said is not None or not opens[place] or not (first.stands_alone or not first.is_closed):
            continue
        said, said_at = introductions[place - 1], place - 1
        if (
            said is None
            and before
            and (not before[-1].is_closed or _leads_on(before, drafts[place], lengths[place - 1]))
        ):
            said, said_at = before[-1].said, before[-1].said_at
        if said is None:
            continue
        for draft in drafts[place]:
            if draft.said is None and (draft.stands_alone or not draft.is_closed):
                draft.said, draft.said_at, draft.is_carried = said, said_at, True


def _leads_on(before: Sequence[Draft], drafts: Sequence[Draft], length: int) -> bool:
    """Whether a paragraph that is nothing but a quotation goes on with the one speaker of the paragraph before."""
    if not all(draft.stands_alone and draft.said is None for draft in drafts):
        return False
    last = before[-1]
    if not _speaks(last) or last.sentence < length - 1:
        return False
    assert last.said is not None  # noqa: S101 - for the type checker
    return all(draft.said is not None and draft.said.core == last.said.core for draft in before)


def all_spans(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """The places of all quotations of a paragraph."""
    for draft in drafts:
        yield from draft.spans
