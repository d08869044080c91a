"""Which files are as they were when imported, which have to be read, and which are gone: told without reading any."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from paperterm.ingest.prepare import Problem, Task
from paperterm.ingest.walk import files
from paperterm.library.paths import is_gone, real_path


class Known(NamedTuple):
    """What the library knows of a file: size in bytes, change time in nanoseconds, the sha256 of the page it holds."""

    size: int
    mtime_ns: int
    sha256: str


Sources = Mapping[bytes, Known]
"""Every file that a library knows, by its real path."""


@dataclass(frozen=True, slots=True)
class Survey:
    """`untouched` are files as they were, with their page; `unread` those to be read; `gone` those that the library knows
    under the paths that were named, and that are there no more."""

    untouched: tuple[tuple[Path, str], ...]
    unread: tuple[Task, ...]
    gone: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def files(self) -> int:
        return len(self.untouched) + len(self.unread)


def survey(paths: Iterable[Path], sources: Sources) -> Survey:
    """Looks at every file under `paths` (one `stat` each), and for known ones that were not met there."""
    paths = list(paths)
    problems: list[Problem] = []
    same_size: dict[int, set[str]] = {}
    for known in sources.values():
        same_size.setdefault(known.size, set()).add(known.sha256)
    by_size = {size: frozenset(pages) for size, pages in same_size.items()}  # shared: many files may have one size
    untouched, unread, met = [], [], set()
    for file in files(paths, lambda path, sentence: problems.append(Problem(path, sentence))):
        real = os.fsencode(file.real)
        met.add(real)
        stamp = _stamp(real)
        before = sources.get(real)
        if before and stamp == before[:2]:
            untouched.append((file.path, before.sha256))
        else:
            size = stamp[0] if stamp else 0
            unread.append(Task(file.path, size, by_size.get(size, frozenset())))
    roots = {real_path(path) for path in paths}
    gone = sorted(path for path in sources.keys() - met if _under(path, roots) and is_gone(path))
    return Survey(tuple(untouched), tuple(unread), tuple(Path(os.fsdecode(path)) for path in gone), tuple(problems))


def _stamp(path: bytes) -> tuple[int, int] | None:
    """Size and change time; None where reading the file will say why there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - bytes
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _under(path: bytes, roots: set[bytes]) -> bool:
    while path not in roots:
        above = os.path.dirname(path)  # noqa: PTH120 - bytes
        if above == path:
            return False
        path = above
    return True
