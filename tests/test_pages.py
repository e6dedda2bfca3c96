from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import markdown
import pytest
import yaml
from conftest import ROOT, SEED_A, SEED_B
from hypothesis import given
from hypothesis import strategies as st

from dossier import Dossier, fill, render
from dossier.pages import fragments_of
from dossier.pages.prose import escape, escape_code, safe_url, splice
from dossier.pages.spoken import isolated
from dossier.scripts import direction

Make = Callable[..., Dossier]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]*))?\)")
DIALECTS = (
    ["attr_list", "md_in_html", "tables"],
    [
        "attr_list", "md_in_html", "tables", "abbr", "admonition", "def_list", "footnotes", "sane_lists", "toc", "wikilinks",
        "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.caret", "pymdownx.critic",
        "pymdownx.details", "pymdownx.emoji", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.snippets",
        "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde",
    ],
)  # fmt: skip
HOSTILE = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [*"\\`*_{}[]()<>#+-.!|~^=$:&@%\"'/?;1aA \t", "\n", "&amp;", "&#42;", "http://x.y", "www.x.y", "a@b.cd", "{{ x }}",
             "--8<-- 'x'", "[TOC]", "<b>", "</div>", "[x](y)", "![x](y)", ":smile:", "*[a]: b", "[^1]: x", "!!! note", "1. x"]
        )
    ).map("".join),
)  # fmt: skip


def shown(markup: str) -> str:
    """The text a reader sees of one paragraph of HTML, with nothing active in it."""
    match = re.fullmatch(r"<p>(.*)</p>", markup, re.DOTALL)
    assert match is not None, markup
    assert "<" not in match[1], markup
    return html.unescape(match[1])


def visible(text: str) -> str:
    """What is kept of a text in any case: its words, with a sign for a control character, and none drawn backwards."""
    text = re.sub(r"[\u202a-\u202e]", "", text)
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "\ufffd", " ".join(text.split())).split())


@pytest.mark.parametrize("extensions", DIALECTS, ids=["ours", "every other"])
@given(text=HOSTILE)
def test_a_text_shows_as_itself_in_any_dialect(extensions: list[str], text: str) -> None:
    escaped = escape(text)
    assert "\n" not in escaped
    if visible(text):
        assert visible(shown(markdown.markdown(escaped, extensions=extensions))) == visible(text)


@given(text=HOSTILE)
def test_code_shows_as_itself(text: str) -> None:
    markup = markdown.markdown(f"<pre><code>{escape_code(text)}</code></pre>", extensions=DIALECTS[0])
    assert re.fullmatch(r"<pre><code>[^<]*</code></pre>", markup), markup


@given(HOSTILE, st.integers(0, 20), st.integers(0, 20))
def test_splicing_keeps_the_words(text: str, start: int, end: int) -> None:
    span = (min(start, len(text)), min(max(start, end), len(text)), lambda words: f"<i>{words}</i>")
    spliced = splice(text, [span])
    assert visible(html.unescape(spliced.replace("<i>", "").replace("</i>", ""))) == visible(text) or "&" in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "x.html", "http://a b", "http://[", "HTTPS:x y"]
)
def test_an_address_that_is_not_safe(url: str) -> None:
    assert safe_url(url) is None


def test_a_safe_address_cannot_end_its_link() -> None:
    assert safe_url("https://x.y/a)b*c_[d]?q=$1&e#f") == "https://x.y/a%29b%2Ac_%5Bd%5D?q=%241&e#f"


def contents(dossier: Dossier) -> dict[str, str | Path]:
    return {page.src_uri: page.content for page in render(dossier)}


def links(pages: dict[str, str | Path]) -> Iterator[tuple[str, str, str | None]]:
    for src_uri, content in pages.items():
        if isinstance(content, str):
            for target, anchor in LINK.findall(content):
                if not target.startswith("http"):
                    path = (
                        (Path("/site") / src_uri)
                        .parent.joinpath(target.partition("?")[0])
                        .resolve()
                        .relative_to("/site")
                    )
                    yield src_uri, path.as_posix(), anchor or None


