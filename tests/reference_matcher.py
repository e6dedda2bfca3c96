"""A slow and obvious matcher: every alias is looked for in every text, one after the other, for texts in Latin letters.

It shares no code with the room it is compared with, but for the value objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.matcher.surfaces import surfaces
from dossier.model import PARAGRAPH_END, Candidate, Register, Sense, Senses

ADDRESSES = r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|(?<!\w)[@#]\w+"


class ReferenceMatcher:
    """The gazetteer as one would explain it: `find` takes as long as there are aliases."""

    def __init__(self, register: Register) -> None:
        self.aliases: list[tuple[str, bool, Sense | None]] = [
            (one_form(surface), sense.alias.case == "any", sense)
            for entity in register.entities
            if entity.status == "confirmed"
            for surface, sense in surfaces(entity)
            if sense.rule != "short name" or surface not in register.suppress
        ]
        self.aliases += [(one_form(phrase), False, None) for phrase in register.suppress]

    def find(self, text: str) -> tuple[Candidate, ...]:
        """Paragraph by paragraph."""
        found: list[Candidate] = []
        first = 0
        for paragraph in text.split(PARAGRAPH_END):
            found += [Candidate(first + start, first + end, senses) for start, end, senses in self.in_one(paragraph)]
            first += len(paragraph) + 1
        return tuple(found)

    def in_one(self, text: str) -> tuple[Candidate, ...]:
        exact, where = with_places(text)
        lower = exact.lower()
        found: dict[tuple[int, int], list[Sense]] = {}
        for alias, any_case, sense in self.aliases:
            for start in all_places(lower if any_case else exact, alias.lower() if any_case else alias):
                end = start + len(alias)
                if whole(exact, start, end) and not in_address(exact, start, end):
                    if sense is None:
                        found.setdefault((start, end), [])
                    elif not any(inside(lower, start, end, one_form(each)) for each in sense.alias.exceptions):
                        found.setdefault((start, end), []).append(sense)
        candidates = [
            Candidate(where[start], where[end - 1] + 1, Senses.of(senses)) for (start, end), senses in found.items()
        ]
        return tuple(sorted(candidates, key=lambda each: (each.start, each.end)))


def one_form(text: str) -> str:
    return with_places(text)[0]


def with_places(text: str) -> tuple[str, list[int]]:
    """White space runs as one space, typographic signs as plain ones, each letter with its place."""
    letters: list[str] = []
    where: list[int] = []
    for place, letter in enumerate(text):
        if letter in "\u00ad\u200b\u200e\u200f\u2060\ufeff":
            continue
        if letter.isspace():
            if letters and letters[-1] == " ":
                where[-1] = place if len(letters) > 1 else where[-1]
                continue
            plain = " "
        else:
            plain = {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-"}.get(letter, letter)
        letters.append(plain)
        where.append(place)
    return "".join(letters), where


def all_places(text: str, alias: str) -> Iterator[int]:
    place = text.find(alias)
    while alias.strip() and place >= 0:
        yield place
        place = text.find(alias, place + 1)


def whole(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    if re.search(r"\w$", before) or re.match(r"\w|\$|€|£|¥", after):
        return False
    if re.search(r"\w'$", before) and not re.search(
        r"(^|[^\w'])([cdjlmnst]|qu|jusqu|lorsqu|puisqu)'$", before, re.IGNORECASE
    ):
        return False
    return not re.match(r"'\w", after) or re.match(r"'[sS](?!\w)", after) is not None


def in_address(text: str, start: int, end: int) -> bool:
    return any(match.start() < end and start < match.end() for match in re.finditer(ADDRESSES, text, re.IGNORECASE))


def inside(lower: str, start: int, end: int, phrase: str) -> bool:
    return any(
        place <= start and end <= place + len(phrase) and whole(lower, place, place + len(phrase))
        for place in all_places(lower, phrase.lower())
    )
