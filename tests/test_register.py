from __future__ import annotations

import json
import string
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from dossier import Dossier, render
from dossier.model import Location, Register
from dossier.register import id_of, json_schema, load_register


def load(tmp_path: Path, text: str | bytes) -> tuple[Register, list[str]]:
    path = tmp_path / "entities.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    register, diagnostics = load_register(path, Location("entities.yml"))
    assert all(each.hint for each in diagnostics)
    return register, [f"{each.location.line} {each.severity}: {each.message}" for each in diagnostics]


KIM = "  - name: Ada Vance\n    kind: person\n"


def test_every_option(tmp_path: Path) -> None:
    register, said = load(
        tmp_path,
        """\
        entities:
          - name: Ada Vance
            id: ada
            kind: person
            aliases:
              - Captain Vance
              - {text: the captain, case: exact, scope: article, except: [the captain of]}
            description: One
              sentence.
            links: {wikidata: Q1, home: "https://example.com/"}
          - {name: NO, kind: place, status: suggested}
        suppress: [Christmas gift]
        distinct: [[ada, no]]
        redirects: {vance: ada}
        """.replace("\n        ", "\n").removeprefix("        "),
    )
    assert said == []
    ada, no = register.entities
    assert [(alias.text, alias.case, alias.scope, alias.exceptions) for alias in ada.aliases] == [
        ("Ada Vance", "exact", "anywhere", ()),
        ("Captain Vance", "exact", "anywhere", ()),
        ("the captain", "exact", "article", ("the captain of",)),
    ]
    assert (ada.id, ada.description, ada.links) == (
        "ada", "One sentence.", (("wikidata", "Q1"), ("home", "https://example.com/")),
    )  # fmt: skip
    assert (no.id, no.name, no.status, no.location.line) == ("no", "NO", "suggested", 11)
    assert (register.suppress, register.distinct) == (("Christmas gift",), (("ada", "no"),))
    assert register.redirects == (("vance", "ada"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"entities:\n{KIM}  - name: Oslo\n    kind: city\n",
            "5 error: `kind: city` should be 'person', 'organisation', 'place', 'topic', 'event' or 'work'",
        ),
        (f"entities:\n{KIM}  - name: Ada  Vance\n    kind: place\n", "4 error: duplicate id `ada-vance`"),
        ("entities:\n  - kind: place\n", "2 error: `name` is missing"),
        (f"entities:\n{KIM}    age: 50\n", "4 error: `age` is no key that is known here"),
        (f"entities:\n{KIM}    id: Ada V\n", "4 error: `id: Ada V` is no id"),
        (
            f"entities:\n{KIM}    aliases:\n      - Vance\n      - {{text: x, scope: here}}\n",
            "6 error: `aliases.scope: here` should be 'anywhere' or 'article'",
        ),
        (f"entities:\n{KIM}    aliases: ['']\n", "4 error: `aliases` is empty"),
        (f"entities:\n{KIM}    links: {{home: 'javascript:x'}}\n", "4 error: `links` has `home: javascript:x`, which is no web address"),
        (f"entities:\n{KIM}distinct: [[ada-vance, nobody]]\n", "4 note: `nobody` in `distinct` is no entity"),
        (f"entities:\n{KIM}    aliases: Captain\n", "4 error: `aliases` is no list"),
        (f"entities:\n{KIM}    links: {{wikidata: Ada}}\n", "4 error: `links` has `wikidata: Ada`, which is no Wikidata id"),
        ("entities:\n  - name: Index\n    kind: topic\n", "2 error: `index` is the address of a list"),
        (f"entities:\n{KIM}suppress:\n  - x\n  - ''\n", "6 error: `suppress` is empty"),
        (f"entities:\n{KIM}redirects: {{A B: ada-vance}}\n", "4 error: `redirects: A B` is no id"),
        (f"entities:\n{KIM}    kind: place\n", "4 warning: `kind` stands twice; the last one counts"),
        (f"entitles:\n{KIM}", "1 warning: unknown section `entitles`"),
        ("- name: x\n", "1 error: the register is no mapping"),
        ("entities: 5\n", "1 error: `entities` is no list"),
        ("entities:\n  - name: 'x\n", "3 error: not YAML: found unexpected end of stream"),
        (b"entities:\n  - name: \xff\n", "0 error: cannot be read: 'utf-8' codec can't decode"),
        (f"entities:\n{KIM}redirects: {{old: nobody}}\n", "4 warning: `old` is redirected to `nobody`, which is no entity"),
        (f"entities:\n{KIM}redirects:\n  ada-vance: x\n", "5 warning: `ada-vance` is redirected to `x`, which is no entity"),
        (f"entities:\n{KIM}redirects: {{a: b, b: a}}\n", "4 warning: `a` is redirected to `b`, and so in a circle"),
        (f"entities:\n{KIM}redirects: {{ada-vance: ada-vance}}\n", "4 warning: `ada-vance` is redirected to `ada-vance`, and so in a circle"),
        (f"entities:\n{KIM}redirects: {{index: ada-vance}}\n", "4 warning: `index` is the address of a list"),
        (f"entities:\n{KIM}redirects:\n  a: ada-vance\n  a: x\n", "6 warning: `a` stands twice; the last one counts"),
        (
            f"entities:\n{KIM}  - {{name: Cap, kind: place}}\nredirects: {{ada-vance: cap}}\n",
            "5 note: `ada-vance` (person) is merged into `cap` (place)",
        ),
        (
            f"entities:\n{KIM}  - {{name: Bo, kind: person, status: suggested}}\nredirects: {{ada-vance: bo}}\n",
            "5 warning: `ada-vance` is merged into `bo`, which is only suggested, so that neither is shown",
        ),
        (
            f"entities:\n{KIM}    aliases: [Captain]\n  - name: Bo Lind\n    kind: person\n    aliases: [Captain]\n",
            "5 note: `Captain` names both Ada Vance (line 2) and Bo Lind",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    _, seen = load(tmp_path, text)
    assert seen
    assert seen[0].startswith(said)


MERGED = """\
entities:
  - name: Ada Vance
    kind: person
    aliases: [Mayor Vance]
  - name: Ada C. Vance
    kind: person
    aliases:
      - {text: the mayor, scope: article}
      - Mayor Vance
  - {name: A. Vance, kind: person, status: suggested}
redirects:
  ada-c-vance: ada-vance
  a-vance: ada-c-vance
  old-name: a-vance
"""


def test_a_redirected_entity_is_another_name_of_the_one_it_leads_to(tmp_path: Path) -> None:
    register, said = load(tmp_path, MERGED)
    assert said == []
    (ada,) = register.entities
    assert [(alias.text, alias.scope, alias.origin, alias.source and alias.source.line) for alias in ada.aliases] == [
        ("Ada Vance", "anywhere", "", 2),
        ("Mayor Vance", "anywhere", "", 4),
        ("Ada C. Vance", "anywhere", "ada-c-vance", 5),
        ("the mayor", "article", "ada-c-vance", 8),
        ("A. Vance", "anywhere", "a-vance", 10),
    ]
    assert [entity.id for entity in register.merged] == ["ada-c-vance", "a-vance"]
    assert register.redirects == tuple((old, "ada-vance") for old in ("ada-c-vance", "a-vance", "old-name"))


def test_a_merged_entity_has_a_page_that_leads_on(make_dossier: Callable[..., Dossier]) -> None:
    text = "---\ndate: 2021-03-03\n---\nAda C. Vance spoke of the toll, and nobody in the hall disagreed."
    dossier = make_dossier({"a.txt": text}, MERGED)
    (entry,) = dossier.entries
    assert (entry.entity.id, entry.mentions) == ("ada-vance", 1)
    pages = {page.src_uri: str(page.content) for page in render(dossier)}
    assert "Ada C. Vance" in pages["entities/people/ada-vance.md"]
    assert "redirect: ada-vance.md" in pages["entities/people/ada-c-vance.md"]


def test_without_the_line_the_entity_is_itself_again(tmp_path: Path) -> None:
    register, _ = load(tmp_path, MERGED.replace("  ada-c-vance: ada-vance\n", ""))
    assert [entity.id for entity in register.entities] == ["ada-vance", "ada-c-vance"]
    assert [alias.text for alias in register.entities[1].aliases][-1] == "A. Vance"


def test_in_a_circle_or_to_nobody_every_entity_stays(tmp_path: Path) -> None:
    register, said = load(tmp_path, MERGED.replace("ada-vance\n", "old-name\n"))
    assert [entity.id for entity in register.entities] == ["ada-vance", "ada-c-vance", "a-vance"]
    assert [line.partition(":")[0] for line in said] == ["12 warning", "13 warning", "14 warning", "5 note"]
    register, said = load(tmp_path, MERGED.replace("ada-vance\n", "nobody\n"))
    assert len(register.entities) == 3
    assert len(said) == 4


def test_a_long_chain_is_followed_in_time(tmp_path: Path) -> None:
    chain = "".join(f"  a{number}: a{number + 1}\n" for number in range(3000))
    register, said = load(tmp_path, f"entities:\n{KIM}redirects:\n{chain}  a3000: ada-vance\n")
    assert said == []
    assert {new for _, new in register.redirects} == {"ada-vance"}


def test_a_bad_entry_does_not_stop_the_others(tmp_path: Path) -> None:
    register, said = load(tmp_path, f"entities:\n  - name: x\n    kind: ship\n{KIM}")
    assert [entity.id for entity in register.entities] == ["ada-vance"]
    assert len(said) == 1


def test_one_bad_decision_leaves_the_others(tmp_path: Path) -> None:
    register, said = load(
        tmp_path,
        f"entities:\n{KIM}    aliases: ['', Vance, {{text: x, scope: y}}]\n    links:\nsuppress: [x, '']\ndistinct:\n"
        "redirects: {A B: ada-vance, old: ada-vance}\n",
    )
    assert [alias.text for alias in register.entities[0].aliases] == ["Ada Vance", "Vance"]
    assert (register.suppress, register.redirects) == (("x",), (("old", "ada-vance"),))
    assert len(said) == 4


def test_a_slip_of_the_pen_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text("entities:\n  - {name: x, kind: organization, alias: [y]}\nsupress: [z]\n")
    hints = {each.hint for each in load_register(path, Location(""))[1]}
    assert hints == {"did you mean `organisation`?", "did you mean `aliases`?", "did you mean `suppress`?"}


def test_a_name_in_any_script_and_of_any_length_has_an_address(tmp_path: Path) -> None:
    register, _ = load(
        tmp_path, f"entities:\n  - {{name: 🙂, kind: topic}}\n  - {{name: {'ab ' * 200}x, kind: topic}}\n"
    )
    first, second = (entity.id for entity in register.entities)
    assert first.startswith("entity-")
    assert len(second) <= 80


def test_an_empty_register_is_a_register(tmp_path: Path) -> None:
    assert load(tmp_path, "") == (Register(), [])
    assert load(tmp_path, "entities:\n") == (Register(), [])


def test_no_register_is_said(tmp_path: Path) -> None:
    _, diagnostics = load_register(tmp_path / "none.yml", Location("none.yml"))
    assert [each.message for each in diagnostics] == ["no register"]


def test_the_schema_that_ships_is_the_one_of_the_code() -> None:
    assert (ROOT / "dossier" / "entities.schema.json").read_text(encoding="utf-8") == json_schema()


def test_the_shipped_register_names_the_schema_and_keeps_it() -> None:
    text = (ROOT / "entities.yml").read_text(encoding="utf-8")
    name = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    schema = json.loads((ROOT / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), schema)  # noqa: S506 - it makes only texts
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"entities": [{"name": "x", "kind": "ship"}]}, schema)


