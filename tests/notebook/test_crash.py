"""A real process that is killed while it holds the lock. What else may befall a notebook: tests/faults/."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from paperterm.notebook import Notebook

Start = Callable[[str], "subprocess.Popen[str]"]


def test_a_lock_that_a_dead_process_held_holds_nobody_up(folder: Path, run_child: Start) -> None:
    child = run_child(
        "from paperterm.notebook.storage import Deed, SafeStorage\n"
        "SafeStorage(folder / 'notebook.json', []).change(Deed('x'), lambda: os.kill(os.getpid(), 9))\n"
    )
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    follower = run_child("acknowledge(notebook.add_note('a/1', 'x', anchor).id)\n")
    said, trouble = follower.communicate(timeout=60)
    assert [note.id for note in Notebook(folder).notes()] == said.split(), trouble
