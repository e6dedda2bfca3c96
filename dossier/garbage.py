"""While much is made that stays, no looking for garbage: it takes a fifth of the time, and finds nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer


@contextmanager
def uncollected() -> Iterator[None]:
    """Meanwhile look for no garbage in cycles; what nobody refers to goes as ever."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():  # else somebody wants it to stay so
                # What was made counts as old now: else all of it would be looked through at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Sweep:
    """Looks for all garbage when nobody waits: a while after it is wanted; at once, if it was put off too often."""

    def __init__(self, seconds: float = 5.0, most: int = 10) -> None:
        """Begin.

        Args:
            seconds: how long a while is.
            most: so many times it may be wanted in vain.
        """
        self._seconds = seconds
        self._most = most
        self._wanted = 0
        self._timer: Timer | None = None

    def want(self) -> None:
        """Look for garbage soon."""
        self.put_off()
        self._wanted += 1
        if self._wanted > self._most:
            self._collect()
            return
        self._timer = Timer(self._seconds, self._collect)
        self._timer.daemon = True
        self._timer.start()

    def put_off(self) -> None:
        """Somebody waits again: look for none until it is wanted once more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _collect(self) -> None:
        self._wanted = 0
        gc.collect()
