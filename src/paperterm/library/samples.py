"""The sample pages that ship with paperterm, as a read-only library of their own."""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path

from paperterm import config
from paperterm.library import schema
from paperterm.library.engine import LibraryError
from paperterm.library.sqlite import SqliteLibrary

ROOMS = ("text", "text/tables", "parse", "parse/weights", "ingest", "library")
"""Whose source files and tables decide what the samples look like once imported."""


def sample_library(cache: Path) -> SqliteLibrary:
    """The library of the sample pages, kept in the folder `cache`, or in memory where nothing can be written there.

    It is built on first use and again when the samples or the program changed; older ones are removed then.
    """
    seeds = sorted(config.resources("seeds").glob("*.txt"))
    path = cache / f"samples-{_key(seeds)}.sqlite"
    if path.exists():
        with suppress(LibraryError):  # a damaged one is built anew
            return SqliteLibrary(path, read_only=True)
    try:
        _build(path, seeds)
        return SqliteLibrary(path, read_only=True)
    except (OSError, LibraryError):
        return _in_memory(seeds)


def discard(path: Path) -> None:
    """Removes a damaged library of samples; the next one who asks builds it anew."""
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{path}{end}").unlink()


def _key(seeds: list[Path]) -> str:
    """Changes with the name, size and change time of every sample and source file; reads none of them (1 ms)."""
    package = Path(__file__).resolve().parent.parent
    files = [entry for room in ROOMS for entry in os.scandir(package / room) if entry.name.endswith((".py", ".txt"))]
    stamps = sorted((entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in files)
    stamps += [(str(seed), seed.stat().st_size, seed.stat().st_mtime_ns) for seed in seeds]
    return f"{zlib.crc32(repr(stamps).encode(errors='surrogateescape')):08x}"


def _build(path: Path, seeds: list[Path]) -> None:
    """Makes the library under another name first, so that nobody ever opens half of it. Raises OSError, LibraryError."""
    import tempfile  # 5 ms that a start with built samples need not pay

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="samples-", suffix=".building", dir=path.parent)
    os.close(handle)
    building = Path(name)
    try:
        library = SqliteLibrary(building)
        try:
            _import(library, seeds)
            library.seal()
        finally:
            library.close()
        building.replace(path)
    finally:
        for leftover in path.parent.glob(building.name + "*"):
            leftover.unlink(missing_ok=True)
    for older in (*path.parent.glob("samples-*.sqlite"), *path.parent.glob("samples-*.words*")):
        if older.stem != path.stem:
            with suppress(OSError):  # Windows keeps what another window has open
                older.unlink()


class _Memory:
    """A database in memory. It lasts as long as one connection to it, so the first is kept."""

    def __init__(self) -> None:
        self._name = f"file:paperterm-samples-{os.getpid()}-{id(self)}?mode=memory&cache=shared"
        self._keeper = self.connect()
        schema.furnish(self._keeper)

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._name, uri=True, isolation_level=None, check_same_thread=False)


def _in_memory(seeds: list[Path]) -> SqliteLibrary:
    place, memory = Path("sample pages"), _Memory()
    writing = SqliteLibrary(place, connect=memory.connect)
    _import(writing, seeds)
    writing.close()
    return SqliteLibrary(place, read_only=True, connect=memory.connect)


def _import(library: SqliteLibrary, seeds: list[Path]) -> None:
    from paperterm.library.importing import import_paths  # the parser, which a later start does not need

    import_paths(library, seeds)
