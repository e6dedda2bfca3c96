"""Titles that several articles share are told apart by what only one of them has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dossier.model import Article

_NAMES = 2


def tell_apart(articles: Sequence[Article], names: Mapping[str, Sequence[str]]) -> tuple[Article, ...]:
    """Give every article of a shared title what tells it apart: outlet, dateline, names, date, else its digest.

    Args:
        articles: all of them, in any order.
        names: for each article's id, the names mentioned in it, the most telling first.
    """
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[(article.title.value or article.seed).casefold()].append(article)
    apart = {
        slug: label for group in groups.values() if len(group) > 1 for slug, label in _labels(group, names).items()
    }
    labels = ((article, apart.get(article.id, "")) for article in articles)
    return tuple(article if article.apart == label else replace(article, apart=label) for article, label in labels)


def _labels(group: Sequence[Article], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    in_how_many = Counter(name for article in group for name in set(names.get(article.id, ())))

    def own_names(article: Article) -> str:
        own = [name for name in names.get(article.id, ()) if in_how_many[name] == 1]
        return ", ".join(own[:_NAMES])

    def digest(article: Article) -> str:
        return article.name_digest

    def file(article: Article) -> str:
        return article.seed

    last_resorts = (digest, file)

    def place(article: Article) -> str:
        return place_name(article.dateline.value or "")

    def day(article: Article) -> str:
        return article.date.value.iso if article.date.value and article.date.source == "stated" else ""

    ways: tuple[Callable[[Article], str], ...] = (
        lambda article: article.outlet.value or "",
        place,
        own_names,
        day,
        lambda article: ", ".join(filter(None, (place(article), day(article)))),
        *last_resorts,
    )
    labels: dict[str, str] = {}
    for way in ways:
        if way in last_resorts and len(labels) >= len(group) - 1:
            break  # a title that all others differ from needs no digits
        said = {article.id: way(article) for article in group}
        times = Counter(said.values())
        labels |= {each: label for each, label in said.items() if each not in labels and label and times[label] == 1}
    return labels


def place_name(place: str) -> str:
    """Write a place in capitals the usual way: `UNITED NATIONS` as `United Nations`, `U.S.` as it is."""
    return (
        " ".join(word.capitalize() if len(word) > 2 and "." not in word else word for word in place.split())
        if place.isupper()
        else place
    )
