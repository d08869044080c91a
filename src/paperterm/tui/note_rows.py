"""Bookmarks, notes and highlights as rows: the article, and under it the note or the quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paperterm.actions.finding import where
from paperterm.actions.session import Session
from paperterm.library.records import ArticleHead
from paperterm.notebook.records import Bookmark, Highlight, Note, Placement, kind_of
from paperterm.tui.widgets.rows import Cell, Row

if TYPE_CHECKING:  # the first screen filters nothing
    from paperterm.query import Document

HEIGHT = 3
"""Lines a record takes."""

SIGNS = {"note": "注 ", "bookmark": "签 ", "highlight": "划 "}
STATES = {"placed": "", "uncertain": " (place uncertain)", "orphan": " (text gone)"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the article it belongs to now (None where that is gone) and its place in it."""

    record: Bookmark | Note | Highlight
    head: ArticleHead | None
    title: str
    placement: Placement

    @property
    def article(self) -> str | None:
        """The id of the article."""
        return self.head.id if self.head else None

    @property
    def where(self) -> str:
        """Paper, date and page."""
        return where(self.head) if self.head else ""

    @property
    def kind(self) -> str:
        return kind_of(self.record)


class Listing:
    """Everything kept, with its place; a place is looked for again only where the record or the library has changed since."""

    def __init__(self) -> None:
        self._library: tuple[object, object] | None = None
        self._known: dict[Bookmark | Note | Highlight, Entry] = {}

    def entries(self, session: Session) -> list[Entry]:
        """The newest first. Reads the notebook and the library: not for the interface's thread."""
        notebook, library = session.notebook, (session.library, session.library.version())
        before = self._known if self._library == library else {}
        records: list[Bookmark | Note | Highlight] = [*notebook.bookmarks(), *notebook.notes(), *notebook.highlights()]
        records.sort(key=lambda record: (record.created, record.id), reverse=True)
        self._known = {record: before.get(record) or _entry(session, record) for record in records}
        self._library = library
        return list(self._known.values())


def _entry(session: Session, record: Bookmark | Note | Highlight) -> Entry:
    article, placement = session.located(record.article, record.anchor)
    head = session.library.head(article.id) if article else None
    return Entry(record, head, article.title if article else record.article, placement)


def matching(entries: Sequence[Entry], text: str) -> list[Entry]:
    """The entries that fit a query; its fields ask for the article's paper, date and page and for the record's own
    tags, kind and words.
    Raises QueryError."""
    from paperterm.notebook.asking import fits as has
    from paperterm.query import Matcher, parse_query

    query = parse_query(text)
    outside = {
        (name, value): frozenset(entry.record.id for entry in entries if has(entry.record, name, value))
        for name, value in query.outside()
    }
    fits = Matcher(query, outside)
    return [entry for entry in entries if fits(_document(entry))]


def _document(entry: Entry) -> Document:
    from paperterm.query import Document

    record, head = entry.record, entry.head
    own = [record.text] if isinstance(record, Note) else []
    texts = (*own, record.anchor.exact, " ".join(f"#{tag}" for tag in record.tags))
    return Document(
        id=record.id,
        headline=head.headline if head else None,
        title=entry.title,
        paper=head.paper if head else None,
        date=head.date if head else None,
        page=head.page if head else None,
        column=None,
        kind=head.kind if head else "",
        byline=(),
        blocks=(("headline", entry.title), *(("body", text) for text in texts if text)),
    )


class NoteRows:
    """A row source over entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries)

    def row(self, index: int) -> Row:
        entry = self.entries[index]
        record = entry.record
        first: tuple[Cell, ...] = (
            (SIGNS[entry.kind], "rows--marker"),
            (entry.title, "rows--issue"),
            (STATES[entry.placement.state], "rows--warning"),
        )
        quote: Cell = (f"「{record.anchor.exact}」" if record.anchor.exact else "", "rows--quote")
        tags: list[Cell] = [(f"#{tag} ", "rows--tag") for tag in record.tags]
        if isinstance(record, Note):
            note: Cell = (" ".join(record.text.split()), "rows--note")
            return Row(first, more=((note,), (*tags, quote)))
        return Row(first, more=(((entry.where, "rows--meta"),), (*tags, quote)))
