"""Stories that several articles tell: which articles, what they share, what each has alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import SEED_A, SEED_B, calls_of
from hypothesis import given
from hypothesis import strategies as st
from test_copies import STORY

from dossier import Article, Dossier
from dossier.coverage.telling import first_of, in_order
from dossier.coverage.traits import traits
from dossier.model import (
    AnnotatedArticle,
    CleanText,
    Comparison,
    Fact,
    Location,
    Paragraph,
    PartialDate,
    Resolution,
    Story,
)
from dossier.pipeline import tell_stories
from dossier.reuse import compared, families, overlaps, passages, shingles
from dossier.sentences import sentence_spans
from dossier.statements import statements_of
from dossier.timeline import events

Make = Callable[..., Dossier]
OTHER = (
    "Nobody on Grey Island had seen a ferry for three days, and the shop was out of flour, salt and lamp oil.\n\n"
    "The school stayed shut, because its two teachers live in North Harbour and could not come across.\n\n"
    "The lighthouse keeper, who is 81, said that it was like the winter of 1963, only without the ice."
)


def seed(text: str, **facts: object) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in facts.items()) + f"---\n{text}"


def by_seed(dossier: Dossier) -> Mapping[str, Article]:
    return {annotated.article.seed: annotated.article for annotated in dossier.articles}


def seeds_of(dossier: Dossier, story: Story) -> list[str]:
    names = {annotated.article.id: annotated.article.seed for annotated in dossier.articles}
    return [names[each] for each in story.articles]


UNKNOWN: Fact[Any] = Fact()


def article_of(name: str, *texts: str) -> Article:
    """An article of nothing but paragraphs."""
    paragraphs = tuple(Paragraph(f"p-{number}", "paragraph", text, (number,)) for number, text in enumerate(texts))
    text = CleanText(paragraphs, ())
    return Article(name, "", name, Location(name), Path(name), "", "line", *[UNKNOWN] * 11, text)


def shown(comparison: Comparison, one: Article, two: Article) -> list[tuple[str, str, str]]:
    """The rows, with brackets around what the other side does not have."""
    texts = {(article.id, each.id): each.text for article in (one, two) for each in article.paragraphs}

    def side(article: str, marked: object) -> str:
        lines = []
        for each in marked:  # type: ignore[attr-defined]
            text = texts[article, each.paragraph]
            for start, end in reversed(each.marks):
                text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
            lines.append(text)
        return " / ".join(lines)

    return [
        (row.relation, side(comparison.base, row.base), side(comparison.other, row.other)) for row in comparison.rows
    ]


# The two seeds


def test_the_two_seeds_are_one_story(two_seeds: Dossier) -> None:
    (story,) = two_seeds.stories
    assert seeds_of(two_seeds, story) == [SEED_B, SEED_A]
    assert len(story.texts) == 2
    assert story.first == ()  # one of them states no date
    found = [
        (p.relation, two_seeds_text(two_seeds, *p.left)[:28], two_seeds_text(two_seeds, *p.right)[:28])
        for p in story.passages
    ]
    assert found == [
        ("edited", "UN Security Council members ", "UN Security Council members "),
        ("edited", "China and Russia are conveni", "China and Russia are conveni"),
        ("edited", "The DPRK has previously warn", "China and Russia are conveni"),
        ("edited", "Russia and China proposed a ", "Russia and China proposed a "),
        ("edited", "In an attempt to preserve co", "In an attempt to preserve co"),
        ("edited", "The countries have instead s", "In an attempt to preserve co"),
    ]


def two_seeds_text(dossier: Dossier, article: str, paragraph: str) -> str:
    return next(
        each.text
        for annotated in dossier.articles
        if annotated.article.id == article
        for each in annotated.article.paragraphs
        if each.id == paragraph
    )


def test_what_each_of_the_two_seeds_leaves_out(two_seeds: Dossier) -> None:
    (story,) = two_seeds.stories
    articles = by_seed(two_seeds)
    told = {alone.article: alone for alone in story.alone}
    alone = {name: told[articles[name].id] for name in (SEED_A, SEED_B)}
    texts = {
        name: [two_seeds_text(two_seeds, each.article, e.paragraph)[e.start : e.end] for e in each.passages]
        for name, each in alone.items()
    }
    assert texts[SEED_B][0] == "North Korea, a move that some diplomats say has little support"
    assert any("needs nine votes in favor" in text for text in texts[SEED_B])
    assert any("statues, seafood and textiles" in text for text in texts[SEED_B])
    assert any(text.startswith("One Security Council diplomat, speaking on condition") for text in texts[SEED_B])
    assert any("5th Plenary Meeting" in text for text in texts[SEED_A])
    assert any(text.startswith("In response, U.S. President Donald Trump said") for text in texts[SEED_A])
    traits = {name: {(trait.kind, trait.text) for trait in each.traits} for name, each in alone.items()}
    assert {("name", "Ri Thae Song"), ("name", "Geng Shuang"), ("name", "Donald Trump")} <= traits[SEED_A]
    assert {("number", "nine votes"), ("number", "15-member"), ("date", "since 2006"), ("name", "France")} <= traits[
        SEED_B
    ]
    assert not {text for _, text in traits[SEED_A]} & {text for _, text in traits[SEED_B]}
    days = [text for each in traits.values() for kind, text in each if kind == "date"]
    assert days == ["since 2006"]  # "on Sunday" of the one is the other's "December 29, 2019"


def test_what_the_two_seeds_call_differently(two_seeds: Dossier) -> None:
    (story,) = two_seeds.stories
    articles = by_seed(two_seeds)
    assert [naming.entity for naming in story.namings] == ["north-korea"]
    first = {article: forms[0][0] for article, forms in story.namings[0].forms}
    assert first == {articles[SEED_A].id: "DPRK", articles[SEED_B].id: "North Korea"}


# Which articles


def test_shared_text_makes_a_story_without_dates(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": STORY, "b.txt": STORY.split("\n\n")[1] + "\n\n" + OTHER})
    (story,) = dossier.stories
    assert len(story.texts) == 2


@pytest.mark.parametrize(("outlets", "stories"), [(("Post", "News"), 1), (("Post", "Post"), 0)])
def test_an_outlet_repeats_its_own_background(make_dossier: Make, outlets: tuple[str, str], stories: int) -> None:
    background = STORY.split("\n\n")[1]
    more = "The mayor opened a school on Grey Island, with flags, cake and a brass band of the ferry's own sailors."
    texts = (
        f"{OTHER}\n\n{background}",
        f"{more} It has room for forty children, who walked an hour each day to the old one, and a bell from a ship that sank\n\n{background}\n\nNobody else came on that day, he said.",
    )
    seeds = {f"{n}.txt": seed(text, outlet=outlets[n]) for n, text in enumerate(texts)}
    assert len(make_dossier(seeds).stories) == stories


def test_what_shares_nothing_is_no_story(make_dossier: Make) -> None:
    assert make_dossier({"a.txt": STORY, "b.txt": OTHER}).stories == ()


REPORTS = (
    (
        "A cargo ship ran aground off Grey Island on Tuesday night, and its crew of twelve was brought ashore by the "
        "lifeboat. The Marigold was on her way to North Harbour with timber, said the coastguard."
    ),
    (
        "Twelve sailors were saved when the Marigold struck rocks near Grey Island. The timber ship, bound for North "
        "Harbour, is stuck, the coastguard said; the lifeboat had gone out in the night."
    ),
)
"""One event, and no run of words in common."""


@pytest.mark.parametrize(
    ("days", "stories"), [(("2024-03-05", "2024-03-06"), 1), (("2024-03-05", "2024-04-05"), 0), (("2024-03-05", ""), 0)]
)
def test_the_same_event_needs_near_dates(make_dossier: Make, days: tuple[str, str], stories: int) -> None:
    facts = [{"date": day} if day else {"outlet": "Coast News"} for day in days]
    dossier = make_dossier({f"{n}.txt": seed(text, **facts[n]) for n, text in enumerate(REPORTS)})
    assert len(dossier.stories) == stories


def test_the_same_text_a_month_later_is_another_story(make_dossier: Make) -> None:
    seeds = {
        f"{n}.txt": seed(STORY, date=day, outlet=f"Paper {n}") for n, day in enumerate(("2024-03-05", "2024-04-05"))
    }
    assert make_dossier(seeds).stories == ()


def test_an_article_whose_date_is_only_a_bound_joins_by_text_only(make_dossier: Make) -> None:
    late = "It was shown in a photo released on March 5, 2024 by the town, and was seen by all."
    seeds = {"a.txt": f"{REPORTS[0]}\n\n{late}", "b.txt": seed(REPORTS[1], date="2024-03-06")}
    dossier = make_dossier(seeds)
    assert any(each.article.date.source == "inferred" for each in dossier.articles)
    assert dossier.stories == ()


def test_wire_copy_is_one_text(make_dossier: Make) -> None:
    seeds = {
        f"{name}.txt": seed(STORY.replace("third day", f"{name} day"), outlet=name) for name in ("Post", "News", "Star")
    }
    rewritten = STORY.split("\n\n")[1] + "\n\n" + OTHER
    dossier = make_dossier(seeds | {"own.txt": seed(rewritten, outlet="Herald")})
    (story,) = dossier.stories
    assert sorted(map(len, story.texts)) == [1, 3]
    assert [comparison.base for comparison in story.comparisons] == [story.base] * 3


def test_what_only_versions_of_one_text_share_that_text_has_alone(make_dossier: Make) -> None:
    seeds = {f"{name}.txt": seed(STORY.replace("third day", f"{name} day"), outlet=name) for name in ("Post", "News")}
    dossier = make_dossier(seeds | {"own.txt": seed(STORY.split("\n\n")[1] + "\n\n" + OTHER, outlet="Herald")})
    (story,) = dossier.stories
    assert [len(alone.passages) for alone in story.alone] == [2, 3]


def test_two_identical_articles_of_two_outlets(make_dossier: Make) -> None:
    dossier = make_dossier({f"{name}.txt": seed(STORY, outlet=name) for name in ("Post", "News")})
    (story,) = dossier.stories
    assert list(map(len, story.texts)) == [2]
    assert {row.relation for row in story.comparisons[0].rows} == {"same"}
    assert [alone.passages for alone in story.alone] == [(), ()]


@pytest.mark.parametrize("text", ["Yes.", "???", "“", "ferry " * 2_000, "停戦。"])
def test_articles_of_hardly_any_words_are_no_story(make_dossier: Make, text: str) -> None:
    seeds = {f"{number}.txt": seed(text, outlet=f"Paper {number}", date="2024-03-05") for number in range(3)}
    for story in make_dossier(seeds).stories:
        assert len(story.texts) == 1


def test_the_same_in_chinese(make_dossier: Make) -> None:
    text = "北港渡轮星期三停航第三天,船员与公司就工资问题争执不下。工会发言人说,公司只提出加薪百分之零点五,没有人笑得出来。"
    dossier = make_dossier(
        {"a.txt": text + "\n\n岛上的面包店主说,面粉用完以后就不再烤面包了。", "b.txt": text + "\n\n学校也关门了。"}
    )
    (story,) = dossier.stories
    assert [row.relation for row in story.comparisons[0].rows].count("same") == 1


# Who was first


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("2024-03-05", "2024-03-07"), "0"),
        (("2024-03-07", "2024-03-05"), "1"),
        (("2024-03-05", "2024-03-06"), ""),
        (("2024-03-05", "2024-03-05"), ""),
        (("2024-03-05T10:00Z", "2024-03-05T09:00Z"), "1"),
        (("2024-03-05T10:00+09:00", "2024-03-05T09:00Z"), "0"),
        (("2019-12-30T23:30-05:00", "2019-12-31T01:00+09:00"), "1"),
        (("2024-03-05T10:00", "2024-03-05T09:00"), ""),
        (("2024-03-05T23:00", "2024-03-06T01:00Z"), ""),
        (("2024-03-05T10:00Z", "2024-03-05"), ""),
        (("2024-03-05T10:00Z", "2024-03-06"), "0"),
        (("2024-06-12", "2024-06-10", "2024-06-10"), "12"),
        (("2024-06-10T10:00Z", "2024-06-10T10:00Z"), ""),
        (("2024-03-05", None), ""),
        (("2024-03", "2024-03-20"), ""),
    ],
)
def test_who_was_first(dates: tuple[str | None, ...], first: str) -> None:
    articles = [replace(article_of(str(number), STORY), date=dated(day)) for number, day in enumerate(dates)]
    assert first_of(articles) == tuple(first)
    assert [article.id for article in in_order(articles)][: len(first)] == list(first)


def dated(text: str | None) -> Fact[PartialDate]:
    if text is None:
        return Fact()
    day, _, clock = text.partition("T")
    return Fact(PartialDate(*map(int, day.split("-")), clock=clock), "stated")


# Paragraphs


def test_a_paragraph_that_another_outlet_divides() -> None:
    one = article_of("one", "The ferry will stay in the harbour until Friday. The crew wants more pay, the union said.")
    two = article_of(
        "two", "The ferry will stay in the harbour until Friday.", "The crew wants more pay, its union said."
    )
    found = passages([one, two])
    assert [(p.left.paragraph, p.right.paragraph, p.relation) for p in found] == [
        ("p-0", "p-0", "edited"),
        ("p-0", "p-1", "edited"),
    ]
    assert shown(compared(one, two, found), one, two) == [
        (
            "edited",
            "The ferry will stay in the harbour until Friday. The crew wants more pay, [the] union said.",
            "The ferry will stay in the harbour until Friday. / The crew wants more pay, [its] union said.",
        )
    ]


def test_rows_keep_the_order_of_both() -> None:
    base = article_of("base", *STORY.split("\n\n"), "Only the base has this one, and nobody else does.")
    other = article_of(
        "other", "The other one begins with this.", *STORY.split("\n\n")[1:], "And it ends with this one."
    )
    rows = shown(compared(base, other, passages([base, other])), base, other)
    assert [row[0] for row in rows] == ["other", "base", "same", "same", "other", "base"]


def test_typographic_signs_make_no_difference() -> None:
    one, two = (
        article_of(name, f"{mark}We shall not sail{mark}, said Dan Orre {dash} for now.")
        for name, mark, dash in (("one", '"', "-"), ("two", "”", "–"))
    )
    assert [passage.relation for passage in passages([one, two])] == ["same"]


def test_words_in_another_order_are_no_passage() -> None:
    sentence = "The crew of the ferry and the company met in the town hall on Thursday for talks about pay."
    one, two = article_of("one", sentence), article_of("two", " ".join(reversed(sentence.split())))
    assert passages([one, two]) == []


def test_what_is_too_long_to_compare_word_by_word_says_so() -> None:
    long = " ".join(f"word{number}" for number in range(6_000))
    one, two = article_of("one", long), article_of("two", long + " and more")
    (row,) = compared(one, two, passages([one, two])).rows
    assert (row.relation, row.is_marked) == ("edited", False)


TEXTS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from([*STORY.split("\n\n"), *OTHER.split("\n\n"), STORY[:60], STORY.replace("harbour", "port")]),
    ),
    max_size=6,
)


@given(one=TEXTS, two=TEXTS)
def test_every_paragraph_stands_in_one_row(one: list[str], two: list[str]) -> None:
    base, other = article_of("base", *one), article_of("other", *two)
    found = passages([base, other])
    comparison = compared(base, other, found)
    assert sorted(each.paragraph for row in comparison.rows for each in row.base) == sorted(
        p.id for p in base.paragraphs
    )
    assert sorted(each.paragraph for row in comparison.rows for each in row.other) == sorted(
        p.id for p in other.paragraphs
    )
    texts = {(article.id, each.id): each.text for article in (base, other) for each in article.paragraphs}
    for row in comparison.rows:
        for name, side in (("base", row.base), ("other", row.other)):
            for each in side:
                text, ends = texts[name, each.paragraph], [place for mark in each.marks for place in mark]
                assert ends == sorted(ends)
                assert all(0 <= place <= len(text) for place in ends)
    for passage in found:
        assert 0 < passage.score <= 1
        assert (passage.relation == "same") == (passage.score == 1) or passage.relation == "edited"


VARIED = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from([*STORY.split("\n\n"), *OTHER.split("\n\n")]), st.integers(0, 200), st.text(max_size=30)
        ).map(lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] :]),
        min_size=1,
        max_size=4,
    ),
    min_size=2,
    max_size=5,
)


@given(texts=VARIED)
def test_whatever_is_told_stands_in_the_articles(texts: list[list[str]]) -> None:
    articles = [article_of(f"article-{number}", *paragraphs) for number, paragraphs in enumerate(texts)]
    known = {article.id: {each.id: each.text for each in article.paragraphs} for article in articles}
    for story in tell_stories([AnnotatedArticle(article, Resolution()) for article in articles]):
        assert sorted(each for text in story.texts for each in text) == sorted(story.articles)
        for alone in story.alone:
            for each in alone.passages:
                assert 0 <= each.start < each.end <= len(known[alone.article][each.paragraph])
            for trait in alone.traits:
                assert known[alone.article][trait.paragraph][trait.start : trait.end] == trait.text


# Traits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It needs nine votes.", [("number", "9", "nine votes")]),
        ("The 15-member council", [("number", "15", "15-member")]),
        ("2,500 people and 2500 tonnes", [("number", "2500", "2,500 people"), ("number", "2500", "2500 tonnes")]),
        ("It cost 2.5 million crowns, or $300", [("number", "2500000", "2.5 million crowns"), ("number", "300", "$300")]),
        ("12% of them", [("number", "12", "12%")]),
        ("sanctions since 2006 over", [("date", "2006", "since 2006")]),
        ("on Dec 30, 2019 and 5 March 2020 at 10:30", [
            ("date", "2019-12-30", "on Dec 30, 2019"), ("date", "2020-03-05", "5 March 2020")
        ]),
        ("on Dec 30 and on 5 March", [("date", "?dec 30", "on Dec 30"), ("date", "?mar 5", "on 5 March")]),
        ("the 7th congress, page 3a, 1.2.3.4", []),
        ("two in three, and eleven", [("number", "11", "eleven")]),
        ("abuse,\" said Nicole Ode, who leads it. \"We need more", []),
        ("“We shall not sail again”, he said", [("quotation", "we shall not sail again", "We shall not sail again")]),
        ('a "Christmas gift"', []),
        ("9" * 5_000, []),
    ],
)  # fmt: skip
def test_numbers_dates_and_quotations(text: str, expected: list[tuple[str, str, str]]) -> None:
    annotated = AnnotatedArticle(article_of("one", text), Resolution())
    found = list(traits(annotated, events(annotated, sentence_spans), statements_of(annotated, {})))
    assert [(each.kind, each.key, each.text) for each in found] == expected
    assert all(text[each.start : each.end] == each.text for each in found if each.kind != "quotation")


@pytest.mark.parametrize(
    ("one", "two", "only"),
    [
        ("on Tuesday", "on Monday", (["on Tuesday"], ["on Monday"])),
        ("on Tuesday", "on March 5, 2024", ([], [])),
        ("in March 2024", "on March 5, 2024", ([], ["on March 5, 2024"])),
        ("in 2021", "since 2021", ([], [])),
        ("by the end of 2025", "in May", (["by the end of 2025"], ["May"])),
        ("this week", "on Monday", ([], ["on Monday"])),
        ("in the past five years", "last weekend", ([], ["last weekend"])),
    ],
)
def test_dates_are_compared_by_what_they_mean(
    make_dossier: Make, one: str, two: str, only: tuple[list[str], list[str]]
) -> None:
    seeds = {
        f"{outlet}.txt": seed(f"{STORY}\n\nSo it was told {words} by {outlet}.", outlet=outlet, date="2024-03-07")
        for outlet, words in (("Post", one), ("News", two))
    }
    assert only_dates(make_dossier(seeds)) == dict(zip(("Post", "News"), only, strict=True))


def only_dates(dossier: Dossier) -> dict[str, list[str]]:
    """The dates that each outlet has alone."""
    (story,) = dossier.stories
    outlets = {annotated.article.id: annotated.article.outlet.value or "" for annotated in dossier.articles}
    return {
        outlets[alone.article]: [trait.text for trait in alone.traits if trait.kind == "date"] for alone in story.alone
    }


def test_a_date_that_could_not_be_resolved_may_be_any_such_day(make_dossier: Make) -> None:
    told = f"{STORY}\n\nThe mayor spoke on {{}} about it."
    for words, only in (
        ("Monday", []),
        ("Tuesday", ["on March 4, 2024"]),
        ("March 4", []),
        ("March 5", ["on March 4, 2024"]),
    ):
        seeds = {
            "a.txt": seed(told.format("March 4, 2024"), outlet="Post"),
            "b.txt": seed(told.format(words), outlet="News"),
        }
        assert only_dates(make_dossier(seeds)) == {"Post": only, "News": []}


# Many


def test_two_thousand_articles_of_one_story() -> None:
    told = [
        annotated(number, f"Reporter {number} of paper {number * 7} saw {number} gulls over pier {number}.")
        for number in range(2_000)
    ]
    (story,) = tell_stories(told)
    assert len(story.articles) == 2_000
    assert len(story.comparisons) == 12


def annotated(number: int, own: str) -> AnnotatedArticle:
    """An article that shares a third of its text with all others."""
    name = f"gull{number}"
    return AnnotatedArticle(
        article_of(name, STORY.split("\n\n")[1], f"{own} " + " ".join(f"w{number}x{n}" for n in range(60))),
        Resolution(),
    )


def test_the_cost_grows_with_the_articles() -> None:
    small, large = ([annotated(number, "") for number in range(size)] for size in (50, 200))
    assert calls_of(lambda: tell_stories(large)) < 5 * calls_of(lambda: tell_stories(small))


def test_ten_thousand_identical_paragraphs() -> None:
    one, two = (article_of(name, *["The same paragraph stands here again."] * 10_000) for name in ("one", "two"))
    found = passages([one, two])
    assert len(found) == 10_000
    assert all(row.relation == "same" for row in compared(one, two, found).rows)


def test_many_paragraphs_that_differ_in_a_number() -> None:
    one, two = (
        article_of(name, *[f"In district {number} the polls {end} at eight." for number in range(500)])
        for name, end in (("one", "opened"), ("two", "closed"))
    )
    work = lambda: compared(one, two, passages([one, two]))  # noqa: E731 - it is counted
    assert calls_of(work) < 600_000


def test_families_and_overlaps_do_not_depend_on_the_order() -> None:
    articles = [article_of(str(number), *STORY.split("\n\n")[: 1 + number % 3]) for number in range(9)]
    for given_order in (articles, articles[::-1]):
        ids = [article.id for article in given_order]
        pairs = overlaps(ids, [shingles(article) for article in given_order])
        numbers = families(ids, pairs)
        assert len({numbers[article.id] for article in articles}) == 1
