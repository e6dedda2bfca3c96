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
            # What was made counts as old now: else all of it would be looked through at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def collect_in(seconds: float) -> Timer:
    """Look for all garbage when some seconds have passed; cancelling what is given back prevents it."""
    timer = Timer(seconds, gc.collect)
    timer.daemon = True
    timer.start()
    return timer
