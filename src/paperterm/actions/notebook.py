"""`notebook`: looking it over, mending it, going back, and making two machines' notebooks one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session, failures
from paperterm.actions.stating import restate

if TYPE_CHECKING:
    from paperterm.actions.contract.notebook import Backup as BackupForm
    from paperterm.actions.contract.notebook import Change, Checked, Merged, Restored
    from paperterm.notebook.backups import Backup
    from paperterm.notebook.log import Entry


def check(session: Session, values: Values) -> Answer:
    from paperterm.notebook.inspection import check as look

    with failures():
        report = look(session.notebook)
        backups = [_backup(backup) for backup in report.backups]
    data: Checked = {
        "path": str(report.path),
        "records": report.records,
        "generation": report.generation,
        "changes": report.changes,
        "backups": backups,
        "troubles": report.troubles,
        "differences": report.differences,
        "remarks": report.remarks,
    }
    counts = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in report.records.items())
    lines = [
        f"{report.path}: {counts.replace('searchs', 'searches') or 'nothing yet'}.",
        f"{len(backups)} backups, {report.changes} changes that can be undone.",
        *report.remarks,
        *report.troubles,
        *(f"  {difference}" for difference in report.differences),
    ]
    if report.troubles:
        lines.append("`paperterm notebook repair` mends this; nothing is thrown away.")
    else:
        lines.append("All is well.")
    return Answer(data, lines, code=NOTHING if report.troubles else FOUND)


def repair(session: Session, values: Values) -> Answer:
    from paperterm.notebook.inspection import repair as mend

    with failures():
        done = mend(session.notebook)
    return Answer({"done": done}, done or ["There was nothing to mend."])


def restore(session: Session, values: Values) -> Answer:
    from paperterm.notebook.inspection import backup_named
    from paperterm.notebook.inspection import restore as go_back

    with failures():
        if not values.get("backup"):
            return _backups(session)
        backup = backup_named(session.notebook, values["backup"])
        number = go_back(session.notebook, backup)
        data: Restored = {**_backup(backup), "changed": number}
    if not number:
        return Answer(data, (f"The notebook is as it was in {backup.name}.",), trouble=tuple(session.notebook.notices))
    said = f"Went back to {backup.name}: {number} {'record' if number == 1 else 'records'} changed."
    return Answer(data, (f"{said} `paperterm notebook undo` undoes this.",), trouble=tuple(session.notebook.notices))


def _backups(session: Session) -> Answer:
    backups = [_backup(backup) for backup in session.notebook.storage.backups.listed()]
    lines = [f"{backup['name']:24} {backup['written']}" for backup in backups]
    hint = "Go back to one of them: paperterm notebook restore NAME" if backups else "There are no backups yet."
    return Answer({"backups": backups}, lines, (hint,), FOUND if backups else NOTHING)


def _backup(backup: Backup) -> BackupForm:
    return {"name": backup.name, "path": str(backup.path), "written": f"{backup.moment:%Y-%m-%d %H:%M:%S}"}


def merge(session: Session, values: Values) -> Answer:
    from paperterm.notebook.merging import merge as unite

    with failures():
        done = unite(session.notebook, Path(values["other"]))
    data: Merged = {"added": done.added, "changed": done.changed, "removed": done.removed, "conflicts": done.conflicts}
    lines = [f"{done.added} added, {done.changed} changed, {done.removed} removed."]
    if done.conflicts:
        lines.append(
            f"{done.conflicts} had been edited in both notebooks; both texts are kept, the older tagged #conflict."
        )
    return Answer(data, lines, trouble=tuple(session.notebook.notices))


def undo(session: Session, values: Values) -> Answer:
    with failures():
        history = session.notebook.history
        entry = history.undo_named(values["id"]) if values.get("id") else history.undo_newest()
    restate(session, entry)
    return Answer(_change(entry), (f"Undone: {_line(entry)}",), trouble=tuple(session.notebook.notices))


def log(session: Session, values: Values) -> Answer:
    limit = values.get("limit")
    if limit is not None and limit < 1:
        raise Failure("bad-limit", f"--limit {limit}: at least 1 change can be listed.", WRONG)
    with failures():
        entries = session.notebook.history.changes()[::-1][: limit or 20]
    talk = () if entries else ("Nothing was changed yet.",)
    data = {"changes": [_change(entry) for entry in entries]}
    return Answer(data, map(_line, entries), talk, FOUND if entries else NOTHING)


def _change(entry: Entry) -> Change:
    return {
        "id": entry.id,
        "at": entry.at,
        "window": entry.window,
        "does": entry.does,
        "undoes": entry.undoes or None,
        "redoes": entry.redoes or None,
        "records": [
            {"table": name, "key": key, "before": before, "after": after}
            for name, changed in entry.records.items()
            for key, (before, after) in changed.items()
        ],
    }


def _line(entry: Entry) -> str:
    from paperterm.notebook.history import described
    from paperterm.notebook.values import local

    return f"{entry.id}  {local(entry.at)}  {entry.does}: {described(entry)}"


COMMANDS = (
    Command(
        "notebook check", "Look the notebook over", "Say what is in the notebook and what is wrong with it.", check
    ),
    Command(
        "notebook repair", "Mend the notebook", "Mend what `notebook check` finds. What is bad is set aside.", repair
    ),
    Command(
        "notebook restore",
        "Go back to a backup",
        "Go back to a backup, in a change that can be undone; without a name, list the backups.",
        restore,
        (Argument("BACKUP", "its name, as `day-2025-03-25`", many="?"),),
    ),
    Command(
        "notebook merge",
        "Merge another notebook",
        "Take in what the notebook of another machine has. Of a note edited on both, both texts are kept.",
        merge,
        (Argument("OTHER", "the other notebook.json, or its folder", offers="files"),),
    ),
    Command(
        "notebook undo",
        "Undo a change",
        "Undo the newest change, or the one with this id (`notebook log` lists them).",
        undo,
        (Argument("ID", "the change's id, or the beginning of it", many="?"),),
    ),
    Command(
        "notebook log",
        "List the changes",
        "List what was changed in the notebook, the newest first.",
        log,
        (Argument("--limit", "how many; 20 where it is not said", int, metavar="N"),),
    ),
)
