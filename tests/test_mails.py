"""Mails, mailboxes and saved pages: every part that holds words is read, or told."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_formats import FORMATS
from test_readers import Reading, fields, only, said

from dossier import Dossier
from dossier.model import Block, Line
from dossier.readers.mail_parts import not_said

Make = Callable[..., Dossier]
FERRY = "The ferry lay in the harbour for a third day."
QUAY = "The quay in North Harbour opened at noon."


def multipart(kind: str, parts: Sequence[tuple[str, str]], head: str = "Subject: Ferry\nMIME-Version: 1.0\n") -> str:
    """A mail of parts; each is its head and its text."""
    mark = f"mark-{kind.partition('/')[2]}"
    texts = "".join(f"--{mark}\n{part}\n\n{text}\n" for part, text in parts)
    return f'{head}Content-Type: {kind}; boundary="{mark}"\n\n{texts}--{mark}--\n'


def shown(reading: Reading, article: int = 0) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(line.text for line in block.lines)) for block in reading.documents[article].blocks]


PLAIN, HTML = "Content-Type: text/plain", "Content-Type: text/html"


def test_of_two_forms_of_a_text_only_what_is_new_is_added(tmp_path: Path) -> None:
    plain = FERRY.replace(" for ", "\nfor ") + "\n\nRead it at https://coast.example/1\n\nOnly the plain text says so."
    html = f"<p>{FERRY.replace('harbour', '<b>harbour</b>')}</p><p>Read it at <a href='https://coast.example/1'>this place</a></p>"
    reading = only(tmp_path, "a.eml", multipart("multipart/alternative", [(PLAIN, plain), (HTML, html)]))
    assert shown(reading) == [
        ("paragraph", FERRY),
        ("paragraph", "Read it at this place"),
        ("page", "Only the plain text says so."),
    ]


def test_words_in_another_order_are_another_text(tmp_path: Path) -> None:
    forms = [
        (PLAIN, "The company says no and the crew says yes."),
        (HTML, "<p>The crew says no and the company says yes.</p>"),
    ]
    reading = only(tmp_path, "a.eml", multipart("multipart/alternative", forms))
    assert [kind for kind, _ in shown(reading)] == ["paragraph", "page"]


def test_an_empty_page_beside_a_text_is_not_preferred(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.eml", multipart("multipart/alternative", [(PLAIN, FERRY), (HTML, "<p> </p>")]))
    assert shown(reading) == [("paragraph", FERRY)]


def test_what_is_attached_within_one_of_two_forms_is_read(tmp_path: Path) -> None:
    mixed = multipart(
        "multipart/mixed",
        [
            (HTML, f"<p>{FERRY}</p>"),
            (f'{PLAIN}\nContent-Disposition: attachment; filename="q.txt"', QUAY),
            (HTML, "<p>And so on.</p>"),
        ],
        head="",
    )
    head, _, body = mixed.partition("\n\n")
    reading = only(tmp_path, "a.eml", multipart("multipart/alternative", [(PLAIN, FERRY), (head, body)]))
    assert shown(reading) == [("paragraph", FERRY), ("paragraph", "And so on.")]
    assert shown(reading, 1) == [("paragraph", QUAY)]


@given(
    st.lists(st.lists(st.sampled_from("ferry quay crew pay noon 船 港".split()), min_size=1, max_size=8), max_size=5),
    st.data(),
)
def test_no_word_of_another_form_is_lost(paragraphs: list[list[str]], data: st.DataObject) -> None:
    blocks = [Block("paragraph", (Line(1, " ".join(words)),)) for words in paragraphs]
    there = data.draw(st.lists(st.sampled_from(blocks), max_size=3)) if blocks else []
    kept = list(not_said(blocks, there))
    have = {word for block in (*kept, *there) for line in block.lines for word in line.text.split()}
    assert {word for words in paragraphs for word in words} <= have
    assert not [block for block in kept if any(block is each for each in there)]


@pytest.mark.parametrize(
    ("parameters", "text", "blocks"),
    [
        ("", "One two \nthree.\nFour.", [("paragraph", "One two  three."), ("paragraph", "Four.")]),
        ("; delsp=yes", "船が 港に \nいた。", [("paragraph", "船が 港にいた。")]),
        ("", ">> Old \n>> words.\n> Newer \nMine.", [("quote", "Old  words."), ("quote", "Newer "), ("paragraph", "Mine.")]),
        ("", " >no quote \n From here.", [("paragraph", ">no quote  From here.")]),
        ("", "Text.\n-- \nAda\nCoast News\n\nAfter.", [("paragraph", "Text."), ("page", "--  Ada Coast News"), ("paragraph", "After.")]),
        ("", "Text \n-- \nAda", [("paragraph", "Text "), ("page", "--  Ada")]),
    ],
)  # fmt: skip
def test_flowed_text(tmp_path: Path, parameters: str, text: str, blocks: list[tuple[str, str]]) -> None:
    mail = f"Subject: Ferry\nContent-Type: text/plain; charset=utf-8; format=flowed{parameters}\n\n{text}\n"
    assert shown(only(tmp_path, "a.eml", mail)) == blocks


def test_a_signature_is_no_part_of_the_article(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.eml", f"Subject: Ferry\n\n{FERRY}\n-- \nAda Vance\nCoast News\n\n{QUAY}\n")
    assert shown(reading) == [("paragraph", FERRY), ("page", "--  Ada Vance Coast News"), ("paragraph", QUAY)]


def test_what_is_attached_is_read_or_told_by_its_name(tmp_path: Path) -> None:
    def attached(name: str, kind: str, content: bytes) -> tuple[str, str]:
        head = f'Content-Type: {kind}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="{name}"'
        return head, base64.encodebytes(content).decode()

    inner = f"Subject: Quay\nFrom: Bo Lind <b@b.example>\n\n{QUAY}"
    mail = multipart(
        "multipart/mixed",
        [
            (PLAIN, FERRY),
            attached("letter.docx", "application/octet-stream", (FORMATS / "letter.docx").read_bytes()),
            attached("letter", "application/pdf", (FORMATS / "letter.pdf").read_bytes()),
            attached("notes.txt", "text/plain; charset=iso-8859-2", "Źródła są tu.".encode("iso-8859-2")),
            attached("quay.eml", "application/octet-stream", inner.encode()),
            attached("page.mhtml", "application/octet-stream", (FORMATS / "browser.mhtml").read_bytes()),
            attached("sums.xlsx", "application/vnd.ms-excel", b"PK"),
            attached("none.txt", "text/plain", b""),
            attached("broken.pdf", "application/pdf", b"%PDF-1.4"),
            ("Content-Type: message/rfc822", inner),
        ],
    )
    reading = only(tmp_path, "a.eml", mail)
    texts = [" ".join(line.text for block in doc.blocks for line in block.lines) for doc in reading.documents]
    assert len(texts) == 7
    assert texts[0] == FERRY
    assert texts[3:5] == ["Źródła są tu.", QUAY]
    assert texts[6] == QUAY
    assert [each.partition(" (")[0] for each in said(reading)] == [
        "0 note: the attachment sums.xlsx",
        "0 note: the attachment none.txt",
        "0 error: the attachment broken.pdf",
    ]


def test_a_mail_that_is_only_a_document(tmp_path: Path) -> None:
    content = base64.encodebytes((FORMATS / "letter.docx").read_bytes()).decode()
    head = 'Subject: x\nContent-Type: application/octet-stream; name="a.docx"\nContent-Transfer-Encoding: base64\n\n'
    assert len(only(tmp_path, "a.eml", head + content).documents) == 1


def test_a_mail_that_has_no_parts_though_it_says_so_is_a_text(tmp_path: Path) -> None:
    mail = f"Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n{FERRY}\n"
    assert shown(only(tmp_path, "a.eml", mail)) == [("paragraph", FERRY)]


def test_what_stands_around_the_parts_is_kept(tmp_path: Path) -> None:
    mail = (
        multipart("multipart/mixed", [(PLAIN, FERRY)]).replace("\n\n--mark", "\n\nBefore them.\n--mark")
        + "Behind them.\n"
    )
    assert shown(only(tmp_path, "a.eml", mail)) == [
        ("paragraph", FERRY), ("page", "Before them."), ("page", "Behind them."),
    ]  # fmt: skip


def test_parts_beyond_all_bounds_are_told(tmp_path: Path) -> None:
    many = multipart("multipart/mixed", [(PLAIN, f"Part {number}.") for number in range(600)])
    assert any("more than 500 parts" in each for each in said(only(tmp_path / "a", "a.eml", many)))
    deep = f"{PLAIN}\n\nThe deepest."
    for depth in range(20):
        deep = f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n{deep}\n--b{depth}--\n"
    told = said(only(tmp_path / "b", "a.eml", f"Subject: x\nMIME-Version: 1.0\n{deep}"))
    assert [each.partition(": ")[2] for each in told] == ["the attachment 1 (multipart/mixed) was not read"]


ENVELOPE = "From ada@coast.example Wed Mar  3 06:40:00 2021"


def mailbox(*texts: str) -> str:
    return "".join(f"{ENVELOPE}\nSubject: {number}\n\n{text}\n\n" for number, text in enumerate(texts, 1))


@pytest.mark.parametrize(
    "line", ["From here on it is simple.", "From Wed Mar 3 on: nothing.", ENVELOPE, "From ada@coast.example 2021"]
)
def test_a_line_that_begins_with_from_splits_no_mail(tmp_path: Path, line: str) -> None:
    reading = only(tmp_path, "a.mbox", mailbox(f"One.\n\n{line}\nand more.", f"Two:\n{line}\nNote: it goes on."))
    words = [" ".join(line.text for block in doc.blocks for line in block.lines) for doc in reading.documents]
    assert words == [f"One. {line} and more.", f"Two: {line} Note: it goes on."]


@pytest.mark.parametrize(
    "envelope",
    [
        ENVELOPE,
        "From - Wed Mar 03 06:40:00 2021",
        "From 123@xxx Wed Mar 03 06:40:00 +0000 2021",
        "From MAILER-DAEMON Wed Mar  3 06:40 2021",
        "From a@b Wed, 3 Mar 2021 06:40:00 +0100",
    ],
)
def test_envelopes(tmp_path: Path, envelope: str) -> None:
    reading = only(tmp_path, "a.mbox", mailbox("One.", "Two.").replace(ENVELOPE, envelope).replace("\n", "\r\n"))
    assert [shown(reading, number) for number in (0, 1)] == [[("paragraph", "One.")], [("paragraph", "Two.")]]


def test_a_line_that_was_escaped_is_as_it_was(tmp_path: Path) -> None:
    ((_, text),) = shown(only(tmp_path, "a.mbox", mailbox(">From here on.\n>>From there on.\n> From quoted.")))
    assert text == "From here on. >From there on. > From quoted."


def test_what_stands_before_the_first_mail_is_read(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.mbox", f"Subject: Ferry\n\n{FERRY}\n\n{mailbox(QUAY)}")
    assert [shown(reading, number) for number in (0, 1)] == [[("paragraph", FERRY)], [("paragraph", QUAY)]]


def test_a_head_that_no_library_reads_takes_no_words(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.eml", f"Subject: Ferry\nFrom: <\n\n{FERRY}")
    assert shown(reading) == [("paragraph", FERRY)]
    assert fields(reading)["title"] == ("Ferry",)


def test_the_frames_of_a_saved_page_are_kept(make_dossier: Make) -> None:
    article = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{FERRY}</p><p>{QUAY}</p></article></body></html>"
    parts = [
        (HTML, article),
        (HTML, "<p>Words of a frame.</p>"),
        ("Content-Type: text/css", "p {}"),
        ("Content-Type: application/pdf", "x"),
    ]
    dossier = make_dossier({"a.mhtml": multipart("multipart/related", parts)})
    (found,) = (each.article for each in dossier.articles)
    assert "Words of a frame." in [each.text for each in found.removed if each.rule == "page"]
    assert [each.text for each in found.paragraphs][-2:] == [FERRY, QUAY]
    assert any(
        "parts of the saved page that were not read: 1 application/pdf" in each.message for each in dossier.diagnostics
    )


def test_a_page_of_nothing_but_frames_is_what_its_fullest_frame_says(tmp_path: Path) -> None:
    frames = "<frameset><frame src='a'><frame src='b'><noframes>No frames here.</noframes></frameset>"
    reading = only(
        tmp_path,
        "a.mhtml",
        multipart("multipart/related", [(HTML, frames), (HTML, "<p>Menu</p>"), (HTML, f"<p>{FERRY}</p><p>{QUAY}</p>")]),
    )
    kinds = {text: kind for kind, text in shown(reading)}
    assert kinds[FERRY] == "paragraph"
    assert kinds["Menu"] == kinds["No frames here."] == "page"
