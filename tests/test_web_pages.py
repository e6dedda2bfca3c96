"""A web page: every word of it is either in the article or in the list of what was removed, and which is where."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.model import Block, Location
from dossier.readers.html import fragment_contents, page_contents, read_html
from dossier.readers.html_article import PageArticle
from dossier.readers.html_blocks import parse, placed_blocks

HERE = Location("page.html")
STORY = (
    "The ferry Marianne lay in the harbour for the third day, and nobody on the island knew when she would sail again.",
    "The crew asks for two days of rest a week; the company offers one, and says that more would ruin the line.",
    "“We have no bread since noon,” said the baker, who stood on the quay with his empty baskets and waited for flour.",
)


def page(*middle: str, head: str = "", above: str = "", below: str = "") -> str:
    """A page whose article has the three paragraphs of the story, and between the first two what is asked."""
    first, *others = (f"<p>{text}</p>" for text in STORY)
    body = "\n".join(
        (above, "<article>", "<h1>Ferry strike goes on</h1>", first, *middle, *others, "</article>", below)
    )
    return f"<html><head>{head}</head><body>\n{body}\n</body></html>"


def texts(blocks: tuple[Block, ...], *, removed: bool) -> list[str]:
    """The texts of the blocks, those of the article or the others."""
    return [" ".join(line.text for line in block.lines) for block in blocks if (block.kind == "page") == removed]


def read(text: str) -> tuple[list[str], list[str]]:
    """What is in the article of a page, and what is not."""
    blocks = page_contents(text, HERE).blocks
    return texts(blocks, removed=False), texts(blocks, removed=True)


SEEN = [
    "<dialog open>{}</dialog>",
    "<details><summary>{}</summary>more</details>",
    "<details><summary>more</summary><p>{}</p></details>",
    "<select><option>{}</option></select>",
    "<textarea>{}</textarea>",
    "<table><caption>{}</caption><tr><td>cell</td></tr></table>",
    "<map name='m'>{}</map>",
    "<template shadowrootmode='open'><p>{}</p></template>",
    "<p>a <math><mrow><mi>{}</mi></mrow></math> b</p>",
    "<p><ruby>a<rt>{}</rt></ruby></p>",
]
UNSEEN = [
    "<dialog>{}</dialog>",
    "<svg><g><text>{}</text></g></svg>",
    "<noscript><p>{}</p></noscript>",
    "<template><p>{}</p></template>",
    "<iframe srcdoc='&lt;p&gt;{}&lt;/p&gt;'></iframe>",
    "<iframe>{}</iframe>",
    "<video>{}</video>",
    "<canvas>{}</canvas>",
    "<p hidden>{}</p>",
    "<div style='display: none'><p>{}</p></div>",
    "<p>a <math><semantics><mi>b</mi><annotation>{}</annotation></semantics></math></p>",
]


@pytest.mark.parametrize("markup", SEEN + UNSEEN)
def test_no_word_of_a_page_is_lost(markup: str) -> None:
    kept, removed = read(page(markup.format("quetzal")))
    assert " ".join((*kept, *removed)).count("quetzal") == 1
    assert set(STORY) <= set(kept)


@pytest.mark.parametrize("markup", UNSEEN)
def test_what_is_hidden_is_never_in_the_text(markup: str) -> None:
    blocks = fragment_contents(f"<p>{STORY[0]}</p>{markup.format('quetzal')}", HERE).blocks
    assert not any("quetzal" in text for text in texts(blocks, removed=False))
    assert any("quetzal" in text for text in texts(blocks, removed=True))


@pytest.mark.parametrize("markup", [case for case in SEEN if "mode=" not in case])
def test_what_is_shown_is_in_the_text_of_a_fragment(markup: str) -> None:
    blocks = fragment_contents(markup.format("quetzal"), HERE).blocks
    assert any("quetzal" in text for text in texts(blocks, removed=False))


def test_words_that_are_all_hidden_are_read() -> None:
    (block,) = fragment_contents("<div hidden>quetzal</div>", HERE).blocks
    assert (block.kind, block.lines[0].text) == ("paragraph", "quetzal")


TAGS = [*"p div span b h2 li ul ol blockquote pre figcaption table caption tr td a ruby rt math mi details".split(),
        *"summary dialog noscript template svg text select option textarea iframe video button map".split(), "p hidden"]  # fmt: skip
TREES = st.recursive(
    st.just("@"),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' @ '.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(TAGS),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


@given(st.lists(TREES, min_size=1, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_of_any_page_is_there_once(trees: list[str], inside: bool) -> None:
    parts = "\n".join(trees).split("@")
    words = [f"w{number}w" for number in range(len(parts) - 1)]
    markup = "".join(part + word for part, word in zip(parts, (*words, ""), strict=True))
    for blocks in (
        fragment_contents(markup, HERE).blocks,
        page_contents(page(markup) if inside else page(below=markup), HERE).blocks,
    ):
        said = "\n".join(line.text for block in blocks for line in block.lines)
        found = Counter({word: said.count(word) for word in words})
        assert found == Counter(words)


def test_an_ordered_list_is_counted_as_its_page_counts_it() -> None:
    lists = (
        "<ol start=4><li>four<li>five</ol><ol reversed><li>two<li>one</ol>"
        "<ol><li value=7>seven<li>eight<ol><li>within</ol><li>nine</ol><ol start=many><li>one</ol>"
    )
    blocks = fragment_contents(lists, HERE).blocks
    assert texts(blocks, removed=False) == [
        "4. four", "5. five", "2. two", "1. one", "7. seven", "8. eight", "1. within", "9. nine", "1. one",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "inside",
    [
        "at a speed of <math><mi>v</mi><mo>=</mo><mn>12</mn></math> knots",
        "past <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
        "with a <span>dinghy<span role=tooltip>a small boat</span></span>",
    ],
)
def test_a_paragraph_of_which_the_extraction_leaves_out_a_part(inside: str) -> None:
    kept, _ = read(page(f"<p>On Monday the Marianne had left the island {inside}, and nothing was wrong with her.</p>"))
    assert any(text.startswith("On Monday") and text.endswith("wrong with her.") for text in kept)


def items(*lines: str) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


REPEATED = (
    "<h3>This content cannot be shown</h3><p>Your settings of privacy do not allow that films are loaded here.</p>"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (page("<h3><a href=/x>Another headline of the day, far away from here</a></h3>"), "Another headline"),
        (page(items("<a href=/x>Why the islands have no bridge at all</a>")), "no bridge"),
        (page(below="<a href=/x><div><h3>On the mainland</h3><p>A mayor said that the harbour, long and wide as it is, "
                    "was never meant for so many ships in one summer.</p></div></a>"), "A mayor said"),
        (page(REPEATED, "<p>On Friday they meet again, and both say there will be no result before the night.</p>",
              REPEATED, below=f"<div>{REPEATED}</div>"), "settings of privacy"),
        (page(above="<div><h3>Read this too</h3><p>The losses of the farmers on the mainland are not yet counted, says "
                    "the ministry.</p></div>", head="<meta property=og:title content='Ferry strike goes on'>"),
         "The losses"),
    ],
    ids=["a heading that is a link", "an item that is a link", "a link around paragraphs", "said again and again",
         "above the headline"],
)  # fmt: skip
def test_what_is_no_text_of_the_article(text: str, words: str) -> None:
    tree = parse(text)
    assert tree is not None
    blocks, places = placed_blocks(tree)
    article = PageArticle(blocks, places)
    for block in blocks:
        article.keep(" ".join(line.text for line in block.lines))
    assert any(words in each for each in texts(tuple(article.sorted_out()), removed=False))
    article.leave_out_furniture(["Ferry strike goes on"], [])
    kept, removed = (texts(tuple(article.sorted_out()), removed=which) for which in (False, True))
    assert set(STORY) <= set(kept)
    assert not any(words in each for each in kept)
    assert any(words in each for each in removed)


def test_a_short_line_far_below_the_text_is_none_of_it() -> None:
    menu = "".join(f"<p>Topic {number}</p>" for number in range(6))
    tree = parse(page(below=f"{menu}<p>What others read</p>{menu}<p>The ferry sails.</p>"))
    assert tree is not None
    blocks, places = placed_blocks(tree)
    for last, is_text in (("What others read", False), ("The ferry sails.", True)):
        article = PageArticle(blocks, places)
        for line in (*STORY, last):
            article.keep(line)
        article.leave_out_furniture([], [])
        assert (last in texts(tuple(article.sorted_out()), removed=False)) == is_text


def test_a_page_that_is_a_list_of_links_keeps_them() -> None:
    links = [f"<a href=/{n}>The council decided on road number {n}, and on the bridge behind it</a>" for n in range(20)]
    kept, _ = read(page(items(*links)))
    assert sum("The council decided" in each for each in kept) == 20


def test_what_stands_between_two_kept_lines_of_its_place_is_kept() -> None:
    short = "<p>Reef: <a href=/1>Anse</a>, <a href=/2>Bel</a></p>"
    towns = ", ".join(f"<a href=/t{n}>Townlet {n}</a>" for n in range(12))
    kept, _ = read(page(f"<p>Where it was felt strongly: {towns} and others.</p>", short))
    assert any(each.startswith("Reef: ") for each in kept)


def test_paragraphs_marked_as_those_of_the_text_are_text() -> None:
    said = [
        f"In the {nth} hour of the talks the two sides spoke of bread and of rest, and nobody left the room at all."
        for nth in ("first", "second", "third", "fourth", "fifth", "sixth")
    ]
    near = "".join(f"<p class='body text'>{each}</p>" for each in said[:4])
    far = "".join(f"<div class=row><div class=ad>Ad</div><p class='body text'>{each}</p></div>" for each in said[4:])
    kept, _ = read(page(near, below=f"<aside class=related-box>{far}</aside>"))
    assert set(said) <= set(kept)


def test_a_date_of_publication_behind_another_time() -> None:
    times = (
        "<time datetime=2021-03-01T10:00>1 March</time><time itemprop=datePublished datetime=2021-03-03>3 March</time>"
    )
    fields = page_contents(page(times), HERE).fields
    assert ("2021-03-03",) in [field.values for field in fields if field.name == "date" and field.sure]
    assert ("2021-03-01T10:00",) in [field.values for field in fields if field.name == "created"]


def test_a_time_of_another_article_is_no_second_date() -> None:
    stated = "<meta property=article:published_time content=2021-03-03>"
    others = "<time>Now</time><time datetime=2021-03-03></time><time itemprop=datePublished datetime=2021-04-16></time>"
    fields = page_contents(page(head=stated, below=others), HERE).fields
    assert {field.values for field in fields if field.name == "date" and field.sure} == {("2021-03-03",)}


def test_a_page_that_was_saved_in_another_encoding_than_it_declares_is_right() -> None:
    text = page("<p>The baker, Zoë Müller, said: “Brötchen” – and no more.</p>", head="<meta charset=iso-8859-15>")
    contents = read_html(text.encode(), HERE)
    assert any("Zoë Müller" in line.text for block in contents.blocks for line in block.lines)
    assert [seen.severity for seen in contents.diagnostics] == ["note"]
