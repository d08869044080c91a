"""What SQLite complains of, as sentences for people."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from paperterm.library.engine import Damaged, LibraryError

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
SENTENCES = {
    sqlite3.SQLITE_BUSY: "The library {place} is being written by another program; wait until that is done and try again.",
    sqlite3.SQLITE_LOCKED: "The library {place} is being written by another program; wait until that is done and try again.",
    sqlite3.SQLITE_READONLY: "The library {place} may not be written; change its permissions or choose another with --library.",
    sqlite3.SQLITE_PERM: "The library {place} may not be opened; change its permissions or choose another with --library.",
    sqlite3.SQLITE_CANTOPEN: "The library {place} cannot be opened; check that its folder exists and that you may use it.",
    sqlite3.SQLITE_FULL: "The disk is full: the library {place} keeps what it had; make room and import again.",
    sqlite3.SQLITE_IOERR: "The disk failed while using the library {place}; check the disk and try again.",
}


def damaged(place: str) -> Damaged:
    """The error for a file that is no sound library."""
    return Damaged(
        f"The library {place} is damaged or no library. `paperterm doctor --repair` sets a damaged one aside and makes a new "
        "one from what can be read of it and from its page files; so does `paperterm import FOLDER`."
    )


def alien(place: str) -> LibraryError:
    """The error for a file that belongs to another program."""
    return LibraryError(
        f"The file {place} is no library of paperterm and is left alone; choose another with --library, or move it away."
    )


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """Turns SQLite's errors into LibraryError. A closed library and wrong SQL are programming errors and pass."""
    try:
        yield
    except (zlib.error, json.JSONDecodeError, UnicodeDecodeError) as error:  # rows that nobody wrote like this
        raise damaged(place) from error
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None or code & 0xFF == sqlite3.SQLITE_INTERRUPT:
            raise
        if code & 0xFF in DAMAGED:
            raise damaged(place) from error
        sentence = SENTENCES.get(code & 0xFF)
        if sentence is not None:
            raise LibraryError(sentence.format(place=place)) from error
        if "no such table" in str(error) or "no such column" in str(error):
            raise damaged(place) from error
        raise
