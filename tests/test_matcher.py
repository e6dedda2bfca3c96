from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, calls_of
from hypothesis import example, given
from hypothesis import strategies as st
from reference_matcher import ReferenceMatcher

from dossier.matcher import Gazetteer
from dossier.matcher.folding import fold, small
from dossier.matcher.surfaces import plural_and_singular
from dossier.model import (
    PARAGRAPH_END,
    Alias,
    Candidate,
    Dossier,
    Entity,
    Kind,
    Location,
    Paragraph,
    ParagraphKind,
    Register,
    Resolution,
    Senses,
)
from dossier.register import load_register
from dossier.resolver import resolve
from dossier.resolver.claims import Claims
from dossier.same_name import Name, cluster, expands, introductions

CASES = sorted(Path(__file__).with_name("matcher").glob("*.yml"))


def register_of(tmp_path: Path, entries: object) -> Register:
    path = tmp_path / "entities.yml"
    path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    register, diagnostics = load_register(path, Location("entities.yml"))
    assert [each for each in diagnostics if each.severity != "note"] == []
    return register


def resolution(register: Register, texts: list[str]) -> Resolution:
    paragraphs = [Paragraph(str(index), "paragraph", text, ()) for index, text in enumerate(texts)]
    return resolve(paragraphs, Gazetteer(register).find)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    register = register_of(tmp_path, case["register"])
    for article in case["articles"]:
        texts = article["text"] if isinstance(article["text"], list) else [article["text"]]
        found = resolution(register, texts)
        assert [f"{each.text} = {each.entity} ({each.rule})" for each in found.mentions] == article.get("linked", [])
        open_ones = [f"{each.text} ? {', '.join(each.candidates)} ({each.rule})" for each in found.unresolved]
        assert open_ones == article.get("open", [])
        for each in (*found.mentions, *found.unresolved):
            assert texts[int(each.paragraph)][each.start : each.end] == each.text


@given(st.text() | st.text(st.sampled_from("aAßİıIﬁς Σ\u0301\u0640\u05b0ﾊﾞﾊ\u1112\u1161\u11ab’ \n\u200bÅ")))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    lower = small(folded)
    for places, form, before in ((folded.places, folded.exact, text), (lower.places, lower.text, folded.exact)):
        if places is None:
            assert len(form) == len(before)
            continue
        starts, ends = places
        assert len(starts) == len(ends) == len(form)
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        assert all(start < end <= len(before) for start, end in zip(starts, ends, strict=True))


WORDS = st.sampled_from(
    "Ada|Vance|Ada Vance|ada|NH|North|Harbour|North Harbour Council|s|’s|'s|'|-|‑| |  |\n|\xa0|\u00ad|.|,|$|@|#|https://|toll|tolls"
    "|TOLL|l'|É|1|_".split("|")
)


@given(st.lists(WORDS, max_size=30).map("".join))
@example("Ada'_")
@example("_'Ada")
def test_a_slow_and_obvious_matcher_agrees(text: str) -> None:
    register = Register(entities=ENTITIES, suppress=("North Harbour Council", "Vance"))
    fast, slow = Gazetteer(register).find(text), ReferenceMatcher(register).find(text)
    assert fast == slow
    paragraphs = [Paragraph("0", "paragraph", text, ())]
    assert resolve(paragraphs, lambda _: fast) == resolve(paragraphs, lambda _: slow)


@given(st.lists(st.lists(WORDS | st.sampled_from(["ğ", "'da", "www.", "\u0301"]), max_size=8).map("".join), max_size=5))
def test_paragraphs_are_searched_as_one_text_and_each_by_itself(texts: list[str]) -> None:
    """No name, no exception, no address and no sign of a language goes from one paragraph to the next."""
    register = Register(entities=ENTITIES, suppress=("North Harbour Council", f"Ada{PARAGRAPH_END}Vance"))
    find = Gazetteer(register).find
    each_by_itself: list[Candidate] = []
    first = 0
    for text in texts:
        each_by_itself += [Candidate(first + start, first + end, senses) for start, end, senses in find(text)]
        first += len(text) + 1
    assert list(find(PARAGRAPH_END.join(texts))) == each_by_itself


