"""What a reader does with the timeline, in a real browser: by mouse and keyboard, on a phone, without JavaScript."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build_site, built_and_served, write_files
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

ROWS = ".dossier-timeline > ul > li"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def shown(page: Page) -> int:
    return page.locator(f"{ROWS}:visible").count()


def test_from_a_person_to_the_filtered_timeline_and_to_the_paragraph(page: Page, address: str) -> None:
    page.goto(f"{address}entities/people/kim-jong-un/")
    page.get_by_role("link", name="On the timeline").click()
    page.wait_for_url("**/timeline/?entity=kim-jong-un")
    expect(page.get_by_role("status")).to_have_text("1 of 9 dates")
    expect(page.get_by_label("Name", exact=True)).to_have_value("kim-jong-un")
    assert shown(page) == 1
    assert page.locator("h2:visible").all_text_contents() == ["2019¶"] or page.locator("h2:visible").count() == 1
    page.locator(".dossier-unplaced summary").click()
    assert page.locator(".dossier-unplaced li li:visible").count() == 1
    page.locator(ROWS).locator("visible=true").get_by_role("link", name="on December 29, 2019").click()
    page.wait_for_url("**#p-5f38c47a")
    expect(page.locator(".dossier-caption")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 of 9 dates")


def test_it_is_filtered_and_shown_whole_again_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    assert shown(page) == 9
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.type("White")
    expect(page.get_by_role("status")).to_have_text("1 of 9 dates")
    assert page.url.endswith("/timeline/?entity=white-house")
    page.get_by_role("button", name="Show all").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("")
    assert shown(page) == 9
    assert page.url.endswith("/timeline/")
    page.get_by_label("From").fill("2019-12-30")
    page.get_by_label("From").press("Tab")
    expect(page.get_by_role("status")).to_have_text("4 of 9 dates")  # since 2006, December, and two of the day
    assert page.locator("h2:visible").count() == 2


def test_what_is_not_shown_is_not_listed(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    listed = page.locator(".md-nav--secondary li:visible")
    assert listed.count() > 2
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    page.get_by_label("From").fill("2019-12-30")
    page.get_by_label("To", exact=True).fill("2019-12-31")
    page.get_by_label("To", exact=True).press("Tab")
    expect(page.locator(".dossier-unplaced")).to_be_hidden()
    shown_headings = page.locator("[id^=on-]:is(h2, h3):visible")
    assert listed.count() == shown_headings.count()
    page.get_by_label("From").fill("2020-12-30")
    page.get_by_label("From").press("Tab")
    expect(page.get_by_role("status")).to_have_text("The first day is after the last one: nothing is between them.")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".dossier-unplaced")).to_be_visible()
    expect(page.locator(".dossier-unplaced summary")).to_have_text("Dates that could not be placed: 7 dates")


def test_the_filter_is_the_first_in_the_page_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the content
    page.wait_for_timeout(300)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.classList.contains('headerlink')"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('form.dossier-filter') !== null")
    first, last = (page.get_by_label(name, exact=True).bounding_box() for name in ("From", "To"))
    assert first is not None
    assert last is not None
    assert first["y"] == last["y"]


def test_a_bar_leads_to_its_year_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"{address}timeline/", wait_until="networkidle")
    bar = page.locator(".dossier-bars a").last
    bar.focus()
    page.wait_for_timeout(500)  # Material keeps where the page was scrolled to a moment after it moved
    bar.press("Enter")
    page.wait_for_url("**#on-2019")
    expect(page.locator("#on-2019")).to_be_in_viewport()


def test_without_javascript_all_rows_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}timeline/?entity=kim-jong-un")
    assert shown(page) == 9
    expect(page.locator(".dossier-filter")).to_be_hidden()
    page.locator(".dossier-bars a").first.click()
    assert page.url.endswith("#on-2006")
    page.get_by_role("link", name="since 2006").click()
    expect(page.locator(".dossier-body")).to_contain_text("Pyongyang has been under UN sanctions since 2006")
    context.close()


def test_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in ("timeline/", "timeline/?entity=kim-jong-un", "entities/people/kim-jong-un/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    context.close()


def test_the_whole_column_of_a_bar_can_be_touched(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}timeline/")
    whole = page.locator(".dossier-bars").bounding_box()
    bars = page.locator(".dossier-bars a").all()
    assert whole is not None
    assert len(bars) > 1
    for bar in bars:
        box = bar.bounding_box()
        assert box is not None
        assert box["height"] >= whole["height"] - 1
        top = [box["x"] + box["width"] / 2, box["y"] + 2]
        assert bar.evaluate("(bar, [x, y]) => bar.contains(document.elementFromPoint(x, y))", top)
    context.close()


def test_opened_as_files_the_scripts_work(page: Page, project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text()}\nuse_directory_urls: false\n")
    assert build_site(config, tmp_path / "built").returncode == 0
    page.goto(f"{(tmp_path / 'built' / 'timeline' / 'index.html').as_uri()}?entity=kim-jong-un")
    expect(page.get_by_role("status")).to_have_text("1 of 9 dates")
    assert shown(page) == 1
    page.goto((tmp_path / "built" / "statements" / "index.html").as_uri())
    expect(page.locator("[data-dossier-filter] input").first).to_be_visible()


def test_the_further_pages_of_a_day_are_filtered_with_it(page: Page, project: Path, tmp_path: Path) -> None:
    said = [f"Boat {number} of pier {number * 7} was painted on March 1, 2017." for number in range(1_100)]
    said.append("Kim Jong Un saw the boats of pier 9999 on March 1, 2017.")
    write_files(project, {"seeds/many.md": "---\ndate: 2017-06-01\n---\n" + "\n\n".join(said)})
    with built_and_served(project / "mkdocs.yml", tmp_path / "built") as address:
        page.goto(f"{address}timeline/2017-03-01/?entity=kim-jong-un")
        expect(page.get_by_role("status")).to_have_text("1 of 1,101 dates")
        assert shown(page) == 1
        page.goto(f"{address}timeline/?entity=kim-jong-un")
        expect(page.get_by_role("status")).to_contain_text("2 of 1,1")


def test_a_timeline_of_several_pages_is_filtered_as_one(page: Page, project: Path, tmp_path: Path) -> None:
    days = [dt.date(2016, 6, 1) + dt.timedelta(days=number) for number in range(320)]
    seeds = {
        f"seeds/{day}.md": f"---\ndate: {day}\noutlet: {'Bay' if day.day == 7 else 'Coast'}\n---\nBoat {day:%j} was painted on {day:%A}."
        for day in days
    }
    seeds["seeds/kim.md"] = "---\ndate: 2017-03-03\n---\nKim Jong Un spoke of boats on Friday.\n"
    write_files(project, seeds)
    with built_and_served(project / "mkdocs.yml", tmp_path / "built") as address:
        page.goto(f"{address}timeline/")
        expect(page.get_by_role("link", name="2017", exact=True).first).to_be_visible()
        assert shown(page) == 1  # that of 2006 alone has no page of its own
        page.locator(".dossier-bars a").nth(5).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#on-20*")
        page.get_by_label("Outlet").select_option("Bay")
        expect(page.get_by_role("status")).to_contain_text("11 of 3")
        assert shown(page) == 11
        page.get_by_label("Name", exact=True).select_option("kim-jong-un")
        page.get_by_label("Outlet").select_option("")
        expect(page.get_by_role("status")).to_contain_text("2 of 3")
        page.get_by_role("link", name="on Friday").click()
        expect(page.locator(".dossier-body")).to_contain_text("Kim Jong Un spoke of boats")
        page.goto(f"{address}timeline/2017/?outlet=Bay")
        expect(page.get_by_role("status")).to_contain_text("of")
        assert shown(page) == 4
        page.goto(f"{address}timeline/")
        page.route("**/timeline/20*/", lambda _: None)  # each is kept waiting
        page.get_by_label("Outlet").select_option("Bay")
        page.get_by_label("Outlet").select_option("Coast")
        expect(page.get_by_role("status")).to_contain_text("Reading the pages")
        page.unroute("**/timeline/20*/")  # and let go
        expect(page.get_by_role("status")).to_contain_text("309 of 3")
        assert shown(page) == 309
        page.get_by_role("button", name="Show all").click()
        expect(page.locator(f"{ROWS}:visible")).to_have_count(1)


def test_few_pages_are_read_at_a_time(page: Page, address: str) -> None:
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route("**/timeline/part-*/", hold)
    page.goto(f"{address}timeline/")
    page.locator(".dossier-filtered").evaluate(
        """form => { for (let part = 0; part < 40; part++) {
            const heading = document.createElement("h2");
            heading.id = `on-${part}`;
            heading.innerHTML = `<a href="part-${part}/">${part}</a>`;
            form.parentElement.append(heading);
        } }"""
    )
    page.get_by_label("Name", exact=True).select_option("white-house")
    while len(asked) < 8:
        page.wait_for_timeout(50)
    page.wait_for_timeout(200)
    assert len(asked) == 8
    asked[0].abort()
    page.unroute("**/timeline/part-*/", hold)
    expect(page.get_by_role("status")).to_contain_text("could not be read")
    with page.expect_request("**/timeline/part-39/"):
        page.route("**/timeline/part-*/", lambda route: route.fulfill(body="<p>", content_type="text/html"))
        page.get_by_label("Name", exact=True).select_option("kim-jong-un")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ of \d+ dates$"))
