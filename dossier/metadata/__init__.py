"""The facts of an article, each with how it is known: stated, inferred from named evidence, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from slugify import slugify

from dossier.metadata.ahead import far_ahead
from dossier.metadata.apart import tell_apart
from dossier.metadata.bylines import Site, read_agency, read_authors
from dossier.metadata.dateline import dateline_place
from dossier.metadata.fields import FIELDS, Stated, fact_of
from dossier.metadata.language import guess_language
from dossier.metadata.lede import ledes
from dossier.metadata.outlet import OutletRules, host_of, one_line, read_outlet
from dossier.metadata.published import mend, publication, update
from dossier.metadata.title import derive_title
from dossier.model import RESERVED, Article, CleanText, Diagnostic, Fact, Location, PartialDate, RawDocument
from dossier.scripts import without_japanese

__all__ = ["FIELDS", "OutletRules", "far_ahead", "read_metadata", "retitled", "tell_apart"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Other codes of a language."""
_SLUG_LENGTH = 80
_SEPARATED = re.compile(r"\s+(?:[|–—·»/-]|::)\s+(?P<site>[^|–—·»]+)$")
"""What a page puts behind its headline."""
_MAX_KEYWORDS = 30


def read_metadata(
    doc: RawDocument, text: CleanText, outlets: OutletRules | None = None
) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Read every fact of an article: what a person wrote in a field, else what its format states, else its text."""
    stated = Stated(doc)
    date = publication(stated, text)
    title = (
        stated.by_person("title", one_line) or _stated_title(stated, text) or _title(doc.location, doc.path.stem, text)
    )
    slug = stated.by_person("slug", _slug, "is no slug", "use small letters, digits and hyphens, and not `index`")
    url = stated.by_person("url", _url, "is no web address", "begin it with https://") or stated.first("url", _url)
    outlet = read_outlet(stated, None if url is None else url.value, outlets or OutletRules())
    site = Site(stated, outlet.value or "", host_of(url.value or "") if url else "")
    article = Article(
        id=_derived_slug(doc, title, date) if slug is None or slug.value is None else slug.value,
        name_digest=doc.name_digest,
        seed=doc.seed,
        location=doc.location,
        path=doc.path,
        sha256=doc.sha256,
        unit=doc.unit,
        title=title,
        date=date,
        updated=update(stated, text, date),
        dateline=stated.by_person("dateline", one_line) or stated.first("dateline", one_line) or _dateline(doc, text),
        agency=stated.by_person("agency", one_line) or read_agency(stated, text),
        outlet=outlet,
        authors=read_authors(stated, text, site),
        language=_language(stated, text),
        section=stated.by_person("section", one_line) or stated.first("section", one_line) or Fact(),
        keywords=_keywords(stated),
        url=url or Fact(),
        text=text,
    )
    if date.value is None:
        stated.note(doc.location, "no publication date", mend(stated))
    return article, (*stated.diagnostics, *stated.unknown())


def retitled(article: Article) -> Article:
    """The article with its title derived anew, when its text has changed; a stated title and the slug stay."""
    if article.title.source != "inferred":
        return article
    return replace(article, title=_title(article.location, article.path.stem, article.text))


def _stated_title(stated: Stated, text: CleanText) -> Fact[str] | None:
    """The title that the format states; without the name of the site before or behind it."""
    outlet = stated.first("outlet", one_line)
    site = "" if outlet is None else (outlet.value or "").casefold()
    every = [fact for fact in stated.every("title", one_line) if fact.value and fact.value.casefold() != site]
    if not every:
        return None
    first = every[0]
    whole = first.value or ""
    if site:
        whole = _SEPARATED.sub(lambda part: "" if part["site"].casefold() == site else part.group(), whole)
        whole = whole.removeprefix(next((each for each in _starts(whole, site)), ""))
    shown = [*(fact.value or "" for fact in every), *(taken.text for taken in text.taken("headline"))]
    for shorter in shown:
        rest = whole.removeprefix(shorter) if shorter else ""
        if rest != whole and re.match(r"\s+[|–—·»-]\s+\S", rest) and len(shorter) >= len(rest):
            whole = shorter
            break
    return Fact(whole, first.source, first.location, first.evidence)


def _starts(title: str, site: str) -> Iterator[str]:
    """The site's name with the sign behind it, if a title begins so."""
    if title.casefold().startswith(site) and (match := re.match(r"\s*(?:[|–—·»:]|-(?=\s))+\s+", title[len(site) :])):
        yield title[: len(site) + match.end()]


