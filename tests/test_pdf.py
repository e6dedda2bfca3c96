"""PDFs made by hand: what is drawn in parts, and pages that would take too long."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from dossier.model import Contents, Location
from dossier.readers import pdf_cost
from dossier.readers.pdf import read_pdf
from dossier.readers.pdf_order import cut

PAPER = (0, 0, 612, 792)


def pdf(*pages: str, forms: dict[str, str] | None = None, font: str = "", box: tuple[float, ...] = PAPER) -> bytes:
    """A file of pages, and of forms that they may show with `/NAME Do`."""
    size = " ".join(map(str, box))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font or "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    names = "".join(f"/{name} {4 + index} 0 R" for index, name in enumerate(forms or {}))
    resources = f"/Resources<</Font<</F 3 0 R>>/XObject<<{names}>>>>"
    for drawn in (forms or {}).values():
        head = f"/Type/XObject/Subtype/Form/BBox[{size}]{resources}/Length {len(drawn)}"
        objects.append(f"<<{head}>>stream\n{drawn}\nendstream")
    kids = []
    for drawn in pages:
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[{size}]{resources}/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    file, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{file}{end}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF".encode("latin-1")


def at(x: float, y: float, words: str) -> str:
    return f"BT /F 9 Tf 1 0 0 1 {x:.1f} {y:.1f} Tm ({words}) Tj ET\n"


def scattered(count: int) -> str:
    """Words at random places."""
    chance = random.Random(1)  # noqa: S311 - it draws a page
    return "".join(at(chance.uniform(0, 600), chance.uniform(0, 780), f"word{number}") for number in range(count))


def read(content: bytes) -> Contents:
    return read_pdf(content, Location("a.pdf"))


def shown(contents: Contents) -> list[str]:
    return [" ".join(line.text for line in block.lines) for block in contents.blocks]


def test_text_in_forms_stands_where_it_is_shown() -> None:
    page = at(50, 700, "Before it") + "q 1 0 0 1 50 600 cm /A Do Q\n" + at(50, 500, "Behind it")
    contents = read(
        pdf(
            page,
            forms={"A": at(0, 0, "In a form") + "q 1 0 0 1 0 -50 cm /B Do Q", "B": at(0, 0, "In a form of a form")},
        )
    )
    assert shown(contents) == ["Before it", "In a form", "In a form of a form", "Behind it"]


def test_a_form_without_brackets_around_it_moves_nothing_behind_it() -> None:
    page = at(50, 300, "Before it") + "/A Do\n" + at(50, 200, "Behind it")
    contents = read(pdf(page, forms={"A": "1 0 0 1 0 400 cm " + at(50, 200, "Above it")}))
    assert shown(contents) == ["Above it", "Before it", "Behind it"]


@pytest.mark.parametrize("count", [600, 1_500])
def test_of_scattered_words_none_is_lost(count: int) -> None:
    contents = read(pdf(scattered(count)))  # by pdfminer's own order, it would take minutes
    assert not contents.diagnostics
    words = " ".join(shown(contents))
    assert [number for number in range(count) if f"word{number}" not in words] == []


def test_order_is_never_bought_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_cost, "LAYOUT_STEPS", 300_000)
    contents = read(pdf(*[scattered(100)] * 6))
    assert not contents.diagnostics
    assert " ".join(shown(contents)).count("word99") == 6


HOSTILE = {
    "a form that shows a form a hundred times": pdf(
        "/A Do", forms={"A": "/B Do " * 100, "B": "/C Do " * 100, "C": "/D Do " * 100, "D": at(0, 0, "word")}
    ),
    "a text of brackets": pdf(f"BT /F 9 Tf ({'(' * 500_000}{')' * 500_000}) Tj ET"),
    "more letters than a book": pdf(f"BT /F 9 Tf {'(' + 'word ' * 200 + ') Tj ' * 1} ET " * 1_500),
    "a font with a width for every number": pdf(
        at(0, 0, "ab"),
        font="<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
        "/BaseFont/X/W[0 2000000000 500]>>]>>",
    ),
}


@pytest.mark.parametrize("case", HOSTILE, ids=list(HOSTILE))
def test_a_page_that_would_take_too_long_is_told(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.setattr(pdf_cost, "PAGE_STEPS", 1_000_000)
    contents = read(HOSTILE[case])
    assert [str(each) for each in contents.diagnostics] == [
        "a.pdf:1: error: holds more than can be read in reasonable time (split the page, or save its text as .txt)"
    ]


def test_a_page_that_cannot_be_read_stops_no_other() -> None:
    broken = pdf(at(50, 700, "One"), "/F 9 Tf (a) Do /A Do", at(50, 700, "Three"), forms={"A": "/F"})
    broken = broken.replace(
        b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]", b"/Type/XObject/Subtype/Form/BBox 99999999999999"
    )
    contents = read(broken)
    assert shown(contents) == ["One", "Three"]


def test_a_page_as_large_as_a_town() -> None:
    contents = read(pdf(at(50, 700, "Here") + at(900_000_000, 900_000_000, "There"), box=(0, 0, 1e9, 1e9)))
    assert set(shown(contents)) == {"Here", "There"}


@dataclass
class Spot:
    x0: float
    y0: float
    x1: float
    y1: float
    name: str


def test_columns_and_bands_are_read_one_behind_the_other() -> None:
    head = Spot(0, 100, 100, 110, "head")
    left = [Spot(0, y, 40, y + 8, f"left {y}") for y in (80, 70, 60)]
    right = [Spot(60, y, 100, y + 8, f"right {y}") for y in (80, 70, 60)]
    parts = cut([*right, head, *left], 1)
    assert [spot.name for part in parts for spot in part] == [
        "head", "left 80", "left 70", "left 60", "right 80", "right 70", "right 60",
    ]  # fmt: skip


def test_what_overlaps_is_one_part() -> None:
    spots = [Spot(0, y, 10, y + 2, str(y)) for y in range(50)]
    assert [len(part) for part in cut(spots, 5)] == [50]
