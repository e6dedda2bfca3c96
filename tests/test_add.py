"""`dossier add`: nothing is lost, nothing is changed, and names stay."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, build_site, run, script, write_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier import Settings
from dossier.adding import Arrival, add, offers_of
from dossier.adding.names import folder_below, safe_folder, stems
from dossier.cli import main
from dossier.model import DossierError
from dossier.readers import READERS
from dossier.recognise import recognise

DOSSIER = script("dossier")
FORMATS = ROOT / "tests" / "formats"
SEED = "---\ntitle: {0}\ndate: 2021-03-03\n---\n{0}: Ada Vance spoke of the harbour toll, and nobody disagreed."


def seed(title: str) -> str:
    return SEED.format(title)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier without articles, and beside it the folder `inbox`."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "inbox").mkdir()
    write_files(tmp_path, {"mkdocs.yml": "plugins: [dossier]\n", "entities.yml": "entities:\n"})
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def bring(folder: Path, *sources: str, into: str = "") -> list[Arrival]:
    """Add sources, named from `folder`, to the seeds below it."""
    ours = Settings(seeds=folder / "seeds", entities=folder / "entities.yml", root=folder)
    offers = [offer for source in sources for offer in offers_of(folder / source, ours.seeds)]
    return list(add(offers, ours, lambda _what, _done, _total: None, into=into))


def outcomes(arrivals: list[Arrival]) -> list[tuple[str, str]]:
    return [(arrival.outcome, arrival.seed) for arrival in arrivals]


def test_what_is_printed(folder: Path) -> None:
    write_files(
        folder,
        {
            "inbox/Ferry Strike!.TXT": seed("Third day"),
            "inbox/Ferry Strike!.yml": "outlet: Coast News\nauthors: [Ada Vance, Bo Lind]\n",
            "inbox/picture.png": b"\x89PNG",
            "inbox/nothing.txt": b"",
            "inbox/noise.txt": b"Advertisement\n\n00:51\n",
            "inbox/undated.txt": "Ada Vance spoke of the harbour toll, and nobody in the hall disagreed with her.",
        },
    )
    done = run(DOSSIER, "add", "inbox", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "inbox/Ferry Strike!.TXT: added as ferry-strike.txt",
        "  Third day (stated)",
        "    3 March 2021 · Coast News · by Ada Vance, Bo Lind · en · 12 words",
    ]
    assert "inbox/noise.txt: not added" in lines
    assert any(line.startswith("  inbox/noise.txt: error: no paragraph is left") for line in lines)
    assert "  inbox/nothing.txt: warning: the seed is empty (put the article's text into it, or delete it)" in lines
    assert any(
        line.startswith("  inbox/picture.png: error: no reader for .png (save it as one of .txt") for line in lines
    )
    assert any(line.startswith("  seeds/undated.txt: note: no publication date (") for line in lines)
    assert any("(inferred)" in line for line in lines)
    assert lines[-1] == "2 seeds added, 3 not readable: inbox/noise.txt, inbox/nothing.txt, inbox/picture.png"
    assert tree(folder / "seeds") == {
        "ferry-strike.txt": (folder / "inbox/Ferry Strike!.TXT").read_bytes(),
        "ferry-strike.yml": (folder / "inbox/Ferry Strike!.yml").read_bytes(),
        "undated.txt": (folder / "inbox/undated.txt").read_bytes(),
    }


def test_twice_is_as_good_as_once(folder: Path) -> None:
    write_files(folder, {"inbox/a.txt": seed("A"), "inbox/sub/b.md": seed("B"), "inbox/a.yml": "outlet: X\n"})
    assert run(DOSSIER, "add", "inbox", "inbox/a.txt", cwd=folder).returncode == 0
    before = tree(folder)
    assert set(tree(folder / "seeds")) == {"a.txt", "a.yml", "sub/b.md"}
    done = run(DOSSIER, "add", "inbox", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "inbox/a.txt: already there, as a.txt",
        "inbox/sub/b.md: already there, as sub/b.md",
        "0 seeds added, 2 already there",
    ]
    assert tree(folder) == before


def test_every_format_comes_in_untouched_and_the_site_builds(folder: Path) -> None:
    make = folder / "new"
    assert run(DOSSIER, "new", make).returncode == 0
    done = run(DOSSIER, "add", FORMATS, cwd=make)
    assert done.returncode == 0, done.stdout
    originals = {name: content for name, content in tree(FORMATS).items() if name != "README.md"}
    assert {name: content for name, content in tree(make / "seeds").items() if name != "README.md"} == originals
    assert done.stdout.splitlines()[-1] == f"{len(originals)} seeds added"
    built = build_site(make / "mkdocs.yml", folder / "built")
    assert built.returncode == 0, built.stderr


@pytest.mark.parametrize("path", sorted(FORMATS.glob("[!R]*")), ids=lambda path: path.name)
def test_what_has_no_name_is_recognised(path: Path) -> None:
    content = path.read_bytes()
    same = {".xml": ".rss", ".htm": ".html", ".mht": ".mhtml"}
    suffix = "".join(path.suffixes)
    assert recognise(content[:65_536]) == same.get(suffix, suffix)


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"", ".txt"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", ".html"),
        ("\ufeff<html>".encode("utf-16-le"), ".html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE html PUBLIC>", ".html"),
        (b"<?xml version='1.0'?><feed xmlns='x'>", ".atom"),
        (b"<b>Not much</b> of a page", ".txt"),
        (b"[Photo: Ada Vance] spoke", ".txt"),
        (b"{Ada} spoke", ".txt"),
        (b' [ {"title": 1} ]', ".json"),
        (b'{"title": 1}\n{"title": 2}\n', ".jsonl"),
        (b'{"title": 1}\n', ".json"),
        (b"From: Ada\nSubject: Toll\n\nText", ".eml"),
        (b"From: Ada\r\nSubject: Toll,\r\n and more\r\n\r\nText", ".eml"),
        (b"From: Ada\nspoke of it\n\nText", ".txt"),
        (b"Warning: it rains\nSubject: rain\n\nText", ".txt"),
        (b"From a@b Mon Jan 1 00:00:00 2021\nFrom: Ada\nDate: x\n\nText", ".mbox"),
        (b"\x1f\x8bnot really", ".gz"),
        (b"PK\x03\x04[Content_Types].xml", ".zip"),
        (b"<!--" * 20_000, ".txt"),
    ],
)
def test_signs(head: bytes, suffix: str) -> None:
    assert recognise(head) == suffix


@given(st.binary(max_size=300))
def test_anything_is_recognised_as_something(head: bytes) -> None:
    assert recognise(head) in {*READERS, ".gz", ".zip"}


def test_standard_input(folder: Path) -> None:
    def piped(content: bytes, *options: str) -> str:
        done = subprocess.run(
            [DOSSIER, "add", "-", *options], cwd=folder, input=content, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout
        return done.stdout.decode().partition("\n")[0]

    page = (FORMATS / "saved.html").read_bytes()
    assert piped(page, "--as", "Strike.html") == "Strike.html: added as strike.html"
    assert piped(seed("A").encode(), "--as", "toll") == "toll: added as toll.txt"
    said = piped((FORMATS / "mail.eml").read_bytes())
    name = said.removeprefix("standard input: added as ")
    assert name.startswith("seed-")
    assert name.endswith(".eml")
    assert piped((FORMATS / "mail.eml").read_bytes()) == f"standard input: already there, as {name}"


def test_usage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    def add_seeds(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["add", *arguments])

    assert add_seeds().exit_code == 2
    assert add_seeds("nowhere").exit_code == 2
    assert add_seeds("inbox", "--as", "x.txt").exit_code == 2
    (folder / "seeds").rmdir()
    done = add_seeds("inbox")
    assert (done.exit_code, done.stderr.partition(": make")[0]) == (1, "Error: no seeds folder at seeds")
    assert add_seeds(".").exit_code == 1


def test_a_name_that_is_taken(folder: Path) -> None:
    write_files(folder, {"seeds/a.txt": seed("Old"), "inbox/A.txt": seed("New"), "inbox/other.txt": seed("Old")})
    arrivals = bring(folder, "inbox")
    assert [arrival.outcome for arrival in arrivals] == ["added", "there"]
    name = arrivals[0].seed
    assert name.startswith("a-")
    assert len(name) == len("a-12345678.txt")
    assert arrivals[1].seed == "a.txt"
    assert (folder / "seeds/a.txt").read_text(encoding="utf-8") == seed("Old")
    assert outcomes(bring(folder, "inbox/A.txt")) == [("there", name)]


def test_facts_stay_with_their_own_article(folder: Path) -> None:
    write_files(
        folder,
        {
            "seeds/a.html": "<p>Ada Vance spoke of the toll, and nobody disagreed.</p>",
            "seeds/a.yml": "outlet: Old News\n",
            "seeds/b.html": "<p>Bo Lind spoke of the toll, and nobody disagreed.</p>",
            "inbox/a.txt": seed("Bare"),
            "inbox/b.txt": seed("With facts"),
            "inbox/b.yml": "outlet: New News\n",
            "inbox/c.txt": seed("Text"),
            "inbox/c.md": seed("Markdown"),
            "inbox/c.yml": "outlet: Both\n",
        },
    )
    first, second, markdown, text = bring(folder, "inbox")
    assert first.seed.startswith("a-")
    assert first.articles[0].outlet.value is None
    assert second.seed.startswith("b-")
    assert second.articles[0].outlet.value == "New News"
    assert (folder / "seeds" / second.seed).with_suffix(".yml").is_file()
    assert not (folder / "seeds/b.yml").exists()
    assert (markdown.seed, text.seed) == ("c.md", "c.txt")
    assert text.articles[0].outlet.value == "Both"


def test_sources_named_one_by_one_as_a_shell_does(folder: Path) -> None:
    write_files(folder, {"inbox/a.txt": seed("A"), "inbox/a.yml": "outlet: X\n", "inbox/alone.yml": "outlet: X\n"})
    assert outcomes(bring(folder, "inbox/a.txt", "inbox/a.yml")) == [("added", "a.txt")]
    assert outcomes(bring(folder, "inbox/alone.yml")) == [("refused", "")]


def test_what_is_left_out_of_a_folder(folder: Path) -> None:
    write_files(
        folder,
        {
            "inbox/.hidden.txt": seed("Hidden"),
            "inbox/.git/a.txt": seed("Hidden"),
            "inbox/README.md": seed("About"),
            "inbox/alone.yml": "x: y",
            "inbox/page.html": "<p>Ada Vance spoke of the toll, and nobody disagreed.</p>",
            "inbox/page_files/frame.html": "<p>Buy one, get another one for nothing.</p>",
            "inbox/their_files/a.txt": seed("Kept"),
            "inbox/nameless": seed("No suffix"),
        },
    )
    assert outcomes(bring(folder, "inbox")) == [
        ("refused", ""),
        ("added", "page.html"),
        ("added", "their_files/a.txt"),
    ]
    assert outcomes(bring(folder, "inbox/nameless")) == [("added", "nameless.txt")]


def test_links_lead_nowhere(folder: Path) -> None:
    write_files(
        folder, {"secret/key.txt": seed("Secret"), "secret/facts.yml": "outlet: Secret\n", "inbox/b.txt": seed("B")}
    )
    (folder / "inbox/a.txt").symlink_to(folder / "secret/key.txt")
    (folder / "inbox/b.yml").symlink_to(folder / "secret/facts.yml")
    (folder / "inbox/c").symlink_to(folder / "secret", target_is_directory=True)
    (folder / "inbox/d.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "inbox/e.txt")
    arrivals = bring(folder, "inbox")
    assert [arrival.outcome for arrival in arrivals] == ["refused"] * 5
    assert tree(folder / "seeds") == {}
    assert outcomes(bring(folder, "inbox/a.txt")) == [("added", "a.txt")]  # named by the user, who may


@pytest.mark.parametrize("into", ["../out", "/tmp/out", ".hidden", "a/../../out", "a\nb", "linked"])  # noqa: S108 - nothing is written there
def test_into_leads_nowhere_else(folder: Path, into: str) -> None:
    (folder / "outside").mkdir()
    (folder / "seeds/linked").symlink_to(folder / "outside", target_is_directory=True)
    write_files(folder, {"inbox/a.txt": seed("A")})
    before = tree(folder)
    with pytest.raises(DossierError):
        bring(folder, "inbox", into=into)
    assert tree(folder) == before


def test_into_the_folder_of_an_outlet(folder: Path) -> None:
    write_files(
        folder,
        {"inbox/a.txt": seed("A"), "mkdocs.yml": "plugins:\n  - dossier: {outlet_from: folder}\n"},
    )
    done = run(DOSSIER, "add", "inbox/a.txt", "--into", "Coast News", cwd=folder)
    assert done.returncode == 0
    assert "added as Coast News/a.txt" in done.stdout
    assert " · Coast News · " in done.stdout


def test_the_seeds_themselves(folder: Path) -> None:
    write_files(folder, {"seeds/Not Ours.txt": seed("A")})
    with pytest.raises(DossierError, match="holds the seeds folder"):
        bring(folder, "seeds")
    assert outcomes(bring(folder, "seeds/Not Ours.txt")) == [("there", "Not Ours.txt")]


def test_a_file_where_a_folder_should_be_stops_nothing_else(folder: Path) -> None:
    write_files(folder, {"seeds/sub": "x", "inbox/sub/a.txt": seed("A"), "inbox/z.txt": seed("Z")})
    assert outcomes(bring(folder, "inbox")) == [("refused", ""), ("added", "z.txt")]
    assert set(tree(folder / "seeds")) == {"sub", "z.txt"}


HOSTILE = [
    "two\nlines.txt",
    "\x1b[31mred\x07.txt",
    "🚢🚢.txt",
    "北京日报.txt",
    "....txt",
    "....",
    "x" * 251 + ".txt",
    "a\u202etxt.exe.txt",
    "-rf.txt",
    "quote\"'`$(id).txt",
    "con.txt",
    "a.b.c.TXT",
    "README.md",
    "no\udcffutf8.txt",
]


def test_hostile_names(folder: Path) -> None:
    names = [name for name in HOSTILE if _makes(folder / "inbox" / name)]
    assert len(names) >= len(HOSTILE) - 1
    for number, name in enumerate(names):
        path = folder / "inbox" / name
        path.write_text(seed(f"Number {number} \x1b]0;owned\x07 \u202e"), encoding="utf-8")
    asked = [f"inbox/{name}" for name in names]
    done = subprocess.run([DOSSIER, "add", *asked], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout, done.stderr)
    text = done.stdout.decode()
    assert not [letter for letter in text if letter != "\n" and (letter < " " or letter in "\x7f\u202e")]
    lines = text.splitlines()
    assert text.count("\n") == len(lines)
    assert len([line for line in lines if ": added as " in line]) == len(names)
    assert lines[-1] == f"{len(names)} seeds added"
    assert [arrival.outcome for arrival in bring(folder, *asked)] == ["there"] * len(names)
    seeds = set(tree(folder / "seeds"))
    assert len(seeds) == len(names)
    assert all(len(name) < 100 and name.isascii() and name.isprintable() and " " not in name for name in seeds)
    assert {"two-lines.txt", "bei-jing-ri-bao.txt", "rf.txt", "a-b-c.txt", "readme.md"} <= seeds


def _makes(path: Path) -> bool:
    try:
        path.touch()
    except OSError:
        return False
    return True


@given(st.text(st.characters(codec=None), max_size=300), st.sampled_from(sorted(READERS)))
def test_every_name_becomes_one_that_every_file_system_takes(name: str, suffix: str) -> None:
    found = list(stems(f"x/{name}{suffix}", suffix, "0123456789abcdef" * 4))
    assert len(set(found)) == 4
    for stem in found:
        assert stem.isascii()
        assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert 0 < len(stem) <= 150


@given(st.text(st.characters(codec=None), max_size=300).filter(lambda name: "/" not in name))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_folder_becomes_one_that_is_read(name: str) -> None:
    safe = safe_folder(name)
    assert 0 < len(safe.encode()) <= 200
    assert folder_below(safe) == safe
    assert safe_folder(safe) == safe


def test_a_terminal_that_shows_less(folder: Path) -> None:
    write_files(folder, {"inbox/a.txt": seed("北京")})
    done = run(DOSSIER, "add", "inbox", cwd=folder, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "?? (stated)" in done.stdout
