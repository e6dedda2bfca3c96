"""News agencies: what they are called in bylines, datelines and credits."""

from __future__ import annotations

import re

_WITH_PHOTOS: dict[str, tuple[str, ...]] = {
    "AFP": ("Agence France-Presse",),
    "AP": ("Associated Press", "The Associated Press"),
    "ANSA": (),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı"),
    "Bloomberg": ("Bloomberg News",),
    "DPA": ("Deutsche Presse-Agentur",),
    "EFE": ("Agencia EFE",),
    "EPA": ("EPA-EFE",),
    "Kyodo": ("Kyodo News", "共同通信", "共同"),
    "Reuters": (),
    "Sputnik": (),
    "TASS": ("ТАСС",),
    "UPI": ("United Press International",),
    "Xinhua": ("Xinhua News Agency", "新华社", "新華社"),
    "Yonhap": ("Yonhap News Agency", "연합뉴스"),
}
"""The usual short name of an agency whose name stands behind captions, and its other names."""

_OF_TEXT: dict[str, tuple[str, ...]] = {
    "AAP": (),
    "ANI": (),
    "ANP": (),
    "APA": ("Austria Presse Agentur",),
    "ATS": (),
    "Adnkronos": (),
    "BNS": (),
    "Belga": (),
    "CNA": (),
    "CTK": ("ČTK",),
    "China News Service": ("中新社",),
    "EPD": ("Evangelischer Pressedienst",),
    "IANS": (),
    "IRNA": (),
    "Interfax": ("Интерфакс",),
    "JIJI": ("時事通信", "時事"),
    "KCNA": (),
    "KNA": (),
    "Keystone-SDA": (),
    "LUSA": (),
    "MTI": (),
    "NTB": (),
    "PAP": (),
    "PTI": ("Press Trust of India",),
    "RIA": ("RIA Novosti", "РИА Новости"),
    "Ritzau": (),
    "SDA": (),
    "SID": (),
    "STT": (),
    "TT": (),
}
"""The same of those whose name in brackets more often ends a sentence than a caption: `… said (KCNA).`"""

_BROADCASTERS = r"CNN|BBC|CBS|NBC|ABC|NPR"
_ARCHIVES = r"Getty Images|Getty|Shutterstock|iStock|Alamy|Zuma|Corbis|Polaris|Redux|NurPhoto|SIPA|The New York Times"
_VARIANTS = {"DPA": "dpa", "EPD": "epd", "Reuters": "REUTERS", "TASS": "Tass|Itar-Tass"}
"""Other ways to write a short name, where capitals tell a name from a word."""
_GIVEN_NAMES = frozenset({"Ani", "Ria", "Sid"})
"""What is an agency in capitals alone."""


def _forms(agencies: dict[str, tuple[str, ...]]) -> str:
    names = [form for name, others in agencies.items() for form in (name, *others)]
    names += [_VARIANTS[name] for name in agencies if name in _VARIANTS]
    return "|".join(sorted(names, key=len, reverse=True))


DATELINE_AGENCIES = rf"(?:{_forms(_WITH_PHOTOS | _OF_TEXT)}|{_BROADCASTERS})"
"""Who stands in brackets after the place of a dateline: part of a regular expression."""
PICTURE_AGENCIES = rf"(?:{_forms(_WITH_PHOTOS)}|{_ARCHIVES})"
"""Who stands at the end of a caption: part of a regular expression."""
CREDIT_AGENCIES = rf"(?i:{_forms(_WITH_PHOTOS | _OF_TEXT)}|AA)"
"""Who stands alone in a line at the end of an article, in any capitals: part of a regular expression."""

_SHORT = {form.casefold(): name for name, others in (_WITH_PHOTOS | _OF_TEXT).items() for form in (name, *others)}
_ITS_STAFF = re.compile(
    r"\s+(?:staff(?: (?:writers?|reporters?))?|news(?: agency)?|writers?|reporters?|correspondents?|bureau)$",
    re.IGNORECASE,
)
_NO_SURNAMES = frozenset(_SHORT.values()) - {"Bloomberg"}
_IS_PHOTO = re.compile(r"(?:photo|foto|image|picture)", re.IGNORECASE)


def agency_of(name: str) -> str | None:
    """The short name of the agency that is called so, in whatever capitals: `AP` for `the Associated Press`."""
    return None if name in _GIVEN_NAMES else _SHORT.get(name.casefold())


def agency_in(words: str) -> str | None:
    """The agency that a piece of a byline stands for: `Reuters staff`, `AFP Paris`, `Jane Doe AP`."""
    bare = _ITS_STAFF.sub("", words.strip())
    if known := agency_of(bare):
        return known
    first, _, rest = bare.partition(" ")
    # Two letters before a word are the initials of a person as well.
    if rest and " " not in rest and len(first) > 2 and first in _SHORT.values() and not _IS_PHOTO.match(rest):
        return first
    return split_agency(bare)[1]


def split_agency(name: str) -> tuple[str, str | None]:
    """A full name and the agency behind it: `Jane Doe` and `AP`; the whole if there is none."""
    person, _, last = name.rpartition(" ")
    if " " not in person or person.isupper() or not (last.isupper() or last in _NO_SURNAMES):
        return name, None
    known = agency_of(last)
    return (name if known is None else person), known
