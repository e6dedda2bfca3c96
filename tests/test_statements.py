from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from conftest import SEED_A, SEED_B, calls_of
from hypothesis import given
from hypothesis import strategies as st

from dossier import Dossier
from dossier.model import AnnotatedArticle, Resolution, Statement
from dossier.statements import cues, repeated, statements_of
from dossier.statements.marks import quoted_spans

Make = Callable[..., Dossier]
REGISTER = """\
entities:
  - {name: Ada Vance, kind: person}
  - {name: Bo Lind, kind: person}
  - {name: Harbour Authority, kind: organisation, aliases: [HA]}
  - {name: North Harbour, kind: place}
  - {name: South Harbour, kind: place}
"""


def of_seed(dossier: Dossier, seed: str) -> list[Statement]:
    ids = {each.article.id for each in dossier.articles if each.article.seed == seed}
    return [each for each in dossier.statements if each.article in ids]


def said(make: Make, text: str) -> list[Statement]:
    """The statements of one article, its paragraphs between blank lines."""
    return list(make({"a.txt": f"---\ntitle: The harbour\nlanguage: en\n---\n{text}\n"}, REGISTER).statements)


def short(statement: Statement) -> tuple[str, str | None, str | None, str | None]:
    kind = "retold" if statement.is_indirect else "quoted"
    return kind, statement.speaker, statement.entity, statement.cue


def test_every_statement_of_the_first_seed(two_seeds: Dossier) -> None:
    found = of_seed(two_seeds, SEED_A)
    assert [(each.quotation[:34], *short(each), each.via) for each in found] == [
        ("On Sunday Kim discussed foreign af", "retold", "the official Korean Central News Agency (KCNA)", "kcna", "according to", None),
        ("positive and offensive measures fo", "quoted", "Kim", "kim-jong-un", "emphasized", "KCNA"),
        ("He put forward in detail the orien", "quoted", "the KCNA", "kcna", "said", None),
        ("the U.S. could receive an unwanted", "retold", "The DPRK", "north-korea", "warned", None),
        ("The dialogue touted by the U.S. is", "quoted", "the DPRK's Vice Foreign Minister Ri Thae Song", "ri-thae-song", "said", "KCNA"),
        ("It is entirely up to the U.S. what", "quoted", "the DPRK's Vice Foreign Minister Ri Thae Song", "ri-thae-song", "said", "KCNA"),
        ("the U.S. was ready to deal with an", "retold", "U.S. President Donald Trump", "donald-trump", "said", None),
        ("the United States put forward a dr", "retold", "diplomats", None, "said", None),
        ("The countries have instead schedul", "retold", "diplomats", None, "said", None),
        ("To maintain peace and stability, t", "quoted", "Chinese Foreign Ministry spokesperson Geng Shuang", "geng-shuang", "said", None),
        ("China and Russia propose to adjust", "retold", "He", "geng-shuang", "stressed", None),
        ("China is currently maintaining com", "quoted", "he", "geng-shuang", "noted", None),
    ]  # fmt: skip
    assert [each.via_entity for each in found if each.via] == ["kcna"] * 3
    assert [each.quotation for each in found if each.is_carried] == [
        "It is entirely up to the U.S. what Christmas gift it will select to get."
    ]
    assert [each.quotation[:9] for each in found if each.refers_to] == ["China and", "China is "]


def test_every_statement_of_the_second_seed(two_seeds: Dossier) -> None:
    found = of_seed(two_seeds, SEED_B)
    assert [(each.quotation[:34], *short(each), each.is_anonymous) for each in found] == [
        ("the United States could receive an", "retold", "North Korea", "north-korea", "warned", False),
        ("the United States would be very di", "retold", "A top White House official", None, "said", True),
        ("unity would be broken if Russia an", "retold", "some diplomats, speaking on condition of anonymity", None, "warned", True),
        ("the United States put forward a dr", "retold", "diplomats", None, "said", True),
        ("The pair have instead scheduled on", "retold", "diplomats", None, "said", True),
        ("Russia and China on Sunday of coor", "retold", "One Security Council diplomat, speaking on condition of anonymity", None, "accused", True),
        ("China and Russia are pushing a san", "quoted", "the council diplomat", None, "said", True),
        ("The UN Security Council cannot sup", "quoted", "the diplomat", None, "said", True),
        ("they hope lifting some sanctions c", "retold", "Russia and China", None, "said", False),
        ("now is not the time to consider li", "retold", "the United States, France and Britain", None, "said", False),
    ]  # fmt: skip
    assert [each.entities for each in found[-2:]] == [("russia", "china"), ("united-states", "france", "britain")]
    assert {each.refers_to for each in found[6:8]} == {found[5].speaker}


