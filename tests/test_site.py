"""A real `mkdocs build --strict`, and what a user can do wrong."""

from __future__ import annotations

import json
import re
import subprocess
import time
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, build_site, run, script, write_files
from site_server import free_port

PROGRESS = r"mkdocs_dossier: (?:[\d,]+(?: of [\d,]+)?: )?(?:reading|learning|looking|writing|rendering|building) "
NOTHING_ELSE = re.compile(rf"INFO    -  (?:Cleaning|Building|Documentation built|{PROGRESS})[^\n]*\n")


class References(HTMLParser):
    """Every address a page refers to, and every anchor it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def set_option(project: Path, line: str) -> None:
    path = project / "mkdocs.yml"
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_no_warning_and_every_link_of_the_built_site_holds(project: Path, tmp_path: Path, directory_urls: str) -> None:
    set_option(project, f"use_directory_urls: {directory_urls}")
    site = tmp_path / "built"
    done = build_site(project / "mkdocs.yml", site)
    assert done.returncode == 0
    assert NOTHING_ELSE.sub("", done.stderr) == ""
    pages = {
        path: References(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if path.name != "404.html"
    }
    assert len(pages) > 25
    for path, references in pages.items():
        for target in references.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc or target.startswith(("data:", "javascript:")):
                continue
            linked = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            linked = linked / "index.html" if linked.is_dir() else linked
            assert linked.is_file(), (path, target)
            if parts.fragment.startswith("p-"):
                assert parts.fragment in pages[linked].anchors, (path, target)


def test_twice_the_same_bytes(project: Path, tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = build_site(project / "mkdocs.yml", tmp_path / name, SOURCE_DATE_EPOCH="1577664000", PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_the_same_under_properdocs(project: Path, tmp_path: Path) -> None:
    command = ROOT / ".venv-properdocs" / "bin" / "properdocs"
    done = run(command, "build", "--strict", "-f", project / "mkdocs.yml", "-d", tmp_path / "built")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    build_site(project / "mkdocs.yml", tmp_path / "ours")
    assert {name for name in files(tmp_path / "built") if name.endswith(".html")} == {
        name for name in files(tmp_path / "ours") if name.endswith(".html")
    }


def test_no_request_leaves_the_site(tmp_path: Path) -> None:
    site = tmp_path / "built"
    assert build_site(ROOT / "mkdocs.yml", site).returncode == 0
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r'<(?:script|img|iframe)[^>]*\ssrc="https?:', text), path
        assert not re.search(r'<link[^>]*rel="(?:stylesheet|preconnect|icon)"[^>]*href="https?:', text), path
    style = (site / "assets/dossier.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_generated_pages_stay_out_of_the_navigation(tmp_path: Path) -> None:
    site = tmp_path / "built"
    assert build_site(ROOT / "mkdocs.yml", site).returncode == 0
    home = (site / "index.html").read_text(encoding="utf-8")
    navigation = home[home.index("md-nav--primary") : home.index("md-content")]
    assert 'href="articles/"' in navigation
    assert "kim-jong-un" not in navigation
    assert "un-security-council-members" not in navigation


def test_a_generated_page_is_called_what_the_navigation_calls_it(tmp_path: Path) -> None:
    settings = "site_name: Velm\ntheme: mkdocs\nnav: [{Start here: index.md}, {The texts: articles/index.md}]\n"
    files = {"seeds/a.txt": "The toll\n\nIt was raised.\n", "docs/hand.md": "# By hand\n", "entities.yml": ""}
    write_files(tmp_path, {**files, "mkdocs.yml": f"{settings}plugins: [dossier]\n"})
    assert build_site(tmp_path / "mkdocs.yml", tmp_path / "built").returncode == 0
    page = (tmp_path / "built/hand/index.html").read_text(encoding="utf-8")
    assert ">Start here</a>" in page
    assert ">The texts</a>" in page


def test_mention_lists_are_kept_out_of_the_search_index(tmp_path: Path) -> None:
    site = tmp_path / "built"
    assert build_site(ROOT / "mkdocs.yml", site).returncode == 0
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    person = [entry for entry in index if entry["location"].startswith("entities/people/kim-jong-un/")]
    assert [entry["tags"] for entry in person] == [["Kim Jong-un", "Kim Jong-Un"]]
    assert "discussed foreign affairs" not in json.dumps(person)
    assert "Leader of North Korea" in person[0]["text"]


def test_hand_written_pages_are_linked_and_win_over_generated_ones(project: Path, tmp_path: Path) -> None:
    write_files(
        project,
        {
            "docs/notes/day.md": "# My notes\n\nWhat Ri Thae Song said.\n",
            "docs/entities/people/geng-shuang.md": "# Geng Shuang\n\nMy own page.\n",
        },
    )
    set_option(project, "not_in_nav: |\n  /notes/\n  /entities/people/\n")
    site = tmp_path / "built"
    done = build_site(project / "mkdocs.yml", site)
    assert done.returncode == 0, done.stderr
    notes = (site / "notes/day/index.html").read_text(encoding="utf-8")
    assert 'href="../../entities/people/ri-thae-song/">Ri Thae Song</a>' in notes
    person = (site / "entities/people/ri-thae-song/index.html").read_text(encoding="utf-8")
    assert re.search(r'What <a href="\.\./\.\./\.\./notes/day/">Ri Thae Song</a> said', person)
    assert "My own page." in (site / "entities/people/geng-shuang/index.html").read_text(encoding="utf-8")
    handbook = (site / "handbook/register/index.html").read_text(encoding="utf-8")
    assert "entities/people/kim-jong-un/" not in handbook[handbook.index("<article") :]


def test_an_old_address_leads_to_the_new_one(project: Path, tmp_path: Path) -> None:
    register = (project / "entities.yml").read_text(encoding="utf-8")
    write_files(project, {"entities.yml": f"{register}\nredirects: {{dprk: north-korea}}\n"})
    assert build_site(project / "mkdocs.yml", tmp_path / "built").returncode == 0
    for folder, target in (("places", "../north-korea/"), ("people", "../../places/north-korea/")):
        page = (tmp_path / "built/entities" / folder / "dprk/index.html").read_text(encoding="utf-8")
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
        assert f'<a data-preview="" href="{target}">North Korea</a>' in page


BAD = {
    "seeds/empty.txt": b"",
    "seeds/noise.txt": b"Advertisement\n\n00:51\n",
    "seeds/latin.txt": "Le café est fermé, où l'été fut court, a déclaré la préfète Ri Thae Song.".encode("cp1252"),
    "seeds/list.txt": b"---\n- a\n- b\n---\nA text that follows a list where fields should be, of enough words.\n",
    "seeds/date.txt": b"---\ndate: 2019-02-30\n---\nA text with a date in front that is none, of enough words.\n",
    "seeds/picture.png": b"\x89PNG\r\n\x1a\n",
    "entities.yml": b"""\
