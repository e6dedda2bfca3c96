"""Whether two names of organisations may be those of one: the order of the words, the country, initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dossier.names import LEAVE_A_PLACE, SHARED_BODIES
from dossier.same_name import SMALL_WORDS

_COUNTRIES = """\
us|usa|united states|united states of america|america|american
uk|united kingdom|great britain|britain|british
eu|european union
afghanistan|afghan
argentina|argentine|argentinian
australia|australian
austria|austrian
bangladesh|bangladeshi
belgium|belgian
bolivia|bolivian
brazil|brazilian
bulgaria|bulgarian
canada|canadian
chile|chilean
china|chinese
colombia|colombian
croatia|croatian
cuba|cuban
denmark|danish
egypt|egyptian
ethiopia|ethiopian
finland|finnish
france|french
germany|german
ghana|ghanaian
greece|greek
hungary|hungarian
iceland|icelandic
india|indian
indonesia|indonesian
iran|iranian
iraq|iraqi
ireland|irish
israel|israeli
italy|italian
japan|japanese
jordan|jordanian
kenya|kenyan
kuwait|kuwaiti
lebanon|lebanese
libya|libyan
malaysia|malaysian
mexico|mexican
morocco|moroccan
nepal|nepalese
netherlands|dutch
new zealand
nigeria|nigerian
north korea|north korean
norway|norwegian
pakistan|pakistani
peru|peruvian
philippines|philippine
poland|polish
portugal|portuguese
qatar|qatari
romania|romanian
russia|russian
saudi arabia|saudi|saudi arabian
scotland|scottish
serbia|serbian
singapore|singaporean
south africa|south african
south korea|south korean
spain|spanish
sudan|sudanese
sweden|swedish
switzerland|swiss
syria|syrian
taiwan|taiwanese
thailand|thai
tunisia|tunisian
turkey|turkish
uganda|ugandan
ukraine|ukrainian
venezuela|venezuelan
vietnam|vietnamese
wales|welsh
yemen|yemeni
zimbabwe|zimbabwean
"""
"""In each line the names of a country and its adjective, in normal form; none that is a state or a word, too."""

_COUNTRY = {
    tuple(name.split()): names[0] for names in (line.split("|") for line in _COUNTRIES.splitlines()) for name in names
}
_LONGEST = max(map(len, _COUNTRY))
_FIRST = frozenset(name[0] for name in _COUNTRY)
_LAST = frozenset(name[-1] for name in _COUNTRY)
_OF = frozenset(("of", "the"))
_EACH_HAS = SHARED_BODIES | LEAVE_A_PLACE | {"house"}
_LEAST_STEM = 5
_BEHIND = frozenset(("agency", "department", "news", "party"))
_BEFORE = frozenset(("department", "ministry"))
_CHAMBERS = frozenset(("house", "senate"))
_CHAMBERS_HAVE = frozenset(("committee", "subcommittee"))
_LEAST_INITIALS = 2
"""Here a person looks at them: two letters are enough."""


class Form:
    """A name in normal form, with what is asked of it again and again."""

    def __init__(self, text: str) -> None:
        """`text`: the normal form."""
        self.text = text
        self.words = text.split()

    @cached_property
    def ordered(self) -> list[str]:
        """Its words in order of the alphabet."""
        return sorted(self.words)

    @cached_property
    def country(self) -> str:
        """The country that it is a name of; empty for any other name."""
        return country_of(self.words)

    @cached_property
    def apart(self) -> tuple[str, Sequence[str]]:
        """The country that it begins or ends with, and the other words."""
        return without_country(self.words)

    @cached_property
    def content(self) -> list[str]:
        """Its words but for the small ones and the country, in order of the alphabet."""
        return content(self.apart[1])

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What the other words may be shortened to."""
        return frozenset(beginnings(self.apart[1]))

    @cached_property
    def initials(self) -> Sequence[str]:
        """The acronyms of all its words."""
        return tuple(acronyms(self.words))

    @cached_property
    def acronyms(self) -> Sequence[str]:
        """Those of all its words, and of those without the country."""
        rest = self.apart[1]
        return self.initials if rest is self.words else (*self.initials, *acronyms(rest))


