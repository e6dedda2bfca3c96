"""Names in running text, without a register; every sentence here is invented."""

from __future__ import annotations

import sys
from importlib import resources
from types import ModuleType, SimpleNamespace

import pytest
from conftest import calls_of
from hypothesis import given
from hypothesis import strategies as st

from dossier.discovery import MissingPipelineError, find_names, find_names_with
from dossier.discovery.chain import Chain, feature_names
from dossier.discovery.document import Document
from dossier.discovery.spans import Name, trimmed
from dossier.discovery.tokens import tokenise
from dossier.discovery.weights import FILE, LABELS, packaged
from dossier.model import NameSpan


def named(*texts: str, language: str | None = "en") -> list[list[tuple[str, str]]]:
    found = find_names(texts, language)
    return [
        [(text[name.start : name.end], name.kind) for name in names] for text, names in zip(texts, found, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Together with Helena Brandt and Robert Marlow, Costello won the award.",
        "She sits on the boards of the National Housing Council and the European Energy Institute.",
    ],
)
def test_a_sentence_full_of_names_is_no_headline(text: str) -> None:
    assert len(named(text)[0]) >= 2


def test_the_possessive_parts_two_names() -> None:
    assert ("France", "place") in named("They met France's Robert Marlow in the evening.")[0]
    assert ("People's Party", "organisation") in named("Members of the People's Party voted against it.")[0]


def test_names_of_each_kind() -> None:
    (found,) = named(
        "Prime Minister Helena Brandt met the president of France at the United Nations in New York on Monday."
    )
    assert found == [
        ("Helena Brandt", "person"),
        ("France", "place"),
        ("United Nations", "organisation"),
        ("New York", "place"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He praised Mr. Robert Marlow for the deal.", "Robert Marlow", "person"),
        ("The delegation then left for Moscow's airport.", "Moscow", "place"),
        ("They said that James O'Hara had resigned.", "James O'Hara", "person"),
        ("The London-based lender gave no reason.", "London", "place"),
        ("The court sent the case back to the Ministry of Justice.", "Ministry of Justice", "organisation"),
        ("Officials in South Korea were silent.", "South Korea", "place"),
    ],
)
def test_what_belongs_to_a_name(text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on until late. However, nobody signed. Yesterday was no better.",
        "On Monday it rained. In June it will not.",
        "Many people asked why. Nobody answered them.",
        "",
        "   ",
        "...",
    ],
)
def test_a_capital_alone_is_no_name(text: str) -> None:
    assert named(text) == [[]]


def test_what_a_word_is_elsewhere_decides() -> None:
    texts = (
        "Marianne Costello won the vote. The crowd cheered Marianne Costello.",
        "Costello thanked her voters. Later Marianne Costello flew to Madrid.",
    )
    found = named(*texts)
    assert ("Costello", "person") in found[1]
    assert found[1][-1] == ("Madrid", "place")


def test_a_headline_has_only_names_that_stand_elsewhere() -> None:
    headline = "Senator Plans Sweeping Changes After Visit To Berlin"
    assert named(headline) == [[]]
    assert named(headline, "The senator came home from Berlin on Friday and spoke of changes.")[0] == [
        ("Berlin", "place")
    ]
    shouted = "SENATOR SPEAKS OF CHANGES IN BERLIN"
    assert named(shouted, "The senator came home from Berlin on Friday.")[0] == [("BERLIN", "place")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Kanzlerin reiste am Montag nach Paris, wo der Präsident sie mit der Wirtschaft empfing.", "de"),
        ("Le président a quitté Berlin dans la nuit.", "fr"),
        ("Президент прилетел в Москву.", "ru"),
        ("Die Kanzlerin reiste am Montag nach Paris, wo der Präsident sie mit der Wirtschaft empfing.", None),
        ("首相は月曜日に北京を訪れた。", None),
        ("首相は月曜日に北京を訪れた。", "en"),
        ("وصل الرئيس إلى باريس", "en"),
        ("นายกรัฐมนตรีเดินทางถึงปารีส", "en"),
    ],
)
def test_silent_where_it_was_not_trained(text: str, language: str | None) -> None:
    assert named(text, language=language) == [[]]


def test_an_unknown_language_that_looks_english() -> None:
    text = "The minister said that he was in Paris for the talks, and that they had been on his list for a year."
    assert ("Paris", "place") in named(text, language=None)[0]
    assert named(text, language="en-GB") == named(text)


@given(st.lists(st.text(alphabet=st.sampled_from("Aab. -'’s\"&İǅß9(漢\u0301\n,of@#"), max_size=60), max_size=4))
def test_spans_are_in_order_and_inside(texts: list[str]) -> None:
    for text, names in zip(texts, find_names(texts, "en"), strict=True):
        end = 0
        for name in names:
            assert end <= name.start < name.end <= len(text)
            assert text[name.start : name.end].strip() == text[name.start : name.end]
            end = name.end


