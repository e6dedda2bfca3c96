"""What is stated about an article, by a person or by its format: the first valid statement counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from dossier.model import Diagnostic, Fact, Field, Location, RawDocument

FIELDS: dict[str, str] = {
    "title": "the headline",
    "date": "the day of publication: 2019-12-30, or less precisely 2019-12 or 2019",
    "updated": "the day of the last change",
    "dateline": "where the report was written",
    "agency": "the news agency that wrote it",
    "outlet": "who published it",
    "authors": "a name, or a list of names",
    "language": "a code such as en, de or zh",
    "section": "the part of the outlet it stood in, such as Politics",
    "keywords": "what the outlet filed it under: a word, or a list of words",
    "url": "where it was published",
    "slug": "the last part of the article's address on the site",
}
"""What front matter, or the file beside a seed, may say."""

_SYNONYMS = {"author": "authors", "lang": "language", "tags": "keywords"}

_MANY = 5
"""So many values of one field are looked at: a page may list thousands."""
_FIELDS_TRIED = 40
"""And so many fields of one name."""

T = TypeVar("T")


def fact_of(field: Field, value: T) -> Fact[T]:
    """The fact that a field of the format is, once its text is understood."""
    return Fact(value, "stated" if field.sure else "inferred", field.location, field.origin)


class Stated:
    """The fields of a document, and what is wrong with them."""

    def __init__(self, doc: RawDocument) -> None:
        self.doc = doc
        self.diagnostics: list[Diagnostic] = []
        self._fields: dict[str, list[Field]] = {}
        for field in doc.fields:
            self._fields.setdefault(_SYNONYMS.get(field.name, field.name), []).append(field)

    def written(self, name: str) -> Field | None:
        """What a person wrote: the file beside a seed before the seed's own front matter."""
        return next((field for field in self._fields.get(name, ()) if not field.origin), None)

    def by_format(self, name: str) -> Iterator[Field]:
        """What the format says, the most reliable first."""
        return islice((field for field in self._fields.get(name, ()) if field.origin), _FIELDS_TRIED)

    def by_person(
        self,
        name: str,
        parse: Callable[[str], T | None],
        complaint: str = "is empty",
        hint: str = "write a text, or delete it",
    ) -> Fact[T] | None:
        """The fact that a person wrote; `None`, with a warning, if that is none."""
        field = self.written(name)
        if field is None:
            return None
        if len(field.values) > 1:
            self.warn(field.location, f"`{name}` is a list", "write one text")
            return None
        value = parse(field.values[0]) if field.values else None
        if value is None:
            self.warn(field.location, f"`{name}: {''.join(field.values)}` {complaint}", hint)
            return None
        return Fact(value, "stated", field.location)

    def first(self, name: str, parse: Callable[[str], T | None]) -> Fact[T] | None:
        """The first valid fact that the format states."""
        return next(self.every(name, parse), None)

    def every(self, name: str, parse: Callable[[str], T | None]) -> Iterator[Fact[T]]:
        """All valid facts of that name that the format states."""
        for field in self.by_format(name):
            value = next((found for text in field.values[:_MANY] if (found := parse(text)) is not None), None)
            if value is not None:
                yield fact_of(field, value)

    def warn(self, location: Location, message: str, hint: str) -> None:
        """Add a warning."""
        self.diagnostics.append(Diagnostic("warning", location, message, hint))

    def note(self, location: Location, message: str, hint: str) -> None:
        """Add a note."""
        self.diagnostics.append(Diagnostic("note", location, message, hint))

    def unknown(self) -> Iterator[Diagnostic]:
        """A note for each field of a person's that means nothing here."""
        hint = f"known are {', '.join(FIELDS)}"
        for name in self._fields:
            field = self.written(name)
            if field is not None and name not in FIELDS:
                yield Diagnostic("note", field.location, f"`{name}` is not a field that is used", hint)
