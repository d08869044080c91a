"""Opening the reader: from the command line to the first screen and back."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from paperterm.actions.answer import FOUND, NOTHING, Failure
from paperterm.actions.session import Session, failures
from paperterm.library.engine import Damaged, UnknownId
from paperterm.library.records import StoredArticle


def open_reader(session: Session, paths: Sequence[Path], theme: str | None = None, language: str | None = None) -> int:
    """Runs the reader until it is left. With `paths`, on a library of their own in the cache folder: its first page is
    read before the first screen, the rest behind it. `theme` and `language` go before those of the settings."""
    with failures():
        if paths:
            session.opened = _library_of(session, paths)
            if not session.opened.exists() or _damaged(session):
                _take_first(session, paths)
        first, place = opening(session)
    from paperterm.text.segment import prepare
    from paperterm.tui.app import PapertermApp
    from paperterm.tui.look import look, typography

    prepare(session.places.cache / "jieba")
    app = PapertermApp(session, first, place, paths, typography(session), look(session, theme, language))
    try:
        app.run()
    finally:
        app.background.finish()
        session.notebook.close()
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


def _library_of(session: Session, paths: Sequence[Path]) -> Path:
    """The library that belongs to these paths, named by where they really are."""
    real = "\n".join(sorted(str(path.resolve()) for path in paths))
    return (
        session.places.cache / "opened" / f"{sha256(real.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}.sqlite"
    )


def _damaged(session: Session) -> bool:
    try:
        return session.library is None
    except Damaged:  # whoever imports begins a new one
        return True


def _take_first(session: Session, paths: Sequence[Path]) -> None:
    """Import the first page that can be read. Raises Failure where there is none."""
    from paperterm.actions.taking import take_in
    from paperterm.ingest.walk import pages

    problems: list[tuple[Path, str]] = []

    def report(path: Path, sentence: str) -> None:
        problems.append((path, sentence))

    for path in pages(paths, report):
        summary = take_in(session, [path])
        if summary.pages:
            return
        problems += [(problem.path, problem.sentence) for problem in summary.skipped]
    if session.opened:
        session.opened.unlink(missing_ok=True)
    told = "; ".join(f"{path}: {sentence}" for path, sentence in problems[:3])
    raise Failure("no-pages", told or "There are no pages there.", NOTHING)
