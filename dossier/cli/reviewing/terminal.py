"""The screen: after each key it is drawn anew, and each decision is on disk before the next key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Literal

from rich.console import Console
from rich.control import Control
from rich.text import Text

from dossier.cli.reviewing.drawing import draw
from dossier.cli.reviewing.keyboard import keyboard
from dossier.cli.reviewing.keys import press
from dossier.cli.reviewing.session import Decide, Session, refused, settled, undone, written_out
from dossier.model import DossierError, Location
from dossier.register import Change, change, change_back, load_register, read_register
from dossier.settings import Settings


def work(session: Session, settings: Settings, articles: Mapping[str, str]) -> Session:
    """Ask until the person quits.

    Raises:
        OSError: the register cannot be written; what was decided before is.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    with _screen(console), keyboard() as keys:
        return decide(session, settings, keys, lambda now: _show(draw(now, articles, console), console))


def decide(session: Session, settings: Settings, keys: Iterator[str], show: Callable[[Session], None]) -> Session:
    """Show, take a key, do what it means: until there are no more keys, or one of them quits."""
    done: list[Change] = []
    with suppress(KeyboardInterrupt):  # sent by another program: the key itself is one that quits
        show(session)
        for key in keys:
            session, command = press(session, key)
            if command == "quit":
                break
            if command is not None:
                session = _do(command, session, settings, done)
            show(session)
    return session


def _do(command: Decide | Literal["undo"], session: Session, settings: Settings, done: list[Change]) -> Session:
    """Write a decision, or take the last one back."""
    location = Location(settings.shown(settings.entities))
    try:
        if command == "undo":
            change_back(settings.entities, done[-1])
            done.pop()
            return undone(session, load_register(settings.entities, location)[0])
        done.append(change(settings.entities, written_out(command.decisions, session.register)))
        return settled(session, command.decisions, read_register(done[-1].after, location)[0])
    except DossierError as error:
        return refused(session, str(error))


def _show(lines: list[Text], console: Console) -> None:
    if console.is_dumb_terminal:
        console.print(Text("-" * min(console.width, 20)))
    else:
        console.control(Control.home(), Control.clear())
    console.print(Text("\n").join(lines), end="\n" if console.is_dumb_terminal else "", no_wrap=True, overflow="crop")


@contextmanager
def _screen(console: Console) -> Iterator[None]:
    """A screen of its own, so that what stood there is there again afterwards."""
    if console.is_dumb_terminal:
        yield
    else:
        with console.screen(hide_cursor=True):
            yield