@given(st.lists(st.lists(WORDS, max_size=12).map("".join), max_size=4))
def test_a_slow_and_obvious_matcher_agrees_on_articles(texts: list[str]) -> None:
    paragraphs = [Paragraph(str(index), "paragraph", text, ()) for index, text in enumerate(texts)]
    register = Register(entities=ENTITIES, suppress=("North Harbour Council",))
    fast, slow = (resolve(paragraphs, matcher(register).find) for matcher in (Gazetteer, ReferenceMatcher))
    assert fast == slow


def telling(candidates: Sequence[Candidate]) -> list[object]:
    """All of some candidates that a resolver looks at."""
    return [
        (each.start, each.end, [(sense, sense.names, sense.alias.is_plain) for sense in each.senses.each])
        for each in candidates
    ]


@given(st.lists(WORDS, max_size=20).map("".join), st.data())
def test_a_text_without_a_name_that_changed_has_the_candidates_that_it_had(text: str, data: st.DataObject) -> None:
    def drawn() -> Gazetteer:
        kept = data.draw(st.lists(st.sampled_from(ENTITIES), unique_by=lambda entity: entity.id))
        more = data.draw(st.lists(WORDS.filter(str.strip), max_size=2))
        renamed = [replace(each, aliases=(*each.aliases, *map(Alias, more))) for each in kept[:1]]
        suppress = data.draw(st.lists(WORDS.filter(str.strip), max_size=1))
        return Gazetteer(Register(entities=(*renamed, *kept[1:]), suppress=tuple(suppress)))

    one, other = drawn(), drawn()
    if telling(one.find(text)) != telling(other.find(text)):
        assert one.changed_from(other)(text)
        assert other.changed_from(one)(text)
    assert not one.changed_from(one)(text)


def test_code_is_no_place_for_names() -> None:
    """The offsets of what stands behind it are those of its paragraph."""
    kinds: list[ParagraphKind] = ["code", "paragraph", "code", "paragraph", "code"]
    paragraphs = [Paragraph(str(index), kind, "Ada Vance spoke.", ()) for index, kind in enumerate(kinds)]
    found = resolve(paragraphs, Gazetteer(Register((entity("Ada Vance", "person"),))).find)
    assert [(each.paragraph, each.start, each.end) for each in found.mentions] == [("1", 0, 9), ("3", 0, 9)]
    assert resolve(paragraphs[:1], Gazetteer(Register((entity("Ada Vance", "person"),))).find) == Resolution()


@pytest.mark.parametrize("text", ["_'Ada Vance", "Ada Vance'_"])
def test_an_underscore_beside_an_apostrophe_is_part_of_the_word(text: str) -> None:
    assert Gazetteer(Register((entity("Ada Vance", "organisation"),))).find(text) == ()


def test_white_space_of_any_kind_is_one_space() -> None:
    """Also where two different ones that stand together are read as two spaces."""
    find = Gazetteer(Register((entity("Ada Vance", "person"),))).find
    assert [each.end for each in find("Ada \r Vance")[-2:]] == [11, 11]
    assert [(each.start, each.end) for each in find("é  “Ada\t Vance” in 1\u2009000")][:2] == [(4, 7), (4, 14)]


ENTITIES = load_register(Path(__file__).with_name("matcher") / "shared_register.txt", Location(""))[0].entities


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("sanctions", {"sanction"}),
        ("sanction", {"sanctions"}),
        ("harbour toll", {"harbour tolls"}),
        ("treaty", {"treaties"}),
        ("treaties", {"treaty"}),
        ("process", {"processes"}),
        ("crisis", set()),
        ("virus", set()),
        ("news", set()),
    ],
)
def test_regular_plural_and_singular(word: str, forms: set[str]) -> None:
    assert forms <= plural_and_singular(word)
    assert not {"new", "crisi", "viru", "proces", "sanctionss"} & plural_and_singular(word)


def test_suggested_entities_are_not_looked_for(tmp_path: Path) -> None:
    register = register_of(tmp_path, {"entities": [{"name": "Ada Vance", "kind": "person", "status": "suggested"}]})
    assert resolution(register, ["Ada Vance spoke."]) == Resolution()


def test_an_empty_register_finds_nothing() -> None:
    assert Gazetteer(Register()).find("Ada Vance spoke.") == ()


def seed_paragraphs(two_seeds: Dossier) -> dict[str, list[Paragraph]]:
    return {each.article.seed: list(each.article.paragraphs) for each in two_seeds.articles}


