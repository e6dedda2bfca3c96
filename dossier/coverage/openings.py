"""How articles open: the words that say what one is about, which are names, and which an outlet repeats anyway."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from dossier.languages import LATIN
from dossier.model import Article
from dossier.names import EVERYDAY_WORDS
from dossier.scripts import UNSPACED, is_unspaced

_LETTERS = 1_200
"""So many letters of the text say what an article is about; what follows is background."""
_RUN = 6
_STORIES = 3
"""So many words in a row, in so many stories of an outlet, are a form, or what it puts between its words."""
_PARTS = 16
"""The runs of an outlet are counted in so many parts, one after the other, for the sake of memory."""
_HASHES = 1 << 63
_RARELY = 4
"""A word that begins with a capital so many times as often as not is a name."""

_NUMBERS = 3
_SAME_NUMBERS = 0.25
"""Articles with so many numbers have that part of the fewer in common, or are a form that was filled in anew."""

_NUMBER = re.compile(r"\d[\d,./-]*")
_WORD = re.compile(rf"[^\W_{UNSPACED}]+|[{UNSPACED}]+")
_BEGUN = re.compile(rf"(?:^\W{{0,4}}|[.!?:…\"“”„«»‘(\[]\W{{0,3}})({_WORD.pattern})")
"""A word that has its capital from its place."""
_FIRST_UNSPACED = "\u0e00"
COMMON = (
    EVERYDAY_WORDS
    | frozenset().union(*(language.words for language in LATIN.values()))
    | frozenset("according mr mrs ms re says their them they told ve whom".split())
)
"""Words that say nothing of what an article is about."""


def _texts(article: Article) -> Iterator[tuple[str, bool]]:
    """The headline, where it is stated, and the beginning of the text; and whether its capitals tell something."""
    if article.title.source == "stated":
        yield article.title.value or "", False
    left = _LETTERS
    for paragraph in article.paragraphs:
        if left > 0 and paragraph.kind not in {"caption", "code"}:
            text = paragraph.text[:left]
            yield text, paragraph.kind != "heading" and not text.isupper()
            left -= len(paragraph.text)


def numbers_of(article: Article) -> AbstractSet[str]:
    """The numbers with which it opens, as written."""
    return {number.rstrip(",./-") for text, _ in _texts(article) for number in _NUMBER.findall(text)}


def agree(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether the numbers of two articles may be those of one event."""
    fewer = min(len(one), len(other))
    return fewer < _NUMBERS or len(one & other) >= _SAME_NUMBERS * fewer


class Openings:
    """The words with which articles open."""

    def __init__(self, articles: Sequence[Article], families: Sequence[int]) -> None:
        """`families`: the same number for articles that share their text."""
        seen = _Seen()
        self._words = [seen.words(article) for article in articles]
        self._names, self._others = seen.names_and_others()
        self._repeated = _repeated(articles, self._words, families)

    def terms(self, place: int) -> Counter[str]:
        """The words that say what an article is about; where no spaces divide words, they are pairs of letters."""
        words, repeated = self._words[place], self._repeated[place]
        left_out = (
            {at + offset for at, run in enumerate(_runs(words)) if run in repeated for offset in range(_RUN)}
            if repeated
            else ()
        )
        found = Counter([word for at, word in enumerate(words) if at not in left_out] if left_out else words)
        for word in [word for word in found if word[0] >= _FIRST_UNSPACED]:
            number = found.pop(word)
            for each in parts(word):
                found[each] += number
        return Counter({word: number for word, number in found.items() if len(word) > 1 and word not in COMMON})

    def is_name(self, word: str) -> bool:
        """Whether it has a capital wherever it stands, or belongs to a script without capitals."""
        return word in self._names or (_has_no_case(word) and not word[0].isdigit())

    def is_other(self, word: str) -> bool:
        """Whether it is seen without a capital, or cannot have one."""
        return word in self._others or _has_no_case(word)


def _has_no_case(word: str) -> bool:
    return word.upper() == word.lower()


class _Folded(dict[str, str]):
    """Each word in small letters, as one object, for the sake of memory."""

    def __missing__(self, written: str) -> str:
        word = written.casefold()
        found = self[written] = self.setdefault(word, word)
        return found


class _Seen:
    """How words are written where their capitals tell something."""

    def __init__(self) -> None:
        self._written: Counter[str] = Counter()
        self._begun: Counter[str] = Counter()
        """Those of them that have their capital from their place."""
        self._folded = _Folded()

    def words(self, article: Article) -> list[str]:
        """The words of an opening in small letters; how they are written is counted."""
        words: list[str] = []
        for text, is_prose in _texts(article):
            written = _WORD.findall(text)
            words += map(self._folded.__getitem__, written)
            if is_prose:
                self._written.update(written)
                self._begun.update(_BEGUN.findall(text))
        return words

    def names_and_others(self) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """The words that have a capital wherever they stand, and others that are seen without."""
        capitals: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for written, number in self._written.items():
            if written[0].islower():
                small[self._folded[written]] += number
            elif written[0].isupper():
                capitals[self._folded[written]] += number - self._begun[written]
        names = frozenset(word for word, number in capitals.items() if number > _RARELY * small[word])
        return names, frozenset(small) - names


def parts(word: str) -> Iterator[str]:
    """A word; of a script that puts no spaces between words, each two letters."""
    if word[0] >= _FIRST_UNSPACED and is_unspaced(word[0]):
        yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    else:
        yield word


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Every run of words as a number, whatever the numbers in it."""
    plain = ["0" if word[0].isdigit() else word for word in words]
    return map(hash, zip(*(plain[start:] for start in range(_RUN)), strict=False))


def _repeated(
    articles: Sequence[Article], words: Sequence[Sequence[str]], families: Sequence[int]
) -> list[AbstractSet[int]]:
    """For each article the runs that its outlet has in articles that share no text otherwise."""
    of_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        if article.outlet.value is not None:
            of_outlet[article.outlet.value].append(place)
    found: list[AbstractSet[int]] = [frozenset()] * len(articles)
    for places in of_outlet.values():
        if len(places) >= _STORIES:
            runs = [(families[place], array("q", sorted(set(_runs(words[place]))))) for place in places]
            repeated = frozenset().union(*(_of_stories(part) for part in _in_parts(runs)))
            for place in places:
                found[place] = repeated
    return found


_Part = Sequence[tuple[int, Sequence[int]]]
"""The family of each article, and some of its runs."""


def _in_parts(runs: Sequence[tuple[int, array[int]]]) -> Iterator[_Part]:
    """The runs by their numbers, those from so much up to so much."""
    for part in range(_PARTS):
        low, high = (_HASHES * (2 * bound - _PARTS) // _PARTS for bound in (part, part + 1))
        yield [(family, own[bisect_left(own, low) : bisect_left(own, high)]) for family, own in runs]


def _of_stories(part: _Part) -> Iterator[int]:
    """The runs that stand in articles of enough families."""
    articles = Counter(run for _, own in part for run in own)
    often = {run for run, number in articles.items() if number >= _STORIES}
    having: defaultdict[int, set[int]] = defaultdict(set)
    for family, own in part:
        for run in often.intersection(own):
            having[run].add(family)
    return (run for run, known in having.items() if len(known) >= _STORIES)
