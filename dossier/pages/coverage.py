"""The list of stories that several articles tell, and the page of each: what one has and the others lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dossier.model import Article, Naming, Page, Story
from dossier.pages.again import Writer
from dossier.pages.archive import page_links
from dossier.pages.beside import comparison_section, has_rows, letter_badge, letters_of, listed, without_rows
from dossier.pages.glance import article_link, glance_card
from dossier.pages.phrases import counted, date_phrase
from dossier.pages.prose import escape, link
from dossier.pages.site import Site, write_page
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import COVERAGE, coverage_uri, relative, story_uri

_STORIES = 200
"""So many stories stand on one page of the list."""
_ON_ENTITY = 5
"""So many stories are shown on the page of an entity."""
_OUTLETS = 6
_FIRST = 4
"""So many that may have been first are named."""
_OTHERS = 200
_NAMINGS = 15
"""So much is shown of each on a story's page; the rest is counted."""


def coverage_pages(site: Site, written: Writer) -> Iterator[Page]:
    """The list of the stories, newest first, and a page for each.

    Args:
        site: has them.
        written: makes the page of a story.
    """
    stories = site.dossier.stories
    starts = range(0, max(1, len(stories)), _STORIES)
    pages = [(str(number), coverage_uri(number)) for number in range(1, len(starts) + 1)]
    for number, start in enumerate(starts, start=1):
        here = coverage_uri(number)
        yield write_page(
            here,
            "coverage",
            {"title": "Coverage" if number == 1 else f"Coverage, page {number}"},
            listed=number == 1,
            counted=counted(len(stories), "story", "stories"),
            rows=[_row(story, here, site) for story in stories[start : start + _STORIES]],
            pages=page_links(pages, number - 1),
        )
    for story in stories:
        yield from written(story_uri(story.id), story, lambda story, site: [story_page(story, site)])


def entity_stories(entity: str, here: str, site: Site) -> dict[str, Any]:
    """The newest stories that an entity is mentioned in, and where the rest is."""
    stories = site.covered.get(entity, ())
    more = len(stories) - _ON_ENTITY
    return {
        "rows": [_row(story, here, site, times) for story, times in stories[:_ON_ENTITY]],
        "more": link(f"{counted(more, 'more story', 'more stories')} in the coverage", relative(COVERAGE, here))
        if more > 0
        else "",
    }


def _row(story: Story, here: str, site: Site, mentioning: int | None = None) -> dict[str, str]:
    """A story in a list; `mentioning`: how many of its articles mention the entity that the list is of."""
    articles = [site.articles[each] for each in story.articles]
    base = site.articles[story.base]
    named = "" if mentioning in {None, len(articles)} else f"named in {counted(mentioning or 0, 'article')}"
    return {
        "title": spoken(link(_title(base), relative(story_uri(story.id), here)), base),
        "meta": " · ".join(filter(None, (_span(articles), _outlets(articles), size_of(story), named))),
    }


def size_of(story: Story) -> str:
    """`12 articles, 5 independent texts`: only those that share nothing are called so."""
    number = len(story.texts)
    texts = counted(number, "independent text" if number == story.independent else "text") if number > 1 else "one text"
    groups = f" in {story.independent:,} independent groups" if 1 < story.independent < number else ""
    return f"{counted(len(story.articles), 'article')}, {texts}{groups}"


def _title(article: Article) -> str:
    return escape(article.title.value or article.seed)


def _span(articles: Sequence[Article]) -> str:
    """The first and the last date, those that are only bounds aside."""
    known = [day for article in articles if (day := article.date.value) is not None and not day.or_later]
    days = sorted({(day.start, date_phrase(day)) for day in known})
    if not days:
        return "date unknown"
    first, last = days[0][1], days[-1][1]
    return first if first == last else f"{first} to {last}"


