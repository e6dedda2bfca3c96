"""Whether two names in one article are of one thing: what the articles themselves give as evidence.

Three rules, measured on gold clusters (`benchmarks/short_names.py`): a part of a person's name, an acronym that is
introduced in parentheses (Schwartz and Hearst 2003), and the initials of a name. The first that fits a name has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.model import Kind
from dossier.names import PARTICLES, TITLES

SMALL_WORDS = frozenset(
    "a al and at by da das de del della der des di do dos du e el et for für in la las le les of on the to und y "
    "van von".split()
)
"""Words in the name of an organisation, whose initials an acronym leaves out or has."""

EVERYDAY_CAPITALS = frozenset(
    "AD AFP AI AIDS AM AND AP ATM BC BST CEO CET CFO COO CST CTO DC DIY DJ DNA EDT EST ET FAQ FM FYI GDP GMT GPS HD "
    "HIV HR ID II III IP IPO IQ IT IV JR LED LLC LTD MBA MC MD MP MPS MS MST NO NOT OK OR PC PDF PDT PHD PM POW PR PS "
    "PST QA RIP RSVP SAT SMS SOS SR SUV SUVS THE TV UPI USD UTC VAT VI VII VIII VIP VP VS WIFI WWI WWII XI XII XL"
    .split()
)  # fmt: skip
"""Capitals that stand in any article for what they always stand for, and agencies in datelines."""

_NUMBERED = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr junior senior elder younger".split())
"""What makes another person of a name."""

_DROPPED = re.compile(r"['’]s?$")
_SPLIT = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Z]\.\s?){2,}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{0,8}[A-Z0-9.]s?")
_IN_PARENTHESES = re.compile(r"\(\s?(?:the\s)?[\"“'‘]?(?P<inner>(?!\s)[^()\n,;:]{2,90}?)[\"”'’]?\s?[),;:]")
_SHORT_BEFORE = re.compile(r"(?<![\w&.-])(?P<short>[A-Z][\w&.-]{1,9})$")
_WINDOW = 200
"""Characters before a parenthesis in which the long form of an acronym is looked for."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAST_INITIALS = 3
"""Letters of initials that nobody introduced: two are those of too many things."""
_CROWD = 50
"""A word that more persons of one article share tells nobody."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in an article, and of what kind of thing it is thought to be."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym and what it is short for, both in `text`: one of them stands in parentheses behind the other."""

    short: tuple[int, int]
    long: tuple[int, int]


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """A name without what differs between two ways to write it: capitals, accents, articles, possessives, signs."""
    bare = _DROPPED.sub("", _ARTICLE.sub("", text.strip()))
    bare = _DOTTED.sub(lambda match: re.sub(r"[.\s]", "", match.group()) + " ", bare)
    return folded(bare) or text


def folded(text: str) -> str:
    """A text without capitals and accents, with one space for whatever is no letter or digit."""
    plain = text
    if not text.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _SPLIT.sub(" ", plain.casefold()).strip()


@lru_cache(maxsize=20_000)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name of several words makes: with its small words and without, hyphens read both ways."""
    found = set()
    for text in {name, name.replace("-", " ")}:
        words = [_DROPPED.sub("", word).lstrip("([\"“'‘") for word in _ARTICLE.sub("", text).split()]
        words = [word for word in words if word[:1].isalnum() or word == "&"]
        for kept in (words, [word for word in words if word not in SMALL_WORDS and word != "&"]):
            if len(kept) > 1 and all(word[0].isupper() or word in SMALL_WORDS or word == "&" for word in kept):
                found.add("".join(word if _is_capitals(word) else word[0] for word in kept).upper())
                found.add("".join(word[0] for word in kept).upper())
    return frozenset(each for each in found if len(each) > 1)


def capitals(text: str) -> str:
    """The letters of an acronym, `U.S.` as `US`; empty if the text is none, or stands for what it always does."""
    if _ACRONYM.fullmatch(text) is None:
        return ""
    bare = re.sub(r"[^A-Z0-9&]", "", text.removesuffix("s"))
    return "" if len(bare) < 2 or bare in EVERYDAY_CAPITALS else bare


def introductions(text: str) -> Iterator[Introduction]:
    """Every acronym that a text introduces in parentheses, `Long Name (LN)`, or the other way, `LN (Long Name)`."""
    for match in _IN_PARENTHESES.finditer(text):
        inner, end = match.span("inner"), match.start()
        if text[end - 1 : end].isspace():
            end -= 1
        if _is_short(match["inner"]):
            first = max(0, end - _WINDOW)
            start = _beginning(text[first:end], match["inner"])
            if start is not None and (start or not first):
                yield Introduction(inner, (first + start, end))
        else:
            before = _SHORT_BEFORE.search(text, max(0, end - 10), end)
            if before and _is_short(before["short"]) and _beginning(match["inner"], before["short"]) == 0:
                yield Introduction(before.span("short"), inner)


def expands(long: str, short: str) -> bool:
    """Whether a name, from its first letter on, is what an acronym is short for."""
    return _is_short(short) and _beginning(long, short) == 0


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _is_short(text: str) -> bool:
    return (
        2 <= len(text) <= 10
        and text[0].isalnum()
        and not any(map(str.isspace, text))
        and sum(map(str.isupper, text)) >= 2
    )


def _beginning(before: str, short: str) -> int | None:
    """Where the long form of an acronym begins that ends where `before` does: the algorithm of Schwartz and Hearst.

    Each letter of the acronym is looked for from behind; the first one must begin a word. All words must be those of a
    name: capitals, or small words between them.
    """
    letters = [letter for letter in short.removesuffix("s").lower() if letter.isalnum()]
    lower = before.lower()
    if len(lower) != len(before):
        return None
    place = len(before)
    for index in range(len(letters) - 1, -1, -1):
        place = lower.rfind(letters[index], max(0, place - 60), place)
        while index == 0 and place > 0 and lower[place - 1].isalnum():
            place = lower.rfind(letters[index], max(0, place - 60), place)
        if place < 0:
            return None
    long = before[place:]
    words = _WORD.findall(long)
    is_name = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in words)
    fits = len(words) <= min(len(letters) + 5, 2 * len(letters)) and before[place].isupper()
    return place if is_name and fits and not re.search(r"[.;:!?]\s", long) else None


def cluster(names: Sequence[Name], introduced: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """Group the names of one article by what they are names of.

    Args:
        names: in order.
        introduced: acronyms and what they are short for, as the article says itself.

    Returns:
        For each name, the key of the fullest one of its group.
    """
    groups = _Groups(names)
    for rule in (_parts(groups), _explained(groups, introduced), _initials(groups)):
        for short, long in rule:
            groups.join(short, long)
    return tuple(groups.top(key(name.text)) for name in names)


class _Groups:
    """The names of one article by their keys, and which of them are one."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.forms: defaultdict[str, set[str]] = defaultdict(set)
        self.kinds: defaultdict[str, set[Kind]] = defaultdict(set)
        for name in names:
            self.forms[key(name.text)].add(name.text)
            self.kinds[key(name.text)].add(name.kind)
        self._above: dict[str, str] = {}

    def is_like_surname(self, each: str) -> bool:
        """Whether a key is such that a surname which was taken for an organisation has: one word, not in capitals."""
        return self.kinds[each] == {"organisation"} and " " not in each and not any(map(str.isupper, self.forms[each]))

    def top(self, each: str) -> str:
        while each in self._above:
            above = self._above[each]
            self._above[each] = self._above.get(above, above)
            each = above
        return each

    def join(self, short: str, long: str) -> None:
        """Put a name under a longer one, unless another rule has put it under one before."""
        if short not in self._above and self.top(long) != short:
            self._above[short] = self.top(long)


