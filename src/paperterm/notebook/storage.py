"""The storage under TinyDB: logged, atomic, locked, and never taking a damaged file for an empty notebook.

TinyDB's own storage writes in place: a kill in the middle leaves an unreadable file, two processes overwrite each other.
Here everything from reading to writing happens in one `change`, under a lock that other processes respect: the new file
is written beside the old one, the change is put in the log, the new file takes the old one's place. A file that a
person or stock TinyDB changed in the meantime is read again, never overwritten.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tinydb.storages import Storage

from paperterm.notebook import durable, recovery
from paperterm.notebook.backups import Backups
from paperterm.notebook.differences import Records, applied, count, difference
from paperterm.notebook.durable import Version
from paperterm.notebook.errors import NotebookError, told
from paperterm.notebook.ids import new_id
from paperterm.notebook.layout import SCHEMA, Contents, Malformed, Tables, Writer, read, stamped
from paperterm.notebook.lock import ProcessLock
from paperterm.notebook.log import Entry, Log
from paperterm.notebook.recovery import State
from paperterm.notebook.values import now

RETRIES = 20
"""How often a change is done again when somebody who does not know the lock keeps changing the file meanwhile."""

OUTSIDE = "outside"
"""Stands for the window where a change was not made by paperterm."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a change is called in the log: `window` does it; `undoes` and `redoes` are ids of other changes, or empty."""

    does: str
    window: str = "command"
    undoes: str = ""
    redoes: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """What somebody else changed in the file since the last change in the log. `known` is the state before, where the
    backups and the log still tell it."""

    records: Records
    known: State | None


@dataclass(frozen=True, slots=True)
class _Snapshot:
    version: Version | None
    contents: Contents
    outside: Outside | None = None

    @property
    def tables(self) -> Tables:
        return self.contents.tables


