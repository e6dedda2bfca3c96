"""The facts of an article, each with how it is known: stated, inferred from named evidence, or unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from urllib.parse import urlsplit

from slugify import slugify

from dossier.dates import latest_full_date, parse_date
from dossier.metadata.apart import tell_apart
from dossier.metadata.dateline import dateline_place
from dossier.metadata.language import guess_language
from dossier.metadata.lede import ledes
from dossier.metadata.title import derive_title
from dossier.model import RESERVED, Article, CleanText, Diagnostic, Fact, Field, Location, PartialDate, RawDocument

__all__ = ["FIELDS", "read_metadata", "tell_apart"]

FIELDS: dict[str, str] = {
    "title": "the headline",
    "date": "the day of publication: 2019-12-30, or less precisely 2019-12 or 2019",
    "dateline": "where the report was written",
    "outlet": "who published it",
    "authors": "a name, or a list of names",
    "language": "a code such as en, de or zh",
    "url": "where it was published",
    "slug": "the last part of the article's address on the site",
}
"""What front matter, or the file beside a seed, may say."""

_SYNONYMS = {"author": "authors", "lang": "language"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SLUG_LENGTH = 80
_NO_PERSON = re.compile(
    r"\b(?:Press|News|Reuters|AP|AFP|CNN|BBC|Agency|Agencies|Staff|Writer|Reporter|Editor|Correspondent|Chief|Bureau|Times|Post|"
    r"Journal|Magazine|Columnist|Contributor|Producer|Analyst|Director|Professor)\b",
    re.IGNORECASE,
)
"""What stands in a byline beside the persons: an agency, or what somebody is."""
_DATE_LABEL = re.compile(r"^(?:(?:first|published|posted|publication|dated?|on|at)\b[\s:：]*)+", re.IGNORECASE)
_UPDATED = re.compile(r"[\s|/–—,;-]*\b(?:last )?(?:updated|modified)\b.*", re.IGNORECASE)
"""Behind the day of publication, that of a change."""

T = TypeVar("T")


def read_metadata(doc: RawDocument, text: CleanText) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Read every fact of an article; what a person wrote in a field overrides what the text says."""
    facts = _Facts(doc)
    date = facts.stated("date", parse_date, "is no date", "write it as 2019-12-30, 2019-12 or 2019") or _date(
        facts, text
    )
    title = facts.stated("title", _one_line) or _title(doc, text)
    slug = facts.stated("slug", _slug, "is no slug", "use small letters, digits and hyphens, and not `index`")
    article = Article(
        id=_derived_slug(doc, title, date) if slug is None or slug.value is None else slug.value,
        name_digest=doc.name_digest,
        seed=doc.seed,
        location=doc.location,
        path=doc.path,
        sha256=doc.sha256,
        title=title,
        date=date,
        dateline=facts.stated("dateline", _one_line) or _dateline(doc, text),
        outlet=facts.stated("outlet", _one_line) or Fact(),
        authors=facts.authors() or _authors(doc, text),
        language=facts.stated("language", _language, "is no language code", "write en, de, zh, …")
        or _guessed_language(text),
        url=facts.stated("url", _url, "is no web address", "begin it with https://") or Fact(),
        text=text,
    )
    if date.value is None:
        hint = "add `date: 2019-12-30` to its front matter if you know it"
        facts.diagnostics.append(Diagnostic("note", doc.location, "no publication date", hint))
    return article, (*facts.diagnostics, *facts.unknown())


class _Facts:
    """The fields of a document, and what is wrong with them."""

    def __init__(self, doc: RawDocument) -> None:
        self.doc = doc
        self.diagnostics: list[Diagnostic] = []
        # A later field of the same name wins: the file beside a seed over the seed's own front matter.
        self.fields: dict[str, Field] = {_SYNONYMS.get(field.name, field.name): field for field in doc.fields}

    def stated(
        self,
        name: str,
        parse: Callable[[str], T | None],
        complaint: str = "is empty",
        hint: str = "write a text, or delete it",
    ) -> Fact[T] | None:
        """The fact that a field states; `None`, with a warning, if it states none."""
        field = self.fields.get(name)
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

    def authors(self) -> Fact[tuple[str, ...]] | None:
        """The authors that a field states: a list, or one text."""
        field = self.fields.get("authors")
        values = tuple(filter(None, map(_one_line, field.values))) if field else ()
        names = _names(values[0]) if len(values) == 1 else values
        return Fact(names, "stated", field.location) if field and names else None

    def warn(self, location: Location, message: str, hint: str) -> None:
        """Add a warning."""
        self.diagnostics.append(Diagnostic("warning", location, message, hint))

    def unknown(self) -> list[Diagnostic]:
        """A note for each field that means nothing here."""
        hint = f"known are {', '.join(FIELDS)}"
        return [
            Diagnostic("note", field.location, f"`{name}` is not a field that is used", hint)
            for name, field in self.fields.items()
            if name not in FIELDS
        ]


