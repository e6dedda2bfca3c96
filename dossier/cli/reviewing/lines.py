"""The lines that every view of a session has."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from dossier.cli.output import safe
from dossier.cli.reviewing.session import Session, pending

ABOUT = {
    "name": "a name that is not in the register",
    "same": "names that may be one entity",
    "ambiguous": "a name of several entities",
    "open": "a mention that stayed open",
    "unmentioned": "an entity that no article mentions",
}
"""What each kind of question asks about."""
Parts = tuple[list[Text], list[Text], list[Text]]
"""Head, body and foot: where they do not fit, the body is cut."""


def top(session: Session) -> list[Text]:
    """How many are left, what is asked, and the number by which one comes back to it."""
    left = len(pending(session))
    question = session.question
    what = f" · {ABOUT[question.about]}" if question is not None else ""
    line = Text(f"{left:,} left{what}", "bold")
    number = f" · number {session.place + 1}" if question is not None else ""
    line.append(number + (f", {len(session.taken):,} decided" if session.taken else ""), "dim")
    return [line]


def key_lines(keys: Iterable[tuple[str, str]], width: int) -> list[Text]:
    """Keys and what they do, as many on a line as it holds."""
    lines: list[Text] = []
    for key, meaning in keys:
        pair = Text.assemble((key, "bold"), f" {meaning}".rstrip())
        if lines and lines[-1].cell_len + 3 + pair.cell_len <= width:
            lines[-1].append("   ").append_text(pair)
        else:
            lines.append(pair)
    return lines


def message(session: Session) -> list[Text]:
    """What came of the last key."""
    return [Text(f"› {safe(session.message)}", "bold")] if session.message else []
