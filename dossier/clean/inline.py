"""Headlines of other articles inside a sentence, where a page unfolds them behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.clean.draft import Draft

_END = re.compile(r" MORE(?!\w)")
_LONGEST = 1200
"""Characters from the name to the end."""
_HEAD = re.compile(
    # Vance Ida Maria VanceMayor speaks of the toll … MORE: the name in full once more, and a headline close behind
    r"(?<!\w)(?P<last>[A-Z][\w’'-]*[a-z])(?P<unfolded>\s?(?:(?:[A-Z][\w.’'-]*|\([^()\n]{2,20}\))\s){0,5}?"
    r"(?P=last)(?:\s[JS]r\.?)?(?=[A-Z\d\"“'‘]))"
)


def take_unfolded(draft: Draft) -> None:
    """Take what is unfolded behind a name: `Vance Ida Maria VanceMayor speaks Quay sold MORE said`."""
    draft.cut(lambda part: [] if part.block.kind == "code" else list(_unfolded(part.text)), "unfolded")


def _unfolded(text: str) -> Iterator[tuple[int, int]]:
    """Where it stands; each is looked for behind the one before."""
    done = 0
    for end in _END.finditer(text):
        head = _HEAD.search(text, max(done, end.start() - _LONGEST), end.start())
        if head is not None:
            yield head.start("unfolded"), end.end()
        done = end.end()