def test_the_shipped_register_has_what_the_story_needs() -> None:
    register, diagnostics = load_register(ROOT / "entities.yml", Location("entities.yml"))
    assert diagnostics == ()
    names = {alias.text for entity in register.entities for alias in entity.aliases}
    assert names >= {
        "Kim Jong Un", "Donald Trump", "Ri Thae Song", "Geng Shuang", "UN Security Council", "United Nations",
        "Workers' Party of Korea", "KCNA", "Reuters", "White House", "Chinese Foreign Ministry", "North Korea", "Russia",
        "China", "United States", "France", "Britain", "Pyongyang", "Washington", "sanctions", "nuclear programme",
    }  # fmt: skip
    assert all(entity.description.endswith(".") for entity in register.entities)


@given(st.text(alphabet=string.ascii_letters + string.digits + " -.'é", min_size=1, max_size=120))
def test_the_id_of_a_plain_name_is_its_slug(name: str) -> None:
    slug = slugify(name, max_length=80, word_boundary=True)
    assert not slug or id_of(name) == slug


def test_names_that_would_be_found_everywhere_or_nowhere(tmp_path: Path) -> None:
    text = """entities:
  - name: Ada Vance
    kind: person
    aliases:
      - A
      - the
      - <b>Ada</b>
      - {text: Us, case: any}
      - **Ada**
      - WHO
      - {text: Will, scope: article}
      - The Boss
  - {name: Und, kind: work}
"""
    _, said = load(tmp_path, text.replace("- **Ada**", "- '**Ada**'"))
    assert said == [
        "5 warning: `A` is one letter, which stands in most articles",
        "6 warning: `the` is a word of every sentence, and would be linked there",
        "7 warning: `<b>Ada</b>` holds markup, which no text of an article does",
        "8 warning: `Us` is a word of every sentence, and would be linked there",
        "9 warning: `**Ada**` holds markup, which no text of an article does",
    ]


