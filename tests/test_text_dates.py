"""Dates in running text: what is found, what it means, and what is none."""

from __future__ import annotations

import random

import pytest
from conftest import SEED_A, SEED_B, calls_of
from hypothesis import given
from hypothesis import strategies as st

from dossier import Dossier
from dossier.dates import find_dates
from dossier.model import DateExpression, PartialDate

MONDAY = PartialDate(2019, 12, 30)


def shown(text: str, each: DateExpression) -> str:
    """`words → from..to precision`, the last day included; `?` where it is left relative."""
    words = text[each.start : each.end]
    if each.period is None:
        return f"{words} → ? {each.precision}"
    start, end = each.period
    return f"{words} → {start or ''}..{end or ''} {each.precision}"


def dates(text: str, published: PartialDate | None = MONDAY, language: str | None = "en") -> list[str]:
    return [shown(text, each) for each in find_dates(text, published, language=language)]


def of_article(dossier: Dossier, seed: str) -> list[tuple[int, str, str | None]]:
    (article,) = (each.article for each in dossier.articles if each.article.seed == seed)
    return [
        (number, shown(paragraph.text, each), each.resolved_from)
        for number, paragraph in enumerate(article.paragraphs, start=1)
        for each in find_dates(paragraph.text, article.date.value, language=article.language.value)
    ]


def test_the_dates_of_the_seed_that_has_a_date(two_seeds: Dossier) -> None:
    assert of_article(two_seeds, SEED_B) == [
        (1, "on Monday (Dec 30) → 2019-12-30..2019-12-31 day", "publication date"),
        (3, "on Sunday → 2019-12-29..2019-12-30 day", "publication date"),
        (4, "since 2006 → 2006-01-01.. span", "text"),
        (5, "earlier this month → 2019-12-01..2020-01-01 month", "publication date"),
        (5, "2016 → 2016-01-01..2017-01-01 year", "text"),
        (5, "2017 → 2017-01-01..2018-01-01 year", "text"),
        (6, "on Monday → 2019-12-30..2019-12-31 day", "publication date"),
        (7, "on Sunday → 2019-12-29..2019-12-30 day", "publication date"),
    ]


