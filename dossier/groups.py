"""Things in groups, which pairs of them join."""

from __future__ import annotations


class Joined:
    """Numbered things, each alone at first; a group is called by the least number in it (Tarjan 1975)."""

    def __init__(self, number: int) -> None:
        """`number`: of things."""
        self._parents = list(range(number))

    def root(self, each: int) -> int:
        """The group that a thing is in."""
        while self._parents[each] != each:
            self._parents[each] = self._parents[self._parents[each]]
            each = self._parents[each]
        return each

    def join(self, one: int, other: int) -> None:
        """Put the groups of two things together."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first