def _parts(groups: _Groups) -> Iterator[tuple[str, str]]:
    """Each person's name that is a part of just one longer one: `Kim`, `Ulysses Grant` of `Ulysses S. Grant`."""
    people = {each: each.split() for each, kinds in groups.kinds.items() if "person" in kinds}
    surnames = {each: [each] for each in groups.kinds if groups.is_like_surname(each)}
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for each, words in people.items():
        for word in set(words) if len(set(words)) == len(words) else ():  # else two names ran together
            by_word[word].append(each)
    for each, words in (people | surnames).items():
        bare = [word for word in words if word not in TITLES]
        if bare and not all(word in PARTICLES for word in bare):
            sharing = min((by_word[word] for word in bare if len(word) > 1 or len(bare) == 1), key=len, default=[])
            longest = _longest(bare, {other: people[other] for other in sharing[: _CROWD + 2] if other != each})
            if longest and (each in people or each == people[longest][-1]):
                yield each, longest


def _longest(words: Sequence[str], others: Mapping[str, Sequence[str]]) -> str:
    """Of some names the longest that has all the words, if all others that have them are parts of it; else nothing."""
    longer = [each for each in others if _is_part(words, others[each])] if len(others) <= _CROWD else []
    longest = max(longer, key=lambda each: len(others[each]), default="")
    return longest if all(_is_part(others[each], others[longest]) for each in longer if each != longest) else ""


def _is_part(words: Sequence[str], of: Sequence[str]) -> bool:
    """Whether all the words stand in the longer name, in order, and it is not that of another generation.

    An initial stands for the very next word: `George W. Bush` is no part of `George Herbert Walker Bush`.
    """
    if len(words) >= len(of) or (_NUMBERED & set(of)) - set(words):
        return False
    place = 0
    for word in words:
        if len(word) == 1 and place < len(of) and of[place][0] == word:
            place += 1
        elif (len(word) > 1 or place == 0) and word in of[place:]:
            place = of.index(word, place) + 1
        else:
            return False
    return True


def _explained(groups: _Groups, introduced: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each acronym that the article explains by just one of the names."""
    longs: defaultdict[str, set[str]] = defaultdict(set)
    for short, long in introduced:
        if key(long) in groups.forms:
            longs[key(short)].add(groups.top(key(long)))
    yield from ((short, found.pop()) for short, found in longs.items() if len(found) == 1)


def _initials(groups: _Groups) -> Iterator[tuple[str, str]]:
    """Each acronym that is the initials of just one name; of two letters none, as `VA` is Virginia elsewhere."""
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    for each, forms in groups.forms.items():
        if groups.kinds[each] != {"person"}:
            for form in forms:
                for acronym in initials(form):
                    by_initials[acronym].add(groups.top(each))
    for each, forms in groups.forms.items():
        if groups.kinds[each] != {"person"}:
            acronyms = {acronym for acronym in map(capitals, forms) if len(acronym) >= LEAST_INITIALS}
            longs = {long for acronym in acronyms for long in by_initials.get(acronym, ())} - {groups.top(each)}
            if len(longs) == 1:
                yield each, longs.pop()
