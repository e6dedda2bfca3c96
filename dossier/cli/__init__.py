"""The command `dossier`: arguments, output, exit codes; one file a group of commands."""

from __future__ import annotations

import logging

import click

from dossier.cli.add import add_seeds
from dossier.cli.check import check
from dossier.cli.export import export
from dossier.cli.new import new
from dossier.cli.reviewing import review
from dossier.cli.warm import warm
from dossier.settings import NOISY_LIBRARIES


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-dossier")
def main() -> None:
    """Turn a folder of news articles about one story into a cross-linked, searchable site."""
    for name in NOISY_LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)


main.add_command(new)
main.add_command(add_seeds)
main.add_command(check)
main.add_command(review)
main.add_command(export)
main.add_command(warm)
