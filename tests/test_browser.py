"""What a reader does with the built site, in a real browser, under a base path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, built_and_served, write_files
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

pytestmark = pytest.mark.browser


class Visit:
    """A page that keeps every complaint of the browser, and every request that leaves the host."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("console", self.check_message)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url} {request.failure}"))
        page.on("request", self.check_host)

    def check_message(self, message: ConsoleMessage) -> None:
        # A browser asks for an icon of its own accord where a file names none, as a text file cannot.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            self.complaints.append(f"{message.text} {message.location['url']}")

    def check_host(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"left the host: {url}")

    def open(self, path: str = "") -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), address)
    yield visit
    complaints = [text for text in visit.complaints if "net::ERR_ABORTED" not in text]
    context.close()
    assert complaints == []


def search(page: Page, words: str) -> None:
    """Type as a reader does: once the search is ready, which it says by taking the focus and showing its state."""
    page.wait_for_selector(".md-search-result__meta:not(:text('Initializing search'))", state="attached")
    field = page.locator(".md-search__input")
    field.click()
    field.fill("")
    field.press_sequentially(words)
    field.press("End")  # the search listens to keys, and a letter that is on no key comes without one
    page.wait_for_selector(".md-search-result__item")


def test_article_to_person_and_back_to_the_paragraph(visit: Visit) -> None:
    page = visit.open()
    page.get_by_role("link", name="Geng Shuang)").click()
    expect(page.locator("h1")).to_contain_text("UN Security Council members")
    page.locator(".dossier-body").get_by_role("link", name="Kim Jong Un").first.click()
    expect(page.locator("h1")).to_have_text("Kim Jong Un")
    assert page.url == f"{visit.address}entities/people/kim-jong-un/"
    sentence = page.locator("li", has_text="called for efforts to improving science")
    sentence.get_by_role("link", name="Kim").click()
    page.wait_for_url("**#p-*")
    anchor = page.url.partition("#")[2]
    paragraph = page.locator(".dossier-body p", has=page.locator(f"#{anchor}"))
    expect(paragraph).to_contain_text("Kim also called for efforts to improving science")
    expect(paragraph).to_be_in_viewport()


def test_a_link_leads_to_its_paragraph_on_a_slow_machine_too(visit: Visit) -> None:
    page = visit.open("entities/people/kim-jong-un/")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    sentence = page.locator("li", has_text="called for efforts to improving science")
    sentence.get_by_role("link", name="Kim").click()  # it scrolls there, and does not wait as a reader may
    paragraph = page.locator(".dossier-body p", has_text="Kim also called for efforts to improving science")
    expect(paragraph).to_be_in_viewport()
    page.wait_for_timeout(300)  # Material keeps where the page was scrolled to a moment after it moved
    expect(paragraph).to_be_in_viewport()
    assert "#p-" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text("Kim Jong Un")
    expect(sentence).to_be_in_viewport()


def test_search_finds_an_entity_by_its_alias_first(visit: Visit) -> None:
    page = visit.open()
    search(page, "DPRK")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1").first).to_have_text("North Korea")
    first.locator("a").first.click()
    page.wait_for_url("**/entities/places/north-korea/**")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("KCNA", "Korean Central News Agency"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("U.S.", "United States"),
        ("Democratic People's Republic of Korea", "North Korea"),
        ("Security Council", "UN Security Council"),
    ],
)
def test_search_knows_every_alias(visit: Visit, words: str, title: str) -> None:
    page = visit.open()
    search(page, words)
    expect(page.locator(".md-search-result__item").first.locator("h1").first).to_have_text(title)


@pytest.mark.parametrize(
    ("words", "title"),
    [("statues seafood textiles", "(United Nations)"), ("denuclearization dialogue", "(Donald Trump, Geng Shuang)")],
)
def test_search_finds_an_article_by_its_words(visit: Visit, words: str, title: str) -> None:
    page = visit.open()
    search(page, words)
    expect(page.locator(".md-search-result__item", has_text=title).first).to_be_visible()


def test_search_finds_a_word_in_quotation_marks(visit: Visit) -> None:
    page = visit.open()
    search(page, "offensive measures")  # the seed has: "positive and offensive measures …
    search(page, "positive")
    expect(page.locator(".md-search-result__item").first).to_contain_text("(Donald Trump, Geng Shuang)")


def test_hovering_an_entity_shows_a_preview(visit: Visit) -> None:
    page = visit.open()
    page.get_by_role("link", name="Geng Shuang)").click()
    expect(page.locator("h1")).to_contain_text("UN Security Council members")
    page.locator(".dossier-body").get_by_role("link", name="Ri Thae Song").hover()
    tooltip = page.locator(".md-tooltip2--active", has_text="Ri Thae Song North")
    expect(tooltip).to_contain_text("vice foreign minister")


