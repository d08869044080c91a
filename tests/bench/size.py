"""A library of very many articles and a notebook of 10,000 notes: start, keys, memory."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench import vast
from tests.bench.keys import READER, repaints
from tests.bench.startup import ROUNDS, TARGET, TRIVIAL, compiled, opening
from tests.bench.table import interleaved, print_table
from tests.terminal.raw import RawTerminal

ARTICLES, MANY, NOTES = 100_000, 1_000_000, 10_000
PRESSES = 40
READ = 10
"""Articles that are read before the memory is looked at."""


def anonymous(pid: int) -> float:
    """Anonymous memory of a process in MB (10^6 bytes), as Linux counts it."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in rollup.splitlines() if line.startswith("Anonymous:"))


def reading(home: Path) -> tuple[dict[str, list[float]], float, float]:
    """Times of keys in the lists (seconds), and MB of anonymous memory after ten articles and after the list of notes."""
    with RawTerminal(READER, {"PAPERTERM_HOME": str(home)}) as terminal:
        terminal.wait(vast.FIRST_WORDS)
        terminal.wait_quiet(2.0)
        for _ in range(READ):
            terminal.type("J")
            terminal.wait_quiet(0.3)
        read = anonymous(terminal.process.pid)
        terminal.type("i")
        terminal.wait_quiet(0.5)
        times = {"j_and_k_in_the_issue_list": [seconds for seconds, _ in repaints(terminal, "jk" * (PRESSES // 2))]}
        terminal.type("G")
        terminal.wait_quiet(0.5)
        scrolled = repaints(terminal, "k" * (2 * PRESSES))[PRESSES:]
        times["k_in_the_issue_list,_scrolling"] = [seconds for seconds, _ in scrolled]
        terminal.type("'")
        terminal.wait("写在这里")
        terminal.wait_quiet(0.5)
        listed = anonymous(terminal.process.pid)
        terminal.type("q")
        terminal.wait_ended()
    return times, read, listed


def measure(home: Path, articles: int = ARTICLES) -> None:
    folder = home / f"{articles}-articles"
    folder.mkdir(parents=True)
    compiled()
    vast.fill_library(folder / "library.sqlite", articles)
    vast.fill_notebook(folder, NOTES, articles)
    times = interleaved(
        ROUNDS,
        trivial_Textual_app=lambda: opening([sys.executable, TRIVIAL, vast.FIRST_WORDS], folder, vast.FIRST_WORDS),
        paperterm=lambda: opening(list(READER), folder, vast.FIRST_WORDS),
    )
    what = f"{articles:,} articles and {NOTES:,} notes"
    print_table(f"Start to first article text with {what}, ms", times, "trivial_Textual_app", TARGET)
    keys, read, listed = reading(folder)
    print_table(f"Key to repaint with {what}, ms", keys, next(iter(keys)), "p95 at most 16")
    print(f"Anonymous memory with {what}, MB   (target: at most 80)")
    print(f"  {f'after reading {READ} articles':34}{read:9.1f}")
    print(f"  {'after looking at the list of notes':34}{listed:9.1f}\n", flush=True)
