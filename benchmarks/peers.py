"""What builds the same pages: ours, plain MkDocs with and without its navigation, Zensical and Hugo.

All but ours are given the pages that `dossier export pages` wrote: they need not read articles or relate them. A peer
that is not there, or cannot be installed, is said in a line. What takes more than twenty times as long as plain MkDocs
is ended. Zensical is installed below the working folder. Hugo has no theme of Material's kind: it gets a small one
with the site's sections, a table of contents and a search index of all text, and draws neither icons nor a palette; it
does not know the attribute lists of Python-Markdown, which stand in its text as they are.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from dossiers import Bench, forget, size_of, write_plain
from runs import Cost, FailedError, TooLongError, dossier, installed, mkdocs, run

SIZES = (1_000, 2_000)
_TOO_LONG = 20
"""A peer may take so many times as long as plain MkDocs."""
_NAVIGATED = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables]
"""
_HUGO = {
    "hugo.yaml": """\
baseURL: https://example.org/
title: Plain
disableKinds: [taxonomy, term, RSS]
markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {block: true}}}}
outputs: {home: [HTML, JSON]}
""",
    "layouts/_default/baseof.html": """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} - {{ site.Title }}</title><link rel="canonical" href="{{ .Permalink }}">
<style>
body {margin: 0; font: 1rem/1.5 sans-serif} main {display: grid; grid-template-columns: 12rem 1fr 12rem}
</style>
</head><body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<input type="search" data-index="{{ "index.json" | relURL }}"></header>
<main><nav><ul>{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<article>{{ block "main" . }}{{ end }}</article><aside>{{ .TableOfContents }}</aside></main></body></html>
""",
    "layouts/_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "layouts/_default/list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "layouts/index.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "layouts/index.json": """\
[{{ range $place, $page := site.Pages }}{{ if $place }},{{ end }}
{{ dict "location" .RelPermalink "title" .Title "text" .Plain | jsonify }}{{ end }}]
""",
    "layouts/_default/_markup/render-link.html": """\
{{- $to := urls.Parse .Destination -}}{{- $page := "" -}}
{{- if and (not $to.Host) (strings.HasSuffix $to.Path ".md") -}}
{{- $page = .Page.GetPage (replaceRE "(^|/)index[.]md$" "${1}_index.md" $to.Path) -}}{{- end -}}
{{- $href := .Destination -}}
{{- with $page -}}{{- $href = .RelPermalink -}}
{{- with $to.Fragment -}}{{- $href = printf "%s#%s" $href . -}}{{- end -}}{{- end -}}
<a href="{{ $href | safeURL }}">{{ .Text | safeHTML }}</a>
""",
}


@dataclass(frozen=True, slots=True)
class _Peer:
    """What builds a site."""

    name: str
    command: list[str]
    folder: Path
    site: str = "site"


def report(bench: Bench) -> None:
    """A table of each size."""
    for size in bench.sizes or SIZES:
        folder = bench.dossier(f"peers-{size}", size)
        run(dossier("export", "pages", "pages"), folder)
        pages = sum(1 for _ in (folder / "pages").rglob("*.md"))
        print(f"\npeers, {size:,} articles, {pages:,} pages:\n")
        print("| | s | CPU s | CPU ms a page | beside plain (CPU) | MB of memory | MB of site |")
        print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
        _print_peers(bench, folder, pages)
        shutil.rmtree(folder)
    print()


def _print_peers(bench: Bench, folder: Path, pages: int) -> None:
    plain = write_plain(folder / "plain", folder / "pages")
    ours = _Peer(f"Dossier, from the seeds, with MkDocs {version('mkdocs')}", mkdocs("build", "--quiet"), folder)
    named = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    first = _Peer(f"{named}, no navigation", mkdocs("build", "--quiet"), plain)
    base = run(first.command, plain)
    _print_row(first, base, base, pages)
    forget(folder)
    _print_row(ours, _cost(ours), base, pages)
    _print_row(_Peer(f"{ours.name}, again", ours.command, folder), _cost(ours), base, pages)
    for peer in _others(bench, plain, named):
        _print_row(peer, _cost(peer, _TOO_LONG * base.wall), base, pages)


def _others(bench: Bench, plain: Path, named: str) -> Iterator[_Peer]:
    """Those that are here, or can be installed."""
    navigated = plain.with_name("navigated")
    navigated.mkdir()
    (navigated / "mkdocs.yml").write_text(_NAVIGATED, encoding="utf-8")
    shutil.copytree(plain / "docs", navigated / "docs")
    yield _Peer(f"{named}, its own navigation", mkdocs("build", "--quiet"), navigated)
    try:
        programs = installed(bench.folder / "zensical", "zensical")
        number = _number(run([programs / "zensical", "--version"], plain).output)
        forget(plain)
        yield _Peer(f"Zensical {number}, no navigation", [str(programs / "zensical"), "build", "--clean"], plain)
    except FailedError as error:
        print(f"peers: no Zensical here: {str(error).splitlines()[-1]}")
    hugo = shutil.which("hugo")
    if hugo is None:
        print("peers: no Hugo here: `hugo` is not installed")
    else:
        number = _number(run([hugo, "version"], plain).output)
        yield _Peer(f"Hugo {number}, a small theme", [hugo, "--quiet"], _hugo_site(plain), "public")


def _hugo_site(plain: Path) -> Path:
    """The same pages for Hugo: a page of a folder is called `_index.md` there, else it hides the others."""
    folder = plain.with_name("hugo")
    shutil.copytree(plain / "docs", folder / "content")
    for path in sorted((folder / "content").rglob("index.md")):
        path.rename(path.with_name("_index.md"))
    for name, text in _HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "hugo.yaml").rename(folder / "config.yaml")  # older ones know that name alone
    return folder


def _cost(peer: _Peer, limit: float | None = None) -> Cost | str:
    try:
        return run(peer.command, peer.folder, limit=limit)
    except FailedError as error:
        return f"failed: {json.dumps(str(error)[-200:])}"
    except TooLongError as error:
        return str(error)


def _print_row(peer: _Peer, cost: Cost | str, base: Cost, pages: int) -> None:
    if isinstance(cost, str):
        print(f"| {peer.name} | {cost} | | | | | |", flush=True)
        return
    site = peer.folder / peer.site
    built = sum(1 for _ in site.rglob("*.html"))
    beside = f"{cost.wall / base.wall:.2f} ({cost.cpu / base.cpu:.2f})"
    print(
        f"| {peer.name} ({built:,} pages) | {cost.wall:.1f} | {cost.cpu:.1f} | {1000 * cost.cpu / pages:.1f} "
        f"| {beside} | {max(cost.peak, cost.child):.0f} | {size_of(site):.0f} |",
        flush=True,
    )


def _number(output: str) -> str:
    found = re.search(r"\d+\.\d+(?:\.\d+)?", output)
    return found[0] if found else "of an unknown version"
