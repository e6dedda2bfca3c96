"""What stands before the first sentence: headline, byline, date and dateline."""

from __future__ import annotations

import re

from dossier.clean.draft import Draft, Part

_TOP = 8
"""Byline, date and dateline are looked for in so many lines: a page may show its sections above them."""
_HEADLINE_WORDS = range(3, 26)
_BODY_WORDS = 12

_NAME_PART = r"(?:[A-ZÀ-Þ][\w.’'-]*|de|da|di|del|la|van|von|der|den|bin|al|el)"
_NAME = rf"{_NAME_PART}(?:\s+{_NAME_PART}){{1,4}}"
_BESIDE = r"(?:\s*(?:[,|/–—-]|\bin\b)\s*[^,|]{2,40}){0,3}"
_BYLINE = re.compile(rf"(?:[Bb]y|BY)\s+{_NAME}(?:(?:,\s*|\s+and\s+|,\s+and\s+|\s*&\s*){_NAME})*{_BESIDE}")

_CLOCK = (
    r"(?:(?:,|\s|T|\bat\b|\||–|-)*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?|[+-]\d{2}:?\d{2})?)?"
)
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_WORDED = (
    r"(?:[A-Z][a-z]{2,8}\.?,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4})"
)
_DATE_LABEL = r"(?i:(?:first\s+)?(?:published|posted|date|dated|publication date)(?:\s+(?:on|at))?\s*[:：]?\s+)"
_DATE_LINE = re.compile(rf"(?:{_DATE_LABEL})?(?:{_ISO}|{_WORDED}){_CLOCK}\.?|{_DATE_LABEL}[^.]{{0,40}}\d[^.]{{0,20}}")
_DATE_PREFIX = re.compile(rf"(?:{_DATE_LABEL})?{_ISO}{_CLOCK}(?=\s+\S)|{_DATE_LABEL}{_WORDED}{_CLOCK}(?=\s+\S)")

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
_DAY = r"(?:,?\s+\(?[A-Z][a-z]{2,8}\.?\s+\d{1,2}\)?)?"
_AGENCY = r"\s*[(\[](?P<agency>[A-Z][\w .&/-]{1,40})[)\]]"
_DASH = r"\s*(?:--+|[—–]|-(?=\s))\s*"
_WITH_AGENCY = re.compile(
    rf"(?P<place>(?:{_CAPITALS}|[A-Z]\w+(?:\s[A-Z]\w+){{0,3}}){_REGION}){_DAY}{_AGENCY}(?:{_DASH}|:\s+)(?=\S)"
)
_WITH_DASH = re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}{_DASH}(?=\S)")
_WITH_COLON = re.compile(rf"(?P<place>{_CAPITALS}){_DAY}:\s+(?=\S)")

NO_PLACES = frozenset(
    (
        "ADVISORY ANALYSIS BREAKING COLUMN COMMENT CORRECTED CORRECTION DEVELOPING EDITORIAL EXCLUSIVE EXPLAINED "
        "EXPLAINER FACTBOX FEATURE GRAPHIC INTERVIEW INVESTIGATION LIVE NEW NEWS NOTE OPINION PHOTO PHOTOS "
        "PICTURES POLL PREVIEW QUOTE REFILE REPORT REVIEW RPT SCENARIOS SPECIAL TIMELINE UPDATE UPDATED URGENT "
        "VIDEO WATCH WRAPUP"
    ).split()
)
"""Words in capitals that stand where a dateline would, and name no place."""