def test_every_link_leads_to_a_page_and_to_an_anchor_in_it(two_seeds: Dossier) -> None:
    pages = contents(two_seeds)
    found = list(links(pages))
    assert len(found) > 200
    for src_uri, target, anchor in found:
        assert target in pages, (src_uri, target)
        if anchor is not None and anchor.startswith("p-"):
            assert f'id="{anchor}"' in str(pages[target]), (src_uri, target, anchor)


def test_permalinks(two_seeds: Dossier) -> None:
    pages = contents(two_seeds)
    assert "entities/people/kim-jong-un.md" in pages
    assert "entities/organisations/kcna.md" in pages
    assert "entities/places/north-korea.md" in pages
    assert "entities/topics/sanctions.md" in pages
    assert {"index.md", "articles/index.md", "entities/index.md"} <= set(pages)
    slugs = [annotated.article.id for annotated in two_seeds.articles]
    assert {f"articles/{slug}.md" for slug in slugs} <= set(pages)
    seeds = {str(path) for src_uri, path in pages.items() if src_uri.endswith("/seed.txt")}
    assert seeds == {str(ROOT / "seeds" / name) for name in (SEED_A, SEED_B)}


def test_only_the_indexes_may_stand_in_the_navigation(two_seeds: Dossier) -> None:
    listed = {page.src_uri for page in render(two_seeds) if page.listed}
    assert listed == {
        "index.md",
        "articles/index.md",
        "entities/index.md",
        "timeline/index.md",
        "statements/index.md",
        "coverage/index.md",
        "report/index.md",
    }


def body(content: str | Path) -> str:
    return str(content).partition('<div class="dossier-body"')[2].partition("\n## ")[0]


def test_the_first_mention_in_a_section_links(make_dossier: Make) -> None:
    text = "# Title of it\n\nAda Vance met Ada Vance.\n\nVance left.\n\n## NH\n\nAda Vance came back to NH and NH.\n"
    pages = contents(make_dossier({"a.md": text}))
    (page,) = (page for src_uri, page in pages.items() if re.match(r"articles/title.*md$", src_uri))
    article = str(page).partition("<details")[0]
    assert body(article + "\n## end").count("](../entities/people/ada-vance.md)") == 1
    assert article.partition("NH\n\n")[2].count("](../entities/people/ada-vance.md)") == 1
    assert article.count("[NH](../entities/places/north-harbour.md)") == 1


def test_a_link_of_the_source_is_kept_and_not_linked_again(make_dossier: Make) -> None:
    text = "Ada [Vance of NH](https://example.com/a) met Ada Vance, and [x](javascript:alert(1)).\n"
    pages = contents(make_dossier({"a.md": text}))
    (article,) = (str(page) for src_uri, page in pages.items() if re.match(r"articles/ada.*md$", src_uri))
    assert "[Vance of NH](https://example.com/a)" in article
    assert "[Ada Vance](../entities/people/ada-vance.md)" in article
    assert "](javascript" not in article.split("---\n", 2)[2]


def test_the_article_page_of_the_first_seed(two_seeds: Dossier) -> None:
    slug = next(each.article.id for each in two_seeds.articles if each.article.seed == SEED_A)
    page = str(contents(two_seeds)[f"articles/{slug}.md"])
    for words in (
        "not before 29 December 2019",
        "inferred: “December 29, 2019” is the latest full date in the caption (line 7)",
        "| Outlet | unknown |",
        "Photo: [Reuters](../entities/organisations/reuters.md)",
        "(With input from agencies)",
        "- Trump-Kim 'love' story: The plot thickens",
        "What was removed from the text: 8 lines",
        "| 20 | 00:51 | the length of a video |".replace(":5", "&#58;5"),
        "83ab4c4e190019db83d7de7859b2c292cb1bab046d6b205d710528966f4d4305",
        f"[000&#95;3c2fe1f52566c7a5.txt]({slug}/seed.txt)",
    ):
        assert words in page, words
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["title"].startswith("UN Security Council members")
    assert "date" not in front


