"""One SQLite connection for every thread that asks."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Connections:
    """Opens with `connect` on a thread's first use; connections of threads that have ended are closed on the way."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._own = threading.local()
        self._lock = threading.Lock()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """This thread's connection. Raises what `connect` raises, and ValueError when closed."""
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is not None and not self._closed:
            return connection
        with self._lock:
            if self._closed:
                raise ValueError("this library was closed")
            for thread, idle in self._all:
                if not thread.is_alive():
                    idle.close()
            self._all = [pair for pair in self._all if pair[0].is_alive()]
            connection = self._connect()
            self._all.append((threading.current_thread(), connection))
        self._own.connection = connection
        return connection

    def close(self) -> None:
        """Closes every thread's connection; none may be in use."""
        with self._lock:
            self._closed = True
            for _, connection in self._all:
                connection.close()
            self._all.clear()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing; waits for another writer first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Several reads that see the same pages, whatever is imported meanwhile."""
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
