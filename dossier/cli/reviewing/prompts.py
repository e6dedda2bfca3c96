"""What is shown while something is typed: an entity that is looked for, a question that is searched, a number."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dossier.cli.output import safe
from dossier.cli.reviewing.answers import SHOWN
from dossier.cli.reviewing.choosing import Match, matches
from dossier.cli.reviewing.forms import tidy
from dossier.cli.reviewing.lines import ABOUT, Parts, key_lines, message, top
from dossier.cli.reviewing.moving import sought
from dossier.cli.reviewing.session import Session
from dossier.cli.reviewing.sorting import choices
from dossier.model import Entity, Question


def finding(session: Session, question: Question, width: int) -> Parts:
    """While an entity is looked for."""
    what = " is another name of which entity?" if question.about in {"name", "open"} else ": merge into which entity?"
    head = [*top(session), Text(), Text("  ").append(safe(question.text), "bold").append(what), _typed(session)]
    found = [(each.shown, _told(each)) for each in matches(session)]
    body = [Text(), *(_list(found, session.chosen) or [Text("    no entity is called so", "dim")])]
    keys = [("enter", "that one"), ("up down", "choose"), ("esc", "back")]
    return head, body, [Text(), *key_lines(keys, width), *message(session)]


def _typed(session: Session) -> Text:
    return Text("  › ").append(safe(session.typed), "bold").append("_")


def _told(match: Match) -> str:
    """The kind, by which name it was found, and whether it would be added first."""
    by = f", as {safe(match.name)}" if match.name != match.shown else ""
    return f" ({match.thing.kind}){by}" + ("" if isinstance(match.thing, Entity) else ", not added yet")


def _list(rows: Sequence[tuple[str, str]], chosen: int) -> list[Text]:
    """Names to choose from, each with what is told of it."""
    lines = []
    for place, (name, told) in enumerate(rows):
        here = place == min(chosen, len(rows) - 1)
        lines.append(Text("  > " if here else "    ").append(safe(name), "bold reverse" if here else "").append(told))
    return lines


def searching(session: Session, width: int) -> Parts:
    """While a question is searched."""
    head = [*top(session), Text(), Text("  Which question? A few letters of the name:"), _typed(session)]
    rows = []
    for place, name in sought(session):
        question = session.questions[place]
        by = f", as {safe(name)}" if name != question.text else ""
        rows.append((question.text, f"{by}: {place + 1}, {ABOUT[question.about]}"))
    nothing = [Text("    no question is about such a name", "dim")] if session.typed.strip() else []
    keys = [("enter", "go there"), ("up down", "choose"), ("esc", "back")]
    return (
        head,
        [Text(), *(_list(rows, session.chosen) or nothing)],
        [Text(), *key_lines(keys, width), *message(session)],
    )


def sorting(session: Session, question: Question, width: int) -> Parts:
    """While forms are taken and left."""
    times = {tidy(form): number for form, number in question.forms}
    forms = choices(session, question)
    told = Text("  Which forms go with ").append(safe(question.text), "bold").append("?")
    rows = [(f"{place} " if place <= SHOWN else "  ", form, taken) for place, (form, taken) in enumerate(forms, 1)]
    marked = [(f"{number}[{'x' if taken else ' '}] {form}", f" ({times[form]:,})") for number, form, taken in rows]
    number = min(len(forms), SHOWN)
    keys = [
        ("1" if number == 1 else f"1–{number}", "take or leave"),
        ("up down", "choose"),
        ("space", "take or leave it"),
    ]
    foot = [Text(), *key_lines([*keys, ("enter", "done")], width), *message(session)]
    return [*top(session), Text(), told], [Text(), *_list(marked, session.chosen)], foot


def going(session: Session, width: int) -> Parts:
    """While a number is typed."""
    head = [*top(session), Text(), Text(f"  Which question, of 1 to {len(session.questions)}?"), _typed(session)]
    return head, [], [Text(), *key_lines([("enter", "go there"), ("esc", "back")], width), *message(session)]
