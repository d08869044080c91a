"""Where reading stopped, and what was chosen by a key. Not precious: it may lose its last second, and a damaged file is begun anew."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

READ_SHARE = 0.9
"""From this part of an article on it counts as read: its last lines are often on the screen before its end is reached."""

BUSY_SECONDS = 0.5
"""How long to wait for another window that is writing; then this one position is let go."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS reading (
    article TEXT PRIMARY KEY,
    block   INTEGER NOT NULL,
    offset  INTEGER NOT NULL,  -- characters of the block's text
    share   REAL NOT NULL,     -- the furthest reached, 0 to 1
    seen    INTEGER NOT NULL   -- nanoseconds since 1970
);
CREATE INDEX IF NOT EXISTS reading_seen ON reading (seen);
CREATE TABLE IF NOT EXISTS choice (
    name    TEXT PRIMARY KEY,
    value   TEXT NOT NULL,
    instead TEXT NOT NULL      -- what the settings said when it was chosen
);
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Character `offset` of block `block` of an article."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Visit:
    """An article that was read last at `moment` (UTC), `share` (0 to 1) of it at most."""

    article: str
    moment: datetime
    share: float


def fault(path: Path) -> str:
    """What is wrong with the file, in a sentence; nothing where nothing is, or no file is there. Writes nothing."""
    if not path.exists():
        return ""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            connection.execute("SELECT count(*) FROM reading").fetchone()
    except sqlite3.Error as error:
        said = str(error)
    return "" if said == "ok" else f"{path}, which holds where reading stopped, cannot be used ({said})."


class Reading:
    """Reading positions in an SQLite file. Opened at the first question; safe to use from several threads.

    Never raises: where the file cannot be used, positions are kept in memory for this session and `notices` says so.
    `notices` holds sentences to show once; whoever shows them clears it.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.notices: list[str] = []
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def place(self, article_id: str) -> Place | None:
        """Where reading of this article stopped."""
        rows = self._ask("SELECT block, offset FROM reading WHERE article = ?", article_id)
        return Place(int(rows[0][0]), int(rows[0][1])) if rows else None

    def remember(self, article_id: str, block: int, offset: int, share: float) -> None:
        """Reading of this article is at character `offset` of `block`; `share` (0 to 1) of it has been seen."""
        self._ask(
            "INSERT INTO reading VALUES (?, ?, ?, ?, ?) ON CONFLICT (article) DO UPDATE SET block = excluded.block,"
            " offset = excluded.offset, share = max(share, excluded.share), seen = max(seen + 1, excluded.seen)",
            article_id,
            block,
            offset,
            min(1.0, max(0.0, share)),
            time.time_ns(),
        )

    def last(self) -> str | None:
        """The id of the article read last."""
        rows = self._ask("SELECT article FROM reading WHERE seen > 0 ORDER BY seen DESC LIMIT 1")
        return str(rows[0][0]) if rows else None

    def read_ids(self) -> frozenset[str]:
        """The ids of articles that were read to their end, or nearly."""
        return frozenset(str(row[0]) for row in self._ask("SELECT article FROM reading WHERE share >= ?", READ_SHARE))

    def mark(self, article_id: str, read: bool) -> None:
        """This article counts as read, or as unread until it is read again; its place stays."""
        share = 1.0 if read else 0.0
        self._ask(
            "INSERT INTO reading VALUES (?, 0, 0, ?, 0) ON CONFLICT (article) DO UPDATE SET share = excluded.share",
            article_id,
            share,
        )

    def history(self, most: int) -> list[Visit]:
        """The articles that were read, the last one first."""
        rows = self._ask("SELECT article, seen, share FROM reading WHERE seen > 0 ORDER BY seen DESC LIMIT ?", most)
        return [Visit(str(id), datetime.fromtimestamp(seen / 1e9, UTC), float(share)) for id, seen, share in rows]

    def choice(self, name: str, stated: str) -> str | None:
        """What was chosen in the reader instead of `stated`, which is what the settings say. None where nothing was, or
        the settings said something else then: what a person wrote since counts more."""
        rows = self._ask("SELECT value FROM choice WHERE name = ? AND instead = ?", name, stated)
        return str(rows[0][0]) if rows else None

    def choose(self, name: str, value: str, stated: str) -> None:
        """Remember a choice, for as long as the settings say `stated`."""
        self._ask("INSERT OR REPLACE INTO choice VALUES (?, ?, ?)", name, value, stated)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._open().execute(statement, values).fetchall()
            except sqlite3.Error as error:
                if _code(error) in _BUSY:
                    return []  # another window writes for seconds; the next position will be kept
                return self._instead(error).execute(statement, values).fetchall()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = _connect(self.path)
            except OSError as error:
                return self._to_memory(error.strerror or str(error))
        return self._connection

    def _instead(self, error: sqlite3.Error) -> sqlite3.Connection:
        return self._begin_anew(str(error)) if _code(error) in _DAMAGED else self._to_memory(str(error))

    def _begin_anew(self, why: str) -> sqlite3.Connection:
        """Set a damaged file aside, with its log, and begin a new one."""
        self._drop()
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = self.path.with_name(f"{self.path.stem}.bad-{moment}{self.path.suffix}")
        try:
            self.path.rename(aside)
            for tail in ("-wal", "-shm"):
                self.path.with_name(self.path.name + tail).unlink(missing_ok=True)
            self._connection = _connect(self.path)
        except (OSError, sqlite3.Error) as error:
            return self._to_memory(str(error))
        self.notices.append(
            f"The reading positions in {self.path} cannot be read ({why}). The file is kept as {aside.name}; "
            "positions are remembered from now on."
        )
        return self._connection

    def _to_memory(self, why: str) -> sqlite3.Connection:
        self._drop()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.executescript(_SCHEMA)
        self.notices.append(
            f"Reading positions cannot be kept in {self.path} ({why}); they are remembered until paperterm is closed. "
            "Make the folder writable, or choose another one with PAPERTERM_HOME."
        )
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})  # the last: other tables


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _connect(path: Path) -> sqlite3.Connection:
    """Raises sqlite3.Error and OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        connection.execute("SELECT article, block, offset, share, seen FROM reading LIMIT 1")
    except BaseException:
        connection.close()
        raise
    return connection
