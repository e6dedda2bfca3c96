"""What one text of a story has and the others lack: nothing that another may have, in whatever words."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

import pytest
from test_copies import STORY
from test_coverage import Make, article_of, seed

from dossier import Dossier
from dossier.coverage.numbers import readings, stated
from dossier.model import Alone, Article, CleanText, Paragraph, ParagraphKind
from dossier.pages.glance import _clipped
from dossier.reuse import passages

OUTLETS = ("Post", "News", "Star")


def told(make: Make, *endings: str, register: str = "", titles: tuple[str, ...] = ()) -> dict[str, Alone]:
    """What each outlet has alone and lacks, of articles with the same story and endings of their own."""
    seeds = {}
    for number, ending in enumerate(endings):
        facts = {"outlet": OUTLETS[number], "date": "2024-03-07"}
        if titles:
            facts["title"] = titles[number]
        seeds[f"{number}.txt"] = seed(f"{STORY}\n\n{own_words(number)} {ending}", **facts)
    return of_outlets(make(seeds, register) if register else make(seeds))


def own_words(number: int) -> str:
    return " ".join(f"{'uvw'[number]}{ascii_lowercase[place]}q" for place in range(26)) + "."


def of_outlets(dossier: Dossier) -> dict[str, Alone]:
    (story,) = dossier.stories
    outlets = {annotated.article.id: annotated.article.outlet.value or "" for annotated in dossier.articles}
    return {outlets[alone.article]: alone for alone in story.alone}


def numbers(alone: Alone) -> list[str]:
    return [trait.text for trait in alone.traits if trait.kind == "number"]


def lacks(alone: Alone, kind: str) -> list[str]:
    return [trait.text for trait in alone.lacks if trait.kind == kind]


# Numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-one cows", [("21", "twenty-one cows")]),
        ("one hundred and five cows", [("105", "one hundred and five cows")]),
        ("a dozen eggs", [("12", "a dozen eggs")]),
        ("two dozen", [("24", "two dozen")]),
        ("300km of road", [("300", "300km")]),
        ("half a million crowns", [("500000", "half a million crowns")]),
        ("$1.2bn deal", [("1200000000", "$1.2bn")]),
        ("$500,000", [("500000", "$500,000")]),
        ("one million two hundred thousand people", [("1200000", "one million two hundred thousand people")]),
        ("23 currently at sea", [("23", "23")]),
        ("born in nineteen eighty", []),
        ("the No. 3 House Democrat", []),
        ("the Pier 51 project", []),
        ("40-60 hours", []),
        ("one-in-three boats", []),
        ("seven significant errors", []),
        ("60 overseas offices", [("60", "60")]),
    ],
)
def test_what_number_a_text_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.value, text[each.start : each.end]) for each in stated(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one", {"21"}),
        ("both of them", {"2"}),
        ("nineteen eighty", {"1980"}),
        ("40-60 hour", {"40", "60"}),
        ("one-in-three", {"1", "3"}),
        ("half a million", {"500000"}),
        ("$1.2bn", {"1200000000"}),
        ("Two Articles", {"2"}),
        ("Park51", {"51"}),
    ],
)
def test_what_numbers_a_text_may_state(text: str, values: set[str]) -> None:
    assert values <= readings(text)


@pytest.mark.parametrize(
    "text", ["one " * 50_000, "1-" * 50_000, "half a " * 50_000, "A " * 50_000 + "5", " " * 50_000]
)
def test_many_numbers_take_no_more_than_their_time(text: str) -> None:
    assert len(list(stated(text))) <= 1
    assert len(readings(text)) < 9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The farm lost 105 cows.", "The farm lost one hundred and five cows."),
        ("They sold 12 boats.", "They sold a dozen boats."),
        ("It cost $500,000.", "It cost half a million dollars."),
        ("They drove 300km.", "They drove 300 km."),
        ("They held 60 sailors.", "They held 40-60 sailors."),
        ("There were two petitions.", "There were both of them."),
    ],
)
def test_a_number_in_other_words_is_the_same(make_dossier: Make, one: str, other: str) -> None:
    found = told(make_dossier, one, other)
    assert [numbers(alone) for alone in found.values()] == [[], []]


def test_a_number_that_nobody_else_states(make_dossier: Make) -> None:
    found = told(make_dossier, "The farm lost 105 cows.", "The farm lost cows.")
    assert numbers(found["Post"]) == ["105 cows"]
    assert numbers(found["News"]) == []


def test_headlines_are_asked_too(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Ansa Birk, kind: person}\n"
    ending = "Ansa Birk signed four petitions on Tuesday."
    only = told(make_dossier, ending, "Somebody signed.", register=register, titles=("Ferry", "Harbour"))["Post"]
    assert {trait.kind for trait in only.traits} == {"name", "number", "date"}
    titles = ("Ferry", "Tuesday: Birk Signs Four Petitions")
    only = told(make_dossier, ending, "Somebody signed.", register=register, titles=titles)["Post"]
    assert only.traits == ()


def test_a_name_that_another_may_mean_is_not_only_in_one(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Ansa Birk, kind: person}\n  - {name: Odo Birk, kind: person}\n"
    found = told(make_dossier, "Ansa Birk signed it.", "A lawyer named Birk signed it.", register=register)
    assert not [trait for trait in found["Post"].traits if trait.kind == "name"]
    found = told(make_dossier, "Ansa Birk signed it.", "A lawyer signed it.", register=register)
    assert [trait.key for trait in found["Post"].traits if trait.kind == "name"] == ["ansa-birk"]


@pytest.mark.parametrize("has_version", [True, False])
def test_what_another_version_of_a_text_has_is_not_only_in_another_text(make_dossier: Make, has_version: bool) -> None:
    vote = "The council of the island needs nine votes to end the strike, and has never had them since the war."
    fuller = f"{STORY}\n\n{own_words(0)} {own_words(1)}"
    seeds = {
        "a.txt": seed(
            fuller + "\n\nNobody sailed, said the captain, and nobody slept on that day either.", outlet="Post"
        ),
        "a2.txt": seed(f"{fuller}\n\n{vote}", outlet="News"),
        "b.txt": seed(f"{STORY.split(chr(10))[2]}\n\n{own_words(2)}\n\n{vote}", outlet="Star"),
    }
    if not has_version:
        del seeds["a2.txt"]
    dossier = make_dossier(seeds)
    (story,) = dossier.stories
    assert sorted(map(len, story.texts)) == [1, 1 + has_version]
    star = of_outlets(dossier)["Star"]
    assert numbers(star) == ([] if has_version else ["nine votes"])
    (text,) = (annotated.article for annotated in dossier.articles if annotated.article.outlet.value == "Star")
    assert any("nine votes" in shown(text, each.paragraph) for each in star.passages) is not has_version


def shown(article: Article, paragraph: str) -> str:
    return next(each.text for each in article.paragraphs if each.id == paragraph)


# What is left out


def test_left_out_is_only_what_all_others_count_alike(make_dossier: Make) -> None:
    same = told(make_dossier, "It held three sailors.", "It held three old men and three sailors.", "It held nobody.")
    assert lacks(same["Star"], "number") == ["three sailors"]
    for one, other, none in (
        ("It held three sailors.", "It held three cats.", "It held nobody."),
        ("It held three sailors.", "It held three sailors.", "It held one-in-three."),
        ("It held two petitions.", "It held two petitions.", "It held both."),
    ):
        assert lacks(told(make_dossier, one, other, none)["Star"], "number") == []


def test_a_quotation_that_all_others_have_is_left_out(make_dossier: Make) -> None:
    said = "“We shall not sail before the spring comes to the island,” said Ansa Birk."
    found = told(make_dossier, said, said, "Nobody spoke.")
    assert lacks(found["Star"], "quotation") == ["We shall not sail before the spring comes to the island,"]
    assert lacks(told(make_dossier, said, "Nobody spoke.", "Nobody spoke.")["Star"], "quotation") == []


def test_what_came_later_is_not_left_out(make_dossier: Make) -> None:
    endings = ("The strike ended on March 9, 2024.", "It was over on March 9, 2024.", "It went on.")
    seeds = {
        f"{number}.txt": seed(f"{STORY}\n\n{own_words(number)} {ending}", outlet=OUTLETS[number], date=day)
        for number, (ending, day) in enumerate(zip(endings, ("2024-03-10", "2024-03-10", "2024-03-08"), strict=True))
    }
    assert lacks(of_outlets(make_dossier(seeds))["Star"], "date") == []
    late = seeds | {"2.txt": seeds["2.txt"].replace("2024-03-08", "2024-03-11")}
    assert lacks(of_outlets(make_dossier(late))["Star"], "date") == ["on March 9, 2024"]


def test_a_date_around_which_a_text_names_days_is_not_left_out(make_dossier: Make) -> None:
    said = "It was built in 1993, they said."
    for other, expected in (("It was built in May 1993.", []), ("It was built long ago.", ["1993"])):
        assert lacks(told(make_dossier, said, said, other)["Star"], "date") == expected


# Names


def test_what_somebody_is_quoted_with_is_not_what_a_text_calls_it(make_dossier: Make) -> None:
    register = "entities:\n  - {name: North Harbour, kind: place, aliases: [Old Port]}\n"
    quoted = "Nobody came. “Old Port is asleep, and so are the people of Old Port,” said Ansa Birk."
    told_so = "Old Port is asleep, and so are the people of Old Port."
    for ending, number in ((quoted, 0), (told_so, 1)):
        seeds = {
            "a.txt": seed(f"{STORY}\n\nNorth Harbour was silent. {own_words(1)}", outlet="Post"),
            "b.txt": seed(f"{STORY}\n\n{own_words(2)} {ending}", outlet="News"),
        }
        (story,) = make_dossier(seeds, register).stories
        assert len(story.namings) == number


# Passages


@pytest.mark.parametrize(
    ("line", "number"), [("Site Mobile Navigation", 0), ("Nobody came.", 1), ("(Ansa Birk/Coast)", 0)]
)
def test_a_few_words_without_an_end_are_no_passage(make_dossier: Make, line: str, number: int) -> None:
    seeds = {
        "a.txt": seed(f"{STORY}\n\n{line}\n\nIt rained.", outlet="Post"),
        "b.txt": seed(STORY + "\n\nIt rained.", outlet="News"),
    }
    dossier = make_dossier(seeds)
    (text,) = (each.article for each in dossier.articles if each.article.outlet.value == "Post")
    assert line in {each.text for each in text.paragraphs}
    assert len(of_outlets(dossier)["Post"].passages) == number


TEXT = 'He said, “We sail, and nobody stops us,” and left. "So be it," she said. “Go.”'


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("We sail", "stops us", "… We sail, and nobody stops us …"),
        ("“We sail", "stops us,”", "… “We sail, and nobody stops us,” …"),
        ("“Go", "Go.”", "… “Go.”"),
        ("be it", "said", '… "be it," she said …'),
        ("He", "said", "He said …"),
    ],
)
def test_cut_words_have_all_their_marks(start: str, end: str, expected: str) -> None:
    first = TEXT.index(start)
    assert _clipped(TEXT, first, TEXT.index(end, first) + len(end)) == expected


def test_no_ellipsis_before_what_only_a_mark_stands_before() -> None:
    text = "“We sail today.”"
    assert _clipped(text, 1, len(text) - 1) == "We sail today."


MISSED = "Ansa Birk, who leads the union of the ferry crews of Grey Island, blasted the offer of the harbour company."
BLAMED = (
    "The harbour company said that Ansa Birk was to blame, that the union of crews had led no talks about the offer, and "
    "that ferry crews on Grey Island wanted more."
)
CAPTION = "Ansa Birk and the ferry crews of Grey Island before the harbour on a cold Monday (Coast News)"


@pytest.mark.parametrize(
    ("one", "other", "kind", "number"),
    [
        (MISSED, BLAMED, "paragraph", 0),
        (MISSED, CAPTION, "caption", 0),
        (MISSED, CAPTION, "paragraph", 1),
        (MISSED, f"On Monday, {MISSED} She did so twice.", "caption", 1),
    ],
)
def test_the_words_of_a_subject_make_no_passage(one: str, other: str, kind: ParagraphKind, number: int) -> None:
    left, right = article_of("left", one), article_of("right", other)
    caption = replace(right, text=CleanText((Paragraph("p-0", kind, other, (0,)),), ()))
    assert len(passages([left, caption])) == number
