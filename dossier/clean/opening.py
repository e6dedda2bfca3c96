"""What stands before the first sentence: headline, byline, date and dateline."""

from __future__ import annotations

import re

from dossier.agencies import DATELINE_AGENCIES
from dossier.clean.byline import is_byline
from dossier.clean.captions import is_caption
from dossier.clean.draft import Draft, Part, letters

_TOP = 8
"""Byline, date and dateline are looked for in so many lines: a page may show its sections above them."""
_HEADLINE_WORDS = range(3, 19)
_LONGEST_DATE = 200
"""A date and what belongs to it is no longer: patterns with white space in several places are slow on more."""
_BODY_WORDS = 12

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_CLOCK = (
    r"(?:(?:,|\s|T|\bat\b|\||–|-)*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?|[+-]\d{2}:?\d{2})?)?"
)
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_WORDED = rf"{_WEEKDAY}(?:{_MONTH}\s+{_ORDINAL},?\s+\d{{4}}|{_ORDINAL}\s+{_MONTH},?\s+\d{{4}})"
_DATE_LABEL = r"(?i:(?:first\s+)?(?:published|posted|date|dated|publication date)(?:\s+(?:on|at))?\s*[:：]?\s+)"
_UPDATED = r"(?:\s*[|/–—,;-]?\s*(?i:(?:last )?(?:updated|modified))\b.{0,60})?"
_NUMERIC = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_DATE_LINE = re.compile(
    rf"(?:{_DATE_LABEL})?(?:{_ISO}|{_WORDED}){_CLOCK}\.?{_UPDATED}|{_NUMERIC}{_CLOCK}"
    rf"|{_DATE_LABEL}(?:{_NUMERIC}|{_WEEKDAY}{_MONTH}?\s*\d[\w\s,.]{{0,20}}){_CLOCK}{_UPDATED}"
)
_DATE_PREFIX = re.compile(rf"(?:{_DATE_LABEL})?{_ISO}{_CLOCK}(?=\s+\S)|{_DATE_LABEL}{_WORDED}{_CLOCK}(?=\s+\S)")

_ANY_AGENCY = r"[A-Z][A-Za-z .&/-]{1,40}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:(?:\s+|/)[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
_MIXED = r"[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,3}"
_REGION = r",\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}"
_DAY = rf",?\s+\(?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\)?"
_DASH = r"\s*(?:--+|[—–]|-(?=\s))\s*"
_BEGINS = r"(?=\S)"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        # PLACE, Region, Day (Agency) -- with any agency; Place (AP) — with one that is known
        rf"(?P<place>{_CAPITALS}(?:{_REGION})?)(?:{_DAY})?\s*[(\[]{_ANY_AGENCY}[)\]](?:{_DASH}|:\s+){_BEGINS}",
        rf"(?P<place>{_MIXED}(?:{_REGION})?)(?:{_DAY})?\s*[(\[]{DATELINE_AGENCIES}[)\]](?:{_DASH}|:\s+){_BEGINS}",
        # PLACE, Region — or PLACE, Day —: no abbreviation is followed by these
        rf"(?P<place>{_CAPITALS}{_REGION})(?:{_DAY})?{_DASH}{_BEGINS}",
        rf"(?P<place>{_CAPITALS}){_DAY}(?:{_DASH}|:\s+){_BEGINS}",
    )
)
_BARE_DATELINE = re.compile(rf"(?P<place>{_CAPITALS})(?:{_DASH}|:\s+){_BEGINS}")
"""A place in capitals and a dash, or a colon: only for a place that is known, or behind a date."""
_NO_HEADLINE = re.compile(
    r"(?:by|updated?|published|posted|sources?|story highlights|related|watch|listen|photos?|image|video|share"
    r"|subscribe|sign (?:in|up)|home|menu|search|advertisement)\b(?:\s*[:>|]|\s|$)|.*\b(?:ago|min read)$|.*[.!?] "
    r"|read(?: more)?\s*:|[(\[]|.*\bsaid (?:it|he|she|they|that)\b",
    re.IGNORECASE,
)
_ENDS_ON = frozenset(
    "a an and as at but by for from in into of on or that the to with is are was were has have had".split()
)


NO_PLACES = frozenset(
    (
        "ADVISORY ANALYSIS BREAKING COLUMN COMMENT CORRECTED CORRECTION DEVELOPING EDITORIAL EXCLUSIVE EXPLAINED "
        "EXPLAINER FACTBOX FEATURE FILE GRAPHIC INTERVIEW INVESTIGATION LIVE NEWS NOTE OPINION PHOTO PHOTOS "
        "PICTURES POLL PREVIEW QUOTE REFILE REPORT REVIEW RPT SCENARIOS SPECIAL TIMELINE UPDATE UPDATED URGENT "
        "VIDEO WATCH WRAPUP"
    ).split()
)
"""Words in capitals that stand where a dateline would, and name no place."""

