"""One page file, read and parsed: all that an import does without the library, so that other processes can do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from paperterm.ingest.agreement import with_names_checked
from paperterm.ingest.decode import Unreadable
from paperterm.ingest.names import assumed
from paperterm.ingest.read import PageFile, as_text, read_file
from paperterm.model import IssueFacts, Page
from paperterm.parse import parse_page

Result = TypeVar("Result")

MANY = 16
"""Known pages of one size, more of which are not sent to another process with every file."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read. `size` in bytes is what is known of it beforehand; `known` are the sha256 of pages that the
    library holds already and whose files have this size."""

    path: Path
    size: int = 0
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page that is new to the library."""

    file: PageFile
    page: Page
    assumed: IssueFacts


@dataclass(frozen=True, slots=True)
class Same:
    """A file whose bytes the library holds: not parsed."""

    sha256: str
    size: int
    mtime_ns: int
    assumed: IssueFacts


@dataclass(frozen=True, slots=True)
class Readable:
    """A file whose bytes are a page, not parsed either."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no page, and why, in a sentence that says what to do."""

    path: Path
    sentence: str


def narrowed(task: Task) -> Task:
    """The same task with few known pages: where it has many, the file's bytes tell here which it can be."""
    if len(task.known) <= MANY:
        return task
    try:
        return replace(task, known=task.known & {read_file(task.path).sha256})
    except Unreadable:  # told when it is prepared
        return replace(task, known=frozenset())


def prepare(task: Task) -> Prepared | Same | Problem:
    """Reads a file, and parses it unless its bytes are known."""

    def work() -> Prepared | Same:
        raw = read_file(task.path)
        named = assumed(task.path)
        if raw.sha256 in task.known:
            return Same(raw.sha256, raw.size, raw.mtime_ns, named)
        file = as_text(raw, task.path)
        return Prepared(file, parsed(file.text, named), named)

    return _guarded(task.path, work)


def try_reading(task: Task) -> Readable | Problem:
    """Reads a file only to see whether it can be."""

    def work() -> Readable:
        raw = read_file(task.path)
        if raw.sha256 not in task.known:
            as_text(raw, task.path)
        return Readable(raw.sha256)

    return _guarded(task.path, work)


def parsed(text: str, named: IssueFacts) -> Page:
    """A page's text parsed, with a warning where what it prints and what its file's name says differ."""
    return with_names_checked(parse_page(text), named)


def _guarded(path: Path, work: Callable[[], Result]) -> Result | Problem:
    try:
        return work()
    except Unreadable as reason:
        return Problem(path, str(reason))
    except MemoryError:
        return Problem(path, "There is too little memory for it; import it alone, or split it.")
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page must not stop ten thousand
        return Problem(path, f"paperterm failed on it ({type(error).__name__}: {error}); please report this fault.")
