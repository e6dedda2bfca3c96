"""Dossiers of any number of real articles, of one mix, with one register."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runs import run

from dossier import Settings, build

ENTITIES = 500
"""So many entities has the register."""
_DRAWN = 1_500
"""From the names in so many articles it is made."""
_CORPORA = ("allsides_multi_outlet", "reuters21578")
_SITE = """\
site_name: {name}
site_url: {url}
theme: {{name: material, font: false}}
plugins:
  - search
  - dossier: {{entities: {entities}, cache: {cache}}}
"""
_PLAIN = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """What every part is given."""

    corpora: Path
    folder: Path
    """To work in. A part makes folders of its own below it."""
    sizes: tuple[int, ...]
    """The numbers of articles that were asked for; empty for those of the part."""

    def dossier(self, name: str, size: int) -> Path:
        """A new dossier of so many articles."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        write_dossier(folder, list(articles(self.corpora))[:size], self.register())
        return folder

    def register(self) -> Path:
        """The register, which is made once: the names that are suggested most of a fixed draw of articles."""
        path = self.folder / "entities.yml"
        if not path.exists():  # in a process of its own, so that this one stays small
            run([sys.executable, __file__, str(self.corpora), str(path)], self.folder)
        return path


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the corpora."""

    name: str
    fields: dict[str, str]
    text: str

    @property
    def year(self) -> int:
        """The year of its date, or 0."""
        year = self.fields.get("date", "")[:4]
        return int(year) if year.isdecimal() else 0


def articles(corpora: Path) -> Iterator[Row]:
    """All articles in an order that was drawn once, so that every number of them has the same mix."""
    found = [row for name in _CORPORA for row in _rows(corpora / f"{name}.jsonl.gz")]
    random.Random(6).shuffle(found)  # noqa: S311 - for figures
    return iter(found)


def write_dossier(
    folder: Path, rows: Iterable[Row], register: Path, *, cache: str = ".cache/dossier", shared: bool = False
) -> None:
    """Write articles as seeds of Markdown with front matter, and what makes a site of them.

    Args:
        folder: the new folder of the dossier.
        rows: its articles.
        register: its register, which is copied.
        cache: the folder of its cache.
        shared: the register stays where it is, and is used from there.
    """
    (folder / "seeds").mkdir(parents=True)
    (folder / "docs").mkdir()
    for row in rows:
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in row.fields.items())
        (folder / "seeds" / f"{row.name}.md").write_text(f"---\n{front}---\n\n{row.text}\n", encoding="utf-8")
    if not shared:
        shutil.copy(register, folder / "entities.yml")
    entities = os.path.relpath(register, folder) if shared else "entities.yml"
    site = _SITE.format(name=folder.name, url="https://example.org/", entities=entities, cache=cache)
    (folder / "mkdocs.yml").write_text(site, encoding="utf-8")


def write_plain(folder: Path, pages: Path, settings: str = _PLAIN) -> Path:
    """A site of plain MkDocs and Material of exported pages, which are moved there."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    pages.rename(folder / "docs")
    return folder


def forget(folder: Path, *, cache: bool = True) -> None:
    """Take away what a build of a dossier leaves."""
    for name in (".cache", "site") if cache else ("site",):
        shutil.rmtree(folder / name, ignore_errors=True)


def size_of(folder: Path) -> float:
    """What the files in a folder take, in megabytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record: dict[str, Any] = json.loads(line)
            fields = {key: " ".join(str(record[key]).split()) for key in ("title", "date", "outlet") if record.get(key)}
            if record["text"]:
                yield Row(f"{path.name.partition('_')[0].partition('2')[0]}-{number:05}", fields, record["text"])


def _write_register(rows: Sequence[Row], path: Path) -> None:
    """The names that stand in most of these articles and have a kind, an entity a line."""
    folder = path.with_suffix(".drawn")
    path.write_text("entities: []\n", encoding="utf-8")
    write_dossier(folder, rows, path)
    dossier = build(Settings(seeds=folder / "seeds", entities=path, jobs=os.cpu_count() or 1))
    named = [each for each in dossier.suggestions if each.kind][:ENTITIES]
    lines = (json.dumps({"name": each.name, "kind": each.kind}, ensure_ascii=False) for each in named)
    path.write_text("entities:\n" + "".join(f"  - {line}\n" for line in lines), encoding="utf-8")
    shutil.rmtree(folder)


if __name__ == "__main__":
    _write_register(list(articles(Path(sys.argv[1])))[:_DRAWN], Path(sys.argv[2]))
