"""One page file from the disk, whole or not at all."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from paperterm.ingest.decode import LARGEST, Unreadable
from paperterm.ingest.forms import to_text

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class PageFile:
    """What a file held when it was read: its bytes' sha256 in hexadecimal, size in bytes, change time in nanoseconds."""

    sha256: str
    size: int
    mtime_ns: int
    text: str


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of a file, and what `PageFile` says of them."""

    sha256: str
    size: int
    mtime_ns: int
    data: bytes


def read_page(path: Path) -> PageFile:
    """Reads one file as text (see `to_text`). Raises Unreadable for what is no page, and as `read_file`."""
    return as_text(read_file(path), path)


def as_text(file: RawFile, path: Path) -> PageFile:
    """A file's bytes as text. Raises Unreadable for what is no page."""
    return PageFile(file.sha256, file.size, file.mtime_ns, to_text(file.data, path))


def read_file(path: Path) -> RawFile:
    """Reads one file. Raises Unreadable for what cannot be read, is over 64 MB, or changes while it is read.

    A FIFO or a device is refused, never waited for.
    """
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Unreadable(unreadable(error)) from error
    try:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            raise Unreadable("It is a folder, not a page; name the page file in it.")
        if not stat.S_ISREG(before.st_mode):
            raise Unreadable("It is no ordinary file but a pipe, a socket or a device; give paperterm a text file.")
        if before.st_size > LARGEST:
            raise Unreadable(f"It has {before.st_size / 1e6:,.0f} MB; a page has at most 64 MB, so split it first.")
        data = _all(descriptor)
        after = os.fstat(descriptor)
        changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
        if changed or len(data) != after.st_size:
            raise Unreadable("It changed while it was being read; import it again.")
    except OSError as error:
        raise Unreadable(unreadable(error)) from error
    finally:
        os.close(descriptor)
    return RawFile(sha256(data).hexdigest(), after.st_size, after.st_mtime_ns, data)


def unreadable(error: OSError) -> str:
    """A sentence for what the system says about a file or folder."""
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder; check the path."
    if isinstance(error, PermissionError):
        return "It may not be read; change its permissions or the user."
    return f"It cannot be read ({(error.strerror or str(error)).lower()}); check the path and the disk."


def _all(descriptor: int) -> bytes:
    """At most one byte more than a page may have, so that a file that grows for ever is not followed."""
    parts, length = [], 0
    while length <= LARGEST and (part := os.read(descriptor, CHUNK)):
        parts.append(part)
        length += len(part)
    return b"".join(parts)
