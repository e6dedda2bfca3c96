"""The keyboard and the screen: keys are read one by one, and each decision is on disk before the next key."""

from __future__ import annotations

import codecs
import os
import re
import select
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Literal

import click
from rich.console import Console
from rich.control import Control
from rich.text import Text

from dossier.cli.reviewing.drawing import draw
from dossier.cli.reviewing.session import Decide, Session, press, refused, settled, undone
from dossier.model import DossierError, Location
from dossier.register import Change, change, change_back, load_register, read_register
from dossier.settings import Settings

try:
    import termios
except ImportError:  # not on Windows
    termios = None  # type: ignore[assignment]

_KEY = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])|[\x00\xe0](?=[HKMP]$)[HKMP]|[\s\S]")
_NAMES = {
    "\x1b[A": "up", "\x1bOA": "up", "\xe0H": "up", "\x00H": "up",
    "\x1b[B": "down", "\x1bOB": "down", "\xe0P": "down", "\x00P": "down",
    "\x1b[C": "right", "\x1bOC": "right", "\xe0M": "right", "\x00M": "right",
    "\x1b[D": "left", "\x1bOD": "left", "\xe0K": "left", "\x00K": "left",
    "\r": "enter", "\n": "enter", "\x7f": "backspace", "\x08": "backspace", "\x1b": "esc",
}  # fmt: skip
_PAUSE = 0.5
"""Seconds after which the size of the window is looked at again."""
_REST = 0.05
"""Seconds in which the rest of an arrow key must come."""


def keys_of(text: str) -> list[str]:
    """The keys that a terminal sends: a letter, or the name of a key that is none."""
    return [_NAMES.get(key, key) for key in _KEY.findall(text)]


def work(session: Session, settings: Settings, articles: Mapping[str, str]) -> Session:
    """Ask until the person quits.

    Raises:
        OSError: the register cannot be written; what was decided before is.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    with _screen(console), _keyboard() as keys:
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
        done.append(change(settings.entities, command.decisions))
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


@contextmanager
def _keyboard() -> Iterator[Iterator[str]]:
    """The keys as they are pressed; the terminal is as before afterwards."""
    if termios is None:
        yield _one_by_one()
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    mode = termios.tcgetattr(terminal)
    mode[0] &= ~termios.IXON
    mode[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    try:
        termios.tcsetattr(terminal, termios.TCSADRAIN, mode)
        yield _pressed(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(terminal: int) -> Iterator[str]:
    """Keys of a terminal, and `resized` when the window was."""
    decoder = codecs.getincrementaldecoder(sys.stdin.encoding or "utf-8")("replace")
    size = shutil.get_terminal_size()
    while True:
        if not select.select([terminal], [], [], _PAUSE)[0]:
            if shutil.get_terminal_size() != size:
                size = shutil.get_terminal_size()
                yield "resized"
            continue
        sent = os.read(terminal, 1024)
        if not sent:
            return
        while re.search(rb"\x1b(?:[\[O][0-9;]*)?$", sent) and select.select([terminal], [], [], _REST)[0]:
            more = os.read(terminal, 1024)
            if not more:
                break
            sent += more
        yield from keys_of(decoder.decode(sent))


def _one_by_one() -> Iterator[str]:
    while True:
        try:
            sent = click.getchar()
        except (KeyboardInterrupt, EOFError):
            return
        yield from keys_of(sent)
