"""What the library's file takes on the disk, and giving back what it uses no more."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

SPARE = 1_000
"""Pages of the file. So many may lie unused: the next import fills them."""


def unused(connection: sqlite3.Connection) -> int:
    """Bytes of the file that hold nothing."""
    pages, size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("freelist_count", "page_size"))
    return int(pages * size)


def give_back(connection: sqlite3.Connection) -> None:
    """Ends the file earlier where much of it is unused; in a library that was made by an older version, `shrink` alone can."""
    if connection.execute("PRAGMA freelist_count").fetchone()[0] > SPARE:
        with suppress(sqlite3.OperationalError):  # no room, or others write: the next import tries again
            connection.executescript("PRAGMA incremental_vacuum")  # `execute` stops after the first page


def shrink(connection: sqlite3.Connection) -> bool:
    """Writes the whole file anew without gaps. False where there is no room to do it in, or others use it: nothing is lost by
    that."""
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return True
    return False


def megabytes(size: int) -> str:
    """1,234.5 MB"""
    return f"{size / 1e6:,.1f} MB"
