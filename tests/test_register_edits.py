"""Decisions written into the register: one line each, whatever it holds and however it is written."""

from __future__ import annotations

import difflib
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, run
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.model import (
    Add,
    AliasOf,
    Confirm,
    Decision,
    Distinct,
    DossierError,
    Entity,
    Location,
    Merge,
    NoAlias,
    Register,
    Suppress,
)
from dossier.register import Change, EditError, apply, apply_all, change, change_back, id_of, read_register
from dossier.register.file import taken_back
from dossier.register.writing import written

HERE = Location("entities.yml")
SMALL = """\
# Names
entities:
  # People
  - name: Ada Vance     # mayor
    kind: person
    aliases:
      - Vance
      # not yet: Mayor Vance
  - {name: Bo Lind, kind: person, status: suggested}
  - name: Cap
    kind: place
    aliases: [C, "C: d"]   # two
    # a note on Cap

suppress: [x]
"""


def loaded(text: str) -> Register:
    register, diagnostics = read_register(text, HERE)
    assert not [each for each in diagnostics if each.severity == "error"], (text, diagnostics)
    return register


def diff(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("decision", "lines"),
    [
        (Add("Dee Moss", "person"), ["+  - {name: Dee Moss, kind: person}"]),
        (
            Add("Dee: Moss", "topic", "suggested", ("NO", "1.10")),
            ['+  - {name: "Dee: Moss", kind: topic, aliases: ["NO", "1.10"], status: suggested}'],
        ),
        (AliasOf("Mayor", "ada-vance"), ["+      - Mayor"]),
        (
            AliasOf("Bo", "bo-lind"),
            [
                "-  - {name: Bo Lind, kind: person, status: suggested}",
                "+  - {name: Bo Lind, kind: person, status: suggested, aliases: [Bo]}",
            ],
        ),
        (AliasOf("O'Cap", "cap"), ['-    aliases: [C, "C: d"]   # two', '+    aliases: [C, "C: d", O\'Cap]   # two']),
        (NoAlias("C: d", "cap"), ['-    aliases: [C, "C: d"]   # two', "+    aliases: [C]   # two"]),
        (NoAlias("C", "cap"), ['-    aliases: [C, "C: d"]   # two', '+    aliases: ["C: d"]   # two']),
        (NoAlias("Vance", "ada-vance"), ["-      - Vance"]),
        (Merge("bo-lind", "ada-vance"), ["+redirects:", "+  bo-lind: ada-vance"]),
        (Distinct(("cap", "bo-lind")), ["+distinct:", "+  - [cap, bo-lind]"]),
        (Suppress("y # z"), ["-suppress: [x]", '+suppress: [x, "y # z"]']),
        (
            Confirm("bo-lind"),
            ["-  - {name: Bo Lind, kind: person, status: suggested}", "+  - {name: Bo Lind, kind: person}"],
        ),
        (
            Confirm("bo-lind", "work"),
            ["-  - {name: Bo Lind, kind: person, status: suggested}", "+  - {name: Bo Lind, kind: work}"],
        ),
    ],
)
def test_a_decision_is_one_line(decision: Decision, lines: list[str]) -> None:
    assert diff(SMALL, apply(SMALL, decision)) == lines


def test_an_alias_of_an_entity_without_any_is_a_line_of_its_own() -> None:
    text = "entities:\n- name: A b\n  kind: place   # here\n  description: >\n    Long.\n\n- name: B\n  kind: place\n"
    assert diff(text, apply(text, AliasOf("A", "a-b"))) == ["+  aliases: [A]"]
    assert "  kind: place   # here\n  aliases: [A]\n  description" in apply(text, AliasOf("A", "a-b"))
    assert diff(text, apply(text, Add("C", "place"))) == ["+- {name: C, kind: place}"]
    empty = "entities:\n- name: A b\n  kind: place\n  aliases:   # none\n"
    assert diff(empty, apply(empty, AliasOf("A", "a-b"))) == ["-  aliases:   # none", "+  aliases: [A]   # none"]


