"""Longer stretches by their place in the calendar: months, quarters, seasons, years, decades."""

from __future__ import annotations

import re
from datetime import date

from dossier.dates.days import is_counted
from dossier.dates.nearest import nearest
from dossier.dates.periods import Stretch, month_of, months_of, quarter_of, year_of, years_of
from dossier.dates.place import Place, Reading, published, year_said
from dossier.dates.words import (
    FULL_MONTH,
    MONTH,
    NUMBER,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    YEAR_SAID,
    month_number,
    number_of,
)
from dossier.dates.yearless import has_happened

_RELATION = r"(?:(?P<relation>[Ll]ast|[Pp]ast|[Tt]his(?:\spast|\scoming)?|[Nn]ext|[Cc]oming)\s{1,3})"
_OWN_YEAR = rf"(?:\s?,?\s{{1,3}}(?:of\s{{1,3}})?(?P<year>{YEAR_SAID})(?![\w%-]|[.,]\d))"
MONTH_AND_YEAR = rf"(?<![\w-])(?P<part>{PART})?(?P<month>{MONTH})(?:['’]s)?{_OWN_YEAR}"
MONTH_ALONE = rf"(?<![\w-])(?:(?P<part>{PART})|{_RELATION})?(?P<month>{FULL_MONTH})(?![-.]?\w)"
YEAR = (
    rf"(?<![\w$€£#/.+-])(?<!\d,)(?P<part>{PART})?(?P<year>1\d{{3}}|20\d\d|2100)(?:[-–/](?P<last>\d\d|\d{{4}}))?"
    r"(?![\w%/+]|[.,:]\d|-\d|-[a-z])"
)
DECADE = (
    rf"(?<![\w$€£/.-])(?P<part>{PART})?"
    r"(?:(?P<decade>1\d\d0|20\d0|['’]\d0)s|(?<=[Tt]he\s)(?P<written>(?:1\d\d|20\d)0)['’]s)(?!\w)"
)
QUARTER = (
    rf"(?<![\w-])(?:(?:{_RELATION}|the\s)?(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:\s|-)"
    rf"(?P<unit>quarter|half|{NUMBER}\smonths)|Q(?P<number>[1-4]))(?!\w)(?:['’]s)?"
    rf"(?:,?\s{{1,3}}(?:(?:of|in)\s{{1,3}})?(?P<year>{YEAR_SAID}|the\syear)(?![\w%-]|[.,]\d))?"
)
IN_SEASON = rf"(?<![\w-])(?:(?P<part>{PART})?{_RELATION}(?P<season>{SEASON})|(?i:(?P<named>{SEASON})){_OWN_YEAR})(?!-)"

