"""Values in the words a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.model import Article, Fact, LinkRule, OpenRule, PartialDate, Unit

_MONTHS = "January February March April May June July August September October November December".split()


def date_phrase(day: PartialDate) -> str:
    """`30 December 2019`, `December 2019`, `2019`, or `not before 29 December 2019`."""
    parts = (str(day.day) if day.day else "", _MONTHS[day.month - 1] if day.month else "", f"{day.year}")
    phrase = " ".join(filter(None, parts))
    return f"not before {phrase}" if day.or_later else phrase


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`, `1,200 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def when_phrase(day: PartialDate) -> str:
    """A date with the time of day and its zone, if they are known: `30 December 2019, 08:15 (UTC+09:00)`."""
    time, sign, offset = re.match(r"([\d:]*)([Z+-]?)(.*)", day.clock).groups()  # type: ignore[union-attr]  # all may be empty
    zone = f" (UTC{'' if sign == 'Z' else sign + offset})" if sign else ""
    return f"{date_phrase(day)}, {time}{zone}" if time else date_phrase(day)


def how_known(fact: Fact[object], seed_path: str, unit: Unit) -> str:
    """How a fact is known, in words: stated in which part and where, or inferred from what."""
    at = fact.location
    line = f"{unit} {at.line}" if at is not None and at.line else ""
    where = "of the seed" if at is None or at.path == seed_path else f"of {at.path.rpartition('/')[2]}"
    if fact.source == "stated" and fact.evidence:
        return f"stated in {fact.evidence}" + (f", {line} {where}" if line else "")
    if fact.source == "stated":
        return f"stated in {line} {where}" if line else f"stated {where}"
    if fact.source == "inferred":
        return f"inferred: {fact.evidence}" + (f" ({line})" if line else "")
    return "neither stated nor inferred"


def byline_parts(article: Article) -> Iterable[str]:
    """The short facts under a title: date, dateline, outlet, authors; what is unknown is left out but the date."""
    day = article.date.value
    yield "date unknown" if day is None else date_phrase(day)
    yield from filter(None, (article.dateline.value, article.outlet.value))
    if article.authors.value:
        yield "by " + ", ".join(article.authors.value)


LINKED_BY: dict[LinkRule, str] = {
    "name": "its name in the register",
    "alias": "an alias in the register",
    "short name": "a part of the full name, which stands in this article",
    "acronym in parentheses": "explained in this article, by parentheses",
    "initials": "made of the first letters of the name, which stands in this article",
    "shared alias": "an alias of several, of which this article names only this one otherwise",
}
"""What each rule that links a mention means; completes "It is …"."""
FOUND_BY: dict[LinkRule, str] = LINKED_BY | {
    "name": "another form of the name",
    "alias": "another form of an alias",
    "short name": "a part of the full name",
    "acronym in parentheses": "explained in an article, by parentheses",
    "initials": "made of the first letters of the name",
}
"""The same of words that are no listed name."""
LEFT_OPEN_BY: dict[OpenRule, str] = {
    "several fit": "an alias of several, and the article does not decide",
    "full name missing": "a short name, and the article does not hold the full one",
    "part of a longer name": "a part of a longer name",
    "another of that name": "a short name, and the article names another of that name",
}
"""What each rule that leaves a mention open means; completes "It is …"."""