def test_the_site_is_whole_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}entities/people/kim-jong-un/")
    page.locator("li", has_text="called for efforts").get_by_role("link").click()
    expect(page.locator(".dossier-body")).to_contain_text("Kim also called for efforts")
    page.locator(".dossier-removed summary").click()
    expect(page.locator(".dossier-removed td", has_text="00:51")).to_be_visible()
    context.close()


def test_the_untouched_seed_is_served(visit: Visit) -> None:
    page = visit.open("articles/")
    page.get_by_role("link", name="(United Nations)").click()
    with page.expect_download() as download:
        page.locator(".dossier-facts").get_by_role("link", name="001_7269a4ff2dde0273.txt").click()
    assert download.value.suggested_filename == "001_7269a4ff2dde0273.txt"
    assert download.value.path().read_bytes() == (ROOT / "seeds" / "001_7269a4ff2dde0273.txt").read_bytes()


def test_by_keyboard_to_a_name(visit: Visit) -> None:
    page = visit.open("entities/")
    page.locator("h1").click()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Kim Jong Un":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/entities/people/kim-jong-un/")


def test_no_sideways_scrolling_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in ("", "articles/", "entities/", "entities/places/north-korea/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(address)
    page.get_by_role("link", name="(United Nations)").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_from_a_statement_to_its_words_and_back_by_keyboard(visit: Visit) -> None:
    page = visit.open("statements/")
    page.get_by_role("link", name="Geng Shuang 3").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/#geng-shuang")
    page.locator(".dossier-statement", has_text="To maintain peace and stability").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**#p-*")
    anchor = page.url.partition("#")[2]
    expect(page.locator(".dossier-body p", has=page.locator(f"#{anchor}"))).to_contain_text("To maintain peace")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Statements")


def test_statements_are_filtered_by_words(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_role("link", name="Statements").first.click()  # without a new load of the scripts
    field = page.get_by_label("Show only those with")
    expect(field).to_be_visible()
    shown = page.locator(".dossier-statement:visible")
    total = shown.count()
    field.press_sequentially("ri thae dialogue")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("by way of Korean Central News Agency")
    expect(page.get_by_role("status").last).to_have_text("1 found")
    expect(page.get_by_role("heading", name="Geng Shuang")).to_be_hidden()
    field.fill("")
    expect(shown).to_have_count(total)


def test_what_statements_are_filtered_by_stands_in_the_address(visit: Visit) -> None:
    page = visit.open("statements/?q=nobody+said+that")
    expect(page.locator(".dossier-statement:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="In the register")).to_be_hidden()
    page.get_by_label("Show only those with").fill("dialogue")
    page.wait_for_url("**/statements/?q=dialogue")
    page.get_by_label("From").fill("2100-01-01")
    expect(page.locator(".dossier-statement:visible")).to_have_count(0)
    page.get_by_label("From").fill("")
    expect(page.locator(".dossier-statement:visible")).not_to_have_count(0)


def test_statements_on_a_phone_and_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}statements/")
    assert page.locator(".dossier-statement:visible").count() > 20
    assert page.locator("[data-dossier-filter] input").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto(f"{address}entities/people/ri-thae-song/")
    expect(page.locator("h2#said-by")).to_be_visible()
    expect(page.locator(".dossier-statement").first).to_contain_text("The dialogue touted by the U.S. is, in essence")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".dossier-statement").first.get_by_role("link").last.click()
    expect(page.locator(".dossier-body")).to_contain_text("The dialogue touted by")
    context.close()


HOSTILE = """\
<script>alert(1)</script><img src=x onerror=alert(2)> says "hello" {{ config }} and more

A plain first paragraph of an article with enough words to make the line above it a headline, said Ada Vance.

[click](javascript:alert(3)) ![x](https://example.com/x.png) <iframe src="https://example.com"></iframe>

--8<-- "mkdocs.yml"

[TOC]

</div></div><form action="https://example.com"><input onfocus=alert(4) autofocus></form>
"""


def test_a_hostile_seed_is_only_words(browser: Browser, project: Path, tmp_path: Path) -> None:
    write_files(
        project, {"seeds/hostile.txt": HOSTILE, "entities.yml": "entities:\n  - {name: Ada Vance, kind: person}\n"}
    )
    with built_and_served(project / "mkdocs.yml", tmp_path / "built") as address:
        context = browser.new_context()
        visit = Visit(context.new_page(), address)
        page = visit.open("articles/")
        page.get_by_role("link", name="alert(1)").click()
        expect(page.locator("h1")).to_contain_text('<script>alert(1)</script><img src=x onerror=alert(2)> says "hello"')
        expect(page.locator(".dossier-body")).to_contain_text('</div></div><form action="https://example.com">')
        expect(page.locator(".dossier-body")).to_contain_text("[click](javascript:alert(3))")
        assert page.locator(".dossier-body :is(script, img, iframe, form, input, h2, .toc)").count() == 0
        assert page.title().startswith("<script>alert(1)</script>")
        search(page, "hello")
        expect(page.locator(".md-search-result__item").first).to_contain_text("alert(1)")
        assert page.locator(".md-search-result img").count() == 0
        context.close()
    assert visit.complaints == []


def test_chinese_is_searched_without_spaces(browser: Browser, project: Path, tmp_path: Path) -> None:
    seed = "港口星期一关闭了三天，集装箱码头的工人张敏说，他们还在等待消息。"
    write_files(project, {"seeds/port.txt": seed, "entities.yml": "entities:\n  - {name: 张敏, kind: person}\n"})
    with built_and_served(project / "mkdocs.yml", tmp_path / "built") as address:
        context = browser.new_context()
        page = Visit(context.new_page(), address).open()
        search(page, "集装箱")
        expect(page.locator(".md-search-result__item").first).to_contain_text("港口星期一关闭了三天")
        search(page, "张敏")
        expect(page.locator(".md-search-result__item").first.locator("h1").first).to_have_text("张敏")
        page.goto(f"{address}articles/")
        page.get_by_role("link", name="港口星期一").click()
        assert page.locator(".dossier-body").get_attribute("lang") == "zh"
        context.close()


ARABIC = """---
title: UNESCO تعلن إغلاق ميناء الشمال لمدة ثلاثة أيام
date: 2020-01-05
authors: [محمد علي]
dateline: ميناء الشمال
outlet: صحيفة الساحل
---
قالت NATO إن ميناء الشمال سيبقى مغلقاً لمدة ثلاثة أيام بعد العاصفة التي ضربت الساحل في هذا الأسبوع.

## ماذا بعد ذلك

> لن نعود إلى البحر قبل أن تهدأ الرياح، قال محمد علي في ميناء الشمال.

- وصلت العبارة في الصباح بعد أن هدأت الرياح.

سفن راسية في ميناء الشمال (Photo: Bo Lind)
"""
HEBREW = "הנמל של צפון נסגר לשלושה ימים, אמרה ראש העיר.\n\nהמעבורת הגיעה רק בבוקר, כי נשבה רוח חזקה מן הים."
JAPANESE = "北港は三日間にわたって閉鎖されたと市長が発表した。フェリーは朝になってから入港した。"
CHINESE = "北港的港口关闭了三天，市长说。渡轮直到早上才进港，因为当时海上的风很大。"
SCRIPTS = {"ar.md": ARABIC, "he.txt": HEBREW, "ja.txt": JAPANESE, "zh.txt": CHINESE}
PORTS = """\
entities:
  - {name: ميناء الشمال, kind: place, id: port}
  - {name: 北港, kind: place, id: beigang}
"""

COMPUTED = "e => { const s = getComputedStyle(e); return [s.direction, s.textAlign] }"


def test_each_script_runs_its_way_and_says_its_language(browser: Browser, project: Path, tmp_path: Path) -> None:
    write_files(project, {f"seeds/{name}": text for name, text in SCRIPTS.items()} | {"entities.yml": PORTS})
    with built_and_served(project / "mkdocs.yml", tmp_path / "built") as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        visit = Visit(context.new_page(), address)
        for path in ("", "articles/"):
            page = visit.open(path)
            for language, way, words in (
                ("ar", "rtl", "UNESCO تعلن"),
                ("he", "rtl", "הנמל"),
                ("ja", "ltr", "北港は"),
                ("zh", "ltr", "北港的"),
            ):
                row = page.locator(".dossier-rows li", has_text=words)
                for part in row.locator("p:nth-child(-n+2)").all():
                    assert part.locator(f"span[lang={language}][dir={way}]").evaluate(COMPUTED) == [way, "start"], words
                assert row.locator("p:last-child > span").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.get_by_role("link", name="UNESCO تعلن").click()
        expect(page.locator(".dossier-body")).to_have_attribute("lang", "ar")
        for place in (
            "h1 > span",
            ".dossier-body",
            ".dossier-body blockquote",
            ".dossier-body li",
            ".dossier-body h2",
            ".dossier-caption",
            "td > span",
        ):
            assert page.locator(place).first.evaluate(COMPUTED) == ["rtl", "start"], place
        sides = "e => { const s = getComputedStyle(e); return [s.paddingRight, s.paddingLeft, s.borderLeftWidth] }"
        right, *left = page.locator(".dossier-body blockquote").evaluate(sides)
        assert right != "0px"
        assert left == ["0px", "0px"]
        assert page.locator(".dossier-meta bdi").all_text_contents() == ["ميناء الشمال", "صحيفة الساحل", "by محمد علي"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        visit.open("entities/places/port/")
        quotes = page.locator(".dossier-mentions li > span")
        assert quotes.count() == 3
        assert quotes.first.evaluate(COMPUTED) == ["rtl", "start"]
        visit.open("entities/places/beigang/")
        assert {each.get_attribute("lang") for each in page.locator(".dossier-mentions li > span").all()} == {
            "ja",
            "zh",
        }
        context.close()
    assert visit.complaints == []
