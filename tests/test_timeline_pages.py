"""The pages of the timeline: what a row says, the picture, and how much stands on one page."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import Dossier, render
from dossier.model import Period
from dossier.pages.periods import period_phrase
from dossier.pages.pictures import Bar, bar_chart

Make = Callable[..., Dossier]


def pages_of(dossier: Dossier) -> dict[str, str]:
    return {page.src_uri: str(page.content) for page in render(dossier) if not isinstance(page.content, Path)}


def rows_of(page: str) -> list[str]:
    return re.findall(r"^- .*<time[^>]*>(.*)</time>", page, re.MULTILINE)


def test_the_timeline_of_the_two_seeds(two_seeds: Dossier) -> None:
    page = pages_of(two_seeds)["timeline/index.md"]
    assert rows_of(page) == [
        "From 2006 on",
        "2016",
        "2017",
        "December 2019",
        *["Sunday 29 December 2019"] * 3,
        *["Monday 30 December 2019"] * 2,
    ]
    assert "9 dates in 2 articles." in page
    assert page.count("announced</span>") == 2
    assert page.count("Also told by") == 2
    assert page.count("without a date that is known") == 3
    assert "They disagree" not in page
    assert re.search(r"said \[on Sunday\]\(\.\./articles/[\w-]+\.md#p-6d6d6f58\) that the \[United States\]", page)
    assert "Dates that could not be placed: <span>7 dates</span>" in page
    assert "The day of the article is not known" in page


def test_the_timeline_of_an_entity(two_seeds: Dossier) -> None:
    pages = pages_of(two_seeds)
    person = pages["entities/people/kim-jong-un.md"]
    assert rows_of(person) == ["Sunday 29 December 2019"]
    assert "[On the timeline](../../timeline/index.md?entity=kim-jong-un)" in person
    assert "## Timeline" not in pages["entities/people/geng-shuang.md"]


def article(day: dt.date, text: str, outlet: str = "Coast") -> str:
    return f"---\ndate: {day}\noutlet: {outlet!r}\n---\n{text}\n"


def test_an_entity_shows_what_is_nearest_to_the_news(make_dossier: Make) -> None:
    years = " ".join(f"Kim Jong Un met envoy number {year} in {year}." for year in range(1900, 1940))
    news = "Kim Jong Un met the mayor on 5 January 2020. Kim Jong Un will meet the king on 9 January 2020."
    names = "entities:\n  - {name: Kim Jong Un, kind: person}\n"
    pages = pages_of(make_dossier({"a.md": article(dt.date(2020, 1, 8), f"{years} {news}")}, names))
    page = pages["entities/people/kim-jong-un.md"]
    assert rows_of(page) == [str(year) for year in range(1922, 1940)] + [
        "Sunday 5 January 2020",
        "Thursday 9 January 2020",
    ]
    assert "20 of 42 dates, those nearest to its newest article (8 January 2020)." in page
    assert "All 42 on the timeline" in page


def test_the_fullest_years_can_be_jumped_to(make_dossier: Make) -> None:
    old = " ".join(f"The town was burnt in {year}." for year in range(1787, 1797))
    new = " ".join(f"Ferry number {day} sank on {day} May 2019." for day in range(1, 25))
    page = pages_of(make_dossier({"a.md": article(dt.date(2020, 1, 8), f"{old} {new}")}))["timeline/index.md"]
    assert "What happened when, and what is to come" in page
    assert re.search(r"^- \[2019\]\(#on-2019\) <small>24</small>$", page, re.MULTILINE)
    assert "(#on-1787)" not in page.split("## 1787")[0]
    assert page.index("dossier-filter") < page.index("dossier-jump") < page.index("dossier-density")


def test_two_who_disagree_name_each_others_day(make_dossier: Make) -> None:
    vote = "The harbour council of North Harbour voted against the new ferry toll {} after a debate of nine hours."
    dossier = make_dossier(
        {
            "a.md": article(
                dt.date(2020, 1, 8), vote.format("on Tuesday") + " It was the first vote of the year there."
            ),
            "b.md": article(dt.date(2020, 1, 10), vote.format("on Wednesday") + " Many had come to hear it.", "Bay"),
        }
    )
    page = pages_of(dossier)["timeline/index.md"]
    tuesday, wednesday = (part for part in page.split("\n- ")[1:] if "<time" in part)
    assert "disagree on the day:</span> Wednesday 8 January 2020 says" in tuesday
    assert '<span class="dossier-outlet">Bay</span>' in tuesday
    assert "disagree on the day:</span> Tuesday 7 January 2020 says" in wednesday


def test_a_few_hundred_rows_stand_on_one_page_and_more_on_several(make_dossier: Make) -> None:
    days = [dt.date(2017, 1, 1) + dt.timedelta(days=number) for number in range(140)]
    days += [dt.date(2018, 1, 1) + dt.timedelta(days=number) for number in range(100)]
    seeds = {
        f"{day}.md": article(day, f"Boat {day:%j} of the harbour was painted on {day:%B} {day.day}, {day.year}.")
        for day in days
    }
    seeds["old.md"] = article(dt.date(2017, 5, 5), "The harbour was built in 1890.")
    pages = pages_of(make_dossier(seeds))
    index = pages["timeline/index.md"]
    assert rows_of(index) == ["1890"]
    assert "## [2017](2017.md) { #on-2017 }" in index
    assert '<a id="on-2017-03"></a>[March 2017](2017.md#on-2017-03) <small>31</small>' in index
    assert len(rows_of(pages["timeline/2017.md"])) == 140
    assert "timeline/1890.md" not in pages
    assert "[Timeline](index.md)" in pages["timeline/2017.md"]
    assert "timeline/2017-03.md" not in pages


def test_rows_of_many_small_years_do_not_fill_the_page_above(make_dossier: Make) -> None:
    years = range(1900, 1980)
    text = "\n\n".join(f"Pier {year} was built in {year}, and painted {year - 1899} times." for year in years)
    spring = [dt.date(2017, 1, 1) + dt.timedelta(days=number) for number in range(140)]
    seeds = {f"{day}.md": article(day, f"Boat {day:%j} came on {day:%B} {day.day}, {day.year}.") for day in spring}
    pages = pages_of(make_dossier(seeds | {"old.md": article(dt.date(2017, 5, 5), text)}))
    assert rows_of(pages["timeline/index.md"]) == []
    assert "## [1900](1900.md) { #on-1900 }" in pages["timeline/index.md"]
    assert rows_of(pages["timeline/1900.md"]) == ["1900"]


def test_a_year_of_thousands_has_a_page_a_month(make_dossier: Make) -> None:
    sentences = (
        f"Boat {number} of pier {number * 7} was painted on March {number % 28 + 1}, 2017." for number in range(1_100)
    )
    other = "The gulls came back on May 3, 2017."
    pages = pages_of(make_dossier({"a.md": article(dt.date(2017, 6, 1), "\n\n".join([*sentences, other]))}))
    assert "## [March 2017](2017-03.md) { #on-2017-03 }" in pages["timeline/2017.md"]
    assert "## [Wednesday 1 March 2017](2017-03-01.md) { #on-2017-03-01 }" in pages["timeline/2017-03.md"]
    assert rows_of(pages["timeline/2017.md"]) == ["Wednesday 3 May 2017"]
    found = [row for uri, page in pages.items() if uri.startswith("timeline/2017-03-") for row in rows_of(page)]
    assert len(found) == 1_100


@pytest.mark.parametrize(
    ("when", "key", "called"),
    [("on March 1, 2017", "2017-03-01", "Wednesday 1 March 2017"), ("in 2017", "2017", "2017")],
)
def test_what_is_more_of_a_day_or_of_a_year_goes_on_on_further_pages(
    make_dossier: Make, when: str, key: str, called: str
) -> None:
    sentences = (f"Boat {number} of pier {number * 7} was painted {when}." for number in range(320))
    other = "The gulls came back on May 3, 2018."
    pages = pages_of(make_dossier({"a.md": article(dt.date(2019, 6, 1), "\n\n".join([*sentences, other]))}))
    found = {uri: len(rows_of(page)) for uri, page in pages.items() if uri.startswith(f"timeline/{key}")}
    first = "timeline/2017.md" if key == "2017" else f"timeline/{key}.md"
    assert {uri: number for uri, number in found.items() if number} == {
        first: 150,
        f"timeline/{key}-more-2.md": 150,
        f"timeline/{key}-more-3.md": 20,
    }
    assert f"## [{called}, page 3]({key}-more-3.md) {{ #on-{key}-more-3 }}" in pages[first]
    assert f"[{called}]({key}.md)" in pages[f"timeline/{key}-more-2.md"]
    assert "export json" not in pages[first]


def test_no_article_says_when(make_dossier: Make) -> None:
    page = pages_of(make_dossier({"a.txt": "Nobody came to the harbour."}))["timeline/index.md"]
    assert "No article says when." in page
    assert "<form" not in page
    assert "<figure" not in page


def test_a_hostile_outlet_and_sentence_are_only_words(make_dossier: Make) -> None:
    text = 'The </div><script>alert(1)</script> "sank" on May 3, 2018, *so* [they](javascript:x) say {{ x }}.'
    seeds = {"a.md": article(dt.date(2018, 6, 1), text, '"><script>alert(2)</script>')}
    page = pages_of(make_dossier(seeds))["timeline/index.md"]
    assert "<script" not in page
    assert "javascript:x)" not in page.replace("&#93;(javascript:x)", "")
    assert html.unescape(page).count("<script>alert(2)</script>") == 3
    assert '<option value="&#34;&#62;' in page


def test_a_text_of_very_many_dates_ends(make_dossier: Make) -> None:
    text = " ".join(f"on May {number % 28 + 1}, {1990 + number % 30}" for number in range(10_000))
    pages = pages_of(make_dossier({"a.md": article(dt.date(2018, 6, 1), text)}))
    assert sum(map(len, pages.values())) < 60_000_000
    assert max(len(page) for uri, page in pages.items() if uri.startswith("timeline/")) < 3_000_000
    assert "timeline/1990.md" in pages


@pytest.mark.parametrize(
    ("start", "end", "precision", "phrase"),
    [
        ("2019-12-30", "2019-12-31", "day", "Monday 30 December 2019"),
        ("2019-12-23", "2019-12-30", "week", "week of Monday 23 December 2019"),
        ("2019-12-01", "2020-01-01", "month", "December 2019"),
        ("2019-01-01", "2020-01-01", "year", "2019"),
        ("2018-05-03", "2018-05-06", "span", "3 to 5 May 2018"),
        ("2018-05-30", "2018-06-03", "span", "30 May 2018 to 2 June 2018"),
        ("2018-01-01", "2018-04-01", "span", "January to March 2018"),
        ("2018-12-01", "2019-03-01", "span", "December 2018 to February 2019"),
        ("1990-01-01", "2000-01-01", "span", "1990 to 1999"),
        ("2006-01-01", None, "span", "from 2006 on"),
        ("2006-03-01", None, "span", "from March 2006 on"),
        ("2006-03-05", None, "span", "from 5 March 2006 on"),
        (None, "2006-03-05", "span", "until 4 March 2006"),
        (None, "2006-03-01", "span", "until the end of February 2006"),
        (None, "2006-01-01", "span", "until the end of 2005"),
    ],
)  # fmt: skip
def test_a_period_in_words(start: str | None, end: str | None, precision: str, phrase: str) -> None:
    days = [None if each is None else dt.date.fromisoformat(each) for each in (start, end)]
    assert period_phrase(Period(*days), precision) == phrase  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 10**9), max_size=80))
def test_a_picture_of_any_numbers(numbers: list[int]) -> None:
    drawn = bar_chart([Bar(f"{place}", number, "on-2019") for place, number in enumerate(numbers)], "Dates")
    heights = [int(each) for each in re.findall(r'height="(\d+)"', drawn)]
    assert len(heights) == sum(number > 0 for number in numbers)
    assert all(3 <= height <= 100 for height in heights)
    assert "\n" not in drawn


def test_an_outlet_that_tells_two_titles_apart_is_named_once(make_dossier: Make) -> None:
    text = "The harbour board closed the northern quay of Port Alder on Tuesday after the storm."
    seeds = {
        f"{outlet}.md": f"---\ntitle: Quay closed\ndate: 2020-01-08\noutlet: {outlet}\n---\n{text}{more}"
        for outlet, more in (
            ("Coast", " Nobody was there."),
            ("Harbour", "\n\nIt will be mended, the mayor of it said."),
        )
    }
    page = pages_of(make_dossier(seeds))["timeline/index.md"]
    (line,) = re.findall(r".*Also told by.*", page)
    assert len(re.findall(r"Coast|Harbour", re.sub(r"\([^()]*\.md[^()]*\)", "", line))) == 1
