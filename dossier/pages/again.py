"""Pages of the last build that are right still: of each is noted what it was made from, and looked whether it changed.

A page is made by a function of one subject and the look-ups of a `Site`. While it is made, every look-up is noted by
its name and its key. In the next build the page stands if its subject and all that was looked up are as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from dossier.model import Page, Story
from dossier.pages.site import Site

S = TypeVar("S")


class Writer(Protocol):
    """Makes the pages of a subject, or has them already."""

    def __call__(self, key: str, subject: S, make: Callable[[S, Site], Iterable[Page]], /) -> Iterable[Page]:
        """The pages.

        Args:
            key: tells the subject from all others, and from itself as the subject of other pages.
            subject: a value that can be compared.
            make: makes the pages of a subject, and looks up all else that it needs in a site.
        """
        ...


Note = tuple[str, str | None]
"""The name of a look-up and what was looked up; nothing, if it was all of it or no look-up at all."""
_NONE = object()


@dataclass(frozen=True, slots=True)
class _Held:
    subject: object
    notes: frozenset[Note]
    pages: tuple[Page, ...]


class Again:
    """What one build makes of its pages, for the next."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._before: Site | None = None
        self._site: Site | None = None

    def begin(self, site: Site) -> None:
        """Begin a build."""
        self._before, self._site = self._site, site
        self._last, self._held = self._held, {}
        self._noting = _NotingSite(site)
        self._same: dict[Note, bool] = {}

    def pages(self, key: str, subject: S, make: Callable[[S, Site], Iterable[Page]]) -> Iterable[Page]:
        """The pages of a subject: those of the last build, if nothing changed that they were made from. A `Writer`."""
        held = self._last.get(key)
        if held is None or held.subject != subject or not all(map(self._is_same, held.notes)):
            self._noting.notes = set()
            pages = tuple(make(subject, cast("Site", self._noting)))
            held = _Held(subject, frozenset(self._noting.notes), pages)
        self._held[key] = held
        return held.pages

    def _is_same(self, note: Note) -> bool:
        if note not in self._same:
            name, key = note
            self._same[note] = key is not None and _found(self._before, name, key) == _found(self._site, name, key)
        return self._same[note]


def afresh(site: Site) -> Writer:
    """A writer that makes all pages, and remembers nothing."""

    def pages(_: str, subject: S, make: Callable[[S, Site], Iterable[Page]]) -> Iterable[Page]:
        return make(subject, site)

    return pages


def _found(site: Site | None, name: str, key: str) -> object:
    """What a look-up gives: a path such as `speakers.about` leads to it."""
    for part in name.split("."):
        site = getattr(site, part)
    return cast("Mapping[str, object]", site).get(key, _NONE)


class _NotingSite:
    """Looks like a site, and notes what is looked up."""

    def __init__(self, site: object, name: str = "", above: _NotingSite | None = None) -> None:
        self._site = site
        self._name = name
        self._above = above
        self.notes: set[Note] = set()

    def __getattr__(self, name: str) -> Any:
        """A look-up, as one that notes."""
        value = getattr(self._site, name)
        found: Any
        if isinstance(value, Mapping):
            found = _NotedMapping(value, self._name + name, self._root)
        elif name == "speakers":
            found = _NotingSite(value, "speakers.", self._root)
        else:
            self._root.notes.add((self._name + name, None))
            return value
        self.__dict__[name] = found
        return found

    @property
    def _root(self) -> _NotingSite:
        return self._above or self

    def name(self, entity: str, source: str, count: int | None = None) -> str:
        """As `Site.name`."""
        self.notes |= {("entities", entity), ("paged", entity)}
        return cast("Site", self._site).name(entity, source, count)

    def outlets(self, story: Story) -> Mapping[str, int]:
        """As `Site.outlets`."""
        self.notes.update(("articles", each) for each in story.articles)
        return cast("Site", self._site).outlets(story)


class _NotedMapping(Mapping[str, Any]):
    def __init__(self, found: Mapping[str, Any], name: str, site: _NotingSite) -> None:
        self._found = found
        self._name = name
        self._site = site

    def __getitem__(self, key: str) -> Any:
        self._site.notes.add((self._name, key))
        return self._found[key]

    def get(self, key: str, default: Any = None) -> Any:
        self._site.notes.add((self._name, key))
        return self._found.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._site.notes.add((self._name, str(key)))
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        self._site.notes.add((self._name, None))
        return iter(self._found)

    def __len__(self) -> int:
        self._site.notes.add((self._name, None))
        return len(self._found)