def test_a_statement_points_to_its_words(two_seeds: Dossier) -> None:
    texts = {(a.article.id, p.id): p.text for a in two_seeds.articles for p in a.article.paragraphs}
    for each in two_seeds.statements:
        assert (
            " ".join(texts[each.article, span.paragraph][span.start : span.end] for span in each.spans)
            == each.quotation
        )
        assert [texts[each.article, span.paragraph][span.start : span.end] for span in each.called_at] == [each.speaker]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ("„Wir gehen“, sagte er. „Jetzt.“", ["Wir gehen", "Jetzt."]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("« Nous partons », dit-il.", [" Nous partons "]),
        ("‹Wir gehen›, sagte er.", ["Wir gehen"]),
        ("”Vi åker nu”, sade hon.", ["Vi åker nu"]),
        ("‚Wir gehen‘, sagte er.", ["Wir gehen"]),
        ("他说：「我们走。」然后『好』。", ["我们走。", "好"]),
        ("‘We go,’ he said.", ["We go,"]),
        ("'We go,' he said. 'The pilots' union is small,' she said.", ["We go,", "The pilots' union is small,"]),
        ("“He said ‘yes’ and “no” to me,” she said.", ["He said ‘yes’ and “no” to me,"]),
        ("\"It is no “deal of ours” at all,\" he said.", ["It is no “deal of ours” at all,"]),
        ("The '90s were rock 'n' roll, and the pilots' boats weren't.", []),
        ("He is 6'2\" tall, and a board is 5\" wide.", []),
        ("“We go. And we", ["We go. And we"]),
        ("We go,” he said.", []),
        ("“\n”", []),
        ("“First. “Then he came,” she said.", ["Then he came,"]),
        ("\"\"\"\" “” '' «»", []),
    ],
)  # fmt: skip
def test_quotation_marks(text: str, inner: list[str]) -> None:
    assert [text[each.inner : each.outer] for each in quoted_spans(text)] == inner


MARKS = "\"“”„‟«»‹›‘’‚'「」『』`"


@given(st.text(st.sampled_from([*MARKS, "a", " ", ".", ",", "s", "\n"])))
def test_marks_never_overlap_and_stay_inside(text: str) -> None:
    end = 0
    for each in quoted_spans(text):
        assert end <= each.start <= each.inner <= each.outer <= each.end <= len(text)
        assert each.says(text)
        end = each.end


@pytest.mark.parametrize(
    "text", [*MARKS, "“ ", '" ', "'a", "a' ", "“”", '"a" ', '«"„‘「', "“a’ ", '"We go away now," he said. ']
)
def test_marks_cost_what_the_text_is_long(text: str) -> None:
    small, large = (calls_of(lambda n=n: quoted_spans(text * n)) for n in (500, 4_000))
    assert large < small * 10


@pytest.mark.parametrize(
    "text",
    ["\"", "“", "”", "'", "“ ", "said ", '"We go away now," he said. ', '"We go away now" and he said ', "he said that ", "Ri said, ",
     "a, who said, ", "according to ", "(said ", "and said ", "“a” ",
     '"We go away now," he said and "no" and ', '"We go away now," Vance said. ', '"We go away now," said the diplomat. '],
)  # fmt: skip
def test_a_text_of_one_thing_costs_what_it_is_long(two_seeds: Dossier, text: str) -> None:
    def look(number: int) -> None:
        annotated = two_seeds.articles[0]
        paragraph = replace(annotated.article.paragraphs[0], text=text * number)
        article = replace(annotated.article, text=replace(annotated.article.text, paragraphs=(paragraph,)))
        statements_of(AnnotatedArticle(article, Resolution()), {})

    small, large = (calls_of(lambda n=n: look(n)) for n in (120, 960))
    assert large < small * 10


