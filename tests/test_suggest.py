"""Names to add, and what else waits for a decision."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from conftest import write_files
from hypothesis import given
from hypothesis import strategies as st

from dossier import Dossier, Question, Settings, Suggestion, build
from dossier.discovery import MissingPipelineError, is_first_name
from dossier.matcher import Gazetteer
from dossier.model import Alias, Entity, EntityEntry, Kind, Location, NameSpan, Paragraph, Register
from dossier.register.doubtful import doubtful_names
from dossier.same_name import key
from dossier.sentences import sentence_spans
from dossier.suggest import as_entities, gather, questions, recounted, standing_in, suggestions
from dossier.suggest.apart import Apart
from dossier.suggest.bodies import Form
from dossier.suggest.likeness import Known, why_alike
from dossier.suggest.longer import longer_name

Make = Callable[..., Dossier]

REGISTER = """\
entities:
  - {name: Ada Vance, kind: person}
  - {name: North Harbour, kind: place}
  - {name: Harbour Board, kind: organisation, aliases: [HB]}
"""


@pytest.fixture
def ask(make_dossier: Make) -> Callable[..., tuple[tuple[Suggestion, ...], tuple[Question, ...]]]:
    """What is suggested and asked, if the names of `found` are found wherever they stand as written."""

    def ask(
        texts: Sequence[str],
        found: Mapping[str, Kind],
        register: str = REGISTER,
        is_first_name: Callable[[str], bool] = lambda _: False,
    ) -> tuple[tuple[Suggestion, ...], tuple[Question, ...]]:
        seeds = {f"{number}.md": f"---\ntitle: Report {number}\n---\n{text}" for number, text in enumerate(texts)}
        dossier = make_dossier(seeds, register)
        longest_first = re.compile("|".join(sorted(map(re.escape, found), key=len, reverse=True)) or r"(?!)")
        names = {
            annotated.article.id: [
                tuple(
                    NameSpan(match.start(), match.end(), found[match.group()])
                    for match in longest_first.finditer(paragraph.text)
                )
                for paragraph in annotated.article.paragraphs
            ]
            for annotated in dossier.articles
        }
        suggested = suggestions(
            gather(dossier.articles, names), dossier.register, Known.of(dossier.register), sentence_spans, is_first_name
        )
        asked = questions(
            suggested,
            dossier.entries,
            dossier.articles,
            dossier.register,
            sentence_spans,
            is_first_name=is_first_name,
        )
        return suggested, asked

    return ask


def test_a_name_is_counted_over_articles_with_its_sentences(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    texts = [
        "It rained. Tom Reed spoke to Ada Vance on the quay. He left.",
        "The quay was closed. Tom Reed said so, and TOM REED meant it, they say.",
    ]
    (reed,), _ = ask(texts, {"Tom Reed": "person", "TOM REED": "person", "Ada Vance": "person"})
    assert (reed.name, reed.kind, reed.mentions, len(reed.articles)) == ("Tom Reed", "person", 3, 2)
    assert dict(reed.forms) == {"Tom Reed": 2, "TOM REED": 1}
    sentences = {sighting.quote.sentence for sighting in reed.sightings}
    assert "Tom Reed spoke to Ada Vance on the quay." in sentences
    for sighting in reed.sightings:
        assert [sighting.quote.sentence[start:end] for start, end in sighting.quote.spans] == ["Tom Reed"]


def test_what_the_register_holds_suggests_or_suppresses_is_not_suggested(
    ask: Callable[..., tuple[object, object]],
) -> None:
    register = REGISTER + "  - {name: Lena Ortiz, kind: person, status: suggested}\nsuppress: [Quay Street]\n"
    text = "Lena Ortiz met Ada Vance, Vance said, in Quay Street near North Harbour, where Ada Vance lives."
    found = {
        "Lena Ortiz": "person",
        "Ada Vance": "person",
        "Vance": "person",
        "Quay Street": "place",
        "North Harbour": "place",
    }
    assert ask([text], found, register)[0] == ()


def test_a_part_of_a_name_belongs_to_the_one_full_name_of_its_article(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    (tom,), _ = ask(["Tom Reed came. Reeve spoke. Reed left on Friday."], {"Tom Reed": "person", "Reed": "person"})
    assert dict(tom.forms) == {"Tom Reed": 1, "Reed": 1}


def test_an_acronym_belongs_to_the_name_that_the_article_explains_it_by(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    text = "The Coastal Safety Agency (CSA) met on Friday. The CSA was late, and the CSA left."
    found: dict[str, Kind] = {"Coastal Safety Agency": "organisation", "CSA": "organisation"}
    (agency,) = ask([text], found)[0]
    assert dict(agency.forms) == {"Coastal Safety Agency": 1, "CSA": 3}


def test_an_acronym_belongs_to_the_name_whose_initials_it_is(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    found: dict[str, Kind] = {"Coastal Safety Agency": "organisation", "CSA": "organisation"}
    (agency,) = ask(["The Coastal Safety Agency met on Friday. The CSA was late."], found)[0]
    assert dict(agency.forms) == {"Coastal Safety Agency": 1, "CSA": 1}


def test_a_person_is_called_as_in_most_articles(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    texts = [
        "Tom B. Reed came on Friday. Tom Reed spoke, and Reed left.",
        "Tom Reed came on Monday, they say.",
        "Tom B. Reed came on Tuesday, they say.",
        "Reed came on Wednesday, they say, and Reed left the quay.",
    ]
    found: dict[str, Kind] = dict.fromkeys(["Tom B. Reed", "Tom Reed", "Reed"], "person")
    forms = {each.name: dict(each.forms) for each in ask([*texts, "Tom Reed left on Sunday, they say."], found)[0]}
    assert forms == {
        "Tom Reed": {"Tom Reed": 3, "Tom B. Reed": 2, "Reed": 1},
        "Reed": {"Reed": 2},
    }


def test_an_initial_stands_for_the_next_word_only(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    names = ["George W. Reed", "George W.", "George Herbert Walker Reed", "Tom H. Berg", "Tom Harbour Moss Berg"]
    found: dict[str, Kind] = dict.fromkeys(names, "person")
    texts = [
        "George W. Reed, the son of George Herbert Walker Reed, met Tom Harbour Moss Berg on Friday, they say.",
        "George W. Reed left on Monday. Tom H. Berg is Tom Harbour Moss Berg.",
    ]
    forms = {each.name: dict(each.forms) for each in ask(texts, found)[0]}
    assert forms == {
        "George W. Reed": {"George W. Reed": 2},
        "George Herbert Walker Reed": {"George Herbert Walker Reed": 1},
        "Tom Harbour Moss Berg": {"Tom Harbour Moss Berg": 2, "Tom H. Berg": 1},
    }


def test_what_is_no_name_by_itself_is_no_form(ask: Callable[..., tuple[tuple[Suggestion, ...], object]]) -> None:
    found: dict[str, Kind] = {"U.S.": "place", "Us": "place", "It": "place", "QUAY": "place", "Quay": "place"}
    found |= dict.fromkeys(["Ada R. Reed", "ADA R. REED", "REED", "Reed", "Ada R."], "person")
    texts = [
        "They left the U.S. on Friday, the U.S. said, and Us it was. It is so. QUAY is shouted thrice: QUAY, QUAY, Quay.",
        "Then Ada R. Reed came, ADA R. REED said, and REED it was: Reed, the late Ada R. herself.",
    ]
    suggested = {each.name: each for each in ask(texts, found)[0]}
    assert {name: dict(each.forms) for name, each in suggested.items()} == {
        "U.S.": {"U.S.": 2},
        "Quay": {"QUAY": 3, "Quay": 1},
        "Ada R. Reed": {"ADA R. REED": 1, "Ada R. Reed": 1, "Reed": 1},
    }
    for each in suggested.values():
        aliases = tuple(Alias(form, source=Location("entities.yml", 1)) for form, _ in each.forms)
        assert list(doubtful_names([Entity("one", each.name, each.kind, aliases)])) == []


def test_a_party_and_state_are_nobody(ask: Callable[..., tuple[tuple[Suggestion, ...], object]]) -> None:
    found: dict[str, Kind] = {"Tom Reed": "person", "R-Ky": "person", "D-Day": "topic"}
    suggested = ask(["Tom Reed, R-Ky., spoke of D-Day, they say."], found)[0]
    assert {each.name for each in suggested} == {"Tom Reed", "D-Day"}


def test_who_stands_behind_a_name_is_not_called_by_it(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    found: dict[str, Kind] = dict.fromkeys(["Tom Reed Berg", "Tom Reed", "Reed", "Berg"], "person")
    texts = [
        "Tom Reed Berg was asked. Berg spoke, Tom Reed did, Reed left.",
        "Tom Reed came on Monday, they say, and Berg left.",
    ]
    forms = {each.name: dict(each.forms) for each in ask(texts, found)[0]}
    assert forms == {
        "Tom Reed": {"Tom Reed": 2, "Reed": 1},
        "Berg": {"Berg": 2},
        "Tom Reed Berg": {"Tom Reed Berg": 1},  # it may be two names that ran together
    }


def test_who_begins_as_a_name_that_ran_into_another_is_not_called_by_it(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    names = ["Tom Reed Berg", "Tom Reed", "Tom Berg"]
    texts = [
        "Tom Reed Berg was asked, they say. Tom Berg spoke, and Tom Reed did.",
        "Tom Reed came on Monday, they say.",
    ]
    forms = {each.name: dict(each.forms) for each in ask(texts, dict.fromkeys(names, "person"))[0]}
    assert forms["Tom Reed"] == {"Tom Reed": 2}
    assert forms["Tom Berg"] == {"Tom Berg": 1}


def test_a_name_around_a_mention_is_another_name(ask: Callable[..., tuple[tuple[Suggestion, ...], object]]) -> None:
    (bank,), _ = ask(["The North Harbour Bank closed on Friday, they said."], {"North Harbour Bank": "organisation"})
    assert bank.name == "North Harbour Bank"


LIKE = ["United States", "US", "U.S.", "North Korea", "DPRK", "Ada Vance", "A. Vance", "Vance Ada", "Bob", "Velm Bank"]


@given(st.data())
def test_what_is_known_of_other_entities_is_what_would_be_found(data: st.DataObject) -> None:
    def register() -> Register:
        rows = st.tuples(st.sampled_from(LIKE), st.sampled_from(["person", "place", "organisation"]), st.integers(0, 4))
        drawn = data.draw(st.lists(rows, max_size=6, unique_by=lambda row: row[2]))
        more = data.draw(st.sampled_from(LIKE))
        return Register(
            tuple(Entity(str(number), name, kind, (Alias(name), Alias(more))) for name, kind, number in drawn)
        )

    def asked(known: Known) -> list[object]:
        return [known.like(name, kind) for name in LIKE for kind in ("person", "place", "organisation")]

    before = Known.of(register())
    asked(before)
    after = register()
    assert asked(Known.of(after, before)) == asked(Known.of(after))


def test_what_a_change_does_not_touch_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def register(alias: str) -> Register:
        towns = (f"{chr(97 + one)}{chr(97 + other)}urgh".title() for one in range(10) for other in range(10))
        rows = [("Velm", (alias,)), *((name, ()) for name in towns)]
        return Register(
            tuple(Entity(name.lower(), name, "place", tuple(map(Alias, (name, *more)))) for name, more in rows)
        )

    looked: list[str] = []
    monkeypatch.setattr(Known, "_like", lambda _self, form, *_: looked.append(form.text) or ())
    before = Known.of(register("Velmburg"))
    for name in ("Velmburg", "Teston", "Aaurgh"):
        before.like(name, "place")
    after = Known.of(register("Velmstadt"), before)
    for name in ("Velmburg", "Teston", "Aaurgh"):
        after.like(name, "place")
    assert looked == ["velmburg", "teston", "aaurgh", "velmburg"]


def test_who_a_name_may_be() -> None:
    def entity(name: str, kind: Kind, *aliases: str) -> Entity:
        return Entity(key(name).replace(" ", "-"), name, kind, tuple(map(Alias, (name, *aliases))))

    known = Known(
        [
            entity("Recep Tayyip Erdoğan", "person"),
            entity("Donald Trump", "person"),
            entity("Volodymyr Zelensky", "person"),
            entity("Harbour Safety Board", "organisation"),
            entity("North Korea", "place"),
        ]
    )

    def like(name: str, kind: Kind) -> dict[str, str]:
        return {each.entity: each.reason for each in known.like(name, kind)}

    assert like("Recep Tayyip Erdogan", "person") == {"recep-tayyip-erdogan": "written in another way"}
    assert like("Donald J. Trump", "person") == {"donald-trump": "the same first and last name"}
    assert like("D. Trump", "person") == {"donald-trump": "the same last name and initial"}
    assert like("Volodymyr Zelenskyy", "person") == {"volodymyr-zelensky": "written almost the same"}
    assert like("HSB", "organisation") == {"harbour-safety-board": "its initials"}
    assert like("South Korea", "place") == {}
    assert like("Donald Tusk", "person") == {}
    assert like("Donald Trump Jr.", "person") == {}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("North Korea", "South Korea", "place"),
        ("Kim Jong Un", "Kim Jong Il", "person"),
        ("World War 1", "World War 2", "event"),
        ("Ann Reed", "Tom Reed", "person"),
        ("Bank of China", "Bank of Chile", "organisation"),
        ("George W. Reed", "George H.W. Reed", "person"),
        ("George W. Reed", "George Herbert Walker Reed", "person"),
        ("Bill Reed", "Hillary Reed", "person"),
        ("Bill Reed", "William Moss", "person"),
        ("House", "White House", "organisation"),
        ("Senate", "Texas Senate", "organisation"),
        ("Airlines", "American Airlines", "organisation"),
        ("Supreme Court of India", "U.S. Supreme Court", "organisation"),
        ("Samoa", "American Samoa", "place"),
        ("NHQ", "North Harbour Quay and North Harbour", "place"),
        ("America", "Central America", "place"),
        ("Harbour Party", "Quay Party", "organisation"),
    ],
)
def test_names_of_two(one: str, other: str, kind: Kind) -> None:
    assert why_alike(Form(key(one)), Form(key(other)), kind) == ""


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("United States", "United States of America", "place"),
        ("America", "U.S.", "place"),
        ("Supreme Court", "U.S. Supreme Court", "organisation"),
        ("Supreme Court of the United States", "US Supreme Court", "organisation"),
        ("Senate", "US Senate", "organisation"),
        ("Harbour Department", "Department of the Harbour", "organisation"),
        ("DOH", "U.S. Department of Harbours", "organisation"),
        ("CHC", "Centers for Harbour Control and Repair", "organisation"),
        ("Mike Reed", "Michael Reed", "person"),
        ("Bill Reed", "Will B. Reed", "person"),
        ("Tom B. Reed", "Thomas Berg Reed", "person"),
        ("Republicans", "Republican Party", "organisation"),
        ("Democrats", "Democratic Party", "organisation"),
    ],
)
def test_names_that_may_be_one(one: str, other: str, kind: Kind) -> None:
    assert why_alike(Form(key(one)), Form(key(other)), kind)
    assert why_alike(Form(key(other)), Form(key(one)), kind)
    entity = Entity("one", one, kind, (Alias(one),))
    assert [each.entity for each in Known([entity]).like(other, kind)] == ["one"]


def about(asked: Sequence[Question], kind: str) -> list[tuple[str, list[str]]]:
    return [(each.text, [likeness.entity for likeness in each.candidates]) for each in asked if each.about == kind]


def test_every_kind_of_question(ask: Callable[..., tuple[object, tuple[Question, ...]]]) -> None:
    register = """\
