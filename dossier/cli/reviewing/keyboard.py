"""The keyboard: keys as they are pressed, one by one, and a word when the window was resized."""

from __future__ import annotations

import codecs
import os
import re
import select
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from dossier.cli.reviewing.keys import RESIZED

try:
    import termios
except ImportError:  # on Windows
    termios = None  # type: ignore[assignment]

_KEY = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])|[\s\S]")
_NAMES = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\x1b[C": "right", "\x1bOC": "right", "\x1b[D": "left", "\x1bOD": "left",
    "\r": "enter", "\n": "enter", "\x7f": "backspace", "\x08": "backspace", "\x1b": "esc",
}  # fmt: skip
_PREFIXES = "\x00\xe0"
"""What Windows sends before the code of a key that is no letter."""
_CODES = {"H": "up", "P": "down", "M": "right", "K": "left"}
"""The codes of such keys."""
_PAUSE = 0.5
"""Seconds after which the size of the window is looked at again."""
_REST = 0.05
"""Seconds in which the rest of an arrow key must come, and in which Windows is asked for a key."""


class WindowsConsole(Protocol):
    """What is used of `msvcrt`."""

    def kbhit(self) -> bool:
        """Whether a key waits to be read."""

    def getwch(self) -> str:
        """Half of a key or a whole one, when it is pressed."""


def keys_of(text: str) -> list[str]:
    """The keys that a terminal sends: a letter, or the name of a key that is none."""
    return [_NAMES.get(key, key) for key in _KEY.findall(text)]


@contextmanager
def keyboard() -> Iterator[Iterator[str]]:
    """The keys as they are pressed; the terminal is as before afterwards."""
    size = shutil.get_terminal_size()  # as it is before anything is drawn
    if termios is None:
        import msvcrt  # noqa: PLC0415 - it is there on Windows only

        yield pressed_on_windows(msvcrt, size)
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    mode = termios.tcgetattr(terminal)
    mode[0] &= ~termios.IXON
    mode[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    try:
        termios.tcsetattr(terminal, termios.TCSADRAIN, mode)
        yield _pressed(terminal, size)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(terminal: int, size: os.terminal_size) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(sys.stdin.encoding or "utf-8")("replace")
    while True:
        if not select.select([terminal], [], [], _PAUSE)[0]:
            if shutil.get_terminal_size() != size:
                size = shutil.get_terminal_size()
                yield RESIZED
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


def pressed_on_windows(console: WindowsConsole, size: tuple[int, int]) -> Iterator[str]:
    """The keys of a Windows console.

    A key that is no letter comes as two signs, the first of which is also the letter `à`: that comes alone. Letters
    beyond the first plane of Unicode come as two halves.
    """
    while True:
        if not console.kbhit():
            time.sleep(_REST)
            if shutil.get_terminal_size() != size:
                size = shutil.get_terminal_size()
                yield RESIZED
            continue
        sent = console.getwch()
        if sent in _PREFIXES and console.kbhit():
            yield _CODES.get(console.getwch(), "unknown")
        elif "\ud800" <= sent <= "\udbff":
            yield (sent + console.getwch()).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        else:
            yield from keys_of(sent)
