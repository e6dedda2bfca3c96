"""Sentences of a paragraph: what is not asked of the library is what it would say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nupunkt import sent_spans

from dossier.sentences import sentence_spans

WORDS = ("Mr.", "Orre", "said.", "U.S.", "the", "(a).", "1.", "…", "?!", "etc.", '"Go."', "x.)", "café.", "ferry_a.")
MISSED = re.compile(r"\b(?P<word>[a-z]{3,})\.\s+(?=[\"“‘'(]?[A-Z])")


def divided(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text("aB. !?…\"')】]\n:é1’_", max_size=14))
def test_a_text_ends_a_sentence_where_the_library_says_it(text: str) -> None:
    ends = {end for _, end in sent_spans(text)} - {len(text)}
    found = {end for _, end in sentence_spans(text)}
    missed = {match.end("word") + 1 for match in MISSED.finditer(text)}
    told = {len(text[:end].rstrip()) for end in ends if text[:end].strip() and text[end:].strip()}
    assert told <= found <= told | missed | {len(text.rstrip())}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ferry did not sail on Monday", 1),
        ("The ferry did not sail on Monday.", 1),
        ("It cost 1.5 million crowns, www.example.org said.", 1),
        ("The ferry did not sail. The crew went home.", 2),
        ("He was a cop. The others ran.", 2),
        ("「何もない」と言った。誰も来ない。", 2),
    ],
)
def test_sentences_are_found(text: str, number: int) -> None:
    assert len(divided(text)) == number


def test_a_long_text_without_a_full_stop_is_divided_at_its_pieces() -> None:
    text = "bread and salt " * 2_000
    assert [len(each) for each in divided(text)] == [20_000, len(text) - 20_002]
