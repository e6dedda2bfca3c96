"""Pictures that are drawn into a page as SVG: what they show stands beside them in words, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_HEIGHT = 100


class Bar(NamedTuple):
    """A bar: what it is of, how high it is, and the anchor on the same page that it leads to."""

    label: str
    """Plain text, without a sign that means something in HTML."""
    number: int
    anchor: str | None


def bar_chart(bars: Sequence[Bar], what: str) -> str:
    """Draw bars side by side, as high as their numbers, each a link; as one block of HTML without a blank line.

    The links are of HTML, each around a picture of its own: scripts of themes take every link for one of HTML.

    Args:
        bars: from left to right; a number of 0 leaves a gap.
        what: what is counted, for those who hear the page.
    """
    most = max((bar.number for bar in bars), default=0) or 1
    drawn = "".join(_bar(bar, most) for bar in bars)
    return f'<div class="dossier-bars" role="group" aria-label="{what}">{drawn}</div>'


def _bar(bar: Bar, most: int) -> str:
    if not bar.number:
        return "<span></span>"
    height = max(3, round(_HEIGHT * bar.number / most))
    told = f"{bar.label}: {bar.number:,}"
    drawn = (
        f'<svg role="img" aria-label="{told}" viewBox="0 0 10 {_HEIGHT}" preserveAspectRatio="none">'
        f'<title>{told}</title><rect x="1" y="{_HEIGHT - height}" width="8" height="{height}"/></svg>'
    )
    return f"<span>{drawn}</span>" if bar.anchor is None else f'<a href="#{bar.anchor}">{drawn}</a>'
