"""Files as the library knows them."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(path: Path) -> bytes:
    """Absolute, links resolved; bytes, since a file's name need not be text."""
    return os.fsencode(os.path.realpath(path))


def is_gone(path: bytes | Path) -> bool:
    """Is nothing there? A file that may only not be looked at is not gone."""
    try:
        os.stat(path)  # noqa: PTH116 - bytes
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
