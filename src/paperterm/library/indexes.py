"""The index beside a library: where it is, what the library says of it, and whether it can be asked.

The first screen loads this file: nothing of tantivy or of the query language is imported here before a search asks for it.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paperterm.library.index import Index


@dataclass(frozen=True, slots=True)
class Kept:
    """What the library says of its index: the name of its folder, its form, how often it was fed, the pieces an article
    has on the average."""

    folder: str
    form: int
    fed: int
    length: float


class Broken(Exception):  # noqa: N818 - it says what the index is
    """The index cannot be read or written; it is to be made anew."""


class Busy(Broken):
    """Another process is writing the index; until it is done, what is new is scanned."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index as it is now, and what the library says of it."""

    index: Index
    searcher: Any
    kept: Kept


class Indexes:
    """The index of the library at `path`, opened when it is first asked for and again when it was fed since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._open: Indexed | None = None
        self._bad: Kept | None = None
        self.fault = ""
        """Why the index that there is was not asked; a sentence without its full stop."""

    def current(self, connection: sqlite3.Connection) -> Indexed | None:
        """The index; None where there is none, or none that can be read."""
        known = kept(connection)
        if known is None or known == self._bad:
            return None
        from paperterm.library.index import FORM, Index

        if known.form != FORM:
            self.fault = f"The index {home(self._path)} was made by another version of paperterm"
            return None
        with self._lock:
            if self._open is None or self._open.kept != known:
                folder = home(self._path) / known.folder
                try:
                    same = self._open is not None and self._open.kept.folder == known.folder
                    index = self._open.index if self._open is not None and same else Index(folder, make=False)
                    self._open = Indexed(index, index.searcher(), known)
                except Broken as broken:
                    self._open, self._bad, self.fault = None, known, str(broken)
            return self._open

    def give_up(self) -> None:
        """The index that is open cannot be read: do without it until it is made anew."""
        with self._lock:
            self._bad, self._open = (self._open.kept if self._open else None), None
            self.fault = f"The index {home(self._path)} cannot be read"

    def made_anew(self) -> None:
        """What was wrong with the index counts no more."""
        with self._lock:
            self._bad, self.fault = None, ""


def home(library: Path) -> Path:
    """The folder of a library's indexes."""
    return library.with_name(f"{library.stem}.index")


def kept(connection: sqlite3.Connection) -> Kept | None:
    """What is known of the index; None where there is none."""
    value = recorded(connection, "index")
    return Kept(**json.loads(value)) if value else None


def recorded(connection: sqlite3.Connection, key: str) -> str | None:
    """What the library's table `state` says; None where it says nothing."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone() is None:
        return None  # a library of an older version that may not be written
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def waiting(connection: sqlite3.Connection) -> int:
    """How many articles the index does not know as they are."""
    return int(connection.execute("SELECT count(*) FROM tail").fetchone()[0])
