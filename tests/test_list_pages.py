"""Lists stay small however large the dossier is, and lead to everything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from conftest import build_site, calls_of, write_files

from dossier import Dossier, render
from dossier.model import PartialDate
from dossier.pages.archive import Archive, keys_of

Make = Callable[..., Dossier]
Pages = Mapping[str, str]
LINK = re.compile(r"\]\(([^)#\s]+\.md)(?:#[^)\s]*)?\)")
ROW = re.compile(r"^- \[", re.MULTILINE)


def pages_of(dossier: Dossier) -> dict[str, str]:
    return {page.src_uri: page.content for page in render(dossier) if isinstance(page.content, str)}


def linked(pages: Pages, uri: str) -> set[str]:
    """The pages that a page links to."""
    parts = uri.split("/")[:-1]
    found = set()
    for target in LINK.findall(pages[uri]):
        path = list(parts)
        for part in target.split("/"):
            path = path[:-1] if part == ".." else [*path, part]
        found.add("/".join(path))
    return found


def front(page: str) -> Mapping[str, object]:
    found: Mapping[str, object] = yaml.safe_load(page.split("---\n")[1])
    return found


def reached(pages: Pages, start: str, below: str) -> set[str]:
    """The pages that a reader comes to from one, by way of list pages: those whose names have a `_`."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        uri = waiting.pop()
        if uri not in seen:
            seen.add(uri)
            waiting += [each for each in linked(pages, uri) if "_" in each and each.startswith(below)]
    return {each for uri in seen for each in linked(pages, uri)}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.pages.indexes.ON_A_PAGE", 4)
    monkeypatch.setattr("dossier.pages.indexes.NEWEST", 3)
    monkeypatch.setattr("dossier.pages.indexes.NAMES", 4)
    monkeypatch.setattr("dossier.pages.indexes.MOST_MENTIONED", 2)
    monkeypatch.setattr("dossier.pages.indexes.NAMES_ON_A_PAGE", 3)
    monkeypatch.setattr("dossier.pages.mentions.ON_A_PAGE", 4)
    monkeypatch.setattr("dossier.pages.mentions.NEWEST", 3)
    monkeypatch.setattr("dossier.pages.mentions.IN_ONE", 2)


def seeds() -> dict[str, str]:
    days = ["2018-05-01", "2019", *(f"2019-03-{day:02}" for day in range(1, 11)), "2019-07-01", "2020-01-02", ""]
    return {
        f"{number}.md": (f"---\ndate: '{day}'\n---\n" if day else "")
        + f"News {number}\n\nAda Vance came to NH on a {number}. boat.\n"
        for number, day in enumerate(days)
    }


REGISTER = "entities:\n  - {name: NH, kind: place}\n" + "".join(
    f"  - {{name: {name} Vance, kind: person}}\n" for name in ("Ada", "Bo", "Cy", "Di", "Édith", "Fay")
)


@pytest.mark.usefixtures("small")
def test_of_many_articles_the_index_has_the_newest_and_leads_to_all(make_dossier: Make) -> None:
    pages = pages_of(make_dossier(seeds(), REGISTER))
    index = pages["articles/index.md"]
    assert "15 articles. All of them, by date:" in index
    assert "## The newest 3" in index
    assert re.findall(r"^- (\[.*<small>.*)$", index, re.MULTILINE) == [
        "[2020 <small>1</small>](_2020.md)",
        "[2019 <small>12</small>](_2019.md)",
        "[2018 <small>1</small>](_2018.md)",
        "[Undated <small>1</small>](_undated.md)",
    ]
    assert index.index("_undated.md") < index.index("## The newest")
    articles = {uri for uri in pages if uri.startswith("articles/") and "_" not in uri} - {"articles/index.md"}
    assert len(articles) == 15
    assert len(linked(pages, "articles/index.md") & articles) == 3
    assert reached(pages, "articles/index.md", "articles/_") >= articles
    lists = {uri: linked(pages, uri) & articles for uri in pages if uri.startswith("articles/_")}
    assert sorted(map(len, lists.values())) == [0, 1, 1, 1, 1, 1, 2, 4, 4]
    assert sum(map(len, lists.values())) == 15
    assert [key for key, found in lists.items() if not found] == ["articles/_2019.md"]
    year = pages["articles/_2019.md"]
    assert "- [July 2019 <small>1</small>](_2019-07.md)\n- [March 2019 <small>10</small>](_2019-03.md)" in year
    assert "[2019, month unknown <small>1</small>](_2019-00.md)" in year


