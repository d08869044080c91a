"""Taking pages into the user's library, by whoever asks: a command, a watch, the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.session import Session
from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from paperterm.library.account import Listener, Summary


def take_in(
    session: Session,
    paths: Iterable[Path],
    facts: IssueFacts = IssueFacts(),  # noqa: B008 - immutable
    progress: Listener | None = None,
    rebuild: bool = False,
    jobs: int | None = None,
    stop: Callable[[], bool] | None = None,
    indexing: Callable[[int, int], None] | None = None,
) -> Summary:
    """Imports the pages under `paths` (see import_paths) and brings the index up to date; what is stated about them is kept
    in the notebook. `indexing(done, total)` is told how many articles the index has taken in.

    A damaged library is set aside, with a notice among the session's, and a new one begun from what it still tells.
    Raises LibraryError, NotebookError.
    """
    from paperterm.library.account import Halted
    from paperterm.library.engine import Damaged
    from paperterm.library.importing import import_paths
    from paperterm.library.rescue import rescue, restore
    from paperterm.notebook.errors import NotebookError

    paths = list(paths)

    def work() -> Summary:
        with closing(session.writable_library()) as library:
            summary = import_paths(library, paths, session.notebook.stated(), facts, progress, rebuild, jobs, stop)
            library.index(indexing)
            session.notices += library.notices
            return summary

    try:
        try:
            summary = work()
        except Damaged:
            rescued = rescue(session.library_path)
            session.notices.append(rescued.notice)
            with closing(session.writable_library()) as library:
                restore(library, rescued.lost, session.notebook.stated())
            paths += rescued.files
            summary = work()
    except Halted as halted:
        with suppress(NotebookError):  # the sentence about the library says what to do
            session.notebook.state_all(halted.summary.stated)
        raise
    session.notebook.state_all(summary.stated)
    return summary