def test_a_text_of_several_lines_may_become_the_last_one() -> None:
    text = "entities:\n- name: A\n  kind: place\n  description: |\n    Long.\n  status: suggested"
    assert apply(text, Confirm("a")) == text.removesuffix("\n  status: suggested")


def test_the_note_of_a_status_stays() -> None:
    text = "entities:\n- name: A\n  kind: place\n  status: suggested  # seen twice\n"
    changed = [
        "-  kind: place",
        "-  status: suggested  # seen twice",
        "+  kind: work",
        "+  status: confirmed  # seen twice",
    ]
    assert sorted(diff(text, apply(text, Confirm("a", "work")))) == sorted(changed)


def test_a_mapping_is_indented_even_where_lists_are_not() -> None:
    text = "entities:\n- {name: A, kind: place}\n- {name: B, kind: place}\n"
    assert diff(text, apply(text, Merge("a", "b"))) == ["+redirects:", "+  a: b"]
    assert diff(text + "redirects:\n", apply(text + "redirects:\n", Merge("a", "b"))) == ["+  a: b"]


@pytest.mark.parametrize(
    ("aliases", "text", "after"),
    [
        ("[\n  x,  # one\n  y  # two\n  ]", "y", "[\n  x,  # one\n    # two\n  ]"),
        ("[\n  x,  # one\n  y  # two\n  ]", "x", "[\n  # one\n  y  # two\n  ]"),
        ("[x,]", "x", "[]"),
        ("[x]", "x", "[]"),
        ("[a, x, b]", "x", "[a, b]"),
        ("[a , {text: x, scope: article}]", "x", "[a]"),
    ],
)
def test_a_name_goes_out_of_a_list_and_the_comments_stay(aliases: str, text: str, after: str) -> None:
    before = f"entities:\n- {{name: A b, kind: place, aliases: {aliases}}}\n"
    assert apply(before, NoAlias(text, "a-b")) == before.replace(aliases, after)


def test_a_line_goes_below_the_comments_that_belong_to_the_one_before() -> None:
    after = apply(SMALL, AliasOf("Mayor", "ada-vance"))
    assert "      - Vance\n      - Mayor\n      # not yet" in after  # as deep as the list: of the list
    after = apply(SMALL, Add("Dee", "person"))
    assert "    # a note on Cap\n  - {name: Dee, kind: person}\n\nsuppress" in after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "suppress:\n  - z\n"),
        ("\ufeff", "\ufeffsuppress:\n  - z\n"),
        ("# only a comment", "# only a comment\nsuppress:\n  - z"),
        ("---\n", "---\nsuppress:\n  - z\n"),
        ("entities:\n...\nrest\n", "entities:\nsuppress:\n  - z\n...\nrest\n"),
        ("suppress:", "suppress:\n  - z"),
        ("suppress:\r\n  - a\r\n", "suppress:\r\n  - a\r\n  - z\r\n"),
        ("suppress: []\n", "suppress: [z]\n"),
        ("suppress: [\n  a,  # one\n  b,\n]\n", "suppress: [\n  a,  # one\n  b, z,\n]\n"),
        ('{"suppress": ["a"]}', '{"suppress": ["a", z]}'),
        ("{}", "{suppress: [z]}"),
        ("suppress:\n- a\n# end", "suppress:\n- a\n- z\n# end"),
        ("suppress:\n- a\n#\nredirects:\n", "suppress:\n- a\n- z\n#\nredirects:\n"),
        ("  entities:\n", "  entities:\n  suppress:\n    - z\n"),
        ("suppress:\n  - |\n    a\n\n\nentities:\n", "suppress:\n  - |\n    a\n  - z\n\n\nentities:\n"),
        ("suppress:\n  - 'a\n\n    b'", "suppress:\n  - 'a\n\n    b'\n  - z"),
        ("suppress:\r  - a\r", "suppress:\r  - a\r  - z\r"),
    ],
)
def test_every_way_to_write_a_section(text: str, after: str) -> None:
    assert apply(text, Suppress("z")) == after


