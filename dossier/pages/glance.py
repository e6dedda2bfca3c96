"""An article of a story at a glance: what it has alone, and what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dossier.model import Alone, Article, Excerpt, Passage, Story, Trait
from dossier.pages.beside import letter_badge
from dossier.pages.periods import period_phrase
from dossier.pages.phrases import byline_parts, counted
from dossier.pages.prose import escape, link
from dossier.pages.site import Site
from dossier.pages.spoken import isolated, spoken
from dossier.permalinks import article_uri, relative

_LETTERS = 130
"""So much is shown of a passage."""
_PASSAGES = 15
"""So many passages stand on the page; further ones are folded."""
_FOLDED = 200
_TRAITS = 30
_VERSIONS = 10
"""So many of each are shown; the rest is counted."""
_YEAR = re.compile(r"\d{4}")
_INSIDE = str.maketrans('“”„«»"', "‘’‚‹›'")
_LABELS: Mapping[str, str] = {"name": "Names", "number": "Numbers", "date": "Dates"}


def glance_card(alone: Alone, story: Story, letters: Mapping[str, str], here: str, site: Site) -> dict[str, Any]:
    """An article at a glance."""
    article = site.articles[alone.article]
    text = next(text for text in story.texts if article.id in text)
    versions = [each for each in text if each != article.id]
    quotations = [trait for trait in alone.traits if trait.kind == "quotation"]
    passages = [shown_passage(each, article, here) for each in alone.passages[: _PASSAGES + _FOLDED]]
    shares = any(_is_with_another(passage, article.id, versions, story) for passage in story.passages)
    by_kind = [(label, [t for t in alone.traits if t.kind == kind]) for kind, label in _LABELS.items()]
    traits = [(label, found) for label, found in by_kind if found]
    lacks = [(label, [t for t in alone.lacks if t.kind == kind]) for kind, label in _LABELS.items()]
    return {
        "letter": letters[article.id],
        "title": letter_badge(letters[article.id]) + article_link(article.id, here, site),
        "meta": " · ".join([*map(isolated, byline_parts(article)), f"{article.words:,} words"]),
        "versions": [
            (letter_badge(letters[each]) if each in letters else "") + article_link(each, here, site)
            for each in versions[:_VERSIONS]
        ],
        "more_versions": max(0, len(versions) - _VERSIONS),
        "traits": [{"label": label, "each": _traits(found, article, here, site)} for label, found in traits],
        "passages": passages[:_PASSAGES] if shares else [],
        "further": passages[_PASSAGES:] if shares else [],
        "further_counted": counted(len(alone.passages) - _PASSAGES, "more passage"),
        "said": "" if traits or quotations or (shares and passages) else _nothing(story, shares=shares),
        "quoted": counted(len(quotations), "quotation"),
        "quotations": [_quotation(each, article, here) for each in quotations[:_TRAITS]],
        "lacks": [{"label": label, "each": _lacks(found, here, site)} for label, found in lacks if found],
        "unsaid": [
            f"“{escape(_cut(_bare(each.text)), begins=False)}”" for each in alone.lacks if each.kind == "quotation"
        ][:_TRAITS],
    }


def _is_with_another(passage: Passage, article: str, versions: Sequence[str], story: Story) -> bool:
    """Whether an article shares a passage with another text; with another version, if there is only one text."""
    ends = {passage.left.article, passage.right.article}
    return article in ends and (len(story.texts) == 1 or ends.isdisjoint(versions))


def _nothing(story: Story, *, shares: bool) -> str:
    """What was looked for and not found; only that is said, not that there is nothing."""
    kinds = "name, number, date, passage or quotation" if shares else "name, number, date or quotation"
    apart = "" if shares or not story.passages else "It shares no paragraph with the others. "
    return f"{apart}No {kinds} was found that only it has."


def article_link(article: str, here: str, site: Site) -> str:
    """The title of an article as a link to it."""
    found = site.articles[article]
    return spoken(link(escape(found.shown_title), relative(article_uri(article), here)), found)


def _traits(traits: Sequence[Trait], article: Article, here: str, site: Site) -> str:
    target = relative(article_uri(article.id), here)
    shown = [link(_trait(trait, site), f"{target}#{trait.paragraph}") for trait in traits[:_TRAITS]]
    return _listed(shown, len(traits))


def _lacks(traits: Sequence[Trait], here: str, site: Site) -> str:
    shown = [site.name(t.key, here) if t.kind == "name" else _trait(t, site) for t in traits[:_TRAITS]]
    return _listed(shown, len(traits))


def _trait(trait: Trait, site: Site) -> str:
    """An entity by its name, and a date by what its words mean."""
    if trait.kind == "name":
        return isolated(site.entities[trait.key].name)
    if trait.period is None or trait.precision is None or _YEAR.search(trait.text):
        return isolated(trait.text)
    meant = period_phrase(trait.period, trait.precision)
    return meant if trait.precision in {"day", "month", "year"} else f"{isolated(trait.text)} ({meant})"


def _listed(shown: Sequence[str], number: int) -> str:
    more = [f"{number - len(shown):,} more"] if number > len(shown) else []
    return ", ".join([*shown, *more])


def shown_passage(excerpt: Excerpt, article: Article, here: str) -> str:
    """Words of an article, cut to what fits, as a link to their paragraph."""
    text = next(paragraph.text for paragraph in article.paragraphs if paragraph.id == excerpt.paragraph)
    return _linked(_clipped(text, excerpt.start, excerpt.end), excerpt.paragraph, article, here)


def _quotation(trait: Trait, article: Article, here: str) -> str:
    """A quotation in its marks."""
    return _linked(f"“{_cut(_bare(trait.text))}”", trait.paragraph, article, here)


def _bare(quotation: str) -> str:
    """A quotation without the marks around it, and with single ones inside."""
    words = quotation.strip('"“”„«» ') or quotation
    return words.translate(_INSIDE)


def _cut(words: str) -> str:
    """Words cut to what fits."""
    words = " ".join(words.split())
    if len(words) <= _LETTERS:
        return words
    return (words[:_LETTERS].rpartition(" ")[0] or words[:_LETTERS]).rstrip(",;:–— ") + " …"


def _linked(shown: str, paragraph: str, article: Article, here: str) -> str:
    return spoken(link(escape(shown, begins=False), f"{relative(article_uri(article.id), here)}#{paragraph}"), article)


def _clipped(text: str, start: int, end: int) -> str:
    """Some words of a text: what was cut off shows as an ellipsis, and of quotation marks none is without the other."""
    words = _cut(text[start:end])
    begins, ends = _missing_marks(words, text[:start])
    before = "… " if any(map(str.isalnum, text[:start])) else ""
    behind = " …" if any(map(str.isalnum, text[end:])) and not words.endswith("…") else ""
    return f"{before}{begins}{words}{behind}{ends}"


def _missing_marks(words: str, before: str) -> tuple[str, str]:
    """The quotation marks that some words lack at their beginning and at their end."""
    depth = lowest = 0
    for sign in words:
        depth += (sign == "“") - (sign == "”")
        lowest = min(lowest, depth)
    begins, ends = "“" * -lowest, "”" * (depth - lowest)
    if words.count('"') % 2:
        is_inside = before.count('"') % 2
        begins, ends = begins + '"' * is_inside, '"' * (1 - is_inside) + ends
    return begins, ends
