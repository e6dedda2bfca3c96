"""Articles that tell the same story, and those that only look alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_copies import STORY
from test_coverage import Make, seed, seeds_of

Seeds = dict[str, str]


def papers(*texts: str, days: tuple[str, ...] = (), outlets: tuple[str, ...] = ()) -> Seeds:
    """Articles of different outlets and the same day, unless said."""
    facts = [
        {"date": days[n] if days else "2024-03-05", "outlet": outlets[n] if outlets else f"Paper {n}"}
        for n in range(len(texts))
    ]
    return {f"{n}.txt": seed(text, **{k: v for k, v in facts[n].items() if v}) for n, text in enumerate(texts)}


SALES = (
    "Tarrow Hesk sold more coats and boots in February than a year before, Ivo Lanning said. Shares of Tarrow Hesk "
    "rose in Port Ebrin and Ostermark. The Tarrow Hesk group runs ninety shops in Vallony."
)
TRIAL = (
    "A judge dismissed the lawsuit of four pilots against Tarrow Hesk over unpaid overtime. Ivo Lanning welcomed the "
    "ruling in Port Ebrin, and Tarrow Hesk asked for costs. The pilots fly from Ostermark to Vallony."
)
MORE_OF_THE_TRIAL = (
    "Four pilots from Ostermark lost their lawsuit over overtime that Tarrow Hesk never paid. The judge in Port Ebrin "
    "dismissed all claims, and lawyers of the pilots spoke of an unfair ruling to Ivo Lanning."
)


def test_a_name_in_common_is_no_event_in_common(make_dossier: Make) -> None:
    assert make_dossier(papers(SALES, TRIAL)).stories == ()
    (story,) = make_dossier(papers(TRIAL, MORE_OF_THE_TRIAL)).stories
    assert len(story.texts) == 2


DRIVES = (
    (
        "Gardeners of Upper Moll begin a campaign for voter registration this spring. Many young citizens never "
        "register, said Ansa Birk, who drew the leaflets about the ballot. Each of them comes with a bag of seeds, so "
        "that whoever votes has a flower to look at as well."
    ),
    (
        "Shops in Lower Quay are to launch something unusual with the summer sales. At every till lies a form for "
        "voter registration: young customers register while they pay, Pell Orm explained, and get ten cents off their "
        "bread. Last time the ballot drew fewer people than the local fair."
    ),
)


def test_what_has_no_name_in_common_must_be_more_alike(make_dossier: Make) -> None:
    assert make_dossier(papers(*DRIVES)).stories == ()
    same = DRIVES[1].replace("Lower Quay", "Upper Moll").replace("Pell Orm", "Ansa Birk")
    assert len(make_dossier(papers(DRIVES[0], same)).stories) == 1


def form(name: str, number: int) -> str:
    """A report of which an agency fills in one for each company."""
    return (
        f"{name} said its board declared a regular quarterly dividend of {number} cents on its common shares, "
        f"unchanged from the quarter before. It said the dividend is payable May {number % 28 + 1} to holders of record "
        f"on April {number % 27 + 1}. {name} makes {'bricks tiles glue ropes sails nails'.split()[number % 6]}."
    )


def test_forms_of_one_outlet_are_no_story(make_dossier: Make) -> None:
    names = ["Anvik Corp", "Belmore Ltd", "Corvane Inc", "Dellow Corp", "Eskward Ltd", "Fanthorpe Inc"]
    forms = [form(name, 11 + number) for number, name in enumerate(names)]
    assert make_dossier(papers(*forms, outlets=("Wire",) * len(forms))).stories == ()


DAILY = (
    "The Bank of Ostermark said it gave the money market {} million crowns of help this morning. It bought bills of {} "
    "million crowns at {} per cent and bonds of {} million crowns at {} per cent. It had put the shortage of the Ebrin "
    "market at about {} million crowns."
)


@pytest.mark.parametrize(("outlets", "number"), [(("Wire", "Wire"), 0), (("Post", "News"), 1)])
def test_a_form_with_other_numbers_is_another_event(make_dossier: Make, outlets: tuple[str, ...], number: int) -> None:
    days = ("2024-03-05", "2024-03-06")
    texts = (DAILY.format(442, 61, 10.25, 380, 10.5, 850), DAILY.format(106, 12, 9.75, 94, 9.625, 350))
    assert len(make_dossier(papers(*texts, days=days, outlets=outlets)).stories) == number
    corrected = texts[0].replace("380 million", "381 million")
    assert len(make_dossier(papers(texts[0], corrected, outlets=("Wire", "Wire"))).stories) == 1


STRIP = "Mayor seeks third term in Harrowgate Bishop denies selling Ombrey abbey Storm Zelda nears Kestrel coast"
OWN = (
    "A choir from the valley sang in the railway station at noon, and travellers missed their trains to listen.",
    "Two engineers patented a kettle that whistles the tune of an old march, and will sell it from May on.",
    "Farmers emptied forty carts of turnips before the ministry because the price has fallen by half.",
)


@pytest.mark.parametrize(("outlets", "number"), [(("Post", "Post", "Post"), 0), (("Post", "News", "Star"), 1)])
def test_what_an_outlet_puts_into_its_articles_tells_nothing(
    make_dossier: Make, outlets: tuple[str, ...], number: int
) -> None:
    dossier = make_dossier(papers(*(f"{STRIP} {own}" for own in OWN), outlets=outlets))
    assert len(dossier.stories) == number


def test_copies_without_a_date_do_not_bridge_weeks(make_dossier: Make) -> None:
    changed = [STORY.replace("third day", f"{word} day") for word in ("first", "second", "last", "next")]
    dated = papers(*changed[:2], days=("2024-03-05", "2024-04-05"))
    assert make_dossier(dated).stories == ()
    alone = seed(changed[2], outlet="Herald")
    assert make_dossier({**dated, "x.txt": alone}).stories == ()
    dossier = make_dossier({**dated, "x.txt": alone, "y.txt": seed(changed[3], outlet="Star")})
    assert [seeds_of(dossier, story) for story in dossier.stories] == [["x.txt", "y.txt"]]


WEEK: Callable[[int], str] = "2024-03-{:02d}".format


def test_a_text_that_is_printed_for_weeks_is_a_story_a_week(make_dossier: Make) -> None:
    days = tuple(WEEK(day) for day in (1, 5, 9, 13, 17, 21))
    texts = [STORY.replace("third day", f"{number}th day") for number in range(len(days))]
    stories = make_dossier(papers(*texts, days=days)).stories
    assert sorted(len(story.articles) for story in stories) == [2, 2, 2]


LONG = [
    f"Paragraph {number} tells of the {word} of Grey Island, which {' '.join(f'{word}{place}' for place in range(20))} saw."
    for number, word in enumerate("mayor baker keeper school ferry lamp flour salt union harbour".split())
]


@pytest.mark.parametrize(("kept", "line"), [(5, ""), (7, ""), (4, "LONDON (Reuters) - ")])
def test_a_cut_of_an_article_is_the_same_text(make_dossier: Make, kept: int, line: str) -> None:
    whole, cut = (line + "\n\n".join(LONG[:number]) for number in (len(LONG), kept))
    (story,) = make_dossier(papers(whole, cut)).stories
    assert list(map(len, story.texts)) == [2]
    own = "\n\n".join(f"{' '.join(f'own{number}x{place}' for place in range(30))}." for number in range(3))
    (story,) = make_dossier(papers(whole, f"{cut}\n\n{own}")).stories
    assert (list(map(len, story.texts)), story.independent) == ([1, 1], 1)


BOILERPLATE = (
    "This report was written with the help of the fund for news of small places, which has no say in what is printed.\n\n"
    "Readers who saw an error may write to the editors of the fund, who answer each letter within a week or two."
)


def test_background_at_the_end_makes_no_story(make_dossier: Make) -> None:
    crash = "Bus crash kills five near Ombrey. The driver fled, witnesses told police, and the road was shut for hours."
    rates = (
        "Central bank of Vallony raises rates. Inflation has not slowed enough, its governor told savers in a speech."
    )
    more = (
        "Lorries stood for miles, and a bridge was closed.",
        "Loans cost more now, and so will the bread of the poor.",
    )
    texts = [f"{text}\n\n{each}\n\n{BOILERPLATE}" for text, each in zip((crash, rates), more, strict=True)]
    titles = [f"title: {title}\n" for title in ("Bus crash kills five", "Bank raises rates")]
    seeds = {
        name: text.replace("---\n", f"---\n{title}", 1)
        for (name, text), title in zip(papers(*texts).items(), titles, strict=True)
    }
    assert make_dossier(seeds).stories == ()
    again = crash.replace("near Ombrey", "on the road to Ombrey").replace("witnesses", "people")
    assert len(make_dossier(papers(texts[0], f"{again}\n\n{BOILERPLATE}")).stories) == 1


def test_only_texts_that_share_nothing_are_independent(make_dossier: Make) -> None:
    first, second, third = (
        TRIAL,
        MORE_OF_THE_TRIAL,
        f"{TRIAL.partition('. ')[0]}. {MORE_OF_THE_TRIAL.partition('. ')[2]}",
    )
    (story,) = make_dossier(papers(first, second)).stories
    assert (len(story.texts), story.independent) == (2, 2)
    (story,) = make_dossier(papers(*(f"LONDON (Reuters) - {text}" for text in (first, second)))).stories
    assert (len(story.texts), story.independent) == (2, 1)
    (story,) = make_dossier(papers(first, second, third)).stories
    assert (len(story.texts), story.independent) == (3, 1)
