"""Which window of the reader this is, so that it finds its own changes again after it was closed.

Windows are numbered; each holds a lock on its number for as long as it is open, so a new window takes the first number that
no other has. The operating system gives the lock back when a window is killed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from paperterm.notebook import durable

MOST = 64
"""Windows with numbers of their own."""


class Window:
    """This window, until it is closed. `name` is "window-1" or the next free one; where nothing can be locked, that of the
    process: there nothing can be written either."""

    def __init__(self, folder: Path) -> None:
        self._lock: FileLock | None = None
        self.name = f"process-{os.getpid()}"
        with suppress(OSError, NotImplementedError):  # the first write will say what is wrong with the folder
            durable.make_folder(folder)
            for number in range(1, MOST + 1):
                lock = FileLock(folder / f".window-{number}.lock", mode=durable.MODE, thread_local=False)
                with suppress(Timeout):
                    lock.acquire(timeout=0)
                    self._lock, self.name = lock, f"window-{number}"
                    return

    def close(self) -> None:
        """Another window may take this one's place, and undo what it did."""
        if self._lock is not None:
            self._lock.release()
