"""What the last run of this process made: where the next has the same objects in hand, it need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Held:
    value: Any
    subjects: tuple[object, ...] = ()
    """What it was made from, which must not go before it does."""
    inside: tuple[Hashable, ...] = ()
    """What was asked for while it was made: held as long as it is, for the day when it has to be made anew."""


class Memory:
    """Holds what a run made until the end of the next, if that does not ask for it; one that is not to last, nothing.

    Objects are the same if they are one object, so that nothing is compared: what is made of frozen values is right
    as long as they are there.
    """

    def __init__(self, *, lasts: bool = True) -> None:
        self._lasts = lasts
        self._last: dict[Hashable, _Held] = {}
        self._this: dict[Hashable, _Held] = {}
        self._asked: list[dict[Hashable, None]] = []

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
        key = self._ask(what, *map(id, subjects))
        held = self._kept(key) or self._hold(key, make, subjects)
        value: R = held.value
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
        key = self._ask(what, *map(id, subjects))
        before = self._last.get(key)
        held = self._hold(key, lambda: renew(None if before is None else before.value), subjects)
        value: R = held.value
        return value

    def recall(self, digest: str) -> tuple[Any] | None:
        """The value that was noted by a digest, by itself in a tuple; nothing, if there is none."""
        held = self._kept(digest)
        return None if held is None else (held.value,)

    def note(self, digest: str, value: object) -> None:
        """Note a value by a digest of all that it depends on."""
        if self._lasts:
            self._this[digest] = _Held(value)

    def _hold(self, key: Hashable, make: Callable[[], object], subjects: tuple[object, ...]) -> _Held:
        self._asked.append({})
        try:
            value = make()
        finally:
            inside = self._asked.pop()
        held = self._this[key] = _Held(value, subjects, tuple(inside))
        return held

    def _kept(self, key: Hashable) -> _Held | None:
        held = self._this.get(key)
        if held is None and (held := self._last.get(key)) is not None:
            self._this[key] = held
            for each in held.inside:
                self._kept(each)
        return held

    def _ask(self, *key: Hashable) -> tuple[Hashable, ...]:
        """A key, which what is being made just now depends on."""
        if self._asked:
            self._asked[-1][key] = None
        return key


NO_MEMORY = Memory(lasts=False)
"""Holds nothing."""
