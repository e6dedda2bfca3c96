"""What a few places and bodies are called beside their names, where no letter or word tells it."""

from __future__ import annotations

from collections import defaultdict

_CALLED = """\
democratic party|democrats|democrat|democratic|dems
republican party|republicans|republican|gop|grand old party
conservative party|tories|tory|conservatives
labour party|labour
house of representatives|house
federal reserve|fed
district of columbia|dc|washington|washington dc
alabama|ala
arizona|ariz
arkansas|ark
california|calif|ca
colorado|colo
connecticut|conn
delaware|del
florida|fla|fl
georgia|ga
illinois|ill|il
indiana|ind
kansas|kan
kentucky|ky
louisiana|la
maryland|md
massachusetts|mass|ma
michigan|mich|mi
minnesota|minn|mn
mississippi|miss
missouri|mo
nebraska|neb
nevada|nev
ohio|oh
oklahoma|okla
oregon|ore
pennsylvania|pa
tennessee|tenn|tn
texas|tex|tx
vermont|vt
virginia|va
washington state|washington|wash
wisconsin|wis|wi
wyoming|wyo
"""
"""In each line the names of one of them, in normal form."""


def _table() -> dict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for names in (line.split("|") for line in _CALLED.splitlines()):
        for name in names:
            found[name] |= {names[0]}
    return dict(found)


_FULL = _table()
_NOTHING: frozenset[str] = frozenset()


def full_names(form: str) -> frozenset[str]:
    """The first names in the table of what is called so; none for any other name."""
    return _FULL.get(form, _NOTHING)
