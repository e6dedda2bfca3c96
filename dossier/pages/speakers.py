"""Statements by who makes them: those of the register first, then those who are named, called or not known at all."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeVar
from zlib import crc32

from dossier.model import Dossier, Repeated, Statement
from dossier.permalinks import STATEMENTS, speaker_uri

Standing = Literal["entity", "named", "called", "unknown"]
STANDINGS: tuple[Standing, ...] = ("entity", "named", "called", "unknown")
"""In the order shown."""
MOST = 300
"""So many statements stand on one page."""
_FEWEST = MOST // 2
"""And so many at least on a page that another follows …"""
_EDGES = 40
"""… which begins with one item in so many: by its name, not its place."""
S = TypeVar("S")
_NOBODY = frozenset("he she they it we you i who".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever makes some statements."""

    standing: Standing
    label: str
    """The id of an entity, a name, or what the articles call the speaker."""
    told: tuple[Repeated, ...]
    """The statements, each with the others of the same words; in the order of the articles."""

    @property
    def anchor(self) -> str:
        """Where the statements begin on a page."""
        if self.standing == "entity":
            return self.label
        return f"{self.standing}-{hashlib.sha256(self.label.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of statements."""

    uri: str
    speakers: tuple[Speaker, ...]
    part: str = ""
    """Which part of one speaker's statements it holds: a year."""


class Speakers:
    """Every speaker, and on which page each has its statements."""

    def __init__(self, dossier: Dossier) -> None:
        self.told = list(_told(dossier))
        self.by_standing: Mapping[Standing, list[Speaker]] = _by_standing(self.told)
        years = {each.article.id: each.article.date.value for each in dossier.articles}
        self._years = {article: "undated" if day is None else str(day.year) for article, day in years.items()}
        self.is_one_page = len(self.told) <= MOST
        self.of_entity = {speaker.label: speaker for speaker in self.by_standing["entity"]}
        self.shelves = () if self.is_one_page else tuple(self._shelved())
        self._places = {speaker.anchor: shelf.uri for shelf in reversed(self.shelves) for speaker in shelf.speakers}
        self.places = {label: self.place(speaker) for label, speaker in self.of_entity.items()}
        """Where the statements of an entity begin, by its id."""
        about: defaultdict[str, list[Repeated]] = defaultdict(list)
        for told in self.told:
            for entity in {each for one in told.statements for each in one.about}:
                if all(entity not in one.entities for one in told.statements):
                    about[entity].append(told)
        self.about: Mapping[str, list[Repeated]] = about

    def place(self, speaker: Speaker) -> str:
        """The page and the anchor at which a speaker's statements begin."""
        if self.is_one_page:
            return f"{STATEMENTS}#{speaker.anchor}"
        if speaker.standing == "entity":
            return speaker_uri(speaker.label)
        return f"{self._places[speaker.anchor]}#{speaker.anchor}"

    def _shelved(self) -> Iterator[Shelf]:
        for speaker in self.by_standing["entity"]:
            yield from self._of_one(speaker)
        for standing in STANDINGS[1:]:
            ordered = sorted(self.by_standing[standing], key=lambda speaker: speaker.label.casefold())
            pages = list(_in_pages(ordered))
            for number, page in enumerate(pages, start=1):
                yield Shelf(speaker_uri(f"_{standing}", str(number) if number > 1 else ""), tuple(page))

    def _of_one(self, speaker: Speaker) -> Iterator[Shelf]:
        """The pages of an entity: one, or one that leads to those of the years."""
        if len(speaker.told) <= MOST:
            yield Shelf(speaker_uri(speaker.label), (speaker,))
            return
        years: defaultdict[str, list[Repeated]] = defaultdict(list)
        for told in speaker.told:
            years[self._years[told.statements[0].article]].append(told)
        for year, of_year in years.items():
            for number, page in enumerate(_cut(of_year, _words), start=1):
                part = f"{year}_{number}" if number > 1 else year
                some = Speaker(speaker.standing, speaker.label, tuple(page))
                yield Shelf(speaker_uri(speaker.label, part), (some,), part.replace("_", ", part "))


def _told(dossier: Dossier) -> Iterator[Repeated]:
    """Each statement once, with those of the same words in other articles."""
    groups = {each: group for group in dossier.repeated for each in group.statements}
    seen: set[Statement] = set()
    for statement in dossier.statements:
        if statement not in seen:
            group = groups.get(statement, Repeated((statement,), ()))
            seen.update(group.statements)
            yield group


def _by_standing(told: Sequence[Repeated]) -> Mapping[Standing, list[Speaker]]:
    found: dict[Standing, dict[str, list[Repeated]]] = {standing: {} for standing in STANDINGS}
    labels: dict[tuple[Standing, str], str] = {}
    for each in told:
        for standing, label in _speakers_of(each):
            key = label.casefold()
            labels.setdefault((standing, key), label)
            found[standing].setdefault(key, []).append(each)
    return {
        standing: sorted(
            (Speaker(standing, labels[standing, key], tuple(each)) for key, each in groups.items()),
            key=lambda speaker: (-len(speaker.told), speaker.label.casefold()),
        )
        for standing, groups in found.items()
    }


def _speakers_of(told: Repeated) -> list[tuple[Standing, str]]:
    """Who makes a statement, by the source that knows it best."""
    for each in told.statements:
        if each.entities:
            return [("entity", entity) for entity in each.entities]
    for each in told.statements:
        if each.name is not None:
            return [("named", each.name)]
    for each in told.statements:
        called = each.refers_to or each.speaker
        if called is not None and called.lower() not in _NOBODY:
            return [("called", called.removeprefix("the ").removeprefix("The "))]
    return [("unknown", "")]


def _in_pages(speakers: Sequence[Speaker]) -> Iterator[list[Speaker]]:
    """The speakers in pages of so many statements; one who makes more is divided."""
    parts = [
        Speaker(speaker.standing, speaker.label, tuple(part))
        for speaker in speakers
        for part in (_cut(speaker.told, _words) if len(speaker.told) > MOST else [speaker.told])
    ]
    for page in _cut(parts, lambda part: part.label, lambda part: len(part.told)):
        beside = groupby(page, key=lambda part: (part.standing, part.label))
        yield [Speaker(*who, tuple(told for part in own for told in part.told)) for who, own in beside]


def _words(told: Repeated) -> str:
    return told.statements[0].quotation


def _cut(items: Iterable[S], name: Callable[[S], str], size: Callable[[S], int] = lambda _: 1) -> Iterator[list[S]]:
    """Divide a list where items say so, by their names: what comes in or goes hardly moves any from page to page."""
    page: list[S] = []
    held = 0
    for each in items:
        is_edge = held >= _FEWEST and crc32(name(each).encode("utf-8", "replace")) % _EDGES == 0
        if page and (is_edge or held + size(each) > MOST):
            yield page
            page, held = [], 0
        page.append(each)
        held += size(each)
    if page:
        yield page