_PREPOSITION = r"in|since|until|till?|by|from|to|through|during|before|after|between|of|and|or|for"
_BEFORE_YEAR = re.compile(
    rf"(?:\b(?:{_PREPOSITION}|circa|year|as\sof|(?:1\d|20)\d\d,)\s+(?:the\s+(?:year\s+)?|about\s|around\s)?|\()$",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|this|that|whose|with|like)|['’]s?)\s{1,3}$", re.IGNORECASE
)
_NOUN = re.compile(r"(?:['’]s)?\s+[A-Za-z]{3,}")
_PLURAL = re.compile(r"\s+[a-z]+s\b")
_NUMBERED = re.compile(
    r"\b(?:nos?|number|flight|resolution|law|act|article|section|route|highway|boeing|airbus|bill|room|page|model|fiscal(?:\syear)?"
    r"|(?:total|number|group|crew|maximum|minimum|average|population|score|record|more|less|fewer)\s(?:of|than))\.?\s{1,3}$",
    re.IGNORECASE,
)
_ERA = re.compile(r"\s*\(?(?:BCE?|B\.C\.|AH|A\.H\.|SH|BE|B\.E\.|AM)(?!\w)")
_BEFORE_MONTH = re.compile(rf"(?:\b(?:{_PREPOSITION}|on)|[,(])\s+$", re.IGNORECASE)
_BEFORE_MAY = re.compile(
    r"(?<!confidence )(?<!trust )(?<!faith )\b(?:in|since|until|till|during|(?:end|month)\sof)\s{1,3}$", re.IGNORECASE
)
_GIVEN = frozenset({"april", "may", "june", "august"})
_BEFORE_CLAUSE = re.compile(r"\b(?:in|of|since|until|till|before|after)\s{1,3}$", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"\s(?:(?!increased|decreased|followed|need)[a-z]{2,}ed|left|took|came|was|is|became|won|lost|said|says|went|stood|quit|told"
    r"|had|has\sbeen|fell|rose|met|made|gave|got)\b|['’]s?\s(?:\w+\s)?(?:cabinet|government|deal|plan|party|resignation|husband|wife"
    r"|office|team|speech|premiership|leadership|successor|predecessor|father|mother|son|daughter|aides?|critics|allies)\b"
)
_ADVERB = re.compile(r"\b(?:in|since|until|till|during|last|this|next)\s{1,3}$", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"['’]s?\s|\s(?!(?:and|or|but|to|in|at|by|for|with|from|of|as|when|after|before|that|which|who|where|while|through|until"
    r"|is|was|were|are|has|had|have|will|would|may|can|saw|said|brought|marked)\b)[a-z]{3,}"
)
_NAMED = re.compile(r"\s+(?:(?:for|on|against|of)\s+)?[A-Z][a-z]+")
_FISCAL = re.compile(r"\b(?:fiscal|financial)\s+(?:\w+\s)?$")
_FISCAL_YEAR = re.compile(r"\s(?:of\s)?(?:the\s|its\s|their\s)?(?:current\s)?(?:fiscal|financial)\b")
_BUSINESS = re.compile(
    r"percent|\b(?:profits?|earnings|earned|sales|revenues?|income|loss(?:es)?|results|growth|GDP|GNP|econom\w+|deliveries|orders"
    r"|dividend|analysts|shares?|net|stock|market|company|inflation|exports|imports|production|spending|budget)\b|[$€£%]"
)


def month_and_year(match: re.Match[str], place: Place) -> Reading:
    """`December 2019`, `early December 2019`."""
    year = year_said(match["year"], place)
    if year is None or year == "relative":
        return year and "month"
    return month_of(year[0], month_number(match["month"])), year[1]


def month_alone(match: re.Match[str], place: Place) -> Reading:
    """`in December`, `early December`, `last March`; no `April Ryan`, no `Theresa May`."""
    month, relation = month_number(match["month"]), match["relation"]
    if not (relation or match["part"] or _is_month(match["month"], place)) or _ERA.match(place.behind):
        return None
    if place.anchor is None:
        return "month"
    options = [month_of(place.anchor.year + offset, month) for offset in (-1, 0, 1)]
    if relation:
        return _related(options, relation, place)
    if has_happened(place):
        return published(max(each for each in options if each.start <= place.anchor))
    return nearest(options, place, "month", modifies=not match["part"] and _modifies(place))


def _modifies(place: Place) -> bool:
    """Whether a month stands before a noun: `the November election`, `June futures`."""
    return _ADJECTIVE.match(place.behind) is not None and not _ADVERB.search(place.before)


def _is_month(name: str, place: Place) -> bool:
    if _OF_SOMEBODY.match(place.behind) and _BEFORE_CLAUSE.search(place.before) and name.lower() in _GIVEN:
        return False  # "until May resigned", "in May's cabinet"
    if name.lower() in {"may", "march"}:
        before = _BEFORE_MAY if name.lower() == "may" else _BEFORE_MONTH
        return before.search(place.before) is not None and not _NAMED.match(place.behind)
    if name.isupper():
        return _BEFORE_MONTH.search(place.before) is not None
    if _NAMED.match(place.behind) and not _BEFORE_MAY.search(place.before):
        return False
    return not re.search(r"[A-Z][a-z]+\s$", place.before) or place.before.endswith(
        ("In ", "By ", "Since ", "The ", "Until ")
    )


def _related(options: list[Stretch], relation: str, place: Place) -> Reading:
    """The one that `last`, `this` or `next` says."""
    day = place.anchor or date.min
    word = relation.rsplit(maxsplit=1)[-1].lower()
    if word in {"last", "past"}:
        return published(max(each for each in options if each.end <= day))
    if word in {"next", "coming"}:
        return published(min(each for each in options if each.start > day))
    return nearest([each for each in options if each.start.year == day.year], place, options[0].precision)


