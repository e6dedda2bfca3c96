"""What happened when: dates with their sentences, what was announced, and who tells the same."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from conftest import SEED_A, SEED_B, calls_of

from dossier import Dossier
from dossier.model import Event, Happening
from dossier.timeline import events, happenings

Make = Callable[..., Dossier]


def of_seed(dossier: Dossier, seed: str) -> list[tuple[str, str, str]]:
    article = next(each.article.id for each in dossier.articles if each.article.seed == seed)
    return [(event.text, event.precision, event.status) for event in dossier.events if event.article == article]


def test_the_events_of_the_two_seeds(two_seeds: Dossier) -> None:
    assert of_seed(two_seeds, SEED_B) == [
        ("on Monday (Dec 30)", "day", "announced"),
        ("on Sunday", "day", "happened"),
        ("since 2006", "span", "happened"),
        ("earlier this month", "month", "happened"),
        ("2016", "year", "happened"),
        ("2017", "year", "happened"),
        ("on Monday", "day", "announced"),
        ("on Sunday", "day", "happened"),
    ]
    assert of_seed(two_seeds, SEED_A) == [
        ("on Monday", "day", "announced"),
        ("On Sunday", "day", "happened"),
        ("on December 29, 2019", "day", "happened"),
        ("early December", "month", "happened"),
        ("last week", "week", "happened"),
        ("earlier this month", "month", "happened"),
        ("2016", "year", "happened"),
        ("2017", "year", "happened"),
        ("on Monday", "day", "announced"),
        ("Monday", "day", "happened"),
    ]


def seeds_of(dossier: Dossier, told: tuple[Event, ...]) -> list[str]:
    seeds = {each.article.id: each.article.seed for each in dossier.articles}
    return sorted(seeds[event.article] for event in told)


def test_what_the_two_seeds_tell_alike(two_seeds: Dossier) -> None:
    shown = [
        (str(each.period.start), each.event.text, len(each.tellings), [event.text for event in each.undated])
        for each in two_seeds.happenings
    ]
    assert shown == [
        ("2006-01-01", "since 2006", 1, []),
        ("2016-01-01", "2016", 2, []),
        ("2017-01-01", "2017", 2, []),
        ("2019-12-01", "earlier this month", 1, ["earlier this month"]),
        ("2019-12-29", "on Sunday", 1, []),
        ("2019-12-29", "on Sunday", 1, []),
        ("2019-12-29", "on December 29, 2019", 1, []),
        ("2019-12-30", "on Monday (Dec 30)", 1, ["on Monday"]),
        ("2019-12-30", "on Monday", 1, ["on Monday"]),
    ]
    assert not any(each.elsewhere for each in two_seeds.happenings)
    (both,) = (each for each in two_seeds.happenings if each.event.text == "2016")
    assert seeds_of(two_seeds, both.tellings) == [SEED_A, SEED_B]
    assert both.entities == ("sanctions", "pyongyang", "nuclear-programme")


def article(day: str, text: str) -> str:
    return f"---\ndate: {day}\n---\n{text}\n"


VOTE = "The harbour council of North Harbour voted against the new ferry toll {} after a debate of nine hours."


def test_one_sentence_of_two_articles_is_one_happening(make_dossier: Make) -> None:
    dossier = make_dossier(
        {
            "a.md": article("2020-01-08", VOTE.format("on Tuesday")),
            "b.md": article("2020-01-09", VOTE.format("on January 7, 2020") + " Nobody had expected it of them."),
            "c.md": article(
                "2020-01-09", "The mayor of North Harbour slept late on Tuesday, and nobody woke her at all."
            ),
        }
    )
    first, second = sorted(dossier.happenings, key=lambda each: -len(each.tellings))
    assert seeds_of(dossier, first.tellings) == ["a.md", "b.md"]
    assert seeds_of(dossier, second.tellings) == ["c.md"]
    assert not first.elsewhere


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour lost 14 crowns a boat in 2018.", "In 2018 the company of Ada Vance lost 14 crowns a boat."),
        ("Boat 14 of pier 98 was painted red in 2018.", "Boat 98 of pier 686 was painted red in 2018."),
        ("The mayor of North Harbour slept in 2018.", "The council of North Harbour met in 2018."),
    ],
)
def test_what_shares_a_few_words_only_is_not_the_same(make_dossier: Make, one: str, other: str) -> None:
    dossier = make_dossier({"a.md": article("2020-01-08", one), "b.md": article("2020-01-09", other)})
    assert [len(each.tellings) for each in dossier.happenings] == [1, 1]


def test_two_articles_that_put_it_on_two_days_disagree(make_dossier: Make) -> None:
    dossier = make_dossier(
        {
            "a.md": article("2020-01-08", VOTE.format("on Tuesday") + " It was the first vote of the year there."),
            "b.md": article("2020-01-10", VOTE.format("on Wednesday") + " Many had come to hear what was said."),
        }
    )
    one, other = dossier.happenings
    assert [str(each.period) for each in one.elsewhere] == [str(other.period)]
    assert [str(each.period) for each in other.elsewhere] == [str(one.period)]


def test_what_may_have_happened_on_both_days_is_no_disagreement(make_dossier: Make) -> None:
    dossier = make_dossier(
        {
            "a.md": article("2020-01-08", VOTE.format("on Tuesday") + " It was the first vote of the year there."),
            "b.md": article("2020-01-09", VOTE.format("on Wednesday") + " Many had come to hear what was said."),
        }
    )
    assert [each.elsewhere for each in dossier.happenings] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VOTE, VOTE.replace("voted", "did not vote")),
        (VOTE, VOTE.replace("voted", "will vote")),
        ("Ada Vance accused Bo Marsh of having sold the harbour {}.", "Bo Marsh accused Ada Vance of having sold the harbour {}."),
    ],
)  # fmt: skip
def test_sentences_that_contradict_each_other_are_not_the_same(make_dossier: Make, one: str, other: str) -> None:
    dossier = make_dossier(
        {
            "a.md": article("2020-01-08", one.format("on Tuesday")),
            "b.md": article("2020-01-06", other.format("on January 7, 2020") + " Nobody had expected it of them."),
        }
    )
    assert [len(each.tellings) for each in dossier.happenings] == [1, 1]


@pytest.mark.parametrize(
    "text", ["Nobody came in May's last year of office.", "She fought Augusta May on Bloody Sunday, of all days."]
)
def test_a_part_of_a_name_is_no_date(make_dossier: Make, text: str) -> None:
    names = "entities:\n  - name: Augusta May\n    kind: person\n  - name: Bloody Sunday\n    kind: event\n"
    assert make_dossier({"a.md": article("2020-01-08", "Augusta May is the mayor. " + text)}, names).events == ()
    said = "Augusta May resigned in May, and came back in early May 2019."
    assert len(make_dossier({"a.md": article("2020-01-08", said)}, names).events) == 2


def test_what_recurs_day_after_day_is_no_disagreement(make_dossier: Make) -> None:
    days = {
        f"{day}.md": article(f"2020-01-{day:02}", VOTE.format("today") + f" It is number {day}.")
        for day in range(6, 12)
    }
    assert not any(each.elsewhere for each in make_dossier(days).happenings)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ferry sank on Monday.", "happened"),
        ("The ferry will sail on Friday.", "announced"),
        ("The ferry sails on January 20.", "announced"),
        ("The ferry would sail last Friday, the crew said.", "unknown"),
        ("Monday.", "unknown"),
        ("The law that he proposed today would ban them.", "happened"),
        ("Also on Wednesday, the mayor agreed to testify before the council.", "happened"),
        ("She was supposed to be in town Wednesday, but the crew refused to sail.", "unknown"),
        ("I am here today not because I want to be.", "unknown"),
        ("The ferry will do fine — Ada Vance (@vance) January 8, 2020", "unknown"),
        ("If that is what it means today, the crew is wrong.", "unknown"),
        ("If it happens tonight, we will see.", "announced"),
        ("The debt grows in the next four years.", "announced"),
        ("The crew sought Tuesday to calm them, announcing it would sail.", "happened"),
    ],
)
def test_what_had_happened_and_what_is_to_come(make_dossier: Make, text: str, status: str) -> None:
    (event,) = make_dossier({"a.md": article("2020-01-08", text)}).events
    assert event.status == status


def test_an_article_without_a_date_has_events_without_one(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": "The ferry sank on Monday, and nobody in North Harbour had seen it go down."})
    (event,) = dossier.events
    assert (event.text, event.period, event.resolved_from) == ("on Monday", None, None)
    assert [mention.entity for mention in event.mentions] == ["north-harbour"]
    assert dossier.happenings == ()


def test_a_date_that_is_cut_by_a_full_stop_has_one_sentence(make_dossier: Make) -> None:
    dossier = make_dossier(
        {"a.md": article("2020-01-08", "It was cold. The ferry sank on Jan. 3 in the bay. All swam home.")}
    )
    (event,) = dossier.events
    text = dossier.articles[0].article.paragraphs[0].text
    assert text[slice(*event.sentence)] == "The ferry sank on Jan. 3 in the bay."


def test_a_plain_word_ends_a_sentence(make_dossier: Make) -> None:
    text = "She turned 81 last month. Vance is the oldest. They met. On 3 May 2019 at approx. Noon they parted."
    told = make_dossier({"a.md": article("2020-01-08", text)}).events
    assert [text[slice(*event.sentence)] for event in told] == [
        "She turned 81 last month.",
        "On 3 May 2019 at approx. Noon they parted.",
    ]


def test_a_sentence_without_end_is_cut_around_its_date(make_dossier: Make) -> None:
    dossier = make_dossier(
        {"a.md": article("2020-01-08", f"{'and so ' * 900}it sank on May 3, 2018, {'as if ' * 900}")}
    )
    (event,) = dossier.events
    assert event.sentence[0] <= event.span[0] < event.span[1] <= event.sentence[1]
    assert event.sentence[1] - event.sentence[0] < 700


def test_a_thousand_sentences_alike_cost_what_they_are_many(make_dossier: Make) -> None:
    def work(number: int) -> int:
        seeds = {
            f"{each}.md": article(
                "2020-01-08", f"The toll of quay {each} rose to {each} crowns on Tuesday, said the mayor."
            )
            for each in range(number)
        }
        dossier = make_dossier(seeds)
        return calls_of(lambda: happenings(dossier.articles, dossier.events))

    assert work(400) < 2.6 * work(200)


def test_the_same_input_gives_the_same_events(two_seeds: Dossier) -> None:
    def sentences(text: str) -> tuple[tuple[int, int], ...]:
        return ((0, len(text)),)

    def once() -> tuple[Happening, ...]:
        return happenings(
            two_seeds.articles, [event for each in two_seeds.articles for event in events(each, sentences)]
        )

    assert once() == once()


def test_sentences_with_one_rare_word_in_common_are_not_compared(make_dossier: Make) -> None:
    draw = Random(3)  # noqa: S311 - the words only have to vary
    words = [f"{first}{second}en" for first in "babe bobu dade dodu".split() for second in "lmnprstv"]

    def work(number: int) -> int:
        texts = [" ".join(draw.sample(words, 5)) for _ in range(number)]
        seeds = {
            f"{n}.md": article("2020-01-08", f"The board met in {text.title()} on Tuesday.")
            for n, text in enumerate(texts)
        }
        dossier = make_dossier(seeds)
        return calls_of(lambda: happenings(dossier.articles, dossier.events))

    small, large = work(150), work(600)
    assert large < 4.4 * small
