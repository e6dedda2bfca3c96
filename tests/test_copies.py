"""The same article twice, and the paragraphs that many articles of one outlet share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, build_site

from dossier import Article, Dossier
from dossier.model import CleanText
from dossier.reuse import Shingled, families, overlaps, shingles

Make = Callable[..., Dossier]
STORY = (
    "The ferry lay in the harbour for a third day on Wednesday while its crew and the company argued over pay.\n\n"
    "Dan Orre, who speaks for the crew, said that the company had offered half a per cent, and that nobody had laughed. "
    "He would come back on Thursday, he said, when the mediator had called both sides to a meeting in the town hall.\n\n"
    "Elin Storm keeps the bakery on Grey Island, and said that she would bake again when flour came; until then, she "
    "said, there was fish, and there were the potatoes of last year, which nobody had wanted before."
)
NOTE = "Coast News is owned by its readers, and this paragraph stands in each of its articles."


def found(dossier: Dossier) -> dict[str, Article]:
    return {annotated.article.seed: annotated.article for annotated in dossier.articles}


def messages(dossier: Dossier) -> list[str]:
    return [f"{each.location}: {each.message}" for each in dossier.diagnostics]


def test_exact_copies_are_one_article_with_two_sources(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": STORY, "b.md": f"---\noutlet: Coast News\n---\n{STORY}"})
    (article,) = found(dossier).values()
    assert article.seed == "b.md"  # it states more
    assert [copy.seed for copy in article.copies] == ["a.txt"]
    assert "seeds/a.txt: the same article as seeds/b.md; they are one" in messages(dossier)


def test_facts_that_contradict_each_other_keep_two_articles_apart(make_dossier: Make) -> None:
    seeds = {f"{name}.txt": f"---\noutlet: {name}\n---\n{STORY}" for name in ("Coast News", "Island Post")}
    assert len(found(make_dossier(seeds))) == 2


def test_white_space_makes_no_other_article(make_dossier: Make) -> None:
    dossier = make_dossier({"a.txt": STORY, "b.txt": STORY.replace("The ferry lay", "The\u00a0ferry \u2003 lay", 1)})
    (article,) = found(dossier).values()
    assert len(article.copies) == 1


def test_the_address_of_a_copy_leads_to_the_article(project: Path, tmp_path: Path) -> None:
    (project / "seeds" / "copy.txt").write_bytes(next((ROOT / "seeds").glob("000*.txt")).read_bytes())
    done = build_site(project / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site/articles").glob("*/index.html")]
    assert sum('http-equiv="refresh"' in page for page in pages) == 1


@pytest.mark.parametrize(("changed", "near"), [("nobody had laughed", True), (STORY[120:], False)])
def test_near_copies_are_told(make_dossier: Make, changed: str, near: bool) -> None:
    other = STORY.replace(changed, "and so on, and so forth, until the evening came")
    dossier = make_dossier({"a.txt": STORY, "b.txt": other})
    assert len(found(dossier)) == 2
    assert any("nearly the same text as seeds/a.txt" in each for each in messages(dossier)) is near


def test_a_family_of_near_copies_is_told_once(make_dossier: Make) -> None:
    dossier = make_dossier({f"{number:02}.txt": f"{STORY} Number {number}." for number in range(30)})
    (told,) = (each for each in messages(dossier) if "nearly the same text" in each)
    assert told.startswith("seeds/00.txt: 29 others have nearly the same text, about ")
    assert told.endswith("seeds/20.txt and 9 more")


def test_many_exact_copies_are_told_once(make_dossier: Make) -> None:
    dossier = make_dossier({f"{number}.txt": STORY for number in range(5)})
    (told,) = (each for each in messages(dossier) if "they are one" in each)
    assert told == (
        "seeds/0.txt: 4 others are the same article; they are one: seeds/1.txt, seeds/2.txt, seeds/3.txt, seeds/4.txt"
    )


def articles_of_one_outlet(number: int, text: str) -> dict[str, str]:
    words = "bread milk flour fish rope coal salt wool".split()
    return {
        f"{index}.txt": f"---\noutlet: Coast News\n---\nThe price of {words[index]} rose again on Tuesday, the shop said.\n\n{text}"
        for index in range(number)
    }


def test_a_paragraph_in_three_articles_of_one_outlet_is_furniture(make_dossier: Make) -> None:
    dossier = make_dossier(articles_of_one_outlet(3, NOTE))
    for article in found(dossier).values():
        assert [paragraph.text for paragraph in article.paragraphs if paragraph.text == NOTE] == []
        (removed,) = article.removed
        assert (removed.rule, removed.text, removed.line) == ("boilerplate", NOTE, 6)
        assert removed.why == "a paragraph that stands in 3 articles of Coast News"


def test_furniture_is_found_however_it_is_spaced_and_written(make_dossier: Make) -> None:
    seeds = articles_of_one_outlet(2, NOTE)
    seeds |= {"2.txt": articles_of_one_outlet(3, NOTE.replace("Coast News is", "COAST\u00a0News \u2003 is"))["2.txt"]}
    assert all(len(article.removed) == 1 for article in found(make_dossier(seeds)).values())


def test_in_two_articles_it_is_not(make_dossier: Make) -> None:
    assert all(not article.removed for article in found(make_dossier(articles_of_one_outlet(2, NOTE))).values())


def test_what_stands_twice_in_an_article_is_no_furniture(make_dossier: Make) -> None:
    talk = (
        "Ada Vance\n\nWhy is there no bread on the islands today?\n\nAda Vance\n\nAnd what will happen tomorrow, then?"
    )
    seeds = {name: text.replace("today", name) for name, text in articles_of_one_outlet(4, talk).items()}
    for article in found(make_dossier(seeds)).values():
        assert [paragraph.text for paragraph in article.paragraphs].count("Ada Vance") == 2


def test_versions_of_one_report_keep_their_text(make_dossier: Make) -> None:
    seeds = {f"{hour}.txt": f"---\noutlet: Coast News\n---\n{STORY}\n\nIt was {hour} o'clock." for hour in range(6)}
    assert all(len(article.paragraphs) == 4 for article in found(make_dossier(seeds)).values())


def test_an_article_is_never_emptied(make_dossier: Make) -> None:
    seeds = articles_of_one_outlet(3, NOTE) | {"note.txt": f"---\noutlet: Coast News\n---\n{NOTE}"}
    assert [paragraph.text for paragraph in found(make_dossier(seeds))["note.txt"].paragraphs] == [NOTE]


def test_a_title_that_was_furniture_is_derived_anew_and_the_slug_stays(make_dossier: Make) -> None:
    seeds = {
        name: text.replace("\n---\n", f"\n---\n{NOTE}\n\n", 1).replace("INDEX", name)
        for name, text in articles_of_one_outlet(
            3, "Nobody in the town knew why that was so, or when it would end, as INDEX said."
        ).items()
    }
    alone = found(make_dossier(dict([next(iter(seeds.items()))])))["0.txt"]
    article = found(make_dossier(seeds))["0.txt"]
    assert article.title.value == "The price of bread rose again"
    assert article.id == alone.id


def test_shingles_are_made_once_a_text(make_dossier: Make) -> None:
    (article,) = found(make_dossier({"a.txt": STORY})).values()
    shingled = Shingled()
    made = shingled.of(article)
    assert made == shingles(article)
    assert shingled.of(replace(article, apart="Harbour")) is made
    shorter = replace(article, text=CleanText(article.paragraphs[:1], ()))
    assert shingled.of(shorter) == shingles(shorter) != made


def test_a_thousand_versions_are_one_family(make_dossier: Make) -> None:
    dossier = make_dossier({f"{number}.txt": f"{STORY} Number {number}." for number in range(1000)})
    articles = list(found(dossier).values())
    ids = [article.id for article in articles]
    assert set(families(ids, overlaps(ids, [shingles(article) for article in articles])).values()) == {0}
