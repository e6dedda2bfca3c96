"""Who said what: quotations and what is retold, each with its speaker as far as the article says who that is.

The rules follow what English news does (O'Keefe and others 2012, Pareti 2015): a quotation has the verb of saying that
stands next to it, and that verb's subject. Marks are read in every script.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dossier.model import AnnotatedArticle, Kind, Mention, Paragraph, Span, Statement
from dossier.statements.attribution import Attribution
from dossier.statements.cues import TELLING
from dossier.statements.direct import Draft, all_spans, carried_over, carry, introduced, quotations
from dossier.statements.genders import gender_of, gender_of_name
from dossier.statements.indirect import retold
from dossier.statements.marks import opens_quoted, quoted_spans
from dossier.statements.persons import persons_named
from dossier.statements.repeated import repeated
from dossier.statements.scene import Scene
from dossier.statements.speakers import (
    is_anonymous,
    name_in,
    name_of,
    named_behind,
    referent,
    speaking,
)
from dossier.statements.tokens import Sentence, sentences

__all__ = ["repeated", "statements_of"]

_LETTERS = re.compile(r"[a-z]+")
_SPOKEN = frozenset({"paragraph", "list", "quote"})


def statements_of(annotated: AnnotatedArticle, kinds: Mapping[str, Kind]) -> tuple[Statement, ...]:
    """The statements of an article in the order of its text.

    Args:
        annotated: the article with its mentions.
        kinds: of the entities, by their ids.
    """
    paragraphs = [paragraph for paragraph in annotated.article.paragraphs if paragraph.kind in _SPOKEN]
    texts = [paragraph.text for paragraph in paragraphs]
    drafts = _drafts(texts)
    if not any(drafts):
        return ()
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.resolution.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    inside = [sorted(mentions.get(paragraph.id, ()), key=lambda each: each.start) for paragraph in paragraphs]
    quoted = [sorted(all_spans([draft for draft in found if not draft.is_indirect])) for found in drafts]
    named = persons_named(texts, inside, quoted, kinds)
    scene = Scene(annotated.article.id, kinds, paragraphs, inside, named=named, quoted=quoted)
    return tuple(_statement(draft, scene) for found in drafts for draft in found)


def _drafts(texts: Sequence[str]) -> list[list[Draft]]:
    """The statements of each paragraph, in order."""
    drafts: list[list[Draft]] = []
    divided = [_divided(text) for text in texts]
    opens = [opens_quoted(text) for text in texts]
    goes_on = [*opens[1:], False]
    for place, (text, each) in enumerate(zip(texts, divided, strict=True)):
        found = quotations(place, text, each, goes_on=goes_on[place])
        used = frozenset(draft.said.cue_start for draft in found if draft.said is not None)
        quoted = sorted(all_spans(found))
        told = [draft for draft in retold(place, each, used) if not _holds(draft.spans[0], quoted)]
        found = sorted([*found, *told], key=lambda draft: draft.spans[0])
        carry(found)
        drafts.append(found)
    introductions = [introduced(each[-1]) if each else None for each in divided]
    carried_over(drafts, opens, introductions, [len(each) for each in divided])
    return [[draft for draft in found if draft.is_governed or draft.said is not None] for found in drafts]


def _holds(span: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the quoted spans, which are in order, stands in a span."""
    index = bisect_left(quoted, span)
    return index < len(quoted) and quoted[index][0] < span[1]


def _divided(text: str) -> list[Sentence]:
    """The sentences of a paragraph; none if nobody says anything in it."""
    spans = quoted_spans(text)
    is_told = not TELLING.isdisjoint(_LETTERS.findall(text.lower()))
    return sentences(text, spans) if spans or is_told or text.rstrip().endswith(":") else []


def _statement(draft: Draft, scene: Scene) -> Statement:
    """A statement as far as it is known, with whom its speaker can only mean."""
    here, there = scene.paragraphs[draft.place], scene.paragraphs[draft.said_at]
    statement = Statement(
        scene.article,
        tuple(Span(here.id, start, end) for start, end in draft.spans),
        " ".join(here.text[start:end] for start, end in draft.spans),
        is_indirect=draft.is_indirect,
        is_carried=draft.is_carried,
        about=_about(scene.mentions[draft.place], draft.spans),
    )
    said = draft.said
    if said is None:
        return statement
    said = _whole(said, scene.mentions[draft.said_at])
    via, via_entity = _relay(said, there, scene, draft.said_at)
    statement = statement._replace(cue=said.cue or None, via=via, via_entity=via_entity)
    if said.speaker is None or said.core is None:
        return statement
    phrase, core = there.text[slice(*said.speaker)], there.text[slice(*said.core)]
    entities = speaking(said.core, there.text, scene.mentions[draft.said_at], scene.kinds)
    if not entities and name_in(core) is None:
        named = named_behind(said.speaker, said.core, there.text)
        if named is not None:
            core = there.text[slice(*named)]
            entities = speaking(named, there.text, scene.mentions[draft.said_at], scene.kinds)
    meant = (
        None
        if entities or (phrase != core and not is_anonymous(phrase))
        else scene.refer(draft.said_at, said.core[0], core)
    )
    if not said.cue and not (said.is_sure or entities or meant is not None or gender_of_name(core)):
        return statement  # a label, as far as is known
    who = referent(core, phrase, entities) if meant is None else meant
    scene.spoke(draft.place, draft.spans[0][0], who, gender_of(phrase))
    begins = meant is None and there.text[: said.core[0]].rstrip()[-1:] in {"", *'.!?”"'}
    return statement._replace(
        speaker=phrase,
        entities=who.entities,
        name=None if who.entities else name_of(who.called, begins=begins),
        is_anonymous=is_anonymous(phrase) or who.is_anonymous,
        refers_to=meant.called if meant is not None and meant.called.lower() != core.lower() else None,
        called_at=(Span(there.id, *said.speaker),),
    )


def _whole(said: Attribution, mentions: Sequence[Mention]) -> Attribution:
    """An attribution whose speaker begins with no part of a name that is mentioned, but with the whole of it."""
    if said.speaker is None or said.core is None:
        return said
    start = said.core[0]
    inside = next((each for each in mentions if each.start < start < each.end), None)
    if inside is None or said.speaker[0] != start:
        return said
    return said._replace(
        speaker=(inside.start, max(inside.end, said.speaker[1])), core=(inside.start, max(inside.end, said.core[1]))
    )


def _relay(said: Attribution, there: Paragraph, scene: Scene, place: int) -> tuple[str | None, str | None]:
    """Who relays a statement, as called and as known, unless it is the speaker."""
    if said.via is None or said.via == said.core:
        return None, None
    known = speaking(said.via, there.text, scene.mentions[place], scene.kinds)
    return there.text[slice(*said.via)], known[0] if len(known) == 1 else None


def _about(mentions: Sequence[Mention], spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    starts = [each.start for each in mentions]
    found = set()
    for start, end in spans:
        found |= {each.entity for each in mentions[bisect_left(starts, start) : bisect_left(starts, end)]}
    return tuple(sorted(found))
