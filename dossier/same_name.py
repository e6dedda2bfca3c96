"""Whether two names in one article are of one thing: what the articles themselves give as evidence.

Three rules, each measured on gold clusters (`benchmarks/short_names.py`): a part of a person's name, the initials of a
name, and an acronym that is introduced in parentheses (Schwartz and Hearst 2003).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """A name without what differs between two ways to write it: capitals, accents, articles, possessives, signs."""
    bare = _DROPPED.sub("", _ARTICLE.sub("", text.strip()))
    bare = _DOTTED.sub(lambda match: re.sub(r"[.\s]", "", match.group()) + " ", bare)
    letters = unicodedata.normalize("NFKD", bare)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SPLIT.sub(" ", plain.casefold()).strip() or text


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


def cluster(names: Sequence[Name], introduced: Iterable[tuple[str, str]] = ()) -> tuple[int, ...]:
    """Group the names of one article by what they are names of.

    Args:
        names: in order.
        introduced: acronyms and what they are short for, as the article says itself.

    Returns:
        For each name, the place of the first one of its group.
    """
    groups = _Groups(names)
    for rule in (_parts, _initials):
        for short, long in rule(groups):
            groups.join(short, long)
    for short, long in introduced:
        groups.join(key(short), key(long))
    first: dict[str, int] = {}
    return tuple(first.setdefault(groups.top(key(name.text)), index) for index, name in enumerate(names))


class _Groups:
    """The names of one article by their keys, and which of them are one."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.forms: defaultdict[str, set[str]] = defaultdict(set)
        self.kinds: defaultdict[str, set[Kind]] = defaultdict(set)
        for name in names:
            self.forms[key(name.text)].add(name.text)
            self.kinds[key(name.text)].add(name.kind)
        self.above: dict[str, str] = {}

    def top(self, each: str) -> str:
        while each in self.above:
            each = self.above[each]
        return each

    def join(self, short: str, long: str) -> None:
        short, long = self.top(short), self.top(long)
        if short != long:
            self.above[short] = long


def _parts(groups: _Groups) -> Iterator[tuple[str, str]]:
    """Each person's name that is a part of just one longer one: `Kim`, `Ulysses Grant` of `Ulysses S. Grant`."""
    people = {each: each.split() for each, kinds in groups.kinds.items() if "person" in kinds}
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for each, words in people.items():
        for word in set(words):
            by_word[word].append(each)
    for each, words in people.items():
        bare = [word for word in words if word not in TITLES]
        if not bare or all(word in PARTICLES for word in bare):
            continue
        longer = [other for other in by_word[max(bare, key=len)] if _is_part(bare, people[other])]
        whole = [other for other in longer if other != each]
        if whole and len(tops := _longest(whole, people)) == 1:
            yield each, tops[0]


def _longest(names: Sequence[str], people: dict[str, list[str]]) -> list[str]:
    """The names that are part of no other."""
    return [
        each for each in names if not any(_is_part(people[each], people[other]) for other in names if other != each)
    ]


def _is_part(words: Sequence[str], of: Sequence[str]) -> bool:
    """Whether all the words stand in the longer name, in order, and it is not that of another generation."""
    if len(words) >= len(of) or (_NUMBERED & set(of)) - set(words):
        return False
    place = 0
    for word in words:
        while place < len(of) and not (of[place] == word or (len(word) == 1 and of[place][0] == word)):
            place += 1
        if place == len(of):
            return False
        place += 1
    return True


def _initials(groups: _Groups) -> Iterator[tuple[str, str]]:
    """Each acronym that is the initials of just one name."""
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    for each, forms in groups.forms.items():
        if groups.kinds[each] != {"person"}:
            for form in forms:
                for acronym in initials(form):
                    by_initials[acronym].add(groups.top(each))
    for each, forms in groups.forms.items():
        if groups.kinds[each] != {"person"}:
            longs = {long for form in forms for long in by_initials.get(capitals(form), ())} - {groups.top(each)}
            if len(longs) == 1:
                yield each, longs.pop()
