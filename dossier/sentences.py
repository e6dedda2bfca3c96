"""Sentences of a paragraph: nupunkt for scripts with spaces, the full stop of the script for others."""

from __future__ import annotations

import re
from itertools import pairwise

from nupunkt import sent_spans

from dossier.scripts import is_unspaced

_STOP = re.compile(r"[。！？!?][」』”’）)]*")


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Divide a text into sentences: spans in code points that together hold every character but white space."""
    if any(map(is_unspaced, text[:80])):
        ends = [*(match.end() for match in _STOP.finditer(text)), len(text)]
        spans = list(pairwise([0, *ends]))
    else:
        spans = sent_spans(text)
    return tuple(_trimmed(text, start, end) for start, end in spans if text[start:end].strip())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    kept = text[start:end]
    return start + len(kept) - len(kept.lstrip()), end - len(kept) + len(kept.rstrip())
