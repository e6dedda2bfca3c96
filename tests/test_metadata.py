from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from conftest import SEED_A, SEED_B
from hypothesis import given
from hypothesis import strategies as st

from dossier import Article, Dossier, Settings, build
from dossier.metadata.language import guess_language, load_model
from dossier.metadata.lede import ledes
from dossier.metadata.title import MAX_WORDS, derive_title
from dossier.model import Paragraph

LONG = "The ferry lay in the harbour for the third day on Wednesday, and nobody knew when it would leave again."
TITLES = yaml.safe_load(Path(__file__).with_name("titles").joinpath("titles.yml").read_text(encoding="utf-8"))

Make = Callable[..., Dossier]


def one(dossier: Dossier) -> Article:
    (annotated,) = dossier.articles
    return annotated.article


def by_seed(dossier: Dossier) -> dict[str, Article]:
    return {annotated.article.seed: annotated.article for annotated in dossier.articles}


def test_the_two_seeds(two_seeds: Dossier) -> None:
    first, second = (by_seed(two_seeds)[name] for name in (SEED_A, SEED_B))
    assert (first.date.source, first.date.value and first.date.value.iso) == ("inferred", "2019-12-29")
    assert first.date.value is not None
    assert first.date.value.or_later
    assert first.date.location is not None
    assert first.date.location.line == 7
    assert "December 29, 2019" in first.date.evidence
    assert (second.date.source, second.date.value and second.date.value.iso) == ("stated", "2019-12-30")
    assert (second.dateline.value, second.dateline.source) == ("UNITED NATIONS", "stated")
    for article in (first, second):
        assert (article.title.source, article.outlet.source, article.outlet.value) == ("inferred", "unknown", None)
        assert (article.authors.source, article.language.value) == ("unknown", "en")
    assert first.title.value == second.title.value
    assert first.shown_title.endswith("(Donald Trump, Geng Shuang)")
    assert second.shown_title.endswith("(United Nations)")
    assert first.id != second.id
    assert second.id.startswith("2019-12-30-un-security-council")
    assert two_seeds.diagnostics == ()


def test_a_third_seed_with_that_lede_changes_no_slug(make_dossier: Make) -> None:
    before = by_seed(make_dossier({"a.txt": LONG, "b.txt": f"{LONG}\n\nAda Vance was there."}))
    after = by_seed(make_dossier({"0.txt": f"{LONG}\n\nNorth Harbour is a town."}))
    assert len(after) == 3
    assert {name: after[name].id for name in before} == {name: article.id for name, article in before.items()}
    assert len({article.shown_title for article in after.values()}) == 3


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("東京の港でフェリーが3日止まる", "3"),
        ("フェリーNorth Starが港に", "north-star"),
        ("港のストライキ", ""),
        ("渡轮停在港口", "du-lun-ting-zai-gang-kou"),
    ],
)
def test_a_japanese_title_is_not_read_as_chinese(make_dossier: Make, title: str, slug: str) -> None:
    article = one(make_dossier({"a.txt": f"---\ntitle: {title}\n---\n{LONG}"}))
    assert article.id == "-".join(filter(None, (slug, article.name_digest)))


def test_front_matter_overrides_what_is_derived(make_dossier: Make) -> None:
    article = one(
        make_dossier(
            {
                "a.txt": f"---\ntitle: My title\nauthor: Ada Vance\ndate: 2020-01\nslug: ferry\n---\nOSLO (AP) -- {LONG}",
                "a.yml": "outlet: Coast News\nlanguage: de\nurl: https://example.com/a?b=1\ndateline: Bergen\n",
            }
        )
    )
    assert (article.title.value, article.title.source) == ("My title", "stated")
    assert (article.authors.value, article.id) == (("Ada Vance",), "ferry")
    assert (article.outlet.value, article.language.value) == ("Coast News", "de")
    assert (article.dateline.value, article.url.value) == ("Bergen", "https://example.com/a?b=1")
    assert article.date.value is not None
    assert article.date.value.iso == "2020-01"
    assert str(article.outlet.location) == "seeds/a.yml:1"