PIECES = ["Ada Vance", " said", " that", ", ", ". ", '"', "“", "”", "'", "We go away now", " he", "The diplomat", " told Reuters", ": ", " who",
          " according to", " and", "\n\n", "« ", " »", "(", ")", " Monday", " accused", " of", " called it", " —", "「", "」", " "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_statements_of_any_text_are_words_of_it(two_seeds: Dossier, text: str) -> None:
    annotated = two_seeds.articles[0]
    first = annotated.article.paragraphs[0]
    paragraphs = tuple(replace(first, id=f"p-{n}", text=part) for n, part in enumerate(text.split("\n\n")) if part)
    article = replace(annotated.article, text=replace(annotated.article.text, paragraphs=paragraphs))
    texts = {paragraph.id: paragraph.text for paragraph in paragraphs}
    for each in statements_of(AnnotatedArticle(article, Resolution()), {}):
        assert " ".join(texts[span.paragraph][span.start : span.end] for span in each.spans) == each.quotation
        assert each.quotation.strip()
        assert [texts[span.paragraph][span.start : span.end] for span in each.called_at] == (
            [each.speaker] if each.speaker else []
        )
        assert each.speaker is None or each.speaker == each.speaker.strip()


@pytest.mark.parametrize("who", ["he", "Vance", "the diplomat", "a diplomat", "Ada Vance"])
def test_many_paragraphs_cost_what_they_are(two_seeds: Dossier, who: str) -> None:
    def look(number: int) -> None:
        annotated = two_seeds.articles[0]
        first = annotated.article.paragraphs[0]
        text = f'"We go away now," {who} said.'
        many = tuple(replace(first, id=f"p-{each}", text=text) for each in range(number))
        article = replace(annotated.article, text=replace(annotated.article.text, paragraphs=many))
        assert len(statements_of(AnnotatedArticle(article, Resolution()), {})) == number

    small, large = (calls_of(lambda n=n: look(n)) for n in (100, 800))
    assert large < small * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will go at dawn," Ada Vance said.', [("quoted", "Ada Vance", "ada-vance", "said")]),
        ('"We will go at dawn," said Ada Vance, the mayor.', [("quoted", "Ada Vance", "ada-vance", "said")]),
        ('Ada Vance said: "We will go at dawn."', [("quoted", "Ada Vance", "ada-vance", "said")]),
        ('Mayor Ada Vance, who came late, told reporters: "We will go at dawn."', [("quoted", "Mayor Ada Vance, who came late", "ada-vance", "told")]),
        ('According to Ada Vance, "we will all go at dawn."', [("quoted", "Ada Vance", "ada-vance", "according to")]),
        ('"No," Ada Vance said.', [("quoted", "Ada Vance", "ada-vance", "said")]),
        ('Ada Vance walked past the "old guard" of the port.', []),
        ('She read "The Long Way Home From Here" twice.', []),
        ('"We will go," Ada Vance said, "when the wind turns."', [("quoted", "Ada Vance", "ada-vance", "said")]),
        ("Ada Vance said that the ferry would sail.", [("retold", "Ada Vance", "ada-vance", "said")]),
        ("Ada Vance did not say that the ferry would sail.", []),
        ("Ada Vance was told that the ferry would sail.", []),
        ("If Ada Vance says that the ferry sails, it sails.", []),
        ("The ferry will sail at dawn, Ada Vance said on Monday.", [("retold", "Ada Vance", "ada-vance", "said")]),
        ("The ferry will sail, according to the draft of the timetable.", []),
        ("The Harbour Authority's spokesman said that the ferry would sail.", [("retold", "The Harbour Authority's spokesman", None, "said")]),
        ("A spokesman for the Harbour Authority said the ferry would sail.", [("retold", "A spokesman for the Harbour Authority", None, "said")]),
        ("The Harbour Authority (HA) said the ferry would sail.", [("retold", "The Harbour Authority (HA)", "harbour-authority", "said")]),
        ("Ada Vance's brother said that the ferry would sail.", [("retold", "Ada Vance's brother", None, "said")]),
        ("Ada Vance accused Bo Lind of selling the ferry.", [("retold", "Ada Vance", "ada-vance", "accused")]),
        ('"We will go at dawn and not before," read a sign.', [("quoted", "a sign", None, "read")]),
        ('A plan "that nobody has ever seen" was found in the port.', [("quoted", None, None, None)]),
    ],
)  # fmt: skip
def test_who_says_it(make_dossier: Make, text: str, expected: list[tuple[str, ...]]) -> None:
    assert [short(each) for each in said(make_dossier, f"The harbour was quiet.\n\n{text}")] == expected


def test_an_interrupted_quotation_is_one_statement(make_dossier: Make) -> None:
    (found,) = said(make_dossier, '"We will go," Ada Vance said, "when the wind turns."')
    assert found.quotation == "We will go, when the wind turns."
    assert [span.start for span in found.spans] == [1, 31]


def test_the_next_sentence_is_of_the_same_speaker(make_dossier: Make) -> None:
    first, second = said(make_dossier, '"We will go at dawn," Ada Vance said. "The wind has turned at last."')
    assert (first.entity, first.is_carried) == ("ada-vance", False)
    assert (second.entity, second.is_carried) == ("ada-vance", True)


def test_a_quotation_that_goes_on_over_paragraphs(make_dossier: Make) -> None:
    text = 'Ada Vance said: "We will go at dawn. The wind has turned.\n\n"It will be a long way to the islands.\n\n"But we go."'
    assert [(each.entity, each.is_carried) for each in said(make_dossier, text)] == [
        ("ada-vance", False),
        ("ada-vance", True),
        ("ada-vance", True),
    ]


