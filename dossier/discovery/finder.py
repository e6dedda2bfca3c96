"""An article's paragraphs → the names in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.discovery.agreement import Votes
from dossier.discovery.chain import Chain
from dossier.discovery.document import Document
from dossier.discovery.headlines import is_headline, known_names
from dossier.discovery.spans import Name, names_of, spans_of
from dossier.discovery.tokens import OF_THE_READER, Line
from dossier.discovery.weights import packaged
from dossier.languages import LATIN
from dossier.model import NameSpan

LANGUAGES = frozenset({"en"})
"""Those that the model was trained on; where nouns have capitals, or nothing has, it would tell rubbish."""

_FIRST_NAMES = "f"
"""The letter of the list of first names in the lexicon."""
_DIFFERENT, _SHARE = 4, 0.08
"""So many different of the commonest English words, and such a part of all, has a text in English."""


def find_names(texts: Sequence[str], language: str | None) -> list[tuple[NameSpan, ...]]:
    """Find the persons, organisations and places that the paragraphs of one article name.

    What a name is in one sentence helps to see it in the others. In lines whose every word has a capital only names
    are found that stand elsewhere in the article, as there a capital says nothing.

    Args:
        texts: the paragraphs, in order.
        language: the article's, as a code; if unknown, the text must look English.

    Returns:
        For each paragraph the spans of its names, in order, which never overlap; without articles and titles before
        a name and without a possessive behind it. None in a language other than English.
    """
    nothing: list[tuple[NameSpan, ...]] = [() for _ in texts]
    if language is not None and language.lower().partition("-")[0] not in LANGUAGES:
        return nothing
    document = Document.of(texts)
    if language is None and not _looks_english(document):
        return nothing
    found = zip(document.lines, _names(document), strict=True)
    return [spans_of(line, (name for name in names if _is_one(line, name))) for line, names in found]


def is_first_name(word: str) -> bool:
    """Whether the lexicon lists a word among the first names."""
    return _FIRST_NAMES in _chain().weights.known(word).lists


def _is_one(line: Line, name: Name) -> bool:
    return name.end - name.start > 1 or line.words[name.start] not in OF_THE_READER


@cache
def _chain() -> Chain:
    return Chain(packaged())


def _looks_english(document: Document) -> bool:
    common = LATIN["en"].words
    words = [word for line in document.lines for word in line.words if word.islower()]
    return len(common.intersection(words)) >= _DIFFERENT and sum(map(common.__contains__, words)) >= _SHARE * len(words)


def _names(document: Document) -> list[list[Name]]:
    """The names in each line, as spans of tokens."""
    chain = _chain()
    headlines = [is_headline(line, chain.weights) for line in document.lines]
    stretches = [
        (number, stretch, chain.emissions(line, stretch, document))
        for number, line in enumerate(document.lines)
        if not headlines[number]
        for stretch in line.stretches
    ]
    votes = Votes()
    first = []
    for number, (start, end), emissions in stretches:
        labels = chain.best(emissions)
        votes.count(document.lines[number].words[start:end], labels)
        first.append(labels)
    found: list[list[Name]] = [[] for _ in document.lines]
    for (number, (start, end), emissions), labels in zip(stretches, first, strict=True):
        words = document.lines[number].words[start:end]
        agreed = votes.added(words, labels, emissions)
        found[number] += names_of(document.lines[number], start, labels if agreed is None else chain.best(agreed))
    known = known_names(document.lines, found)
    for number, line in enumerate(document.lines):
        if headlines[number]:
            found[number] = known(line)
    return found
