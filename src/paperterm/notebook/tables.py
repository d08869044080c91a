"""TinyDB's tables, used inside one change of the storage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tinydb.table

from paperterm.notebook.ids import key_of
from paperterm.notebook.layout import next_key
from paperterm.notebook.storage import SafeStorage


class _TinyTable(tinydb.table.Table):
    document_id_class = str  # type: ignore[assignment]  # a hand may have written a key that is no number


class Table:
    """One table for one change. Nothing of it outlives the change: TinyDB's counter of document ids and its query
    cache do not see what other processes write (TinyDB 4.9: `Table._next_id`, `Table._query_cache`).
    """

    def __init__(self, storage: SafeStorage, name: str) -> None:
        self._storage, self._name = storage, name
        self._table = _TinyTable(storage, name, cache_size=0)

    def rows(self) -> Iterator[tuple[str, object]]:
        """Document ids and what stands there, which need not be a record."""
        return iter(list(self._storage.read().get(self._name, {}).items()))

    def insert(self, key: str, record: dict[str, Any]) -> None:
        """A new record with the document id `key`, or with the next free one where a hand used that already."""
        held = self._storage.read().get(self._name, {})
        self._table.insert(tinydb.table.Document(record, next_key(held) if key in held else key))  # type: ignore[arg-type]

    def add(self, record: dict[str, Any]) -> None:
        """A record that has an id, made here or on another machine."""
        self.insert(key_of(record["id"]), record)

    def get(self, key: str) -> object:
        """What stands at `key`; None where nothing does."""
        return self._storage.read().get(self._name, {}).get(key)

    def put(self, key: str, record: object, new: bool) -> None:
        """Let `record`, whatever it is, stand at `key`."""
        if new and isinstance(record, dict):
            self._table.insert(tinydb.table.Document(record, key))  # type: ignore[arg-type]
            return
        tables = self._storage.read()
        self._storage.write({**tables, self._name: {**tables.get(self._name, {}), key: record}})

    def update(self, key: str, fields: dict[str, Any]) -> None:
        self._table.update(fields, doc_ids=[key])  # type: ignore[list-item]

    def remove(self, key: str) -> None:
        self._table.remove(doc_ids=[key])  # type: ignore[list-item]
