"""Lines that consist of the phrases of buttons and notices, and of nothing else."""

from __future__ import annotations

from dossier.clean.draft import Draft, Part
from dossier.clean.phrases import ATOP, STRONG, WEAK, by_words, words_of

_MAX_LINE = 200
_MAX_SENTENCE = 60
_QUOTED = ('"', "“", "”", "«", "»", "„", "「", "?", "？")
_TOP = 4
"""The name of a section or a post is looked for in so many lines."""
_SURE_RUN = 3
"""So many doubtful words in a row are a row of buttons."""

_WEAK = {words: rule for words, rule in by_words(WEAK).items() if words not in STRONG}
_ATOP = by_words(ATOP)
_ALL = {**_WEAK, **STRONG}
_LONGEST = max(len(words) for words in _ALL)
_FIRST_WORDS = frozenset(words[0] for words in _ALL)


def take_phrases(draft: Draft) -> None:
    """Take what is a phrase of the tables, or a row of such phrases; a doubtful one only beside another."""
    places = {id(part): place for place, part in enumerate(draft.parts)}
    found = {places[id(part)]: (part, *read) for part in draft.alone if (read := _read(part))}
    for place, (part, rule, sure) in found.items():
        if sure or place - 1 in found or place + 1 in found:
            draft.take(part, rule)


def take_page_labels(draft: Draft) -> None:
    """Take the name of the page's section in the first line, where it stands over the headline."""
    for part in draft.alone[:1]:
        if part is draft.parts[0]:
            _take_label(draft, part, "page-label")


def take_page_names(draft: Draft) -> None:
    """Take such a name, or the author's post, below headline and byline: these are found by it, so it goes late."""
    for part in draft.alone[:_TOP]:
        _take_label(draft, part, "page-name")


def _take_label(draft: Draft, part: Part, rule: str) -> None:
    if len(part.text) <= _MAX_SENTENCE and words_of(part.text) in _ATOP:
        draft.take(part, rule)


def _read(part: Part) -> tuple[str, bool] | None:
    """The rule of a line, and whether it is sure."""
    text = part.text.lstrip("»›> ")
    if len(text) > (_MAX_SENTENCE if text.endswith(".") else _MAX_LINE) or any(sign in text for sign in _QUOTED):
        return None
    words = words_of(text)
    if not words or words[0] not in _FIRST_WORDS:
        return None
    if words in STRONG:
        return STRONG[words], True
    phrases = _phrases(words)
    if not phrases or text.endswith((".", "!", "。")):
        return None
    return _ALL[phrases[0]], len(phrases) >= _SURE_RUN or all(phrase in STRONG for phrase in phrases)


def _phrases(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as phrases of the tables, the longest first; none if a word is left over."""
    found = []
    start = 0
    while start < len(words):
        size = next(
            (size for size in range(min(_LONGEST, len(words) - start), 0, -1) if words[start : start + size] in _ALL), 0
        )
        if not size:
            return []
        found.append(words[start : start + size])
        start += size
    return found
