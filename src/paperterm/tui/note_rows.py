"""Bookmarks, notes and highlights as rows: the article, and under it the note or the quote."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paperterm.actions.finding import where
from paperterm.actions.session import Session
from paperterm.library.records import ArticleHead, StoredArticle
from paperterm.notebook.records import Bookmark, Highlight, Note, Placement, kind_of
from paperterm.tui.widgets.rows import Cell, Row

if TYPE_CHECKING:  # the first screen filters nothing
    from paperterm.query import Document

HEIGHT = 3
"""Lines a record takes."""

SIGNS = {"note": "注 ", "bookmark": "签 ", "highlight": "划 "}
Record = Bookmark | Note | Highlight
STATES = {"placed": "", "uncertain": " (place uncertain)", "orphan": " (text gone)"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the article it belongs to now (None where that is gone) and its place in it."""

    record: Record
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
    """Everything kept. A record's place is looked for when it is asked for, since that takes the text of its article, and
    again only where the record or the library has changed since.

    Reads the notebook and the library: not for the interface's thread.
    """

    def __init__(self) -> None:
        self._versions: tuple[object, object] | None = None
        self._library: object = None
        self._records: list[Record] = []  # the newest first
        self._by_article: dict[str | None, list[Record]] = {}
        self._ids: dict[str, str | None] = {}  # what an article is called now, by what a record calls it
        self._known: dict[Record, Entry] = {}

    @property
    def loaded(self) -> bool:
        """Was the notebook read already? Until then it may take a while."""
        return self._versions is not None

    def entries(self, session: Session) -> list[Entry]:
        """All of it, the newest first."""
        self._update(session)
        return [self._entry(session, record) for record in self._records]

    def entries_in(self, session: Session, articles: Collection[StoredArticle]) -> list[Entry]:
        """What stands in these articles, as far as it can be told without the text of others: a passage that has moved
        to another article of the page is found by `entries` alone."""
        self._update(session)
        ids, pages = {article.head.id for article in articles}, {article.sha256 for article in articles}
        records = [record for id in ids for record in self._by_article.get(id, ())]
        records += [record for record in self._by_article.get(None, ()) if record.anchor.source in pages]
        entries = [self._entry(session, record) for record in records]
        return [entry for entry in entries if entry.article in ids]

    def _update(self, session: Session) -> None:
        notebook, library = session.notebook, (session.library, session.library.version())
        versions = (notebook.version(), library)
        if versions == self._versions:
            return
        if library != self._library:
            self._library = library
            self._known.clear()
            self._ids.clear()
        self._records = [*notebook.bookmarks(), *notebook.notes(), *notebook.highlights()]
        self._records.sort(key=lambda record: (record.created, record.id), reverse=True)
        known, self._known, self._by_article = self._known, {}, {}
        for record in self._records:
            if entry := known.get(record):
                self._known[record] = entry
            if record.article not in self._ids:
                self._ids[record.article] = session.current_id(record.article)
            self._by_article.setdefault(self._ids[record.article], []).append(record)
        self._versions = versions

    def _entry(self, session: Session, record: Record) -> Entry:
        if record not in self._known:
            self._known[record] = _entry(session, record)
        return self._known[record]


def _entry(session: Session, record: Record) -> Entry:
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
