"""The base register: what everybody knows, overridden by what the user wrote."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from conftest import write_files

from dossier import Dossier, Settings, build, render
from dossier.base import with_base
from dossier.model import Alias, Entity, Register


def built(tmp_path: Path, text: str, register: str = "") -> Dossier:
    write_files(tmp_path, {"seeds/a.md": f"---\ntitle: Report\n---\n{text}\n", "entities.yml": register})
    settings = Settings(
        seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", base="world", discover="", root=tmp_path
    )
    return build(settings)


def linked(dossier: Dossier) -> list[str]:
    return [f"{each.text} = {each.entity}" for each in dossier.articles[0].resolution.mentions]


def test_the_world_is_small_and_each_name_stands_once() -> None:
    world = with_base(Register(), "world").entities
    assert files("dossier.base").joinpath("world.json").stat().st_size < 200_000  # type: ignore[attr-defined]
    assert len({entity.id for entity in world}) == len(world) > 300
    names = [alias.text for entity in world for alias in entity.aliases]
    assert len(set(names)) == len(names)
    assert {entity.base for entity in world} == {"world"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("North Korea and the DPRK are one.", ["North Korea = north-korea", "DPRK = north-korea"]),
        ("The North Koreans met in Pyongyang.", ["North Koreans = north-korea", "Pyongyang = pyongyang"]),
        ("The UN Security Council met.", ["UN Security Council = un-security-council"]),
        ("The U.N. asked NATO.", ["U.N. = united-nations", "NATO = north-atlantic-treaty-organization"]),
        ("A German, a Briton and an American walked.", ["German = germany", "American = united-states"]),
        ("He came from New Mexico to Latin America, African American voters said.", []),
        ("Jordan scored, and Chad cheered in Georgia.", []),
        ("Jordan is a kingdom, the Jordanian said.", ["Jordan = jordan", "Jordanian = jordan"]),
        ("中国 and 日本 signed.", ["中国 = china", "日本 = japan"]),
        ("American Samoa, French Guiana, French Polynesia and British Columbia met.", []),
        ("Guinea pigs ate a Turkey dinner with Lima beans beside Great Danes.", []),
        (
            "Guinea and Turkey met the British in Lima, and Samoa.",
            ["Guinea = guinea", "Turkey = turkiye", "British = united-kingdom", "Lima = lima", "Samoa = samoa"],
        ),
        ("They drink Wild Turkey and name the National Thanksgiving Turkey.", []),
        ("WHO met, said the GCC and the ECB.", []),
        (
            "WHO is the World Health Organization.",
            ["WHO = world-health-organization", "World Health Organization = world-health-organization"],
        ),
        ("Jack London and Irving Berlin saw Mr. Lima with Ms. Paris.", []),
        ("He left Paris, Texas, for Paris, France.", ["Paris, France = paris"]),
        ("They flew with Air France and met AS Monaco.", []),
        ("Male students polish Polish shoes.", []),
    ],
)
def test_what_everybody_knows_is_linked(tmp_path: Path, text: str, found: list[str]) -> None:
    assert linked(built(tmp_path, text)) == found


def test_the_users_own_register_comes_first(tmp_path: Path) -> None:
    register = """\
entities:
  - {name: North Korea, id: dprk, kind: place}
  - {name: German Bakers, kind: organisation, aliases: [IMF]}
suppress: [Paris]
redirects: {france: dprk}
"""
    dossier = built(tmp_path, "North Korea, not the DPRK. The IMF. Paris. France. The World Bank met.", register)
    assert linked(dossier) == [
        "North Korea = dprk",
        "DPRK = dprk",
        "IMF = german-bakers",
        "World Bank = world-bank",
    ]


def test_an_entity_of_both_is_the_users_own_with_more_names(tmp_path: Path) -> None:
    register = """\
entities:
  - {name: Germany, kind: place, aliases: [the Federal Republic], description: Ours.}
  - {name: France, kind: topic}
suppress: [Germans]
"""
    dossier = built(tmp_path, "The Federal Republic. Germany, a German, the Germans. France and the French.", register)
    assert linked(dossier) == ["Germany = germany", "German = germany", "France = france"]
    germany = next(entry.entity for entry in dossier.entries if entry.entity.id == "germany")
    assert (germany.base, germany.description, germany.links) == ("", "Ours.", (("wikidata", "Q183"),))
    sources = {alias.text: str(alias.source) for alias in germany.aliases}
    assert sources["the Federal Republic"] == "entities.yml:2"
    assert sources["German"] == "base: world"


def test_what_no_article_mentions_has_no_page_and_no_question(tmp_path: Path) -> None:
    dossier = built(tmp_path, "The World Bank met on Monday.")
    assert [entry.entity.id for entry in dossier.entries] == ["world-bank"]
    assert [question for question in dossier.questions if question.about == "unmentioned"] == []
    pages = {page.src_uri for page in render(dossier)}
    assert "entities/organisations/world-bank.md" in pages
    assert not any("afghanistan" in page for page in pages)


def test_no_base_adds_nothing() -> None:
    own = Register((Entity("a", "A", "topic", (Alias("A"),)),))
    assert with_base(own, "") is own


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{name: Chad, kind: place, aliases: [Tchad]}", "Jordan scored, and Chad cheered.", []),
        ("{name: Chad, kind: place, aliases: [Tchad]}", "Chad, or Tchad, voted.", ["Chad = chad", "Tchad = chad"]),
        (
            "{name: Chad, kind: place, aliases: [{text: Chad, scope: anywhere}]}",
            "Jordan scored, and Chad cheered.",
            ["Chad = chad"],
        ),
        ("{name: My Chad, id: chad, kind: place, aliases: [Chad]}", "And Chad cheered.", []),
        ("{name: Mexico, kind: place}", "He came from New Mexico.", []),
        ("{name: Chad, kind: person}", "And Chad cheered.", ["Chad = chad"]),
    ],
)
def test_the_conditions_of_the_base_hold_unless_the_user_gives_some(
    tmp_path: Path, entry: str, text: str, found: list[str]
) -> None:
    assert linked(built(tmp_path, text, f"entities:\n  - {entry}\n")) == found


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{name: Turkey, kind: place}", "Türkiye and Turkey.", ["Türkiye = turkey", "Turkey = turkey"]),
        ("{name: USA, kind: place}", "The USA is the United States.", ["USA = usa", "United States = usa"]),
        ("{name: UN, kind: organisation}", "The UN, or United Nations.", ["UN = un", "United Nations = un"]),
        (
            "{name: USA, kind: place}\n  - {name: United States, kind: place}",
            "The USA and the American.",
            ["USA = usa", "American = united-states"],
        ),
        ("{name: UN, kind: work}", "The UN, or United Nations.", ["UN = un", "United Nations = united-nations"]),
    ],
)
def test_an_entity_that_the_user_names_as_the_base_does_not_is_the_users_own(
    tmp_path: Path, entry: str, text: str, found: list[str]
) -> None:
    dossier = built(tmp_path, text, f"entities:\n  - {entry}\n")
    assert linked(dossier) == found
