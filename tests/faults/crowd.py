"""Several processes with the same notebook at once."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from paperterm.notebook import Notebook
from tests.faults.children import Say, start
from tests.faults.judging import ANCHOR, Held, judge, note
from tests.faults.outcome import Outcome


def two_writers(work: Path, chance: random.Random, count: int) -> Outcome:
    """`count` notes, written by two processes."""
    return _together(work, count, reader=False)


def two_writers_and_a_reader(work: Path, chance: random.Random, count: int) -> Outcome:
    """The same, while a third process reads all notes over and over."""
    return _together(work, count, reader=True)


def _together(work: Path, count: int, reader: bool) -> Outcome:
    folder, (closed_to_go, go) = work / "trial", os.pipe()
    Notebook(folder).add_note("a/1", "first", ANCHOR)

    def writer(name: str) -> Callable[[Say], None]:
        def act(say: Say) -> None:
            os.close(go)
            os.read(closed_to_go, 1)
            notebook = Notebook(folder)
            for number in range(count // 2):
                notebook.add_note("a/1", f"{name} {number}", ANCHOR)
                say(f"{name} {number}")
            for notice in notebook.notices:
                say(f"notice {notice}")

        return act

    def read(say: Say) -> None:
        os.close(go)
        notebook, seen = Notebook(folder), 0
        while seen <= count // 2 * 2:
            notes = notebook.notes()
            assert len(notes) >= seen, "notes that were there are gone"
            seen = len(notes)
        for notice in notebook.notices:
            say(f"notice {notice}")

    children = [start(writer("one")), start(writer("two")), *([start(read)] if reader else [])]
    os.close(go)
    os.close(closed_to_go)
    outcome = Outcome()
    for child in children:
        if ended := child.ended():
            outcome.faults.append(f"a process ended with {ended}")
    said = [line for child in children for line in child.said]
    notices = [line for line in said if line.startswith("notice ")]
    outcome.faults += notices
    written = [line for line in said if not line.startswith("notice ")]
    outcome.acknowledged = len(written)
    outcome.add(judge(folder, [Held([note("first"), *map(note, written)])]))
    outcome.notices += len(notices)
    return outcome
