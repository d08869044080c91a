"""Notices that something changed under folders and files. watchfiles' only door."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from paperterm.ingest.forms import ENDINGS

if TYPE_CHECKING:
    from watchfiles import Change

SILENCE = 60.0
"""Seconds after which there is a look without a sign: folders on other machines do not tell of their changes."""
STEP, SETTLED, POLL = 500, 200, 2_000
"""Milliseconds: between two looks at the clock; without a sign, so that a file is written; between two looks without help of
the system."""


def changes(paths: Sequence[Path]) -> Iterator[None]:
    """Comes back when it is time to look at `paths`: at once, after every change, and every minute. Ends only with
    KeyboardInterrupt. Raises OSError where nothing can be watched there."""
    try:
        yield from _changes(paths, polling=False)
    except FileNotFoundError:
        raise
    except OSError:  # the system watches only so many folders
        yield from _changes(paths, polling=True)


def _changes(paths: Sequence[Path], polling: bool) -> Iterator[None]:
    from watchfiles import watch

    folders = [Path(os.path.realpath(path)) for path in paths if path.is_dir()]
    files = {os.path.realpath(path) for path in paths if not path.is_dir()}
    # The folder of a file, not the file: editors put a new one in its place.
    roots = {*folders, *(Path(file).parent for file in files)}

    def tells(change: Change, name: str) -> bool:
        """Of pages and folders only: the library and the notebook may lie under `paths`, and change with every look."""
        path = Path(name)
        if path.name.startswith("."):
            return False
        page = name.lower().endswith(ENDINGS) or not path.suffix or (change.name == "added" and path.is_dir())
        return name in files or (page and any(path.is_relative_to(folder) for folder in folders))

    looked = 0.0
    for found in watch(
        *roots,
        watch_filter=tells,
        recursive=bool(folders),
        step=SETTLED,
        rust_timeout=STEP,
        yield_on_timeout=True,
        force_polling=polling or None,  # None: what its environment variable says
        poll_delay_ms=POLL,
        ignore_permission_denied=True,
    ):
        if found or not looked or monotonic() - looked > SILENCE:
            yield
            looked = monotonic()
