"""Which page a word of the command line names."""

from __future__ import annotations

import os.path
from pathlib import Path

from paperterm.actions.answer import NOTHING, WRONG, Failure
from paperterm.actions.session import Session


def page_named(session: Session, word: str) -> str:
    """The sha256 of the page that a word names: a page file, an article's id, or the page's sha256 or its beginning.
    Raises Failure."""
    from paperterm.library.engine import UnknownId

    found = session.library.page_by_source(Path(word))
    if found:
        return found
    hexadecimal = len(word) >= 8 and all(c in "0123456789abcdef" for c in word)
    if hexadecimal:
        matching = [sha for sha in session.library.all_pages() if sha.startswith(word)]
        if len(matching) == 1:
            return matching[0]
    try:
        return session.library.article(word).sha256
    except UnknownId as error:
        hint = " It exists, but was never imported." if os.path.exists(word) else ""  # noqa: PTH110 - Path may raise
        raise Failure(
            "unknown-page", f"{word} is no page of the library: name its file, or an article on it.{hint}", NOTHING
        ) from error


def refuse_samples(session: Session) -> None:
    """Raises Failure where there is no library but the sample pages."""
    if session.on_samples:
        raise Failure(
            "samples",
            "The sample pages cannot be changed. Import pages of your own first: paperterm import FOLDER",
            WRONG,
        )