def test_decisions_that_contradict_each_other(tmp_path: Path) -> None:
    text = """entities:
  - {name: Ada Vance, kind: person}
  - name: Bob Stone
    kind: person
    aliases: [Robert Stone]
  - {name: Cy Stone, kind: person}
suppress:
  - Robert Stone
  - Stone Age
distinct:
  - [ada-vance, cy-stone]
  - [bob-stone, cy-stone]
  - [ada-vance, ada-vance]
redirects:
  cy-stone: bob-stone
"""
    _, said = load(tmp_path, text)
    assert said == [
        "8 note: `Robert Stone` is suppressed, and a name of Bob Stone (line 5), which counts",
        "12 warning: `bob-stone` and `cy-stone` are never one by `distinct`, and one by `redirects`",
        "13 warning: a group in `distinct` needs two ids",
    ]


def test_mistakes_in_a_large_register_are_told_quickly(tmp_path: Path) -> None:
    people = "".join(f"  - {{name: Person {each}, kind: person}}\n" for each in range(4000))
    loud = f"  - {{name: '{'<a' * 50_000}', id: loud, kind: work}}\n"
    apart = "".join(f"  - [persn-{each}, person-{each}]\n" for each in range(100))
    began = time.perf_counter()
    _, said = load(tmp_path, f"entities:\n{people}{loud}distinct:\n{apart}")
    assert time.perf_counter() - began < 5
    assert [each.partition(": ")[2] for each in said] == [
        f"`persn-{each}` in `distinct` is no entity" for each in range(100)
    ]
