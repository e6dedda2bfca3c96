"""Names that stand in the articles and not in the register, gathered from article to article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.memory import NO_MEMORY, Memory
from dossier.model import (
    AnnotatedArticle,
    Entity,
    Kind,
    Mention,
    NameSpan,
    OpenMention,
    Register,
    Sighting,
    Suggestion,
)
from dossier.same_name import key
from dossier.suggest.evidence import SHOWN, Evidence, Sentences
from dossier.suggest.forms import belonging, is_none, shown_form
from dossier.suggest.grouping import Place, grouped
from dossier.suggest.likeness import Known
from dossier.suggest.longer import beside
from dossier.suggest.whole import FoundNames, Whole, whole_names


@dataclass(slots=True)
class _Gathered:
    """What is known of one name so far."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    articles: dict[str, Place] = field(default_factory=dict)
    """The first place in each."""


Gathered = Mapping[str, _Gathered]
"""The names in the articles, by the normal form of what each is called."""


def gather(articles: Sequence[AnnotatedArticle], found: FoundNames, memory: Memory = NO_MEMORY) -> Gathered:
    """Gather the names that are no mention.

    A name belongs to one group with all that differ from it in capitals, accents or hyphens only, and, article by
    article, with those of the same thing.

    Args:
        articles: with their mentions, newest first.
        found: the names in them.
        memory: what the last build made.
    """
    gathered: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    whole = whole_names(articles, found, memory)
    places = [_places(each, whole[each.article.id], memory) for each in articles]
    for annotated, standing, forms in zip(articles, places, grouped(places, memory), strict=True):
        for (paragraph, span), form in zip(standing, forms, strict=True):
            name = gathered[form]
            name.kinds[span.kind] += 1
            name.forms[paragraph.text[span.start : span.end]] += 1
            name.articles.setdefault(annotated.article.id, (paragraph, span))
    return dict(gathered)


def suggestions(
    gathered: Gathered,
    register: Register,
    known: Known,
    sentences: Sentences,
    is_first_name: Callable[[str], bool] = lambda _: False,
) -> tuple[Suggestion, ...]:
    """The names that the register does not hold, those of the most articles first.

    All in capitals, a name is nothing new beside one that is known; a first name that several full names begin with
    names nobody; nor does a word of every sentence, or a politician's party and state.

    Args:
        gathered: the names in the articles.
        register: what it holds, suggests or suppresses is not suggested.
        known: what it holds.
        sentences: divides a text into the spans of its sentences.
        is_first_name: whether a single word is known as one.
    """
    settled = {key(text) for text in register.suppress}
    settled |= {form for entity in _suggested(register) for form in _forms_of(entity)}
    settled |= {word for word in _shared_first_words(gathered, register) if is_first_name(word)}
    evidence = Evidence(sentences)
    made = (
        _suggestion(form, name, known, evidence)
        for form, name in gathered.items()
        if form and form not in settled and not (known.named(form) and all(map(str.isupper, name.forms)))
    )
    named = (each for each in made if not is_none(each.name, each.kind))
    return tuple(sorted(named, key=lambda each: (-len(each.articles), -each.mentions, each.name)))


def awaited(gathered: Gathered, register: Register, sentences: Sentences) -> dict[str, Suggestion]:
    """What is found of the entities that the register suggests, by their ids."""
    evidence = Evidence(sentences)
    found = {}
    for entity in _suggested(register):
        forms = Counter({alias.text: 0 for alias in entity.aliases})
        articles: dict[str, Place] = {}
        for name in (gathered[form] for form in _forms_of(entity) if form in gathered):
            forms.update(name.forms)
            articles = name.articles | articles
        found[entity.id] = Suggestion(
            entity.name,
            entity.kind,
            belonging(entity.name, entity.kind, forms),
            forms.total(),
            tuple(articles),
            sightings(articles, evidence),
        )
    return found


def _suggested(register: Register) -> Iterator[Entity]:
    return (entity for entity in register.entities if entity.status == "suggested")


def _forms_of(entity: Entity) -> dict[str, None]:
    """The normal forms of its names."""
    return dict.fromkeys(key(alias.text) for alias in entity.aliases)


def _places(annotated: AnnotatedArticle, whole: Whole, memory: Memory) -> Sequence[Place]:
    return memory.made("new names", lambda: tuple(_new_names(annotated, whole)), annotated, whole)


def _new_names(annotated: AnnotatedArticle, found: Sequence[Sequence[NameSpan]]) -> Iterator[Place]:
    """The names that are no mention, nor a part of one; what holds a mention and more is another name."""
    claimed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    said: tuple[Mention | OpenMention, ...] = (*annotated.resolution.mentions, *annotated.resolution.unresolved)
    for each in said:
        claimed[each.paragraph].append((each.start, each.end))
    for paragraph, spans in zip(annotated.article.paragraphs, found, strict=False):
        spoken_for = sorted(claimed.get(paragraph.id, ()))
        for span in spans:
            if all(_is_within(start, end, span) for start, end in beside(spoken_for, span.start, span.end)):
                yield paragraph, span


def _is_within(start: int, end: int, span: NameSpan) -> bool:
    """Whether the name holds this and more."""
    return span.start <= start and end <= span.end and end - start < span.end - span.start


def _shared_first_words(gathered: Gathered, register: Register) -> Iterable[str]:
    """The single words taken for persons that begin several full names, and more than they end."""
    full = {form for form, name in gathered.items() if _kind(name) == "person"}
    full |= {key(entity.name) for entity in register.entities if entity.kind == "person"}
    people = [form.split() for form in full if " " in form]
    first, last = (Counter(words[place] for words in people) for place in (0, -1))
    return (word for word in full if " " not in word and first[word] > max(1, last[word]))


def _kind(name: _Gathered) -> Kind:
    return max(name.kinds, key=lambda each: (name.kinds[each], each))


def _suggestion(form: str, name: _Gathered, known: Known, evidence: Evidence) -> Suggestion:
    kind = _kind(name)
    shown = shown_form(form, name.forms)
    return Suggestion(
        name=shown,
        kind=kind,
        forms=belonging(shown, kind, name.forms),
        mentions=name.forms.total(),
        articles=tuple(name.articles),
        sightings=sightings(name.articles, evidence),
        like=known.like(shown, kind),
    )


def sightings(articles: Mapping[str, Place], evidence: Evidence) -> tuple[Sighting, ...]:
    """A few sentences in which a name stands, from its first place in each article."""
    return tuple(
        Sighting(article, evidence.around(paragraph, span.start, span.end))
        for article, (paragraph, span) in list(articles.items())[:SHOWN]
    )