def _title(location: Location, name: str, text: CleanText) -> Fact[str]:
    for taken in text.taken("headline"):
        return Fact(taken.text, "stated", location.at(taken.line))
    for lede in ledes(text.paragraphs):
        title = derive_title(lede.text)
        if title is not None:
            return Fact(title, "inferred", location.at(lede.line), lede.evidence)
    return Fact(name, "inferred", location, "the name of the file")


def _dateline(doc: RawDocument, text: CleanText) -> Fact[str]:
    for taken in text.taken("dateline"):
        place = dateline_place(taken.text)
        if place is not None:
            return Fact(place, "stated", doc.location.at(taken.line))
    return Fact()


def _language(stated: Stated, text: CleanText) -> Fact[str]:
    """The language that is stated, unless its script is another's: many pages state that of their template."""
    written = stated.by_person("language", _code, "is no language code", "write en, de, zh, …")
    if written is not None:
        return written
    fact = stated.first("language", _primary_code)
    guess = guess_language(" ".join(paragraph.text for paragraph in text.paragraphs))
    guessed: Fact[str] = Fact() if guess is None else Fact(guess[0], "inferred", None, guess[1])
    if fact is None or fact.value is None:
        return guessed
    said = _SAME.get(fact.value.partition("-")[0], fact.value.partition("-")[0])
    if guessed.value is not None and guessed.value != said[: len(guessed.value)] and fact.location is not None:
        message = f"{fact.evidence} says the language is {fact.value}; the text reads like {guessed.value}"
        beside = "write the right one into the front matter, or the .yml file beside it"
        hint = "write the right one into that record" if stated.doc.location.record else beside
        stated.note(fact.location, message, hint)
        return guessed
    return fact


def _keywords(stated: Stated) -> Fact[tuple[str, ...]]:
    written = stated.written("keywords")
    for field in (written, *stated.by_format("keywords")):
        if field is not None:
            parts = re.split(r"\s*[,;，、]\s*", field.values[0]) if len(field.values) == 1 else field.values
            words = tuple(dict.fromkeys(filter(None, (one_line(part) for part in parts))))
            if words:
                return fact_of(field, words[:_MAX_KEYWORDS])
    return Fact()


def _derived_slug(doc: RawDocument, title: Fact[str], date: Fact[PartialDate]) -> str:
    """Make a slug that no other seed can change or take: its last part is a digest of the seed's name."""
    day = date.value.iso if date.value is not None and date.source == "stated" else ""
    words = slugify(without_japanese(title.value or ""), max_length=_SLUG_LENGTH, word_boundary=True)
    return "-".join(filter(None, (day, words, doc.name_digest)))


def _slug(value: str) -> str | None:
    is_slug = bool(value) and value == slugify(value, max_length=_SLUG_LENGTH) and value not in RESERVED
    return value if is_slug else None


def _code(value: str) -> str | None:
    return value.replace("_", "-") if _LANGUAGE.fullmatch(value) else None


def _primary_code(value: str) -> str | None:
    """The language without its country: a page in `en-GB` and one in `en_US` are in one language; Chinese is not."""
    code = _code(value)
    return code if code is None or code.lower().startswith("zh") else code.partition("-")[0].lower()


def _url(value: str) -> str | None:
    url = value.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and not re.search(r"\s", url) else None
