"""The files of an index, and whether they are as they were written.

tantivy reads its files where they lie and trusts them: a flipped bit may take hits away without a word. So the index's folder
holds a note of every file's size and change time, which is cheap to compare at each opening. What differs from it has its
checksum looked at, which tantivy writes behind every file (CRC-32 of all before it) and does not look at by itself.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from paperterm.library.indexes import Broken

NOTE = "paperterm.json"
META = "meta.json"
"""tantivy's list of the files that count. Only the note tells whether it is as it was written."""
BODIES = (".term", ".idx", ".pos", ".store", ".fast", ".fieldnorm", ".del")
MAGIC = 1337
"""tantivy's sign at the end of a file."""
TAIL = 8
"""Bytes: the length of the footer before it, and the sign."""
CHUNK = 1 << 20


def begin(folder: Path) -> None:
    """The index is about to be written. Until the end of that there is nothing to compare its files with."""
    _write(folder, {})


def end(folder: Path) -> None:
    """The index is written."""
    _write(folder, {META: _crc(folder / META), "files": _stamps(_bodies(folder))})


def unfinished(folder: Path) -> bool:
    """Is the index being written, or was its writer killed?"""
    return not _read(folder)


def check(folder: Path, thorough: bool = False) -> None:
    """Are the files as they were written? `thorough` looks at every checksum, whatever the note says: a second for a gigabyte.
    Raises Broken with the first file that is not."""
    note = _read(folder)
    try:
        fault = _fault(folder, note, thorough)
    except (OSError, ValueError) as error:
        fault = f"cannot be read: {error}"
    if fault and (not thorough or note) and _read(folder) != note:
        return  # it was written meanwhile
    if fault:
        raise Broken(f"The index {folder} {fault}")


def _fault(folder: Path, note: dict[str, Any], thorough: bool) -> str:
    """What is wrong with it; nothing where nothing is."""
    if note and note[META] != _crc(folder / META):
        return f"is damaged: {META} is not as it was written"
    if not note and not thorough:
        return ""
    known, stamps = note.get("files", {}), _stamps(_bodies(folder))
    if gone := known.keys() - stamps.keys():
        return f"is damaged: {min(gone)} is gone"
    differing = [name for name, stamp in stamps.items() if thorough or known.get(name) != stamp]
    for name in differing:
        if not _sound(folder / name):
            return f"is damaged: {name} is not as it was written"
    if differing and note and not thorough:
        end(folder)  # it was copied, or touched
    return ""


def _bodies(folder: Path) -> list[Path]:
    """The files of all segments that count."""
    segments = {part["segment_id"].replace("-", "") for part in json.loads((folder / META).read_bytes())["segments"]}
    return [path for path in folder.iterdir() if path.suffix in BODIES and path.name.split(".")[0] in segments]


def _stamps(paths: Iterable[Path]) -> dict[str, list[int]]:
    stamps = {}
    for path in paths:
        status = path.stat()
        stamps[path.name] = [status.st_size, status.st_mtime_ns]
    return stamps


def _sound(path: Path) -> bool:
    """Does the file have the checksum that stands behind it?"""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - TAIL))
        tail = file.read(TAIL)
        length = int.from_bytes(tail[:4], "little")
        if tail[4:] != MAGIC.to_bytes(4, "little") or length + TAIL > size:
            return False
        left = size - TAIL - length
        file.seek(left)
        try:
            expected = json.loads(file.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        file.seek(0)
        crc = 0
        while left and (chunk := file.read(min(CHUNK, left))):
            crc, left = zlib.crc32(chunk, crc), left - len(chunk)
    return left == 0 and crc == expected


def _crc(path: Path) -> int:
    return zlib.crc32(path.read_bytes())


def _read(folder: Path) -> dict[str, Any]:
    """The note; an empty one where it is gone or was not written to its end."""
    try:
        note = json.loads((folder / NOTE).read_bytes())
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) and META in note and isinstance(note.get("files"), dict) else {}


def _write(folder: Path, note: object) -> None:
    with suppress(OSError):  # a full disk, or a folder that may only be read: then checksums are looked at
        (folder / NOTE).write_text(json.dumps(note), "utf-8")
