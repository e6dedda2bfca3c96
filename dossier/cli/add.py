"""`dossier add`: bring articles in, and say what was made of them."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dossier.adding import Arrival, Offer, add, offers_of
from dossier.cli.output import complaining, say
from dossier.cli.progress import watching
from dossier.cli.settings import read_settings, shared_options
from dossier.model import Article
from dossier.pages.phrases import byline_parts, counted

_MOST = 10


@click.command("add")
@shared_options
@click.option("--into", metavar="FOLDER", default="", help="A folder below the seeds folder to put them into.")
@click.option("--as", "name", metavar="NAME", help="The name of what comes from standard input.")
@click.argument(
    "sources",
    nargs=-1,
    required=True,
    metavar="SOURCE...",
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)
def add_seeds(
    config_file: Path | None,
    seeds: Path | None,
    entities: Path | None,
    *,
    into: str,
    name: str | None,
    sources: Sequence[Path],
) -> None:
    """Bring articles into the seeds folder.

    Each SOURCE is a file, a folder, or `-` for standard input. It is copied untouched, and what was recognised is
    printed; exit 1 if one could not be read.
    """
    settings = read_settings(config_file, seeds, entities)
    if name is not None and Path("-") not in sources:
        raise click.UsageError("--as names what comes from standard input: give - as a source, too")
    arrivals: list[Arrival] = []
    with complaining(), _offered(sources, settings.seeds, name or "") as offers, watching() as watch:
        for arrival in add(offers, settings, watch, into=into):
            with watch.paused():
                for line in _lines(arrival):
                    say(line)
            arrivals.append(arrival)
    say(_sum(arrivals))
    sys.exit(any(arrival.outcome == "refused" for arrival in arrivals))


@contextmanager
def _offered(sources: Sequence[Path], seeds: Path, name: str) -> Iterator[list[Offer]]:
    """All that the sources offer; what comes from standard input is kept in a file for as long."""
    with TemporaryDirectory() as folder:
        offers: list[Offer] = []
        for source in dict.fromkeys(sources):
            if source == Path("-"):
                path = Path(folder, "stdin")
                with path.open("wb") as file:
                    shutil.copyfileobj(sys.stdin.buffer, file)
                offers.append(Offer(path, name, name or "standard input"))
            else:
                offers += offers_of(source, seeds)
        yield offers


def _lines(arrival: Arrival) -> Iterator[str]:
    """What is to be said of an arrival: one line, and below it what was recognised and what was not."""
    if arrival.outcome == "there":
        yield f"{arrival.shown}: already there, as {arrival.seed}"
        return
    yield f"{arrival.shown}: {f'added as {arrival.seed}' if arrival.outcome == 'added' else 'not added'}"
    for article in arrival.articles[:_MOST]:
        yield f"  {article.shown_title} ({article.title.source})"
        yield "    " + " · ".join(_facts(article))
    if len(arrival.articles) > _MOST:
        yield f"  and {len(arrival.articles) - _MOST:,} more"
    for diagnostic in arrival.diagnostics:
        yield f"  {diagnostic}"


def _facts(article: Article) -> Iterator[str]:
    yield from byline_parts(article)
    if article.language.value is not None:
        yield article.language.value
    yield counted(article.words, "word")


def _sum(arrivals: Sequence[Arrival]) -> str:
    number = Counter(arrival.outcome for arrival in arrivals)
    parts = [f"{counted(number['added'], 'seed')} added"]
    if number["there"]:
        parts.append(f"{number['there']:,} already there")
    if number["refused"]:
        names = [arrival.shown for arrival in arrivals if arrival.outcome == "refused"]
        more = f", and {len(names) - _MOST:,} more" if len(names) > _MOST else ""
        parts.append(f"{len(names):,} not readable: {', '.join(names[:_MOST])}{more}")
    return ", ".join(parts)