CITIES = frozenset(
    (
        "ADDIS ABABA, AMSTERDAM, ANKARA, ATHENS, ATLANTA, BAGHDAD, BANGKOK, BEIJING, BEIRUT, BERLIN, BOGOTA, BOSTON, "
        "BRASILIA, BRUSSELS, BUDAPEST, BUENOS AIRES, CAIRO, CANBERRA, CARACAS, CHICAGO, COPENHAGEN, DAMASCUS, DELHI, "
        "DHAKA, DUBAI, DUBLIN, FRANKFURT, GAZA, GENEVA, HANOI, HAVANA, HELSINKI, HONG KONG, ISLAMABAD, ISTANBUL, "
        "JAKARTA, JERUSALEM, JOHANNESBURG, KABUL, KHARTOUM, KIEV, KINSHASA, KUALA LUMPUR, KYIV, LAGOS, LIMA, LISBON, "
        "LONDON, LOS ANGELES, MADRID, MANILA, MELBOURNE, MEXICO CITY, MIAMI, MINSK, MOSCOW, MUMBAI, NAIROBI, NEW "
        "DELHI, NEW YORK, OSLO, OTTAWA, PARIS, PRAGUE, PRETORIA, PYONGYANG, RIO DE JANEIRO, RIYADH, ROME, SAN "
        "FRANCISCO, SANTIAGO, SAO PAULO, SEOUL, SHANGHAI, SINGAPORE, STOCKHOLM, SYDNEY, TAIPEI, TEHRAN, TEL AVIV, "
        "TOKYO, TORONTO, TRIPOLI, TUNIS, UNITED NATIONS, VIENNA, VILNIUS, WARSAW, WASHINGTON, ZURICH"
    ).split(", ")
)
"""Places that are a dateline even before a bare colon, where a speaker's name may stand as well."""


def take_headline(draft: Draft) -> None:
    """Take the line that is set as a headline: the one above the byline, date or dateline; else the first.

    It is short, has no full stop, and stands over a text.
    """
    parts = draft.parts
    if len(parts) > 1 and parts[0].block.kind == "heading":
        draft.take(parts[0], "headline")
        return
    opens = next((index for index, part in enumerate(parts[:_TOP]) if _is_opening(part)), None)
    if opens == 0:
        return
    place = 0 if opens is None else opens - 1
    over_a_text = opens is not None or any(len(part.text.split()) >= _BODY_WORDS for part in parts[1:2])
    in_sentence = any(
        part.block is parts[place].block and part.text[:1].islower() for part in parts[place + 1 : place + 2]
    )
    if over_a_text and not in_sentence and _like_headline(parts[place]):
        draft.take(parts[place], "headline")


def _like_headline(part: Part) -> bool:
    text = part.text
    return (
        part.block.kind in {"paragraph", "heading"}
        and len(text.split()) in _HEADLINE_WORDS
        and not text[:1].islower()
        and not text.rstrip("\"'”’»)").endswith((".", ",", ":", ";", "!", "…", "-", "–", "—"))
    )


def take_byline(draft: Draft) -> None:
    """Take "By Jane Doe" near the top."""
    for part in draft.parts[:_TOP]:
        if _BYLINE.fullmatch(part.text):
            draft.take(part, "byline")
            return


def take_date_line(draft: Draft) -> None:
    """Take a line that is a date, or the date that a line begins with, near the top."""
    for part in draft.parts[:_TOP]:
        if _DATE_LINE.fullmatch(part.text):
            draft.take(part, "date-line")
            return
        if prefix := _DATE_PREFIX.match(part.text):
            draft.take(part, "date-line", prefix.end())
            return


def take_dateline(draft: Draft) -> None:
    """Take the place (and agency) before the first sentence: `SEOUL, Dec 30 (Yonhap) --`, `PARIS —`, `ROME:`."""
    dated = {removed.line for removed in draft.removed if removed.rule == "date-line"}
    for part in draft.parts[:_TOP]:
        match = _WITH_AGENCY.match(part.text) or _WITH_DASH.match(part.text)
        if match is None and (colon := _WITH_COLON.match(part.text)):
            match = colon if colon["place"] in CITIES or part.number in dated else None
        if match is not None and not NO_PLACES.intersection(match["place"].split()):
            draft.take(part, "dateline", match.end())
            return


def _is_opening(part: Part) -> bool:
    return any(form.fullmatch(part.text) for form in (_BYLINE, _DATE_LINE)) or any(
        form.match(part.text) for form in (_DATE_PREFIX, _WITH_AGENCY, _WITH_DASH)
    )
