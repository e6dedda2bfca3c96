"""What is said of many records alike is said once."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dossier import Diagnostic, Dossier, Location
from dossier.findings import together

Make = Callable[..., Dossier]


def records(*numbers: int, message: str = "no date") -> list[Diagnostic]:
    return [Diagnostic("note", Location("a.jsonl", record=number), message, "write one") for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1, 2, 3], ["no date"] * 3),
        ([1, 2, 3, 4], ["no date; so in 4 records: 1-4"]),
        ([9, 2, 3, 7, 4], ["no date; so in 5 records: 2-4, 7, 9"]),
        ([2, 2, 2, 2], ["no date"] * 4),
        (range(1, 41, 2), ["no date; so in 20 records: 1, 3, 5, 7, 9, 11, 13, 15, …"]),
    ],
)
def test_many_records(numbers: list[int], said: list[str]) -> None:
    assert [each.message for each in together(records(*numbers))] == said


def test_what_differs_stays_apart() -> None:
    found = [*records(1, 2), *records(3, 4, message="no title"), *records(5)]
    assert sorted(map(str, together(found))) == sorted(map(str, found))
    files = [Diagnostic("note", Location(f"{number}.txt"), "no date", "write one") for number in range(9)]
    assert together(files) == files


def test_a_field_that_every_record_lacks_is_told_once(make_dossier: Make) -> None:
    lines = [json.dumps({"title": f"Ferry {number}", "text": f"The ferry {number} lay there."}) for number in range(50)]
    dossier = make_dossier({"a.jsonl": "\n".join([*lines, *["no json"] * 9])})
    told = [str(each) for each in dossier.diagnostics]
    assert [each.partition(" (")[0] for each in told] == [
        "seeds/a.jsonl:51: error: not JSON: Expecting value; so in 9 lines: 51-59",
        "seeds/a.jsonl#1: note: no publication date; so in 50 records: 1-50",
    ]
