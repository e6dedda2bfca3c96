"""How far a text looks like one that somebody wrote, and not like bytes that were read in a wrong encoding.

A right reading consists of the letters that its language is written with, mostly the commonest, and of signs that
stand where such signs stand. A wrong one has rare letters, capitals within words, alphabets mixed within a word, and
fractions or currency signs between letters. Words of plain letters read alike in most encodings, and say which
language the others must fit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from dossier.languages import (
    ARABIC,
    CYRILLIC,
    GREEK,
    HAN_COMMON,
    HAN_JAPANESE,
    HANGUL_COMMON,
    HEBREW,
    LATIN,
    THAI,
    Language,
)

_WORD = re.compile(r"[^\s\x00-@\[-`{-\x7f“”„‚‘’‹›«»–—…¿¡،؛؟]+")
"""What stands between spaces and signs of punctuation; another sign within a word is part of it, and spoils it."""
_BEFORE_DIGIT = re.compile(r"[^\W\d_](?<=[\x80-\U0010ffff])(?=\d)")
"""A letter where only a sign can be, such as that of a currency."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_TYPED = re.compile(
    r"(?<!\w)[“„«‘‹¿¡‚‛](?=\S|\xa0)|(?<=[^\s(])[”»’“›‘](?!\w)|[»«]|(?<=[^\W\d_])’(?=[^\W\d_])|’(?=\d\d)"
    r"|(?<=\s)[–—―](?=\s)|(?<=\w)[–—](?=\w)|(?<=\d)–(?=\d)|^[–—―]|(?<=[^\w\s])[–—]|(?<=\w)[–—](?=\s)"
    r"|(?<=\S)…|…(?=\w)|[€£¥](?=\s?\d)|(?<=\d)[€£%‰¢]|(?<=\d[\s\xa0])[€£]"
    r"|(?<=[\dm])[°º²³½¼¾ª]|(?<=\bn)º|(?<=\d[\s\xa0])°|[§№](?=[\s\xa0]?\d)|[©®](?=\s)|(?<=\w)[®™]"
    r"|(?<!\S)[•·■▪](?=\s)|(?<=\w)·(?=\w)|\xa0|(?<=\d)×(?=\d)|[،؛؟](?=\s|$)|[\u200c\u200d\u200e\u200f]|(?<=\w)ـ",
    re.MULTILINE,
)
"""Signs where a writer puts them."""
_EAST_SIGNS = frozenset(
    "、。，．：；？！「」『』（）【】《》〈〉“”‘’…―─—・〜～％　·〔〕①②③④⑤〇々ー◆■○●△▲▽▼□◇★☆→㎝㎞㎡㈱"
)
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_SIGN = 0.8
"""What a sign counts that stands where it may."""
_WORDS = 0.8
"""What commonest words count at most, which is where four in ten words are."""
_SPARING = frozenset({"en", "nl", "id", "af"})
"""Languages that need few letters beyond a–z, where a sign is more probable than a letter."""
_TIGHT = frozenset(ARABIC) | frozenset(HEBREW) | frozenset(THAI) | {"vi"}
"""Languages of which a single letter, as the pattern of words sees it, may stand alone."""
_FOREIGN = -1.0
"""What a letter counts that only foreign names have, and a sign that stands where it may not."""
_MISPLACED = -2.0
"""What a letter counts that the alphabet has not, where all of it is listed."""
_IMPOSSIBLE = -4.0
"""What a character counts that hardly a text has: a control, a private or unassigned one, a drawn box, or U+FFFD."""

ALPHABETIC: dict[str, Language] = {
    **LATIN,
    **GREEK,
    **HEBREW,
    **THAI,
    **{f"{code}-Cyrl" if code in LATIN else code: language for code, language in CYRILLIC.items()},
    **ARABIC,
}
"""The languages that legacy encodings were made for, by code; Serbian is written in two alphabets."""


def plausibility(text: str, languages: Iterable[str], *, above: float = float("-inf")) -> float:
    """How well a text fits the best of some languages.

    Args:
        text: a decoding of some bytes, broken sequences as U+FFFD.
        languages: keys of `ALPHABETIC`, or `ja`, `zh`, `ko`.
        above: what another reading has; a text that cannot have more is not looked at closely.

    Returns:
        More than 1 for a right reading, about 0 or less for a wrong one; 0 if all is ASCII.
    """
    strange = Counter("".join(_NOT_ASCII.findall(text)))
    if not strange:
        return 0.0
    best = float("-inf")
    context: _Context | None = None
    for code in languages:
        if code in _EAST:
            best = max(best, sum(times * _EAST[code](each) for each, times in strange.items()) / strange.total())
            continue
        letters, signs = _letters(code, strange)
        if (letters + _SIGN * signs.total()) / strange.total() + _WORDS > max(best, above):
            context = context or _Context.of(text)
            best = max(best, _in_context(code, letters, signs, context, strange.total()))
    return best


