"""A title for an article that has none: the first clause of its first sentence."""

from __future__ import annotations

import re

from dossier.metadata.language import guess_language
from dossier.metadata.shorten import shorten

MAX_WORDS = 14

STOP_WORDS = frozenset(
    (
        "a an the of to in on at by for from with and or but nor as is are was were be been being has have had "
        "that which who whom whose this these those its their his her our my your it he she they we i if than then "
        "into onto over under about between among against during until since because while when where after before "
        "amid due will would could should can may might must do does did not no so such very more most both either "
        "neither each every any some all one per via also just only even still yet up out off down near around "
        "across toward towards upon within without you him them me what how why whether other own same like"
    ).split()
)
"""Words that a title must not end on."""

_ABBREVIATED = (
    "Adm Amb Brig Capt Co Col Corp Dr Feb Gen Gov Hon Inc Jan Jr Lt Ltd Maj Messrs Mr Mrs Ms Mt No Nov Oct Prof Rep "
    "Reps Rev Sen Sens Sept Sgt Sr St Supt"
).split()
_SENTENCE_END = re.compile(
    r"(?=[.!?。！？])"
    + "".join(rf"(?<!\b{word})" for word in _ABBREVIATED)
    + r"(?:(?<=[^\W\d_]{2})\.[\"”’']*\s|[!?][\"”’']*\s+(?=[A-Z\"“])|(?<=\d)\.\s+(?=[A-Z]))|[。！？]"
)
_MIN_WORDS = 4
_GOOD_WORDS = 8
"""A title that had to be cut has at least so many words before it is cut where a phrase ends."""
_PHRASE_BEGINS = frozenset(
    (
        "in on at by for from with after amid during over under against among between into through despite while when "
        "where because although before since until and but or which who"
    ).split()
)
_ENGLISH = re.compile(r"\b(?:the|and|said|from|with)\b")
_CHARACTERS = 40
"""The length of a title in a script without spaces, where a sentence is one word."""
_LONGEST = 2000
"""No more characters of a lede are read."""
_CLAIMED = re.compile(r",\s+(?:[\w'’.-]+\s+){0,3}(?:alleged?|alleges|claim(?:s|ed)?|den(?:y|ies|ied))$")
"""Who stands for it, behind a claim that nobody may take for a fact."""


def derive_title(lede: str) -> str | None:
    """Derive a title of at most `MAX_WORDS` words from a lede; `None` if it holds no word.

    Leaves out what a headline would: a leading "On …,", weekdays, articles, "Inc", "President", what the subject is,
    "officials said" at the end, and what follows ", which", "after" or "amid". Never ends on a stop word. A line that
    is no sentence is a headline already, and stays.
    """
    text = " ".join(lede[:_LONGEST].split())
    sentence = _first_sentence(text)
    is_line = sentence == text and len(text.split()) <= MAX_WORDS and not text.endswith(tuple(".!?…:\"”’'"))
    clause = sentence.rstrip(".!。！ ")
    if not is_line:
        clause = shorten(clause, room=MAX_WORDS, english=_is_english(text))
    title = _clipped(clause)
    if len(title.split()) <= 2 and len(title) > _CHARACTERS:
        title = title[:_CHARACTERS].rstrip("，、,;: ")
    title = _with_whole_quote(title)
    return title[:1].upper() + title[1:] if any(map(str.isalnum, title)) else None


def _first_sentence(text: str) -> str:
    """The first sentence of a text, with its mark of a question; the first two where the first is a mere word."""
    for match in _SENTENCE_END.finditer(text):
        if len(text[: match.start()].split()) >= _MIN_WORDS or match.group() in "。！？":
            return text[: match.end()].rstrip() if "?" in match.group() else text[: match.start()]
    return text


def _is_english(text: str) -> bool:
    """Whether it is safe to take "a" for an article: one sentence is little to guess a language from."""
    guess = guess_language(text, by_model=False)
    return guess[0] == "en" if guess else _ENGLISH.search(text) is not None


def _clipped(clause: str) -> str:
    """At most `MAX_WORDS` words, to the end of a phrase where one is near, and who claims it."""
    claimed = _CLAIMED.search(clause)
    tail = claimed.group() if claimed else ""
    words = clause[: len(clause) - len(tail)].split()
    room = MAX_WORDS - len(tail.split())
    if len(words) > room:
        ends = (end for end in range(room, _GOOD_WORDS - 1, -1) if words[end].lower() in _PHRASE_BEGINS)
        end = next(ends, room)
        while end > _MIN_WORDS and words[end].lower() not in _PHRASE_BEGINS and _leans_on(words[end - 1], words[end]):
            end -= 1
        words = words[:end]
    while len(words) > 1 and _ends_badly(words[-1]):
        words.pop()
    return " ".join(words).rstrip(",;:–—- ") + tail


def _leans_on(word: str, following: str) -> bool:
    """Whether a word says something else without the one behind it: `295 | million`, `sharply | down`, `part | of`."""
    return word[:1].isdigit() or word.endswith(("'s", "’s", "ly")) or following == "of"


def _ends_badly(word: str) -> bool:
    return word.strip("\"'“”‘’(),.;:?!…–—-").lower() in STOP_WORDS or not any(map(str.isalnum, word))


def _with_whole_quote(title: str) -> str:
    """Close a quotation that was cut, so that nobody takes it for the paper's own words; leave out a lost half."""
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
        opened = title.count(opening) - (title.count(closing) if opening != closing else 0)
        if opening == closing and opened % 2:
            place = title.rfind(opening)
            is_opening = title[place + 1 :][:1].strip() != "" and title[:place][-1:].strip() in {"", "("}
            title = title + closing if is_opening else title[:place] + title[place + 1 :]
        elif opening != closing and opened:
            title = title + closing if opened > 0 else title.replace(closing, "")
    if title.count("(") != title.count(")"):
        title = title.replace("(", "").replace(")", "")
    return title.strip()
