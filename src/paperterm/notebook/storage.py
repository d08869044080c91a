"""The storage under TinyDB: atomic, locked, and never taking a damaged file for an empty notebook.

TinyDB's own storage writes in place: a kill in the middle leaves an unreadable file, two processes overwrite each other.
Here everything from reading to writing happens in one `change`, under a lock that other processes respect, and the
file is replaced whole. A file that a person or stock TinyDB changed in the meantime is read again, never overwritten.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tinydb.storages import Storage

from paperterm.notebook import durable, rescue
from paperterm.notebook.durable import Version
from paperterm.notebook.errors import NotebookError, told
from paperterm.notebook.layout import Malformed, Tables, Writer, read

if TYPE_CHECKING:
    from filelock import BaseFileLock

SCHEMA = 1
LOCK_SECONDS = 20.0
LOCK_POLL_SECONDS = 0.004

RETRIES = 20
"""How often a change is done again when somebody who does not know the lock keeps changing the file meanwhile."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Snapshot:
    version: Version | None
    tables: Tables


class SafeStorage(Storage):
    """Safe to use from several threads and processes. `notices` collects sentences that a person should see."""

    def __init__(self, path: Path, notices: list[str]) -> None:
        try:
            self._path = path.resolve()  # a link to a file kept elsewhere stays a link
        except (OSError, RuntimeError) as error:
            raise NotebookError(
                f"The notebook {path} is a link that leads nowhere ({error}); correct the link."
            ) from error
        self._notices = notices
        self._thread_lock = threading.RLock()
        self._file_lock: BaseFileLock | None = None
        self._owner: int | None = None  # the thread whose change is running
        self._open: Tables = {}
        self._changed = False
        self._snapshot: _Snapshot | None = None
        self._writer = Writer()

    def read(self) -> Tables:
        """The tables as TinyDB asks for them: in a `change` they may be altered, else not. Raises NotebookError."""
        if self._owner == threading.get_ident():
            return self._open
        return self._load().tables

    def current(self) -> tuple[Version | None, Tables]:
        """The file's tables (not to be changed) and their version. Raises NotebookError."""
        snapshot = self._load()
        return snapshot.version, snapshot.tables

    def write(self, data: Tables) -> None:
        """Take the tables for the end of the `change`, when they are written all at once."""
        if self._owner != threading.get_ident():
            raise RuntimeError("a notebook is written inside `change` only")
        self._open, self._changed = data, True

    def change(self, step: Callable[[], T]) -> T:
        """Run `step`, which reads and writes this storage; when this returns, what it wrote is on the disk, all at once.

        `step` may be run again, on newer tables, when the file was changed by hand in between; it must do nothing else.
        Raises NotebookError and what `step` raises; the notebook is then as it was before.
        """
        with self._thread_lock, self._locked():
            for _ in range(RETRIES):
                before = self._load(locked=True)
                self._open, self._changed, self._owner = _copy(before.tables), False, threading.get_ident()
                try:
                    outcome = step()
                    if self._changed:
                        self._commit(before)
                    return outcome
                except durable.Changed:
                    continue
                finally:
                    self._owner, self._open = None, {}
            raise NotebookError(f"The notebook {self._path} keeps changing while it is written; try again.")

    def _commit(self, before: _Snapshot) -> None:
        about = _about(before.tables)
        schema = about.get("schema", SCHEMA)  # made by hand or by stock TinyDB, a notebook states none
        if type(schema) is not int or schema > SCHEMA:
            raise NotebookError(
                f"The notebook {self._path} was written by a newer paperterm (format {schema}, this one knows {SCHEMA}); "
                "it can be read but not changed here. Install the newer paperterm to write in it."
            )
        head = {**about, "format": "paperterm notebook", "schema": SCHEMA}
        tables = {"about": {}, **self._open}
        tables["about"] = {**tables["about"], "1": head}
        try:
            content, backup = self._writer.write(tables), rescue.backup_of(self._path)
            self._snapshot = _Snapshot(durable.replace(self._path, content, backup, before.version), tables)
        except OSError as error:
            self._snapshot = None
            raise told(error, "written", self._path) from error

    def _load(self, locked: bool = False) -> _Snapshot:
        """The file as it is now, from memory where it has not changed."""
        known = self._snapshot
        if known is not None and known.version is not None and known.version == durable.version_of(self._path):
            return known
        try:
            snapshot = self._from_disk()
        except Malformed:
            if locked:
                snapshot = self._rescued()
            else:
                with self._thread_lock, self._locked():
                    snapshot = self._rescued()
        except OSError as error:
            raise told(error, "read", self._path) from error
        self._snapshot = snapshot
        return snapshot

    def _from_disk(self) -> _Snapshot:
        """Raises Malformed, also for a file that is gone while its backup is still there, and OSError."""
        try:
            with self._path.open("rb") as file:
                version = durable.version(os.fstat(file.fileno()))
                content = file.read()
        except FileNotFoundError:
            if rescue.backup_of(self._path).exists():
                raise Malformed("it is gone") from None
            return _Snapshot(None, {})
        return _Snapshot(version, read(content))

    def _rescued(self) -> _Snapshot:
        """Under the lock: the file if it can be read after all, else its backup. Raises NotebookError."""
        try:
            with suppress(durable.Changed):  # then there is a newer file, which may be good
                rescue.rescue(self._path, self._notices)
            return self._from_disk()
        except Malformed as error:
            raise NotebookError(f"The notebook {self._path} keeps changing while it is read; try again.") from error
        except OSError as error:
            raise told(error, "restored", self._path) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout  # 25 ms that only a writer pays

        try:
            durable.make_folder(self._path.parent)
            if self._file_lock is None:
                lock = self._path.with_name(f".{self._path.name}.lock")
                self._file_lock = FileLock(lock, mode=durable.MODE, thread_local=False)
            self._file_lock.acquire(timeout=LOCK_SECONDS, poll_interval=LOCK_POLL_SECONDS)
        except Timeout as error:
            raise NotebookError(
                f"The notebook {self._path} has been in use by another program for {LOCK_SECONDS:.0f} seconds; "
                "see which paperterm is still writing, then try again."
            ) from error
        except (OSError, NotImplementedError) as error:  # the latter is filelock's, on a disk that knows no locks
            cause = error if isinstance(error, OSError) else OSError(str(error))
            raise told(cause, "locked for writing", self._path) from error
        try:
            yield
        finally:
            self._file_lock.release()


def _copy(tables: Tables) -> Tables:
    """The tables with records that may be altered, though not in depth."""
    return {
        name: {key: dict(record) if isinstance(record, dict) else record for key, record in table.items()}
        if isinstance(table, dict)
        else table
        for name, table in tables.items()
    }


def _about(tables: Tables) -> dict[str, Any]:
    about = tables.get("about", {}).get("1")
    return about if isinstance(about, dict) else {}
