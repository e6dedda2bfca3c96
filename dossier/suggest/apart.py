"""Which entities the register says are never one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations


class Apart:
    """The groups of `distinct`, each entity with the numbers of those that it stands in: no pair is written out."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for each in group:
                found[each].add(number)
        self._groups = {each: frozenset(numbers) for each, numbers in found.items()}

    def all(self, entities: Iterable[str]) -> bool:
        """Whether each two of these are never one."""
        ids = set(entities)
        standing = [self._groups.get(each, frozenset()) for each in ids]
        if len(ids) < 2 or not all(standing):
            return False
        if frozenset.intersection(*standing):
            return True
        return all(one & other for one, other in combinations(set(standing), 2))
