"""The mentions that stayed open, each kind of them as one question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.memory import Memory
from dossier.model import AnnotatedArticle, Likeness, Mention, OpenMention, OpenRule, Paragraph, Question, Sighting
from dossier.same_name import key
from dossier.suggest.apart import Apart
from dossier.suggest.evidence import SHOWN, Evidence
from dossier.suggest.first_names import FirstNames
from dossier.suggest.longer import Span, longer_name
from dossier.suggest.strangers import Strangers


@dataclass(frozen=True, slots=True, order=True)
class _Asked:
    """What mentions have in common that are asked for in one question."""

    form: str
    """The words; of a longer name, in normal form."""
    candidates: tuple[str, ...]
    rule: OpenRule
    part: str


@dataclass(frozen=True, slots=True)
class Unasked:
    """The open mentions that are not asked for."""

    suppress: Collection[str]
    """Names that the user said are none."""
    apart: Apart
    first_names: FirstNames
    strangers: Strangers

    def has(self, asked: _Asked, place: _Place, annotated: AnnotatedArticle) -> bool:
        """Whether one is: decided, a first name, perhaps a stranger's, or such that no decision would settle it.

        That is what is somebody else's, and a part of a longer name that no words around it tell.
        """
        if place.text in self.suppress:
            return True
        if asked.part:
            return self.first_names.is_theirs(asked.part, asked.candidates)
        if self.first_names.is_of_several(place.text, asked.candidates):
            return True
        if self.apart.all(asked.candidates):
            return True
        if asked.rule == "full name missing":
            return self.strangers.are_in(annotated.article, place.text, asked.candidates)
        return asked.rule != "several fit"


def open_mentions(
    articles: Iterable[AnnotatedArticle], unasked: Unasked, evidence: Evidence, memory: Memory
) -> Iterator[Question]:
    """Ask once for all of the same words, candidates and rule.

    What is only a part of a longer name is asked for as that, where the words around it tell it. Where an article has
    the full name of somebody else, its mentions of the last name are not asked for: they may be that person's.
    """
    groups: defaultdict[_Asked, dict[str, list[_Place]]] = defaultdict(dict)
    for annotated in articles:
        for each, place in memory.made("open mentions", partial(_places, annotated), annotated):
            asked = _asked(each, place)
            if not unasked.has(asked, place, annotated):
                groups[asked].setdefault(annotated.article.id, []).append(place)
    order = sorted(groups.items(), key=lambda pair: (-len(pair[1]), -sum(map(len, pair[1].values())), pair[0]))
    for asked, by_article in order:
        texts = Counter(place.text for places in by_article.values() for place in places)
        text = max(texts, key=lambda each: (texts[each], each))
        yield Question(
            "open",
            text,
            None,
            texts.total(),
            len(by_article),
            tuple(
                Sighting(article, evidence.around(first.paragraph, first.start, first.end))
                for article, (first, *_) in list(by_article.items())[:SHOWN]
            ),
            tuple(Likeness(entity, asked.rule) for entity in asked.candidates),
            rule=asked.rule,
            part=asked.part,
            namesakes=unasked.strangers.of(text, asked.candidates) if asked.rule == "full name missing" else (),
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands that is asked for."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """With single spaces."""
        return " ".join(self.paragraph.text[self.start : self.end].split())


def _places(annotated: AnnotatedArticle) -> Sequence[tuple[OpenMention, _Place]]:
    """The open mentions of an article; of a part of a longer name, where that stands."""
    resolution = annotated.resolution
    paragraphs = {paragraph.id: paragraph for paragraph in annotated.article.paragraphs}
    spoken_for: defaultdict[str, list[Span]] = defaultdict(list)
    said: tuple[Mention | OpenMention, ...] = (*resolution.mentions, *resolution.unresolved)
    for mention in sorted(said, key=lambda mention: mention.start):
        spoken_for[mention.paragraph].append((mention.start, mention.end))
    found = []
    for each in resolution.unresolved:
        paragraph, span = paragraphs[each.paragraph], (each.start, each.end)
        if each.rule == "part of a longer name":
            span = longer_name(paragraph, *span, spoken_for[paragraph.id]) or span
        found.append((each, _Place(paragraph, *span)))
    return found


def _asked(each: OpenMention, place: _Place) -> _Asked:
    part = " ".join(each.text.split())
    if place.text == part:
        return _Asked(part, each.candidates, each.rule, "")
    return _Asked(key(place.text), each.candidates, each.rule, part)