def _outlets(articles: Sequence[Article]) -> str:
    names = list(dict.fromkeys(article.outlet.value for article in articles if article.outlet.value is not None))
    more = [f"{len(names) - _OUTLETS:,} more"] if len(names) > _OUTLETS else []
    return ", ".join([*map(isolated, names[:_OUTLETS]), *more])


def story_page(story: Story, site: Site) -> Page:
    """The page of one story: at a glance what each has alone, then the texts side by side."""
    here = story_uri(story.id)
    base = site.articles[story.base]
    articles = [site.articles[each] for each in story.articles]
    letters = letters_of(story)
    others = [text[0] for text in story.texts if text[0] not in letters]
    return write_page(
        here,
        "story",
        {
            "title": f"Coverage: {base.title.value or base.seed}",
            "description": size_of(story),
            "search": {"exclude": True},  # its words are those of the articles
            "hide": ["toc"],  # the columns need the room
        },
        index=relative(COVERAGE, here),
        title=spoken(_title(base), base),
        meta=list(filter(None, (_span(articles), _outlets(articles), size_of(story)))),
        said=[_first(story, letters, site), _found(story, letters)],
        cards=[glance_card(alone, story, letters, here, site) for alone in story.alone],
        namings=[_naming(naming, letters, here, site) for naming in story.namings[:_NAMINGS]],
        more_namings=max(0, len(story.namings) - _NAMINGS),
        others=[article_link(each, here, site) for each in others[:_OTHERS]],
        more_others=max(0, len(others) - _OTHERS),
        sections=[
            comparison_section(comparison, letters, here, site, is_first=not number)
            for number, comparison in enumerate(filter(has_rows, story.comparisons))
        ],
        unshown=without_rows(story, letters),
    )


def _first(story: Story, letters: Mapping[str, str], site: Site) -> str:
    """Who told it first, or may have, or why nobody knows."""
    if story.first:
        named = [letters.get(each) or _called(site.articles[each]) for each in story.first]
        known = sorted(named, key=lambda name: (len(name), name))
        if len(known) > _FIRST:
            return f"By the stated dates, one of the {len(known):,} earliest was first."
        day = site.articles[story.first[0]].date.value
        when = f", on {date_phrase(day)}" if day is not None and len(known) == 1 else ""
        return f"By the stated dates, {listed(known, 'or')} was first{when}."
    articles = [site.articles[each] for each in story.articles]
    undated = sum(article.date.source != "stated" for article in articles)
    if undated:
        whose = "one of them states no date" if undated == 1 else f"{undated:,} of them state no date"
        return f"Who was first is not known: {whose}."
    return "Who was first is not known: the stated dates, times and time zones do not tell."


def _called(article: Article) -> str:
    return isolated(article.outlet.value or article.shown_title)


def _found(story: Story, letters: Mapping[str, str]) -> str:
    """Why the articles are taken for one story."""
    sharing = {place.article for passage in story.passages for place in (passage.left, passage.right)}
    sharing |= {article for text in story.texts if len(text) > 1 for article in text}
    guessed = [article for article in story.articles if article not in sharing]
    if not guessed:
        return "They are put together because they share text."
    if len(guessed) == len(story.articles):
        return (
            "They are put together because of the words they have in common and their dates: a guess, for they share "
            "no paragraph."
        )
    which = [letters[each] for each in guessed if each in letters]
    named = listed(sorted(which)) if len(which) == len(guessed) else f"{len(guessed):,} of them"
    verbs = ("shares", "is") if len(guessed) == 1 else ("share", "are")
    return (
        f"They are put together because they share text; but {named} {verbs[0]} no paragraph with the others, and "
        f"{verbs[1]} here because of words in common and the dates: a guess."
    )


def _naming(naming: Naming, letters: Mapping[str, str], here: str, site: Site) -> dict[str, Any]:
    forms = [
        letter_badge(letters[article])
        + ", ".join(f"{isolated(text)} <small>×{times:,}</small>" for text, times in counts)
        for article, counts in naming.forms
        if article in letters
    ]
    return {"name": site.name(naming.entity, here), "forms": forms}
