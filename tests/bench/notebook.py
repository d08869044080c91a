"""Writing one note, and opening a notebook, at sizes that a notebook may reach; stock TinyDB does the same beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from paperterm.notebook import Anchor, Note, Notebook
from paperterm.notebook.ids import new_id
from paperterm.notebook.records import form
from tests.bench.table import interleaved, print_table

SIZES = {100: "none; stock TinyDB does not wait for the disk", 1_000: "ratio at most 1.2", 10_000: "ratio at most 0.9"}
"""Notes, and what is aimed at beside stock TinyDB's insert."""

ROUNDS, FEW = 30, 9
LARGEST = max(SIZES)
ANCHOR = Anchor(
    "ab" * 32,
    3,
    10,
    30,
    "产业工人队伍建设改革" * 2,
    "前" * 32,
    "后" * 32,
    position=1_200,
    paragraph="c" * 16,
    offset=10,
)
MOMENT = "2026-01-01T00:00:00.000+00:00"

PROCESS = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from paperterm.notebook import Anchor, Notebook\n"
    "notebook = Notebook(Path(sys.argv[1]))\n"
    "begun = time.perf_counter()\n"
    "{does}\n"
    "print(time.perf_counter() - begun)\n"
)
"""What a fresh process does; importing the notebook's own modules, and TinyDB, is part of it."""


def row(number: int, text: str) -> dict[str, object]:
    """A note as it is written, about a kilobyte."""
    return form(Note(new_id(), f"gongrenribao/2025-03-25/1/x{number}", text, ANCHOR, ("标",), MOMENT, MOMENT))


def filled(folder: Path, size: int) -> Path:
    """A folder with a notebook of so many notes, written as a whole by paperterm; stock TinyDB's is `stock.json`."""
    rows = {str(number): row(number, f"笔记{number} 内容" * 8) for number in range(1, size + 1)}
    folder.mkdir(parents=True)
    (folder / "stock.json").write_text(json.dumps({"notes": rows}), "utf-8")
    (folder / "notebook.json").write_text(json.dumps({"notes": rows}, ensure_ascii=False), "utf-8")
    Notebook(folder).add_note("a/1", "x", ANCHOR)
    return folder


def timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def in_a_fresh_process(does: str, folder: Path) -> float:
    """Seconds that it takes there, without Python's own start."""
    done = subprocess.run(
        [sys.executable, "-c", PROCESS.format(does=does), str(folder)], stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)


def one_more(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds for a note more, with a notebook that is open already."""
    notebook = Notebook(folder)
    with TinyDB(folder / "stock.json") as stock:
        notes = stock.table("notes")
        return interleaved(
            rounds,
            stock_TinyDB=lambda: timed(lambda: notes.insert(row(0, "笔记" * 15))),
            paperterm=lambda: timed(lambda: notebook.add_note("a/1", "笔记" * 15, ANCHOR, ["标"])),
        )


def measure(home: Path) -> None:
    folders = {size: filled(home / f"notes-{size}", size) for size in SIZES}
    for size, target in SIZES.items():
        times = one_more(folders[size], ROUNDS if size < LARGEST else FEW)
        print_table(f"One more note beside {size:,}, ms", times, "stock_TinyDB", target)
    write, read = "notebook.add_note('a/1', 'x', Anchor('ab' * 32))", "notebook.notes()"
    plain = "import json; json.loads((notebook.path.parent / 'notebook.json').read_bytes())"
    times = interleaved(
        FEW,
        read_the_file_as_JSON=lambda: in_a_fresh_process(plain, folders[LARGEST]),
        open_and_read_all_notes=lambda: in_a_fresh_process(read, folders[LARGEST]),
        first_write=lambda: in_a_fresh_process(write, folders[LARGEST]),
        first_write_beside_100_notes=lambda: in_a_fresh_process(write, folders[min(SIZES)]),
    )
    title = f"A fresh process, {LARGEST:,} notes, ms"
    print_table(title, times, "read_the_file_as_JSON", "opening takes at most 150 ms")
