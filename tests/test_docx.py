"""A word processor's document: no word of it is lost, wherever it stands."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from xml.sax.saxutils import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Block, Location
from dossier.readers.docx import read_docx

SPACES = " ".join(
    f'xmlns:{short}="{space}"'
    for short, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def run(words: str, kind: str = "w:t") -> str:
    return f'<w:r><{kind} xml:space="preserve">{escape(words)}</{kind}></w:r>'


def text(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def document(body: str, **parts: str) -> bytes:
    """A document of a body and other parts: `header1`, `footnotes`, …"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            tag = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
            archive.writestr(f"word/{name}.xml", f"<w:{tag} {SPACES}>{inside}</w:{tag}>")
    return file.getvalue()


def read(content: bytes) -> tuple[Block, ...]:
    contents = read_docx(content, Location("a.docx"))
    assert not contents.diagnostics
    return contents.blocks


def shown(content: bytes) -> list[tuple[str, str]]:
    return [(block.kind, " / ".join(line.text for line in block.lines)) for block in read(content)]


BOX = f"<w:txbxContent>{text(run('in a box'))}</w:txbxContent>"
NEW = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
OLD = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
IN_PLACE = {
    "a field": "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
    "a smart tag": "<w:smartTag>{}</w:smartTag>",
    "a content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a direction": "<w:bdo w:val='rtl'>{}</w:bdo>",
    "an insertion": "<w:ins w:id='1'>{}</w:ins>",
    "what was moved here": "<w:moveTo w:id='1'>{}</w:moveTo>",
    "a reading aid": "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "a link": "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
}


@pytest.mark.parametrize("case", IN_PLACE, ids=list(IN_PLACE))
def test_words_that_stand_in_a_sentence(case: str) -> None:
    inside = f"{run('The ferry ')}{IN_PLACE[case].format(run('lay'))}{run(' in the harbour.')}"
    assert shown(document(text(inside))) == [("paragraph", "The ferry lay in the harbour.")]


def test_an_equation() -> None:
    equation = (
        "<m:oMath><m:f><m:num><m:r><m:t>fare</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    blocks = [text(f"{run('Half is ')}{equation}{run('.')}"), text(f"<m:oMathPara>{equation}</m:oMathPara>")]
    assert shown(document("".join(blocks))) == [("paragraph", "Half is fare 2."), ("paragraph", "fare 2")]


@pytest.mark.parametrize(
    "box",
    [
        NEW,
        OLD,
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEW}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEW}</mc:Choice></mc:AlternateContent>",
    ],
    ids=["new", "old", "both", "no fallback"],
)
def test_a_text_box_is_read_once(box: str) -> None:
    assert shown(document(text(f"{run('Beside it')}<w:r>{box}</w:r>"))) == [
        ("paragraph", "Beside it"),
        ("paragraph", "in a box"),
    ]


def test_what_is_no_part_of_the_text_is_of_the_page() -> None:
    deleted = f"<w:del w:id='1'>{run('never ', 'w:delText')}</w:del>"
    moved = f"<w:moveFrom w:id='2'>{run('away')}</w:moveFrom>"
    content = document(
        text(f"{run('It ')}{deleted}{run('leaves.')}{moved}"),
        header1=text(run("Coast ") + run("News")),
        footer1=text(run("Page 1")),
        comments=f"<w:comment w:id='1'>{text(run('Is that so?'))}</w:comment>",
        footnotes=f"<w:footnote w:id='7'>{text(run('Nobody refers to it.'))}</w:footnote>",
    )
    assert shown(content) == [
        ("paragraph", "It leaves."), ("page", "never away"), ("page", "Coast News"), ("page", "Page 1"),
        ("page", "Is that so?"), ("page", "Nobody refers to it."),
    ]  # fmt: skip


def test_a_footnote_is_text() -> None:
    reference = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    blocks = shown(
        document(
            text(run("It leaves") + reference), footnotes=f"<w:footnote w:id='1'>{text(run('On Monday.'))}</w:footnote>"
        )
    )
    assert [kind for kind, _ in blocks] == ["paragraph", "list"]
    assert "On Monday." in blocks[1][1]


def test_a_part_that_is_broken_is_told() -> None:
    contents = read_docx(document(text(run("It leaves.")), header1="<w:p>"), Location("a.docx"))
    assert [block.lines[0].text for block in contents.blocks] == ["It leaves."]
    assert "word/header1.xml, cannot be read" in contents.diagnostics[0].message


WRAPPERS = [
    *IN_PLACE.values(), "{}", "<w:del w:id='1'>{}</w:del>", "<w:moveFrom w:id='1'>{}</w:moveFrom>", "<w:unheard>{}</w:unheard>",
    f"<w:r>{NEW}</w:r>{{}}", "<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>",
]  # fmt: skip
INSIDE = st.recursive(
    st.text(st.sampled_from("abcä漢 &<\ufdd0\ufdd11"), min_size=1, max_size=6).map(run),
    lambda inner: st.builds(
        lambda wrapper, parts: wrapper.format("".join(parts)), st.sampled_from(WRAPPERS), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=100)
@given(st.lists(INSIDE, max_size=4), INSIDE, INSIDE)
def test_every_letter_is_somewhere(body: list[str], header: str, comment: str) -> None:
    content = document(
        "".join(map(text, body)), header1=text(header), comments=f"<w:comment w:id='1'>{text(comment)}</w:comment>"
    )
    found = Counter("".join(line.text for block in read(content) for line in block.lines))
    texts = "".join("".join(body) + header + comment).split('xml:space="preserve">')[1:]
    there = Counter("".join(unescape(each.partition("</w:t>")[0]) for each in texts))
    for letter in "abcä漢":
        assert found[letter] >= there[letter]
