"""From the press of a key to the last byte of the repaint."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from tests.bench import long_article
from tests.bench.startup import FIRST_WORDS
from tests.bench.table import print_table
from tests.terminal.raw import RawTerminal

PRESSES = 40
QUIET = 0.06
"""Seconds without a byte after which a repaint counts as over."""
TARGET = "p95 at most 16"
READER = [sys.executable, "-m", "paperterm"]

Repaint = tuple[float, int]
"""Seconds from the key to the last byte that follows it, and how many bytes follow."""


def repaint(terminal: RawTerminal, key: str) -> Repaint:
    before, pressed = len(terminal.raw), time.perf_counter()
    terminal.type(key)
    last, seen = pressed, before
    while time.perf_counter() - max(last, pressed + (0.0 if seen > before else 1.0)) < QUIET:
        terminal.read(0.005)
        if len(terminal.raw) > seen:
            seen, last = len(terminal.raw), time.perf_counter()
    return last - pressed, seen - before


def repaints(terminal: RawTerminal, keys: Iterable[str]) -> list[Repaint]:
    return [repaint(terminal, key) for key in keys]


def samples(home: Path) -> dict[str, list[Repaint]]:
    """On the sample pages at 80 x 24."""
    with RawTerminal(READER, {"PAPERTERM_HOME": str(home)}, 80, 24) as terminal:
        terminal.wait(FIRST_WORDS[:6])
        terminal.wait_quiet(1.0)
        found = {
            "j_in_the_article": repaints(terminal, "j" * (PRESSES // 2)),
            "k_in_the_article": repaints(terminal, "k" * (PRESSES // 2)),
        }
        terminal.type("i")
        terminal.wait_quiet(0.5)
        found["j_and_k_in_the_issue_list"] = repaints(terminal, "jk" * (PRESSES // 2))
        terminal.type("q")
        terminal.wait_ended()
    return found


def at_length(home: Path) -> dict[str, list[Repaint]]:
    """In an article of 100,000 characters and in a list of a million rows, at 120 x 40."""
    page = long_article.write(home / "long.txt")
    with RawTerminal([*READER, page], {"PAPERTERM_HOME": str(home / "long")}) as terminal:
        terminal.wait(long_article.FIRST_WORDS)
        terminal.wait_quiet(1.0)
        found = {
            "j_in_100,000_characters": repaints(terminal, "j" * PRESSES),
            "space_in_100,000_characters": repaints(terminal, " " * PRESSES),
        }
        terminal.type("v")
        terminal.wait_quiet(0.5)
        found["text_cursor_in_100,000_characters"] = repaints(terminal, "jk" * (PRESSES // 2))
        terminal.type("q")
        terminal.wait_quiet(0.2)
        terminal.type("q")
        terminal.wait_ended()
    with RawTerminal([sys.executable, "-m", "tests.bench.million_rows"], {}) as terminal:
        terminal.wait("500000")
        terminal.wait_quiet(0.5)
        found["j_and_k_in_a_million_rows"] = repaints(terminal, "jk" * (PRESSES // 2))
        repaint(terminal, "G")
        found["k_in_a_million_rows,_scrolling"] = repaints(terminal, "k" * (2 * PRESSES))[PRESSES:]
        terminal.type("q")
        terminal.wait_ended()
    return found


def measure(home: Path) -> None:
    for title, found in (("80 x 24", samples(home)), ("120 x 40", at_length(home))):
        times = {name: [seconds for seconds, _ in them] for name, them in found.items()}
        print_table(f"Key to repaint at {title}, ms", times, next(iter(times)), TARGET)
        sent = (f"{name.replace('_', ' ')} {sum(n for _, n in them) // len(them)}" for name, them in found.items())
        print(f"  bytes a key: {'; '.join(sent)}\n", flush=True)