entities:
  - {name: Kim Jong Un, kind: person, aliases: [Leader]}
  - {name: Ri Thae Song, kind: person, aliases: [Leader]}
  - {name: Oslo, kind: city}
  - {name: Kim Jong-Un, id: kim-jong-un, kind: person}
""",
}
SAID = (
    r"entities\.yml:4: error: `kind: city` should be 'person', .* \(known are person, .*\)",
    r"entities\.yml:5: error: duplicate id `kim-jong-un` \(line 2 has it already: merge the two, .*\)",
    r"entities\.yml:3: note: `Leader` names both Kim Jong Un \(line 2\) and Ri Thae Song \(it is linked only where .*\)",
    r"seeds/empty\.txt: warning: the seed is empty \(put the article's text into it, or delete it\)",
    r"seeds/noise\.txt: error: no paragraph is left; all was taken as time-code, advertisement|advertisement, time-code \(.*\)",
    r"seeds/latin\.txt:1: warning: not UTF-8; read as \w+, which was guessed \(.*save the file as UTF-8\)",
    r"seeds/list\.txt:1: warning: the fields are no mapping of names to values \(write one `name: value` a line\)",
    r"seeds/date\.txt:2: warning: `date: 2019-02-30` is no date \(write it as 2019-12-30, 2019-12 or 2019\)",
    r"seeds/picture\.png: error: no reader for \.png \(save it as one of \.txt, \.md, .*\)",
)


def test_bad_input_is_said_and_the_rest_builds(project: Path, tmp_path: Path) -> None:
    write_files(project, BAD)
    site = tmp_path / "built"
    loose = run(script("mkdocs"), "build", "-f", project / "mkdocs.yml", "-d", site)
    assert loose.returncode == 0
    for said in SAID:
        assert re.search(said, loose.stderr), said
    titles = [path.parent.name for path in (site / "articles").glob("*/index.html")]
    assert len(titles) == 5
    assert (site / "entities/people/kim-jong-un/index.html").exists()
    assert build_site(project / "mkdocs.yml", site).returncode == 1


def test_no_seeds_folder_is_one_clear_sentence(project: Path, tmp_path: Path) -> None:
    path = project / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("seeds: seeds", "seeds: texts"), encoding="utf-8")
    done = build_site(path, tmp_path / "built")
    assert done.returncode == 1
    assert "no seeds folder at texts: make it, or set `seeds`" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_shows_an_edit_of_a_seed_and_of_the_register(project: Path) -> None:
    port = free_port()
    command = [script("mkdocs"), "serve", "--dirty", "-f", project / "mkdocs.yml", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/dossier/"
            wait_for(f"{address}articles/", "UN Security Council members")
            write_files(project, {"seeds/new.txt": "Ada Vance spoke of the harbour toll on Monday, and was heard."})
            wait_for(f"{address}articles/", "Ada Vance spoke of the harbour toll")
            write_files(project, {"entities.yml": "entities:\n  - {name: Ada Vance, kind: person}\n"})
            wait_for(f"{address}entities/people/ada-vance/", "1 mention in 1 article")
        finally:
            server.terminate()


def wait_for(url: str, words: str, seconds: float = 30) -> None:
    """Ask until the words are on the page."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - this machine's own server
                if words in response.read().decode():
                    return
        except OSError:
            pass
        assert time.monotonic() < until, f"{words!r} never came to {url}"
        time.sleep(0.2)