@pytest.mark.parametrize(
    ("text", "decision", "said"),
    [
        (SMALL, Add("Ada Vance", "person"), "`ada-vance` is there already, in line 4"),
        (SMALL, Add("Index", "topic"), "`index` is the address of a list"),
        (
            SMALL + "redirects: {dee-moss: ada-vance}\n",
            Add("Dee Moss", "person"),
            "`dee-moss` is redirected to `ada-vance`",
        ),
        (SMALL, Add("x", "topic"), "`x` is suppressed, in line 15"),
        (SMALL, Add("a\nb", "topic"), "a name is words with single spaces between them"),
        (SMALL, Suppress(""), "a name is words with single spaces between them"),
        (SMALL, Suppress("x"), "`x` is suppressed, in line 15"),
        (SMALL, AliasOf("Vance", "ada-vance"), "`ada-vance` has this name already, in line 4"),
        (SMALL, AliasOf("Vance", "nobody"), "`nobody` is no entity of the register"),
        (SMALL, NoAlias("Ada Vance", "ada-vance"), "`Ada Vance` is not listed among the aliases of `ada-vance`"),
        (SMALL, Merge("cap", "cap"), "`cap` leads to `cap` already"),
        (SMALL + "redirects: {cap: bo-lind}", Merge("bo-lind", "cap"), "`cap` leads to `bo-lind` already"),
        (SMALL + "redirects: {cap: bo-lind}", Merge("cap", "ada-vance"), "`cap` is redirected already, to `bo-lind`"),
        (SMALL + "distinct: [[cap, bo-lind]]", Merge("bo-lind", "cap"), "line 16: `bo-lind` and `cap` are distinct"),
        (SMALL + "distinct: [[cap, bo-lind]]", Distinct(("bo-lind", "cap")), "line 16: they are distinct already"),
        (SMALL, Distinct(("cap",)), "it takes two to be distinct"),
        (SMALL, Confirm("cap"), "`cap` is no suggestion any more, in line 10"),
        ("entities: [\n", Suppress("y"), "line 2: not YAML: "),
        ("- a\n", Suppress("y"), "line 1: the register is no mapping"),
        ("suppress: a\n", Suppress("y"), "line 1: `suppress` is not what it should be"),
        ("entities:\n  - {name: A, kind: place, aliases: b}\n", AliasOf("y", "a"), "line 2: `aliases` is no list"),
        ("entities: !!null\n", Add("y", "topic"), "line 1: `entities` is not what it should be"),
        ("{suppress: }\n", Suppress("y"), "the register is written in a way that cannot be added to here"),
    ],
)
def test_what_a_register_cannot_take_is_refused(text: str, decision: Decision, said: str) -> None:
    with pytest.raises(EditError, match="^" + re.escape(said)):
        apply(text, decision)


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8) | st.sampled_from(
    [
        "NO", "no", "null", "~", "1.10", "0x1F", "1e3", "2020-01-02", "12:30:45", "=", "<<", "- a", "-a", "*a", "&a",
        "%a", "@a", "`a", "!a", "|", ">", "?", "? a", ": a", "a:", "a: b", "a #b", "#b", "[a", "a]", "{a", "a}", "a, b",
        "'", "''a", '"', 'a"b', "\\", "a\\", "北京 市", "عمر", "אבג", "🙂", "👩‍🚀", "a\u202eb", "a\u200fb", "---", "...",
        "--- a", "y", "_1", "Workers' Party", "e\u0301", "\u0301e", "\ufffe", "a\u2028b", "a\x85b", "a\x07", "a\ufeff",
    ]
)  # fmt: skip
TEXTS = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
KINDS = st.sampled_from(["person", "organisation", "place", "topic", "event", "work"])


