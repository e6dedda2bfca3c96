"""How well and how fast entities are found: `python benchmarks/entities.py CORPORA [NAME …]` prints a figure a line.

CORPORA is a folder of gold data; which files, and how a figure is counted, stands in the module of each section.
"""

from __future__ import annotations

import sys
from pathlib import Path

import discovery

SECTIONS = {"discovery": discovery.report}


def main() -> None:
    """Measure everything, or what is named after CORPORA."""
    corpora, *names = sys.argv[1:]
    for name, report in SECTIONS.items():
        if name in names or not SECTIONS.keys() & set(names):
            report(Path(corpora))


if __name__ == "__main__":
    main()
