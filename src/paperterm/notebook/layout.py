"""The notebook as text: JSON that stock TinyDB opens and a person can read, one field of a record on each line.

The first table, `about`, says which change led to this state, and how many there were before (its generation), and seals the text with a checksum, so
that a file which somebody else wrote, or whose bytes were damaged without its ceasing to be JSON, is told from ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

Tables = dict[str, dict[str, Any]]
"""Table name → document id → record, as TinyDB hands it over."""

SCHEMA = 2
"""1: bookmarks, notes, pages. 2: also highlights, searches, removed; generation and checksum."""

OWN_TABLES = ("about", "bookmarks", "notes", "highlights", "searches", "pages", "removed")

DIGITS = 16
"""Hexadecimal digits of the checksum (BLAKE2b)."""

HEAD = 400
"""Bytes from the beginning within which our own files have their checksum."""

_NUMBER = re.compile(rb'"schema": ([0-9]+)')
_SEAL = re.compile(rb'"checksum": "([0-9a-f]{%d})"' % DIGITS)


class Stage(NamedTuple):
    """A state of the notebook: how many changes led to it, and the id of the last one, "" where that is not known."""

    generation: int = 0
    change: str = ""


class Malformed(ValueError):  # noqa: N818 - it says what the bytes are
    """Bytes that are no notebook; the text says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a notebook file holds. `sealed`: every byte is as paperterm wrote it."""

    tables: Tables
    sealed: bool

    @property
    def stage(self) -> Stage:
        """Which state this is, as far as the file says."""
        said = about(self.tables)
        return Stage(_whole(said.get("generation"), 0), str(said.get("change", "")))

    @property
    def schema(self) -> int:
        """The format's number. A file made by hand or by stock TinyDB states none: it may be written."""
        return _whole(about(self.tables).get("schema", SCHEMA), SCHEMA + 1)


def about(tables: Tables) -> dict[str, Any]:
    """What the notebook says of itself."""
    said = tables.get("about", {}).get("1")
    return said if isinstance(said, dict) else {}


def _whole(value: object, otherwise: int) -> int:
    return value if type(value) is int and value >= 0 else otherwise


def read(content: bytes) -> Contents:
    """A notebook file. A UTF-8 byte-order mark is passed over. Raises Malformed."""
    if not content.strip():
        raise Malformed("it is empty")
    seal = _SEAL.search(content, 0, HEAD)
    sealed = seal is not None and _checksum(content, seal) == seal[1]
    try:
        # Only a hand writes one key twice; not looking for that halves the time.
        tables = json.loads(content.decode("utf-8-sig"), object_pairs_hook=None if sealed else _object)
    except UnicodeDecodeError as error:
        raise Malformed("it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise Malformed(f"it is not JSON from line {error.lineno}, column {error.colno} on") from error
    except RecursionError as error:
        raise Malformed("it is nested too deeply") from error
    if not isinstance(tables, dict) or not all(isinstance(tables.get(name, {}), dict) for name in OWN_TABLES):
        raise Malformed("it is JSON, but not tables of records")
    return _of_our_format(Contents(tables, sealed), content)


def _of_our_format(contents: Contents, content: bytes) -> Contents:
    """A notebook that says it is newer, and is ours but for the damage to that one number, as ours; else as it is: a newer
    one is refused every change."""
    if contents.sealed or contents.schema <= SCHEMA:
        return contents
    ours = _NUMBER.sub(b'"schema": %d' % SCHEMA, content, count=1)
    seal = _SEAL.search(ours, 0, HEAD)
    if seal is None or _checksum(ours, seal) != seal[1]:
        return contents
    return Contents(json.loads(ours), sealed=False)


def _checksum(content: bytes, seal: re.Match[bytes]) -> bytes:
    """Of all bytes but the checksum's own."""
    view = memoryview(content)
    digest = blake2b(view[: seal.start(1)], digest_size=DIGITS // 2)
    digest.update(view[seal.end(1) :])
    return digest.hexdigest().encode()


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


def stamped(tables: Tables, stage: Stage) -> Tables:
    """The tables as they are written: what the notebook says of itself comes first."""
    own = {
        "generation": stage.generation,
        "change": stage.change,
        "checksum": "0" * DIGITS,
        "format": "paperterm notebook",
        "schema": SCHEMA,
    }
    said = {"1": {**own, **about(tables), **own}}
    return {"about": {**said, **tables.get("about", {}), **said}, **{n: t for n, t in tables.items() if n != "about"}}


class Writer:
    """Lays tables out. Remembers the text of each record, so that a change costs one record, not the whole notebook."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], tuple[Any, bytes]] = {}

    def write(self, tables: Tables) -> bytes:
        """`stamped` tables as UTF-8, sealed. Records must not be changed in depth between two calls: they are compared,
        not copied."""
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
        content = b"{\n" + b",\n".join(parts) + b"\n}\n"
        seal = _SEAL.search(content, 0, HEAD)
        assert seal is not None
        return content[: seal.start(1)] + _checksum(content, seal) + content[seal.end(1) :]


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
