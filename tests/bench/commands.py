"""Commands of the command line beside a Python that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.table import interleaved, print_table

ROUNDS = 15


INSTALLED = "import sys; from paperterm.cli import main; main()"
"""What the installed program is: `python -m` would do more before it begins."""


def running(words: list[str], home: Path) -> float:
    """Seconds that Python takes with these words."""
    # An installed program has its bytecode beside it, whatever the shell says of new one; the first round makes it here.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *words],
        env=environment | {"PAPERTERM_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun


def measure(home: Path) -> None:
    paperterm = ["-c", INSTALLED]
    seed = min(Path("seeds").glob("*.txt"))
    times = interleaved(
        ROUNDS,
        python_that_does_nothing=lambda: running(["-c", "pass"], home),
        version=lambda: running([*paperterm, "--version"], home),
        issues=lambda: running([*paperterm, "issues"], home),
        search=lambda: running([*paperterm, "search", "产业工人"], home),
        parse_one_page=lambda: running([*paperterm, "parse", str(seed)], home),
        cite=lambda: running([*paperterm, "cite", "cygryzdy"], home),
        export_an_issue=lambda: running([*paperterm, "export", "issue", "工人日报/2025-03-25"], home),
        export_a_book=lambda: running(
            [*paperterm, "export", "search", "产改", "--format", "epub", "--output", "-"], home
        ),
        search_as_JSON=lambda: running([*paperterm, "search", "产改", "--json"], home),
        search_newest_with_facets=lambda: running([*paperterm, "search", "产改", "--sort", "newest", "--facets"], home),
    )
    print_table("Commands, ms", times, "python_that_does_nothing")
    print("aimed at: version at most 3 times, search at most 6 times a Python that does nothing")
