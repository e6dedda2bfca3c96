"""Who wrote an article: persons, and the agency; never staff, outlets, companies or who made a photo."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from conftest import calls_of

from dossier import Article, Dossier
from dossier.metadata.authors import agency, people

Make = Callable[..., Dossier]

LONG = "The ferry lay in the harbour for the third day on Wednesday, and nobody knew when it would leave again."
PAGE = (
    "<html><head>{head}</head><body><h1>Ferry strike enters third day</h1>{top}<article>{body}</article></body></html>"
)
BODY = "".join(f"<p>{LONG} It was day {n}.</p>" for n in range(4))


def one(dossier: Dossier) -> Article:
    (annotated,) = dossier.articles
    return annotated.article


def of_page(make_dossier: Make, head: str = "", top: str = "") -> Article:
    return one(make_dossier({"a.html": PAGE.format(head=head, top=top, body=BODY)}))


def linked(**facts: object) -> str:
    found = {"@type": "NewsArticle", "headline": "Ferry strike enters third day", **facts}
    return f'<script type="application/ld+json">{json.dumps(found)}</script>'


@pytest.mark.parametrize(
    ("byline", "names", "wire"),
    [
        ("By ANA PÉREZ Y LUIS GÓMEZ", ("ANA PÉREZ", "LUIS GÓMEZ"), None),
        ("By José Ortega y Gasset", ("José Ortega y Gasset",), None),
        ("Von Max Müller und dpa", ("Max Müller",), "DPA"),
        ("Jane Doe/AP", ("Jane Doe",), "AP"),
        ("Jane Doe AP", ("Jane Doe",), "AP"),
        ("AP Singh", ("AP Singh",), None),
        ("AFP Paris", (), "AFP"),
        ("By Reuters Staff", (), "Reuters"),
        ("SID", (), "SID"),
        ("Sid", ("Sid",), None),
        ("Jane Doe, The Associated Press", ("Jane Doe",), "AP"),
        ("By Ada Vance | Reuters", ("Ada Vance",), "Reuters"),
        ("Von Ada Vance (dpa)", ("Ada Vance",), "DPA"),
        ("Par Jean Dupont avec AFP", ("Jean Dupont",), "AFP"),
        ("By Ada Vance and Coast News staff", ("Ada Vance",), None),
        ("By ADA VANCE and BO LIND, Staff Writers", ("ADA VANCE", "BO LIND"), None),
        ("ADA VANCE; Ada Vance", ("Ada Vance",), None),
        ("Ada Vance, political correspondent", ("Ada Vance",), None),
        ("Ada Vance in Oslo and Bo Lind in Bergen | Coast News", ("Ada Vance", "Bo Lind"), None),
        ("Ada Vance, Jr.", ("Ada Vance Jr",), None),
        ('"Ada Vance"', ("Ada Vance",), None),
        ("“Weird Al” Lind", ("“Weird Al” Lind",), None),
        ("['Ada Vance', 'Bo Lind']", ("Ada Vance", "Bo Lind"), None),
        ("Ada Vance @advance", ("Ada Vance",), None),
        ("ada@coast.example (Ada Vance)", ("Ada Vance",), None),
        ("Text: Ada Vance, Photos: Bo Lind", ("Ada Vance",), None),
        ("Автор: Анна Иванова", ("Анна Иванова",), None),
        ("محمد علي، سارة أحمد", ("محمد علي", "سارة أحمد"), None),
        ("记者王小明", ("王小明",), None),
        ("新华社记者王小明", ("王小明",), "Xinhua"),
        ("田中太郎記者、鈴木花子記者", ("田中太郎", "鈴木花子"), None),
        ("홍길동·김철수 기자", ("홍길동", "김철수"), None),
        ("文在寅", ("文在寅",), None),
        ("Voltaire", ("Voltaire",), None),
    ],
)
def test_persons_and_agency_of_a_byline(byline: str, names: tuple[str, ...], wire: str | None) -> None:
    assert (people([byline]), agency([byline])) == (names, wire)


@pytest.mark.parametrize(
    "text",
    (
        "Staff; By the Editorial Board; Staff Writer; Editor; Correspondent; Redaktion; La Rédaction; Web Desk; Admin; "
        "admin; adv; srf/adv; AVC; @advance; ada@coast.example; coast.example; Gray Harbour Group, Inc.; "
        "Harbour Television, Inc.; Harbour GmbH; Coast LLC; Harbour Ltd; 編集部"
    ).split("; "),
)
def test_what_is_no_person(text: str) -> None:
    assert people([text]) == ()


@pytest.mark.parametrize("unit", ["x", "@", "a.", "Ada (", ", ", "Ada-"])
def test_a_long_byline_costs_no_more_than_its_beginning(unit: str) -> None:
    def read(text: str) -> None:
        assert not people([text])
        assert agency([text]) is None

    beginning, whole = unit * (3_000 // len(unit)), unit * (10**6 // len(unit))
    assert calls_of(lambda: read(whole)) == calls_of(lambda: read(beginning))


def test_of_a_byline_that_is_too_long_no_half_name_is_left() -> None:
    names = people([", ".join(["Ada Vance"] * 250)])
    assert names == ("Ada Vance",)


@pytest.mark.parametrize(
    ("line", "names", "wire"),
    [
        ("By Ada Vance and Coast News staff", ("Ada Vance",), None),
        ("By Ada Vance, The Associated Press", ("Ada Vance",), "AP"),
        ("By Reuters Staff", None, "Reuters"),
        ("Von Ada Vance (dpa)", ("Ada Vance",), "DPA"),
        ("Par Jean Dupont avec AFP", ("Jean Dupont",), "AFP"),
        ("Von Ada Vance", ("Ada Vance",), None),
        ("Ada Vance, political correspondent", ("Ada Vance",), None),
    ],
)
def test_a_byline_in_a_text(make_dossier: Make, line: str, names: tuple[str, ...] | None, wire: str | None) -> None:
    article = one(make_dossier({"a.txt": f"Ferry strike enters third day\n\n{line}\n\n{LONG}"}))
    assert (article.authors.value, article.agency.value) == (names, wire)
    assert [taken.text for taken in article.text.taken("byline")] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Di Maria Scores Twice",
        "Von Trapp Family Sings",
        "By The Numbers, And More",
        "Di Ada Vance, che era a bordo, non si sa nulla.",
    ],
)
def test_a_line_that_begins_like_a_byline(make_dossier: Make, line: str) -> None:
    article = one(make_dossier({"a.txt": f"{line}\n\n{LONG}"}))
    assert article.authors.value is None
    assert not article.text.taken("byline")


def test_a_name_in_quotation_marks_in_a_record(make_dossier: Make) -> None:
    record = {"title": "Ferry strike", "author": '"Ada Vance"', "text": LONG}
    assert one(make_dossier({"a.json": json.dumps(record)})).authors.value == ("Ada Vance",)


def test_an_agency_that_a_person_lists_as_author_is_the_agency(make_dossier: Make) -> None:
    article = one(make_dossier({"a.txt": f"---\nauthors: [Ada Vance, Associated Press]\n---\n{LONG}"}))
    assert (article.authors.value, article.agency.value) == (("Ada Vance",), "AP")


def test_an_organisation_is_no_author_and_an_agency_is_told_apart(make_dossier: Make) -> None:
    kinds = {"Harbour Watch": "Organization", "Reuters": "Organization", "Ada Vance": "Person"}
    article = of_page(make_dossier, linked(author=[{"@type": kind, "name": name} for name, kind in kinds.items()]))
    assert (article.authors.value, article.agency.value) == (("Ada Vance",), "Reuters")


@pytest.mark.parametrize(
    ("site", "host", "name", "is_author"),
    [
        ("Ada Vance", "adavance.example", "Ada Vance", True),
        ("The Quay", "adavance.example", "Ada Vance", True),
        ("The Quay", "quay.example", "The Quay", False),
        ("Lind Tribune", "lind.example", "Lind Tribune", False),
        ("Quay", "quay.example", "Quay", False),
        ("HRB", "hrb.example", "HRB Oslo", False),
        ("The Quay", "bolinden.example", "Bo Lind", True),
    ],
)
def test_the_owner_of_a_site_is_its_author_and_an_outlet_is_not(
    make_dossier: Make, site: str, host: str, name: str, is_author: bool
) -> None:
    head = (
        f'<meta property="og:site_name" content="{site}"><link rel="canonical" href="https://www.{host}/ferry">'
        + linked(author={"@type": "Person", "name": name})
    )
    assert of_page(make_dossier, head).authors.value == ((name,) if is_author else None)


def test_without_evidence_the_name_of_the_site_is_no_person(make_dossier: Make) -> None:
    head = '<meta property="og:site_name" content="Harbour Lights"><meta name="author" content="Harbour Lights">'
    assert of_page(make_dossier, head).authors.value is None


def test_who_is_stated_as_publisher_in_any_way_is_no_author(make_dossier: Make) -> None:
    head = (
        '<meta property="og:site_name" content="QUAY.EXAMPLE"><meta name="publisher" content="Harbour Lights (quay)">'
        '<meta name="author" content="Harbour Lights">'
    )
    assert of_page(make_dossier, head).authors.value is None


def test_who_made_a_photo_is_neither_author_nor_agency(make_dossier: Make) -> None:
    figure = '<figure><img src="a.jpg"><figcaption>The quay. <span class="{}">AFP</span></figcaption></figure>'
    for marked in ("c-media-author", "author"):
        article = of_page(make_dossier, top=figure.format(marked))
        assert (article.authors.value, article.agency.value) == (None, None)


def test_each_marked_element_names_an_author(make_dossier: Make) -> None:
    top = (
        '<div class="bylines"><div><a rel="author" href="/a"><b>Ada</b> <b>Vance</b></a></div>'
        '<div><a rel="author" href="/b">Bo Lind</a></div></div>'
    )
    assert of_page(make_dossier, top=top).authors.value == ("Ada Vance", "Bo Lind")
    more = of_page(make_dossier, linked(author={"@type": "Person", "name": "Bo Lind"}), top)
    assert more.authors.value == ("Ada Vance", "Bo Lind")


@pytest.mark.parametrize(
    ("top", "names"),
    [
        ("<li>Von: <a href=/a>Ada VANCE</a>, <a href=/b>Bo LIND</a></li>", ("Ada VANCE", "Bo LIND")),
        ("<li><strong>Autorin/Autor</strong> Ada Vance</li>", ("Ada Vance",)),
        ("<span>By Ada Vance</span>", ("Ada Vance",)),
        ("<p>Von der Leyen came to the harbour.</p>", None),
        ("<a href=/c><h3>Another text</h3><h6>By Ada Vance</h6></a>", None),
        ("<div><h1>Read next</h1><h6>By Ada Vance</h6></div>", None),
    ],
)
def test_a_line_with_a_label_names_the_authors_where_nothing_is_marked(
    make_dossier: Make, top: str, names: tuple[str, ...] | None
) -> None:
    assert of_page(make_dossier, top=top).authors.value == names


def test_a_company_is_the_outlet_only_where_nothing_else_is_known(make_dossier: Make) -> None:
    company = '<meta name="publisher" content="Gray Harbour Group, Inc.">'
    at = '<link rel="canonical" href="https://www.quay.example/ferry">'
    named = '<meta name="cxenseparse:site" content="The Quay">'
    shown = [of_page(make_dossier, head).outlet.value for head in (company, company + at, company + at + named)]
    assert shown == ["Gray Harbour Group, Inc.", "quay.example", "The Quay"]
