"""What the texts of a story call differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dossier.coverage.texts import Text
from dossier.model import Naming
from dossier.scripts import split_words

_STEM = 4
"""Names that begin with so many letters alike differ in their endings: `China`, `Chinese`."""


def namings(texts: Sequence[Text]) -> tuple[Naming, ...]:
    """The things that two texts mostly call differently, the most mentioned first.

    Signs and capitals make no other name, nor do initials, endings, or leaving a part out. What somebody is quoted with
    is not what the text calls it.
    """
    forms: defaultdict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for text in texts:
        for trait in text.traits:
            if trait.kind == "name" and trait.is_sure and not trait.is_quoted:
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
