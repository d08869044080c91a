"""Opening the reader: from the command line to the first screen and back."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from paperterm.actions.answer import FOUND, NOTHING, Failure
from paperterm.actions.collecting import take_in
from paperterm.actions.session import Session, failures
from paperterm.library.engine import UnknownId
from paperterm.library.records import StoredArticle


def open_reader(session: Session, paths: Sequence[Path]) -> int:
    """Runs the reader until it is left. With `paths`, on a library of their own in the cache folder."""
    with failures():
        if paths:
            _take_in(session, paths)
        first, place = opening(session)
    from paperterm.text.segment import prepare
    from paperterm.tui.app import PapertermApp

    prepare(session.places.cache / "jieba")
    app = PapertermApp(session, first, place)
    try:
        app.run()
    finally:
        app.background.finish()
        session.reading.close()
        session.library.close()
    return FOUND if app.return_code in (None, 0) else NOTHING


def opening(session: Session) -> tuple[StoredArticle | None, tuple[int, int] | None]:
    """The article for the first screen and the place in it: what was read last, else the newest issue's first article."""
    last = session.reading.last()
    if last:
        try:
            stored = session.library.article(last)
        except UnknownId:
            pass  # it was read in another library
        else:
            left = session.reading.place(last)
            return stored, (left.block, left.offset) if left else None
    first = session.library.first()
    return (session.library.article(first) if first else None), None


def _take_in(session: Session, paths: Sequence[Path]) -> None:
    """Bring the paths' own library up to date; its name is theirs. Raises Failure where not one page can be read."""
    real = "\n".join(sorted(str(path.resolve()) for path in paths))
    session.opened = (
        session.places.cache / "opened" / f"{sha256(real.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.sqlite"
    )
    summary = take_in(session, paths)
    if not summary.pages:
        problem = summary.skipped[0] if summary.skipped else None
        session.opened.unlink(missing_ok=True)
        raise Failure(
            "no-pages", f"{problem.path}: {problem.sentence}" if problem else "There are no pages there.", NOTHING
        )
