"""What must be known of writing systems: which put no space between words, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han, for a character class."""

_UNSPACED = re.compile(f"[{UNSPACED}]")
_TIGHT = re.compile(rf"[{UNSPACED}\u3000-\u303f\uff00-\uffef]")

_WORD = re.compile(rf"[^\W_{UNSPACED}]+|[{UNSPACED}]")

_COUNTED = re.compile(r"[^\W_]\S*")
"""A word from its first letter or digit on: once in each that has any."""

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_EAST_ASIAN = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

_DIVIDED = re.compile(r"[^\W\d_]-$")

SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "kana", r"\u3040-\u30ff"),
    ("ko", "Hangul", r"\uac00-\ud7a3"),
    ("zh", "Han", r"\u3400-\u4dbf\u4e00-\u9fff"),
    ("th", "Thai", r"\u0e00-\u0e7f"),
    ("lo", "Lao", r"\u0e80-\u0eff"),
    ("my", "Burmese", r"\u1000-\u109f"),
    ("km", "Khmer", r"\u1780-\u17ff"),
    ("el", "Greek", r"\u0370-\u03ff"),
    ("he", "Hebrew", r"\u0590-\u05ff"),
    ("ka", "Georgian", r"\u10a0-\u10ff"),
    ("hy", "Armenian", r"\u0530-\u058f"),
    ("ta", "Tamil", r"\u0b80-\u0bff"),
    ("te", "Telugu", r"\u0c00-\u0c7f"),
    ("bn", "Bengali", r"\u0980-\u09ff"),
    ("gu", "Gujarati", r"\u0a80-\u0aff"),
    ("pa", "Gurmukhi", r"\u0a00-\u0a7f"),
    ("kn", "Kannada", r"\u0c80-\u0cff"),
    ("ml", "Malayalam", r"\u0d00-\u0d7f"),
    ("si", "Sinhala", r"\u0d80-\u0dff"),
)
"""Language, script and range, where the script is written by just one large language; kana before Han."""


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JUDGED = 2_000

Direction = Literal["ltr", "rtl"]
"""As HTML's attribute `dir` has it."""


def direction(text: str) -> Direction:
    """Which way most letters of a text run, judged by its beginning.

    The first letter alone, by which HTML's `auto` goes, is that of a Latin name in many an Arabic headline.
    """
    letters = [letter for letter in text[:_JUDGED] if letter.isalpha()]
    return "rtl" if 2 * len(_RIGHT_TO_LEFT.findall("".join(letters))) > len(letters) else "ltr"


def runs_both_ways(text: str) -> bool:
    """Whether there is a letter in a text that runs from right to left, and could drag along what stands beside it."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script that puts no space between words."""
    return _UNSPACED.match(character) is not None


def has_unspaced(text: str) -> bool:
    """Whether any character is of a script that puts no space between words."""
    return _UNSPACED.search(text) is not None


def is_han(text: str) -> bool:
    """Whether all characters are Chinese ones."""
    return _HAN.fullmatch(text) is not None


def is_hangul(character: str) -> bool:
    """Whether the character is a Korean syllable."""
    return _HANGUL.match(character) is not None


def is_katakana(character: str) -> bool:
    """Whether the character is one of those in which Japanese writes foreign words."""
    return _KATAKANA.match(character) is not None


def without_japanese(text: str) -> str:
    """A text with kana in it, without its kana and Han: how these are read in Japanese, no table says.

    Any other text stays as it is.
    """
    return _EAST_ASIAN.sub(" ", text) if _KANA.search(text) else text


def split_words(text: str) -> list[str]:
    """The words of a text in small letters, without signs; in a script without spaces every letter is one."""
    return _WORD.findall(text.casefold())


def count_words(text: str) -> int:
    """Count words by white space; in a script without spaces every letter counts as one."""
    spaced, letters = _UNSPACED.subn(" ", text)
    return letters + len(_COUNTED.findall(spaced))


def join_lines(texts: Iterable[str]) -> str:
    """Join the lines of one paragraph by a space; by nothing in an unspaced script, or where a word was divided.

    A hyphen at a line's end stays: whether it belongs to the word, only a dictionary knows.
    """
    joined = ""
    for text in texts:
        unspaced = _TIGHT.match(joined[-1:]) and _TIGHT.match(text)
        divided = text[:1].islower() and _DIVIDED.search(joined[-2:])
        joined += text if not joined or unspaced or divided else f" {text}"
    return joined
