"""One process that opens a library and searches: `python -m tests.searching.visit FOLDER QUERY…` prints what it took.

Times are milliseconds, memory is megabytes of the process.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROUNDS = 5
STATUS = Path("/proc/self/status")


def memory() -> float:
    """What stands in memory now; where the system does not tell, the most that ever did."""
    if STATUS.exists():
        resident = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS:"))
        return int(resident.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def visit(folder: Path, queries: list[str]) -> dict[str, float]:
    from paperterm.library.sqlite import SqliteLibrary
    from paperterm.query import parse_query

    asked = [parse_query(text) for text in queries]
    before, begun = memory(), time.perf_counter()
    library = SqliteLibrary(folder / "library.sqlite")
    opened = time.perf_counter()
    library.search(asked[0], 20)
    answered, then = time.perf_counter(), memory()
    for query in asked[1:]:
        library.search(query, 20)
    return {
        "opening": 1000 * (opened - begun),
        "first search": 1000 * (answered - opened),
        "before": before,
        "after one search": then,
        "after all searches": memory(),
    }


def measure(folder: Path, queries: list[str]) -> dict[str, float]:
    """Medians of several processes."""
    command = [sys.executable, "-m", "tests.searching.visit", str(folder), *queries]
    visits = [json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(ROUNDS)]
    return {name: median(found[name] for found in visits) for name in visits[0]}


def print_visit(found: dict[str, float], queries: int) -> None:
    print(f"  a fresh process: opening {found['opening']:.1f} ms, the first search {found['first search']:.1f} ms more")
    print(
        f"  its memory: {found['before']:.0f} MB before, {found['after one search']:.0f} MB after one search, "
        f"{found['after all searches']:.0f} MB after {queries}\n"
    )


if __name__ == "__main__":
    print(json.dumps(visit(Path(sys.argv[1]), sys.argv[2:])))
