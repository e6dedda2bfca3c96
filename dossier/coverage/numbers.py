"""Numbers in a text, in figures and in words: those it surely states, and all that it may state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.names import EVERYDAY_WORDS
from dossier.scripts import UNSPACED

_UNITS = {word: number for number, word in enumerate("one two three four five six seven eight nine".split(), start=1)}
_TEENS = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_WORDS = _UNITS | _TEENS | _TENS
_TIMES = {"dozen": 12, "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_TIMES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_OTHERS = {"both": "2", "couple": "2", "pair": "2", "twice": "2", "once": "1", "half": "0.5", "single": "1"}
_FIGURES = 15
"""A number of more figures is an identifier."""
_TELLING = 10
"""A smaller number tells something only together with what is counted."""

_EACH = "|".join(sorted((*_WORDS, *_TIMES), key=len, reverse=True))
_MANY = "|".join(_TIMES)
_WORDED = (
    rf"(?:(?:half\s)?an?[\s-](?={_MANY})|half\s(?={_MANY}))?"
    rf"(?:{_EACH})(?:[\s-](?:and[\s-])?(?:{_EACH})(?!\w))*"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/–-])(?P<money>[$€£¥]\s?)?"
    rf"(?:(?P<figures>\d+(?:[.,]\d+)*)(?P<times>[\s-](?:{_MANY})(?!\w)|(?:bn|tn|mn)(?!\w))?|(?P<words>{_WORDED}))"
    rf"(?![\d:/]|[.,]\d|\s?[–-]\s?\d)(?P<thing>\s?%|[\s-]?[^\W\d_{UNSPACED}]+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:\b(?P<word>[^\W\d_]+)[’']?s?\.?|[#№§])\s*$")
"""What a number belongs to that stands behind it: `No. 3`, `Park 51`."""
_BEFORE = 40
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SPOKEN = re.compile(rf"(?<!\w)(?:{_WORDED}|{'|'.join(_OTHERS)})(?!\w)", re.IGNORECASE)
_FACTOR = re.compile(rf"[\s-]?(?P<times>{'|'.join((*_TIMES, *_SHORT_TIMES))})(?!\w)", re.IGNORECASE)
_PART = re.compile(rf"{_EACH}|half", re.IGNORECASE)


class Number(NamedTuple):
    """A number that a text states of something."""

    value: str
    start: int
    end: int
    thing: str
    """The word behind it, if it says what is counted."""


def stated(text: str) -> Iterator[Number]:
    """The numbers that a text surely states; a small one only with what is counted."""
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None or _is_of_a_name(text, match):
            continue
        thing, end = _thing(match)
        if thing is None:
            continue
        if not thing and float(value) < _TELLING:
            continue
        yield Number(value, match.start(), end, thing)


def _value(match: re.Match[str]) -> str | None:
    if match["words"]:
        return _of_words(match["words"])
    return _of_figures(match["figures"], _factor(match["times"]))


def _factor(times: str | None) -> int:
    plain = (times or "").strip(" \t\n\u00a0-").lower()
    return (_TIMES | _SHORT_TIMES)[plain] if plain else 1


def _thing(match: re.Match[str]) -> tuple[str | None, int]:
    """What is counted, and where the whole ends; `None` if the number is a part of another word."""
    said = match["thing"] or ""
    thing = said.strip().lstrip("-")
    if said and not match["money"] and said == thing and thing != "%" and not _is_unit(match, thing):
        return None, match.end()
    if match["money"] or not (thing == "%" or _is_unit(match, thing) or _is_counted(thing, said)):
        return "", match.end() - len(said)
    return thing, match.end()


def _is_counted(thing: str, said: str) -> bool:
    """Whether a word behind a number is surely what it counts: one of several, or joined to it as in `15-member`."""
    if not thing.islower() or thing in EVERYDAY_WORDS or thing in _ADVERBS:
        return False
    return said[0] == "-" or thing in _MANY_OF_ONE or (len(thing) >= _LONG and _PLURAL.search(thing) is not None)


def _is_unit(match: re.Match[str], thing: str) -> bool:
    """Whether it is a short word such as `km`, in small letters right behind figures."""
    return (
        bool(match["figures"])
        and match["thing"] == thing
        and 2 <= len(thing) <= 3
        and thing not in _ENDINGS
        and thing.islower()
    )


_LONG = 4
_MANY_OF_ONE = frozenset("children cent men people percent police women".split())
_ADVERBS = frozenset("afterwards always besides overseas perhaps sometimes towards upwards".split())
_PLURAL = re.compile(r"[^sui]s$")
_ENDINGS = frozenset("st nd rd th am pm".split())


def _is_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a name or `No.` stands before it, and nothing between: it is no count, then."""
    before = _NAMED.search(text[max(0, match.start() - _BEFORE) : match.start()])
    if before is None or match["money"]:
        return False
    word = before["word"] or ""
    return (
        not word
        or word.lower() in {"no", "nos", "number", "page"}
        or (word[0].isupper() and word.lower() not in EVERYDAY_WORDS)
        or word.lower() in _MONTHS
    )


def _of_figures(figures: str, factor: int) -> str | None:
    if len(figures) > _FIGURES:
        return None
    is_grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figures) is not None
    try:
        return f"{float(figures.replace(',', '') if is_grouped else figures.replace(',', '.')) * factor:.10g}"
    except ValueError:
        return None


def _of_words(words: str) -> str | None:
    """`one hundred and five` is 105, `half a million` 500000; `nineteen eighty` is no number."""
    total, current, last = 0.0, 0.0, 10**3
    for word in _PART.findall(words.lower()):
        if word == "half":
            current = 0.5
        elif word in _TIMES:
            current = (current or 1) * _TIMES[word]
            if _TIMES[word] > 100:
                total, current = total + current, 0.0
            last = _TIMES[word]
        else:
            size = 1 if word in _UNITS else 10
            if last <= size or (last == 10 and current % 100 in range(10, 20)):
                return None
            current, last = current + _WORDS[word], size
    return f"{total + current:.10g}"


def readings(text: str) -> set[str]:
    """The values of all numbers that a text may state, however it is read."""
    found: set[str] = set()
    for match in _FIGURE.finditer(text):
        factor = _FACTOR.match(text, match.end())
        values = [_of_figures(match.group(), 1), *(_of_figures(part, 1) for part in re.findall(r"\d+", match.group()))]
        if factor is not None:
            values.append(_of_figures(match.group(), _factor(factor["times"])))
        found.update(value for value in values if value is not None)
    for match in _SPOKEN.finditer(text):
        said = match.group().lower()
        parts = _PART.findall(said)
        found.update(_spoken(said, parts))
    return found


def _spoken(said: str, parts: Sequence[str]) -> Iterator[str]:
    if said in _OTHERS:
        yield _OTHERS[said]
    whole = _of_words(said) if parts else None
    if whole is not None:
        yield whole
    yield from (f"{(_WORDS | _TIMES)[part]}" for part in parts if part != "half")
    if len(parts) > 1 and all(part in _WORDS for part in parts):
        yield f"{100 * _WORDS[parts[0]] + sum(_WORDS[part] for part in parts[1:])}"  # as a year is spoken
