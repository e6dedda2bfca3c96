"""Who else has what a text of a story has. Where that is in doubt, another one has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dossier.coverage.days import keys_around, keys_named, keys_of_doubt
from dossier.coverage.numbers import readings
from dossier.coverage.texts import Text
from dossier.model import Trait
from dossier.scripts import split_words

_Gram = tuple[str, ...]
_WORDS = 3
_SAID = 0.5
"""Words of which so many runs of three stand in another text are there as well."""
_SURELY_SAID = 0.8
_HARDLY_SAID = 0.3
"""Of a quotation: with so many it is certainly there, with fewer it is certainly left out."""
_LONGEST = 6
"""So many words of a headline are looked at together for a name."""
_EXACT = 3
"""A number of so many figures, zeros at its end aside, is the same wherever it stands, whatever it counts."""


def _grams(words: Sequence[str], length: int = _WORDS) -> Sequence[_Gram]:
    return list(zip(*(words[start:] for start in range(length)), strict=False)) or [tuple(words)]


class Elsewhere:
    """Who else has a trait, or says some words."""

    def __init__(
        self,
        texts: Sequence[Text],
        told: Iterable[Text],
        asked: Iterable[Sequence[str]],
        called: Mapping[str, Sequence[str]],
    ) -> None:
        """Look at all versions of all texts.

        Args:
            texts: all of the story.
            told: those whose traits will be asked for.
            asked: the words that will be.
            called: by what the register knows the entities.
        """
        self._texts = texts
        self._having: defaultdict[tuple[str, str], dict[str, Trait]] = defaultdict(dict)
        self._perhaps: defaultdict[str, set[str]] = defaultdict(set)
        """Who may mean an entity."""
        self._counting: defaultdict[str, set[str]] = defaultdict(set)
        """Who may state a number."""
        self._dated: defaultdict[str, set[str]] = defaultdict(set)
        """Who names a date, or one that lies in it."""
        self._called = called
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            for _, traits in text.versions:
                self._add(text.article.id, traits)
            self._add_days(text)
            for line in text.written():
                for value in readings(line):
                    self._counting[value].add(text.article.id)
        self._in_headlines = _in_headlines(texts)
        self._saying = _saying(texts, [*asked, *_quoted(told)])

    def _add(self, text: str, traits: Iterable[Trait]) -> None:
        for trait in traits:
            if trait.kind == "name":
                self._perhaps[trait.key].add(text)
                self._forms[trait.key].add(trait.text)
            if trait.kind == "date":
                for key in (trait.key, *(keys_around(trait.period) if trait.period is not None else ())):
                    self._dated[key].add(text)
            if trait.is_sure and trait.kind != "quotation" and (trait.kind != "date" or trait.period is not None):
                key = trait.key if trait.kind != "number" else _counted(trait)
                self._having[trait.kind, key].setdefault(text, trait)

    def _add_days(self, text: Text) -> None:
        """The days of publication, and those in headlines and datelines."""
        for article, _ in text.versions:
            day = article.date.value
            if day is not None and day.day is not None:
                self._dated[f"{day.start}"].add(text.article.id)
        for line in text.headlines():
            for key in keys_named(line):
                self._dated[key].add(text.article.id)

    def is_only(self, text: Text, words: Sequence[str]) -> bool:
        """Whether no other text says some words of a text, or nearly says them."""
        return all(part < _SAID for other, part in self._parts(words).items() if other != text.article.id)

    def _parts(self, words: Sequence[str]) -> dict[str, float]:
        """The part of some words that each text has."""
        grams = _grams(words)
        return {
            other: number / len(grams)
            for other, number in Counter(other for gram in grams for other in self._saying[gram]).items()
        }

    def only(self, text: Text) -> Iterator[Trait]:
        """The traits that no other text has, each at its first place."""
        first: dict[tuple[str, str], Trait] = {}
        for trait in text.traits:
            if trait.is_sure:
                first.setdefault((trait.kind, trait.key), trait)
        for trait in first.values():
            if trait.kind == "quotation":
                if self.is_only(text, trait.key.split()):
                    yield trait
            elif self._having_it(trait) <= {text.article.id}:
                yield trait

    def _having_it(self, trait: Trait) -> AbstractSet[str]:
        """The texts that may have a trait: a date that could not be resolved may be any such day."""
        if trait.kind == "name":
            return self._perhaps[trait.key] | self._headlined(trait.key)
        if trait.kind == "number":
            return self._counting[trait.key]
        if trait.period is None:
            return {text.article.id for text in self._texts}
        return set().union(*(self._dated.get(key, ()) for key in (trait.key, *keys_of_doubt(trait.period))))

    def _headlined(self, entity: str) -> set[str]:
        """The texts with a headline that may name an entity."""
        found = set()
        for form in self._forms[entity].union(self._called.get(entity, ())):
            words = split_words(form)
            found |= self._in_headlines.get(tuple(words), set())
            if len(words) > 1 and all(word[0].isupper() for word in form.split()):
                found |= self._in_headlines.get((words[-1],), set())  # perhaps a last name
        return found

    def lacking(self, text: Text) -> Iterator[Trait]:
        """What every other text has, where there are two others at least."""
        if len(self._texts) < 3:
            return
        for (kind, key), having in self._having.items():
            if len(having) == len(self._texts) - 1 and text.article.id not in having and (kind != "number" or key):
                trait = next(iter(having.values()))
                if not _is_doubtful(trait, text) and text.article.id not in self._having_it(trait):
                    yield trait
        yield from self._unsaid(text)

    def _unsaid(self, text: Text) -> Iterator[Trait]:
        """The quotations that every other text has."""
        source = next(other for other in self._texts if other is not text)
        for trait in source.traits:
            if trait.kind == "quotation":
                parts = self._parts(trait.key.split())
                saying = sum(part >= _SURELY_SAID for other, part in parts.items() if other != text.article.id)
                if saying == len(self._texts) - 1 and parts.get(text.article.id, 0.0) < _HARDLY_SAID:
                    yield trait


def _is_doubtful(trait: Trait, text: Text) -> bool:
    """Whether nobody can say that a text leaves out a date: it had not come yet, or the text names days around it."""
    if trait.period is None:
        return False
    start, end = trait.period
    if start is None or end is None:
        return True
    days = [article.date.value for article, _ in text.versions]
    periods = [each.period for _, traits in text.versions for each in traits if each.period is not None]
    return any(day is not None and day.start <= start for day in days) or any(
        first is not None and last is not None and first < end and start < last for first, last in periods
    )


def _counted(trait: Trait) -> str:
    """The value of a number with what it counts; empty if two texts with it may speak of two things."""
    is_exact = len(trait.key.replace(".", "").rstrip("0")) >= _EXACT or trait.text[0] in "$€£¥"
    return trait.key if is_exact else f"{trait.key} {trait.thing.removesuffix('s')}" if trait.thing else ""


def _quoted(texts: Iterable[Text]) -> Iterator[list[str]]:
    for text in texts:
        yield from (trait.key.split() for trait in text.traits if trait.kind == "quotation")


def _in_headlines(texts: Iterable[Text]) -> Mapping[_Gram, set[str]]:
    """Who has which words in a headline."""
    found: defaultdict[_Gram, set[str]] = defaultdict(set)
    for text in texts:
        for line in text.headlines():
            words = split_words(line)
            for length in range(1, _LONGEST + 1):
                for gram in _grams(words, length):
                    found[gram].add(text.article.id)
    return found


def _saying(texts: Iterable[Text], asked: Iterable[Sequence[str]]) -> Mapping[_Gram, set[str]]:
    """Who says which of the runs of words that are asked for."""
    found: dict[_Gram, set[str]] = {gram: set() for words in asked for gram in _grams(words)}
    for text in texts:
        for line in text.written():
            for gram in _grams(split_words(line)):
                if gram in found:
                    found[gram].add(text.article.id)
    return found