def test_a_pronoun_is_resolved_only_where_it_can_mean_one(make_dossier: Make) -> None:
    sure = 'Ada Vance came to the port on Monday.\n\n"We will go at dawn," she said.'
    assert [(each.entity, each.refers_to) for each in said(make_dossier, sure)] == [("ada-vance", "Ada Vance")]
    two = 'Ada Vance met Bo Lind in the port.\n\n"We will go at dawn," she said.'
    assert [(each.speaker, each.entity) for each in said(make_dossier, two)] == [("she", None)]
    unlisted = 'Ada Vance met Mary Olsen in the port.\n\n"We will go at dawn," she said.'
    assert [(each.speaker, each.entity) for each in said(make_dossier, unlisted)] == [("she", None)]
    body = '"We go to the islands," the Toll Company said.\n\n"We will go at dawn," he said.'
    assert said(make_dossier, body)[1].refers_to is None
    gender = '"We go," said spokeswoman Ada Vance.\n\n"We will go at dawn," he said.'
    assert said(make_dossier, gender)[1].entity is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Carl Olsen met his wife.\n\n"We will go at dawn," she said.', [None]),
        ('The actress met Carl Olsen. "We will go at dawn," she said.', [None]),
        ('Ada Vance met the actress. "We will go at dawn," she said.', [None]),
        ('Ada Vance met the spokesman. "We will go at dawn," she said.', ["Ada Vance"]),
        ('Ada Vance, the mayor, came. "We will go at dawn," she said.', ["Ada Vance"]),
        ('Mayor Ada Vance came. The mayor laughed. "We will go at dawn," she said.', ["Ada Vance"]),
        ('Ada Vance met Carl Olsen. "We will go at dawn," she said.', ["Ada Vance"]),
        ('Bo Lind came. "We will go at dawn," she said.', [None]),
        ('Bo Lind spoke to the crowd. Of Ada Vance, she said "we will go at dawn."', [None]),
        ('Nobody knew what Ada Vance must be thinking. "We will go at dawn," she said.', [None]),
        ('The talks with Ada Vance ended. "We will go at dawn," she said.', [None]),
        ('On Monday, the mayor, Ada Vance, came. "We will go at dawn," she said.', ["Ada Vance"]),
        ('Scott Olsen left. Rick Scott came late. Gov. Scott laughed. "We go," he said.', [None]),
        ('Scott Olsen left.\n\nRick Scott came late.\n\nGov. Scott laughed. "We go," he said.', ["Rick Scott"]),
        ('In an interview with Ada Vance, she said "we will go at dawn."', [None]),
        ('"We go," said Mary Lee.\n\n"You stay," Carl Olsen said.\n\n"We go," she said.', [None, None, None]),
        ('"We will go," Bo Lind said. "We go at dawn," he said. "We do," she said.', [None, "Bo Lind", None]),
        ('"We will go," Bo Lind said.\n\nHe said that the wind had turned.', [None, "Bo Lind"]),
        ('Boats, she said, are dear. Bo Lind and Ada Vance came.\n\n"We will go," she said.', [None]),
        ('Gov. Scott came late. Scott Walker left.\n\nGov. Scott laughed.\n\n"We will go at dawn," he said.', [None]),
        ('Mary Lee came.\n\n"We will go," Bo Lind said.\n\nShe said that the wind had turned.', [None, None]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means_must_be_known(make_dossier: Make, text: str, expected: list[str | None]) -> None:
    assert [each.refers_to for each in said(make_dossier, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        'Ada Vance denied telling Lind: "We will go at dawn."',
        'Ada Vance denied saying "we will go at dawn."',
        'Ada Vance was accused of saying "we will go at dawn."',
        'Bo Lind accused Ada Vance of having said "we will go at dawn."',
        'Ada Vance allegedly said "we will go at dawn."',
        'Ada Vance forgot to say "we will go at dawn."',
        'Bo Lind asked Ada Vance to say "we will go at dawn."',
        'Ada Vance could have said "we will go at dawn."',
        'Ada Vance would say "we will go at dawn" if the wind turned.',
        'On Monday, Ada Vance will say "we will go at dawn."',
        'Imagine Vance saying "we will go at dawn."',
        'Nobody believes that Ada Vance said "we will go at dawn."',
        'There is no evidence that Ada Vance said "we will go at dawn."',
        'Nobody said "we will go at dawn."',
        'Had Ada Vance said "we will go at dawn," nobody would have come.',
        'Has Ada Vance said "we will go at dawn"?',
        "Nobody believes Ada Vance said that the ferry would sail.",
        "Had Ada Vance said that the ferry would sail, nobody would have come.",
        "Ada Vance allegedly said that the ferry would sail.",
    ],
)
def test_what_an_article_does_not_say_was_said_has_no_speaker(make_dossier: Make, text: str) -> None:
    assert [(each.speaker, each.cue) for each in said(make_dossier, text)] == [(None, None)] * text.count(' "')


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('Ada Vance went on to say "we will go at dawn."', "Ada Vance", "say"),
        ('Ada Vance would later say "we will go at dawn."', "Ada Vance", "say"),
        ('Ada Vance apologised for saying "we will go at dawn."', "Ada Vance", "saying"),
        ('Asked to say more, Ada Vance said "we will go at dawn."', "Ada Vance", "said"),
        ('"If I could, I would have gone at dawn," Ada Vance said.', "Ada Vance", "said"),
    ],
)
def test_what_was_said_after_all(make_dossier: Make, text: str, speaker: str, cue: str) -> None:
    assert [(each.speaker, each.cue) for each in said(make_dossier, text)] == [(speaker, cue)]


@pytest.mark.parametrize(
    ("subject", "entity"),
    [
        ("The man who shot Ada Vance", None),
        ("The man who was with Ada Vance", None),
        ("The woman whose son robbed Ada Vance", None),
        ("The police officer who in 1990 arrested Ada Vance", None),
        ("The group that shot Ada Vance", None),
        ("A man shot by Ada Vance", None),
        ("People close to Ada Vance", None),
        ("The lawyer representing Ada Vance", None),
        ("Ada Vance, who met Bo Lind,", "ada-vance"),
        ("The acting mayor Ada Vance", "ada-vance"),
        ("In the past Ada Vance", "ada-vance"),
    ],
)
def test_who_stands_in_another_clause_does_not_speak(make_dossier: Make, subject: str, entity: str | None) -> None:
    (found,) = said(make_dossier, f'{subject} said "we are sorry for what we did."')
    assert (found.entity, found.name) == (entity, None)
    assert found.speaker is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ada Vance: "We will go at dawn."', [("Ada Vance", "ada-vance")]),
        ('Vance on Twitter: "We will go at dawn."', [("Vance", None)]),
        ('Olsen in a statement on Monday: "We will go at dawn."', [("Olsen", None)]),
        ('Mary Olsen came.\n\nOlsen: "We will go at dawn."', [("Olsen", None)]),
        ('Exclusive: "We will go at dawn."', [(None, None)]),
        ('Harbour News on boats: "We will go at dawn."', [(None, None)]),
        ('Ada Vance: "We will go at dawn."\n\n"And we go back."', [("Ada Vance", "ada-vance")] * 2),
        ("The Harbour Authority said the port would close. It said the ferry would sail.",
         [("The Harbour Authority", "harbour-authority"), ("It", "harbour-authority")]),
        ('Ada Vance said: "We go." It said the ferry would sail.', [("Ada Vance", "ada-vance"), ("It", None)]),
        ("It says a lot that the ferry would sail.", []),
    ],
)  # fmt: skip
def test_who_is_named_without_a_verb_and_what_a_body_says(
    make_dossier: Make, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(each.speaker, each.entity) for each in said(make_dossier, text)] == expected


