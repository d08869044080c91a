"""Looking a notebook over, mending it, and going back to an earlier state."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from paperterm.notebook import durable, recovery
from paperterm.notebook.backups import Backup, Backups
from paperterm.notebook.differences import applied, count, difference
from paperterm.notebook.errors import NotebookError, told
from paperterm.notebook.history import shown
from paperterm.notebook.layout import SCHEMA, Malformed, read
from paperterm.notebook.log import Log, Read
from paperterm.notebook.lookup import find_id
from paperterm.notebook.notebook import Notebook
from paperterm.notebook.records import KINDS, Unreadable
from paperterm.notebook.storage import Deed, records_differ, why_differing


@dataclass
class Report:
    """What was found. `troubles` are sentences, each something that `repair` mends; without any, all is well."""

    path: Path
    records: dict[str, int] = field(default_factory=dict)  # of each kind
    generation: int = 0
    changes: int = 0  # that can be undone
    backups: list[Backup] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)  # of the file to what the log tells
    troubles: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # what is no trouble of the files


def check(notebook: Notebook) -> Report:
    """Look at the files. Writes nothing, waits for nobody. Raises NotebookError where they may not be read."""
    storage = notebook.storage
    report = Report(storage.path)
    try:
        log = storage.log.read()
        report.changes, report.backups = len(log.entries), storage.backups.listed()
        if log.bad_lines:
            report.troubles.append(_bad_lines(storage.log.path, log))
        _check_file(report, storage.log, storage.backups)
    except OSError as error:
        raise told(error, "read", storage.path) from error
    return report


def _check_file(report: Report, log: Log, backups: Backups) -> None:
    try:
        contents = recovery.patiently(lambda: read(report.path.read_bytes()))
    except FileNotFoundError:
        if log.last().generation or report.backups:
            report.troubles.append(f"{report.path} is gone, though its log or its backups are there.")
        return
    except Malformed as error:
        report.troubles.append(f"{report.path} cannot be read: {error}.")
        return
    report.generation = contents.stage.generation
    if contents.schema > SCHEMA:
        report.remarks.append(f"It was written by a newer paperterm (format {contents.schema}); it can be read only.")
        return
    for kind in KINDS.values():
        table = contents.tables.get(kind.table, {})
        bad = 0
        for key, written in table.items():
            try:
                kind.read(key, written)
            except Unreadable:
                bad += 1
        report.records[kind.name] = len(table) - bad
        if bad:
            report.remarks.append(f"{bad} of the {kind.table} cannot be read; they are kept as they are.")
    last = log.last()
    if not last.generation or (contents.sealed and contents.stage == last):
        return
    if contents.sealed and log.follows(contents.stage):
        report.troubles.append("The last change is in the log but not in the file yet.")
        return
    state = recovery.newest(backups, log)
    records = difference(state.tables if state else {}, contents.tables)
    report.differences = [
        f"{name} {key}: in the log {shown(before)}, in the file {shown(after)}"
        for name, changed in records.items()
        for key, (before, after) in changed.items()
    ]
    report.troubles.append(
        f"{why_differing(report.path, log, contents)}: {records_differ(count(records))} from what the log tells."
    )


def repair(notebook: Notebook) -> list[str]:
    """Mend what `check` finds; sentences of what was done. Nothing is thrown away: what is bad is set aside. Raises
    NotebookError."""
    storage = notebook.storage
    with storage.locked():
        done: list[str] = []
        outside = storage.outside()  # restores a bad file, and finishes what a killed writer began
        done += notebook.notices
        notebook.notices.clear()
        try:
            log = storage.log.read()
            if log.bad_lines:
                said = _bad_lines(storage.log.path, log)
                aside = recovery.aside(storage.log.path)
                durable.keep(storage.log.path, aside)  # a second name: at no moment is there no log
                storage.log.rewrite(log.entries)
                done.append(f"{said} It is kept as {aside}; the good lines stand in a new log.")
        except OSError as error:
            raise told(error, "repaired", storage.log.path) from error
        if outside is not None:
            storage.adopt()
            *_, entry = notebook.history.changes()
            if outside.records and outside.known is not None:
                done.append(
                    f"What was changed outside paperterm is taken over as the change {entry.id}; "
                    f"`paperterm notebook undo {entry.id}` goes back to what the log told."
                )
        return done


def backup_named(notebook: Notebook, name: str) -> Backup:
    """The backup that a person means: `day-2025-03-25`, or enough of its end or beginning. Raises UnknownRecord,
    NotebookError."""
    try:
        backups = {backup.name: backup for backup in notebook.storage.backups.listed()}
    except OSError as error:
        raise told(error, "read", notebook.storage.backups.folder) from error
    by_number = [each for each in backups.values() if each.number == name]
    return by_number[0] if len(by_number) == 1 else backups[find_id("backup", name, backups)]


def restore(notebook: Notebook, backup: Backup) -> int:
    """Go back to a backup, in one change that can be undone. Returns how many records differ. Raises NotebookError."""
    storage = notebook.storage
    try:
        contents = backup.contents()
    except Malformed as error:
        raise NotebookError(f"The backup {backup.path} cannot be read: {error}. Choose another one.") from error
    except OSError as error:
        raise told(error, "read", backup.path) from error

    def step() -> int:
        records = difference(storage.read(), contents.tables)
        if records:
            storage.write(applied(storage.read(), records))
        return count(records)

    return storage.change(Deed(f"restore {backup.name}", notebook.window), step)


def _bad_lines(path: Path, log: Read) -> str:
    lines = ", ".join(map(str, log.bad_lines[:5])) + (", …" if len(log.bad_lines) > 5 else "")
    return (
        f"{path}, line{'s' if len(log.bad_lines) > 1 else ''} {lines} cannot be read; what they told cannot be undone."
    )