@given(TEXTS)
@example("0?")
def test_a_text_of_any_letters_is_read_as_written(text: str) -> None:
    line = f"a: [{written(text)}, {{{written(text)}: {written([text])}}}]"
    assert len(line.splitlines()) == 1
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        first, second = yaml.load(line, Loader=loader)["a"]  # noqa: S506 - both are safe
        assert first == text
        assert second == {text: [text]}
    assert yaml.load(f"- {written(text)}", Loader=yaml.SafeLoader) == [text]


@st.composite
def registers(draw: st.DrawFn) -> str:
    """A register in a style that a person may have, with comments in every place."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    step = draw(st.sampled_from(["", "  ", "    "]))
    comment = st.sampled_from(["", "", "  # a note: [x]"])
    between = st.lists(st.sampled_from(["", "# a line: x", "      # - deep", "  # - {name: x}"]), max_size=2)
    lines = draw(between)
    names = draw(st.lists(TEXTS, max_size=4, unique_by=id_of))
    sections = [_entities(draw, step, names, comment, between)]
    ids = [id_of(name) for name in names]
    sections += [_list(draw, "suppress", step, draw(st.lists(TEXTS, max_size=3, unique=True)), comment)]
    if len(ids) > 1:
        sections += [_list(draw, "distinct", step, [ids[:2]], comment)]
        pair = f"{written(ids[0])}: {written(ids[-1])}"
        sections.append(
            draw(st.sampled_from([["redirects:", f"{step or '  '}{pair}"], [f"redirects: {{{pair}}}"], []]))
        )
    for section in draw(st.permutations(sections)):
        lines += section + draw(between)
    text = end.join(lines) + draw(st.sampled_from([end, ""]))
    return draw(st.sampled_from(["", "\ufeff"])) + text


def _list(draw: st.DrawFn, name: str, step: str, values: list, comment: st.SearchStrategy[str]) -> list[str]:
    if draw(st.booleans()):
        return [f"{name}: {written(values)}{draw(comment)}"]
    return [f"{name}:{draw(comment)}", *(f"{step}- {written(value)}{draw(comment)}" for value in values)]


def _entities(
    draw: st.DrawFn, step: str, names: list[str], comment: st.SearchStrategy[str], between: st.SearchStrategy[list[str]]
) -> list[str]:
    lines = [f"entities:{draw(comment)}"]
    for name in names:
        kind, status = draw(KINDS), draw(st.sampled_from(["confirmed", "suggested", None]))
        aliases = draw(st.none() | st.lists(TEXTS, max_size=2, unique=True).map(lambda texts: [*texts]))
        if draw(st.booleans()):
            told = {"name": name, "kind": kind} | ({} if aliases is None else {"aliases": aliases})
            lines.append(f"{step}- {written(told | ({} if status is None else {'status': status}))}{draw(comment)}")
        else:
            inner = step + "  "
            pairs = [[f"kind: {kind}{draw(comment)}"], ["description: |", "  Long: #text.", "", "  - y"]]
            if aliases is not None:
                block = [f"aliases:{draw(comment)}", *(f"  - {written(alias)}{draw(comment)}" for alias in aliases)]
                pairs.append(draw(st.sampled_from([block, [f"aliases: {written(aliases)}{draw(comment)}"]])))
            if status is not None:
                pairs.append([f"status: {status}{draw(comment)}"])
            flat = [line for pair in draw(st.permutations(pairs)) for line in pair]
            lines += [f"{step}- name: {written(name)}{draw(comment)}", *(inner + line for line in flat)]
        lines += draw(between)
    return lines


@st.composite
def decisions(draw: st.DrawFn, register: Register) -> Decision:
    """A decision that the register can take, or may refuse."""
    ids = [entity.id for entity in (*register.entities, *register.merged)] or ["nobody"]
    entity = st.sampled_from(ids)
    listed = [(alias.text, each.id) for each in register.entities for alias in each.aliases[1:] if not alias.origin]
    choices: list[st.SearchStrategy[Decision]] = [
        st.builds(Add, TEXTS, KINDS, st.sampled_from(["confirmed", "suggested"]), st.lists(TEXTS, max_size=2, unique=True).map(tuple)),
        st.builds(AliasOf, TEXTS, entity),
        st.builds(Merge, entity, entity),
        st.builds(Distinct, st.lists(entity, min_size=2, max_size=3, unique=True).map(tuple)) if len(ids) > 2 else st.nothing(),
        st.builds(Suppress, TEXTS),
        st.builds(Confirm, entity, st.none() | KINDS),
        st.sampled_from(listed).map(lambda pair: NoAlias(*pair)) if listed else st.nothing(),
    ]  # fmt: skip
    return draw(st.one_of(choices))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_any_decision_on_any_register(data: st.DataObject) -> None:
    before = data.draw(registers())
    register = loaded(before)
    decision = data.draw(decisions(register))
    after = _applied(before, decision)
    if after is None:
        return
    assert _bare(loaded(after)) == _bare(_expected(register, decision)), after
    _check_lines(before, after, decision)
    assert taken_back(after, Change(before, after)) == before


def _applied(before: str, decision: Decision) -> str | None:
    """The text after the decision, or nothing if the register contradicts it."""
    try:
        return apply(before, decision)
    except EditError as refusal:
        if "written in a way" in str(refusal):
            raise
        return None


def _check_lines(before: str, after: str, decision: Decision) -> None:
    """One line came in, went or changed, and with the first of a section its header; all others are the same bytes."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if old and not old[-1].endswith(("\n", "\r")):
        assert not new[-1].endswith(("\n", "\r"))
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    if len(new) == 2 and not old:
        assert new[0].strip() in {"entities:", "suppress:", "distinct:", "redirects:"} or "confirm" in repr(decision)
    elif isinstance(decision, Confirm) and decision.kind is not None:
        parts = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()  # the status and the kind, apart
        gone = sum(end - start for kind, start, end, _, _ in parts if kind != "equal")
        come = sum(end - start for kind, _, _, start, end in parts if kind != "equal")
        assert come <= gone <= 2  # as many, if the line of the status has a note, which stays
    else:
        assert len(old) <= 1
        assert len(new) <= 1
    ends = {"\r\n"} if "\r\n" in before else {"\n"} if "\n" in before else {"\n", ""}
    for line in after.splitlines(keepends=True)[:-1]:
        assert line[len(line.rstrip("\r\n")) :] in ends