def test_the_dates_of_the_seed_that_has_only_a_bound(two_seeds: Dossier) -> None:
    assert of_article(two_seeds, SEED_A) == [
        (1, "on Monday → ? day", None),
        (3, "On Sunday → ? day", None),
        (5, "on December 29, 2019 → 2019-12-29..2019-12-30 day", "text"),
        (9, "early December → ? month", None),
        (10, "last week → ? week", None),
        (11, "earlier this month → ? month", None),
        (11, "2016 → 2016-01-01..2017-01-01 year", "text"),
        (11, "2017 → 2017-01-01..2018-01-01 year", "text"),
        (13, "on Monday → ? day", None),
        (14, "Monday → ? day", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Full dates
        ("The ferry sank on May 3, 2018.", "on May 3, 2018 → 2018-05-03..2018-05-04 day"),
        ("The ferry sank on 3rd of May 2018.", "on 3rd of May 2018 → 2018-05-03..2018-05-04 day"),
        ("It sank on Monday, Dec. 30, 2019, at noon.", "on Monday, Dec. 30, 2019 → 2019-12-30..2019-12-31 day"),
        ("It sank on Tuesday (Dec 24).", "on Tuesday (Dec 24) → 2019-12-24..2019-12-25 day"),
        ("It sank Dec 24 (Tuesday) at noon.", "Dec 24 (Tuesday) → 2019-12-24..2019-12-25 day"),
        ("It sank on 2018-05-03.", "2018-05-03 → 2018-05-03..2018-05-04 day"),
        ("It sank on 30/12/2019.", "30/12/2019 → 2019-12-30..2019-12-31 day"),
        # Days without a year: the near one, else by the verb
        ("The quay was built on June 5.", "on June 5 → 2019-06-05..2019-06-06 day"),
        ("The quay will open on June 5.", "on June 5 → 2020-06-05..2020-06-06 day"),
        ("The vote is set for Jan. 5.", "Jan. 5 → 2020-01-05..2020-01-06 day"),
        ("The mayor named Jan. 5 as the day.", "Jan. 5 → ? day"),
        ("The thief was arrested on Jan. 3.", "on Jan. 3 → 2019-01-03..2019-01-04 day"),
        ("The thief was killed in January.", "January → 2019-01-01..2019-02-01 month"),
        ("The mayor had a lead over all the others of the bay on Feb. 3.", "on Feb. 3 → ? day"),
        ("The mayor was asked to speak at the fair on Feb. 3.", "on Feb. 3 → 2020-02-03..2020-02-04 day"),
        ("The fair will be held in November.", "November → 2020-11-01..2020-12-01 month"),
        ("A thief may have been shot on Jan. 3.", "on Jan. 3 → 2019-01-03..2019-01-04 day"),
        ("It is the worst storm since February.", "since February → 2019-02-01.. span"),
        ("Prices have been 5% higher since Jan. 3.", "since Jan. 3 → 2019-01-03.. span"),
        ("It sank on Monday, 30 December 2019.", "on Monday, 30 December 2019 → 2019-12-30..2019-12-31 day"),
        ("It sank on Monday, 30 December 2018.", "on Monday, 30 December 2018 → ? day"),
        ("It sank on the 5th of November.", "on the 5th of November → 2019-11-05..2019-11-06 day"),
        ("It sank on the 5th.", "on the 5th → 2019-12-05..2019-12-06 day"),
        ("On Friday the 13th it sank.", "On Friday the 13th → 2019-12-13..2019-12-14 day"),
        ("It sank at 2019-12-30T10:00:00Z.", "2019-12-30T10:00:00Z → 2019-12-30..2019-12-31 day"),
        ("It sank on Christmas Day.", "on Christmas Day → 2019-12-25..2019-12-26 day"),
        ("It sank on the Fourth of July.", "on the Fourth of July → 2019-07-04..2019-07-05 day"),
        ("It will open on New Year’s Eve.", "on New Year’s Eve → 2019-12-31..2020-01-01 day"),
        ("It was shut until Boxing Day 2018.", "until Boxing Day 2018 → ..2018-12-27 span"),
        ("May Day is a holiday.", "May Day → ? day"),
        # Days that are spoken of without their year: only if they are near
        ("He recalled the July 7 bombings.", "the July 7 → 2019-07-07..2019-07-08 day"),
        ("He recalled the May 7 bombings.", "the May 7 → ? day"),
        ("He is ready for the Jan. 7 hearing.", "the Jan. 7 → 2020-01-07..2020-01-08 day"),
        ("He recalled the Jan. 7 attack.", "the Jan. 7 → ? day"),
        ("She was born on May 5.", "on May 5 → ? day"),
        # A verb that says nothing of the date
        ("The mayor pushed it back to June.", "June → 2020-06-01..2020-07-01 month"),
        ("The mayor called a vote for March 16.", "March 16 → 2020-03-16..2020-03-17 day"),
        ("They slept weeks before the vote on Feb. 3.", "on Feb. 3 → 2020-02-03..2020-02-04 day"),
        ("They were selling June futures.", "June → ? month"),
        ("They slept before the November election.", "November → 2019-11-01..2019-12-01 month"),
        ("They mourned after the January shooting.", "January → 2019-01-01..2019-02-01 month"),
        ("March 4 — Vote to replace the mayor, who slept", "March 4 → 2020-03-04..2020-03-05 day"),
        ("It was shut for the past year or two.", "for the past year or two → ? span"),
        ("They are ready for the September election.", "September → 2020-09-01..2020-10-01 month"),
        ("The new year of the guild starts in May.", "May → 2020-05-01..2020-06-01 month"),
        ("In a speech on Tuesday the mayor, who is expected to resign, said no.", "on Tuesday → 2019-12-24..2019-12-25 day"),
        ("They would come, though many sank, among them nine on Saturday.", "on Saturday → 2019-12-28..2019-12-29 day"),
        ("They would come, though many sink, among them nine on Saturday.", "on Saturday → ? day"),
        ("The council passed a plan Tuesday to build a quay.", "Tuesday → 2019-12-24..2019-12-25 day"),
        ("The mayor plans to answer the “pointed questions” of the council on Tuesday.", "on Tuesday → 2019-12-31..2020-01-01 day"),
        ("Asked on Tuesday ahead of a trip, he said no.", "on Tuesday → 2019-12-24..2019-12-25 day"),
        ("Harbour Today said no.", ""),
        ("He holds a lead for the nomination to face the mayor in September.", "September → 2020-09-01..2020-10-01 month"),
        ("The mayor said that starting Wednesday nobody pays.", "Wednesday → ? day"),
        ("The truth is June was cold.", "June → 2019-06-01..2019-07-01 month"),
        ("The trial was put off that November.", "November → ? month"),
        ("It was built two decades ago.", "two decades ago → ? span"),
        ("They met the woman to beat the mayor on May 3.", "on May 3 → ? day"),
        # Weeks by one of their days
        ("They met in the week of December 11.", "the week of December 11 → 2019-12-09..2019-12-16 week"),
        ("They met in the week beginning 9 December.", "the week beginning 9 December → 2019-12-09..2019-12-16 week"),
        ("Claims fell in the week ending Dec. 14.", "the week ending Dec. 14 → 2019-12-08..2019-12-15 span"),
        ("It was closed on Thursday, Jan. 3, for good.", "on Thursday, Jan. 3 → 2019-01-03..2019-01-04 day"),
        # Weekdays
        ("The mayor spoke on Monday.", "on Monday → 2019-12-30..2019-12-31 day"),
        ("The mayor spoke on Friday.", "on Friday → 2019-12-27..2019-12-28 day"),
        ("The mayor will speak on Friday.", "on Friday → 2020-01-03..2020-01-04 day"),
        ("The mayor is due to speak on Friday night.", "on Friday night → 2020-01-03..2020-01-04 day"),
        ("On Friday, the mayor will speak.", "On Friday → 2020-01-03..2020-01-04 day"),
        ("The mayor resigned ahead of Friday's vote.", "Friday → 2020-01-03..2020-01-04 day"),
        ("The mayor would obey Friday's ruling.", "Friday → 2019-12-27..2019-12-28 day"),
        ("The council votes on Friday.", "on Friday → ? day"),
        ("Here the mayor speaks to a crowd on Friday.", "on Friday → ? day"),
        ("The toll takes effect Wednesday.", "Wednesday → 2020-01-01..2020-01-02 day"),
        ("The vote is Tuesday.", "Tuesday → 2019-12-31..2020-01-01 day"),
        ("The trial begins Monday.", "Monday → 2019-12-30..2019-12-31 day"),
        ("He said on Friday that the ferry will sail.", "on Friday → 2019-12-27..2019-12-28 day"),
        ("The mayor spoke last Monday.", "last Monday → 2019-12-23..2019-12-24 day"),
        ("She comes next Monday.", "next Monday → 2020-01-06..2020-01-07 day"),
        ("They met on Tuesday last week.", "on Tuesday last week → 2019-12-24..2019-12-25 day"),
        # By the day of publication
        ("It sank yesterday.", "yesterday → 2019-12-29..2019-12-30 day"),
        ("It sank last night.", "last night → 2019-12-29..2019-12-30 day"),
        ("It sails tomorrow.", "tomorrow → 2019-12-31..2020-01-01 day"),
        ("It sank last week.", "last week → 2019-12-23..2019-12-30 week"),
        ("It sank earlier this month.", "earlier this month → 2019-12-01..2020-01-01 month"),
        ("It opens next year.", "next year → 2020-01-01..2021-01-01 year"),
        ("It was shut over the past three days.", "over the past three days → 2019-12-27..2019-12-31 span"),
        ("It was built two years ago.", "two years ago → 2017-01-01..2018-01-01 year"),
        ("First doses could be ready in July.", "July → ? month"),
        ("The board met in July.", "July → 2019-07-01..2019-08-01 month"),
        ("It was built 155 years ago.", "155 years ago → 1864-01-01..1865-01-01 year"),
        ("It was built 600 years ago.", "600 years ago → ? year"),
        ("It was built five months ago.", "five months ago → 2019-07-01..2019-08-01 month"),
        ("It was built ten years ago today.", "ten years ago today → 2009-12-30..2009-12-31 day"),
        ("It was built two years ago this month.", "two years ago this month → 2017-12-01..2018-01-01 month"),
        ("It was built two years ago in June.", "two years ago in June → 2017-06-01..2017-07-01 month"),
        ("It was built a week ago Friday.", "a week ago Friday → ? day"),
        ("It was built nearly three months ago.", "nearly three months ago → ? month"),
        ("It was built less than a month ago.", "less than a month ago → ? month"),
        ("It was built half a century ago.", "half a century ago → ? span"),
        ("It sank an hour ago.", "an hour ago → ? day"),
        ("It was built a fortnight ago.", "a fortnight ago → ? week"),
        ("It will open in two weeks.", "in two weeks → 2020-01-13..2020-01-20 week"),
        ("It will open within ten days.", "within ten days → 2019-12-30..2020-01-10 span"),
        ("It was shut last summer.", "last summer → 2019-06-01..2019-09-01 span"),
        # Months, quarters, years
        ("It sank in early December.", "early December → 2019-12-01..2020-01-01 month"),
        ("It sank in October.", "October → 2019-10-01..2019-11-01 month"),
        ("It sank in March last year.", "March last year → 2018-03-01..2018-04-01 month"),
        ("It sank in May.", "May → 2019-05-01..2019-06-01 month"),
        ("It sank in December of 2017.", "December of 2017 → 2017-12-01..2018-01-01 month"),
        ("Sales fell 5 percent in the third quarter.", "the third quarter → 2019-07-01..2019-10-01 span"),
        ("Sales fell in Q3 2018.", "Q3 2018 → 2018-07-01..2018-10-01 span"),
        ("It was founded in the 1990s.", "1990s → 1990-01-01..2000-01-01 span"),
        ("The 2016 election was won.", "2016 → 2016-01-01..2017-01-01 year"),
        # Spans with one bound or two
        ("Shut since 2006, it rots.", "since 2006 → 2006-01-01.. span"),
        ("It stays shut until March.", "until March → ..2020-04-01 span"),
        ("They lived there before 1950.", "before 1950 → ..1950-01-01 span"),
        ("It was shut between 2016 and 2018.", "between 2016 and 2018 → 2016-01-01..2019-01-01 span"),
        ("It was shut from May 3 to 5.", "May 3 to 5 → 2019-05-03..2019-05-06 span"),
        ("It was shut from May 3 to June 5, 2018.", "from May 3 to June 5, 2018 → 2018-05-03..2018-06-06 span"),
        ("It was shut from January to March 2019.", "from January to March 2019 → 2019-01-01..2019-04-01 span"),
        ("It was shut from 2006 on.", "from 2006 on → 2006-01-01.. span"),
        ("It was shut from Nov. 1 onwards.", "from Nov. 1 onwards → 2019-11-01.. span"),
        ("It was shut Monday through Wednesday.", "Monday through Wednesday → 2019-12-23..2019-12-26 span"),
        ("It will be shut from Monday to Wednesday.", "from Monday to Wednesday → 2019-12-30..2020-01-02 span"),
        ("It was shut Dec. 30-Jan. 2.", "Dec. 30-Jan. 2 → 2019-12-30..2020-01-03 span"),
        ("It was shut on 3 and 4 December.", "on 3 and 4 December → 2019-12-03..2019-12-05 span"),
        ("It was shut on Dec. 3 and 4.", "on Dec. 3 and 4 → 2019-12-03..2019-12-05 span"),
        ("It was shut on Dec. 3 and 9.", "on Dec. 3 and 9 → ? day"),
        ("It was shut on Dec. 3 and 9 boats left.", "on Dec. 3 → 2019-12-03..2019-12-04 day"),
        ("It was shut between 2 and 8 May 2018.", "2 and 8 May 2018 → 2018-05-02..2018-05-09 span"),
        ("It was built by 2018 laureate Ada Vance.", "2018 → 2018-01-01..2019-01-01 year"),
        ("In the 2016-17 season it rained.", "2016-17 → 2016-01-01..2018-01-01 span"),
    ],
)  # fmt: skip
def test_a_date_and_what_it_means(text: str, expected: str) -> None:
    assert dates(text) == [expected] * (expected != "")


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the sun for a second, now and over the years.",
        "A 25-year-old waited for three days, and for two weeks more.",
        "Flight 1990 was a Boeing 747 under Law 1973 and Resolution 2006.",
        "They counted 2,006 men, $2019, 2019 votes, 1.2016 and 2016%.",
        "In 2000 homes the light went out.",
        "The ferry sank on 30 February 2019 and on February 30, and on 2019-02-30.",
        "In AD 79 and in 490 BC, and in 1200 BC, the mountain burned.",
        "In 1441 AH the month came.",
        "Prime Minister May and April Ryan met Augusta, with confidence in May.",
        "Black Friday, Super Tuesday and the Sunday Times are names.",
        "He comes on Mondays and every Monday, and came the following Monday.",
        "A day before Kim's deadline they met; the next day they left.",
        "It was written on 03/04/2019.",
        "Earnings fell in the third quarter of the fiscal year.",
        "In the third quarter the home team scored twice.",
        "The number is 2019-12-30-7 in the list.",
        "Until May resigned, since May left and in May's cabinet nobody laughed.",
        "Saturday Night Live mocked him.",
        "They did it in two days, the first time in two weeks.",
        "The ferry sank on Dec. 12, 99999, and on December 12, 9999.",
        "She sits on the 5th floor.",
        "March for Life was held, and the Women's March.",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_which_of_two_fridays_the_verb_must_say() -> None:
    assert dates("The quay was closed until Friday.") == ["Friday → ? day"]
    assert dates("The quay will be closed until Friday.") == ["until Friday → ..2020-01-04 span"]


