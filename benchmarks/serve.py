"""How soon an edit is seen under `mkdocs serve --dirty`, in a dossier of 2,000 articles, and whether all is right then.

The seconds count from the end of the write to the first answer that holds what was written; the first build of the
same run, with nothing kept, is what they are compared with. The edits: a paragraph with an invented word in one seed;
an alias in the register that is a word of some twenty articles; a hand-written page. After each, the search index must
hold every page that it held, with its words. In the end every page is compared with those of a clean build.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossiers import Bench
from runs import dossier, mkdocs, run

from dossier import Settings, build

SIZES = (2_000,)
_TOUCHED = 20
"""In so many articles stands the word that becomes an alias."""
_SEED_WORD = "Quendravolt"
_PAGE_WORD = "Zilvermoth"
_LIMIT = 3_600.0
"""Seconds after which what was written counts as never seen."""
_WAIT = 0.05
_LIVE = re.compile(rb"<script>[^<]*livereload[^<]*</script>|<script src=\"[^\"]*livereload\.js\"></script>")
"""What `mkdocs serve` adds to a page."""

Index = dict[str, str]
"""Of each address in the search index, its words."""


@dataclass(frozen=True, slots=True)
class _Server:
    """A site that is served."""

    address: str
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> bytes:
        """What stands at a path; nothing, if it is not there."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=_LIMIT) as answer:  # noqa: S310 - our own server
                return bytes(answer.read())
        except urllib.error.HTTPError:
            return b""
        except (urllib.error.URLError, ConnectionError):
            if self.process.poll() is not None:
                raise
            return b""

    def seconds_until(self, *wanted: tuple[str, Callable[[bytes], bool]]) -> float:
        """How long it takes from now until each of these paths holds what is wanted."""
        began = time.perf_counter()
        for path, is_there in wanted:
            while not is_there(self.get(path)):
                if time.perf_counter() - began > _LIMIT:
                    raise TimeoutError(path)
                time.sleep(_WAIT)
        return time.perf_counter() - began

    def index(self) -> Index:
        """The words of each address in the search index."""
        return _words(self.get("search/search_index.json"))


def report(bench: Bench) -> None:
    """Seconds of each edit, and beside the first build; what is missing or wrong afterwards."""
    for size in bench.sizes or SIZES:
        folder = bench.dossier(f"serve-{size}", size)
        with _served(folder) as (server, cold):
            print(f"\nserve, {size:,} articles: first build {cold:.1f} s", flush=True)
            before = server.index()
            exported = _exported(folder)
            for edit in (_edit_seed, _edit_register, _edit_page):
                what, took, words = edit(folder, exported, server)
                print(f"serve, {size:,} articles: {what} {took:.2f} s, {took / cold:.1%} of the first build")
                before = _check_search(server, before, words, what)
            _check_pages(folder, server)
        shutil.rmtree(folder)


