"""Which names of an article are of one thing, and by which of them it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from dossier.memory import NO_MEMORY, Memory
from dossier.model import NameSpan, Paragraph
from dossier.same_name import Name, cluster, introductions, key

Place = tuple[Paragraph, NameSpan]
"""A name where it stands."""


def grouped(articles: Iterable[Sequence[Place]], memory: Memory = NO_MEMORY) -> list[list[str]]:
    """For each name of each article, the normal form of the name by which what it names is called there.

    That is the fullest name that the article has for it, or a shorter one of several words that begins alike, if that
    stands in more articles: `Ulysses Grant`, where the fullest is `Ulysses S. Grant`, or ran into the next word.
    """
    both = [memory.made("fullest names", partial(_fullest, places), places) for places in articles]
    keys, fullest = [each for each, _ in both], [each for _, each in both]
    standing = Counter(form for forms in keys for form in set(forms))
    called = [_called(*both, standing) for both in zip(keys, fullest, strict=True)]
    plain = _without_initial(Counter(form for forms in called for form in set(forms)))
    return [[plain.get(form, form) for form in forms] for forms in called]


def _fullest(places: Sequence[Place]) -> tuple[Sequence[str], Sequence[str]]:
    """The normal form of each name of an article, and of the fullest that names the same there."""
    names = [Name(paragraph.text[span.start : span.end], span.kind) for paragraph, span in places]
    return [key(name.text) for name in names], cluster(names, _introduced(places))


def _without_initial(standing: Mapping[str, int]) -> dict[str, str]:
    """The full names with a middle initial, each with the same without, if that stands in more articles.

    Not where two initials stand in the same name: `George W. Bush` and `George H. W. Bush` are two.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in standing:
        words = form.split()
        first, middle, last = words[0], words[1:-1], words[-1]
        if middle and all(len(each) == 1 for each in middle):
            found[f"{first} {last}"].append(form)
    single = ((plain, forms[0]) for plain, forms in found.items() if len(forms) == 1)
    return {form: plain for plain, form in single if standing.get(plain, 0) > standing[form]}


def _introduced(places: Sequence[Place]) -> list[tuple[str, str]]:
    """The acronyms that an article explains in parentheses, and what they are short for."""
    return [
        (text[slice(*each.short)], text[slice(*each.long)])
        for text in {paragraph.id: paragraph.text for paragraph, _ in places}.values()
        for each in introductions(text)
    ]


def _called(forms: Sequence[str], fullest: Sequence[str], standing: Counter[str]) -> list[str]:
    best = {full: full for full in fullest}
    for form, full in sorted(set(zip(forms, fullest, strict=True))):
        if " " in form and _begin_alike(form, full) and standing[form] > standing[best[full]]:
            best[full] = form
    return [
        best[full] if best[full] == full or _is_covered(form, best[full], full) else form
        for form, full in zip(forms, fullest, strict=True)
    ]


def _is_covered(form: str, by: str, full: str) -> bool:
    """Whether a shorter name than the fullest may stand for a name: for a part of it, and for the fullest itself.

    Not where that goes on behind it, `Joe Biden Parnas`: then it may be two names that ran together, and the name, a
    part of the other.
    """
    return set(form.split()) <= set(by.split()) or (form == full and not full.startswith(f"{by} "))


def _begin_alike(one: str, other: str) -> bool:
    return one.split(maxsplit=1)[0] == other.split(maxsplit=1)[0]
