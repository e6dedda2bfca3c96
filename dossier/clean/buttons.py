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
_FIRST_WORDS = frozenset(words[0] for words in (*_ALL, *_ATOP))


def take_phrases(draft: Draft) -> None:
    """Take what is a phrase of the tables, or a row of such phrases; a doubtful one only beside another."""
    sure: list[tuple[Part, str]] = []
    doubtful: dict[int, tuple[Part, str]] = {}
    marked: set[int] = set()
    for index, part in enumerate(draft.alone):
        if (found := _read(part, atop=index < _TOP)) is None:
            continue
        marked.add(index)
        if found[1]:
            sure.append((part, found[0]))
        else:
            doubtful[index] = part, found[0]
    sure += [found for index, found in doubtful.items() if {index - 1, index + 1} & marked]
    for part, rule in sure:
        draft.take(part, rule)


def _read(part: Part, *, atop: bool) -> tuple[str, bool] | None:
    """The rule of a line, and whether it is sure."""
    text = part.text
    if len(text) > (_MAX_SENTENCE if text.endswith(".") else _MAX_LINE) or any(sign in text for sign in _QUOTED):
        return None
    words = words_of(text)
    if not words or words[0] not in _FIRST_WORDS:
        return None
    if atop and words in _ATOP:
        return _ATOP[words], True
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