def test_no_word_of_a_credit_is_left_out(make_dossier: Make) -> None:
    text = "The ferry lay in the harbour.\n\nThe quay. (Image courtesy of Ada Vance)\n\nThe ship. /Coast News Photo\n"
    pages = contents(make_dossier({"a.txt": text}))
    (article,) = (str(page) for src_uri, page in pages.items() if re.match(r"articles/the.*md$", src_uri))
    assert "The quay. (Image courtesy of [Ada Vance](../entities/people/ada-vance.md))" in article
    assert 'The ship. <span class="dossier-credit">Photo: Coast News</span>' in article


def test_the_page_of_a_person(two_seeds: Dossier) -> None:
    page = str(contents(two_seeds)["entities/people/kim-jong-un.md"])
    mentions = page.partition("## Mentions")[2]
    newest, older = mentions.index("(United Nations)"), mentions.index("(Donald Trump")
    assert newest < older
    assert "Also called Kim Jong-un\n" in page  # capitals make no other name
    assert "6 mentions in 2 articles, newest first." in page
    assert re.search(r"- On Sunday \[Kim\]\(\.\./\.\./articles/[\w-]+\.md#p-72481e1e\) discussed foreign affairs", page)
    assert re.search(r"\*\*Appears with\*\*\s+- \[China\]\(\.\./places/china\.md\) <small>2</small>", page)
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["also_known_as"] == ["Kim Jong-un", "Kim Jong-Un"]


def test_a_home_page_asks_for_what_the_dossier_holds(two_seeds: Dossier) -> None:
    text = "# Mine\n\n<!-- dossier:counts -->\n\n<!-- dossier:nothing -->\n\nsee <!-- dossier:counts -->\n"
    (fragments,) = fragments_of(two_seeds, ["sub/home.md"])
    filled = fill(text, fragments)
    assert "- [2 articles](../articles/index.md)" in filled
    assert "[4 people](../entities/index.md#people)" in filled
    assert "<!-- dossier:nothing -->" in filled
    assert "see <!-- dossier:counts -->" in filled


def test_a_redirect_leads_to_the_new_place(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Ada Vance, kind: person}\nredirects: {a-vance: ada-vance, x: gone}\n"
    pages = contents(make_dossier({"a.txt": "Ada Vance."}, register))
    assert "[Ada Vance](ada-vance.md)" in str(pages["entities/people/a-vance.md"])
    assert "[Ada Vance](../people/ada-vance.md)" in str(pages["entities/places/a-vance.md"])
    assert not [src_uri for src_uri in pages if src_uri.endswith("/x.md")]


def test_a_suggested_name_stands_apart(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Ada Vance, kind: person, status: suggested}\n"
    pages = contents(make_dossier({"a.txt": "Ada Vance came, and Ada Vance left."}, register))
    assert "entities/people/ada-vance.md" not in pages
    assert "## Suggested" in str(pages["entities/index.md"])
    assert not any("ada-vance.md" in str(page) for page in pages.values())


def test_an_entity_never_mentioned_has_its_page(make_dossier: Make) -> None:
    pages = contents(make_dossier({"a.txt": "Nobody came to the harbour."}))
    assert "Not mentioned in any article." in str(pages["entities/people/ada-vance.md"])


def test_same_input_same_pages(two_seeds: Dossier) -> None:
    assert contents(two_seeds) == contents(two_seeds)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("", "ltr"),
        ("24 %", "ltr"),
        ("The harbour", "ltr"),
        ("港は閉鎖された", "ltr"),
        ("UNESCO تعلن إغلاق الميناء", "rtl"),
        ("הנמל נסגר שוב, said NATO", "rtl"),
        ("Ada Vance met محمد in the harbour", "ltr"),
    ],
)
def test_which_way_a_text_runs(text: str, way: str) -> None:
    assert direction(text) == way