def told(paragraphs: Sequence[Paragraph], found: Resolution) -> list[str]:
    number = {paragraph.id: place for place, paragraph in enumerate(paragraphs, 1)}
    return [f"{number[each.paragraph]}: {each.text} = {each.entity} ({each.rule})" for each in found.mentions]


def test_every_mention_of_the_two_seeds_and_no_other(two_seeds: Dossier) -> None:
    """Checked by hand, name by name."""
    gazetteer = Gazetteer(two_seeds.register)
    lines: list[str] = []
    for seed, paragraphs in sorted(seed_paragraphs(two_seeds).items()):
        found = resolve(paragraphs, gazetteer.find)
        assert found.unresolved == ()
        lines += [f"# {seed}", *told(paragraphs, found)]
    assert lines == (ROOT / "tests" / "seed_mentions.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("registered", "rule"), [(False, "another of that name"), (True, "several fit")], ids=["stranger", "registered"]
)
def test_the_seeds_with_another_kim_in_them(two_seeds: Dossier, rule: str, *, registered: bool) -> None:
    """Every bare name that she might have stays open; all others are linked as before."""
    register = two_seeds.register
    if registered:
        register = replace(register, entities=(*register.entities, entity("Kim Yo Jong", "person")))
    gazetteer = Gazetteer(register)
    seen = 0
    for paragraphs in seed_paragraphs(two_seeds).values():
        before = resolve(paragraphs, Gazetteer(two_seeds.register).find)
        mixed = resolve([Paragraph("x", "paragraph", "Kim Yo Jong sat beside him.", ()), *paragraphs], gazetteer.find)
        bare = [each for each in before.mentions if each.rule == "short name"]
        assert [each for each in mixed.mentions if each.paragraph != "x"] == [
            each for each in before.mentions if each not in bare or each.text != "Kim"
        ]
        left = [each for each in mixed.unresolved if each.paragraph != "x"]
        assert [(each.paragraph, each.start) for each in left] == [(each.paragraph, each.start) for each in bare]
        assert {each.rule for each in left} <= {rule}
        seen += len(left)
    assert seen == 3


def entity(name: str, kind: Kind) -> Entity:
    return Entity(name.lower().replace(" ", "-"), name, kind, (Alias(name),))


def test_names_of_one_thing() -> None:
    """Each name, and the fullest one of its group."""
    expected: dict[Kind, dict[str, str]] = {
        "person": {
            "Ada B. Vance": "ada b vance",
            "Vance": "vance",
            "Ada Vance": "ada b vance",
            "Bo Vance II": "bo vance ii",
            "Bo Vance": "bo vance",
            "Kim": "kim lee",
            "Kim Lee": "kim lee",
            "Rolf Berg": "rolf berg",
            "Rolf Berg Rolf BergToday": "rolf berg rolf bergtoday",
            "Berg": "rolf berg",
            "Ira Moss": "ira moss",
        },
        "organisation": {
            "World Harbour Office": "world harbour office",
            "WHO": "world harbour office",
            "the World Harbor's": "world harbor",
            "NHTA": "harbour tolls",
            "Harbour Tolls": "harbour tolls",
            "QSB": "qsb",
            "Moss": "ira moss",
            "Ira": "ira",
            "Old Tower Board": "old tower board",
            "Outer Trade Bank": "outer trade bank",
            "OTB": "outer trade bank",
        },
        "place": {
            "United States of America": "united states of america",
            "U.S.A.": "united states of america",
            "USA": "united states of america",
            "United States": "united states",
            "US": "us",
            "Lee": "lee",
        },
    }
    names = [Name(text, kind) for kind, texts in expected.items() for text in texts]
    introduced = [
        ("OTB", "Outer Trade Bank"),
        ("NHTA", "Harbour Tolls"),
        ("QSB", "Nobody Found"),
        ("QSB", "Harbour Tolls"),
        ("QSB", "Kim Lee"),
    ]
    groups = cluster(names, introduced)
    assert dict(zip(names, groups, strict=True)) == {
        Name(text, kind): full for kind, texts in expected.items() for text, full in texts.items()
    }


