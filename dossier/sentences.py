"""Sentences of a paragraph: nupunkt for scripts with spaces, the full stop of the script for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nupunkt import sent_spans

from dossier.scripts import has_unspaced

_AT_ONCE = 20_000
"""So many characters are divided at once: a text full of abbreviations costs the square of its length."""
_STOP = re.compile(r"[。！？!?][」』”’）)]*")
_MISSED = re.compile(r"\.(?<=[a-z]{3}\.)\s+(?=[\"“‘'(]?[A-Z])")
"""What may end a sentence behind a word in small letters; the full stop comes first, for it is soon found."""
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = frozenset(
    "approx assn ave bldg cap cent cert cit cont corp dept dist div est etc ext fig gen gov hon inc incl lat long"
    " max mid min misc nos orig par pop pres prof prov pub rec ref rep repr rev ser tel temp trans univ"
    " var vol vols".split()
)
"""Abbreviations of small letters; any other word of them that can be spoken ends a sentence before a capital letter."""


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Divide a text into sentences: spans in code points that together hold every character but white space."""
    if has_unspaced(text[:80]):
        ends = [*(match.end() for match in _STOP.finditer(text)), len(text)]
        spans = list(pairwise([0, *ends]))
    else:
        spans = list(pairwise([0, *_ends(text), len(text)]))
    return tuple(_trimmed(text, start, end) for start, end in spans if text[start:end].strip())


def _ends(text: str) -> list[int]:
    """Where each sentence but the last ends: where nupunkt says it, and behind a plain word that it takes for short."""
    missed = (match.start() + 1 for match in _MISSED.finditer(text) if _is_plain(text, match.start()))
    return sorted({*(end for _, end in _divided(text)), *missed} - {len(text)})


def _is_plain(text: str, end: int) -> bool:
    """Whether what ends there is a whole word in small letters that can be spoken, and no abbreviation."""
    start = end
    while start and text[start - 1] in _SMALL:
        start -= 1
    is_whole = not (start and (text[start - 1].isalnum() or text[start - 1] == "_"))
    return is_whole and text[start:end] not in _SHORT and _VOWEL.search(text, start, end) is not None


def _divided(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, piece by piece; each piece begins where the last sentence of the one before does."""
    start = 0
    while start < len(text):
        piece = text[start : start + _AT_ONCE]
        spans = [(start + first, start + last) for first, last in sent_spans(piece)]
        if start + len(piece) == len(text):
            yield from spans
            return
        cut = spans.pop()[0] if len(spans) > 1 else start + len(piece)
        yield from spans
        start = cut


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    kept = text[start:end]
    return start + len(kept) - len(kept.lstrip()), end - len(kept) + len(kept.rstrip())