def test_no_verb_stands_in_two_lists() -> None:
    lists = (cues._SAYS, cues._QUOTES, cues._CALLS, cues._ACCUSES)
    assert sum(map(len, lists)) == len(cues.CUES)
    assert {"labelling", "signaling", "signalling", "pleading", "agreeing"} <= cues.PARTICIPLES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('One survivor, Ada Vance, said: "Everyone ran to the port."', ["ada-vance"]),
        ('One survivor, Mary Olsen, said: "Everyone ran to the port."', ["Mary Olsen"]),
        ('Ada Vance noted the good wind, but admitted, "We have to row."', ["ada-vance"]),
        ('"We have to row in the end," harbour physician Mary Olsen wrote.', ["Mary Olsen"]),
        ('Speaker Mary K. Olsen said: "We have to row in the end."', ["Mary K. Olsen"]),
        ('House Speaker John A. Olsen said: "We have to row."', ["John A. Olsen"]),
        ('North Harbour’s Mary Olsen said: "We have to row."', ["Mary Olsen"]),
        ('"We have to row," Eva van der Berg and Mary Olsen said.', ["Eva van der Berg and Mary Olsen"]),
        ('And I’ve said, "We have to row in the end."', [None]),
        ('"We have to row," Ada Vance, 29, a software engineer, said.', ["ada-vance"]),
        ('"We have to row," said one of the sailors, Ada Vance.', ["ada-vance"]),
        ('Added Vance: "We have to row in the end."', ["Vance"]),
        ('Mary Olsen, chief officer of the port: "We have to row in the end."', ["Mary Olsen"]),
        ("Ada Vance agreed with that decision, so as not to hinder anybody.", []),
        ("The Harbour Authority agreed to hear arguments in a case that presents many questions.", []),
        ('Secretary of State Ada Vance said: "We have to row."', ["ada-vance"]),
        ('Director of Port Safety Mary Olsen said: "We have to row."', ["Mary Olsen"]),
        ('Port Committee on Boats Chairman Bo Lind said: "We have to row."', ["bo-lind"]),
        ('Spokesman for Senator Ada Vance said: "We have to row."', [None]),
        ('A friend of Senator Mary Olsen said: "We have to row."', [None]),
        ('Ada Vance ended a probe that found "many holes in boats" there.', [None]),
        ("About 22 percent said they had not heard of the port.", []),
        ("In a poll, half of the respondents said they had not heard of the port.", []),
    ],
)
def test_what_speakers_are_called(make_dossier: Make, text: str, expected: list[str | None]) -> None:
    found = said(make_dossier, text)
    assert [each.entity or each.name for each in found] == expected
    assert all(each.speaker is not None for each in found)


def test_a_quotation_that_is_never_closed_ends_with_its_sentence(make_dossier: Make) -> None:
    (found,) = said(make_dossier, 'Ada Vance said: "We will go at dawn. The port did not answer on Monday.')
    assert found.quotation == "We will go at dawn."
    first, second = said(make_dossier, 'Ada Vance said: "We will go. The wind is good.\n\n"We will row to the end."')
    assert first.quotation == "We will go. The wind is good."
    assert second.entity == "ada-vance"


def test_what_that_stands_for_is_said_too(make_dossier: Make) -> None:
    (found,) = said(make_dossier, "Ada Vance said that included many old boats of the port.")
    assert found.quotation == "that included many old boats of the port"


def test_a_title_behind_a_quotation_is_no_part_of_it(make_dossier: Make) -> None:
    (found,) = said(make_dossier, '"We have to row," Ada Vance said on the show "This Week."')
    assert found.quotation == "We have to row,"


def test_according_to_whom_may_stand_further_on(make_dossier: Make) -> None:
    (found,) = said(make_dossier, '"We have to row to the end" of the port, according to a port official.')
    assert found.speaker == "a port official"


def test_who_relays_words_is_named(make_dossier: Make) -> None:
    (found,) = said(make_dossier, 'He said Ada Vance had told sailors that "we all have to row."')
    assert (found.entity, found.via) == ("ada-vance", None)
    (found,) = said(make_dossier, "Ada Vance said that the ferry would sail, according to the notice of it.")
    assert (found.entity, found.via) == ("ada-vance", None)


