"""Real files of every format, as their programs wrote them."""

from __future__ import annotations

import builtins
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_readers import fields, only, read, said

from dossier import Article, Dossier, Settings, build
from dossier.readers import READERS

FORMATS = Path(__file__).with_name("formats")
Make = Callable[..., Dossier]

FERRY = "Ferry strike enters third day"
QUAY = "Quay reopens after vote"


def articles(tmp_path: Path, *names: str, **options: Any) -> list[Article]:
    (tmp_path / "seeds").mkdir()
    for name in names:
        shutil.copy(FORMATS / name, tmp_path / "seeds")
    dossier = build(Settings(seeds=tmp_path / "seeds", entities=tmp_path / "none.yml", root=tmp_path, **options))
    return sorted((each.article for each in dossier.articles), key=lambda article: article.location)


def kinds(article: Article) -> list[str]:
    return [paragraph.kind for paragraph in article.paragraphs]


def test_there_is_a_real_file_of_every_format() -> None:
    there = {suffix for suffix in READERS for path in FORMATS.iterdir() if path.name.endswith(suffix)}
    same = {".htm": ".html", ".mht": ".mhtml", ".xml": ".rss", ".warc": ".warc.gz", ".txt": ".txt", ".md": ".md"}
    assert {same.get(suffix, suffix) for suffix in READERS} - there <= {".txt", ".md"}


@pytest.mark.parametrize("name", ["saved.html", "browser.html", "browser.mhtml"])
def test_a_saved_page(tmp_path: Path, name: str) -> None:
    (article,) = articles(tmp_path, name)
    assert article.title.value == FERRY
    assert article.title.source == "stated"
    assert article.authors.value == ("Ada Vance", "Bo Lind")
    assert article.outlet.value == "Coast News"
    assert article.url.value == "https://coast.example/2021/03/03/ferry-strike"
    assert article.section.value == "Harbour"
    assert article.keywords.value == ("ferries", "strikes", "North Harbour")
    assert article.language.value == "en"
    assert article.date.value is not None
    assert article.date.value.iso == "2021-03-03"
    assert kinds(article) == [
        "paragraph", "caption", "paragraph", "paragraph", "heading", "paragraph", "list", "list", "list", "quote",
        "paragraph",
    ]  # fmt: skip
    (link,) = (link for paragraph in article.paragraphs for link in paragraph.links)
    assert link.url == "https://coast.example/marianne"
    assert {"Share", "Most read", "© 2021 Coast News. All rights reserved."} <= {each.text for each in article.removed}


def test_the_time_and_the_change_that_a_page_states(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "saved.html")
    assert article.date.value is not None
    assert article.updated.value is not None
    assert article.date.value.precise == "2021-03-03T06:40+01:00"
    assert article.date.evidence == "its JSON-LD (datePublished)"
    assert article.updated.value.precise == "2021-03-03T11:05+01:00"


def test_lines_of_a_page_are_those_of_its_file(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "saved.html")
    lines = (FORMATS / "saved.html").read_text(encoding="utf-8").split("\n")
    for paragraph in article.paragraphs:
        around = " ".join(lines[paragraph.lines[0] - 1 : paragraph.lines[0] + 1])
        assert " ".join(paragraph.text.split()[:3]) in around


@pytest.mark.parametrize(("name", "unit"), [("letter.docx", "paragraph"), ("letter.pdf", "page")])
def test_a_letter(tmp_path: Path, name: str, unit: str) -> None:
    (article,) = articles(tmp_path, name)
    assert article.unit == unit
    assert article.title.value == FERRY
    assert article.authors.value == ("Ada Vance",)
    assert article.date.value is not None
    assert article.date.value.iso == "2021-03-03"
    assert kinds(article) == ["paragraph", "paragraph", "heading", "paragraph", "list", "list", "list", "paragraph"]
    assert article.paragraphs[0].text.endswith("ran out of bread before noon.")


def test_a_page_printed_to_pdf(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "browser.pdf")
    assert article.title.value == FERRY
    assert article.title.source == "inferred"
    assert any("break off again" in paragraph.text for paragraph in article.paragraphs)  # it is set with a ligature


def test_a_mail_and_what_is_attached(tmp_path: Path) -> None:
    mail, letter = articles(tmp_path, "mail.eml")
    assert (mail.location.record, letter.location.record) == (1, 2)
    assert mail.title.value == letter.title.value == FERRY
    assert mail.authors.value == ("Ada Vance",)
    assert mail.title.evidence == "its subject"
    assert kinds(letter)[2] == "heading"
    assert mail.name_digest != letter.name_digest


