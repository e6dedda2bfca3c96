"""What one text of a story has and the others lack, and what they call differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dossier.coverage.days import keys_around, keys_of_doubt
from dossier.model import Alone, Article, Comparison, Excerpt, Naming, Passage, Place, Trait
from dossier.scripts import split_words

_Gram = tuple[str, ...]
_WORDS = 3
_SAID = 0.5
"""Words of which so many runs of three stand in another text are there as well."""
_STEM = 4
"""Names that begin with so many letters alike differ in their endings: `China`, `Chinese`."""
_PLACES = 3
"""A paragraph that was changed in more places was told anew: its pieces say nothing by themselves."""
_ADDED = 6
"""So many words, names aside, that were put into a paragraph are told by themselves."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a story, told by its fullest article."""

    article: Article
    traits: Sequence[Trait]
    """Of that article, wherever they stand."""
    paragraphs: Mapping[str, str]

    @classmethod
    def of(cls, article: Article, traits: Sequence[Trait]) -> Text:
        """The text of an article."""
        return cls(article, traits, {paragraph.id: paragraph.text for paragraph in article.paragraphs})

    def shown(self, excerpt: Excerpt) -> str:
        """What stands in an excerpt."""
        return self.paragraphs[excerpt.paragraph][excerpt.start : excerpt.end]

    def words(self, excerpt: Excerpt) -> list[str]:
        """The words of an excerpt."""
        return split_words(self.shown(excerpt))


def alone(texts: Sequence[Text], passages: Iterable[Passage], comparisons: Sequence[Comparison]) -> tuple[Alone, ...]:
    """What each text has alone, and what it lacks; for those that are compared, the base first.

    Args:
        texts: all of the story, the base first.
        passages: what they share.
        comparisons: the base with others.
    """
    of_texts = {text.article.id: text for text in texts}
    ends = ((passage.left, passage.right) for passage in passages)
    shared = {place for pair in ends if all(place.article in of_texts for place in pair) for place in pair}
    beside = {each.other: [each] for each in comparisons if each.other in of_texts}
    base = texts[0]
    added = {base.article.id: list(_merged(base, _added(comparisons, of_base=True)))}
    added |= {each: list(_merged(of_texts[each], _added(rows, of_base=False))) for each, rows in beside.items()}
    told = [text for text in texts if text.article.id in added]
    elsewhere = _Elsewhere(texts, [(text, added[text.article.id]) for text in told])
    return tuple(
        Alone(
            text.article.id,
            tuple(_passages(text, added[text.article.id], shared, elsewhere)),
            tuple(elsewhere.only(text)),
            tuple(elsewhere.lacking(text)),
        )
        for text in told
    )


def _passages(text: Text, added: Iterable[Excerpt], shared: set[Place], elsewhere: _Elsewhere) -> Iterator[Excerpt]:
    """The paragraphs that no other text shares, and what was put into those that another does."""
    parts: defaultdict[str, list[Excerpt]] = defaultdict(list)
    named: defaultdict[str, list[Trait]] = defaultdict(list)
    for trait in text.traits:
        if trait.kind == "name":
            named[trait.paragraph].append(trait)
    for each in added:
        names = [trait for trait in named[each.paragraph] if each.start <= trait.start < each.end]
        length = len(text.words(each)) - sum(len(split_words(trait.text)) for trait in names)
        if length >= _ADDED and elsewhere.is_only(text, text.words(each)):
            parts[each.paragraph].append(each)
    for paragraph in text.article.paragraphs:
        if paragraph.kind not in {"heading", "code"} and Place(text.article.id, paragraph.id) not in shared:
            yield Excerpt(paragraph.id, 0, len(paragraph.text))
        else:
            yield from sorted(parts[paragraph.id], key=lambda each: each.start)


def _merged(text: Text, excerpts: Iterable[Excerpt]) -> Iterator[Excerpt]:
    """Excerpts without those that others hold, and without the signs around them."""
    before: Excerpt | None = None
    for each in sorted(set(excerpts)):
        if before is not None and before.paragraph == each.paragraph and each.start < before.end:
            before = Excerpt(each.paragraph, before.start, max(before.end, each.end))
            continue
        if before is not None:
            yield _trimmed(text, before)
        before = each
    if before is not None:
        yield _trimmed(text, before)


def _trimmed(text: Text, excerpt: Excerpt) -> Excerpt:
    letters = [excerpt.start + at for at, sign in enumerate(text.shown(excerpt)) if sign.isalnum()]
    return Excerpt(excerpt.paragraph, letters[0], letters[-1] + 1) if letters else excerpt


def _added(comparisons: Iterable[Comparison], *, of_base: bool) -> Iterator[Excerpt]:
    for comparison in comparisons:
        for row in comparison.rows:
            if row.relation == "edited":
                for side in row.base if of_base else row.other:
                    if len(side.marks) <= _PLACES:
                        yield from (Excerpt(side.paragraph, start, end) for start, end in side.marks)


