"""Damage to what is derived, met by a command or the reader on its way: made anew at once where that takes seconds, else with
a sentence that says how."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from paperterm.actions.answer import NOTHING, Failure
from paperterm.actions.session import Session

if TYPE_CHECKING:
    from paperterm.library.account import Listener

SOON = 20_000
"""Articles whose index is made anew without asking: some ten seconds."""

SMALL = 32_000_000
"""Bytes of a library whose pages are imported anew without asking: some ten thousand articles."""


def met_damage(failure: Failure) -> bool:
    """Did a command fail because a library is damaged?"""
    from paperterm.library.engine import Damaged

    return isinstance(failure.__cause__, Damaged)


def mend_library(
    session: Session, progress: Listener | None = None, indexing: Callable[[int, int], None] | None = None
) -> None:
    """Sets the session's damaged library aside and makes a new one from what can be read of it and from its page files. Raises
    Failure where that takes long or cannot be done."""
    from paperterm.actions.session import failures
    from paperterm.actions.taking import take_in
    from paperterm.library.samples import discard

    if "library" in session.__dict__:
        samples, library = session.on_samples, session.library
        library.close()
        del session.__dict__["library"]
        if samples:
            discard(library.path)
            return
    place = session.library_path
    size = place.stat().st_size
    if size > SMALL:
        raise Failure(
            "library",
            f"The library {place} is damaged. `paperterm doctor --repair` sets it aside and makes a new one from what can "
            f"be read of it and from its page files; with {size / 1e6:,.0f} MB that takes some minutes.",
            NOTHING,
        )
    if not os.access(place.parent, os.W_OK):
        raise Failure("library", f"The library {place} is damaged, and its folder may not be written.", NOTHING)
    with failures():
        take_in(session, (), progress=progress, indexing=indexing, anew=True)


def mend_index(session: Session, most: float | None = None, stop: Callable[[], bool] = lambda: False) -> Iterator[str]:
    """Sentences about an index that a search did without; between them it is made anew, where it has at most so many articles
    (None: SOON), until `stop` says so."""
    library = session.__dict__.get("library")
    if library is None or not (fault := library.index_fault):
        return
    from paperterm.actions.session import failures

    if library.read_only:
        yield f"{fault}. The search did without it; it is made anew by the next import of whoever may write the library."
        return
    with failures():
        articles = library.articles()
        if articles > (SOON if most is None else most):
            yield (
                f"{fault}. The search did without it, which takes longer; `paperterm doctor --repair` makes it anew, "
                f"in some minutes for its {articles:,} articles."
            )
            return
        yield f"{fault}. The search did without it; it is made anew."

        def told(done: int, total: int) -> None:
            if stop():
                raise _Stopped

        with suppress(_Stopped):  # the next import goes on
            library.index(told)
        library.notices.clear()


class _Stopped(Exception):  # noqa: N818 - it is no error
    """Whoever had the index made anew is leaving."""
