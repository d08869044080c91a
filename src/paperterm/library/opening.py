"""The user's library, if there is one. Only an import makes one."""

from __future__ import annotations

import os
from pathlib import Path

from paperterm.library.sqlite import SqliteLibrary


def open_library(path: Path) -> SqliteLibrary | None:
    """The library at `path`, or None where none has been made yet; read-only where this user may not write it or beside
    it. Raises LibraryError for a file that is none."""
    if not os.path.exists(path):  # noqa: PTH110 - Path raises where a folder may not be searched
        return None
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return SqliteLibrary(path, read_only=not may_write)
