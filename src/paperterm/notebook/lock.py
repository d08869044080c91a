"""The lock that keeps other processes from writing a notebook while it is read, changed and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.notebook import durable
from paperterm.notebook.errors import DiskRefused, told

if TYPE_CHECKING:
    from filelock import BaseFileLock

SECONDS = 20.0
POLL_SECONDS = 0.004


class ProcessLock:
    """The lock of the notebook at `path`, a hidden file beside it. The system gives it back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it; a thread that holds it may take it again. Raises NotebookError."""
        from filelock import FileLock, Timeout  # 25 ms that only a writer pays

        try:
            durable.make_folder(self._path.parent)
            if self._lock is None:
                place = self._path.with_name(f".{self._path.name}.lock")
                self._lock = FileLock(place, mode=durable.MODE, thread_local=False)
            self._lock.acquire(timeout=SECONDS, poll_interval=POLL_SECONDS)
        except Timeout as error:
            raise DiskRefused(
                f"The notebook {self._path} has been in use by another program for {SECONDS:.0f} seconds; "
                "see which paperterm is still writing, then try again."
            ) from error
        except (OSError, NotImplementedError) as error:  # the latter is filelock's, on a disk that knows no locks
            cause = error if isinstance(error, OSError) else OSError(str(error))
            raise told(cause, "locked for writing", self._path) from error
        try:
            yield
        finally:
            self._lock.release()