entities:
  - {name: Ada Vance, kind: person}
  - {name: Tom Vance, kind: person}
  - {name: Harbour Board, kind: organisation, aliases: [the board]}
  - {name: Quay Board, kind: organisation, aliases: [the board]}
  - {name: Lena Ortiz, kind: person}
  - {name: Léna Ortiz, kind: person, id: lena-2}
  - {name: Mary Moss, kind: person, status: suggested}
"""
    texts = [
        "Ada Vance and Tom Vance met Rolf Berg. Vance said the board was late, and Rolf Berg left. Lena Ortiz too."
    ]
    _, asked = ask(texts, {"Rolf Berg": "person"}, register)
    assert about(asked, "name") == [("Mary Moss", []), ("Rolf Berg", [])]
    assert about(asked, "same") == [("Lena Ortiz / Léna Ortiz", ["lena-ortiz", "lena-2"])]
    assert about(asked, "ambiguous") == [("the board", ["harbour-board", "quay-board"])]
    assert ("Vance", ["ada-vance", "tom-vance"]) in about(asked, "open")
    assert [text for text, _ in about(asked, "unmentioned")] == ["Harbour Board", "Quay Board", "Léna Ortiz"]
    assert asked[0].waiting
    assert [each.articles for each in asked[1:]] == sorted((each.articles for each in asked[1:]), reverse=True)
    (same,) = (each for each in asked if each.about == "same")
    assert (same.mentions, same.articles, len(same.sightings)) == (1, 1, 1)


def test_what_was_decided_is_not_asked_again(ask: Callable[..., tuple[object, tuple[Question, ...]]]) -> None:
    register = """\
