"""A text as tokens, and the stretches of them in which a name may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTS = (
    "affiliated aged aligned allied area backed based born bound bred built controlled dominated dubbed educated elect "
    "era friendly funded held inspired language led like listed made mandated mediated nominated occupied only "
    "organised organized owned produced registered related run shaped sized speaking sponsored style supported themed "
    "trained type wide winning"
)
_SHORT = "St|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Inc|Corp|Ltd|Co|Bros"

_TOKEN = re.compile(
    rf"""
    [a-z]+(?=[\s,])                              # most words: for speed
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?        # U.S., P.O.P
    | (?:{_SHORT}|[^\W\d_])\.(?=\s?[^\W\d_])       # an initial or a short word, before another
    | ['’]s\b
    | @\w+ | \#\w+ | https?:\S+ | www\.\S+
    | [^\W_]+(?:(?:['’](?!s\b)|&|-(?!(?:{"|".join(_PARTS.split())})\b))[^\W_]+)*
    | [^\w\s] | _+
    """,
    re.VERBOSE,
)

LINKS = frozenset(
    (
        "of the for and in on at to de la del della van von der den di da do dos das du le les el al bin ibn ben bint "
        "y e und et des zu zur ter ten af av og en für pour vor is 's ’s & - – ' ’ \" “ ” / upon"
    ).split()
)
"""What may stand between two words of a name."""
_ENDS = frozenset('.!?:;"“”‘•…|')
"""Behind these a capital says nothing."""
_NO_NAMES = frozenset(
    (
        "a about after all also although among an and another any are as at be because been before both but by can did "
        "do does during each even every few for from had has have he her here hers his how however i if in "
        "into is it it's its like many may me meanwhile monday more most much my no nor not now of on once one only or "
        "our over she since so some such than that the their them then there these they this those through thus to "
        "tuesday two under until up upon was we wednesday were what when where whether which while who whom whose "
        "why will with would yes yet you your thursday friday saturday sunday mr mrs ms dr"
    ).split()
)
"""With a capital they are still no name by themselves."""
OF_THE_READER = frozenset(("Us",))
"""So written, a word of the sentence; all in capitals, a country."""
_LONGEST_LINK = 3
_LONGEST_STRETCH = 80
"""So many words with capitals, and no comma between them, are no running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one paragraph, and where its capitals are."""

    words: list[str]
    starts: list[int]
    capitals: list[bool]
    stretches: list[tuple[int, int]]
    """The half-open spans of tokens in which a name may stand."""


def tokenise(text: str) -> Line:
    """Split a text into words and signs, and find its stretches of words with a capital, linked by small words."""
    matches = list(_TOKEN.finditer(text))
    words = [match.group() for match in matches]
    starts = [match.start() for match in matches]
    capitals = [not word.islower() and word[0].isalnum() and _may_name(word) for word in words]
    stretches = [each for each in _stretches(words, capitals) if each[1] - each[0] <= _LONGEST_STRETCH]
    return Line(words, starts, capitals, stretches)


def _may_name(word: str) -> bool:
    small = word.lower()
    return not (small == word or small in _NO_NAMES or small.startswith(("http", "www.", "i'", "i’")))


def _stretches(words: list[str], capitals: list[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = end = -1
    for place, capital in enumerate(capitals):
        if capital:
            if start < 0 or place - end > _LONGEST_LINK or not _linked(words, end, place):
                if start >= 0:
                    found.append((start, _with_number(words, end)))
                start = place
            end = place + 1
    if start >= 0:
        found.append((start, _with_number(words, end)))
    return found


def _linked(words: list[str], end: int, place: int) -> bool:
    return all(word.lower() in LINKS or word.isdigit() for word in words[end:place])


def _with_number(words: list[str], end: int) -> int:
    return end + 1 if end < len(words) and words[end].isdigit() and len(words[end]) < 4 else end


def opens_sentence(words: list[str], place: int) -> bool:
    """Whether the token is the first of a sentence, or of what is put like one."""
    return place == 0 or words[place - 1] in _ENDS
