"""Days without a year: the nearest one, the one that the verb says, or none, where it may be of any year."""

from __future__ import annotations

import re
from datetime import timedelta

from dossier.dates.nearest import nearest
from dossier.dates.periods import DAY, LAST_YEAR, Stretch, safe_day
from dossier.dates.place import Place, Reading, published
from dossier.dates.words import weekday_number

_ICONIC = {(9, 11): 2001, (1, 6): 2021, (10, 7): 2023}
"""Days that are spoken of without their year for many years: after that year they are left as they are."""
_HAPPENED = re.compile(
    r"\s{1,3}(?:(?!(?:after|before|over|for|in|at|by|when|the|a|an|and|of|on|to)\b)[\w'’-]+\s{1,3})?(?:attacks?|bombings?|riots?|rioters?|massacres?|shootings?|killings?|murders?|slayings?|insurrection\w*"
    r"|crash|collapse|explosions?|blasts?|disaster|coup|uprising|fire|quake|earthquake|tsunami|hijackings?|assassination|siege"
    r"|invasion|raids?|strikes?|death|incident|accident|outbreak|stabbings?)\b(?!-)"
)
"""What happens without being announced: a day that stands before it is none to come."""
_MODIFIES = re.compile(
    r"\s(?!(?:and|or|but|to|in|at|by|for|with|from|of|as|when|after|before|that|which|who|where|while)\b)[a-z]{3,}"
)
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their)|['’]s)\s{1,3}$", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|birthday(?:\sis)?|born\son)\s(?:on\s|in\s)?(?:the\s)?$", re.IGNORECASE)
_KNOWN = 183
"""Days. What happened so long ago may be told with its day alone."""
_CLOSE = 90
"""Days. What is so near may be called by its day alone: `the Dec. 5 hearing`."""
_IN = re.compile(r"\bin\s+$", re.IGNORECASE)


def yearless_day(match: re.Match[str], named: tuple[int, int], place: Place) -> Reading:
    """The day of the year that is meant; left relative, if it is none of the years around.

    Args:
        match: its month, and the weekday beside it, if there is one.
        named: the number of the month, and that of the day.
        place: where it stands.
    """
    if match.group().startswith(match["month"]) and _IN.search(place.before):  # "In March 20 people came"
        return None
    if place.anchor is None or _ICONIC.get(named, LAST_YEAR) < place.anchor.year or _BORN.search(place.before):
        return "day"
    years = (place.anchor.year + offset for offset in (-1, 0, 1))
    options = [each for year in years if (each := safe_day(year, *named)) is not None]
    if match["weekday"] or match["behind"]:
        return _fitting(options, match, place)
    if has_happened(place):
        options = [each for each in options if timedelta(0) <= place.anchor - each.start <= _KNOWN * DAY]
    elif _MODIFIES.match(place.behind) and (match.group()[:3].lower() == "the" or _DETERMINED.search(place.before)):
        return _only([each for each in options if abs(place.anchor - each.start) <= _CLOSE * DAY], place)
    return nearest(options, place, "day")


def _fitting(options: list[Stretch], match: re.Match[str], place: Place) -> Reading:
    """The only one that its weekday fits; none, where one nearby is a day off, or the verb speaks against it."""
    anchor = place.anchor
    fitting = [each for each in options if not contradicts(each, match)]
    if anchor is None or len(fitting) != 1:
        return "day"
    days = abs((fitting[0].start - anchor).days)
    side = "future" if fitting[0].start > anchor else "past"
    is_other_nearby = any(abs((each.start - anchor).days) <= min(_CLOSE, days - 1) for each in options)
    if is_other_nearby and not (place.is_sure and place.tense == side):
        return "day"
    is_against = days > _CLOSE and place.tense not in {side, "unknown"}
    return "day" if is_against else _only(fitting, place)


def has_happened(place: Place) -> bool:
    """Whether what follows happens without being announced: `the December shooting`."""
    return _HAPPENED.match(place.behind) is not None


def _only(options: list[Stretch], place: Place) -> Reading:
    return published(options[0]) if len(options) == 1 and not place.is_of_old else "day"


def contradicts(day: Stretch, match: re.Match[str]) -> bool:
    """Whether a weekday stands beside it that it is not."""
    weekday = match["weekday"] or match["behind"]
    return weekday is not None and day.start.weekday() != weekday_number(weekday)
