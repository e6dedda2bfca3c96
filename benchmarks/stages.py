"""One build of a dossier, stage by stage, in this process alone: `python benchmarks/stages.py DOSSIER [PAGES]`.

Prints a line of JSON: of each stage its name, its seconds of wall and CPU time, and the most memory that the process
had taken when it ended, in megabytes. The stages are those that the build tells of while it works.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

from runs import most_memory

from dossier import edition
from dossier.cli.settings import read_settings


class Clock:
    """Adds up the time between one stage and the next."""

    def __init__(self) -> None:
        self.stages: dict[str, list[float]] = {}
        self._stage = "looking at what is kept"
        self._began = time.perf_counter(), time.process_time()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take a step of a build, as `dossier.build` tells it."""
        self.enter(_stage(what, total))

    def enter(self, stage: str) -> None:
        """Another stage begins, or the same goes on."""
        if stage == self._stage:
            return
        now = time.perf_counter(), time.process_time()
        costs = self.stages.setdefault(self._stage, [0.0, 0.0, 0.0])
        costs[0] += now[0] - self._began[0]
        costs[1] += now[1] - self._began[1]
        costs[2] = most_memory(os.getpid())
        self._stage, self._began = stage, now


def main() -> None:
    """Make all that MkDocs is given, and write it down if a folder for it is named."""
    folder, *pages = map(Path, sys.argv[1:])
    settings = replace(read_settings(folder / "mkdocs.yml", None, None), jobs=1)
    clock = Clock()
    made = edition(settings, clock)
    clock.enter("making pages")
    sheets = list(made.sheets())
    clock.enter("reading pages")
    for sheet in sheets:
        content = sheet.path or made.content(sheet)
        for copy in pages:
            _write(copy / sheet.src_uri, content)
    clock.enter("tidying the cache")
    made.tidy()
    clock.enter("")
    print(json.dumps(clock.stages))


def _write(path: Path, content: str | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _stage(what: str, total: int) -> str:
    """The words of a step, without the name of what is worked on."""
    words = what.partition(" in ")[0].split()
    if words[0] == "reading":
        return "reading seeds" if total else "learning the register"
    if words[0] == "learning":
        return "learning the register"
    return " ".join(word for word in words if word[0].isalpha() and "." not in word and "/" not in word)


if __name__ == "__main__":
    main()
