from __future__ import annotations

import posixpath
import sys
from collections.abc import Callable

import yaml
from conftest import calls_of
from hypothesis import example, given
from hypothesis import strategies as st

from dossier import Dossier, fill, render
from dossier.pages import home
from dossier.pages.front import front_matter
from dossier.pages.prose import escape
from dossier.permalinks import relative
from dossier.scripts import count_words

Make = Callable[..., Dossier]
TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="ab1:# '\"-.,?[]{}&*!|>%@`~=<\n\t\xa0é0x_eE+", max_size=14),
    st.sampled_from(["yes", "No", "null", "~", "1e5", "1_000", "0x1f", "1:30", "2019-01-02", "2019-1", "inf", "🦭"]),
)
PATH = st.lists(st.sampled_from(["a", "b", "index.md", "an article"]), max_size=3).map(lambda parts: [*parts, "x.md"])


@given(st.dictionaries(st.sampled_from(["title", "description", "date"]), TEXT | st.lists(TEXT, max_size=3)))
@example({"title": "a" * 9_998 + " b c", "description": "a " * 6_000})
@example({"title": "Ends:", "description": "It's: “so” ", "date": ["0\x1b", "", "a # b", "\ufeff"]})
def test_front_matter_has_the_bytes_that_pyyaml_writes(fields: dict[str, object]) -> None:
    given_ = {name: value for name, value in fields.items() if value} | {"search": {"exclude": True, "boost": 2}}
    expected = yaml.safe_dump(given_, allow_unicode=True, sort_keys=False, width=10_000)
    assert front_matter(fields | {"search": given_["search"], "none": None}) == f"---\n{expected}---\n"


@given(PATH, PATH)
def test_a_relative_path_is_that_of_the_library(target: list[str], source: list[str]) -> None:
    there, here = "/".join(target), "/".join(source)
    assert relative(there, here) == posixpath.relpath(there, posixpath.dirname(here) or ".")


def test_what_is_no_plain_sign_is_one_space_or_none_or_shown_as_missing() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if not character.isprintable():
            shown = escape(f"a{character}b")
            assert shown in {"a b", "ab", "a\ufffdb", f"a{character}b"}
            assert not any(each.isspace() and each != " " for each in shown)
    assert escape("a  b") == "a b"


def test_a_word_is_counted_once_whatever_signs_are_in_it() -> None:
    text = "“It’s 5.5-inch,” she — said_so … __ x"
    assert count_words(text) == sum(any(map(str.isalnum, word)) for word in text.split()) == 5


def test_a_page_that_asks_for_nothing_costs_nothing(make_dossier: Make) -> None:
    dossier = make_dossier({f"{number}.txt": "Title\n\nAda Vance came." for number in range(5)})
    assert calls_of(lambda: fill("Nothing.", dossier, "a.md")) < 10
    assert home.fill("<!-- dossier:counts -->", dossier, "a.md") != "<!-- dossier:counts -->"


def test_the_work_for_a_page_is_bounded(make_dossier: Make) -> None:
    """A short page took 1,300 calls, most of them for paths and front matter."""
    seeds = {f"{number}.md": f"---\ntitle: Day {number}\n---\n\nAda Vance came to NH." for number in range(60)}
    dossier = make_dossier(seeds)
    list(render(dossier))  # the templates are compiled once
    pages = 0

    def write() -> None:
        nonlocal pages
        pages = sum(1 for _ in render(dossier))

    assert calls_of(write) / pages < 700
