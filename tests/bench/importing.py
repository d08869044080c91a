"""Importing pages, one and several at a time, and importing them again: pages and articles a second."""

from __future__ import annotations

import os
import re
import time
from hashlib import sha256
from pathlib import Path

from paperterm.ingest.names import assumed
from paperterm.ingest.workers import cores
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from paperterm.parse import parse_page
from tests.printer import print_page

SEEDS, COPIES = 60, 4
"""Pages that are printed, and how often each is written, with other numbers in its text."""
UNCHANGED = 10_000
ROUNDS = 5
TARGET = 2.0
"""Seconds that an import of so many unchanged pages may take."""


def printed(folder: Path) -> Path:
    """Newspaper pages as OCR leaves them."""
    folder.mkdir()
    for seed in range(SEEDS):
        text = print_page(seed, "medium", None).text
        for copy in range(COPIES):
            changed = re.sub(r"\d\d+", lambda found, copy=copy: f"{int(found[0]) + copy}", text) if copy else text  # type: ignore[misc]
            (folder / f"{seed}-{copy}.txt").write_text(changed, encoding="utf-8")
    return folder


def filled(home: Path) -> tuple[SqliteLibrary, Path]:
    """A library of many small pages, written without the parser, and their files."""
    folder, library = home / "many", SqliteLibrary(home / "many.sqlite")
    page = parse_page("# 江边新桥通车\n\n本报讯(记者张三)昨日上午，横跨大江的新桥正式通车。\n")
    with library.changes() as change:
        for number in range(UNCHANGED):
            path = folder / f"{number % 100:02d}" / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            data = f"# 江边新桥通车\n\n本报讯(记者张三)第{number}座新桥正式通车。\n".encode()
            path.write_bytes(data)
            status = path.stat()
            change.add(
                *(path, sha256(data).hexdigest(), status.st_size, status.st_mtime_ns, data.decode()),
                *(page, assumed(path)),
            )
    return library, folder


def measure(home: Path) -> None:
    folder = printed(home / "printed")
    pages = SEEDS * COPIES
    print(f"Importing {pages} printed pages, {cores()} processors")
    print(f"  {'':34}{'seconds':>9}{'pages/s':>9}{'articles/s':>12}")
    for jobs in dict.fromkeys((1, cores())):
        library = SqliteLibrary(home / f"jobs-{jobs}.sqlite")
        begun = time.perf_counter()
        summary = import_paths(library, [folder], jobs=jobs)
        seconds = time.perf_counter() - begun
        library.close()
        rates = f"{summary.pages / seconds:9.0f}{summary.articles / seconds:12.0f}"
        print(f"  {f'{jobs} at a time':34}{seconds:9.1f}{rates}")
    print()
    library, folder = filled(home)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        assert import_paths(library, [folder]).unchanged == UNCHANGED
        times.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    looked = sum(1 for at, _, names in os.walk(folder) for name in names if os.stat(Path(at, name)))  # noqa: PTH116
    walking = time.perf_counter() - begun
    library.close()
    assert looked == UNCHANGED
    print(f"Importing {UNCHANGED:,} unchanged pages again, s   (target: at most {TARGET:.0f})")
    print(f"  {'os.walk and os.stat alone':34}{walking:9.2f}")
    print(f"  {'import: least, greatest':34}{min(times):9.2f}{max(times):9.2f}\n")
