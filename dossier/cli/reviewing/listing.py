"""The questions without a screen: as text, as JSON, and the names to add written all at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.cli.reviewing.answers import Standing, addition
from dossier.cli.reviewing.drawing import facts
from dossier.cli.reviewing.lines import ABOUT
from dossier.model import Add, Dossier, Question, Register, Sighting
from dossier.pages.phrases import date_phrase
from dossier.register import id_of

SCHEMA = "dossier-review/1"


def where(dossier: Dossier) -> dict[str, str]:
    """The title and date of each article by its id."""
    told: dict[str, str] = {}
    for annotated in dossier.articles:
        article = annotated.article
        day = article.date.value
        told[article.id] = f"{article.shown_title}{'' if day is None else f', {date_phrase(day)}'}"
    return told


def as_text(questions: Iterable[Question], dossier: Dossier) -> Iterator[str]:
    """Some lines for each question."""
    articles = where(dossier)
    names = _names(dossier.register)
    for number, question in enumerate(questions, 1):
        kind = "" if question.kind is None else f" ({question.kind}{'?' if question.about == 'name' else ''})"
        yield f"{number}. {question.text}{kind}: {ABOUT[question.about]}"
        for fact in facts(question):
            yield f"   {fact}"
        for likeness in question.candidates:
            reason = f": {likeness.reason}" if likeness.reason else ""
            yield f"   perhaps {names.get(likeness.entity, likeness.entity)}{reason}"
        for sighting in question.sightings:
            yield f"   - {sighting.quote.sentence}"
            named = "" if sighting.entity is None else f": {names.get(sighting.entity, sighting.entity)}"
            yield f"     {articles.get(sighting.article, sighting.article)}{named}"


def as_json(questions: Iterable[Question], dossier: Dossier) -> str:
    """Every question with all that is known about it; the schema is in the handbook."""
    articles = {annotated.article.id: annotated.article for annotated in dossier.articles}
    names = _names(dossier.register)

    def sighted(sighting: Sighting) -> dict[str, Any]:
        article = articles.get(sighting.article)
        day = None if article is None else article.date.value
        return {
            "article": sighting.article,
            "title": None if article is None else article.shown_title,
            "date": None if day is None else day.iso,
            "paragraph": sighting.quote.paragraph,
            "text": sighting.quote.sentence,
            "spans": [{"start": start, "end": end} for start, end in sighting.quote.spans],
            "entity": sighting.entity,
        }

    rows = [
        {
            "about": question.about,
            "text": question.text,
            "kind": question.kind,
            "mentions": question.mentions,
            "articles": question.articles,
            "forms": [{"text": form, "mentions": number} for form, number in question.forms],
            "candidates": [
                {"entity": each.entity, "name": names.get(each.entity), "reason": each.reason}
                for each in question.candidates
            ],
            "rule": question.rule,
            "part": question.part or None,
            "waiting": question.waiting,
            "namesakes": list(question.namesakes),
            "sentences": [sighted(sighting) for sighting in question.sightings],
        }
        for question in questions
    ]
    return json.dumps({"schema": SCHEMA, "questions": rows}, indent=1)


def to_write(questions: Iterable[Question], register: Register) -> Mapping[str, tuple[Add, Question]]:
    """What `--write` adds, by id: names of a guessed kind that look like no entity of the register."""
    standing = Standing.of(register)
    found: dict[str, tuple[Add, Question]] = {}
    for question in questions:
        if question.about == "name" and question.kind is not None and not question.candidates:
            new = addition(question, question.kind, standing, "suggested")
            place = id_of(new.name) if isinstance(new, Add) else ""
            if (
                isinstance(new, Add)
                and place not in found
                and place not in standing.entities
                and standing.takes(new.name, question.kind)
            ):
                found[place] = (new, question)
    return found


def frequent(questions: Sequence[Question], at_least: int) -> list[Question]:
    """Without those about what stands in fewer articles; what waits in the register to be confirmed stays."""
    return [each for each in questions if each.waiting or each.articles >= at_least]


def _names(register: Register) -> dict[str, str]:
    return {entity.id: entity.name for entity in (*register.entities, *register.merged)}
