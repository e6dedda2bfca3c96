"""What a script filters the timeline by: names, outlets, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dossier.model import Happening
from dossier.pages.prose import attribute
from dossier.pages.site import Site

_NAMES = 300
"""So many names can be chosen from, those of the most rows."""


def filter_form(rows: Sequence[Happening], site: Site) -> str:
    """What a script shows and works with: the names, outlets and days to choose from, as HTML of one line."""
    times = Counter(entity for each in rows for entity in each.entities if entity in site.paged)
    names = sorted((site.entities[entity].name, entity) for entity, _ in times.most_common(_NAMES))
    articles = (site.articles[event.article] for each in rows for event in each.tellings)
    outlets = sorted({article.outlet.value for article in articles if article.outlet.value is not None})
    chosen = [
        ("entity", "Name", [(entity, name) for name, entity in names]),
        ("outlet", "Outlet", [(each, each) for each in outlets]),
    ]
    fields = [
        _field(name, label, f"<select{{}}>{_options(options)}</select>") for name, label, options in chosen if options
    ]
    days = (_field(name, label, '<input type="date"{}>') for name, label in (("from", "From"), ("to", "To")))
    fields.append(f'<span class="dossier-days">{"".join(days)}</span>')
    return (
        f'<form class="dossier-filter" hidden>{"".join(fields)}<button type="reset">Show all</button>'
        '<p role="status" aria-live="polite"></p></form>'
    )


def _field(name: str, label: str, control: str) -> str:
    """A field of the form, with its label."""
    named = control.replace("{}", f' id="dossier-{name}" name="{name}"', 1)
    return f'<span><label for="dossier-{name}">{label}</label>{named}</span>'


def _options(options: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{attribute(value)}">{attribute(shown)}</option>' for value, shown in options)
    return f'<option value="">all</option>{listed}'