@pytest.mark.usefixtures("small")
def test_a_list_page_leads_up_and_to_the_pages_beside_it(make_dossier: Make) -> None:
    pages = pages_of(make_dossier(seeds(), REGISTER))
    second = pages["articles/_2019-03-page-2.md"]
    assert "# Articles: March 2019, page 2\n" in second
    assert "- [Articles](index.md)\n- [2019](_2019.md)\n" in second
    assert (
        '- [1](_2019-03.md)\n- [**2**](_2019-03-page-2.md){ aria-current="page" }\n- [3](_2019-03-page-3.md)\n'
        in second
    )
    assert "[Newer: March 2019](_2019-03.md)" in second
    assert "[Older: March 2019, page 3](_2019-03-page-3.md)" in second
    assert "[Newer: 2019, month unknown](_2019-00.md)" in pages["articles/_2018.md"]
    assert "Newer:" not in pages["articles/_2020.md"]
    assert "Older:" not in pages["articles/_undated.md"]


@pytest.mark.usefixtures("small")
def test_many_mentions_stand_on_a_page_a_year(make_dossier: Make) -> None:
    written = {"a.md": "# Written\n\nAda Vance is here."}
    pages = pages_of(make_dossier(seeds(), REGISTER, written))
    person = pages["entities/people/ada-vance.md"]
    assert (
        "15 mentions in 15 articles, newest first. Here are those in the newest 3 articles; all of them, by date:"
        in person
    )
    assert person.count("\n### ") == 4
    assert "](../../a.md)" in person
    assert "And 12 more: [all, by date](#mentions)." in person
    assert "- [2020 <small>1</small>](ada-vance_2020.md)\n- [2019 <small>12</small>](ada-vance_2019.md)" in person
    assert "[Pages of this site <small>1</small>](ada-vance_written.md)" in person
    articles = {uri for uri in pages if uri.startswith("articles/") and "_" not in uri} - {"articles/index.md"}
    assert reached(pages, "entities/people/ada-vance.md", "entities/people/ada-vance_") >= articles
    march = pages["entities/people/ada-vance_2019-03.md"]
    assert "# Mentions of Ada Vance: March 2019\n" in march
    assert "- [Ada Vance](ada-vance.md)\n- [2019](ada-vance_2019.md)\n" in march
    assert "10 articles, newest first, on these pages:" in march
    assert "1 page written for this site." in pages["entities/people/ada-vance_written.md"]
    assert march.count("\n### ") == 4
    assert "[Older: March 2019, page 2](ada-vance_2019-03-page-2.md)" in march


@pytest.mark.usefixtures("small")
def test_one_article_does_not_fill_the_page_of_a_name(make_dossier: Make) -> None:
    text = " ".join(f"Ada Vance came with boat number {number} of the day." for number in range(9))
    page = pages_of(make_dossier({"a.md": f"---\ntitle: The boats\n---\n{text}"}, REGISTER))[
        "entities/people/ada-vance.md"
    ]
    mentions = page.partition("## Mentions")[2]
    assert mentions.count(" came with boat number ") == 2
    assert "- and 7 more sentences there\n" in mentions


@pytest.mark.usefixtures("small")
def test_of_many_names_the_most_mentioned_stand_first_and_all_are_two_clicks_away(make_dossier: Make) -> None:
    pages = pages_of(make_dossier({"a.txt": "Boats\n\nFay Vance met Cy Vance. Fay Vance left NH."}, REGISTER))
    index = pages["entities/index.md"]
    people = index.partition("## People")[2].partition("## Places")[0]
    assert "The 2 most mentioned of 6. All of them, by the alphabet:" in people
    links = "- [Ada Vance … Cy Vance](people/_page-1.md)\n- [Di Vance … Édith Vance](people/_page-2.md)\n"
    assert links in people
    assert ROW.findall(people.partition('<div class="dossier-rows"')[2]) == ["- ["] * 2
    assert people.index("people/fay-vance.md") < people.index("people/cy-vance.md")
    assert "most mentioned of" not in index.partition("## Places")[2]
    names = {f"entities/people/{each}-vance.md" for each in ("ada", "bo", "cy", "di", "edith", "fay")}
    two = linked(pages, "entities/people/_page-1.md") | linked(pages, "entities/people/_page-2.md")
    assert two >= names
    assert "- [Names](../index.md)\n- [People](../index.md#people)\n" in pages["entities/people/_page-2.md"]
    assert (
        '- [Ada Vance … Cy Vance](_page-1.md)\n- [**Di Vance … Édith Vance**](_page-2.md){ aria-current="page" }\n'
        in pages["entities/people/_page-2.md"]
    )


