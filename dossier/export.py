"""The dossier for other programs: JSON of the schema `dossier/1`, and a folder of pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dossier.model import (
    AnnotatedArticle,
    Article,
    Copy,
    Dossier,
    DossierError,
    EntityEntry,
    Event,
    Page,
    Passage,
    Span,
    Statement,
    Story,
)
from dossier.permalinks import entity_permalink


def to_json(dossier: Dossier) -> str:
    """Write a dossier as JSON; the handbook's page on commands describes it. Same dossier, same text."""
    document = {
        "schema": "dossier/1",
        "articles": [_article(annotated) for annotated in dossier.articles],
        "entities": [_entity(entry) for entry in dossier.entries],
        "events": [_event(event) for event in dossier.events],
        "statements": list(_statements(dossier)),
        "stories": [_story(story) for story in dossier.stories],
        "passages": [_passage(passage) for story in dossier.stories for passage in story.passages],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write_pages(pages: Iterable[Page], folder: Path) -> int:
    """Write pages into a folder that is new, empty or an earlier export, and return how many.

    Raises:
        DossierError: the folder holds something else.
    """
    mark = folder / ".dossier-export"
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not mark.exists())):
        raise DossierError(f"{folder} is not empty, and no earlier export: name a new folder")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    mark.write_text("Written by `dossier export pages`, which replaces this folder.\n", encoding="utf-8")
    number = 0
    for page in pages:
        path = folder / page.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(page.content, Path):
            shutil.copyfile(page.content, path)
        else:
            path.write_text(page.content, encoding="utf-8", newline="\n")
        number += 1
    return number


def _article(annotated: AnnotatedArticle) -> dict[str, Any]:
    article = annotated.article
    return _facts(article) | {
        "paragraphs": [{"id": each.id, "kind": each.kind, "text": each.text} for each in article.paragraphs],
        "removed": [{"line": each.line, "text": each.text, "rule": each.rule} for each in article.removed],
        "mentions": [
            {
                "paragraph": each.paragraph,
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "entity": each.entity,
            }
            for each in annotated.resolution.mentions
        ],
        "unresolved": [
            {
                "paragraph": each.paragraph,
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "candidates": list(each.candidates),
            }
            for each in annotated.resolution.unresolved
        ],
    }


def _facts(article: Article) -> dict[str, Any]:
    day = article.date.value
    return {
        "id": article.id,
        "title": article.shown_title,
        "title_source": article.title.source,
        "date": None if day is None else day.iso,
        "date_source": article.date.source,
        "outlet": article.outlet.value,
        "authors": list(article.authors.value or ()),
        "dateline": article.dateline.value,
        "language": article.language.value,
        "url": article.url.value,
        "seed": article.seed,
        "sha256": article.sha256,
        **_further(article),
    }


def _further(article: Article) -> dict[str, Any]:
    """What few articles have; a key is there only where there is something to say."""
    day, updated = article.date.value, article.updated.value
    further = {
        "published": day.precise if day is not None and day.clock else None,
        "updated": None if updated is None else updated.precise,
        "agency": article.agency.value,
        "section": article.section.value,
        "keywords": list(article.keywords.value or ()),
        "record": article.location.record,
        "copies": [_copy(copy) for copy in article.copies],
    }
    return {key: value for key, value in further.items() if value}


def _copy(copy: Copy) -> dict[str, Any]:
    record = {"record": copy.location.record} if copy.location.record else {}
    return {"seed": copy.seed, "sha256": copy.sha256, **record}


def _story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "articles": list(story.articles),
        "texts": [list(text) for text in story.texts],
        "independent": story.independent,
        "first": list(story.first),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    left, right = ({"article": place.article, "paragraph": place.paragraph} for place in (passage.left, passage.right))
    return {"left": left, "right": right, "relation": passage.relation, "score": passage.score}


def _event(event: Event) -> dict[str, Any]:
    start, end = event.period or (None, None)
    return {
        "start": None if start is None else start.isoformat(),
        "end": None if end is None else end.isoformat(),
        "precision": event.precision,
        "text": event.text,
        "article": event.article,
        "paragraph": event.paragraph,
        "span": list(event.span),
        "resolved_from": event.resolved_from,
    }


def _entity(entry: EntityEntry) -> dict[str, Any]:
    entity = entry.entity
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": [alias.text for alias in entity.aliases if alias.text != entity.name],
        "status": entity.status,
        "page": entity_permalink(entity) if entity.status == "confirmed" else None,
        "articles": [appearance.place for appearance in entry.appearances],
    }


def _statements(dossier: Dossier) -> Iterator[dict[str, Any]]:
    groups = {each: told.statements for told in dossier.repeated for each in told.statements}
    for statement in dossier.statements:
        yield _statement(statement) | _also(statement, groups.get(statement, ()))


def _statement(statement: Statement) -> dict[str, Any]:
    first = statement.spans[0]
    further = {
        "spans": [_span(span) for span in statement.spans] if len(statement.spans) > 1 else None,
        "indirect": statement.is_indirect,
        "entities": list(statement.entities) if len(statement.entities) > 1 else None,
        "refers_to": statement.refers_to,
        "anonymous": statement.is_anonymous,
        "carried": statement.is_carried,
        "via": statement.via,
        "via_entity": statement.via_entity,
    }
    return {
        "article": statement.article,
        "paragraph": first.paragraph,
        "span": [first.start, first.end],
        "quotation": statement.quotation,
        "speaker": statement.speaker,
        "entity": statement.entity,
        "cue": statement.cue,
        **{key: value for key, value in further.items() if value},
    }


def _span(span: Span) -> dict[str, Any]:
    return {"paragraph": span.paragraph, "span": [span.start, span.end]}


def _also(statement: Statement, group: Iterable[Statement]) -> dict[str, Any]:
    """Where else the same quotation stands; the key is there only if it does."""
    others = [
        {"article": each.article, "paragraph": each.spans[0].paragraph, "span": [*each.spans[0][1:]]}
        for each in group
        if each != statement
    ]
    return {"also": others} if others else {}
