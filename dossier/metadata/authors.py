"""Who wrote an article: the persons in a byline, and the agency; not the outlet, its staff, or what somebody is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dossier.agencies import agency_in, agency_of, split_agency

_NO_PERSON = re.compile(
    r"\b(?:Press|News(?:paper|room|desk)?|Agency|Agencies|Staff|Desk|Team|Board|Admin(?:istrator)?|Editor(?:s|ial)?"
    r"|Web(?:desk|master|site)?|User|Moderator|Writers?|Reporters?|Correspondents?|Chief|Bureau|Times|Post|Journal"
    r"|Magazine|Columnists?|Contributors?|Producer|Analyst|Director|Professor|Freelancer?|Intern"
    r"|Reuters|CNN|BBC|Online|Media|TV|Radio|Services?|Wires?|Syndicate|Network|Photograph\w*|Photos?|Images?|Author"
    r"|Unknown|Guest|Redaktion\w*|Redactie|Redacci[oó]n|R[ée]daction|Redazione|Reda[cç][aã]o|Redak[cj]\w*|Rédact\w*"
    r"|Agentur(?:en)?|Agences?|Agencias?|Agenzi[ae]|Nachrichten|Zeitung|Journalist(?:en|in|e)?|Redakteur\w*"
    r"|[KC]orrespond[ea]nt\w*|Corrispondente|Corresponsal|Korespondent\w*|Periodista|Giornalista|Inviat[oa]"
    r"|Envoyée? spéciale?|Anonymous|None|Null|Undefined|Opinion|Share|Haber|Ajans\w*|Editör\w*|Muhabir\w*"
    r"|Редакция|Редактор\w*|Корреспондент\w*|Агентство|Журналист\w*)\b"
    r"|新聞|新闻|社$|編集|编辑|記者[站会會团]|记者[站会會团]|通讯社|通信|뉴스|신문|기자단|편집국|هيئة التحرير|מערכת"
    r"|^(?:本報|本报|本刊)",
    re.IGNORECASE,
)
"""What stands in a byline beside the persons: an organisation, or what somebody is."""
_COMPANY = re.compile(
    r"\b(?i:Inc|LLC|Ltd|Limited|g?GmbH|mbH|Corp|Corporation|Company|Pty|PLC|S\.p\.A|SpA|S\.?r\.?l|B\.V|N\.V|e\.V"
    r"|KGaA|ASA|Oyj|s\.r\.o|Sp\. z o\.o|Publishers?|Publishing|Holdings?)\.?(?=$|[\s,&])"
    r"|\b(?:AG|SE|SA|SAS|KG|AB|Oy|Co)\.?$"
    r"|株式会社|有限公司|주식회사|\bООО\b"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d|[<>{}|_:]|(?-i:^\S+\.[a-z]{2,}$)|\w\.(?:com|org|net|de|at|ch|fr|es|it|pl|uk|tv|ru|lt|info)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[(<\[]?(?:mailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}[)>\]]?|[(\[]?(?<!\w)@\w{1,40}[)\]]?"
)
"""A mail address, and the handle of a social network."""
_WRAPPED = re.compile(r"\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\]")
_LEAD = re.compile(
    r"(?:(?:by|von|par|por|di|door|av|af|przez|autor(?:in|es)?(?:\s?/\s?autor(?:in)?)?|authors?|texte?|texto|testo|story"
    r"|words|written by|reported by|posted by|verfasst von|écrit par|escrito por|автор|текст|بقلم|מאת|文)"
    r"(?:\s*[:：/]\s*|\s+)|(?:\w{0,8}[社報报刊台網网])?(?:記者|记者)(?![站会會团])\s*[:：/]?\s*(?=\w)|作者\s*[:：/]\s*)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\s*(\w{1,8}社)(?:記者|记者)")
_ROLE_BEHIND = re.compile(r"(?<=\w)\s*(?:記者|记者|특파원|기자|特派員|特派员)$")
_TAIL = re.compile(r"\s*(?:\s[/–—•]\s?|\s-\s|\sin\s|／|\(|\[|,\s*(?:special|for)\b).*$")
_PARTS_OF_ONE = re.compile(r",\s+(?=(?:Jr|Sr|Inc|LLC|Ltd|Limited|GmbH|Corp|PLC|Co)\b|I{2,3}\b)", re.IGNORECASE)
"""The comma before what belongs to the name in front of it."""
_LIST = re.compile(r"\s*[;；、，،•|]\s*|(?<=[가-힣])\s*·\s*(?=[가-힣])|,\s*(?:and|und|et|och|og|en|y|e|i)\s+|,\s*")
_AND = re.compile(
    r"\s+(?:and|und|et|och|og|en|oraz|и|y|e|i|&|with|mit|avec|con|/)\s+|\s*&\s*|(?<=[^\W\d_]{3})/(?=[^\W\d_]{2})",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[/,;|()\[\]–—、，،]\s*|\s-\s|\s+(?:and|und|et|with|mit|avec|con|y|e|og|och|en)\s+")
"""What stands between an agency and what is beside it."""
_PARTICLES = frozenset(
    "de da di do dos das del della der den des du la le las los van von vom zu zum bin ibn al el abu af av y e".split()
)
_QUOTES = '"“”„«»‹›「」'
_SINGLE = ("'", "‘", "’")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_MAX_TEXT = 2000
_MAX_NAME = 60
_MAX_WORDS = 6
_MAX_NAMES = 20
_MAX_INITIALS = 4


def people(texts: Iterable[str], is_other: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """The persons named in bylines such as `By Ada Vance and Bo Lind, Reuters | Coast News`, each once, as written.

    Args:
        texts: bylines, each naming any number of persons.
        is_other: whether a name is that of the outlet, which is not its author.
    """
    found: dict[str, str] = {}
    for text in texts:
        for part in _names(_byline(text)):
            name, _ = split_agency(part)
            if _is_person(name) and not (is_other is not None and is_other(name)):
                key = letters(name)
                # Of two ways to write a name the one that is not all in capitals says more.
                if key not in found or found[key].isupper():
                    found[key] = name
    return tuple(found.values())[:_MAX_NAMES]


def agency(texts: Iterable[str]) -> str | None:
    """The first news agency that is named in the texts, by its usual short name."""
    for text in texts:
        if (office := _OFFICE.match(text)) and (known := agency_of(office[1])):
            return known
        for part in _PIECES.split(_byline(text)):
            if known := agency_in(part):
                return known
    return None


def is_company(name: str) -> bool:
    """Whether a name is that of a company as a register of companies has it: `Gray Harbour Group, Inc.`."""
    return _COMPANY.search(name) is not None


def letters(name: str) -> str:
    """What two ways to write a name have in common."""
    return "".join(filter(str.isalnum, name.casefold()))


def _byline(text: str) -> str:
    """The text on one line, without `By`, addresses, and what surrounds the whole."""
    line = " ".join(text[: _MAX_TEXT + 1].split())
    if len(text) > _MAX_TEXT:
        line = line.rpartition(",")[0]
    line = " ".join(_CONTACT.sub(" ", line).split())
    if wrapped := _WRAPPED.fullmatch(line):
        line = wrapped["round"] or wrapped["square"] or ""
    lead = _LEAD.match(line)
    return _PARTS_OF_ONE.sub(" ", line[lead.end() :] if lead else line)


def _names(text: str) -> Iterator[str]:
    for index, part in enumerate(_LIST.split(text)):
        pieces = _AND.split(part)
        # `Ortega y Gasset` is one name: only between two full names does a small word mean "and".
        joined = pieces if len(pieces) == 1 or all(map(_stands_alone, pieces)) else [part]
        for piece in joined:
            name = _ROLE_BEHIND.sub("", _unquoted(_TAIL.sub("", piece)))
            # Behind a comma stands a further name, or what somebody is: a name has a capital in every word.
            if name and (not index or _looks_like_a_name(name)):
                yield name


def _unquoted(name: str) -> str:
    """A name without the marks around it; those around a part of it stay: `“Weird Al” Yankovic`."""
    name = name.strip(" .,:*")
    bare = name.strip(_QUOTES)
    if not set(bare).isdisjoint(_QUOTES):
        return name
    return bare[1:-1] if bare[:1] in _SINGLE and bare[-1:] in _SINGLE else bare


def _stands_alone(piece: str) -> bool:
    """Whether it is something by itself: a full name, or an agency."""
    return (
        " " in piece
        or _UNSPACED.search(piece) is not None
        or _NO_PERSON.search(piece) is not None
        or agency_in(piece) is not None
    )


def _looks_like_a_name(text: str) -> bool:
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    spaced = len(words) in range(2, 5) and not any(word[:1].islower() for word in words)
    return spaced or _UNSPACED.search(text) is not None


def _is_person(name: str) -> bool:
    return (
        any(map(str.isalnum, name))
        and len(name) <= _MAX_NAME
        and len(name.split()) <= _MAX_WORDS
        and _NO_NAME.search(name) is None
        and _NO_PERSON.search(name) is None
        and not is_company(name)
        and agency_in(name) is None
        and not _is_sign(name)
    )


def _is_sign(name: str) -> bool:
    """Whether it is what somebody signs with, and no name: `adv`, `srf/adv`, `AVC`, `webuser`."""
    if " " in name:
        return False
    return name.islower() or (name.isupper() and len(name) <= _MAX_INITIALS)
