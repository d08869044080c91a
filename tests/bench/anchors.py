"""How many notes find their passages again after a page was edited and parsed anew, and what that costs.

`python -m tests.bench.anchors --each 5000` asks for more than `make bench` does.
"""

from __future__ import annotations

import argparse
import time
from itertools import count, islice
from pathlib import Path
from random import Random

from paperterm.notebook import find, place
from tests.anchoring.kinds import FOUND, TRAPS, Trial, misread
from tests.anchoring.measure import Counts, measured, original, wilson
from tests.bench.table import interleaved, print_table

EACH = 1000
"""Notes a kind of change."""

NOTES, ROUNDS = 1000, 5


def share(part: int, whole: int) -> str:
    low, high = wilson(part, whole)
    return f"{part:6} of {whole:<6}{100 * part / whole:6.2f} % ({100 * low:6.2f} to {100 * high:6.2f})"


def print_found(each: int) -> Counts:
    """The kinds of change after which passages are to be found again. All answers, counted."""
    print(
        f"Notes found again, {each} a kind, share and 95 % interval; of all of them: certain, of these wrong, orphans"
    )
    total = Counts()
    for name, (kind, target) in FOUND.items():
        counts = measured(name, kind, each)
        total += counts
        figures = f"{counts.claimed:8}{counts.wrong:6}{counts.orphans:6}"
        print(f"  {name:34}{share(counts.right, counts.asked)}  (target: {100 * target:.0f}){figures}", flush=True)
    return total


def print_traps(each: int) -> Counts:
    """The kinds of change that tempt into a wrong claim. All answers, counted."""
    print(f"Claimed as certain and wrong, {each} a kind (target: 0), share and 95 % interval; certain, orphans")
    total = Counts()
    for name, kind in TRAPS.items():
        counts = measured(name, kind, each)
        total += counts
        print(f"  {name:34}{share(counts.wrong, counts.asked)}{counts.claimed:8}{counts.orphans:6}", flush=True)
    return total


def notes(rate: float) -> list[Trial]:
    """Notes on articles that were read anew with so many wrong characters."""
    pages = (misread(rate, *original(number), Random(number)) for number in count())
    return list(islice((trial for page in pages for trial in page if trial.heir is not None), NOTES))


def placing(trials: list[Trial]) -> float:
    """Seconds for placing all notes in their articles."""
    begun = time.perf_counter()
    for trial in trials:
        place(trial.quote.anchor, trial.page[trial.heir or 0].article)
    return time.perf_counter() - begun


def finding(trials: list[Trial]) -> float:
    """Seconds for finding all notes anywhere on their pages."""
    begun = time.perf_counter()
    for trial in trials:
        find(trial.quote.anchor, [traced.article for traced in trial.page])
    return time.perf_counter() - begun


def print_cost() -> None:
    unchanged, changed = notes(0.0), notes(0.08)
    times = interleaved(
        ROUNDS,
        unchanged_article=lambda: placing(unchanged),
        article_misread_to_8_percent=lambda: placing(changed),
        on_the_whole_misread_page=lambda: finding(changed),
    )
    print_table(f"Placing {NOTES} notes, ms", times, "unchanged_article", "misread article at most 1000 ms")


def measure(_home: Path | None = None, each: int = EACH) -> None:
    total = print_found(each) + print_traps(each)
    print(f"  {'all kinds, wrong claims':34}{share(total.wrong, total.asked)}{total.claimed:8}{total.orphans:6}\n")
    print_cost()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=EACH, metavar="N", help=f"notes a kind of change ({EACH})")
    measure(each=options.parse_args().each)