@pytest.mark.parametrize(
    ("field", "line", "message"),
    [
        ("date: 2019-02-30", 2, "`date: 2019-02-30` is no date"),
        (
            "date: 03/04/2019",
            2,
            "`date: 03/04/2019` may be 2019-04-03 or 2019-03-04: it does not say whether the day or the month stands first",
        ),
        ("url: javascript:alert(1)", 2, "`url: javascript:alert(1)` is no web address"),
        ("slug: ../../etc/passwd", 2, "`slug: ../../etc/passwd` is no slug"),
        ("language: <b>", 2, "`language: <b>` is no language code"),
        ("title: ''", 2, "`title: ` is empty"),
        ("title: [a, b]", 2, "`title` is a list"),
        ("slug: index", 2, "`slug: index` is no slug"),
    ],
)
def test_a_field_that_cannot_be_used_is_said(make_dossier: Make, field: str, line: int, message: str) -> None:
    dossier = make_dossier({"a.txt": f"---\n{field}\n---\n{LONG}"})
    seen = dossier.diagnostics[0]
    assert (seen.severity, str(seen.location), seen.message) == ("warning", f"seeds/a.txt:{line}", message)
    assert seen.hint
    assert one(dossier).title.value == "The ferry lay in the harbour for the third day"


def test_an_unknown_field_is_a_note(make_dossier: Make) -> None:
    seen = make_dossier({"a.txt": f"---\ndate: 2019\nmood: grim\n---\n{LONG}"}).diagnostics
    assert [str(each).partition(" (")[0] for each in seen] == [
        "seeds/a.txt:3: note: `mood` is not a field that is used"
    ]


