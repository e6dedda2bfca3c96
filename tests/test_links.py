from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from dossier import LinkExtension
from dossier.model import Location
from dossier.register import load_register


@pytest.fixture
def extension(tmp_path: Path) -> LinkExtension:
    path = tmp_path / "entities.yml"
    path.write_text(
        "entities:\n  - {name: Ada Vance, kind: person}\n  - {name: North Harbour, kind: place, aliases: [NH]}\n"
    )
    extension = LinkExtension(load_register(path, Location("entities.yml"))[0])
    extension.source = extension.page = "notes/day.md"
    return extension


ADA = '<a data-preview="" href="../entities/people/ada-vance.md">{}</a>'
NORTH = '<a data-preview="" href="../entities/places/north-harbour.md">{}</a>'


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Ada Vance left NH.", f"<p>{ADA.format('Ada Vance')} left {NORTH.format('NH')}.</p>"),
        ("*Ada Vance* and Ada Vance", f"<p><em>{ADA.format('Ada Vance')}</em> and Ada Vance</p>"),
        (
            "x *y* Ada Vance in NH *z* NH",
            f"<p>x <em>y</em> {ADA.format('Ada Vance')} in {NORTH.format('NH')} <em>z</em> NH</p>",
        ),
        ("# NH\n\nNH", f"<h1>NH</h1>\n<p>{NORTH.format('NH')}</p>"),
        ("NH\n\n## x\n\nNH", f"<p>{NORTH.format('NH')}</p>\n<h2>x</h2>\n<p>{NORTH.format('NH')}</p>"),
        ("`NH` [NH](x.md) https://NH.example", '<p><code>NH</code> <a href="x.md">NH</a> https://NH.example</p>'),
        ("    NH", "<pre><code>NH\n</code></pre>"),
        ("Vance spoke. Ada Vance left.", f"<p>{ADA.format('Vance')} spoke. Ada Vance left.</p>"),
        ("Ada\nVance & NH's", f"<p>{ADA.format('Ada' + chr(10) + 'Vance')} &amp; {NORTH.format('NH')}'s</p>"),
        ("see [her](../entities/people/ada-vance.md)", f"<p>see {ADA.format('her')}</p>"),
        ("- NH\n- NH", f"<ul>\n<li>{NORTH.format('NH')}</li>\n<li>NH</li>\n</ul>"),
        ('<div class="dossier-rows" markdown>\n\nNH\n\n</div>', '<div class="dossier-rows">\n<p>NH</p>\n</div>'),
    ],
)
def test_a_page_written_by_hand(extension: LinkExtension, text: str, markup: str) -> None:
    assert markdown.markdown(text, extensions=["md_in_html", extension]) == markup


def test_a_page_that_is_not_to_be_linked(extension: LinkExtension) -> None:
    extension.page = None
    assert markdown.markdown("NH", extensions=[extension]) == "<p>NH</p>"