@pytest.mark.parametrize("unit", ["A", "Ab ", "A.", "A-", "of ", "X of the ", "'s"])
def test_hostile_texts_take_linear_work(unit: str) -> None:
    def work(length: int) -> int:
        return calls_of(lambda: find_names([unit * (length // len(unit))], "en"))

    work(18)
    assert work(18_000) < 2.2 * work(9_000)


def test_the_same_twice() -> None:
    texts = ["Helena Brandt of Acme Holdings spoke in Lisbon.", "Brandt then left for Porto."]
    assert find_names(texts, "en") == find_names(texts, "en")


def test_the_model_in_the_package() -> None:
    assert len(resources.files("dossier.discovery").joinpath(FILE).read_bytes()) < 1_000_000
    weights = packaged()
    assert len(weights.transitions) == len(LABELS)
    assert all(len(scores) == len(LABELS) for scores in weights.features.values())
    assert weights.known("London").lists
    assert weights.known("Qqqzx").cluster == "?"


def test_scores_are_those_of_the_features_that_were_trained() -> None:
    document = Document.of(["The delegation of Acme Holdings met Helena Brandt in New York."])
    (line,), weights = document.lines, packaged()
    for stretch in line.stretches:
        emissions = Chain(weights).emissions(line, stretch, document)
        for names, emission in zip(feature_names(line, stretch, document, weights), emissions, strict=True):
            scores = [weights.features[name] for name in names if name in weights.features]
            assert emission == tuple(map(sum, zip(*scores, strict=True)))


def test_tokens() -> None:
    text = "U.S.-led talks: J. R. Ewing's AT&T, St. Ives (Paris-based) @someone http://example.org"
    words = tokenise(text).words
    assert words[:4] == ["U.S.", "-", "led", "talks"]
    assert {"J.", "R.", "Ewing", "'s", "AT&T", "St.", "Paris", "@someone"} <= set(words)


class _Pipeline:
    """What is used of spaCy: `pipe`, `max_length`, and documents with `ents`."""

    max_length = 1000

    def pipe(self, texts: list[str]) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(ents=[self._entity(text, *each) for each in self._known if each[0] in text])
            for text in texts
        ]

    _known = (
        ("the United Nations'", "ORG"),
        ("President Helena Brandt", "PERSON"),
        ("French", "NORP"),
        ("東京", "GPE"),
    )

    @staticmethod
    def _entity(text: str, name: str, label: str) -> SimpleNamespace:
        start = text.index(name)
        return SimpleNamespace(text=name, label_=label, start_char=start, end_char=start + len(name))


def _install(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("spacy")

    def load(name: str) -> _Pipeline:
        if name != "some_pipeline":
            raise OSError(name)
        return _Pipeline()

    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)


def test_names_by_a_pipeline_of_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch)
    text = "President Helena Brandt read the United Nations' French report."
    assert find_names_with("some_pipeline", [text, "東京で", ""]) == [
        (NameSpan(33, 47, "organisation"), NameSpan(10, 23, "person")),
        (NameSpan(0, 2, "place"),),
        (),
    ]


def test_a_pipeline_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch)
    with pytest.raises(MissingPipelineError, match="the spaCy pipeline some_other, which is not installed") as caught:
        find_names_with("some_other", ["A text."])
    assert "python -m spacy download some_other" in str(caught.value)


def test_spacy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingPipelineError, match="needs spaCy, which is not installed") as caught:
        find_names_with("no_pipeline", ["A text."])
    assert "pip install spacy" in str(caught.value)


def test_a_word_of_the_sentence_is_no_country() -> None:
    texts = [
        "The US army left the US on Friday, and the US said so.",
        "The Way That They Think About Us Says Much About Us",
        "They met in Paris. Us too, said Ada Vance of the group. I’m late, and I’ve come from Oslo.",
    ]
    found = {
        text[span.start : span.end]
        for text, spans in zip(texts, find_names(texts, "en"), strict=True)
        for span in spans
    }
    assert "US" in found
    assert found.isdisjoint({"Us", "I’m", "I’ve"})


def test_a_title_cut_short_is_no_name_and_ends_none() -> None:
    line = tokenise("Republican Sen. Ada Vance met Sens. Reed and Moss")
    assert trimmed(line, Name(0, 2, "organisation")) == Name(0, 1, "organisation")
    assert trimmed(line, Name(1, 2, "person")) is None
    assert trimmed(line, Name(1, 4, "person")) == Name(2, 4, "person")
    assert trimmed(line, Name(5, 6, "person")) is None
