"""What somebody says in a quotation, and whether that was said some time ago."""

from __future__ import annotations

import re

_WINDOW = 1200
"""So many characters before a date may open a quotation that it stands in."""
_BESIDE = 200
"""So many before and after a quotation say when it was said."""
_SETTING = re.compile(
    r"\b(?:in|from|during)\s(?:[A-Z]\w+\.?,?\s)?(?:1[89]|20)\d\d\b|\b(?:weeks?|months?|years?)\s(?:ago|earlier|before)\b"
    r"|\blast\s(?:week|month|year|spring|summer|fall|autumn|winter)\b|\bat\sthe\stime\b"
    r"|\b(?:had|once)\s(?:\w+ly\s)?(?:said|told|wrote|written|tweeted|declared|claimed|warned|added|promised|predicted)\b"
)
_SENTENCE = re.compile(r"(?<=[a-z\d)])[.!?]\s+(?=[A-Z“\"])")


def is_quoted(text: str, position: int) -> bool:
    """Whether a quotation is open at a position of a paragraph."""
    before = text[max(0, position - _WINDOW) : position]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def is_of_old(text: str, position: int) -> bool:
    """Whether what is quoted at a position of a paragraph was said some time ago, by the words beside the quotation."""
    first, last = max(0, position - _WINDOW), position + _WINDOW
    opened = max(text.rfind("“", first, position), text.rfind('"', first, position))
    closed = min((each for sign in '”"' if (each := text.find(sign, position, last)) >= 0), default=len(text))
    lead = _SENTENCE.split(text[max(0, opened - _BESIDE) : max(0, opened)])[-1]
    tail = _SENTENCE.split(text[closed + 1 : closed + _BESIDE])[0]
    return _SETTING.search(lead) is not None or _SETTING.search(tail) is not None
