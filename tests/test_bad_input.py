"""Seeds that are broken, hostile or no articles: each gives a diagnostic, and the rest builds."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site, write_files
from hypothesis import given
from hypothesis import strategies as st
from test_formats import FORMATS
from test_readers import only, read, said

from dossier import Dossier, Location
from dossier.readers import READERS
from dossier.readers.html import page_contents
from dossier.readers.html_blocks import blocks_of, parse

Make = Callable[..., Dossier]
GOOD = "The ferry lay in the harbour for the third day on Wednesday, and nobody knew when it would leave again."


def cut(name: str, part: float) -> bytes:
    content = (FORMATS / name).read_bytes()
    return content[: int(len(content) * part)]


def zipped(name: str, content: str | bytes, path: Path) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path.read_bytes()


def encrypted_pdf() -> bytes:
    """The head of a PDF that asks for a password: its keys are none."""
    key = b"00" * 32
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + key + b">/U<" + key
        + b">>>>>\n%%EOF"
    )  # fmt: skip


BAD: dict[str, tuple[str, bytes, str]] = {
    "a truncated PDF": ("a.pdf", cut("letter.pdf", 0.4), "no page can be read; the file is cut off"),
    "an encrypted PDF": ("a.pdf", encrypted_pdf(), "is encrypted"),
    "no PDF at all": ("a.pdf", b"Ferry strike", "no page can be read"),
    "a text that claims to be .docx": ("a.docx", b"Ferry strike", "is no .docx: not even a zip archive"),
    "a mail without body": ("a.eml", b"Subject: Ferry\nFrom: ada@coast.example\n\n", "the mail has no text"),
    "JSON that is no article": ("a.json", b'{"a": 1, "b": {"c": []}}', "no text in this record; its fields are a, b"),
    "JSON of another kind": ("a.json", b"[1]", "is no JSON object with an article's fields"),
    "broken JSON": ("a.json", b'{"text": ', "not JSON"),
    "deep JSON": ("a.json", b"[" * 100_000, "not JSON: nested too deep"),
    "a broken line": ("a.jsonl", b"no json\n", "not JSON"),
    "XML that is no feed": ("a.xml", b"<note><to>you</to></note>", "no feed of RSS or Atom: XML of the kind <note>"),
    "no XML": ("a.rss", b"Ferry strike", "no feed of RSS or Atom: not XML"),
    "binary with the name of a feed": ("a.rss", b"\x7fELF" + bytes(range(256)), "not a text in any encoding known"),
    "an archive cut in half": ("a.warc.gz", cut("pages.warc.gz", 0.6), "cut off"),
    "no archive": ("a.warc", b"\x7fELF" + bytes(range(256)), "the archive cannot be read beyond record"),
    "binary with the name of a text": ("a.txt", bytes(range(256)) * 9, "not a text in any encoding known"),
    "binary with the name of a page": ("a.html", bytes(range(256)) * 9, "not a text in any encoding known"),
    "a saved page without page": ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nhi", "holds no web page"),
}


@pytest.mark.parametrize("case", BAD, ids=list(BAD))
def test_one_bad_seed_is_told_and_the_other_is_built(make_dossier: Make, case: str) -> None:
    name, content, message = BAD[case]
    dossier = make_dossier({name: content, "good.txt": GOOD})
    assert [each.article.seed for each in dossier.articles if each.article.seed == "good.txt"] == ["good.txt"]
    told = [each for each in dossier.diagnostics if each.location.path == f"seeds/{name}"]
    assert any(message in each.message and each.severity == "error" for each in told), told
    assert all(each.hint for each in told)


@pytest.mark.parametrize("suffix", READERS)
def test_an_empty_seed_of_every_format(tmp_path: Path, suffix: str) -> None:
    assert said(only(tmp_path, f"a{suffix}", b"")) == ["0 warning: the seed is empty"]


def test_a_zip_that_claims_to_be_docx(tmp_path: Path) -> None:
    content = zipped("a.txt", "Ferry", tmp_path / "x.zip")
    assert said(only(tmp_path / "s", "a.docx", content)) == ["0 error: is a zip archive, and no .docx"]


def test_archives_that_unfold_without_end(tmp_path: Path) -> None:
    docx = zipped("word/document.xml", b"A" * 120_000_000, tmp_path / "x.zip")
    assert "unfolds to 120,000,000 bytes" in said(only(tmp_path / "s", "a.docx", docx))[0]
    stream = zlib.compress(b"A" * 310_000_000, 9)
    pdf = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + stream + b"\nendstream endobj\ntrailer<<>>"
    assert "unfolds to more than" in said(only(tmp_path / "s", "a.pdf", pdf))[0]
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"<p>" * 8_000_000
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Length: {len(page)}\r\n"
    archive = gzip.compress(head.encode() + b"Content-Type: application/http;msgtype=response\r\n\r\n" + page, 1)
    assert "has more than 20,000,000 bytes" in said(only(tmp_path / "s", "a.warc.gz", archive))[0]


def test_entities_of_a_feed_are_not_expanded_or_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Secret.")
    entities = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{tmp_path}/secret"><!ENTITY a "aaaaaaaaaa">'
    entities += "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    feed = f"<?xml version='1.0'?>{entities}]><rss><channel><item><description>Ferry &s; &i;</description></item></channel></rss>"
    reading = only(tmp_path / "seeds", "a.xml", feed)
    words = " ".join(line.text for doc in reading.documents for block in doc.blocks for line in block.lines)
    assert "Secret" not in words
    assert len(words) < 100


def test_the_lines_that_are_records_are_read(tmp_path: Path) -> None:
    lines = '{"text": "One."}\nno json\n\n{"title": "None"}\n[]\n{"text": "Five."}\n'
    reading = only(tmp_path, "a.jsonl", lines)
    assert [doc.location.record for doc in reading.documents] == [1, 6]
    assert [str(each.location) for each in reading.diagnostics] == ["a.jsonl:2", "a.jsonl#4", "a.jsonl#5"]


def test_what_stands_before_the_cut_is_read(tmp_path: Path) -> None:
    plain = gzip.decompress((FORMATS / "pages.warc.gz").read_bytes())
    at = plain.index(b"quay-reopens")
    reading = only(tmp_path, "a.warc", plain[:at])
    assert any("ferry.html" in doc.key for doc in reading.documents)
    assert any("cut off" in each for each in said(reading))


@pytest.mark.parametrize("name", ["new\nline.txt", "🚢.txt", "نص.txt", "a" * 250 + ".txt", "-rf.txt", "a b'\"<b>.txt"])
def test_strange_names(make_dossier: Make, name: str) -> None:
    dossier = make_dossier({name: GOOD})
    assert [each.article.seed for each in dossier.articles] == [name]
    assert all("\n" not in str(each) for each in dossier.diagnostics)


def test_attachments_within_attachments_have_an_end(tmp_path: Path) -> None:
    mail = "Subject: Ferry\n\nThe ferry lay in the harbour."
    for depth in range(50):
        part = f"--{depth}\nContent-Type: message/rfc822\n\n{mail}\n--{depth}--\n"
        mail = f"Subject: {depth}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary={depth}\n\n{part}"
    reading = only(tmp_path, "a.eml", mail)
    assert len(reading.documents) + len(reading.diagnostics) >= 1


SHAPES = [
    "<li>x",
    "<br>ferry",
    "<h1>x</h1>",
    "<ol><li>x</ol>",
    "<div><p>x",
    "<b><i>",
    "<!--",
    "<a href='",
    "&amp;",
    "<<<",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_takes_long_or_loses_a_word(shape: str) -> None:
    contents = page_contents(shape * (300_000 // len(shape)), Location("a.html"))
    words = {word for block in contents.blocks for line in block.lines for word in line.text.split()}
    assert {word.strip("<>&1.") for word in words} >= set(re.findall(r"(?<=>)(?:x|ferry)", shape))


@given(st.text(alphabet="<>/ab pdivl='\"&;!- \n", max_size=200))
def test_any_markup_is_read(text: str) -> None:
    tree = parse(text)
    for block in () if tree is None else blocks_of(tree):
        joined = " ".join(line.text for line in block.lines)
        assert all(0 <= link.start < link.end <= len(joined) for link in block.links)


def test_a_site_of_bad_and_good_seeds_builds(project: Path) -> None:
    write_files(
        project / "seeds", {f"{number}-{name}": content for number, (name, content, _) in enumerate(BAD.values())}
    )
    for path in FORMATS.iterdir():
        if path.name != "README.md":
            shutil.copy(path, project / "seeds")
    (project / "seeds" / "link.txt").symlink_to("/etc/hosts")
    done = build_site(project / "mkdocs.yml", project / "site")
    assert done.returncode == 1  # strict: there is something to mend
    assert "link.txt: error: leads outside the seeds folder" in done.stderr
    command = [
        shutil.which("mkdocs", path=os.fspath(Path(os.sys.executable).parent)),
        "build",
        "-q",
        "-f",
        "mkdocs.yml",
    ]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert len(list((project / "site" / "articles").glob("*ferry-strike*/index.html"))) >= 8


def test_half_a_letter_stops_nothing(make_dossier: Make) -> None:
    dossier = make_dossier({"a.json": r'{"title": "Ferry \ud83d", "text": "The ferry lay in the harbour \ud83d."}'})
    (article,) = (each.article for each in dossier.articles)
    assert article.title.value == "Ferry \ufffd"


def test_what_stands_behind_a_deep_part_of_a_page_is_read(tmp_path: Path) -> None:
    page = f"<p>{GOOD}</p>" + "<div>" * 300 + "deep" + "</div>" * 300 + "<p>behind</p>"
    reading = only(tmp_path, "a.html", page)
    words = " ".join(line.text for doc in reading.documents for block in doc.blocks for line in block.lines)
    assert "deep" in words
    assert "behind" in words


def test_a_bad_mail_stops_no_other(tmp_path: Path) -> None:
    mails = [f"From a@b Mon Mar 01 00:00:00 2021\nSubject: {n}\n{head}\n\nThe ferry {n} lay in the harbour.\n\n" for n, head in
             enumerate(("From: Ada <a@b>", "From: <\nMessage-ID: <", "From: Bo <b@b>"))]  # fmt: skip
    reading = only(tmp_path, "a.mbox", "".join(mails))
    assert {"The ferry 0 lay in the harbour.", "The ferry 2 lay in the harbour."} <= {
        line.text for doc in reading.documents for block in doc.blocks for line in block.lines
    }


def test_a_slug_takes_no_article_away(make_dossier: Make) -> None:
    digest = hashlib.sha256(b"c.txt").hexdigest()[:8]
    slugs = {"a.txt": f"foo-{digest}", "b.txt": "foo", "c.txt": "foo"}
    dossier = make_dossier({name: f"---\nslug: {slug}\n---\n{GOOD} It was {name}." for name, slug in slugs.items()})
    assert len({each.article.id for each in dossier.articles}) == 3


def test_the_longest_text_of_a_record_is_the_article_and_none_is_lost(make_dossier: Make) -> None:
    record = json.dumps({"content": {"rendered": "<p>A teaser</p>"}, "title": {"rendered": "Ferry"}, "body": GOOD})
    (article,) = (each.article for each in make_dossier({"a.json": record}).articles)
    assert (article.title.value, [each.text for each in article.paragraphs]) == ("Ferry", [GOOD])
    assert [each.text for each in article.removed] == ["content: <p>A teaser</p>"]


def test_what_a_feed_says_of_a_picture_is_not_its_text(tmp_path: Path) -> None:
    feed = (
        '<rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item><m:description>A quay.</m:description>'
        f"<description>{GOOD}</description></item></channel></rss>"
    )
    (doc,) = only(tmp_path, "a.rss", feed).documents
    assert [(block.kind, block.lines[0].text) for block in doc.blocks] == [
        ("fields", "media description: A quay."),
        ("paragraph", GOOD),
    ]


def test_every_part_of_a_mail_that_is_shown_is_read(tmp_path: Path) -> None:
    parts = "".join(f"--x\nContent-Type: {kind}\n\n{text}\n" for kind, text in
                    (("text/plain", "First."), ("image/png", "no"), ("text/plain", "Second.")))  # fmt: skip
    mail = f"Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n{parts}--x--\n"
    (doc,) = only(tmp_path, "a.eml", mail).documents
    assert [block.lines[0].text for block in doc.blocks] == ["First.", "Second."]


def test_a_link_to_a_folder_outside_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "link").symlink_to(tmp_path / "out")
    assert said(read(tmp_path / "seeds")["link"]) == ["0 error: leads outside the seeds folder"]


@pytest.mark.parametrize(
    "line", ["published" + " " * 50_000 + "x", "2021-01-01" + " " * 50_000 + "x", "By A" + " b" * 50_000]
)
def test_a_long_line_at_the_top_takes_no_time(make_dossier: Make, line: str) -> None:
    make_dossier({"a.txt": f"{line}\n\n{GOOD}", "b.html": f"<p>Date{line}</p><p>{GOOD}</p>"})


def warc_record(kind: str, status: str = "200 OK", form: str = "text/html", more: str = "") -> bytes:
    page = f"HTTP/1.1 {status}\r\nContent-Type: {form}\r\n\r\n<p>{GOOD}</p>".encode()
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://x.example/{kind}\r\n{more}"
    return f"{head}Content-Type: application/http\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n"


def test_records_of_an_archive_that_hold_no_page_are_told_together(tmp_path: Path) -> None:
    records = [
        warc_record("response"),
        *[warc_record("revisit")] * 3,
        *[warc_record("response", "404 Not Found")] * 2,
        warc_record("response", form="image/png"),
        warc_record("response", more="WARC-Truncated: length\r\n"),
    ]
    reading = only(tmp_path, "a.warc", b"".join(records))
    assert [doc.location.record for doc in reading.documents] == [1, 8]
    cut, passed = (each for each in said(reading) if "could not be told" not in each)
    assert cut == "0 warning: http://x.example/response was cut off when it was saved (length); what is there was read"
    assert passed == ("0 note: 6 of 8 records hold no page and were not read: 3 revisit, 2 status 404, 1 image/png")
    reading = only(tmp_path, "b.warc", b"".join(records[1:4]))
    assert said(reading) == ["0 warning: no page in 3 records: 3 revisit"]
