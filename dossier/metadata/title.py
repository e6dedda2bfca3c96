"""A title for an article that has none: the first clause of its first sentence."""

from __future__ import annotations

import re

MAX_WORDS = 14

_STOP_WORDS = frozenset(
    (
        "a an the of to in on at by for from with and or but nor as is are was were be been being has have had "
        "that which who whom whose this these those its their his her our my your it he she they we i if than then "
        "into onto over under about between among against during until since because while when where after before "
        "amid due will would could should can may might must do does did not no so such very more most both either "
        "neither each every any some all one per via also just only even still yet up out off down near around "
        "across toward towards upon within without"
    ).split()
)
"""Words that a title must not end on."""

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = re.compile(
    rf"\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:last\s+|next\s+|this\s+)?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
    r"(?:\s*\([^()]{1,12}\))?(?=[\s,.;]|$)"
)
_LEADING = re.compile(
    r"(?:On|After|As(?! (?:many|much|few|little|long|well|soon)\b)|Amid|In|Following|With|Despite)\s[^,]{3,80},\s+"
    r"(?!(?:which|who|whose|where|when|and|or|but|mostly|including|especially|such)\b)(?=\S)"
)
_CUT = re.compile(
    r",\s+(?:which|who|where|when|a move|after|as|amid|while|according to|in what|saying|with)\b.*"
    r"|(?<=\w)[,;]?\s+(?:after|as|amid)\s.*",
    re.DOTALL,
)
_SECOND_CLAUSE = re.compile(r"^([^,]*),\s+(?:and|but|yet)\s.*", re.DOTALL)
_SAID = re.compile(
    r",?\s+(?:[\w'’.-]+\s+){0,5}(?:said|says|told reporters|reported|announced|showed)(?:\s+in a statement)?\s*$"
)
_ABBREVIATED = (
    "Adm Amb Brig Capt Co Col Corp Dr Feb Gen Gov Hon Inc Jan Jr Lt Ltd Maj Messrs Mr Mrs Ms Mt No Nov Oct Prof Rep "
    "Reps Rev Sen Sens Sept Sgt Sr St Supt"
).split()
_SENTENCE_END = re.compile(
    "".join(rf"(?<!\b{word})" for word in _ABBREVIATED)
    + r"(?:(?<=[^\W\d_]{2})\.[\"”’']*\s|[!?][\"”’']*\s+(?=[A-Z\"“])|(?<=\d)\.\s+(?=[A-Z]))|[。！？]"
)
_MIN_WORDS = 4
_CHARACTERS = 40
"""The length of a title in a script without spaces, where a sentence is one word."""


def derive_title(lede: str) -> str | None:
    """Derive a title of at most `MAX_WORDS` words from a lede; `None` if it holds no word.

    Leaves out a leading "On …,", weekdays, "officials said" at the end, and what follows ", which", "after", "as"
    or "amid"; never ends on a stop word.
    """
    sentence = _first_sentence(" ".join(lede.split())).rstrip(".!。！ ")
    clause = sentence
    for shorten in (_without_leading, _without_when, _without_tail, _without_said):
        shorter = shorten(clause)
        if len(shorter.split()) >= _MIN_WORDS:
            clause = shorter
    words = clause.split()[:MAX_WORDS]
    while len(words) > 1 and _ends_badly(words[-1]):
        words.pop()
    title = " ".join(words).rstrip(",;:–—- ")
    if len(words) <= 2 and len(title) > _CHARACTERS:
        title = title[:_CHARACTERS].rstrip("，、,;: ")
    title = _without_open_quote(title)
    return title[:1].upper() + title[1:] if any(map(str.isalnum, title)) else None


def _first_sentence(text: str) -> str:
    """The first sentence of a text, with its mark of a question; the first two where the first is a mere word."""
    for match in _SENTENCE_END.finditer(text):
        if len(text[: match.start()].split()) >= _MIN_WORDS or match.group() in "。！？":
            return text[: match.end()].rstrip() if "?" in match.group() else text[: match.start()]
    return text


def _ends_badly(word: str) -> bool:
    return word.strip("\"'“”‘’(),;:–—-").lower() in _STOP_WORDS or not any(map(str.isalnum, word))


def _without_leading(clause: str) -> str:
    return _LEADING.sub("", clause, count=1) if _LEADING.match(clause) else clause


def _without_when(clause: str) -> str:
    def drop(match: re.Match[str]) -> str:
        before = clause[: match.start()].split()
        behind = clause[match.end() :].split()
        is_name = "on" not in match.group().split() and (
            (len(before) > 1 and before[-1][:1].isupper()) or (behind and behind[0][:1].isupper())
        )
        return match.group() if is_name else ""

    return _WHEN.sub(drop, clause)


def _without_tail(clause: str) -> str:
    return _SECOND_CLAUSE.sub(r"\1", _CUT.sub("", clause))


def _without_said(clause: str) -> str:
    return _SAID.sub("", clause)


def _without_open_quote(title: str) -> str:
    """Leave out a quotation mark whose other half was cut off."""
    for opening, closing in (("“", "”"), ("(", ")"), ('"', '"'), ("«", "»")):
        if title.count(opening) + (title.count(closing) if opening != closing else 0) == 1:
            title = title.replace(opening, "").replace(closing, "")
    return title.strip()
