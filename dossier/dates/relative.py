"""Expressions that say when by the day of publication: weekdays, `yesterday`, `last week`."""

from __future__ import annotations

import re
from datetime import date

from dossier.dates.periods import DAY, day_of, week_of, weekend_of
from dossier.dates.place import Place, Reading, published
from dossier.dates.units import PRECISIONS, UNIT, UNITS
from dossier.dates.words import WEEKDAY, weekday_number

_TIME_OF_DAY = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|midnight)\b(?!s))?"
ON_WEEKDAY = (
    r"(?<![\w-])(?:[Oo]n\s{1,3})?(?:(?P<relation>[Ll]ast|[Nn]ext|[Tt]his(?:\spast|\scoming)?|[Pp]ast|[Cc]oming)\s{1,3})?"
    rf"(?P<weekday>{WEEKDAY})(?!-\w|\s(?:mornings|afternoons|evenings|nights)\b){_TIME_OF_DAY}(?:\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?"
)
NAMED_DAY = (
    r"(?<![\w-])(?:(?P<before>[Tt]he\sday\sbefore\syesterday)|(?P<after>[Tt]he\sday\safter\stomorrow)"
    r"|(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s)?(?P<day>[Tt]oday|TODAY|[Tt]onight|[Yy]esterday|[Tt]omorrow"
    rf"|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\s(?:night|evening)))\b{_TIME_OF_DAY}"
)
DAY_WORDS = "today Today TODAY tonight Tonight yesterday Yesterday tomorrow Tomorrow morning afternoon evening night"
NEAR_UNIT = (
    r"(?<![\w-])(?:(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|(?:[Tt]he\s)?(?:[Ee]nd|[Bb]eginning|[Ss]tart|middle)\sof)\s{1,3})?"
    rf"(?<!the\s)(?P<relation>[Ll]ast|[Tt]his|[Nn]ext)\s{{1,3}}{UNIT.replace('day|', '', 1)}(?![-\w])"
)
WEEKEND = r"(?<![\w-])(?:[Oo]ver|[Dd]uring)\sthe\sweekend\b"
ENDING = r"(?<![\w-])(?:(?:[Tt]he\s)?[Ee]nd\sof\sthe\s(?P<unit>year|month|week)|year-end|year's\send)\b(?!-)"

