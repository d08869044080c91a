"""The records of a notebook inside one change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from paperterm.notebook.ids import new_id
from paperterm.notebook.lookup import find_id
from paperterm.notebook.records import KINDS, Anchor, Record, Search, Unreadable, form, kind_of
from paperterm.notebook.storage import SafeStorage
from paperterm.notebook.tables import Table
from paperterm.notebook.values import now

Kept = TypeVar("Kept", bound=Record)


class Editing:
    """Good for one run of one change. Records are read once, however many of them the change is about."""

    def __init__(self, storage: SafeStorage) -> None:
        self._storage = storage
        self._known: dict[str, dict[str, tuple[str, Record]]] = {}

    def table(self, name: str) -> Table:
        """A table as TinyDB has it."""
        return Table(self._storage, name)

    def insert(self, record: Kept) -> Kept:
        """A new record."""
        self.table(KINDS[kind_of(record)].table).add(form(record))
        self._known.pop(kind_of(record), None)
        return record

    def update(self, key: str, old: Kept, new: Kept) -> Kept:
        """Write what differs; whatever else stands in the record stays. `old` where nothing does."""
        if new == old:
            return old
        new = replace(new, changed=now())
        before, written = form(old), form(new)
        changed = {name: value for name, value in written.items() if value != before[name]}
        # A record written by hand may lack its id and moment of making: from the first edit on it has them.
        identity = {"id": new.id, "created": new.created}
        self.table(KINDS[kind_of(new)].table).update(key, {**identity, **changed})
        self._of(kind_of(new))[new.id] = key, new
        return new

    def remove(self, kind: str, id: str) -> Record:
        """The record that is no more; its id stays among the removed ones. Raises UnknownRecord."""
        key, record = self.found(kind, id)
        self.table(KINDS[kind].table).remove(key)
        del self._of(kind)[record.id]
        removed = {"id": record.id, "kind": kind, "changed": now()}
        table = self.table("removed")
        for grave, known in table.rows():
            if isinstance(known, dict) and known.get("id") == record.id:
                table.update(grave, removed)
                return record
        table.insert(key, removed)
        return record

    def at(self, kind: str, article_id: str, anchor: Anchor) -> tuple[str, Record] | None:
        """The record of this kind at this place, and its document id."""
        for key, record in self.readable(kind):
            if not isinstance(record, Search) and (record.article, _place(record.anchor)) == (
                article_id,
                _place(anchor),
            ):
                return key, record
        return None

    def found(self, kind: str, id: str) -> tuple[str, Record]:
        """The record with this id, or the one id that begins so, and its document id. Raises UnknownRecord."""
        known = self._of(kind)
        return known[find_id(kind, id, known)]

    def readable(self, kind: str) -> Iterable[tuple[str, Record]]:
        """Document ids and records of a kind."""
        return self._of(kind).values()

    def fresh_id(self) -> str:
        """An id that no record has, also none that another process just wrote."""
        taken = {
            record.get("id")
            for kind in KINDS.values()
            for _, record in self.table(kind.table).rows()
            if isinstance(record, dict)
        }
        while (id := new_id()) in taken:
            pass
        return id

    def _of(self, kind: str) -> dict[str, tuple[str, Record]]:
        if kind not in self._known:
            known = self._known[kind] = {}
            for key, written in self.table(KINDS[kind].table).rows():
                try:
                    record = KINDS[kind].read(key, written)
                except Unreadable:
                    continue
                known[record.id] = key, record
        return self._known[kind]


def _place(anchor: Anchor) -> tuple[object, ...]:
    return anchor.block, anchor.start, anchor.end, anchor.exact