def test_words_of_somebody_else_may_be_of_another_day() -> None:
    assert dates("“We saw it yesterday,” she said.") == ["yesterday → ? day"]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("He leads by a mile as he seeks re-election in November.", (2020, 1, 28), "2020-11-01..2020-12-01"),
        ("She is one of three not seeking re-election in November.", (2020, 2, 3), "2020-11-01..2020-12-01"),
        ("They accused Russia of interfering in his reelection contest in November.", (2020, 1, 15), "?"),
        ("He lost the election in November.", (2020, 1, 28), "2019-11-01..2019-12-01"),
        ("During the debate in June he defended it.", (2019, 8, 5), "2019-06-01..2019-07-01"),
        (
            "She appointed a friend to the seat until a special election in June.",
            (2013, 1, 30),
            "2013-06-01..2013-07-01",
        ),
        ("The judges are likely to issue a decision by June.", (2019, 11, 14), "..2020-07-01"),
        ("The bill could come before the council as soon as Friday.", (2010, 12, 1), "2010-12-03..2010-12-04"),
        ("He spoke at noon, and the council could vote as early as Thursday.", (2019, 12, 9), "2019-12-12..2019-12-13"),
        ("He warned of it as early as Thursday.", (2019, 12, 9), "2019-12-05..2019-12-06"),
        ("The judges open their next nine-month term on Monday.", (2019, 10, 1), "?"),
        ("He was scheduled to be hanged Monday, but a judge stopped it.", (2020, 7, 14), "?"),
        ("He was scheduled to be heard Monday.", (2020, 7, 14), "2020-07-20..2020-07-21"),
        ("Over the next 40 years, the court used many standards.", (2012, 6, 28), "?"),
        ("Over the next two days, I told nobody.", (2018, 9, 26), "?"),
        ("Over the next two years, it will cost more.", (2018, 9, 26), "2018-09-26..2020-09-27"),
        ("She sought Monday to calm them, saying that she would stay.", (2019, 10, 2), "2019-09-30..2019-10-01"),
        ("On Friday the 13th the market fell.", (2021, 7, 20), "?"),
        ("On Friday the thirteenth, the market fell.", (2021, 7, 20), "?"),
        ("It sank on Tuesday, March 8.", (2021, 3, 15), "?"),
        ("On Old Style 25 October 1917 the guns spoke.", (2017, 10, 1), "?"),
        ("On 25 October 1917 (Old Style) the guns spoke.", (2017, 10, 1), "?"),
    ],
)
def test_on_which_side_of_the_article_it_lies(text: str, day: tuple[int, int, int], expected: str) -> None:
    assert [each.split(" → ")[1].rsplit(" ", 1)[0] for each in dates(text, PartialDate(*day))] == [expected]