def test_a_dossier_of_a_few_hundred_has_no_further_pages(two_seeds: Dossier) -> None:
    pages = pages_of(two_seeds)
    assert not [uri for uri in pages if "_" in uri and not uri.endswith("_about.md")]
    assert "The newest" not in pages["articles/index.md"]
    assert "<nav" not in pages["entities/index.md"]


@pytest.mark.usefixtures("small")
def test_lists_do_not_stand_in_the_search_before_what_they_list(make_dossier: Make) -> None:
    pages = pages_of(make_dossier(seeds(), REGISTER))
    for uri, page in pages.items():
        if "_" in uri:
            assert front(page)["search"] == {"exclude": True}, uri
    assert '<div class="dossier-rows" data-search-exclude="true" markdown>' in pages["articles/index.md"]


def test_pages_stay_small_and_grow_with_the_articles_alone(make_dossier: Make) -> None:
    """Of three times as many articles the pages are three times as large together, and none is too large."""

    def sizes(number: int) -> Iterator[int]:
        text = "Ada Vance and Bo Vance came to NH with a boat of that number, and left the day after it."
        files = {
            f"{number}-{each}.md": f"---\ntitle: Boat {each}\ndate: 2019-03-{each % 28 + 1:02}\n---\n{text}\n"
            for each in range(number)
        }
        made = make_dossier(files, REGISTER)
        return (len(page) for uri, page in pages_of(made).items() if not uri.startswith(("coverage", "timeline")))

    few, many = list(sizes(350)), list(sizes(700))  # the second has the seeds of the first, too
    assert max(many) < 150_000
    assert sum(many) / 1050 < 1.05 * sum(few) / 350


@pytest.mark.usefixtures("small")
def test_a_site_of_many_lists_builds(project: Path, tmp_path: Path) -> None:
    """Under `--strict` every link leads to a page; `mkdocs` runs with the limits of a sitecustomize."""
    limits = "".join(
        f"from dossier.pages import {room}\n{room}.{name} = {value}\n"
        for room, name, value in (
            ("indexes", "ON_A_PAGE", 4),
            ("indexes", "NAMES", 4),
            ("indexes", "MOST_MENTIONED", 2),
            ("indexes", "NAMES_ON_A_PAGE", 3),
            ("mentions", "ON_A_PAGE", 4),
        )
    )
    write_files(tmp_path / "limits", {"sitecustomize.py": limits})
    write_files(project / "seeds", seeds())
    (project / "entities.yml").write_text(REGISTER, encoding="utf-8")
    done = build_site(project / "mkdocs.yml", tmp_path / "site", PYTHONPATH=str(tmp_path / "limits"))
    assert done.returncode == 0, done.stderr
    for address in ("articles/_2019", "articles/_2019-03-page-2", "entities/people/_page-1"):
        assert (tmp_path / "site" / address / "index.html").exists()
    index = json.loads((tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = {each["location"] for each in index["docs"]}
    assert "articles/" in found
    assert not [each for each in found if "/_" in each]


def test_dividing_costs_no_more_than_the_rows() -> None:
    def work(number: int) -> int:
        days = [PartialDate(2000 + each % 7, each % 12 + 1) for each in range(number)]
        return calls_of(lambda: list(_archive(days).pages()))

    assert work(8_000) < 4.4 * work(2_000)


def test_of_very_many_pages_each_leads_to_a_few_and_all_are_near() -> None:
    pages = {page.uri: page for page in _archive([None] * 4_000).pages()}
    assert len(pages) == 400
    assert max(len(page.pages) for page in pages.values()) < 20
    leads = {uri: {f"a/{each}" for each in LINK.findall("".join(page.pages))} for uri, page in pages.items()}
    assert pages["a/_undated-page-200.md"].pages[0] == "[1](_undated.md)"
    near = {"a/_undated.md"}
    for _ in range(5):
        near |= {other for uri in near for other in leads[uri]}
    assert near == set(pages)


def test_the_newest_cost_nothing_of_the_others() -> None:
    many, few = (_archive([None] * number) for number in (8_000, 200))
    assert calls_of(lambda: many.newest(5)) == calls_of(lambda: few.newest(5))


def _archive(days: Sequence[PartialDate | None]) -> Archive[PartialDate | None]:
    return Archive(days, keys=keys_of, weight=lambda _: 1, most=10, uri=lambda key: f"a/_{key}.md", name="A")
