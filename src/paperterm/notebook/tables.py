"""TinyDB's tables, used inside one change of the storage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tinydb.table

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

    def insert(self, record: dict[str, Any]) -> None:
        key = next_key(self._storage.read().get(self._name, {}))
        self._table.insert(tinydb.table.Document(record, key))  # type: ignore[arg-type]

    def update(self, key: str, fields: dict[str, Any]) -> None:
        self._table.update(fields, doc_ids=[key])  # type: ignore[list-item]

    def remove(self, key: str) -> None:
        self._table.remove(doc_ids=[key])  # type: ignore[list-item]
