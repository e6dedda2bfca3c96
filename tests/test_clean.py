from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, SEED_A, SEED_B
from hypothesis import given
from hypothesis import strategies as st

from dossier.clean import RULES, clean
from dossier.model import CleanText, Location, RawDocument
from dossier.readers.markdown import read_markdown
from dossier.readers.text import read_text

CASES = sorted(Path(__file__).with_name("clean").glob("*.yml"))


def document(content: bytes, suffix: str = ".txt") -> RawDocument:
    read = read_markdown if suffix == ".md" else read_text
    contents = read(content, Location("seeds/a" + suffix))
    return RawDocument("a" + suffix, Location("seeds/a" + suffix), Path("a"), "", contents.blocks, contents.fields)


def clean_text(text: str, suffix: str = ".txt") -> CleanText:
    return clean(document(text.encode(), suffix))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    cleaned = clean_text(case["seed"], case.get("suffix", ".txt"))
    assert [paragraph.text for paragraph in cleaned.paragraphs] == case["paragraphs"]
    assert [f"{each.line} {each.rule}: {each.text}" for each in cleaned.removed] == case.get("removed", [])
    if "kinds" in case:
        assert [paragraph.kind for paragraph in cleaned.paragraphs] == case["kinds"]
    if "credits" in case:
        assert [each.credit.name for each in cleaned.paragraphs if each.credit] == case["credits"]


def seed_removals(name: str) -> list[tuple[int, str]]:
    cleaned = clean(document((ROOT / "seeds" / name).read_bytes()))
    return [(each.line, each.rule) for each in cleaned.removed]


def test_exactly_this_happens_on_the_first_seed() -> None:
    assert seed_removals(SEED_A) == [
        (4, "related-label"),
        (5, "related-headline"),
        (8, "repeated-line"),
        (14, "related-label"),
        (15, "related-headline"),
        (16, "related-headline"),
        (20, "time-code"),
        (24, "source-note"),
    ]
    cleaned = clean(document((ROOT / "seeds" / SEED_A).read_bytes()))
    captions = [paragraph for paragraph in cleaned.paragraphs if paragraph.kind == "caption"]
    assert [caption.credit.name for caption in captions if caption.credit] == ["Reuters"]
    assert len(captions) == 1
    assert len(cleaned.paragraphs) == 16


def test_exactly_this_happens_on_the_second_seed() -> None:
    assert seed_removals(SEED_B) == [
        (1, "date-line"),
        (1, "dateline"),
        *((line, "advertisement") for line in (5, 7, 17, 19)),
    ]
    cleaned = clean(document((ROOT / "seeds" / SEED_B).read_bytes()))
    assert cleaned.paragraphs[0].text.startswith("UN Security Council members are due")
    assert len(cleaned.paragraphs) == 12


LINES = st.sampled_from(
    [
        "Advertisement",
        "Read more:",
        "Ferry strike enters third day",
        "Related: Harbour toll to rise, says mayor",
        "00:51",
        "* * *",
        "",
        "",
        "By Ada Vance and Bo Lind",
        "Published: March 3, 2021",
        "2021-03-03",
        " date 2021-03-03 OSLO: The harbour was closed.",
        "SEOUL, Dec 30 (Yonhap) -- The harbour was closed.",
        "The harbour was closed on Monday, the mayor said, after a strike that nobody had expected to last so long.",
        "Crew members wait in this undated photo. /Harbour Photo",
        "Crew members wait in this undated photo. (Photo: Bo Lind)",
        "(With input from agencies)",
        "a line that goes on and on until the program that wrote it broke it in the mid",
        "dle of a word, and so on, for as long as there is something that can be said of",
        "港は閉鎖された。",
        "Share this article",
        "Facebook",
        "Twitter",
        "Image caption The quay at night",
        "Photos: 1 of 12",
        "Sign up for our newsletter. By signing up, you agree to our terms.",
        "© 2019 Coast News. All rights reserved.",
        "ANALYSIS/OPINION:",
        "USA TODAY",
        "Watch: The strike in pictures",
        "Ada Vance contributed to this report.",
        "Ada Vance is a reporter for Coast News.",
        "https://example.com/",
        "When Ida Vance Ida VanceMayor speaks MORE, Tom ReedTom ReedQuay sold MORE’s boat left, it rained MORE.",
        "Ida VanceIda VanceMayor speaks MORE",
    ]
)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join))
def test_nothing_is_lost(text: str) -> None:
    """Contract 1: kept and removed are the seed, letter for letter, and line for line where a line is whole."""
    doc = document(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())
    cleaned = clean(doc)
    source = letters("".join(line.text for block in doc.blocks for line in block.lines))
    kept = letters("".join(paragraph.text for paragraph in cleaned.paragraphs))
    removed = letters("".join(each.text for each in cleaned.removed))
    assert kept + removed == source
    numbers = {line.number for block in doc.blocks for line in block.lines if line.text.strip()}
    accounted = {number for paragraph in cleaned.paragraphs for number in paragraph.lines}
    assert accounted | {each.line for each in cleaned.removed} == numbers


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join))
def test_every_paragraph_has_an_anchor_of_its_own_and_every_removal_a_reason(text: str) -> None:
    cleaned = clean_text(text.encode("utf-8", "replace").decode())
    anchors = [paragraph.id for paragraph in cleaned.paragraphs]
    assert len(set(anchors)) == len(anchors)
    assert {each.rule for each in cleaned.removed} <= {rule.name for rule in RULES}
    assert all(each.why for each in cleaned.removed)
    assert all(paragraph.text == paragraph.text.strip() != "" for paragraph in cleaned.paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        "newsletter " * 90_000,
        "Sign up: " * 400,
        "AP in A, " * 40 + "and Ada contributed to this",
        "Follow Ada on " * 30 + "!",
        "the views expressed " * 25 + "!",
        "http://a.b " * 60 + "!",
        "Share " * 30 + "it",
    ],
    ids=lambda line: line[:12],
)
def test_a_hostile_line_stays_and_costs_no_more_than_its_length(line: str) -> None:
    """An expression that tries every way to read such a line would not come to an end."""
    assert clean_text(f"The first line.\n\n{line}").paragraphs[-1].text == line.strip()


def test_an_edit_elsewhere_moves_no_anchor() -> None:
    before = clean_text("The first paragraph says one thing.\n\nThe second paragraph says another.")
    after = clean_text("A new first paragraph.\n\nThe first paragraph says one.\n\nThe second paragraph says another.")
    assert before.paragraphs[1].id == after.paragraphs[2].id
    assert before.paragraphs[0].id != after.paragraphs[1].id