def _bare(register: Register) -> Register:
    """Without the places, which move, and the order, which the lines tell."""

    def placeless(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        return tuple(sorted((replace(each, location=HERE) for each in entities), key=lambda each: each.id))

    return replace(
        register,
        entities=placeless(register.entities),
        merged=placeless(register.merged),
        suppress=tuple(sorted(register.suppress)),
        distinct=tuple(sorted(register.distinct)),
        redirects=tuple(sorted(register.redirects)),
    )


def _expected(register: Register, decision: Decision) -> Register:
    """By way of the plainest register that says the same, written anew."""
    entities = {entity.id: _plain(entity) for entity in (*register.entities, *register.merged)}
    order = sorted((*register.entities, *register.merged), key=lambda entity: entity.location.line)
    plain: dict = {
        "entities": [entities[entity.id] for entity in order],
        "suppress": [*register.suppress],
        "distinct": [[*group] for group in register.distinct],
        "redirects": dict(register.redirects),
    }
    match decision:
        case Add(name, kind, status, aliases):
            plain["entities"].append({"name": name, "kind": kind, "status": status, "aliases": [*aliases]})
        case AliasOf(text, entity):
            entities[entity]["aliases"].append(text)
        case NoAlias(text, entity):
            entities[entity]["aliases"].remove(text)
        case Merge(old, new):
            plain["redirects"][old] = new
        case Distinct(ids):
            plain["distinct"].append([*ids])
        case Suppress(text):
            plain["suppress"].append(text)
        case Confirm(entity, kind):
            entities[entity] |= {"status": "confirmed"} | ({} if kind is None else {"kind": kind})
    return loaded(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, default_style='"'))


