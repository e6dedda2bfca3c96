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
_BEGINS = re.compile(r"(?:^|[.!?:…]|[\"“”„«»‘(\[])\W*$")
"""Before a word that has its capital from its place."""
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
        capitals: Counter[str] = Counter()
        small: Counter[str] = Counter()
        known: dict[str, str] = {}  # each word once, for the sake of memory
        self._words = [_words(article, capitals, small, known) for article in articles]
        self._names = frozenset(word for word, number in capitals.items() if number > _RARELY * small[word])
        self._others = frozenset(small) - self._names
        self._repeated = _repeated(articles, self._words, families)

    def terms(self, place: int) -> Counter[str]:
        """The words that say what an article is about; where no spaces divide words, they are pairs of letters."""
        words, repeated = self._words[place], self._repeated[place]
        left_out = {at + offset for at, run in enumerate(_runs(words)) if run in repeated for offset in range(_RUN)}
        found = Counter(each for at, word in enumerate(words) if at not in left_out for each in parts(word))
        return Counter({word: number for word, number in found.items() if len(word) > 1 and word not in COMMON})

    def is_name(self, word: str) -> bool:
        """Whether it has a capital wherever it stands, or belongs to a script without capitals."""
        return word in self._names or (_has_no_case(word) and not word[0].isdigit())

    def is_other(self, word: str) -> bool:
        """Whether it is seen without a capital, or cannot have one."""
        return word in self._others or _has_no_case(word)


def _has_no_case(word: str) -> bool:
    return word.upper() == word.lower()


def _words(article: Article, capitals: Counter[str], small: Counter[str], known: dict[str, str]) -> list[str]:
    """The words of an opening in small letters; those that could have been written so are counted by how they were."""
    words = []
    for text, is_prose in _texts(article):
        for match in _WORD.finditer(text):
            written = match.group()
            word = written.casefold()
            words.append(known.setdefault(word, word))
            if not is_prose:
                continue
            if written[0].islower():
                small[word] += 1
            elif written[0].isupper() and not _BEGINS.search(text, max(0, match.start() - 4), match.start()):
                capitals[word] += 1
    return words


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
        runs = [(families[place], array("q", sorted(_runs(words[place])))) for place in places]
        repeated: set[int] = set()
        for part in range(_PARTS):
            low, high = (_HASHES * (2 * bound - _PARTS) // _PARTS for bound in (part, part + 1))
            having: dict[int, tuple[int, ...]] = {}
            for family, own in runs:
                for run in own[bisect_left(own, low) : bisect_left(own, high)]:
                    known = having.get(run, ())
                    if len(known) < _STORIES and family not in known:
                        having[run] = (*known, family)
            repeated.update(run for run, known in having.items() if len(known) == _STORIES)
        for place in places:
            found[place] = repeated
    return found