def test_two_dates_in_order_are_read_from_each_other() -> None:
    assert dates("They met on Monday and Tuesday.") == [
        "on Monday → 2019-12-23..2019-12-24 day",
        "Tuesday → 2019-12-24..2019-12-25 day",
    ]
    assert dates("It was shut from December 2018 to March.") == [
        "from December 2018 to March → 2018-12-01..2019-04-01 span"
    ]


def test_a_year_in_front_must_agree() -> None:
    assert dates("The 2020 fair will be held in November.")[1] == "November → 2020-11-01..2020-12-01 month"
    assert dates("In 2011 he was arrested on Jan. 3.")[1] == "on Jan. 3 → ? day"
    assert dates("He came in 2011, and left in January the next year.")[1] == "January the next year → ? month"


def test_nothing_is_counted_from_the_article_in_words_of_long_ago() -> None:
    said = "“We met on Friday, won last month, began two years ago and will vote next week, in June,” he {}."
    assert {each.period for each in find_dates(said.format("had said"), MONDAY)} == {None}
    assert {each.period for each in find_dates(said.format("said in 2017"), MONDAY)[:-1]} == {None}
    assert None not in {each.period for each in find_dates(said.format("said"), MONDAY)}


def test_a_day_known_by_its_date_alone_is_not_of_last_year() -> None:
    assert dates("It changed after the Sept. 11 attacks.") == ["the Sept. 11 → ? day"]