def test_a_mailbox(tmp_path: Path) -> None:
    found = articles(tmp_path, "sent.mbox")
    assert [(article.location.record, article.title.value) for article in found] == [(1, QUAY), (2, FERRY), (2, FERRY)]


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom"])
def test_a_feed(tmp_path: Path, name: str) -> None:
    quay, ferry = articles(tmp_path, name)
    assert (quay.title.value, ferry.title.value) == (QUAY, FERRY)
    assert {quay.outlet.value, ferry.outlet.value} == {"Coast News"}
    assert ferry.authors.value == ("Ada Vance",)
    assert ferry.url.value == "https://coast.example/news/ferry-strike/"
    assert ferry.date.value is not None
    assert ferry.date.value.precise == "2021-03-03T06:40+01:00"
    assert [link.url for paragraph in ferry.paragraphs for link in paragraph.links] == [
        "https://coast.example/marianne"
    ]


@pytest.mark.parametrize("name", ["records.json", "records.jsonl"])
def test_records(tmp_path: Path, name: str) -> None:
    ferry, quay = articles(tmp_path, name)
    assert (ferry.title.value, ferry.authors.value) == (FERRY, ("Ada Vance", "Bo Lind"))
    assert [paragraph.text for paragraph in quay.paragraphs] == [
        "The crew of the Marianne voted for two per cent on Saturday.",
        "The quay in North Harbour opened at noon.",
    ]
    assert [f"{each.rule}: {each.text}" for each in ferry.removed] == ["front-matter: views: 412"]
    assert ferry.outlet.evidence == "its field source"


def test_an_archive(tmp_path: Path) -> None:
    found = {article.title.value: article for article in articles(tmp_path, "pages.warc.gz")}
    assert {FERRY, QUAY} <= set(found)
    assert found[FERRY].location.record == 7
    assert found[FERRY].url.source == "stated"


def test_a_record_keeps_its_slug_when_others_are_added_before_it(tmp_path: Path) -> None:
    record = '{"id": "f-1", "title": "One", "text": "The ferry lay in the harbour."}\n'
    before = only(tmp_path / "a", "x.jsonl", record).documents[0].name_digest
    after = only(tmp_path / "b", "x.jsonl", '{"id": "f-0", "text": "The quay is open."}\n' + record)
    assert before == after.documents[1].name_digest != after.documents[0].name_digest


def test_two_records_of_one_id(tmp_path: Path) -> None:
    reading = only(tmp_path, "x.jsonl", '{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n')
    assert len({doc.name_digest for doc in reading.documents}) == 2


def test_the_names_of_fields_that_the_user_gives(tmp_path: Path) -> None:
    only(tmp_path, "x.jsonl", '{"meta": {"head": "Ferry"}, "story": "The ferry lay in the harbour.", "day": "2021"}\n')
    reading = read(tmp_path, **{"meta.head": "title", "story": "text", "day": "date"})["x.jsonl"]
    assert fields(reading) == {"title": ("Ferry",), "date": ("2021",)}
    assert reading.diagnostics == []


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("saved.html", "trafilatura", "html"), ("letter.pdf", "pdfminer", "pdf"), ("pages.warc.gz", "warcio", "warc")],
)
def test_a_missing_library_is_one_diagnostic_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    real = builtins.__import__

    def missing(module: str, *rest: Any) -> Any:
        if module.partition(".")[0] == library:
            raise ImportError(module)
        return real(module, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    shutil.copy(FORMATS / name, tmp_path)
    reading = read(tmp_path)[name]
    assert reading.documents == []
    (seen,) = reading.diagnostics
    assert seen.severity == "error"
    assert seen.hint == f"pip install 'mkdocs-dossier[{extra}]'"


def test_an_encoding_that_the_page_declares(tmp_path: Path) -> None:
    text = "Der Bürgermeister sagte, die Fähre läge schön im Hafen, und die Gäste müßten frühstücken."
    page = f'<html lang="de"><head><meta charset="iso-8859-2"></head><body><p>{text}</p></body></html>'
    reading = only(tmp_path, "a.html", page.encode("iso-8859-2"))
    assert text in [line.text for block in reading.documents[0].blocks for line in block.lines]


def test_what_is_seen_of_a_fragment(tmp_path: Path) -> None:
    page = (
        "<ol><li>one<li>two</ol><blockquote>said</blockquote><pre>a\n b</pre>first<br>second<br><br>third"
        "<p hidden>never</p><p style='display: none'>nor this</p><script>nor()</script>"
    )
    only(tmp_path, "x.json", '{"html": ' + __import__("json").dumps(page) + "}")
    (doc,) = read(tmp_path)["x.json"].documents
    assert [(block.kind, [line.text for line in block.lines]) for block in doc.blocks] == [
        ("list", ["1. one"]),
        ("list", ["2. two"]),
        ("quote", ["said"]),
        ("code", ["a", " b"]),
        ("paragraph", ["first", "second"]),
        ("paragraph", ["third"]),
        ("page", ["never"]),
        ("page", ["nor this"]),
    ]


def test_a_deep_page_loses_no_word(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.html", "<div>" * 5000 + "The ferry lay in the harbour.")
    assert [line.text for block in reading.documents[0].blocks for line in block.lines] == [
        "The ferry lay in the harbour."
    ]
    assert said(reading)[0].startswith("0 warning: not HTML that can be read")