@pytest.mark.parametrize(
    ("text", "entity", "via"),
    [
        ('Xinhua quoted Ada Vance as saying "we will go at dawn."', "ada-vance", "Xinhua"),
        ('State media quoted Ada Vance as saying: "We will go at dawn."', "ada-vance", "State media"),
        ('"We will go at dawn," Xinhua quoted Ada Vance as saying.', "ada-vance", "Xinhua"),
        ('Ada Vance was quoted by Xinhua as saying "we will go at dawn."', "ada-vance", "Xinhua"),
        ('Ada Vance was quoted as saying "we will go at dawn."', "ada-vance", None),
        ('According to Xinhua, Ada Vance said that "we will go at dawn."', "ada-vance", "Xinhua"),
        ('"We will go at dawn," Ada Vance said, Xinhua reported.', "ada-vance", "Xinhua"),
        ('Xinhua said Ada Vance had told sailors that "we will go at dawn."', "ada-vance", "Xinhua"),
        ('Bo Lind said Ada Vance told him "we will go at dawn."', "ada-vance", "Bo Lind"),
        ("According to Xinhua, Ada Vance said that the ferry would sail.", "ada-vance", "Xinhua"),
        ("According to the transcript, Ada Vance said that the ferry would sail.", "ada-vance", None),
        ("According to Xinhua, the ferry would sail.", None, None),
    ],
)
def test_both_are_kept_of_words_that_are_relayed(make_dossier: Make, text: str, entity: str, via: str | None) -> None:
    assert [(each.entity, each.via) for each in said(make_dossier, text)] == [(entity, via)]


def test_who_relays_it_is_kept(make_dossier: Make) -> None:
    (found,) = said(make_dossier, '"We will go at dawn," Ada Vance told Reuters.')
    assert (found.entity, found.via) == ("ada-vance", "Reuters")
    (found,) = said(make_dossier, "Ada Vance said that the ferry would sail, according to Xinhua.")
    assert (found.entity, found.via) == ("ada-vance", "Xinhua")
    (found,) = said(make_dossier, 'Ada Vance stressed that "we will all go at dawn," Xinhua reported.')
    assert (found.entity, found.via) == ("ada-vance", "Xinhua")


def test_what_it_is_about(make_dossier: Make) -> None:
    (found,) = said(make_dossier, '"North Harbour is no South Harbour," Ada Vance said in North Harbour.')
    assert found.about == ("north-harbour", "south-harbour")


LONG = "The wind has turned at last and we will all go to the islands at dawn"


def test_the_same_quotation_in_two_articles(make_dossier: Make) -> None:
    dossier = make_dossier(
        {
            "a.txt": f'The port was quiet.\n\n"{LONG} tomorrow," Ada Vance said.',
            "b.txt": f'Nobody came.\n\n"{LONG}," Ada Vance told the crowd.',
            "c.txt": f'It rained.\n\n"{LONG}," Bo Lind said.',
            "d.txt": 'It snowed.\n\n"We will all go to the moon," Ada Vance said.',
        },
        REGISTER,
    )
    (told,) = dossier.repeated
    assert [each.quotation for each in told.statements] == [f"{LONG} tomorrow,", f"{LONG},"]
    assert [(piece.kind, piece.text.strip(" ,")) for piece in told.wordings[0]] == [
        ("same", LONG),
        ("left out", "tomorrow"),
    ]


PHRASE = "Our thoughts and prayers are with the families of the victims"
DAYS = {"a": date(2019, 5, 1), "b": date(2019, 5, 2), "late": date(2021, 5, 1)}


def told_once(left: dict[str, object], right: dict[str, object], words: str = PHRASE, other: str = "b") -> bool:
    """Whether the same words in an article and another are taken for one statement."""
    one = Statement("a", (), words, **left)  # type: ignore[arg-type]
    two = Statement(other, (), words, **right)  # type: ignore[arg-type]
    return len(repeated([one, two], DAYS)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"speaker": "the mayor"}, {"speaker": "the governor"}),
        ({"speaker": "Paul Smith", "name": "Paul Smith"}, {"speaker": "Jane Smith", "name": "Jane Smith"}),
        ({"speaker": "John Smith", "entities": ("john-smith",)}, {"speaker": "Jane Smith", "name": "Jane Smith"}),
        ({"speaker": "John Smith", "entities": ("john-smith",)}, {"speaker": "a police officer"}),
        ({"speaker": "he"}, {"speaker": "she"}),
        ({"speaker": "a spokesman"}, {"speaker": "Mary Lee", "name": "Mary Lee"}),
        ({}, {}),
    ],
)
def test_a_phrase_that_two_say_is_no_statement_of_one(left: dict[str, object], right: dict[str, object]) -> None:
    assert not told_once(left, right)


def test_who_may_be_one_is_one_if_the_words_or_the_days_are_near() -> None:
    john = {"speaker": "John Smith", "entities": ("john-smith",)}
    smith = {"speaker": "Smith", "name": "Smith"}
    assert told_once(john, john, other="late")
    assert told_once(john, {"speaker": "J. Smith", "name": "J. Smith"}, other="late")
    assert told_once(john, smith)
    assert not told_once(john, smith, other="late")
    assert told_once(john, smith, f"{PHRASE}, of whom nobody knew anything before that night in the port", "late")
    assert told_once({"speaker": "the mayor"}, {"speaker": "a mayor"})
    assert not told_once({"speaker": "the mayor"}, {"speaker": "a mayor"}, other="late")
    assert told_once({}, john, f"{PHRASE} of that night")
    assert not told_once({}, john, f"{PHRASE} of that night", "late")