RELATIVE = "It sank on Monday, last week, in December, on May 3, two years ago, last summer, yesterday and next year."


@pytest.mark.parametrize(
    "published", [None, PartialDate(2019), PartialDate(2019, 12), PartialDate(2019, 12, 29, or_later=True)]
)
def test_without_a_day_of_publication_words_stay_relative(published: PartialDate | None) -> None:
    found = find_dates(RELATIVE, published)
    assert len(found) == 8
    assert {each.period for each in found} == {each.resolved_from for each in found} == {None}
    assert dates("It sank in 2016, on May 3, 2018.", published) == [
        "2016 → 2016-01-01..2017-01-01 year",
        "on May 3, 2018 → 2018-05-03..2018-05-04 day",
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "渡轮于2019年12月30日入港。", ["2019年12月30日 → 2019-12-30..2019-12-31 day"]),
        ("ko", "2019년 12월 30일에", ["2019년 12월 30일 → 2019-12-30..2019-12-31 day"]),
        ("de", "Am 30. Dezember 2019 und im Mai war Sonntag.", ["30. Dezember 2019 → 2019-12-30..2019-12-31 day"]),
        ("fr", "le 3 mai 2018", ["3 mai 2018 → 2018-05-03..2018-05-04 day"]),
        ("es", "el 3 de mayo de 2018", ["3 de mayo de 2018 → 2018-05-03..2018-05-04 day"]),
        ("ru", "30 декабря 2019 года", ["30 декабря 2019 → 2019-12-30..2019-12-31 day"]),
        ("de", "On Monday, last week, in 2016", []),
    ],
)
def test_in_another_language_only_what_is_certain(language: str, text: str, expected: list[str]) -> None:
    assert dates(text, language=language) == expected


