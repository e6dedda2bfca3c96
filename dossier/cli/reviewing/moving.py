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
    return _found(session)[:SHOWN]


def _found(session: Session) -> list[tuple[int, str]]:
    return find(session.listed, session.typed, is_loose=False) if session.typed.strip() else []


def arrive(session: Session) -> Step:
    """At the one that was chosen of those found."""
    found = [place for place, _ in _found(session)]
    if not found:
        return replace(session, message="No question is about such a name."), None
    at = min(session.chosen, len(found) - 1, SHOWN - 1)
    now = away(session, found[at])
    return replace(now, sought=session.typed, hits=(*found[at + 1 :], *found[: at + 1])), None


def following(session: Session) -> Step:
    """The next of what was searched for, as they were listed, after the last the first; else the next question."""
    if not session.sought:
        return skip(session)
    is_left = set(pending(session)) - {session.place}
    at = next((at for at, place in enumerate(session.hits) if place in is_left), None)
    if at is None:
        told = f"No other question is about “{session.sought}”."
        return replace(session, sought="", hits=(), message=told), None
    hits = session.hits
    return replace(away(session, hits[at]), hits=(*hits[at + 1 :], *hits[: at + 1])), None


def let_go(session: Session) -> Step:
    """End the search, and stay."""
    return replace(session, sought="", hits=(), origin=None), None


def count(session: Session) -> Step:
    """Begin to type a number."""
    return replace(session, mode="going", typed=""), None


def go(session: Session) -> Step:
    """To the question of a number, unless it is decided."""
    number = int(session.typed or "0")
    if not 1 <= number <= len(session.questions):
        return replace(session, message=f"The questions go from 1 to {len(session.questions)}."), None
    if number - 1 not in pending(session):
        return replace(
            session, mode="asking", message=f"Question {number} is decided, or waits for the next run."
        ), None
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
