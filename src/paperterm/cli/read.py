"""Opening the reader, where there is a terminal for it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from paperterm.actions.answer import WRONG, Failure
from paperterm.actions.session import Session
from paperterm.config import Places, served


def read(where: Places, paths: Sequence[Path] = (), theme: str | None = None, language: str | None = None) -> int:
    """Runs the reader until it is left, in this theme and language where they are said; its exit code. Raises Failure."""
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

    session = Session(where, in_reader=True)
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
