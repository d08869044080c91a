"""The library in one SQLite file: everything the reader and the commands ask of it."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.library import ids, order, schema
from paperterm.library.connections import Connections, snapshot, transaction
from paperterm.library.engine import LibraryError, UnknownId
from paperterm.library.faults import sentences
from paperterm.library.indexes import Broken, Busy, Indexed, Indexes, kept
from paperterm.library.packing import unpack_form, unpack_text
from paperterm.library.paths import real_path
from paperterm.library.records import ArticleHead, IssueHead, Jumping, PageHead, Results, Sort, StoredArticle

if TYPE_CHECKING:  # what only searching and importing need is imported there: the first screen waits for this module
    from paperterm.library.changes import Changes
    from paperterm.library.facets import Facets
    from paperterm.library.facts import PageFacts
    from paperterm.library.related import Related
    from paperterm.library.survey import Known
    from paperterm.library.words import Words
    from paperterm.library.writing import Outcome
    from paperterm.model import Article, IssueFacts, Page
    from paperterm.query import Cut, Query


class SqliteLibrary:
    """The built-in engine. Every method raises LibraryError where the file fails; see Engine for the rest."""

    def __init__(
        self, path: Path, read_only: bool = False, connect: Callable[[], sqlite3.Connection] | None = None
    ) -> None:
        """Opens the library at `path`; makes it where there is none, unless `read_only`. `connect` replaces the way a
        connection is made, for a library that is no file."""
        self._path, self._read_only = path, read_only
        self._words: Words | None = None
        self._opening_words = threading.Lock()
        self.notices: list[str] = []
        """Sentences to show a person once; whoever shows them clears it."""
        if connect is None and not read_only and not path.exists():
            schema.create(path)
        self._connections = Connections(connect or (lambda: schema.connect(path, read_only, self.notices.append)))
        self._indexes = Indexes(path) if connect is None else None
        self._connections.get()

    @property
    def place(self) -> str:
        return str(self._path)

    @property
    def path(self) -> Path:
        return self._path

    @property
    def read_only(self) -> bool:
        return self._read_only

    def issues(self) -> list[IssueHead]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT paper, date, max(number), count(*), "
                "sum((SELECT count(*) FROM articles WHERE articles.page = pages.seq)) "
                f"FROM pages WHERE shown GROUP BY paper, date ORDER BY {order.BY_ISSUE}"
            )
            return [IssueHead(*row) for row in rows]

    def pages(self, paper: str | None, date: str | None) -> list[PageHead]:
        with self._reading() as connection:
            return [self._page_head(connection, seq) for seq in order.pages_of(connection, (paper, date))]

    def marked(self, paper: str, date: str) -> list[Jumping]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT articles.id, pages.page, form FROM articles JOIN pages ON pages.seq = articles.page "
                "WHERE paper = ? AND date = ? AND shown ORDER BY articles.seq",
                (paper, date),
            )
            forms = ((id, page, unpack_form(form)) for id, page, form in rows)
            jumping = (Jumping(id, page, form["jump_to"], form["jump_from"]) for id, page, form in forms)
            return [jump for jump in jumping if jump.jump_to is not None or jump.jump_from is not None]

    def articles_on(self, paper: str, date: str, page: int | None) -> list[Article]:
        from paperterm.library import stored

        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id, form FROM articles JOIN pages ON pages.seq = articles.page "
                "WHERE paper = ? AND date = ? AND pages.page IS ? AND shown ORDER BY pages.seq, position",
                (paper, date, page),
            )
            return [stored.article(*row) for row in rows]

    def version(self) -> object:
        with sentences(self.place):
            connection = self._connections.get()
            # SQLite tells what others have written, and counts what this connection has.
            others = connection.execute("PRAGMA data_version").fetchone()[0]
            return id(connection), others, connection.total_changes

    def first(self) -> str | None:
        with self._reading() as connection:
            return order.first(connection)

    def article(self, id: str) -> StoredArticle:
        from paperterm.library import stored

        with self._reading() as connection:
            seq = self._find(connection, id)
            head = order.head(connection.execute(f"SELECT {order.HEAD} FROM heads WHERE seq = ?", (seq,)).fetchone())
            row = connection.execute(
                "SELECT form, facts, sha256 FROM articles JOIN pages ON pages.seq = articles.page "
                "WHERE articles.seq = ?",
                (seq,),
            ).fetchone()
            return stored.stored_article(head, *row)

    def ways_on(self, beginning: str, limit: int) -> list[str]:
        with self._reading() as connection:
            return ids.ways_on(connection, beginning, limit)

    def head(self, id: str) -> ArticleHead | None:
        with self._reading() as connection:
            found = ids.find(connection, id)
            if len(found) != 1:
                return None
            row = connection.execute(f"SELECT {order.HEAD} FROM heads WHERE seq = ?", found).fetchone()
            return order.head(row)

    def neighbour(self, id: str, step: int) -> str | None:
        with self._reading() as connection:
            return order.neighbour(connection, self._find(connection, id), step)

    def raw(self, sha256: str) -> str:
        """Raises UnknownId when no page has these bytes."""
        with self._reading() as connection:
            return unpack_text(self._page_row(connection, sha256, "raw"))

    def page(self, sha256: str) -> Page:
        """A page as it was parsed, with what it prints of its issue, its furniture and its warnings, and the ids that
        its articles have now. Raises UnknownId."""
        from paperterm.library import stored

        with self._reading() as connection:
            seq, printed, remains = (self._page_row(connection, sha256, c) for c in ("seq", "printed", "remains"))
            rows = connection.execute("SELECT id, form FROM articles WHERE page = ? ORDER BY position", (seq,))
            return stored.page(printed, rows, remains)

    def facts(self, sha256: str) -> PageFacts:
        """What is known of a page's issue, by who says so. Raises UnknownId."""
        from paperterm.library import stored

        with self._reading() as connection:
            return stored.page_facts(
                *(self._page_row(connection, sha256, column) for column in ("stated", "printed", "assumed"))
            )

    def sources(self, sha256: str) -> list[Path]:
        """Every path a page was imported from, the latest first; empty for an unknown page."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT path FROM sources JOIN pages ON pages.seq = sources.page WHERE sha256 = ? "
                "ORDER BY sources.seq DESC",
                (sha256,),
            )
            return [Path(os.fsdecode(row[0])) for row in rows]

    def page_by_source(self, path: Path) -> str | None:
        """The sha256 of the page that was imported from this file; None where there is none."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT sha256 FROM sources JOIN pages ON pages.seq = sources.page WHERE path = ?", (real_path(path),)
            ).fetchone()
            return row[0] if row else None

    def known_files(self) -> dict[bytes, Known]:
        """Every file that a page was imported from, by its real path."""
        from paperterm.library.survey import Known

        with self._reading() as connection:
            rows = connection.execute(
                "SELECT path, size, mtime_ns, sha256 FROM sources JOIN pages ON pages.seq = sources.page"
            )
            return {path: Known(*rest) for path, *rest in rows}

    def all_pages(self) -> list[str]:
        """The sha256 of every page, older versions too, in the order of their import."""
        with self._reading() as connection:
            return [row[0] for row in connection.execute("SELECT sha256 FROM pages ORDER BY seq")]

    def search(
        self,
        query: Query,
        limit: int | None = None,
        outside: Mapping[tuple[str, str], frozenset[str]] | None = None,
        stop: Callable[[], bool] | None = None,
        sort: Sort = "rank",
        cut: Cut | None = None,
    ) -> Results:
        from paperterm.query import emphasis

        outside, stop = outside or {}, stop or (lambda: False)
        words = emphasis(query, cut) if cut and sort == "rank" else {}
        with self._reading() as connection:
            with self._indexed(connection) as indexed:
                if indexed is not None:
                    from paperterm.library.indexed import search

                    return search(connection, indexed, query, limit, outside, stop, sort, words)
            from paperterm.library.scan import scan

            return scan(connection, query, limit, outside, stop, sort, words)

    def facets(
        self,
        query: Query,
        outside: Mapping[tuple[str, str], frozenset[str]] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Facets:
        from paperterm.library import facets

        outside, stop = outside or {}, stop or (lambda: False)
        with self._reading() as connection:
            with self._indexed(connection) as indexed:
                if indexed is not None:
                    from paperterm.library.indexed import tally

                    return tally(connection, indexed, query, outside, stop).facets()
            return facets.tally(connection, query, outside, stop).facets()

    def cutter(self) -> str | None:
        """Whose words rank what is found here, as it was when pages were last taken in: "rjieba" or "jieba"; None for a
        library that was not written since that is recorded."""
        from paperterm.library.indexes import recorded

        with self._reading() as connection:
            return recorded(connection, "words")

    def index(self, tell: Callable[[int, int], None] | None = None, worth: int | None = None) -> int:
        """Brings the full-text index up to date where it does not know more than `worth` articles (None: as many as a scan
        is quick with): how many it took in. `tell(done, total)` is called now and then. An index that cannot be read is made
        anew, with a notice. Who cuts words is recorded. Raises LibraryError
        where the second attempt fails, too."""
        from paperterm.library import indexing
        from paperterm.text.segment import cutter

        if self._indexes is None or self._read_only:
            return 0
        with sentences(self.place):
            connection = self._connections.get()
            known = kept(connection)
            indexing.record(connection, "words", cutter())
            try:
                return indexing.feed(self._path, connection, tell, worth)
            except Busy:
                return 0
            except Broken as error:
                self.notices.append(f"{error}. It is made anew.")
                indexing.forget(connection, known)
            self._indexes.made_anew()
            try:
                return indexing.feed(self._path, connection, tell, worth)
            except Busy:
                return 0
            except Broken as error:
                indexing.forget(connection, None)
                raise LibraryError(
                    f"{error}. Searching goes on without it; see that its folder can be written."
                ) from error

    def index_anew(self, tell: Callable[[int, int], None] | None = None) -> int:
        """Makes the index anew, whatever state it is in, where a library of this size has one. Raises LibraryError."""
        from paperterm.library import indexing

        with sentences(self.place):
            indexing.forget(self._connections.get(), None)
        return self.index(tell)

    def shrink(self) -> bool:
        """Writes the file anew without gaps; False where there is no room for that or others use it."""
        from paperterm.library.space import shrink

        with sentences(self.place):
            return shrink(self._connections.get())

    @property
    def index_fault(self) -> str:
        """Why a search did without the index that there is; a sentence without its full stop."""
        return self._indexes.fault if self._indexes is not None else ""

    def noted(self, key: str) -> str | None:
        """What was noted about the library under `key`."""
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
            return row[0] if row else None

    def articles(self) -> int:
        """How many there are."""
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    @property
    def words(self) -> Words:
        """The words of the library, as far as they are counted."""
        from paperterm.library.words import Words, home

        with self._opening_words:
            if self._words is None:
                self._words = Words(home(self._path) if self._indexes is not None else None)
            return self._words

    def count_words(
        self, tell: Callable[[int, int], None] | None = None, stop: Callable[[], bool] | None = None
    ) -> bool:
        """Counts the words of what is not counted yet; whether all is. See counting.count_words."""
        from paperterm.library.counting import count_words

        with sentences(self.place):
            return count_words(self._connections.get(), self.words, tell, stop)

    def related(
        self, id: str, limit: int | None = None, without: Collection[str] = (), stop: Callable[[], bool] | None = None
    ) -> list[Related]:
        """The articles that share rare words with this one, most alike first, those with the ids `without` left out. Raises
        UnknownId."""
        from paperterm.library.related import related

        with self._reading() as connection:
            seq = self._find(connection, id)
            indexed = self._indexes.current(connection) if self._indexes is not None else None
            leave_out = {found for other in without for found in ids.find(connection, other)}
            try:
                return related(connection, indexed, seq, limit, leave_out, stop or (lambda: False))
            except Broken:
                if self._indexes is not None:
                    self._indexes.give_up()
                return related(connection, None, seq, limit, leave_out, stop or (lambda: False))

    def has(self, path: Path, size: int, mtime_ns: int) -> bool:
        with self._reading() as connection:
            row = connection.execute("SELECT size, mtime_ns FROM sources WHERE path = ?", (real_path(path),)).fetchone()
            return bool(row == (size, mtime_ns))

    def add(
        self,
        path: Path,
        sha256: str,
        size: int,
        mtime_ns: int,
        text: str,
        page: Page,
        assumed: IssueFacts,
        stated: IssueFacts | None = None,
    ) -> Outcome:
        """Takes one page in, in one transaction: `sha256` of the file's bytes, `size` in bytes, `text` as decoded.

        A page already here under another path gains a source; other bytes at a known path replace what stood there, and
        the ids of its articles go over to what they became.
        """
        with self.changes() as change:
            return change.add(path, sha256, size, mtime_ns, text, page, assumed, stated)

    def state(self, sha256: str, facts: IssueFacts) -> None:
        with self.changes() as change:
            change.state(sha256, facts)

    @contextmanager
    def changes(self) -> Iterator[Changes]:
        """Changes in one transaction, which waits for other writers first and must be short: others wait for it. Raises
        LibraryError also where it ends."""
        from paperterm.library.changes import Changes

        with self._writing() as connection:
            yield Changes(connection)

    def seal(self) -> None:
        """Folds what SQLite keeps beside the file into it, so that the one file can be moved and read from anywhere."""
        with sentences(self.place):
            self._connections.get().execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        self._connections.close()
        if self._words is not None:
            self._words.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with sentences(self.place), snapshot(self._connections.get()) as connection:
            yield connection

    @contextmanager
    def _indexed(self, connection: sqlite3.Connection) -> Iterator[Indexed | None]:
        """The index, where it can be asked. Where it turns out that it cannot, the block ends here: whoever asks scans
        everything then, which is slower and finds the same."""
        try:
            yield self._indexes.current(connection) if self._indexes is not None else None
        except Broken:
            if self._indexes is not None:
                self._indexes.give_up()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._read_only:
            raise LibraryError(f"The library {self.place} is read-only; import your pages into a library of your own.")
        with sentences(self.place), transaction(self._connections.get()) as connection:
            yield connection

    def _find(self, connection: sqlite3.Connection, id: str) -> int:
        found = ids.find(connection, id)
        if len(found) != 1:
            raise UnknownId(id, ids.near(connection, id, found))
        return found[0]

    def _page_row(self, connection: sqlite3.Connection, sha256: str, column: str) -> Any:
        row = connection.execute(f"SELECT {column} FROM pages WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            raise UnknownId(sha256)
        return row[0]

    def _page_head(self, connection: sqlite3.Connection, seq: int) -> PageHead:
        sha256, number = connection.execute("SELECT sha256, page FROM pages WHERE seq = ?", (seq,)).fetchone()
        rows = connection.execute(f"SELECT {order.HEAD} FROM heads WHERE page_seq = ? ORDER BY position", (seq,))
        source = connection.execute(
            "SELECT path FROM sources WHERE page = ? ORDER BY seq DESC LIMIT 1", (seq,)
        ).fetchone()
        return PageHead(sha256, number, os.fsdecode(source[0] if source else b""), tuple(map(order.head, rows)))
