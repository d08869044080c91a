"""Libraries of made-up pages, filled by the library's own writing, many pages a transaction."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from pathlib import Path

from paperterm.library import indexing, schema, writing
from paperterm.library.connections import transaction
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
from paperterm.model import IssueFacts
from tests.searching.pages import Printed

BATCH = 500
"""Pages a transaction."""
CACHE = -200_000
"""Kilobytes that SQLite may keep in memory, so that its indices need not be read again for each row."""
QUIET = 1.5
"""Seconds without a change in the library's folder after which what follows an import is taken to be over."""


def fill(library: Path, pages: Iterable[Printed]) -> float:
    """Adds the pages to the library at this path, which is made where there is none, and feeds its index on the way as an
    import does; does not wait for the disk. Seconds that the index took."""
    indexed = 0.0
    schema.create(library)
    connection = schema.connect(library, read_only=False)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = {CACHE}")
        left = iter(pages)
        while batch := list(islice(left, BATCH)):
            with transaction(connection):
                for printed in batch:
                    data = printed.text.encode()
                    source = writing.Source(os.fsencode(printed.path), len(data), 0)
                    sha = sha256(data).hexdigest()
                    writing.add(connection, source, sha, printed.text, printed.page, IssueFacts(), None)
            begun = time.perf_counter()
            indexing.feed(library, connection, worth=indexing.BATCH)
            indexed += time.perf_counter() - begun
    finally:
        connection.close()
    return indexed


def print_files(folder: Path, pages: Iterable[Printed]) -> None:
    """The pages as files under `folder`."""
    for printed in pages:
        path = folder / printed.path.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed.text, "utf-8")


def catch_up(library: Path, last: Printed) -> float:
    """Imports one more page as a person would, and brings what is derived from the pages up to date. Seconds that took."""
    begun = time.monotonic()
    files = library.parent / "imported"
    print_files(files, [last])
    opened = SqliteLibrary(library)
    import_paths(opened, [files])
    opened.index()
    opened.close()
    return time.monotonic() - begun