entities:
  - {name: Harbour Board, kind: organisation, aliases: [the board]}
  - {name: Quay Board, kind: organisation, aliases: [the board]}
  - {name: Lena Ortiz, kind: person}
  - {name: Léna Ortiz, kind: person, id: lena-2}
suppress: [Rolf Berg]
distinct: [[lena-ortiz, lena-2], [harbour-board, quay-board]]
"""
    texts = ["The Harbour Board met the Quay Board. Lena Ortiz met Léna Ortiz. Rolf Berg left, and Rolf Berg came."]
    assert ask(texts, {"Rolf Berg": "person"}, register)[1] == ()


def test_an_open_mention_is_asked_once_for_all_articles(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    texts = ["Vance came home on Friday, they say.", "It was Vance who spoke on Monday, and Vance who left."]
    (question,) = (each for each in ask(texts, {})[1] if each.about == "open")
    assert (question.text, question.mentions, question.articles, question.rule) == ("Vance", 3, 2, "full name missing")
    assert len(question.sightings) == 2


def test_no_names_are_looked_for_where_the_user_wants_none(tmp_path: Path) -> None:
    write_files(tmp_path, {"seeds/a.txt": "Tom Reed met Tom Reed in Oslo, and Tom Reed left Oslo on Friday."})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", discover="", root=tmp_path)
    assert build(settings).suggestions == ()


def test_no_names_are_looked_for_in_code(make_dossier: Make) -> None:
    said = "Tom Reed met the mayor in Oslo on Friday, and Tom Reed left Oslo when the meeting was over."
    assert make_dossier({"a.md": f"{said}\n"}).suggestions
    dossier = make_dossier(
        {"a.md": f"It rained on the quay all day, and the mayor did not come.\n\n```\n{said}\n```\n"}
    )
    assert [paragraph.kind for paragraph in dossier.articles[0].article.paragraphs] == ["paragraph", "code"]
    assert dossier.suggestions == ()


def test_a_pipeline_that_is_not_there_is_told_before_a_seed_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"seeds/a.txt": "Tom Reed met Tom Reed in Oslo."})
    monkeypatch.setitem(sys.modules, "spacy", None)
    settings = Settings(
        seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", discover="spacy:no_such", root=tmp_path
    )
    read: list[str] = []
    with pytest.raises(MissingPipelineError):
        build(settings, lambda *told: read.append(str(told)))
    assert read == []


def test_an_empty_register_has_no_question() -> None:
    assert questions((), (), (), Register(), sentence_spans) == ()


def recount(dossier: Dossier, seen: Suggestion) -> tuple[Suggestion, ...]:
    find = Gazetteer(Register(as_entities([seen]))).find
    standing = [standing_in(each, find) for each in dossier.articles]
    return recounted([seen], dossier.articles, standing, sentence_spans)


def test_a_name_is_counted_where_discovery_overlooked_it(make_dossier: Make) -> None:
    text = "Quay Street Bank closed. The bank Quay Street Bank owes money to Ada Vance. QSB is another."
    dossier = make_dossier(
        {"a.txt": text, "b.txt": "They went to Quay Street Bank on Friday, and left it.\n"}, REGISTER
    )
    once = Suggestion(
        "Quay Street Bank", "organisation", (("Quay Street Bank", 1),), 1, (dossier.articles[0].article.id,)
    )
    (counted,) = recount(dossier, once)
    assert (counted.mentions, len(counted.articles)) == (3, 2)


def test_a_word_that_was_taken_for_a_name_once_is_not_counted_everywhere(make_dossier: Make) -> None:
    dossier = make_dossier(
        {"a.txt": "It was March. In March it rained, and March was cold; then March ended.\n"}, REGISTER
    )
    once = Suggestion("March", "place", (("March", 1),), 1, (dossier.articles[0].article.id,))
    assert recount(dossier, once) == (once,)


def counted(dossier: Dossier, name: str, found: int, kind: Kind = "organisation") -> tuple[int, int]:
    """The mentions and articles of a name that was found once in each of so many articles."""
    articles = tuple(annotated.article.id for annotated in dossier.articles[:found])
    seen = Suggestion(name, kind, ((name, found),), found, articles)
    (each,) = recount(dossier, seen)
    return each.mentions, len(each.articles)


def test_a_word_that_was_found_in_many_articles_is_counted_where_it_stands_by_itself(make_dossier: Make) -> None:
    texts = [f"On day {number} the Quayites spoke. Then the Quayites left, and Quayites came." for number in range(12)]
    texts += ["The Quayites Harbour Bank closed, and nobody spoke.", "They met the Reformed Quayites on Friday."]
    dossier = make_dossier({f"{number}.txt": f"{text}\n" for number, text in enumerate(texts)}, REGISTER)
    assert counted(dossier, "Quayites", 5) == (36, 12)
    assert counted(dossier, "Quayites", 2) == (2, 2)
    assert counted(dossier, "Quayites", 5, "person") == (5, 5)


def test_a_word_that_stands_in_small_letters_too_is_not_counted_everywhere(make_dossier: Make) -> None:
    texts = [f"On day {number} the Council spoke. Then the Council left, and a council met." for number in range(12)]
    dossier = make_dossier({f"{number}.txt": f"{text}\n" for number, text in enumerate(texts)}, REGISTER)
    assert counted(dossier, "Council", 5) == (5, 5)


def test_an_acronym_is_counted_everywhere(make_dossier: Make) -> None:
    texts = [f"On day {number} the QXC spoke. Then the QXC left, and QXC said so." for number in range(12)]
    dossier = make_dossier({f"{number}.txt": f"{text}\n" for number, text in enumerate(texts)}, REGISTER)
    assert counted(dossier, "QXC", 2) == (36, 12)


def test_a_paragraph_is_divided_once_however_many_names_stand_in_it(make_dossier: Make) -> None:
    names = [f"Ana Reed{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(400)]
    dossier = make_dossier({"a.txt": f"They came. {', '.join(names)} and Vance, said Vance"}, REGISTER)
    (article,) = dossier.articles
    found = {
        article.article.id: [
            tuple(
                NameSpan(match.start(), match.end(), "person") for match in re.finditer(r"Ana Reed\w\w", paragraph.text)
            )
            for paragraph in article.article.paragraphs
        ]
    }
    divided: list[str] = []

    def sentences(text: str) -> Sequence[tuple[int, int]]:
        divided.append(text)
        return sentence_spans(text)

    suggested = suggestions(gather(dossier.articles, found), dossier.register, Known.of(dossier.register), sentences)
    assert len(suggested) == len(names)
    assert len(divided) == len(set(divided)) == 1
    for each in suggested:
        (quote,) = (sighting.quote for sighting in each.sightings)
        assert len(quote.sentence) <= 800
        assert [quote.sentence[start:end] for start, end in quote.spans] == [each.name]
        assert quote.sentence.startswith(("Ana", "They", "Reed"))


def test_a_name_beside_many_mentions_is_found_in_its_place(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    text = "Ada Vance met Tom Reed, Ada Vance, North Harbour Bank, HB, Reed Ada Vance and Rolf Berg, HB said."
    found: dict[str, Kind] = {"Tom Reed": "person", "North Harbour Bank": "organisation", "Rolf Berg": "person"}
    assert {each.name for each in ask([text], found)[0]} == set(found)
    crossing: dict[str, Kind] = {"Vance met Tom": "person", "Reed Ada": "person", "Ada Vance": "person"}
    assert ask([text], crossing)[0] == ()


def test_a_long_text_is_divided_as_a_short_one() -> None:
    unit = "Ada Vance came on Monday. She left the quay early, said Dr. Reed. "
    spans = sentence_spans(unit * 2_000)
    assert [unit[start:end] for start, end in spans[:2]] == [unit[:25], unit[26:-1]]
    assert spans == tuple(
        (start + place * len(unit), end + place * len(unit)) for place in range(2_000) for start, end in spans[:2]
    )
    held = "".join((unit * 2_000)[start:end] for start, end in sentence_spans(unit * 2_000))
    assert held.replace(" ", "") == (unit * 2_000).replace(" ", "")


def test_abbreviations_cost_no_square() -> None:
    assert len(sentence_spans("Dr. Mr. U.S. " * 40_000)) >= 1  # by the square of their number, it would take an hour


def crowd(number: int) -> tuple[Entity, ...]:
    """Persons of different names who share one alias."""
    letters = "bcdfghjklmnpqrstvwxz"
    names = ("".join(letters[each // 20**place % 20] for place in range(4)) for each in range(number))
    return tuple(
        Entity(f"e-{each}", name, "person", (Alias(f"{name} {name[::-1]}"), Alias("The Chief")))
        for each, name in enumerate(names)
    )


@pytest.mark.parametrize("is_distinct", [False, True])
def test_a_name_that_thousands_share_costs_no_square(is_distinct: bool) -> None:
    entities = crowd(3_000)
    distinct = (tuple(entity.id for entity in entities),) if is_distinct else ()
    register = Register(entities, distinct=distinct)
    asked = questions((), [EntityEntry(entity) for entity in entities], (), register, sentence_spans)
    assert [each.text for each in asked if each.about == "ambiguous"] == ([] if is_distinct else ["The Chief"])


def test_what_is_apart() -> None:
    apart = Apart([["a", "b"], ["b", "c"], ["c", "a"], ["d", "e", "f"]])
    assert apart.all(["a", "b", "c"])
    assert apart.all(["d", "f"])
    assert not apart.all(["a", "d"])
    assert not apart.all(["a", "nobody"])
    assert not apart.all(["a"])
    assert not apart.all([])


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("He read the South China Morning Post at dawn.", "China", "South China Morning Post"),
        ("Then China Mobile’s shares fell.", "China", "China Mobile"),
        ("Then the Bank of China and others met.", "China", "Bank of China"),
        ("Then Tom Vance Jr. and others met.", "Tom Vance", "Tom Vance Jr"),
        ("Then China Mobile President Ann Reed spoke.", "China", "China Mobile"),
        ("On Monday China Mobile Monday spoke.", "China", "China Mobile"),
        ("Then china mobile spoke of China alone.", "China", None),
        ("China Mobile Cuts Many Hundred Jobs Today", "China", None),
        ("", "", None),
    ],
)
def test_the_longer_name_is_read_from_the_words_around(text: str, part: str, name: str | None) -> None:
    start = text.find(part)
    span = longer_name(Paragraph("p", "paragraph", text, (1, 1)), start, start + len(part), ())
    assert (None if span is None else text[slice(*span)]) == name


def test_a_first_name_of_several_is_not_asked_as_a_name(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    people = ["Tom Reed", "Tom Berg", "Ida Moss", "Ida", "Tom", "Kane", "Kane Ford", "Kane Lind", "Abe Kane"]
    found: dict[str, Kind] = dict.fromkeys(people, "person")
    texts = [
        "Tom Reed met Tom Berg and Tom said no.",
        "Tom came alone. Ida came, too.",
        "Ida Moss left. Kane Ford and Kane Lind stayed. Then Kane wept.",
        "Kane came with Abe Kane and Ida Moss.",
    ]
    names = [each.name for each in ask(texts, found)[0]]
    assert "Tom" in names
    dossier_names = [each.name for each in ask(texts, found, is_first_name={"tom", "ida", "reed"}.__contains__)[0]]
    assert "Tom" not in dossier_names
    assert set(names) - set(dossier_names) == {"Tom"}  # Ida is one person, Kane no first name


def test_a_mention_by_a_first_name_of_several_is_not_asked(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    register = "entities:\n" + "".join(
        f"  - {{name: {name}, kind: person}}\n" for name in ("Tom Reed", "Ida Moss", "Ida B. Moss", "Kane Ford")
    )
    texts = [
        "Tom came on Friday, they say, and Reed left.",
        "Ida came, and Kane came, and Moss left.",
        "Then Tom Berg spoke of it.",
        "On Monday Tom Berg came, too.",
    ]
    is_first_name = {"tom", "ida", "reed"}.__contains__
    _, asked = ask(texts, {"Tom Berg": "person"}, register, is_first_name)
    told = {text for text, _ in about(asked, "open")}
    assert {"Ida", "Kane", "Reed"} <= told
    assert "Tom" not in told
    _, asked = ask(texts, {}, register, is_first_name)
    assert "Tom" in {text for text, _ in about(asked, "open")}  # of whom there is but one


def test_another_one_of_the_same_first_name_is_not_asked(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    register = "entities:\n" + "".join(
        f"  - {{name: {name}, kind: person, aliases: [{name.split()[0]}]}}\n" for name in ("Tom Reed", "Kane Ford")
    )
    texts = ["Tom Reed came, and Tom Paul Berg spoke. Kane Ford came, and Kane Paul Berg spoke."]
    _, asked = ask(texts, {}, register, {"tom"}.__contains__)
    assert {text for text, _ in about(asked, "open")} == {"Kane Paul Berg"}


@pytest.mark.parametrize("discover", ["", "names"])
def test_what_waits_comes_with_its_counts_and_sentences(tmp_path: Path, discover: str) -> None:
    register = "entities:\n" + "".join(
        f"  - {{name: {name}, kind: {kind}, status: suggested}}\n"
        for name, kind in (("Anna Moss", "person"), ("Quayites", "organisation"), ("Nobody Here", "person"))
    )
    texts = ["The Quayites met Anna Moss on Friday.", "Quayites left.", "He was with the Quayites. The Quayites sang."]
    write_files(
        tmp_path, {"entities.yml": register} | {f"seeds/{number}.txt": f"{text}\n" for number, text in enumerate(texts)}
    )
    dossier = build(
        Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", discover=discover, root=tmp_path)
    )
    told = [(each.text, each.mentions, each.articles, each.waiting) for each in dossier.questions]
    assert told[:3] == [("Quayites", 4, 3, True), ("Anna Moss", 1, 1, True), ("Nobody Here", 0, 0, True)]
    quotes = [sighting.quote for sighting in dossier.questions[0].sightings]
    assert len(quotes) == 3
    assert {quote.sentence[slice(*quote.spans[0])] for quote in quotes} == {"Quayites"}


def test_the_lexicon_knows_first_names() -> None:
    assert all(map(is_first_name, ("john", "David", "mary")))
    assert not any(map(is_first_name, ("trump", "congress", "zzz")))


def test_a_last_name_that_is_an_organisation_too_is_told(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    register = REGISTER + "  - {name: Moss, kind: organisation}\n"
    found: dict[str, Kind] = {"Dee Moss": "person", "Ida Berg": "person"}
    asked = ask(["Ida Berg left the hall with Dee Moss on Friday."], found, register)[1]
    told = {each.text: each.namesakes for each in asked if each.about == "name"}
    assert told == {"Dee Moss": ("Moss",), "Ida Berg": ()}
    listed = Register((Entity("rolf-lind", "Rolf Lind", "person", (Alias("Rolf Lind"),)),))
    (lind,) = questions([suggestion("Lind", "organisation")], (), (), listed, sentence_spans)
    assert lind.namesakes == ("Rolf Lind",)
    both = (
        suggestion("Lind", "organisation"),
        suggestion("Ida Lind", "person", "ab"),
        suggestion("Kentucky Lind", "person"),
    )
    asked = questions(both, (), (), Register(), sentence_spans, is_first_name=lambda word: word == "ida")
    assert {each.text: each.namesakes for each in asked} == {
        "Lind": ("Ida Lind",),
        "Ida Lind": ("Lind",),
        "Kentucky Lind": ("Lind",),
    }


def suggestion(name: str, kind: Kind, articles: str = "a") -> Suggestion:
    return Suggestion(name, kind, ((name, 1),), 1, tuple(articles))


def test_an_ambiguous_alias_comes_with_its_sentences(ask: Callable[..., tuple[object, tuple[Question, ...]]]) -> None:
    register = "entities:\n  - {name: Ada Vance, kind: person, aliases: [Mayor]}\n  - {name: Bo Lind, kind: person, aliases: [Mayor]}\n"
    texts = ["Ada Vance spoke. Then the Mayor left, they say.", "Nobody knew which Mayor it was.", "Bo Lind ate."]
    (asked,) = (each for each in ask(texts, {}, register)[1] if each.about == "ambiguous")
    told = {(sighting.quote.sentence, sighting.entity) for sighting in asked.sightings}
    assert ("Nobody knew which Mayor it was.", None) in told
    assert ("Then the Mayor left, they say.", "ada-vance") in told
    for sighting in asked.sightings:
        assert [sighting.quote.sentence[start:end] for start, end in sighting.quote.spans] == ["Mayor"]


VANCES = "entities:\n  - {name: Ada Vance, kind: person}\n"


def test_a_mention_is_not_asked_for_where_an_article_has_the_full_name_of_somebody_else(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    texts = [
        "Vance came home on Friday, they say.",
        "It was the mayor Tom Vance who spoke. Vance left on Monday.",
        "Others remember Tom Vance. A Vance was mayor then.",
        "For once David J. Vance came, whom nobody had found. Vance left on Monday.",
    ]
    asked = ask(texts, {"Tom Vance": "person"}, VANCES, is_first_name)[1]
    (question,) = (each for each in asked if each.rule == "full name missing")
    assert (question.text, question.mentions, question.articles) == ("Vance", 1, 1)
    assert [each.quote.sentence for each in question.sightings] == ["Vance came home on Friday, they say."]
    assert question.namesakes == ("Tom Vance",)
    only = ask(texts[1:3], {"Tom Vance": "person"}, VANCES, is_first_name)[1]
    assert not [each for each in only if each.rule == "full name missing"]


def test_a_longer_name_is_asked_for_once_whether_it_was_found_or_stayed_open(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    texts = ["The council thanked Tom Vance for it.", "The council thanked Tom Vance, they say.", "So Tom Vance left."]
    register = "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: Lo Vance, kind: person}\n"
    asked = ask(texts, {"So Tom Vance": "person", "Tom Vance": "person"}, register)[1]
    assert [each.about for each in asked if each.text == "Tom Vance"] == ["name"]


def test_a_mention_that_no_decision_would_settle_is_not_asked_for(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    text = "In the state of North Harbour it rained.\n\n## Bank Of North Harbour Regatta Begins\n\nAll agreed."
    asked = ask([text, "North Harbour Regatta Begins Now Today Here"], {})[1]
    assert not [each for each in asked if each.about == "open" and each.text == "North Harbour"]


@pytest.mark.parametrize(
    ("found", "names"),
    [
        ({"Quay Street": "place"}, {"Quay Street": ("place", 1), "Quay Street Journal": ("organisation", 2)}),
        ({"Tom H.W.": "person"}, {"Tom H.W. Reed": ("person", 1)}),
        ({"Reed Chief": "person", "WATCH Reed": "person", "Reed 21": "person"}, {"Reed": ("person", 3)}),
        ({"Board": "organisation", "Diet": "organisation", "Board and Diet": "organisation"}, {"Board": ("organisation", 3), "Diet": ("organisation", 3)}),
        ({"Tom Moss": "person", "Tom MossReed": "person"}, {"Tom Moss": ("person", 2)}),
        ({"June 1": "organisation", "R-Ohio": "place"}, {}),
        ({"Asian American": "place"}, {"Asian American": ("topic", 1)}),
        ({"Quay House": "organisation", "Reed Quay House": "place"}, {"Quay House": ("organisation", 4), "Reed Quay House": ("organisation", 1)}),
        ({"Simon and Moss": "organisation", "Simon": "person"}, {"Simon and Moss": ("organisation", 1), "Simon": ("person", 1)}),
    ],
)  # fmt: skip
def test_a_name_is_made_whole(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
    found: dict[str, Kind],
    names: dict[str, tuple[Kind, int]],
) -> None:
    texts = [
        "They walked along Quay Street. It was read in the Quay Street Journal, and the Quay Street Journal was late.",
        "He named Tom H.W. Reed, and nobody else.",
        "They asked Reed Chief of the port; then WATCH Reed go, and Reed 21 years later.",
        "The Board met. So did the Diet.",
        "It was for the Board to say, and for the Diet.",
        "Both, the Board and Diet, were late.",
        "There was Tom Moss, and again Tom Moss.",
        "It was Tom MossReed who came on June 1 with an R-Ohio man.",
        "Many are Asian American and proud.",
        *["It was the Quay House again that knew."] * 4,
        "For the Reed Quay House was no more.",
        "He read Simon and Moss, and then Simon left.",
    ]
    suggested = ask(texts, found)[0]
    assert {each.name: (each.kind, each.mentions) for each in suggested} == names


def test_a_middle_initial_makes_no_other_name_unless_there_are_two(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    texts = ["It was Tom Reed who came.", "They asked Tom Reed.", "Nobody but Tom A. Reed knew."]
    found: dict[str, Kind] = {"Tom Reed": "person", "Tom A. Reed": "person", "Tom B. Reed": "person"}
    (reed,) = ask(texts, found)[0]
    assert (reed.name, reed.mentions) == ("Tom Reed", 3)
    suggested = ask([*texts, "The other is Tom B. Reed."], found)[0]
    assert {each.name for each in suggested} == {"Tom Reed", "Tom A. Reed", "Tom B. Reed"}


def test_entities_that_may_be_one_stand_with_the_fuller_name_first(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    register = (
        "entities:\n  - {name: Vance, kind: person}\n  - {name: Ada Vance, kind: person}\n"
        "  - {name: Reformers, kind: organisation}\n  - {name: Reform Party, kind: organisation}\n"
    )
    asked = ask(["Ada Vance left the Reform Party."], {}, register)[1]
    assert {each.text for each in asked if each.about == "same"} == {"Ada Vance / Vance"}
    register = register.replace("Reformers", "Republicans").replace("Reform Party", "Republican Party")
    asked = ask(["Ada Vance left the Republican Party."], {}, register)[1]
    assert "Republican Party / Republicans" in {each.text for each in asked if each.about == "same"}
    twice = "entities:\n  - {name: Vance, kind: person}\n  - {name: Ada Vance, kind: person}\n  - {name: Bo Vance, kind: person}\n"
    assert not [each for each in ask(["Ada Vance and Bo Vance left."], {}, twice)[1] if each.about == "same"]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("GOP", "Republican Party", "organisation"),
        ("AP", "Associated Press", "organisation"),
        ("HHS", "Department of Health and Human Services", "organisation"),
        ("D.C.", "Washington", "place"),
        ("House", "House of Representatives", "organisation"),
        ("Judiciary Committee", "House Judiciary Committee", "organisation"),
        ("Centers for Disease Control", "Centers for Disease Control and Prevention", "organisation"),
        ("Treasury", "Treasury Department", "organisation"),
        ("North Koreans", "North Korea", "place"),
        ("N.H.", "New Hampshire", "place"),
        ("Va", "Virginia", "place"),
    ],
)
def test_a_shorter_name_is_like_the_full_one(one: str, other: str, kind: Kind) -> None:
    assert why_alike(Form(key(one)), Form(key(other)), kind)
    known = Known([Entity("it", other, kind, (Alias(other),))])
    assert [each.entity for each in known.like(one, kind)] == ["it"]


def test_only_names_of_persons_share_a_word_with_an_organisation(
    ask: Callable[..., tuple[object, tuple[Question, ...]]],
) -> None:
    texts = [
        *["It was for Hillary Republicans to say so, and they did not."] * 2,
        *["They asked the Republicans about it, and they did not know."] * 3,
        *["It was Tom Reed who came on Friday, as he had said he would."] * 2,
        "They read it in the Reed, which was late, as it is on Mondays.",
        "The picture is by Ana Lo/Reed, which shows the quay in the rain.",
        *["It was Kim Jong Un who asked the U.N. for it, and nobody else."] * 2,
    ]
    found: dict[str, Kind] = {
        "Hillary Republicans": "person",
        "Republicans": "organisation",
        "Tom Reed": "person",
        "Reed": "organisation",
        "Ana Lo/Reed": "person",
        "Kim Jong Un": "person",
        "U.N.": "organisation",
    }
    numbered = [f"{text} So says letter {number}." for number, text in enumerate(texts)]
    asked = {each.text: each.namesakes for each in ask(numbered, found, is_first_name=is_first_name)[1]}
    assert asked["Republicans"] == ()
    assert (asked["Tom Reed"], asked["Reed"]) == (("Reed",), ("Tom Reed",))
    assert (asked["Ana Lo"], asked["U.N."], asked["Kim Jong Un"]) == ((), (), ())


def test_what_is_far_too_long_for_a_name_takes_no_time(
    ask: Callable[..., tuple[tuple[Suggestion, ...], object]],
) -> None:
    glued = f"{'AbcDefg' * 20_000} Reed"
    before = time.monotonic()
    ask([f"They said {glued} and left."], {glued: "person"})
    assert time.monotonic() - before < 20
