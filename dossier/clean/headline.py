"""The headline: the line that is stated or set as one, or that stands over the text and is worded as one.

A line that may as well be a sentence, a row of a table, a caption or a credit stays: a title is derived from it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.clean.byline import is_byline
from dossier.clean.captions import is_caption
from dossier.clean.dateline import find_dateline
from dossier.clean.draft import TERMINAL, Draft, Part, letters
from dossier.clean.opening import TOP, begins_with_date
from dossier.clean.wording import is_worded, length, like_headline, stems
from dossier.scripts import count_words

_LABEL_WORDS = 3
_PROSE_WORDS = 12
_BETWEEN_WORDS = 6
"""A name or a date between headline and text is no longer."""
_READ = 2000
"""So many characters below are looked through for the words of a headline."""
_FIGURE = re.compile(r"\d")


def take_headline(draft: Draft) -> None:
    """Take the line that is stated as the title, set as a heading, or stands where a headline does and reads like one.

    It stands above the byline, the date or the dateline; or it is the first line, a paragraph of its own over prose,
    and worded as no sentence is. In both cases the text below takes up one of its words.
    """
    parts = draft.parts[: TOP + 1]
    if len(parts) < 2:
        return
    stated = next((part for part in parts[:TOP] if letters(part.text) in draft.titles), None)
    if stated is not None or parts[0].block.kind == "heading":
        draft.take(stated or parts[0], "headline")
        return
    opens = next((index for index, part in enumerate(parts[:TOP]) if _is_opening(draft, part)), None)
    headline = _over_prose(draft, parts) if opens is None else _over_opening(parts, opens)
    if headline is None or draft.cuts_a_sentence(headline):
        return
    if like_headline(headline.text) and _is_taken_up(headline, parts):
        draft.take(headline, "headline")


def _is_opening(draft: Draft, part: Part) -> bool:
    return is_byline(part) or begins_with_date(part) or find_dateline(draft, part) is not None


def _over_opening(parts: Sequence[Part], opens: int) -> Part | None:
    """The first line above byline, date and dateline that is no section and no caption, with one sentence behind it."""
    above = [part for part in parts[:opens] if part.block.kind == "paragraph" and not is_caption(part.text)]
    lines = [part for part in above if length(part.text) > _LABEL_WORDS] or above
    if not lines or len(lines) > 2 or (len(lines) == 2 and TERMINAL.search(lines[1].text) is None):
        return None
    return lines[0]


def _over_prose(draft: Draft, parts: Sequence[Part]) -> Part | None:
    """The first line, where it is a paragraph of its own, worded as a headline, over a paragraph of sentences."""
    first, text = parts[0], parts[0].text
    if first.block.kind != "paragraph" or not draft.stands_alone(first):
        return None
    below = parts[2:] if _may_stand_between(first, parts[1]) else parts[1:]
    paragraphs = list(_paragraphs(draft, below))
    if not paragraphs or count_words(paragraphs[0]) < _PROSE_WORDS or TERMINAL.search(paragraphs[0]) is None:
        return None
    return first if is_worded(text, " ".join(paragraphs)) else None


def _may_stand_between(first: Part, part: Part) -> bool:
    """Whether a line may be a name, a date or a caption between headline and text; two with figures are a table."""
    text = part.text
    half = len(text) // 2
    if part.block is first.block or (_FIGURE.search(first.text) and _FIGURE.search(text)):
        return False
    return length(text) <= _BETWEEN_WORDS or is_caption(text) or text[:half] == text[half + 1 :]


def _paragraphs(draft: Draft, parts: Sequence[Part]) -> Iterator[str]:
    """What stands below, a paragraph each; of one that is wrapped, as many lines as make a sentence."""
    lines: list[str] = []
    for index, part in enumerate(parts):
        lines.append(part.text)
        last = index + 1 == len(parts) or parts[index + 1].block is not part.block
        wrapped = draft.width is not None or part.block.flowing
        if last or not wrapped or TERMINAL.search(part.text):
            yield " ".join(lines)
            lines.clear()


def _is_taken_up(headline: Part, parts: Sequence[Part]) -> bool:
    """Whether the text below has a word of the headline: that of a label, a credit or another article it has not."""
    below = " ".join(part.text[:_READ] for part in parts if part.number > headline.number)[:_READ]
    return not set(stems(headline.text)).isdisjoint(stems(below))
