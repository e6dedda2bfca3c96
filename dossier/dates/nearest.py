"""Which of the same days, months or seasons of several years is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from dossier.dates.periods import Stretch
from dossier.dates.place import Place, Reading, published
from dossier.model import Precision

_EVENTS = (
    r"(?:(?:re-?)?elections?|votes?|caucus(?:es)?|primar(?:y|ies)|referendums?|hearings?|summits?|meetings?|deadlines?|conventions?|trials?"
    r"|midterms?|conferences?|debates?|rall(?:y|ies)|runoffs?|inauguration|ceremon(?:y|ies)|contests?|talks|ballots?)"
)
_AWAITED_BEHIND = re.compile(rf"(?:['’]s)?\s(?:[\w-]+\s)?{_EVENTS}\b")
_AWAITED = re.compile(rf"\b{_EVENTS}\s(?:in\s|on\s)?(?:early\s|late\s|mid-)?$")
_UNTIL = re.compile(rf"\b(?:until|till|pending)\san?\s(?:[\w-]+\s)?{_EVENTS}\s(?:in\s|on\s)?$")
_SOUGHT = re.compile(
    r"\b(?:seek(?:s|ing)?|(?:up|running|runs)\sfor|faces?|facing)\s(?:(?:his|her|its|their|a|an|the|another|[a-z]+-term)\s){0,2}"
    rf"(?:[a-z-]+\s)?{_EVENTS}\s(?:in\s|on\s)?(?:early\s|late\s|mid-)?$"
)
"""What somebody seeks or faces is to come."""
_ELECTION = re.compile(r"\b(?:(?:re-?)?election(?:\scontest)?|midterms)\s(?:in\s|on\s)(?:early\s|late\s)?$")
_SINCE = re.compile(r"\bsince\s(?:on\s|(?:the\s)?(?:early|late|mid)[\s-])?$", re.IGNORECASE)
_NARRATED = re.compile(r"\b(?:that|following|same|previous|preceding)\s$", re.IGNORECASE)
_JUST = 30
_LONG_AGO = 120
"""Days. Of a month so long ago a verb must say that it is meant: who names November in March mostly looks ahead."""
_NEAR = 60
_FAR = 300
"""Days. A date without a year that is so near is not the one that is so far, unless the verb leaves no doubt."""

Choice = Callable[[Stretch, Stretch, Stretch, Place], Stretch | None]


def nearest(
    options: Iterable[Stretch | None], place: Place, precision: Precision, *, modifies: bool = False
) -> Reading:
    """Of the same day, month or season of several years, the one that is meant; else it is left relative.

    That is the one that goes on; else the tense decides, and where there is none, the distance. Where one is near and
    the other far, and the verb seems to say the far one, it must leave no doubt; an infinitive says nothing. A year in
    front, in the same clause, must agree.

    Args:
        options: the same day, month or season, of several years.
        place: where it stands.
        precision: how exact it is, if it is left relative.
        modifies: whether it stands before a noun, as in `the November election`: the verb only confirms the nearest.
    """
    known = [each for each in options if each is not None]
    if place.anchor is None or not known or place.is_of_old or _NARRATED.search(place.before):
        return precision
    before = max((each for each in known if each.start <= place.anchor), default=None)
    after = min((each for each in known if each.start > place.anchor), default=None)
    year = None if place.decided else place.year
    if year is not None and (agreed := _of_year(year, before, after, place)) is not None:
        return published(agreed) if isinstance(agreed, Stretch) else precision
    chosen = _chosen(before, after, place, modifies=modifies or place.is_listed)
    return precision if chosen is None else published(chosen)


def _of_year(
    year: tuple[int, bool], before: Stretch | None, after: Stretch | None, place: Place
) -> Stretch | Literal["none"] | None:
    """The one of a year in front of it, if the verb does not forbid it; `none`, where the year is a setting."""
    allowed = {"past": [before], "future": [after], "unknown": [before, after]}[place.tense]
    fitting = [each for each in allowed if each is not None and each.start.year == year[0]]
    if fitting:
        return fitting[0]
    return "none" if year[1] else None


def _chosen(before: Stretch | None, after: Stretch | None, place: Place, *, modifies: bool) -> Stretch | None:
    """By the distance and the tense."""
    anchor = place.anchor
    if before is None or after is None or anchor is None:
        return before or after
    if _SINCE.search(place.before) is not None:
        return before
    near, far = sorted((before, after), key=lambda each: _days_away(each, anchor))
    is_ahead = place.is_scheduled or (place.tense == "unknown" and place.verbs.is_infinitive(place.start, place.end))
    if place.decided is not None or (is_ahead and _days_away(near, anchor)):
        return before if place.decided == "past" else after
    if not _days_away(near, anchor):
        return near
    read = _by_words(before, near, place)
    return read(before, after, near, place) if read else _told(before, after, (near, far), place, modifies)


def _by_words(before: Stretch, near: Stretch, place: Place) -> Choice | None:
    """What chooses by the words in front, if they say more than the verb."""
    if place.is_limit:
        return _limit
    if place.is_aimed_at:
        return _aimed_at
    return _of_vote if _is_of_vote(before, near, place) else None


def _is_of_vote(before: Stretch, near: Stretch, place: Place) -> bool:
    """Whether it is the month of an election, which is named long before, or of what somebody seeks or faces."""
    if near is before:
        is_awaited = _ELECTION.search(place.before) is not None or _SOUGHT.search(place.before) is not None
        return is_awaited and place.anchor is not None and _days_away(before, place.anchor) > _JUST
    return _UNTIL.search(place.before) is not None and not place.is_sure


def _of_vote(before: Stretch, after: Stretch, near: Stretch, place: Place) -> Stretch | None:
    """`re-election in November`: the next one, if somebody seeks it; the last one, if the verb leaves no doubt."""
    if near is after or place.tense == "future" or (_SOUGHT.search(place.before) and not place.is_sure):
        return after
    return before if place.tense == "past" and place.is_sure else None


def _limit(before: Stretch, after: Stretch, near: Stretch, place: Place) -> Stretch | None:
    """`to decide by June`: the next one; of what has been, and where there is no verb, the nearest."""
    is_aim = place.tense == "future" or place.verbs.is_infinitive(place.start, place.end)
    if near is after or not is_aim or place.anchor is None:
        return near
    if _days_away(before, place.anchor) <= _JUST:
        return None if place.tense == "future" else near
    return after if place.tense == "future" else None


def _told(
    before: Stretch, after: Stretch, by_distance: tuple[Stretch, Stretch], place: Place, modifies: bool
) -> Stretch | None:
    """By the verb, where it is to be believed."""
    near, far = by_distance
    told = after if place.tense == "future" else before
    anchor = place.anchor or told.start
    if told is near or place.tense == "unknown":
        is_stale = near is before and near.precision == "month" and _days_away(near, anchor) > _LONG_AGO
        return None if is_stale and not (place.is_sure or place.verbs.is_subject(place.end)) else near
    if modifies:
        return None
    is_aim = place.verbs.is_aim(place.start, place.end) and not place.verbs.is_subject(place.end)
    if is_aim and _days_away(near, anchor) > _NEAR:
        return None
    if _days_away(near, anchor) > _NEAR or _days_away(far, anchor) <= _FAR or place.is_sure:
        return told
    return near if is_aim or _AWAITED.search(place.before) else None


def _aimed_at(before: Stretch, after: Stretch, near: Stretch, place: Place) -> Stretch | None:
    """What something is put off to or is for: `pushed it back to June`, `ready for the November election`."""
    if near is after or place.anchor is None or _days_away(before, place.anchor) <= _NEAR:
        return near
    if _AWAITED_BEHIND.match(place.behind):
        return after
    return near if place.before.endswith(("for ", "For ", "through ")) else None


def _days_away(stretch: Stretch, day: date) -> int:
    return max((stretch.start - day).days, (day - stretch.end).days + 1, 0)
