from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from conftest import build_site

from dossier import Dossier, render
from dossier.model import Repeated
from dossier.pages.speakers import MOST, Speaker, _cut, _in_pages

Make = Callable[..., Dossier]
REGISTER = (
    "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: Bo Lind, kind: person}\n  - {name: NH, kind: place}\n"
)
WORDS = "the wind has turned at last and we will all go to the islands of NH at dawn"


def pages(dossier: Dossier) -> dict[str, str]:
    return {page.src_uri: page.content for page in render(dossier) if isinstance(page.content, str)}


def statement(page: str, words: str) -> str:
    """The markup of the one statement with some words."""
    (found,) = (
        each for each in page.split('<div class="dossier-statement')[1:] if words in each.partition("</div>")[0]
    )
    return found.partition("</div>")[0]


def test_a_statement_shows_what_is_known_of_it(two_seeds: Dossier) -> None:
    page = pages(two_seeds)["statements/index.md"]
    quoted = statement(page, "The dialogue touted by")
    assert "> “The dialogue touted by the U.S. is," in quoted
    assert "the DPRK's Vice Foreign Minister Ri Thae Song said · by way of [Korean Central News Agency](" in quoted
    assert re.search(
        r"not before 29 December 2019 · \[UN Security[^\]]*\]\(\.\./articles/[\w-]+\.md#p-e7e2ff35\)", quoted
    )
    assert "the speaker is that of the words beside it" in statement(page, "It is entirely up to")
    assert "He stressed · that is, Chinese Foreign Ministry spokesperson Geng Shuang · in the article’s words" in page
    anonymous = statement(page, "letting Pyongyang make")
    assert anonymous.startswith(" dossier-retold")
    assert "condition of anonymity accused · not named" in anonymous
    groups = re.findall(r"^## (.*?) \{", page, re.MULTILINE)
    assert groups == ["In the register", "Not named"]
    speakers = re.findall(r"^### (.*?) \{", page, re.MULTILINE)
    assert speakers[:4] == ["Geng Shuang", "Korean Central News Agency", "North Korea", "Ri Thae Song"]


def test_a_statement_tells_a_script_of_its_days_and_outlets(make_dossier: Make) -> None:
    head = "---\ntitle: {}\noutlet: {}\ndate: {}\n---\n"
    words = '"We will all go to the islands at dawn tomorrow," Ada Vance said.'
    seeds = {
        "a.txt": head.format("One", '"Port & Sea"', "2019-05-01") + words,
        "b.txt": head.format("Two", "The Gull", "2019-05-02") + words,
        "c.txt": 'No date.\n\n"We stay at home in the end," Mary Olsen said.',
    }
    page = pages(make_dossier(seeds))["statements/index.md"]
    both = ' data-days="2019-05-01 2019-05-02" data-outlets="Port &#38; Sea&#124;The Gull"'
    assert f'<div class="dossier-statement"{both} markdown>' in page
    assert '<div class="dossier-statement" markdown>' in page


def test_speakers_who_are_in_no_register_are_named_or_called(make_dossier: Make) -> None:
    said = '"We will go to the islands at dawn {}," {} said.'
    who = ("former mayor Carl Olsen", "Mr. Olsen", "a port official", "The Toll Company", "he", "experts")
    text = "\n\n".join(said.format("x" * number, each) for number, each in enumerate(who, start=1))
    page = pages(make_dossier({"a.txt": f"The port was quiet.\n\n{text}"}, REGISTER))["statements/index.md"]
    assert re.findall(r"^## (.*?) \{", page, re.MULTILINE) == ["Named, not linked", "Not named", "Nobody named"]
    assert re.findall(r"^### (.*?) \{", page, re.MULTILINE) == [
        "Carl Olsen",
        "Toll Company",
        "A port official",
        "Experts",
    ]


def test_what_is_said_by_and_about_a_name_stands_on_its_page(two_seeds: Dossier) -> None:
    page = pages(two_seeds)["entities/places/north-korea.md"]
    by, about = page.partition("## Said by")[2].partition("## Said about")[::2]
    assert "unwanted" in by.partition("## Mentions")[0]
    assert "would be very disappointed if North Korea tested" in about
    assert "unwanted" not in about.partition("## Mentions")[0]  # its own statement is not about it
    assert about.partition("## Mentions")[0].count("dossier-statement") == 5


def test_many_statements_about_a_name_stand_on_a_page_of_their_own(two_seeds: Dossier) -> None:
    found = pages(two_seeds)
    (number,) = re.findall(
        r"\[All (\d+) statements\]\(\.\./\.\./statements/china_about\.md\)", found["entities/places/china.md"]
    )
    rest = found["statements/china_about.md"]
    assert f"{number} statements of others that mention China." in rest
    assert rest.count('<div class="dossier-statement') == int(number) > 5