def test_a_name_that_runs_the_other_way_turns_nothing_round() -> None:
    assert isolated("Ada *Vance*") == "Ada &#42;Vance&#42;"
    assert isolated("محمد") == "<bdi>محمد</bdi>"
    assert isolated("<محمد>") == "<bdi>&#60;محمد&#62;</bdi>"


def test_words_in_another_language_are_marked(make_dossier: Make) -> None:
    seeds = {
        "en.txt": "The ferry lay in North Harbour for the third day, and the mayor said that it was not for her to say.",
        "de.txt": "Die Fähre lag in North Harbour für den dritten Tag, und das ist nach der Stadt nicht auf sie zu schieben.",
        "ar.txt": "قالت NATO إن North Harbour سيبقى مغلقاً في هذا الأسبوع بعد العاصفة التي ضربت الساحل.",
        "unknown.txt": "Ferry. North Harbour. Mayor. Storm.",
    }
    pages = {page.src_uri: str(page.content) for page in render(make_dossier(seeds))}
    for uri in ("articles/index.md", "entities/places/north-harbour.md"):
        marked = re.findall(r"<span ([^>]*)>", pages[uri])
        assert sorted(marked) == ['lang="ar" dir="rtl"'] * 2 + ['lang="de" dir="ltr"'] * 2, uri
    bodies = re.findall(r'<div class="dossier-body"([^>]*) markdown>', "".join(pages.values()))
    assert sorted(bodies) == [' dir="ltr"', ' lang="ar" dir="rtl"', ' lang="de" dir="ltr"', ' lang="en" dir="ltr"']


WEB_PAGE = "<html><body>{above}<article><h1>Ferry strike goes on</h1>{story}</article>{below}</body></html>"
STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry Marianne lay in the harbour for the third day, and nobody knew when she would sail again.",
        "The crew asks for two days of rest a week; the company offers one, and says that more would ruin the line.",
        "“We have no bread since noon,” said the baker, who stood on the quay with his baskets and waited for flour.",
    )
)


def only_article(dossier: Dossier) -> str:
    (annotated,) = dossier.articles
    return str(contents(dossier)[f"articles/{annotated.article.id}.md"])


def test_a_menu_is_told_apart_from_text_that_was_left_out(make_dossier: Make) -> None:
    menu = "".join(f"<li><a href=/{number}>Topic {number}</a></li>\n" for number in range(300))
    notice = "Subscribers of the paper may read here, at any hour, what happens on the islands. " * 3
    markup = WEB_PAGE.format(above=f"<nav><ul>\n{menu}</ul></nav>", story=STORY, below=f"<footer><p>{notice}</footer>")
    page = only_article(make_dossier({"a.html": markup}))
    assert "<summary>The page around the article: 301 lines, 1 of them long</summary>" in page
    rows = [line for line in page.partition("The page around")[2].split("\n") if re.match(r"\| \d+(?:–\d+)? \| ", line)]
    assert notice.strip() in rows[0]
    assert sum("Topic" in row for row in rows) < 10
    assert all(f"Topic {number} " in "".join(rows) for number in range(300))


def test_a_list_that_does_not_count_from_one_shows_its_numbers(make_dossier: Make) -> None:
    listed = "<ol start=4><li>In the fourth place the crew wants rest.<li>In the fifth it wants bread.</ol>"
    page = only_article(make_dossier({"a.html": WEB_PAGE.format(above="", story=STORY + listed, below="")}))
    shown_page = html.unescape(re.sub("<[^>]+>", "", markdown.markdown(body(page), extensions=["md_in_html"])))
    assert "4. In the fourth place" in shown_page
    assert "5. In the fifth" in shown_page
