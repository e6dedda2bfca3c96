from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.matcher import Gazetteer
from dossier.matcher.folding import fold, small
from dossier.matcher.surfaces import plural_and_singular
from dossier.model import Location, Paragraph, Register, Resolution
from dossier.register import load_register
from dossier.resolver import resolve

CASES = sorted(Path(__file__).with_name("matcher").glob("*.yml"))


def register_of(tmp_path: Path, entries: object) -> Register:
    path = tmp_path / "entities.yml"
    path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    register, diagnostics = load_register(path, Location("entities.yml"))
    assert [each for each in diagnostics if each.severity != "note"] == []
    return register


def resolution(register: Register, texts: list[str]) -> Resolution:
    paragraphs = [Paragraph(str(index), "paragraph", text, ()) for index, text in enumerate(texts)]
    return resolve(paragraphs, Gazetteer(register).find)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    register = register_of(tmp_path, case["register"])
    for article in case["articles"]:
        texts = article["text"] if isinstance(article["text"], list) else [article["text"]]
        found = resolution(register, texts)
        assert [f"{each.text} = {each.entity} ({each.rule})" for each in found.mentions] == article.get("linked", [])
        open_ones = [f"{each.text} ? {', '.join(each.candidates)} ({each.rule})" for each in found.unresolved]
        assert open_ones == article.get("open", [])
        for each in (*found.mentions, *found.unresolved):
            assert texts[int(each.paragraph)][each.start : each.end] == each.text


@given(st.text() | st.text(st.sampled_from('aAßİıIﬁς Σ\u0301\u0640\u05b0ﾊﾞﾊ\u1112\u1161\u11ab’ \n\u200bÅ')))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    lower = small(folded)
    for places, form, before in ((folded.places, folded.exact, text), (lower.places, lower.text, folded.exact)):
        if places is None:
            assert len(form) == len(before)
            continue
        starts, ends = places
        assert len(starts) == len(ends) == len(form)
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        assert all(start < end <= len(before) for start, end in zip(starts, ends, strict=True))


WORDS = st.sampled_from(
    [
        "Ada",
        "Vance",
        "Ada Vance",
        "ada",
        "NH",
        "North",
        "Harbour",
        "’s",
        "'s",
        "-",
        " ",
        "  ",
        "\n",
        ".",
        ",",
        "toll",
        "tolls",
    ]
)


@given(st.lists(WORDS).map("".join))
def test_every_span_is_an_alias_as_whole_words(text: str) -> None:
    """A slow and obvious reader agrees: the folded span is an alias, and no letter touches it."""
    register = Register(entities=ENTITIES)
    aliases = {"ada vance", "nh", "north harbour", "toll", "tolls", "ada", "vance"}
    for candidate in Gazetteer(register).find(text):
        span = text[candidate.start : candidate.end]
        assert " ".join(span.replace("’", "'").split()).lower() in aliases
        assert not text[candidate.start - 1 : candidate.start].isalnum()
        assert not text[candidate.end : candidate.end + 1].isalnum()


ENTITIES = load_register(Path(__file__).with_name("matcher") / "shared_register.txt", Location(""))[0].entities


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("sanctions", {"sanction"}),
        ("sanction", {"sanctions"}),
        ("harbour toll", {"harbour tolls"}),
        ("treaty", {"treaties"}),
        ("treaties", {"treaty"}),
        ("process", {"processes"}),
        ("crisis", set()),
        ("virus", set()),
        ("news", set()),
    ],
)
def test_regular_plural_and_singular(word: str, forms: set[str]) -> None:
    assert forms <= plural_and_singular(word)
    assert not {"new", "crisi", "viru", "proces", "sanctionss"} & plural_and_singular(word)


def test_suggested_entities_are_not_looked_for(tmp_path: Path) -> None:
    register = register_of(tmp_path, {"entities": [{"name": "Ada Vance", "kind": "person", "status": "suggested"}]})
    assert resolution(register, ["Ada Vance spoke."]) == Resolution()


def test_an_empty_register_finds_nothing() -> None:
    assert Gazetteer(Register()).find("Ada Vance spoke.") == ()
