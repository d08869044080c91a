"""From the start of the program until the text of the first article stands on the screen, as a terminal sees it."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path

from tests.bench.table import interleaved, print_table
from tests.terminal.raw import RawTerminal

ROUNDS = 15
FIRST_WORDS = "中车株洲电力机车有限公司"
"""Of the first sentence of the newest sample's first article; it stands in one row at 120 columns."""
TRIVIAL = Path(__file__).with_name("trivial.py")
TARGET = "ratio at most 1.6"


def opening(command: list[str | Path], home: Path, text: str) -> float:
    """Seconds until `text` was printed."""
    with RawTerminal(command, {"PAPERTERM_HOME": str(home)}) as terminal:
        seconds = terminal.wait(text)
        terminal.wait_quiet(0.05)
        terminal.type("q")
        terminal.wait_ended()
    return seconds


def compiled() -> None:
    """Has paperterm's modules as after an installation, also where the environment keeps Python from writing what it has
    compiled."""
    compileall.compile_dir("src", quiet=2)


def measure(home: Path) -> None:
    compiled()
    times = interleaved(
        ROUNDS,
        trivial_Textual_app=lambda: opening([sys.executable, TRIVIAL, FIRST_WORDS], home, FIRST_WORDS),
        paperterm=lambda: opening([sys.executable, "-m", "paperterm"], home, FIRST_WORDS),
    )
    print_table("Start to first article text, ms", times, "trivial_Textual_app", TARGET)
