"""Feeds of every kind, well-formed or not: each entry once, and every word of it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from test_readers import Reading, fields, only, said

from dossier.readers.well_formed import well_formed, without_prologue

FERRY = "The ferry lay in the harbour for a third day."
QUAY = "The quay opened at noon."


def words(reading: Reading) -> list[str]:
    """The words of each article."""
    return [" ".join(line.text for block in doc.blocks for line in block.lines) for doc in reading.documents]


def rss(inner: str, head: str = "<?xml version='1.0'?>") -> str:
    names = "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'"
    return f"{head}<rss version='2.0' {names}>\n<channel>\n<title>Coast News</title>\n{inner}\n</channel>\n</rss>"


def entry(text: str, title: str = "Ferry") -> str:
    return f"<item><title>{title}</title><description>{text}</description></item>\n"


def test_the_encoding_that_a_feed_declares(tmp_path: Path) -> None:
    text = "Łódź: źródła i święta."
    feed = rss(entry(text), "<?xml version='1.0' encoding='iso-8859-2'?>").encode("iso-8859-2")
    reading = only(tmp_path, "a.rss", feed)
    assert (words(reading), said(reading)) == ([text], [])


def test_letters_that_were_encoded_twice_are_repaired_in_a_feed_too(tmp_path: Path) -> None:
    reading = only(tmp_path, "a.rss", rss(entry("She saidÂ â€œneverâ€\x9d in the cafÃ©.")))
    assert words(reading) == ["She said\xa0“never” in the café."]
    assert len(said(reading)) == 1


BROKEN = {
    "bare signs": (entry("AT&T said 3<4, R&D; and a < b & c &amp d."), ["AT&T said 3<4, R&D; and a < b & c & d."]),
    "names of HTML": (entry("Caf&eacute;&nbsp;one &mdash; two"), ["Café\xa0one — two"]),
    "an entry without end": (f"<item><title>One<description>{FERRY}{entry(QUAY)}", ["", QUAY]),
    "an end too many": (f"{entry(FERRY)}</p></channel></rss>{entry(QUAY)}", [FERRY, QUAY]),
    "HTML as it is": (entry("<p>One<br>two<img src=x>three<p>four"), ["One two three four"]),
    "no end of marked text": (
        f"{entry(FERRY)}<item><description><![CDATA[One]] two</description></item>",
        [FERRY, "One]] two"],
    ),
    "no end of a comment": (f"{entry(FERRY)}<item><description>One <!-- two</description></item>", [FERRY, "One two"]),
    "an end of marked text without beginning": (entry("One ]]> two"), ["One ]]> two"]),
    "a prefix nobody declared": (f"<item><dc:creator>Ada</dc:creator><x:encoded>{FERRY}</x:encoded></item>", [FERRY]),
    "attributes": (f"<item id=5 a='1' a='2' b='&'><description>{FERRY}</description></item>", [FERRY]),
    "a tag without end": (entry("a <b>b c"), ["a b c"]),
    "characters that XML has not": (entry("One&#1; &#xD800; two"), ["One \ufffd two"]),
    "words in no element": (f"<item>{FERRY}</titel></item>{entry(QUAY)}", [FERRY, QUAY]),
    "cut off": (f"{entry(FERRY)}<item><title>Q</title><description>{QUAY[:9]}", [FERRY, "The quay"]),
    "too deep": (entry("<div>" * 3000 + FERRY + "</div>" * 3000) + entry(QUAY), [FERRY, QUAY]),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_feed_that_is_not_well_formed_keeps_its_words(tmp_path: Path, case: str) -> None:
    inner, expected = BROKEN[case]
    end = "" if case == "cut off" else "</channel></rss>"
    feed = f"<rss>\n<channel>\n{inner}{end}"
    reading = only(tmp_path, "a.rss", feed)
    found = [" ".join(text.split(" ")) for text in words(reading)]
    if case == "an entry without end":
        assert QUAY in found
        assert any(FERRY in text for text in [*found, *said(reading)])
    else:
        assert [text.removeprefix("creator: Ada ").strip() for text in found] == [text.strip() for text in expected]
    (told,) = (each for each in said(reading) if "not well-formed" in each)
    assert re.match(r"[1-9]\d* warning: ", told)


@given(
    st.text(alphabet="<>/&;ab !-[]?'\"=\n", max_size=120),
    st.sampled_from(["", "<![CDATA[", "<!--", "<?x", "<!DOCTYPE a [", "</rss>", "<item>"]),
)
@example(">]", "<![CDATA[")
def test_whatever_is_mended_can_be_parsed(text: str, piece: str) -> None:
    mended = well_formed(without_prologue(f"<rss>{text}{piece}{text[::-1]}x1"))
    root = etree.fromstring(mended)
    assert "".join(root.itertext()).endswith("1") or "<!--" in text + piece or "<?" in text + piece


@pytest.mark.parametrize(
    "shape", ["<![CDATA[", "<!--", "<?", "<a ", "<a b=' ", "&", "</a", "<item>", "<a>", "]]>", "<a" + " " * 300]
)
def test_mending_takes_no_long_time(shape: str) -> None:
    begin = time.perf_counter()
    well_formed("<rss>" + shape * (500_000 // len(shape)))
    without_prologue(shape * (500_000 // len(shape)))
    assert time.perf_counter() - begin < 10


def test_an_entry_within_another_counts_once(tmp_path: Path) -> None:
    reading = only(
        tmp_path, "a.rss", rss(f"<item><title>A</title>{entry(QUAY, 'B')}<description>{FERRY}</description></item>")
    )
    assert words(reading) == [FERRY, QUAY]
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><source><title>Island Post</title>"
        f"<entry><title>B</title><content>{QUAY}</content></entry></source><content>{FERRY}</content></entry></feed>"
    )
    assert words(only(tmp_path, "b.atom", atom)) == [f"source: Island Post {FERRY}", QUAY]


def test_a_feed_of_rdf(tmp_path: Path) -> None:
    feed = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel rdf:about='https://coast.example/'><title>Coast News</title><items><rdf:Seq><rdf:li rdf:resource='x'/></rdf:Seq></items></channel>"
        f"<item rdf:about='x'><title>Ferry</title><link>https://coast.example/1</link><description>{FERRY}</description><dc:creator>Ada Vance</dc:creator></item></rdf:RDF>"
    )
    reading = only(tmp_path, "a.xml", feed)
    assert words(reading) == [FERRY]
    assert fields(reading) == {
        "title": ("Ferry",), "url": ("https://coast.example/1",), "authors": ("Ada Vance",), "outlet": ("Coast News",),
    }  # fmt: skip


def test_text_of_atom_as_elements(tmp_path: Path) -> None:
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:h='http://www.w3.org/1999/xhtml'><entry><title>A</title>"
        f"<content type='xhtml'><h:div><h:p>{FERRY} <h:em>Now</h:em> 3 &lt; 4.</h:p><h:iframe src='x'/><h:ul><h:li>{QUAY}</h:li></h:ul></h:div></content>"
        "</entry><entry><title>B</title><content type='text'>One &lt;b> two.</content></entry></feed>"
    )
    reading = only(tmp_path, "a.atom", feed)
    assert [(block.kind, block.lines[0].text) for doc in reading.documents for block in doc.blocks] == [
        ("paragraph", f"{FERRY} Now 3 < 4."),
        ("list", QUAY),
        ("paragraph", "One <b> two."),
    ]


def test_the_fullest_text_is_the_article(tmp_path: Path) -> None:
    inner = f"<item><description>{QUAY}</description><content:encoded><![CDATA[<p>{FERRY}</p><p>A &amp; B</p>]]></content:encoded></item>"
    reading = only(tmp_path, "a.rss", rss(inner))
    assert words(reading) == [f"description: {QUAY} {FERRY} A & B"]
    assert said(reading) == []


def test_what_is_said_of_a_film_is_the_text_where_there_is_no_other(tmp_path: Path) -> None:
    inner = f"<item><title>Ferry</title><media:group><media:title>Film</media:title><media:description>{FERRY}\n\n{QUAY}</media:description></media:group></item>"
    reading = only(tmp_path, "a.rss", rss(inner))
    assert [block.lines[0].text for block in reading.documents[0].blocks if block.kind == "paragraph"] == [FERRY, QUAY]


def test_no_entity_is_defined_in_an_attribute_either(tmp_path: Path) -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    for doctype in (f"<!DOCTYPE rss [{entities}]>", f"<!DOCTYPE rss SYSTEM 'a>b' [{entities}]>"):
        feed = rss(
            f"<item><category term='&i;'/><description>{FERRY} &i;</description></item>",
            f"<?xml version='1.0'?>{doctype}",
        )
        reading = only(tmp_path, "a.rss", feed)
        assert words(reading) == [f"{FERRY} &i;"]
        assert all(len(value) < 100 for field in reading.documents[0].fields for value in field.values)