def test_a_date_line_that_is_none_is_said(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": f"Published: February 30, 2021\n\n{LONG}"})
    assert str(dossier.diagnostics[0].location) == "seeds/a.txt:1"
    assert "is no date" in dossier.diagnostics[0].message
    assert one(dossier).date.source == "unknown"


@pytest.mark.parametrize(
    "line", ["Published: 30 Dec 2019 | Updated: 31 Dec 2019", "December 30, 2019, last updated January 2, 2020"]
)
def test_the_day_of_publication_is_not_that_of_a_change(make_dossier: Make, line: str) -> None:
    date = one(make_dossier({"a.txt": f"{line}\n\n{LONG}"})).date
    assert (date.source, date.value and date.value.iso) == ("stated", "2019-12-30")


def test_no_date_is_unknown_and_a_note(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": LONG})
    assert one(dossier).date.value is None
    assert [each.severity for each in dossier.diagnostics] == ["note"]


def test_agencies_in_the_text_are_no_outlet(make_dossier: Make) -> None:
    article = one(make_dossier({"a.txt": f"SEOUL, Dec 30 (Yonhap) -- {LONG}\n\nReuters reported it first."}))
    assert article.outlet.value is None
    assert article.dateline.value == "SEOUL"


@pytest.mark.parametrize("day", ["Dec 30", "30 December", "Dec. 30"])
def test_the_day_is_no_part_of_the_dateline(make_dossier: Make, day: str) -> None:
    assert one(make_dossier({"a.txt": f"PARIS, {day} (AFP) - {LONG}"})).dateline.value == "PARIS"


def test_byline_and_headline(make_dossier: Make) -> None:
    article = one(make_dossier({"a.txt": f"Ferry strike enters third day\nBy Ada Vance, Bo Lind and Cy Moe\n{LONG}"}))
    assert (article.title.value, article.title.source) == ("Ferry strike enters third day", "stated")
    assert article.authors.value == ("Ada Vance", "Bo Lind", "Cy Moe")


def test_two_seeds_that_ask_for_one_slug(make_dossier: Make) -> None:
    seed = f"---\nslug: ferry\ndate: 2020\n---\n{LONG}"
    dossier = make_dossier({"a.txt": seed, "b.txt": seed + " Then it was over."})
    ids = {name: article.id for name, article in by_seed(dossier).items()}
    assert ids["a.txt"] == "ferry"
    assert ids["b.txt"].startswith("ferry-")
    assert [str(each.location) for each in dossier.diagnostics] == ["seeds/b.txt"]


def test_articles_of_one_title_are_told_apart(make_dossier: Make) -> None:
    dossier = make_dossier({f"{number}.txt": f"{LONG}\n\nThis was told {number} times." for number in range(3)})
    assert len({article.shown_title for article in by_seed(dossier).values()}) == 3


@pytest.mark.parametrize("case", TITLES, ids=lambda case: case["title"])
def test_derived_titles(case: dict[str, str]) -> None:
    title = derive_title(case["lede"])
    assert title == case["title"]
    assert len(title.split()) <= MAX_WORDS


@pytest.mark.parametrize(
    "top",
    [
        "Story highlights",
        "Ada Vance and Bo Lind",
        "Written by Ada Vance",
        "Dear readers of the Coast News:",
        "Sign up for our newsletter.",
    ],
)
def test_what_is_no_lede_comes_last(top: str) -> None:
    paragraphs = [Paragraph(f"p-{line}", "paragraph", text, (line,)) for line, text in enumerate((top, LONG), 1)]
    assert [(lede.text, lede.line) for lede in ledes(paragraphs)] == [(LONG, 2), (top, 1)]


@pytest.mark.parametrize("label", ["Story highlights ", "(CNN) ", "OPINION: ", "Oslo (AP) "])
def test_a_label_is_no_part_of_the_title(label: str) -> None:
    paragraph = Paragraph("p-1", "paragraph", f"{label}{LONG}", (1,))
    assert [lede.text for lede in ledes([paragraph])] == [LONG]


def test_rows_of_a_table_make_one_title(make_dossier: Make) -> None:
    title = one(make_dossier({"a.txt": "Toll 15 crowns vs 10 crowns\n\nShips 12,000 vs 9,000\n\nPiers 3 vs 4"})).title
    assert (title.value, title.evidence) == ("Toll 15 crowns, Ships 12,000", "the first rows")


@pytest.mark.parametrize("piece", ["a", "a ", "a, ", ", a ", "the ", "On x, ", "“", "after ", "A. ", "Co Ltd "])
def test_a_hostile_lede_costs_little(piece: str) -> None:
    started = time.process_time()
    derive_title(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 1


@given(
    st.lists(
        st.sampled_from([*LONG.split(), "a", "is", "not", "“so", "it”", "Corp", "said", "of", "the", "vs"]), min_size=1
    )
)
def test_a_title_is_words_of_its_lede_in_their_order(words: list[str]) -> None:
    title = derive_title(" ".join(words))
    if title is not None:
        there = iter([bare(word) for word in words])
        assert all(bare(word) in there for word in title.split())


def bare(word: str) -> str:
    return word.strip("“”,.").lower()


@pytest.mark.parametrize("lede", ["", "—", "…", "***"])
def test_no_words_make_no_title(lede: str) -> None:
    assert derive_title(lede) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed to all ships, and the mayor said that it would be so for a week.", "en"),
        ("Der Hafen war für alle Schiffe geschlossen, und das wird nach den Worten der Stadt so bleiben.", "de"),
        ("Le port est fermé à tous les navires, et la ville dit que ce sera pour une semaine.", "fr"),
        ("港は三日間にわたって閉鎖された。", "ja"),
        ("港口关闭了三天。", "zh"),
        ("항구는 사흘 동안 폐쇄되었다.", "ko"),
        ("Το λιμάνι έκλεισε.", "el"),
        ("El puerto sigue cerrado para los barcos, y la ciudad dice que no se sabe por qué, según su alcalde.", "es"),
        ("Il porto è chiuso alle navi, e la città dice che non si sa quando sarà di nuovo aperto per tutti.", "it"),
        ("O porto está fechado para os navios, e a cidade diz que não se sabe por que foi assim, mas como.", "pt"),
        (
            "Port był zamknięty, a burmistrzyni mówi, że nie wie, jak i po co to się stało, ale że już jest otwarty.",
            "pl",
        ),
        (
            "Havnen var lukket for skibe, og byen siger, at den bliver det efter stormen, sagde hun mod aften af sig selv.",
            "da",
        ),
        (
            "Havnen var stengt for skip, og byen sier at den blir det etter stormen, sa hun mot kvelden, og ble av seg selv.",
            "no",
        ),
        ("Hamnen var stängd för alla fartyg, och staden säger att det är så med den till våren, inte som förr.", "sv"),
        (
            "Satama oli suljettu, ja kaupunki sanoo että se on ollut niin myös ennen, mutta ei ole tiedossa kun se aukeaa.",
            "fi",
        ),
        ("Přístav byl uzavřen a město říká, že to je tak i po bouři, ale že se už brzy otevře pro všechny lodě.", "cs"),
        (
            "A kikötő zárva volt, és a város azt mondja, hogy ez még nem a vége, de már csak egy nap, ha el nem ered az eső.",
            "hu",
        ),
        (
            "Liman bütün gemilere kapatıldı ve belediye için bu yeni bir durum değil, daha önce de çok oldu, ancak kısa sürdü.",
            "tr",
        ),
        ("Cảng đã đóng cửa với các tàu và thành phố nói rằng không có người nào được vào trong ba ngày.", "vi"),
        ("Порт был закрыт, и в городе говорят, что это было не по их вине, но как и для чего, они не знают.", "ru"),
        ("Порт був закритий, і в місті кажуть, що це не з їхньої вини, але як і для чого, вони ще не знають.", "uk"),
        (
            "Пристанището беше затворено и в града казват, че това не е по тяхна вина, но как и за какво, не се знае.",
            "bg",
        ),
        ("Лука је била затворена и у граду кажу да то није због њих, али да се још не зна како и за шта је то.", "sr"),
        ("أغلق الميناء في المدينة بعد العاصفة، وقالت البلدية إن ذلك كان من أجل السلامة على الشاطئ.", "ar"),
        ("بندر پس از توفان بسته شد و شهردار گفت که این کار برای ایمنی در ساحل است و با آن موافق شده است.", "fa"),
        ("طوفان کے بعد بندرگاہ بند کر دی گئی ہے اور میئر نے کہا کہ یہ ساحل پر لوگوں کی حفاظت کے لیے ہے۔", "ur"),
        ("بەندەرەکە لە دوای زریانەکە داخرا و سەرۆکی شارەوانی وتی کە ئەم کارە بۆ پاراستنی خەڵکە لە کەناراوەکان.", "ku"),
        ("הנמל נסגר אחרי הסערה.", "he"),
        ("तूफान के बाद बंदरगाह को बंद कर दिया गया है और महापौर ने कहा कि यह लोगों की सुरक्षा के लिए है।", "hi"),
        ("वादळानंतर बंदर बंद करण्यात आले आहे आणि ते लोकांच्या सुरक्षेसाठी आहे असे महापौर यांनी सांगितले, की नाही हे कळले नाही.", "mr"),
        ("ወደቡ ከማዕበሉ በኋላ ተዘግቷል፤ ይህ ግን ለሰዎች ደህንነት ነው ብለዋል ከንቲባው፤ በዚህ ላይ ሌላ ነገር እና ውሳኔ ነበር።", "am"),
        (
            "Bandari ilifungwa baada ya dhoruba, na meya alisema kuwa hii ni kwa usalama wa watu katika pwani ya mji huo.",
            "sw",
        ),
    ],
)
def test_language(text: str, code: str) -> None:
    guess = guess_language(text, by_model=False)
    assert guess is not None
    assert guess[0] == code
    assert guess[1].startswith(("it is written in", "it has the letters")) or "% of its words" in guess[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345",
        "Xyzzy plugh.",
        "Порт закрыт.",
        "La la la, de de de, in in in.",
        "Ferry. Harbour. Mayor. Storm. Closed for three days again.",
    ],
)
def test_a_language_that_nothing_decides_is_unknown(text: str) -> None:
    assert guess_language(text, by_model=False) is None


