"""What a name may be another name of, as things are now: entities of this sitting, and names that are asked for too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dossier.cli.reviewing.forms import names_of
from dossier.model import Alias, Entity, Question, Register
from dossier.names import short_names
from dossier.same_name import capitals, key
from dossier.suggest import Known

PART = "a part of the name"


@dataclass(frozen=True, slots=True)
class Near:
    """Looked up once for all questions, and again for the few entities that a decision touched."""

    before: dict[str, int]
    """How many names each entity had when the sitting began."""
    since: Known
    """The entities that came or got names since."""
    asked: Known
    """The names that are asked for, each as an entity with the place of its question as its id."""
    bearers: dict[str, list[int]]
    """The places of the persons' full names that are asked for, by the single words in them."""
    _seen: dict[int, Question] = field(default_factory=dict)
    _fuller: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, questions: Sequence[Question], register: Register) -> Near:
        """At the beginning of a sitting."""
        names = [(place, each) for place, each in enumerate(questions) if each.about == "name" and not each.waiting]
        bearers: defaultdict[str, list[int]] = defaultdict(list)
        for place, each in names:
            for word in short_names(each.text) if each.kind == "person" else ():
                bearers[word].append(place)
        asked = Known(_as_entity(place, each) for place, each in names)
        return cls({entity.id: len(entity.aliases) for entity in register.entities}, Known(()), asked, dict(bearers))

    def now(self, register: Register) -> Near:
        """After a decision."""
        touched = (each for each in register.entities if self.before.get(each.id) != len(each.aliases))
        return replace(self, since=Known(touched), _seen={})

    def told(self, question: Question, place: int) -> Question:
        """A question with the entities of this sitting among its candidates."""
        if question.about != "name" or question.kind is None:
            return question
        if place not in self._seen:
            there = {each.entity for each in question.candidates}
            acronyms = (form for form, _ in question.forms if capitals(form))
            new = {
                each.entity: each
                for text in dict.fromkeys((question.text, *acronyms))
                for each in self.since.like(text, question.kind)
                if each.entity not in there
            }
            told = replace(question, candidates=(*question.candidates, *new.values())) if new else question
            self._seen[place] = told
        return self._seen[place]

    def names(self, questions: Sequence[Question], place: int) -> list[tuple[int, str]]:
        """The places of the fuller names that a name may be short for, each with the reason; of most articles first.

        Of a person these are the full names with that word. A fuller name of a person is not the better one.
        """
        if place not in self._fuller:
            self._fuller[place] = self._fuller_than(questions, place)
        return self._fuller[place]

    def _fuller_than(self, questions: Sequence[Question], place: int) -> list[tuple[int, str]]:
        question = questions[place]
        if question.about != "name" or question.kind is None or question.waiting:
            return []
        is_single = " " not in question.text
        found: dict[int, str] = {}
        if is_single and question.kind in {"person", "organisation"}:
            found = dict.fromkeys(self.bearers.get(question.text, ()), PART)
        for each in self.asked.like(question.text, question.kind):
            other = questions[int(each.entity)]
            if _is_better(other, question):
                found.setdefault(int(each.entity), each.reason)
        found.pop(place, None)
        return sorted(found.items(), key=lambda row: (-questions[row[0]].articles, row[0]))


def _as_entity(place: int, question: Question) -> Entity:
    same = {key(question.text)}
    forms = (form for form in names_of(question) if key(form) in same or capitals(form))
    return Entity(str(place), question.text, question.kind or "topic", tuple(map(Alias, dict.fromkeys(forms))))


def _is_better(other: Question, question: Question) -> bool:
    """Whether a name is the fuller one; of persons, and of as many words, the one in more articles."""
    longer = len(other.text.split()) - len(question.text.split())
    if longer and question.kind != "person":
        return longer > 0
    return other.articles > question.articles
