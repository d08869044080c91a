"""`notebook`."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from paperterm.actions.contract.values import Count, File, Moment, RecordId

Record = Annotated[dict[str, Any], "The record as notebook.json holds it."]


class Backup(TypedDict):
    """An earlier state of the notebook. `written` is local time."""

    name: str
    path: File
    written: str


class Backups(TypedDict):
    """The backups, the newest first."""

    backups: list[Backup]


class Restored(Backup):
    """The backup that was gone back to, and how many records that changed."""

    changed: Count


class Checked(TypedDict):
    """What is in the notebook, and what is wrong with it: nothing where `troubles` is empty."""

    path: File
    records: dict[str, int]
    generation: int
    changes: Count
    backups: list[Backup]
    troubles: list[str]
    differences: list[str]
    remarks: list[str]


class Repaired(TypedDict):
    """What was mended, in sentences."""

    done: list[str]


class Merged(TypedDict):
    """What came from the other notebook."""

    added: Count
    changed: Count
    removed: Count
    conflicts: Count


class ChangedRecord(TypedDict):
    """A record before and after a change; null where there was none."""

    table: str
    key: str
    before: Record | None
    after: Record | None


class Change(TypedDict):
    """One change of the notebook, by which window it was made, and which other one it takes back or makes again."""

    id: RecordId
    at: Moment
    window: str
    does: str
    undoes: RecordId | None
    redoes: RecordId | None
    records: list[ChangedRecord]


class Changes(TypedDict):
    """What was changed, the newest first."""

    changes: list[Change]
