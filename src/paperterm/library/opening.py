"""The user's library, if there is one. Only an import makes one."""

from __future__ import annotations

from pathlib import Path

from paperterm.library.sqlite import SqliteLibrary


def open_library(path: Path) -> SqliteLibrary | None:
    """The library at `path`, or None where none has been made yet. Raises LibraryError for a file that is none."""
    return SqliteLibrary(path) if path.exists() else None
