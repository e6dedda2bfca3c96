"""A process that builds again and again makes what one makes that never built before."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, write_files

from dossier import Memory, Settings, build, render
from dossier.pages import again
from dossier.reuse import Shingled

REGISTER = (ROOT / "entities.yml").read_text(encoding="utf-8")
SEEDS = {f"seeds/{path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").iterdir())}
TOLL = """---
title: {title}
date: 2019-12-{day}
outlet: {outlet}
---

VELM — Ada Vance, the mayor of Velm, raised the harbour toll to 14 crowns on Monday, Dec. 30, the council said.

"We can not keep the old quay open any longer without it," Vance told reporters after the vote in the town hall.

The United Nations was not asked. Russia and China said nothing about the toll, which {more}.
"""
TOLLS = {
    f"seeds/toll-{number}.md": TOLL.format(title=title, day=30 + number % 2, outlet=outlet, more=more)
    for number, (title, outlet, more) in enumerate(
        [
            ("Mayor raises toll", "Velm Post", "is the highest ever"),
            ("Harbour toll goes up", "The Gull", "captains call a shame"),
            ("Mayor raises toll", "The Gull", "will be paid from January 2020"),
        ]
    )
}


def pages(settings: Settings, memory: Memory | None = None) -> dict[str, object]:
    return {page.src_uri: page.content for page in render(build(settings, memory=memory), memory)}


def edit(folder: Path, chance: random.Random) -> str:
    """Change something as a user would; says what."""
    seeds = sorted((folder / "seeds").iterdir())
    register = folder / "entities.yml"
    seed, text = chance.choice(seeds), register.read_text(encoding="utf-8")
    match chance.randrange(8):
        case 0 if len(seeds) > 2:
            seed.unlink()
        case 1:
            name = f"seeds/new-{chance.randrange(9)}.md"
            write_files(folder, {name: TOLL.format(title="New", day=29, outlet="The Gull", more="is new")})
        case 2:
            write_files(folder, {**SEEDS, **TOLLS})
        case 3:
            register.write_text(REGISTER + "  - {name: Ada Vance, kind: person, aliases: [the mayor]}\n", "utf-8")
        case 4:
            register.write_text("# a line before all others\n" + text, "utf-8")
        case 5:
            register.write_text(re.sub(r"(?m)^  - name: (Russia|China)$", r"  - name: \1 (state)", text), "utf-8")
        case 6:
            register.write_text(REGISTER, "utf-8")
        case _:
            words = seed.read_text(encoding="utf-8").split(" ")
            words[chance.randrange(len(words))] = chance.choice(["Ada Vance", "North Korea", "2018", "\n\nWell,"])
            seed.write_text(" ".join(words), encoding="utf-8")
    return f"{seed.name}\n{text[:200]}"


@pytest.mark.parametrize("number", range(4))
def test_after_any_edits_all_is_as_if_made_for_the_first_time(tmp_path: Path, number: int) -> None:
    write_files(tmp_path, {**SEEDS, **TOLLS, "entities.yml": REGISTER})
    chance = random.Random(number)  # noqa: S311 - no secret hangs on it
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", cache=tmp_path / "cache")
    memory = Memory()
    for _ in range(8):
        done = edit(tmp_path, chance)
        assert pages(settings, memory) == pages(settings), done


def test_what_did_not_change_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {**SEEDS, **TOLLS, "entities.yml": REGISTER})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", cache=tmp_path / "cache")
    memory, made = Memory(), []
    pages(settings, memory)
    held = again._Held
    monkeypatch.setattr(again, "_Held", lambda subject, *rest: made.append(subject) or held(subject, *rest))
    pages(settings, memory)
    assert not made
    path = tmp_path / "seeds/toll-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace("a shame", "a disgrace"), encoding="utf-8")
    pages(settings, memory)
    changed = {each.article.seed for each in made if hasattr(each, "article")}
    assert "toll-1.md" in changed
    assert not {name for name in changed if not name.startswith("toll-")}


def test_settings_may_change_meanwhile(tmp_path: Path) -> None:
    write_files(tmp_path, {**SEEDS, **TOLLS, "entities.yml": REGISTER})
    plain = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", cache=tmp_path / "cache")
    memory = Memory()
    for settings in (
        plain,
        replace(plain, discover=""),
        replace(plain, base="world"),
        replace(plain, outlets=(("theguardian.com", "The Gull"),), outlet_from="folder"),
        replace(plain, suggested="show"),
        plain,
    ):
        assert pages(settings, memory) == pages(settings)


def test_what_finds_names_may_change_while_a_process_builds(tmp_path: Path) -> None:
    write_files(tmp_path, {**TOLLS, "entities.yml": REGISTER})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", cache=tmp_path / "cache")
    memory = Memory()
    with_names = pages(settings, memory)
    without = replace(settings, discover="")
    assert pages(without, memory) == pages(without) != with_names


@pytest.mark.parametrize(
    "after",
    [
        "  - {name: Velm, kind: place}\n  - {name: Port, kind: place}\nredirects: {port: velm}\n",
        "  - {name: Velm, kind: place, aliases: [Port]}\n  - {name: Norway, kind: place, aliases: [Kingdom of Norway]}\n",
    ],
    ids=["merged instead of listed", "in the register and not only in the base"],
)
def test_where_a_name_is_listed_may_change_and_nothing_else(tmp_path: Path, after: str) -> None:
    before = "entities:\n  - {name: Velm, kind: place, aliases: [Port]}\n  - {name: Norway, kind: place}\n"
    seed = "The Port of Velm is in Norway, and Velm is a port, they say in Norway.\n"
    write_files(tmp_path, {"seeds/port.txt": seed, "entities.yml": before})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml", base="world")
    memory = Memory()
    pages(settings, memory)
    write_files(tmp_path, {"entities.yml": f"entities:\n{after}"})
    assert pages(settings, memory) == pages(settings)


def test_what_something_was_made_from_is_held_as_long_as_it() -> None:
    memory, made = Memory(), []

    def part(name: str) -> str:
        return memory.made("part", lambda: made.append(name) or name, name)

    def whole(subject: object) -> list[str]:
        return memory.made("whole", lambda: [part(each) for each in parts], subject)

    parts, subject = ("first", "second"), object()
    for _ in range(4):  # the whole is there, and nobody asks for its parts
        memory.turn()
        whole(subject)
    memory.turn()
    whole(object())
    assert made == ["first", "second"]
    memory.turn()
    memory.turn()
    part(parts[0])
    assert made == ["first", "second", "first"]


def test_articles_that_are_gone_are_let_go(tmp_path: Path) -> None:
    write_files(tmp_path, {**TOLLS, "entities.yml": REGISTER})
    settings = Settings(seeds=tmp_path / "seeds", entities=tmp_path / "entities.yml")
    memory = Memory()
    shingled = memory.made("shingled", Shingled)
    build(settings, memory=memory)
    (tmp_path / "seeds/toll-0.md").unlink()
    kept = {each.article.id for each in build(settings, memory=memory).articles}
    assert set(shingled._made) == kept
