"""The notebook as text: JSON that stock TinyDB opens and a person can read, one field of a record on each line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Tables = dict[str, dict[str, Any]]
"""Table name → document id → record, as TinyDB hands it over."""

OWN_TABLES = ("about", "bookmarks", "notes", "pages")


class Malformed(ValueError):  # noqa: N818 - it says what the bytes are
    """Bytes that are no notebook; the text says why."""


def read(content: bytes) -> Tables:
    """The tables in a notebook file. A UTF-8 byte-order mark is passed over. Raises Malformed."""
    if not content.strip():
        raise Malformed("it is empty")
    try:
        tables = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise Malformed("it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise Malformed(f"it is not JSON from line {error.lineno}, column {error.colno} on") from error
    except RecursionError as error:
        raise Malformed("it is nested too deeply") from error
    if not isinstance(tables, dict) or not all(isinstance(tables.get(name, {}), dict) for name in OWN_TABLES):
        raise Malformed("it is JSON, but not tables of records")
    return tables


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a record that was copied by hand together with its key gets a key of its own instead of vanishing."""
    pairs = list(pairs)
    read = dict(pairs)
    if len(read) == len(pairs):
        return read
    read = {}
    for key, value in pairs:
        read[next_key(read) if key in read and isinstance(value, dict) else key] = value
    return read


def next_key(table: Iterable[str]) -> str:
    """The next free document id of a table, as stock TinyDB would choose it."""
    return str(1 + max((int(key) for key in table if key.isascii() and key.isdigit()), default=0))


class Writer:
    """Lays tables out. Remembers the text of each record, so that a change costs one record, not the whole notebook."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], tuple[Any, bytes]] = {}

    def write(self, tables: Tables) -> bytes:
        """UTF-8. Records must not be changed in depth between two calls: they are compared, not copied."""
        texts: dict[tuple[str, str], tuple[Any, bytes]] = {}
        parts = []
        for name, table in tables.items():
            if not isinstance(table, dict):
                parts.append(_line(name, table, 1))
                continue
            rows = []
            for key, record in table.items():
                known = self._texts.get((name, key))
                text = known[1] if known is not None and known[0] == record else _record(key, record)
                texts[name, key] = (record, text)
                rows.append(text)
            body = b"{\n" + b",\n".join(rows) + b"\n }" if rows else b"{}"
            parts.append(b" " + _json(name) + b": " + body)
        self._texts = texts
        return b"{\n" + b",\n".join(parts) + b"\n}\n" if parts else b"{}\n"


def _record(key: str, record: Any) -> bytes:
    if not isinstance(record, dict) or not record:
        return _line(key, record, 2)
    fields = b",\n".join(_line(field, value, 3) for field, value in record.items())
    return b"  " + _json(key) + b": {\n" + fields + b"\n  }"


def _line(key: str, value: Any, depth: int) -> bytes:
    return b" " * depth + _json(key) + b": " + _json(value)


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: Any) -> bytes:
    try:
        return _encode(value).encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value).encode("ascii")  # half of a surrogate pair: UTF-8 has none, JSON escapes do