def year_alone(match: re.Match[str], place: Place) -> Reading:
    """`in 2016`, `the 2016 election`, `early 2016`, `2016-17`; no flight, law or number of men."""
    if _ERA.match(place.behind) or _NUMBERED.search(place.before) or is_counted(place):
        return None
    if not (match["part"] or _is_year(match, place)):
        return None
    year = int(match["year"])
    if match["last"] is None:
        return year_of(year), "text"
    last = int(match["last"]) if len(match["last"]) == 4 else year // 100 * 100 + int(match["last"])
    return (years_of(year, last - year + 1, f"{year}"), "text") if year < last <= year + 100 else None


def _is_year(match: re.Match[str], place: Place) -> bool:
    if place.start == 0 and len(place.text) == place.end:
        return True
    if place.before[-1:] == "(" and place.behind[:1] == ")":
        return True
    is_round = int(match["year"]) % 100 == 0 or int(match["year"]) < 1800
    if _BEFORE_NOUN.search(place.before):
        return _NOUN.match(place.behind) is not None and not (is_round and _PLURAL.match(place.behind))
    return _BEFORE_YEAR.search(place.before) is not None and not (is_round and _PLURAL.match(place.behind))


def decade(match: re.Match[str], place: Place) -> Reading:
    """`the 1990s`, `the late '80s`."""
    figures = (match["decade"] or match["written"]).lstrip("'’")
    first = int(figures) if len(figures) == 4 else int(f"19{figures}")
    if len(figures) == 2 and first < 1920:
        return None
    return years_of(first, 100 if first % 100 == 0 and first < 1900 else 10, f"{first}"[:3]), "text"


def quarter(match: re.Match[str], place: Place) -> Reading:
    """`the third quarter`, `Q3 2019`, `the first half of 2019`, `the first nine months of the year`."""
    unit, number = match["unit"] or "quarter", int(match["number"] or ORDINALS[match["ordinal"]])
    if _FISCAL.search(place.before) or _FISCAL_YEAR.match(place.behind) or (unit == "half" and number > 2):
        return None
    if match["year"] is not None:
        year = year_said(match["year"], place)
        if year is None or year == "relative":
            return year and "span"
        whole = _part_of_year(year[0], number, unit)
        return None if whole is None else (whole, year[1])
    if unit != "quarter" or not _BUSINESS.search(place.text, max(0, place.start - 150), place.end + 150):
        return None
    if place.anchor is None:
        return "span"
    return _quarter_near(number, place)


def _part_of_year(year: int, number: int, unit: str) -> Stretch | None:
    if unit == "quarter":
        return quarter_of(year, number)
    if unit == "half":
        return months_of(year, 6 * number - 5, 6, f"{year}-H{number}")
    months = number_of(unit.split(maxsplit=1)[0])
    return months_of(year, 1, months, f"{year}") if number == 1 and months <= 12 else None


def _quarter_near(number: int, place: Place) -> Reading:
    day = place.anchor or date.min
    options = [quarter_of(day.year + offset, number) for offset in (-1, 0, 1)]
    if place.tense == "future":
        return published(min(each for each in options if each.end > day))
    return published(max(each for each in options if each.start <= day))


def season(match: re.Match[str], place: Place) -> Reading:
    """`last summer`, `the winter of 2018`: as they are north of the equator."""
    first, value = SEASONS[(match["season"] or match["named"]).lower()]
    if match["named"]:
        year = year_said(match["year"], place)
        if year is None or year == "relative":
            return year and "span"
        return months_of(year[0], first, 3, f"{year[0]}-{value}"), year[1]
    if place.anchor is None:
        return "span"
    around = (place.anchor.year + offset for offset in (-2, -1, 0, 1))
    options = [months_of(year, first, 3, f"{year}-{value}") for year in around]
    relation = match["relation"].lower()
    if relation.startswith("this"):
        return nearest(options, place, "span")
    return _related(options, relation, place)
