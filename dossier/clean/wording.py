"""How a headline is worded: set in capitals, or without what a sentence needs; no label, credit or row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.clean.captions import is_caption
from dossier.scripts import UNSPACED, count_words, is_unspaced

_WORDS = range(3, 19)
_CAPITAL_WORDS = range(5, 19)
_TERSE_WORDS = range(4, 13)
"""A longer line that is not set in capitals is the sentence under the headline, as often as not."""
_LETTERS_OF_TWO_WORDS = 5
"""In a script without spaces."""
_READ = 2000
"""A longer line is no headline, and no more is read of what stands below one."""

_NO_HEADLINE = re.compile(
    r"(?:(?:written )?by|updated?|published|posted|sources?|story highlights|key points|related|watch|listen|photos?"
    r"|photographer|image|video|share|subscribe|sign (?:in|up)|home|menu|search|close|advertisement|series|the claim"
    r"|please (?:enable|note))\b(?:\s*[:>|]|\s|$)"
    r"|.*\b(?:ago|min read)$|.*[.!?] |read(?: more)?\s*:|[(\[<]|.*\s\|\s|.*\bsaid (?:it|he|she|they|that)\b"
    r"|(?:\S+\s+){0,6}(?:times|post|news|images|network|agency|journal|magazine|getty|reuters|today|afp|ap)$",
    re.IGNORECASE,
)
"""Labels, invitations and credits; two sentences; and what somebody said."""
_ROW = re.compile(
    r"\t|\S {2,}\S|\s(?:vs\.?|versus)\s+(?:\S*\d|not\b|nil\b)|\d\S*(?:\s\S+){0,3}\s(?:vs\.?|versus)\s", re.IGNORECASE
)
"""Columns, and figures of two years."""
_FIGURES = 4
"""A line where every fourth word is a figure, and two are, is a row of a table."""
_OPEN_ENDS = tuple(".,:;!…-–—。！，、：；؟،؛।።۔")
_ENDS_ON = frozenset(
    "a an and as at but by for from in into of on or that the to with is are was were has have had".split()
)
_ENGLISH = frozenset("the and of to said with for his her that at from by after has been its who".split())
_SMALL = frozenset(
    "about after against amid among before between despite during from into like near over since than that their "
    "through under until upon what when with without your".split()
)
"""Longer words that may be small in a headline that is set in capitals."""
_TELLS = frozenset(
    (
        "a an the is are was were be been being am has have had having do does did will would could should can may "
        "might must i he she it we you they me him them us his her its their our my your this these those who whom "
        "which there here that still also just even very fell rose went came took made gave saw knew told began "
        "grew sank felt stood said monday tuesday wednesday thursday friday saturday sunday yesterday pictured seen "
        "shown i'm i've he's she's it's that's there's they're they've we're we've you're isn't wasn't"
    ).split()
)
"""What an English headline leaves out, where it is not set in capitals, and a sentence or a caption does not."""
_TELLS_ELSEWHERE = frozenset(
    (
        "hat haben hatte hatten war waren wurde wurden sagte sagten er wir ich montag dienstag mittwoch donnerstag "
        "freitag samstag sonntag était étaient avait avaient ont été il elle ils elles nous je lundi mardi mercredi "
        "jeudi vendredi samedi dimanche fue fueron era eran había habían ha han dijo él ella lunes martes miércoles "
        "jueves viernes sábado domingo è era erano aveva hanno stato stata disse foi foram tinha disse ele ela "
        "heeft hebben had werd werden zei hij zij wij был была было были он она они мы это كان كانت إن هو هي "
        "var hade jest był była było byli są"
    ).split()
)
"""The same of other languages: the past that is told with an auxiliary, pronouns, and the days of the week."""
_TELLS_WITH_A = re.compile(r"\ba [^\W\d_]+(?:é|is|it|ert|u)e?s?\b")
"""The past in French: `a promis`, `a fermé`."""
_TELLS_AT_END = re.compile(r"(?:です|ます|した|いる|だった|である|ない|という|了|습니다|했다|이다|였다)$")
_PROPER = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:de|van|von)\b)?"
_NAMED = re.compile(rf"(?:{_PROPER}\s+){{1,3}}{_PROPER}:\s")
"""Who wrote the other article, before its headline: `Ada Vance: Take the ferry away`."""
_NAME = rf"{_PROPER}(?:\s+{_PROPER}){{1,3}}"
_AND = r"(?:,|,?\s+(?:and|&|und|et|y|e|i|en|och)\b)\s*"
_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME})*")
"""Those who wrote it, where the word "By" is missing."""
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
"""Signs within a word that are no letters: accents and vowels of Arabic and of the scripts of India."""
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['’](?=[^\W_]))*")
_PAIRED = re.compile(rf"[{UNSPACED}\u1200-\u137f\uac00-\ud7a3]")
"""Letters of which two tell as much as four of an alphabet: syllables, and those of unspaced scripts."""


def is_worded(text: str, prose: str) -> bool:
    """Whether a line is set in capitals as a headline is, or leaves out what a sentence needs."""
    if text.rstrip("\"'”’»)").endswith(("?", "？")) or _TELLS_AT_END.search(text):
        return False
    if _NAMES.fullmatch(text) or (_NAMED.match(text) and not _in_capitals(text)):
        return False
    words = set(_words(text))
    if not _is_english(prose):
        return length(text) in _TERSE_WORDS and not words & _TELLS_ELSEWHERE and not _TELLS_WITH_A.search(text)
    return _in_capitals(text) or (length(text) in _TERSE_WORDS and not words & _TELLS)


def _in_capitals(text: str) -> bool:
    """Whether every longer word begins with a capital, and there are enough to tell."""
    words = _WORD.findall(text)
    longer = [word for word in words if len(word) > 3 and word not in _SMALL]
    return (
        length(text) in _CAPITAL_WORDS
        and len(longer) > 2
        and not text.isupper()
        and not any(word[0].islower() for word in longer)
    )


def _is_english(prose: str) -> bool:
    words = _words(prose[:_READ])
    return sum(word in _ENGLISH for word in words) * 16 >= len(words)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def length(text: str) -> int:
    """How many words, at a few letters each where none is between spaces."""
    unspaced = sum(map(is_unspaced, text[:_READ]))
    return len(text.split()) if 2 * unspaced < len(text) else -(-2 * count_words(text) // _LETTERS_OF_TWO_WORDS)


def like_headline(text: str) -> bool:
    """Whether a line has the length and the end of a headline, and is no label, credit, caption or row of a table."""
    if len(text) > _READ or length(text) not in _WORDS or text[:1].islower():
        return False
    words = text.split()
    figures = sum(word[:1].isdigit() for word in words)
    return (
        not text.rstrip("\"'”’»)」』").endswith(_OPEN_ENDS)
        and words[-1].lower() not in _ENDS_ON
        and (figures < 2 or figures * _FIGURES < len(words))
        and _ROW.search(text) is None
        and _NO_HEADLINE.match(text) is None
        and not is_caption(text)
    )


def stems(text: str) -> Iterator[str]:
    """How the longer words begin, whatever their endings; where two letters tell as much, every pair of them."""
    for word in _words(text):
        if _PAIRED.search(word):
            yield from (word[place : place + 2] for place in range(len(word) - 1))
        elif len(stem := word.removeprefix("و").removeprefix("ال")) > 3 and stem not in _SMALL:
            yield stem[:4]
