"""Garbage is looked for when nobody waits."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable

from dossier import Sweep, uncollected


class Ring:
    """Refers to itself: garbage that only a search finds."""

    def __init__(self) -> None:
        self.own = self


def test_what_was_made_meanwhile_is_not_looked_through_at_its_end() -> None:
    with uncollected():
        made = [[] for _ in range(50_000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    young = {id(each) for each in gc.get_objects(generation=0)}
    assert not any(id(each) in young for each in made)


def gone() -> weakref.ref[Ring]:
    with uncollected():
        return weakref.ref(Ring())


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    assert is_so()


def test_it_is_found_a_while_later() -> None:
    ring = gone()
    Sweep(0.01).want()
    wait_until(lambda: ring() is None)


def test_it_is_put_off_while_somebody_waits_but_not_for_ever() -> None:
    ring, sweep = gone(), Sweep(60, most=3)
    for _ in range(3):
        sweep.want()
        sweep.put_off()
    assert ring() is not None
    sweep.want()
    assert ring() is None


def test_within_another_nothing_is_looked_for_either() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