def _date(facts: _Facts, text: CleanText) -> Fact[PartialDate]:
    for taken in text.taken("date-line"):
        location = Location(facts.doc.location.path, taken.line)
        day = parse_date(_UPDATED.sub("", _DATE_LABEL.sub("", taken.text)).rstrip(". "))
        if day is not None:
            return Fact(day, "stated", location)
        facts.warn(
            location,
            f"`{taken.text}` is no date",
            "add the right one as `date: 2019-12-30` to the front matter",
        )
    found = [(hit, paragraph) for paragraph in text.paragraphs if (hit := latest_full_date(paragraph.text))]
    if not found:
        return Fact()
    (latest, named), paragraph = max(found, key=lambda hit: hit[0][0].start)
    line = paragraph.lines[0]
    where = "the caption" if paragraph.kind == "caption" else "the text"
    evidence = f"“{named}” is the latest full date in {where}"
    later = replace(latest, or_later=True)
    return Fact(later, "inferred", Location(facts.doc.location.path, line), evidence)


def _title(doc: RawDocument, text: CleanText) -> Fact[str]:
    for taken in text.taken("headline"):
        return Fact(taken.text, "stated", Location(doc.location.path, taken.line))
    for lede in ledes(text.paragraphs):
        title = derive_title(lede.text)
        if title is not None:
            return Fact(title, "inferred", Location(doc.location.path, lede.line), lede.evidence)
    return Fact(doc.path.stem, "inferred", doc.location, "the name of the file")


def _dateline(doc: RawDocument, text: CleanText) -> Fact[str]:
    for taken in text.taken("dateline"):
        place = dateline_place(taken.text)
        if place is not None:
            return Fact(place, "stated", Location(doc.location.path, taken.line))
    return Fact()


def _authors(doc: RawDocument, text: CleanText) -> Fact[tuple[str, ...]]:
    for taken in text.taken("byline"):
        return Fact(_names(taken.text[2:]), "stated", Location(doc.location.path, taken.line))
    return Fact()


def _names(text: str) -> tuple[str, ...]:
    """The names in `Ada Vance, Bo Lind and Cy Moe in Oslo | Coast News`."""
    people = re.split(r"\s*[|/–—]\s*|\s+in\s+|\s+-\s+", text.strip(), maxsplit=1)[0]
    names = [name for name in re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*", people) if name]
    return tuple(name for name in names if name == names[0] or _NO_PERSON.search(name) is None)


def _guessed_language(text: CleanText) -> Fact[str]:
    guess = guess_language(" ".join(paragraph.text for paragraph in text.paragraphs))
    return Fact() if guess is None else Fact(guess[0], "inferred", None, guess[1])


def _derived_slug(doc: RawDocument, title: Fact[str], date: Fact[PartialDate]) -> str:
    """Make a slug that no other seed can change or take: its last part is a digest of the seed's name."""
    day = date.value.iso if date.value is not None and date.source == "stated" else ""
    words = slugify(title.value or "", max_length=_SLUG_LENGTH, word_boundary=True)
    return "-".join(filter(None, (day, words, doc.name_digest)))


def _slug(value: str) -> str | None:
    is_slug = bool(value) and value == slugify(value, max_length=_SLUG_LENGTH) and value not in RESERVED
    return value if is_slug else None


def _one_line(value: str) -> str | None:
    return " ".join(value.split()) or None


def _language(value: str) -> str | None:
    return value if _LANGUAGE.fullmatch(value) else None


def _url(value: str) -> str | None:
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return (
        value.strip()
        if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", value.strip())
        else None
    )