def same_body(left: Form, right: Form) -> str:
    """Why two names may be of one organisation; empty if there is no reason.

    `Department of Justice`, `Justice Department` and `US Justice Department`; `CDC` and `Centers for Disease Control
    and Prevention`; `Democrats` and `Democratic Party`. Of two countries, they are two.
    """
    if _is_acronym(left, right) or _is_acronym(right, left):
        return "its initials"
    (country, words), (other, others) = left.apart, right.apart
    is_of_one_country = country == other or not (country and other)
    if is_of_one_country and left.content == right.content:
        return "the same words, the country put otherwise" if country or other else "the same words in another order"
    if _is_party(left.words, right.words) or _is_party(right.words, left.words):
        return "those of the party"
    short, long = (left, right) if len(words) <= len(others) else (right, left)
    is_shorter = is_of_one_country and " ".join(short.apart[1]) in long.beginnings
    return "a part of the name" if is_shorter else ""


def beginnings(words: Sequence[str]) -> Iterator[str]:
    """What a name may be shortened to: what stands before its last `and` or `of`, or behind or before what it is.

    `Centers for Disease Control` of the `… and Prevention`; `Treasury` of the `Treasury Department`; `Health and Human
    Services` of the `Department of …`; `Judiciary Committee` of the `House Judiciary Committee`; `Fox` of `Fox News`.
    """
    if "and" in words[1:-1]:
        yield " ".join(words[: len(words) - 1 - words[::-1].index("and")])
    if len(words) > 1 and words[-1] in _BEHIND:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[-1] in _CHAMBERS_HAVE and words[0] in _CHAMBERS:
        yield " ".join(words[1:])
    if len(words) > 2 and words[0] in _BEFORE and words[1] == "of":
        yield " ".join(words[3:] if words[2] == "the" else words[2:])


def content(words: Sequence[str]) -> list[str]:
    """The words of a name that are none of the small ones, in order of the alphabet."""
    return sorted(word for word in words if word not in SMALL_WORDS)


def without_country(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The country that a name begins with, or ends with behind `of`, and the rest; all, if that names nothing."""
    if len(words) < 2 or not (_may_be_in(words[0], _FIRST) or _may_be_in(words[-1], _LAST)):
        return "", words
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        country = country_of(words[:size])
        if country and _is_body(words[size:]):
            return country, words[size:]
        country, before = country_of(words[-size:]), words[:-size]
        while country and before and before[-1] in _OF:
            before = before[:-1]
        if country and len(before) < len(words) - size and _is_body(before):
            return country, before
    return "", words


def _may_be_in(word: str, names: frozenset[str]) -> bool:
    return word in names or word.removesuffix("s") in names


def country_of(words: Sequence[str]) -> str:
    """The first name in the table of a country that is called so, or whose people are; empty for any other."""
    people = (*words[:-1], words[-1].removesuffix("s")) if words else ()
    return _COUNTRY.get(tuple(words)) or _COUNTRY.get(people, "")


def acronyms(words: Sequence[str]) -> Iterator[str]:
    """The initials of a name with its small words and without; before its last `and`; behind `Department of`."""
    large = [word for word in words if word not in SMALL_WORDS]
    last = len(words) - 1 - words[::-1].index("and") if "and" in words else 0
    before = [word for word in words[:last] if word not in SMALL_WORDS]
    behind = large[1:] if large and large[0] in _BEFORE else []
    for kept in (words, large, before, behind):
        if len(kept) >= _LEAST_INITIALS:
            yield "".join(word[0] for word in kept)


def _is_acronym(short: Form, long: Form) -> bool:
    return len(short.words) == 1 and short.words[0] in long.acronyms


def _is_body(words: Sequence[str]) -> bool:
    """Whether the rest of a name is one by itself: two words, or what each country has: `Senate`, not `Airlines`."""
    return len(content(words)) > 1 or (len(words) == 1 and words[0] in _EACH_HAS)


def _is_party(one: Sequence[str], other: Sequence[str]) -> bool:
    """`republicans` of the `republican party`."""
    stem = one[0].removesuffix("s")
    is_alone = len(one) == 1 and len(stem) >= _LEAST_STEM
    return is_alone and list(other[1:]) == ["party"] and other[0] in (one[0], stem, f"{stem}ic")