def test_the_same_words_are_found_among_many_that_are_alike() -> None:
    many = [
        Statement(str(each), (), f"{LONG}, and take boat {each} with us", speaker=f"Ada V{each}") for each in range(60)
    ]
    told = repeated([*many, Statement("other", (), many[50].quotation, speaker="Ada V50")], {})
    assert [{each.article for each in group.statements} for group in told] == [{"50", "other"}]


def test_a_quotation_in_very_many_articles_costs_what_it_is_long() -> None:
    def many(number: int) -> list[Statement]:
        return [Statement(str(each), (), f"{LONG} {each}", speaker="Ada Vance") for each in range(number)]

    (told,) = repeated(many(60), {})
    assert len(told.statements) == 60
    small, large = many(200), many(1_600)
    assert calls_of(lambda: repeated(large, {})) < calls_of(lambda: repeated(small, {})) * 10


@pytest.mark.parametrize(
    "text",
    [
        "Ada Vance won 10 of the 14 states that voted for the ferry, and she is ahead of all.",
        "Ada Vance goes to the 14 Great Tuesday states that vote for her in the spring.",
        "The mayor has repeatedly played down unconfirmed media reports that Vance is in fragile health.",
        "The loss roused worldwide protests that the ferry had no boats.",
    ],
)
def test_a_noun_is_no_verb_of_saying(make_dossier: Make, text: str) -> None:
    assert said(make_dossier, text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Ada Vance and her friends have seized on calls to "close the whole port now" as a danger.',
        'Once more the mayor rejected calls to "close the whole port now" in the spring.',
        'Bo Lind, whose loss roused worldwide protests, went down as "an ordinary man of the port."',
        'So Ada Vance called in her "crew of the old boats" to move the ropes.',
    ],
)
def test_a_quotation_behind_a_noun_has_no_speaker(make_dossier: Make, text: str) -> None:
    assert [each.speaker for each in said(make_dossier, text)] == [None]


def test_a_comma_between_digits_is_part_of_a_number(make_dossier: Make) -> None:
    (found,) = said(make_dossier, "As of late, she said that fewer than 100,000 people would come to the port.")
    assert found.quotation == "fewer than 100,000 people would come to the port"


@pytest.mark.parametrize(
    ("text", "speaker", "entity"),
    [
        ('Ada Vance has to be dragged screaming into talks with the press while she is seen on "Boats with a Sail," and at home.', None, None),
        ('The Harbour Authority is accused of "working with the smugglers to close the port" The Harbour Authority says it will answer.', None, None),
        ('Harbour Authority officers caught the mayor on a wire describing the seat as "golden" for him.', None, None),
        ('The Harbour Authority was glad to go, with the head of the Port Club, Mary Olsen, recently insisting the boats were "not for us to keep."', "the head of the Port Club, Mary Olsen", None),
        ('The boats stayed, with the port chairman Mary Olsen issuing a letter saying "we will all go at dawn."', "the port chairman Mary Olsen", None),
        ('Ada Vance said the boats were sold and fact-checkers have deemed the claim "mostly not true at all" since.', None, None),
        ('Ada Vance wrote a letter saying "we will all go at dawn."', "Ada Vance", "ada-vance"),
    ],
)  # fmt: skip
def test_who_did_not_say_it_is_no_speaker(
    make_dossier: Make, text: str, speaker: str | None, entity: str | None
) -> None:
    assert {(each.speaker, each.entity) for each in said(make_dossier, text) if not each.is_indirect} <= {
        (speaker, entity)
    }


def test_a_member_of_a_party_is_not_the_party(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Liberal Party, kind: organisation, aliases: [Liberals, Liberal]}\n"
    text = 'The Liberal said: "We will go at dawn."\n\nThe Liberals said: "We will go at noon."'
    found = make_dossier({"a.txt": f"---\ntitle: The harbour\nlanguage: en\n---\n{text}\n"}, register).statements
    assert [each.entity for each in found] == [None, "liberal-party"]


@pytest.mark.parametrize(
    ("subject", "speaker", "name"),
    [
        ("On Monday, Dr. Mary Olsen, the former head of the Advanced Harbour Research and Development Board (AHRDB)", "Dr. Mary Olsen, the former head of the Advanced Harbour Research and Development Board (AHRDB)", "Mary Olsen"),
        ("Olsen and Lindgren for several years have", "Olsen and Lindgren", "Olsen and Lindgren"),
        ("The veteran money guru and former Carl Olsen adviser", "The veteran money guru and former Carl Olsen adviser", None),
        ("The Office for Harbour Control and Safety", "The Office for Harbour Control and Safety", "Office for Harbour Control and Safety"),
        ("The Institute for Harbour Metrics and Safety at the University of Lund", "The Institute for Harbour Metrics and Safety at the University of Lund", "Institute for Harbour Metrics and Safety at the University of Lund"),
        ("1:11 Olsen", "Olsen", "Olsen"),
        ("It was such an approach President Olsen", "President Olsen", "Olsen"),
        ("Story highlights Vice President Carl Olsen", "Vice President Carl Olsen", "Carl Olsen"),
    ],
)  # fmt: skip
def test_a_speaker_is_no_fragment(make_dossier: Make, subject: str, speaker: str | None, name: str | None) -> None:
    found = said(make_dossier, f"{subject} said that the old ferry would sail.")
    assert [(each.speaker, each.name) for each in found if speaker or each.name] == [(speaker, name)] * bool(speaker)


