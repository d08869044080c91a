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
    anew: bool = False,
) -> Summary:
    """Imports the pages under `paths` (see import_paths) and brings the index up to date; what is stated about them is kept
    in the notebook. `indexing(done, total)` is told how many articles the index has taken in.

    A damaged library is set aside, with a notice among the session's, and a new one begun from what it still tells; so is one
    that is known to be (`anew`). If that is stopped or killed, the next import goes on with it. Raises LibraryError,
    NotebookError.
    """
    from paperterm.library.account import Halted
    from paperterm.library.engine import Damaged, LibraryError
    from paperterm.library.importing import import_paths
    from paperterm.library.rescue import begin_anew, rescued, rescuing, restore
    from paperterm.notebook.errors import NotebookError

    paths = list(paths)

    def work() -> Summary:
        with closing(session.writable_library()) as library:
            try:
                stated = session.notebook.stated()
                aside = rescuing(library)
                files, lost = rescued(aside) if aside else ((), ())
                restore(library, lost, stated)
                if files and facts != IssueFacts():  # what is said now is said of `paths` alone
                    import_paths(library, files, stated, None, progress, False, jobs, stop)
                    files = ()
                summary = import_paths(library, [*paths, *files], stated, facts, progress, rebuild, jobs, stop)
                if not summary.stopped:
                    if aside:
                        rescuing(library, ended=True)
                    try:
                        library.index(indexing)
                    except Damaged:
                        raise
                    except LibraryError as error:  # the pages are in, and are found without it
                        session.notices.append(str(error))
                return summary
            finally:
                session.notices += library.notices
                library.notices.clear()

    try:
        try:
            if anew:
                session.notices.append(begin_anew(session.library_path))
            summary = work()
        except Damaged:
            session.notices.append(begin_anew(session.library_path))
            summary = work()
    except Halted as halted:
        with suppress(NotebookError):  # the sentence about the library says what to do
            session.notebook.state_all(halted.summary.stated)
        raise
    session.notebook.state_all(summary.stated)
    return summary
