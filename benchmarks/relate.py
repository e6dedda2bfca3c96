"""How well articles are related: in time, by what was said, by what they share.

`python benchmarks/relate.py CORPORA [NAME …]` prints a figure a line. The names are those of the files
beside this one: what each needs in CORPORA, how it counts, and which options it has, stands there. Ratios between
figures of one run mean something; seconds of a busy machine do not.
"""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import takewhile
from pathlib import Path

NAMES = ("text_dates", "quotations", "passages", "stories")


def main() -> None:
    """Report what is asked for, or all."""
    corpora, *asked = sys.argv[1:]
    names = takewhile(lambda each: not each.startswith("--"), asked)
    for name in [each.replace("-", "_") for each in names] or NAMES:
        import_module(name).report(Path(corpora))


if __name__ == "__main__":
    main()
