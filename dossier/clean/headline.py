"""The headline: the line that is stated or set as one, or that stands over the text and is worded as one.

A line that may as well be a sentence, a row of a table, a caption or a credit stays: a title is derived from it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.clean.captions import is_caption
from dossier.clean.dateline import find_dateline
from dossier.clean.draft import TERMINAL, Draft, Part, letters
from dossier.clean.opening import NAME, TOP, begins_with_date, is_byline
from dossier.scripts import UNSPACED, count_words, is_unspaced

_WORDS = range(3, 19)
_CAPITAL_WORDS = range(5, 19)
_TERSE_WORDS = range(4, 13)
"""A longer line that is not set in capitals is the sentence under the headline, as often as not."""
_LETTERS_A_WORD = 3
"""Of a script without spaces."""
_LABEL_WORDS = 3
_PROSE_WORDS = 12
_BETWEEN_WORDS = 6
"""A name or a date between headline and text is no longer."""
_READ = 2000
"""So many characters below are looked through for the words of a headline."""

_NO_HEADLINE = re.compile(
    r"(?:(?:written )?by|updated?|published|posted|sources?|story highlights|key points|related|watch|listen|photos?"
    r"|photographer|image|video|share|subscribe|sign (?:in|up)|home|menu|search|close|advertisement|series|the claim"
    r"|please (?:enable|note))\b(?:\s*[:>|]|\s|$)"
    r"|.*\b(?:ago|min read)$|.*[.!?] |read(?: more)?\s*:|[(\[<]|.*\s\|\s|.*\bsaid (?:it|he|she|they|that)\b"
    r"|(?:\S+\s+){0,6}(?:times|post|news|images|network|agency|journal|magazine|getty|reuters|today|afp|ap)$",
    re.IGNORECASE,
)
"""Labels, invitations and credits; two sentences; and what somebody said."""
_ROW = re.compile(r"\t|\S {2,}\S|(?:.*\d)?.*\s(?:vs\.?|versus)\s(?:.*\d|not\b|nil\b)", re.IGNORECASE)
"""Columns, and figures of two years."""
_FIGURES = 4
"""A line where every fourth word is a figure, and two are, is a row of a table."""
_OPEN_ENDS = (
    ".",
    ",",
    ":",
    ";",
    "!",
    "…",
    "-",
    "–",
    "—",
    "。",
    "！",
    "，",
    "、",
    "：",
    "；",
    "؟",
    "،",
    "؛",
    "।",
    "።",
    "۔",
)
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
        "which there here monday tuesday wednesday thursday friday saturday sunday yesterday pictured seen shown "
        "i'm i've he's she's it's that's there's they're they've we're we've you're isn't wasn't"
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
_TELLS_AT_END = re.compile(r"(?:です|ます|した|いる|だった|である|ない|という|了|습니다|했다|이다|였다)$")
_NAMED = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*\s+){1,3}[^\W\d_a-zß-öø-ÿ][\w.’'-]*:\s")
"""Who wrote the other article, before its headline: `Ada Vance: Take the ferry away`."""
_AND = r"(?:,|,?\s+(?:and|&|und|et|y|e|i|и|en|och)\b)\s*"
_NAMES = re.compile(rf"{NAME}(?:{_AND}{NAME})*")
"""Those who wrote it, where the word "By" is missing."""
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PAIRED = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]")
"""Letters of which two tell as much as four of an alphabet."""


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
    if _like_headline(headline.text) and _is_taken_up(headline, parts):
        draft.take(headline, "headline")


def _is_opening(draft: Draft, part: Part) -> bool:
    return is_byline(part) or begins_with_date(part) or find_dateline(draft, part) is not None


def _over_opening(parts: Sequence[Part], opens: int) -> Part | None:
    """The first line above byline, date and dateline that is no section and no caption, with one sentence behind it."""
    above = [part for part in parts[:opens] if part.block.kind == "paragraph" and not is_caption(part.text)]
    lines = [part for part in above if _length(part.text) > _LABEL_WORDS] or above
    if not lines or len(lines) > 2 or (len(lines) == 2 and TERMINAL.search(lines[1].text) is None):
        return None
    return lines[0]


def _over_prose(draft: Draft, parts: Sequence[Part]) -> Part | None:
    """The first line, where it is a paragraph of its own, worded as a headline, over a paragraph of sentences."""
    first, text = parts[0], parts[0].text
    if first.block.kind != "paragraph" or not draft.stands_alone(first) or _NAMED.match(text):
        return None
    below = parts[2:] if _may_stand_between(first, parts[1]) else parts[1:]
    paragraphs = list(_paragraphs(draft, below))
    if not paragraphs or count_words(paragraphs[0]) < _PROSE_WORDS or TERMINAL.search(paragraphs[0]) is None:
        return None
    return first if _is_worded(text, " ".join(paragraphs)) else None


def _may_stand_between(first: Part, part: Part) -> bool:
    """Whether a line may be a name, a date or a caption between headline and text; two with figures are a table."""
    text = part.text
    half = len(text) // 2
    if part.block is first.block or (_FIGURE.search(first.text) and _FIGURE.search(text)):
        return False
    return _length(text) <= _BETWEEN_WORDS or is_caption(text) or text[:half] == text[half + 1 :]


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


def _is_worded(text: str, prose: str) -> bool:
    """Whether a line is set in capitals as a headline is, or leaves out what a sentence needs."""
    if text.rstrip("\"'”’»)").endswith(("?", "？")) or _TELLS_AT_END.search(text):
        return False
    if _NAMES.fullmatch(text):
        return False
    words = set(_words(text))
    if not _is_english(prose):
        return _length(text) in _TERSE_WORDS and not words & _TELLS_ELSEWHERE
    return _in_capitals(text) or (_length(text) in _TERSE_WORDS and not words & _TELLS)


def _in_capitals(text: str) -> bool:
    """Whether every longer word begins with a capital, and there are enough to tell."""
    words = _WORD.findall(text)
    longer = [word for word in words if len(word) > 3 and word not in _SMALL]
    return (
        _length(text) in _CAPITAL_WORDS
        and len(longer) > 2
        and not text.isupper()
        and not any(word[0].islower() for word in longer)
    )


def _is_english(prose: str) -> bool:
    words = _words(prose[:_READ])
    return sum(word in _ENGLISH for word in words) * 16 >= len(words)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def _length(text: str) -> int:
    """How many words, at a few letters each where none is between spaces."""
    unspaced = sum(map(is_unspaced, text[:_READ]))
    return len(text.split()) if 2 * unspaced < len(text) else -(-count_words(text) // _LETTERS_A_WORD)


def _like_headline(text: str) -> bool:
    if len(text) > _READ or _length(text) not in _WORDS or text[:1].islower():
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


def _is_taken_up(headline: Part, parts: Sequence[Part]) -> bool:
    """Whether the text below has a word of the headline: that of a label, a credit or another article it has not."""
    below = " ".join(part.text[:_READ] for part in parts if part.number > headline.number)[:_READ]
    return not set(_stems(headline.text)).isdisjoint(_stems(below))


def _stems(text: str) -> Iterator[str]:
    """How the longer words begin, whatever their endings; of Han, kana, Thai and Hangul every pair of letters."""
    for word in _words(text):
        if _PAIRED.search(word):
            yield from (word[place : place + 2] for place in range(len(word) - 1))
        elif len(stem := word.removeprefix("و").removeprefix("ال")) > 3 and stem not in _SMALL:
            yield stem[:4]