CITIES = frozenset(
    (
        "ABU DHABI, ABUJA, ACCRA, ADDIS ABABA, ADEN, ALEPPO, ALGIERS, ALMATY, AMMAN, AMSTERDAM, ANCHORAGE, ANKARA, "
        "ASTANA, ASUNCION, ATHENS, ATLANTA, AUCKLAND, AUSTIN, BAGHDAD, BAKU, BALTIMORE, BAMAKO, BANGKOK, BARCELONA, "
        "BASRA, BEIJING, BEIRUT, BELFAST, BELGRADE, BENGALURU, BENGHAZI, BERLIN, BERN, BIRMINGHAM, BOGOTA, BONN, "
        "BOSTON, BRASILIA, BRISBANE, BRUSSELS, BUCHAREST, BUDAPEST, BUENOS AIRES, BUJUMBURA, CAIRO, CALGARY, "
        "CAMBRIDGE, CANBERRA, CAPE TOWN, CARACAS, CHARLESTON, CHARLOTTE, CHENNAI, CHICAGO, CHISINAU, CINCINNATI, "
        "CLEVELAND, COLOMBO, COLUMBUS, COPENHAGEN, DAKAR, DALLAS, DAMASCUS, DAVOS, DELHI, DENVER, DES MOINES, "
        "DETROIT, DHAKA, DOHA, DONETSK, DUBAI, DUBLIN, DUSSELDORF, EDINBURGH, ERBIL, FERGUSON, FRANKFURT, FREETOWN, "
        "GAZA, GDANSK, GENEVA, GLASGOW, GUANTANAMO BAY, GUATEMALA CITY, HAMBURG, HANOI, HARARE, HARTFORD, HAVANA, "
        "HEBRON, HELSINKI, HO CHI MINH CITY, HONG KONG, HONOLULU, HOUSTON, INDIANAPOLIS, IRBIL, ISLAMABAD, "
        "ISTANBUL, JAKARTA, JERSEY CITY, JERUSALEM, JOHANNESBURG, JUBA, KABUL, KAMPALA, KANDAHAR, KANSAS CITY, "
        "KARACHI, KATHMANDU, KHARKIV, KHARTOUM, KIEV, KIGALI, KINGSTON, KINSHASA, KOLKATA, KUALA LUMPUR, KUWAIT "
        "CITY, KYIV, LA PAZ, LAGOS, LAHORE, LAS VEGAS, LIMA, LISBON, LITTLE ROCK, LIVERPOOL, LJUBLJANA, LONDON, LOS "
        "ANGELES, LUANDA, LUSAKA, LUXEMBOURG, LVIV, MADISON, MADRID, MANAGUA, MANAMA, MANCHESTER, MANILA, MAPUTO, "
        "MARIUPOL, MARSEILLE, MELBOURNE, MEXICO CITY, MIAMI, MILAN, MILWAUKEE, MINNEAPOLIS, MINSK, MOGADISHU, "
        "MONROVIA, MONTEVIDEO, MONTREAL, MOSCOW, MOSUL, MUMBAI, MUNICH, MUSCAT, NAGASAKI, NAIROBI, NASHVILLE, NEW "
        "DELHI, NEW HAVEN, NEW ORLEANS, NEW YORK, NICOSIA, OAKLAND, ODESSA, OKLAHOMA CITY, ORLANDO, OSAKA, OSLO, "
        "OTTAWA, OUAGADOUGOU, PANAMA CITY, PARIS, PERTH, PESHAWAR, PHILADELPHIA, PHNOM PENH, PHOENIX, PITTSBURGH, "
        "PORT-AU-PRINCE, PORTLAND, PRAGUE, PRETORIA, PYONGYANG, QUEBEC CITY, QUITO, RALEIGH, RAMALLAH, RANGOON, "
        "REYKJAVIK, RICHMOND, RIGA, RIO DE JANEIRO, RIYADH, ROME, SACRAMENTO, SALT LAKE CITY, SAN ANTONIO, SAN "
        "DIEGO, SAN FRANCISCO, SAN JOSE, SAN JUAN, SAN SALVADOR, SANAA, SANTIAGO, SANTO DOMINGO, SAO PAULO, "
        "SARAJEVO, SEATTLE, SEOUL, SHANGHAI, SHENZHEN, SIMFEROPOL, SINGAPORE, SKOPJE, SOFIA, SPRINGFIELD, ST. "
        "LOUIS, ST. PETERSBURG, STOCKHOLM, STRASBOURG, STUTTGART, SYDNEY, TAIPEI, TALLAHASSEE, TALLINN, TAMPA, "
        "TASHKENT, TBILISI, TEGUCIGALPA, TEHRAN, TEL AVIV, THE HAGUE, TIJUANA, TIRANA, TOKYO, TOPEKA, TORONTO, "
        "TRIPOLI, TUNIS, ULAANBAATAR, UNITED NATIONS, VALLETTA, VANCOUVER, VATICAN CITY, VENICE, VIENNA, VILNIUS, "
        "VLADIVOSTOK, WARSAW, WASHINGTON, WELLINGTON, WUHAN, YANGON, YAOUNDE, YEREVAN, ZAGREB, ZURICH"
    ).split(", ")
)
"""Places that are a dateline even before a bare dash or colon, where a word to shout or a speaker may stand as well."""


