"""A dossier in two volumes: one register, one cache, a site for each time, one search over both.

The articles are parted by their years: what is of the last century, and what is of this one. Each volume is a dossier
of its own below one folder, with `entities: ../entities.yml`, `cache: ../cache` and a site below the same folder.
Pagefind, which is installed below the working folder, makes one index of both sites; its files are read to see whether
the pages of both are in it. What a million articles would take was not tried: it is reckoned from what an article more
and a volume more cost, if there are two sizes to tell that from, else from what an article costs.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from dossiers import Bench, Row, articles, size_of, write_dossier
from runs import Cost, FailedError, installed, mkdocs, run

SIZES = (500, 2_000)
_MANY = 1_000_000
_IN_ONE = 20_000
"""So many articles would each of many volumes have."""
_PARTED = 2_000
_BODY = ".md-content__inner"
"""What of a page of Material is searched."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """One thing that all volumes together cost."""

    name: str
    value: float


def report(bench: Bench) -> None:
    """Build both, twice, and one index; then what a million would take."""
    figures: dict[int, list[_Figure]] = {}
    for size in bench.sizes or SIZES:
        folder = bench.folder / f"volumes-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(bench.register(), folder / "entities.yml")
        cold: dict[str, Cost] = {}
        parts = _parted(bench, size)
        print(f"\nvolumes, {size:,} articles:\n\n| | articles | s | CPU s | MB of memory | MB of site |")
        print("| --- | --- | --- | --- | --- | --- |", flush=True)
        for name, rows in parts.items():
            write_dossier(folder / name, rows, folder / "entities.yml", cache="../cache", shared=True)
            cold[name] = _built(folder, name)
            _print_row(folder, name, len(rows), cold[name])
        for name, rows in parts.items():
            _print_row(folder, name, len(rows), _built(folder, name), "again")
        _print_recut(folder, parts)
        _print_shared(folder, parts)
        figures[size] = [
            _Figure("hours of CPU time to build the sites", sum(each.cpu for each in cold.values()) / 3600),
            _Figure("GB of sites", size_of(folder / "site") / 1e3),
            _Figure("GB of cache", size_of(folder / "cache") / 1e3),
            *_search(bench, folder),
        ]
        shutil.rmtree(folder)
    _print_extrapolated(figures)


def _parted(bench: Bench, size: int) -> Mapping[str, list[Row]]:
    parts: dict[str, list[Row]] = {"1900s": [], "2000s": []}
    for row in islice(articles(bench.corpora), size):
        parts["1900s" if row.year < _PARTED else "2000s"].append(row)
    return parts


def _built(folder: Path, name: str) -> Cost:
    """Build the site of a volume below the folder of all."""
    return run(mkdocs("build", "--quiet", "--site-dir", str(folder / "site" / name)), folder / name)


def _print_row(folder: Path, name: str, number: int, cost: Cost, again: str = "") -> None:
    print(
        f"| {name} {again} | {number:,} | {cost.wall:.1f} | {cost.cpu:.1f} | {max(cost.peak, cost.child):.0f} "
        f"| {size_of(folder / 'site' / name):.0f} |",
        flush=True,
    )


def _print_recut(folder: Path, parts: Mapping[str, list[Row]]) -> None:
    """All articles in one volume, made of what the cache knows from the others: the stages alone, in one process."""
    write_dossier(
        folder / "all", chain.from_iterable(parts.values()), folder / "entities.yml", cache="../cache", shared=True
    )
    stages = [sys.executable, Path(__file__).with_name("stages.py")]
    known = run([*stages, folder / "all"], folder)
    before = size_of(folder / "cache")
    text = (folder / "all" / "mkdocs.yml").read_text(encoding="utf-8").replace("../cache", ".cache")
    (folder / "all" / "mkdocs.yml").write_text(text, encoding="utf-8")
    new = run([*stages, folder / "all"], folder)
    print(
        f"\nvolumes, cut anew into one: our own stages {known.cpu:.1f} s of CPU time with the cache of the two, "
        f"{new.cpu:.1f} s without; the cache has {before:.1f} MB, an own one {size_of(folder / 'all' / '.cache'):.1f}"
    )
    shutil.rmtree(folder / "all")


def _print_shared(folder: Path, parts: Mapping[str, list[Row]]) -> None:
    """Which addresses more than one volume has: those of entities, of which each knows its own articles alone."""
    pages = Counter(
        path.relative_to(folder / "site" / name).parts[0]
        for name in parts
        for path in (folder / "site" / name).glob("*/*/**/index.html")
        if all((folder / "site" / other / path.relative_to(folder / "site" / name)).exists() for other in parts)
    )
    shared = ", ".join(f"{number // len(parts):,} of {section}/" for section, number in sorted(pages.items()))
    print(f"volumes, pages that both have, each with its own articles: {shared or 'none'}", flush=True)


def _search(bench: Bench, folder: Path) -> list[_Figure]:
    """Make one index over both sites, and look into it."""
    try:
        programs = installed(bench.folder / "pagefind", "pagefind[bin]")
    except FailedError as error:
        print(f"volumes: no Pagefind here: {str(error).splitlines()[-1]}")
        return []
    command = [programs / "python", "-m", "pagefind", "--site", "site", "--root-selector", _BODY]
    cost = run(command, folder)
    index = folder / "site" / "pagefind"
    found = Counter(_address(path).split("/")[1] for path in index.rglob("*.pf_fragment"))
    built = Counter(
        path.relative_to(folder / "site").parts[0]
        for path in (folder / "site").rglob("*.html")
        if _BODY.removeprefix(".") in path.read_text(encoding="utf-8")  # a page that leads on has none
    )
    pages = ", ".join(f"{found[name]:,} of {built[name]:,} pages of {name}" for name in sorted(built))
    print(
        f"volumes, one index: {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU time, {cost.peak:.0f} MB of memory", end="; "
    )
    print(f"{size_of(index):.1f} MB in {sum(1 for _ in index.rglob('*.*')):,} files, with {pages}")
    opened = [*index.glob("pagefind.js"), *index.glob("*.pf_meta"), *index.glob("wasm.en.pagefind")]
    print(
        f"volumes, of that a reader loads before the first result: {sum(map(_bytes, opened)) / 1e3:.0f} kB, and parts"
    )
    return [
        _Figure("hours of CPU time for the index", cost.cpu / 3600),
        _Figure("GB of index", size_of(index) / 1e3),
        _Figure("GB of memory for the index", cost.peak / 1e3),
    ]


def _address(fragment: Path) -> str:
    """The address of a page in the index: gzip, a mark, JSON."""
    content = gzip.decompress(fragment.read_bytes()).decode("utf-8")
    return str(json.loads(content[content.index("{") :])["url"])


def _bytes(path: Path) -> int:
    return path.stat().st_size


def _print_extrapolated(figures: Mapping[int, list[_Figure]]) -> None:
    """What a million articles of this kind would take in volumes of twenty thousand."""
    few, many = min(figures), max(figures)
    print(f"volumes, extrapolated to {_MANY:,} articles in volumes of {_IN_ONE:,}, not tried:")
    for first, last in zip(figures[few], figures[many], strict=True):
        article = (last.value - first.value) / (many - few) if few < many else last.value / many
        volume = (last.value - article * many) / 2
        print(f"volumes, … {last.name}: {article * _MANY + volume * _MANY / _IN_ONE:.1f}", flush=True)
