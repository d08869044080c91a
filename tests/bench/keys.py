"""From the press of a key to the last byte of the repaint."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.startup import FIRST_WORDS
from tests.bench.table import print_table
from tests.terminal.raw import RawTerminal

PRESSES = 40
QUIET = 0.06
"""Seconds without a byte after which a repaint counts as over."""


def repaint(terminal: RawTerminal, key: str) -> tuple[float, int]:
    """Seconds from the key to the last byte that follows it, and how many bytes follow."""
    before, pressed = len(terminal.raw), time.perf_counter()
    terminal.type(key)
    last, seen = pressed, before
    while time.perf_counter() - max(last, pressed + (0.0 if seen > before else 1.0)) < QUIET:
        terminal.read(0.005)
        if len(terminal.raw) > seen:
            seen, last = len(terminal.raw), time.perf_counter()
    return last - pressed, seen - before


def measure(home: Path) -> None:
    with RawTerminal([sys.executable, "-m", "paperterm"], {"PAPERTERM_HOME": str(home)}, 80, 24) as terminal:
        terminal.wait(FIRST_WORDS[:6])
        terminal.wait_quiet(1.0)
        there = [repaint(terminal, "j") for _ in range(PRESSES // 2)]
        back = [repaint(terminal, "k") for _ in range(PRESSES // 2)]
        terminal.type("i")
        terminal.wait_quiet(0.5)
        rows = [repaint(terminal, "jk"[number % 2]) for number in range(PRESSES)]
        terminal.type("q")
        terminal.wait_ended()
    times = {
        "j_in_the_article": [seconds for seconds, _ in there],
        "k_in_the_article": [seconds for seconds, _ in back],
        "j_and_k_in_the_issue_list": [seconds for seconds, _ in rows],
    }
    print_table("Key to repaint at 80 x 24, ms", times, "j_in_the_article")
    print(
        f"  bytes a key: article {sum(n for _, n in there) // len(there)}, list {sum(n for _, n in rows) // len(rows)}\n"
    )
