"""What can go wrong with the notebook, as sentences for people."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path


class NotebookError(Exception):
    """A notebook that cannot be read or written; its text is a sentence: what, where, what to do."""


class DiskRefused(NotebookError):  # noqa: N818 - as its sentence begins
    """The disk, or another program, did not let the notebook be read or written; later it may."""


class Altered(NotebookError):  # noqa: N818 - reads as what the record is
    """A change cannot be taken back, because what it changed was changed again since; the text shows both versions."""


class UnknownRecord(LookupError):  # noqa: N818 - what is unknown is the record; it reads like LookupError's own children
    """No bookmark or note has this id, or several begin with it; `near` holds the ids that may have been meant."""

    def __init__(self, kind: str, id: str, near: Sequence[str] = (), ambiguous: bool = False) -> None:
        super().__init__(id)
        self.kind, self.id, self.near, self.ambiguous = kind, id, tuple(near), ambiguous

    def __str__(self) -> str:
        if self.ambiguous:
            return f"More than one {self.kind} begins with {self.id!r}: {', '.join(self.near)}. Give more of the id."
        hint = f" Did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"There is no {self.kind} {self.id!r}.{hint}"


_REMEDIES = {
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "your disk quota is used up; free some space and try again",
    errno.EFBIG: "the file would become larger than this system allows; raise the limit (ulimit -f) and try again",
    errno.EACCES: "permission is denied; make the file and its folder readable and writable for you",
    errno.EPERM: "the operation is not permitted; make the file and its folder readable and writable for you",
    errno.EROFS: "the disk is mounted read-only; choose another place with PAPERTERM_HOME",
    errno.EISDIR: "a folder stands where the file should be; move the folder away",
    errno.ENOTDIR: "a file stands where its folder should be; move that file away",
    errno.EEXIST: "a file stands where its folder should be; move that file away",
    errno.EIO: "the disk reports an error; copy the folder to a sound disk",
}


def told(error: OSError, doing: str, path: Path) -> DiskRefused:
    """An OSError as a sentence. `doing` is a past participle: "read", "written"."""
    remedy = _REMEDIES.get(error.errno or 0)
    if remedy is None:
        remedy = f"{error.strerror or error}; see that the file and its folder can be used, then try again"
    return DiskRefused(f"The notebook {path} could not be {doing}: {remedy}.")