def test_a_speaker_is_the_whole_of_a_name_that_is_mentioned(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Bureau for Ropes and Sails, kind: organisation}\n"
    text = "The Bureau for Ropes and Sails said that the ferry would sail."
    found = make_dossier({"a.txt": f"---\ntitle: The harbour\nlanguage: en\n---\n{text}\n"}, register).statements
    assert [each.entity for each in found] == ["bureau-for-ropes-and-sails"]


def test_what_stands_behind_the_verb_of_a_speaker(make_dossier: Make) -> None:
    text = (
        '"We row for it," says Ada Vance of her plan to sail.\n\n"They go at dawn!" called out Mary Olsen, 39.\n\n'
        'The port sent a letter to its 40,000 students that read: "Stay at home on Monday."'
    )
    assert [each.speaker for each in said(make_dossier, text)] == ["Ada Vance", "Mary Olsen", None]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("Late that day, she told reporters she planned to leave the port - another sign that the mayor was weak.", "she planned to leave the port"),
        ("The Toll Company warned that it expects a quiet year, while Harbour Boats asked for more hands.", "it expects a quiet year"),
        ("Bo Lind said that the port would close, raising hopes that the islands would stay quiet.", "the port would close"),
        ("Bo Lind said that the boats were sold — a claim that the mayor denied.", "the boats were sold"),
        ("Bo Lind said that the boats — three of them — were sold.", "the boats — three of them — were sold"),
        ("Bo Lind said that he would take ropes, sails, sailing boats and oars.", "he would take ropes, sails, sailing boats and oars"),
        ("Papers have since reported that he sent ropes to Mayor Carl Olsen, Mayor Mary Lee and the rest.", "he sent ropes to Mayor Carl Olsen, Mayor Mary Lee and the rest"),
        ("Bo Lind noted that, in winter, the boats stay at home.", "in winter, the boats stay at home"),
    ],
)  # fmt: skip
def test_where_what_is_retold_ends(make_dossier: Make, text: str, quotation: str) -> None:
    assert [each.quotation for each in said(make_dossier, text)] == [quotation]


@pytest.mark.parametrize("marks", ["“’’", "''''", "‘‘’’", "“''", "``''"])
def test_marks_that_are_two_signs(make_dossier: Make, marks: str) -> None:
    opening, closing = marks[:-2], marks[-2:]
    (found,) = said(make_dossier, f"{opening}We don’t go at dawn,{closing} Ada Vance said at the port.")
    assert (found.quotation, found.entity) == ("We don’t go at dawn,", "ada-vance")


def test_two_persons_of_one_last_name_are_not_told_apart_by_it(make_dossier: Make) -> None:
    text = 'Lorna Olsen left.\n\nRepublican Carl Olsen came.\n\nOlsen, who is a sailor, laughed. "We go at dawn," he said. "We go," said Olsen.'
    assert [(each.entity, each.refers_to) for each in said(make_dossier, text)] in (
        [(None, None)] * 2,
        [(None, "Olsen"), (None, None)],
    )
    one = 'Carl Olsen came.\n\nOlsen, who is a sailor, laughed. "We go at dawn," he said.'
    assert [each.refers_to for each in said(make_dossier, one)] == ["Carl Olsen"]


def test_who_puts_something_so(make_dossier: Make) -> None:
    (found,) = said(make_dossier, 'Former Harbour Governor Mary Olsen framed the issue thus: "We go at dawn."')
    assert (found.name, found.cue) == ("Mary Olsen", "framed")


@pytest.mark.parametrize(
    "text",
    [
        "The coronavirus revealed that the port was ready to leave its boats.",
        "The boats are hardly good and never were, as Carl Z. Olsen, a sailor at the Lund School, said.",
        "Carl Olsen, head of its Sailing, Ropes, and Harbour Project for the Port Union said that the boats were old.",
    ],
)
def test_what_shows_and_parts_of_a_list_do_not_speak(make_dossier: Make, text: str) -> None:
    assert [each.name for each in said(make_dossier, text) if each.speaker != "Carl Olsen"] == []


def test_a_name_behind_a_word_of_the_register_is_still_a_full_name(make_dossier: Make) -> None:
    register = "entities:\n  - {name: Republican Party, kind: organisation, aliases: [Republican]}\n"
    text = 'It was Republican Mary Olsen who came.\n\n"We will go at dawn," Olsen said.'
    (found,) = make_dossier({"a.txt": f"---\ntitle: The harbour\nlanguage: en\n---\n{text}\n"}, register).statements
    assert found.refers_to == "Mary Olsen"