@dataclass(frozen=True, slots=True)
class _Context:
    """What of a text does not depend on its language."""

    words: Counter[str]
    typed: Counter[str]
    """Signs that stand where a writer puts them."""
    broken: int
    """Letters that stand where nobody writes one."""

    @classmethod
    def of(cls, text: str) -> _Context:
        words = Counter(_WORD.findall(text))
        typed = Counter("".join(_TYPED.findall(text)))
        return cls(words, typed, _broken(words) + len(_BEFORE_DIGIT.findall(text)))


def _letters(code: str, strange: Counter[str]) -> tuple[float, Counter[str]]:
    """What the letters count, and which characters are none of this language."""
    weights = _weights(code)
    letters = 0.0
    signs: Counter[str] = Counter()
    for character, number in strange.items():
        weight = weights.get(character)
        if weight is not None:
            letters += weight * number
        elif is_impossible(character):
            letters += _IMPOSSIBLE * number
        elif character.isalpha():
            letters += (_FOREIGN if code in LATIN else _MISPLACED) * number
        else:
            signs[character] = number
    return letters, signs


def _in_context(code: str, letters: float, signs: Counter[str], context: _Context, total: int) -> float:
    right = (signs & context.typed).total()
    known = ALPHABETIC[code].words
    common = lonely = 0
    for word, number in context.words.items():
        if word.lower() in known:
            common += number
        elif len(word) == 1 and word.isalpha() and not word.isascii() and code not in _TIGHT:
            lonely += number
    score = letters + _SIGN * right + _FOREIGN * (signs.total() - right) - lonely - context.broken
    return score / total + min(_WORDS, 2 * common / max(1, context.words.total()))


@cache
def _weights(code: str) -> dict[str, float]:
    letters = ALPHABETIC[code].letters
    small = code in LATIN
    weights: dict[str, float] = {}
    for place, letter in enumerate(letters):
        weight = (0.5 if code in _SPARING else 1.0) - (0.4 if small else 1.0) * place / len(letters)
        weights[letter] = weight
        if len(letter.upper()) == 1:
            weights.setdefault(letter.upper(), weight)
    return weights


def _broken(words: Counter[str]) -> int:
    """How many letters stand in words that nobody writes: a capital after a small letter, two alphabets in one."""
    broken = 0
    for word, number in words.items():
        strange = [letter for letter in word if letter > "\x7f"]
        if not strange:
            continue
        mixed = word[1:] != word[1:].lower() and word != word.upper()
        if mixed or (len(strange) < len(word) and any(letter > "\u024f" for letter in strange) and _two(word)):
            broken += number * len(strange)
    return broken


def _two(word: str) -> bool:
    """Whether a word has plain Latin letters beside those of another alphabet."""
    others = [each for each in word if "\u0370" <= each < "\u1e00"]
    return bool(others) and any(each.isascii() for each in word)


@cache
def is_impossible(character: str) -> bool:
    """Whether hardly a text has this character."""
    return (
        character == "\ufffd"
        or "\u2500" <= character <= "\u259f"
        or unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"}
    )


@cache
def _chinese(character: str) -> float:
    if "\u4e00" <= character <= "\u9fff":
        return 1.0 if character in HAN_COMMON else 0.1
    return _east_sign(character, _KANA.match(character) is not None and -0.5)


@cache
def _japanese(character: str) -> float:
    if _KANA.match(character):
        return 1.0 if character <= "\u309f" else 0.8
    if "\u4e00" <= character <= "\u9fff":
        return 1.0 if character in HAN_JAPANESE else 0.2
    return _east_sign(character, "\uff66" <= character <= "\uff9f" and -0.5)


@cache
def _korean(character: str) -> float:
    if "\uac00" <= character <= "\ud7a3":
        return 1.0 if character in HANGUL_COMMON else 0.1
    return _east_sign(character, "\u4e00" <= character <= "\u9fff" and -0.2)


def _east_sign(character: str, known: float) -> float:
    if known:
        return known
    if character in _EAST_SIGNS:
        return 0.8
    if "\uff01" <= character <= "\uff5e" or "\u4e00" <= character <= "\u9fff":
        return 0.3
    return _IMPOSSIBLE if is_impossible(character) else _FOREIGN


_EAST: dict[str, Callable[[str], float]] = {"zh": _chinese, "ja": _japanese, "ko": _korean}