def _grams(words: Sequence[str]) -> Sequence[_Gram]:
    return list(zip(*(words[start:] for start in range(_WORDS)), strict=False)) or [tuple(words)]


class _Elsewhere:
    """Who else has a trait, or says some words."""

    def __init__(self, texts: Sequence[Text], told: Iterable[tuple[Text, Sequence[Excerpt]]]) -> None:
        self._texts = texts
        self._having: defaultdict[tuple[str, str], dict[str, Trait]] = defaultdict(dict)
        self._dated: defaultdict[str, set[str]] = defaultdict(set)
        """Who names a date, or one that lies in it."""
        for text in texts:
            for trait in text.traits:
                if trait.kind == "date":
                    for key in (trait.key, *(keys_around(trait.period) if trait.period is not None else ())):
                        self._dated[key].add(text.article.id)
                if trait.kind != "quotation" and (trait.kind != "date" or trait.period is not None):
                    self._having[trait.kind, trait.key].setdefault(text.article.id, trait)
        asked = [trait.key.split() for text, _ in told for trait in text.traits if trait.kind == "quotation"]
        asked += [text.words(each) for text, added in told for each in added]
        self._saying: dict[_Gram, set[str]] = {gram: set() for words in asked for gram in _grams(words)}
        for text in texts:
            for paragraph in text.paragraphs.values():
                for gram in _grams(split_words(paragraph)):
                    if gram in self._saying:
                        self._saying[gram].add(text.article.id)

    def is_only(self, text: Text, words: Sequence[str]) -> bool:
        """Whether no other text says some words of a text, or nearly says them."""
        grams = _grams(words)
        others = Counter(other for gram in grams for other in self._saying[gram])
        return not any(number >= _SAID * len(grams) for other, number in others.items() if other != text.article.id)

    def only(self, text: Text) -> Iterator[Trait]:
        """The traits that no other text has, each at its first place."""
        first: dict[tuple[str, str], Trait] = {}
        for trait in text.traits:
            first.setdefault((trait.kind, trait.key), trait)
        for trait in first.values():
            if trait.kind == "quotation":
                if self.is_only(text, trait.key.split()):
                    yield trait
            elif self._having_it(trait) <= {text.article.id}:
                yield trait

    def _having_it(self, trait: Trait) -> AbstractSet[str]:
        """The texts that have a trait, for all one can see: a date that could not be resolved may be any such day."""
        if trait.kind != "date":
            return self._having[trait.kind, trait.key].keys()
        if trait.period is None:
            return {text.article.id for text in self._texts}
        return set().union(*(self._dated.get(key, ()) for key in (trait.key, *keys_of_doubt(trait.period))))

    def lacking(self, text: Text) -> Iterator[Trait]:
        """The names, numbers and dates that every other text has, where there are two others at least."""
        if len(self._texts) > 2:
            for having in self._having.values():
                if len(having) == len(self._texts) - 1 and text.article.id not in having:
                    trait = next(iter(having.values()))
                    if text.article.id not in self._having_it(trait):
                        yield trait


def namings(texts: Sequence[Text]) -> tuple[Naming, ...]:
    """The things that two texts mostly call differently, the most mentioned first.

    Signs and capitals make no other name, nor do initials, endings, or leaving a part out.
    """
    forms: defaultdict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for text in texts:
        for trait in text.traits:
            if trait.kind == "name":
                forms[trait.key].setdefault(text.article.id, Counter())[trait.text] += 1
    found = [
        Naming(entity, tuple((article, tuple(_ordered(counted))) for article, counted in counts.items()))
        for entity, counts in forms.items()
        if _differ([_main(counted) for counted in counts.values()])
    ]
    return tuple(sorted(found, key=lambda each: (-_mentions(each), each.entity)))


def _mentions(naming: Naming) -> int:
    return sum(number for _, counted in naming.forms for _, number in counted)


def _ordered(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _main(counted: Counter[str]) -> frozenset[str]:
    """The forms that are used most."""
    most = max(counted.values())
    return frozenset(form for form, number in counted.items() if number == most)


def _differ(mains: Iterable[frozenset[str]]) -> bool:
    """Whether there are two of which no form is about the other's."""
    first, *others = dict.fromkeys(mains)
    return any(not any(_is_about(one, two) for one in first for two in other) for other in others)


def _is_about(one: str, two: str) -> bool:
    """Whether one form is the other, a part, the initials or another ending of it."""
    words = [split_words(one), split_words(two)]
    letters = ["".join(each) for each in words]
    initials = ["".join(word[0] for word in each) for each in words]
    return (
        set(words[0]) <= set(words[1])
        or set(words[1]) <= set(words[0])
        or letters[0] in (letters[1], initials[1])
        or letters[1] == initials[0]
        or (len(letters[0]) > _STEM < len(letters[1]) and letters[0][:_STEM] == letters[1][:_STEM])
    )
