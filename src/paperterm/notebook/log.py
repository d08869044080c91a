"""The log: every change, one line each, on the disk before the notebook's file is replaced.

Undo, recovery and merging read it. A line is a CRC-32 in eight hexadecimal digits, a space, JSON, a line feed. A line whose
checksum is wrong (torn by a kill, damaged on the disk) is passed over; the lines after it are good.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from paperterm.notebook import durable
from paperterm.notebook.differences import Records
from paperterm.notebook.layout import Stage

KEPT = 1_000
"""Changes that can be undone."""

LOOK = 256
"""Every so many changes it is looked whether the log should be cut to the last KEPT."""

WINDOW = 1 << 16
"""Bytes from the end in which the last line is looked for at first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `window` did it; `undoes` and `redoes` are ids of other changes, or empty."""

    generation: int  # of the state after it
    id: str
    at: str  # ISO 8601 in UTC
    window: str
    does: str  # for people: "add note"
    records: Records
    undoes: str = ""
    redoes: str = ""

    @property
    def stage(self) -> Stage:
        """The state after it."""
        return Stage(self.generation, self.id)


def line(entry: Entry) -> bytes:
    """The entry as a line of the log."""
    written = {
        "generation": entry.generation,
        "id": entry.id,
        "at": entry.at,
        "window": entry.window,
        "does": entry.does,
        **({"undoes": entry.undoes} if entry.undoes else {}),
        **({"redoes": entry.redoes} if entry.redoes else {}),
        "records": entry.records,
    }
    body = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    try:
        content = body.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        content = json.dumps(written, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (crc32(content), content)


def _entry(written: bytes) -> Entry | None:
    """The entry on a line, without its line feed; None for a line that is no entry, or damaged."""
    if len(written) < 10 or written[8:9] != b" ":
        return None
    try:
        if int(written[:8], 16) != crc32(written[9:]):
            return None
        said: dict[str, Any] = json.loads(written[9:])
        records = {
            name: {key: (pair[0], pair[1]) for key, pair in changed.items()}
            for name, changed in said["records"].items()
        }
        named = {name: str(said.get(name, "")) for name in ("id", "at", "window", "does", "undoes", "redoes")}
        return Entry(generation=int(said["generation"]), records=records, **named)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None  # a checksum that is right by chance, or by a hand


@dataclass(frozen=True, slots=True)
class Read:
    """The log as it was read: `entries` by generation, and the numbers of the lines that cannot be read."""

    entries: tuple[Entry, ...]
    bad_lines: tuple[int, ...]


class Log:
    """The log at `path`. What changes it is to be called under the notebook's lock only. Every method raises OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last: tuple[durable.Version | None, Stage] = (None, Stage())

    def last(self) -> Stage:
        """The state after the last change; generation 0 where there is no log."""
        version = durable.version_of(self.path)
        if version is None:
            return Stage()
        if self._last[0] != version:
            self._last = version, self._read_last()
        return self._last[1]

    def follows(self, stage: Stage) -> bool:
        """Is the last change in the log the one after this state?"""
        if self.last().generation != stage.generation + 1:
            return False
        led = [entry.stage for entry in self.read().entries[-2:-1] if entry.generation == stage.generation]
        return led in ([], [stage])  # a log that begins with its last change says nothing of the one before

    def read(self) -> Read:
        """All of it. Of several lines for one generation the last one holds: it is the one whose change was kept."""
        entries: dict[int, Entry] = {}
        bad = []
        for number, written in enumerate(self._lines(), start=1):
            entry = _entry(written)
            if entry is not None:
                entries[entry.generation] = entry
            elif written.strip():
                bad.append(number)
        return Read(tuple(entries[generation] for generation in sorted(entries)), tuple(bad))

    def append(self, entry: Entry) -> int:
        """One more line, on the disk when this returns. Returns what `cut` needs to take it back."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), durable.MODE)
        try:
            size = os.lseek(descriptor, 0, os.SEEK_END)
            torn = size > 0 and _last_byte(descriptor, size) != b"\n"
            try:
                durable.write_all(descriptor, (b"\n" if torn else b"") + line(entry))
                durable.sync(descriptor)
                if not size:
                    durable.sync_folder(self.path.parent)
            except BaseException:
                os.ftruncate(descriptor, size)
                raise
        finally:
            os.close(descriptor)
        self._last = durable.version_of(self.path), entry.stage
        return size

    def cut(self, size: int) -> None:
        """Take back the last `append`."""
        self._last = (None, Stage())
        with suppress(FileNotFoundError):
            os.truncate(self.path, size)

    def shorten(self, generation: int) -> None:
        """From time to time, forget all but the last KEPT changes. `generation` is that of the last one."""
        if generation % LOOK:
            return
        entries = self.read().entries
        if len(entries) > KEPT + LOOK:
            self.rewrite(entries[-KEPT:])

    def rewrite(self, entries: Iterable[Entry]) -> None:
        """Keep only these."""
        durable.replace(self.path, b"".join(line(entry) for entry in entries), durable.version_of(self.path))

    def _lines(self) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as file:
                for written in file:
                    yield written.rstrip(b"\n")
        except FileNotFoundError:
            return

    def _read_last(self) -> Stage:
        with self.path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            size = WINDOW
            while True:
                start = max(0, end - size)
                file.seek(start)
                lines = file.read(end - start).split(b"\n")
                for written in reversed(lines if start == 0 else lines[1:]):
                    entry = _entry(written)
                    if entry is not None:
                        return entry.stage
                if start == 0:
                    return Stage()
                size *= 8


def _last_byte(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1)
