"""Garbage is looked for when nobody waits."""

from __future__ import annotations

import gc
import weakref

from dossier import collect_in, uncollected


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


def test_it_is_found_later_unless_that_is_cancelled() -> None:
    with uncollected():
        gone = weakref.ref(Ring())
    cancelled = collect_in(0.01)
    cancelled.cancel()
    cancelled.join()
    assert gone() is not None
    collect_in(0.01).join()
    assert gone() is None


def test_within_another_nothing_is_looked_for_either() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
