"""From a change of the terminal's size to the last byte of the repaint, in an article of 100,000 characters."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench import long_article
from tests.bench.table import print_table
from tests.terminal.raw import RawTerminal

SIZES = ((100, 30), (120, 40), (80, 24), (140, 45))
ROUNDS = 6
QUIET = 0.12
"""Seconds without a byte after which the screen counts as painted."""


def resized(terminal: RawTerminal, columns: int, rows: int) -> float:
    """Seconds until the screen of that size stands."""
    before, begun = len(terminal.raw), time.perf_counter()
    terminal.resize(columns, rows)
    last, seen = begun, before
    while time.perf_counter() - max(last, begun + (0.0 if seen > before else 1.0)) < QUIET:
        terminal.read(0.005)
        if len(terminal.raw) > seen:
            seen, last = len(terminal.raw), time.perf_counter()
    return last - begun


def measure(home: Path) -> None:
    page = long_article.write(home / "long.txt")
    with RawTerminal([sys.executable, "-m", "paperterm", page], {"PAPERTERM_HOME": str(home / "resized")}) as terminal:
        terminal.wait(long_article.FIRST_WORDS)
        terminal.wait_quiet(1.0)
        times = [resized(terminal, *size) for _ in range(ROUNDS) for size in SIZES]
        terminal.type("q")
        terminal.wait_ended()
    print_table("Resizing 100,000 characters, ms", {"new_size_to_repaint": times}, "new_size_to_repaint", "at most 120")
