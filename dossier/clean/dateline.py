"""The place and the agency before the first sentence: `SEOUL, Dec 30 (Yonhap) --`, `PARIS —`, `ROME:`."""

from __future__ import annotations

import re

from dossier.agencies import DATELINE_AGENCIES
from dossier.clean.captions import is_caption
from dossier.clean.draft import Draft, Part
from dossier.clean.opening import MONTH, TOP

_ANY_AGENCY = r"[A-Z][A-Za-z .&/-]{1,40}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:(?:\s+|/)[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
_MIXED = r"[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,3}"
_REGION = r",\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}"
_DAY = rf",?\s+\(?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})\)?"
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


def take_dateline(draft: Draft) -> None:
    """Take the place (and agency) before the first sentence: `SEOUL, Dec 30 (Yonhap) --`, `PARIS —`, `ROME:`."""
    for part in draft.parts[:TOP]:
        if match := find_dateline(draft, part):
            draft.take(part, "dateline", match.end())
            return


def find_dateline(draft: Draft, part: Part) -> re.Match[str] | None:
    """Find the dateline that a line begins with; `None` if it may be a speaker, a label or a caption."""
    match = next(filter(None, (form.match(part.text) for form in _DATELINES)), None)
    if match is None and (bare := _BARE_DATELINE.match(part.text)):
        dated = any(removed.line == part.number and removed.rule == "date-line" for removed in draft.removed)
        match = bare if dated or CITIES.issuperset(bare["place"].split("/")) else None
    if match is None or NO_PLACES.intersection(match["place"].split()) or is_caption(part.text):
        return None
    return match