class SafeStorage(Storage):
    """Safe to use from several threads and processes. `notices` collects sentences that a person should see."""

    def __init__(self, path: Path, notices: list[str]) -> None:
        try:
            self.path = path.resolve()  # a link to a file kept elsewhere stays a link
        except (OSError, RuntimeError) as error:
            raise NotebookError(
                f"The notebook {path} is a link that leads nowhere ({error}); correct the link."
            ) from error
        self.log = Log(self.path.with_name(f"{self.path.stem}.log"))
        self.backups = Backups(self.path)
        self._notices = notices
        self._thread_lock = threading.RLock()
        self.locked = ProcessLock(self.path).held
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

    def outside(self) -> Outside | None:
        """What somebody else changed in the file and no change of ours has taken over yet. Raises NotebookError."""
        return self._load().outside

    def write(self, data: Tables) -> None:
        """Take the tables for the end of the `change`, when they are written all at once."""
        if self._owner != threading.get_ident():
            raise RuntimeError("a notebook is written inside `change` only")
        self._open, self._changed = data, True

    def change(self, deed: Deed, step: Callable[[], T]) -> T:
        """Run `step`, which reads and writes this storage; when this returns, what it wrote is on the disk, all at once.

        `step` may be run again, on newer tables, when the file was changed by hand in between; it must do nothing else.
        Raises NotebookError and what `step` raises; the notebook is then as it was before.
        """
        with self._thread_lock, self.locked():
            for _ in range(RETRIES):
                try:
                    before = self._load(locked=True)
                    if before.outside is not None:
                        before = self._adopt(before, before.outside)
                    self._open, self._changed, self._owner = _copy(before.tables), False, threading.get_ident()
                    outcome = step()
                    records = difference(before.tables, self._open) if self._changed else {}
                    if records:
                        self._commit(before, self._open, records, deed)
                    return outcome
                except durable.Changed:
                    continue
                finally:
                    self._owner, self._open = None, {}
            raise NotebookError(f"The notebook {self.path} keeps changing while it is written; try again.")

    def adopt(self) -> None:
        """Take over what somebody else changed, in a change of its own. Raises NotebookError."""
        self.change(Deed("take over"), lambda: None)

    def _commit(self, before: _Snapshot, tables: Tables, records: Records, deed: Deed) -> _Snapshot:
        """Raises Changed and NotebookError."""
        was = before.contents
        if was.schema > SCHEMA:
            raise NotebookError(
                f"The notebook {self.path} was written by a newer paperterm (format {was.schema}, this one knows {SCHEMA}); "
                "it can be read but not changed here. Install the newer paperterm to write in it."
            )
        self._snapshot = None
        try:
            last = self.log.last().generation
            # A file whose seal is broken may be wrong about its generation.
            generation = 1 + (max(was.stage.generation, last) if was.sealed or not last else last)
            entry = Entry(generation, new_id(), now(), deed.window, deed.does, records, deed.undoes, deed.redoes)
            tables = stamped(tables, entry.stage)
            with durable.written(self.path, self._writer.write(tables), before.version) as (fresh, version):
                if durable.version_of(self.path) != before.version:
                    raise durable.Changed
                size = self.log.append(entry)
                try:
                    if before.version is not None:
                        self._keep(was.schema, generation - 1)
                    durable.move(fresh, self.path)
                except BaseException:
                    if durable.version_of(self.path) != version:  # Ctrl-C may come right after the move
                        self.log.cut(size)
                    raise
            with suppress(OSError):  # the change is made; a log that is too long is no reason to deny that
                self.log.shorten(generation)
        except OSError as error:
            raise told(error, "written", self.path) from error
        self._snapshot = _Snapshot(version, Contents(tables, sealed=True))
        return self._snapshot

    def _keep(self, schema: int, generation: int) -> None:
        if schema < SCHEMA:
            self.backups.keep("schema", f"{schema}-{now()[:10]}")
        self.backups.keep_last(generation)

    def _adopt(self, before: _Snapshot, outside: Outside) -> _Snapshot:
        """Take over what somebody else changed, as a change of theirs. Raises Changed and NotebookError."""
        adopted = self._commit(before, before.tables, outside.records, Deed("change outside paperterm", OUTSIDE))
        if outside.known is not None and outside.records:
            try:
                known = outside.known
                self.backups.write("replaced", known.generation, Writer().write(stamped(known.tables, known.stage)))
                self.backups.keep("outside", adopted.contents.stage.generation)
            except OSError as error:
                raise told(error, "kept", self.path) from error
        return adopted

    # -- reading

    def _load(self, locked: bool = False) -> _Snapshot:
        """The file as it is now, from memory where it has not changed. Raises NotebookError."""
        known = self._snapshot
        if known is not None and known.version is not None and known.version == durable.version_of(self.path):  # noqa: SIM102
            # Only a writer has to know whether another one was killed between the log and the file.
            if not locked or known.outside is not None or self._is_last(known.contents):
                return known
        try:
            try:
                found = self._judged(*self._from_disk())
            except (Malformed, durable.Changed):
                found = None
            if found is None:
                found = self._settled() if locked else self._settled_or_as_it_is()
        except OSError as error:
            raise told(error, "read", self.path) from error
        self._snapshot = found
        return found

    def _from_disk(self) -> tuple[Version | None, Contents]:
        """Raises Malformed, also for a file that is gone while something is left of it, and OSError."""
        try:
            with self.path.open("rb") as file:
                version = durable.version(os.fstat(file.fileno()))
                content = file.read()
        except FileNotFoundError:
            # The only change in the log may be one that was killed before there was a file.
            if self.log.last().generation > 1 or self.backups.any():
                raise Malformed("it is gone") from None
            return None, Contents({}, sealed=True)
        return version, read(content)

    def _is_last(self, contents: Contents) -> bool:
        """Is this the state after the last change in the log? Without a log, or by a newer paperterm, it is taken for it."""
        last = self.log.last()
        return contents.schema > SCHEMA or (contents.sealed and (contents.stage == last or not last.generation))

    def _judged(self, version: Version | None, contents: Contents) -> _Snapshot | None:
        """What was read; None where a writer is between the log and the file, or was killed there. Raises Changed."""
        if self._is_last(contents):
            return _Snapshot(version, contents)
        if contents.sealed and self.log.follows(contents.stage):
            return None
        # Without a log this is the file of an older format, or one that paperterm never wrote: nothing to compare it with.
        state = recovery.newest(self.backups, self.log) if self.log.last().generation else None
        if durable.version_of(self.path) != version:
            raise durable.Changed  # by a writer, after the file and before the log was read: they do not belong together
        outside = Outside(difference(state.tables if state else {}, contents.tables), state)
        if state is not None and outside.records:
            self._notices.append(
                f"{why_differing(self.path, self.log, contents)}: {records_differ(count(outside.records))}. "
                "That is taken over; `paperterm notebook check` shows what differs, and the version before is kept."
            )
        return _Snapshot(version, contents, outside)

    def _settled_or_as_it_is(self) -> _Snapshot:
        """As `_settled`; where nothing may be written, what can be read. Raises NotebookError."""
        try:
            with self._thread_lock, self.locked():
                return self._settled()
        except NotebookError as error:
            try:
                return _Snapshot(*self._from_disk())
            except Malformed:
                state = recovery.newest(self.backups, self.log)
            if state is None:
                raise
            self._notices.append(f"{error} What is shown comes from {state.source}.")
            return _Snapshot(None, Contents(state.tables, sealed=True))

    def _settled(self) -> _Snapshot:
        """Under the lock: the file with the last change in the log, restored where it cannot be read. Raises NotebookError."""
        try:
            version, contents = recovery.patiently(self._from_disk)
            found = self._judged(version, contents)
            if found is None:
                *_, entry = self.log.read().entries
                tables = stamped(applied(contents.tables, entry.records), entry.stage)
                found = self._put(tables, version)
            return found
        except durable.Changed as error:
            raise NotebookError(f"The notebook {self.path} keeps changing while it is read; try again.") from error
        except Malformed as error:
            return self._restored(str(error))
        except OSError as error:
            raise told(error, "read", self.path) from error

    def _restored(self, why: str) -> _Snapshot:
        """Put the newest good state in the place of a bad file, which is set aside. Raises NotebookError."""
        try:
            state, last = recovery.newest(self.backups, self.log), self.log.last()
            trouble = f"The notebook {self.path} cannot be read: {why}."
            version = durable.version_of(self.path)
            if state is None:
                kept = f" It is kept as {recovery.set_aside(self.path)}." if version else ""
                self._notices.append(f"{trouble}{kept} There is no backup; a new notebook is begun.")
                return _Snapshot(None, Contents({}, sealed=True))
            lacking = last.generation - state.generation
            tables = stamped(state.tables, max(state.stage, last))
            with durable.written(self.path, self._writer.write(tables), version) as (fresh, made):
                kept = f" It is kept as {recovery.set_aside(self.path)}." if version else ""
                durable.move(fresh, self.path)
        except OSError as error:
            raise told(error, "restored", self.path) from error
        missing = f" The last {lacking} changes before the damage are missing from it." if lacking > 0 else ""
        self._notices.append(f"{trouble}{kept} It was restored from {state.source}.{missing}")
        return _Snapshot(made, Contents(tables, sealed=True))

    def _put(self, tables: Tables, version: Version | None) -> _Snapshot:
        made = durable.replace(self.path, self._writer.write(tables), version)
        return _Snapshot(made, Contents(tables, sealed=True))


def why_differing(path: Path, log: Log, contents: Contents) -> str:
    """The beginning of a sentence: how it comes that the file is not what the log tells. Raises OSError."""
    if contents.sealed and contents.stage.generation > log.last().generation:
        return f"The log {log.path} lacks the last changes of the notebook, which is whole"
    return f"The notebook {path} was changed outside paperterm"


def records_differ(number: int) -> str:
    """ "1 record differs", "2 records differ"."""
    return "1 record differs" if number == 1 else f"{number} records differ"


def _copy(tables: Tables) -> Tables:
    """The tables with records that may be altered, though not in depth."""
    return {
        name: {key: dict(record) if isinstance(record, dict) else record for key, record in table.items()}
        if isinstance(table, dict)
        else table
        for name, table in tables.items()
    }
