"""Which page files stand under the paths a person named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from paperterm.ingest.forms import ENDINGS
from paperterm.ingest.natural import natural
from paperterm.ingest.read import unreadable

Report = Callable[[Path, str], None]
"""Told of a path that gives no page, and why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page file: as it was reached from the path that was named, and where it really is (links resolved)."""

    path: Path
    real: str


def pages(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    """The page files at or under `paths`, as they were reached; see `files`."""
    return (file.path for file in files(paths, report))


def files(paths: Iterable[Path], report: Report) -> Iterator[Found]:
    """The page files at or under `paths`, each once, as reached from the path that was named.

    A file named directly is taken whatever its ending; in folders, files with one of `ENDINGS` in natural order,
    without hidden ones. A link inside a folder is followed only where it stays inside. What cannot be read, is missing or holds
    no page goes to `report`, and the rest goes on.
    """
    seen: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if os.path.isdir(real):  # noqa: PTH112 - Path raises where a folder may not be searched
            found = False
            for page in _under(path, real, seen, report):
                found = True
                if page is not None:
                    yield page
            if not found:
                report(
                    path,
                    f"This folder holds no page (no {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]} file); name another folder or a file.",
                )
        elif not os.path.lexists(real):
            report(path, "There is no such file or folder; check the path.")
        elif real not in seen:
            seen.add(real)
            yield Found(path, real)


def _under(path: Path, root: str, seen: set[str], report: Report) -> Iterator[Found | None]:
    """Pages under one folder; None stands for one seen before, or for a folder whose trouble has been reported."""
    inside = root.rstrip(os.sep) + os.sep
    waiting: list[tuple[Path, str, bool]] = [(path, root, True)]  # path as reached, its real path, is it a folder
    folders: set[str] = set()
    while waiting:
        at, real, is_folder = waiting.pop()
        if not is_folder:
            yield None if real in seen else Found(at, real)
            seen.add(real)
            continue
        if real in folders:
            continue
        folders.add(real)
        try:
            entries = sorted(_entries(at, real, inside, report), key=lambda e: natural(e[0].name), reverse=True)
        except OSError as error:
            report(at, unreadable(error))
            yield None
            continue
        waiting.extend(entries)


def _entries(at: Path, real: str, inside: str, report: Report) -> Iterator[tuple[Path, str, bool]]:
    with os.scandir(at) as listing:
        for entry in listing:
            if entry.name.startswith("."):
                continue
            path, target = at / entry.name, os.path.join(real, entry.name)  # noqa: PTH118
            if entry.is_symlink():
                target = os.path.realpath(path)
                if not target.startswith(inside):
                    continue
                is_folder, there = os.path.isdir(target), os.path.exists(target)  # noqa: PTH110, PTH112
            else:
                is_folder, there = entry.is_dir(), True
            if not is_folder and not entry.name.lower().endswith(ENDINGS):
                continue
            if not there:
                report(path, "This link leads to nothing; remove it or restore its target.")
                continue
            yield path, target, is_folder
