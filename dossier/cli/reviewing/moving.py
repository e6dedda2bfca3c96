"""From one question to another: on, back, to a name that is searched for, to a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dossier.cli.reviewing.answers import SHOWN
from dossier.cli.reviewing.finding import Named, find, named
from dossier.cli.reviewing.forms import names_of
from dossier.cli.reviewing.session import Session, Step, arrived, away, onward, pending


def skip(session: Session) -> Step:
    """The next question."""
    return onward(session), None


def back(session: Session) -> Step:
    """The question that was shown before; else the one that stands before this one."""
    places = pending(session)
    is_open = set(places) - {session.place}
    trail = list(session.trail)
    while trail:
        place = trail.pop()
        if place in is_open:
            return replace(session, place=place, trail=tuple(trail), origin=None), None
    before = [place for place in places if place < session.place]
    if before:
        return replace(session, place=before[-1], trail=(), origin=None), None
    return replace(session, trail=(), message="There is none before this one."), None


def search(session: Session) -> Step:
    """Begin to search."""
    return replace(session, mode="searching", typed="", chosen=0, listed=_listed(session)), None


def sought(session: Session) -> list[tuple[int, str]]:
    """The places of the questions about a name that has what was typed, each with that name; the nearest first."""
    if not session.typed.strip():
        return []
    return find(session.listed, session.typed, is_loose=False)[:SHOWN]


def arrive(session: Session) -> Step:
    """At the one that was chosen of those found."""
    found = sought(session)
    if not found:
        return replace(session, message="No question is about such a name."), None
    place, _ = found[min(session.chosen, len(found) - 1)]
    return replace(away(session, place), sought=session.typed), None


def following(session: Session) -> Step:
    """The next of what was searched for, from the end the first one; without a search, the next question."""
    if not session.sought:
        return skip(session)
    found = find(_listed(session), session.sought, is_loose=False)
    places = sorted(place for place, _ in found if place != session.place)
    if not places:
        return replace(session, message=f"No other question is about “{session.sought}”; esc ends the search."), None
    return away(session, next((place for place in places if place > session.place), places[0])), None


def let_go(session: Session) -> Step:
    """End the search, and stay."""
    return replace(session, sought="", origin=None), None


def count(session: Session) -> Step:
    """Begin to type a number."""
    return replace(session, mode="going", typed=""), None


def go(session: Session) -> Step:
    """To the question of a number, unless it is decided."""
    number = int(session.typed or "0")
    if not 1 <= number <= len(session.questions):
        return replace(session, message=f"The questions go from 1 to {len(session.questions)}."), None
    if number - 1 not in pending(session):
        return replace(session, mode="asking", message=f"Question {number} is decided; u undoes."), None
    return arrived(session, number - 1), None


def _listed(session: Session) -> tuple[Named[int], ...]:
    return named(pending(session), lambda place: names_of(session.questions[place]))


MOVES: dict[str, Callable[[Session], Step]] = {
    "/": search,
    "g": count,
    "n": following,
    "esc": let_go,
    **dict.fromkeys((" ", "down", "right"), skip),
    **dict.fromkeys(("b", "up", "left"), back),
}
"""What a key does that decides nothing."""