WORDS = (
    "on Monday Dec 30 , 2019 ( ) May 3 to and - since until between from 2016 last week the past three days ago February 31 st "
    "over 999 years decades quarters weeks ago from now Q3 of quarter '90s 1990s will said 99 0000 9999 early summer “ \" year next this a couple of 年 12 月 tomorrow's \n"
).split(" ")


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)), st.dates())
def test_whatever_the_text_its_dates_are_in_it_and_in_order(text: str, day: object) -> None:
    published = PartialDate(day.year, day.month, day.day)  # type: ignore[attr-defined]
    before = 0
    for each in find_dates(text, published):
        assert before <= each.start < each.end <= len(text)
        before = each.end
        assert (each.period is None) == (each.resolved_from is None)
        if each.period is not None:
            start, end = each.period
            assert start is not None or end is not None
            assert start is None or end is None or start < end


def test_a_text_that_is_all_dates_costs_what_it_is_long() -> None:
    chance = random.Random(0)  # noqa: S311 - a text, no secret

    def calls(number: int) -> int:
        text = " ".join(
            chance.choice(("on Monday", "May 3, 2018", "in 2016", "last week", "Dec 30")) for _ in range(number)
        )
        return calls_of(lambda: find_dates(text, MONDAY))

    assert calls(4000) < 2.4 * calls(2000)
