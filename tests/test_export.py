from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, SEED_A, write_files

from dossier import Dossier, DossierError, Page, render
from dossier.export import to_json, write_pages

Make = Callable[..., Dossier]


def keys(*required: str, sometimes: dict[str, Any] | None = None, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict.fromkeys(required, True) | properties | (sometimes or {}),
        "required": [*required, *properties],
        "additionalProperties": False,
    }


def rows(row: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": row}


TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
SOURCE = {"enum": ["stated", "inferred", "unknown"]}
SPAN = {"paragraph": {"type": "string", "pattern": "^p-"}, "start": {"type": "integer"}, "end": {"type": "integer"}}
RANGE = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
SPOT = keys(paragraph=SPAN["paragraph"], span=RANGE)
PLACE = keys(article=TEXT, paragraph=SPAN["paragraph"])
SCHEMA = keys(
    schema={"const": "dossier/1"},
    articles=rows(
        keys(
            id=TEXT, title=TEXT, title_source=SOURCE, date_source=SOURCE, outlet=MAYBE, authors=rows(TEXT), dateline=MAYBE,
            date={"type": ["string", "null"], "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}, language=MAYBE, url=MAYBE, seed=TEXT,
            sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
            paragraphs=rows(keys(id=TEXT, kind=TEXT, text=TEXT)),
            removed=rows(keys(line={"type": "integer"}, text=TEXT, rule=TEXT)),
            mentions=rows(keys(**SPAN, text=TEXT, entity=TEXT)),
            unresolved=rows(keys(**SPAN, text=TEXT, candidates=rows(TEXT))),
            sometimes={
                "published": TEXT, "updated": TEXT, "agency": TEXT, "section": TEXT, "record": {"type": "integer"},
                "keywords": rows(TEXT), "copies": rows(keys(seed=TEXT, sha256=TEXT, sometimes={"record": {"type": "integer"}})),
            },
        )
    ),
    entities=rows(
        keys(
            id=TEXT, name=TEXT, aliases=rows(TEXT), page=MAYBE, articles=rows(TEXT),
            kind={"enum": ["person", "organisation", "place", "topic", "event", "work"]},
            status={"enum": ["confirmed", "suggested"]},
        )
    ),
    events=rows(
        keys(
            start={"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}, end={"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"},
            precision={"enum": ["day", "week", "month", "year", "span"]}, text=TEXT, article=TEXT, paragraph=SPAN["paragraph"],
            span={"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
            resolved_from={"enum": ["text", "publication date", None]},
        )
    ),
    statements=rows(
        keys(
            article=TEXT, paragraph=SPAN["paragraph"], span=RANGE, quotation=TEXT, speaker=MAYBE, entity=MAYBE, cue=MAYBE,
            sometimes={
                "spans": rows(SPOT), "indirect": {"const": True}, "anonymous": {"const": True}, "carried": {"const": True},
                "entities": rows(TEXT), "refers_to": TEXT, "via": TEXT, "via_entity": TEXT,
                "also": rows(keys(article=TEXT, paragraph=SPAN["paragraph"], span=RANGE)),
            },
        )
    ),
    stories=rows(
        keys(
            id=TEXT,
            articles={"type": "array", "items": TEXT, "minItems": 2, "uniqueItems": True},
            texts={"type": "array", "items": {"type": "array", "items": TEXT, "minItems": 1}, "minItems": 1},
            independent={"type": "integer", "minimum": 1},
            first={"type": "array", "items": TEXT},
        )
    ),
    passages=rows(
        keys(left=PLACE, right=PLACE, relation={"enum": ["same", "edited"]}, score={"type": "number", "minimum": 0, "maximum": 1})
    ),
)  # fmt: skip


def test_the_shipped_dossier_keeps_the_schema(two_seeds: Dossier) -> None:
    document = json.loads(to_json(two_seeds))
    jsonschema.validate(document, SCHEMA)
    for article in document["articles"]:
        paragraphs = {paragraph["id"]: paragraph["text"] for paragraph in article["paragraphs"]}
        for mention in article["mentions"]:
            assert paragraphs[mention["paragraph"]][mention["start"] : mention["end"]] == mention["text"]
        for statement in document["statements"]:
            if statement["article"] == article["id"] and "spans" not in statement:
                assert paragraphs[statement["paragraph"]][slice(*statement["span"])] == statement["quotation"]
        assert hashlib.sha256((ROOT / "seeds" / article["seed"]).read_bytes()).hexdigest() == article["sha256"]
    entities = {entity["id"]: entity for entity in document["entities"]}
    texts = {
        (article["id"], each["id"]): each["text"] for article in document["articles"] for each in article["paragraphs"]
    }
    (story,) = document["stories"]
    assert sorted(story["articles"]) == sorted(article["id"] for article in document["articles"])
    assert sorted(each for text in story["texts"] for each in text) == sorted(story["articles"])
    assert (story["id"], story["independent"], story["first"]) == (story["articles"][0], 1, [])
    assert len(document["events"]) == 18
    for event in document["events"]:
        assert texts[event["article"], event["paragraph"]][slice(*event["span"])] == event["text"]
        assert (event["resolved_from"] is None) == (event["start"] is event["end"] is None)
    since = next(event for event in document["events"] if event["text"] == "since 2006")
    assert (since["start"], since["end"], since["precision"], since["resolved_from"]) == (
        "2006-01-01",
        None,
        "span",
        "text",
    )
    assert entities["north-korea"]["page"] == "entities/places/north-korea/"
    assert len(entities["kim-jong-un"]["articles"]) == 2
    first = next(article for article in document["articles"] if article["seed"] == SEED_A)
    assert (first["date"], first["date_source"]) == ("2019-12-29", "inferred")


def test_an_open_mention_and_an_unknown_date(make_dossier: Make) -> None:
    document = json.loads(to_json(make_dossier({"a.txt": "The talk of Vance went on and on until the evening came."})))
    jsonschema.validate(document, SCHEMA)
    (article,) = document["articles"]
    assert (article["date"], article["date_source"]) == (None, "unknown")
    (unresolved,) = article["unresolved"]
    assert (unresolved["text"], unresolved["candidates"]) == ("Vance", ["ada-vance"])


def test_a_statement_says_only_what_there_is_to_say(make_dossier: Make) -> None:
    words = "We will all go to North Harbour at dawn, whatever the wind does"
    seeds = {
        "a.txt": f'The port was quiet.\n\n"{words}," Ada Vance told Reuters, "and stay there."',
        "b.txt": f'Nobody came.\n\n"{words}," said an official.',
        "c.txt": f'Ada Vance spoke at noon.\n\n"{words}," Ada Vance said.',
    }
    document = json.loads(to_json(make_dossier(seeds)))
    jsonschema.validate(document, SCHEMA)
    third, first, second = sorted(document["statements"], key=lambda each: (each["entity"] is None, "via" in each))
    assert (first["entity"], first["via"], len(first["spans"])) == ("ada-vance", "Reuters", 2)
    assert [each["article"] for each in first["also"]] == [third["article"]]
    assert {key: second[key] for key in ("speaker", "entity", "cue", "anonymous")} == {
        "speaker": "an official", "entity": None, "cue": "said", "anonymous": True,
    }  # fmt: skip


def test_pages_are_written_as_they_are(two_seeds: Dossier, tmp_path: Path) -> None:
    pages = list(render(two_seeds))
    folder = tmp_path / "out" / "pages"
    assert write_pages(pages, folder) == len(pages)
    assert write_pages(pages, folder) == len(pages)
    for page in pages:
        content = page.content.read_bytes() if isinstance(page.content, Path) else page.content.encode()
        assert (folder / page.src_uri).read_bytes() == content


def test_nothing_of_the_users_is_overwritten(tmp_path: Path) -> None:
    write_files(tmp_path, {"mine.txt": "mine"})
    with pytest.raises(DossierError, match="no earlier export"):
        write_pages([Page("a.md", "x")], tmp_path)
    with pytest.raises(DossierError, match="no earlier export"):
        write_pages([Page("a.md", "x")], tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
