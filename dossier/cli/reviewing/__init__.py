"""`dossier review`: decide about names, on a screen or with a script."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import click

from dossier.cli.output import complaining, say
from dossier.cli.progress import watching
from dossier.cli.reviewing.listing import as_json, as_text, frequent, to_write, where
from dossier.cli.reviewing.session import Session, begin, pending
from dossier.cli.reviewing.terminal import work
from dossier.cli.settings import read_settings, shared_options
from dossier.model import Add, AliasOf, Confirm, Dossier, Merge, Question, Suppress
from dossier.pages.phrases import counted
from dossier.pipeline import build
from dossier.register import change, check
from dossier.settings import Settings

_AT_LEAST = 3
"""Articles in which a name must stand to be written without having been looked at."""

_MANY = 300
"""More questions than these are more than one answers in an afternoon."""


@click.command()
@shared_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="Print the questions instead of asking.")
@click.option("--write", is_flag=True, help="Add the names to the register, as suggestions.")
@click.option(
    "--at-least",
    type=click.IntRange(1),
    metavar="N",
    help=f"Only what stands in so many articles; by default all, with --write {_AT_LEAST}.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
def review(
    config_file: Path | None,
    seeds: Path | None,
    entities: Path | None,
    *,
    form: Literal["text", "json"] | None,
    write: bool,
    at_least: int | None,
    limit: int | None,
) -> None:
    """Decide about names: add them, merge them, or say that they are none.

    On a terminal it asks, one question at a time; each decision is one line of the register. Elsewhere it prints the
    questions.
    """
    settings = read_settings(config_file, seeds, entities)
    if write and form is not None:
        raise click.UsageError("--write prints what it wrote: --format has no meaning with it")
    with complaining():
        check(settings.entities)
        with watching() as watch:
            dossier = build(settings, watch)
        questions = frequent(dossier.questions, at_least or (_AT_LEAST if write else 0))
        if write:
            _write(questions, dossier, settings, limit)
        elif form == "json":
            click.echo(as_json(questions[:limit], dossier))
        elif form is None and sys.stdin.isatty() and sys.stdout.isatty() and questions:
            _ask(questions[:limit], dossier, settings)
        else:
            _print(questions[:limit], dossier)


def _write(questions: Sequence[Question], dossier: Dossier, settings: Settings, limit: int | None) -> None:
    found = list(to_write(questions, dossier.register).values())[:limit]
    shown = settings.shown(settings.entities)
    if found:
        change(settings.entities, [add for add, _ in found])
    for add, question in found:
        articles = counted(question.articles, "article")
        say(f"{add.name} ({add.kind}): {counted(question.mentions, 'mention')} in {articles}")
    say(f"{counted(len(found), 'name')} added to {shown} as suggested" if found else "No name to add")


def _print(questions: Sequence[Question], dossier: Dossier) -> None:
    for line in as_text(questions, dossier):
        say(line)
    if not questions:
        say("Nothing to decide.")


def _ask(questions: Sequence[Question], dossier: Dossier, settings: Settings) -> None:
    mentions = {entry.entity.id: entry.mentions for entry in dossier.entries}
    start = replace(begin(questions, dossier.register, mentions), message=_many(questions))
    session = work(start, settings, where(dossier))
    shown = settings.shown(settings.entities)
    say(f"Decided: {_sum(session)}. {len(pending(session)):,} left.")
    if session.taken:
        say(f"Each decision is a line of {shown}; see them with: git diff {shown}")


def _many(questions: Sequence[Question]) -> str:
    """How to be asked less, where there is much that stands in few articles."""
    rare = len(questions) - len(frequent(questions, _AT_LEAST))
    if len(questions) <= _MANY or not rare:
        return ""
    return f"{rare:,} are of one or two articles; dossier review --at-least {_AT_LEAST} leaves them out."


def _sum(session: Session) -> str:
    """What was decided, in numbers."""
    words = {Add: "added", Confirm: "added", AliasOf: "other names", Merge: "merged", Suppress: "suppressed"}
    number = Counter(words.get(type(each), "told apart") for taken in session.taken for each in taken.decisions)
    return ", ".join(f"{times:,} {word}" for word, times in number.items()) or "nothing"