class Identifier:
    """py3langid, as far as it is used."""

    answer = ("wuu", 0.97)

    @classmethod
    def from_model_file(cls, name: str, *, norm_probs: bool) -> Identifier:
        assert (name, norm_probs) == ("model", True)
        return cls()

    def rank(self, text: str) -> list[tuple[str, float]]:
        return [self.answer]


@pytest.mark.parametrize(
    ("answer", "guess"),
    [
        (("cy", 0.97), ("cy", "py3langid takes it for this language, being 97% certain")),
        (("sdh", 0.999), ("ku", "py3langid takes it for this language, being 99% certain")),
        (("cy", 0.8), None),
        (("zxx", 0.99), None),
    ],
)
def test_py3langid_is_asked_where_nothing_else_decides(
    monkeypatch: pytest.MonkeyPatch, answer: tuple[str, float], guess: tuple[str, str] | None
) -> None:
    module = ModuleType("py3langid.langid")
    module.__dict__.update(MODEL_FILE="model", LanguageIdentifier=Identifier)
    monkeypatch.setitem(sys.modules, "py3langid", ModuleType("py3langid"))
    monkeypatch.setitem(sys.modules, "py3langid.langid", module)
    monkeypatch.setattr(Identifier, "answer", answer)
    load_model.cache_clear()
    text = "Blorp tindle mopsy grumbel wixen tarrow pelfin quosk brindle."
    assert guess_language(text) == guess
    assert guess_language("Blorp.") is None
    known = guess_language("The harbour was closed to all ships, and the mayor said that it would be so.")
    assert known is not None
    assert known[0] == "en"
    load_model.cache_clear()


def test_without_py3langid_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    load_model.cache_clear()
    assert guess_language("Blorp tindle mopsy grumbel wixen tarrow pelfin quosk brindle.") is None
    load_model.cache_clear()


PAGE = (
    """<html><head>{head}</head><body><h1>Ferry strike enters third day</h1><article>{body}</article></body></html>"""
)
BODY = "".join(
    f"<p>The ferry lay in the harbour for a third day on Wednesday, and nobody knew number {n}.</p>" for n in range(4)
)


