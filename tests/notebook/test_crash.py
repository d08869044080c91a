"""Real processes that are killed, get in each other's way, or run out of disk. PAPERTERM_KILLS sets how many are killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from paperterm.notebook import Notebook

Start = Callable[[str], "subprocess.Popen[str]"]

KILLS = int(os.environ.get("PAPERTERM_KILLS", "40"))

WRITE_ON = "while True:\n    acknowledge(notebook.add_note('a/1', 'x' * 500, anchor).id)\n"


def whole_lines(text: str) -> list[str]:
    return [line for line in text.splitlines(keepends=True) if line.endswith("\n")]


def test_a_kill_at_any_moment_loses_no_acknowledged_note(folder: Path, run_child: Start) -> None:
    chance = random.Random()
    acknowledged: list[str] = []
    for _ in range(KILLS):
        child = run_child(WRITE_ON)
        assert child.stdout is not None
        first = child.stdout.readline()
        try:
            child.wait(chance.uniform(0, 0.08))
        except subprocess.TimeoutExpired:
            child.kill()
        rest, trouble = child.communicate()
        assert child.returncode == -signal.SIGKILL, trouble
        acknowledged += [line.strip() for line in whole_lines(first + rest)]
        json.loads((folder / "notebook.json").read_text("utf-8"))
    notebook = Notebook(folder)
    missing = set(acknowledged) - {note.id for note in notebook.notes()}
    assert not missing
    assert len(acknowledged) >= KILLS
    assert notebook.notices == []


def test_a_kill_before_each_step_of_a_write_leaves_the_old_or_the_new_notebook(folder: Path, run_child: Start) -> None:
    steps = 0
    expected: set[str] = set()
    while True:
        steps += 1
        child = run_child(
            "for n in range(2):\n    acknowledge(notebook.add_note('a/1', 'before', anchor).id)\n"
            f"left = {steps}\n"
            "def hook(event, arguments):\n"
            "    global left\n"
            "    if event in ('open', 'os.rename', 'os.link', 'os.remove', 'os.utime', 'os.listdir', 'os.scandir'):\n"
            "        left -= 1\n"
            "        if left == 0:\n"
            "            os.kill(os.getpid(), 9)\n"
            "sys.addaudithook(hook)\n"
            "notebook.add_note('a/1', 'during', anchor)\n"
            "left = -1\n"
        )
        said, trouble = child.communicate()
        expected |= set(said.split())
        json.loads((folder / "notebook.json").read_text("utf-8"))
        window = Notebook(folder)
        assert expected <= {note.id for note in window.notes()}
        assert window.notices == []
        if child.returncode == 0:
            break
        assert child.returncode == -signal.SIGKILL, trouble
    assert steps > 6


def test_two_processes_that_write_at_once_lose_nothing(folder: Path, run_child: Start) -> None:
    sixty = (
        "notebook.notes(); import filelock\n"
        "while not (folder.parent / 'go').exists():\n    pass\n"
        "for n in range(60):\n    acknowledge(notebook.add_note('a/1', str(n), anchor).id)\n"
    )
    children = [run_child(sixty), run_child(sixty)]
    time.sleep(0.5)  # both have started and wait
    (folder.parent / "go").touch()
    acknowledged = [id for child in children for id in child.communicate()[0].split()]
    assert [child.returncode for child in children] == [0, 0]
    assert len(set(acknowledged)) == 120
    assert {note.id for note in Notebook(folder).notes()} == set(acknowledged)


def test_a_full_disk_is_a_sentence_and_loses_nothing(folder: Path, run_child: Start) -> None:
    child = run_child(
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "refused = 0\n"
        "while refused < 5:\n"
        "    try:\n"
        "        acknowledge(notebook.add_note('a/1', 'x' * 900, anchor).id)\n"
        "    except NotebookError as error:\n"
        "        refused += 1\n"
        "        print(error, file=sys.stderr)\n"
    )
    said, trouble = child.communicate()
    assert child.returncode == 0, trouble
    assert "would become larger than this system allows" in trouble.splitlines()[0]
    window = Notebook(folder)
    assert [note.id for note in window.notes()] == said.split()
    assert len(said.split()) > 5
    assert not list(folder.glob(".*.tmp"))


def test_a_lock_that_a_dead_process_held_holds_nobody_up(folder: Path, run_child: Start) -> None:
    child = run_child(
        "from paperterm.notebook.storage import Deed, SafeStorage\n"
        "SafeStorage(folder / 'notebook.json', []).change(Deed('x'), lambda: os.kill(os.getpid(), 9))\n"
    )
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    follower = run_child("acknowledge(notebook.add_note('a/1', 'x', anchor).id)\n")
    said, trouble = follower.communicate(timeout=10)
    assert [note.id for note in Notebook(folder).notes()] == said.split(), trouble
