"""`dossier warm`: what is known of each seed, before a build asks for it."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from dossier.cache import Cache
from dossier.cli.output import complaining, safe, say
from dossier.cli.progress import watching
from dossier.cli.settings import read_settings, shared_options
from dossier.cluster import cluster
from dossier.pipeline import warm as fill
from dossier.progress import Watch
from dossier.settings import Settings
from dossier.work import Helpers, Tally


@click.command()
@shared_options
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster to work with: tcp://HOST:PORT.")
def warm(config_file: Path | None, seeds: Path | None, entities: Path | None, scheduler: str | None) -> None:
    """Fill the cache, so that the next build finds what takes longest done."""
    settings = read_settings(config_file, seeds, entities)
    if settings.cache is None:
        raise click.UsageError("there is no cache to fill: `cache` is false, or there is no mkdocs.yml")
    store = Cache(settings.cache, "dossier")
    with complaining(), watching() as watch:
        tally = fill(settings, store, watch) if scheduler is None else _with_cluster(scheduler, settings, store, watch)
    if store.problem is not None:
        reason = f"{settings.shown(store.folder)}: what is known cannot be kept: {store.problem.strerror}"
        raise click.ClickException(safe(reason))
    say(_summary(tally, scheduler))


def _with_cluster(address: str, settings: Settings, store: Cache, watch: Watch) -> Tally:
    watch(f"asking {address} for workers", 0, 0)
    with cluster(address) as workers:
        # Interrupted, it says at length that what was cancelled cannot be answered; and sets this when it is imported.
        logging.getLogger("tornado.application").setLevel(logging.CRITICAL)
        with watch.paused():
            for stranger in workers.strangers:
                say(stranger, err=True)
        helpers = Helpers(lambda: workers, workers.count, enough=1, are_far=True)
        return fill(settings, store, watch, helpers)


def _summary(tally: Tally, scheduler: str | None) -> str:
    where = "" if scheduler is None else f", {tally.helped:,} of them by {scheduler}"
    return f"{tally.kept:,} results were there, {tally.made:,} were worked out{where}"
