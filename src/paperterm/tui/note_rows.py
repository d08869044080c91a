"""Bookmarks and notes as rows: the article, and under it the note or the quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from paperterm.actions.finding import where
from paperterm.actions.session import Session
from paperterm.notebook.records import Bookmark, Note, Placement
from paperterm.tui.widgets.rows import Cell, Row

HEIGHT = 3
"""Lines a record takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark or a note with the article it belongs to now (None where that is gone) and its place in it."""

    record: Bookmark | Note
    article: str | None
    title: str
    where: str
    placement: Placement


def entries(session: Session) -> list[Entry]:
    """All bookmarks and notes, the newest first. Reads the notebook and the library: not for the interface's thread."""
    records: Iterable[Bookmark | Note] = [*session.notebook.bookmarks(), *session.notebook.notes()]
    found = []
    for record in sorted(records, key=lambda r: (r.created, r.id), reverse=True):
        article, placement = session.located(record.article, record.anchor)
        head = session.library.head(article.id) if article else None
        title = article.title if article else record.article
        found.append(Entry(record, article.id if article else None, title, where(head) if head else "", placement))
    return found


class NoteRows:
    """A row source over entries."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries)

    def row(self, index: int) -> Row:
        entry = self.entries[index]
        record = entry.record
        kind = "注 " if isinstance(record, Note) else "签 "
        state = {"placed": "", "uncertain": " (place uncertain)", "orphan": " (text gone)"}[entry.placement.state]
        first: tuple[Cell, ...] = ((kind, "rows--marker"), (entry.title, "rows--issue"), (state, "rows--warning"))
        quote: Cell = (f"「{record.anchor.exact}」" if record.anchor.exact else "", "rows--quote")
        tags: list[Cell] = [(f"#{tag} ", "rows--tag") for tag in record.tags]
        if isinstance(record, Note):
            note: Cell = (" ".join(record.text.split()), "rows--note")
            return Row(first, more=((note,), (*tags, quote)))
        return Row(first, more=(((entry.where, "rows--meta"),), (*tags, quote)))
