from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import write_files

from dossier.model import Diagnostic, DossierError, Location, RawDocument
from dossier.model import Reading as OneReading
from dossier.readers import MAX_BYTES, find_seeds, read_seed
from dossier.readers.markdown import read_markdown


@dataclass
class Reading:
    """All that was read of one seed file."""

    documents: list[RawDocument]
    diagnostics: list[Diagnostic]


def read(folder: Path, **names: str) -> dict[str, Reading]:
    return {file.seed: together(read_seed(file, folder, names)) for file in find_seeds(folder, lambda path: path.name)}


def together(steps: Iterable[OneReading]) -> Reading:
    reading = Reading([], [])
    for step in steps:
        reading.documents += [step.document] if step.document else []
        reading.diagnostics += step.diagnostics
    return reading


def only(folder: Path, name: str, content: str | bytes, **beside: str) -> Reading:
    write_files(folder, {name: content} | {key.replace("_", "."): value for key, value in beside.items()})
    return read(folder)[name]


def said(reading: Reading) -> list[str]:
    return [f"{each.location.line} {each.severity}: {each.message}" for each in reading.diagnostics]


def fields(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {field.name: field.values for field in reversed(reading.documents[0].fields)}


def lines(reading: Reading) -> list[tuple[int, str]]:
    return [(line.number, line.text) for block in reading.documents[0].blocks for line in block.lines]


def test_text_in_blocks_with_line_numbers(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", "One.\nTwo.\n\n \nThree.")
    assert [[line.number for line in block.lines] for block in reading.documents[0].blocks] == [[1, 2], [5]]


def test_front_matter_and_the_line_it_is_on(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", "---\ntitle: NO\n\nauthors: [Ada Vance, Bo Lind]\ndate: 2019-02-30\n---\n\nText.")
    assert fields(reading) == {"title": ("NO",), "authors": ("Ada Vance", "Bo Lind"), "date": ("2019-02-30",)}
    assert [field.location.line for field in reading.documents[0].fields] == [2, 4, 5]
    assert lines(reading) == [(8, "Text.")]
    assert reading.diagnostics == []


@pytest.mark.parametrize("value", ["1.10", "12:30:00", "yes", "~", "0x10", "1e3"])
def test_a_value_stays_what_was_typed(tmp_path: Path, value: str) -> None:
    assert fields(only(tmp_path, "a.txt", f"---\ntitle: {value}\n---\nText."))["title"] == (value,)


def test_a_line_of_many_dashes_is_no_front_matter(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", "--------\nHeading: of the text\n--------\nText.")
    assert reading.documents[0].fields == ()
    assert len(lines(reading)) == 4


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("---\njust words\n---\nText.", "1 warning: the fields are no mapping of names to values"),
        ("---\n- a\n- b\n---\nText.", "1 warning: the fields are no mapping of names to values"),
        ("---\ntitle: x\nText.", "1 warning: front matter begins here and never ends"),
        ("---\na: b\nc: d: e\n---\nText.", "3 warning: not YAML: mapping values are not allowed"),
        ("---\na: &x [1]\nb: *x\n---\nText.", "2 warning: not YAML: anchors"),
        ("---\ntitle: {a: b}\n---\nText.", "2 warning: `title` is neither text nor a list of texts"),
    ],
)
def test_front_matter_that_is_none_is_said_and_stays_text(tmp_path: Path, front: str, message: str) -> None:
    reading = only(tmp_path, "a.txt", front)
    assert said(reading)[0].startswith(message)
    assert lines(reading)[-1][1] == "Text."
    if not reading.documents[0].fields and "neither text" not in said(reading)[0]:
        assert len(lines(reading)) == front.count("\n") + 1


def test_a_colon_in_a_headline_is_read_and_said(tmp_path: Path) -> None:
    front = "---\ntitle: Terminal: the secret annex\nOutlet: Coast News\nwhat is this\ndate: 2019\n---\nText."
    reading = only(tmp_path, "a.txt", front)
    expected = {"title": ("Terminal: the secret annex",), "outlet": ("Coast News",), "date": ("2019",)}
    assert fields(reading) == expected
    assert [each.partition(": ")[0] for each in said(reading)] == ["2 warning", "4 warning"]
    kinds = [(block.kind, block.lines[0].number) for block in reading.documents[0].blocks]
    assert kinds == [("fields", 4), ("paragraph", 7)]


def test_a_deep_mapping_does_no_harm(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", "---\na: " + "[" * 5000 + "\n---\nText.")
    assert "nested deeper" in said(reading)[0]


def test_the_file_beside_a_seed(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", "---\ntitle: One\n---\nText.", a_yml="title: Two\noutlet: Coast News\n")
    assert fields(reading) == {"title": ("Two",), "outlet": ("Coast News",)}
    assert [str(field.location) for field in reading.documents[0].fields] == ["a.yml:1", "a.yml:2", "a.txt:2"]


def test_a_file_beside_no_seed(tmp_path: Path) -> None:
    assert said(only(tmp_path, "b.yml", "title: Two\n")) == ["0 warning: stands beside no seed"]


def test_an_empty_seed(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.txt", " \n\n")
    assert reading.documents == []
    assert said(reading) == ["0 warning: the seed is empty"]


def test_invalid_utf_8_is_read_and_said(tmp_path: Path) -> None:
    text = "Première ligne.\nLe café est fermé à Orléans, où l'été fut très court, a déclaré la préfète.".encode(
        "cp1252"
    )
    reading = only(tmp_path, "a.txt", text)
    assert said(reading)[0].startswith("1 warning: not UTF-8; read as")
    assert "café est fermé à Orléans" in lines(reading)[1][1]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 8, b"\xff" * 10 + b"\0\0\0"])
def test_what_is_no_text(tmp_path: Path, content: bytes) -> None:
    reading = only(tmp_path, "a.txt", content)
    assert reading.documents == []
    assert said(reading) == ["0 error: not a text in any encoding known"]


def test_letters_that_were_encoded_twice_are_repaired_and_said(tmp_path: Path) -> None:
    reading = only(
        tmp_path, "a.txt", "The mayor said no.\nShe saidÂ â€œneverâ€\x9d in the cafÃ©.\nNaïve “quotes” stay."
    )
    assert [text for _, text in lines(reading)] == [
        "The mayor said no.",
        "She said\xa0“never” in the café.",
        "Naïve “quotes” stay.",
    ]
    assert said(reading) == [
        "2 note: the letters of one line had been read in a wrong encoding before, and were repaired"
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    reading = only(tmp_path, "a.txt", "Ça va.\r\nSo so.".encode(encoding))
    assert lines(reading) == [(1, "Ça va."), (2, "So so.")]
    assert reading.diagnostics == []


def test_a_format_without_reader(tmp_path: Path) -> None:
    assert said(only(tmp_path, "a.xyz", "Text.")) == ["0 error: no reader for .xyz"]


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert said(read(tmp_path)["a.txt"])[0].startswith("0 error: 20,000,001 bytes")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret.")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "gone.txt").symlink_to(tmp_path / "gone.txt")
    (seeds / "b.txt").write_text("Text.")
    (seeds / "b.yml").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(seeds / "pipe.txt")
    reading = read(seeds)
    assert said(reading["a.txt"]) == ["0 error: leads outside the seeds folder"]
    assert reading["gone.txt"].documents == []
    assert said(reading["b.txt"]) == ["1 warning: leads outside the seeds folder, or is too large"]
    assert said(reading["pipe.txt"]) == ["0 error: is no file that can be read"]


def test_seeds_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_files(tmp_path, {"b/2.txt": "x", "a.txt": "x", "b/1.md": "x", ".hidden.txt": "x", ".git/a.txt": "x"})
    assert list(read(tmp_path)) == ["a.txt", "b/1.md", "b/2.txt"]


def test_no_seeds_folder(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no seeds folder at nowhere"):
        list(find_seeds(tmp_path / "nowhere", lambda path: path.name))


def test_markdown_links_are_kept_apart() -> None:
    contents = read_markdown(b"See [the day](https://example.com) and\n![a *ship*](ship.png) here.", Location("a.md"))
    (block,) = contents.blocks
    assert [line.text for line in block.lines] == ["See the day and", "a ship (ship.png) here."]
    joined = " ".join(line.text for line in block.lines)
    assert [(joined[link.start : link.end], link.url) for link in block.links] == [
        ("the day", "https://example.com"),
        ("a ship", "ship.png"),
    ]


def test_what_says_what_the_folder_is_for_is_no_seed(tmp_path: Path) -> None:
    write_files(tmp_path, {"README.md": "x", "README.txt": "x", "readme-2.md": "x", "sub/README.md": "x"})
    assert [file.seed for file in find_seeds(tmp_path, str)] == ["readme-2.md", "sub/README.md"]
