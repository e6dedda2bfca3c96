"""The same article twice: exact copies become one, near copies are told."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dossier.model import Article, Copy, Diagnostic, Overlap

_WORDS = 8
"""So many first words tell most articles apart."""
_MANY = 20
"""An article is held against so many groups of copies with the same text."""
_FEW = 3
"""So many exact copies of an article are told one by one."""
_NAMED = 20
"""So many of a family of copies are named."""
_NEAR = 0.8
"""Near copies share at least this part of the shingles of the shorter one."""
_VERSIONS = 0.5
"""Versions of one report share at least this part."""
_ENOUGH = 40
"""And so many shingles: a short article may be little more than the furniture of its outlet."""


def merge_copies(articles: Iterable[Article]) -> tuple[list[Article], list[Diagnostic]]:
    """Make one article of those with the same text whose stated facts do not contradict each other.

    The one with the most stated facts remains, and names the others as its copies.
    """
    each_once = list(articles)
    starts = Counter(map(_start, each_once))
    groups: defaultdict[object, list[Article]] = defaultdict(list)
    for article in each_once:
        start = _start(article)
        groups[start if starts[start] == 1 else _digest(article)].append(article)
    kept: list[Article] = []
    told: list[Diagnostic] = []
    for group in groups.values():
        for best, same in _agreeing(group):
            kept.append(_completed(best, same) if same else best)
            told += _merged(best, same)
    return kept, told


def _merged(best: Article, same: Sequence[Article]) -> Iterator[Diagnostic]:
    hint = "nothing, or delete one of them; its address leads to the other"
    if len(same) > _FEW:
        message = f"{len(same):,} others are the same article; they are one: {_places(same)}"
        yield Diagnostic("note", best.location, message, hint)
        return
    for each in same:
        yield Diagnostic("note", each.location, f"the same article as {best.location}; they are one", hint)


def versions(pairs: Iterable[Overlap]) -> list[Overlap]:
    """The pairs that are versions of one report."""
    return [pair for pair in pairs if pair.containment >= _VERSIONS and pair.shared >= _ENOUGH]


def nearly_same(pairs: Iterable[Overlap]) -> list[Overlap]:
    """The pairs that have nearly the same text."""
    return [pair for pair in versions(pairs) if pair.containment >= _NEAR]


def near_copies(
    articles: Sequence[Article], near: Iterable[Overlap], families: Mapping[str, int]
) -> Iterator[Diagnostic]:
    """Tell of near copies: of two by themselves, and once of a family of more.

    Args:
        articles: all of them.
        near: those that are `nearly_same`.
        families: the number of each article's family.
    """
    members: defaultdict[int, list[Article]] = defaultdict(list)
    for article in articles:
        members[families[article.id]].append(article)
    shared: defaultdict[int, list[Overlap]] = defaultdict(list)
    for pair in near:
        shared[families[pair.first]].append(pair)
    for number, found in shared.items():
        first, *others = members[number]
        parts = sorted(pair.containment for pair in found)
        if len(others) == 1:
            message = f"nearly the same text as {first.location}: about {parts[0]:.0%} of the shorter one"
            yield Diagnostic("note", others[0].location, message, "delete one of them if it is a copy")
        else:
            alike = (
                f"{parts[0]:.0%}" if f"{parts[0]:.0%}" == f"{parts[-1]:.0%}" else f"{parts[0]:.0%} to {parts[-1]:.0%}"
            )
            message = f"{len(others):,} others have nearly the same text, about {alike} of the shorter of two: "
            yield Diagnostic("note", first.location, message + _places(others), "delete those that are copies")


def _places(articles: Sequence[Article]) -> str:
    """Where the articles stand, as far as it can be read."""
    shown = [str(article.location) for article in articles[:_NAMED]]
    more = len(articles) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def _start(article: Article) -> tuple[int, bytes]:
    """What two articles of the same text have in common, and most others have not: how long it is, how it begins."""
    first = article.paragraphs[0].text.split(None, _WORDS)[:_WORDS] if article.paragraphs else ()
    return len(article.paragraphs), " ".join(first).encode("utf-8", "replace")


def _digest(article: Article) -> str:
    """Of the words of the text, white space aside."""
    digest = hashlib.sha256()
    for paragraph in article.paragraphs:
        digest.update(" ".join(paragraph.text.split()).encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()


_FACTS = ("title", "date", "outlet", "dateline", "authors")
"""What two copies must agree on, where both state it; one address may be a mirror of the other."""
_FURTHER = ("updated", "agency", "section", "keywords", "url", "language")


def _agreeing(group: Sequence[Article]) -> Iterator[tuple[Article, list[Article]]]:
    """Part articles of one text into those that contradict none of the others, each with the fullest of them first."""
    ordered = sorted(group, key=lambda article: -len(_stated(article)))
    parts: list[tuple[dict[str, object], list[Article]]] = []
    places: dict[object, int] = {}
    for article in ordered:
        stated = _stated(article)
        key = tuple(stated.items())
        place = places.get(key)
        if place is None:
            fitting = (index for index, (known, _) in enumerate(parts[:_MANY]) if _agree(known, stated))
            place = places[key] = next(fitting, len(parts))
        if place == len(parts):
            parts.append(({}, []))
        parts[place][0].update(stated)
        parts[place][1].append(article)
    yield from ((members[0], members[1:]) for _, members in parts)


def _stated(article: Article) -> dict[str, object]:
    """What an article's file states, in the order of `_FACTS`."""
    facts = {name: getattr(article, name) for name in _FACTS}
    return {name: fact.value for name, fact in facts.items() if fact.source == "stated"}


def _agree(known: Mapping[str, object], stated: Mapping[str, object]) -> bool:
    return all(known.get(name, value) == value for name, value in stated.items())


def _completed(best: Article, copies: Sequence[Article]) -> Article:
    """The article with its copies, and with what only these state; where, each fact says."""
    missing: dict[str, Any] = {}
    for name in (*_FACTS, *_FURTHER):
        facts = (getattr(each, name) for each in copies)
        if getattr(best, name).source != "stated" and (
            fact := next((each for each in facts if each.source == "stated"), None)
        ):
            missing[name] = fact
    others = tuple(Copy(each.id, each.seed, each.location, each.path, each.sha256) for each in copies)
    return replace(best, **missing, copies=others)