def _edit_seed(folder: Path, exported: Any, server: _Server) -> tuple[str, float, str]:
    """Add a paragraph to the article in the middle."""
    article = exported["articles"][len(exported["articles"]) // 2]
    with (folder / "seeds" / article["seed"]).open("a", encoding="utf-8") as seed:
        seed.write(f"\n\nThe ministers spoke of the {_SEED_WORD} again on Tuesday, and of nothing else.\n")
    took = server.seconds_until((f"articles/{article['id']}/", lambda page: _SEED_WORD.encode() in page))
    return "a seed, until its article is served", took, _SEED_WORD


def _edit_register(folder: Path, exported: Any, server: _Server) -> tuple[str, float, str]:
    """Give an entity an alias that is a word of some twenty articles."""
    word, entity, names = _alias(exported)
    path = folder / "entities.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines) if f'"name": {json.dumps(entity["name"])[:-1]}' in line)
    lines[place] = lines[place].replace("}", f', "aliases": ["{word}"]}}')
    touched = _touched(folder, names, "".join(lines), entity["id"])
    path.write_text("".join(lines), encoding="utf-8")
    link = f"/{entity['id']}/".encode()
    took = server.seconds_until(*((f"articles/{article}/", lambda page: link in page) for article in touched))
    return f"an alias, until all {len(touched)} articles that it touches are served", took, word


def _edit_page(folder: Path, _: Any, server: _Server) -> tuple[str, float, str]:
    """Write something into a page of the reader's own."""
    (folder / "docs" / "notes.md").write_text(f"# Notes\n\nOf the {_PAGE_WORD}.\n", encoding="utf-8")
    took = server.seconds_until(("notes/", lambda page: _PAGE_WORD.encode() in page))
    return "a hand-written page, until it is served", took, _PAGE_WORD


def _alias(exported: Any) -> tuple[str, Any, list[str]]:
    """A word that stands in some twenty articles, an entity that none of them mentions, and their seeds."""
    where: dict[str, set[int]] = {}
    known = {
        word for each in exported["entities"] for name in (each["name"], *each["aliases"]) for word in name.split()
    }
    for number, article in enumerate(exported["articles"]):
        text = " ".join(paragraph["text"] for paragraph in article["paragraphs"])
        for word in set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{5,}(?= [a-z])", text)) - known:
            where.setdefault(word, set()).add(number)
    word = min(where, key=lambda each: (abs(len(where[each]) - _TOUCHED), each))
    touched = [exported["articles"][number] for number in where[word]]
    ids = {article["id"] for article in touched}
    entity = next(
        each for each in exported["entities"] if each["kind"] == "organisation" and not ids & set(each["articles"])
    )
    return word, entity, sorted(article["seed"] for article in touched)


def _touched(folder: Path, seeds: Iterable[str], register: str, entity: str) -> list[str]:
    """Those of some articles that mention an entity under a register: they are built by themselves."""
    apart = folder / "apart"
    apart.mkdir()
    for seed in seeds:
        shutil.copy(folder / "seeds" / seed, apart)
    (folder / "apart.yml").write_text(register, encoding="utf-8")
    made = build(Settings(seeds=apart, entities=folder / "apart.yml", discover=""))
    shutil.rmtree(apart)
    (folder / "apart.yml").unlink()
    return [
        each.article.id
        for each in made.articles
        if any(mention.entity == entity for mention in each.resolution.mentions)
    ]


def _check_search(server: _Server, before: Index, word: str, what: str) -> Index:
    """Whether the index holds a new word, and all that it held."""
    after = server.index()
    lost = {place.partition("#")[0] for place in before} - {place.partition("#")[0] for place in after}
    found = sum(word in words for words in after.values())
    poorer = [place for place in before if set(before[place].split()) - set(after.get(place, "").split())]
    print(
        f"serve, search after {what.partition(',')[0]}: the new word in {found}; {len(lost):,} pages lost{_some(lost)}"
    )
    print(f"serve, … of {len(before):,} sections, with fewer words or gone: {len(poorer):,}{_some(poorer)}", flush=True)
    return before if lost else after


def _check_pages(folder: Path, server: _Server) -> None:
    """Compare all that is served with a clean build."""
    site = folder / "clean"
    run(mkdocs("build", "--quiet", "--site-dir", str(site)), folder)
    paths = {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}
    wrong = [
        address for address, path in paths.items() if _plain(server.get(address)) != path.read_bytes().rstrip(b"\n")
    ]
    print(f"serve, beside a clean build: {len(wrong):,} of {len(paths):,} pages differ{_some(wrong)}")
    served, clean = server.index(), _words((site / "search" / "search_index.json").read_bytes())
    wrong = [place for place in served.keys() | clean.keys() if served.get(place) != clean.get(place)]
    print(f"serve, … {len(wrong):,} of {len(clean):,} sections in the search index differ{_some(wrong)}", flush=True)


def _words(index: bytes) -> Index:
    return {doc["location"]: f"{doc['title']} {doc['text']}" for doc in json.loads(index)["docs"]}


def _plain(page: bytes) -> bytes:
    """A page without what `mkdocs serve` adds to it."""
    return _LIVE.sub(b"", page).rstrip(b"\n")


def _some(places: Iterable[str]) -> str:
    """The first few of some addresses, to be looked at."""
    first = sorted(places)[:3]
    return f" ({', '.join(first)}{', …' if len(first) == 3 else ''})" if first else ""


def _exported(folder: Path) -> Any:
    run(dossier("export", "json", "dossier.json"), folder)
    exported = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    (folder / "dossier.json").unlink()
    return exported


@contextmanager
def _served(folder: Path) -> Iterator[tuple[_Server, float]]:
    """Serve a dossier, and tell how long its first build took."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("https://example.org/", f"http://{address}/")
    settings.write_text(text, encoding="utf-8")
    (folder / "docs" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - what is measured
            mkdocs("serve", "--dirty", "--dev-addr", address),
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        server = _Server(f"http://{address}/", process)
        try:
            yield server, server.seconds_until(("notes/", lambda page: b"Notes" in page))
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