def of_page(make_dossier: Make, head: str) -> Article:
    return by_seed(make_dossier({"a.html": PAGE.format(head=head, body=BODY)}))["a.html"]


def test_of_several_articles_in_json_ld_the_one_that_the_page_shows_counts(make_dossier: Make) -> None:
    other = (
        '{"@type": "NewsArticle", "headline": "A teaser", "datePublished": "2019-01-01", "author": {"name": "Bo Lind"}}'
    )
    own = '{"@type": "NewsArticle", "headline": "Ferry strike enters third day", "datePublished": "2021-03-03"}'
    article = of_page(make_dossier, f'<script type="application/ld+json">[{other}, {own}]</script>')
    assert article.date.value is not None
    assert (article.date.value.iso, article.authors.value) == ("2021-03-03", None)


@pytest.mark.parametrize(
    "title", ["Ferry strike enters third day - Coast News", "Coast News: Ferry strike enters third day"]
)
def test_the_name_of_the_site_is_no_part_of_the_title(make_dossier: Make, title: str) -> None:
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Coast News">'
    assert of_page(make_dossier, head).title.value == "Ferry strike enters third day"


def test_two_dates_that_contradict_each_other_are_told(make_dossier: Make) -> None:
    head = '<meta property="article:published_time" content="2021-03-03"><meta name="dc.date" content="2019-01-01">'
    dossier = make_dossier({"a.html": PAGE.format(head=head, body=BODY)})
    assert any("two dates: 2021-03-03" in each.message and each.severity == "warning" for each in dossier.diagnostics)


def test_outlets_by_option(make_dossier: Make, tmp_path: Path) -> None:
    make_dossier({"Island Post/a.txt": LONG, "b.txt": f"---\nurl: https://www.coast.example/b\n---\n{LONG} Twice."})
    rules: dict[str, Any] = {"outlets": (("Coast.example", "Coast News"),), "outlet_from": "folder"}
    found = by_seed(build(Settings(seeds=tmp_path / "seeds", entities=tmp_path / "none.yml", **rules)))
    assert {name: article.outlet.value for name, article in found.items()} == {
        "Island Post/a.txt": "Island Post",
        "b.txt": "Coast News",
    }


def test_what_to_do_about_a_date_of_a_record_would_not_change_the_other_articles(make_dossier: Make) -> None:
    records = [
        {"id": "1", "title": "One", "date": "31/31/2020", "text": "The ferry lay in the harbour."},
        {"id": "2", "title": "Two", "date": "2020-03-03", "text": "The quay is open."},
    ]
    dossier = make_dossier({"a.jsonl": "\n".join(map(json.dumps, records))})
    (wrong,) = (each for each in dossier.diagnostics if "31/31/2020" in each.message)
    assert wrong.hint == "mend it in that record; a .yml file beside the file would hold for all of its articles"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12/31/18", "2018-12-31"),
        ("7/23/17", "2017-07-23"),
        ("7/23/85", "1985-07-23"),
        ("7/8/17", None),
        ("31/12/18", None),
        ("2/30/18", None),
    ],
)
def test_a_year_in_two_figures_is_read_where_only_one_day_can_be_meant(
    make_dossier: Make, text: str, iso: str | None
) -> None:
    dossier = make_dossier({"a.md": f"---\ndate: {text}\n---\n{LONG}"})
    day = one(dossier).date.value
    assert (day and day.iso) == iso
    assert bool(dossier.diagnostics) == (iso is None)


def dated(*days: str) -> dict[str, str]:
    return {f"{number}.md": f"---\ndate: {day}\n---\n{number}. {LONG}" for number, day in enumerate(days)}


USUAL = [f"20{year}-03-01" for year in range(10, 21)]
SELDOM = [f"19{year}-03-01" for year in range(10, 90, 8)]


def test_a_date_far_ahead_of_all_others_is_told(make_dossier: Make) -> None:
    (seen,) = make_dossier(dated(*USUAL, "2050-09-30")).diagnostics
    assert (seen.severity, seen.location.path, seen.location.line) == ("note", "seeds/11.md", 2)
    assert seen.message == "`2050-09-30` is more than a year after the dates of all other articles"


@pytest.mark.parametrize("days", [(*USUAL, "2021-01-30"), (*USUAL[:3], "2050-09-30"), (*SELDOM, "1995-09-30"), ()])
def test_a_date_is_not_told_where_articles_stand_apart_or_are_few(make_dossier: Make, days: tuple[str, ...]) -> None:
    assert make_dossier(dated(*days)).diagnostics == ()
