"""Rules that shorten a sentence to what a headline would keep of it: words are left out, none is changed or moved.

A rule never takes what the truth of the rest depends on: a denial, an accusation, a condition.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_MIN_WORDS = 4

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_WHEN = re.compile(
    rf"\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:last\s+|next\s+|this\s+)?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
    rf"(?:\s*\([^()]{{1,12}}\)|,\s+{_DATE},?)?(?=[\s,.;]|$)"
)
_ON_A_DATE = re.compile(rf"\s+on\s+{_DATE}(?=[\s.;]|,?$)")

_CLAIM = r"(?:den(?:y|ies|ied|ying)|alleg\w+|accus\w+|claim\w*|disput\w+|false\w*|if|unless|not|never|no)"
_HEDGED = re.compile(rf"\b{_CLAIM}\b|n['’]t\b", re.IGNORECASE)

_LEADING = re.compile(
    rf"(?:On|After|As(?! (?:many|much|few|little|long|well|soon)\b)|Amid|In(?! (?:the|any) (?:event|case)\b)|Following"
    rf"|With|Despite|While|During|Although|Though)\s(?!if\b)[^,]{{3,80}}(?:,\s+(?:{_DATE}|\d{{4}}))?,\s+"
    r"(?!(?:which|who|whose|where|when|and|or|but|if|mostly|including|especially|such)\b)"
    r"(?!(?:[\w'’-]+\s+){0,3}(?:and|or)\s|[\w.'’-]+,)(?=\S)"
)
"""Before the sentence itself; not where a list or a place goes on behind the comma."""

_VERB = (
    r"(?:said|says|has|have|had|is|are|was|were|will|would|may|might|can|could|should|must|did|does|do|told|rose|fell"
    r"|began|won|lost|made|took|gave|went|came|left|held|sold|bought|plans|expects|wants|sees|faces|[a-z]{2,}ed)"
)
_APPOSITION = re.compile(
    r"(?P<subject>(?:[^\s,]+\s+){0,8}[^\s,]+),\s+"
    r"(?:an?|the|one|who|whose|which|formerly|once|based|owned|part|wholly|[DR]-[A-Z]\w*\.?|\d\d)\b[^,]{0,90}"
    rf"(?:,\s+(?!and\b|or\b|but\b)[^,]{{2,60}})?,\s+(?={_VERB}\b)"
)
"""What the subject is, between it and its verb: `Vance, a painter, said`."""

_AFTER = (
    r"(?<!named)(?<!look)(?<!looked)(?<!looks)(?<!looking)(?<!day)(?<!year)[,;]?"
    r"(?:\s+(?:[\w-]+\s+)?(?:second|minute|hour|day|week|month|year|decade)s?|\s+(?:soon|shortly|just|long))?\s+(?:after|amid)\s.*"
)
_TAIL = re.compile(
    r",\s+(?:which|who|where|when|a move|after|as|amid|while|according to|in what|saying|with)\b.*"
    rf"|(?<=\w){_AFTER}",
    re.DOTALL,
)
_SECOND_CLAUSE = re.compile(r"^([^,]*),\s+(?:and|but|yet)\s.*", re.DOTALL)
_SAID = re.compile(
    r",\s+(?:[\w'’.-]+\s+){0,6}(?:said|says|told (?:reporters|Reuters|a news conference)|reported|announced|showed"
    r"|was quoted as saying)(?:\s+in a statement)?\s*$"
)
_COMPANY = re.compile(
    r"(?<=[\w.])(?<!\bThe),?(?:\s+(?:&|and))?\s+(?:Inc|Corp|Corporation|Co|Ltd|LLC|PLC|Plc|plc)\b\.?"
    r"(?![\w-]|\s+(?:of|for|and|&)\s)"
)
_COMPANY_DOES = re.compile(
    r"(?P<company>[^\s,]+(?:\s+[^\s,]+){0,6}?,?\s+(?:Inc|Corp|Corporation|Co|Ltd|LLC|PLC|Plc|plc)\b\S*)"
    r"\s+said\s+(?:that\s+)?it\s+"
    r"(?=(?:plans|expects|intends|hopes|declared|named|appointed|proposed|(?:has\s+)?agreed)\b)"
)
"""What a company does by saying so: it is true because the company said it."""
_OFFICE = re.compile(
    r"^(?:The\s+)?(?:(?:[Ff]ormer|[Aa]cting|U\.S\.|US|Vice|Prime|Deputy|House|Senate|Majority|Minority|Republican|Democratic"
    r"|Foreign|Finance|Defense|Interior|Trade)\s+)*"
    r"(?:President(?:-elect)?|Chancellor|Minister|Premier|Speaker|Leader|Senator|Governor|Secretary|Mayor|Sen\.|Rep\.|Gov\."
    r"|Mr\.|Mrs\.|Ms\.|Dr\.)\s+(?=[A-Z][\w.'’-]*)(?!(?:Of|And)\b)"
)

_PERFECT = re.compile(
    r"(?<=[\w.] )(?:has|have) (?=[a-z]+ed "
    r"(?:an?|the|its|his|her|their|to|that|in|into|for|from|with|by|on|at|all|about|\d\S*)\b)"
)
"""`has agreed to`: the same as `agreed to`; not `has limited funds`."""
_ITS = re.compile(r"\b([a-z]+ed|to [a-z]+|sold|cut) its (?=[a-z])")
"""Behind a verb, where whose it is goes without saying."""
_THAT = re.compile(r"\b(said|says|announced) that ")
_TODAY = re.compile(r"(?<=[a-z])(?<!\bof)(?<!\bthan)(?<!\buntil)(?<!\bsince)(?<!\bfrom)\s(?:today|yesterday)(?=\s|$)")
_NEEDS_ARTICLE = frozenset(
    (
        "few little lot number bit couple dozen hundred thousand million billion third half quarter row result whole "
        "while time day week month year hour minute single kind more most less least same poor rich dead wounded "
        "accused elderly young old sick homeless unemployed disabled blind deaf public right left latter former one "
        "ones end other others first last next hague who"
    ).split()
)
"""Words that mean something else without their article, or nothing."""
_TAKES_A = frozenset(
    (
        "in of for on at by with from to as into over under after before about against and or during is was are were "
        "that if but than between through across within has have had be made took gave won set held sold bought cut "
        "built said sees seeks"
    ).split()
)
"""Behind these, "a" is no more than an article; elsewhere it may mean "for each": `40 crowns a share`."""
_PARTS = frozenset("one two three some most many all each none half part any much several".split())


def shorten(sentence: str, *, room: int, english: bool) -> str:
    """Apply every rule that leaves a clause; where that has more than `room` words, leave out articles and the like.

    A clause that quotes somebody keeps them: nobody is quoted with fewer words than were said.
    """
    clause = sentence
    for rule in _RULES:
        shorter = rule(clause)
        if len(shorter.split()) >= _MIN_WORDS:
            clause = shorter
    if english and len(clause.split()) > room and not any(mark in clause for mark in '"“”«»'):
        for rule in _LAST_RULES:
            clause = rule(clause)
    return clause


def _without_leading(clause: str) -> str:
    match = _LEADING.match(clause)
    return clause[match.end() :] if match and not _HEDGED.search(match.group()) else clause


def _without_when(clause: str) -> str:
    def drop(match: re.Match[str]) -> str:
        before = clause[: match.start()].split()
        behind = clause[match.end() :].split()
        is_name = "on" not in match.group().split() and (
            (len(before) > 1 and before[-1][:1].isupper()) or (behind and behind[0][:1].isupper())
        )
        return match.group() if is_name else ""

    return _ON_A_DATE.sub("", _WHEN.sub(drop, clause))


def _without_apposition(clause: str) -> str:
    match = _APPOSITION.match(clause)
    if match is None or _HEDGED.search(match.group()):
        return clause
    return f"{match['subject']} {clause[match.end() :]}"


def _without_tail(clause: str) -> str:
    match = _TAIL.search(clause)
    if match is not None and not _HEDGED.search(match.group()):
        clause = clause[: match.start()]
    second = _SECOND_CLAUSE.match(clause)
    return clause if second is None or _HEDGED.search(second.group()) else second[1]


def _without_said(clause: str) -> str:
    return _SAID.sub("", clause)


def _without_it_said(clause: str) -> str:
    match = _COMPANY_DOES.match(clause)
    return f"{match['company']} {clause[match.end() :]}" if match else clause


def _without_company(clause: str) -> str:
    return _COMPANY.sub("", clause)


def _without_office(clause: str) -> str:
    return _OFFICE.sub("", clause)


def _without_small_words(clause: str) -> str:
    return _TODAY.sub("", _THAT.sub(r"\1 ", _ITS.sub(r"\1 ", _PERFECT.sub("", clause))))


def _without_articles(clause: str) -> str:
    """Leave out articles, but for those in names such as `State of the Union`."""
    words = clause.split()
    return " ".join(word for place, word in enumerate(words) if not _is_idle_article(words, place))


def _is_idle_article(words: list[str], place: int) -> bool:
    word, before = words[place].lower(), words[max(0, place - 1)]
    behind = words[place + 1] if place + 1 < len(words) else ""
    if word not in {"a", "an", "the"} or behind.strip(",.").lower() in {"", *_NEEDS_ARTICLE}:
        return False
    if place == 0:
        return True
    if words[place] != word or (not before[-1].isalnum() and word != "the"):
        return False
    if word != "the":
        return before.lower() in _TAKES_A or re.fullmatch(r"[a-z]{3,}(?:ed|ing)", before) is not None
    if before == "of" and place > 1:
        return words[place - 2].lower() not in _PARTS and not (words[place - 2][:1].isupper() and behind[:1].isupper())
    return not (place > 1 and before[:1].isupper() and behind[:1].isupper())


_RULES: tuple[Callable[[str], str], ...] = (
    _without_leading,
    _without_when,
    _without_apposition,
    _without_tail,
    _without_said,
    _without_it_said,
    _without_company,
    _without_office,
)
_LAST_RULES: tuple[Callable[[str], str], ...] = (_without_small_words, _without_articles)
