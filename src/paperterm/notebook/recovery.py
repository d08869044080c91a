"""The newest state that the backups and the log still tell, for when the notebook's file does not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from paperterm.notebook import durable
from paperterm.notebook.backups import Backups
from paperterm.notebook.differences import applied
from paperterm.notebook.layout import Malformed, Stage, Tables
from paperterm.notebook.log import Entry, Log

PATIENCE = 6
"""How often a bad file is read again, BREATH seconds apart: stock TinyDB and some editors write in place."""

BREATH = 0.05

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class State:
    """A state put together again. `source` tells a person from what."""

    tables: Tables
    stage: Stage
    source: str

    @property
    def generation(self) -> int:
        """How many changes led to it."""
        return self.stage.generation


def newest(backups: Backups, log: Log) -> State | None:
    """The state after the last change the log knows, or the nearest to it; None where nothing is left. Raises OSError."""
    entries = log.read().entries
    last = entries[-1].generation if entries else 0
    best = replayed(State({}, Stage(), "the log"), entries) if entries and entries[0].generation == 1 else None
    if best is not None and best.generation >= last:
        return best
    for backup, contents in backups.good():
        source = f"the backup {backup.path.name} of {backup.moment:%Y-%m-%d %H:%M:%S}"
        state = replayed(State(contents.tables, contents.stage, source), entries)
        if best is None or state.generation > best.generation:
            best = state
        if best.generation >= last:
            break
    return best


def replayed(state: State, entries: Sequence[Entry]) -> State:
    """The state, with the changes after it made again as far as they follow one another without a gap."""
    tables, stage, source = state.tables, state.stage, state.source
    for entry in entries:
        if entry.generation == stage.generation + 1:
            tables, stage = applied(tables, entry.records), entry.stage
    if stage != state.stage and source != "the log":
        source += " with the changes in the log since"
    return State(tables, stage, source)


def patiently(attempt: Callable[[], Read]) -> Read:
    """What `attempt` reads, tried several times where it cannot be read. Raises Malformed and what `attempt` raises."""
    for _ in range(PATIENCE - 1):
        try:
            return attempt()
        except Malformed:
            time.sleep(BREATH)
    return attempt()


def set_aside(path: Path) -> Path:
    """Move a bad file to `aside`. Returns where it is. Raises OSError."""
    bad = aside(path)
    durable.move(path, bad)
    durable.sync_folder(path.parent)
    return bad


def aside(path: Path) -> Path:
    """A name for a bad file, beside it, that no file has: `notebook.bad-<time>.json`."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    number = 0
    while True:
        bad = path.with_name(f"{path.stem}.bad-{moment}{f'-{number}' if number else ''}{path.suffix}")
        if not bad.exists():
            return bad
        number += 1
