"""Two machines' notebooks made one.

Records are told apart by their ids. Where both notebooks have a record and the two differ, the logs say whether one is an
earlier state of the other; where neither is, both were edited: of a note both texts are kept, of anything else the newer.
A record that one notebook removed after the other last changed it is removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paperterm.notebook.differences import same
from paperterm.notebook.errors import NotebookError, told
from paperterm.notebook.ids import new_id
from paperterm.notebook.layout import SCHEMA, Malformed, Tables, read
from paperterm.notebook.log import Entry, Log
from paperterm.notebook.notebook import FILE, Notebook
from paperterm.notebook.records import KINDS
from paperterm.notebook.storage import Deed
from paperterm.notebook.tables import Table
from paperterm.notebook.values import clean_tags, now, page_key

CONFLICT = "conflict"
"""The tag of the text that lost, kept as a note of its own."""

COPY_OF = "copy_of"
"""The field of such a note that names the other, so that merging again does not copy it again."""

Row = dict[str, Any]


@dataclass
class Merged:
    """What a merge did, in records."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """Another notebook, read only."""

    tables: Tables
    entries: tuple[Entry, ...]

    @classmethod
    def at(cls, path: Path) -> Other:
        """The notebook in a file, or in a folder that holds one. Raises NotebookError."""
        file = path / FILE if path.is_dir() else path
        try:
            contents = read(file.read_bytes())
            entries = Log(file.with_name(f"{file.stem}.log")).read().entries
        except Malformed as error:
            raise NotebookError(f"The notebook {file} cannot be read: {error}. Nothing was merged.") from error
        except FileNotFoundError as error:
            raise NotebookError(f"There is no notebook {file}. Name a {FILE}, or the folder it is in.") from error
        except OSError as error:
            raise told(error, "read", file) from error
        if contents.schema > SCHEMA:
            raise NotebookError(
                f"The notebook {file} was written by a newer paperterm (format {contents.schema}, this one knows {SCHEMA}). "
                "Install the newer paperterm to merge it. Nothing was merged."
            )
        return cls(contents.tables, entries)


def merge(notebook: Notebook, path: Path) -> Merged:
    """Take what the notebook at `path` has into this one, in one change. Raises NotebookError."""
    other = Other.at(path)
    storage = notebook.storage

    def step() -> Merged:
        merged = Merged()
        graves, other_graves = _graves(storage.read()), _graves(other.tables)
        for kind in KINDS.values():
            merging = _Merging(
                Table(storage, kind.table), Table(storage, "removed"), graves, other_graves, merged, kind.name
            )
            ours = _past(notebook.history.changes(), kind.table)
            merging.records(_rows(other.tables, kind.table), ours, _past(other.entries, kind.table))
        _pages(Table(storage, "pages"), other.tables, merged)
        return merged

    return storage.change(Deed("merge", notebook.window), step)


@dataclass
class _Merging:
    """The merging of one table."""

    table: Table
    removed: Table
    graves: dict[str, str]  # ids of what was removed here → when
    other_graves: dict[str, str]
    merged: Merged
    kind: str

    def records(self, theirs: dict[str, Row], our_past: dict[str, list[Row]], their_past: dict[str, list[Row]]) -> None:
        ours = {str(row["id"]): (key, row) for key, row in _identified(self.table.rows())}
        copies = {(row.get(COPY_OF), row.get("text")) for _, row in ours.values()}
        for id, their in theirs.items():
            if id not in ours:
                if not _later(self.graves.get(id), their):
                    self._add(their)
                continue
            key, our = ours[id]
            if same(our, their) or _among(their, our_past.get(id, ())):
                continue
            if _among(our, their_past.get(id, ())):
                self._take(key, our, their)
            elif (id, their.get("text")) not in copies and (id, our.get("text")) not in copies:
                self._both(key, our, their)
        for id, (key, our) in ours.items():
            if id not in theirs and _later(self.other_graves.get(id), our):
                self.table.remove(key)
                self.removed.insert(key, {"id": id, "kind": self.kind, "changed": self.other_graves[id]})
                self.merged.removed += 1

    def _add(self, their: Row) -> None:
        self.table.add(their)
        self.merged.added += 1

    def _take(self, key: str, our: Row, their: Row) -> None:
        self.table.put(key, {**our, **their}, new=False)
        self.merged.changed += 1

    def _both(self, key: str, our: Row, their: Row) -> None:
        """Both were edited: the newer stays, with the tags of both; a text that lost is kept as a note of its own."""
        newer, older = (our, their) if _when(our) >= _when(their) else (their, our)
        tags = clean_tags([*_tags(newer), *_tags(older)])
        self.table.put(key, {**older, **newer, **({"tags": list(tags)} if tags else {})}, new=False)
        self.merged.changed += 1
        if newer.get("text") != older.get("text") or newer.get("query") != older.get("query"):
            kept = {**older, "id": new_id(), COPY_OF: older["id"], "changed": now()}
            if "tags" in older:
                kept["tags"] = list(clean_tags([*_tags(older), CONFLICT]))
            self.table.add(kept)
            self.merged.conflicts += 1


def _pages(table: Table, other: Tables, merged: Merged) -> None:
    """What was stated about pages: of two statements of one fact the newer holds."""
    ours = {str(row.get("sha256")): (key, row) for key, row in table.rows() if isinstance(row, dict)}
    for their in other.get("pages", {}).values():
        if not isinstance(their, dict) or not isinstance(their.get("sha256"), str):
            continue
        if their["sha256"] not in ours:
            table.insert(page_key(their["sha256"]), their)
            merged.added += 1
            continue
        key, our = ours[their["sha256"]]
        both = {**their, **our} if _when(our) >= _when(their) else {**our, **their}
        if not same(both, our):
            table.put(key, both, new=False)
            merged.changed += 1


def _identified(rows: Iterable[tuple[str, object]]) -> Iterator[tuple[str, Row]]:
    for key, row in rows:
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield key, row


def _rows(tables: Tables, name: str) -> dict[str, Row]:
    """The records of a table by their ids; what has none cannot be told from another, and stays where it is."""
    return {str(row["id"]): row for _, row in _identified(tables.get(name, {}).items())}


def _graves(tables: Tables) -> dict[str, str]:
    return {id: _when(row) for id, row in _rows(tables, "removed").items()}


def _past(entries: Iterable[Entry], table: str) -> dict[str, list[Row]]:
    """Every state that a log tells of the records of a table, by their ids."""
    found: dict[str, list[Row]] = {}
    for entry in entries:
        for states in entry.records.get(table, {}).values():
            for _, row in _identified([("", state) for state in states]):
                found.setdefault(str(row["id"]), []).append(row)
    return found


def _among(row: Row, past: Iterable[Row]) -> bool:
    return any(same(row, earlier) for earlier in past)


def _later(grave: str | None, row: Row) -> bool:
    """Was the record removed after its last change? In doubt, at the same moment, it stays."""
    return grave is not None and grave > _when(row)


def _when(row: Row) -> str:
    moment = row.get("changed", row.get("created", ""))
    return moment if isinstance(moment, str) else ""


def _tags(row: Row) -> list[str]:
    tags = row.get("tags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