def _plain(entity: Entity) -> dict:
    own = [alias.text for alias in entity.aliases[1:] if not alias.origin]
    return {
        "name": entity.name, "kind": entity.kind, "status": entity.status, "aliases": own,
        "description": entity.description,
    }  # fmt: skip


def test_many_additions_are_one_edit_and_nothing_if_one_is_refused() -> None:
    names = [f"Name {number}" for number in range(1000)]
    after = apply_all(SMALL, [Add(name, "person", "suggested") for name in names] + [Suppress("Name")])
    assert len(diff(SMALL, after)) == 1002
    assert len(loaded(after).entities) == 1003
    with pytest.raises(EditError, match="`name-1` is there already, in what is added"):
        apply_all(SMALL, [Add("Name 1", "person"), Add("Name-1", "person")])


def test_the_shipped_register_takes_every_decision() -> None:
    text = (ROOT / "entities.yml").read_text(encoding="utf-8")
    after = apply_all(text, [Merge("reuters", "kcna"), Distinct(("france", "britain")), Suppress("White House Press")])
    assert diff(text, after) == [
        "+redirects:", "+  reuters: kcna", "+distinct:", "+  - [france, britain]", "+suppress:", "+  - White House Press",
    ]  # fmt: skip


def test_git_revert_restores_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode())
    before = path.read_bytes()

    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "before")
    for decision in (Merge("bo-lind", "ada-vance"), AliasOf("Mayor", "ada-vance"), Add("Dee", "place")):
        change(path, [decision])
        git(tmp_path, "commit", "-qam", "decided")
    git(tmp_path, "revert", "--no-edit", "HEAD~2")
    assert path.read_bytes().decode() == apply_all(
        before.decode(), [AliasOf("Mayor", "ada-vance"), Add("Dee", "place")]
    )
    git(tmp_path, "revert", "--no-edit", "HEAD~1", "HEAD~2")
    assert path.read_bytes() == before


def git(folder: Path, *words: str) -> str:
    """What git says; anything but success fails the test."""
    author = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    done = run("git", *author, *words, cwd=folder)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout.strip()


ALPHABET = "Abel Bora Cole Dunn Egan Ford Gray Hale Ives Judd Kane Lind Moss Nash Odum Page Reed Shaw Tate Vane".split()
GROWN = "\n".join(
    [
        "entities:",
        *(f"  - {{name: Ana {name}, kind: person, status: suggested}}" for name in ALPHABET),
        "suppress:",
        *(f"  - {name} Street" for name in ALPHABET),
        "distinct:",
        *(f"  - [ana-{name.lower()}, ana-vane]" for name in ALPHABET[:-1]),
        "redirects:",
        *(f"  old-{name.lower()}: ana-{name.lower()}" for name in ALPHABET),
        "",
    ]
)
TEN = (
    Add("Ana Lopez", "person"),
    Add("Zoe Young", "person"),
    Add("Ana Gold", "person", "confirmed", ("A. Gold", "Gold: A")),
    Suppress("Harbour Street"),
    Add("Aaron Tate", "person"),
    Merge("ana-moss", "ana-nash"),
    Suppress("North Street"),
    Distinct(("ana-gray", "ana-reed")),
    Confirm("ana-ives"),
    Add("Ana Quist", "person"),
)


@pytest.mark.parametrize("taken", range(len(TEN)))
def test_each_of_ten_decisions_is_reverted_alone(tmp_path: Path, taken: int) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(GROWN, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "before")
    for decision in TEN:
        change(path, [decision])
        git(tmp_path, "commit", "-qam", "decided")
    git(tmp_path, "revert", "--no-edit", f"HEAD~{len(TEN) - 1 - taken}")
    without = apply_all(GROWN, [each for place, each in enumerate(TEN) if place != taken])
    assert path.read_text(encoding="utf-8") == without
    loaded(without)


