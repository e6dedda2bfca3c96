"""How a timeline is filled over time: in days, months, years or decades, as fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from dossier.model import Happening
from dossier.pages.periods import key_phrase, place_of
from dossier.pages.phrases import counted
from dossier.pages.pictures import Bar, bar_chart

_MOST = 62
_FEWEST = 5
"""So many bars."""
_TAIL = 0.04
"""Such a part at either end may stand in one bar: one event of long ago shall not make the others flat."""
Unit = tuple[int, Callable[[date], int], Callable[[int], str]]


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


_UNITS: Sequence[Unit] = (
    (3, date.toordinal, lambda number: date.fromordinal(number).isoformat()),
    (2, lambda day: day.year * 12 + day.month - 1, _month),
    (1, lambda day: day.year, lambda number: f"{number:04}"),
    (1, lambda day: day.year // 10, lambda number: f"{number * 10:04}"),
)
"""Days, months, years, decades: how exact an event must be to be drawn, the number of the one a day is in, its key."""


def density(happenings: Sequence[Happening], anchors: Collection[str]) -> str:
    """A picture of how many events there are at which time, with its legend; empty where there are too few to draw.

    Args:
        happenings: in order.
        anchors: those of the page; a bar leads to the one of its day, month or year.
    """
    for exact, number_of, key_of in _UNITS:
        drawn = [number_of(each.period.place) for each in happenings if len(place_of(each)) >= exact]
        if 2 * len(drawn) < len(happenings) or not drawn:
            continue
        tail = int(len(drawn) * _TAIL)
        first, last = drawn[0], drawn[-1]
        if last - first >= _MOST:
            first, last = drawn[tail], drawn[-1 - tail]
        if last - first < _MOST and (last - first >= _FEWEST - 1 or exact == 1):
            return _figure(list(_bars(drawn, (first, last), key_of, anchors)), len(happenings) - len(drawn))
    return ""


def _figure(bars: Sequence[Bar], left_out: int) -> str:
    if len(bars) < 2:
        return ""
    note = f"<span>not drawn: {counted(left_out, 'date')} less exact</span>" if left_out else ""
    legend = f"<span>{bars[0].label}</span>{note}<span>{bars[-1].label}</span>"
    picture = bar_chart(bars, "Dates over time")
    return f'<figure class="dossier-density">{picture}<figcaption>{legend}</figcaption></figure>'


def _bars(
    drawn: Sequence[int], window: tuple[int, int], key_of: Callable[[int], str], anchors: Collection[str]
) -> Iterator[Bar]:
    first, last = window
    times = Counter(drawn)
    if drawn[0] < first:
        before = sum(times[each] for each in times if each < first)
        yield Bar(f"before {_label(key_of, first)}", before, _anchor(key_of(drawn[0]), anchors))
    for number in range(first, last + 1):
        yield Bar(_label(key_of, number), times[number], _anchor(key_of(number), anchors))
    if drawn[-1] > last:
        after = sum(times[each] for each in times if each > last)
        yield Bar(f"after {_label(key_of, last)}", after, _anchor(key_of(drawn[-1]), anchors))


def _label(key_of: Callable[[int], str], number: int) -> str:
    key = key_of(number)
    return f"{key}s" if key_of is _UNITS[3][2] else key_phrase(key)


def _anchor(key: str, anchors: Collection[str]) -> str | None:
    """The anchor of the day, else of its month, else of its year, whichever the page has."""
    return next((f"on-{part}" for part in _wider(key) if f"on-{part}" in anchors), None)


def _wider(key: str) -> Iterator[str]:
    yield key
    while "-" in key:
        key = key.rpartition("-")[0]
        yield key
