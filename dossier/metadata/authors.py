"""Who wrote an article: the persons in a byline, without what is no person."""

from __future__ import annotations

import re
from collections.abc import Iterable

AGENCIES = (
    "AAP AFP AP ANI ANSA APA ATS BNS Belga Bloomberg CNA CTK DPA EFE EPA IANS IRNA Interfax JIJI KCNA Keystone-SDA "
    "Kyodo LUSA MTI NTB PAP PTI Reuters RIA Ritzau SDA SID STT TASS TT UPI Xinhua Yonhap"
).split()
"""News agencies, by their own short names."""

_AGENCY_NAMES: dict[str, str] = {
    "associated press": "AP",
    "the associated press": "AP",
    "agence france-presse": "AFP",
    "deutsche presse-agentur": "DPA",
    "united press international": "UPI",
    "austria presse agentur": "APA",
    "anadolu ajansı": "Anadolu",
    "anadolu agency": "Anadolu",
    "anadolu": "Anadolu",
    "新华社": "Xinhua",
    "共同通信": "Kyodo",
    "연합뉴스": "Yonhap",
    "тасс": "TASS",
    "риа новости": "RIA",
    **{name.lower(): name for name in AGENCIES},
}
_NO_PERSON = re.compile(
    r"\b(?:Press|News(?:paper|room|desk)?|Agency|Agencies|Staff|Desk|Team|Admin|Editor(?:s|ial)?|Editors?|Writers?|Reporters?"
    r"|Correspondents?|Chief|Bureau|Times|Post|Journal|Magazine|Columnist|Contributors?|Producer|Analyst|Director|Professor"
    r"|Reuters|CNN|BBC|Online|Web|Media|TV|Radio|Services?|Wires?|Syndicate|Network|Photograph\w*|Photos?|Images?|Author"
    r"|Unknown|Guest|Redaktion\w*|Redactie|Redacci[oó]n|R[ée]daction|Redazione|Reda[cç][aã]o|Redak[cj]\w*|Agentur(?:en)?"
    r"|Agences?|Agencias?|Agenzi[ae]|Nachrichten|Zeitung|Journalist(?:en|in)?|Redakteur\w*|Anonymous|None|Null|Undefined|Opinion|Share|Agence|Haber|Ajans\w*|Editör\w*|Редакция)\b"
    r"|新聞|新闻|社$|編集|编辑|记者站|通讯社|通信|뉴스|신문|기자단|^(?:本報|本报)",
    re.IGNORECASE,
)
"""What stands in a byline beside the persons: an organisation, or what somebody is."""
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d|[<>{}|]|\w\.(?:com|org|net|de|at|ch|fr|es|it|pl|uk|tv|ru|lt|info)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|przez|autor(?:in|es)?|texte?|story|words|written by|reported by|posted by|foto"
    r"|文|記者|记者)"
    r"\s*[:：/]?\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:\s[|/–—•]\s?|\s-\s|\sin\s|\(|\[|,\s*(?:special|for)\b).*$")
_LIST = re.compile(r"\s*[;；、•|]\s*|,\s*(?:and|und|et|och|og|en|y|e|i)\s+|,\s*")
_AND = re.compile(
    r"\s+(?:and|und|et|och|og|en|oraz|и|y|e|i|&|with|mit|avec|con|/)\s+|\s*&\s*|(?<=[^\W\d_]{3})/(?=[^\W\d_]{2})",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de da di do dos das del della der den des du la le las los van von vom zu zum bin ibn al el abu af av y e".split()
)
_MAX_NAME = 60
_MAX_WORDS = 6
_MAX_NAMES = 20


def people(texts: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """The persons named in bylines such as `By Ada Vance and Bo Lind, Reuters | Coast News`, each once.

    Args:
        texts: bylines, each naming any number of persons.
        outlet: who published the article, and is not its author.
    """
    found: dict[str, None] = {}
    for text in texts:
        for name in map(_behind_agency, _names(_TAIL.sub("", _LEAD.sub("", " ".join(text.split()))))):
            if _is_person(name, outlet):
                found[name] = None
    return tuple(found)[:_MAX_NAMES]


def agency(texts: Iterable[str]) -> str | None:
    """The first news agency that is named in the texts, by its usual short name."""
    for each in texts:
        text = _LEAD.sub("", each)
        for part in re.split(r"\s*[/,;|()\[\]]\s*|\s+(?:and|und|et)\s+", " ".join(text.split())):
            if known := _AGENCY_NAMES.get(part.lower()):
                return known
    return None


def _names(text: str) -> Iterable[str]:
    for index, part in enumerate(_LIST.split(text)):
        pieces = _AND.split(part)
        # `Ortega y Gasset` is one name: only between two full names does a small word mean "and".
        joined = pieces if len(pieces) == 1 or all(map(_stands_alone, pieces)) else [part]
        for name in joined:
            # Behind a comma stands a further name, or what somebody is: a name has a capital in every word.
            if name and (not index or _looks_like_a_name(name)):
                yield name.strip(" .,:*")


def _stands_alone(piece: str) -> bool:
    """Whether it is something by itself: a full name, or an agency."""
    return " " in piece or _is_unspaced(piece) or _NO_PERSON.search(piece) is not None or piece.lower() in _AGENCY_NAMES


def _is_unspaced(text: str) -> bool:
    return re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]", text) is not None


def _looks_like_a_name(text: str) -> bool:
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return _is_unspaced(text) or (len(words) in range(2, 5) and all(word[:1].isupper() for word in words))


def _behind_agency(name: str) -> str:
    """A name without the agency behind it: `Jane Doe AP`."""
    first, _, last = name.rpartition(" ")
    return first if last in AGENCIES and " " in first else name


def _is_person(name: str, outlet: str) -> bool:
    if (
        not name
        or len(name) > _MAX_NAME
        or len(name.split()) > _MAX_WORDS
        or _NO_NAME.search(name)
        or _NO_PERSON.search(name)
    ):
        return False
    if name.partition(" ")[0] in AGENCIES:
        return False  # `AFP Paris`
    letters = "".join(filter(str.isalnum, name.casefold()))
    publisher = "".join(filter(str.isalnum, outlet.casefold()))
    return (
        bool(letters)
        and name.lower() not in _AGENCY_NAMES
        and not (publisher and letters in {publisher, f"the{publisher}"})
    )
