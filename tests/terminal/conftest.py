from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.raw import RawTerminal
from tests.terminal.tmux import Tmux

PAPERTERM = (sys.executable, "-m", "paperterm")

OpenReader = Callable[..., Tmux]
OpenRaw = Callable[..., RawTerminal]
Ask = Callable[..., Any]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folder with nothing in it."""
    return tmp_path / "home"


@pytest.fixture
def ask(home: Path) -> Ask:
    """Runs a command of paperterm with --json and gives what it printed."""

    def run(*words: str) -> Any:
        done = subprocess.run(
            [*PAPERTERM, *words, "--json"],
            env={**os.environ, "PAPERTERM_HOME": str(home)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def open_reader(home: Path) -> Iterator[OpenReader]:
    """Opens the reader in a tmux window of `columns` × `rows` cells; `words` follow `paperterm`."""
    with ExitStack() as stack:

        def start(columns: int = 120, rows: int = 40, words: tuple[str | Path, ...] = ()) -> Tmux:
            return stack.enter_context(Tmux([*PAPERTERM, *words], {"PAPERTERM_HOME": str(home)}, columns, rows))

        yield start


@pytest.fixture
def open_raw(home: Path) -> Iterator[OpenRaw]:
    """Runs paperterm in a pseudo-terminal that keeps every byte; `words` follow `paperterm`."""
    with ExitStack() as stack:

        def start(*words: str | Path, columns: int = 120, rows: int = 40) -> RawTerminal:
            return stack.enter_context(RawTerminal([*PAPERTERM, *words], {"PAPERTERM_HOME": str(home)}, columns, rows))

        yield start