def take_headline(draft: Draft) -> None:
    """Take the line that is set as a headline: the one above the byline, date or dateline; else the first.

    It is short, has no full stop, and stands over a text. A line near the top that says the title which is stated
    elsewhere is it, whatever it looks like.
    """
    parts = draft.parts
    if len(parts) < 2:
        return
    stated = next((part for part in parts[:_TOP] if letters(part.text) in draft.titles), None)
    if stated is not None or parts[0].block.kind == "heading":
        draft.take(stated or parts[0], "headline")
        return
    opens = next((index for index, part in enumerate(parts[:_TOP]) if _is_opening(draft, part)), None)
    if opens == 0:
        return
    place = 0 if opens is None else opens - 1
    body = [part for part in parts[1:_TOP] if part.block is parts[1].block]
    over_a_text = opens is not None or sum(len(part.text.split()) for part in body) >= _BODY_WORDS
    if over_a_text and _like_headline(parts[place]) and not draft.cuts_a_sentence(parts[place]):
        draft.take(parts[place], "headline")


def _like_headline(part: Part) -> bool:
    text, words = part.text, part.text.split()
    return (
        part.block.kind in {"paragraph", "heading"}
        and len(words) in _HEADLINE_WORDS
        and not text[:1].islower()
        and not text.rstrip("\"'”’»)").endswith((".", ",", ":", ";", "!", "…", "-", "–", "—"))
        and words[-1].lower() not in _ENDS_ON
        and _NO_HEADLINE.match(text) is None
        and not is_caption(text)
    )


def take_byline(draft: Draft) -> None:
    """Take "By Jane Doe" near the top."""
    for part in draft.parts[:_TOP]:
        if is_byline(part):
            draft.take(part, "byline")
            return


def _is_date_line(part: Part) -> bool:
    return len(part.text) <= _LONGEST_DATE and _DATE_LINE.fullmatch(part.text) is not None


def take_date_line(draft: Draft) -> None:
    """Take a line that is a date, or the date that a line begins with, near the top."""
    for part in draft.parts[:_TOP]:
        if _is_date_line(part):
            draft.take(part, "date-line")
            return
        if prefix := _DATE_PREFIX.match(part.text[:_LONGEST_DATE]):
            draft.take(part, "date-line", prefix.end())
            return


def take_dateline(draft: Draft) -> None:
    """Take the place (and agency) before the first sentence: `SEOUL, Dec 30 (Yonhap) --`, `PARIS —`, `ROME:`."""
    for part in draft.parts[:_TOP]:
        if match := _dateline(draft, part):
            draft.take(part, "dateline", match.end())
            return


def _dateline(draft: Draft, part: Part) -> re.Match[str] | None:
    match = next(filter(None, (form.match(part.text) for form in _DATELINES)), None)
    if match is None and (bare := _BARE_DATELINE.match(part.text)):
        dated = any(removed.line == part.number and removed.rule == "date-line" for removed in draft.removed)
        match = bare if dated or CITIES.issuperset(bare["place"].split("/")) else None
    if match is None or NO_PLACES.intersection(match["place"].split()) or is_caption(part.text):
        return None
    return match


def _is_opening(draft: Draft, part: Part) -> bool:
    return (
        is_byline(part)
        or _is_date_line(part)
        or _DATE_PREFIX.match(part.text[:_LONGEST_DATE]) is not None
        or _dateline(draft, part) is not None
    )
