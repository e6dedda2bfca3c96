"""The report: what is not sorted out yet, each row leading to its place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier import Dossier, render
from dossier.model import LinkRule, OpenRule, SuggestedOn
from dossier.pages.phrases import LEFT_OPEN_BY, LINKED_BY

Make = Callable[..., Dossier]

REGISTER = """\
entities:
  - {name: Ada Vance, kind: person}
  - {name: Tom Vance, kind: person}
  - {name: Harbour Board, kind: organisation, aliases: [the board]}
  - {name: Quay Board, kind: organisation, aliases: [the board]}
  - {name: Lena Ortiz, kind: person}
  - {name: Léna Ortiz, kind: person, id: lena-2}
"""
SEEDS = {
    "a.txt": "Ada Vance met Tom Vance and Lena Ortiz in Berlin. Vance said that the board was late.\n",
    "b.md": "---\ntitle: Another\ndate: 2021-03-04\noutlet: Coast News\n---\nVance spoke, they said, in Berlin.\n",
}


def report(dossier: Dossier) -> str:
    return next(str(page.content) for page in render(dossier) if page.src_uri == "report/index.md")


def part(dossier: Dossier, anchor: str) -> str:
    match = re.search(rf"## [^\n]* {{ #{anchor} }}\n(.*?)(?=\n## |\Z)", report(dossier), re.DOTALL)
    return match[1] if match else ""


def test_every_part_has_its_rows(make_dossier: Make) -> None:
    dossier = make_dossier(SEEDS, REGISTER)
    left_open = part(dossier, "open")
    assert "[Ada Vance](../entities/people/ada-vance.md) or [Tom Vance](../entities/people/tom-vance.md)" in left_open
    assert "an alias of several" in left_open
    assert "**Berlin**" in part(dossier, "name")
    assert "place?" in part(dossier, "name")
    assert "[Lena Ortiz](../entities/people/lena-ortiz.md) / [Léna Ortiz]" in part(dossier, "same")
    assert "**the board**" in part(dossier, "ambiguous")
    assert "[Quay Board](../entities/organisations/quay-board.md)" in part(dossier, "unmentioned")
    assert "entities.yml&#58;5" in part(dossier, "unmentioned")
    assert "seeds/a.txt" in part(dossier, "date")
    assert "seeds/b.md" not in part(dossier, "date")
    assert "seeds/a.txt" in part(dossier, "outlet")


def test_every_row_leads_to_its_place(make_dossier: Make) -> None:
    dossier = make_dossier(SEEDS, REGISTER)
    pages = {page.src_uri: str(page.content) for page in render(dossier)}
    links = re.findall(r"\]\(([^)#]*)#?([^)]*)\)", report(dossier))
    assert len(links) > 10
    for target, anchor in links:
        page = pages[posixpath.normpath(posixpath.join("report", target))] if target else report(dossier)
        assert not anchor or f'id="{anchor}"' in page or f"#{anchor} }}" in page


def test_a_dossier_that_is_sorted_out_says_so(make_dossier: Make) -> None:
    seeds = {"a.md": "---\ntitle: A\ndate: 2021-03-04\noutlet: Coast News\n---\nIt rained all day long.\n"}
    dossier = make_dossier(seeds, "entities: []\n")
    assert "no name is missing" in report(dossier)
    for unknown in (replace(dossier, suggested="hide"), replace(dossier, is_searched=False)):
        assert "is sorted out" in report(unknown)
        assert "no name is missing" not in report(unknown)


@pytest.mark.parametrize(("where", "on_report", "on_list"), [("report", 1, 0), ("show", 1, 1), ("hide", 0, 0)])
def test_where_names_that_were_found_stand(
    make_dossier: Make, where: SuggestedOn, on_report: bool, on_list: bool
) -> None:
    dossier = replace(make_dossier(SEEDS, REGISTER), suggested=where)
    pages = {page.src_uri: str(page.content) for page in render(dossier)}
    assert ("**Berlin**" in pages["report/index.md"]) == on_report
    names = pages["entities/index.md"]
    assert ("Berlin" in names) == on_list
    assert "](places/berlin" not in names


def test_nothing_of_a_seed_is_active_on_the_report(make_dossier: Make) -> None:
    text = "Tom <b>Reed</b> [x](javascript:alert) met Tom Reed in {{ config }} and Berlin. *Vance* `left` <script>.\n"
    shown = report(make_dossier({"a.txt": text}, REGISTER))
    assert "<b>" not in shown
    assert "<script" not in shown
    assert "](javascript" not in shown
    assert "{{" not in shown


def test_every_rule_has_its_words() -> None:
    assert set(LINKED_BY) == set(LinkRule.__args__)  # type: ignore[attr-defined]
    assert set(LEFT_OPEN_BY) == set(OpenRule.__args__)  # type: ignore[attr-defined]


def test_an_article_says_why_each_name_is_linked(make_dossier: Make) -> None:
    pages = {page.src_uri: str(page.content) for page in render(make_dossier(SEEDS, REGISTER))}
    (article,) = (page for uri, page in pages.items() if re.match(r"articles/2021.*\.md", uri))
    assert "Why names are linked: 0 mentions, 1 left open" in article
    (article,) = (page for uri, page in pages.items() if re.match(r"articles/(?!index|2021).*\.md", uri))
    why = article.partition("<details")[2]
    assert re.search(
        r"\| \[Ada Vance\]\(#p-\w+\) \| \[Ada Vance\]\(\.\./entities/people/ada-vance\.md\) \| its name", why
    )
    assert "left open: [Ada Vance](../entities/people/ada-vance.md) or [Tom Vance]" in why


def test_an_entity_says_where_its_names_come_from(make_dossier: Make) -> None:
    register = REGISTER + "redirects: {lena-2: lena-ortiz}\n"
    seeds = {"a.txt": "Lena Ortiz met Léna Ortiz, and Ortiz left with Léna Ortiz on Friday morning.\n"}
    pages = {page.src_uri: str(page.content) for page in render(make_dossier(seeds, register))}
    page = pages["entities/people/lena-ortiz.md"]
    assert "| Lena Ortiz | 1 | entities.yml |" in page
    assert "| Léna Ortiz | 2 | entities.yml, by way of Léna Ortiz |" in page
    assert "| Ortiz | 1 | a part of the full name |" in page
    assert "redirect: lena-ortiz.md" in pages["entities/people/lena-2.md"]
