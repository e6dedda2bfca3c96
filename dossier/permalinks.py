"""Where each page stands: the addresses that other rooms, and other sites, link to."""

from __future__ import annotations

import hashlib

from dossier.model import Article, Copy, Entity, Kind

FOLDERS: dict[Kind, tuple[str, str]] = {
    "person": ("people", "People"),
    "organisation": ("organisations", "Organisations"),
    "place": ("places", "Places"),
    "topic": ("topics", "Topics"),
    "event": ("events", "Events"),
    "work": ("works", "Works"),
}
"""For each kind the folder of its pages, and its heading, in the order shown."""


ARTICLES = "articles/index.md"
ENTITIES = "entities/index.md"
HOME = "index.md"
REPORT = "report/index.md"
TIMELINE = "timeline/index.md"
STATEMENTS = "statements/index.md"
COVERAGE = "coverage/index.md"


def article_uri(article: str) -> str:
    """The path of an article's page below the docs folder."""
    return f"articles/{article}.md"


def articles_uri(key: str) -> str:
    """The path of the list of the articles of a year or a month (`2019-12`); of all, for an empty key."""
    return f"articles/_{key}.md" if key else ARTICLES  # no slug has such a sign


def seed_uri(source: Article | Copy) -> str:
    """The path of the untouched seed; a file of several articles stands there once, under eight digits of its name."""
    if not source.location.record:
        return f"articles/{source.id}/seed.txt"
    digest = hashlib.sha256(source.seed.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"articles/_{digest}/seed.txt"  # no slug has such a sign


def timeline_uri(key: str) -> str:
    """The path of the page of a year, a month or a day (`2019-12-30`); of the whole timeline, for an empty key."""
    return f"timeline/{key}.md" if key else TIMELINE


def entity_uri(entity: Entity) -> str:
    """The path of an entity's page below the docs folder."""
    return f"entities/{FOLDERS[entity.kind][0]}/{entity.id}.md"


def mentions_uri(entity: Entity, key: str) -> str:
    """The path of the list of an entity's mentions in a year or a month (`2019-12`); its page, for an empty key."""
    uri = entity_uri(entity)
    return f"{uri.removesuffix('.md')}_{key}.md" if key else uri  # no id has such a sign


def names_uri(kind: Kind, number: int) -> str:
    """The path of a page of the list of all names of a kind; the first is number 1."""
    return f"entities/{FOLDERS[kind][0]}/_page-{number}.md"  # no id has such a sign


def entity_permalink(entity: Entity) -> str:
    """The address of an entity's page below the site."""
    return f"entities/{FOLDERS[entity.kind][0]}/{entity.id}/"


def speaker_uri(speaker: str, part: str = "") -> str:
    """The path of the page, or of one part, of what an entity says; those of `_…` are of speakers who are none."""
    return f"statements/{speaker}{f'_{part}' if part else ''}.md"  # no slug has such a sign


def story_uri(story: str) -> str:
    """The path of a story's page below the docs folder."""
    return f"coverage/{story}.md"


def coverage_uri(number: int) -> str:
    """The path of a page of the list of stories; the first is number 1."""
    return COVERAGE if number == 1 else f"coverage/_page-{number}.md"  # no slug has such a sign


def relative(target: str, source: str) -> str:
    """The path from one page to another, both below the docs folder."""
    here, there = source.split("/")[:-1], target.split("/")
    same = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:])