_LATER = re.compile(r"\s(?:later|following|afterwards)\b")
_NARRATED = re.compile(
    r"\b(?:following|previous|preceding|that|same|every|each|a|an|any|one|most|some)\s{1,3}(?:On\s|on\s)?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Cyber|Super|Good|Easter|Palm|Bloody|Ash|Fat|Shrove|Holy|Maundy|Whit|Ruby|Sheffield|Bowl|Giving|Casual|Freaky|Taco|News"
    r"|Stormy|Mad|Boxing|Radio|Blue|Manic)\s$"
)
_NAME_BEHIND = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Sun|Age|World|Night\s(?:Live|Football|Massacre|Fever)|Live|Evening\s(?:Post|Standard|News)|Business|Review|Magazine"
    r"|Club|School|Group|Morning|Addams|Independent|People|Journal|Tribune)\b"
)
_NAME = re.compile(r"\b[A-Z]\w+\s$")
_WORLD = re.compile(
    r"['’]s\s(?:world|society|youth|generations?|kids|standards|young|children|economy|market|technology)"
)
_AWAITED = re.compile(
    r"\b(?:ahead\sof|before|prior\sto|until|for|by|upcoming|eve\sof)\s(?:the\s)?(?:On\s|on\s)?$", re.IGNORECASE
)
_STARTING = re.compile(r"\b(?:starting|beginning|effective)\s(?:on\s)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s(?:[Oo]n\s)?$", re.IGNORECASE)
_AS_SOON = re.compile(
    r"\bas\ssoon\sas\s(?:[Oo]n\s)?$|\b(?:could|may|might|will|would)\s(?:[\w'’-]+\s){1,5}as\searly\sas\s(?:[Oo]n\s)?$"
)
_NTH = re.compile(
    r",?\sthe\s(?:\d{1,2}(?:st|nd|rd|th)|(?:[a-z]+-)?(?:first|second|third|[a-z]+th))(?=[\s.,;:)-]*(?:$|[.,;:)-]|it\b|he\b|she\b|they\b|we\b))"
)
"""`Friday the thirteenth`: not the nearest Friday."""
_TIMES = {"night": "TNI", "morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
_ATTRIBUTE = re.compile(r"\s(?!when|with|that|where|after|before|from)[a-z]{4,}")
_ONE = re.compile(r"(?<!on )(?<!On )\b[Aa]\s$")
_SUNDAY = 6
_OFFSETS = {"last": -1, "this": 0, "next": 1}


def on_weekday(match: re.Match[str], place: Place) -> Reading:
    """`on Monday`: the day of publication, else the last one before; the next one only if the verb says so."""
    if not _is_weekday(place):
        return None
    if place.anchor is None or place.is_of_old or _NTH.match(place.behind):
        return "day"
    offset = _days_to(match, place, place.anchor)
    return "day" if offset is None else _day(place.anchor + offset * DAY, match.group())


def _is_weekday(place: Place) -> bool:
    """Whether it is that of some week, and not a name, or a day that a story counts from."""
    if _NAME_BEFORE.search(place.before) or _NAME_BEHIND.match(place.behind) or _LATER.match(place.behind):
        return False
    return not _NARRATED.search(place.before) or bool(_ONE.search(place.before) and _ATTRIBUTE.match(place.behind))


def _days_to(match: re.Match[str], place: Place, anchor: date) -> int | None:
    """How many days after the day of publication; `None` if the words do not say which of two."""
    weekday, relation = weekday_number(match["weekday"]), (match["relation"] or "").lower()
    back = (anchor.weekday() - weekday) % 7
    if match["week"] is not None:
        return 7 * _OFFSETS[match["week"]] + weekday - anchor.weekday()
    if relation in {"last", "past", "this past"}:
        return -(back or 7)
    if relation in {"next", "coming", "this coming"}:
        return 7 - back
    if not back and place.decided is None:
        return 0
    ahead = _is_ahead(place)
    return None if ahead is None else 7 - back if ahead else -(back or 7)


def _is_ahead(place: Place) -> bool | None:
    """Whether it is to come; `None` if that is open.

    Of `Monday's vote` no verb says it, only what the vote is awaited with; that something is until Friday says nothing;
    what happens on Friday may be to come or be told under a picture of it.
    """
    if place.decided is not None or _AS_SOON.search(place.before):
        return place.decided != "past"
    if _SINCE.search(place.before):
        return False
    if place.behind[:1] in {"'", "’"}:
        return _AWAITED.search(place.before) is not None
    if place.verbs.is_present(place.start, place.end):
        return True if place.tense == "future" or place.verbs.is_scheduled(place.start) else None
    if place.tense == "future":
        return None if place.is_called_off or place.verbs.is_remote(place.start, place.end) else True
    return (
        None if place.is_limit or place.is_aimed_at or _STARTING.search(place.before) else False
    )  # "was closed until Friday"


def _day(day: date, words: str) -> Reading:
    """A day, with the time of day in its value."""
    time = next((sign for word, sign in _TIMES.items() if word in words.lower()), "")
    stretch = day_of(day)
    return published(stretch._replace(value=stretch.value + time))


def named_day(match: re.Match[str], place: Place) -> Reading:
    """`yesterday`, `tonight`; in a quotation it is left relative, for it may be of another day than the article."""
    if _WORLD.match(place.behind) or ((match["day"] or "")[:1] == "T" and _NAME.search(place.before)):
        return None
    if place.anchor is None or place.is_quoted:
        return "day"
    day = (match["day"] or "").split()[-1:]
    if match["before"] or match["after"]:
        offset = -2 if match["before"] else 2
    else:
        offset = {"yesterday": -1, "tomorrow": 1}.get(day[0].lower(), 0)
        offset = -1 if match["day"].lower().startswith("last") else offset
    return _day(place.anchor + offset * DAY, match.group())


def near_unit(match: re.Match[str], place: Place) -> Reading:
    """`last week`, `earlier this month`, `next year`."""
    unit = match["unit"]
    precision = PRECISIONS.get(unit, "span")
    if place.anchor is None or place.is_of_old:
        return precision
    offset = _OFFSETS[match["relation"].lower()]
    if unit in {"week", "weekend"} and place.anchor.weekday() == _SUNDAY and offset < 1:
        return _on_sunday(unit, offset, place)
    if unit == "weekend" and offset == 0:
        return _this_weekend(place)
    return published(UNITS[unit](place.anchor, offset))


def _on_sunday(unit: str, offset: int, place: Place) -> Reading:
    """On a Sunday a week may be over or may just begin: only the weekend is sure, and a week that has a tense."""
    anchor = place.anchor or date.min
    if unit == "weekend":
        return published(weekend_of(anchor + 7 * offset * DAY))
    if offset == 0 and place.tense != "unknown":
        return published(week_of(anchor + (DAY if place.tense == "future" else 0 * DAY)))
    return published(week_of(anchor + 7 * offset * DAY)) if offset < 0 and place.tense == "past" else "week"


def _this_weekend(place: Place) -> Reading:
    anchor = place.anchor or date.min
    coming = weekend_of(anchor)
    if coming.start <= anchor or place.tense == "future":
        return published(coming)
    return published(weekend_of(anchor - 7 * DAY)) if place.tense == "past" else "span"


def weekend(match: re.Match[str], place: Place) -> Reading:
    """`over the weekend`."""
    return "span" if place.anchor is None else _this_weekend(place)


def ending(match: re.Match[str], place: Place) -> Reading:
    """`the end of the year`, `year-end`: of that which goes on."""
    unit = match["unit"] or "year"
    return PRECISIONS[unit] if place.anchor is None else published(UNITS[unit](place.anchor, 0))