@pytest.mark.parametrize(
    ("there", "new", "after"),
    [
        ("Abe, Cy", "Bo", "Abe, Bo, Cy"),
        ("Bo, Cy", "Abe", "Abe, Bo, Cy"),
        ("Abe, Bo", "Cy", "Abe, Bo, Cy"),
        ("Zoe, Yan, Bo, Dee", "Cy", "Zoe, Yan, Bo, Cy, Dee"),  # the others are in an order of their own
        ("Zoe, Yan, Bo, Dee", "Abe", "Zoe, Yan, Abe, Bo, Dee"),
        ("Zoe, Yan", "Abe", "Zoe, Abe, Yan"),
        ("Élan, Fay", "Eve", "Élan, Eve, Fay"),
    ],
)
def test_a_name_goes_to_its_alphabetical_place(there: str, new: str, after: str) -> None:
    text = "entities:  # mine\n" + "".join(f"- {{name: {name}, kind: topic}}\n" for name in there.split(", "))
    assert [entity.name for entity in loaded(apply(text, Add(new, "topic"))).entities] == after.split(", ")
    flow = f"suppress: [{there}]\n"
    assert apply(flow, Suppress(new)) == f"suppress: [{after}]\n"


def test_what_comes_first_stands_below_the_header_and_above_the_comments() -> None:
    text = "entities:  # mine\n  # of Bo\n  - {name: Bo, kind: topic}\nredirects:\n  m: bo\n"
    assert apply(text, Add("Abe", "topic")).splitlines()[:3] == [
        "entities:  # mine", "  - {name: Abe, kind: topic}", "  # of Bo",
    ]  # fmt: skip
    both = apply_all(text, [Add("Cy", "topic"), Add("Abe", "topic"), Merge("cy", "bo"), Merge("abe", "bo")])
    assert both.splitlines()[-4:] == ["redirects:", "  abe: bo", "  cy: bo", "  m: bo"]


def test_on_disk(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "entities.yml"
    real.write_bytes(b"suppress: [a]\r\n")
    real.chmod(0o640)
    link.symlink_to("real.yml")
    done = change(link, [Suppress("b")])
    assert link.is_symlink()
    assert real.read_bytes() == b"suppress: [a, b]\r\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    change_back(link, done)
    assert real.read_bytes() == b"suppress: [a]\r\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entities.yml", "real.yml"]


def test_a_register_is_made_and_unmade(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    done = change(path, [Add("A", "place")])
    assert path.read_text(encoding="utf-8") == "entities:\n  - {name: A, kind: place}\n"
    change_back(path, done)
    assert not path.exists()


def test_what_an_editor_writes_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_text(SMALL, encoding="utf-8")
    done = change(path, [Add("Dee", "place")])
    path.write_text("# mine\n" + done.after, encoding="utf-8")
    change(path, [Suppress("z")])
    change_back(path, done)
    assert path.read_text(encoding="utf-8") == "# mine\n" + SMALL.replace("[x]", "[x, z]")
    with pytest.raises(EditError, match="changed in the meantime"):
        change_back(path, done)


def test_what_is_written_between_reading_and_replacing_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "entities.yml"
    path.write_text("suppress: [a]\n", encoding="utf-8")
    sync = os.fsync

    def meanwhile(number: int) -> None:
        sync(number)
        if "mine" not in path.read_text(encoding="utf-8"):
            path.write_text("suppress: [mine]\n", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    change(path, [Suppress("b")])
    assert path.read_text(encoding="utf-8") == "suppress: [b, mine]\n"


def test_a_register_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "entities.yml"
    path.write_bytes(b"\xff\n")
    with pytest.raises(DossierError, match="cannot be read"):
        change(path, [Suppress("b")])
    path.write_bytes(b"a: [\n")
    with pytest.raises(EditError, match="line 2: not YAML"):
        change(path, [Suppress("b")])
    assert path.read_bytes() == b"a: [\n"
