"""What every kind of page needs: look-ups in the dossier, links to names, and the writing itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from dossier.model import Article, Dossier, Entity, EntityEntry, Happening, Kind, LinkRule, Page, Story
from dossier.pages.front import front_matter
from dossier.pages.phrases import byline_parts, counted
from dossier.pages.prose import escape, link
from dossier.pages.speakers import Speakers
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import FOLDERS, article_uri, entity_uri, relative

_EXCERPT = 200


class Site:
    """A dossier with the look-ups that pages need."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.entities = {
            entity.id: Entity(entity.id, entity.name, entity.kind, (), location=entity.location)
            for entity in dossier.register.entities
        }
        """Of each entity what other pages than its own say: these do not change with all the rest."""
        self.confirmed = [entry for entry in dossier.entries if entry.entity.status == "confirmed"]
        self.paged = {entry.entity.id: entity_uri(entry.entity) for entry in self.confirmed}
        """The entities that have a page, and its path."""
        self._outlets: dict[str, Counter[str]] = {}
        self._names: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """For each folder the links from its pages to entities."""

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Every article by its id, newest first."""
        return {annotated.article.id: annotated.article for annotated in self.dossier.articles}

    @cached_property
    def told(self) -> Mapping[str, Story]:
        """The story that an article tells with others, by the article's id."""
        return {article: story for story in self.dossier.stories for article in story.articles}

    @cached_property
    def covered(self) -> Mapping[str, Sequence[tuple[Story, int]]]:
        """For each entity the stories that it is mentioned in, newest first, and by how many of their articles."""
        mentioned = {
            annotated.article.id: {mention.entity for mention in annotated.resolution.mentions}
            for annotated in self.dossier.articles
        }
        found: defaultdict[str, list[tuple[Story, int]]] = defaultdict(list)
        for story in self.dossier.stories:
            for entity, times in Counter(chain.from_iterable(mentioned[each] for each in story.articles)).items():
                found[entity].append((story, times))
        return found

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """The name that each entity had which was merged into another."""
        return {each.id: each.name for each in self.dossier.register.merged}

    @cached_property
    def handwritten(self) -> Mapping[str, str]:
        """The title of every hand-written page by its `src_uri`."""
        return {page.src_uri: page.title for page in self.dossier.handwritten}

    @cached_property
    def forms(self) -> Mapping[str, Counter[tuple[str, LinkRule]]]:
        """For each entity the words by which articles mention it, with the rule that linked them."""
        found: defaultdict[str, Counter[tuple[str, LinkRule]]] = defaultdict(Counter)
        for annotated in self.dossier.articles:
            for each in annotated.resolution.mentions:
                found[each.entity][each.text, each.rule] += 1
        return found

    @cached_property
    def speakers(self) -> Speakers:
        """Who makes statements, and where they stand."""
        return Speakers(self.dossier)

    @cached_property
    def paragraphs(self) -> Mapping[str, Mapping[str, str]]:
        """For each article the text of every paragraph."""
        return {key: {each.id: each.text for each in article.paragraphs} for key, article in self.articles.items()}

    @cached_property
    def happenings(self) -> Mapping[str, list[Happening]]:
        """For each entity what is told of it and dated, in order of time."""
        found: defaultdict[str, list[Happening]] = defaultdict(list)
        for happening in self.dossier.happenings:
            for entity in happening.entities:
                found[entity].append(happening)
        return found

    def outlets(self, story: Story) -> Counter[str]:
        """The outlets that tell a story, in the order of its articles, and with how many articles each."""
        if story.id not in self._outlets:
            named = (self.articles[each].outlet.value for each in story.articles)
            self._outlets[story.id] = Counter(name for name in named if name is not None)
        return self._outlets[story.id]

    def by_kind(self) -> Iterator[tuple[Kind, list[EntityEntry]]]:
        """The confirmed entities of each kind that has any, most mentioned first."""
        for kind in FOLDERS:
            entries = [entry for entry in self.confirmed if entry.entity.kind == kind]
            if entries:
                yield kind, sorted(entries, key=lambda entry: (-entry.mentions, entry.entity.name))

    def name(self, entity: str, source: str, count: int | None = None) -> str:
        """A link to an entity, with a number beside it; one without a page is only named."""
        names = self._names[source.rpartition("/")[0]]
        shown = names.get(entity)
        if shown is None:
            target = self.entities[entity]
            shown = isolated(target.name)
            if entity in self.paged:
                shown = link(shown, relative(entity_uri(target), source))
            names[entity] = shown
        return shown if count is None else f"{shown} <small>{count:,}</small>"


def write_page(src_uri: str, name: str, front: Mapping[str, Any], /, *, listed: bool = False, **values: object) -> Page:
    """Write a page by the template of that name, with what front matter has a value; never two empty lines together."""
    body = template(name).render(values)
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    return Page(src_uri, f"{front_matter(front)}\n{body.strip()}\n", listed)


@cache
def _environment() -> Environment:
    return Environment(
        auto_reload=False,
        loader=PackageLoader("dossier"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - it makes Markdown, and every value of a seed has been through `escape`
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def template(name: str) -> Template:
    """A template by the name of its kind of page."""
    return _environment().get_template(f"{name}.md.jinja")


def excerpt(article: Article) -> str:
    """The first words of an article's text."""
    text = next((" ".join(p.text.split()) for p in article.paragraphs if p.kind == "paragraph"), "")
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0].rstrip(",;:–— ") + " …"


def article_row(article: Article, here: str) -> dict[str, str]:
    """An article in a list of them."""
    return {
        "title": spoken(link(escape(article.shown_title), relative(article_uri(article.id), here)), article),
        "lede": spoken(escape(excerpt(article)), article),
        "meta": " · ".join(map(isolated, byline_parts(article))),
    }


def mentioned(entry: EntityEntry) -> str:
    """How often an entity is mentioned, in words."""
    if not entry.appearances:
        return "not mentioned in any article"
    return f"{counted(entry.mentions, 'mention')} in {counted(len(entry.appearances), 'article')}"
