"""The pages of stories: what a reader sees of them, on the page and in the browser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import build_site, write_files
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, expect
from test_browser import Visit
from test_copies import STORY
from test_coverage import OTHER, REPORTS, seed
from test_pages import contents, links

from dossier import Dossier
from dossier.model import CleanText, Excerpt, Paragraph
from dossier.pages.glance import shown_passage

Make = Callable[..., Dossier]
SECOND = STORY.split("\n\n")[1]


def words(page: str | Path) -> str:
    """What a page says, without anchors, markup and addresses."""
    text = re.sub(r"\]\([^)]*\)(?:\{[^}]*\})?|<a id=[^>]*></a>|</?mark>|[\[*]", "", str(page))
    return " ".join(html.unescape(text).split())


def story_pages(dossier: Dossier) -> dict[str, str]:
    pages = contents(dossier)
    return {name: str(page) for name, page in pages.items() if re.match(r"coverage/[^_]", name) and "index" not in name}


def only(dossier: Dossier) -> str:
    (page,) = story_pages(dossier).values()
    return page


# The two seeds


def test_the_page_of_the_two_seeds_shows_at_a_glance_what_each_leaves_out(two_seeds: Dossier) -> None:
    page = only(two_seeds)
    glance = page.partition("## What each calls")[0]
    assert "2 articles, 2 texts" in glance
    assert "Who was first is not known: one of them states no date." in words(glance)
    assert "They are put together because they share text." in words(glance)
    a, b = (words(part) for part in glance.split("<section")[1:])
    for said in (
        "Workers' Party of Korea",
        "5th Plenary Meeting",
        "Ri Thae Song",
        "Geng Shuang",
        "U.S. President Donald Trump said last week",
    ):
        assert said in a
        assert said not in b
    for said in (
        "a move that some diplomats say has little support",
        "One Security Council diplomat, speaking on condition of anonymity",
        "needs nine votes in favor",
        "nine votes",
        "statues, seafood and textiles",
    ):
        assert said in b
        assert said not in a
    called = words(page.partition("## What each calls")[2].partition("## A and B")[0])
    assert "DPRK <small>×9" in called
    assert "North Korea <small>×8" in called


def test_the_paragraphs_of_the_two_seeds_stand_side_by_side(two_seeds: Dossier) -> None:
    page = only(two_seeds).partition("## A and B")[2]
    said = words(page)
    for annotated in two_seeds.articles:
        for paragraph in annotated.article.paragraphs:
            assert " ".join(paragraph.text.split()) in said
    assert "<mark>North Korea, a move that some diplomats say has little support</mark>" in html.unescape(page)
    assert page.count("\nEdited\n") == 4


def test_an_article_and_its_story_lead_to_each_other(two_seeds: Dossier) -> None:
    pages = contents(two_seeds)
    (story,) = two_seeds.stories
    for article in story.articles:
        page = str(pages[f"articles/{article}.md"])
        assert f"Also told by 1 other article: [what each leaves out](../coverage/{story.id}.md)" in page
        assert page.count(".dossier-compare") == (4 if article == story.articles[0] else 6)
    for source, target, anchor in links(pages):
        if anchor is not None and "coverage/" in source + target:
            assert f'id="{anchor}"' in str(pages[target]) or f"#{anchor} " in str(pages[target]), (
                source,
                target,
                anchor,
            )


# Other stories


def test_no_story_is_said_in_a_sentence(make_dossier: Make) -> None:
    pages = contents(make_dossier({"a.txt": STORY}))
    assert "No two articles tell the same story" in str(pages["coverage/index.md"])
    assert not any("Also told" in str(page) for page in pages.values())


def test_outlets_are_named_and_versions_counted(make_dossier: Make) -> None:
    copies = {
        f"{name}.txt": seed(STORY.replace("third", name), outlet=name, date="2024-03-05")
        for name in ("Post", "News", "Star")
    }
    dossier = make_dossier(
        copies | {"own.txt": seed(f"{SECOND}\n\n{OTHER}", outlet="Herald", date="2024-03-04T10:00Z")}
    )
    pages = contents(dossier)
    row = words(pages["coverage/index.md"])
    assert "4 March 2024 to 5 March 2024 · Herald, News, Post, Star · 4 articles, 2 texts" in row
    page = only(dossier)
    (letter,) = re.findall(r"### .*?>(\w)</span> .*\n(?=(?:.*\n){1,6}.*4 March 2024 · Herald)", page)
    assert "Nearly the same text: " in page
    assert f"By the stated dates, {letter} was first, on 4 March 2024." in words(page)
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## What only one has { #alone }",
        "## A and B, side by side { #beside-b }",
        "## A and C, side by side { #beside-c }",
        "## A and D, side by side { #beside-d }",
    ]
    article = str(pages[f"articles/{dossier.stories[0].base}.md"])
    base = next(a.article.outlet.value for a in dossier.articles if a.article.id == dossier.stories[0].base)
    others = ", ".join(name for name in ("Herald", "News", "Post", "Star") if name != base)
    assert f"Also told by {others}: " in article


def test_the_same_text_word_for_word_needs_no_columns(make_dossier: Make) -> None:
    page = only(make_dossier({f"{name}.txt": seed(STORY, outlet=name) for name in ("Post", "News")}))
    assert "A and B are the same, word for word." in page
    assert "2 articles, one text" in page
    assert page.count("No name, number, date, passage or quotation was found that only it has.") == 2
    assert "side by side" not in page


def test_a_guess_is_said_to_be_one(make_dossier: Make) -> None:
    reports = {
        f"{number}.txt": seed(text, date="2024-03-05", outlet=f"Paper {number}") for number, text in enumerate(REPORTS)
    }
    page = only(make_dossier(reports))
    assert "a guess, for they share no paragraph." in words(page)
    assert "2 articles, 2 independent texts" in page
    assert "side by side" not in page
    assert "**Passages**" not in page
    assert words(page).count("no paragraph") == 1
    assert "the stated dates, times and time zones do not tell" in page


def test_those_that_may_have_been_first_are_named(make_dossier: Make) -> None:
    days = {"Post": "2024-06-12", "News": "2024-06-10", "Star": "2024-06-10"}
    seeds = {
        f"{outlet}.txt": seed(f"{SECOND}\n\n{' '.join(f'{outlet}{n}x' for n in range(70))}", outlet=outlet, date=day)
        for outlet, day in days.items()
    }
    page = words(only(make_dossier(seeds)))
    assert re.search(r"By the stated dates, [ABC] or [BC] was first\.", page)
    assert "3 articles, 3 texts" in page


def test_further_passages_are_folded(make_dossier: Make) -> None:
    further = "\n\n".join(
        f"On day {n}, reporter number {n} of the Post saw gull {n} on pier {n}." for n in range(40, 60)
    )
    seeds = {
        "a.txt": seed(f"{STORY}\n\n{further}", outlet="Post"),
        "b.txt": seed(f"{SECOND}\n\n{OTHER}", outlet="News"),
    }
    page = only(make_dossier(seeds))
    assert "<summary>7 more passages</summary>" in page
    assert page.count("saw gull") == 40  # in the list, and beside the other


def test_a_date_is_shown_by_what_it_means(make_dossier: Make) -> None:
    told = STORY + "\n\nThe mayor promised help {}."
    seeds = {
        f"{outlet}.txt": seed(told.format(day), outlet=outlet, date="2024-03-07")
        for outlet, day in (("Post", "on Tuesday"), ("News", "last weekend"))
    }
    page = words(only(make_dossier(seeds)))
    assert "Dates Tuesday 5 March 2024" in page
    assert "Dates last weekend (2 to 3 March 2024)" in page


def test_the_page_of_a_name_leads_to_its_stories(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Harbour Board, kind: organisation}\n  - {name: Ansa Birk, kind: person}\n"
    seeds = {
        f"{outlet}{number}.txt": seed(
            f"Ferry {number} of the Harbour Board sank. {named} {' '.join(f'w{number}x{n}' for n in range(60))}",
            outlet=outlet,
            date=f"2024-03-{3 * number + 1:02}",
        )
        for number in range(7)
        for outlet, named in (
            ("Post", "Ansa Birk saw it." if number == 2 else "Nobody saw it."),
            ("News", "It was dark."),
        )
    }
    pages = contents(make_dossier(seeds, register))
    board, birk = (str(pages[f"entities/{name}.md"]) for name in ("organisations/harbour-board", "people/ansa-birk"))
    section = board.partition("## Stories")[2].partition("## Mentions")[0]
    assert section.count("../../coverage/2024") == 5
    assert section.index("19 March") < section.index("16 March") < section.index("7 March")
    assert "[2 more stories in the coverage](../../coverage/index.md)" in section
    assert "named in" not in section
    assert "named in 1 article" in birk


def test_many_texts_are_capped_and_said(make_dossier: Make) -> None:
    seeds = {
        f"{number:02}.txt": seed(
            f"{SECOND}\n\nReporter {number} saw it. " + " ".join(f"w{number}x{n}" for n in range(70)),
            outlet=f"Paper {number}",
        )
        for number in range(20)
    }
    page = only(make_dossier(seeds))
    assert page.count(", side by side {") == 12
    assert "**Not compared here**" in page
    assert page.count("\n- [") >= 7


def test_the_list_has_pages(make_dossier: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.pages.coverage._STORIES", 2)
    seeds = {}
    for number in range(3):
        text = " ".join(f"word{number}x{n}" for n in range(60)) + "."
        seeds |= {f"{number}{name}.txt": seed(text, outlet=name, date="2024-03-05") for name in ("Post", "News")}
    pages = contents(make_dossier(seeds))
    assert {name for name in pages if name.startswith("coverage/") and ("index" in name or "_" in name)} == {
        "coverage/index.md",
        "coverage/_page-2.md",
    }
    assert "[2](_page-2.md)" in str(pages["coverage/index.md"])


@given(
    text=st.lists(
        st.sampled_from(
            ["<b>", "{{ x }}", "[TOC]", "*a*", "`", "</div>", "[x](y)", "--8<-- 'x'", "# h", "|", "“", "9"]
        ),
        min_size=1,
    ).map(" ".join)
)
def test_nothing_of_a_seed_is_active_on_the_page(two_seeds: Dossier, text: str) -> None:
    article = replace(two_seeds.articles[0].article, text=CleanText((Paragraph("p-1", "paragraph", text, (1,)),), ()))
    shown = shown_passage(Excerpt("p-1", 0, len(text)), article, "coverage/x.md")
    assert not re.search(r"[<{`|*]", shown.rpartition("](")[0].partition("[")[2])


def test_hostile_stories_build_without_a_warning(project: Path, tmp_path: Path) -> None:
    many = "\n\n".join(["The same paragraph stands here again, and once more after that."] * 3_000)
    hostile = '</div></section> <script>alert(1)</script> [x](javascript:y) {{ config }} <a id="a-p-1"></a> ' * 20
    write_files(
        project / "seeds",
        {
            "many-1.txt": seed(many, outlet="One", date="2024-03-05"),
            "many-2.txt": seed(
                many + "\n\nAnd one more, which the other does not have at all.", outlet="Two", date="2024-03-05"
            ),
            "hostile-1.txt": seed(
                f"{STORY}\n\n{hostile}", outlet="'<b>One</b>'", title="'[TOC] {{ x }} |'", date="2024-03-06"
            ),
            "hostile-2.txt": seed(f"{STORY}\n\n{hostile} more", outlet="'`Two`'", title="'# </h1>'", date="2024-03-06"),
        },
    )
    done = build_site(project / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "site/coverage").glob("*/index.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert 'href="javascript:y' not in text


# In the browser


def follow(page_link: Locator) -> None:
    """Go to a link by keyboard, once the page has taken note of where one has scrolled to."""
    page_link.focus()
    page_link.page.wait_for_timeout(500)
    page_link.press("Enter")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (390, True), (390, False)])
def test_from_an_article_to_its_coverage_to_the_other_article_and_back(
    browser: Browser, address: str, width: int, javascript: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=javascript)
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), address)
    page = visit.open("articles/")
    follow(page.get_by_role("link", name="(United Nations)"))
    expect(page.locator("h1")).to_contain_text("United Nations")
    follow(page.get_by_role("link", name="what each leaves out"))
    page.wait_for_url("**/coverage/**")
    expect(page.locator(".dossier-alone")).to_contain_text("a move that some diplomats say has little support")
    expect(page.locator(".dossier-alone")).to_contain_text("Ri Thae Song")
    row = page.locator(".dossier-beside", has_text="unwanted")
    first, second = (row.locator(".dossier-side").nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert (first["y"] == second["y"]) is (width > 1000)  # columns, or one below the other
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    follow(row.get_by_role("link", name="Paragraph 8 of A"))
    page.wait_for_url("**/articles/**#p-*")
    expect(page.locator("h1")).to_contain_text("Geng Shuang")
    paragraph = page.locator(".dossier-body p", has=page.locator(f"[id='{page.url.partition('#')[2]}']"))
    expect(paragraph).to_contain_text("The DPRK has previously warned")
    expect(paragraph).to_be_in_viewport()
    follow(paragraph.get_by_role("link", name="Compare paragraph 8"))
    page.wait_for_url("**/coverage/**#a-p-*")
    expect(row.first).to_be_in_viewport()
    context.close()
    assert [text for text in visit.complaints if "net::ERR_ABORTED" not in text] == []
