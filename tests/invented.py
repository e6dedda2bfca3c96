"""Articles that nobody wrote: as many as a test needs, each unlike the others, and of several formats."""

from __future__ import annotations

import json

PEOPLE = ("Ada Vance", "Bo Lind", "Cora Mele", "Dag Oster", "Ewa Brandt", "Finn Hale", "Gita Rao")
PLACES = ("Port Alder", "North Harbour", "Salt Ness", "Grey Ferry")
THINGS = ("toll", "quay", "ferry", "lighthouse", "fish market", "dredger", "breakwater", "customs house")
REGISTER = "entities:\n" + "".join(
    f"  - {{name: {name}, kind: {kind}}}\n"
    for names, kind in ((PEOPLE[:4], "person"), (PLACES, "place"))
    for name in names
)


def text(number: int, paragraphs: int = 4) -> str:
    """The text of an article."""
    said = []
    for part in range(paragraphs):
        at = number * 31 + part * 7
        one, other = PEOPLE[at % 7], PEOPLE[(at + 3) % 7]
        thing, place = THINGS[at % 8], PLACES[at % 4]
        said.append(
            f"{one} spoke of the {thing} in {place} on Monday, for the {number + part}th time. “The {thing} is closed "
            f"for {number + 2} days,” {one.split()[1]} said. {other} of the Harbour Board left in {1980 + at % 40}, "
            f"and the council will vote on {1 + at % 28} May about case {number * 100 + part}."
        )
    return "\n\n".join(said)


def seeds(count: int, paragraphs: int = 4) -> dict[str, str]:
    """Seed files, most of them plain text with front matter, others with facts beside them, or of other formats."""
    files = {}
    for number in range(count):
        title = f"Case {number}: the {THINGS[number % 8]} of {PLACES[number % 4]}"
        day = f"2021-{1 + number % 12:02}-{1 + number % 28:02}"
        body = text(number, paragraphs)
        if number % 7 == 3:
            files[f"seeds/{number}.txt"] = body
            files[f"seeds/{number}.yml"] = f"title: {title!r}\ndate: {day}\n"
        elif number % 7 == 5:
            files[f"seeds/sub/{number}.json"] = json.dumps({"title": title, "text": body, "date": day})
        elif number % 7 == 6:
            html = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
            files[f"seeds/{number}.html"] = f"<html><head><title>{title}</title></head><article>{html}</article></html>"
        else:
            files[f"seeds/{number}.txt"] = f"---\ntitle: {title!r}\ndate: {day}\n---\n{body}"
    return files