def test_the_same_words_stand_once_with_their_sources_and_differences(make_dossier: Make) -> None:
    seeds = {
        "a.txt": f'The port was quiet.\n\n"In short, {WORDS}," Ada Vance said.',
        "b.txt": f'Nobody came.\n\n"{WORDS.replace("at last", "again")}," Ada Vance told the crowd.',
    }
    page = pages(make_dossier(seeds, REGISTER))["statements/index.md"]
    assert "\n1 statement, 1 of them quoted" in page
    row = statement(page, "In short")
    assert "- Also: date unknown · [" in row
    assert "<del>In short,</del>" in row
    assert re.search(r"<del>at last</del> <ins>again</ins>|<ins>again</ins> <del>at last</del>", row)


def test_of_very_many_statements_each_name_has_a_page_and_each_year(make_dossier: Make) -> None:
    line = '"We go for the {}th time to the islands {}," {} said.'
    names = [("Ada Vance", MOST + 5), ("Bo Lind", 3), ("Carl Olsen", 2), ("an official", 1)]
    seeds = {
        f"{year}.md": f"---\ndate: {year}-01-01\n---\n"
        + "\n\n".join(line.format(n, "ab"[year % 2] * (n % 7 + 1), name) for name, times in names for n in range(times))
        for year in (2019, 2020)
    }
    found = pages(make_dossier(seeds, REGISTER))
    index = found["statements/index.md"]
    assert '<div class="dossier-statement' not in index
    assert "[Bo Lind <small>6</small>](bo-lind.md)" in index
    assert "(_named.md#named-" in index
    assert found["statements/bo-lind.md"].count('<div class="dossier-statement') == 6
    years = {uri for uri in found if uri.startswith("statements/ada-vance")}
    assert years == {f"statements/ada-vance{part}.md" for part in ("", "_2019", "_2019_2", "_2020", "_2020_2")}
    assert "(ada-vance_2019_2.md)" in found["statements/ada-vance.md"]
    for uri in years:
        assert found[uri].count('<div class="dossier-statement') <= MOST
    assert "All 610 statements](../../statements/ada-vance.md)" in found["entities/people/ada-vance.md"]


def test_one_speaker_less_moves_hardly_any_other() -> None:
    names = [f"Speaker {number}" for number in range(4 * MOST)]
    pages = [tuple(page) for page in _cut(names, str)]
    assert [name for page in pages for name in page] == names
    assert all(MOST // 2 <= len(page) <= MOST for page in pages[:-1])
    moved = [
        len({*pages} ^ {tuple(page) for page in _cut(names[:place] + names[place + 1 :], str)})
        for place in range(0, len(names), 7)
    ]
    assert sum(moved) / len(moved) < 2.2  # the page it stood on, before and after


@pytest.mark.parametrize("number", range(MOST + 1, 3 * MOST, 53))
def test_a_speaker_who_is_divided_stands_once_on_a_page(number: int) -> None:
    told = [
        cast("Repeated", SimpleNamespace(statements=[SimpleNamespace(quotation=f"{n} crowns")])) for n in range(number)
    ]
    pages = list(
        _in_pages([Speaker("named", "Carl Olsen", tuple(told)), Speaker("named", "Dag Holm", tuple(told[:5]))])
    )
    assert [each for page in pages for speaker in page for each in speaker.told] == [*told, *told[:5]]
    for page in pages:
        assert len({speaker.anchor for speaker in page}) == len(page)
        assert sum(len(speaker.told) for speaker in page) <= MOST


def test_no_markup_of_a_quotation_is_active(make_dossier: Make) -> None:
    words = "<script>alert(1)</script> [x](javascript:y) {{ z }} **bold** and so on"
    page = pages(make_dossier({"a.txt": f'It was quiet.\n\n"{words}," <img src=x> Ada Vance said.'}, REGISTER))
    row = page["statements/index.md"]
    assert "&#60;script&#62;" in row
    for active in ("<script", "](javascript", "{{", "**", "<img"):
        assert active not in row


def test_a_dossier_without_statements_says_so(make_dossier: Make) -> None:
    page = pages(make_dossier({"a.txt": "The port was quiet all day."}))["statements/index.md"]
    assert "No article says that anybody said something." in page


@pytest.mark.parametrize("speakers", [1, 400])
def test_a_site_of_statements_builds(project: Path, tmp_path: Path, speakers: int) -> None:
    text = "\n\n".join(
        f'"We go to the islands {n} {chr(97 + n % 26) * 4}," Ann{chr(97 + n % 26)} B{n} Olsen said.'
        for n in range(speakers)
    )
    (project / "seeds" / "many.txt").write_text(f"The port was quiet.\n\n{text}\n", encoding="utf-8")
    done = build_site(project / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    script = (tmp_path / "site" / "assets" / "dossier-statements.js").exists()
    assert script
