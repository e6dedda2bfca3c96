"""What dossiers of 100 to 20,000 articles cost, beside plain MkDocs and Material on the same pages.

Everything is on: a register of 500 entities, a search for names, dates, statements and stories. Plain is MkDocs with
Material on what `dossier export pages` writes, with no page in the navigation but the first. Cold is a build with
nothing kept from before, warm the next one, with nothing changed. Each build is a process of its own; plain and ours
take turns, and where a dossier is small the medians of several rounds count. The stages are those of one process
(`jobs: 1`), without MkDocs; a site is built with as many as there are cores, and their CPU time counts.

Memory is that of the process at its fullest; beside it that of the largest process that it started.
"""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from dossiers import Bench, forget, size_of, write_plain
from runs import Cost, median, mkdocs, run

SIZES = (100, 1_000, 5_000, 10_000, 20_000)
_SHORT = 1_000
"""Dossiers of up to so many articles are built several times."""
_ROUNDS = 5
_SHORT_STAGE = 0.2
"""Seconds: a stage that takes less on the small dossier says nothing of growth."""

Stages = dict[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class _Sized:
    """What the builds of one dossier cost."""

    plain: Cost
    cold: Cost
    warm: Cost
    cold_stages: Stages
    warm_stages: Stages


def report(bench: Bench) -> None:
    """Tables of each size, then the ratios that have a limit."""
    measured = {size: _measure(bench, size) for size in bench.sizes or SIZES}
    print("sizes, in all (ratios of wall time; in parentheses, of CPU time):")
    for size, each in measured.items():
        own = sum(cpu for _, cpu, _ in each.warm_stages.values()) / each.warm.cpu
        cold, warm = _ratio(each.cold, each.plain), _ratio(each.warm, each.plain)
        memory = max(each.cold.peak, each.cold.child) / each.plain.peak
        print(f"sizes, {size:,} articles: cold {cold} times plain, warm {warm}, memory {memory:.2f}")
        print(f"sizes, {size:,} articles: our own stages {own:.0%} of the CPU time of a warm build")
    few, many = (1_000 if 1_000 in measured else min(measured)), max(measured)
    if few < many:
        _print_growth(measured[few], measured[many], many / few, f"{many:,} beside one of {few:,}")


def _print_growth(few: _Sized, many: _Sized, grown: float, sizes: str) -> None:
    """What an article costs in a large dossier beside a small one."""
    for name in ("plain", "cold", "warm"):
        cost = getattr(many, name).cpu / getattr(few, name).cpu / grown
        print(f"sizes, CPU time of an article of {sizes}, {name}: {cost:.2f} times")
    for stage, (_, cpu, _) in many.cold_stages.items():
        before = few.cold_stages.get(stage, (0.0, 0.0, 0.0))[1]
        if before > _SHORT_STAGE:
            print(f"sizes, CPU time of an article of {sizes}, {stage}: {cpu / before / grown:.2f} times")


def _measure(bench: Bench, size: int) -> _Sized:
    folder = bench.dossier(f"sizes-{size}", size)
    cold_stages = _stages(folder, folder / "pages")
    warm_stages = _stages(folder)
    plain = write_plain(folder / "plain", folder / "pages")
    files = sum(1 for path in (plain / "docs").rglob("*.md"))
    print(f"\nsizes, {size:,} articles, {files:,} pages:", flush=True)
    print("\n| | s | CPU s | CPU ms an article | MB | MB, largest child |\n| --- | --- | --- | --- | --- | --- |")
    costs: dict[str, list[Cost]] = {"plain": [], "cold": [], "warm": []}
    for _ in range(_ROUNDS if size <= _SHORT else 1):
        forget(plain)
        costs["plain"].append(run(mkdocs("build", "--quiet"), plain))
        forget(folder)
        costs["cold"].append(run(mkdocs("build", "--quiet"), folder))
        forget(folder, cache=False)
        costs["warm"].append(run(mkdocs("build", "--quiet"), folder))
    sized = _Sized(*map(median, costs.values()), cold_stages, warm_stages)
    _print_costs(sized, size)
    index = (folder / "site" / "search" / "search_index.json").stat().st_size / 1e6
    print(
        f"\nsizes, {size:,} articles: the site has {size_of(folder / 'site'):.0f} MB, its search index {index:.1f} MB"
    )
    _print_stages(sized, size)
    shutil.rmtree(plain)
    forget(folder)
    return sized


def _stages(folder: Path, *pages: Path) -> Stages:
    cost = run([sys.executable, Path(__file__).with_name("stages.py"), folder, *pages], folder)
    return {name: (wall, cpu, peak) for name, (wall, cpu, peak) in json.loads(cost.output.splitlines()[-1]).items()}


def _print_costs(sized: _Sized, size: int) -> None:
    for name, each in (("plain", sized.plain), ("cold", sized.cold), ("warm", sized.warm)):
        print(
            f"| {name} | {each.wall:.1f} | {each.cpu:.1f} | {1000 * each.cpu / size:.1f} "
            f"| {each.peak:.0f} | {each.child:.0f} |",
            flush=True,
        )


def _print_stages(sized: _Sized, size: int) -> None:
    print("\n| stage | cold, CPU ms an article (wall) | warm | MB so far, cold |\n| --- | --- | --- | --- |")
    for stage, (wall, cpu, peak) in sized.cold_stages.items():
        again = sized.warm_stages.get(stage, (0.0, 0.0, 0.0))
        print(
            f"| {stage} | {1000 * cpu / size:.2f} ({1000 * wall / size:.2f}) "
            f"| {1000 * again[1] / size:.2f} ({1000 * again[0] / size:.2f}) | {peak:.0f} |"
        )
    print(flush=True)


def _ratio(one: Cost, other: Cost) -> str:
    return f"{one.wall / other.wall:.2f} ({one.cpu / other.cpu:.2f})"
