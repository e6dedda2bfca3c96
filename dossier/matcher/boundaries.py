"""Where a word begins and ends: the boundaries of a name, script by script.

By Unicode's rules (UAX #29), but for a hyphen, which divides words here, a possessive, which is none of the name's, and
for the scripts whose words are not divided by spaces, or take endings.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters

from dossier.model import PARAGRAPH_END
from dossier.scripts import is_hangul, is_katakana, is_unspaced

FREE = frozenset((*' .,;:!?()[]"-/“”—–…', PARAGRAPH_END))
"""Beside these every word ends."""

_LATIN = frozenset(ascii_letters)

_ELISION = re.compile(r"(?:^|[^\w'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'$", re.IGNORECASE)

_KOREAN_ENDING = re.compile(
    r"(?:은|는|이|가|을|를|의|과|와|도|만|로|으로|에|에서|에게|에게서|에선|에는|에도|에서는|에서도|에서의|께서|께|한테|까지|까지는|까지도|부터|부터는|"
    r"보다|처럼|마저|조차|이나|나|이며|이라며|라며|이라고|라고|이라는|라는|이라도|로부터|으로부터|로서|으로서|로써|으로써|로의|으로의|과의|와의|과는|와는|과도|와도|"
    r"에게는|에게도|에게만|만의|만이|만은|만을)(?!\w)"
)
_TURKISH_ENDING = re.compile(
    r"(?:l[ae]r)?(?:[yns]?[ıiuü](?:n(?:[ıiuüae]|d[ae]n?)?)?|[yn]?[ae]|[dt][ae]n?|nd[ae]n?|y?l[ae]|n?[cç][ae]|l[ıiuü]|s[ıiuü]z"
    r"|[dt][ıiuü]r)?(?:ki)?(?!\w)"
)
_TURKISH_LETTER = re.compile("[ğışİĞŞ]")
_SHORT_NAME = 4

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_AND = "و"
_JOINED = frozenset("وفبلك")
_THAI_BEFORE = frozenset("เแโใไ")
_THAI_BEHIND = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span of a folded text is whole words."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in FREE and after in FREE:
        return True
    if (before in _LATIN and text[start] in _LATIN) or (after in _LATIN and text[end - 1] in _LATIN):
        return False
    return _opens(text, start, end, before) and _closes(text, start, end, after)


def _opens(text: str, start: int, end: int, before: str) -> bool:
    if not is_in_word(before):
        is_elided = before == "'" and start >= 2 and is_in_word(text[start - 2])
        return not is_elided or _ELISION.search(text[max(0, start - 9) : start]) is not None
    first = text[start]
    if first.isascii() and before.isascii():
        return False
    if is_unspaced(first) or is_unspaced(before):
        return _divides(text, start) and not (end - start == 1 and is_unspaced(first))
    if _ARABIC.match(first) is not None:
        joined = before == _AND or (before in _JOINED and " " in text[start:end])
        return joined and end - start >= _SHORT_NAME and not (start >= 2 and is_in_word(text[start - 2]))
    return False


def _closes(text: str, start: int, end: int, after: str) -> bool:
    last = text[end - 1]
    if not is_in_word(after):
        if after == "'" and is_in_word(text[end + 1 : end + 2]):
            return _is_possessive(text, end) or _is_turkish_ending(text, start, end)
        return after != "$" if after.isascii() else unicodedata.category(after) != "Sc"
    if last.isascii() and after.isascii():
        return False
    if is_unspaced(last) or is_unspaced(after):
        return _divides(text, end) and not (end - start == 1 and is_unspaced(last))
    if is_hangul(after):
        return (end - start > 1 or not is_hangul(last)) and _KOREAN_ENDING.match(text, end) is not None
    return False


def _divides(text: str, place: int) -> bool:
    """Whether two letters of a script without spaces may belong to two words.

    Words in katakana are divided where another script begins; a Thai vowel belongs to the letter it is written with.
    """
    left, right = text[place - 1], text[place]
    if is_katakana(left) and is_katakana(right):
        return False
    return left not in _THAI_BEFORE and _THAI_BEHIND.match(right) is None


def _is_possessive(text: str, end: int) -> bool:
    return text[end + 1] in "sS" and not is_in_word(text[end + 2 : end + 3])


def _is_turkish_ending(text: str, start: int, end: int) -> bool:
    """Whether an ending stands behind the apostrophe, in a text that is Turkish: `Sana'a` and `Shi'a` are none."""
    match = _TURKISH_ENDING.match(text, end + 1)
    if match is None or not match.group() or not _is_turkish(text, start, end):
        return False
    return len(match.group()) > 1 or match.group() in "ıü" or end - start > _SHORT_NAME


def _is_turkish(text: str, start: int, end: int) -> bool:
    """Whether the paragraph around a span has a letter that only Turkish has."""
    last = text.find(PARAGRAPH_END, end)
    return (
        _TURKISH_LETTER.search(text, text.rfind(PARAGRAPH_END, 0, start) + 1, last if last >= 0 else len(text))
        is not None
    )


def is_in_word(character: str) -> bool:
    """Whether a character is part of a word, for which an underscore counts too."""
    if character.isascii():
        return character.isalnum() or character == "_"
    return character.isalnum() or unicodedata.category(character).startswith("M")
