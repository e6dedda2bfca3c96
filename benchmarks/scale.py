"""What a dossier of many articles costs, beside what a user would pick instead.

`python benchmarks/scale.py CORPORA [PART …] [--sizes N …] [--keep FOLDER]` prints a figure a line, and tables to be
pasted. The parts are the files beside this one: what each does stands there. CORPORA is a folder with
`reuters21578.jsonl.gz` and `allsides_multi_outlet.jsonl.gz`. Ratios between figures of one run mean something; seconds
of a busy machine do not.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path

from dossiers import Bench

PARTS = ("sizes", "serve", "peers", "volumes")


def main() -> None:
    """Report what is asked for, or all."""
    parser = argparse.ArgumentParser(description="What a dossier of many articles costs.")
    parser.add_argument("corpora", type=Path, help="the folder with the articles")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all of them by default")
    parser.add_argument("--sizes", nargs="+", type=int, default=(), help="numbers of articles, instead of a part's own")
    parser.add_argument("--keep", type=Path, help="a folder to work in, whose register and programs are used again")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    with ExitStack() as stack:
        folder = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scale-")))
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(asked.corpora.resolve(), folder.resolve(), tuple(asked.sizes))
        for part in asked.parts or PARTS:
            import_module(part).report(bench)


if __name__ == "__main__":
    main()
