"""How commands end: 0 found or done, 1 nothing found or failed, 2 wrong use, 130 by Ctrl-C; and what is left then."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paperterm.actions.commands import COMMANDS
from paperterm.cli import dispatch
from tests.cli.conftest import Run
from tests.cli.examples import BARE, FAILING, FOUND, NOTHING, WRONG, filled

Program = Callable[..., subprocess.CompletedProcess[bytes]]

INTERACTIVE = {"serve", "demo"}
"""They go on until they are ended; their own tests see how."""
ALWAYS = {
    *("parse", "import", "set", "forget", "show", "related", "names", "cite"),
    *(f"{kind} {verb}" for kind in ("bookmark", "note", "highlight") for verb in ("add", "edit", "remove")),
    *("export article", "export issue", "saved add", "saved remove", "doctor", "completion", "manual"),
    *(f"notebook {verb}" for verb in ("check", "repair", "merge", "undo")),
    *(f"config {verb}" for verb in ("show", "path", "keys", "check", "sample")),
}
"""Commands that have no empty answer: they do what they are asked for, or fail."""


def kept(folder: Path) -> dict[str, bytes]:
    """What is on the disk, but for locks and for what databases keep beside themselves."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and not path.name.endswith(("-wal", "-shm"))
    }


def cases(table: dict[str, tuple[str, ...]]) -> list[Any]:
    return [pytest.param(command, words, id=command) for command, words in table.items()]


def test_every_command_is_in_the_tables() -> None:
    names = {command.name for command in COMMANDS}
    assert FOUND.keys() == names - INTERACTIVE
    assert WRONG.keys() == names
    assert names - INTERACTIVE == ALWAYS | NOTHING.keys() | BARE.keys()


@pytest.mark.parametrize(
    ("command", "words"), [pytest.param(c, w, id=" ".join((c, *w))) for c, lines in FOUND.items() for w in lines]
)
def test_found_is_0(paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]) -> None:
    ran = paperterm(*command.split(), *filled(words, filled_home.parent))
    assert ran.code == 0 or command == "doctor", ran.err
    assert "paperterm:" not in ran.err


@pytest.mark.parametrize(("command", "words"), cases(NOTHING))
def test_nothing_found_is_1_and_no_failure(
    paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]
) -> None:
    ran = paperterm(*command.split(), *filled(words, filled_home.parent))
    assert ran.code == 1
    assert "paperterm:" not in ran.err


@pytest.mark.parametrize(("command", "words"), cases(BARE))
def test_an_empty_home_is_1_and_no_failure(
    paperterm: Run, tmp_path: Path, command: str, words: tuple[str, ...]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    paperterm("import", empty)
    ran = paperterm(*command.split(), *words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err
    assert "paperterm:" not in ran.err


@pytest.mark.parametrize(("command", "words"), cases(FAILING))
def test_a_failure_is_1_and_leaves_everything_as_it_was(
    paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]
) -> None:
    before = kept(filled_home.parent)
    ran = paperterm(*command.split(), *filled(words, filled_home.parent))
    assert ran.code == 1
    assert ran.err
    assert kept(filled_home.parent) == before


@pytest.mark.parametrize(("command", "words"), cases(WRONG))
def test_wrong_use_is_2_and_leaves_everything_as_it_was(
    paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]
) -> None:
    before = kept(filled_home.parent)
    ran = paperterm(*command.split(), *filled(words, filled_home.parent))
    assert (ran.code, ran.out if "--json" not in words else "") == (2, "")
    assert ran.err.startswith("paperterm: ")
    assert kept(filled_home.parent) == before


@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize(("command", "words"), [pytest.param(c, lines[0], id=c) for c, lines in FOUND.items()])
def test_ctrl_c_is_130(
    paperterm: Run, filled_home: Path, monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...]
) -> None:
    class Interrupted(dispatch.Session):  # its command has begun when Ctrl-C comes
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(dispatch, "Session", Interrupted)
    before = kept(filled_home.parent)
    ran = paperterm(*command.split(), *filled(words, filled_home.parent))
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "paperterm: Stopped; what was done until now is safe.\n"
    assert kept(filled_home.parent) == before


@pytest.mark.parametrize("command", ["issues", "search", "show", "export article", "note list", "manual", "parse"])
@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_a_reader_who_leaves_early_is_told_nothing(
    program: Program, filled_home: Path, command: str, as_json: bool
) -> None:
    read, write = os.pipe()
    os.close(read)
    words = filled(FOUND[command][0], filled_home.parent)
    ran = program(*command.split(), *words, *(["--json"] if as_json else []), stdout=write)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize("command", ["note add", "bookmark add"])
def test_what_was_done_is_done_where_nobody_reads_of_it(program: Program, filled_home: Path, command: str) -> None:
    read, write = os.pipe()
    os.close(read)
    before = (filled_home / "notebook.json").read_bytes()
    program(*command.split(), *filled(FOUND[command][0], filled_home.parent), stdout=write)
    os.close(write)
    assert (filled_home / "notebook.json").read_bytes() != before
    assert program("notebook", "check").returncode == 0
