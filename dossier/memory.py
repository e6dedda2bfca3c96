"""What the last run of this process made: where the next has the same objects in hand, it need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

R = TypeVar("R")

_Held = tuple[tuple[object, ...], Any]
"""What something was made from, which must not go before it does, and what was made."""


class Memory:
    """Holds what a run made until the end of the next, if that does not ask for it; one that is not to last, nothing.

    Objects are the same if they are one object, so that nothing is compared: what is made of frozen values is right
    as long as they are there.
    """

    def __init__(self, *, lasts: bool = True) -> None:
        self._lasts = lasts
        self._last: dict[Hashable, _Held] = {}
        self._this: dict[Hashable, _Held] = {}

    def turn(self) -> None:
        """Begin the next run: what the last one did not ask for is let go."""
        self._last, self._this = self._this, {}

    def made(self, what: str, make: Callable[[], R], *subjects: object) -> R:
        """What is made of some objects, by its name; made now if it was not.

        Args:
            what: is made, with all that it depends on beside the objects.
            make: makes it.
            subjects: the objects.
        """
        if not self._lasts:
            return make()
        key = (what, *map(id, subjects))
        held = self._this.get(key) or self._last.get(key) or (subjects, make())
        self._this[key] = held
        value: R = held[1]
        return value

    def renewed(self, what: str, renew: Callable[[R | None], R], *subjects: object) -> R:
        """What is made of some objects and more, once in each run.

        Args:
            what: is made.
            renew: makes it of what it was in the last run, if it was made then.
            subjects: the objects.
        """
        if not self._lasts:
            return renew(None)
        key = (what, *map(id, subjects))
        held = self._last.get(key)
        value = renew(None if held is None else held[1])
        self._this[key] = (subjects, value)
        return value

    def recall(self, digest: str) -> tuple[Any] | None:
        """The value that was noted by a digest, by itself in a tuple; nothing, if there is none."""
        held = self._this.get(digest) or self._last.get(digest)
        if held is None:
            return None
        self._this[digest] = held
        return (held[1],)

    def note(self, digest: str, value: object) -> None:
        """Note a value by a digest of all that it depends on."""
        if self._lasts:
            self._this[digest] = ((), value)


NO_MEMORY = Memory(lasts=False)
"""Holds nothing."""
