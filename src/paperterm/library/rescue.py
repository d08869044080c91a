"""A damaged library is set aside, and what it still tells goes into a new one: it is derived data."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from paperterm.ingest.names import assumed
from paperterm.ingest.prepare import parsed
from paperterm.library.engine import LibraryError
from paperterm.library.faults import alien
from paperterm.library.packing import unpack_text
from paperterm.library.paths import is_gone
from paperterm.library.schema import APPLICATION, uri
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from paperterm.parse.identity import text_sha

BESIDE = ("-wal", "-shm")
"""Files that SQLite keeps beside its own."""
KEY = "rescuing"
"""Under which a new library notes the name of the damaged one."""
HEAD, MARK = b"SQLite format 3\x00", slice(68, 72)


@dataclass(frozen=True, slots=True)
class Lost:
    """A page whose file is gone, as the damaged library kept it."""

    path: Path
    size: int
    mtime_ns: int
    sha256: str
    text: str


def begin_anew(place: Path) -> str:
    """Moves the damaged library at `place` out of the way and begins a new one, which knows what it is to be made from; a
    sentence about that. Raises LibraryError where the file is another program's or cannot be moved."""
    if not _ours(place):
        raise alien(str(place))
    aside = _set_aside(place)
    files, lost = rescued(aside)
    with closing(SqliteLibrary(place)) as library, library.changes() as changes:
        changes.note(KEY, aside.name)
    if not files and not lost:
        return (
            f"The library {place} was damaged, and nothing in it can be read. It is now {aside}, and a new one was begun; "
            "import your pages again: paperterm import FOLDER"
        )
    more = f", {len(lost)} more from the text that it keeps" if lost else ""
    return (
        f"The library {place} was damaged. It is now {aside}, and a new one was begun; "
        f"the {len(files)} page files that it still names are imported anew{more}."
    )


def rescuing(library: SqliteLibrary, ended: bool = False) -> Path | None:
    """The damaged library that this one is being made from; None for most. `ended`: all of it was taken in."""
    if ended:
        with library.changes() as changes:
            changes.note(KEY, None)
    name = library.noted(KEY)
    return library.path.with_name(name) if name else None


def rescued(aside: Path) -> tuple[tuple[Path, ...], tuple[Lost, ...]]:
    """What a damaged library still tells: the page files it names that are there, and the pages that only it holds. Reads
    forwards until the damage, and backwards until it."""
    files: dict[Path, None] = {}
    lost: dict[str, Lost] = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri(aside, "ro"), uri=True)) as connection:
        connection.execute("PRAGMA writable_schema = ON")  # or SQLite reads nothing at all of a file that was cut
        for way in ("seq ASC", "seq DESC", "path ASC", "path DESC"):  # the table, and its index of paths
            with suppress(sqlite3.Error):
                for (path,) in connection.execute(f"SELECT path FROM sources ORDER BY {way}"):
                    files[Path(os.fsdecode(path))] = None
        for way in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                rows = connection.execute(
                    "SELECT path, size, mtime_ns, sha256, text_sha, raw FROM sources CROSS JOIN pages "
                    f"ON pages.seq = sources.page ORDER BY sources.seq {way}"
                )
                for path, size, mtime_ns, sha256, sha, raw in rows:
                    where = Path(os.fsdecode(path))
                    if sha256 not in lost and is_gone(where):
                        with suppress(zlib.error, UnicodeDecodeError):
                            text = unpack_text(raw)
                            if text_sha(text) == sha:
                                lost[sha256] = Lost(where, size, mtime_ns, sha256, text)
    return tuple(path for path in files if not is_gone(path)), tuple(lost.values())


def restore(library: SqliteLibrary, lost: Iterable[Lost], stated: Mapping[str, IssueFacts]) -> None:
    """Takes in pages that are nowhere else. Raises LibraryError."""
    for page in lost:
        named = assumed(page.path)
        library.add(
            *(page.path, page.sha256, page.size, page.mtime_ns, page.text, parsed(page.text, named), named),
            stated.get(page.sha256),
        )


def _ours(place: Path) -> bool:
    """A file that says it is ours, or says nothing any more and has the name that libraries have."""
    try:
        with place.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    if head.startswith(HEAD):
        return head[MARK] == APPLICATION.to_bytes(4, "big")
    return place.suffix == ".sqlite"


def _set_aside(place: Path) -> Path:
    number = 1
    while (aside := place.with_name(f"{place.stem}.bad-{number}{place.suffix}")).exists():
        number += 1
    try:
        for end in BESIDE:  # before the file itself: a new one must not meet them
            with suppress(FileNotFoundError):
                Path(f"{place}{end}").replace(f"{aside}{end}")
        place.replace(aside)
    except OSError as error:
        raise LibraryError(
            f"The library {place} is damaged and cannot be set aside ({error.strerror}); move it away, then import again."
        ) from error
    return aside