def test_a_first_name_that_thousands_share_costs_no_square() -> None:
    letters = "bcdfghjklmnpqrstvwxz"
    full = [f"Alexandra {''.join(letters[each // 20**place % 20] for place in range(4))}" for each in range(20_000)]
    names = [
        Name(text, "person") for text in [*full, "Alexandra", full[7].split()[1], *(f"Ms. {each}" for each in full)]
    ]
    groups = cluster(names)  # by the square of their number, it would take minutes
    assert groups[len(full) : len(full) + 2] == ("alexandra", f"ms {full[7].lower()}")


@given(st.text(alphabet="AaBb (),.-’UNS of", max_size=60))
def test_introductions_stand_in_the_text(text: str) -> None:
    for introduction in introductions(text):
        for start, end in (introduction.short, introduction.long):
            assert 0 <= start < end <= len(text)
        assert expands(text[slice(*introduction.long)], text[slice(*introduction.short)])


def test_time_grows_with_the_text_alone() -> None:
    """Thousands of brackets, of acronyms, of persons of one name: nothing hangs."""
    register = Register(tuple(entity(f"Ada Vance{'x' * place}", "person") for place in range(500)))
    text = "Ada (AV) " * 5_000 + "(" * 20_000 + "A " * 10_000 + "Ada Vance " + "U.S." * 5_000
    assert len(resolution(register, [text]).mentions) == 5_001


def places_of(found: Sequence[Candidate], weak: frozenset[int]) -> list[Candidate]:
    """The longest first, those of weak lengths last: one after the other, each against all that have a place."""
    kept: list[Candidate] = []
    for each in sorted(found, key=lambda each: (each.end - each.start in weak, each.start - each.end, each.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept)


@given(
    st.sets(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=12), st.frozensets(st.integers(1, 8), max_size=4)
)
def test_the_longest_get_their_places_and_the_weak_come_last(spans: set[tuple[int, int]], weak: frozenset[int]) -> None:
    found = [Candidate(start, start + length, Senses()) for start, length in sorted(spans)]
    claims = Claims(found)
    assert claims.outermost == places_of(found, frozenset())
    groups: list[list[Candidate]] = []
    for each in found:
        if not groups or each.start >= max(other.end for other in groups[-1]):
            groups.append([])
        groups[-1].append(each)
    final: list[Candidate] = []
    for group in groups:
        kept = places_of(group, frozenset())
        final += places_of(group, weak) if any(each.end - each.start in weak for each in kept) else kept
    assert claims.final(lambda each: each.end - each.start in weak) == final


@pytest.mark.parametrize(
    "text", ["Ada  Vance spoke.", "In  Rome, Ada\t\tVance spoke.", "A\n\n\nday. Ada\r\n Vance spoke."]
)
def test_blanks_between_the_words_of_a_name_are_one(text: str) -> None:
    (found,) = Gazetteer(Register((entity("Ada Vance", "organisation"),))).find(text)
    assert text[found.start : found.end].split() == ["Ada", "Vance"]


@pytest.mark.parametrize("before", ["", " ", "\n", "A word of "])
def test_an_introduction_ends_before_the_blank(before: str) -> None:
    text = f"{before}Northern Dairy Union (NDU) met. Union Bank(UB) too."
    found = [(text[slice(*each.long)], text[slice(*each.short)]) for each in introductions(text)]
    assert found == [("Northern Dairy Union", "NDU"), ("Union Bank", "UB")]


def test_many_acronyms_among_many_names_cost_no_square(tmp_path: Path) -> None:
    def cost(alphabet: str) -> tuple[int, int]:
        letters = list(product(alphabet, repeat=3))
        bodies = [" ".join(f"{letter}oat{place}" for place, letter in enumerate(each)) for each in letters]
        register = register_of(tmp_path, {"entities": [{"name": name, "kind": "organisation"} for name in bodies]})
        times = 10 * len(bodies)
        text = f"{' met '.join(bodies)} and {' and '.join(map(''.join, letters))}{' saw Nora Quay' * times}."
        found = resolution(register, [text])
        assert sum(each.rule == "initials" for each in found.mentions) > 0.8 * len(bodies)
        return len(bodies), calls_of(lambda: resolution(register, [text]))

    few, many = cost("BCDFG"), cost("BCDFGHJKLM")
    assert many[1] / few[1] < 1.5 * many[0] / few[0]
