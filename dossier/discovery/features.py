"""What the model sees of a word and of what stands around it, as features with names."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.discovery.document import Document
from dossier.discovery.tokens import Line, opens_sentence

OFFSETS = (-2, -1, 0, 1, 2)
"""From where a word is looked at: 1 from the token before it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the lexicon says of a word."""

    cluster: str = "?"
    """The number of the group of words that are used alike."""
    field: str = "?"
    """The number of the group of such groups."""
    part: str = "?"
    """Of which kind of name it is most likely a part, and how likely: the first letters are the kind."""
    other: str = ""
    """The next likely kind."""
    lists: str = ""
    """One letter a list that holds it: of first names, of cities, …"""


@dataclass(frozen=True, slots=True)
class Traits:
    """What features of several words together are made of."""

    small: str
    shape: str
    field: str
    part: str


NOTHING = Traits("", "", "", "")
"""Of the place before a paragraph and of that behind it."""


def shape(word: str) -> str:
    """How a word looks: which letters are capitals, whether there are digits, hyphens or dots in it."""
    if word.islower():
        return "x"
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if not word[0].isalnum():
        return word[0]
    return _capitals(word) if word.isupper() else _mixed(word)


def _capitals(word: str) -> str:
    if "." in word:
        return "A." if len(word) == 2 else "A.A"
    return "A" if len(word) == 1 else "AA" if len(word) < 6 else "AAA"


def _mixed(word: str) -> str:
    if any(map(str.isdigit, word)):
        return "X9"
    if word.istitle():
        return "X-x" if "-" in word else "Xx"
    return "xX" if word[0].islower() else "X-X" if "-" in word else "XxX"


def traits(word: str, known: Known) -> Traits:
    """What features of several words use of this one."""
    return Traits(word.lower(), shape(word), known.field, known.part[:2])


def of_word(word: str, known: Known, offset: int) -> list[str]:
    """The features that follow from one word alone, seen from `offset` tokens away."""
    small, form = word.lower(), shape(word)
    found = [f"w={small}", f"s={form}", f"f={known.field}", f"k={known.part}"]
    if abs(offset) < 2:
        found += [f"c={known.cluster}", f"-3={small[-3:]}", *(f"l={letter}" for letter in known.lists)]
    if offset == 0 and word[0].isalpha():
        found += [f"{size}={small[:size]}" for size in (2, 3)]
        found += [f"-{size}={small[-size:]}" for size in (1, 2, 4)]
        found += [f"fs={known.field}|{form}", f"ks={known.part}|{form}", f"ko={known.part}|{known.other}"]
        found += [f"ls={letter}|{form}" for letter in known.lists]
    return [f"{offset}{each}" for each in found]


def together(before: Traits, word: Traits, after: Traits) -> list[str]:
    """The features of a word with its neighbours."""
    return [
        f"sss={before.shape}|{word.shape}|{after.shape}",
        f"ff-={before.field}|{word.field}",
        f"ff+={word.field}|{after.field}",
        f"fsf={before.field}|{word.shape}|{after.field}",
        f"ws={before.small}|{word.shape}",
        f"kkk={before.part}|{word.part}|{after.part}",
        f"sk={before.shape[:1]}|{word.part}|{after.shape[:1]}|{after.part}",
    ]


def in_stretch(place: int, stretch: tuple[int, int], word: Traits, first: Traits, last: Traits) -> list[str]:
    """The features of a word in its stretch, whose first and last words are given."""
    start, end = stretch
    size = min(end - start, 4)
    return [
        f"n={size}|{min(place - start, 3)}|{word.shape}",
        f"at={place == start:d}{place == end - 1:d}",
        f"first={first.field}",
        f"last={last.field}",
        f"kl={word.part}|{last.part}|{size}",
    ]


def in_document(line: Line, place: int, word: Traits, document: Document, *, size: int) -> list[str]:
    """The features that say whether its capital means something.

    Args:
        line: the paragraph.
        place: the token's.
        word: its traits.
        document: the article it stands in.
        size: of its stretch.
    """
    in_small = word.small in document.small
    if not opens_sentence(line.words, place):
        return ["low"] if in_small else []
    found = ["^", f"^n={min(size, 4)}", f"^f={word.field}", f"^k={word.part}|{min(size, 2)}"]
    if in_small:
        found.append("^low")
    if line.words[place] in document.capitals:
        found.append("^cap")
    return found
