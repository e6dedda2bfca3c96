"""A long page that is converted in parts becomes what it becomes as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, write_files
from mkdocs.config import load_config

from dossier import Settings, build, render
from mkdocs_dossier import parts
from mkdocs_dossier.converted import Converted, Dialect, convert, dialect_of
from mkdocs_dossier.converting import Conversion
from mkdocs_dossier.parts import joined, parts_of

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "")
CODE = """---
title: The form
date: 2019-12-30
---

Ada Vance published the form.

```
## Name
## Fee
```

The form is short.
"""


def dialect(folder: Path) -> Dialect:
    write_files(folder, {"mkdocs.yml": "site_name: Velm\nplugins: [dossier]\n", "docs/index.md": "# Velm\n"})
    config = load_config(str(folder / "mkdocs.yml"))
    found = dialect_of(config.plugins.on_config(config))
    assert found is not None
    return found


def pages(settings: Settings) -> dict[str, str]:
    """The Markdown of each page without its front matter."""
    return {
        page.src_uri: page.content.partition("\n---\n")[2].lstrip("\n")
        for page in render(build(settings))
        if isinstance(page.content, str)
    }


def same(one: Converted, other: Converted) -> bool:
    """Whether two are the same, in whatever order their links stand."""
    own = (one.html, one.title, one.toc, one.anchors, dict(one.links), dict(one.targets))
    return own == (other.html, other.title, other.toc, other.anchors, dict(other.links), dict(other.targets))


@pytest.mark.parametrize("seeds", ["ours", "with code"])
def test_every_page_is_what_its_parts_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds: str) -> None:
    monkeypatch.setattr(parts, "LONG", 0)
    write_files(tmp_path, {"seeds/form.md": CODE})
    folder = ROOT / "seeds" if seeds == "ours" else tmp_path / "seeds"
    found, divided = dialect(tmp_path), 0
    for uri, markdown in pages(Settings(seeds=folder, entities=ROOT / "entities.yml", base="world")).items():
        cut = parts_of(markdown, found.extensions)
        assert "".join(cut) == markdown
        if len(cut) > 1:
            divided += 1
            made = joined([convert(uri, part, found) for part in cut])
            assert made is not None
            assert same(made, convert(uri, markdown, found)), uri
    assert divided > 3


@pytest.mark.parametrize("extension", ["footnotes", "pymdownx.arithmatex", "abbr"])
def test_an_extension_that_looks_at_the_whole_page_is_given_it(extension: str) -> None:
    page = f"# Velm\n\nThe fee\n\n## Fee\n\n{'word ' * parts.LONG}\n"
    assert len(parts_of(page, EXTENSIONS)) == 2
    assert parts_of(page, (*EXTENSIONS, extension)) == [page]


def test_parts_that_do_not_fit_together_make_no_page(tmp_path: Path) -> None:
    found = dialect(tmp_path)
    assert joined([convert("a.md", part, found) for part in ("# Velm\n\n## Fee\n", "## Fee\n")]) is None
    assert joined([convert("a.md", part, found) for part in ("Velm\n", "## Fee\n")]) is None


def test_a_part_that_did_not_change_is_not_converted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(
        "mkdocs_dossier.converting.convert", lambda uri, text, how: made.append(text) or convert(uri, text, how)
    )
    conversion = Conversion(dialect(tmp_path), tmp_path / "cache")
    head, tail = "# Velm\n\nfirst\n\n", f"## Mentions\n\n{'word ' * parts.LONG}\n"
    conversion("velm.md", head + tail)
    again = conversion("velm.md", head.replace("first", "second") + tail)
    assert made == [head, tail, head.replace("first", "second")]
    assert again is not None
    assert same(again, convert("velm.md", head.replace("first", "second") + tail, dialect(tmp_path)))
