"""Replacing a file so that at any moment, whatever is killed, either the old or the new one stands there whole."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODE = 0o600


Version = tuple[int, int, int]
"""Time of change in nanoseconds since 1970, size in bytes, inode: differs after every write."""


class Changed(Exception):  # noqa: N818 - not an error: the work has to be done again on what is there now
    """Somebody who does not know the lock changed the file since it was read."""


def version_of(path: Path) -> Version | None:
    """The version of the file at `path`; None where there is none or it cannot be asked."""
    try:
        return version(path.stat())
    except OSError:
        return None


def version(status: os.stat_result) -> Version:
    return status.st_mtime_ns, status.st_size, status.st_ino


PATIENCE_SECONDS = 2.0
"""How long a replacement that is not permitted is tried: on Windows a virus scanner or an editor may hold the file open."""


def replace(path: Path, content: bytes, expected: Version | None) -> Version:
    """Put `content` in the place of `path`, on the disk before this returns. `expected` is the version of the file that
    stood there before (None: there was none). Returns the new file's version.

    To be called under the notebook's lock only. Raises Changed or OSError; the old file is then untouched.
    """
    with written(path, content, expected) as (fresh, made):
        if version_of(path) != expected:
            raise Changed
        move(fresh, path)
    return made


@contextmanager
def written(path: Path, content: bytes, expected: Version | None) -> Iterator[tuple[Path, Version]]:
    """A file beside `path` with `content`, on the disk, to be moved to `path`; if it was not moved it is removed, else the
    move is on the disk when this ends.

    Its time of change is later than that of `expected`, so that a version never comes twice: an inode number is soon used
    again, and two writes can fall within one tick of the file system's clock.
    """
    remove_stale(path)
    fresh = _temporary(path)
    try:
        yield fresh, write_synced(fresh, content, expected[0] if expected else 0)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def move(fresh: Path, path: Path) -> None:
    """Rename `fresh` to `path`, over what stands there. Raises OSError."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fresh.replace(path)
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.02)
        else:
            return


def keep(path: Path, backup: Path) -> None:
    """Let `backup` be the file that is now at `path`: a second name of it, or a copy where there are no hard links."""
    fresh = _temporary(path)
    try:
        try:
            os.link(path, fresh)
        except OSError:
            write_synced(fresh, path.read_bytes(), 0)
        move(fresh, backup)
    finally:
        # A rename onto another name of the same file leaves both names (POSIX rename), so this one may still be there.
        fresh.unlink(missing_ok=True)


def write_synced(path: Path, content: bytes, newer_than_ns: int) -> Version:
    """A new file, readable by its owner only, on the disk before this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), MODE)
    try:
        write_all(descriptor, content)
        moment = max(time.time_ns(), newer_than_ns + 1)
        os.utime(descriptor, ns=(moment, moment))
        sync(descriptor)
        return version(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes) -> None:
    """All of it: the system may take less than it is given at once."""
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """The folder, for its owner only where it is new, and its name on the disk."""
    if folder.is_dir():
        return
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in missing:
        sync_folder(part.parent)


def remove_stale(path: Path) -> None:
    """Remove what killed writers left of the notebook and of its log. Under the lock nobody else is writing, so each such
    file is abandoned."""
    for left in path.parent.iterdir():
        if left.name.startswith(f".{path.stem}.") and left.name.endswith(".tmp"):
            left.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")


def sync(descriptor: int) -> None:
    """Put what was written on the disk."""
    if sys.platform == "darwin":
        import fcntl  # fsync on macOS leaves the data in the drive's own memory

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
