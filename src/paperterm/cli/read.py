"""Opening the reader, where there is a terminal for it."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from paperterm.actions.answer import WRONG, Failure
from paperterm.actions.session import Session
from paperterm.config import Places, served


def read(
    where: Places,
    paths: Sequence[Path] = (),
    theme: str | None = None,
    language: str | None = None,
    tour: bool = False,
) -> int:
    """Runs the reader until it is left, in this theme and language where they are said, with the guided `tour` where it was
    asked for; its exit code. Raises Failure."""
    if not served() and not all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    ):
        raise Failure(
            "no-terminal",
            "The reader needs a terminal. In a script, use a command: `paperterm --help` lists them.",
            WRONG,
        )
    # Nothing that is made on the way to the first screen is garbage; the screen turns the collector on again.
    gc.disable()
    from paperterm.tui.open import open_reader

    session = Session(where, in_reader=True, tour=tour)
    try:
        return open_reader(session, paths, theme, language)
    except Failure as failure:
        from paperterm.actions.mending import mend_library, met_damage
        from paperterm.cli.progress import Meter

        if not met_damage(failure):
            raise
    with closing(Meter(sys.stderr)) as shown:  # where the first screen will be
        mend_library(session, shown, shown.indexing)
    return open_reader(session, paths, theme, language)


def tour(where: Places, theme: str | None, language: str | None) -> int:
    """Runs the reader with the guided tour, on the sample pages and with a notebook that is thrown away afterwards. Raises
    Failure."""
    with tempfile.TemporaryDirectory(prefix="paperterm-demo-", ignore_cleanup_errors=True) as folder:
        own = replace(where, library=Path(folder) / "library.sqlite", notebook=Path(folder))
        return read(own, (), theme, language, tour=True)
